//! A block as unfinished input: what was pasted and what was decided about it comes back after a refusal, a lost line, another start.
//!
//! Nothing is kept of a block that the person has left by Esc: they have said so, and the spreadsheet still has it.

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use super::{Gathered, Many, Row, Skipped, What};
use crate::analysis::proposal::{Given, Proposed};
use crate::domain::command::Seen;
use crate::domain::ids::{DocumentId, Seq};
use crate::domain::value::{Cell, Source};
use crate::service::link::Unsaved;
use crate::tui::app::App;
use crate::tui::entry::editor::{cell_of, place_of};
use crate::tui::entry::keep_text;

/// What the place of a block begins with.
const PLACE: &str = "block ";
/// Where the words for rows of a block are kept.
pub const NOTE: &str = "words of a block";
/// Where another text for a cell of a block is kept.
pub const TEXT: &str = "text of a block";
/// In the place of a reason: it is one for many cells.
pub const REASON: &str = "many";
/// The field that says what it comes from, and how large it is.
const WHAT: &str = "what";
/// The field with the names that nobody knows, a line for each.
const UNKNOWN: &str = "unknown";
/// What the fields with the sources of the values begin with; a number follows.
const SOURCE: &str = "source ";
/// What stands before the revision that was in a cell.
const SEEN: char = '@';
/// Bytes of a block that a link carries.
const MOST: usize = 150_000;
/// Most cells whose refused text is kept in them; more of them stay a block.
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

/// The block as input.
pub fn unsaved(app: &App, many: &Many) -> Unsaved {
    written(app, &many.given, &many.begun, &many.place).0
}

/// How many cells of a block find no room in what is kept.
pub fn beyond(app: &App, many: &Many) -> usize {
    written(app, &many.given, &many.begun, &many.place).1
}

/// A block as input, and how many of its cells find no room there. A field for each indicator holds a line for each cell: whose it is;
/// whether it is left out, the number of its source, what was there when it was shown; what is to stand there; the note.
fn written(app: &App, given: &Gathered, begun: &[Seen], place: &str) -> (Unsaved, usize) {
    let (rows, across) = given.size;
    let what = What::ALL.iter().position(|it| *it == given.what);
    let [by_rows, by_columns] = given.by_names.map(u8::from);
    let mut sources: Vec<&Source> = Vec::new();
    let mut columns: BTreeMap<String, String> = BTreeMap::new();
    let (mut bytes, mut beyond) = (0, 0);
    for (at, it) in given.cells.iter().enumerate() {
        let (column, subject) = parts_of(it.cell);
        let mut flags = if given.left_out.contains(&at) {
            "-"
        } else {
            ""
        }
        .to_owned();
        if let Some(source) = &it.source {
            let known = sources.iter().position(|it| *it == source);
            flags.push_str(&known.unwrap_or(sources.len()).to_string());
            if known.is_none() {
                sources.push(source);
            }
        }
        match begun.get(at) {
            Some(Seen::At(Seq(revision))) => flags.push_str(&format!("{SEEN}{revision}")),
            Some(Seen::Absent) => flags.push(SEEN),
            None => {}
        }
        let text = escaped(&super::typed(app, it));
        let note = escaped(it.note.as_deref().unwrap_or_default());
        let line = [subject, flags, text, note].join("\t");
        if bytes + line.len() >= MOST {
            beyond += 1;
            continue;
        }
        bytes += line.len() + 1;
        let lines = columns.entry(column).or_default();
        lines.push_str(line.trim_end_matches('\t'));
        lines.push('\n');
    }
    let what = what.unwrap_or(0);
    let what = format!("{what} {rows} {across} {by_rows} {by_columns} {beyond}");
    let mut fields = vec![(WHAT.to_owned(), what)];
    if !given.unknown.is_empty() {
        let names: Vec<String> = given.unknown.iter().map(|it| escaped(it)).collect();
        fields.push((UNKNOWN.to_owned(), names.join("\n")));
    }
    fields.extend(sources.into_iter().enumerate().map(|(n, it)| {
        let said = match it {
            Source::Text(text) => format!("text {text}"),
            Source::Document(id) => format!("document {}", id.0),
        };
        (format!("{SOURCE}{n}"), said)
    }));
    fields.extend(columns);
    let unsaved = Unsaved {
        place: place.to_owned(),
        fields,
        at: app.now.at,
    };
    (unsaved, beyond)
}

