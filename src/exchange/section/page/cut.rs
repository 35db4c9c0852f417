//! Several acts in one line: where one ends and the next begins.

use super::kinds::is_next;
use super::quotes::{Quoted, opening, quoted};

/// The acts of a line. A semicolon parts them, and so does the word for the next one, and one more date with its number; nothing in quotes
/// or brackets does.
pub(super) fn pieces(letters: &[char]) -> Vec<&[char]> {
    let quotes = quoted(letters);
    let mut cutter = Cutter {
        letters,
        quotes: &quotes,
        start: 0,
        has: Has::default(),
        out: Vec::new(),
    };
    let (mut at, mut depth) = (0, 0_usize);
    while let Some(letter) = letters.get(at) {
        if let Some(it) = opening(&quotes, at) {
            cutter.has.title = true;
            at = it.close + 1;
            continue;
        }
        match letter {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ if depth > 0 => {}
            ';' if !cutter.is_pages(at + 1) => cutter.cut(at, at + 1),
            '№' => cutter.has.number = true,
            _ if cutter.begins_word(at) => cutter.word(at),
            _ => {}
        }
        at += 1;
    }
    cutter.cut(letters.len(), letters.len());
    cutter.out
}

/// What of an act was seen since it began.
#[derive(Clone, Copy, Debug, Default)]
struct Has {
    title: bool,
    number: bool,
    date: bool,
}

struct Cutter<'a, 'q> {
    letters: &'a [char],
    quotes: &'q [Quoted],
    start: usize,
    has: Has,
    out: Vec<&'a [char]>,
}

impl Cutter<'_, '_> {
    /// Ends the act here; the next one begins there.
    fn cut(&mut self, end: usize, next: usize) {
        let piece = trimmed(self.letters.get(self.start..end).unwrap_or_default());
        if piece.iter().any(|it| it.is_alphanumeric()) {
            self.out.push(piece);
        }
        self.start = next;
        self.has = Has::default();
    }

    fn begins_word(&self, at: usize) -> bool {
        let before = at.checked_sub(1).and_then(|it| self.letters.get(it));
        let here = self.letters.get(at);
        here.is_some_and(|it| it.is_alphanumeric())
            && before.is_none_or(|it| !it.is_alphanumeric() && *it != '-' && *it != '/')
    }

    fn word(&mut self, at: usize) {
        let word: String = self.rest(at).take_while(|it| it.is_alphabetic()).collect();
        let lowered = word.to_lowercase();
        let has_some = self.has.title || self.has.number || self.has.date;
        let is_apart = self.is_after_comma(at);
        let is_capital = word.starts_with(char::is_uppercase);
        if is_next(&word) && has_some && (is_capital || is_apart) && self.has_requisites(at) {
            return self.cut(at, at);
        }
        let is_day = lowered == "от" && self.is_day(at + 2);
        // «от 30.12.2020 № 353, от 31.08.2021 № 259/1».
        if is_day && self.has.number && self.has.date && is_apart {
            self.cut(at, at);
        }
        if is_day {
            self.has.date = true;
        }
        if matches!(lowered.as_str(), "n" | "no") && self.is_day(at + word.chars().count()) {
            self.has.number = true;
        }
    }

    fn rest(&self, at: usize) -> impl Iterator<Item = char> {
        self.letters.iter().skip(at).copied()
    }

    /// Whether a figure is the next to come.
    fn is_day(&self, at: usize) -> bool {
        self.rest(at)
            .find(|it| !it.is_whitespace())
            .is_some_and(|it| it.is_ascii_digit())
    }

    /// Whether pages follow: they belong to what stands before them.
    fn is_pages(&self, at: usize) -> bool {
        let rest: String = self
            .rest(at)
            .skip_while(|it| it.is_whitespace())
            .take(4)
            .collect();
        let rest = rest.to_lowercase();
        rest.starts_with("стр")
            || rest.starts_with("с.")
            || rest.starts_with(|it: char| it.is_ascii_digit())
    }

    /// Whether a comma or «и» stands before it.
    fn is_after_comma(&self, at: usize) -> bool {
        let before: String = self
            .letters
            .get(..at)
            .unwrap_or_default()
            .iter()
            .rev()
            .take(3)
            .collect();
        let before = before.trim_start();
        before.starts_with(',') || before.starts_with("и ")
    }

    /// Whether a number or a date comes before the next quote ends.
    fn has_requisites(&self, at: usize) -> bool {
        let mut here = at;
        while let Some(letter) = self.letters.get(here) {
            if let Some(it) = opening(self.quotes, here) {
                // A title is as good as a number.
                return it.closed;
            }
            if *letter == '№' || *letter == ';' {
                return *letter == '№';
            }
            let is_from = *letter == 'о' && self.letters.get(here + 1) == Some(&'т');
            if is_from && self.begins_word(here) && self.is_day(here + 2) {
                return true;
            }
            here += 1;
        }
        false
    }
}

/// Without what parts it from its neighbours.
fn trimmed(mut letters: &[char]) -> &[char] {
    let is_between = |it: &char| it.is_whitespace() || ",;".contains(*it);
    while let Some((first, rest)) = letters.split_first().filter(|(it, _)| is_between(it)) {
        let _ = first;
        letters = rest;
    }
    loop {
        letters = match letters {
            [rest @ .., last] if is_between(last) => rest,
            [rest @ .., gap, 'и'] if gap.is_whitespace() => rest,
            done => return done,
        };
    }
}
