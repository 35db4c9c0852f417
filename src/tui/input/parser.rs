//! Bytes into events. No clock: the caller says when [`Parser::wait`] has passed in silence.

use std::time::Duration;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use super::InputEvent;
use super::burst::{is_burst, is_text};
use super::legacy::{Charset, is_russian_utf8};
use super::sequences::{self, Sequence};
use crate::domain::text::clean_multiline;
use crate::tui::text::is_drawable;

/// How long the tail of something that can hardly be typed (half a sequence, half a paste) is waited for.
const LONG: Duration = Duration::from_millis(500);
const PASTE_END: &[u8] = b"\x1b[201~";

/// The state between reads.
#[derive(Debug)]
pub struct Parser {
    charset: Charset,
    escape_wait: Duration,
    /// Bytes that are not yet an event.
    pending: Vec<u8>,
    mode: Mode,
    /// Bytes above 7F are read as `charset`.
    foreign: bool,
    /// Russian in UTF-8 has been seen: half a letter is a letter under way, not one of another charset.
    utf8_seen: bool,
    /// The last thing that happened is that an Esc was given up waiting for.
    escape_gone: bool,
}

#[derive(Debug, PartialEq)]
enum Mode {
    Keys,
    /// Between the brackets of a paste.
    Paste(Vec<u8>),
    /// In a paste without brackets.
    Burst(Vec<u8>),
}

/// What the beginning of the pending bytes is.
enum Step {
    Event(InputEvent, usize),
    Drop(usize),
    Paste(usize),
    Wait,
    /// The first byte is not UTF-8.
    Foreign,
}

impl Parser {
    /// A parser for a terminal that should send UTF-8; what is not is read as `charset`. `escape_wait`: see
    /// [`super::escape_wait`].
    #[must_use]
    pub const fn new(charset: Charset, escape_wait: Duration) -> Self {
        Self {
            charset,
            escape_wait,
            pending: Vec::new(),
            mode: Mode::Keys,
            foreign: false,
            utf8_seen: false,
            escape_gone: false,
        }
    }

    /// After how long a silence [`Self::timeout`] is to be called; `None`: nothing is pending, sleep.
    #[must_use]
    pub fn wait(&self) -> Option<Duration> {
        match (&self.mode, self.pending.as_slice()) {
            (Mode::Paste(_), _) => Some(2 * LONG),
            // On a slow line a block comes in pieces: its tail must not be taken for typing into other cells.
            (Mode::Burst(_), _) => Some(LONG),
            (Mode::Keys, []) => None,
            (Mode::Keys, [0x1b] | [0x1b, 0x1b]) => Some(self.escape_wait),
            (Mode::Keys, [0x1b, ..]) => Some(LONG),
            (Mode::Keys, _) => Some(if self.utf8_seen {
                LONG
            } else {
                self.escape_wait
            }),
        }
    }

    /// Takes what was read.
    pub fn feed(&mut self, bytes: &[u8]) -> Vec<InputEvent> {
        let mut events = Vec::new();
        let escape_gone = std::mem::take(&mut self.escape_gone);
        match std::mem::replace(&mut self.mode, Mode::Keys) {
            Mode::Paste(mut text) => {
                text.extend_from_slice(bytes);
                self.paste(text, &mut events);
            }
            Mode::Burst(mut text) if is_text(bytes) => {
                text.extend_from_slice(bytes);
                self.mode = Mode::Burst(text);
            }
            Mode::Burst(text) => {
                events.push(InputEvent::Burst(self.pasted(&text)));
                self.keys(bytes, &mut events);
            }
            Mode::Keys if self.pending.is_empty() && is_burst(bytes) => {
                self.mode = Mode::Burst(bytes.to_vec())
            }
            Mode::Keys => {
                if escape_gone && is_tail(bytes) {
                    self.pending.push(0x1b);
                }
                self.keys(bytes, &mut events);
            }
        }
        events
    }

