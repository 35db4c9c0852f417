//! A field of a form: its label, what is typed into it, and what stands beside and beneath it.

use super::lookup::Lookup;
use super::table::Table;
use crate::tui::widget::line_edit::LineEdit;
use crate::tui::widget::text_area::TextArea;

/// What a field holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Text of one line.
    Line(LineEdit),
    /// Text of many lines.
    Text(TextArea),
    /// One of a few words.
    Choice {
        /// The words.
        options: Vec<String>,
        /// How the form's owner knows each again, where their places may change while they are offered; else empty.
        tokens: Vec<String>,
        /// Which one is chosen; beyond the last one where what was chosen is no longer offered.
        at: usize,
        /// The beginning of a word, as far as it is typed.
        typed: String,
    },
    /// Something found by typing.
    Lookup(Lookup),
    /// Some of a few things.
    Ticks {
        /// The things.
        items: Vec<Tick>,
        /// Which one the cursor is on.
        at: usize,
    },
    /// A few rows of a few cells.
    Table(Table),
    /// Something to do: Enter does it. The label is a verb.
    Action,
    /// A line between groups of fields; the cursor passes it by.
    Heading,
    /// Kept with the input, never shown.
    Hidden(String),
}

/// A thing that may be ticked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tick {
    /// How the form's owner knows it again.
    pub token: String,
    /// What it is called.
    pub label: String,
    /// Whether it is ticked.
    pub on: bool,
}

/// A field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// Stable name: unfinished input is kept under it.
    pub name: String,
    /// What stands before it.
    pub label: String,
    /// What it holds.
    pub kind: Kind,
    /// What was understood; stands beside it.
    pub hint: String,
    /// A remark beneath it.
    pub note: String,
    /// What is amiss with it as it is typed; stands beneath it and keeps nothing from being written.
    pub remark: String,
    /// What is wrong with it; stands beneath it.
    pub error: String,
    /// Whether it is to be seen: what is typed in one that is not stays.
    pub shown: bool,
    /// The field of the date that belongs to a number, where it is a number of a paper.
    pub dated: Option<&'static str>,
}

impl Field {
    /// A field of this kind.
    #[must_use]
    pub fn new(name: impl Into<String>, label: impl Into<String>, kind: Kind) -> Field {
        Field {
            name: name.into(),
            label: label.into(),
            kind,
            hint: String::new(),
            note: String::new(),
            remark: String::new(),
            error: String::new(),
            shown: true,
            dated: None,
        }
    }

    /// The field as that of a paper's number, whose date stands in another one.
    #[must_use]
    pub fn dated(self, date: &'static str) -> Field {
        Field {
            dated: Some(date),
            ..self
        }
    }

    /// Text of one line; what stands in it from the beginning is replaced by what is typed first.
    #[must_use]
    pub fn line(name: impl Into<String>, label: impl Into<String>, text: &str) -> Field {
        Field::new(name, label, Kind::Line(LineEdit::suggesting(text)))
    }

    /// Text of many lines.
    #[must_use]
    pub fn text(name: impl Into<String>, label: impl Into<String>, text: &str) -> Field {
        Field::new(name, label, Kind::Text(TextArea::new(text)))
    }

    /// One of a few words.
    #[must_use]
    pub fn choice(
        name: impl Into<String>,
        label: impl Into<String>,
        options: Vec<String>,
        at: usize,
    ) -> Field {
        let kind = Kind::Choice {
            options,
            tokens: Vec::new(),
            at,
            typed: String::new(),
        };
        Field::new(name, label, kind)
    }

    /// One of a few things that may become more or fewer while they are offered: each with its token. The first one is chosen.
    #[must_use]
    pub fn choice_of(
        name: impl Into<String>,
        label: impl Into<String>,
        offered: Vec<(String, String)>,
    ) -> Field {
        let (tokens, options) = offered.into_iter().unzip();
        let kind = Kind::Choice {
            options,
            tokens,
            at: 0,
            typed: String::new(),
        };
        Field::new(name, label, kind)
    }

