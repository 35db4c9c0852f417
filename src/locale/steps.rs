//! The steps of a scale in words, which always tell whose an edge is. One wording for every screen and comparison that tells a scale.

use rust_decimal::Decimal;

use super::{Locale, Phrase, args};
use crate::domain::catalogue::{Indicator, Measure, RollUp, Scoring};
use crate::domain::number::{self, Edge};
use crate::domain::scale::Interval;

impl Locale {
    /// The steps of an indicator's scale from its beginning, to be said one after the other: each only by where it begins, for the next one
    /// says where it ends: «менее 40 → 0», «от 40 → 1», «свыше 60 → 2». A scale without steps is one.
    #[must_use]
    pub fn steps(&self, indicator: &Indicator) -> Vec<String> {
        self.each_step(indicator, |from, to| match from {
            Some(Edge { at, above: false }) if to != Some(Edge::above(at)) => {
                self.say_with(Phrase::ScaleFrom, &args![from = plain(at)])
            }
            Some(from) if from.above => self.between(Some(from), None),
            _ => self.between(from, to),
        })
    }

    /// The same, each with both its ends: «от 40, но менее 60 → 1».
    #[must_use]
    pub fn whole_steps(&self, indicator: &Indicator) -> Vec<String> {
        self.each_step(indicator, |from, to| self.between(from, to))
    }

    fn between(&self, from: Option<Edge>, to: Option<Edge>) -> String {
        self.interval_in(&Interval::between(from, to), plain)
    }

    fn each_step(
        &self,
        indicator: &Indicator,
        range: impl Fn(Option<Edge>, Option<Edge>) -> String,
    ) -> Vec<String> {
        let text = plain;
        let step = |range: String, points: Decimal| {
            self.say_with(Phrase::ScalePoints, &args![range, points = plain(points)])
        };
        match &indicator.scoring {
            Scoring::Bands(bands) => {
                let tops = bands.iter().skip(1).map(|it| it.from);
                (bands.iter().zip(tops.chain(std::iter::once(None))))
                    .map(|(band, top)| {
                        let whole = whole_step(indicator, band.from, top);
                        let range = whole.unwrap_or_else(|| range(band.from, top));
                        step(range, band.points)
                    })
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
}

fn plain(it: Decimal) -> String {
    number::format(it, it.normalize().scale())
}

/// A step where values are whole numbers and so is the scale: «4–6» misleads nobody there. `None` where there are values between any two.
fn whole_step(indicator: &Indicator, from: Option<Edge>, to: Option<Edge>) -> Option<String> {
    let whole = matches!(indicator.measure, Measure::Number { whole: true })
        && indicator.roll_up != RollUp::Mean;
    let (from, to) = from.zip(to)?;
    let (first, last) = (from.first_whole(), to.last_whole());
    let exact = from.at.fract().is_zero() && to.at.fract().is_zero();
    (whole && exact && first <= last).then(|| match first == last {
        true => plain(first),
        false => format!("{}–{}", plain(first), plain(last)),
    })
}