    /// Gives up waiting: what is pending is what it looks like.
    pub fn timeout(&mut self) -> Vec<InputEvent> {
        let mut events = Vec::new();
        match std::mem::replace(&mut self.mode, Mode::Keys) {
            // The end of the paste was lost; the text was not.
            Mode::Paste(text) => events.push(InputEvent::Paste(self.pasted(&text))),
            Mode::Burst(text) => events.push(InputEvent::Burst(self.pasted(&text))),
            Mode::Keys => match std::mem::take(&mut self.pending).as_slice() {
                [] => {}
                [0x1b] => {
                    self.escape_gone = true;
                    events.push(press(KeyCode::Esc, KeyModifiers::NONE));
                }
                [0x1b, 0x1b] => {
                    events.extend([KeyCode::Esc; 2].map(|it| press(it, KeyModifiers::NONE)))
                }
                [0x1b, letter] if letter.is_ascii_graphic() => {
                    events.extend(typed(char::from(*letter), KeyModifiers::ALT))
                }
                // Half a sequence is no text.
                [0x1b, 0..=0x7f, ..] => {}
                letters => {
                    let letters = letters.to_vec();
                    self.turn_foreign(&mut events);
                    self.keys(&letters, &mut events);
                }
            },
        }
        events
    }

    fn keys(&mut self, bytes: &[u8], events: &mut Vec<InputEvent>) {
        if is_russian_utf8(bytes) {
            self.utf8_seen = true;
            if std::mem::take(&mut self.foreign) {
                events.push(InputEvent::NativeBytes);
            }
        }
        self.pending.extend_from_slice(bytes);
        while !self.pending.is_empty() {
            match self.step(&self.pending) {
                Step::Event(event, length) => {
                    self.pending.drain(..length.min(self.pending.len()));
                    events.push(event);
                }
                Step::Drop(length) => drop(self.pending.drain(..length.min(self.pending.len()))),
                Step::Paste(length) => {
                    self.pending.drain(..length.min(self.pending.len()));
                    let text = std::mem::take(&mut self.pending);
                    self.paste(text, events);
                    return;
                }
                Step::Wait => return,
                Step::Foreign => self.turn_foreign(events),
            }
        }
    }

    fn turn_foreign(&mut self, events: &mut Vec<InputEvent>) {
        self.foreign = true;
        self.utf8_seen = false;
        events.push(InputEvent::ForeignBytes);
    }

    fn step(&self, bytes: &[u8]) -> Step {
        match bytes {
            [0x1b, rest @ ..] => self.escape(bytes, rest),
            _ => self.letter(bytes),
        }
    }

    fn escape(&self, bytes: &[u8], rest: &[u8]) -> Step {
        match sequences::parse(bytes) {
            Sequence::Key(event, length) => Step::Event(InputEvent::Key(event), length),
            Sequence::Noise(length) => Step::Drop(length),
            Sequence::PasteStart(length) => Step::Paste(length),
            Sequence::Partial => Step::Wait,
            Sequence::None => match rest {
                [] | [0x1b] => Step::Wait,
                // Alt with a key that is a sequence itself; else the first Esc stands alone.
                [0x1b, ..] => match sequences::parse(rest) {
                    Sequence::Key(mut event, length) => {
                        event.modifiers |= KeyModifiers::ALT;
                        Step::Event(InputEvent::Key(event), length + 1)
                    }
                    Sequence::Partial => Step::Wait,
                    _ => Step::Event(press(KeyCode::Esc, KeyModifiers::NONE), 1),
                },
                _ => match self.letter(rest) {
                    Step::Event(InputEvent::Key(mut event), length) => {
                        event.modifiers |= KeyModifiers::ALT;
                        Step::Event(InputEvent::Key(event), length + 1)
                    }
                    Step::Drop(length) => Step::Drop(length + 1),
                    other => other,
                },
            },
        }
    }

    /// A key that is one character.
    fn letter(&self, bytes: &[u8]) -> Step {
        let Some(&first) = bytes.first() else {
            return Step::Wait;
        };
        if first < 0x80 {
            return Step::Event(ascii(first), 1);
        }
        let (c, length) = if self.foreign {
            (self.charset.letter(first), 1)
        } else {
            match utf8(bytes) {
                Utf8::Char(c, length) => (Some(c), length),
                Utf8::Partial => return Step::Wait,
                Utf8::Wrong => return Step::Foreign,
            }
        };
        match c.and_then(|it| typed(it, KeyModifiers::NONE)) {
            Some(event) => Step::Event(event, length),
            None => Step::Drop(length),
        }
    }

