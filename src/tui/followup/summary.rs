//! What a step or a report is about, in two lines above the form's fields.

use crate::domain::record::Key;
use crate::domain::value::Cell;
use crate::tui::app::App;
use crate::tui::text;

/// Two lines about a record: what is said in it, by when, where it stands.
#[must_use]
pub fn summary(app: &App, key: Key) -> Vec<String> {
    let narrator = app.narrator();
    let joined = |parts: Vec<String>| parts.join(" · ");
    let state = app.state();
    match key {
        Key::Recommendation(id) => (state.recommendations.get(&id).into_iter())
            .flat_map(|it| {
                let state = app.locale.word(&it.state);
                let term = narrator.term(it.due, &it.prolongations);
                [short(app, &it.text), joined(vec![term, state])]
            })
            .collect(),
        Key::Assignment(id) => (state.assignments.get(&id).into_iter())
            .flat_map(|it| {
                let state = app.locale.word(&it.state);
                let term = narrator.term(it.due, &it.prolongations);
                [short(app, &it.text), joined(vec![term, state])]
            })
            .collect(),
        Key::Decision(id) => (state.decisions.get(&id).into_iter())
            .map(|it| joined(vec![short(app, &it.title), app.locale.word(&it.state)]))
            .collect(),
        _ => Vec::new(),
    }
}

/// The values that a record of follow-up is about.
#[must_use]
pub fn cells(app: &App, key: Key) -> Vec<Cell> {
    let state = app.state();
    let of_decision = |id| {
        let found = state.decisions.get(&id);
        found.map(|it| it.grounds.clone()).unwrap_or_default()
    };
    match key {
        Key::Recommendation(id) => {
            let found = state.recommendations.get(&id);
            found.and_then(|it| it.ground).into_iter().collect()
        }
        Key::Decision(id) => of_decision(id),
        Key::Assignment(id) => (state.assignments.get(&id))
            .map(|it| of_decision(it.decision))
            .unwrap_or_default(),
        _ => Vec::new(),
    }
}

/// The first lines of a text, as much as two lines of the screen hold.
fn short(app: &App, content: &str) -> String {
    let room = usize::from(app.size.0.saturating_sub(4)).max(20) * 2 - 10;
    let flat = content.replace('\n', " ");
    text::cut(&flat, room, app.theme.glyphs.ellipsis).into_owned()
}
