//! Writes JSON objects with fields in the order given: a reader sees `kind` first.

use chrono::NaiveDate;
use rust_decimal::Decimal;

/// An object in the making. It must be ended.
pub(in crate::exchange) struct Object<'a> {
    out: &'a mut Vec<u8>,
    first: bool,
}

impl<'a> Object<'a> {
    pub(in crate::exchange) fn begin(out: &'a mut Vec<u8>) -> Object<'a> {
        out.push(b'{');
        Object { out, first: true }
    }

    pub(in crate::exchange) fn end(self) {
        self.out.push(b'}');
    }

    fn name(&mut self, name: &str) {
        if !self.first {
            self.out.push(b',');
        }
        self.first = false;
        string(self.out, name);
        self.out.push(b':');
    }

    pub(in crate::exchange) fn text(&mut self, name: &str, text: &str) {
        self.name(name);
        string(self.out, text);
    }

    pub(in crate::exchange) fn whole(&mut self, name: &str, number: u64) {
        self.name(name);
        self.out.extend_from_slice(number.to_string().as_bytes());
    }

    /// An exact number, as a string: a JSON number would be read as floating point.
    pub(in crate::exchange) fn number(&mut self, name: &str, number: Decimal) {
        self.text(name, &number.normalize().to_string());
    }

    pub(in crate::exchange) fn truth(&mut self, name: &str, truth: bool) {
        self.name(name);
        self.out
            .extend_from_slice(if truth { b"true" } else { b"false" });
    }

    pub(in crate::exchange) fn null(&mut self, name: &str) {
        self.name(name);
        self.out.extend_from_slice(b"null");
    }

    pub(in crate::exchange) fn date(&mut self, name: &str, date: NaiveDate) {
        self.text(name, &date.format("%Y-%m-%d").to_string());
    }

    pub(in crate::exchange) fn date_opt(&mut self, name: &str, date: Option<NaiveDate>) {
        match date {
            Some(date) => self.date(name, date),
            None => self.null(name),
        }
    }

    pub(in crate::exchange) fn number_opt(&mut self, name: &str, number: Option<Decimal>) {
        match number {
            Some(number) => self.number(name, number),
            None => self.null(name),
        }
    }

    pub(in crate::exchange) fn id_opt(&mut self, name: &str, id: Option<u32>) {
        match id {
            Some(id) => self.whole(name, id.into()),
            None => self.null(name),
        }
    }

    pub(in crate::exchange) fn object(&mut self, name: &str, fill: impl FnOnce(&mut Object<'_>)) {
        self.name(name);
        let mut inner = Object::begin(self.out);
        fill(&mut inner);
        inner.end();
    }

    /// Objects, one for each item.
    pub(in crate::exchange) fn objects<T>(
        &mut self,
        name: &str,
        items: &[T],
        fill: impl Fn(&mut Object<'_>, &T),
    ) {
        self.list(name, items, |out, item| {
            let mut inner = Object::begin(out);
            fill(&mut inner, item);
            inner.end();
        });
    }

    pub(in crate::exchange) fn texts(&mut self, name: &str, items: &[impl AsRef<str>]) {
        self.list(name, items, |out, item| string(out, item.as_ref()));
    }

    pub(in crate::exchange) fn ids(&mut self, name: &str, items: impl Iterator<Item = u32>) {
        let items: Vec<u32> = items.collect();
        self.list(name, &items, |out, item| {
            out.extend_from_slice(item.to_string().as_bytes())
        });
    }

    fn list<T>(&mut self, name: &str, items: &[T], write: impl Fn(&mut Vec<u8>, &T)) {
        self.open_list(name);
        for (n, item) in items.iter().enumerate() {
            if n > 0 {
                self.out.push(b',');
            }
            write(self.out, item);
        }
        self.out.push(b']');
    }

    /// Begins a list and leaves it open: the caller writes the items, `]` and `}` itself.
    pub(in crate::exchange) fn open_list(&mut self, name: &str) {
        self.name(name);
        self.out.push(b'[');
    }
}

/// Quotes and escapes. Writing into memory cannot fail.
fn string(out: &mut Vec<u8>, text: &str) {
    let _ = serde_json::to_writer(out, text);
}
