//! A table in text: which sign stands between its cells.

use std::iter::Peekable;
use std::str::Chars;

use super::book::{Address, CellText, Sheet};
use super::error::{Problem, Wrong};
use super::grid::{Grid, Room};
use super::write::unguarded;
use crate::exchange::letters::decoded;

/// Records that are looked at to tell the sign between cells.
const LINES: usize = 20;
/// The signs that may stand between cells, the likeliest first: Excel with Russian settings writes semicolons.
const SIGNS: [char; 3] = [';', '\t', ','];

pub(super) fn read(bytes: &[u8]) -> Result<Vec<Sheet>, Wrong> {
    let text = decoded(bytes).ok_or(Problem::NotATable)?;
    let (sign, table) = separator(&text);
    let mut room = Room::new();
    let mut grid = Grid::new(&mut room);
    for (at, cell) in Cells::new(table, sign) {
        grid.put(at, CellText::text(unguarded(&cell)))?;
    }
    Ok(vec![grid.sheet("", false)])
}

/// The sign between cells, and the table without the line that some programs write to name it.
fn separator(text: &str) -> (char, &str) {
    let (first, rest) = text.split_once('\n').unwrap_or((text, ""));
    let named = first.trim_end().strip_prefix("sep=").map(str::as_bytes);
    if let Some([sign]) = named
        && sign.is_ascii_punctuation()
        && *sign != b'"'
    {
        return (char::from(*sign), rest);
    }
    // The sign that parts most of the first lines, and the first of them into most cells.
    let parted = |sign: char| {
        let mut lengths = [0; LINES];
        for (at, _) in Cells::new(text, sign) {
            match lengths.get_mut(at.row) {
                Some(length) => *length = at.column + 1,
                None => break,
            }
        }
        let mut parted = lengths.into_iter().filter(|it| *it > 1);
        let first = parted.next();
        (usize::from(first.is_some()) + parted.count(), first)
    };
    let best = SIGNS.into_iter().rev().max_by_key(|it| parted(*it));
    (best.unwrap_or(';'), text)
}

/// The cells of a table in text, each where it stands, an empty line being a row of one: rows are counted as a spreadsheet that opens the file counts them.
///
/// No row is put together here: a line of nothing but signs has millions of cells, and the grid stops at its limits.
struct Cells<'a> {
    letters: Peekable<Chars<'a>>,
    sign: char,
    at: Address,
}

impl Cells<'_> {
    fn new(text: &str, sign: char) -> Cells<'_> {
        Cells {
            letters: text.chars().peekable(),
            sign,
            at: Address { row: 0, column: 0 },
        }
    }

    /// A cell up to its end. Quotes count only where a cell begins with one; a doubled one is one.
    fn cell(&mut self) -> String {
        let mut out = String::new();
        if self.letters.next_if_eq(&'"').is_some() {
            while let Some(letter) = self.letters.next() {
                if letter == '"' && self.letters.next_if_eq(&'"').is_none() {
                    break;
                }
                out.push(letter);
            }
        }
        let sign = self.sign;
        while let Some(letter) = (self.letters).next_if(|it| *it != sign && !is_break(*it)) {
            out.push(letter);
        }
        out
    }
}

fn is_break(letter: char) -> bool {
    matches!(letter, '\n' | '\r')
}

impl Iterator for Cells<'_> {
    type Item = (Address, String);

    fn next(&mut self) -> Option<(Address, String)> {
        // After a sign there is a cell, though the text be over.
        if self.at.column == 0 {
            self.letters.peek()?;
        }
        let cell = self.cell();
        let here = self.at;
        self.at = match self.letters.next() {
            Some(it) if !is_break(it) => Address {
                column: here.column + 1,
                ..here
            },
            end => {
                if end == Some('\r') {
                    self.letters.next_if_eq(&'\n');
                }
                Address {
                    row: here.row + 1,
                    column: 0,
                }
            }
        };
        Some((here, cell))
    }
}
