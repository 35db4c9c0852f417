//! What the rules have found at a value, in its detail: what is open, and what somebody has confirmed.

use super::detail::acting;
use super::items::DetailLine;
use crate::analysis::findings::{Finding, Rest};
use crate::args;
use crate::domain::check::Warning;
use crate::domain::rule::RuleKind;
use crate::domain::value::Cell;
use crate::locale::Phrase;
use crate::tui::app::App;
use crate::tui::command::table::CommandId;
use crate::tui::presence;
use crate::tui::theme::Role;

fn at(app: &App, cell: Cell) -> &[Finding] {
    let derived = app.derived.as_ref();
    derived.map_or(&[], |it| it.findings.get(cell))
}

/// What is open, in words. That something is missing is said by what asks for attention.
pub(super) fn open(app: &App, cell: Cell) -> Vec<String> {
    let is_said = |it: &RuleKind| matches!(it, RuleKind::NoteMissing | RuleKind::EvidenceMissing);
    let open = at(app, cell).iter();
    let open = open.filter(|it| it.is_open() && !is_said(&it.rule));
    // The numbers of the others stand beside it: the figure, its periods, the municipality.
    open.map(|it| match it.fact {
        Warning::BaseDiffers { .. } => {
            let said = app.narrator().finding(cell, &it.fact);
            about(app, it.rule, said)
        }
        _ => app.locale.word(&it.rule),
    })
    .collect()
}

/// What somebody has confirmed, and why; a note that explains is told as the note it is.
pub(super) fn confirmed(app: &App, cell: Cell) -> Vec<DetailLine> {
    let rests = at(app, cell).iter();
    let rests = rests.filter(|it| it.rest == Some(Rest::Confirmed));
    let told = rests.filter_map(|it| {
        let said = app.state().confirmation(cell, it.rule)?;
        let who = app.narrator().user(said.stamp.by);
        let time = presence::moment(app, said.stamp.at);
        let note = said.note.as_str();
        let phrase = match it.is_confirmed_by_author(app.state()) {
            true => Phrase::FindingConfirmedOwn,
            false => Phrase::FindingConfirmed,
        };
        let said = app.say_with(phrase, &args![note, who, time]);
        let said = format!("{} {}", app.theme.glyphs.done, about(app, it.rule, said));
        Some(acting(vec![(said, Role::Dim)], CommandId::Findings))
    });
    told.collect()
}

fn about(app: &App, rule: RuleKind, said: String) -> String {
    let rule = app.locale.word(&rule);
    app.say_with(Phrase::FoundAtValue, &args![rule, said])
}
