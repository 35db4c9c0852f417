//! Entries that are known already and go into other cells: from above, from the period before, the last one again.
//!
//! A cell alone takes them at once, as if they were typed there, and the cursor goes down; a marked block is shown first.
//!
//! What is carried over from the period before counts as entered: whoever looks at the block and presses Enter has said that it is so. But
//! it is marked, in the note that every list and paper shows («Перенесено из 2024/25»), and the check for copied rows sees it like any
//! other value that has not changed.

use super::What;
use super::gather::{Gathering, is_computed, may_begin, suited, there};
use crate::analysis::proposal::{Given, Proposed};
use crate::args;
use crate::domain::carried;
use crate::domain::cell_text;
use crate::domain::value::{Cell, Entry};
use crate::locale::Phrase;
use crate::tui::app::App;
use crate::tui::entry::{self, ground};
use crate::tui::status::Tone;

fn tell(app: &mut App, phrase: Phrase) {
    let sentence = app.say(phrase);
    app.status.tell(Tone::Warning, sentence);
}

/// Takes an entry into the cell under the cursor and goes down.
fn alone(app: &mut App, given: Given, note: Option<String>) {
    let Some(cell) = entry::enterable(app) else {
        return;
    };
    let entry = match given {
        Given::Entry(entry) => Ok(entry),
        Given::Text(text) => cell_text::read(app.state(), cell, &text),
    };
    match entry {
        Ok(entry) => entry::take(app, cell, entry, note),
        Err(error) => {
            let sentence = app.locale.entry_error(&error).to_string();
            app.status.tell(Tone::Error, sentence);
        }
    }
}

/// Lays over a block, from a row of it on, what `of` knows for each of its cells; `over` also where something stands already.
fn block(
    app: &mut App,
    what: What,
    (size, first): ((usize, usize), usize),
    over: bool,
    of: impl Fn(&App, Cell, usize) -> Option<(Given, Option<String>)>,
) {
    let mut block = Gathering::new(what, size);
    for row in first..size.0 {
        for column in 0..size.1 {
            let Some(cell) = block.cell(app, row, column) else {
                continue;
            };
            let Some((given, note)) = of(app, cell, column) else {
                block.blank();
                continue;
            };
            let source = entry::source::of(app, cell).cloned();
            let source = source.filter(|_| note.is_none());
            block.put(Proposed {
                cell,
                given,
                note,
                source,
            });
            if !over && there(app, cell).is_some() {
                block.leave_out();
            }
        }
    }
    block.show(app);
}

/// The cell takes what stands above it; the rows of a block what stands in its first one, a row alone what stands above that.
pub fn down(app: &mut App) {
    if !may_begin(app) {
        return;
    }
    let entry = |app: &App, from: Option<Cell>, to: Cell| {
        let from = from.filter(|it| !is_computed(app, *it))?;
        Some(suited(app, from, there(app, from)?, to))
    };
    match ground::marked(app) {
        Some(size @ (2.., _)) => {
            block(app, What::FillDown, (size, 1), true, |app, cell, column| {
                let first = (0..size.0).find_map(|row| match ground::under(app, row, column) {
                    ground::Under::Cell(first) => Some(first),
                    _ => None,
                });
                Some((entry(app, first, cell)?, None))
            })
        }
        Some(size) => block(app, What::FillDown, (size, 0), true, |app, cell, column| {
            Some((entry(app, ground::above(app, column), cell)?, None))
        }),
        None => {
            let given = ground::cell(app).and_then(|it| entry(app, ground::above(app, 0), it));
            match given {
                Some(given) => alone(app, given, None),
                None => tell(app, Phrase::BlockNothingAbove),
            }
        }
    }
}

/// What stood there in the period before, with a note that says so; only where nothing stands now, unless the cell is alone.
pub fn as_before(app: &mut App) {
    if !may_begin(app) {
        return;
    }
    let now = app.monitoring.chosen.period;
    let Some(before) = now.and_then(|it| app.state().period_before(it)) else {
        return tell(app, Phrase::BlockNoBefore);
    };
    if app.state().shard(before).is_none() {
        app.want_shard(before);
        return tell(app, Phrase::ValuesLoading);
    }
    let carried = move |app: &App, cell: Cell| {
        let from = Cell {
            period: before,
            ..cell
        };
        let entry = there(app, from)?;
        let note = (app.state().value(from)).map(|it| carried::own_words(app.state(), &it.note));
        let period = app.narrator().period(before);
        let note = match note.unwrap_or_default().trim() {
            "" => app.say_with(Phrase::BlockCarried, &args![period]),
            note => app.say_with(Phrase::BlockCarriedNote, &args![period, note]),
        };
        Some((suited(app, from, entry, cell), Some(note)))
    };
    match ground::marked(app) {
        Some(size) => block(
            app,
            What::AsBefore,
            (size, 0),
            false,
            move |app, cell, _| carried(app, cell),
        ),
        None => match ground::cell(app).and_then(|it| carried(app, it)) {
            Some((given, note)) => alone(app, given, note),
            None => tell(app, Phrase::BlockNothingBefore),
        },
    }
}

/// What was entered last, once more.
pub fn again(app: &mut App) {
    if !may_begin(app) {
        return;
    }
    let Some((from, last)) = app.entry.last.clone() else {
        return tell(app, Phrase::BlockNothingLast);
    };
    match ground::marked(app) {
        Some(size) => block(app, What::Repeat, (size, 0), true, move |app, cell, _| {
            Some((suited(app, from, &last, cell), None))
        }),
        None => {
            if let Some(cell) = ground::cell(app) {
                let given = suited(app, from, &last, cell);
                alone(app, given, None);
            } else {
                tell(app, Phrase::EntryNoCell);
            }
        }
    }
}

/// What is written over a value that was carried over: the mark goes with it.
pub fn without_mark(app: &App, cell: Cell, entry: &Entry) -> Option<String> {
    let value = app.state().value(cell)?;
    // Whatever somebody wrote beside it is theirs.
    let own = carried::own_words(app.state(), &value.note);
    (value.entry != *entry && own != value.note).then(|| own.to_owned())
}
