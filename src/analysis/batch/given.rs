//! What a file says of a cell, as an entry or as a text that is read by the entry rules.
//!
//! Owns what a number in a table means for a ratio and for a choice.

use rust_decimal::Decimal;

use super::matching::Outcome;
use super::{Beside, Claim, Told};
use crate::analysis::proposal::{Given, Verdict};
use crate::analysis::reader::standing_reason;
use crate::domain::bases;
use crate::domain::catalogue::{Indicator, Measure};
use crate::domain::cell_text;
use crate::domain::check;
use crate::domain::entry_text::EntryError;
use crate::domain::number::{format_typed, parse_decimal};
use crate::domain::state::State;
use crate::domain::text::fold;
use crate::domain::value::{Cell, Entry};

/// Digits behind the comma that a share of a spreadsheet is true to.
const MOST_DIGITS: u32 = 12;

/// What is to stand in the cell, as an entry or as a text that is read by the entry rules; `None` where nothing is said of it.
pub(super) fn given(
    state: &State,
    cell: Cell,
    claim: &Claim,
) -> Result<Option<Given>, Box<Outcome>> {
    let indicator = state.indicator_in(cell.period, cell.indicator);
    let measure = indicator.map(|it| &it.measure);
    let is_ratio = matches!(measure, Some(Measure::Ratio { .. }));
    // What is there already is so whatever the rules say of it by now.
    if let Some(entry) = state.value(cell).map(|it| &it.entry)
        && indicator.is_some_and(|it| says(it, entry, &claim.told))
    {
        return Ok(Some(Given::Entry(entry.clone())));
    }
    Ok(Some(match &claim.told {
        Told::Wrong(said) => return Err(Box::new(Outcome::Wrong(said.clone()))),
        Told::Below { denominator, said } => {
            let known = indicator.and_then(|it| bases::known_denominator(state, cell, it));
            return match parse_decimal(denominator) {
                Ok(given) if known == Some(given) => Ok(None),
                _ => Err(Box::new(Outcome::Wrong(said.clone()))),
            };
        }
        // What is the place of an option for keys is a number of another thing in a file, in whatever column: 1 is no «нет».
        Told::Number { number, .. } if let Some(Measure::Choice { options }) = measure => {
            option(cell, options, &plainly(*number))?
        }
        Told::Parts {
            numerator,
            denominator: None,
            ..
        } if let Some(Measure::Choice { options }) = measure
            && parse_decimal(numerator).is_ok() =>
        {
            option(cell, options, numerator)?
        }
        Told::Parts {
            numerator,
            denominator,
            beside,
        } => {
            let text = match denominator {
                Some(denominator) => format!("{numerator}/{denominator}"),
                None => numerator.clone(),
            };
            let entry = || cell_text::read(state, cell, &text).ok();
            if let (Some(beside), Some(indicator)) = (beside, indicator)
                && entry().is_some_and(|it| !shows(indicator, &it, beside.number))
            {
                return Err(Box::new(Outcome::Wrong(beside.said.clone())));
            }
            Given::Text(text)
        }
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

/// A figure in the place of an option: one that is called so.
fn option(cell: Cell, options: &[String], text: &str) -> Result<Given, Box<Outcome>> {
    if options.iter().any(|it| fold(it) == fold(text)) {
        return Ok(Given::Text(text.to_owned()));
    }
    let options = options.len();
    let error = EntryError::NoSuchOption { options };
    Err(Box::new(Outcome::Cell(cell, Verdict::Unread(error))))
}

/// Whether a text is the «н/п» that holds there already for the standing reason of the organisation.
fn stands_without_words(state: &State, cell: Cell, text: &str) -> bool {
    let said = cell_text::read(state, cell, text);
    let Ok(Entry::NotApplicable { reason }) = said else {
        return false;
    };
    standing_reason(state, cell).is_some_and(|it| fold(it) == fold(&reason))
}

/// The note of a claim, unless it is in other spaces the one that is there.
pub(super) fn new_note(state: &State, cell: Cell, claim: &Claim) -> Option<String> {
    let words = |it: &str| it.split_whitespace().collect::<Vec<_>>().join(" ");
    let there = state.value(cell).map(|it| words(&it.note));
    (claim.note.clone()).filter(|it| Some(words(it)) != there)
}

/// Whether above the line stand whole numbers only: a fraction there is the percent. Posts are counted in fractions as well.
#[must_use]
pub fn counts_whole(indicator: &Indicator) -> bool {
    matches!(&indicator.measure, Measure::Ratio { numerator, .. } if numerator.whole)
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
        && shows(indicator, entry, number)
    {
        return Ok(Given::Entry(entry.clone()));
    }
    let indicator = state.indicator_in(cell.period, cell.indicator);
    if is_percent || !number.is_integer() && indicator.is_some_and(|it| counts_whole(it)) {
        return Ok(Given::Text(format!("{} %", plainly(number))));
    }
    let error = EntryError::RatioOrPercent {
        numerator: number,
        denominator: indicator.and_then(|it| bases::known_denominator(state, cell, it)),
        percent: number,
    };
    Err(Box::new(Outcome::Cell(cell, Verdict::Unread(error))))
}

/// Whether a file says of a cell the very numbers that stand there.
fn says(indicator: &Indicator, entry: &Entry, told: &Told) -> bool {
    let is = |text: &str, number: &Decimal| parse_decimal(text).as_ref() == Ok(number);
    match (entry, told) {
        (Entry::Number(there), Told::Number { number, .. }) => there == number,
        (
            Entry::Ratio {
                numerator: above,
                denominator: below,
            },
            Told::Parts {
                numerator,
                denominator: Some(denominator),
                beside,
            },
        ) => {
            let is_shown = |it: &Beside| shows(indicator, entry, it.number);
            is(numerator, above) && is(denominator, below) && beside.as_ref().is_none_or(is_shown)
        }
        _ => false,
    }
}

/// Whether a figure is what an entry is shown as.
fn shows(indicator: &Indicator, entry: &Entry, number: Decimal) -> bool {
    let Some(figure) = check::figure(indicator, entry) else {
        return false;
    };
    let number = number.normalize();
    let shown = figure.rounded_against(&indicator.scoring.edges(), indicator.decimals);
    // A spreadsheet that divides for itself has more digits than are shown.
    let more = number.scale() >= indicator.decimals && number.scale() <= MOST_DIGITS;
    shown.normalize() == number || more && figure.rounded(number.scale()) == number
}

/// A number as it would be typed.
fn plainly(number: Decimal) -> String {
    format_typed(number)
}
