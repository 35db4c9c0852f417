//! Taking back what was done with a period as a whole: who may, and that its results are still true where they come back.

use crate::domain::catalogue::{Measure, SubjectKind};
use crate::domain::ids::{IndicatorId, OrganisationId, PeriodId};
use crate::domain::people::Role;
use crate::domain::period::{Period, PeriodState};
use crate::domain::record::{Cause, Change, Commit, Key, Record};
use crate::domain::refusal::Refusal;
use crate::domain::results::{ResultFigure, ResultHead};
use crate::domain::state::State;
use crate::domain::value::{Cell, Entry, Subject};

use super::periods::GIVING_TIME;
use super::rights::Rights;
use super::sheet::{Sheet, conflict};

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

/// Refuses where results would go that something was put right in, or come back though values are others since; and where a value would
/// go back that results have taken in. `change` is one of those of the commit that is taken back by `actor`.
pub(super) fn rests_on_nothing(
    sheet: &Sheet,
    original: &Commit,
    change: &Change,
) -> Result<(), Refusal> {
    let state = sheet.state;
    let all = original.changes.as_slice();
    let come_back =
        |period| (all.iter()).any(|it| it.key == Key::Results(period) && it.after.is_none());
    match (change.key, &change.before, &change.after) {
        // Scored anew meanwhile by somebody else, the period rests on what was put right. Without that, results may say what stands because
        // it was put right there and back.
        (Key::Correction(cell), _, Some(_)) if !matches!(original.cause, Cause::Undo(_)) => {
            let told = state.result_cell(cell).map(|it| &it.entry);
            let stands = state.value(cell).map(|it| &it.entry);
            let is_told = told.is_some() && told == stands;
            match is_told && scored_since(sheet, cell.period) {
                true => Err(Refusal::InUse {
                    key: change.key,
                    by: Key::Results(cell.period),
                }),
                false => Ok(()),
            }
        }
        (Key::Results(period), Some(Record::Results(whole)), None) => {
            let municipal = |_: &ResultHead, indicator| {
                let it = state.indicator_in(period, indicator)?;
                (it.level == SubjectKind::Municipality).then_some(Subject::Municipality)
            };
            let head = whole.municipality.as_ref();
            still_true(state, all, period, head, municipal)?;
            compared_alike(sheet, original, period)
        }
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
        (Key::ResultRow(period, id), Some(Record::ResultRow(row)), None) if come_back(period) => {
            let subject =
                |head: &ResultHead, indicator| subject_of(state, (period, id), head, indicator);
            still_true(state, all, period, &row.heads, subject)
        }
        _ => Ok(()),
    }
}

/// Whether somebody else has written results of a period since.
fn scored_since(sheet: &Sheet, period: PeriodId) -> bool {
    let shard = sheet.state.shard(period).into_iter();
    let rows = shard.flat_map(|it| it.results().keys().map(|id| Key::ResultRow(period, *id)));
    [Key::Results(period)]
        .into_iter()
        .chain(rows)
        .any(|it| sheet.counts(it))
}

/// Whether every cell of these heads still holds what the results say.
fn still_true<'a>(
    state: &State,
    all: &[Change],
    period: PeriodId,
    heads: impl IntoIterator<Item = &'a ResultHead>,
    subject: impl Fn(&ResultHead, IndicatorId) -> Option<Subject>,
) -> Result<(), Refusal> {
    let cells = (heads.into_iter()).flat_map(|head| head.cells.iter().map(move |it| (head, it)));
    for (head, it) in cells {
        let Some(subject) = subject(head, it.indicator) else {
            continue;
        };
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

/// Whether what indicators are compared with is as it was: nobody but the one who takes back has changed it since, and where a figure came
/// of it, it is there.
fn compared_alike(sheet: &Sheet, original: &Commit, period: PeriodId) -> Result<(), Refusal> {
    let state = sheet.state;
    let mut own = state.references.keys().filter(|(of, _)| *of == period);
    if let Some((_, indicator)) = own.find(|(_, it)| sheet.counts(Key::Reference(period, *it))) {
        let indicator = *indicator;
        return Err(conflict(state, Key::Reference(period, indicator)));
    }
    let heads = (original.changes.iter()).flat_map(|it| match (it.key, &it.before) {
        (Key::ResultRow(of, _), Some(Record::ResultRow(row))) if of == period => {
            row.heads.iter().collect()
        }
        (Key::Results(of), Some(Record::Results(whole))) if of == period => {
            whole.municipality.iter().collect()
        }
        _ => Vec::new(),
    });
    for it in heads.flat_map(|it| it.cells.iter()) {
        let measure = (state.indicator_in(period, it.indicator)).map(|it| &it.measure);
        let key = (period, it.indicator);
        if matches!(measure, Some(Measure::Benchmark { .. }))
            && matches!(it.figure, ResultFigure::Number(_))
            && !state.references.contains_key(&key)
        {
            return Err(conflict(state, Key::Reference(key.0, key.1)));
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
