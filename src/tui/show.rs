//! How figures, points, changes and states read in the panes. Text only; where it goes is the screen's affair.

use rust_decimal::Decimal;

use crate::analysis::dynamics::{Change, Difference, Meaning};
use crate::analysis::exact::Exact;
use crate::analysis::measure::Figure;
use crate::analysis::municipality::{self, Municipal, MunicipalValue};
use crate::analysis::points;
use crate::analysis::scores::RowScore;
use crate::args;
use crate::domain::catalogue::{Indicator, Measure, SubjectKind};
use crate::domain::ids::{DirectionId, IndicatorId, PeriodId};
use crate::domain::number;
use crate::domain::value::{Cell, Entry, ValueState};
use crate::locale::{Phrase, format};
use crate::report::standing::index;
use crate::tui::app::App;
use crate::tui::screen::monitoring::Leader;
use crate::tui::theme::Role;

/// A figure as the panes show it: «87,5 %», «да», «н/п», «нет данных».
#[must_use]
pub fn figure(app: &App, indicator: &Indicator, figure: &Figure) -> String {
    match figure {
        Figure::Number { value, .. } => number_of(indicator, *value),
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

/// A number in an indicator's unit and decimals, not rounded over a bound of its scale: «87,5 %».
#[must_use]
pub fn number_of(indicator: &Indicator, value: Exact) -> String {
    let shown = points::shown(indicator, value);
    let text = number::format(shown, shown.scale().max(indicator.decimals));
    if indicator.unit.starts_with('%') {
        format!("{text}\u{a0}%")
    } else {
        text
    }
}

/// The figure of a cell: as [`figure`], but what could not be read is not «on its way».
#[must_use]
pub fn cell_figure(app: &App, indicator: &Indicator, cell: Cell, it: &Figure) -> String {
    match it {
        Figure::NotLoaded if app.mirror.is_unreadable(cell.period) => {
            app.say(Phrase::CellUnreadable)
        }
        it => figure(app, indicator, it),
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

/// «2 из 3» and «2/3».
#[must_use]
pub fn points_both(
    app: &App,
    indicator: &Indicator,
    figure: &Figure,
    best: Option<Exact>,
) -> [String; 2] {
    let Some((points, most)) = points_and_most(indicator, figure, best) else {
        return Default::default();
    };
    let plain = |it: Decimal| number::format(it, it.normalize().scale());
    [
        app.locale.parts(points, most),
        format!("{}/{}", plain(points), plain(most)),
    ]
}

/// «2 из 3».
#[must_use]
pub fn points_of(app: &App, indicator: &Indicator, figure: &Figure, best: Option<Exact>) -> String {
    points_and_most(indicator, figure, best)
        .map_or_else(String::new, |(points, most)| app.locale.parts(points, most))
}

/// «2 балла из 3».
#[must_use]
pub fn points_in_words(
    app: &App,
    indicator: &Indicator,
    figure: &Figure,
    best: Option<Exact>,
) -> String {
    points_and_most(indicator, figure, best).map_or_else(String::new, |(points, most)| {
        app.say_with(
            Phrase::PointsOf,
            &args![n = points.normalize(), max = most.normalize()],
        )
    })
}

fn points_and_most(
    indicator: &Indicator,
    figure: &Figure,
    best: Option<Exact>,
) -> Option<(Decimal, Decimal)> {
    Some((
        points::points(indicator, figure, best)?.rounded(2),
        points::max_points(&indicator.scoring)?,
    ))
}

/// A change against the period before and how it looks; empty where figures can't be compared.
#[must_use]
pub fn change(change: Option<Change>, indicator: &Indicator) -> (String, Role) {
    match change {
        Some(Change::Comparable(Difference {
            value: Some(value),
            meaning: means,
            ..
        })) => {
            let mut shown = value.rounded(indicator.decimals);
            shown.rescale(indicator.decimals);
            (format::signed(shown), meaning(means))
        }
        _ => (String::new(), Role::Dim),
    }
}

/// How a change looks.
#[must_use]
pub fn meaning(meaning: Meaning) -> Role {
    match meaning {
        Meaning::Better => Role::Good,
        Meaning::Worse => Role::Warning,
        Meaning::Neutral => Role::Dim,
    }
}

/// The mark of a change: upwards is better, whichever way the number went.
#[must_use]
pub fn way(app: &App, meaning: Meaning) -> &'static str {
    match meaning {
        Meaning::Better => app.theme.glyphs.up,
        Meaning::Worse => app.theme.glyphs.down,
        Meaning::Neutral => app.theme.glyphs.same,
    }
}

/// The sign of a state on its way to approval, with a space behind it; nothing for one that is only entered.
#[must_use]
pub fn state_sign(app: &App, state: &ValueState) -> String {
    let glyphs = app.theme.glyphs;
    match state {
        ValueState::Entered => String::new(),
        ValueState::Submitted => format!("{}\u{a0}", glyphs.submitted),
        ValueState::Approved => format!("{}\u{a0}", glyphs.done),
        ValueState::Returned { .. } => format!("{}\u{a0}", glyphs.failed),
    }
}

/// Signs behind a row: two versions to choose from, state on its way to approval or that it was put right later, note, attention.
#[must_use]
pub fn signs(app: &App, cell: Cell, attention: bool) -> String {
    let glyphs = app.theme.glyphs;
    let mut signs = String::new();
    if app.mirror.conflict(cell).is_some() {
        signs.push_str(glyphs.changed);
    } else if app.mirror.is_pending(cell) {
        signs.push_str(glyphs.pending);
    }
    if let Some(value) = app.state().value(cell) {
        match value.state {
            ValueState::Entered => {}
            ValueState::Submitted => signs.push_str(glyphs.submitted),
            // Whoever put it right answers for it, so that it is approved: one sign says both.
            ValueState::Approved if app.state().corrections.contains_key(&cell) => {
                signs.push_str(glyphs.corrected)
            }
            ValueState::Approved => signs.push_str(glyphs.done),
            ValueState::Returned { .. } => signs.push_str(glyphs.failed),
        }
        if matches!(value.entry, Entry::Percent(_)) || !value.note.is_empty() {
            signs.push_str(glyphs.noted);
        }
    }
    if attention {
        signs.push_str(glyphs.warning);
    }
    signs
}

/// What stands beside a direction: its index, of the municipality, or of the chosen leader when the panes are turned round.
#[must_use]
pub fn direction_figure(app: &App, direction: DirectionId) -> String {
    let Some(derived) = &app.derived else {
        return String::new();
    };
    let index = if app.monitoring.pivot {
        let row = (app.monitoring.chosen.leader).and_then(|it| leader_row(app, it));
        row.and_then(|row| {
            let mut directions = row.directions.iter();
            directions.find(|it| it.direction == direction)?.index
        })
    } else {
        municipality::of_direction(&derived.scores, direction).and_then(|it| it.mean)
    };
    index.map_or_else(String::new, |it| index_text(app, it))
}

/// «внесено 216/360»: how much of the chosen direction is entered, while its period takes values.
#[must_use]
pub fn direction_filling(app: &App) -> Option<String> {
    let derived = app.derived.as_ref()?;
    app.state().shard(derived.scores.period)?;
    let period = app.state().periods.get(&derived.scores.period)?;
    let filling = derived.filling.direction(app.monitoring.chosen.direction?);
    (period.state.takes_values() && filling.due > 0).then(|| {
        app.say_with(
            Phrase::FilledOf,
            &args![k = filling.entered, n = filling.due],
        )
    })
}

/// An index of the shown period.
#[must_use]
pub fn index_text(app: &App, value: Exact) -> String {
    let period = app.monitoring.chosen.period;
    period.map_or_else(String::new, |it| index(app.state(), it, value))
}

/// The scores of a leader.
#[must_use]
pub fn leader_row(app: &App, leader: Leader) -> Option<&RowScore> {
    let scores = &app.derived.as_ref()?.scores;
    match leader.organisation {
        Some(organisation) => scores.row(organisation, leader.person),
        None => scores.municipality.as_ref(),
    }
}

/// What stands beside a leader: the overall index, with a mark where something was put right that changes it.
#[must_use]
pub fn leader_figure(app: &App, leader: Leader) -> String {
    let Some((row, period)) = leader_row(app, leader).zip(app.monitoring.chosen.period) else {
        return String::new();
    };
    let right = app.scores.put_right(app.state(), period, row);
    let text = row.overall.map(|it| index_text(app, it));
    marked(
        app,
        text.unwrap_or_default(),
        row.overall,
        right.map(|it| it.overall),
    )
}

/// An approved index as a list shows it: marked where with what was put right since it is another one.
#[must_use]
pub fn marked(
    app: &App,
    text: String,
    approved: Option<Exact>,
    right: Option<Option<Exact>>,
) -> String {
    match right.is_some_and(|it| it != approved) {
        true => format!("{}{text}", app.theme.glyphs.corrected),
        false => text,
    }
}

/// What an indicator comes to for the municipality in a period.
#[must_use]
pub fn municipal(app: &App, period: PeriodId, indicator: IndicatorId) -> Municipal {
    match app.derived.as_ref().filter(|it| it.scores.period == period) {
        Some(derived) => derived.municipal(app.state(), indicator),
        None => municipality::municipal(app.state(), period, indicator),
    }
}

/// What the municipality comes to, in words and figures.
#[must_use]
pub fn municipal_value(app: &App, indicator: &Indicator, municipal: &Municipal) -> Option<String> {
    let shown = |value: Exact| {
        let text = number::format(value.rounded(indicator.decimals), indicator.decimals);
        if indicator.unit.starts_with('%') {
            format!("{text}\u{a0}%")
        } else {
            text
        }
    };
    let percent = |value: Exact| format::percent(value.rounded(1));
    match &municipal.value {
        MunicipalValue::Ratio { value, .. } | MunicipalValue::Change { value, .. } => {
            Some(shown(*value))
        }
        MunicipalValue::Options { share, .. } => {
            share.map(|it| app.say_with(Phrase::ShareOfYes, &args![percent = percent(it)]))
        }
        MunicipalValue::Numbers(spread) => match spread.mean {
            Some(mean) => {
                // Between two whole numbers in the middle the median is a half.
                let median = spread.median.rounded(indicator.decimals.max(1)).normalize();
                Some(app.say_with(
                    Phrase::MeanAndMedian,
                    &args![
                        mean = mean_text(indicator, mean),
                        median = format::number(median)
                    ],
                ))
            }
            None => Some(shown(spread.median)),
        },
        MunicipalValue::Own(_) | MunicipalValue::Nothing => None,
    }
}

/// Over how many the municipality's figure is, and of how many: heads where an indicator is about heads, organisations elsewhere.
#[must_use]
pub fn of_how_many(app: &App, indicator: &Indicator, municipal: &Municipal) -> String {
    let phrase = match indicator.level {
        SubjectKind::Person => Phrase::OfHeads,
        SubjectKind::Organisation | SubjectKind::Municipality => Phrase::OfOrganisations,
    };
    app.say_with(
        phrase,
        &args![k = municipal.counted, n = municipal.applicable],
    )
}

/// The same in fewer words: of mean and median the mean alone.
#[must_use]
pub fn municipal_short(app: &App, indicator: &Indicator, municipal: &Municipal) -> Option<String> {
    match &municipal.value {
        MunicipalValue::Numbers(spread) if spread.mean.is_some() => spread.mean.map(|mean| {
            let mean = mean_text(indicator, mean);
            app.say_with(Phrase::MeanOnly, &args![mean = mean])
        }),
        _ => municipal_value(app, indicator, municipal),
    }
}

/// A mean has a decimal more than whole numbers have: «1,4», and «1,0» where it is just that.
fn mean_text(indicator: &Indicator, mean: Exact) -> String {
    let decimals = indicator.decimals.max(1);
    number::format(mean.rounded(decimals), decimals)
}
