//! What a measure follows from, in its form: notes of analysis and recommendations to be ticked.
//!
//! A note is known by the token `n3`, a recommendation by `r5`.

use super::activity::Ground;
use crate::domain::ids::{NoteId, RecommendationId};
use crate::locale::Phrase;
use crate::tui::app::App;
use crate::tui::text;
use crate::tui::widget::form::{Field, Form, Kind, Tick};

/// The field.
pub(super) const AFTER: &str = "after";
/// Columns of a text that stands in the list.
const QUOTED: usize = 60;
/// Most notes of the direction that are offered beside those about the same values.
const OFFERED: usize = 6;

/// What is ticked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Follows {
    /// Notes.
    pub notes: Vec<NoteId>,
    /// Recommendations.
    pub recommendations: Vec<RecommendationId>,
}

/// The field of what it follows from and may follow from; `None` where there is nothing. Of a new one all that is about its values is
/// ticked.
pub(super) fn field(app: &App, ground: &Ground, is_new: bool) -> Option<Field> {
    let state = app.state();
    let mut notes: Vec<(NoteId, bool)> = ground.notes.iter().map(|it| (*it, true)).collect();
    let mut advice: Vec<(RecommendationId, bool)> = (ground.recommendations.iter())
        .map(|it| (*it, true))
        .collect();
    for cell in &ground.about {
        for id in state.notes_about.of(*cell) {
            offer(&mut notes, id, is_new);
        }
        for id in state.recommendations_about.of(*cell) {
            offer(&mut advice, id, is_new);
        }
    }
    let of_direction = state.notes.iter().rev().filter(|(_, it)| {
        it.period == ground.period && Some(it.direction) == ground.direction && !it.retired
    });
    for (id, _) in of_direction.take(OFFERED) {
        offer(&mut notes, *id, false);
    }
    let notes = notes.into_iter().filter_map(|(id, on)| {
        let it = state.notes.get(&id)?;
        let what = app
            .narrator()
            .key(crate::domain::record::Key::AnalysisNote(id));
        Some(tick(app, format!("n{}", id.0), &what, &it.findings, on))
    });
    let advice = advice.into_iter().filter_map(|(id, on)| {
        let it = state.recommendations.get(&id)?;
        let what = app.say(Phrase::KindRecommendation);
        Some(tick(app, format!("r{}", id.0), &what, &it.text, on))
    });
    let items: Vec<Tick> = notes.chain(advice).collect();
    (!items.is_empty()).then(|| {
        let kind = Kind::Ticks { items, at: 0 };
        Field::new(AFTER, app.say(Phrase::LabelFollowsFrom), kind)
    })
}

fn offer<T: PartialEq>(all: &mut Vec<(T, bool)>, id: T, on: bool) {
    if all.iter().all(|it| it.0 != id) {
        all.push((id, on));
    }
}

fn tick(app: &App, token: String, what: &str, said: &str, on: bool) -> Tick {
    let first = said.lines().next().unwrap_or_default();
    let first = text::cut(first, QUOTED, app.theme.glyphs.ellipsis);
    let dot = app.theme.glyphs.dot;
    Tick {
        token,
        label: format!("{what} {dot} {first}"),
        on,
    }
}

/// What is ticked in the form.
pub(super) fn read(form: &Form) -> Follows {
    let tokens = form.tokens(AFTER);
    let of = |kind: char| {
        let tokens = tokens.iter().filter_map(move |it| it.strip_prefix(kind));
        tokens.filter_map(|it| it.parse().ok())
    };
    Follows {
        notes: of('n').map(NoteId).collect(),
        recommendations: of('r').map(RecommendationId).collect(),
    }
}
