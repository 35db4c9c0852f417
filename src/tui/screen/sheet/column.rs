//! A column of the sheet: its head, and how wide it is. Knows the texts of cells only by their width.

use crate::analysis::measure::Figure;
use crate::args;
use crate::domain::catalogue::{Bounds, Indicator, Measure};
use crate::domain::ids::IndicatorId;
use crate::domain::number;
use crate::locale::Phrase;
use crate::tui::app::App;
use crate::tui::{show, text};

/// Columns of the screen that a sign and the space before the next column take.
pub const BESIDE: u16 = 2;
/// Fewest columns of a value, and most that what stands above it may ask for.
const VALUE: (u16, u16) = (7, 14);
/// Most columns of a wording.
const WORDING: u16 = 14;
/// Most columns of a number: a wider one is not shown in part.
const MOST: u16 = 24;
/// Columns in which the options themselves are named.
const SHORT: usize = 8;

/// A column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// The indicator.
    pub indicator: IndicatorId,
    /// Its code.
    pub code: String,
    /// Its short title.
    pub short: String,
    /// Unit and bounds: «%, 0–100».
    pub unit: String,
    /// How many are filled: «54/60».
    pub filled: String,
    /// Columns of the screen, sign and space included.
    pub width: u16,
    /// Whether its cells hold one of several wordings.
    pub worded: bool,
}

impl Column {
    /// The column of an indicator, wide enough for what stands in its cells.
    pub fn of(app: &App, id: IndicatorId, indicator: &Indicator, values: u16) -> Column {
        let worded = matches!(indicator.measure, Measure::Choice { .. });
        let unit = unit_and_bounds(app, indicator);
        let filled = filled(app, id);
        let heads = [indicator.code.as_str(), unit.as_str(), filled.as_str()];
        let heads = heads.into_iter().map(text::width).max().unwrap_or(0);
        let heads = u16::try_from(heads).unwrap_or(u16::MAX).saturating_sub(1);
        Column {
            indicator: id,
            code: indicator.code.clone(),
            short: indicator.short.clone(),
            unit,
            filled,
            width: values.max(heads.min(VALUE.1)).clamp(VALUE.0, MOST) + BESIDE,
            worded,
        }
    }
}

/// How wide the values of a column are: numbers are never cut, so the widest of them counts; wordings may be cut.
pub fn values_width<'a>(
    app: &App,
    figures: impl Iterator<Item = &'a Figure>,
    indicator: &Indicator,
) -> u16 {
    let widest = match &indicator.measure {
        Measure::Choice { options } => options.iter().map(|it| text::width(it)).max(),
        _ => {
            let filled = figures.filter(|it| it.is_filled());
            filled
                .map(|it| text::width(&show::figure(app, indicator, it)))
                .max()
        }
    };
    let most = match &indicator.measure {
        Measure::Choice { .. } => WORDING,
        _ => u16::MAX,
    };
    u16::try_from(widest.unwrap_or(0))
        .unwrap_or(u16::MAX)
        .min(most)
}

/// How many of a column's cells are filled: «54/60»; nothing where nothing is to be entered.
pub fn filled(app: &App, id: IndicatorId) -> String {
    let Some(derived) = &app.derived else {
        return String::new();
    };
    let filling = derived.filling.indicator(id);
    match filling.due {
        0 => String::new(),
        due => format!("{}/{due}", filling.entered),
    }
}

/// «%, 0–100», «чел.», «да/нет», «%, расч.».
fn unit_and_bounds(app: &App, indicator: &Indicator) -> String {
    let unit = match &indicator.measure {
        Measure::Choice { options } if indicator.unit.is_empty() => options_said(app, options),
        _ => indicator.unit.clone(),
    };
    if indicator.measure.computed_from().is_some() {
        return app.say_with(Phrase::GridComputed, &args![unit]);
    }
    match bounds(app, &indicator.bounds) {
        Some(bounds) if unit.is_empty() => bounds,
        Some(bounds) => format!("{unit}, {bounds}"),
        None => unit,
    }
}

/// «да/нет», where they are short; else that one chooses.
fn options_said(app: &App, options: &[String]) -> String {
    let all = options.join("/");
    match text::width(&all) <= SHORT {
        true => all,
        false => app.say_with(Phrase::GridOptions, &args![n = options.len()]),
    }
}

/// «0–100», «≥ 0», «≤ 5»: the bounds beyond which nothing is taken.
fn bounds(app: &App, bounds: &Bounds) -> Option<String> {
    let plain = |it: rust_decimal::Decimal| number::format(it, it.normalize().scale());
    Some(match (bounds.hard_min, bounds.hard_max) {
        (Some(min), Some(max)) => app.say_with(
            Phrase::GridBounds,
            &args![min = plain(min), max = plain(max)],
        ),
        (Some(min), None) => format!("≥\u{a0}{}", plain(min)),
        (None, Some(max)) => format!("≤\u{a0}{}", plain(max)),
        (None, None) => return None,
    })
}
