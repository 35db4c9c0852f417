//! A row of a table: its cells by title and kind. What is wrong is noted and reading goes on, so that a person mends a file once.

use chrono::{Datelike, NaiveDate};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::choice::{Words, choices};
use super::columns::folded;
use super::fault::{Fault, Wrong};
use super::{Table, same};
use crate::domain::date::{MAX_YEAR, MIN_YEAR, Side, parse_date_on};
use crate::domain::number::parse_decimal;
use crate::domain::text::clean;
use crate::exchange::workbook::book::{Address, CellText, Unread};
use crate::exchange::workbook::error::Place;

/// Characters of what stands in a cell that a fault keeps.
const GIVEN: usize = 60;
/// Ways to say yes, folded.
const YES: [&str; 7] = ["да", "д", "1", "yes", "y", "true", "истина"];
/// Ways to say no, folded.
const NO: [&str; 7] = ["нет", "н", "0", "no", "n", "false", "ложь"];

/// A row that is being read.
#[derive(Debug)]
pub struct Row<'t> {
    table: &'t Table<'t>,
    at: usize,
    faults: Vec<Fault>,
}

impl<'t> Row<'t> {
    pub(super) fn new(table: &'t Table<'_>, at: usize) -> Row<'t> {
        Row {
            table,
            at,
            faults: Vec::new(),
        }
    }

    pub(super) fn finish(self) -> Vec<Fault> {
        self.faults
    }

    /// What stands in the column, as it is.
    #[must_use]
    pub fn cell(&self, title: &str) -> &'t CellText {
        let column = self.table.column(title);
        column.map_or(&CellText::Empty, |column| {
            self.table.sheet.at(Address {
                row: self.at,
                column,
            })
        })
    }

    /// Where the column's cell stands.
    #[must_use]
    pub fn address(&self, title: &str) -> Address {
        Address {
            row: self.at,
            column: self.table.column(title).unwrap_or(0),
        }
    }

    /// Whether the file has the column.
    #[must_use]
    pub fn has(&self, title: &str) -> bool {
        self.table.has(title)
    }

    /// Notes a fault of the column's cell; the row is then not among those that were read.
    pub fn fault(&mut self, title: &str, wrong: Wrong) {
        let cell = self.address(title);
        self.faults.push(Fault {
            place: Place {
                file: self.table.file.to_owned(),
                sheet: self.table.sheet.name.clone(),
                cell: Some(cell),
            },
            column: title.to_owned(),
            wrong,
        });
    }

    /// Whether anything is wrong with it so far.
    #[must_use]
    pub fn is_faulty(&self) -> bool {
        !self.faults.is_empty()
    }

    /// What was read; a fault if it is nothing and nothing was noted of the cell yet.
    pub fn needed<T>(
        &mut self,
        title: &str,
        read: impl FnOnce(&mut Self, &str) -> Option<T>,
    ) -> Option<T> {
        let before = self.faults.len();
        let value = read(self, title);
        if value.is_none() && self.faults.len() == before {
            self.fault(title, Wrong::Empty);
        }
        value
    }

    /// One line of text without spaces around it; a number or a date as it would be typed. `None` if there is nothing.
    pub fn text(&mut self, title: &str) -> Option<String> {
        let cell = self.readable(title)?;
        let text = clean(&cell.to_string());
        let text = text.trim();
        (!text.is_empty()).then(|| text.to_owned())
    }

    /// The same with its line breaks.
    pub fn lines(&mut self, title: &str) -> Option<String> {
        let text = self.readable(title)?.to_string();
        let text = text.trim();
        (!text.is_empty()).then(|| text.to_owned())
    }

    /// A number: `87,5`, `87.5`, `1 234,5`. Of a cell with a percent sign that number that stands before it: 87,5 of «87,5 %».
    pub fn number(&mut self, title: &str) -> Option<Decimal> {
        let wrong = match self.readable(title)? {
            CellText::Number(number) => return Some(number.normalize()),
            CellText::Percent(number) => match number.checked_mul(Decimal::ONE_HUNDRED) {
                Some(percent) => return Some(percent.normalize()),
                None => Wrong::Unread(Unread::TooLarge(number.to_string())),
            },
            CellText::Date(given) => Wrong::DateForNumber { given: *given },
            cell => {
                let text = given(cell);
                let figures = text.trim().trim_end_matches('%').trim_end();
                match parse_decimal(figures) {
                    Ok(number) => return Some(number.normalize()),
                    Err(_) => Wrong::Number { given: text },
                }
            }
        };
        self.fault(title, wrong);
        None
    }

    /// A number above zero.
    pub fn positive(&mut self, title: &str) -> Option<Decimal> {
        let given = self.number(title)?;
        if given > Decimal::ZERO {
            return Some(given);
        }
        self.fault(title, Wrong::Positive { given });
        None
    }

    /// A short name such as `6.2` or `1-5`: of a number its digits with a point, and never a date that a spreadsheet made of it.
    pub fn label(&mut self, title: &str) -> Option<String> {
        match self.readable(title)? {
            CellText::Number(number) => Some(number.normalize().to_string()),
            CellText::Date(given) => {
                let given = *given;
                self.fault(title, Wrong::DateForText { given });
                None
            }
            _ => self.text(title),
        }
    }

    /// A day of the year as (month, day): `20.05`, or a date whose year says nothing.
    pub fn day_of_year(&mut self, title: &str) -> Option<(u32, u32)> {
        let cell = self.readable(title)?;
        let read = || {
            let text = match cell {
                CellText::Date(day) => return Some((day.month(), day.day())),
                CellText::Number(number) => number.to_string(),
                cell => cell.to_string(),
            };
            let (day, month) = text.trim().split_once(['.', ',', '/'])?;
            let (month, day) = (month.trim_end_matches('.').parse().ok()?, day.parse().ok()?);
            // A leap year, so that 29.02 is a day.
            NaiveDate::from_ymd_opt(2024, month, day).map(|_| (month, day))
        };
        let day = read();
        if day.is_none() {
            let given = given(cell);
            self.fault(title, Wrong::DayOfYear { given });
        }
        day
    }

    /// A whole number, not below zero.
    pub fn whole(&mut self, title: &str) -> Option<u32> {
        let number = self.number(title)?;
        let whole = number.fract().is_zero().then(|| number.to_u32()).flatten();
        if whole.is_none() {
            let given = given(self.cell(title));
            self.fault(title, Wrong::Whole { given });
        }
        whole
    }

    /// A date: of the spreadsheet, or typed with all of its year, `01.09.2023`, `2023-09-01`, `1 сентября 2023 г.`.
    pub fn date(&mut self, title: &str) -> Option<NaiveDate> {
        let day = match self.readable(title)? {
            CellText::Date(day) => Some(*day),
            cell => typed_date(&cell.to_string()),
        };
        let wrong = match day {
            Some(day) if (MIN_YEAR..=MAX_YEAR).contains(&day.year()) => return Some(day),
            Some(given) => Wrong::Year { given },
            None => Wrong::Date {
                given: given(self.cell(title)),
            },
        };
        self.fault(title, wrong);
        None
    }

    /// «да» or «нет».
    pub fn yes_no(&mut self, title: &str) -> Option<bool> {
        let cell = self.readable(title)?;
        if let CellText::Bool(truth) = cell {
            return Some(*truth);
        }
        let word = folded(&cell.to_string());
        match (YES.contains(&word.as_str()), NO.contains(&word.as_str())) {
            (true, _) => Some(true),
            (_, true) => Some(false),
            _ => {
                let given = given(cell);
                self.fault(title, Wrong::YesNo { given });
                None
            }
        }
    }

    /// One of several words; each value comes with the words for it, the first of which is the one that a fault names.
    pub fn choice<T: Copy>(&mut self, title: &str, options: &Words<T>) -> Option<T> {
        let cell = self.readable(title)?;
        let text = cell.to_string();
        let found = options
            .iter()
            .find(|(_, words)| words.iter().any(|it| same(it, &text)));
        if let Some((value, _)) = found {
            return Some(*value);
        }
        let names = choices(options);
        let given = given(cell);
        self.fault(title, Wrong::NotOneOf { given, names });
        None
    }

    /// The cell if anything stands there that can be used; what can't is noted.
    fn readable(&mut self, title: &str) -> Option<&'t CellText> {
        match self.cell(title) {
            CellText::Unread(why) => {
                let why = why.clone();
                self.fault(title, Wrong::Unread(why));
                None
            }
            cell if cell.is_blank() => None,
            cell => Some(cell),
        }
    }
}

/// What stands in a cell, short.
fn given(cell: &CellText) -> String {
    clean(&cell.to_string()).chars().take(GIVEN).collect()
}

/// A typed date that says its whole year: in a file nothing is near to a today.
fn typed_date(text: &str) -> Option<NaiveDate> {
    let text = text.trim();
    let year = text
        .split(|it: char| !it.is_ascii_digit())
        .any(|it| it.len() == 4);
    if !year || text.starts_with(['+', '-', '\u{2212}']) {
        return None;
    }
    parse_date_on(text, NaiveDate::default(), Side::Past).ok()
}
