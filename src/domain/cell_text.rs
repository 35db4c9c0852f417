//! What a text means in a certain cell: the entry rules, with what is known there, and hints that make sense there.
//!
//! Owns nothing of how a text is read; that is [`super::entry_text`].

use rust_decimal::Decimal;

use super::bases;
use super::catalogue::Indicator;
use super::check::{self, Warning};
use super::decide::takes;
use super::entry_text::{EntryError, read_entry};
use super::state::State;
use super::value::{Cell, Entry};

/// Reads what is typed into a cell.
///
/// # Errors
/// [`EntryError`]; also where the cell's indicator is unknown.
pub fn read(state: &State, cell: Cell, text: &str) -> Result<Entry, EntryError> {
    read_beside(state, cell, text, None)
}

/// As [`read`], where the denominator comes with the text if it is not known: in another cell of the same block or file.
///
/// # Errors
/// As [`read`].
pub fn read_beside(
    state: &State,
    cell: Cell,
    text: &str,
    denominator: Option<Decimal>,
) -> Result<Entry, EntryError> {
    let indicator = state
        .indicator_in(cell.period, cell.indicator)
        .ok_or(EntryError::Computed)?;
    let known = bases::known_denominator(state, cell, indicator).or(denominator);
    read_entry(text, &indicator.measure, &indicator.unit, known)
        .map_err(|error| sensible(state, cell, indicator, error))
}

/// A hint offers no ratio that nobody can have meant: «87,5» is hardly 87 out of 5.
fn sensible(state: &State, cell: Cell, indicator: &Indicator, error: EntryError) -> EntryError {
    let EntryError::RatioOrPercent {
        numerator,
        denominator: Some(denominator),
        percent,
    } = error
    else {
        return error;
    };
    let ratio = Entry::Ratio {
        numerator,
        denominator,
    };
    let bounds = &indicator.bounds;
    let bounded = numerator <= denominator || bounds.hard_max.or(bounds.soft_max).is_some();
    let is_odd =
        |it: &Warning| matches!(it, Warning::AboveUsual { .. } | Warning::BelowUsual { .. });
    let usual = takes(indicator, cell, &ratio).is_ok()
        && !check::warnings(state, cell, &ratio).iter().any(is_odd);
    EntryError::RatioOrPercent {
        numerator,
        denominator: (bounded && usual).then_some(denominator),
        percent,
    }
}
