//! The lines of a detail as they are put together: fields with their names, links, headings. Must not know what any record is.

use crate::domain::record::Key;
use crate::locale::Phrase;
use crate::tui::app::App;
use crate::tui::overlay::page::{Line, paragraph};
use crate::tui::text;
use crate::tui::theme::Role;

/// Columns of the names of fields.
const LABEL: usize = 17;

/// Writes the lines of a detail.
pub struct Told<'a> {
    /// What names and words are taken from.
    pub app: &'a App,
    /// Columns of a line.
    pub width: usize,
    /// The lines so far.
    pub lines: Vec<Line>,
}

impl<'a> Told<'a> {
    /// Nothing yet, for so many columns.
    #[must_use]
    pub fn new(app: &'a App, width: usize) -> Told<'a> {
        Told {
            app,
            width,
            lines: Vec::new(),
        }
    }

    /// A text by itself.
    pub fn plain(&mut self, text: &str, role: Role) {
        if !text.is_empty() {
            let lines = text::wrap(text, self.width);
            (self.lines).extend(lines.into_iter().map(|it| Line::new(it, role)));
        }
    }

    /// A field with its name; nothing where it is empty.
    pub fn field(&mut self, label: Phrase, text: &str) {
        let label = self.app.say(label);
        (self.lines).extend(paragraph(&label, LABEL, text, Role::Text, self.width));
    }

    /// A line more of the field above.
    pub fn more(&mut self, text: &str) {
        (self.lines).extend(paragraph("", LABEL, text, Role::Text, self.width));
    }

    /// A field that opens a record.
    pub fn link(&mut self, label: Phrase, text: &str, key: Key) {
        let from = self.lines.len();
        self.field(label, text);
        for line in self.lines.iter_mut().skip(from) {
            line.opens = Some(key);
        }
    }

    /// A heading after an empty line.
    pub fn heading(&mut self, phrase: Phrase) {
        self.lines.push(Line::default());
        let heading = self.app.say(phrase);
        self.lines.push(Line::new(heading, Role::Label));
    }

    /// A line under a heading, which may open a record.
    pub fn item(&mut self, text: &str, key: Option<Key>) {
        let from = self.lines.len();
        (self.lines).extend(paragraph("", 1, text, Role::Text, self.width));
        // Wherever the cursor stands in it, the whole of it is meant.
        for line in self.lines.iter_mut().skip(from) {
            line.opens = key;
        }
    }

    /// Who changed the record last, and when.
    pub fn changed(&mut self, key: Key) {
        if let Some(stamp) = self.app.state().stamp(key) {
            let text = self.app.narrator().stamp(&stamp);
            self.field(Phrase::LastChanged, &text);
        }
    }

    /// «да» or «нет».
    #[must_use]
    pub fn yes(&self, it: bool) -> String {
        self.app.say(if it { Phrase::Yes } else { Phrase::No })
    }
}
