//! Entering values: what the commands of entry do. The editor of a cell and the questions beside it are in the files below.

pub mod accept;
pub mod conflict;
pub mod correct;
pub mod detail;
pub mod editor;
pub mod explain;
pub mod ground;
pub mod many;
pub mod memory;
pub mod reason;
pub mod source;
mod typed_on;
pub mod unsaved;

use crate::domain::catalogue::Measure;
use crate::domain::command::SetValue;
use crate::domain::decide::Deed;
use crate::domain::record::Key;
use crate::domain::refusal::Refusal;
use crate::domain::value::{Cell, Entry};
use crate::locale::Phrase;
use crate::service::link::{Trouble, Writing};
use crate::tui::app::App;
use crate::tui::layer::Outcome;
use crate::tui::rights::may;
use crate::tui::status::Tone;
use accept::Way;
use editor::{CellEditor, Mode};

pub use detail::{approve, evidence, flag, note, return_value, submit};

/// The cell under the cursor, if something can be entered there; else says why not.
fn enterable(app: &mut App) -> Option<Cell> {
    let Some(cell) = ground::cell(app) else {
        let sentence = app.say(Phrase::EntryNoCell);
        app.status.tell(Tone::Warning, sentence);
        return None;
    };
    let state = app.state();
    if !state
        .periods
        .get(&cell.period)
        .is_some_and(|it| it.state.takes_values())
    {
        let sentence = app
            .narrator()
            .refusal(&Refusal::PeriodClosed {
                period: cell.period,
            })
            .to_string();
        app.status.tell(Tone::Warning, sentence);
        return None;
    }
    if state
        .indicator_in(cell.period, cell.indicator)
        .is_none_or(|it| it.measure.computed_from().is_some())
    {
        let sentence = app
            .narrator()
            .refusal(&Refusal::Computed { cell })
            .to_string();
        app.status.tell(Tone::Warning, sentence);
        return None;
    }
    may(app, &Deed::Enter(cell)).then_some(cell)
}

/// Opens the editor over what is there, to be edited; a conflict of the cell is settled first.
pub fn edit(app: &mut App) {
    open_editor(app, false);
}

/// The same, with what is there as if selected: what is typed first replaces it.
pub fn edit_anew(app: &mut App) {
    open_editor(app, true);
}

fn open_editor(app: &mut App, anew: bool) {
    if correct::offer(app) {
        return;
    }
    let Some(cell) = enterable(app) else { return };
    ground::focus(app);
    let (text, mode) = accept::text_of(app, cell);
    if !anew || app.mirror.conflict(cell).is_some() {
        return edit_or_choose(app, cell, &text, mode);
    }
    let editor = CellEditor::new(app, cell, &text, mode).selected();
    app.open(Box::new(editor));
}

/// The editor of a cell, or the question about two values of it, if it waits for an answer.
fn edit_or_choose(app: &mut App, cell: Cell, text: &str, mode: Mode) {
    if let Some(question) = conflict::ask(app, cell) {
        return app.open(question);
    }
    if app.mirror.conflict(cell).is_some() {
        let sentence = app.say(Phrase::ValuesLoading);
        return app.status.tell(Tone::Warning, sentence);
    }
    let editor = CellEditor::new(app, cell, text, mode);
    app.open(Box::new(editor));
}

/// Opens the editor with the first character typed; it replaces what is there.
pub fn begin(app: &mut App, first: char) {
    if let Some(editor) = editor_of(app, first) {
        app.open(Box::new(editor));
    }
}

/// The editor of the cell under the cursor with the first character typed, if something can be entered there.
fn editor_of(app: &mut App, first: char) -> Option<CellEditor> {
    let cell = enterable(app)?;
    let editor = CellEditor::new(app, cell, first.encode_utf8(&mut [0; 4]), Mode::TypeOver);
    app.touch_input();
    Some(editor)
}

