//! Cleaning at the boundary: what comes from a keyboard, a file or a paste holds nothing that the eye cannot see.
//!
//! Must not change what a person can see, but for its composed form (NFC).

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// What stands in place of a character that would not be seen, or would do something to the screen.
const REPLACEMENT: char = '\u{fffd}';
/// Most combining marks on one letter; more only hide what stands above and below.
pub const MOST_MARKS: usize = 3;

/// One line of clean text in NFC. Line breaks and tabs become spaces; control, bidi, zero-width, tag and private characters and
/// noncharacters become a visible `�`; soft hyphens are dropped, because Word puts them where they mean nothing. Applying it twice changes nothing.
#[must_use]
pub fn clean(text: &str) -> String {
    cleaned(text, ' ')
}

/// The same for text of many lines: every kind of line break becomes `\n` and stays.
#[must_use]
pub fn clean_multiline(text: &str) -> String {
    cleaned(text, '\n')
}

fn cleaned(text: &str, line_break: char) -> String {
    // Hidden characters go first: one of them between a letter and its accent would keep NFC from joining the two.
    let visible: String = visible(text, line_break);
    limit_marks(&visible.nfc().collect::<String>())
}

fn visible(text: &str, line_break: char) -> String {
    let mut out = String::with_capacity(text.len());
    let mut after_return = false;
    for c in text.chars() {
        let second_half = after_return && c == '\n';
        after_return = c == '\r';
        match c {
            '\n' if second_half => {}
            '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => {
                out.push(line_break)
            }
            '\t' => out.push(' '),
            '\u{ad}' => {}
            c if is_hidden(c) => out.push(REPLACEMENT),
            c => out.push(c),
        }
    }
    out
}

/// Marks without a letter, and those beyond the third on one letter, become one visible sign for the whole stack.
fn limit_marks(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut room = 0;
    for c in text.chars() {
        if is_combining_mark(c) {
            if room == 0 {
                if !out.ends_with(REPLACEMENT) {
                    out.push(REPLACEMENT);
                }
                continue;
            }
            room -= 1;
        } else {
            room = if c == '\n' || c == REPLACEMENT {
                0
            } else {
                MOST_MARKS
            };
        }
        out.push(c);
    }
    out
}

/// Characters that take no cell of a screen, steer the direction or the form of others, or are no characters at all.
fn is_hidden(c: char) -> bool {
    let code = u32::from(c);
    c.is_control()
        || code & 0xfffe == 0xfffe
        || matches!(code,
            0x034f            // combining grapheme joiner
            | 0x0600..=0x0605 | 0x061c | 0x06dd | 0x070f | 0x0890..=0x0891 | 0x08e2 // Arabic and Syriac signs of format
            | 0x0d4e | 0xa8fa | 0x111c2..=0x111c3 | 0x113d1 | 0x1193f | 0x11941 | 0x11a84..=0x11a89 | 0x11d46 | 0x11f02 // Indic signs before a letter
            | 0x115f..=0x11ff // Hangul fillers and the halves of syllables that take no cell
            | 0x17b4..=0x17b5
            | 0x180b..=0x180f // Mongolian selectors
            | 0x200b..=0x200f // zero-width spaces and joiners, direction marks
            | 0x202a..=0x202e // bidi embeddings and overrides
            | 0x2060..=0x206f // word joiner, invisible operators, bidi isolates
            | 0x3164
            | 0xd7b0..=0xd7ff
            | 0xfdd0..=0xfdef // noncharacters
            | 0xfe00..=0xfe0f // variation selectors
            | 0xfeff
            | 0xffa0
            | 0xfff0..=0xfffc
            | 0x110bd | 0x110cd
            | 0x13430..=0x1345f
            | 0x1bca0..=0x1bca3
            | 0x1d173..=0x1d17a
            | 0xe0000..=0xe0fff // tags and more selectors
        )
}
