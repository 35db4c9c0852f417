//! What is said about a value, and its way: введено → на проверке → утверждено, or back «на доработку».

use crate::domain::command::{Seen, ValueDetail, ValueStep};
use crate::domain::ids::Seq;
use crate::domain::people::Role;
use crate::domain::record::{Key, Record};
use crate::domain::refusal::{Field, Refusal};
use crate::domain::value::{Cell, Entry, Value, ValueState};

use super::collected::{collected, indicator_of};
use super::deadline;
use super::entry::takes;
use super::rights::person_of;
use super::sheet::Sheet;
use super::texts::{self, NOTE_TEXT};
use super::values::{reopen, says_enough};

/// Changes what is said about a value.
pub(super) fn detail(
    sheet: &mut Sheet,
    cell: Cell,
    seen: Seen,
    detail: &ValueDetail,
) -> Result<(), Refusal> {
    let present = sheet.value(cell)?.map(|it| &it.body);
    sheet.open_period(cell.period)?;
    sheet.rights().may_enter(cell)?;
    let indicator = match present {
        Some(_) => indicator_of(sheet.state, cell)?,
        None => collected(sheet.state, cell)?,
    };
    let fresh = Value::entered(Entry::Empty, sheet.actor.user);
    let before = present.unwrap_or(&fresh);
    let mut value = before.clone();
    if let Some(note) = &detail.note {
        value.note.clone_from(note);
    }
    if let Some(source) = &detail.source {
        value.source.clone_from(source);
    }
    if let Some(evidence) = detail.evidence {
        evidence.map_or(Ok(()), |id| sheet.must_exist(Key::Document(id)))?;
        value.evidence = evidence;
    }
    if let Some(own) = &detail.self_assessment {
        let taken = own.as_ref().map(|it| takes(indicator, cell, it));
        value.self_assessment = taken.transpose()?.map(Box::new);
    }
    if value != *before {
        deadline::is_not_reviewed(sheet, cell)?;
        reopen(&mut value);
    }
    // A mark to come back is nobody's business but the one who checks; it reopens nothing.
    value.follow_up = detail.follow_up.unwrap_or(value.follow_up);
    if value == *before {
        return Ok(());
    }
    says_enough(sheet, indicator, cell, &value)?;
    sheet.check_seen(Key::Value(cell), seen)?;
    sheet.put(Key::Value(cell), Record::Value(value));
    Ok(())
}

/// Moves values on their way, all or none.
pub(super) fn step(
    sheet: &mut Sheet,
    cells: &[(Cell, Seq)],
    step: &ValueStep,
) -> Result<(), Refusal> {
    for (cell, seen) in cells {
        let key = Key::Value(*cell);
        let present = sheet.value(*cell)?;
        sheet.open_period(cell.period)?;
        let may = match step {
            ValueStep::Submit => sheet.rights().may_enter(*cell),
            ValueStep::Approve | ValueStep::Return { .. } => sheet.rights().need_one(Role::Head),
        };
        may?;
        let Some(present) = present else {
            return Err(Refusal::Missing { key });
        };
        sheet.check_seen(key, Seen::At(*seen))?;
        let state = match step {
            ValueStep::Submit => submit(sheet, *cell, present)?,
            ValueStep::Approve => approve(sheet, *cell, present)?,
            ValueStep::Return { reason } => send_back(*cell, present, reason)?,
        };
        let value = Value {
            state,
            ..present.body.clone()
        };
        sheet.put(key, Record::Value(value));
    }
    Ok(())
}

fn submit(sheet: &Sheet, cell: Cell, value: &Value) -> Result<ValueState, Refusal> {
    if !matches!(
        value.state,
        ValueState::Entered | ValueState::Returned { .. }
    ) {
        let key = Key::Value(cell);
        return Err(Refusal::WrongState { key });
    }
    if value.entry == Entry::Empty {
        return Err(Refusal::NothingToSubmit { cell });
    }
    let indicator = indicator_of(sheet.state, cell)?;
    says_enough(sheet, indicator, cell, value)?;
    if indicator.evidence_required && value.entry.is_filled() && value.evidence.is_none() {
        let field = Field::Document;
        return Err(Refusal::Empty { field });
    }
    Ok(ValueState::Submitted)
}

fn approve(sheet: &Sheet, cell: Cell, value: &Value) -> Result<ValueState, Refusal> {
    if value.state != ValueState::Submitted {
        let key = Key::Value(cell);
        return Err(Refusal::WrongState { key });
    }
    let state = sheet.state;
    let own = person_of(state, value.entered_by) == person_of(state, sheet.actor.user);
    let may = sheet.rights().other_approvers();
    if own && !may.is_nobody() {
        return Err(Refusal::OwnEntry { cell, may });
    }
    Ok(ValueState::Approved)
}

fn send_back(cell: Cell, value: &Value, reason: &str) -> Result<ValueState, Refusal> {
    if !matches!(value.state, ValueState::Submitted | ValueState::Approved) {
        let key = Key::Value(cell);
        return Err(Refusal::WrongState { key });
    }
    texts::full_lines(Field::Reason, reason, NOTE_TEXT)?;
    let reason = reason.to_owned();
    Ok(ValueState::Returned { reason })
}
