//! Why a typed text is not a number, a date or a value: what is the matter, then how to type it.

use rust_decimal::Decimal;

use super::{Locale, Phrase, Told, args, format};
use crate::domain::date::{DateError, MAX_STEP, MAX_YEAR, MIN_YEAR};
use crate::domain::entry_text::EntryError;
use crate::domain::number::{self, MAX_FRACTION_DIGITS, MAX_WHOLE_DIGITS, NumberError};

impl Locale {
    /// A fact and a next step that take no arguments.
    pub fn told(&self, fact: Phrase, next: Phrase) -> Told {
        Told {
            fact: self.say(fact),
            next: self.say(next),
        }
    }

    /// Why a typed text is not a number.
    pub fn number_error(&self, error: NumberError) -> Told {
        match error {
            NumberError::Empty => self.told(Phrase::NumberEmpty, Phrase::RefusalNumberNext),
            NumberError::NotANumber => {
                self.told(Phrase::NumberUnreadable, Phrase::RefusalNumberNext)
            }
            NumberError::TwoDecimalSigns => {
                self.told(Phrase::NumberTwoSigns, Phrase::NumberTwoSignsNext)
            }
            NumberError::BadGrouping => {
                self.told(Phrase::NumberBadGrouping, Phrase::NumberBadGroupingNext)
            }
            NumberError::TooManyDigits => Told {
                fact: self.say(Phrase::NumberTooLong),
                next: self.say_with(
                    Phrase::NumberTooLongNext,
                    &args![whole = MAX_WHOLE_DIGITS, fraction = MAX_FRACTION_DIGITS],
                ),
            },
        }
    }

    /// Why a typed text is not a date.
    pub fn date_error(&self, error: DateError) -> Told {
        match error {
            DateError::Empty => self.told(Phrase::DateEmpty, Phrase::DateNext),
            DateError::Unreadable => self.told(Phrase::DateUnreadable, Phrase::DateNext),
            DateError::NoSuchDate { day, month, year } => {
                let year = year.map(|year| format!(".{year}")).unwrap_or_default();
                let date = format!("{day:02}.{month:02}{year}");
                Told {
                    fact: self.say_with(Phrase::DateDoesNotExist, &args![date]),
                    next: self.say(Phrase::DateDoesNotExistNext),
                }
            }
            DateError::OutOfRange => {
                // Years are not quantities: no spaces between their digits.
                let (first, last) = (MIN_YEAR.to_string(), MAX_YEAR.to_string());
                let days = self.say_with(Phrase::CountDays, &args![n = MAX_STEP]);
                Told {
                    fact: self.say(Phrase::DateOutOfRange),
                    next: self.say_with(Phrase::DateOutOfRangeNext, &args![first, last, days]),
                }
            }
        }
    }

    /// Why a typed text does not make a value.
    pub fn entry_error(&self, error: &EntryError) -> Told {
        let say_next = |fact: String, next: Phrase| Told {
            fact,
            next: self.say(next),
        };
        match error {
            EntryError::Computed => self.told(Phrase::EntryComputed, Phrase::RefusalComputedNext),
            EntryError::Number(error) => self.number_error(*error),
            EntryError::NotWhole(number) => say_next(
                self.say_with(Phrase::RefusalNotWhole, &args![number = shown(*number)]),
                Phrase::RefusalNotWholeNext,
            ),
            EntryError::NotARatio => self.told(Phrase::EntryNotARatio, Phrase::RefusalRatioNext),
            EntryError::ZeroDenominator => self.told(
                Phrase::RefusalZeroDenominator,
                Phrase::RefusalZeroDenominatorNext,
            ),
            EntryError::NegativePart(number) => say_next(
                self.say_with(Phrase::EntryNegativePart, &args![number = shown(*number)]),
                Phrase::RefusalOutOfRangeNext,
            ),
            EntryError::DenominatorUnknown { numerator } => Told {
                fact: self.say(Phrase::EntryDenominatorUnknown),
                next: self.say_with(
                    Phrase::EntryDenominatorUnknownNext,
                    &args![part = typed(*numerator)],
                ),
            },
            EntryError::RatioOrPercent {
                numerator,
                denominator,
                percent,
            } => {
                let percent = typed(*percent);
                let fact = self.say_with(Phrase::EntryPercentOrMistake, &args![percent = &percent]);
                let next = match denominator.map(typed) {
                    None => self.say_with(Phrase::EntryPercentNext, &args![percent]),
                    Some(whole) => self.say_with(
                        Phrase::EntryRatioOrPercentNext,
                        &args![part = typed(*numerator), whole, percent],
                    ),
                };
                Told { fact, next }
            }
            EntryError::GroupingOrRatio {
                number,
                numerator,
                denominator,
            } => Told {
                fact: self.say(Phrase::EntryGroupingOrRatio),
                next: self.say_with(
                    Phrase::EntryGroupingOrRatioNext,
                    &args![
                        number = typed(*number),
                        part = typed(*numerator),
                        whole = typed(*denominator)
                    ],
                ),
            },
            EntryError::PercentNotHere => {
                self.told(Phrase::EntryPercentNotHere, Phrase::EntryPercentNotHereNext)
            }
            EntryError::NoSuchOption { options } => Told {
                fact: self.say(Phrase::RefusalNoSuchOption),
                next: self.say_with(Phrase::RefusalNoSuchOptionNext, &args![n = *options]),
            },
            EntryError::SeveralOptions(numbers) => {
                let numbers = numbers
                    .iter()
                    .map(usize::to_string)
                    .collect::<Vec<_>>()
                    .join(", ");
                Told {
                    fact: self.say(Phrase::EntrySeveralOptions),
                    next: self.say_with(Phrase::EntrySeveralOptionsNext, &args![numbers]),
                }
            }
        }
    }
}

fn shown(number: Decimal) -> String {
    format::number(number.normalize())
}

/// As it would be typed: the hint can be copied key by key.
fn typed(number: Decimal) -> String {
    number::format_typed(number)
}