/// Tab over a cell in which nothing is typed: a run of Tabs goes on; it begins with a value only, so that whoever only walks to a column
/// enters down that column.
pub fn tab(app: &mut App, back: bool) {
    let way = if back { Way::Left } else { Way::Right };
    let cell = ground::cell(app).filter(|it| app.entry.run_start(*it).is_some());
    match cell {
        Some(cell) => accept::go(app, cell, way),
        None => ground::go(app, way),
    }
}

/// Pasted text: one line opens the editor of the cell, several cells are shown as a block before anything of it is entered.
pub fn paste(app: &mut App, text: &str) {
    // What comes from elsewhere is what it says, also where it reads as what was copied here before.
    if app.entry.exact(text).is_none() {
        app.entry.copied = None;
    }
    if many::pasted::is_block(&many::pasted::table(text)) || ground::marked(app).is_some() {
        return many::gather::paste(app, text);
    }
    let Some(cell) = enterable(app) else { return };
    let exact = app.entry.exact(text).and_then(|it| it.at(0, 0)).cloned();
    let line = match exact {
        Some((from, entry)) => typed(app, from, &entry),
        None => text.trim().to_owned(),
    };
    let editor = CellEditor::new(app, cell, &line, Mode::TypeOver);
    app.open(Box::new(editor));
    app.touch_input();
}

/// «н/п» for the cell: asks for the reason and stays.
pub fn not_applicable(app: &mut App) {
    mark(
        app,
        Entry::NotApplicable {
            reason: String::new(),
        },
    );
}

/// «нет данных» for the cell: asks for the reason and stays.
pub fn no_data(app: &mut App) {
    mark(
        app,
        Entry::NoData {
            reason: String::new(),
        },
    );
}

fn mark(app: &mut App, entry: Entry) {
    if let Some(size) = ground::marked(app) {
        let not_applicable = matches!(entry, Entry::NotApplicable { .. });
        return many::marks::block(app, not_applicable, size);
    }
    let Some(cell) = enterable(app) else { return };
    let begun = app.mirror.seen(Key::Value(cell));
    let question = reason::ask(app, cell, &entry, Way::Down, begun);
    app.open(question);
}

/// Clears the cell; its record stays, as «пусто». Of a marked block it is shown first what stands there.
pub fn clear(app: &mut App) {
    if let Some(size) = ground::marked(app) {
        return many::marks::clear(app, size);
    }
    let Some(cell) = enterable(app) else { return };
    accept_here(app, cell, Entry::Empty, None, Way::Stay);
}

/// Takes an entry into the cell under the cursor and goes down, as if it had been typed.
fn take(app: &mut App, cell: Cell, entry: Entry, note: Option<String>) {
    accept_here(app, cell, entry, note, Way::Down);
}

fn accept_here(app: &mut App, cell: Cell, entry: Entry, note: Option<String>, way: Way) {
    let begun = app.mirror.seen(Key::Value(cell));
    match accept::accept_entry(app, cell, entry, note, way, begun) {
        Ok(Outcome::Replace(layer)) => app.open(layer),
        Ok(_) => {}
        Err(fault) => app.status.tell(Tone::Error, fault),
    }
}

/// The editor with the next option of a choice in it; Enter accepts.
pub fn step_choice(app: &mut App) {
    let Some(cell) = enterable(app) else { return };
    let state = app.state();
    let Some(Measure::Choice { options }) = state
        .indicator_in(cell.period, cell.indicator)
        .map(|it| &it.measure)
    else {
        let sentence = app.say(Phrase::EntryNotChoice);
        return app.status.tell(Tone::Warning, sentence);
    };
    let at = match state.value(cell).map(|it| &it.entry) {
        Some(Entry::Choice(option)) => (usize::from(*option) + 1) % options.len().max(1),
        _ => 0,
    };
    let option = options.get(at).cloned().unwrap_or_default();
    let editor = CellEditor::new(app, cell, &option, Mode::TypeOver);
    app.open(Box::new(editor));
}

