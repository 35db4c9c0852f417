//! What is typed into a cell, and what it means: the entry rules, for every measure and in both keyboard layouts.
//!
//! Owns reading and the reasons why a text cannot be read. Bounds, rights and obligatory reasons are the affair of `decide`;
//! the sentences about an error are made in the locale.
//!
//! # How a ratio is read
//!
//! A methodist looks at the paper, not at the layout, so the same keys must mean the same. The key of `/` gives `.` under ЙЦУКЕН, and
//! the keys of `,` and `.` give `б` and `ю`. In a ratio of counts, where a decimal sign has no meaning:
//!
//! | typed | read as | why |
//! |---|---|---|
//! | `21/24` `21\24` `21:24` `21 24` «21 из 24» | 21/24 | dividers; `:` also as `Ж` and `^`, Shift+`\` also as `\|`, which the other layout gives |
//! | `21.24` | 21/24 | the key of `/` under ЙЦУКЕН |
//! | `87.5` `21.05` | refused | the numerator is greater, or a count begins with 0: a percent without its sign? Both readings are offered |
//! | `21,24` `21б24` `21ю24` | refused likewise | the comma keys never divide |
//! | `87,5%` `87.5%` `87б5%` | 87,5 % without parts | the sign decides |
//! | `21` | 21/known | only where the denominator is known |
//! | `1 234` | refused if 1 234 of the known denominator is possible | grouping or a divider? |
//!
//! In a ratio of amounts (`whole` is false in a part) a point is a decimal sign, but for one case: where commas stand beside
//! a single point (`21,5.24,3`), the point divides.

use rust_decimal::Decimal;

