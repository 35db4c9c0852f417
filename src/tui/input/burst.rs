//! Whether a read was typed or pasted, where the terminal does not say so; and which keys came together.

use crossterm::event::{KeyCode, KeyModifiers};

use super::InputEvent;

/// Letters, digits and signs below which a read is taken as typed.
pub const LEAST: usize = 8;

/// Characters from which on the keys of a read belong together.
const SEVERAL: usize = 3;

/// The events of one read; marked where they hold several characters that a person cannot have typed one after seeing the other.
pub(super) fn together(events: Vec<InputEvent>) -> Vec<InputEvent> {
    let is_character = |it: &&InputEvent| {
        matches!(it, InputEvent::Key(key) if matches!(key.code, KeyCode::Char(_))
            && !key.modifiers.intersects(KeyModifiers::CONTROL | KeyModifiers::ALT))
    };
    if events.iter().filter(is_character).count() < SEVERAL {
        return events;
    }
    let mut out = vec![InputEvent::TogetherBegins];
    out.extend(events);
    out.push(InputEvent::TogetherEnds);
    out
}

/// The rule of the module's doc.
pub(super) fn is_burst(bytes: &[u8]) -> bool {
    if !is_text(bytes) {
        return false;
    }
    let letters = bytes.iter().filter(|it| is_letter(**it)).count();
    let lines: Vec<&[u8]> = bytes.split(|it| matches!(it, b'\r' | b'\n')).collect();
    let breaks = lines
        .iter()
        .rev()
        .skip(1)
        .filter(|line| line.iter().any(|it| is_letter(*it)))
        .count();
    let tabbed = lines.iter().any(|line| {
        let texts = line
            .split(|it| *it == b'\t')
            .filter(|cell| cell.iter().any(|it| is_letter(*it)))
            .count();
        texts >= 2
    });
    letters >= LEAST && (breaks >= 2 || tabbed)
}

/// Nothing but text, tabs and line breaks: it may go on a burst.
pub(super) fn is_text(bytes: &[u8]) -> bool {
    bytes
        .iter()
        .all(|it| matches!(it, b'\t' | b'\r' | b'\n' | b' '..=b'~' | 0x80..))
}

/// Visible, and not the second or a later byte of a character.
fn is_letter(byte: u8) -> bool {
    byte > b' ' && byte & 0xc0 != 0x80
}
