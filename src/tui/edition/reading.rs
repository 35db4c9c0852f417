//! Reading a form as it is being typed: what cannot be read is gathered with its field, and what stood there stands in for it.
//!
//! So one reading serves both what is said while somebody types and what is sent. Knows no record.

use rust_decimal::Decimal;

use crate::domain::number::parse_decimal;
use crate::tui::app::App;
use crate::tui::inline::purpose::Fault;
use crate::tui::widget::form::Form;

/// A form being read.
#[derive(Debug)]
pub struct Reading<'a> {
    /// The form.
    pub form: &'a Form,
    /// What sentences are taken from.
    pub app: &'a App,
    /// What could not be read, from top to bottom.
    pub faults: Vec<Fault>,
}

impl<'a> Reading<'a> {
    /// Nothing read yet.
    #[must_use]
    pub fn new(form: &'a Form, app: &'a App) -> Reading<'a> {
        let faults = Vec::new();
        Reading { form, app, faults }
    }

    /// A number; an empty field is none.
    pub fn number_or_none(&mut self, name: &str, was: Option<Decimal>) -> Option<Decimal> {
        let typed = self.form.text(name);
        if typed.is_empty() {
            return None;
        }
        match parse_decimal(&typed) {
            Ok(number) => Some(number),
            Err(error) => {
                let sentence = self.app.locale.number_error(error).to_string();
                self.fault(name, sentence);
                was
            }
        }
    }

    /// A number; an empty field is 0.
    pub fn number(&mut self, name: &str, was: Decimal) -> Decimal {
        (self.number_or_none(name, Some(was))).unwrap_or(Decimal::ZERO)
    }

    /// A whole number; an empty field is 0.
    pub fn count(&mut self, name: &str, was: u32) -> u32 {
        let typed = self.form.text(name);
        if typed.is_empty() {
            return 0;
        }
        typed.parse().unwrap_or_else(|_| {
            let sentence = self.app.say(crate::locale::Phrase::FormWholeNumber);
            self.fault(name, sentence);
            was
        })
    }

    /// The lines of a text in which something stands.
    #[must_use]
    pub fn lines(&self, name: &str) -> Vec<String> {
        let text = self.form.text(name);
        let lines = text.lines().map(str::trim).filter(|it| !it.is_empty());
        lines.map(str::to_owned).collect()
    }

    /// The number of the first thing found in a field.
    #[must_use]
    pub fn found(&self, name: &str) -> Option<u32> {
        let token = self.form.tokens(name).into_iter().next();
        token.and_then(|it| it.parse().ok())
    }

    /// Something could not be read.
    pub fn fault(&mut self, name: &str, sentence: String) {
        self.faults.push(Fault::new(name, sentence));
    }
}

/// One of these by its place in a choice; beyond the end, what stood there.
#[must_use]
pub fn one_of<T: Copy>(all: &[T], at: usize, was: T) -> T {
    all.get(at).copied().unwrap_or(was)
}
