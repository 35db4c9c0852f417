//! The line of the detail that compares periods: value and place in each, breaks between them, and the trend.

use super::flow;
use super::panes::DetailLine;
use crate::analysis::dynamics::{self, Past};
use crate::args;
use crate::domain::catalogue::{Indicator, Measure};
use crate::domain::value::Cell;
use crate::locale::Phrase;
use crate::tui::app::App;
use crate::tui::show;
use crate::tui::theme::Role;

/// How many periods the detail compares.
const PERIODS: usize = 4;

/// The last periods with value and place, the break mark between those that can't be compared, the trend at the end.
pub(super) fn past_line(app: &App, cell: Cell, indicator: &Indicator) -> Option<DetailLine> {
    let state = app.state();
    let past = dynamics::past(state, cell, PERIODS);
    if past.len() < 2 {
        return None;
    }
    let mut parts = vec![(format!("{} ", app.say(Phrase::DetailPast)), Role::Dim)];
    for (n, it) in past.iter().enumerate() {
        if n > 0 {
            let mark = if it.broken.is_some() {
                app.theme.glyphs.break_mark
            } else {
                app.theme.glyphs.dot
            };
            parts.push((format!("\u{a0}{mark} "), Role::Dim));
        }
        parts.push((
            flow::unbroken(&one_past(app, it, indicator, n + 1 == past.len())),
            if it.period == cell.period {
                Role::Text
            } else {
                Role::Dim
            },
        ));
    }
    if let Some(trend) = dynamics::trend(&past) {
        parts.push((
            format!("\u{a0}{}", show::way(app, trend)),
            show::meaning(trend),
        ));
    }
    if let Some(dynamics::Change::Incomparable { before, now, .. }) = dynamics::change(state, cell)
    {
        let text = app.say_with(Phrase::NotComparable, &args![before = before, after = now]);
        parts.push((format!("  {text}"), Role::Dim));
    }
    Some(DetailLine {
        parts,
        ..DetailLine::default()
    })
}

fn one_past(app: &App, past: &Past, indicator: &Indicator, last: bool) -> String {
    let period = app
        .state()
        .periods
        .get(&past.period)
        .map_or("", |it| it.name.as_str());
    let figure = show::figure(app, indicator, &past.figure);
    // Among yes and no most share the best: a place would say nothing.
    let ranked = past.of > 1 && !matches!(indicator.measure, Measure::Choice { .. });
    match past.place.filter(|_| ranked) {
        Some(place) => {
            let place = if last {
                app.say_with(Phrase::PlaceOf, &args![place = place, n = past.of])
            } else {
                app.say_with(Phrase::PlaceOnly, &args![place = place])
            };
            format!("{period} {figure}, {place}")
        }
        None => format!("{period} {figure}"),
    }
}
