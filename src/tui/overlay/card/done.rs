//! What was done for a head: measures of the period in which they take part, with what came of each.

use crate::analysis::related;
use crate::args;
use crate::domain::activity::ReviewOn;
use crate::domain::ids::{ActivityId, OrganisationId, PeriodId};
use crate::domain::record::Key;
use crate::locale::Phrase;
use crate::tui::app::App;
use crate::tui::measures::told;
use crate::tui::overlay::page::Line;
use crate::tui::text;
use crate::tui::theme::Role;

/// Measures of an organisation in a period, the latest first; nothing where there were none.
#[must_use]
pub fn measures(
    app: &App,
    organisation: OrganisationId,
    period: PeriodId,
    width: usize,
) -> Vec<Line> {
    let state = app.state();
    let mut all: Vec<ActivityId> = related::activities_of(state, organisation, period);
    all.sort_by_key(|id| {
        let from = state.activities.get(id).and_then(|it| it.from);
        std::cmp::Reverse((from, *id))
    });
    if all.is_empty() {
        return Vec::new();
    }
    let title = app.say_with(Phrase::CardMeasures, &args![n = all.len()]);
    let mut lines = vec![Line::default(), Line::new(title, Role::Label)];
    let glyphs = app.theme.glyphs;
    for id in all {
        let Some(it) = state.activities.get(&id) else {
            continue;
        };
        let reviews = state.reviews_on.of(ReviewOn::Activity(id));
        let last = reviews.filter_map(|id| state.reviews.get(&id)).last();
        let lacks = told::lacking(app, Key::Activity(id)).into_iter().next();
        let (glyph, role, came) = match (last, lacks) {
            (Some(it), _) => (glyphs.done, Role::Dim, Some(app.locale.word(&it.verdict))),
            (None, Some(lack)) => (glyphs.warning, Role::Warning, Some(lack)),
            (None, None) => (glyphs.running, Role::Dim, None),
        };
        let mut parts = told::activity(app, it);
        parts.extend(came);
        let told = parts.join(&format!(" {} ", glyphs.dot));
        let room = width.saturating_sub(2);
        let title = text::cut(&it.title, room, glyphs.ellipsis).into_owned();
        let first = Line::new(format!("{glyph} "), role).and(title, Role::Text);
        lines.push(first.opening(Key::Activity(id)));
        let told = text::cut(&told, room, glyphs.ellipsis).into_owned();
        lines.push(Line::new("  ", Role::Text).and(told, role));
    }
    lines
}
