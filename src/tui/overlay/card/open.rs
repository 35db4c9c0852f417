//! What is open: recommendations and assignments with their terms.

use crate::analysis::related::named;
use crate::args;
use crate::domain::followup::{AssignmentState, Due, RecommendationState, due_now};
use crate::domain::ids::OrganisationId;
use crate::domain::record::Key;
use crate::locale::Phrase;
use crate::tui::app::App;
use crate::tui::overlay::page::Line;
use crate::tui::theme::Role;

/// Something open: its term and what it says.
struct Open {
    key: Key,
    due: Due,
    name: String,
    state: String,
    text: String,
    draft: bool,
}

/// Open recommendations and assignments, overdue first.
#[must_use]
pub fn follow_ups(app: &App, organisation: OrganisationId, width: usize) -> Vec<Line> {
    let state = app.state();
    let narrator = app.narrator();
    let mut open: Vec<Open> = Vec::new();
    for id in state.recommendations_of.of(organisation) {
        let Some(it) = state
            .recommendations
            .get(&id)
            .filter(|it| it.state.is_open())
        else {
            continue;
        };
        let name = match it.ground {
            Some(cell) => app.say_with(
                Phrase::RecommendationAbout,
                &args![indicator = narrator.indicator(cell.period, cell.indicator)],
            ),
            None => app.say(Phrase::KindRecommendation),
        };
        open.push(Open {
            key: Key::Recommendation(id),
            due: due_now(it.due, &it.prolongations),
            name,
            state: app.locale.word(&it.state),
            text: it.text.clone(),
            draft: it.state == RecommendationState::Draft,
        });
    }
    for (id, it) in state.assignments.iter() {
        if it.state != AssignmentState::Controlled || !named(it).contains(&organisation) {
            continue;
        }
        open.push(Open {
            key: Key::Assignment(*id),
            due: due_now(it.due, &it.prolongations),
            name: app.say_with(
                Phrase::AssignmentNumbered,
                &args![number = it.number.as_str()],
            ),
            state: app.locale.word(&it.state),
            text: it.text.clone(),
            draft: false,
        });
    }
    let today = app.now.today;
    // A term that has passed comes first, and what has no date last.
    open.sort_by_key(|it| (it.due.date().is_none(), it.due.date(), it.key));
    let overdue = open
        .iter()
        .filter(|it| it.due.date().is_some_and(|date| date < today))
        .count();
    let title = match (open.len(), overdue) {
        (0, _) => app.say(Phrase::NothingOpen),
        (n, 0) => app.say_with(Phrase::OpenFollowUps, &args![n = n]),
        (n, overdue) => app.say_with(
            Phrase::OpenFollowUpsOverdue,
            &args![n = n, overdue = overdue],
        ),
    };
    let glyphs = app.theme.glyphs;
    let mut lines = vec![Line::default(), Line::new(title, Role::Label)];
    for it in open {
        let late = it.due.date().map_or(0, |date| (today - date).num_days());
        let (glyph, role, term) = if late > 0 {
            let late = app.say_with(Phrase::OverdueBy, &args![n = late]);
            (
                glyphs.warning,
                Role::Warning,
                format!("{} {} {late}", narrator.due(it.due), glyphs.dot),
            )
        } else {
            let glyph = if it.draft {
                glyphs.open
            } else {
                glyphs.running
            };
            (
                glyph,
                Role::Dim,
                format!("{} {} {}", narrator.due(it.due), glyphs.dot, it.state),
            )
        };
        let first = Line::new(format!("{glyph} "), role)
            .and(it.name, Role::Text)
            .and(format!("  {term}"), role);
        lines.push(first.opening(it.key));
        let text = it.text.split_whitespace().collect::<Vec<_>>().join(" ");
        let text = crate::tui::text::cut(&text, width.saturating_sub(2), glyphs.ellipsis);
        lines.push(Line::new("  ", Role::Text).and(text, Role::Dim));
    }
    lines
}
