//! A block as unfinished input: what was pasted and what was decided about it comes back after a refusal, a lost line, another start.
//!
//! Nothing is kept of a block that the person has left by Esc: they have said so, and the spreadsheet still has it.

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use super::{Gathered, Many, Row, Skipped, What};
use crate::analysis::proposal::{Given, Proposed};
use crate::domain::value::{Cell, Source};
use crate::service::link::Unsaved;
use crate::tui::app::App;
use crate::tui::entry::editor::{cell_of, place_of};
use crate::tui::entry::keep_text;

/// What the place of a block begins with.
const PLACE: &str = "block ";
/// Where the words for rows of a block are kept.
pub const NOTE: &str = "words of a block";
/// In the place of a reason: it is one for many cells.
pub const REASON: &str = "many";
/// The field that says what it comes from, and how large it is.
const WHAT: &str = "what";
/// The field with the source of the values.
const SOURCE: &str = "source";
/// Bytes above which the rest is not kept: a link carries no more of it.
const MOST: usize = 150_000;
/// Most cells whose refused text is kept in them.
const MOST_CELLS: usize = 60;

/// Where a block that is shown at this moment is kept.
pub fn place_at(app: &App) -> String {
    format!("{PLACE}{}", app.now.at.0)
}

/// Whether input of a place is a block.
#[must_use]
pub fn is_block(place: &str) -> bool {
    place.starts_with(PLACE)
}

/// The block as input. A field for each indicator holds a line for each cell: whose it is, whether it is left out, what is to stand
/// there, the note.
pub fn unsaved(app: &App, many: &Many) -> Unsaved {
    let given = &many.given;
    let (rows, columns) = given.size;
    let what = What::ALL.iter().position(|it| *it == given.what);
    let what = format!("{} {rows} {columns}", what.unwrap_or(0));
    let mut fields = vec![(WHAT.to_owned(), what)];
    if let Some(Source::Text(text)) = given.cells.iter().find_map(|it| it.source.as_ref()) {
        fields.push((SOURCE.to_owned(), text.clone()));
    }
    let mut columns: BTreeMap<String, String> = BTreeMap::new();
    let mut bytes = 0;
    for (at, it) in given.cells.iter().enumerate() {
        let (column, subject) = parts_of(it.cell);
        let out = if many.is_chosen(at) { "" } else { "-" };
        let note = it.note.clone().unwrap_or_default();
        let line = [subject.as_str(), out, &many.typed(app, at), &note].join("\t");
        bytes += line.len() + 1;
        if bytes > MOST {
            break;
        }
        let lines = columns.entry(column).or_default();
        lines.push_str(&line);
        lines.push('\n');
    }
    fields.extend(columns);
    Unsaved {
        place: many.place.clone(),
        fields,
        at: app.now.at,
    }
}

/// The two ends of the place of a cell: «cell 2 5» and «organisation 7».
fn parts_of(cell: Cell) -> (String, String) {
    let place = place_of(cell);
    let words: Vec<&str> = place.splitn(4, ' ').collect();
    let (column, subject) = words.split_at(words.len().min(3));
    (column.join(" "), subject.join(" "))
}

/// The block that was kept so.
fn gathered(kept: &Unsaved) -> Option<Gathered> {
    let field = |name: &str| kept.fields.iter().find(|it| it.0 == name).map(|it| &it.1);
    let mut what = field(WHAT)?.split(' ').filter_map(|it| it.parse().ok());
    let (kind, rows, columns): (usize, usize, usize) = (what.next()?, what.next()?, what.next()?);
    let source = field(SOURCE).map(|it| Source::Text(it.clone()));
    let mut cells = Vec::new();
    let mut left_out = BTreeSet::new();
    for (column, lines) in &kept.fields {
        for line in lines.lines() {
            let mut parts = line.splitn(4, '\t');
            let (Some(subject), Some(out), Some(text)) = (parts.next(), parts.next(), parts.next())
            else {
                continue;
            };
            let Some(cell) = cell_of(&format!("{column} {subject}")) else {
                continue;
            };
            if !out.is_empty() {
                left_out.insert(cells.len());
            }
            let note = parts.next().filter(|it| !it.is_empty());
            cells.push(Proposed {
                cell,
                given: Given::Text(text.to_owned()),
                note: note.map(str::to_owned),
                source: source.clone(),
            });
        }
    }
    Some(Gathered {
        what: *What::ALL.get(kind)?,
        size: (rows, columns),
        cells,
        left_out,
        skipped: Skipped::default(),
    })
}

/// What a kept block comes from, in its own words.
#[must_use]
pub fn title(app: &App, kept: &Unsaved) -> Option<String> {
    let given = is_block(&kept.place).then(|| gathered(kept)).flatten()?;
    Some(app.say(given.what.title()))
}

/// Shows a block again that was left unfinished.
pub fn restore(app: &mut App, place: &str) {
    let Some(kept) = app.drafts.take(place) else {
        return;
    };
    if let Some(given) = gathered(&kept) {
        app.close_all();
        if let Some(layer) = super::made(app, given) {
            app.open(layer);
        }
    }
    app.touch_input();
}

/// Keeps what was refused in its cells; gives how many there are.
pub fn refused(app: &mut App, many: &Many) -> usize {
    let mut refused = many.standing(app, Row::Refused);
    refused.retain(
        |at| matches!(many.given.cells.get(*at), Some(it) if matches!(it.given, Given::Text(_))),
    );
    refused.truncate(MOST_CELLS);
    for at in &refused {
        if let Some(cell) = many.cell(*at) {
            let text = many.typed(app, *at);
            keep_text(app, cell, text);
        }
    }
    refused.len()
}

/// The block is over: nothing of it is unfinished.
pub fn forget(app: &mut App) {
    app.drafts.take_all(NOTE);
    app.touch_input();
}
