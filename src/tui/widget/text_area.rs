//! An editor of text of many lines, wrapped as Russian is wrapped: the cursor is a place in the text, and lines are only how it lies.
//!
//! Text is taken raw and cleaned at the boundary. Knows no style and no place on the screen; its width is told before keys come,
//! because up and down go by what the eye sees.

use std::ops::Range;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use unicode_segmentation::UnicodeSegmentation;

use crate::domain::text::clean_multiline;
use crate::tui::text;

/// Text being typed, in as many lines as it takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextArea {
    content: String,
    /// Byte offset of the cursor, between graphemes.
    at: usize,
    /// Columns of a line.
    width: usize,
    /// The column that up and down keep to.
    wanted: Option<usize>,
}

impl Default for TextArea {
    fn default() -> Self {
        TextArea::new("")
    }
}

impl TextArea {
    /// An editor over this text, with the cursor at its end.
    #[must_use]
    pub fn new(text: &str) -> TextArea {
        let content = clean_multiline(text);
        TextArea {
            at: content.len(),
            content,
            width: 60,
            wanted: None,
        }
    }

    /// All of the text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.content
    }

    /// Tells how many columns a line has.
    pub fn set_width(&mut self, columns: usize) {
        self.width = columns.max(1);
    }

    /// The lines as they lie.
    #[must_use]
    pub fn lines(&self) -> Vec<&str> {
        (self.ranges().into_iter())
            .map(|it| self.content.get(it).unwrap_or(""))
            .collect()
    }

    /// Line and column of the cursor.
    #[must_use]
    pub fn cursor(&self) -> (usize, usize) {
        let ranges = self.ranges();
        let line = self.line_of(&ranges);
        let start = ranges.get(line).map_or(0, |it| it.start);
        let column = text::width(self.content.get(start..self.at).unwrap_or(""));
        (line, column.min(self.width))
    }

    /// Puts text in at the cursor.
    pub fn insert(&mut self, text: &str) {
        let (before, after) = self.content.split_at_checked(self.at).unwrap_or(("", ""));
        let before = clean_multiline(&format!("{before}{text}"));
        self.content = format!("{before}{after}");
        self.at = before.len();
        self.wanted = None;
    }

    /// What a key does. `false`: not a key of this editor here, so up in the first line and down in the last one lead out of it.
    pub fn key(&mut self, key: KeyEvent) -> bool {
        let ctrl = key.modifiers.contains(KeyModifiers::CONTROL);
        let wanted = self.wanted.take();
        match key.code {
            KeyCode::Char(c)
                if !key
                    .modifiers
                    .intersects(KeyModifiers::CONTROL | KeyModifiers::ALT) =>
            {
                self.insert(c.encode_utf8(&mut [0; 4]));
            }
            KeyCode::Enter => self.insert("\n"),
            KeyCode::Char('u' | 'г') if ctrl => {
                let start = self.line_range().start;
                self.cut(start..self.at);
            }
            KeyCode::Char('w' | 'ц') if ctrl => self.cut(self.word_before()..self.at),
            KeyCode::Backspace if ctrl => self.cut(self.word_before()..self.at),
            KeyCode::Backspace => self.cut(self.before()..self.at),
            KeyCode::Delete => self.cut(self.at..self.after()),
            KeyCode::Left if ctrl => self.at = self.word_before(),
            KeyCode::Right if ctrl => self.at = self.word_after(),
            KeyCode::Left => self.at = self.before(),
            KeyCode::Right => self.at = self.after(),
            KeyCode::Home if ctrl => self.at = 0,
            KeyCode::End if ctrl => self.at = self.content.len(),
            KeyCode::Home => self.at = self.line_range().start,
            KeyCode::End => self.at = self.line_end(),
            KeyCode::Up => return self.vertical(-1, wanted),
            KeyCode::Down => return self.vertical(1, wanted),
            _ => return false,
        }
        true
    }

    fn ranges(&self) -> Vec<Range<usize>> {
        text::wrap_ranges(&self.content, self.width)
    }

    /// The line that the cursor is in. At a place where a line ends and the next begins it is in the next.
    fn line_of(&self, ranges: &[Range<usize>]) -> usize {
        ranges
            .iter()
            .rposition(|it| it.start <= self.at)
            .unwrap_or(0)
    }

    fn line_range(&self) -> Range<usize> {
        let ranges = self.ranges();
        ranges.get(self.line_of(&ranges)).cloned().unwrap_or(0..0)
    }

    /// The last place of the cursor in its line: before the space at which the line was broken.
    fn line_end(&self) -> usize {
        let range = self.line_range();
        let is_last = range.end >= self.content.len();
        let broken = self
            .content
            .get(range.end..)
            .is_some_and(|it| it.starts_with('\n'));
        if is_last || broken {
            return range.end;
        }
        let line = self.content.get(range.clone()).unwrap_or("");
        range.start + line.trim_end_matches(' ').len()
    }

    fn vertical(&mut self, by: isize, wanted: Option<usize>) -> bool {
        let ranges = self.ranges();
        let line = self.line_of(&ranges);
        let column = wanted.unwrap_or_else(|| self.cursor().1);
        let Some(next) = line
            .checked_add_signed(by)
            .and_then(|it| ranges.get(it).cloned())
        else {
            return false;
        };
        let content = self.content.get(next.clone()).unwrap_or("");
        let is_last = next.end >= self.content.len();
        let full = if is_last {
            content
        } else {
            content.trim_end_matches(' ')
        };
        self.at = next.start + text::split_at_column(full, column).0.len();
        self.wanted = Some(column);
        true
    }

    fn cut(&mut self, range: Range<usize>) {
        if range.start < range.end && self.content.get(range.clone()).is_some() {
            self.at = range.start;
            self.content.replace_range(range, "");
        }
    }

    fn before(&self) -> usize {
        let head = self.content.get(..self.at).unwrap_or("");
        head.grapheme_indices(true).next_back().map_or(0, |it| it.0)
    }

    fn after(&self) -> usize {
        let tail = self.content.get(self.at..).unwrap_or("");
        self.at + tail.graphemes(true).next().map_or(0, str::len)
    }

    fn word_before(&self) -> usize {
        let head = self.content.get(..self.at).unwrap_or("");
        let words = head.trim_end();
        words
            .char_indices()
            .rev()
            .find(|(_, c)| c.is_whitespace())
            .map_or(0, |(at, c)| at + c.len_utf8())
    }

    fn word_after(&self) -> usize {
        let tail = self.content.get(self.at..).unwrap_or("");
        let mut in_word = false;
        for (at, c) in tail.char_indices() {
            if in_word && c.is_whitespace() {
                return self.at + at;
            }
            in_word |= !c.is_whitespace();
        }
        self.content.len()
    }
}
