//! Goals, notes of analysis, measures and reviews, written by keys alone.

mod chain;
mod forms;
mod journey;
mod pictures;
mod screen;

use smotr::domain::activity::{Activity, Review};
use smotr::domain::cycle::{AnalysisNote, Goal};

use crate::support::stage::Stage;
use crate::support::story;

/// The small story: a low value of СШ № 1 with a recommendation sent and a decision; the cursor on that value.
fn stage() -> Stage {
    sized((80, 24))
}

fn sized(size: (u16, u16)) -> Stage {
    let mut stage = story::stage(size);
    stage.press("⏎⏎<Home>↓").rest();
    stage
}

fn notes(stage: &Stage) -> Vec<AnalysisNote> {
    stage
        .state
        .notes
        .values()
        .map(|it| it.body.clone())
        .collect()
}

fn activities(stage: &Stage) -> Vec<Activity> {
    let all = stage.state.activities.values();
    all.map(|it| it.body.clone()).collect()
}

fn reviews(stage: &Stage) -> Vec<Review> {
    let all = stage.state.reviews.values();
    all.map(|it| it.body.clone()).collect()
}

fn goals(stage: &Stage) -> Vec<Goal> {
    stage
        .state
        .goals
        .values()
        .map(|it| it.body.clone())
        .collect()
}
