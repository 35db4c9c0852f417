//! Titles: what a column may be called, and which row of a sheet is that of the titles.

use std::collections::BTreeMap;

use super::HEADER_ROWS;
use crate::domain::text::{clean, fold};
use crate::exchange::workbook::book::{CellText, Sheet};

/// A column that somebody wants to read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its title, by which a row is asked, too.
    pub title: &'static str,
    /// What else it may be called.
    pub aliases: &'static [&'static str],
    /// Whether there is no table without it.
    pub needed: bool,
}

impl Column {
    /// A column that has to be there.
    #[must_use]
    pub const fn needed(title: &'static str, aliases: &'static [&'static str]) -> Column {
        Column {
            title,
            aliases,
            needed: true,
        }
    }

    /// A column that may be missing; then all its cells are empty.
    #[must_use]
    pub const fn free(title: &'static str, aliases: &'static [&'static str]) -> Column {
        Column {
            title,
            aliases,
            needed: false,
        }
    }
}

/// The titles as they were found.
pub(super) struct Found {
    pub(super) header: usize,
    pub(super) places: Vec<(&'static str, Option<usize>)>,
    pub(super) unknown: Vec<(usize, String)>,
    pub(super) twice: Vec<(usize, String)>,
}

/// A title or a word as it is compared: letters and figures, one space between words.
pub(super) fn folded(text: &str) -> String {
    let letters: String = fold(text)
        .chars()
        .map(|it| {
            if it.is_alphanumeric() || it == '%' {
                it
            } else {
                ' '
            }
        })
        .collect();
    letters.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The row that holds most of the titles, the first of such; `None` if none holds two of them, or all where one is asked for.
pub(super) fn find(sheet: &Sheet, columns: &[Column]) -> Option<Found> {
    let mut names: BTreeMap<String, usize> = BTreeMap::new();
    for (at, column) in columns.iter().enumerate() {
        for name in [column.title].iter().chain(column.aliases) {
            names.entry(folded(name)).or_insert(at);
        }
    }
    let known = |cell: &CellText| match cell {
        CellText::Text(text) => names.get(&folded(text)).copied(),
        _ => None,
    };
    let hits = |row: &[CellText]| row.iter().filter(|it| known(it).is_some()).count();
    let rows = sheet.rows.iter().enumerate().take(HEADER_ROWS);
    let (header, row) = rows.rev().max_by_key(|(_, row)| hits(row))?;
    if hits(row) < columns.len().min(2) {
        return None;
    }
    let mut places: Vec<_> = columns.iter().map(|it| (it.title, None)).collect();
    let mut unknown = Vec::new();
    let mut twice = Vec::new();
    for (at, cell) in row.iter().enumerate() {
        match known(cell).and_then(|it| places.get_mut(it)) {
            Some((_, place @ None)) => *place = Some(at),
            Some((title, Some(_))) => twice.push((at, (*title).to_owned())),
            None if cell.is_blank() => {}
            // A title may stand in several lines; what is said of it is one.
            None => unknown.push((at, clean(&cell.to_string()))),
        }
    }
    Some(Found {
        header,
        places,
        unknown,
        twice,
    })
}
