//! The tree of an edition: directions by code, their indicators under them, and what their weights come to.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::super::section::{Column, Row, State};
use super::editions;
use crate::args;
use crate::domain::catalogue::Indicator;
use crate::domain::ids::{DirectionId, EditionId};
use crate::domain::record::Key;
use crate::domain::soundness::problems;
use crate::locale::{Phrase, format};
use crate::tui::app::App;
use crate::tui::edition;
use crate::tui::theme::Role;

/// What rows of a tree say.
pub const COLUMNS: [Column; 2] = [
    Column::words(Phrase::CaptionIndicator, 0).cut_to(24),
    Column::numbers(Phrase::FieldWeight, 0),
];

/// The edition, its directions and their indicators, in the order of the catalogue. What is no longer collected stands where it stood.
pub fn rows(app: &App, edition: EditionId) -> Vec<Row> {
    let state = app.state();
    let key = Key::Edition(edition);
    let sum = in_short(app, of_directions(app, edition));
    let wrong = wrong(app, edition);
    let mut rows = vec![in_state(
        Row::new(key, vec![editions::short_name(app, edition), String::new()]),
        marked(app, sum, wrong.get(&key)),
    )];
    let indicators = state.indicators_of(edition);
    for (id, it) in state.directions_of(edition) {
        let cells = vec![
            format!("{} {}", it.code, it.short),
            format::number(it.weight.normalize()),
        ];
        let row = Row::new(Key::Direction(edition, id), cells);
        rows.push(match it.retired {
            true => retired(app, row),
            false => {
                let sum = in_short(app, of_indicators(app, edition, id));
                let key = Key::Direction(edition, id);
                in_state(row, marked(app, sum, wrong.get(&key)))
            }
        });
        let own = indicators.iter().filter(|(_, it)| it.direction == id);
        rows.extend(own.map(|(id, it)| indicator(app, Key::Indicator(edition, *id), it, &wrong)));
    }
    rows
}

fn indicator(app: &App, key: Key, it: &Indicator, wrong: &BTreeMap<Key, bool>) -> Row {
    let cells = vec![
        format!("{} {}", it.code, it.short),
        format::number(it.weight.normalize()),
    ];
    let row = Row::new(key, cells).at_depth(1);
    let glyphs = app.theme.glyphs;
    match (it.retired, wrong.get(&key)) {
        (true, _) => retired(app, row),
        (false, Some(true)) => {
            row.in_state(glyphs.failed, app.say(Phrase::RowHasFaults), Role::Error)
        }
        (false, Some(false)) => row.in_state(
            glyphs.warning,
            app.say(Phrase::RowHasRemarks),
            Role::Warning,
        ),
        (false, None) => row,
    }
}

fn retired(app: &App, row: Row) -> Row {
    let word = app.say(Phrase::RowNotCollected);
    row.in_state(app.theme.glyphs.none, word, Role::Dim)
        .dimmed(true)
}

/// The records of a draft with which something is wrong, and whether it keeps the edition from being published.
fn wrong(app: &App, edition: EditionId) -> BTreeMap<Key, bool> {
    let mut wrong = BTreeMap::new();
    if edition::draft_of(app, Key::Edition(edition)).is_some() {
        for it in problems(app.state(), edition) {
            *wrong.entry(it.key).or_default() |= it.is_fault();
        }
    }
    wrong
}

/// A sum, or that something else than the sum keeps the edition from being published.
fn marked(app: &App, sum: State, is_fault: Option<&bool>) -> State {
    match (is_fault, sum.role) {
        (Some(true), Role::Dim) => State {
            sign: app.theme.glyphs.failed,
            word: app.say(Phrase::RowHasFaults),
            role: Role::Error,
        },
        _ => sum,
    }
}

fn in_state(row: Row, state: State) -> Row {
    Row {
        state: Some(state),
        ..row
    }
}

/// What the weights of the directions of an edition come to.
pub fn sum_of_directions(app: &App, edition: EditionId) -> State {
    sum(app, of_directions(app, edition))
}

fn of_directions(app: &App, edition: EditionId) -> Decimal {
    let all = app.state().directions.iter();
    let weights = all.filter(|((it, _), direction)| *it == edition && !direction.retired);
    weights.map(|(_, it)| it.weight).sum()
}

/// What the weights of the collected indicators of a direction come to.
pub fn sum_of_indicators(app: &App, edition: EditionId, direction: DirectionId) -> State {
    sum(app, of_indicators(app, edition, direction))
}

fn of_indicators(app: &App, edition: EditionId, direction: DirectionId) -> Decimal {
    let all = app.state().indicators.iter();
    let weights = all.filter(|((it, _), indicator)| {
        *it == edition && indicator.direction == direction && !indicator.retired
    });
    weights.map(|(_, it)| it.weight).sum()
}

/// A sum in the list, where the sign says that it is not what it should be: names have the room.
fn in_short(app: &App, total: Decimal) -> State {
    let sum = format::number(total.normalize());
    State {
        word: app.say_with(Phrase::WeightsSum, &args![sum]),
        ..self::sum(app, total)
    }
}

/// «Σ 100», or that it is not what it should be.
fn sum(app: &App, total: Decimal) -> State {
    let whole = total == Decimal::ONE_HUNDRED;
    let sum = format::number(total.normalize());
    let glyphs = app.theme.glyphs;
    match whole {
        true => State {
            sign: glyphs.done,
            word: app.say_with(Phrase::WeightsSum, &args![sum]),
            role: Role::Dim,
        },
        false => State {
            sign: glyphs.failed,
            word: app.say_with(Phrase::WeightsSumOff, &args![sum]),
            role: Role::Error,
        },
    }
}
