//! The one place that measures, cuts, pads and wraps text for the screen.
//!
//! Widths are columns, never bytes nor chars: a grapheme is the unit that is drawn, deleted and stepped over. Nothing here
//! knows styles, panes or the terminal.

mod drawable;
mod wrap;

use std::borrow::Cow;

use ratatui::buffer::CellWidth;
use unicode_segmentation::UnicodeSegmentation;

pub use drawable::is_drawable;
pub use wrap::{wrap, wrap_ranges};

/// Which side of a column the text leans on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Align {
    /// Words and names.
    Left,
    /// Numbers.
    Right,
}

/// Columns that `text` takes on the screen, counted exactly as the buffer counts them.
#[must_use]
pub fn width(text: &str) -> usize {
    if text.is_ascii() {
        return text.len();
    }
    if text.chars().all(is_plain) {
        return text.chars().count();
    }
    text.graphemes(true).map(grapheme_width).sum()
}

/// Whether a character takes one column and joins no neighbour: nearly all there is on the screen, and far cheaper to count than to divide
/// into graphemes.
const fn is_plain(c: char) -> bool {
    matches!(c,
        ' '..='~'
        | '\u{a0}'..='\u{ac}' | '\u{ae}'..='\u{2ff}'   // Latin, without the soft hyphen
        | '\u{400}'..='\u{482}' | '\u{48a}'..='\u{4ff}' // Cyrillic, without its marks
        | '\u{2010}'..='\u{2027}' | '\u{2116}' | '\u{2212}' // dashes, quotes, ellipsis; №; minus
    )
}

fn grapheme_width(grapheme: &str) -> usize {
    // A control character has no width of its own; ratatui leaves it out, and `domain::text::clean` lets none get here.
    if grapheme.chars().any(char::is_control) {
        return 0;
    }
    usize::from(grapheme.cell_width())
}

/// Divides `text` at a column: what fits into `columns`, and the rest. A wide character that would straddle the border
/// goes to the rest.
#[must_use]
pub fn split_at_column(text: &str, columns: usize) -> (&str, &str) {
    let mut taken = 0;
    for (at, grapheme) in text.grapheme_indices(true) {
        taken += grapheme_width(grapheme);
        if taken > columns {
            return text.split_at_checked(at).unwrap_or((text, ""));
        }
    }
    (text, "")
}

/// Shortens `text` to `columns`, ending in `ellipsis` if anything was left out. Where not even the ellipsis fits, what fits
/// of the text itself is shown.
#[must_use]
pub fn cut<'a>(text: &'a str, columns: usize, ellipsis: &str) -> Cow<'a, str> {
    if width(text) <= columns {
        return Cow::Borrowed(text);
    }
    let mark = width(ellipsis);
    if mark >= columns {
        return Cow::Borrowed(split_at_column(text, columns).0);
    }
    let (head, _) = split_at_column(text, columns - mark);
    Cow::Owned(format!("{}{ellipsis}", head.trim_end()))
}

/// Shortens `text` to `columns` by what stands in its middle: for words that begin alike and differ at their ends.
#[must_use]
pub fn cut_middle<'a>(text: &'a str, columns: usize, ellipsis: &str) -> Cow<'a, str> {
    let kept = columns.saturating_sub(width(ellipsis));
    if width(text) <= columns || kept < 2 {
        return cut(text, columns, ellipsis);
    }
    let (head, _) = split_at_column(text, kept - kept / 2);
    let mut room = kept / 2;
    let mut tail = text.len();
    for (at, grapheme) in text.grapheme_indices(true).rev() {
        let wide = grapheme_width(grapheme);
        if wide > room {
            break;
        }
        room -= wide;
        tail = at;
    }
    let tail = text.get(tail..).unwrap_or("");
    Cow::Owned(format!(
        "{}{ellipsis}{}",
        head.trim_end(),
        tail.trim_start()
    ))
}

/// Exactly `columns` wide: cut with `ellipsis` if longer, filled with spaces if shorter.
#[must_use]
pub fn fit(text: &str, columns: usize, align: Align, ellipsis: &str) -> String {
    let text = cut(text, columns, ellipsis);
    let room = columns.saturating_sub(width(&text));
    let before = match align {
        Align::Left => 0,
        Align::Right => room,
    };
    let mut out = String::with_capacity(text.len() + room);
    out.extend(std::iter::repeat_n(' ', before));
    out.push_str(&text);
    out.extend(std::iter::repeat_n(' ', room - before));
    out
}

/// The part of a long single line that an input field of `columns` shows, so that the cursor is in it.
///
/// `cursor` is a byte offset into `text` (an offset inside a grapheme counts as its start). Returns the visible part and the
/// column of the cursor in it; the cursor behind the last character takes a column of its own.
#[must_use]
pub fn window(text: &str, cursor: usize, columns: usize) -> (&str, usize) {
    if columns == 0 {
        return ("", 0);
    }
    let (before, after) = text.split_at_checked(cursor).unwrap_or((text, ""));
    // Walk back from the cursor for as long as the part before it, and the cursor's own column, fit.
    let own = after
        .graphemes(true)
        .next()
        .map_or(1, |it| grapheme_width(it).max(1))
        .min(columns);
    let mut column = 0;
    let mut start = before.len();
    for (at, grapheme) in before.grapheme_indices(true).rev() {
        let wide = grapheme_width(grapheme);
        if column + wide + own > columns {
            break;
        }
        column += wide;
        start = at;
    }
    let shown = text.get(start..).unwrap_or("");
    (split_at_column(shown, columns).0, column)
}

/// The number or code after this one: `6` → `7`, `6.2` → `6.3`; empty where it does not end in a number.
#[must_use]
pub fn next_number(last: &str) -> String {
    let last = last.trim().trim_end_matches('.');
    let (head, tail) = match last.rsplit_once('.') {
        Some((head, tail)) => (format!("{head}."), tail),
        None => (String::new(), last),
    };
    match tail.parse::<u32>() {
        Ok(number) => format!("{head}{}", number.saturating_add(1)),
        Err(_) => String::new(),
    }
}
