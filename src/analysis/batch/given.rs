//! What a file says of a cell, as an entry or as a text that is read by the entry rules.
//!
//! Owns what a number in a table means for a ratio, and what of a form is no more than it was handed out with.

use rust_decimal::Decimal;

use super::matching::Outcome;
use super::{Claim, Told};
use crate::analysis::proposal::{Given, Verdict};
use crate::analysis::reader::standing_reason;
use crate::domain::bases;
use crate::domain::catalogue::Measure;
use crate::domain::cell_text;
use crate::domain::check;
use crate::domain::entry_text::EntryError;
use crate::domain::ids::BaseQuantityId;
use crate::domain::number::{format_typed, parse_decimal};
use crate::domain::state::State;
use crate::domain::text::fold;
use crate::domain::value::{Cell, Entry, Subject};

/// Digits behind the comma that a share of a spreadsheet is true to.
const MOST_DIGITS: u32 = 12;

/// What is to stand in the cell, as an entry or as a text that is read by the entry rules; `None` where nothing is said of it.
pub(super) fn given(
    state: &State,
    cell: Cell,
    claim: &Claim,
) -> Result<Option<Given>, Box<Outcome>> {
    let indicator = state.indicator_in(cell.period, cell.indicator);
    let is_ratio = indicator.is_some_and(|it| matches!(it.measure, Measure::Ratio { .. }));
    Ok(Some(match &claim.told {
        Told::Wrong(said) => return Err(Box::new(Outcome::Wrong(said.clone()))),
        Told::Below { denominator, said } => {
            let known = indicator.and_then(|it| bases::known_denominator(state, cell, it));
            return match parse_decimal(denominator) {
                Ok(given) if known == Some(given) => Ok(None),
                _ => Err(Box::new(Outcome::Wrong(said.clone()))),
            };
        }
        Told::Parts {
            numerator,
            denominator,
        } if claim.handed_out.is_some()
            && are_known(state, cell, numerator, denominator.as_deref()) =>
        {
            return Ok(None);
        }
        Told::Parts {
            numerator,
            denominator,
        } => Given::Text(match denominator {
            Some(denominator) => format!("{numerator}/{denominator}"),
            None => numerator.clone(),
        }),
        Told::Percent(percent) if is_ratio => as_shown(state, cell, *percent, true)?,
        Told::Percent(percent) => Given::Text(format!("{} %", plainly(*percent))),
        Told::Number { number, percents } if is_ratio => as_shown(state, cell, *number, *percents)?,
        Told::Number { number, .. } => Given::Text(plainly(*number)),
        // A form has what holds without being typed, and so does not say it anew.
        Told::Text(text) if stands_without_words(state, cell, text) => return Ok(None),
        Told::Text(text) => match text.strip_suffix('%').map(parse_decimal) {
            Some(Ok(percent)) if is_ratio => as_shown(state, cell, percent, true)?,
            _ => Given::Text(text.clone()),
        },
    }))
}

/// Whether a text is the «н/п» that holds there already for the standing reason of the organisation.
fn stands_without_words(state: &State, cell: Cell, text: &str) -> bool {
    let said = cell_text::read(state, cell, text);
    let Ok(Entry::NotApplicable { reason }) = said else {
        return false;
    };
    standing_reason(state, cell).is_some_and(|it| fold(it) == fold(&reason))
}

/// Whether the parts in a form that was not filled in are those that were known beforehand: what it was handed out with.
fn are_known(state: &State, cell: Cell, numerator: &str, denominator: Option<&str>) -> bool {
    let (Some(indicator), Subject::Organisation(organisation)) = (
        state.indicator_in(cell.period, cell.indicator),
        cell.subject,
    ) else {
        return false;
    };
    if (state.value(cell)).is_some_and(|it| it.entry != Entry::Empty) {
        return false;
    }
    let [below, above] = bases::of(indicator);
    let known = |base: Option<BaseQuantityId>| {
        let number = state.base_value(cell.period, base?, organisation)?;
        Some(number.number.normalize())
    };
    let given = |text: &str| parse_decimal(text).ok().map(|it| it.normalize());
    let is = |base, text: &str| known(base).is_some() && known(base) == given(text);
    is(above, numerator) && denominator.is_none_or(|it| is(below, it))
}

/// The note of a claim, unless it is in other spaces the one that is there.
pub(super) fn new_note(state: &State, cell: Cell, claim: &Claim) -> Option<String> {
    let words = |it: &str| it.split_whitespace().collect::<Vec<_>>().join(" ");
    let there = state.value(cell).map(|it| words(&it.note));
    (claim.note.clone()).filter(|it| Some(words(it)) != there)
}

/// One number for a ratio. The figure that the ratio there comes to is that ratio; else a percent, where that is said or the number is
/// no count. Whether a whole number is the percent or what is above the line cannot be told, and is not guessed.
fn as_shown(
    state: &State,
    cell: Cell,
    number: Decimal,
    is_percent: bool,
) -> Result<Given, Box<Outcome>> {
    if let Some(entry) = state.value(cell).map(|it| &it.entry)
        && let Entry::Ratio { .. } = entry
        && let Some(indicator) = state.indicator_in(cell.period, cell.indicator)
        && let Some(figure) = check::figure(indicator, entry)
    {
        let number = number.normalize();
        let shown = figure.rounded_against(&indicator.scoring.edges(), indicator.decimals);
        // A spreadsheet that divides for itself has more digits than are shown.
        let more = number.scale() >= indicator.decimals && number.scale() <= MOST_DIGITS;
        if shown.normalize() == number || more && figure.rounded(number.scale()) == number {
            return Ok(Given::Entry(entry.clone()));
        }
    }
    if is_percent || !number.is_integer() {
        return Ok(Given::Text(format!("{} %", plainly(number))));
    }
    let indicator = state.indicator_in(cell.period, cell.indicator);
    let error = EntryError::RatioOrPercent {
        numerator: number,
        denominator: indicator.and_then(|it| bases::known_denominator(state, cell, it)),
        percent: number,
    };
    Err(Box::new(Outcome::Cell(cell, Verdict::Unread(error))))
}

/// A number as it would be typed.
fn plainly(number: Decimal) -> String {
    format_typed(number)
}
