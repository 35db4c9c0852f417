//! Decisions: проект → подписано → исполняется → исполнено | отменено. What is signed keeps an act, and the terms that stand in it.

use chrono::{Datelike as _, NaiveDate};

use crate::domain::command::{AssignmentDraft, DecisionDraft, DecisionStep};
use crate::domain::followup::{Assignment, AssignmentState, Decision, DecisionState, Executor};
use crate::domain::ids::{AssignmentId, DecisionId, Seq};
use crate::domain::people::Role;
use crate::domain::record::{Key, Kind, Record};
use crate::domain::refusal::{Field, Refusal};

use super::documents::{choose, choose_act};
use super::names;
use super::sheet::Sheet;
use super::terms;
use super::texts::{self, LONG_TEXT, MOST_ITEMS, MOST_NAMED, NUMBER_TEXT, TITLE_TEXT};

/// A new decision with its assignments: a draft, or signed where it comes with its act.
pub(super) fn decide(sheet: &mut Sheet, draft: &DecisionDraft) -> Result<(), Refusal> {
    sheet.rights().need_one(Role::Head)?;
    check_fields(sheet, draft)?;
    let act = match &draft.document {
        Some(choice) => Some(choose_act(sheet, choice)?),
        None => None,
    };
    if act.is_some() && draft.assignments.is_empty() {
        let field = Field::Assignments;
        return Err(Refusal::Empty { field });
    }
    let state = match act {
        Some(_) => DecisionState::Signed,
        None => DecisionState::Draft,
    };
    let record = Record::Decision(Decision {
        title: draft.title.clone(),
        period: draft.period,
        grounds: draft.grounds.clone(),
        recommendations: draft.recommendations.clone(),
        reason: draft.reason.clone(),
        document: act.map(|(id, _)| id),
        control: draft.control.clone(),
        state,
    });
    let id = sheet.create(Kind::Decision, DecisionId, Key::Decision, record)?;
    assign(sheet, id, &draft.assignments, act.map(|(_, date)| date))
}

/// Changes a decision that is not at its end. Assignments that the draft leaves out are left alone.
pub(super) fn edit(
    sheet: &mut Sheet,
    id: DecisionId,
    seen: Seq,
    draft: &DecisionDraft,
) -> Result<(), Refusal> {
    let key = Key::Decision(id);
    sheet.rights().need_one(Role::Head)?;
    sheet.check_revision(key, seen)?;
    let present = find(sheet, id)?;
    check_fields(sheet, draft)?;
    let (document, act_date) = match (&present.state, &draft.document) {
        (DecisionState::Draft, None) => (None, None),
        (DecisionState::Draft, Some(choice)) => (Some(choose(sheet, choice)?), None),
        (DecisionState::Signed | DecisionState::InExecution, Some(choice)) => {
            let (document, date) = choose_act(sheet, choice)?;
            (Some(document), Some(date))
        }
        (DecisionState::Signed | DecisionState::InExecution, None) => {
            let field = Field::Document;
            return Err(Refusal::Empty { field });
        }
        (DecisionState::Executed | DecisionState::Cancelled { .. }, _) => {
            return Err(Refusal::WrongState { key });
        }
    };
    let after = Decision {
        title: draft.title.clone(),
        period: draft.period,
        grounds: draft.grounds.clone(),
        recommendations: draft.recommendations.clone(),
        reason: draft.reason.clone(),
        document,
        control: draft.control.clone(),
        state: present.state.clone(),
    };
    sheet.put(key, Record::Decision(after));
    assign(sheet, id, &draft.assignments, act_date)
}

