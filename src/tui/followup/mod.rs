//! Recommendations, decisions and reports, written inline under the value they are about.
//!
//! Each form is a [`Purpose`](crate::tui::inline::purpose::Purpose) in a file of its own. What a command is about is found in
//! `subject`; where the followed value has several things that a step could be meant for, a short list asks
//! which.

pub mod apart;
mod assignment;
mod decision;
pub mod document;
pub mod executor;
pub mod meant;
mod recommendation;
mod registering;
pub mod repealing;
mod report;
mod restore;
mod step_form;
pub mod steps;
mod subject;
mod summary;
pub mod target;
pub mod term;

use crate::domain::decide::{Actor, Deed, allowed};
use crate::domain::followup::{RecommendationState, ReportOn};
use crate::domain::record::Key;
use crate::domain::value::Cell;
use crate::locale::Phrase;
use crate::service::link::Unsaved;
use crate::tui::app::{App, Waiting};
use crate::tui::command::table::CommandId;
use crate::tui::inline::layer;
use crate::tui::layer::{Outcome, Overlay};
use crate::tui::measures;
use crate::tui::overlay::go;
use crate::tui::overlay::picker::{Item, Picker};
use crate::tui::rights::may;
use crate::tui::screen::Screen;
use crate::tui::screen::monitoring::walk;
use crate::tui::status::Tone;
use meant::about;
use steps::{Input, Step};

pub use subject::{of_cell, selected};
pub use summary::{cells, recorded_since, summary};

/// What a command opens; `None` where it was done at once, or cannot be done, which was said.
pub type Layer = Option<Box<dyn Overlay>>;

/// A recommendation for the row, or for all marked rows.
pub fn recommend(app: &mut App) {
    if app.monitoring.marks_are_elsewhere() {
        return tell(app, Phrase::MarkedElsewhere);
    }
    let targets = target::acted_on(app);
    let Some(period) = app.monitoring.chosen.period else {
        return;
    };
    if targets.is_empty() {
        return tell(app, Phrase::NobodyToRecommend);
    }
    let whom = targets
        .iter()
        .map(|it| (it.addressee.organisation, it.cell));
    if !may(app, &Deed::Recommend(whom.collect())) {
        return;
    }
    let writing = recommendation::Writing::new(app, period, targets);
    layer::open(app, writing);
}

/// A decision about the row, or about all marked rows.
pub fn decide(app: &mut App) {
    if app.monitoring.marks_are_elsewhere() {
        return tell(app, Phrase::MarkedElsewhere);
    }
    if !may(app, &Deed::Decide) {
        return;
    }
    let rows = app.monitoring.acted_on();
    let grounds: Vec<Cell> = rows.iter().filter_map(|it| it.cell).collect();
    let targets = target::acted_on(app);
    let Some(period) = app.monitoring.chosen.period else {
        return;
    };
    let deciding = decision::Deciding::new(app, period, targets, grounds);
    layer::open(app, deciding);
}

/// A report of execution on what is under the cursor.
pub fn report(app: &mut App) {
    let fits = |app: &App, key: Key| reportable(app, key).is_some();
    about(app, Phrase::ReportOnWhat, fits, report_layer);
}

fn report_layer(app: &mut App, key: Key) -> Layer {
    match (reportable(app, key), key) {
        (Some(on), _) => {
            let may = may(app, &Deed::Report(on));
            return may.then(|| layer::layer(app, report::Reporting::new(on)));
        }
        (None, Key::Decision(_)) => tell(app, Phrase::ReportOnAssignments),
        (None, Key::Recommendation(_)) => tell(app, Phrase::ReportOnSent),
        _ => tell(app, subject::nothing(app)),
    }
    None
}

/// What can be reported on: an assignment of what is signed, a recommendation that was sent.
fn reportable(app: &App, key: Key) -> Option<ReportOn> {
    let state = app.state();
    match key {
        Key::Recommendation(id) => {
            let sent = state.recommendations.get(&id)?.state != RecommendationState::Draft;
            sent.then_some(ReportOn::Recommendation(id))
        }
        Key::Assignment(id) => {
            let decision = state.assignments.get(&id)?.decision;
            let signed = state.decisions.get(&decision)?.document.is_some();
            signed.then_some(ReportOn::Assignment(id))
        }
        Key::Report(id) => Some(state.reports.get(&id)?.on),
        _ => None,
    }
}

/// The next state of what is under the cursor.
pub fn next_state(app: &mut App) {
    about(app, Phrase::StepOfWhat, can_step, steps_layer);
}

