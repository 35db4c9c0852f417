//! What followed a value, as lines of the detail: recommendations, decisions with their assignments, reports.
//!
//! Owns their words and what is late; where lines break is the affair of `flow`.

use super::panes::DetailLine;
use crate::analysis::related;
use crate::args;
use crate::domain::followup::{ReportOn, due_now};
use crate::domain::ids::{AssignmentId, DecisionId, RecommendationId};
use crate::domain::record::Key;
use crate::locale::{Phrase, format};
use crate::tui::app::App;
use crate::tui::theme::Role;

/// A recommendation with its term, words and state.
pub fn recommendation_line(app: &App, id: RecommendationId) -> Option<DetailLine> {
    let state = app.state();
    let it = state.recommendations.get(&id)?;
    let due = due_now(it.due, &it.prolongations);
    let days = related::recommendation_overdue(state, id, app.now.today);
    let late = late(app, days);
    let overdue = late.is_some();
    let state_words = late.unwrap_or_else(|| app.locale.word(&it.state));
    Some(DetailLine {
        parts: vec![
            (
                format!("{}  ", app.say(Phrase::DetailRecommendation)),
                Role::Label,
            ),
            (
                format!("{}  ", app.narrator().due(due)),
                if overdue { Role::Warning } else { Role::Dim },
            ),
            (
                format!("{state_words}  "),
                if overdue { Role::Warning } else { Role::Good },
            ),
            (flat(&it.text), Role::Text),
        ],
        opens: Some(Key::Recommendation(id)),
        ..DetailLine::default()
    })
}

/// What a recommendation is expected to lead to, on a line below it.
pub fn expected_line(app: &App, id: RecommendationId) -> Option<DetailLine> {
    let it = app.state().recommendations.get(&id)?;
    let expected = flat(&it.expected);
    (!expected.is_empty()).then(|| DetailLine {
        parts: vec![
            (format!("  {}  ", app.say(Phrase::LabelExpected)), Role::Dim),
            (expected, Role::Dim),
        ],
        opens: Some(Key::Recommendation(id)),
        ..DetailLine::default()
    })
}

/// Reports on a recommendation; standing apart from it, they say what they are about.
pub fn reports_on_recommendation(app: &App, id: RecommendationId, apart: bool) -> Vec<DetailLine> {
    let label = if apart {
        app.say(Phrase::DetailReportOnRecommendation)
    } else {
        format!("  {}", app.say(Phrase::DetailReport))
    };
    report_lines(app, ReportOn::Recommendation(id), &label)
}

/// A decision with its act and state; assignments and reports under it.
pub fn decision_lines(app: &App, id: DecisionId) -> Vec<DetailLine> {
    let state = app.state();
    let Some(it) = state.decisions.get(&id) else {
        return Vec::new();
    };
    let act = it
        .document
        .map(|id| format!("{}  ", app.narrator().document(id)))
        .unwrap_or_default();
    let mut out = vec![DetailLine {
        parts: vec![
            (
                format!("{}  ", app.say(Phrase::DetailDecision)),
                Role::Label,
            ),
            (format!("{}  ", app.locale.word(&it.state)), Role::Good),
            (act, Role::Dim),
            (flat(&it.title), Role::Text),
        ],
        opens: Some(Key::Decision(id)),
        ..DetailLine::default()
    }];
    for assignment in state.assignments_of.of(id) {
        out.extend(assignment_lines(app, assignment));
    }
    out
}

fn assignment_lines(app: &App, id: AssignmentId) -> Vec<DetailLine> {
    let state = app.state();
    let Some(it) = state.assignments.get(&id) else {
        return Vec::new();
    };
    let due = due_now(it.due, &it.prolongations);
    let late = late(app, related::assignment_overdue(state, id, app.now.today));
    let tone = if late.is_some() {
        Role::Warning
    } else {
        Role::Dim
    };
    let state_words = late.unwrap_or_else(|| app.locale.word(&it.state));
    let mut out = vec![DetailLine {
        parts: vec![
            (
                format!(
                    "  {}  ",
                    app.say_with(
                        Phrase::DetailAssignment,
                        &args![number = it.number.as_str()]
                    )
                ),
                Role::Label,
            ),
            (format!("{}  ", app.narrator().due(due)), tone),
            (format!("{state_words}  "), tone),
            (flat(&it.text), Role::Text),
        ],
        opens: Some(Key::Assignment(id)),
        ..DetailLine::default()
    }];
    let label = format!("    {}", app.say(Phrase::DetailReport));
    out.extend(report_lines(app, ReportOn::Assignment(id), &label));
    out
}

fn report_lines(app: &App, on: ReportOn, label: &str) -> Vec<DetailLine> {
    let state = app.state();
    (state.reports_on.of(on))
        .filter_map(|id| {
            let report = state.reports.get(&id)?;
            Some(DetailLine {
                parts: vec![
                    (format!("{label}  "), Role::Label),
                    (format!("{}  ", format::date(report.date)), Role::Dim),
                    (flat(&report.text), Role::Text),
                ],
                opens: Some(Key::Report(id)),
                ..DetailLine::default()
            })
        })
        .collect()
}

/// «просрочено на 5 дней».
fn late(app: &App, days: Option<i64>) -> Option<String> {
    days.map(|n| app.say_with(Phrase::OverdueBy, &args![n]))
}

/// A text of several lines in one.
pub(super) fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
