//! What is unusual about an entry, in one short line under the editor.

use rust_decimal::Decimal;

use super::Narrator;
use crate::domain::check::Warning;
use crate::domain::record::Key;
use crate::locale::{Phrase, args, format};

impl Narrator<'_> {
    /// What a warning says.
    pub fn warning(&self, warning: &Warning) -> String {
        match warning {
            Warning::BelowUsual { figure, min } => self.with(
                Phrase::WarningBelowUsual,
                &args![figure = shown(*figure), min = shown(*min)],
            ),
            Warning::AboveUsual { figure, max } => self.with(
                Phrase::WarningAboveUsual,
                &args![figure = shown(*figure), max = shown(*max)],
            ),
            Warning::Jump {
                figure,
                before,
                period,
            } => self.with(
                Phrase::WarningJump,
                &args![
                    figure = shown(*figure),
                    before = shown(*before),
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
        }
    }
}

fn shown(number: Decimal) -> String {
    format::number(number.normalize())
}
