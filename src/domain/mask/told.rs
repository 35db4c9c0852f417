//! Whatever carries records, masked: a state, the numbers of a period, a commit, a refusal.

use super::{Mask, Viewer, collecting, results};
use crate::domain::record::{Change, Commit, Record};
use crate::domain::refusal::Refusal;
use crate::domain::results::ResultRow;
use crate::domain::state::{Shard, State};
use crate::domain::value::Value;

impl Mask {
    /// A state without values: they are asked for period by period.
    #[must_use]
    pub fn state(&self, viewer: Viewer, state: &State) -> State {
        state.retold(|key, record| self.record(viewer, key, &record))
    }

    /// The numbers of a period. Columns in which nothing is hidden are shared.
    #[must_use]
    pub fn shard(&self, shard: &Shard) -> Shard {
        let value = |value: &Value| {
            let mut masked = value.clone();
            self.value(&mut masked);
            (masked != *value).then_some(masked)
        };
        let row = |id, row: &ResultRow| {
            let mut masked = row.clone();
            self.result_row(id, &mut masked);
            masked
        };
        shard.retold(value, row, collecting::collection, results::confirmation)
    }

    /// A commit.
    #[must_use]
    pub fn commit(&self, viewer: Viewer, commit: &Commit) -> Commit {
        let changes = commit.changes.iter().map(|it| {
            let side = |record: &Option<Record>| {
                let record = record.as_ref();
                record.map(|record| self.record(viewer, it.key, record))
            };
            Change {
                key: it.key,
                before: side(&it.before),
                after: side(&it.after),
            }
        });
        Commit {
            seq: commit.seq,
            time: commit.time,
            actor: commit.actor,
            command_id: commit.command_id,
            cause: commit.cause,
            changes: changes.collect(),
        }
    }

    /// A refusal. One that names a record by its key says nothing of what is in it.
    #[must_use]
    pub fn refusal(&self, viewer: Viewer, refusal: Refusal) -> Refusal {
        match refusal {
            Refusal::Conflict { key, theirs, stamp } => {
                let masked = |it: Box<Record>| Box::new(self.record(viewer, key, &it));
                let theirs = theirs.map(masked);
                Refusal::Conflict { key, theirs, stamp }
            }
            Refusal::DuplicateNumber { kind, holder, .. } => {
                let number = self.numbers.of(holder);
                Refusal::DuplicateNumber {
                    kind,
                    number,
                    holder,
                }
            }
            it @ (Refusal::PeriodClosed { .. }
            | Refusal::DeadlinePassed { .. }
            | Refusal::PeriodOverlaps { .. }
            | Refusal::MoveInstead { .. }
            | Refusal::Unready { .. }
            | Refusal::Unconfirmed { .. }
            | Refusal::StillOpen { .. }
            | Refusal::ClosingStands { .. }
            | Refusal::ResultsDiffer { .. }
            | Refusal::NoOtherEdition { .. }
            | Refusal::NotLoaded { .. }
            | Refusal::Denied { .. }
            | Refusal::NamesHidden
            | Refusal::OwnEntry { .. }
            | Refusal::UnderReview { .. }
            | Refusal::AlreadyStoodIn { .. }
            | Refusal::NotHead { .. }
            | Refusal::OwnDeputy
            | Refusal::Retired { .. }
            | Refusal::Missing { .. }
            | Refusal::Taken { .. }
            | Refusal::WrongKind { .. }
            | Refusal::InUse { .. }
            | Refusal::WrongMeasure { .. }
            | Refusal::Computed { .. }
            | Refusal::NotCollected { .. }
            | Refusal::ZeroDenominator
            | Refusal::NotWhole { .. }
            | Refusal::OutOfRange { .. }
            | Refusal::PartExceedsWhole { .. }
            | Refusal::NoSuchOption { .. }
            | Refusal::ReasonRequired
            | Refusal::NoteRequired { .. }
            | Refusal::Empty { .. }
            | Refusal::NoWords { .. }
            | Refusal::TooLong { .. }
            | Refusal::TooManyDecimals { .. }
            | Refusal::TooMany { .. }
            | Refusal::Unprintable { .. }
            | Refusal::DateBefore { .. }
            | Refusal::DateAfter { .. }
            | Refusal::WrongState { .. }
            | Refusal::NothingToSubmit { .. }
            | Refusal::IncompleteDocument { .. }
            | Refusal::DuplicatePeriod { .. }
            | Refusal::Overlapping { .. }
            | Refusal::OrganisationClosed { .. }
            | Refusal::NeverHeaded { .. }
            | Refusal::MergedInCircle { .. }
            | Refusal::OwnMentor
            | Refusal::Fixed { .. }
            | Refusal::LastAdministrator
            | Refusal::AdministratorSeesNames
            | Refusal::EditionPublished
            | Refusal::EditionUnfit { .. }
            | Refusal::RetireInstead { .. }
            | Refusal::PeriodHasValues { .. }
            | Refusal::NothingToUndo
            | Refusal::NothingToRedo
            | Refusal::TooOld { .. }
            | Refusal::Erased { .. }
            | Refusal::PersonErased { .. }
            | Refusal::PersonUses { .. }
            | Refusal::NameInReason
            | Refusal::TooLarge { .. }
            | Refusal::NoChange
            | Refusal::Cycle(_)) => it,
        }
    }
}
