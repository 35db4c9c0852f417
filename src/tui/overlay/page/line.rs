//! The lines of a page: parts of one look each, which may open a record, and how one is put down. Must not know what they are lines of.

use ratatui::buffer::Buffer;

use crate::domain::record::Key;
use crate::tui::text;
use crate::tui::theme::{Role, Theme};
use crate::tui::widget::paint;

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

    /// Draws it from a place up to a column. One cell of a lit line is reversed, never the line: the first that is not blank.
    pub fn put(&self, buf: &mut Buffer, (x, y, right): (u16, u16, u16), lit: bool, theme: &Theme) {
        let (mut x, mut waits) = (x, lit);
        for (part, role) in &self.parts {
            let room = right.saturating_sub(x);
            let lit = waits && !part.trim().is_empty();
            waits &= !lit;
            let style = theme.style(if lit { Role::Cursor } else { *role });
            let part = text::cut(part, usize::from(room), theme.glyphs.ellipsis);
            let body = part.trim_end();
            let end = paint::put(buf, x, y, room, body, style);
            let blanks = text::width(&part) - text::width(body);
            x = end + u16::try_from(blanks).unwrap_or(0);
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
