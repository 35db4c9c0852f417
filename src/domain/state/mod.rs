//! All records in memory, with their indexes.
//!
//! Tables are behind `Arc`, so that a clone of the state is cheap: the engine and an embedded interface share what neither changed.
//! Values lie in one shard per period, which may not be loaded; a shard is a column per indicator.

mod apply;
mod before;
mod find;
mod links;
mod meta;
mod ordered;
mod recent;
mod shard;
mod stamped;
mod within;

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::collections::BTreeMap;
use std::sync::Arc;

use super::activity::{Activity, Review, ReviewOn};
use super::alias::Alias;
use super::brought::BroughtFile;
use super::career::{Attestation, Candidate, Contract, Qualification};
use super::catalogue::{BaseQuantity, Direction, Edition, Indicator};
use super::collection::Collection;
use super::cycle::{AnalysisNote, Goal, Round, Section};
use super::evidence::{Citation, Document, Requirement};
use super::followup::{Assignment, Decision, Recommendation, Report, ReportOn};
use super::ids::{
    ActivityId, AliasId, AppointmentId, AssignmentId, AttestationId, BaseQuantityId, BroughtFileId,
    CandidateId, CitationId, ContractId, DecisionId, DeputyId, DirectionId, DocumentId, EditionId,
    GoalId, IndicatorId, NoteId, ObjectionId, OrganisationId, PeriodId, PersonId, QualificationId,
    RecommendationId, ReportId, RequirementId, ReviewId, RoundId, SectionId, Seq, UserId,
};
use super::people::{Appointment, Deputy, Organisation, Person, Settings, User};
use super::period::{BaseValue, Period, Reference};
use super::record::{Key, Kind, Record};
use super::results::{Correction, Objection, ResultRow, Results};
use super::rule::{Confirmation, Rule, RuleKind};
use super::value::{Cell, Value};

pub use before::Before;
pub use links::Links;
pub use meta::{Meta, UndoStack};
pub use recent::{MOST_VALUES, Recent};
pub use shard::{Bases, Collections, Column, Confirmations, ResultRows, Shard, ShardMaker};
pub use stamped::{Stamp, Stamped, Table};

