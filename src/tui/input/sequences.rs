//! Escape sequences of keys: xterm, rxvt, the Linux console, and PuTTY in its several ways. Replies of the terminal are
//! recognised and dropped: nothing here asks, but others may have.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

/// What the beginning of some bytes is.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Sequence {
    /// A key, of so many bytes.
    Key(KeyEvent, usize),
    /// Something that is no key, of so many bytes.
    Noise(usize),
    /// The start of a bracketed paste, of so many bytes.
    PasteStart(usize),
    /// Cut off; more has to come.
    Partial,
    /// No sequence: Esc, or Alt with what follows.
    None,
}

/// Reads a sequence that begins with ESC.
pub(super) fn parse(bytes: &[u8]) -> Sequence {
    match bytes.get(1) {
        Some(b'[') => csi(bytes),
        Some(b'O') => ss3(bytes),
        Some(b']' | b'P' | b'_' | b'^' | b'X') => string(bytes),
        _ => Sequence::None,
    }
}

fn key(code: KeyCode, modifiers: KeyModifiers, length: usize) -> Sequence {
    Sequence::Key(KeyEvent::new(code, modifiers), length)
}

/// `ESC O x`, with the modifier that some terminals put between: `ESC O 5 P`.
fn ss3(bytes: &[u8]) -> Sequence {
    let (modifiers, at) = match bytes.get(2) {
        Some(digit @ b'2'..=b'8') => (modifiers(u16::from(digit - b'0')), 3),
        _ => (KeyModifiers::NONE, 2),
    };
    let Some(&last) = bytes.get(at) else {
        return Sequence::Partial;
    };
    let code = match last {
        b'P' => KeyCode::F(1),
        b'Q' => KeyCode::F(2),
        b'R' => KeyCode::F(3),
        b'S' => KeyCode::F(4),
        // The keypad in application mode.
        b'M' => KeyCode::Enter,
        b'X' => KeyCode::Char('='),
        b'j'..=b'y' => KeyCode::Char(char::from(last - 0x40)),
        // rxvt with Ctrl.
        b'a'..=b'd' => {
            return key(
                arrow(last - 0x20),
                modifiers | KeyModifiers::CONTROL,
                at + 1,
            );
        }
        b'A'..=b'D' | b'F' | b'H' => arrow(last),
        _ => return Sequence::None,
    };
    key(code, modifiers, at + 1)
}

const fn arrow(letter: u8) -> KeyCode {
    match letter {
        b'A' => KeyCode::Up,
        b'B' => KeyCode::Down,
        b'C' => KeyCode::Right,
        b'D' => KeyCode::Left,
        b'F' => KeyCode::End,
        _ => KeyCode::Home,
    }
}

fn csi(bytes: &[u8]) -> Sequence {
    // The Linux console's F1–F5: a second bracket, which would be a final byte anywhere else.
    if bytes.get(2) == Some(&b'[') {
        return match bytes.get(3) {
            None => Sequence::Partial,
            Some(letter @ b'A'..=b'E') => key(KeyCode::F(letter - b'A' + 1), KeyModifiers::NONE, 4),
            Some(_) => Sequence::Noise(4),
        };
    }
    let body = bytes.get(2..).unwrap_or(&[]);
    let private = matches!(body.first(), Some(b'<'..=b'?'));
    let Some(end) = body.iter().position(|it| !is_parameter(*it, private)) else {
        return Sequence::Partial;
    };
    if !body
        .get(end)
        .is_some_and(|it| matches!(it, b'$' | b'@'..=b'~'))
    {
        // Not a sequence: what came so far is dropped, the strange byte is read for itself.
        return Sequence::Noise(2 + end);
    }
    let length = 2 + end + 1;
    let parameters = parameters(body.get(..end).unwrap_or(&[]));
    let last = body.get(end).copied().unwrap_or_default();
    if private {
        return Sequence::Noise(length);
    }
    if last == b'~' && parameters.first() == Some(&200) {
        return Sequence::PasteStart(length);
    }
    match csi_key(last, &parameters) {
        Some((code, modifiers)) => key(code, modifiers, length),
        None => Sequence::Noise(length),
    }
}