/// Moves a decision.
pub(super) fn step(
    sheet: &mut Sheet,
    id: DecisionId,
    seen: Seq,
    step: &DecisionStep,
) -> Result<(), Refusal> {
    let key = Key::Decision(id);
    sheet.rights().need_one(Role::Head)?;
    sheet.check_revision(key, seen)?;
    let mut after = find(sheet, id)?.clone();
    match (step, &after.state) {
        (DecisionStep::Sign(choice), DecisionState::Draft) => {
            let (document, date) = choose_act(sheet, choice)?;
            let field = Field::Assignments;
            let mut assignments = assignments(sheet, id).peekable();
            assignments.peek().ok_or(Refusal::Empty { field })?;
            for (_, it) in assignments {
                terms::due(it.due, Some(date))?;
            }
            after.document = Some(document);
            after.state = DecisionState::Signed;
        }
        (DecisionStep::Execute, DecisionState::Signed) => after.state = DecisionState::InExecution,
        (DecisionStep::Complete, DecisionState::Signed | DecisionState::InExecution) => {
            // Not while anything of it is still on control.
            if let Some((open, _)) = controlled(sheet, id).next() {
                let key = Key::Assignment(open);
                return Err(Refusal::WrongState { key });
            }
            after.state = DecisionState::Executed;
        }
        (
            DecisionStep::Cancel { by },
            DecisionState::Draft | DecisionState::Signed | DecisionState::InExecution,
        ) => {
            texts::full_line(Field::Document, by, TITLE_TEXT)?;
            release_all(sheet, id, by);
            after.state = DecisionState::Cancelled { by: by.clone() };
        }
        _ => return Err(Refusal::WrongState { key }),
    }
    sheet.put(key, Record::Decision(after));
    Ok(())
}

/// The decision under an id.
pub(super) fn find<'a>(sheet: &Sheet<'a>, id: DecisionId) -> Result<&'a Decision, Refusal> {
    let found = sheet.state.decisions.get(&id);
    let key = Key::Decision(id);
    found.map(|it| &it.body).ok_or(Refusal::Missing { key })
}

/// The date of the act by which a decision is signed. Whoever does not see names is told the month of an act, and judged by it: a refusal
/// would tell the day.
pub(super) fn act_date(sheet: &Sheet, decision: &Decision) -> Option<NaiveDate> {
    let date = sheet.state.documents.get(&decision.document?)?.date?;
    match names::sees(sheet.state, &sheet.actor) {
        true => Some(date),
        false => date.with_day(1),
    }
}

/// What is cancelled is no longer on control.
fn release_all(sheet: &mut Sheet, id: DecisionId, why: &str) {
    let by = sheet.actor.user;
    let open: Vec<_> = controlled(sheet, id).collect();
    for (assignment, it) in open {
        let reason = why.to_owned();
        let after = Assignment {
            state: AssignmentState::Released { reason, by },
            ..it.clone()
        };
        sheet.put(Key::Assignment(assignment), Record::Assignment(after));
    }
}