    /// Something found by typing.
    #[must_use]
    pub fn lookup(name: impl Into<String>, label: impl Into<String>, lookup: Lookup) -> Field {
        Field::new(name, label, Kind::Lookup(lookup))
    }

    /// Whether it leaves room beside its first line: a text and a table take all there is.
    #[must_use]
    pub fn leaves_room(&self) -> bool {
        !matches!(self.kind, Kind::Text(_) | Kind::Table(_))
    }

    /// Whether the cursor stops at it.
    #[must_use]
    pub fn takes_cursor(&self) -> bool {
        match &self.kind {
            _ if !self.shown => false,
            Kind::Heading | Kind::Hidden(_) => false,
            Kind::Ticks { items, .. } => !items.is_empty(),
            _ => true,
        }
    }

    /// Its contents as text, to be kept; `None` where there is nothing to keep.
    #[must_use]
    pub fn export(&self) -> Option<String> {
        Some(match &self.kind {
            Kind::Line(edit) => edit.text(),
            Kind::Text(area) => area.text().to_owned(),
            Kind::Choice { tokens, at, .. } if tokens.is_empty() => at.to_string(),
            Kind::Choice { tokens, at, .. } => tokens.get(*at).cloned().unwrap_or_default(),
            Kind::Lookup(lookup) => (lookup.chosen().iter())
                .map(|it| it.token.as_str())
                .collect::<Vec<_>>()
                .join("\n"),
            Kind::Ticks { items, .. } => (items.iter())
                .filter(|it| it.on)
                .map(|it| it.token.as_str())
                .collect::<Vec<_>>()
                .join("\n"),
            Kind::Table(table) => table.export(),
            Kind::Hidden(text) => text.clone(),
            Kind::Action | Kind::Heading => return None,
        })
    }

    /// Its contents as a person reads them, in a line.
    #[must_use]
    pub fn told(&self) -> String {
        let listed = |all: &mut dyn Iterator<Item = &str>| all.collect::<Vec<_>>().join("; ");
        match &self.kind {
            Kind::Line(edit) => edit.text().trim().to_owned(),
            Kind::Text(area) => area.text().trim().replace('\n', " "),
            Kind::Choice { options, at, .. } => options.get(*at).cloned().unwrap_or_default(),
            Kind::Lookup(lookup) => listed(&mut lookup.chosen().iter().map(|it| it.label.as_str())),
            Kind::Ticks { items, .. } => {
                listed(&mut (items.iter().filter(|it| it.on)).map(|it| it.label.as_str()))
            }
            Kind::Table(table) => {
                let rows = table.rows();
                let rows: Vec<String> = rows.iter().map(|it| it.join(" ")).collect();
                rows.join("; ")
            }
            Kind::Action | Kind::Heading | Kind::Hidden(_) => String::new(),
        }
    }

    /// Puts back what [`Field::export`] gave. A line that has just this keeps it as it is, suggested or not.
    pub fn import(&mut self, kept: &str) {
        match &mut self.kind {
            Kind::Line(edit) if edit.text() == kept => {}
            Kind::Line(edit) => edit.set(kept),
            Kind::Text(area) => *area = TextArea::new(kept),
            Kind::Choice { tokens, at, .. } if !tokens.is_empty() => {
                let found = tokens.iter().position(|it| it == kept);
                *at = found.unwrap_or(tokens.len());
            }
            Kind::Choice { options, at, .. } => {
                *at = kept
                    .parse()
                    .ok()
                    .filter(|it| *it < options.len())
                    .unwrap_or(*at);
            }
            Kind::Lookup(lookup) => lookup.choose(kept.lines()),
            Kind::Ticks { items, .. } => {
                for item in items {
                    item.on = kept.lines().any(|it| it == item.token);
                }
            }
            Kind::Table(table) => table.import(kept),
            Kind::Hidden(text) => kept.clone_into(text),
            Kind::Action | Kind::Heading => {}
        }
    }
}