/// What parts lines and columns here is written otherwise within a text.
fn escaped(text: &str) -> String {
    let text = text.replace('\\', "\\\\");
    text.replace('\t', "\\t").replace(['\n', '\r'], "\\n")
}

fn unescaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut letters = text.chars();
    while let Some(c) = letters.next() {
        out.push(match c {
            '\\' => match letters.next() {
                Some('t') => '\t',
                Some('n') => '\n',
                other => other.unwrap_or(c),
            },
            c => c,
        });
    }
    out
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
    let by_names = [what.next(), what.next()].map(|it| it == Some(1));
    let lost = what.next().unwrap_or(0);
    let source = |number: &str| {
        let said = field(&format!("{SOURCE}{number}"))?;
        match said.split_once(' ')? {
            ("document", id) => Some(Source::Document(DocumentId(id.parse().ok()?))),
            (_, text) => Some(Source::Text(text.to_owned())),
        }
    };
    let mut cells = Vec::new();
    let mut left_out = BTreeSet::new();
    let mut begun = Vec::new();
    for (column, lines) in &kept.fields {
        for line in lines.lines() {
            let mut parts = line.splitn(4, '\t');
            let mut part = || parts.next().unwrap_or_default();
            let (subject, flags, text, note) = (part(), part(), part(), part());
            let Some(cell) = cell_of(&format!("{column} {subject}")) else {
                continue;
            };
            if flags.starts_with('-') {
                left_out.insert(cells.len());
            }
            let (flags, seen) = flags.split_once(SEEN).map_or((flags, None), |(it, seen)| {
                let revision = seen.parse().ok().map(|it| Seen::At(Seq(it)));
                (it, Some(revision.unwrap_or(Seen::Absent)))
            });
            begun.extend(seen);
            cells.push(Proposed {
                cell,
                given: Given::Text(unescaped(text)),
                note: (!note.is_empty()).then(|| unescaped(note)),
                source: source(flags.trim_start_matches('-')),
            });
        }
    }
    let unknown = field(UNKNOWN).map(|it| it.lines().map(unescaped).collect());
    Some(Gathered {
        what: *What::ALL.get(kind)?,
        size: (rows, columns),
        cells,
        left_out,
        skipped: Skipped {
            lost,
            ..Skipped::default()
        },
        by_names,
        unknown: unknown.unwrap_or_default(),
        begun,
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

/// Keeps what was refused, in its cells or, where there is much of it, as a block of its own; gives how many there are, and whether they
/// are in their cells.
pub fn refused(app: &mut App, many: &Many) -> (usize, bool) {
    let mut refused = many.standing(app, Row::Refused);
    refused.retain(
        |at| matches!(many.given.cells.get(*at), Some(it) if matches!(it.given, Given::Text(_))),
    );
    let in_cells = refused.len() <= MOST_CELLS;
    if in_cells {
        for at in &refused {
            if let Some(cell) = many.cell(*at) {
                let text = many.typed(app, *at);
                keep_text(app, cell, text);
            }
        }
    } else {
        refused.sort_unstable();
        let of = refused.iter();
        let cells = of.clone().filter_map(|it| many.given.cells.get(*it));
        let begun: Vec<Seen> = of.filter_map(|it| many.begun.get(*it)).copied().collect();
        let rest = Gathered {
            cells: cells.cloned().collect(),
            left_out: BTreeSet::new(),
            unknown: Vec::new(),
            ..many.given.clone()
        };
        app.drafts.put(written(app, &rest, &begun, &many.place).0);
    }
    (refused.len(), in_cells)
}

/// The block is over: nothing of it is unfinished.
pub fn forget(app: &mut App) {
    app.drafts.take_all(NOTE);
    app.drafts.take_all(TEXT);
    app.touch_input();
}
