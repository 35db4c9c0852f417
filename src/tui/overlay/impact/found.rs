//! What an edition makes of the findings of a period: how many there are and would be, and a line for each that comes, goes or matters
//! otherwise.

use crate::analysis::findings::Finding;
use crate::analysis::impact::{FindingImpact, FindingsImpact};
use crate::args;
use crate::domain::record::Key;
use crate::domain::rule::Importance;
use crate::locale::Phrase;
use crate::tui::app::App;
use crate::tui::overlay::page::{Line, paragraph};
use crate::tui::text;
use crate::tui::theme::Role;

/// Findings that are listed: it is seen what kind they are, and the page is about heads.
const MOST: usize = 12;
/// Most columns of the name of a cell.
const NAME: usize = 28;

/// How many there are and would be; of those that stay as they are only where other rules look.
pub(super) fn counted(app: &App, it: &FindingsImpact, other_rules: bool) -> Option<(String, Role)> {
    let ((before, after), (high, then)) = (it.all(), it.of_importance(Importance::High));
    let said = || app.say_with(Phrase::ImpactFindings, &args![before, after, high, then]);
    // With more that matter the period is not closed before they are looked at.
    let role = if then > high {
        Role::Warning
    } else {
        Role::Text
    };
    (other_rules || !it.changed.is_empty()).then(|| (said(), role))
}

/// Those that differ, each leading to its cell.
pub(super) fn lines(app: &App, it: &FindingsImpact, width: usize) -> Vec<Line> {
    let told = it.changed.iter().take(MOST);
    let mut lines: Vec<Line> = told.flat_map(|it| of_one(app, it, width)).collect();
    let rest = it.changed.len().saturating_sub(MOST);
    if rest > 0 {
        let said = app.say_with(Phrase::ImpactFindingsMore, &args![n = rest]);
        lines.push(Line::new(format!("  {said}"), Role::Dim));
    }
    lines
}

fn of_one(app: &App, it: &FindingImpact, width: usize) -> Vec<Line> {
    let Some(either) = it.after.as_ref().or(it.before.as_ref()) else {
        return Vec::new();
    };
    let what = app.narrator().finding(either.cell, &either.fact);
    let word = |it: &Finding| app.locale.word(&it.importance);
    let (said, role) = match (&it.before, &it.after) {
        (Some(before), Some(after)) => {
            let (before, after) = (word(before), word(after));
            (
                app.say_with(Phrase::ImpactFindingOther, &args![before, after, what]),
                Role::Text,
            )
        }
        (_, Some(after)) => {
            let importance = word(after);
            (
                app.say_with(Phrase::ImpactFindingNew, &args![importance, what]),
                Role::Text,
            )
        }
        _ => (
            app.say_with(Phrase::ImpactFindingGone, &args![what]),
            Role::Dim,
        ),
    };
    let name = format!("  {}", app.narrator().cell(either.cell));
    let name = text::cut(&name, NAME, app.theme.glyphs.ellipsis);
    let mut lines = paragraph(&name, NAME, &said, role, width);
    if let Some(first) = lines.first_mut() {
        first.opens = Some(Key::Value(either.cell));
    }
    lines
}