/// Parameters and what may stand after them. `$` ends a sequence of rxvt; in replies it stands before the end.
const fn is_parameter(byte: u8, private: bool) -> bool {
    matches!(byte, b' '..=b'?') && (byte != b'$' || private)
}

fn parameters(body: &[u8]) -> Vec<u16> {
    body.split(|it| *it == b';')
        .map(|it| {
            let digits = it.iter().take_while(|it| it.is_ascii_digit());
            digits.fold(0_u16, |n, it| {
                n.saturating_mul(10).saturating_add(u16::from(it - b'0'))
            })
        })
        .collect()
}

fn csi_key(last: u8, parameters: &[u16]) -> Option<(KeyCode, KeyModifiers)> {
    let first = parameters.first().copied().unwrap_or(0);
    let second = parameters.get(1).copied().unwrap_or(0);
    let modified = modifiers(second);
    Some(match last {
        b'A'..=b'D' | b'F' | b'H' => (arrow(last), modified),
        // rxvt with Shift.
        b'a'..=b'd' => (arrow(last - 0x20), KeyModifiers::SHIFT),
        b'Z' => (KeyCode::BackTab, KeyModifiers::SHIFT),
        // `1;5R` is F3 with Ctrl; any other pair is where the cursor is.
        b'P' | b'Q' | b'S' => (KeyCode::F(last - b'P' + 1), modified),
        b'R' if first == 1 && (2..=8).contains(&second) => (KeyCode::F(3), modified),
        b'~' if first == 27 => (character(parameters.get(2).copied()?)?, modified),
        b'~' => (numbered(first)?, modified),
        // rxvt: the same numbers with Shift, Ctrl, both.
        b'$' => (numbered(first)?, KeyModifiers::SHIFT),
        b'^' => (numbered(first)?, KeyModifiers::CONTROL),
        b'@' => (
            numbered(first)?,
            KeyModifiers::CONTROL | KeyModifiers::SHIFT,
        ),
        b'u' => (character(first)?, modified),
        _ => return None,
    })
}

fn numbered(n: u16) -> Option<KeyCode> {
    Some(match n {
        1 | 7 => KeyCode::Home,
        2 => KeyCode::Insert,
        3 => KeyCode::Delete,
        4 | 8 => KeyCode::End,
        5 => KeyCode::PageUp,
        6 => KeyCode::PageDown,
        11..=15 => function(n - 10),
        17..=21 => function(n - 11),
        23..=26 => function(n - 12),
        28 | 29 => function(n - 13),
        31..=34 => function(n - 14),
        _ => return None,
    })
}

fn function(n: u16) -> KeyCode {
    KeyCode::F(u8::try_from(n).unwrap_or(0))
}

/// The code of a character in `CSI … u` and `CSI 27;…~`.
fn character(code: u16) -> Option<KeyCode> {
    Some(match code {
        9 => KeyCode::Tab,
        13 => KeyCode::Enter,
        27 => KeyCode::Esc,
        8 | 127 => KeyCode::Backspace,
        _ => KeyCode::Char(char::from_u32(code.into()).filter(|it| !it.is_control())?),
    })
}

/// xterm's modifier parameter: one more than a sum of bits.
fn modifiers(parameter: u16) -> KeyModifiers {
    let bits = parameter.saturating_sub(1);
    let mut out = KeyModifiers::NONE;
    for (bit, modifier) in [
        (1, KeyModifiers::SHIFT),
        (2, KeyModifiers::ALT),
        (4, KeyModifiers::CONTROL),
    ] {
        if bits & bit != 0 {
            out |= modifier;
        }
    }
    out
}

/// OSC, DCS, APC, PM, SOS: an answer to a question that we did not ask. To its terminator and away with it.
fn string(bytes: &[u8]) -> Sequence {
    let mut previous = 0;
    for (at, byte) in bytes.iter().enumerate().skip(2) {
        match (previous, byte) {
            (_, 0x07) | (0x1b, b'\\') => return Sequence::Noise(at + 1),
            // Another sequence begins: this one was broken off.
            (0x1b, _) => return Sequence::Noise(at - 1),
            _ => previous = *byte,
        }
    }
    Sequence::Partial
}
