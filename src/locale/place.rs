//! Where something stands in a file, in words: «ОО.xlsx, лист «Школы», ячейка B12».

use super::{Locale, Phrase};
use crate::args;

impl Locale {
    /// A place in a file: the sheet unless the file is one table, and the cell by row and column from 0, as far as they are known.
    #[must_use]
    pub fn place_in_file(&self, file: &str, sheet: &str, cell: Option<(usize, usize)>) -> String {
        let cell = cell.map(|(row, column)| address(row, column));
        match (sheet.is_empty(), cell) {
            (true, None) => file.to_owned(),
            (true, Some(cell)) => self.say_with(Phrase::BookPlaceCell, &args![file, cell]),
            (false, None) => self.say_with(Phrase::BookPlaceSheet, &args![file, sheet]),
            (false, Some(cell)) => {
                self.say_with(Phrase::BookPlaceSheetCell, &args![file, sheet, cell])
            }
        }
    }
}

/// A cell by row and column from 0, as spreadsheets write it: `B12`.
#[must_use]
pub fn address(row: usize, column: usize) -> String {
    format!("{}{}", letters(column), row.saturating_add(1))
}

/// The letters of a column, from 0: `A`, `Z`, `AA`.
#[must_use]
pub fn letters(column: usize) -> String {
    let mut letters = Vec::new();
    let mut left = column;
    loop {
        let letter = u8::try_from(left % 26).unwrap_or_default();
        letters.push(char::from(b'A'.saturating_add(letter)));
        if left < 26 {
            break;
        }
        left = left / 26 - 1;
    }
    letters.iter().rev().collect()
}