fn can_step(app: &App, key: Key) -> bool {
    matches!(key, Key::Activity(_)) || steps::possible(app, key).is_ok()
}

fn steps_layer(app: &mut App, key: Key) -> Layer {
    if let Some(layer) = measures::step(app, key) {
        return layer;
    }
    match steps::possible(app, key) {
        Ok(steps) => {
            let items = (steps.into_iter())
                .map(|step| Item {
                    label: app.say(step.title(key)),
                    right: (step.leads_to(key))
                        .map_or_else(String::new, |it| format!("→ {}", app.say(it))),
                    value: step,
                })
                .collect();
            let title = app.narrator().key(key);
            let pick = Box::new(
                move |app: &mut App, step: Step| match taken(app, key, step) {
                    Some(form) => Outcome::Replace(form),
                    None => Outcome::Close,
                },
            );
            Some(Box::new(Picker::new(title, items, 0, pick)))
        }
        Err(why) => {
            let sentence = app.narrator().refusal(&why).to_string();
            app.status.tell(Tone::Warning, sentence);
            None
        }
    }
}

fn step_layer(app: &mut App, key: Key, step: Step) -> Layer {
    if let Err(why) = steps::is_possible(app, key, step) {
        let sentence = app.narrator().refusal(&why).to_string();
        app.status.tell(Tone::Warning, sentence);
        return None;
    }
    taken(app, key, step)
}

/// The form of a step; a step that asks for nothing is sent, and there is none.
fn taken(app: &mut App, key: Key, step: Step) -> Layer {
    if step.asks(key) {
        let stepping = step_form::Stepping::new(app, key, step);
        return Some(layer::layer(app, stepping));
    }
    let seen = app.state().stamp(key)?.rev;
    let input = Input {
        date: app.now.today,
        number: String::new(),
        text: String::new(),
        document: None,
    };
    let command = step.command(key, seen, &input)?;
    app.send(command, Waiting::Direct);
    None
}

/// A new term.
pub fn prolong(app: &mut App) {
    let fits = |app: &App, key: Key| steps::is_possible(app, key, Step::Prolong).is_ok();
    about(app, Phrase::ProlongWhat, fits, |app, key| {
        step_layer(app, key, Step::Prolong)
    });
}

/// Taking off control.
pub fn release(app: &mut App) {
    let fits = |app: &App, key: Key| steps::is_possible(app, key, Step::Release).is_ok();
    about(app, Phrase::ReleaseWhat, fits, |app, key| {
        step_layer(app, key, Step::Release)
    });
}

/// What a command of the keymap opens on a page about records: of these the first that the command can be about. `None`: the command
/// is none of follow-up.
pub fn on_page(app: &mut App, command: CommandId, among: &[Key]) -> Option<Outcome> {
    if let Some(layer) = measures::on_page(app, command, among) {
        return Some(layer.map_or(Outcome::Used, Outcome::Open));
    }
    let first = |app: &App, fits: &dyn Fn(&App, Key) -> bool| {
        let found = among.iter().copied().find(|it| fits(app, *it));
        found.or_else(|| among.last().copied())
    };
    let of_step =
        |step: Step| move |app: &App, key: Key| steps::is_possible(app, key, step).is_ok();
    let layer = match command {
        CommandId::Report => {
            let key = first(app, &|app, key| reportable(app, key).is_some())?;
            report_layer(app, key)
        }
        CommandId::NextState => {
            let key = first(app, &can_step)?;
            steps_layer(app, key)
        }
        CommandId::Prolong => {
            let key = first(app, &of_step(Step::Prolong))?;
            step_layer(app, key, Step::Prolong)
        }
        CommandId::Release => {
            let key = first(app, &of_step(Step::Release))?;
            step_layer(app, key, Step::Release)
        }
        CommandId::Edit => editor(app, *among.last()?),
        _ => return None,
    };
    Some(layer.map_or(Outcome::Used, Outcome::Open))
}

/// A document for the register.
pub fn add_document(app: &mut App) {
    if may(app, &Deed::Register) {
        layer::open(app, registering::Registering::default());
    }
}

/// Opens what the line under the cursor of the detail is about; nothing else, however alone it may be.
pub fn open_selected(app: &mut App) {
    match app.monitoring.detail_key() {
        Some(key) => open(app, key),
        None => tell(app, Phrase::NothingToOpenHere),
    }
}