/// The assignments of a decision.
fn assignments<'a>(
    sheet: &Sheet<'a>,
    id: DecisionId,
) -> impl Iterator<Item = (AssignmentId, &'a Assignment)> + use<'a> {
    let state = sheet.state;
    (state.assignments_of.of(id))
        .filter_map(move |id| Some((id, &state.assignments.get(&id)?.body)))
}

/// Those that are still on control.
fn controlled<'a>(
    sheet: &Sheet<'a>,
    id: DecisionId,
) -> impl Iterator<Item = (AssignmentId, &'a Assignment)> + use<'a> {
    assignments(sheet, id).filter(|(_, it)| it.state == AssignmentState::Controlled)
}

fn check_fields(sheet: &Sheet, draft: &DecisionDraft) -> Result<(), Refusal> {
    sheet.period(draft.period)?;
    texts::name(Field::Title, &draft.title, TITLE_TEXT)?;
    texts::full_lines(Field::Reason, &draft.reason, LONG_TEXT)?;
    texts::name_or_none(Field::Control, &draft.control, TITLE_TEXT)?;
    for (field, given) in [
        (Field::Ground, draft.grounds.len()),
        (Field::Ground, draft.recommendations.len()),
        (Field::Assignments, draft.assignments.len()),
    ] {
        texts::at_most(field, MOST_ITEMS, given)?;
    }
    for cell in &draft.grounds {
        terms::ground(sheet, *cell)?;
    }
    for id in &draft.recommendations {
        sheet.must_exist(Key::Recommendation(*id))?;
    }
    Ok(())
}

/// Writes new and changed assignments down. `act_date` is that of a signed act.
fn assign(
    sheet: &mut Sheet,
    decision: DecisionId,
    drafts: &[AssignmentDraft],
    act_date: Option<NaiveDate>,
) -> Result<(), Refusal> {
    for draft in drafts {
        check_assignment(sheet, draft)?;
        match draft.edits {
            Some((id, seen)) => reassign(sheet, decision, id, seen, draft, act_date)?,
            None => {
                terms::due(draft.due, act_date)?;
                let record = Record::Assignment(Assignment {
                    decision,
                    number: draft.number.clone(),
                    text: draft.text.clone(),
                    executors: draft.executors.clone(),
                    due: draft.due,
                    prolongations: Vec::new(),
                    state: AssignmentState::Controlled,
                });
                sheet.create(Kind::Assignment, AssignmentId, Key::Assignment, record)?;
            }
        }
    }
    one_number_each(sheet, decision)
}

/// Changes one assignment on control. The term in a signed act is moved by prolonging only, so that the first date is kept.
fn reassign(
    sheet: &mut Sheet,
    decision: DecisionId,
    id: AssignmentId,
    seen: Seq,
    draft: &AssignmentDraft,
    act_date: Option<NaiveDate>,
) -> Result<(), Refusal> {
    let key = Key::Assignment(id);
    let present = (sheet.state.assignments.get(&id)).filter(|it| it.decision == decision);
    let Some(present) = present else {
        return Err(Refusal::Missing { key });
    };
    let after = Assignment {
        number: draft.number.clone(),
        text: draft.text.clone(),
        executors: draft.executors.clone(),
        due: draft.due,
        ..present.body.clone()
    };
    if after == present.body {
        return Ok(());
    }
    sheet.check_revision(key, seen)?;
    let keeps_term = act_date.is_none() || after.due == present.due;
    if present.state != AssignmentState::Controlled || !keeps_term {
        return Err(Refusal::WrongState { key });
    }
    terms::due(draft.due, None)?;
    sheet.put(key, Record::Assignment(after));
    Ok(())
}

fn check_assignment(sheet: &Sheet, draft: &AssignmentDraft) -> Result<(), Refusal> {
    texts::full_line(Field::Number, &draft.number, NUMBER_TEXT)?;
    texts::full_lines(Field::Text, &draft.text, LONG_TEXT)?;
    let nobody = Refusal::Empty {
        field: Field::Executors,
    };
    if draft.executors.is_empty() {
        return Err(nobody);
    }
    texts::at_most(Field::Executors, MOST_NAMED, draft.executors.len())?;
    for executor in &draft.executors {
        match executor {
            Executor::Head(it) => terms::addressee(sheet, it)?,
            Executor::User(id) => sheet.must_exist(Key::User(*id))?,
            Executor::Post(post) => texts::name(Field::Executors, post, TITLE_TEXT)?,
            Executor::Group(ids) if ids.is_empty() => return Err(nobody),
            Executor::Group(ids) => {
                texts::at_most(Field::Executors, MOST_ITEMS, ids.len())?;
                for id in ids {
                    sheet.must_exist(Key::Organisation(*id))?;
                }
            }
        }
    }
    Ok(())
}

/// Within a decision a number names one assignment.
fn one_number_each(sheet: &Sheet, decision: DecisionId) -> Result<(), Refusal> {
    let mut numbers: Vec<(String, Key)> = Vec::new();
    let stored = assignments(sheet, decision).map(|(id, it)| (Key::Assignment(id), it));
    let written = sheet
        .all_written()
        .filter_map(|(key, record)| match record {
            Record::Assignment(it) if it.decision == decision => Some((key, it)),
            _ => None,
        });
    let unwritten = stored.filter(|(key, _)| sheet.written(*key).is_none());
    for (key, it) in unwritten.chain(written) {
        let number = it.number.trim().to_owned();
        if let Some((_, key)) = numbers.iter().find(|(other, _)| *other == number) {
            return Err(Refusal::Taken { key: *key });
        }
        numbers.push((number, key));
    }
    Ok(())
}
