//! Findings that are right as they stand: whoever may enter the cell says why, and takes it back.
//!
//! What a rule finds is not looked for here: the mark that a confirmation carries tells later whether it is about what is found then.

use crate::domain::command::Confirm;
use crate::domain::ids::Seq;
use crate::domain::record::{Key, Record};
use crate::domain::refusal::{Field, Refusal};
use crate::domain::rule::{Confirmation, RuleKind};
use crate::domain::value::Cell;

use super::collected::collected;
use super::sheet::{Sheet, loaded};
use super::texts::{self, MOST_ITEMS, NOTE_TEXT, at_most};

/// Says of findings why they are right as they stand.
pub(super) fn confirm(sheet: &mut Sheet, it: &Confirm) -> Result<(), Refusal> {
    let Confirm { found, note } = it;
    at_most(Field::Ground, MOST_ITEMS, found.len())?;
    for it in found {
        may_speak_of(sheet, it.cell)?;
        // What is not collected has no findings, and what is computed has none of its own.
        collected(sheet.state, it.cell)?;
        sheet.check_seen(Key::Confirmation(it.cell, it.rule), it.seen)?;
    }
    texts::full_lines(Field::Note, note, NOTE_TEXT)?;
    for it in found {
        let record = Record::Confirmation(Confirmation {
            note: note.clone(),
            mark: it.mark,
        });
        sheet.put(Key::Confirmation(it.cell, it.rule), record);
    }
    Ok(())
}

/// Takes back what was said of findings.
pub(super) fn take_back(sheet: &mut Sheet, all: &[(Cell, RuleKind, Seq)]) -> Result<(), Refusal> {
    at_most(Field::Ground, MOST_ITEMS, all.len())?;
    for (cell, rule, seen) in all {
        let key = Key::Confirmation(*cell, *rule);
        may_speak_of(sheet, *cell)?;
        if sheet.state.stamp(key).is_none() {
            return Err(Refusal::Missing { key });
        }
        sheet.check_revision(key, *seen)?;
        sheet.remove(key);
    }
    Ok(())
}

/// Whoever may enter the cell, while its period takes values: also after the day until which values are handed in.
fn may_speak_of(sheet: &Sheet, cell: Cell) -> Result<(), Refusal> {
    loaded(sheet.state, cell.period)?;
    sheet.open_period(cell.period)?;
    sheet.rights().may_enter(cell)
}
