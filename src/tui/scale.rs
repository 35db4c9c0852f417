//! A scale in words: its steps, with the one that a figure has reached.

use crate::analysis::measure::Figure;
use crate::analysis::points;
use crate::args;
use crate::domain::catalogue::{Indicator, Measure, Scoring};
use crate::domain::number;
use crate::locale::Phrase;
use crate::tui::app::App;
use rust_decimal::Decimal;

/// Steps of a scale from its beginning, and whether the figure has reached just this one.
#[must_use]
pub fn steps(app: &App, indicator: &Indicator, figure: &Figure) -> Vec<(String, bool)> {
    let text = |it: Decimal| number::format(it, it.normalize().scale());
    let step = |range: String, points: Decimal| {
        app.say_with(
            Phrase::ScalePoints,
            &args![range = range, points = text(points)],
        )
    };
    match &indicator.scoring {
        Scoring::Bands(bands) => {
            let reached = points::reached(indicator, figure).map(|it| it.band);
            let tops = bands
                .iter()
                .skip(1)
                .map(|it| it.from)
                .chain(std::iter::once(None));
            (bands.iter().zip(tops).enumerate())
                .map(|(n, (band, top))| {
                    let range = match (band.from, top) {
                        (Some(from), Some(to)) => format!("{}–{}", text(from), text(to)),
                        (Some(from), None) => {
                            app.say_with(Phrase::ScaleFrom, &args![from = text(from)])
                        }
                        (None, Some(to)) => app.say_with(Phrase::ScaleBelow, &args![to = text(to)]),
                        (None, None) => String::new(),
                    };
                    (step(range, band.points), reached == Some(n))
                })
                .collect()
        }
        Scoring::Options(all) => {
            let options: &[String] = match &indicator.measure {
                Measure::Choice { options } => options,
                _ => &[],
            };
            (options.iter().zip(all).enumerate())
                .map(|(n, (option, points))| {
                    let reached = matches!(figure, Figure::Choice(it) if usize::from(*it) == n);
                    (step(option.clone(), *points), reached)
                })
                .collect()
        }
        Scoring::PerUnit {
            start,
            points,
            floor,
            cap,
        } => vec![(
            app.say_with(
                Phrase::ScaleInPerUnit,
                &args![
                    start = text(*start),
                    points = text(*points),
                    floor = text(*floor),
                    cap = text(*cap)
                ],
            ),
            false,
        )],
        Scoring::Direct { max } => vec![(
            app.say_with(Phrase::ScaleInDirect, &args![max = text(*max)]),
            false,
        )],
        Scoring::Relative => vec![(app.say(Phrase::ScaleInRelative), false)],
    }
}
