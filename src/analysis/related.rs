//! Which recommendations, decisions and reports belong to a value or an organisation, and when things are due.
//!
//! Owns the ways through the links; judges nothing.

use chrono::{DateTime, Datelike, Months, NaiveDate};

use crate::domain::followup::{
    Assignment, AssignmentState, DecisionState, Due, Executor, Prolongation, Recommendation,
    ReportOn, due_now,
};
use crate::domain::ids::{
    ActivityId, AssignmentId, DecisionId, OrganisationId, PeriodId, RecommendationId, Timestamp,
};
use crate::domain::state::{Stamped, State};
use crate::domain::value::Cell;

/// The recommendations about a value, in order of their ids.
#[must_use]
pub fn recommendations_about(state: &State, cell: Cell) -> Vec<RecommendationId> {
    state.recommendations_about.of(cell).collect()
}

/// The decisions about a value: those that name it and those that follow a recommendation about it. Cancelled ones too.
#[must_use]
pub fn decisions_about(state: &State, cell: Cell) -> Vec<DecisionId> {
    let mut found: Vec<_> = recommendations_about(state, cell)
        .into_iter()
        .flat_map(|it| state.decisions_after.of(it))
        .chain(state.decisions_about.of(cell))
        .collect();
    found.sort_unstable();
    found.dedup();
    found
}

/// The measures about a value: those that name it, those that follow a recommendation about it, and those that follow an analysis of it.
#[must_use]
pub fn activities_about(state: &State, cell: Cell) -> Vec<ActivityId> {
    let after_advice = recommendations_about(state, cell)
        .into_iter()
        .flat_map(|it| state.activities_after.of(it));
    let after_notes = (state.notes_about.of(cell)).flat_map(|it| state.activities_of_note.of(it));
    let mut found: Vec<_> = (state.activities_about.of(cell))
        .chain(after_advice)
        .chain(after_notes)
        .collect();
    found.sort_unstable();
    found.dedup();
    found
}

/// The measures of a period in which the head of an organisation takes part.
#[must_use]
pub fn activities_of(
    state: &State,
    organisation: OrganisationId,
    period: PeriodId,
) -> Vec<ActivityId> {
    let all = state.activities.iter().filter(|(_, it)| {
        let mut heads = it.participants.iter();
        it.period == period && heads.any(|it| it.organisation == organisation)
    });
    all.map(|(id, _)| *id).collect()
}

/// Whether a decision is in being: not cancelled.
#[must_use]
pub fn stands(state: &State, decision: DecisionId) -> bool {
    state
        .decisions
        .get(&decision)
        .is_some_and(|it| !matches!(it.state, DecisionState::Cancelled { .. }))
}

/// Whether a decision is in force: signed and not cancelled.
#[must_use]
pub fn is_in_force(state: &State, decision: DecisionId) -> bool {
    state.decisions.get(&decision).is_some_and(|it| {
        !matches!(
            it.state,
            DecisionState::Draft | DecisionState::Cancelled { .. }
        )
    })
}

/// The assignments of a decision that concern one of these organisations: those that name it and those that name no organisation at all.
/// With no organisations given, all.
#[must_use]
pub fn assignments_for(
    state: &State,
    decision: DecisionId,
    organisations: &[OrganisationId],
) -> Vec<AssignmentId> {
    state
        .assignments_of
        .of(decision)
        .filter(|id| {
            state.assignments.get(id).is_some_and(|it| {
                let named = named(it);
                organisations.is_empty()
                    || named.is_empty()
                    || named.iter().any(|it| organisations.contains(it))
            })
        })
        .collect()
}

/// The organisations that an assignment names as executors.
#[must_use]
pub fn named(assignment: &Assignment) -> Vec<OrganisationId> {
    assignment
        .executors
        .iter()
        .flat_map(|it| match it {
            Executor::Head(addressee) => vec![addressee.organisation],
            Executor::Group(group) => group.clone(),
            Executor::User(_) | Executor::Post(_) => Vec::new(),
        })
        .collect()
}

/// The day of a moment, by UTC: the domain knows no time zone.
#[must_use]
pub fn day_of(at: Timestamp) -> NaiveDate {
    DateTime::from_timestamp_millis(at.0).map_or(NaiveDate::MIN, |it| it.date_naive())
}

/// By how many days an open recommendation is overdue; `None` if it is not.
#[must_use]
pub fn recommendation_overdue(
    state: &State,
    id: RecommendationId,
    today: NaiveDate,
) -> Option<i64> {
    let it = state.recommendations.get(&id)?;
    if !it.state.is_open() {
        return None;
    }
    let since = since_of(it);
    let on = ReportOn::Recommendation(id);
    days_overdue(state, on, it.due, &it.prolongations, since, today)
}

