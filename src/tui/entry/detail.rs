//! What is said about a value beside its entry: note, source, evidence, flag; and its way to approval.

use super::accept::{Way, accept_entry};
use super::editor::place_of;
use super::ground;
use crate::analysis::findings::Finding;
use crate::analysis::results::RECKON;
use crate::args;
use crate::domain::catalogue::Measure;
use crate::domain::command::{Command, ValueDetail, ValueStep};
use crate::domain::decide::{Actor, Deed, decide};
use crate::domain::ids::Seq;
use crate::domain::record::{CommandId, Key};
use crate::domain::refusal::Refusal;
use crate::domain::text::{fold, retype_russian};
use crate::domain::value::{Cell, Entry, Source};
use crate::locale::Phrase;
use crate::service::link::Unsaved;
use crate::tui::app::{App, Waiting};
use crate::tui::command::table::CommandId as Move;
use crate::tui::layer::Outcome;
use crate::tui::overlay::ask::Ask;
use crate::tui::overlay::collecting;
use crate::tui::overlay::picker::{Item, Picker};
use crate::tui::rights::may;
use crate::tui::status::Tone;
use crate::tui::{draft, find, presence};

/// The letter that asks for a document.
const LETTER: char = 'д';

/// The cell under the cursor, or says that there is none.
fn cell_here(app: &mut App) -> Option<Cell> {
    let cell = ground::cell(app);
    if cell.is_none() {
        let sentence = app.say(Phrase::EntryNoCell);
        app.status.tell(Tone::Warning, sentence);
    }
    cell
}

/// Sends a change of what is said about a value; what the rules will refuse is said without sending.
///
/// # Errors
/// The sentence for the person.
fn change(app: &mut App, cell: Cell, detail: ValueDetail) -> Result<Option<CommandId>, String> {
    let seen = app.mirror.seen(Key::Value(cell));
    send(app, Command::DetailValue { cell, seen, detail })
}

/// The note that is there now.
fn note_of(app: &App, cell: Cell) -> String {
    let value = app.mirror.confirmed().value(cell);
    value.map_or_else(String::new, |it| it.note.clone())
}

/// That a colleague has written another note meanwhile: what it is, and that Enter now replaces it.
fn other_note(app: &App, cell: Cell, note: &str) -> String {
    let stamp = app.mirror.confirmed().stamp(Key::Value(cell));
    let (who, time) = stamp.map_or_else(Default::default, |it| {
        (app.narrator().user(it.by), presence::moment(app, it.at))
    });
    app.say_with(Phrase::EntryNoteMeets, &args![who, time, note])
}

/// Sends a command that the rules allow; nothing is sent where nothing changes. What was done is told when it is durable.
fn send(app: &mut App, command: Command) -> Result<Option<CommandId>, String> {
    let actor = Actor { user: app.user };
    match decide(app.mirror.confirmed(), &actor, &command, app.now, RECKON) {
        Err(Refusal::NoChange) => Ok(None),
        Err(refusal) if !matches!(refusal, Refusal::NotLoaded { .. }) => {
            Err(app.narrator().refusal(&refusal).to_string())
        }
        _ => Ok(Some(app.send(command, Waiting::Direct))),
    }
}

/// Keeps a text as unfinished input until the command that carries it is done: a disk that refuses must not lose it.
pub fn keep_until_done(app: &mut App, sent: Option<CommandId>, place: &str, text: String) {
    let Some(id) = sent.filter(|_| !text.is_empty()) else {
        return;
    };
    app.drafts.put(Unsaved {
        place: place.to_owned(),
        fields: vec![
            ("text".to_owned(), text),
            (draft::SENT.to_owned(), id.0.to_string()),
        ],
        at: app.now.at,
    });
    app.kept_until_done.insert(id, place.to_owned());
}

