//! What stands in a cell, as text: the four states, numbers with their unit, ratios as the percent they make.

use rust_decimal::Decimal;

use super::{Locale, NBSP, Phrase, args};
use crate::domain::catalogue::{Indicator, Measure, Scoring};
use crate::domain::number::{self, Ratio};
use crate::domain::value::Entry;

impl Locale {
    /// «87,5 %», «12 чел.», «7 баллов», «да», «н/п: нет 11 классов», «пусто».
    ///
    /// A number is shown with all its digits, a ratio never rounded across a threshold of the scale. Without the indicator a ratio shows its parts.
    pub fn entry(&self, indicator: Option<&Indicator>, entry: &Entry) -> String {
        match (entry, indicator) {
            (Entry::Empty, _) => self.say(Phrase::CellEmpty),
            (Entry::Number(value), Some(it)) => self.measured(it, *value),
            (Entry::Number(value), None) => number::format(*value, value.normalize().scale()),
            (
                Entry::Ratio {
                    numerator,
                    denominator,
                },
                it,
            ) => it
                .and_then(|it| self.ratio(it, *numerator, *denominator))
                .unwrap_or_else(|| self.parts(*numerator, *denominator)),
            (Entry::Percent(value), it) => {
                let percent = it.map_or_else(
                    || super::format::percent(*value),
                    |it| self.measured(it, *value),
                );
                self.say_with(Phrase::PercentOnly, &args![percent])
            }
            (Entry::Choice(option), it) => it
                .and_then(|it| match &it.measure {
                    Measure::Choice { options } => options.get(usize::from(*option)).cloned(),
                    _ => None,
                })
                .unwrap_or_else(|| (u32::from(*option) + 1).to_string()),
            (Entry::NotApplicable { reason }, _) => self.because(
                reason,
                Phrase::CellNotApplicable,
                Phrase::CellNotApplicableBecause,
            ),
            (Entry::NoData { reason }, _) => {
                self.because(reason, Phrase::CellNoData, Phrase::CellNoDataBecause)
            }
        }
    }

    /// The same with what a ratio is made of: «87,5 % (21 из 24)». Two that read alike need not be the same.
    pub fn entry_in_full(&self, indicator: Option<&Indicator>, entry: &Entry) -> String {
        let said = self.entry(indicator, entry);
        match entry {
            Entry::Ratio {
                numerator,
                denominator,
            } if indicator.is_some() => {
                let parts = self.parts(*numerator, *denominator);
                if said == parts {
                    said
                } else {
                    format!("{said} ({parts})")
                }
            }
            _ => said,
        }
    }

    /// «21 из 24».
    pub fn parts(&self, numerator: Decimal, denominator: Decimal) -> String {
        let shown = |value: Decimal| number::format(value, value.normalize().scale());
        self.say_with(
            Phrase::Ratio,
            &args![part = shown(numerator), whole = shown(denominator)],
        )
    }

    fn ratio(
        &self,
        indicator: &Indicator,
        numerator: Decimal,
        denominator: Decimal,
    ) -> Option<String> {
        let Measure::Ratio { factor, .. } = indicator.measure else {
            return None;
        };
        let ratio = Ratio::new(numerator, denominator)?.per(factor);
        Some(with_unit(
            number::show_against(ratio, &indicator.scoring.edges(), indicator.decimals),
            &indicator.unit,
        ))
    }

    fn measured(&self, indicator: &Indicator, value: Decimal) -> String {
        if let Scoring::Direct { .. } = indicator.scoring {
            return self.say_with(Phrase::CountPoints, &args![n = value.normalize()]);
        }
        let decimals = indicator.decimals.max(value.normalize().scale());
        with_unit(number::format(value, decimals), &indicator.unit)
    }

    fn because(&self, reason: &str, bare: Phrase, because: Phrase) -> String {
        if reason.is_empty() {
            self.say(bare)
        } else {
            self.say_with(because, &args![reason])
        }
    }
}

fn with_unit(mut number: String, unit: &str) -> String {
    if !unit.is_empty() {
        number.push(NBSP);
        number.push_str(unit);
    }
    number
}
