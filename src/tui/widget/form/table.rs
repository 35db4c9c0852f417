//! A field that is a small table: a line editor in each cell, and a blank row at the end for what comes next.
//!
//! Knows its captions and its texts; what the columns mean is the owner's.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use crate::tui::widget::line_edit::LineEdit;

/// Between the cells of a kept row.
const CELL: char = '\t';

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// What stands above it.
    pub caption: String,
    /// Columns of the screen; the last column of a table takes what is left.
    pub width: usize,
}

/// A table being typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    columns: Vec<Column>,
    rows: Vec<Vec<LineEdit>>,
    row: usize,
    column: usize,
}

impl Table {
    /// A table with these rows.
    #[must_use]
    pub fn new(columns: Vec<Column>, rows: Vec<Vec<String>>) -> Table {
        let mut table = Table {
            columns,
            rows: Vec::new(),
            row: 0,
            column: 0,
        };
        table.fill(rows);
        table
    }

    fn fill(&mut self, rows: Vec<Vec<String>>) {
        let width = self.columns.len();
        self.rows = (rows.into_iter())
            .map(|row| {
                let cells = row.iter().map(|it| LineEdit::suggesting(it));
                cells
                    .chain(std::iter::repeat_n(LineEdit::default(), width))
                    .take(width)
                    .collect()
            })
            .collect();
        self.settle();
    }

    /// Its columns.
    #[must_use]
    pub fn columns(&self) -> &[Column] {
        &self.columns
    }

    /// Its editors, the blank row at the end included.
    #[must_use]
    pub fn cells(&self) -> &[Vec<LineEdit>] {
        &self.rows
    }

    /// The row and the column of the cursor.
    #[must_use]
    pub fn at(&self) -> (usize, usize) {
        (self.row, self.column)
    }

    /// Puts the cursor into a row, if there is one so far down.
    pub fn go_to(&mut self, row: usize) {
        (self.row, self.column) = (row, 0);
        self.settle();
    }

    /// What is typed, without blanks at the ends; rows in which nothing is typed are left out.
    #[must_use]
    pub fn rows(&self) -> Vec<Vec<String>> {
        (self.rows.iter())
            .filter(|row| !is_blank(row))
            .map(|row| row.iter().map(|it| it.text().trim().to_owned()).collect())
            .collect()
    }

    /// All rows as text.
    #[must_use]
    pub fn export(&self) -> String {
        let rows = self.rows().into_iter();
        let rows: Vec<String> = rows.map(|row| row.join(&CELL.to_string())).collect();
        rows.join("\n")
    }

    /// Puts back what [`Table::export`] gave.
    pub fn import(&mut self, kept: &str) {
        let rows = kept.lines().filter(|it| !it.is_empty());
        self.fill(
            rows.map(|row| row.split(CELL).map(str::to_owned).collect())
                .collect(),
        );
    }

    /// What a key does; `false` leaves it to the form.
    pub fn key(&mut self, key: KeyEvent) -> bool {
        let plain = key.modifiers.difference(KeyModifiers::SHIFT).is_empty();
        match key.code {
            KeyCode::Up if self.row > 0 => self.row -= 1,
            KeyCode::Down if self.row + 1 < self.rows.len() => self.row += 1,
            KeyCode::Enter if self.is_on_blank() => return false,
            KeyCode::Enter => self.on(),
            KeyCode::Insert => {
                self.rows.insert(self.row, self.blank());
                self.column = 0;
            }
            KeyCode::F(8) => {
                if self.row < self.rows.len() {
                    self.rows.remove(self.row);
                }
            }
            KeyCode::Left if plain && self.column > 0 && self.at_edge(key) => self.column -= 1,
            KeyCode::Right
                if plain && self.column + 1 < self.columns.len() && self.at_edge(key) =>
            {
                self.column += 1;
            }
            _ => {
                let cell = (self.rows.get_mut(self.row)).and_then(|it| it.get_mut(self.column));
                if !cell.is_some_and(|it| it.key(key)) {
                    return false;
                }
            }
        }
        self.settle();
        true
    }

    /// Pasted text: lines become rows and tabs cells, from the cursor on.
    pub fn insert(&mut self, text: &str) {
        let (first, from) = (self.row, self.column);
        let lines: Vec<&str> = text.trim_end().lines().collect();
        for (n, line) in lines.iter().enumerate() {
            if first + n >= self.rows.len() {
                self.rows.push(self.blank());
            }
            for (cell, text) in line.split(CELL).enumerate() {
                let row = self.rows.get_mut(first + n);
                if let Some(edit) = row.and_then(|it| it.get_mut(from + cell)) {
                    match lines.len() == 1 && cell == 0 {
                        true => edit.insert(text),
                        false => edit.set(text.trim()),
                    }
                }
            }
        }
        self.row = first + lines.len().saturating_sub(1);
        self.settle();
    }

    fn blank(&self) -> Vec<LineEdit> {
        vec![LineEdit::default(); self.columns.len()]
    }

    fn is_on_blank(&self) -> bool {
        self.row + 1 >= self.rows.len()
    }

    fn on(&mut self) {
        if self.column + 1 < self.columns.len() {
            self.column += 1;
        } else {
            (self.row, self.column) = (self.row + 1, 0);
        }
    }

    /// Whether an arrow would leave the text of the cell.
    fn at_edge(&self, key: KeyEvent) -> bool {
        let cell = self.rows.get(self.row).and_then(|it| it.get(self.column));
        cell.is_none_or(|it| {
            let mut moved = it.clone();
            moved.key(key);
            it.is_suggested() || moved.cursor() == it.cursor()
        })
    }

    /// A blank row stands at the end, and the cursor in the table.
    fn settle(&mut self) {
        if self.rows.last().is_none_or(|it| !is_blank(it)) {
            self.rows.push(self.blank());
        }
        self.row = self.row.min(self.rows.len().saturating_sub(1));
    }
}

fn is_blank(row: &[LineEdit]) -> bool {
    row.iter().all(|it| it.text().trim().is_empty())
}
