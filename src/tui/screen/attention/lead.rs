//! From a line of the list to where it is mended: Enter leads there, and what one key can mend is mended from the list.
//!
//! Knows which command is about which kind of item; what the command does is the affair of whoever owns it.

use super::{AttentionScreen, Row, words};
use crate::analysis::agenda::{Item, Kind};
use crate::analysis::collecting::Wanted;
use crate::args;
use crate::domain::activity::ReviewOn;
use crate::domain::record::{Key, Kind as Records};
use crate::domain::value::Cell;
use crate::locale::Phrase;
use crate::tui::app::App;
use crate::tui::command::run::run;
use crate::tui::command::table::CommandId;
use crate::tui::followup::{self, apart};
use crate::tui::layer::{Outcome, Overlay};
use crate::tui::measures;
use crate::tui::overlay::{collecting, findings, go, objection, people, period};
use crate::tui::screen::Screen;
use crate::tui::screen::monitoring::{Monitoring, Pane, walk};
use crate::tui::status::Tone;
use crate::tui::unfinished;

/// Enter.
pub fn enter(app: &mut App) {
    let Some(row) = app.attention.row().cloned() else {
        return;
    };
    match row {
        Row::Heading(group) => {
            let folded = !app.attention.is_folded(group);
            AttentionScreen::fold(app, group, folded);
        }
        Row::Item(item) => lead(app, &item),
        Row::Unsaved(slot) => {
            unfinished::reopen_slot(app, slot);
            // Where it belongs to a value it is typed on beside it; what was said of it stays said.
            if app.screen != Screen::Attention && app.status.message().is_none() {
                app.put_screen_aside(Screen::Attention);
            }
        }
        Row::More(_) | Row::Unknown(_) => {}
    }
}

fn lead(app: &mut App, item: &Item) {
    match item.key {
        Key::Value(cell) => to_cell(app, cell),
        Key::Confirmation(cell, _) => {
            shown(app, cell);
            let page = findings::on(app, item.key);
            app.open(page);
        }
        Key::Recommendation(_) | Key::Assignment(_) => to_record(app, item.key),
        Key::Objection(id) => {
            let outcome = objection::open(app, id);
            opened(app, outcome);
        }
        Key::Activity(_) | Key::Decision(_) if item.kind == Kind::Unreviewed => {
            judge(app, item.key)
        }
        Key::Period(_) => period::readiness(app),
        Key::Collection(period, id) => {
            let page = collecting::on(app, period, id, Wanted::NotSent);
            app.open(page);
        }
        Key::Attestation(_) => renewed(app, item, Records::Attestation),
        Key::Contract(_) | Key::Appointment(_) => renewed(app, item, Records::Contract),
        key => {
            let outcome = go::open(app, key);
            opened(app, outcome);
        }
    }
}

/// The form of a new record that takes the place of the one that runs out; the person's card for whoever may not write it.
fn renewed(app: &mut App, item: &Item, kind: Records) {
    let Some(person) = item.person else {
        return;
    };
    let form = people::new_of(app, kind, person);
    show(app, form);
}

/// The form of a review.
fn judge(app: &mut App, key: Key) {
    let on = match key {
        Key::Activity(id) => ReviewOn::Activity(id),
        Key::Decision(id) => ReviewOn::Decision(id),
        _ => return,
    };
    let form = measures::review_on(app, on);
    show(app, form);
}

/// The period in which a cell is looked at is shown: pages about a period are about that one.
fn shown(app: &mut App, cell: Cell) {
    if app.monitoring.chosen.period != Some(cell.period) {
        Monitoring::show_period(app, cell.period);
    }
}

/// Shows a cell on Мониторинг; Esc there leads back to the list.
fn to_cell(app: &mut App, cell: Cell) {
    go::to_cell(app, cell);
    app.put_screen_aside(Screen::Attention);
}

/// A draft opens as it is written; anything else is shown under the value that it is about, with the cursor on it, or on a page of its own.
fn to_record(app: &mut App, key: Key) {
    if apart::is_written_on(app, key) {
        return followup::open(app, key);
    }
    let cells = followup::cells(app, key);
    let here = |it: &Cell| app.state().shard(it.period).is_some();
    if let Some(cell) = cells.into_iter().find(here) {
        to_cell(app, cell);
        let lines = &app.monitoring.panes.detail;
        if let Some(at) = lines.iter().position(|it| it.opens == Some(key)) {
            app.monitoring.detail.at = at;
            walk::focus(app, Pane::Detail);
            Monitoring::resettle(app);
            return;
        }
        app.back();
    }
    let outcome = go::open(app, key);
    opened(app, outcome);
}

fn opened(app: &mut App, outcome: Outcome) {
    match outcome {
        Outcome::Open(page) => app.open(page),
        // It is shown on another screen, which the list made way for.
        Outcome::Aside | Outcome::Close if app.screen != Screen::Attention => {
            app.put_screen_aside(Screen::Attention);
        }
        _ => {}
    }
}

fn show(app: &mut App, layer: Option<Box<dyn Overlay>>) {
    if let Some(layer) = layer {
        app.open(layer);
    }
}

