//! A scale in words: its steps, with the one that a figure has reached, and what the next one asks for.

use crate::analysis::exact::Exact;
use crate::analysis::measure::{Figure, How};
use crate::analysis::points::{self, Next, Side};
use crate::args;
use crate::domain::catalogue::{Better, Indicator, Measure, Scoring};
use crate::domain::number::{self, Edge};
use crate::domain::scale::Interval;
use crate::locale::{Phrase, format};
use crate::tui::app::App;
use rust_decimal::Decimal;

/// Steps of a scale from its beginning, and whether the figure has reached just this one.
#[must_use]
pub fn steps(app: &App, indicator: &Indicator, figure: &Figure) -> Vec<(String, bool)> {
    let reached = match (&indicator.scoring, figure) {
        (Scoring::Options(_), Figure::Choice(option)) => Some(usize::from(*option)),
        _ => points::reached(indicator, figure).map(|it| it.band),
    };
    let steps = app.locale.steps(indicator).into_iter().enumerate();
    steps.map(|(n, text)| (text, reached == Some(n))).collect()
}

/// The full title with how the number comes about: «6.2 Доля … · имеют категорию / педагоги всего × 100», «… · 1 да · 2 нет».
#[must_use]
pub fn title(app: &App, indicator: &Indicator) -> String {
    let dot = format!(" {} ", app.theme.glyphs.dot);
    let title = format!("{} {}", indicator.code, indicator.title);
    match &indicator.measure {
        Measure::Ratio {
            numerator,
            denominator,
            factor,
        } => {
            let formula = app.say_with(
                Phrase::ScaleRatio,
                &args![
                    above = numerator.title.as_str(),
                    below = denominator.title.as_str(),
                    factor = format::number(factor.normalize())
                ],
            );
            format!("{title}{dot}{formula}")
        }
        Measure::Choice { options } => {
            let options = options.iter().enumerate();
            let options: Vec<String> = options.map(|(n, it)| format!("{} {it}", n + 1)).collect();
            format!("{title}{dot}{}", options.join(&dot))
        }
        Measure::Number { .. } if !indicator.unit.is_empty() => {
            format!("{title}, {}", indicator.unit)
        }
        _ => title,
    }
}

/// What is possible, and what is usual.
#[must_use]
pub fn bounds(app: &App, indicator: &Indicator) -> String {
    let bounds = &indicator.bounds;
    let percent = if indicator.unit.starts_with('%') {
        "\u{a0}%"
    } else {
        ""
    };
    let said = |from: Option<Decimal>, to: Option<Decimal>, phrase: Phrase| {
        let range = match (from, to) {
            (None, None) => return None,
            (Some(from), Some(to)) => format!(
                "{}–{}",
                format::number(from.normalize()),
                format::number(to.normalize())
            ),
            (Some(from), None) => format!("≥ {}", format::number(from.normalize())),
            (None, Some(to)) => format!("≤ {}", format::number(to.normalize())),
        };
        let range = format!("{range}{percent}");
        Some(app.say_with(phrase, &args![range = range]))
    };
    let hard = said(bounds.hard_min, bounds.hard_max, Phrase::BoundsHard);
    let soft = said(bounds.soft_min, bounds.soft_max, Phrase::BoundsSoft);
    hard.into_iter().chain(soft).collect::<Vec<_>>().join("; ")
}

/// «для 3 баллов нужно 70 из 87»: what the nearest better step asks for, in the parts of the ratio where they are known. The same words
/// wherever it is said; `None` where the figure has no step above it.
#[must_use]
pub fn needed(
    app: &App,
    indicator: &Indicator,
    figure: &Figure,
    best: Option<Exact>,
) -> Option<String> {
    let (points, needed) = match points::next_step(indicator, figure, best)? {
        Next::Band {
            threshold,
            side,
            points,
            in_numerator,
            ..
        } => {
            let needed = in_parts(app, figure, side, in_numerator)
                .unwrap_or_else(|| bound(app, indicator, threshold, side));
            (points, needed)
        }
        Next::Option { option, points } => match &indicator.measure {
            Measure::Choice { options } => {
                let option = options.get(option)?;
                let quoted = app.say_with(Phrase::Quoted, &args![text = option.as_str()]);
                (points, quoted)
            }
            _ => return None,
        },
        // An expert's points are what is needed themselves.
        Next::Most { .. } if matches!(indicator.scoring, Scoring::Direct { .. }) => return None,
        Next::Most { points, lacking } => {
            let way = if grows(indicator) {
                lacking
            } else {
                Exact::ZERO - lacking
            };
            let wanted = points::shown(indicator, figure.number()? + way);
            (points, with_unit(indicator, wanted))
        }
    };
    Some(app.say_with(
        Phrase::NeededFor,
        &args![points = points.normalize(), needed = needed],
    ))
}

/// «70 из 87»: the step in the parts of a ratio that has both.
fn in_parts(app: &App, figure: &Figure, side: Side, in_numerator: Option<Exact>) -> Option<String> {
    let Figure::Number {
        how: How::Parts {
            numerator,
            denominator,
        },
        ..
    } = figure
    else {
        return None;
    };
    let change = match side {
        Side::Below | Side::AtMost => Exact::ZERO - in_numerator?,
        Side::AtLeast | Side::Above => in_numerator?,
    };
    let wanted = Exact::from(*numerator) + change;
    let wanted = wanted.rounded(numerator.normalize().scale());
    Some(app.locale.parts(wanted, *denominator))
}

/// «от 80 %», «свыше 80 %», «менее 3».
fn bound(app: &App, indicator: &Indicator, threshold: Decimal, side: Side) -> String {
    let (from, to) = match side {
        Side::AtLeast => {
            let from = with_unit(indicator, threshold);
            return app.say_with(Phrase::ScaleFrom, &args![from]);
        }
        Side::Above => (Some(Edge::above(threshold)), None),
        Side::Below => (None, Some(Edge::at(threshold))),
        Side::AtMost => (None, Some(Edge::above(threshold))),
    };
    let it = Interval::between(from, to);
    app.locale.interval_in(&it, |it| with_unit(indicator, it))
}

fn with_unit(indicator: &Indicator, number: Decimal) -> String {
    let text = number::format(number, number.normalize().scale());
    if indicator.unit.starts_with('%') {
        format!("{text}{}%", number::GROUP)
    } else {
        text
    }
}

/// Whether a greater number leads to more points.
#[must_use]
pub fn grows(indicator: &Indicator) -> bool {
    match &indicator.scoring {
        Scoring::PerUnit { points, .. } => *points > Decimal::ZERO,
        Scoring::Relative => indicator.better == Better::Higher,
        _ => true,
    }
}
