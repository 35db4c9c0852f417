//! Entering: cells are set, all or none.

use crate::domain::bases;
use crate::domain::carried;
use crate::domain::catalogue::Indicator;
use crate::domain::command::SetValue;
use crate::domain::period::BaseValue;
use crate::domain::record::{Key, Record};
use crate::domain::refusal::{Field, Refusal};
use crate::domain::value::{Cell, Entry, Source, Value, ValueState};

use super::collected::{collected, indicator_of};
use super::deadline;
use super::entry::{needs_note, takes};
use super::sheet::Sheet;
use super::texts::{self, NOTE_TEXT};

/// Sets cells.
pub(super) fn set(sheet: &mut Sheet, sets: &[SetValue]) -> Result<(), Refusal> {
    for it in sets {
        set_one(sheet, it)?;
    }
    // Only now: of two edits of one cell the last one counts, and what the first one said of base quantities with it goes.
    for it in sets {
        learn_bases(sheet, it.cell)?;
    }
    Ok(())
}

fn set_one(sheet: &mut Sheet, set: &SetValue) -> Result<(), Refusal> {
    let cell = set.cell;
    let present = sheet.value(cell)?.map(|it| &it.body);
    sheet.open_period(cell.period)?;
    sheet.rights().may_enter(cell)?;
    deadline::takes_cell(sheet, cell)?;
    // What should not be there can still be cleared.
    let clears = set.entry == Entry::Empty && present.is_some();
    let indicator = if clears {
        indicator_of(sheet.state, cell)?
    } else {
        collected(sheet.state, cell)?
    };
    let entry = takes(indicator, cell, &set.entry)?;
    let by = sheet.actor.user;
    let mut value = match present {
        Some(present) => present.clone(),
        None => Value::entered(Entry::Empty, by),
    };
    if value.entry != entry {
        value.entry = entry.clone();
        value.entered_by = by;
        value.state = ValueState::Entered;
        // The paper that proved another number proves nothing of this one.
        value.source = None;
    }
    let said = (value.note.clone(), value.source.clone());
    if let Some(note) = &set.note {
        value.note.clone_from(note);
    }
    if let Some(source) = &set.source {
        value.source = Some(source.clone());
    }
    if said != (value.note.clone(), value.source.clone()) {
        reopen(&mut value);
    }
    let unchanged = match present {
        Some(present) => *present == value,
        // Nothing put where nothing was.
        None => value == Value::entered(Entry::Empty, by),
    };
    if unchanged {
        return Ok(());
    }
    deadline::is_not_reviewed(sheet, cell)?;
    says_enough(sheet, indicator, cell, &value)?;
    // Typing what is there already agrees with it, whatever was seen; anything else must know what it replaces.
    sheet.check_seen(Key::Value(cell), set.seen)?;
    sheet.put(Key::Value(cell), Record::Value(value));
    Ok(())
}

/// A change of what was handed in or approved sets it back to «введено».
pub(super) fn reopen(value: &mut Value) {
    if matches!(value.state, ValueState::Submitted | ValueState::Approved) {
        value.state = ValueState::Entered;
    }
}

/// Note and source are sound, and the note is there where it must be.
pub(super) fn says_enough(
    sheet: &Sheet,
    indicator: &Indicator,
    cell: Cell,
    value: &Value,
) -> Result<(), Refusal> {
    texts::lines(Field::Note, &value.note, NOTE_TEXT)?;
    match &value.source {
        Some(Source::Text(text)) => texts::full_line(Field::Source, text, NOTE_TEXT)?,
        Some(Source::Document(id)) => sheet.must_exist(Key::Document(*id))?,
        None => {}
    }
    if needs_note(indicator, &value.entry) && !carried::explains(sheet.state, &value.note) {
        return Err(Refusal::NoteRequired { cell });
    }
    Ok(())
}

/// A part of a ratio that is a base quantity nobody has given yet for the organisation becomes known with it.
fn learn_bases(sheet: &mut Sheet, cell: Cell) -> Result<(), Refusal> {
    let Some(Record::Value(value)) = sheet.written(Key::Value(cell)) else {
        return Ok(());
    };
    let indicator = indicator_of(sheet.state, cell)?;
    for (base, organisation, number) in bases::given(indicator, cell, &value.entry) {
        let key = Key::BaseValue(cell.period, base, organisation);
        let exists = sheet.state.base_quantities.contains_key(&base);
        if exists && sheet.must_exist(key).is_err() {
            sheet.put(key, Record::BaseValue(BaseValue { number }));
        }
    }
    Ok(())
}
