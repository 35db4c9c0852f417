//! Taking back what was done with a period as a whole: who may, and that its results are still true where they come back.

use crate::domain::catalogue::SubjectKind;
use crate::domain::ids::{IndicatorId, OrganisationId, PeriodId};
use crate::domain::people::Role;
use crate::domain::period::{Period, PeriodState};
use crate::domain::record::{Change, Key, Record};
use crate::domain::refusal::Refusal;
use crate::domain::results::{ResultHead, ResultRow};
use crate::domain::state::State;
use crate::domain::value::{Cell, Entry, Subject};

use super::periods::GIVING_TIME;
use super::rights::Rights;
use super::sheet::conflict;

/// Whether the person may do or undo such a change of a period: as the command of that kind asks.
pub(super) fn may_change_period(
    rights: &Rights,
    before: &Period,
    after: &Period,
) -> Result<(), Refusal> {
    let closed = [before, after]
        .iter()
        .any(|it| it.state == PeriodState::Closed);
    if closed {
        return rights.need_one(Role::Head);
    }
    let terms_only = Period {
        deadline: after.deadline,
        locks: after.locks,
        exceptions: after.exceptions.clone(),
        ..before.clone()
    };
    match before.events != after.events || terms_only == *after {
        true => rights.need(GIVING_TIME),
        false => rights.need_one(Role::Administrator),
    }
}

/// A value that was put right goes back, or is put right again, by the head of department, while the period is still closed.
pub(super) fn may_be_put_right(rights: &Rights, period: PeriodId) -> Result<(), Refusal> {
    rights.need_one(Role::Head)?;
    let state = rights.state.periods.get(&period).map(|it| it.state);
    match state {
        Some(PeriodState::Closed) => Ok(()),
        _ => Err(Refusal::StillOpen { period }),
    }
}

/// Refuses where results would go that something was put right in, or come back though values are others since.
/// `all` are the changes of the commit that is taken back, `change` one of them.
pub(super) fn rests_on_nothing(
    state: &State,
    all: &[Change],
    change: &Change,
) -> Result<(), Refusal> {
    match (change.key, &change.before, &change.after) {
        (Key::Results(period), None, Some(_)) => {
            let among = |cell| all.iter().any(|it| it.key == Key::Correction(cell));
            let by = (state.corrections.keys()).find(|it| it.period == period && !among(**it));
            match by {
                Some(cell) => Err(Refusal::InUse {
                    key: change.key,
                    by: Key::Correction(*cell),
                }),
                None => Ok(()),
            }
        }
        // A row that only changes is that of a period scored anew: it was closed all the time.
        (Key::ResultRow(period, id), Some(Record::ResultRow(row)), None)
            if all
                .iter()
                .any(|it| it.key == Key::Results(period) && it.after.is_none()) =>
        {
            still_true(state, all, (period, id), row)
        }
        _ => Ok(()),
    }
}

/// Whether every cell of a row still holds what the row says.
fn still_true(
    state: &State,
    all: &[Change],
    (period, id): (PeriodId, OrganisationId),
    row: &ResultRow,
) -> Result<(), Refusal> {
    let cells = (row.heads.iter()).flat_map(|head| head.cells.iter().map(move |it| (head, it)));
    for (head, it) in cells {
        let subject = subject_of(state, (period, id), head, it.indicator);
        let Some(subject) = subject else { continue };
        let cell = Cell {
            period,
            indicator: it.indicator,
            subject,
        };
        // What was put right comes back with why.
        if all.iter().any(|it| it.key == Key::Correction(cell)) {
            continue;
        }
        let there = state.value(cell).map_or(&Entry::Empty, |it| &it.entry);
        if *there != it.entry {
            return Err(conflict(state, Key::Value(cell)));
        }
    }
    Ok(())
}

/// Whom a cell of a row describes.
fn subject_of(
    state: &State,
    (period, id): (PeriodId, OrganisationId),
    head: &ResultHead,
    indicator: IndicatorId,
) -> Option<Subject> {
    match state.indicator_in(period, indicator)?.level {
        SubjectKind::Organisation => Some(Subject::Organisation(id)),
        SubjectKind::Person => head.person.map(Subject::Person),
        SubjectKind::Municipality => Some(Subject::Municipality),
    }
}
