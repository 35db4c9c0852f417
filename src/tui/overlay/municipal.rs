//! How the municipality stands in an indicator, in words: for the page of its definition.

use super::page::{Line, paragraph};
use crate::analysis::exact::Exact;
use crate::analysis::municipality::{self, MunicipalValue, Spread};
use crate::args;
use crate::domain::catalogue::{Indicator, Measure};
use crate::domain::ids::{IndicatorId, PeriodId};
use crate::locale::{Phrase, format};
use crate::tui::app::App;
use crate::tui::show;
use crate::tui::theme::Role;

/// The municipality's figure, over how many organisations it is, and the middle of the points.
#[must_use]
pub fn lines(
    app: &App,
    period: PeriodId,
    id: IndicatorId,
    label: usize,
    width: usize,
) -> Vec<Line> {
    let Some(indicator) = app.state().indicator_in(period, id) else {
        return Vec::new();
    };
    let it = municipality::municipal(app.state(), period, id);
    let mut parts = Vec::new();
    match &it.value {
        MunicipalValue::Ratio {
            value,
            numerator,
            denominator,
        } => {
            let share = app.say_with(
                Phrase::Ratio,
                &args![part = plain(*numerator), whole = plain(*denominator)],
            );
            parts.push(format!("{} ({share})", number(app, indicator, *value)));
        }
        MunicipalValue::Options { chosen, share, .. } => {
            if let Some(share) = share {
                parts.push(app.say_with(
                    Phrase::ShareOfYes,
                    &args![percent = format::percent(share.rounded(1).normalize())],
                ));
            } else if let Measure::Choice { options } = &indicator.measure {
                let each = options
                    .iter()
                    .zip(chosen)
                    .map(|(option, n)| format!("{option}: {n}"));
                parts.push(each.collect::<Vec<_>>().join(", "));
            }
        }
        MunicipalValue::Numbers(spread) => parts.push(middle(app, spread, indicator.decimals)),
        MunicipalValue::Change { value, now, before } => parts.push(format!(
            "{} ({} {} {})",
            format::signed(value.rounded(indicator.decimals).normalize()),
            number(app, indicator, *before),
            app.theme.glyphs.arrow,
            number(app, indicator, *now),
        )),
        MunicipalValue::Own(figure) => parts.push(show::figure(app, indicator, figure)),
        MunicipalValue::Nothing => return Vec::new(),
    }
    if !matches!(it.value, MunicipalValue::Own(_)) {
        parts.push(show::of_how_many(app, indicator, &it));
    }
    if let (Some(spread), false) = (&it.points, matches!(it.value, MunicipalValue::Own(_))) {
        let points = middle(app, spread, 1);
        parts.push(app.say_with(Phrase::PointsMiddle, &args![points = points]));
    }
    let text = parts.join(&format!(" {} ", app.theme.glyphs.dot));
    paragraph(
        &app.say(Phrase::SubjectMunicipality),
        label,
        &text,
        Role::Text,
        width,
    )
}

fn middle(app: &App, spread: &Spread, decimals: u32) -> String {
    let decimals = decimals.max(1);
    let text = |it: Exact| format::number(it.rounded(decimals).normalize());
    match spread.mean {
        Some(mean) => app.say_with(
            Phrase::MeanAndMedian,
            &args![mean = text(mean), median = text(spread.median)],
        ),
        None => app.say_with(Phrase::MedianOnly, &args![median = text(spread.median)]),
    }
}

fn number(app: &App, indicator: &Indicator, value: Exact) -> String {
    show::figure(
        app,
        indicator,
        &crate::analysis::measure::Figure::Number {
            value,
            how: crate::analysis::measure::How::Entered,
        },
    )
}

fn plain(value: Exact) -> String {
    format::number(value.rounded(2).normalize())
}
