//! Halves and quarters of a year that a text names: «1-е полугодие», «II квартал», «четвёртый квартал».

use crate::domain::period::{Period, PeriodKind};
use crate::domain::text::fold;

/// A half or a quarter, by its number from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Span {
    /// [`PeriodKind::HalfYear`] or [`PeriodKind::Quarter`].
    pub kind: PeriodKind,
    /// Which of them.
    pub number: u8,
}

/// How the words for the first to the fourth begin.
const ORDINALS: [&str; 4] = ["перв", "втор", "трет", "четверт"];
/// What is written behind a figure.
const ENDINGS: [&str; 9] = ["й", "е", "я", "ый", "ий", "ой", "ое", "го", "ого"];

/// Halves and quarters that a text names, each once.
#[must_use]
pub fn spans(text: &str) -> Vec<Span> {
    let folded = fold(text);
    let words: Vec<&str> = folded
        .split(|c: char| !c.is_alphanumeric())
        .filter(|it| !it.is_empty() && !ENDINGS.contains(it))
        .collect();
    let number = |at: Option<usize>| words.get(at?).and_then(|it| ordinal(it));
    let mut found = Vec::new();
    for (at, word) in words.iter().enumerate() {
        let Some(kind) = kind(word) else { continue };
        let mut numbers = Vec::new();
        // «I и II полугодие»: as far as numbers stand before the word.
        let mut before = at.checked_sub(1);
        while let Some(n) = number(before) {
            numbers.push(n);
            before = before.and_then(|it| it.checked_sub(1));
            let is_and = before.and_then(|it| words.get(it)) == Some(&"и");
            before = before.and_then(|it| it.checked_sub(usize::from(is_and)));
        }
        if numbers.is_empty() {
            numbers.extend(number(Some(at + 1)));
        }
        let most = if kind == PeriodKind::HalfYear { 2 } else { 4 };
        found.extend(
            (numbers.into_iter().filter(|it| *it <= most)).map(|number| Span { kind, number }),
        );
    }
    found.sort_unstable();
    found.dedup();
    found
}

fn kind(word: &str) -> Option<PeriodKind> {
    match word {
        it if it.starts_with("полугод") => Some(PeriodKind::HalfYear),
        it if it.starts_with("квартал") || it == "кв" => Some(PeriodKind::Quarter),
        _ => None,
    }
}

fn ordinal(word: &str) -> Option<u8> {
    let figure = word.trim_end_matches(char::is_alphabetic);
    let ending = word.trim_start_matches(|c: char| c.is_ascii_digit());
    let by_figure = || {
        let number = figure.parse::<u8>().ok()?;
        (ending.is_empty() || ENDINGS.contains(&ending)).then_some(number)
    };
    let by_word = || ORDINALS.iter().position(|it| word.starts_with(it));
    // Letters of both layouts look alike.
    let by_letters = || match word {
        "i" | "і" => Some(1),
        "ii" | "іі" => Some(2),
        "iii" | "ііі" => Some(3),
        "iv" | "іv" => Some(4),
        _ => None,
    };
    let named = by_word().and_then(|it| u8::try_from(it + 1).ok());
    by_figure().or(named).or_else(by_letters)
}

impl Span {
    /// Whether a text that names these is of another half or quarter than the period: what is of a year names none, or all.
    #[must_use]
    pub fn is_other(period: &Period, named: &[Span]) -> bool {
        let of = |kind: PeriodKind| named.iter().filter(|it| it.kind == kind).count();
        if named.is_empty() || of(PeriodKind::HalfYear) == 2 || of(PeriodKind::Quarter) == 4 {
            return false;
        }
        let own = spans(&period.name);
        match own.is_empty() {
            // A name that does not say which of its kind it is can't be told from another of them.
            true => !named.iter().any(|it| it.kind == period.kind),
            false => !named.iter().any(|it| own.contains(it)),
        }
    }
}
