//! What a code says, alone and with the name that stands beside it.
//!
//! A spreadsheet keeps 6.10 as 6.1, so that the digits alone do not say which of the two is meant; and a decree gives old codes to new
//! indicators, so that a code does not count where a name of another thing stands beside it.

use rust_decimal::Decimal;

use super::{Named, Names, plain};
use crate::domain::catalogue::{Indicator, Input, Measure};
use crate::domain::ids::{IndicatorId, PeriodId};
use crate::domain::state::State;

/// Two codes that one number may stand for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alike {
    /// Without the nought at its end.
    pub short: String,
    /// With it.
    pub long: String,
}

/// A code and a name that are those of two indicators.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mismatch;

impl Names {
    /// The indicator of a code and of the name beside it. The name has to be one of the indicator's own, or nothing; else it is for a person
    /// to say what both mean together.
    ///
    /// # Errors
    /// [`Mismatch`].
    pub fn indicator_of_both(
        &self,
        state: &State,
        period: PeriodId,
        coded: Named<IndicatorId>,
        (code, title): (&str, &str),
    ) -> Result<Named<IndicatorId>, Mismatch> {
        let by_title = self.indicator(period, title);
        let id = match (coded.id(), by_title.id()) {
            (Some(id), Some(other)) if id != other => return Err(Mismatch),
            (Some(id), None) => id,
            // A code of another edition beside a name that is known.
            (_, Some(_)) => return Ok(by_title),
            (None, None) => {
                let is_like = !self.indicators_like(period, code).is_empty();
                return Ok(if is_like { coded } else { by_title });
            }
        };
        let indicator = state.indicator_in(period, id);
        Ok(match indicator.is_some_and(|it| is_name_of(it, title)) {
            true => Named::Known(id),
            false => self.indicator(period, &format!("{code} {title}")),
        })
    }

    /// The indicator of a column's title: its code or a name of it, or both with or without the unit.
    #[must_use]
    pub fn indicator_titled(
        &self,
        state: &State,
        period: PeriodId,
        title: &str,
    ) -> Named<IndicatorId> {
        let whole = self.indicator(period, title);
        if whole.id().is_some() {
            return whole;
        }
        let both = title.trim().split_once(char::is_whitespace);
        let by_code = both.and_then(|(code, words)| {
            let id = self.indicator(period, code).id()?;
            is_name_of(state.indicator_in(period, id)?, words).then_some(id)
        });
        by_code.map_or(whole, Named::Known)
    }

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
            Some(named)
                if [Some(other), plain.id()].contains(&named.id()) && named.id().is_some() =>
            {
                Ok(named)
            }
            _ => Err(Alike { short, long }),
        }
    }
}

/// Whether what stands behind a code is the indicator's name or what is typed for it, with or without its unit; or nothing.
#[must_use]
pub fn is_name_of(indicator: &Indicator, words: &str) -> bool {
    let input = match &indicator.measure {
        Measure::Delta {
            input: Input::Own { title },
        }
        | Measure::Benchmark {
            input: Input::Own { title },
        } => title.as_str(),
        _ => "",
    };
    let (words, unit) = (plain(words), plain(&indicator.unit));
    let names = ["", &indicator.title, &indicator.short, input].map(plain);
    let with_unit = |it: &String| plain(&format!("{it} {unit}"));
    names
        .iter()
        .any(|it| *it == words || with_unit(it) == words)
}
