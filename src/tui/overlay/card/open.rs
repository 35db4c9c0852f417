//! What is open: recommendations and assignments with their terms.

use crate::analysis::related::{self, named};
use crate::args;
use crate::domain::followup::{AssignmentState, Due, Executor, RecommendationState, due_now};
use crate::domain::ids::{OrganisationId, PersonId};
use crate::domain::record::Key;
use crate::locale::Phrase;
use crate::tui::app::App;
use crate::tui::overlay::page::Line;
use crate::tui::theme::Role;

/// Whether an executor is this head by name.
fn is_done_by(executor: &Executor, person: Option<PersonId>) -> bool {
    matches!(executor, Executor::Head(it) if it.person == person)
}

/// Something open: its term and what it says.
struct Open {
    key: Key,
    due: Due,
    name: String,
    state: String,
    text: String,
    draft: bool,
    /// By how many days it is overdue.
    late: Option<i64>,
}

/// Open recommendations and assignments, overdue first; those of one head by name, where one is meant.
#[must_use]
pub fn follow_ups(
    app: &App,
    organisation: OrganisationId,
    whose: Option<PersonId>,
    width: usize,
) -> Vec<Line> {
    let state = app.state();
    let narrator = app.narrator();
    let mut open: Vec<Open> = Vec::new();
    let today = app.now.today;
    for id in state.recommendations_of.of(organisation) {
        let Some(it) = state
            .recommendations
            .get(&id)
            .filter(|it| it.state.is_open())
            .filter(|it| whose.is_none() || it.addressees.iter().any(|it| it.person == whose))
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
            late: related::recommendation_overdue(state, id, today),
        });
    }
    for (id, it) in state.assignments.iter() {
        if it.state != AssignmentState::Controlled
            || !related::is_in_force(state, it.decision)
            || !named(it).contains(&organisation)
            || (whose.is_some() && !it.executors.iter().any(|it| is_done_by(it, whose)))
        {
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
            late: related::assignment_overdue(state, *id, today),
        });
    }
    // What is overdue comes first, the longest at the top, and what has no date last.
    open.sort_by_key(|it| {
        let late = std::cmp::Reverse(it.late);
        (late, it.due.date().is_none(), it.due.date(), it.key)
    });
    let overdue = open.iter().filter(|it| it.late.is_some()).count();
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
        let (glyph, role, term) = if let Some(late) = it.late {
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
