//! The lines of a page: parts of one look each, which may open a record. Must not know where they are drawn.

use crate::domain::record::Key;
use crate::tui::text;
use crate::tui::theme::Role;

/// A line in parts of one look each.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    /// Text and look.
    pub parts: Vec<(String, Role)>,
    /// The record that Enter opens.
    pub opens: Option<Key>,
    /// What follows stands under it: the frame says so where it has scrolled away.
    pub is_heading: bool,
}

impl Line {
    /// A line of one look.
    #[must_use]
    pub fn new(text: impl Into<String>, role: Role) -> Line {
        Line::default().and(text, role)
    }

    /// The line with one more part.
    #[must_use]
    pub fn and(mut self, text: impl Into<String>, role: Role) -> Line {
        self.parts.push((text.into(), role));
        self
    }

    /// The line as one that opens a record.
    #[must_use]
    pub fn opening(self, key: Key) -> Line {
        Line {
            opens: Some(key),
            ..self
        }
    }

    /// A line as the heading of what follows.
    #[must_use]
    pub fn heading(text: impl Into<String>) -> Line {
        Line {
            is_heading: true,
            ..Line::new(text, Role::Label)
        }
    }

    /// All of its text.
    #[must_use]
    pub fn text(&self) -> String {
        self.parts.iter().map(|(text, _)| text.as_str()).collect()
    }
}

/// A text with a name before it, wrapped beside the name; nothing if the text is empty.
#[must_use]
pub fn paragraph(
    label: &str,
    label_width: usize,
    text: &str,
    role: Role,
    width: usize,
) -> Vec<Line> {
    if text.is_empty() {
        return Vec::new();
    }
    let room = width.saturating_sub(label_width + 1).max(8);
    text::wrap(text, room)
        .into_iter()
        .enumerate()
        .map(|(n, line)| {
            let name = if n == 0 { label } else { "" };
            Line::new(
                text::fit(name, label_width, text::Align::Left, ""),
                Role::Label,
            )
            .and(" ", Role::Text)
            .and(line, role)
        })
        .collect()
}
