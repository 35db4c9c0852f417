//! What may be drawn. Knows character classes only: text is cleaned where it enters (files, paste, other windows), and the
//! backend asks the same question once more of every cell.

use std::borrow::Cow;

use unicode_normalization::char::is_combining_mark;

/// Shown in the place of a character that must not reach a terminal.
pub const REPLACEMENT: char = '\u{FFFD}';

/// Marks stacked on one letter beyond this number are noise that spills over the neighbouring rows.
const MARKS_PER_LETTER: usize = 3;

/// Text of one line: every character that is not drawable becomes a visible `�`, a tab or a line break a space.
#[must_use]
pub fn clean(text: &str) -> Cow<'_, str> {
    scrub(text, false)
}

/// Text of several lines: as [`clean`], but `\n` stays, and `\r\n` and a lone `\r` become `\n`.
#[must_use]
pub fn clean_lines(text: &str) -> Cow<'_, str> {
    scrub(text, true)
}

fn scrub(text: &str, lines: bool) -> Cow<'_, str> {
    if is_clean(text, lines) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut marks = 0;
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        marks = if is_combining_mark(c) { marks + 1 } else { 0 };
        match c {
            '\r' | '\n' => {
                if c == '\r' && chars.peek() == Some(&'\n') {
                    chars.next();
                }
                out.push(if lines { '\n' } else { ' ' });
            }
            '\t' => out.push(' '),
            // One mark for the whole stack: a hundred of them would hide the text that they stood on.
            _ if marks > MARKS_PER_LETTER => {
                if marks == MARKS_PER_LETTER + 1 {
                    out.push(REPLACEMENT);
                }
            }
            _ if is_drawable(c) => out.push(c),
            _ => out.push(REPLACEMENT),
        }
    }
    Cow::Owned(out)
}

fn is_clean(text: &str, lines: bool) -> bool {
    let mut marks = 0;
    text.chars().all(|c| {
        marks = if is_combining_mark(c) { marks + 1 } else { 0 };
        marks <= MARKS_PER_LETTER && (is_drawable(c) || lines && c == '\n')
    })
}

/// Whether a character may be in a cell: it draws something (or marks the letter before it) and steers neither the terminal
/// nor the order of the text.
#[must_use]
pub const fn is_drawable(c: char) -> bool {
    !matches!(c,
        '\0'..='\x1f' | '\x7f'..='\u{9f}'               // C0, DEL, C1
        | '\u{ad}'                                      // soft hyphen
        | '\u{34f}' | '\u{61c}' | '\u{180b}'..='\u{180f}'
        | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{3164}' | '\u{ffa0}' // fillers that draw nothing
        | '\u{200b}'..='\u{200f}'                       // zero width, direction marks
        | '\u{2028}'..='\u{202e}'                       // line and paragraph separators, bidi embedding
        | '\u{2060}'..='\u{206f}'                       // word joiner, invisible operators, bidi isolates
        | '\u{fdd0}'..='\u{fdef}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{feff}'          // variation selectors change widths; byte order mark
        | '\u{fff0}'..='\u{fffb}' | '\u{fffe}' | '\u{ffff}'
        | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}'
        | '\u{e0000}'..='\u{e0fff}'                     // tags, variation selectors supplement
    ) && (c as u32) & 0xfffe != 0xfffe
}
