//! How a ratio is read, in either layout.
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

use super::EntryError;
use crate::domain::number::{NumberError, is_decimal_sign, is_group_space, parse_decimal};
use crate::domain::value::Entry;

/// Everything that decides how the text of a ratio is read.
pub(super) struct RatioReader {
    /// Only whole numbers above the line.
    pub whole_numerator: bool,
    /// Only whole numbers below it.
    pub whole_denominator: bool,
    /// Whether the factor is 100, so that a percent alone makes sense.
    pub percent: bool,
    /// The base quantity below the line, where it has been entered.
    pub known_denominator: Option<Decimal>,
}

impl RatioReader {
    /// Reads the text of a cell that is neither empty nor a mark.
    pub fn read(&self, text: &str) -> Result<Entry, EntryError> {
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
        // Below zero comes first: how else «-2,5» could be meant does not matter.
        if numerator.is_sign_negative() && !numerator.is_zero() {
            return Err(EntryError::NegativePart(numerator));
        }
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
