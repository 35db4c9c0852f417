//! Rows under construction: every cell passes here, and the limits with it.

use super::book::{Address, CellText, Sheet};
use super::error::{Problem, Wrong};
use super::limits::{CELLS, COLUMNS, Limit, ROWS, TEXT_BYTES, TEXT_CHARS};
use crate::domain::text::{clean, clean_multiline};

/// What is left of the limits that hold for a whole workbook.
#[derive(Debug)]
pub(super) struct Room {
    cells: usize,
    bytes: usize,
}

impl Room {
    pub(super) fn new() -> Room {
        Room {
            cells: CELLS,
            bytes: TEXT_BYTES,
        }
    }
}

/// The rows of one sheet.
#[derive(Debug)]
pub(super) struct Grid<'a> {
    rows: Vec<Vec<CellText>>,
    room: &'a mut Room,
}

impl<'a> Grid<'a> {
    pub(super) fn new(room: &'a mut Room) -> Grid<'a> {
        Grid {
            rows: Vec::new(),
            room,
        }
    }

    /// Puts a cell in its place; an empty one costs nothing, wherever it stands.
    pub(super) fn put(&mut self, at: Address, cell: CellText) -> Result<(), Wrong> {
        let cell = self.checked(at, cell)?;
        if cell == CellText::Empty {
            return Ok(());
        }
        let beyond = |limit| Err(Wrong::at(at, Problem::TooMuch(limit)));
        if at.row >= ROWS {
            return beyond(Limit::Rows);
        }
        if at.column >= COLUMNS {
            return beyond(Limit::Columns);
        }
        // An empty row takes room as a cell does: there can be many sheets, with one cell each, far below.
        let rows = (at.row + 1).saturating_sub(self.rows.len());
        let length = self.rows.get(at.row).map_or(0, Vec::len);
        let cells = (at.column + 1).saturating_sub(length);
        let Some(left) = self.room.cells.checked_sub(rows + cells) else {
            return beyond(Limit::Cells);
        };
        self.room.cells = left;
        if rows > 0 {
            self.rows.resize_with(at.row + 1, Vec::new);
        }
        let Some(row) = self.rows.get_mut(at.row) else {
            return beyond(Limit::Rows);
        };
        if cells > 0 {
            row.resize(at.column + 1, CellText::Empty);
        }
        if let Some(place) = row.get_mut(at.column) {
            *place = cell;
        }
        Ok(())
    }

    pub(super) fn sheet(self, name: &str, hidden: bool) -> Sheet {
        Sheet {
            name: clean(name).trim().to_owned(),
            hidden,
            rows: self.rows,
        }
    }

    /// The cell with its text clean and within the limits.
    fn checked(&mut self, at: Address, cell: CellText) -> Result<CellText, Wrong> {
        let CellText::Text(text) = cell else {
            return Ok(cell);
        };
        // A character has four bytes at most, so that a long text is not counted twice.
        if text.len() > TEXT_CHARS * 4 || text.chars().count() > TEXT_CHARS {
            return Err(Wrong::at(at, Problem::TooMuch(Limit::TextChars)));
        }
        let text = clean_multiline(&text);
        let Some(left) = self.room.bytes.checked_sub(text.len()) else {
            return Err(Wrong::at(at, Problem::TooMuch(Limit::TextBytes)));
        };
        self.room.bytes = left;
        Ok(CellText::text(text))
    }
}