/// What a command does with a line.
enum Does {
    /// Is written, or taken as a step, above the list.
    Here,
    /// Is done where the value stands, with its neighbours in sight.
    AtValue,
    /// Nothing: the line is about something else.
    Nothing,
    /// As everywhere.
    AsElsewhere,
}

fn does(app: &App, command: CommandId) -> Does {
    use CommandId as C;
    let item = app.attention.item();
    let is_of = |kinds: &[Kind]| item.is_some_and(|it| kinds.contains(&it.kind));
    let has_cell = app.attention.cell().is_some();
    let followed = [Kind::Recommendation, Kind::Assignment, Kind::Undecided];
    let here = match command {
        C::Recommend => has_cell,
        C::Decide => has_cell || is_of(&[Kind::Undecided, Kind::Recommendation]),
        C::Review if is_of(&[Kind::Unreviewed]) => true,
        C::Report | C::NextState | C::Prolong | C::Release | C::Review => is_of(&followed),
        C::Submit | C::Approve | C::ReturnValue => has_cell,
        C::CollectReceived | C::CollectRequested | C::Reminder if is_of(&[Kind::NotSent]) => true,
        C::Note => is_of(&[Kind::Finding]),
        C::Edit => is_of(&[
            Kind::Recommendation,
            Kind::Assignment,
            Kind::Undecided,
            Kind::Objection,
            Kind::Attestation,
            Kind::Contract,
        ]),
        C::EditValue
        | C::NotApplicable
        | C::NoData
        | C::ClearValue
        | C::StepChoice
        | C::Source
        | C::Evidence
        | C::Flag => false,
        _ => return Does::AsElsewhere,
    };
    let at_value = !matches!(
        command,
        C::Report | C::NextState | C::Prolong | C::Release | C::Review | C::Decide
    );
    match (here, has_cell && at_value) {
        (true, _) => Does::Here,
        (false, true) => Does::AtValue,
        (false, false) => Does::Nothing,
    }
}

/// Whether the key of a command is told: it mends the line under the cursor, or is about no line.
#[must_use]
pub fn is_hinted(app: &App, command: CommandId) -> bool {
    use CommandId as C;
    let kind = app.attention.item().map(|it| it.kind);
    match (command, does(app, command)) {
        (_, Does::Nothing) => false,
        (C::Recommend | C::Decide, _) => matches!(kind, Some(Kind::Low | Kind::Undecided)),
        (C::CollectReceived, _) => kind == Some(Kind::NotSent),
        (C::Submit, _) => kind == Some(Kind::Returned),
        (C::Note, _) => kind == Some(Kind::Finding),
        (C::EditValue | C::Evidence | C::Close, _) => false,
        _ => true,
    }
}

/// A command of the keymap. Whether it was one about the line under the cursor.
pub fn command(app: &mut App, command: CommandId) -> bool {
    match does(app, command) {
        Does::AsElsewhere => return false,
        Does::Nothing => {
            let what = app.say(command.title());
            let sentence = app.say_with(Phrase::AttentionOther, &args![what]);
            app.status.tell(Tone::Warning, sentence);
        }
        Does::AtValue => {
            if let Some(cell) = app.attention.cell() {
                to_cell(app, cell);
                run(app, command);
            }
        }
        Does::Here => {
            if let Some(item) = app.attention.item().copied() {
                here(app, command, &item);
            }
        }
    }
    true
}

fn here(app: &mut App, command: CommandId, item: &Item) {
    let cell = app.attention.cell();
    let whom = item.organisation.map(|id| (id, item.person));
    if item.kind == Kind::Unreviewed && command == CommandId::Review {
        return judge(app, item.key);
    }
    let outcome = match command {
        CommandId::Recommend => cell.map(|it| apart::recommend(app, it, whom)),
        CommandId::Decide => match (cell, item.key) {
            (Some(cell), _) => Some(apart::decide(app, cell, whom)),
            (None, Key::Recommendation(id)) => Some(apart::decide_after(app, id)),
            _ => None,
        },
        CommandId::Submit | CommandId::Approve | CommandId::ReturnValue => {
            cell.map(|it| collecting::of_cells(app, &[it], command))
        }
        CommandId::CollectReceived | CommandId::CollectRequested | CommandId::Reminder => {
            let period = app.attention.period().or(app.monitoring.chosen.period);
            let asked = period.zip(item.organisation);
            asked.map(|(period, id)| collecting::of_one(app, period, id, command))
        }
        CommandId::Note => match item.key {
            Key::Confirmation(cell, rule) => {
                let found = words::finding(app, cell, rule).cloned();
                found.map(|it| findings::confirm(app, &it))
            }
            _ => None,
        },
        CommandId::Edit => match item.key {
            Key::Objection(id) => Some(objection::edit(app, id)),
            key if people::has_editor(key) => people::editor(app, key).map(Outcome::Open),
            key => followup::on_page(app, command, &[key]),
        },
        _ => followup::on_page(app, command, &[item.key]),
    };
    if let Some(outcome) = outcome {
        opened(app, outcome);
    }
}
