//! What recommendations and assignments have in common: to whom, by when, about what.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use crate::domain::followup::{Addressee, Due, Prolongation, due_now};
use crate::domain::record::Key;
use crate::domain::refusal::{Field, Refusal};
use crate::domain::value::{Cell, Subject};

use super::collected::indicator_of;
use super::sheet::Sheet;
use super::texts::{self, MOST_PROLONGATIONS, NOTE_TEXT};

/// Days of a month that every month has.
const DAYS: std::ops::RangeInclusive<u32> = 1..=28;

/// Organisation and person exist.
pub(super) fn addressee(sheet: &Sheet, it: &Addressee) -> Result<(), Refusal> {
    sheet.must_exist(Key::Organisation(it.organisation))?;
    match it.person {
        Some(id) => sheet.must_exist(Key::Person(id)),
        None => Ok(()),
    }
}

/// The cell that something is about is one that there is; it need not be filled, and may be computed.
pub(super) fn ground(sheet: &Sheet, cell: Cell) -> Result<(), Refusal> {
    sheet.period(cell.period)?;
    indicator_of(sheet.state, cell)?;
    match cell.subject {
        Subject::Organisation(id) => sheet.must_exist(Key::Organisation(id)),
        Subject::Person(id) => sheet.must_exist(Key::Person(id)),
        Subject::Municipality => Ok(()),
    }
}

/// A term that can be met: a day that every month has, a date not before `earliest`.
pub(super) fn due(due: Due, earliest: Option<NaiveDate>) -> Result<(), Refusal> {
    match (due, earliest) {
        (Due::On(given), Some(earliest)) => not_before(Field::Due, Some(given), earliest),
        (Due::Quarterly(day) | Due::Monthly(day), _) if !DAYS.contains(&day) => {
            Err(Refusal::OutOfRange {
                number: day.into(),
                min: Some(Decimal::from(*DAYS.start())),
                max: Some(Decimal::from(*DAYS.end())),
            })
        }
        _ => Ok(()),
    }
}

/// One more prolongation. The first date stays where it was; a term without a date can't be prolonged.
pub(super) fn prolonged(
    sheet: &Sheet,
    key: Key,
    first: Due,
    so_far: &[Prolongation],
    (to, why): (NaiveDate, &str),
) -> Result<Vec<Prolongation>, Refusal> {
    let Some(present) = due_now(first, so_far).date() else {
        return Err(Refusal::WrongState { key });
    };
    let earliest = present.succ_opt().unwrap_or(present);
    not_before(Field::Due, Some(to), earliest)?;
    texts::at_most(Field::Due, MOST_PROLONGATIONS, so_far.len() + 1)?;
    texts::full_lines(Field::Ground, why, NOTE_TEXT)?;
    let one_more = Prolongation {
        to,
        ground: why.to_owned(),
        by: sheet.actor.user,
        on: sheet.now.today,
    };
    Ok(so_far.iter().cloned().chain([one_more]).collect())
}

/// A date, where there is one, that must not come before another.
pub(super) fn not_before(
    field: Field,
    given: Option<NaiveDate>,
    earliest: NaiveDate,
) -> Result<(), Refusal> {
    match given {
        Some(given) if given < earliest => Err(Refusal::DateBefore {
            field,
            given,
            earliest,
        }),
        _ => Ok(()),
    }
}

/// The day of something that has happened: not before what it follows, not after today.
pub(super) fn happened(
    sheet: &Sheet,
    on: NaiveDate,
    earliest: Option<NaiveDate>,
) -> Result<(), Refusal> {
    let field = Field::Date;
    if let Some(earliest) = earliest {
        not_before(field, Some(on), earliest)?;
    }
    let latest = sheet.now.today;
    if on > latest {
        return Err(Refusal::DateAfter {
            field,
            given: on,
            latest,
        });
    }
    Ok(())
}
