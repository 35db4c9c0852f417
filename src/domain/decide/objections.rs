//! Objections of heads to a value or to the results: taken down, put right, answered. A closed period does not stand in the way.

use crate::domain::ids::{ObjectionId, OrganisationId, PersonId, Seq};
use crate::domain::people::Role;
use crate::domain::record::{Key, Kind, Record};
use crate::domain::refusal::{Field, Refusal};
use crate::domain::results::{Objection, ObjectionAnswer};
use crate::domain::state::State;
use crate::domain::value::{Cell, Subject};

use super::collected::headed_in;
use super::rights::{LEADING, Part, Rights};
use super::sheet::{Sheet, loaded};
use super::terms::{self, happened, not_before};
use super::texts::{self, LONG_TEXT, NUMBER_TEXT};

/// Takes an objection down.
pub(super) fn add(sheet: &mut Sheet, it: &Objection) -> Result<(), Refusal> {
    lead(&sheet.rights(), it)?;
    check(sheet, it, None)?;
    let record = Record::Objection(Objection {
        answer: None,
        ..it.clone()
    });
    sheet.create(Kind::Objection, ObjectionId, Key::Objection, record)?;
    Ok(())
}

/// Puts an objection right. What was answered stays: then only the head of department, who answered it, puts it right.
pub(super) fn edit(
    sheet: &mut Sheet,
    id: ObjectionId,
    seen: Seq,
    it: &Objection,
) -> Result<(), Refusal> {
    let key = Key::Objection(id);
    let present = find(sheet, id)?;
    let after = Objection {
        answer: present.answer.clone(),
        ..it.clone()
    };
    may_change(&sheet.rights(), Some(present), Some(&after))?;
    sheet.check_revision(key, seen)?;
    check(sheet, it, Some(present))?;
    if let Some(answer) = &present.answer
        && it.received > answer.on
    {
        return Err(Refusal::DateAfter {
            field: Field::Date,
            given: it.received,
            latest: answer.on,
        });
    }
    sheet.put(key, Record::Objection(after));
    Ok(())
}

/// Answers an objection, or puts the answer right.
pub(super) fn answer(
    sheet: &mut Sheet,
    id: ObjectionId,
    seen: Seq,
    answer: &ObjectionAnswer,
) -> Result<(), Refusal> {
    sheet.rights().need_one(Role::Head)?;
    let key = Key::Objection(id);
    let present = find(sheet, id)?;
    sheet.check_revision(key, seen)?;
    happened(sheet, answer.on, Some(present.received))?;
    texts::line(Field::Number, &answer.number, NUMBER_TEXT)?;
    texts::full_lines(Field::Text, &answer.text, LONG_TEXT)?;
    let record = Record::Objection(Objection {
        answer: Some(answer.clone()),
        ..present.clone()
    });
    sheet.put(key, record);
    Ok(())
}

/// Refuses who may not take down what this organisation objects to.
pub(super) fn lead(rights: &Rights, it: &Objection) -> Result<(), Refusal> {
    lead_of(rights, it.organisation, it.cell)
}

/// The same of an objection that is not written yet.
pub(super) fn lead_of(
    rights: &Rights,
    organisation: OrganisationId,
    cell: Option<Cell>,
) -> Result<(), Refusal> {
    let whom = Part::Organisations(vec![organisation]);
    let direction = cell.map(|cell| rights.direction(cell));
    let parts: Vec<Part> = [whom].into_iter().chain(direction).collect();
    rights.need_for(&LEADING, &parts)
}

/// Refuses who may not do or undo such a change: what is answered is the head of department's.
pub(super) fn may_change(
    rights: &Rights,
    before: Option<&Objection>,
    after: Option<&Objection>,
) -> Result<(), Refusal> {
    let mut both = [before, after].into_iter().flatten();
    if both.clone().any(|it| it.answer.is_some()) {
        return rights.need_one(Role::Head);
    }
    both.try_for_each(|it| lead(rights, it))
}

fn find<'a>(sheet: &Sheet<'a>, id: ObjectionId) -> Result<&'a Objection, Refusal> {
    let found = sheet.state.objections.get(&id);
    let key = Key::Objection(id);
    found.map(|it| &it.body).ok_or(Refusal::Missing { key })
}

/// `present` is what is put right: whom it names was looked at when it was taken down.
fn check(sheet: &Sheet, it: &Objection, present: Option<&Objection>) -> Result<(), Refusal> {
    sheet.period(it.period)?;
    sheet.must_exist(Key::Organisation(it.organisation))?;
    if let Some(id) = it.person {
        sheet.must_exist(Key::Person(id))?;
        let whose = |it: &Objection| (it.person, it.organisation, it.period);
        let stays = present.is_some_and(|present| whose(present) == whose(it));
        if !stays && !headed(sheet.state, it, id)? {
            return Err(Refusal::NeverHeaded {
                person: id,
                organisation: it.organisation,
                period: it.period,
            });
        }
    }
    if let Some(cell) = it.cell {
        terms::ground(sheet, cell)?;
        if !belongs(sheet.state, it, cell)? {
            return Err(Refusal::NotCollected { cell });
        }
    }
    happened(sheet, it.received, None)?;
    texts::full_line(Field::Number, &it.number, NUMBER_TEXT)?;
    texts::full_lines(Field::Text, &it.substance, LONG_TEXT)?;
    not_before(Field::Due, Some(it.due), it.received)
}

/// Whether a cell is of the period of an objection, and tells of its organisation or of somebody who headed it then.
fn belongs(state: &State, it: &Objection, cell: Cell) -> Result<bool, Refusal> {
    if cell.period != it.period {
        return Ok(false);
    }
    match cell.subject {
        Subject::Organisation(id) => Ok(id == it.organisation),
        Subject::Person(person) => headed(state, it, person),
        Subject::Municipality => Ok(false),
    }
}

/// Whether somebody headed the organisation of an objection in its period: by the appointments, or by the results of the period, which know
/// who was head then, whatever became of the appointments.
fn headed(state: &State, it: &Objection, person: PersonId) -> Result<bool, Refusal> {
    let period = state.periods.get(&it.period);
    let mut heads = (period.into_iter()).flat_map(|period| headed_in(state, person, period));
    if heads.any(|id| id == it.organisation) {
        return Ok(true);
    }
    loaded(state, it.period)?;
    let row = state.result_row(it.period, it.organisation);
    Ok(row.is_some_and(|row| {
        let mut heads = row.tenures.iter().filter_map(|it| it.head);
        heads.any(|(_, id, _)| id == person)
    }))
}
