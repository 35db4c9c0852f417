//! Russian word wrapping: where a line may be broken. Returns places in the text itself, so that an editor can map its
//! cursor; it never changes a character.

use std::ops::Range;

use textwrap::core::Fragment;
use textwrap::wrap_algorithms::wrap_first_fit;
use unicode_segmentation::UnicodeSegmentation;

use super::{grapheme_width, width};

/// Lines of `text`, each at most `columns` wide, without the spaces at their ends.
///
/// A `\n` always breaks. A line is not broken before a dash, between № (or п., ст., исх. …) and its number, between a number
/// and its %, nor between initials and a surname; a word that is longer than a line is broken where it has to be.
#[must_use]
pub fn wrap(text: &str, columns: usize) -> Vec<&str> {
    wrap_ranges(text, columns)
        .into_iter()
        .map(|it| text.get(it).unwrap_or("").trim_end_matches(' '))
        .collect()
}

/// As [`wrap`], but as byte ranges: together they hold the whole text but its `\n`, spaces at the ends of lines included,
/// so that every cursor position belongs to a line.
#[must_use]
pub fn wrap_ranges(text: &str, columns: usize) -> Vec<Range<usize>> {
    let columns = columns.max(1);
    let mut lines = Vec::new();
    let mut start = 0;
    for line in text.split('\n') {
        let pieces = pieces(line, columns);
        for group in wrap_first_fit(&pieces, &[columns as f64]) {
            let from = group.first().map_or(0, |it| it.range.start);
            let to = group.last().map_or(0, |it| it.range.end);
            lines.push(start + from..start + to);
        }
        start += line.len() + 1;
    }
    lines
}

/// A stretch of text that stays together, with the spaces after it.
#[derive(Debug)]
struct Piece {
    range: Range<usize>,
    word: usize,
    spaces: usize,
}

impl Fragment for Piece {
    fn width(&self) -> f64 {
        self.word as f64
    }

    fn whitespace_width(&self) -> f64 {
        self.spaces as f64
    }

    fn penalty_width(&self) -> f64 {
        0.0
    }
}

fn pieces(line: &str, columns: usize) -> Vec<Piece> {
    let mut out = Vec::new();
    let mut start = 0;
    while start < line.len() {
        let end = together(line, start, columns);
        let whole = line.get(start..end).unwrap_or("");
        let word = whole.trim_end_matches(' ');
        if width(word) > columns {
            broken(word, start, columns, &mut out);
            if let Some(last) = out.last_mut() {
                last.range.end = end;
                last.spaces = whole.len() - word.len();
            }
        } else {
            out.push(Piece {
                range: start..end,
                word: width(word),
                spaces: whole.len() - word.len(),
            });
        }
        start = end;
    }
    out
}

/// The end of the piece that begins at `start`: one word, and the words that may not be parted from it as long as all fit.
fn together(line: &str, start: usize, columns: usize) -> usize {
    let mut end = word_end(line, start);
    while end < line.len() {
        let next = word_end(line, end);
        let left = line
            .get(start..end)
            .unwrap_or("")
            .trim_end_matches(' ')
            .rsplit(' ')
            .next()
            .unwrap_or("");
        let right = line.get(end..next).unwrap_or("").trim_end_matches(' ');
        let whole = line.get(start..next).unwrap_or("").trim_end_matches(' ');
        if !inseparable(left, right) || width(whole) > columns {
            break;
        }
        end = next;
    }
    end
}

/// The end of the word at `start` and of the spaces behind it.
fn word_end(line: &str, start: usize) -> usize {
    let rest = line.get(start..).unwrap_or("");
    let mut in_spaces = false;
    for (at, c) in rest.char_indices() {
        if in_spaces && c != ' ' {
            return start + at;
        }
        in_spaces = c == ' ';
    }
    line.len()
}

fn broken(word: &str, start: usize, columns: usize, out: &mut Vec<Piece>) {
    let mut from = 0;
    let mut taken = 0;
    for (at, grapheme) in word.grapheme_indices(true) {
        let wide = grapheme_width(grapheme);
        if taken > 0 && taken + wide > columns {
            out.push(Piece {
                range: start + from..start + at,
                word: taken,
                spaces: 0,
            });
            from = at;
            taken = 0;
        }
        taken += wide;
    }
    out.push(Piece {
        range: start + from..start + word.len(),
        word: taken,
        spaces: 0,
    });
}

/// Words before a number that are never the last of a line.
const BEFORE_NUMBER: [&str; 16] = [
    "№",
    "§",
    "п.",
    "пп.",
    "ст.",
    "ч.",
    "гл.",
    "разд.",
    "вх.",
    "исх.",
    "д.",
    "кв.",
    "табл.",
    "рис.",
    "ред.",
    "с.",
];

/// Words after a number that never begin a line.
const AFTER_NUMBER: [&str; 6] = ["%", "г.", "гг.", "руб.", "тыс.", "чел."];

fn inseparable(left: &str, right: &str) -> bool {
    is_dash(right)
        || is_initials(left) && (begins_upper(right) || is_initials(right))
        || begins_upper(left) && is_initials(right)
        || is_letter_dot(left) && is_letter_dot(right)
        || BEFORE_NUMBER.contains(&left.trim_start_matches(['(', '«']))
            && (begins_digit(right) || right.starts_with('№'))
        || ends_digit(left) && AFTER_NUMBER.contains(&right.trim_end_matches([',', ';', ')', ':']))
}

fn is_dash(word: &str) -> bool {
    matches!(word, "—" | "–" | "-")
}

/// `К.`, `К. Л.` written together as `К.Л.`, also with a comma behind.
fn is_initials(word: &str) -> bool {
    let word = word
        .trim_start_matches(['(', '«'])
        .trim_end_matches([',', ';', ')', ':', '»']);
    let mut chars = word.chars();
    let mut any = false;
    while let Some(letter) = chars.next() {
        if !letter.is_uppercase() || chars.next() != Some('.') {
            return false;
        }
        any = true;
    }
    any
}

/// Halves of «и. о.», «т. д.», «т. п.».
fn is_letter_dot(word: &str) -> bool {
    let mut chars = word
        .trim_start_matches(['(', '«'])
        .trim_end_matches([',', ';', ')', ':'])
        .chars();
    chars.next().is_some_and(char::is_lowercase)
        && chars.next() == Some('.')
        && chars.next().is_none()
}

fn begins_upper(word: &str) -> bool {
    word.trim_start_matches(['(', '«'])
        .chars()
        .next()
        .is_some_and(char::is_uppercase)
}

fn begins_digit(word: &str) -> bool {
    word.starts_with(|it: char| it.is_ascii_digit())
}

fn ends_digit(word: &str) -> bool {
    word.ends_with(|it: char| it.is_ascii_digit())
}
