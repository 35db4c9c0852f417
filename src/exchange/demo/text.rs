//! Fills the places in texts: numbers and dates as people write them.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::dice::Dice;
use crate::analysis::exact::Exact;
use crate::analysis::measure::Figure;
use crate::analysis::points::{Next, next_step, points, shown};
use crate::domain::catalogue::Indicator;
use crate::locale::format;

/// Fills {дата} and {номер} with something plausible.
pub(super) fn dated(text: &str, day: NaiveDate, dice: &mut Dice) -> String {
    text.replace("{дата}", &format::date(day))
        .replace("{номер}", &dice.whole(12, 980).to_string())
        .replace("{доля}", &(dice.whole(5, 9) * 10).to_string())
}

/// A number with its unit: «87,5 %», «3 ед.».
pub(super) fn with_unit(number: Decimal, unit: &str) -> String {
    let number = format::number(number.normalize());
    match unit {
        "" => number,
        unit => format!("{number}{}{unit}", format::NBSP),
    }
}

/// The advice that the catalogue has for a figure, with value, bound and distance filled in.
/// `None` where it has none, or where there is nothing to fill in.
pub(super) fn advice(indicator: &Indicator, figure: &Figure) -> Option<String> {
    let reached = points(indicator, figure, None)?;
    let fitting = indicator
        .wording
        .iter()
        .filter(|it| reached <= Exact::from(it.points));
    let mut text = fitting.min_by_key(|it| it.points)?.text.clone();
    if let Some(value) = figure.number() {
        text = text.replace(
            "{значение}",
            &with_unit(shown(indicator, value), &indicator.unit),
        );
    }
    if let Some(Next::Band {
        threshold, lacking, ..
    }) = next_step(indicator, figure, None)
    {
        // Percents are apart by percentage points.
        let unit = if indicator.unit == "%" {
            "п.п."
        } else {
            &indicator.unit
        };
        let lacking = lacking.rounded(indicator.decimals);
        text = text
            .replace("{порог}", &with_unit(threshold, &indicator.unit))
            .replace("{не хватает}", &with_unit(lacking, unit));
    }
    (!text.contains('{')).then_some(text)
}