/// All records in memory.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(remote = "Self")]
#[expect(missing_docs, reason = "each table is that of the records of its name")]
pub struct State {
    pub settings: Option<Stamped<Settings>>,
    pub editions: Table<EditionId, Edition>,
    pub directions: Table<(EditionId, DirectionId), Direction>,
    pub indicators: Table<(EditionId, IndicatorId), Indicator>,
    pub base_quantities: Table<BaseQuantityId, BaseQuantity>,
    pub references: Table<(PeriodId, IndicatorId), Reference>,
    pub organisations: Table<OrganisationId, Organisation>,
    pub persons: Table<PersonId, Person>,
    pub appointments: Table<AppointmentId, Appointment>,
    pub periods: Table<PeriodId, Period>,
    pub recommendations: Table<RecommendationId, Recommendation>,
    pub decisions: Table<DecisionId, Decision>,
    pub assignments: Table<AssignmentId, Assignment>,
    pub reports: Table<ReportId, Report>,
    pub documents: Table<DocumentId, Document>,
    pub requirements: Table<RequirementId, Requirement>,
    pub citations: Table<CitationId, Citation>,
    pub users: Table<UserId, User>,
    pub deputies: Table<DeputyId, Deputy>,
    pub results: Table<PeriodId, Results>,
    pub corrections: Table<Cell, Correction>,
    pub objections: Table<ObjectionId, Objection>,
    pub qualifications: Table<QualificationId, Qualification>,
    pub attestations: Table<AttestationId, Attestation>,
    pub contracts: Table<ContractId, Contract>,
    pub candidates: Table<CandidateId, Candidate>,
    pub aliases: Table<AliasId, Alias>,
    pub brought_files: Table<BroughtFileId, BroughtFile>,
    pub sections: Table<SectionId, Section>,
    pub rounds: Table<RoundId, Round>,
    pub goals: Table<GoalId, Goal>,
    pub notes: Table<NoteId, AnalysisNote>,
    pub activities: Table<ActivityId, Activity>,
    pub reviews: Table<ReviewId, Review>,
    pub rules: Table<(EditionId, RuleKind), Rule>,
    /// Loaded shards; a period without an entry here is not loaded.
    // They travel one by one, when somebody asks for them.
    #[serde(skip)]
    shards: BTreeMap<PeriodId, Arc<Shard>>,
    /// Appointments of an organisation.
    #[serde(skip)]
    pub appointments_of: Links<OrganisationId, AppointmentId>,
    /// Appointments of a person.
    #[serde(skip)]
    pub appointments_by_person: Links<PersonId, AppointmentId>,
    /// Recommendations addressed to an organisation.
    #[serde(skip)]
    pub recommendations_of: Links<OrganisationId, RecommendationId>,
    /// Recommendations about a value.
    #[serde(skip)]
    pub recommendations_about: Links<Cell, RecommendationId>,
    /// Decisions that follow a recommendation.
    #[serde(skip)]
    pub decisions_after: Links<RecommendationId, DecisionId>,
    /// Decisions about a value.
    #[serde(skip)]
    pub decisions_about: Links<Cell, DecisionId>,
    /// Assignments of a decision.
    #[serde(skip)]
    pub assignments_of: Links<DecisionId, AssignmentId>,
    /// Reports on an assignment or a recommendation.
    #[serde(skip)]
    pub reports_on: Links<ReportOn, ReportId>,
    /// Citations under a requirement.
    #[serde(skip)]
    pub citations_of: Links<RequirementId, CitationId>,
    /// Where a document is used as evidence.
    #[serde(skip)]
    pub citations_by_document: Links<DocumentId, CitationId>,
    /// Requirements of a round.
    #[serde(skip)]
    pub requirements_of: Links<RoundId, RequirementId>,
    /// Reviews of an activity, a recommendation or a decision.
    #[serde(skip)]
    pub reviews_on: Links<ReviewOn, ReviewId>,
    /// Notes of analysis of a value.
    #[serde(skip)]
    pub notes_about: Links<Cell, NoteId>,
    /// Activities about a value.
    #[serde(skip)]
    pub activities_about: Links<Cell, ActivityId>,
    /// Activities that follow a recommendation.
    #[serde(skip)]
    pub activities_after: Links<RecommendationId, ActivityId>,
    /// Activities that follow a note of analysis.
    #[serde(skip)]
    pub activities_of_note: Links<NoteId, ActivityId>,
    /// Counters and undo stacks.
    pub meta: Meta,
}

// Links are not told: whoever has the records can make them, and makes them faster than they are read.
impl Serialize for State {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        State::serialize(self, serializer)
    }
}

impl<'de> Deserialize<'de> for State {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<State, D::Error> {
        let mut state = State::deserialize(deserializer)?;
        state.relink();
        Ok(state)
    }
}

impl State {
    /// The shard of a period, if it is loaded.
    #[must_use]
    pub fn shard(&self, period: PeriodId) -> Option<&Shard> {
        self.shards.get(&period).map(|it| &**it)
    }

    /// The shard of a period, to share it.
    #[must_use]
    pub fn share_shard(&self, period: PeriodId) -> Option<Arc<Shard>> {
        self.shards.get(&period).cloned()
    }

    /// Takes a loaded shard in. It must be as of [`Meta::seq`].
    pub fn load_shard(&mut self, period: PeriodId, shard: Arc<Shard>) {
        self.shards.insert(period, shard);
    }

    /// Lets a shard go.
    pub fn unload_shard(&mut self, period: PeriodId) {
        self.shards.remove(&period);
    }

