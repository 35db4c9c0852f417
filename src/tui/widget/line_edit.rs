//! A one-line editor: text, a cursor between graphemes, and what the editing keys do to them.
//!
//! Text that is only suggested stands as if selected: what is typed or pasted first replaces it, any other key makes it ordinary
//! text. Takes text raw, in any layout. What is typed or pasted is cleaned and composed (NFC) here, at the boundary.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use unicode_segmentation::UnicodeSegmentation;

use crate::domain::text::clean;
use crate::tui::text;

/// Text being typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LineEdit {
    before: String,
    after: String,
    suggested: bool,
}

impl LineEdit {
    /// An editor over this text, with the cursor at its end.
    #[must_use]
    pub fn new(text: &str) -> LineEdit {
        LineEdit {
            before: clean(text),
            after: String::new(),
            suggested: false,
        }
    }

    /// An editor over text that nobody has typed here yet: it is replaced by what is typed first.
    #[must_use]
    pub fn suggesting(text: &str) -> LineEdit {
        let edit = LineEdit::new(text);
        LineEdit {
            suggested: !edit.is_empty(),
            ..edit
        }
    }

    /// Whether the text is only suggested: the next character replaces it.
    #[must_use]
    pub fn is_suggested(&self) -> bool {
        self.suggested
    }

    /// All of the text.
    #[must_use]
    pub fn text(&self) -> String {
        format!("{}{}", self.before, self.after)
    }

    /// Whether nothing is typed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.before.is_empty() && self.after.is_empty()
    }

    /// Columns before the cursor.
    #[must_use]
    pub fn cursor(&self) -> usize {
        text::width(&self.before)
    }

    /// The part that a field of so many columns shows, and the column of the cursor in it. A suggestion is read from its beginning.
    #[must_use]
    pub fn window(&self, columns: usize) -> (String, usize) {
        let text = self.text();
        if self.suggested {
            let (shown, _) = text::split_at_column(&text, columns.saturating_sub(1));
            return (shown.to_owned(), text::width(shown));
        }
        let (shown, column) = text::window(&text, self.before.len(), columns);
        (shown.to_owned(), column)
    }

    /// Replaces the text; the cursor goes to its end.
    pub fn set(&mut self, text: &str) {
        *self = LineEdit::new(text);
    }

    /// Puts text in at the cursor; line breaks and tabs become spaces.
    pub fn insert(&mut self, text: &str) {
        if std::mem::take(&mut self.suggested) {
            self.before.clear();
            self.after.clear();
        }
        let flat = text.replace(['\n', '\r', '\t'], " ");
        self.before.push_str(&flat);
        // A combining mark typed apart joins the letter before it: «и» + U+0306 is «й».
        self.before = clean(&self.before);
    }

    /// What a key does. `false`: not a key of a line editor.
    pub fn key(&mut self, key: KeyEvent) -> bool {
        let ctrl = key.modifiers.contains(KeyModifiers::CONTROL);
        match key.code {
            KeyCode::Char(c)
                if !key
                    .modifiers
                    .intersects(KeyModifiers::CONTROL | KeyModifiers::ALT) =>
            {
                self.insert(c.encode_utf8(&mut [0; 4]));
            }
            KeyCode::Char('u' | 'г') if ctrl => self.before.clear(),
            KeyCode::Char('w' | 'ц') if ctrl => self.cut_word(),
            KeyCode::Backspace if ctrl => self.cut_word(),
            KeyCode::Backspace => {
                pop_last(&mut self.before);
            }
            KeyCode::Delete => {
                pop_first(&mut self.after);
            }
            KeyCode::Left if ctrl => {
                while let Some(it) = pop_last(&mut self.before) {
                    self.after.insert_str(0, &it);
                    if self.before.ends_with(char::is_whitespace) && !it.trim().is_empty() {
                        break;
                    }
                }
            }
            KeyCode::Right if ctrl => {
                while let Some(it) = pop_first(&mut self.after) {
                    self.before.push_str(&it);
                    if self.after.starts_with(char::is_whitespace) && !it.trim().is_empty() {
                        break;
                    }
                }
            }
            KeyCode::Left => {
                if let Some(it) = pop_last(&mut self.before) {
                    self.after.insert_str(0, &it);
                }
            }
            KeyCode::Right => {
                if let Some(it) = pop_first(&mut self.after) {
                    self.before.push_str(&it);
                }
            }
            KeyCode::Home => {
                self.after.insert_str(0, &self.before);
                self.before.clear();
            }
            KeyCode::End => self.before.push_str(&std::mem::take(&mut self.after)),
            _ => return false,
        }
        self.suggested = false;
        true
    }

    fn cut_word(&mut self) {
        let mut seen_word = false;
        while let Some(it) = self.before.graphemes(true).next_back() {
            let blank = it.trim().is_empty();
            if blank && seen_word {
                break;
            }
            seen_word |= !blank;
            pop_last(&mut self.before);
        }
    }
}

fn pop_last(text: &mut String) -> Option<String> {
    let (at, it) = text.grapheme_indices(true).next_back()?;
    let it = it.to_owned();
    text.truncate(at);
    Some(it)
}

fn pop_first(text: &mut String) -> Option<String> {
    let it = text.graphemes(true).next()?.to_owned();
    text.drain(..it.len());
    Some(it)
}
