//! Accepting what was typed: reading it, asking for what is missing, sending it, and going on to the next cell.

use super::editor::{Mode, place_of};
use super::many::fill;
use super::{conflict, ground, reason};
use crate::analysis::results::RECKON;
use crate::args;
use crate::domain::carried;
use crate::domain::cell_text;
use crate::domain::check;
use crate::domain::command::{Command, Seen, SetValue};
use crate::domain::decide::{Actor, decide, explains, needs_note, takes};
use crate::domain::record::{CommandId, Key};
use crate::domain::refusal::Refusal;
use crate::domain::value::{Cell, Entry, ValueState};
use crate::locale::Phrase;
use crate::tui::app::{App, Waiting};
use crate::tui::layer::Outcome;
use crate::tui::overlay::ask::Ask;
use crate::tui::status::Tone;

/// Warnings that the question of a note names: the editor has told them all.
const MOST_ASKED: usize = 2;

/// Where to go after accepting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// Enter: down, back to the column where a run of Tabs began; computed cells and those not due are skipped.
    Down,
    /// Tab: to the right.
    Right,
    /// Shift+Tab: to the left.
    Left,
    /// The row above, whatever it is.
    Above,
    /// The row below, whatever it is.
    Below,
    /// Nowhere.
    Stay,
}

/// Accepts a text for a cell; `begun` is what was there when it was begun.
///
/// # Errors
/// The sentence for the person, if it can't be read or the rules refuse it; the text stays in the editor.
pub fn accept(
    app: &mut App,
    cell: Cell,
    text: &str,
    way: Way,
    begun: Seen,
) -> Result<Outcome, String> {
    let entry = cell_text::read(app.state(), cell, text)
        .map_err(|error| app.locale.entry_error(&error).to_string())?;
    let outcome = accept_entry(app, cell, entry, None, way, begun)?;
    if matches!(outcome, Outcome::Replace(_)) {
        // A question takes the editor's place; what was typed is kept until it is answered.
        super::keep_text(app, cell, text.to_owned());
    }
    Ok(outcome)
}

