//! How figures, points, changes and states read in the panes. Text only; where it goes is the screen's affair.

use rust_decimal::Decimal;

use crate::analysis::measure::Figure;
use crate::analysis::points;
use crate::analysis::reader::Reader;
use crate::args;
use crate::domain::catalogue::{Better, Indicator, Measure};
use crate::domain::ids::{DirectionId, PeriodId};
use crate::domain::number;
use crate::domain::value::{Cell, Entry, ValueState};
use crate::locale::{Phrase, format};
use crate::tui::app::App;
use crate::tui::screen::monitoring::Leader;
use crate::tui::theme::Role;

/// The top line: program, period, deadline, edition.
#[must_use]
pub fn header(app: &App) -> String {
    let state = app.state();
    let Some(period) = app
        .monitoring
        .chosen
        .period
        .and_then(|it| state.periods.get(&it))
    else {
        return app.say(Phrase::AppName);
    };
    let edition = state
        .editions
        .get(&period.edition)
        .map_or(0, |it| it.number);
    let kind = app.locale.word(&period.kind);
    match period.deadline.filter(|_| period.state.takes_values()) {
        Some(deadline) => app.say_with(
            Phrase::HeaderOpen,
            &args![
                kind = kind,
                period = period.name.as_str(),
                deadline = format::date(deadline),
                edition = edition
            ],
        ),
        None => {
            let state = app.locale.word(&period.state);
            app.say_with(
                Phrase::HeaderState,
                &args![
                    kind = kind,
                    period = period.name.as_str(),
                    state = state,
                    edition = edition
                ],
            )
        }
    }
}

/// A figure as the panes show it: «87,5 %», «да», «н/п», «нет данных».
#[must_use]
pub fn figure(app: &App, indicator: &Indicator, figure: &Figure) -> String {
    match figure {
        Figure::Number { value, .. } => {
            let shown = points::shown(indicator, *value);
            let text = number::format(shown, shown.scale().max(indicator.decimals));
            if indicator.unit.starts_with('%') {
                format!("{text}\u{a0}%")
            } else {
                text
            }
        }
        Figure::Choice(option) => match &indicator.measure {
            Measure::Choice { options } => options
                .get(usize::from(*option))
                .cloned()
                .unwrap_or_default(),
            _ => option.to_string(),
        },
        Figure::NotApplicable => app.say(Phrase::CellNotApplicable),
        Figure::NoData => app.say(Phrase::CellNoData),
        Figure::Empty | Figure::Absent => app.theme.glyphs.empty.to_owned(),
        Figure::Uncomputed(_) => app.say(Phrase::NotComputed),
        Figure::NotCollected => app.theme.glyphs.none.to_owned(),
        Figure::NotLoaded => app.theme.glyphs.ellipsis.to_owned(),
    }
}

/// How a figure looks.
#[must_use]
pub fn figure_tone(app: &App, cell: Cell, figure: &Figure) -> Role {
    if app.mirror.conflict(cell).is_some() {
        return Role::Conflict;
    }
    if app.mirror.is_pending(cell) {
        return Role::Pending;
    }
    if figure.is_filled() {
        Role::Text
    } else {
        Role::Dim
    }
}

/// «2 из 3».
#[must_use]
pub fn points_of(app: &App, indicator: &Indicator, figure: &Figure) -> String {
    let (Some(points), Some(most)) = (
        points::points(indicator, figure, None),
        points::max_points(&indicator.scoring),
    ) else {
        return String::new();
    };
    let text = |it: Decimal| number::format(it.normalize(), it.normalize().scale());
    app.say_with(
        Phrase::PointsOf,
        &args![n = text(points.rounded(2)), max = text(most)],
    )
}

/// Change against the period before and how it looks; empty where figures can't be compared.
#[must_use]
pub fn change(app: &App, cell: Cell, indicator: &Indicator, figure: &Figure) -> (String, Role) {
    let none = (String::new(), Role::Dim);
    let state = app.state();
    let Some(before) = state.period_before(cell.period) else {
        return none;
    };
    let Some(was_worded) = state.indicator_in(before, cell.indicator) else {
        return none;
    };
    let (Some(now), Some(reader)) = (figure.number(), Reader::new(state, before)) else {
        return none;
    };
    if !was_worded.same_definition(indicator) {
        return none;
    }
    let Some(was) = reader.figure(cell.indicator, cell.subject).number() else {
        return none;
    };
    let change = now.rounded(indicator.decimals) - was.rounded(indicator.decimals);
    let role = match (
        change.is_zero(),
        change.is_sign_positive() == (indicator.better == Better::Higher),
    ) {
        (true, _) => Role::Dim,
        (false, true) => Role::Good,
        (false, false) => Role::Warning,
    };
    (format::signed(change), role)
}

/// Whether a cell asks for attention.
#[must_use]
pub fn needs_attention(app: &App, cell: Cell, indicator: &Indicator, figure: &Figure) -> bool {
    let state = app.state();
    let value = state.value(cell);
    if value.is_some_and(|it| it.follow_up || matches!(it.state, ValueState::Returned { .. })) {
        return true;
    }
    let (Some(points), Some(most)) = (
        points::points(indicator, figure, None),
        points::max_points(&indicator.scoring),
    ) else {
        return false;
    };
    let low = points.rounded(6) * Decimal::from(3) <= most;
    let recommended = state
        .recommendations
        .values()
        .any(|it| it.ground == Some(cell));
    low && !recommended
}

/// Signs behind a row: state on its way to approval, note, attention.
#[must_use]
pub fn signs(app: &App, cell: Cell, attention: bool) -> String {
    let glyphs = app.theme.glyphs;
    let mut signs = String::new();
    if let Some(value) = app.state().value(cell) {
        match value.state {
            ValueState::Entered => {}
            ValueState::Submitted => signs.push_str(glyphs.pending),
            ValueState::Approved => signs.push_str(glyphs.done),
            ValueState::Returned { .. } => signs.push_str(glyphs.failed),
        }
        if matches!(value.entry, Entry::Percent(_)) || !value.note.is_empty() {
            signs.push_str(glyphs.unsaved);
        }
    }
    if attention {
        signs.push_str(glyphs.warning);
    }
    signs
}

/// What stands beside a direction: how much is entered while the period is open, else its index.
#[must_use]
pub fn direction_figure(app: &App, period: PeriodId, direction: DirectionId) -> String {
    let _ = (app, period, direction);
    String::new()
}

/// What stands beside a leader: the overall index.
#[must_use]
pub fn leader_figure(app: &App, period: PeriodId, leader: Leader) -> String {
    let _ = (app, period, leader);
    String::new()
}

/// The lines above the rows: about the indicator, about the municipality.
#[must_use]
pub fn about_indicator(app: &App, period: PeriodId) -> Vec<String> {
    let Some(indicator) = app
        .monitoring
        .chosen
        .indicator
        .and_then(|it| app.state().indicator_in(period, it))
    else {
        return Vec::new();
    };
    vec![
        format!("{} {}", indicator.code, indicator.title),
        String::new(),
    ]
}
