//! What was found, done and judged about a value, as lines of the detail: notes of analysis, measures, reviews.
//!
//! Owns their words; what was advised and decided stands in `follow`, where lines break is the affair of `flow`.

use super::follow::flat;
use super::panes::DetailLine;
use crate::analysis::related;
use crate::domain::activity::ReviewOn;
use crate::domain::ids::{ActivityId, NoteId};
use crate::domain::record::Key;
use crate::domain::value::Cell;
use crate::locale::{Phrase, format};
use crate::tui::app::App;
use crate::tui::measures::told;
use crate::tui::theme::Role;

/// Notes about a value.
pub fn notes(app: &App, cell: Cell) -> Vec<DetailLine> {
    let all = app.state().notes_about.of(cell);
    all.filter_map(|it| note_line(app, it)).collect()
}

fn note_line(app: &App, id: NoteId) -> Option<DetailLine> {
    let it = app.state().notes.get(&id).filter(|it| !it.retired)?;
    let said = match it.conclusions.is_empty() {
        true => &it.findings,
        false => &it.conclusions,
    };
    let key = Key::AnalysisNote(id);
    Some(line(
        app,
        key,
        app.say(Phrase::DetailAnalysis),
        vec![format::date(it.on)],
        said,
    ))
}

/// Measures about a value, each with what came of it.
pub fn activities(app: &App, cell: Cell) -> Vec<DetailLine> {
    let all = related::activities_about(app.state(), cell).into_iter();
    all.flat_map(|it| activity_lines(app, it)).collect()
}

fn activity_lines(app: &App, id: ActivityId) -> Vec<DetailLine> {
    let Some(it) = app.state().activities.get(&id) else {
        return Vec::new();
    };
    let key = Key::Activity(id);
    let label = app.say(Phrase::DetailActivity);
    let mut out = vec![line(app, key, label, told::activity(app, it), &it.title)];
    out.extend(reviews(app, ReviewOn::Activity(id)));
    out
}

/// Reviews of something, on lines below it.
pub fn reviews(app: &App, on: ReviewOn) -> Vec<DetailLine> {
    let state = app.state();
    let label = format!("  {}", app.say(Phrase::DetailReview));
    let all = state.reviews_on.of(on).filter_map(|id| {
        let it = state.reviews.get(&id)?;
        let parts = told::review(app, it);
        Some(line(app, Key::Review(id), label.clone(), parts, &it.text))
    });
    all.collect()
}

/// A record in a line: its name, how it stands, what it lacks, its words.
fn line(app: &App, key: Key, label: String, parts: Vec<String>, said: &str) -> DetailLine {
    let mut all = vec![(format!("{label}  "), Role::Label)];
    all.extend(parts.into_iter().map(|it| (format!("{it}  "), Role::Dim)));
    let lacks = told::lacking(app, key).into_iter();
    let sign = app.theme.glyphs.warning;
    all.extend(lacks.map(|it| (format!("{sign}\u{a0}{it}  "), Role::Warning)));
    all.push((flat(said), Role::Text));
    DetailLine {
        parts: all,
        opens: Some(key),
        ..DetailLine::default()
    }
}
