//! A code that a spreadsheet holds as a number: 6.10 is kept as 6.1, so that the digits alone do not say which of the two is meant.

use rust_decimal::Decimal;

use super::{Named, Names};
use crate::domain::ids::{IndicatorId, PeriodId};

/// Two codes that one number may stand for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alike {
    /// Without the nought at its end.
    pub short: String,
    /// With it.
    pub long: String,
}

impl Names {
    /// The indicator of a code that is a number. Noughts that the cell shows are told by the number's scale, and they decide; else the name
    /// that stands beside the code does, where it is known exactly.
    ///
    /// # Errors
    /// [`Alike`]: there is an indicator with a nought at the end of its code, and nothing says whether that one is meant.
    pub fn indicator_of_number(
        &self,
        period: PeriodId,
        number: Decimal,
        title: Option<&str>,
    ) -> Result<Named<IndicatorId>, Alike> {
        let (shown, short) = (number.to_string(), number.normalize().to_string());
        let shown_one = self.indicator(period, &shown);
        if shown != short && matches!(shown_one, Named::Known(_)) {
            return Ok(shown_one);
        }
        let plain = self.indicator(period, &short);
        let long = format!("{short}0");
        let Named::Known(other) = self.indicator(period, &long) else {
            return Ok(plain);
        };
        // «6» is no «60».
        if !short.contains('.') {
            return Ok(plain);
        }
        match title.map(|it| self.indicator(period, it)) {
            Some(Named::Known(id)) if id == other || Named::Known(id) == plain => {
                Ok(Named::Known(id))
            }
            _ => Err(Alike { short, long }),
        }
    }
}