    /// Collects a bracketed paste until its end.
    fn paste(&mut self, text: Vec<u8>, events: &mut Vec<InputEvent>) {
        match text.windows(PASTE_END.len()).position(|it| it == PASTE_END) {
            Some(end) => {
                let (text, rest) = text.split_at_checked(end).unwrap_or((&text, &[]));
                events.push(InputEvent::Paste(self.pasted(text)));
                let rest = rest.get(PASTE_END.len()..).unwrap_or(&[]).to_vec();
                self.keys(&rest, events);
            }
            None => self.mode = Mode::Paste(text),
        }
    }

    /// Clean text; tabs, which part the cells of a sheet, stay.
    fn pasted(&self, bytes: &[u8]) -> String {
        let text = match std::str::from_utf8(bytes) {
            Ok(text) => text.to_owned(),
            Err(_) if self.utf8_seen => String::from_utf8_lossy(bytes).into_owned(),
            Err(_) => self.charset.decode(bytes),
        };
        let cells: Vec<String> = text.split('\t').map(clean_multiline).collect();
        cells.join("\t")
    }
}

/// The tail of a sequence whose Esc came so early that it was taken for the key: nobody types these within one read.
fn is_tail(bytes: &[u8]) -> bool {
    let whole = [&[0x1b], bytes].concat();
    bytes.len() > 1
        && matches!(sequences::parse(&whole), Sequence::Key(_, length) if length == whole.len())
}

fn press(code: KeyCode, modifiers: KeyModifiers) -> InputEvent {
    InputEvent::Key(KeyEvent::new(code, modifiers))
}

/// A character as a key; none if it must not be in a text.
fn typed(c: char, modifiers: KeyModifiers) -> Option<InputEvent> {
    let shift = if c.is_uppercase() {
        KeyModifiers::SHIFT
    } else {
        KeyModifiers::NONE
    };
    is_drawable(c).then(|| press(KeyCode::Char(c), modifiers | shift))
}

fn ascii(byte: u8) -> InputEvent {
    let ctrl = |c: u8| press(KeyCode::Char(char::from(c)), KeyModifiers::CONTROL);
    match byte {
        b'\t' => press(KeyCode::Tab, KeyModifiers::NONE),
        b'\r' | b'\n' => press(KeyCode::Enter, KeyModifiers::NONE),
        // ^H is what Backspace sends in half of the terminals; nobody can bind it.
        0x7f | 0x08 => press(KeyCode::Backspace, KeyModifiers::NONE),
        0x00 => ctrl(b' '),
        0x1b => press(KeyCode::Esc, KeyModifiers::NONE),
        0x01..=0x1a => ctrl(byte + b'a' - 1),
        0x1c..=0x1f => ctrl(byte + b'@'),
        _ => {
            let c = char::from(byte);
            let shift = if c.is_uppercase() {
                KeyModifiers::SHIFT
            } else {
                KeyModifiers::NONE
            };
            press(KeyCode::Char(c), shift)
        }
    }
}

enum Utf8 {
    Char(char, usize),
    Partial,
    Wrong,
}

/// The first character of bytes that begin above 7F.
fn utf8(bytes: &[u8]) -> Utf8 {
    let start = bytes.get(..bytes.len().min(4)).unwrap_or(bytes);
    let (valid, broken) = match std::str::from_utf8(start) {
        Ok(text) => (text, None),
        Err(error) => {
            let valid = start.get(..error.valid_up_to()).unwrap_or(&[]);
            (std::str::from_utf8(valid).unwrap_or(""), Some(error))
        }
    };
    match (valid.chars().next(), broken) {
        (Some(c), _) => Utf8::Char(c, c.len_utf8()),
        (None, Some(error)) if error.error_len().is_none() && bytes.len() < 4 => Utf8::Partial,
        _ => Utf8::Wrong,
    }
}