/// The note of the value under the cursor.
pub fn note(app: &mut App) {
    let Some(cell) = cell_here(app).filter(|it| may(app, &Deed::Enter(*it))) else {
        return;
    };
    let text = app
        .state()
        .value(cell)
        .map_or_else(String::new, |it| it.note.clone());
    let title = app.say_with(
        Phrase::EntryNoteTitle,
        &args![what = app.narrator().cell(cell)],
    );
    let absent = (app.state().value(cell)).is_none_or(|it| it.entry == Entry::Empty);
    let question = app.say(match (absent, text.is_empty()) {
        (_, false) => Phrase::EntryNoteFree,
        (true, true) => Phrase::EntryNoteBeforeValue,
        (false, true) => Phrase::EntryNoteNew,
    });
    let keep_at = format!("note {}", place_of(cell));
    let place = keep_at.clone();
    // What was typed before a colleague was here knows nothing of theirs.
    let stamp = app.mirror.confirmed().stamp(Key::Value(cell));
    let kept = app.drafts.get(&keep_at).map(|it| it.at);
    let is_behind = stamp
        .zip(kept)
        .is_some_and(|(stamp, kept)| stamp.by != app.user && stamp.at > kept);
    let mut known = if is_behind {
        String::new()
    } else {
        note_of(app, cell)
    };
    let on_answer = move |app: &mut App, note: String| {
        let there = note_of(app, cell);
        let stamp = app.mirror.confirmed().stamp(Key::Value(cell));
        let by_other = stamp.is_some_and(|it| it.by != app.user);
        if by_other && there != known && there != note {
            known.clone_from(&there);
            return Err(other_note(app, cell, &there));
        }
        let detail = ValueDetail {
            note: Some(note.clone()),
            ..ValueDetail::default()
        };
        let sent = change(app, cell, detail)?;
        keep_until_done(app, sent, &place, note);
        Ok(Outcome::Close)
    };
    let ask = Ask::new(app, title, question, &text, keep_at, Box::new(on_answer));
    app.open(Box::new(ask.about(Key::Value(cell))));
}

/// Says where the value of a cell comes from, if it is there and nobody has said.
///
/// # Errors
/// The sentence for the person.
pub(super) fn attach(app: &mut App, cell: Cell, source: &Source) -> Result<(), String> {
    let value = app.state().value(cell);
    if value.is_some_and(|it| it.source.is_none() && it.entry.is_filled()) {
        let detail = ValueDetail {
            source: Some(Some(source.clone())),
            ..ValueDetail::default()
        };
        change(app, cell, detail)?;
    }
    Ok(())
}

/// The document that proves the value, from the register.
pub fn evidence(app: &mut App) {
    let Some(cell) = cell_here(app).filter(|it| may(app, &Deed::Enter(*it))) else {
        return;
    };
    let mut items = vec![Item {
        label: app.say(Phrase::EntryEvidenceNone),
        right: String::new(),
        value: None,
    }];
    items.extend(app.state().documents.iter().rev().map(|(id, it)| Item {
        label: find::document_line(app, it),
        right: String::new(),
        value: Some(*id),
    }));
    let now = app.state().value(cell).and_then(|it| it.evidence);
    let at = items.iter().position(|it| it.value == now).unwrap_or(0);
    let title = app.say(Phrase::EntryEvidenceTitle);
    let begun = app.mirror.seen(Key::Value(cell));
    // The key that asks for a document may have been the first letter of an option.
    let option = move |app: &mut App, typed: &str| {
        let entry = option_of(app, cell, typed)?;
        let taken = accept_entry(app, cell, entry, None, Way::Down, begun);
        Some(taken.unwrap_or_else(|fault| {
            app.status.tell(Tone::Error, fault);
            Outcome::Close
        }))
    };
    let on_pick = move |app: &mut App, document| {
        let detail = ValueDetail {
            evidence: Some(document),
            ..ValueDetail::default()
        };
        match change(app, cell, detail) {
            Ok(_) => Outcome::Close,
            Err(fault) => {
                app.status.tell(Tone::Error, fault);
                Outcome::Used
            }
        }
    };
    let picker = Picker::new(title, items, at, Box::new(on_pick));
    app.open(Box::new(picker.or_whole(Box::new(option))));
}

