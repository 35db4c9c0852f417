//! Keys that no keymap may bind, and why: they never arrive, arrive as another key, or begin the entry of a value.

use super::key::{Code, Key};
use super::layout::Layout;
use crate::locale::Phrase;
use crate::tui::command::table::CommandId;

/// Why a key cannot be bound.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Forbidden {
    /// A terminal sends the same byte for Backspace.
    IsBackspace,
    /// A terminal sends the same byte for Tab.
    IsTab,
    /// A terminal sends the same byte for Enter.
    IsEnter,
    /// A terminal sends the same byte for Esc.
    IsEsc,
    /// Terminals send nothing of their own for it.
    NotSent,
    /// The window, the desktop or the terminal keeps it for itself.
    TakenByWindow,
    /// Stops and starts the output; only the answer «всё сохранено» may stand there.
    FlowControl,
    /// Begins the entry of a value.
    BeginsEntry,
}

impl Forbidden {
    /// The reason, as a part of a sentence after a colon.
    #[must_use]
    pub fn phrase(self) -> Phrase {
        match self {
            Forbidden::IsBackspace => Phrase::KeyIsBackspace,
            Forbidden::IsTab => Phrase::KeyIsTab,
            Forbidden::IsEnter => Phrase::KeyIsEnter,
            Forbidden::IsEsc => Phrase::KeyIsEsc,
            Forbidden::NotSent => Phrase::KeyNotSent,
            Forbidden::TakenByWindow => Phrase::KeyTakenByWindow,
            Forbidden::FlowControl => Phrase::KeyFlowControl,
            Forbidden::BeginsEntry => Phrase::KeyBeginsEntry,
        }
    }
}

/// Why `key` cannot run `command`; `None` if it can. `command` is `None` for a key that is to do nothing, which every key may.
#[must_use]
pub fn forbidden(key: Key, command: Option<CommandId>) -> Option<Forbidden> {
    let command = command?;
    // The terminal sees the key cap, whatever layout is on.
    let cap = match Layout::Latin.twin(key).code {
        Code::Char(c) if key.ctrl => return with_ctrl(c, command),
        code => code,
    };
    match cap {
        Code::Char(c) if key.alt => c.is_ascii_digit().then_some(Forbidden::TakenByWindow),
        Code::Char(_) => begins_entry(key).then_some(Forbidden::BeginsEntry),
        Code::F(n) => (n == 11 || key.alt).then_some(Forbidden::TakenByWindow),
        Code::Enter if key.alt => Some(Forbidden::TakenByWindow),
        Code::Enter if key.ctrl || key.shift => Some(Forbidden::NotSent),
        Code::Tab if key.alt => Some(Forbidden::TakenByWindow),
        Code::Tab if key.ctrl => Some(Forbidden::NotSent),
        Code::Backspace if key.ctrl => Some(Forbidden::IsBackspace),
        Code::Insert | Code::PageUp | Code::PageDown if key.shift => Some(Forbidden::TakenByWindow),
        _ => None,
    }
}

/// Whether the key begins the entry of a value where one can be entered: a digit, a sign, or a letter that counts as the comma.
#[must_use]
pub fn begins_entry(key: Key) -> bool {
    key.typed()
        .is_some_and(|c| matches!(c, '0'..='9' | '-' | '+' | ',' | '.' | 'б' | 'ю'))
}

fn with_ctrl(c: char, command: CommandId) -> Option<Forbidden> {
    match c {
        'h' => Some(Forbidden::IsBackspace),
        'i' => Some(Forbidden::IsTab),
        'j' | 'm' => Some(Forbidden::IsEnter),
        '[' => Some(Forbidden::IsEsc),
        's' | 'q' if command != CommandId::Save => Some(Forbidden::FlowControl),
        'a'..='z' | ' ' => None,
        _ => Some(Forbidden::NotSent),
    }
}
