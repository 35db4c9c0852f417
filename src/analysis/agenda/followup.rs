//! What waits among recommendations, assignments and objections, of whichever period.

use chrono::NaiveDate;

use super::{DAYS_AHEAD, Item, Kind, Scope, When};
use crate::analysis::attention;
use crate::analysis::related;
use crate::domain::followup::{Addressee, Assignment, Executor};
use crate::domain::ids::{AssignmentId, DirectionId, RecommendationId};
use crate::domain::record::Key;
use crate::domain::state::State;
use crate::domain::value::Cell;

pub(super) fn gather(
    state: &State,
    today: NaiveDate,
    whose: Option<&Scope>,
    found: &mut Vec<Item>,
) {
    for id in state.recommendations.keys() {
        recommendation(state, *id, today, whose, found);
    }
    for id in state.assignments.keys() {
        found.extend(assignment(state, *id, today, whose));
    }
    objections(state, today, whose, found);
}

/// How something stands that is overdue by so many days, else due in so many; `None` where neither is near.
fn when(over: Option<i64>, due_in: impl FnOnce() -> Option<i64>) -> Option<When> {
    let near = || due_in().filter(|it| *it <= DAYS_AHEAD).map(When::In);
    over.map(When::Over).or_else(near)
}

fn recommendation(
    state: &State,
    id: RecommendationId,
    today: NaiveDate,
    whose: Option<&Scope>,
    found: &mut Vec<Item>,
) {
    let Some(it) = (state.recommendations.get(&id)).filter(|it| it.state.is_open()) else {
        return;
    };
    let theirs = whose.is_none_or(|scope| {
        let organisations = it.addressees.iter().map(|it| it.organisation);
        scope.is_user(it.stamp.by)
            || scope.takes_direction(direction_of(state, it.ground))
                && scope.takes_organisation(organisations)
    });
    if !theirs {
        return;
    }
    let key = Key::Recommendation(id);
    let over = related::recommendation_overdue(state, id, today);
    let due = when(over, || related::recommendation_due_in(state, id, today));
    let waits = attention::undecided(state, id, today).map(When::Since);
    let items = [(Kind::Recommendation, due), (Kind::Undecided, waits)];
    found.extend(items.into_iter().filter_map(|(kind, when)| {
        let item = Item::new(kind, key, when?);
        Some(item.of_all(&it.addressees))
    }));
}

fn assignment(
    state: &State,
    id: AssignmentId,
    today: NaiveDate,
    whose: Option<&Scope>,
) -> Option<Item> {
    let it = state.assignments.get(&id)?;
    let over = related::assignment_overdue(state, id, today);
    let when = when(over, || related::assignment_due_in(state, id, today))?;
    if whose.is_some_and(|scope| !scope.is_user(it.stamp.by) && !is_of(state, it, scope)) {
        return None;
    }
    let item = Item::new(Kind::Assignment, Key::Assignment(id), when);
    Some(item.of_all(&heads(it)))
}

/// Whether an assignment is somebody's to do, or of an organisation and a direction that they answer for.
fn is_of(state: &State, it: &Assignment, scope: &Scope) -> bool {
    let own = |it: &Executor| matches!(it, Executor::User(id) if scope.is_user(*id));
    let decision = state.decisions.get(&it.decision);
    let grounds = decision.map_or(&[][..], |it| &it.grounds);
    let directions = (grounds.iter()).filter_map(|it| direction_of(state, Some(*it)));
    it.executors.iter().any(own)
        || scope.takes_direction(directions) && scope.takes_organisation(related::named(it))
}

/// The heads that an assignment names, those of groups without their persons.
fn heads(it: &Assignment) -> Vec<Addressee> {
    let of = |it: &Executor| match it {
        Executor::Head(it) => vec![it.clone()],
        Executor::Group(all) => all
            .iter()
            .map(|it| Addressee {
                organisation: *it,
                person: None,
            })
            .collect(),
        Executor::User(_) | Executor::Post(_) => Vec::new(),
    };
    it.executors.iter().flat_map(of).collect()
}

fn objections(state: &State, today: NaiveDate, whose: Option<&Scope>, found: &mut Vec<Item>) {
    for (id, it) in state.objections.iter().filter(|it| it.1.answer.is_none()) {
        let theirs = whose.is_none_or(|scope| {
            scope.is_user(it.stamp.by)
                || scope.takes_direction(direction_of(state, it.cell))
                    && scope.takes_organisation([it.organisation])
        });
        if theirs {
            let when = When::until(it.due, today);
            let item = Item::new(Kind::Objection, Key::Objection(*id), when);
            found.push(item.of(Some(it.organisation), it.person));
        }
    }
}

fn direction_of(state: &State, cell: Option<Cell>) -> Option<DirectionId> {
    let cell = cell?;
    let indicator = state.indicator_in(cell.period, cell.indicator)?;
    Some(indicator.direction)
}
