//! One press of a key: what crossterm says, made one form, and its name in keymaps and on the screen.
//!
//! Invariant: of a character its case is the truth, not the Shift flag, which terminals set as they please; with Ctrl the case is lower,
//! because a terminal without extensions sends the same byte for both.

use std::fmt;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use crate::locale::{Locale, Phrase};

/// Which key, without modifiers. Only what a keymap may name: the rest of a keyboard is not heard.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Code {
    /// A character; never a control character, the space included.
    Char(char),
    /// F1–F12.
    F(u8),
    /// Enter.
    Enter,
    /// Esc.
    Esc,
    /// Tab.
    Tab,
    /// Backspace.
    Backspace,
    /// Insert.
    Insert,
    /// Delete.
    Delete,
    /// Home.
    Home,
    /// End.
    End,
    /// Page up.
    PageUp,
    /// Page down.
    PageDown,
    /// Arrow up.
    Up,
    /// Arrow down.
    Down,
    /// Arrow left.
    Left,
    /// Arrow right.
    Right,
}

/// Names of keys that are not characters: the first is the one a keymap is written with, the others are understood too.
const NAMES: &[(Code, &[&str])] = &[
    (Code::Char(' '), &["Пробел", "Space"]),
    (Code::Enter, &["Enter", "Ввод", "Return"]),
    (Code::Esc, &["Esc", "Escape"]),
    (Code::Tab, &["Tab"]),
    (Code::Backspace, &["Backspace"]),
    (Code::Insert, &["Insert", "Ins"]),
    (Code::Delete, &["Delete", "Del"]),
    (Code::Home, &["Home"]),
    (Code::End, &["End"]),
    (Code::PageUp, &["PgUp", "PageUp"]),
    (Code::PageDown, &["PgDn", "PageDown"]),
    (Code::Up, &["Вверх", "Up", "↑"]),
    (Code::Down, &["Вниз", "Down", "↓"]),
    (Code::Left, &["Влево", "Left", "←"]),
    (Code::Right, &["Вправо", "Right", "→"]),
];

/// A press of a key: a code with its modifiers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key {
    /// The key.
    pub code: Code,
    /// With Ctrl.
    pub ctrl: bool,
    /// With Alt.
    pub alt: bool,
    /// With Shift; always false for a character, whose case says it.
    pub shift: bool,
}

impl Key {
    /// A key without modifiers.
    #[must_use]
    pub const fn plain(code: Code) -> Key {
        Key {
            code,
            ctrl: false,
            alt: false,
            shift: false,
        }
    }

    /// A character as typed.
    #[must_use]
    pub const fn char(c: char) -> Key {
        Key::plain(Code::Char(c))
    }

    /// What the terminal reported; `None` for a key that no keymap can name (media keys, a lone Shift).
    #[must_use]
    pub fn from_event(event: KeyEvent) -> Option<Key> {
        let code = match event.code {
            KeyCode::Char(c) if !c.is_control() => Code::Char(c),
            KeyCode::F(n @ 1..=12) => Code::F(n),
            KeyCode::Enter => Code::Enter,
            KeyCode::Esc => Code::Esc,
            KeyCode::Tab | KeyCode::BackTab => Code::Tab,
            KeyCode::Backspace => Code::Backspace,
            KeyCode::Insert => Code::Insert,
            KeyCode::Delete => Code::Delete,
            KeyCode::Home => Code::Home,
            KeyCode::End => Code::End,
            KeyCode::PageUp => Code::PageUp,
            KeyCode::PageDown => Code::PageDown,
            KeyCode::Up => Code::Up,
            KeyCode::Down => Code::Down,
            KeyCode::Left => Code::Left,
            KeyCode::Right => Code::Right,
            _ => return None,
        };
        let has = |modifier| event.modifiers.contains(modifier);
        Some(
            Key {
                code,
                ctrl: has(KeyModifiers::CONTROL),
                alt: has(KeyModifiers::ALT),
                shift: has(KeyModifiers::SHIFT) || event.code == KeyCode::BackTab,
            }
            .normal(),
        )
    }

