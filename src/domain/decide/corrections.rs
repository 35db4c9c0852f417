//! Putting a value of a closed period right: the period stays closed and its results stay as approved; the cell says «было … → стало …».

use crate::domain::command::{DocumentChoice, SetValue};
use crate::domain::people::Role;
use crate::domain::period::PeriodState;
use crate::domain::record::{Key, Record};
use crate::domain::refusal::{Field, Refusal};
use crate::domain::results::Correction;
use crate::domain::value::{Entry, Value, ValueState};

use super::collected::{collected, indicator_of};
use super::documents::choose_ground;
use super::entry::takes;
use super::sheet::Sheet;
use super::texts::{self, NOTE_TEXT};
use super::values::says_enough;

/// Puts a value of a closed period right.
pub(super) fn correct(
    sheet: &mut Sheet,
    set: &SetValue,
    reason: &str,
    document: &DocumentChoice,
) -> Result<(), Refusal> {
    let cell = set.cell;
    sheet.rights().need_one(Role::Head)?;
    let period = sheet.period(cell.period)?;
    if period.state != PeriodState::Closed {
        return Err(Refusal::StillOpen {
            period: cell.period,
        });
    }
    let present = sheet.value(cell)?.map(|it| &it.body);
    // What stands there can be put right, even where nobody would be asked for it today.
    let indicator = match present {
        Some(_) => indicator_of(sheet.state, cell)?,
        None => collected(sheet.state, cell)?,
    };
    let entry = takes(indicator, cell, &set.entry)?;
    let by = sheet.actor.user;
    let mut value = match present {
        Some(present) => present.clone(),
        None => Value::entered(Entry::Empty, by),
    };
    if value.entry == entry {
        return Ok(());
    }
    value.entry = entry;
    value.entered_by = by;
    // Whoever puts it right answers for it: nobody approves it after them.
    value.state = ValueState::Approved;
    if let Some(note) = &set.note {
        value.note.clone_from(note);
    }
    if let Some(source) = &set.source {
        value.source = Some(source.clone());
    }
    says_enough(sheet, indicator, cell, &value)?;
    texts::full_lines(Field::Reason, reason, NOTE_TEXT)?;
    sheet.check_seen(Key::Value(cell), set.seen)?;
    let document = choose_ground(sheet, document)?;
    let (was, source) = sheet.state.stood(cell);
    let correction = Correction {
        was,
        source,
        reason: reason.to_owned(),
        document,
    };
    sheet.put(Key::Value(cell), Record::Value(value));
    sheet.put(Key::Correction(cell), Record::Correction(correction));
    Ok(())
}