/// Accepts an entry; asks for a reason or a note where one is missing.
///
/// # Errors
/// The sentence for the person, if the rules refuse it.
pub fn accept_entry(
    app: &mut App,
    cell: Cell,
    entry: Entry,
    note: Option<String>,
    way: Way,
    begun: Seen,
) -> Result<Outcome, String> {
    if let Entry::NotApplicable { reason } | Entry::NoData { reason } = &entry
        && reason.is_empty()
    {
        return Ok(Outcome::Replace(reason::ask(app, cell, &entry, way, begun)));
    }
    let state = app.state();
    let was = state.value(cell);
    if was.is_some_and(|it| it.entry == entry && note.as_ref().is_none_or(|note| *note == it.note))
        || (was.is_none() && entry == Entry::Empty)
    {
        go(app, cell, way);
        return Ok(Outcome::Close);
    }
    // What can't be is refused here, where it can be mended, before a note is asked for.
    if let Some(indicator) = state.indicator_in(cell.period, cell.indicator)
        && let Err(refusal) = takes(indicator, cell, &entry)
    {
        return Err(app.narrator().refusal_of(cell, &refusal).to_string());
    }
    if !note
        .as_ref()
        .is_some_and(|it| says_enough(app, cell, &entry, it))
        && let Some(ask) = note_wanted(app, cell, &entry, note.as_deref(), way, begun)
    {
        return Ok(Outcome::Replace(ask));
    }
    // Whoever empties a cell is told what stood there: nothing on the screen shows it any more.
    let there = app.state().value(cell).filter(|_| entry == Entry::Empty);
    let taken_away = there.filter(|it| it.entry != Entry::Empty).map(|it| {
        let indicator = app.state().indicator_in(cell.period, cell.indicator);
        app.locale.entry(indicator.map(|it| &it.body), &it.entry)
    });
    if entry != Entry::Empty {
        app.entry.last = Some((cell, entry.clone()));
    }
    let note = note.or_else(|| fill::without_mark(app, cell, &entry));
    let edit = SetValue {
        cell,
        seen: app.mirror.rests_on(cell, begun),
        entry,
        note,
        source: super::source::of(app, cell).cloned(),
    };
    let reopened = reopened(app, &edit);
    let mut sent = false;
    // The rules are pure: what they will refuse is known before anything is sent, and what was typed stays where it is.
    let actor = Actor { user: app.user };
    match decide(
        app.mirror.confirmed(),
        &actor,
        &Command::SetValues(vec![edit.clone()]),
        app.now,
        RECKON,
    ) {
        Err(Refusal::NoChange) if !app.mirror.is_pending(cell) => {}
        // A colleague was faster, which is known here already: the person chooses at once, where they still are.
        Err(Refusal::Conflict { .. }) if !app.mirror.is_pending(cell) => {
            super::keep(app, &edit);
            app.mirror.met(edit, app.now.at);
            ground::again(app);
            return Ok(conflict::interrupt(app, cell).map_or(Outcome::Close, Outcome::Replace));
        }
        // What is confirmed is not what is shown while an edit is on its way: such an edit goes after it.
        Err(refusal)
            if !matches!(
                refusal,
                Refusal::Conflict { .. } | Refusal::NotLoaded { .. } | Refusal::NoChange
            ) =>
        {
            return Err(app.narrator().refusal_of(cell, &refusal).to_string());
        }
        _ => {
            send(app, edit.clone(), Waiting::Cell);
            sent = true;
        }
    }
    if let Some(was) = taken_away {
        let sentence = app.say_with(Phrase::EntryCleared, &args![value = was]);
        app.status.tell(Tone::Plain, sentence);
    }
    if let Some(reopened) = reopened.filter(|_| sent) {
        // The next one takes the place of this one: whoever types on sees at least how many there were.
        app.entry.reopened += 1;
        let n = app.entry.reopened;
        let so_far = (n > 1).then(|| app.say_with(Phrase::EntryReopenedSoFar, &args![n]));
        let said: Vec<String> = [reopened].into_iter().chain(so_far).collect();
        app.status.tell(Tone::Warning, said.join(" "));
    }
    if app.drafts.take_all(&place_of(cell)) {
        app.touch_input();
    }
    if sent {
        super::keep_uncertain(app, &edit);
    }
    go(app, cell, way);
    Ok(Outcome::Close)
}

/// Whether nothing need be asked about an entry with this note: one that was only carried over is no obligatory one.
fn says_enough(app: &App, cell: Cell, entry: &Entry, note: &str) -> bool {
    let state = app.state();
    let indicator = state.indicator_in(cell.period, cell.indicator);
    indicator.is_none_or(|it| !needs_note(it, entry)) || carried::explains(state, note)
}

/// That a value which was handed in or approved is only entered again, if that comes of an edit.
fn reopened(app: &App, edit: &SetValue) -> Option<String> {
    let value = app.mirror.confirmed().value(edit.cell)?;
    let changed = value.entry != edit.entry;
    let was = matches!(value.state, ValueState::Submitted | ValueState::Approved);
    (was && changed).then(|| {
        let (what, state) = (
            app.narrator().cell(edit.cell),
            app.locale.word(&value.state),
        );
        let said = super::said(app, edit.cell, &value.entry);
        app.say_with(Phrase::EntryReopened, &args![what, said, state])
    })
}

/// Shows an edit at once and sends it. A cell speaks for itself; where it does not, what was done is told when it is durable.
pub fn send(app: &mut App, edit: SetValue, waiting: Waiting) -> CommandId {
    let cell = edit.cell;
    let id = app.command_id();
    if let Some((id, command)) = app.mirror.edit(id, edit, app.now.at) {
        app.send_as(id, command, waiting);
    }
    ground::renew(app, cell);
    id
}

