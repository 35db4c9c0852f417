//! Whether a read was typed or pasted, where the terminal does not say so.

/// Letters, digits and signs below which a read is taken as typed.
pub const LEAST: usize = 8;

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