/// The day a recommendation counts from: when it was sent, else when it was last written.
#[must_use]
pub fn since_of(it: &Stamped<Recommendation>) -> NaiveDate {
    let sent = it.sent.as_ref().map(|it| it.date);
    sent.unwrap_or_else(|| day_of(it.stamp.at))
}

/// In how many days an open recommendation is due the next time; `None` while it is overdue, reported on already, or due on no day.
#[must_use]
pub fn recommendation_due_in(state: &State, id: RecommendationId, today: NaiveDate) -> Option<i64> {
    let it = state.recommendations.get(&id)?;
    if !it.state.is_open() || recommendation_overdue(state, id, today).is_some() {
        return None;
    }
    let on = ReportOn::Recommendation(id);
    days_until(state, on, due_now(it.due, &it.prolongations), today)
}

/// By how many days an assignment of a decision in force is overdue; `None` if it is not.
#[must_use]
pub fn assignment_overdue(state: &State, id: AssignmentId, today: NaiveDate) -> Option<i64> {
    let it = controlled(state, id)?;
    let signed =
        (state.decisions.get(&it.decision)).and_then(|it| state.documents.get(&it.document?)?.date);
    let since = signed.unwrap_or_else(|| day_of(it.stamp.at));
    let on = ReportOn::Assignment(id);
    days_overdue(state, on, it.due, &it.prolongations, since, today)
}

/// In how many days an assignment of a decision in force is due the next time; `None` as with a recommendation.
#[must_use]
pub fn assignment_due_in(state: &State, id: AssignmentId, today: NaiveDate) -> Option<i64> {
    let it = controlled(state, id)?;
    if assignment_overdue(state, id, today).is_some() {
        return None;
    }
    let on = ReportOn::Assignment(id);
    days_until(state, on, due_now(it.due, &it.prolongations), today)
}

/// An assignment under control, of a decision in force.
fn controlled(state: &State, id: AssignmentId) -> Option<&Stamped<Assignment>> {
    let it = state.assignments.get(&id)?;
    let waits = it.state == AssignmentState::Controlled && is_in_force(state, it.decision);
    waits.then_some(it)
}

/// By how many days something is overdue; `None` while it is not, or is never due on a day.
///
/// What comes back every month or quarter is overdue when its last day has passed without a report since the day before that one.
fn days_overdue(
    state: &State,
    on: ReportOn,
    due: Due,
    prolongations: &[Prolongation],
    since: NaiveDate,
    today: NaiveDate,
) -> Option<i64> {
    let due = due_now(due, prolongations);
    let last = last_day(due, today)?;
    if every(due).is_some() && (last <= since || is_reported_for(state, on, due, last)) {
        return None;
    }
    let days = today.signed_duration_since(last).num_days();
    (days > 0).then_some(days)
}

/// In how many days something is due that is not overdue; of what comes back, only where it was not reported on for that day already.
fn days_until(state: &State, on: ReportOn, due: Due, today: NaiveDate) -> Option<i64> {
    let next = match every(due) {
        None => due.date()?,
        Some(months) => last_day(due, today)?.checked_add_months(Months::new(months))?,
    };
    let done = every(due).is_some() && is_reported_for(state, on, due, next);
    let days = next.signed_duration_since(today).num_days();
    (days >= 0 && !done).then_some(days)
}

/// Whether a report came since the day before one on which something is due that comes back.
fn is_reported_for(state: &State, on: ReportOn, due: Due, day: NaiveDate) -> bool {
    let before = every(due).and_then(|it| day.checked_sub_months(Months::new(it)));
    let reports = state.reports_on.of(on);
    let mut reports = reports.filter_map(|it| state.reports.get(&it));
    before.is_some_and(|before| reports.any(|it| it.date > before))
}

/// Months between two due days, where they come back.
fn every(due: Due) -> Option<u32> {
    match due {
        Due::Monthly(_) => Some(1),
        Due::Quarterly(_) => Some(3),
        Due::On(_) | Due::Standing => None,
    }
}

/// The day something is due; of what comes back, the last such day before today.
fn last_day(due: Due, today: NaiveDate) -> Option<NaiveDate> {
    let (day, months) = match due {
        Due::On(date) => return Some(date),
        Due::Standing => return None,
        Due::Monthly(day) => (day, 1),
        Due::Quarterly(day) => (day, 3),
    };
    let first_month = today.month0() / months * months + 1;
    let this = NaiveDate::from_ymd_opt(today.year(), first_month, day)?;
    if this < today {
        Some(this)
    } else {
        this.checked_sub_months(Months::new(months))
    }
}
