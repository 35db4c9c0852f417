//! Writes TOML in the one way in which our files are laid out, so that a difference is a line.

use std::fmt::Write;

use chrono::NaiveDate;
use rust_decimal::Decimal;

/// A text between quotes. Only what TOML needs is escaped; what people read stays as it is.
pub(super) fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            c if c.is_control() => {
                let _ = write!(out, "\\u{:04X}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

/// A number without trailing zeros.
pub(super) fn number(number: Decimal) -> String {
    number.normalize().to_string()
}

/// A file in the making.
#[derive(Default)]
pub(super) struct Writer {
    out: String,
}

impl Writer {
    /// Comment lines; an empty one is a bare `#`.
    pub(super) fn comment(&mut self, text: &str) {
        for line in text.lines() {
            self.line(format!("# {line}").trim_end());
        }
    }

    /// A line as it is.
    pub(super) fn line(&mut self, line: &str) {
        self.out.push_str(line);
        self.out.push('\n');
    }

    /// Begins a table, after an empty line: `[edition]`, `[[indicators]]`.
    pub(super) fn head(&mut self, head: &str) {
        if !self.out.is_empty() {
            self.out.push('\n');
        }
        self.line(head);
    }

    /// `field = value`, the value as TOML.
    pub(super) fn raw(&mut self, field: &str, value: &str) {
        let _ = writeln!(self.out, "{field} = {value}");
    }

    /// A text.
    pub(super) fn text(&mut self, field: &str, text: &str) {
        self.raw(field, &quoted(text));
    }

    /// A text, unless it is empty.
    pub(super) fn text_unless_empty(&mut self, field: &str, text: &str) {
        if !text.is_empty() {
            self.text(field, text);
        }
    }

    /// A number.
    pub(super) fn number(&mut self, field: &str, value: Decimal) {
        self.raw(field, &number(value));
    }

    /// A date, if there is one.
    pub(super) fn date(&mut self, field: &str, date: Option<NaiveDate>) {
        if let Some(date) = date {
            self.raw(field, &date.format("%Y-%m-%d").to_string());
        }
    }

    /// A list with an item per line, unless it is empty.
    pub(super) fn list(&mut self, field: &str, items: impl IntoIterator<Item = String>) {
        let mut items = items.into_iter().peekable();
        if items.peek().is_none() {
            return;
        }
        self.line(&format!("{field} = ["));
        for item in items {
            self.line(&format!("  {item},"));
        }
        self.line("]");
    }

    /// The text of the file.
    pub(super) fn finish(self) -> String {
        self.out
    }
}