    /// Periods whose values are in memory.
    pub fn loaded(&self) -> impl Iterator<Item = PeriodId> + '_ {
        self.shards.keys().copied()
    }

    /// The value of a cell; `None` when absent or not loaded.
    #[must_use]
    pub fn value(&self, cell: Cell) -> Option<&Stamped<Value>> {
        self.shard(cell.period)?
            .column(cell.indicator)?
            .get(&cell.subject)
    }

    /// The number of a base quantity; `None` when absent or not loaded.
    #[must_use]
    pub fn base_value(
        &self,
        period: PeriodId,
        base: BaseQuantityId,
        organisation: OrganisationId,
    ) -> Option<&Stamped<BaseValue>> {
        self.shard(period)?.bases().get(&(base, organisation))
    }

    /// What a closed period came to for an organisation; `None` when absent or not loaded.
    #[must_use]
    pub fn result_row(
        &self,
        period: PeriodId,
        organisation: OrganisationId,
    ) -> Option<&Stamped<ResultRow>> {
        self.shard(period)?.results().get(&organisation)
    }

    /// What was said of something that a rule found at a cell; `None` when absent or not loaded.
    #[must_use]
    pub fn confirmation(&self, cell: Cell, rule: RuleKind) -> Option<&Stamped<Confirmation>> {
        let shard = self.shard(cell.period)?;
        shard
            .confirmations()
            .get(&(cell.indicator, cell.subject, rule))
    }

    /// How an organisation's numbers are collected for a period; `None` when absent or not loaded.
    #[must_use]
    pub fn collection(
        &self,
        period: PeriodId,
        organisation: OrganisationId,
    ) -> Option<&Stamped<Collection>> {
        self.shard(period)?.collections().get(&organisation)
    }

    /// The same records told otherwise, with their stamps; no period is loaded.
    #[must_use]
    pub fn retold(&self, tell: impl Fn(Key, Record) -> Record) -> State {
        let mut bare = self.clone();
        bare.shards.clear();
        let mut told = State::default();
        for key in bare.keys() {
            if let Some((record, stamp)) = bare.record(key) {
                told.put(key, Some(tell(key, record)), stamp);
            }
        }
        told.meta = bare.meta;
        told
    }

    /// The edition of a period.
    #[must_use]
    pub fn edition_of(&self, period: PeriodId) -> Option<EditionId> {
        self.periods.get(&period).map(|it| it.edition)
    }

    /// The period of the same length that ended last before this one began.
    #[must_use]
    pub fn period_before(&self, period: PeriodId) -> Option<PeriodId> {
        let now = self.periods.get(&period)?;
        (self.periods.iter())
            .filter(|(_, it)| it.kind == now.kind && it.to < now.from)
            .max_by_key(|(id, it)| (it.to, **id))
            .map(|(id, _)| *id)
    }

    /// The periods before one, the latest first, each the one right before the last.
    pub fn periods_back(&self, period: PeriodId) -> impl Iterator<Item = PeriodId> {
        let before = |it: &PeriodId| self.period_before(*it);
        std::iter::successors(before(&period), before)
    }

    /// An indicator as the period's edition words it.
    #[must_use]
    pub fn indicator_in(
        &self,
        period: PeriodId,
        indicator: IndicatorId,
    ) -> Option<&Stamped<Indicator>> {
        self.indicators.get(&(self.edition_of(period)?, indicator))
    }

    /// A direction as the period's edition words it.
    #[must_use]
    pub fn direction_in(
        &self,
        period: PeriodId,
        direction: DirectionId,
    ) -> Option<&Stamped<Direction>> {
        self.directions.get(&(self.edition_of(period)?, direction))
    }

    /// Whether nothing was ever committed.
    #[must_use]
    pub fn is_new(&self) -> bool {
        self.meta.seq == Seq(0)
    }

    /// The next free number of a kind.
    #[must_use]
    pub fn next_id(&self, kind: Kind) -> u32 {
        self.meta
            .last_ids
            .get(&kind)
            .copied()
            .unwrap_or(0)
            .saturating_add(1)
    }

    /// The user with this account.
    #[must_use]
    pub fn user_by_account(&self, account: &str) -> Option<UserId> {
        self.users
            .iter()
            .find(|(_, user)| user.account == account)
            .map(|(id, _)| *id)
    }

    /// What the user would take back next.
    #[must_use]
    pub fn undo_target(&self, user: UserId) -> Option<Seq> {
        self.meta.undo.get(&user)?.undo.last().copied()
    }

    /// What the user would do again next.
    #[must_use]
    pub fn redo_target(&self, user: UserId) -> Option<Seq> {
        self.meta.undo.get(&user)?.redo.last().copied()
    }
}
