//! Fills the places in texts: numbers and dates as people write them.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::dice::Dice;
use crate::domain::catalogue::{Better, Indicator, Scoring};
use crate::locale::format;

/// Fills {дата} and {номер} with something plausible.
pub(super) fn dated(text: &str, day: NaiveDate, dice: &mut Dice) -> String {
    text.replace("{дата}", &format::date(day))
        .replace("{номер}", &dice.whole(12, 980).to_string())
        .replace("{доля}", &(dice.whole(5, 9) * 10).to_string())
}

/// A number with its unit: «87,5 %», «3 ед.».
pub(super) fn with_unit(number: Decimal, indicator: &Indicator) -> String {
    let number = number.round_dp(indicator.decimals).normalize();
    match indicator.unit.as_str() {
        "" => format::number(number),
        unit => format!("{}{}{unit}", format::number(number), format::NBSP),
    }
}

/// A distance: percents are apart by percentage points.
fn distance(number: Decimal, indicator: &Indicator) -> String {
    if indicator.unit != "%" {
        return with_unit(number, indicator);
    }
    let number = number.round_dp(indicator.decimals).normalize();
    let space = format::NBSP;
    format!("{}{space}п.{space}п.", format::number(number))
}

/// The advice for so many points, with value, bound and distance filled in; `None` where the catalogue has none.
pub(super) fn advice(indicator: &Indicator, shown: Decimal, points: Decimal) -> Option<String> {
    let wording = indicator
        .wording
        .iter()
        .filter(|it| points <= it.points)
        .min_by_key(|it| it.points)?;
    let next = next_bound(indicator, shown);
    let mut text = wording
        .text
        .replace("{значение}", &with_unit(shown, indicator));
    if let Some(next) = next {
        text = text
            .replace("{порог}", &with_unit(next, indicator))
            .replace("{не хватает}", &distance((next - shown).abs(), indicator));
    }
    // A unit with a point before the point of a sentence: «2 ед.. Утвердить».
    (!text.contains('{')).then(|| text.replace("..", "."))
}

/// The bound at which the next better band begins.
fn next_bound(indicator: &Indicator, shown: Decimal) -> Option<Decimal> {
    let Scoring::Bands(bands) = &indicator.scoring else {
        return None;
    };
    let mut bounds = bands.iter().filter_map(|it| it.from);
    match indicator.better {
        Better::Higher => bounds.find(|it| *it > shown),
        Better::Lower => bounds.rfind(|it| *it <= shown),
    }
}

/// Points of a number or of an option; `None` where the scale is of another kind.
pub(super) fn points(indicator: &Indicator, shown: Decimal) -> Option<Decimal> {
    match &indicator.scoring {
        Scoring::Bands(bands) => {
            let reached = bands
                .iter()
                .rev()
                .find(|it| it.from.is_none_or(|from| from <= shown));
            reached.map(|it| it.points)
        }
        Scoring::Options(points) => {
            let option = usize::try_from(u32::try_from(shown).ok()?).ok()?;
            points.get(option).copied()
        }
        _ => None,
    }
}