/// The option of a choice that this is the rest of, after the letter that asks for a document.
fn option_of(app: &App, cell: Cell, typed: &str) -> Option<Entry> {
    let indicator = app.state().indicator_in(cell.period, cell.indicator)?;
    let Measure::Choice { options } = &indicator.measure else {
        return None;
    };
    let is_rest = |it: &String| {
        let ways = [typed.to_owned(), retype_russian(typed)];
        (ways.iter()).any(|rest| fold(it) == fold(&format!("{LETTER}{rest}")))
    };
    let at = options.iter().position(is_rest)?;
    u8::try_from(at).ok().map(Entry::Choice)
}

/// Marks the value to come back to, or takes the mark away.
pub fn flag(app: &mut App) {
    let Some(cell) = cell_here(app) else { return };
    let flagged = !app.state().value(cell).is_some_and(|it| it.follow_up);
    let detail = ValueDetail {
        follow_up: Some(flagged),
        ..ValueDetail::default()
    };
    if let Err(fault) = change(app, cell, detail) {
        app.status.tell(Tone::Error, fault);
    }
}

/// Values of the rows acted on, with the revisions seen.
fn values_acted_on(app: &App) -> Vec<(Cell, Seq)> {
    (ground::acted_on(app).into_iter())
        .filter_map(|cell| Some((cell, app.mirror.confirmed().stamp(Key::Value(cell))?.rev)))
        .collect()
}

/// Moves the values of the rows acted on.
fn step(app: &mut App, step: ValueStep) -> Result<Option<CommandId>, String> {
    if ground::marks_are_elsewhere(app) {
        return Err(app.say(Phrase::MarkedElsewhere));
    }
    let cells = values_acted_on(app);
    if cells.is_empty() {
        return Err(app.say(Phrase::EntryNothingToSubmit));
    }
    send(app, Command::StepValues { cells, step })
}

fn step_or_tell(app: &mut App, to: ValueStep) {
    if let Err(fault) = step(app, to) {
        app.status.tell(Tone::Error, fault);
    }
}

/// Of several values it is said first which of them go and which stay; also of one that would be approved though a rule of high importance
/// has found something. Whether there are several.
fn many(app: &mut App, command: Move) -> bool {
    let cells = ground::acted_on(app);
    let findings = app.derived.as_ref().map(|it| &it.findings);
    let is_found = |it: &Cell| {
        let found = findings.into_iter().flat_map(|all| all.get(*it));
        command == Move::Approve && found.into_iter().any(Finding::blocks)
    };
    if cells.len() < 2 && !cells.iter().any(is_found) || ground::marks_are_elsewhere(app) {
        return false;
    }
    if let Outcome::Open(form) = collecting::of_cells(app, &cells, command) {
        app.open(form);
    }
    true
}

/// Сдать: the value under the cursor, or those of all marked rows.
pub fn submit(app: &mut App) {
    if !many(app, Move::Submit) {
        step_or_tell(app, ValueStep::Submit);
    }
}

/// Утвердить.
pub fn approve(app: &mut App) {
    if !many(app, Move::Approve) {
        step_or_tell(app, ValueStep::Approve);
    }
}

/// Вернуть на доработку, with what is to be corrected.
pub fn return_value(app: &mut App) {
    if many(app, Move::ReturnValue) {
        return;
    }
    let Some(cell) = cell_here(app).filter(|_| may(app, &Deed::Approve)) else {
        return;
    };
    let (title, question) = (
        app.say(Phrase::EntryReturnTitle),
        app.say(Phrase::EntryReturnQuestion),
    );
    let keep_at = format!("return {}", place_of(cell));
    let place = keep_at.clone();
    let on_answer = move |app: &mut App, reason: String| {
        let step = ValueStep::Return {
            reason: reason.clone(),
        };
        let sent = self::step(app, step)?;
        keep_until_done(app, sent, &place, reason);
        Ok(Outcome::Close)
    };
    let ask = Ask::new(app, title, question, "", keep_at, Box::new(on_answer));
    app.open(Box::new(ask.about(Key::Value(cell))));
}
