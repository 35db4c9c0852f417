//! Writing the catalogue by keys: editions, the tree of one, the forms of its records, what is wrong with it, publishing it.

mod halves;
mod journey;
mod official;
mod pictures;
mod remarks;
mod rules;
mod together;
mod undone;
mod whole;

use smotr::domain::catalogue::{Edition, Indicator};
use smotr::domain::ids::{EditionId, IndicatorId};
use smotr::domain::state::State;

use crate::support::demo;
use crate::support::stage::Stage;

/// The edition that the demo comes with.
const FIRST: EditionId = EditionId(1);

/// The demo with a draft that is a copy of its edition, and the tree of the draft on the screen.
fn draft(size: (u16, u16)) -> Stage {
    let mut stage = demo::stage(size);
    stage.press_and_rest("<F8>⏎Т<F2>⏎");
    stage
}

/// The draft that was made last.
fn last(state: &State) -> (EditionId, &Edition) {
    let (id, it) = state.editions.iter().next_back().unwrap();
    (*id, &it.body)
}

/// An indicator of the last edition, by code.
fn coded<'a>(state: &'a State, code: &str) -> (IndicatorId, &'a Indicator) {
    let (edition, _) = last(state);
    let all = state.indicators_of(edition).into_iter();
    let mut found = all.filter(|(_, it)| it.code == code);
    let (id, it) = found.next().expect(code);
    (id, &it.body)
}

/// Fails unless a line of the list says both.
#[track_caller]
fn on_a_line(stage: &Stage, mark: &str, what: &str) {
    let screen = stage.screen();
    let found = screen
        .lines()
        .any(|it| it.contains(mark) && it.contains(what));
    assert!(found, "no line with {mark} and «{what}»:\n{screen}");
}