    /// A name as a keymap has it: «п», «О», «Ctrl+Я», «Shift+Tab», «F2», «Пробел»; Russian and English names alike, whatever their case.
    /// A single letter keeps its case: «Shift+о» is «О». `None` if there is no such key.
    #[must_use]
    pub fn parse(name: &str) -> Option<Key> {
        let mut key = Key::char(' ');
        let mut rest = name;
        // The last plus may be the key itself: «Ctrl++».
        while let Some((head, tail)) = rest.split_once('+').filter(|(_, tail)| !tail.is_empty()) {
            let flag = match head.to_lowercase().as_str() {
                "ctrl" => &mut key.ctrl,
                "alt" => &mut key.alt,
                "shift" => &mut key.shift,
                _ => break,
            };
            if std::mem::replace(flag, true) {
                return None;
            }
            rest = tail;
        }
        key.code = code(rest)?;
        Some(key.normal())
    }

    /// The name on the screen, in the person's language.
    #[must_use]
    pub fn show(self, locale: &Locale) -> String {
        let word = match self.code {
            Code::Char(' ') => Phrase::KeySpace,
            Code::Up => Phrase::KeyUp,
            Code::Down => Phrase::KeyDown,
            Code::Left => Phrase::KeyLeft,
            Code::Right => Phrase::KeyRight,
            _ => return self.to_string(),
        };
        self.named(&locale.say(word))
    }

    /// The character typed, if it is one and comes without Ctrl and Alt.
    #[must_use]
    pub fn typed(self) -> Option<char> {
        match self.code {
            Code::Char(c) if !self.ctrl && !self.alt => Some(c),
            _ => None,
        }
    }

    fn normal(mut self) -> Key {
        if let Code::Char(c) = self.code {
            let c = if self.ctrl {
                single(c, c.to_lowercase())
            } else if self.shift {
                single(c, c.to_uppercase())
            } else {
                c
            };
            self.code = Code::Char(c);
            self.shift = false;
        }
        self
    }

    fn named(self, name: &str) -> String {
        let mut out = String::new();
        for (on, modifier) in [
            (self.ctrl, "Ctrl+"),
            (self.alt, "Alt+"),
            (self.shift, "Shift+"),
        ] {
            if on {
                out.push_str(modifier);
            }
        }
        // A capital alone is not seen to need Shift, so it is said; with Ctrl the key cap is meant.
        match self.code {
            Code::Char(c) if self.ctrl && c != ' ' => out.extend(c.to_uppercase()),
            Code::Char(c) if c.is_uppercase() => {
                out.push_str("Shift+");
                out.push(c);
            }
            _ => out.push_str(name),
        }
        out
    }
}

/// The name as keymaps are written: Russian, whatever the language of the screen.
impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = match (NAMES.iter().find(|(code, _)| *code == self.code), self.code) {
            (Some((_, [name, ..])), _) => (*name).to_owned(),
            (_, Code::F(n)) => format!("F{n}"),
            (_, Code::Char(c)) => c.to_string(),
            _ => String::new(),
        };
        f.write_str(&self.named(&name))
    }
}

/// A case mapping, if it gives one character; a letter that becomes two («ß») stays as it is.
fn single(c: char, mut mapped: impl Iterator<Item = char>) -> char {
    match (mapped.next(), mapped.next()) {
        (Some(one), None) => one,
        _ => c,
    }
}

fn code(name: &str) -> Option<Code> {
    let mut chars = name.chars();
    if let (Some(c), None) = (chars.next(), chars.next())
        && !NAMES.iter().any(|(_, names)| names.contains(&name))
    {
        return (!c.is_control() && !c.is_whitespace()).then_some(Code::Char(c));
    }
    let lower = name.to_lowercase();
    if let Some(number) = lower.strip_prefix('f').and_then(|n| n.parse().ok()) {
        return (1..=12).contains(&number).then_some(Code::F(number));
    }
    NAMES
        .iter()
        .find(|(_, names)| names.iter().any(|it| it.to_lowercase() == lower))
        .map(|(code, _)| *code)
}