/// Opens the form of what is under the cursor of the detail. Whether there is a record; else the line is of the value.
pub fn edit_selected(app: &mut App) -> bool {
    let Some(key) = subject::selected(app) else {
        return false;
    };
    let layer = editor(app, key);
    show(app, layer);
    true
}

/// Opens a record: a draft recommendation to be written on, anything else to be read.
pub fn open(app: &mut App, key: Key) {
    let layer = open_layer(app, key);
    show(app, layer);
}

fn open_layer(app: &mut App, key: Key) -> Layer {
    let actor = Actor { user: app.user };
    let deed = subject::rewriting(key).filter(|_| is_draft(app, key));
    // Whoever may not write on it reads it.
    if deed.is_some_and(|it| allowed(app.mirror.confirmed(), &actor, &it, app.now).is_ok()) {
        return editor(app, key);
    }
    match go::open(app, key) {
        Outcome::Open(page) => Some(page),
        _ => None,
    }
}

fn is_draft(app: &App, key: Key) -> bool {
    let Key::Recommendation(id) = key else {
        return false;
    };
    let found = app.state().recommendations.get(&id);
    found.is_some_and(|it| it.state == RecommendationState::Draft)
}

/// The form of a record; `None` where the person may not write on it, or it has none, which was said.
pub fn editor(app: &mut App, key: Key) -> Option<Box<dyn Overlay>> {
    if let Some(layer) = measures::editor(app, key) {
        return layer;
    }
    if matches!(key, Key::Recommendation(_)) && !is_draft(app, key) {
        tell(app, Phrase::SentIsNotChanged);
        return None;
    }
    if subject::rewriting(key).is_some_and(|it| !may(app, &it)) {
        return None;
    }
    let layer = match key {
        Key::Recommendation(id) => {
            recommendation::Writing::edit(app, id).map(|it| layer::layer(app, it))
        }
        Key::Decision(id) => decision::Deciding::edit(app, id).map(|it| layer::layer(app, it)),
        Key::Assignment(id) => {
            let decision = app.state().assignments.get(&id)?.decision;
            decision::Deciding::edit(app, decision).map(|it| layer::layer(app, it))
        }
        Key::Report(id) => report::Reporting::edit(app, id).map(|it| layer::layer(app, it)),
        Key::Document(id) => {
            registering::Registering::edit(app, id).map(|it| layer::layer(app, it))
        }
        _ => None,
    };
    if layer.is_none() {
        tell(app, subject::nothing(app));
    }
    layer
}

/// Opens the form to which unfinished input of that place belongs.
pub fn restore(app: &mut App, place: &str) {
    match restore::purpose_of(app, place) {
        Some(purpose) => {
            let missing = (purpose.needs()).filter(|it| app.state().shard(*it).is_none());
            if let Some(period) = missing {
                app.want_shard(period);
                return tell(app, Phrase::ValuesLoading);
            }
            under_its_value(app, &purpose.cells(app));
            let layer = layer::boxed(app, purpose);
            app.open(layer);
        }
        None => tell(app, Phrase::PlaceIsGone),
    }
}

/// Puts the cursor where the form was written: beneath a value of another indicator it would read as advice about that one. A page
/// that lies open stays as it is: the form says itself what it is about.
fn under_its_value(app: &mut App, cells: &[Cell]) {
    let here = app
        .monitoring
        .cell()
        .filter(|_| app.screen == Screen::Monitoring);
    let Some(first) = cells.first().copied() else {
        return;
    };
    if app.layers().next().is_none() && !here.is_some_and(|it| cells.contains(&it)) {
        app.screen = Screen::Monitoring;
        walk::go_to_cell(app, first);
    }
}

/// Whose the input of a form is, and what was typed: «6.2 · Рекомендация · СШ № 12, Ерёмин К. Л.». `None` if it is no form's.
#[must_use]
pub fn unfinished(app: &App, kept: &Unsaved) -> Option<(String, String)> {
    let purpose = restore::purpose_of(app, &kept.place)?;
    let title = purpose.title(app);
    let cells = purpose.cells(app);
    let code = cells
        .first()
        .map(|it| app.narrator().indicator(it.period, it.indicator));
    let whose = match code {
        Some(code) => format!("{code} · {title}"),
        None => title,
    };
    Some((whose, layer::typed_in(app, &*purpose, kept)))
}

fn show(app: &mut App, layer: Layer) {
    if let Some(layer) = layer {
        app.open(layer);
    }
}

/// Says why a command does nothing here.
pub fn tell(app: &mut App, phrase: Phrase) {
    let sentence = app.say(phrase);
    app.status.tell(Tone::Warning, sentence);
}