use super::catalogue::{Input, Measure};
use super::number::{NumberError, is_decimal_sign, is_group_space, parse_decimal};
use super::text::{fold, retype_russian};
use super::value::Entry;

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
/// [`Entry::Empty`]. «н», «н/п», `y` are «н/п» and «нд», `yl` are «нет данных» under every measure; a reason may follow («н/п: ремонт»),
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
fn read_mark(text: &str) -> Option<Entry> {
    const NOT_APPLICABLE: [&str; 6] = ["н/п", "н.п.", "н.п", "н\\п", "нп", "н"];
    const NO_DATA: [&str; 6] = ["нет данных", "н/д", "н.д.", "н.д", "н\\д", "нд"];
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

/// Everything that decides how the text of a ratio is read.
struct RatioReader {
    whole_numerator: bool,
    whole_denominator: bool,
    /// Whether the factor is 100, so that a percent alone makes sense.
    percent: bool,
    known_denominator: Option<Decimal>,
}

impl RatioReader {
    fn read(&self, text: &str) -> Result<Entry, EntryError> {
        if let Some(digits) = text.strip_suffix('%') {
            return self.percent_alone(digits);
        }
        if let Some((numerator, denominator)) = divided(text)? {
            return self.ratio(parse_decimal(numerator)?, parse_decimal(denominator)?);
        }
        let points = text.chars().filter(|&c| c == '.').count();
        let commas = text
            .chars()
            .filter(|&c| c != '.' && is_decimal_sign(c))
            .count();
        if let (1, Some((numerator, denominator))) = (points, text.split_once('.')) {
            if self.of_counts() && commas == 0 {
                return self.divided_by_point(text, numerator, denominator);
            }
            if commas > 0 {
                return self.ratio(parse_decimal(numerator)?, parse_decimal(denominator)?);
            }
        }
        let mut parts = text.split_ascii_whitespace();
        match (parts.next(), parts.next(), parts.next()) {
            (Some(numerator), Some(denominator), None) => {
                self.divided_by_space(text, numerator, denominator)
            }
            // «12 345 678» can be grouped; «1 234 2 000» could be cut in three ways and is refused.
            _ => self.bare(text),
        }
    }

    fn of_counts(&self) -> bool {
        self.whole_numerator && self.whole_denominator
    }

    fn percent_alone(&self, digits: &str) -> Result<Entry, EntryError> {
        if !self.percent {
            return Err(EntryError::PercentNotHere);
        }
        let percent = parse_decimal(digits)?;
        if percent.is_sign_negative() && !percent.is_zero() {
            return Err(EntryError::NegativePart(percent));
        }
        Ok(Entry::Percent(percent))
    }

    /// `21.24` in counts: a ratio, unless it looks like a percent whose sign was forgotten.
    fn divided_by_point(&self, text: &str, above: &str, below: &str) -> Result<Entry, EntryError> {
        // `21.` is begun, not finished.
        let side = |text: &str| {
            parse_decimal(text).map_err(|error| {
                if error == NumberError::Empty {
                    EntryError::NotARatio
                } else {
                    error.into()
                }
            })
        };
        let (numerator, denominator) = (side(above)?, side(below)?);
        let count = !below.trim_start().starts_with('0') || denominator.is_zero();
        match parse_decimal(text) {
            Ok(percent)
                if self.percent
                    && (!count || (numerator > denominator && !denominator.is_zero())) =>
            {
                Err(EntryError::RatioOrPercent {
                    numerator,
                    denominator: count.then_some(denominator),
                    percent,
                })
            }
            _ => self.ratio(numerator, denominator),
        }
    }

    /// `21 24`: a ratio, unless the space may as well group the thousands of a bare numerator.
    fn divided_by_space(&self, text: &str, above: &str, below: &str) -> Result<Entry, EntryError> {
        // No count is written with a zero in front: «45 000» is one number.
        if below.starts_with('0') && below.len() == 3 && parse_decimal(text).is_ok() {
            return self.bare(text);
        }
        let (numerator, denominator) = (parse_decimal(above)?, parse_decimal(below)?);
        if let (Some(known), Ok(number)) = (self.known_denominator, parse_decimal(text))
            && number <= known
            && denominator != known
        {
            return Err(EntryError::GroupingOrRatio {
                number,
                numerator,
                denominator,
            });
        }
        self.ratio(numerator, denominator)
    }

    /// One number alone is the numerator.
    fn bare(&self, text: &str) -> Result<Entry, EntryError> {
        let numerator = parse_decimal(text)?;
        if let (true, Some((above, below))) = (
            self.of_counts() && self.percent,
            text.split_once(is_decimal_sign),
        ) {
            let denominator = parse_decimal(below)
                .ok()
                .filter(|_| !below.starts_with('0'));
            let percent = numerator;
            let numerator = parse_decimal(above).unwrap_or(percent);
            return Err(EntryError::RatioOrPercent {
                numerator,
                denominator,
                percent,
            });
        }
        match self.known_denominator {
            Some(denominator) => self.ratio(numerator, denominator),
            None => Err(EntryError::DenominatorUnknown { numerator }),
        }
    }

    fn ratio(&self, numerator: Decimal, denominator: Decimal) -> Result<Entry, EntryError> {
        for (part, whole) in [
            (numerator, self.whole_numerator),
            (denominator, self.whole_denominator),
        ] {
            if part.is_sign_negative() && !part.is_zero() {
                return Err(EntryError::NegativePart(part));
            }
            if whole && !part.is_integer() {
                return Err(EntryError::NotWhole(part));
            }
        }
        if denominator.is_zero() {
            return Err(EntryError::ZeroDenominator);
        }
        Ok(Entry::Ratio {
            numerator,
            denominator,
        })
    }
}

/// The two sides of an explicit divider; `None` if there is none.
fn divided(text: &str) -> Result<Option<(&str, &str)>, EntryError> {
    let is_divider = |c: char| {
        matches!(
            c,
            '/' | '\\' | ':' | '|' | '^' | 'ж' | 'Ж' | '÷' | '\u{2044}' | '\u{2215}'
        )
    };
    let words = ["из", "Из", "ИЗ", "bp", "Bp", "BP"];
    let sides = words
        .iter()
        .find_map(|word| text.split_once(word))
        .or_else(|| text.split_once(is_divider));
    let Some((above, below)) = sides else {
        return Ok(None);
    };
    let blank = |side: &str| side.chars().all(|c| c.is_whitespace() || is_group_space(c));
    if blank(above) || blank(below) || below.contains(is_divider) {
        return Err(EntryError::NotARatio);
    }
    Ok(Some((above, below)))
}
