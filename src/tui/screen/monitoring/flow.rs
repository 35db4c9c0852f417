//! Lines of the detail in the width there is: parts of different looks, broken between words.
//!
//! Owns where a line breaks. What must stay together is joined by no-break spaces; must not know what the parts say.

use super::panes::DetailLine;
use crate::domain::record::Key;
use crate::tui::command::table::CommandId;
use crate::tui::text;
use crate::tui::theme::Role;

/// Columns by which the second line of something is moved to the right.
const INDENT: &str = "  ";

/// The room there is.
#[derive(Clone, Copy, Debug)]
pub struct Room {
    /// Columns of a line.
    pub columns: usize,
    /// Whether a long text at the end is given in full; else what does not fit beside the rest is cut.
    pub whole: bool,
    /// What stands where something was cut.
    pub ellipsis: &'static str,
}

/// A text that stays on one line.
#[must_use]
pub fn unbroken(text: &str) -> String {
    text.replace(' ', "\u{a0}")
}

/// A line in as many as it needs. Every one of them opens what the line opens.
#[must_use]
pub fn lines(line: &DetailLine, room: Room) -> Vec<DetailLine> {
    let mut flow = Flow {
        room,
        done: Vec::new(),
        parts: Vec::new(),
        column: 0,
        opens: line.opens,
        does: line.does,
    };
    for (n, (part, role)) in line.parts.iter().enumerate() {
        let last = n + 1 == line.parts.len();
        if last && !room.whole && line.opens.is_some() {
            flow.cut(part, *role);
        } else {
            flow.add(part, *role);
        }
    }
    flow.finish()
}

struct Flow {
    room: Room,
    done: Vec<DetailLine>,
    parts: Vec<(String, Role)>,
    column: usize,
    opens: Option<Key>,
    does: Option<CommandId>,
}

impl Flow {
    /// Adds a part word by word, each with the spaces before it.
    fn add(&mut self, part: &str, role: Role) {
        let mut rest = part;
        while !rest.is_empty() {
            let word_at = rest.find(|c: char| c != ' ').unwrap_or(rest.len());
            let (spaces, tail) = rest.split_at(word_at);
            let (word, tail) = tail.split_at(tail.find(' ').unwrap_or(tail.len()));
            self.word(spaces, word, role);
            rest = tail;
        }
    }

    fn word(&mut self, spaces: &str, word: &str, role: Role) {
        let (before, width) = (text::width(spaces), text::width(word));
        if self.column > 0 && self.column + before + width > self.room.columns {
            if word.is_empty() {
                return;
            }
            self.break_line();
            self.push(word, role);
        } else {
            self.push(spaces, role);
            self.push(word, role);
        }
    }

    /// Puts as much of a text as fits on the line, at least a few words of it.
    fn cut(&mut self, part: &str, role: Role) {
        if self.column > 0 && self.column + text::width(part) > self.room.columns {
            let left = self.room.columns.saturating_sub(self.column);
            if left < self.room.columns / 4 {
                self.break_line();
            }
        }
        let left = self.room.columns.saturating_sub(self.column);
        let cut = text::cut(part, left, self.room.ellipsis).into_owned();
        self.push(&cut, role);
    }

    fn push(&mut self, text: &str, role: Role) {
        if text.is_empty() {
            return;
        }
        self.column += text::width(text);
        match self.parts.last_mut() {
            Some((last, same)) if *same == role => last.push_str(text),
            _ => self.parts.push((text.to_owned(), role)),
        }
    }

    fn break_line(&mut self) {
        let parts = std::mem::replace(&mut self.parts, vec![(INDENT.to_owned(), Role::Text)]);
        self.column = INDENT.len();
        self.done.push(DetailLine {
            parts,
            opens: self.opens,
            does: self.does,
        });
    }

    fn finish(mut self) -> Vec<DetailLine> {
        self.done.push(DetailLine {
            parts: self.parts,
            opens: self.opens,
            does: self.does,
        });
        self.done
    }
}
