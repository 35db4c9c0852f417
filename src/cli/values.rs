//! `smotr get`: one value; and how a value is printed, wherever the command line prints one.

use super::arguments::Place;
use super::context::Context;
use super::desk::Desk;
use super::exit::Exit;
use super::place;
use crate::analysis::measure::{Figure, figure};
use crate::analysis::points;
use crate::analysis::reader::standing_reason;
use crate::domain::catalogue::{Indicator, Measure};
use crate::domain::number;
use crate::domain::record::Key;
use crate::domain::state::State;
use crate::domain::value::{Cell, Entry};
use crate::locale::{Phrase, args};

/// Prints a value.
///
/// # Errors
/// How the call ends.
pub fn get(context: &mut Context, place: &Place) -> Result<(), Exit> {
    let mut desk = Desk::open(context)?;
    let found = place::cell(context, &desk.state, place).and_then(|cell| {
        desk.looked(Key::Value(cell));
        desk.load(context, cell.period)?;
        Ok(cell)
    });
    let state = desk.close();
    let text = line(context, &state, found?);
    context.out.line(&text)
}

/// «2025/26 · 6.2 · СШ № 12 — 87,5 % (21 из 24)».
#[must_use]
pub fn line(context: &Context, state: &State, cell: Cell) -> String {
    line_with(context, state, cell, &shown(context, state, cell))
}

/// The same with the value in other words.
#[must_use]
pub fn line_with(context: &Context, state: &State, cell: Cell, value: &str) -> String {
    let narrator = context.narrator(state).in_period(cell.period);
    context.locale.say_with(
        Phrase::CliValueLine,
        &args![
            period = narrator.period(cell.period),
            indicator = narrator.indicator(cell.period, cell.indicator),
            whom = narrator.subject(cell.subject),
            value,
        ],
    )
}

/// An entry of a cell in words, a ratio with its parts: «87,5 % (21 из 24)».
#[must_use]
pub fn entered(context: &Context, state: &State, cell: Cell, entry: &Entry) -> String {
    let locale = &context.locale;
    let indicator = state.indicator_in(cell.period, cell.indicator);
    let text = locale.entry(indicator.map(|it| &it.body), entry);
    match *entry {
        Entry::Ratio {
            numerator,
            denominator,
        } => format!("{text} ({})", locale.parts(numerator, denominator)),
        _ => text,
    }
}

/// What a cell comes to, in words: the entry, or the figure computed in its place.
#[must_use]
pub fn shown(context: &Context, state: &State, cell: Cell) -> String {
    let locale = &context.locale;
    let indicator = state.indicator_in(cell.period, cell.indicator);
    let indicator = indicator.map(|it| &it.body);
    if let Some(value) = (state.value(cell)).filter(|it| it.entry != Entry::Empty) {
        let own_input = |it: &Indicator| {
            matches!(
                it.measure,
                Measure::Delta { .. } | Measure::Benchmark { .. }
            )
        };
        match value.entry {
            // What was typed is only the input of what the indicator comes to.
            Entry::Number(_) if indicator.is_some_and(own_input) => {}
            _ => return entered(context, state, cell, &value.entry),
        }
    }
    match (figure(state, cell), indicator) {
        (Figure::Number { value, .. }, Some(it)) => {
            let shown = points::shown(it, value);
            let text = number::format(shown, shown.scale().max(it.decimals));
            let unit = &it.unit;
            format!("{text} {unit}").trim_end().to_owned()
        }
        (Figure::NotApplicable, _) => match standing_reason(state, cell) {
            Some(reason) => locale.say_with(Phrase::CellStanding, &args![reason]),
            None => locale.say(Phrase::CellNotApplicable),
        },
        (Figure::NoData, _) => locale.say(Phrase::CellNoData),
        (Figure::Uncomputed(_), _) => locale.say(Phrase::NotComputed),
        _ => locale.say(Phrase::CellEmpty),
    }
}
