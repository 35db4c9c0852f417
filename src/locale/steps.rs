//! The steps of a scale in words: «60–80 → 2». One wording for every screen and comparison that tells a scale.

use rust_decimal::Decimal;

use super::{Locale, Phrase, args};
use crate::domain::catalogue::{Indicator, Measure, RollUp, Scoring};
use crate::domain::number;

impl Locale {
    /// The steps of an indicator's scale from its beginning; a scale without steps is one.
    #[must_use]
    pub fn steps(&self, indicator: &Indicator) -> Vec<String> {
        let text = |it: Decimal| number::format(it, it.normalize().scale());
        let step = |range: String, points: Decimal| {
            let points = text(points);
            self.say_with(Phrase::ScalePoints, &args![range, points])
        };
        match &indicator.scoring {
            Scoring::Bands(bands) => {
                let tops = bands.iter().skip(1).map(|it| it.from);
                (bands.iter().zip(tops.chain(std::iter::once(None))))
                    .map(|(band, top)| step(self.range(indicator, band.from, top), band.points))
                    .collect()
            }
            Scoring::Options(all) => {
                let options: &[String] = match &indicator.measure {
                    Measure::Choice { options } => options,
                    _ => &[],
                };
                (options.iter().zip(all))
                    .map(|(option, points)| step(option.clone(), *points))
                    .collect()
            }
            Scoring::PerUnit {
                start,
                points,
                floor,
                cap,
            } => vec![self.say_with(
                Phrase::ScaleInPerUnit,
                &args![
                    start = text(*start),
                    points = text(*points),
                    floor = text(*floor),
                    cap = text(*cap)
                ],
            )],
            Scoring::Direct { max } => {
                vec![self.say_with(Phrase::ScaleInDirect, &args![max = text(*max)])]
            }
            Scoring::Relative => vec![self.say(Phrase::ScaleInRelative)],
            Scoring::Printed(lines) => (lines.iter())
                .map(|it| step(it.values.clone(), it.points))
                .collect(),
        }
    }

    /// The values of a band: «60–80», «от 80», «ниже 40».
    fn range(&self, indicator: &Indicator, from: Option<Decimal>, to: Option<Decimal>) -> String {
        let text = |it: Decimal| number::format(it, it.normalize().scale());
        match (from, to) {
            (Some(from), Some(to)) => {
                let last = last_of_step(indicator, from, to).unwrap_or(to);
                if last == from {
                    text(from)
                } else {
                    format!("{}–{}", text(from), text(last))
                }
            }
            (Some(from), None) => self.say_with(Phrase::ScaleFrom, &args![from = text(from)]),
            (None, Some(to)) => self.say_with(Phrase::ScaleBelow, &args![to = text(to)]),
            (None, None) => String::new(),
        }
    }
}

/// The last value of a step, where values are whole numbers and so is the scale: «4–6» and not «4–7», of which 7 belongs to the next step.
/// `None` where there are values between any two.
fn last_of_step(indicator: &Indicator, from: Decimal, to: Decimal) -> Option<Decimal> {
    let whole = matches!(indicator.measure, Measure::Number { whole: true })
        && indicator.roll_up != RollUp::Mean;
    (whole && from.fract().is_zero() && to.fract().is_zero() && from < to)
        .then(|| to - Decimal::ONE)
}