/// An edit was refused after it was sent: what was typed is not lost. A conflict is asked about at once where the person still is.
pub fn refused(app: &mut App, edit: SetValue, refusal: &Refusal) {
    let here = ground::cell(app) == Some(edit.cell) && app.layers().next().is_none();
    if matches!(refusal, Refusal::Conflict { .. }) {
        // Kept until the person has chosen: the window may go before.
        keep(app, &edit);
        match conflict::interrupt(app, edit.cell).filter(|_| here) {
            Some(question) => app.open(question),
            None => conflict::tell_later(app, refusal),
        }
        return;
    }
    keep(app, &edit);
    if here {
        let text = typed(app, edit.cell, &edit.entry);
        let fault = app.narrator().refusal_of(edit.cell, refusal).to_string();
        let editor = CellEditor::refused(app, edit.cell, &text, fault);
        app.open(Box::new(editor));
    }
}

/// Keeps an edit as unfinished input.
pub fn keep(app: &mut App, edit: &SetValue) {
    if let Some(note) = edit.note.clone().filter(|it| !it.is_empty()) {
        app.drafts.put(crate::service::link::Unsaved {
            place: format!("note {}", editor::place_of(edit.cell)),
            fields: vec![("text".to_owned(), note)],
            at: app.now.at,
        });
    }
    let text = typed(app, edit.cell, &edit.entry);
    keep_text(app, edit.cell, text);
}

/// Drops what was kept of an edit: it is on its way again.
fn forget(app: &mut App, cell: Cell) {
    let place = editor::place_of(cell);
    app.drafts.take_all(&format!("note {place}"));
    app.drafts.take_all(&place);
    app.touch_input();
}

/// Keeps edits that nobody has confirmed: the window closes, or the engine is gone.
pub fn keep_waiting(app: &mut App) {
    for edit in app.mirror.unconfirmed() {
        keep(app, &edit);
    }
}

/// Keeps an edit that was just sent, where it may be long before anybody knows what became of it: the window may go before.
fn keep_uncertain(app: &mut App, edit: &SetValue) {
    let is_lost = app.writing == Writing::Stopped(Trouble::Unreached);
    if is_lost || !app.unknown.is_empty() {
        keep(app, edit);
        app.kept_over_loss = true;
    }
}

/// Keeps what was typed into a cell as unfinished input.
fn keep_text(app: &mut App, cell: Cell, text: String) {
    if !text.is_empty() {
        app.drafts.put(crate::service::link::Unsaved {
            place: editor::place_of(cell),
            fields: vec![("entry".to_owned(), text)],
            at: app.now.at,
        });
    }
    app.touch_input();
}

/// An entry as it is read, with what a ratio is made of.
#[must_use]
pub fn said(app: &App, cell: Cell, entry: &Entry) -> String {
    let indicator = app.state().indicator_in(cell.period, cell.indicator);
    app.locale
        .entry_in_full(indicator.map(|it| &it.body), entry)
}

/// An entry as one would type it.
fn typed(app: &App, cell: Cell, entry: &Entry) -> String {
    use crate::domain::number::format_typed;
    match entry {
        Entry::Empty => String::new(),
        Entry::Number(number) => format_typed(*number),
        Entry::Ratio {
            numerator,
            denominator,
        } => format!(
            "{}/{}",
            format_typed(*numerator),
            format_typed(*denominator)
        ),
        Entry::Percent(percent) => format!("{}%", format_typed(*percent)),
        Entry::Choice(_) => {
            let indicator = app.state().indicator_in(cell.period, cell.indicator);
            app.locale.entry(indicator.map(|it| &it.body), entry)
        }
        Entry::NotApplicable { reason } => format!("н/п: {reason}"),
        Entry::NoData { reason } => format!("нд: {reason}"),
    }
}
