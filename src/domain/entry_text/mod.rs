//! What is typed into a cell, and what it means: the entry rules, for every measure and in both keyboard layouts.
//!
//! Owns reading and the reasons why a text cannot be read. Bounds, rights and obligatory reasons are the affair of `decide`;
//! the sentences about an error are made in the locale.

mod ratio;

use rust_decimal::Decimal;

use super::catalogue::{Input, Measure};
use super::number::{NumberError, parse_decimal};
use super::text::{fold, retype_russian};
use super::value::Entry;
use ratio::RatioReader;

/// Why a text does not make an entry. The text stays in the editor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EntryError {
    /// The cell is computed from other cells and takes nothing.
    Computed,
    /// Not a number, and why.
    Number(NumberError),
    /// Whole numbers only.
    NotWhole(Decimal),
    /// More than two parts, or a part missing: `21/`, `1/2/3`.
    NotARatio,
    /// The denominator is 0.
    ZeroDenominator,
    /// A part below 0.
    NegativePart(Decimal),
    /// A numerator alone, and nobody has entered the denominator.
    DenominatorUnknown {
        /// What was typed.
        numerator: Decimal,
    },
    /// A ratio or a percent without its sign: the hint shows both ways to write it.
    RatioOrPercent {
        /// Above the line, if it is a ratio.
        numerator: Decimal,
        /// Below it; `None` where what stands there can be no count.
        denominator: Option<Decimal>,
        /// The percent, if it is one.
        percent: Decimal,
    },
    /// The space groups thousands or divides: `1 234`.
    GroupingOrRatio {
        /// The number, if the space groups.
        number: Decimal,
        /// Above the line, if it divides.
        numerator: Decimal,
        /// Below it.
        denominator: Decimal,
    },
    /// A percent sign where the value is no percent.
    PercentNotHere,
    /// No option has this number, or begins so.
    NoSuchOption {
        /// How many there are.
        options: usize,
    },
    /// Several options begin so; numbers from 1.
    SeveralOptions(Vec<usize>),
}

impl From<NumberError> for EntryError {
    fn from(error: NumberError) -> Self {
        Self::Number(error)
    }
}

/// Reads what was typed into a cell of an indicator with this measure and unit.
///
/// `known_denominator` is the base quantity of this organisation and period, where the denominator is one. An empty text is
/// [`Entry::Empty`]. «н», «н/п», `y`, `n/a` are «н/п» and «нд», `yl`, `no data` are «нет данных» under every measure; a reason may follow («н/п: ремонт»),
/// else it is empty and has to be asked for. Because «н» is «н/п» everywhere, the option «нет» begins with «не», or is picked by its digit.
///
/// # Errors
/// [`EntryError`], with what a hint needs.
pub fn read_entry(
    text: &str,
    measure: &Measure,
    unit: &str,
    known_denominator: Option<Decimal>,
) -> Result<Entry, EntryError> {
    if let Measure::Delta {
        input: Input::Indicator(_),
    }
    | Measure::Benchmark {
        input: Input::Indicator(_),
    } = measure
    {
        return Err(EntryError::Computed);
    }
    let text = text.trim();
    if text.is_empty() {
        return Ok(Entry::Empty);
    }
    // An option whose whole name is typed wins over the marks; their letters alone never name one.
    if let Measure::Choice { options } = measure
        && let Some(index) = named(text, options).or_else(|| named(&retype_russian(text), options))
    {
        return Ok(Entry::Choice(index));
    }
    if let Some(mark) = read_mark(text).or_else(|| read_mark(&retype_russian(text))) {
        return Ok(mark);
    }
    match measure {
        Measure::Choice { options } => read_choice(text, options),
        Measure::Ratio {
            numerator,
            denominator,
            factor,
        } => {
            let ratio = RatioReader {
                whole_numerator: numerator.whole,
                whole_denominator: denominator.whole,
                percent: *factor == Decimal::ONE_HUNDRED,
                known_denominator,
            };
            ratio.read(text)
        }
        Measure::Number { whole } => read_number(text, *whole, unit),
        Measure::Delta { .. } | Measure::Benchmark { .. } => read_number(text, false, unit),
    }
}

/// «н», «н/п», «нд», «нет данных» and the like, with what follows as the reason.
#[must_use]
pub fn read_mark(text: &str) -> Option<Entry> {
    const NOT_APPLICABLE: [&str; 7] = ["н/п", "н.п.", "н.п", "н\\п", "нп", "н", "n/a"];
    const NO_DATA: [&str; 7] = ["нет данных", "н/д", "н.д.", "н.д", "н\\д", "нд", "no data"];
    let folded = fold(text);
    let reason_after = |mark: &&str| {
        let rest = folded.strip_prefix(*mark)?;
        // `н5`, `н/5` and «норма» are not marks: what follows must be apart.
        let apart = |c: char| c.is_whitespace() || matches!(c, ':' | ';' | ',' | '-' | '(');
        if !rest.chars().next().is_none_or(apart) {
            return None;
        }
        let reason: String = text.chars().skip(mark.chars().count()).collect();
        Some(
            reason
                .trim_start_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '«' | '№' | '('))
                .trim_end()
                .to_owned(),
        )
    };
    let no_data = NO_DATA
        .iter()
        .find_map(reason_after)
        .map(|reason| Entry::NoData { reason });
    no_data.or_else(|| {
        NOT_APPLICABLE
            .iter()
            .find_map(reason_after)
            .map(|reason| Entry::NotApplicable { reason })
    })
}

/// The option that has exactly this name.
fn named(text: &str, options: &[String]) -> Option<u8> {
    let wanted = fold(text);
    let index = options.iter().position(|option| fold(option) == wanted)?;
    u8::try_from(index).ok()
}

/// An option by its number from 1, or by letters with which it alone begins.
fn read_choice(text: &str, options: &[String]) -> Result<Entry, EntryError> {
    let none = EntryError::NoSuchOption {
        options: options.len(),
    };
    if text.chars().all(|c| c.is_ascii_digit()) {
        let index = text
            .parse::<usize>()
            .ok()
            .and_then(|number| number.checked_sub(1))
            .filter(|index| *index < options.len());
        return index
            .and_then(|index| u8::try_from(index).ok())
            .map(Entry::Choice)
            .ok_or(none);
    }
    let beginning_with = |text: &str| -> Vec<usize> {
        let begun = fold(text);
        let begins =
            |(index, option): (usize, &String)| fold(option).starts_with(&begun).then_some(index);
        options.iter().enumerate().filter_map(begins).collect()
    };
    let mut found = beginning_with(text);
    if found.is_empty() {
        found = beginning_with(&retype_russian(text));
    }
    match found.as_slice() {
        [] => Err(none),
        [index] => u8::try_from(*index).map(Entry::Choice).map_err(|_| none),
        several => Err(EntryError::SeveralOptions(
            several.iter().map(|index| index + 1).collect(),
        )),
    }
}

fn read_number(text: &str, whole: bool, unit: &str) -> Result<Entry, EntryError> {
    let digits = match text.strip_suffix('%') {
        Some(_) if !unit.contains('%') => return Err(EntryError::PercentNotHere),
        Some(digits) => digits,
        None => text,
    };
    let number = parse_decimal(digits)?;
    if whole && !number.is_integer() {
        return Err(EntryError::NotWhole(number));
    }
    Ok(Entry::Number(number))
}