/// A note is obligatory, or the value is unusual: the question to ask, unless a note is there already. What is `given` is written on.
fn note_wanted(
    app: &mut App,
    cell: Cell,
    entry: &Entry,
    given: Option<&str>,
    way: Way,
    begun: Seen,
) -> Option<Box<Ask>> {
    let state = app.state();
    let indicator = state.indicator_in(cell.period, cell.indicator)?;
    let noted = state
        .value(cell)
        .is_some_and(|it| carried::explains(state, &it.note) && it.entry == *entry);
    let required = needs_note(indicator, entry);
    let mut warnings = check::warnings(state, cell, entry);
    warnings.retain(check::Warning::asks_at_once);
    let question = match (required, warnings.as_slice()) {
        _ if noted => return None,
        (true, _) => app.say(Phrase::EntryNoteRequired),
        (false, []) => return None,
        (false, all) => {
            let first = all.get(..MOST_ASKED).unwrap_or(all);
            let why = app.narrator().warnings(cell, first);
            // Where a base quantity differs, nothing says that it is this value that is wrong.
            let is_base = |it: &check::Warning| matches!(it, check::Warning::BaseDiffers { .. });
            let question = match first.iter().all(is_base) {
                true => Phrase::EntryNoteBase,
                false => Phrase::EntryNoteUnusual,
            };
            app.say_with(question, &args![why])
        }
    };
    let said = app.locale.entry_in_full(Some(indicator), entry);
    let what = format!("{}: {said}", app.narrator().cell(cell));
    let title = app.say_with(Phrase::EntryNoteTitle, &args![what = what]);
    let entry = entry.clone();
    let unexplained = entry.clone();
    let keep_at = format!("note {}", place_of(cell));
    let on_answer = move |app: &mut App, note: String| {
        if required && carried::own_words(app.state(), &note).is_empty() {
            return Err(app.say(Phrase::EntryNoteRequired));
        }
        // What was typed for the next cell is not taken for the explanation of this one.
        if !note.is_empty() && !explains(&note) {
            return Err(app.say(Phrase::EntryNoLetters));
        }
        accept_entry(app, cell, entry.clone(), Some(note), way, begun)
    };
    let given = given.filter(|it| !it.is_empty());
    let begun_with = given.map_or_else(String::new, |it| format!("{it}: "));
    let ask = Ask::new(
        app,
        title,
        question,
        &begun_with,
        keep_at,
        Box::new(on_answer),
    );
    let ask = ask.about(Key::Value(cell));
    Some(Box::new(match required {
        true => ask,
        false => ask.digits_go_on(Box::new(move |app, c| {
            gone_on(app, cell, unexplained.clone(), way, begun, c)
        })),
    }))
}

/// Whoever types without looking has begun the next value, where an explanation was asked for: what was typed is accepted without one,
/// which the findings tell later, and the digit is the first of the next cell.
fn gone_on(app: &mut App, cell: Cell, entry: Entry, way: Way, begun: Seen, first: char) -> Outcome {
    // A note that stands there stays: nobody has said anything against it.
    let note = (app.state().value(cell)).map_or_else(String::new, |it| it.note.clone());
    let outcome = match accept_entry(app, cell, entry, Some(note), way, begun) {
        Ok(outcome) => outcome,
        Err(fault) => {
            app.status.tell(Tone::Error, fault);
            return Outcome::Used;
        }
    };
    if !matches!(outcome, Outcome::Close) || ground::cell(app) == Some(cell) {
        return outcome;
    }
    let what = app.narrator().cell(cell);
    let sentence = app.say_with(Phrase::EntryUnexplained, &args![what]);
    app.status.tell(Tone::Warning, sentence);
    match super::editor_of(app, first) {
        Some(editor) => Outcome::Replace(Box::new(editor)),
        None => Outcome::Close,
    }
}

/// Goes on from a cell.
pub fn go(app: &mut App, from: Cell, way: Way) {
    match way {
        Way::Right | Way::Left => {
            let start = app.entry.run_start(from).unwrap_or(from.indicator);
            ground::go(app, way);
            app.entry.run = ground::cell(app).map(|at| (start, at));
        }
        Way::Down => {
            let start = app.entry.run_start(from).filter(|it| *it != from.indicator);
            app.entry.run = None;
            match start {
                Some(start) => ground::next_row(app, start),
                None => ground::go(app, way),
            }
        }
        Way::Stay | Way::Above | Way::Below => ground::go(app, way),
    }
}

/// The text that an editor opens with over what is there.
#[must_use]
pub fn text_of(app: &App, cell: Cell) -> (String, Mode) {
    let text = app
        .state()
        .value(cell)
        .map_or_else(String::new, |it| super::typed(app, cell, &it.entry));
    (text, Mode::Edit)
}
