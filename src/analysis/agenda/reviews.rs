//! What was done and never judged: measures that were held, decisions that were executed.

use chrono::NaiveDate;

use super::{DAYS_TO_REVIEW, Item, Kind, Scope, When};
use crate::analysis::cycle::is_reviewed;
use crate::analysis::related::day_of;
use crate::domain::activity::{ActivityState, ReviewOn};
use crate::domain::followup::DecisionState;
use crate::domain::record::Key;
use crate::domain::state::State;

pub(super) fn gather(
    state: &State,
    today: NaiveDate,
    whose: Option<&Scope>,
    found: &mut Vec<Item>,
) {
    let long_ago = |done: NaiveDate| {
        let days = (today - done).num_days();
        (days > DAYS_TO_REVIEW).then_some(When::Since(days))
    };
    for (id, it) in state.activities.iter() {
        let done = (it.state == ActivityState::Held)
            .then(|| it.to.or(it.from))
            .flatten();
        let Some(when) = done.and_then(long_ago) else {
            continue;
        };
        let theirs = whose.is_none_or(|scope| {
            let organisations = it.participants.iter().map(|it| it.organisation);
            scope.is_user(it.stamp.by)
                || scope.takes_direction(it.direction) && scope.takes_organisation(organisations)
        });
        if theirs && !is_reviewed(state, ReviewOn::Activity(*id)) {
            let item = Item::new(Kind::Unreviewed, Key::Activity(*id), when);
            found.push(item.of_all(&it.participants));
        }
    }
    // A decision does not say when it was executed: it was changed last then.
    for (id, it) in state.decisions.iter() {
        let executed = (it.state == DecisionState::Executed).then(|| day_of(it.stamp.at));
        let Some(when) = executed.and_then(long_ago) else {
            continue;
        };
        let theirs = whose.is_none_or(|scope| scope.is_user(it.stamp.by) || scope.is_all());
        if theirs && !is_reviewed(state, ReviewOn::Decision(*id)) {
            found.push(Item::new(Kind::Unreviewed, Key::Decision(*id), when));
        }
    }
}
