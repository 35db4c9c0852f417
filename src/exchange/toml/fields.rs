//! Takes the fields of a table one by one, each fault with its line; what was not asked for is refused at the end.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::ops::Range;
use std::str::FromStr;

use chrono::NaiveDate;
use rust_decimal::Decimal;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::error::{Problem, TomlError, Wanted};
use crate::exchange::names::Named;

/// A file taken apart, with its text to find lines in.
pub(crate) struct Document<'a> {
    file: &'a str,
    text: &'a str,
    root: Spanned<DeTable<'a>>,
}

impl<'a> Document<'a> {
    /// Reads the text of a file.
    pub(crate) fn parse(file: &'a str, text: &'a str) -> Result<Self, TomlError> {
        let root = DeTable::parse(text).map_err(|error| no_toml(file, text, &error))?;
        Ok(Document { file, text, root })
    }

    /// The fields of the file itself.
    pub(crate) fn fields(&self) -> Fields<'_> {
        Fields {
            file: self.file,
            text: self.text,
            place: String::new(),
            span: 0..0,
            table: self.root.get_ref(),
            asked: BTreeSet::new(),
            as_left: false,
        }
    }
}

/// The fault of a text that is no TOML, with its place.
fn no_toml(file: &str, text: &str, error: &toml::de::Error) -> TomlError {
    let span = error.span().unwrap_or_default();
    let said = error.message().to_owned();
    let is_twice = said.starts_with("duplicate key");
    let before = text.get(..span.start).unwrap_or(text);
    let in_line = before.rsplit('\n').next().unwrap_or_default();
    let column = in_line.chars().count() + 1;
    let field = text.get(span.clone()).filter(|_| is_twice);
    TomlError {
        file: file.to_owned(),
        line: line_at(text, span.start),
        field: field.unwrap_or_default().to_owned(),
        problem: match is_twice {
            true => Problem::Twice,
            false => Problem::Syntax { said, column },
        },
    }
}

fn line_at(text: &str, offset: usize) -> usize {
    let before = text.as_bytes().get(..offset).unwrap_or(text.as_bytes());
    before.iter().filter(|byte| **byte == b'\n').count() + 1
}

/// The fields of one table.
pub(crate) struct Fields<'a> {
    file: &'a str,
    text: &'a str,
    place: String,
    span: Range<usize>,
    table: &'a DeTable<'a>,
    asked: BTreeSet<&'static str>,
    as_left: bool,
}

impl<'a> Fields<'a> {
    /// Names what the table is about in errors from now on: `indicators 6.2`.
    pub(crate) fn called(&mut self, name: &str) {
        self.place = format!("{} {name}", self.place);
    }

    /// From now on texts may be blank and numbers may be any: what is retired is kept as it was left, and nobody mends it.
    pub(crate) fn as_left(&mut self) {
        self.as_left = true;
    }

    /// Whether nothing is asked of what stands in it.
    pub(crate) fn is_as_left(&self) -> bool {
        self.as_left
    }

    /// A fault of a field.
    pub(crate) fn fault(&self, field: &str, problem: Problem) -> TomlError {
        let start = self
            .table
            .get(field)
            .map_or(self.span.start, |it| it.span().start);
        self.fault_at(start, field, problem)
    }

    fn fault_at(&self, offset: usize, field: &str, problem: Problem) -> TomlError {
        let field = match self.place.as_str() {
            "" => field.to_owned(),
            place => format!("{place}: {field}"),
        };
        TomlError {
            file: self.file.to_owned(),
            line: line_at(self.text, offset),
            field,
            problem,
        }
    }

    fn get(&mut self, field: &'static str) -> Option<&'a Spanned<DeValue<'a>>> {
        self.asked.insert(field);
        self.table.get(field)
    }

    fn must<T>(&self, field: &str, value: Option<T>) -> Result<T, TomlError> {
        value.ok_or_else(|| self.fault(field, Problem::Missing))
    }

    /// Whether the field is there.
    pub(crate) fn has(&self, field: &str) -> bool {
        self.table.contains_key(field)
    }

    /// A text that may be absent.
    pub(crate) fn text_opt(&mut self, field: &'static str) -> Result<Option<String>, TomlError> {
        let Some(value) = self.get(field) else {
            return Ok(None);
        };
        self.read_text(field, value).map(Some)
    }

    fn read_text(&self, field: &str, value: &Spanned<DeValue<'_>>) -> Result<String, TomlError> {
        let at = |problem| self.fault_at(value.span().start, field, problem);
        let text = value
            .get_ref()
            .as_str()
            .ok_or_else(|| at(Problem::Expected(Wanted::Text)))?;
        // A text may have lines.
        if text.chars().any(|it| it.is_control() && it != '\n') {
            return Err(at(Problem::Unprintable));
        }
        Ok(text.to_owned())
    }

