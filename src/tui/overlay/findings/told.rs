//! How the page of findings reads: what is open, a heading for each rule, a line for each finding, and why one rests.

use super::{Findings, key_of};
use crate::analysis::findings::{Finding, Rest};
use crate::args;
use crate::domain::rule::{Importance, RuleKind};
use crate::domain::value::{Subject, ValueState};
use crate::locale::{Phrase, to_do};
use crate::tui::app::App;
use crate::tui::overlay::page::{Line, paragraph};
use crate::tui::presence;
use crate::tui::text;
use crate::tui::theme::Role;

/// Most columns of the name of a cell.
const NAME: usize = 24;

impl Findings {
    pub(super) fn heading(&self, app: &App) -> Vec<Line> {
        let Some(derived) = &app.derived else {
            return Vec::new();
        };
        let all = derived.findings.all();
        let open = |of: Importance| {
            all.iter()
                .filter(|it| it.is_open() && it.importance == of)
                .count()
        };
        let rests = all.iter().filter(|it| !it.is_open()).count();
        let said = app.say_with(
            Phrase::FindingsCounts,
            &args![
                high = open(Importance::High),
                medium = open(Importance::Medium),
                low = open(Importance::Low),
                rests
            ],
        );
        let role = match open(Importance::High) {
            0 => Role::Text,
            _ => Role::Warning,
        };
        let mut lines = vec![Line::new(said, role)];
        lines.extend(self.only(app).map(|it| Line::new(it, Role::Dim)));
        lines
    }

    /// What of it is shown, where that is not all.
    fn only(&self, app: &App) -> Option<String> {
        let only = self.only.said(app);
        let direction = self.direction.and_then(|id| {
            let it = app
                .state()
                .direction_in(app.monitoring.chosen.period?, id)?;
            let direction = format!("{} {}", it.code, it.short);
            Some(app.say_with(Phrase::FindingsOnlyDirection, &args![direction]))
        });
        let parts: Vec<String> = only.into_iter().chain(direction).collect();
        let what = parts.join(", ");
        (!parts.is_empty()).then(|| app.say_with(Phrase::FindingsOnly, &args![what]))
    }

    /// `room` are the columns of names.
    pub(super) fn lines_of(&self, app: &App, it: &Finding, room: usize, width: usize) -> Vec<Line> {
        let glyphs = app.theme.glyphs;
        let is_marked = self.marked.contains(&(key_of(it), it.mark));
        let sign = match (is_marked, it.is_open()) {
            (true, _) => glyphs.marked,
            (false, true) => glyphs.warning,
            (false, false) => glyphs.done,
        };
        let name = format!("{sign} {}", name(app, it));
        let name = text::cut(&name, room, glyphs.ellipsis);
        let role = match it.is_open() {
            true => Role::Text,
            false => Role::Dim,
        };
        let said = self.said(app, it);
        let mut lines = paragraph(&name, room, &said, role, width);
        if let Some(why) = why(app, it) {
            lines.extend(paragraph("", room, &why, Role::Dim, width));
        }
        if let Some(first) = lines.first_mut() {
            first.opens = Some(key_of(it));
        }
        lines
    }

    /// What was found, and how far the value has come where it is more than entered: what was approved is not corrected in passing.
    fn said(&self, app: &App, it: &Finding) -> String {
        let said = app.narrator().finding(it.cell, &it.fact);
        let value = app.state().value(it.cell);
        let state = value.filter(|it| it.state != ValueState::Entered);
        match state.filter(|_| it.rule != RuleKind::Copied) {
            Some(value) => {
                let state = app.locale.word(&value.state);
                app.say_with(Phrase::FindingOf, &args![said, state])
            }
            None => said,
        }
    }
}

fn name(app: &App, it: &Finding) -> String {
    match (it.rule, it.cell.subject) {
        (RuleKind::Copied, Subject::Organisation(id)) => app.narrator().organisation(id),
        _ => app.narrator().cell(it.cell),
    }
}

/// The columns that the names of these need, with the sign before them and a gap after.
pub(super) fn room_of_names(app: &App, all: &[&Finding]) -> usize {
    let widest = all.iter().map(|it| text::width(&name(app, it))).max();
    (widest.unwrap_or_default() + 3).min(NAME)
}

/// Why a finding rests.
fn why(app: &App, it: &Finding) -> Option<String> {
    let note = match it.rest? {
        Rest::Note => {
            let value = app.state().value(it.cell)?;
            return Some(
                app.say_with(Phrase::FindingExplained, &args![note = value.note.as_str()]),
            );
        }
        Rest::Confirmed => app.state().confirmation(it.cell, it.rule)?,
    };
    let who = app.narrator().user(note.stamp.by);
    let time = presence::moment(app, note.stamp.at);
    let note = note.note.as_str();
    let phrase = match it.is_confirmed_by_author(app.state()) {
        true => Phrase::FindingConfirmedOwn,
        false => Phrase::FindingConfirmed,
    };
    Some(app.say_with(phrase, &args![note, who, time]))
}

/// The heading over the findings of one rule: how much it matters, what it is, and what is to be done.
pub(super) fn headed(app: &App, it: &Finding, width: usize) -> Vec<Line> {
    let (importance, rule) = (app.locale.word(&it.importance), app.locale.word(&it.rule));
    let title = app.say_with(Phrase::FindingsOfRule, &args![rule, importance]);
    let mut lines = vec![Line::heading(title)];
    let edition = app.state().edition_of(it.cell.period);
    if let Some(edition) = edition {
        let told = to_do(&app.locale, it.rule, &app.state().rule(edition, it.rule));
        let told = text::wrap(&told, width.saturating_sub(2));
        lines.extend(
            told.into_iter()
                .map(|it| Line::new("  ", Role::Text).and(it, Role::Dim)),
        );
    }
    lines
}
