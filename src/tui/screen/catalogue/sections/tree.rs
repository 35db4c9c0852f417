//! The tree of an edition: directions by code, their indicators under them, and what their weights come to.

use rust_decimal::Decimal;

use super::super::section::{Column, Row, State};
use super::editions;
use crate::args;
use crate::domain::ids::{DirectionId, EditionId};
use crate::domain::record::Key;
use crate::domain::text::collation_key;
use crate::locale::{Phrase, format};
use crate::tui::app::App;
use crate::tui::theme::Role;

/// What rows of a tree say.
pub const COLUMNS: [Column; 2] = [
    Column::words(Phrase::CaptionIndicator, 0).cut_to(24),
    Column::numbers(Phrase::FieldWeight, 0),
];

/// The edition, its directions and their indicators. What is no longer collected stands where it stood.
pub fn rows(app: &App, edition: EditionId) -> Vec<Row> {
    let state = app.state();
    let key = Key::Edition(edition);
    let sum = sum_of_directions(app, edition);
    let mut rows = vec![in_state(
        Row::new(key, vec![editions::short_name(app, edition), String::new()]),
        sum,
    )];
    let mut directions: Vec<_> = (state.directions.iter())
        .filter(|((it, _), _)| *it == edition)
        .collect();
    directions.sort_by_cached_key(|((_, id), it)| (collation_key(&it.code), *id));
    for ((_, id), it) in directions {
        let cells = vec![
            format!("{} {}", it.code, it.short),
            format::number(it.weight.normalize()),
        ];
        let row = Row::new(Key::Direction(edition, *id), cells);
        rows.push(in_state(row, sum_of_indicators(app, edition, *id)));
        rows.extend(indicators(app, edition, *id));
    }
    rows
}

fn indicators(app: &App, edition: EditionId, direction: DirectionId) -> Vec<Row> {
    let mut found: Vec<_> = (app.state().indicators.iter())
        .filter(|((it, _), indicator)| *it == edition && indicator.direction == direction)
        .collect();
    found.sort_by_cached_key(|((_, id), it)| (it.retired, collation_key(&it.code), *id));
    (found.into_iter())
        .map(|((_, id), it)| {
            let cells = vec![
                format!("{} {}", it.code, it.short),
                format::number(it.weight.normalize()),
            ];
            let row = Row::new(Key::Indicator(edition, *id), cells).at_depth(1);
            match it.retired {
                true => {
                    let word = app.say(Phrase::RowNotCollected);
                    row.in_state(app.theme.glyphs.none, word, Role::Dim)
                        .dimmed(true)
                }
                false => row,
            }
        })
        .collect()
}

fn in_state(row: Row, state: State) -> Row {
    Row {
        state: Some(state),
        ..row
    }
}

/// What the weights of the directions of an edition come to.
pub fn sum_of_directions(app: &App, edition: EditionId) -> State {
    let all = app.state().directions.iter();
    let weights = all.filter(|((it, _), _)| *it == edition);
    sum(app, weights.map(|(_, it)| it.weight))
}

/// What the weights of the collected indicators of a direction come to.
pub fn sum_of_indicators(app: &App, edition: EditionId, direction: DirectionId) -> State {
    let all = app.state().indicators.iter();
    let weights = all.filter(|((it, _), indicator)| {
        *it == edition && indicator.direction == direction && !indicator.retired
    });
    sum(app, weights.map(|(_, it)| it.weight))
}

/// «Σ 100», or that it is not what it should be.
fn sum(app: &App, weights: impl Iterator<Item = Decimal>) -> State {
    let total = weights.fold(Decimal::ZERO, |sum, it| sum + it);
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
            sign: glyphs.warning,
            word: app.say_with(Phrase::WeightsSumOff, &args![sum]),
            role: Role::Warning,
        },
    }
}