    /// A text; absent is empty.
    pub(crate) fn text(&mut self, field: &'static str) -> Result<String, TomlError> {
        Ok(self.text_opt(field)?.unwrap_or_default())
    }

    /// A text that must be there and not be empty.
    pub(crate) fn words(&mut self, field: &'static str) -> Result<String, TomlError> {
        let text = self.text_opt(field)?;
        let text = self.must(field, text)?;
        if text.trim().is_empty() && !self.as_left {
            return Err(self.fault(field, Problem::Expected(Wanted::Words)));
        }
        Ok(text)
    }

    /// A list of texts; absent is empty.
    pub(crate) fn texts(&mut self, field: &'static str) -> Result<Vec<String>, TomlError> {
        let Some(items) = self.list(field)? else {
            return Ok(Vec::new());
        };
        items.iter().map(|it| self.read_text(field, it)).collect()
    }

    fn list(
        &mut self,
        field: &'static str,
    ) -> Result<Option<&'a [Spanned<DeValue<'a>>]>, TomlError> {
        let Some(value) = self.get(field) else {
            return Ok(None);
        };
        match value.get_ref() {
            DeValue::Array(items) => Ok(Some(items)),
            _ => Err(self.fault(field, Problem::Expected(Wanted::List))),
        }
    }

    /// An exact number that may be absent. What stands in the file is read digit by digit: `0.1` is one tenth.
    pub(crate) fn number_opt(&mut self, field: &'static str) -> Result<Option<Decimal>, TomlError> {
        let Some(value) = self.get(field) else {
            return Ok(None);
        };
        let text = match value.get_ref() {
            DeValue::Integer(it) if it.radix() == 10 => Cow::Borrowed(it.as_str()),
            DeValue::Float(it) => Cow::Borrowed(it.as_str()),
            _ => return Err(self.fault(field, Problem::Expected(Wanted::Number))),
        };
        Decimal::from_str(&text)
            .map(Some)
            .map_err(|_| self.fault(field, Problem::Expected(Wanted::Number)))
    }

    /// An exact number that must be there.
    pub(crate) fn number(&mut self, field: &'static str) -> Result<Decimal, TomlError> {
        let number = self.number_opt(field)?;
        self.must(field, number)
    }

    /// A number > 0.
    pub(crate) fn positive(&mut self, field: &'static str) -> Result<Decimal, TomlError> {
        let number = self.number(field)?;
        if number <= Decimal::ZERO && !self.as_left {
            return Err(self.fault(field, Problem::Expected(Wanted::Positive)));
        }
        Ok(number)
    }

    /// A whole number ≥ 0 that must be there.
    pub(crate) fn whole(&mut self, field: &'static str) -> Result<u32, TomlError> {
        let number = self.number(field)?;
        u32::try_from(number)
            .ok()
            .filter(|_| number.is_integer())
            .ok_or_else(|| self.fault(field, Problem::Expected(Wanted::Whole)))
    }

    /// Whole numbers; absent is empty.
    pub(crate) fn wholes(&mut self, field: &'static str) -> Result<Vec<u32>, TomlError> {
        let Some(items) = self.list(field)? else {
            return Ok(Vec::new());
        };
        let read = |it: &Spanned<DeValue<'_>>| match it.get_ref() {
            DeValue::Integer(number) if number.radix() == 10 => number.as_str().parse().ok(),
            _ => None,
        };
        items
            .iter()
            .map(|it| read(it).ok_or_else(|| self.fault(field, Problem::Expected(Wanted::Whole))))
            .collect()
    }

    /// A truth value with a default.
    pub(crate) fn truth(&mut self, field: &'static str, default: bool) -> Result<bool, TomlError> {
        let Some(value) = self.get(field) else {
            return Ok(default);
        };
        value
            .get_ref()
            .as_bool()
            .ok_or_else(|| self.fault(field, Problem::Expected(Wanted::Truth)))
    }

    /// A date that may be absent.
    pub(crate) fn date(&mut self, field: &'static str) -> Result<Option<NaiveDate>, TomlError> {
        let Some(value) = self.get(field) else {
            return Ok(None);
        };
        let plain = value
            .get_ref()
            .as_datetime()
            .filter(|it| it.time.is_none())
            .and_then(|it| it.date);
        plain
            .and_then(|it| {
                NaiveDate::from_ymd_opt(i32::from(it.year), it.month.into(), it.day.into())
            })
            .map(Some)
            .ok_or_else(|| self.fault(field, Problem::Expected(Wanted::Date)))
    }

    /// A day and month, `"20.05"`, as (month, day).
    pub(crate) fn day_month(
        &mut self,
        field: &'static str,
    ) -> Result<Option<(u32, u32)>, TomlError> {
        let Some(text) = self.text_opt(field)? else {
            return Ok(None);
        };
        let read = || {
            let (day, month) = text.split_once('.')?;
            let (month, day) = (month.parse().ok()?, day.parse().ok()?);
            // A leap year, so that 29.02 is a day.
            NaiveDate::from_ymd_opt(2024, month, day).map(|_| (month, day))
        };
        read()
            .map(Some)
            .ok_or_else(|| self.fault(field, Problem::Expected(Wanted::DayMonth)))
    }

    /// A named value that may be absent.
    pub(crate) fn named_opt<T: Named>(
        &mut self,
        field: &'static str,
    ) -> Result<Option<T>, TomlError> {
        let Some(given) = self.text_opt(field)? else {
            return Ok(None);
        };
        match T::of_name(&given) {
            Some(value) => Ok(Some(value)),
            None => Err(self.not_one_of(field, given, T::NAMES)),
        }
    }

    /// A named value that must be there.
    pub(crate) fn named<T: Named>(&mut self, field: &'static str) -> Result<T, TomlError> {
        let value = self.named_opt(field)?;
        self.must(field, value)
    }

    /// Named values; absent is empty.
    pub(crate) fn named_list<T: Named>(
        &mut self,
        field: &'static str,
    ) -> Result<Vec<T>, TomlError> {
        let texts = self.texts(field)?;
        texts
            .into_iter()
            .map(|it| T::of_name(&it).ok_or_else(|| self.not_one_of(field, it, T::NAMES)))
            .collect()
    }

    /// The fault of a word that is none of the names.
    pub(crate) fn not_one_of(&self, field: &str, given: String, names: &[&str]) -> TomlError {
        let names = names.iter().map(|it| (*it).to_owned()).collect();
        self.fault(field, Problem::NotOneOf { given, names })
    }

    /// A table that may be absent.
    pub(crate) fn table_opt(
        &mut self,
        field: &'static str,
    ) -> Result<Option<Fields<'a>>, TomlError> {
        let Some(value) = self.get(field) else {
            return Ok(None);
        };
        self.inner(field, value).map(Some)
    }

    /// A table that must be there.
    pub(crate) fn table(&mut self, field: &'static str) -> Result<Fields<'a>, TomlError> {
        let table = self.table_opt(field)?;
        self.must(field, table)
    }

    /// A list of tables; absent is empty.
    pub(crate) fn tables(&mut self, field: &'static str) -> Result<Vec<Fields<'a>>, TomlError> {
        let Some(items) = self.list(field)? else {
            return Ok(Vec::new());
        };
        items.iter().map(|it| self.inner(field, it)).collect()
    }

    /// A list of lists of texts; absent is empty.
    pub(crate) fn text_rows(&mut self, field: &'static str) -> Result<Vec<Vec<String>>, TomlError> {
        let Some(rows) = self.list(field)? else {
            return Ok(Vec::new());
        };
        rows.iter()
            .map(|row| match row.get_ref() {
                DeValue::Array(items) => items.iter().map(|it| self.read_text(field, it)).collect(),
                _ => Err(self.fault_at(row.span().start, field, Problem::Expected(Wanted::List))),
            })
            .collect()
    }

    fn inner(
        &self,
        field: &'static str,
        value: &'a Spanned<DeValue<'a>>,
    ) -> Result<Fields<'a>, TomlError> {
        let Some(table) = value.get_ref().as_table() else {
            return Err(self.fault_at(value.span().start, field, Problem::Expected(Wanted::Table)));
        };
        let place = match self.place.as_str() {
            "" => field.to_owned(),
            place => format!("{place}: {field}"),
        };
        Ok(Fields {
            file: self.file,
            text: self.text,
            place,
            span: value.span(),
            table,
            asked: BTreeSet::new(),
            as_left: self.as_left,
        })
    }

    /// Refuses what nobody asked for. Every reader of a table ends with it.
    pub(crate) fn finish(self) -> Result<(), TomlError> {
        let unknown = self
            .table
            .iter()
            .find(|(key, _)| !self.asked.contains(key.get_ref().as_ref()));
        match unknown {
            Some((key, _)) => {
                Err(self.fault_at(key.span().start, key.get_ref().as_ref(), Problem::Unknown))
            }
            None => Ok(()),
        }
    }
}
