//! What is unusual about an entry, in one short line under the editor.

use rust_decimal::Decimal;

use super::Narrator;
use crate::domain::catalogue::{Bounds, Indicator};
use crate::domain::check::Warning;
use crate::domain::record::Key;
use crate::domain::value::Cell;
use crate::locale::{NBSP, Phrase, args, format};

impl Narrator<'_> {
    /// What several warnings about an entry say, one after another.
    pub fn warnings(&self, cell: Cell, all: &[Warning]) -> String {
        let said: Vec<String> = all.iter().map(|it| self.warning(cell, it)).collect();
        said.join(" ")
    }

    /// What a warning about an entry in a cell says, in the unit of its indicator.
    pub fn warning(&self, cell: Cell, warning: &Warning) -> String {
        let indicator = self.indicator_in(cell.period, cell.indicator);
        let in_unit = |number: Decimal| match &indicator {
            Some(it) => measured(it, number),
            None => shown(number),
        };
        match warning {
            Warning::BelowUsual { figure, min } => self.with(
                Phrase::WarningBelowUsual,
                &args![figure = in_unit(*figure), min = in_unit(*min)],
            ),
            Warning::AboveUsual { figure, max } => self.with(
                Phrase::WarningAboveUsual,
                &args![figure = in_unit(*figure), max = in_unit(*max)],
            ),
            Warning::Jump {
                figure,
                before,
                period,
            } => self.with(
                Phrase::WarningJump,
                &args![
                    figure = in_unit(*figure),
                    before = in_unit(*before),
                    period = self.period(*period)
                ],
            ),
            Warning::BaseDiffers { base, known, given } => self.with(
                Phrase::WarningBaseDiffers,
                &args![
                    base = self.key(Key::BaseQuantity(*base)),
                    known = shown(*known),
                    given = shown(*given)
                ],
            ),
            Warning::MoreThanWhole {
                numerator,
                denominator,
            } => self.with(
                Phrase::WarningMoreThanWhole,
                &args![part = shown(*numerator), whole = shown(*denominator)],
            ),
            Warning::OutsideOwn {
                figure,
                min,
                max,
                periods: _,
            } => self.with(
                Phrase::WarningOutsideOwn,
                &args![
                    figure = in_unit(*figure),
                    min = in_unit(*min),
                    max = in_unit(*max)
                ],
            ),
            Warning::Outlier {
                figure,
                median,
                peers,
                alike,
            } => {
                let phrase = match alike {
                    true => Phrase::WarningOutlierAlike,
                    false => Phrase::WarningOutlier,
                };
                let (figure, median) = (in_unit(*figure), in_unit(*median));
                self.with(phrase, &args![figure, median, n = *peers])
            }
            Warning::HalfGiven { base, known } => self.with(
                Phrase::WarningHalfGiven,
                &args![
                    base = self.key(Key::BaseQuantity(*base)),
                    known = shown(*known)
                ],
            ),
            Warning::OtherMeasure => self.say(Phrase::WarningOtherMeasure),
            Warning::Impossible { figure, min, max } => self.with(
                Phrase::WarningImpossible,
                &args![
                    figure = in_unit(*figure),
                    bounds = self.bounded(&Bounds {
                        hard_min: *min,
                        hard_max: *max,
                        ..Bounds::default()
                    })
                ],
            ),
            Warning::NoCount { number } => {
                self.with(Phrase::WarningNoCount, &args![number = shown(*number)])
            }
            Warning::BeyondPoints { number, max } => self.with(
                Phrase::WarningBeyondPoints,
                &args![number = shown(*number), max = shown(*max)],
            ),
            Warning::ZeroUnexplained => self.say(Phrase::WarningZeroUnexplained),
            Warning::NoteMissing => self.say(Phrase::WarningNoteMissing),
            Warning::EvidenceMissing => self.say(Phrase::WarningEvidenceMissing),
            Warning::Copied {
                period,
                figures,
                mark: _,
            } => self.with(
                Phrase::WarningCopied,
                &args![period = self.period(*period), n = *figures],
            ),
        }
    }
}

fn shown(number: Decimal) -> String {
    format::number(number.normalize())
}

/// «65,5 %»: with the indicator's decimals, a whole bound without.
pub(super) fn measured(indicator: &Indicator, number: Decimal) -> String {
    let number = format::number(number);
    if indicator.unit.is_empty() {
        number
    } else {
        format!("{number}{NBSP}{}", indicator.unit)
    }
}
