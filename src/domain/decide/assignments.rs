//! Assignments: на контроле → исполнено в срок | исполнено с нарушением срока | не исполнено; снято с контроля by the head
//! of department only. The first date is kept however often it is prolonged.

use chrono::NaiveDate;

use crate::domain::command::AssignmentStep;
use crate::domain::followup::{Assignment, AssignmentState, DecisionState, Executor, due_now};
use crate::domain::ids::{AssignmentId, OrganisationId, Seq};
use crate::domain::people::Role;
use crate::domain::record::{Key, Record};
use crate::domain::refusal::{Field, Refusal};

use super::decisions;
use super::rights::{LEADING, Part, Rights};
use super::sheet::Sheet;
use super::terms;
use super::texts::{self, NOTE_TEXT};

/// Moves an assignment.
pub(super) fn step(
    sheet: &mut Sheet,
    id: AssignmentId,
    seen: Seq,
    step: &AssignmentStep,
) -> Result<(), Refusal> {
    let key = Key::Assignment(id);
    sheet.check_revision(key, seen)?;
    let present = find(sheet, id)?;
    may_lead(sheet, present)?;
    let decision = decisions::find(sheet, present.decision)?;
    if !matches!(
        decision.state,
        DecisionState::Signed | DecisionState::InExecution
    ) {
        let key = Key::Decision(present.decision);
        return Err(Refusal::WrongState { key });
    }
    let signed_on = decisions::act_date(sheet, decision);
    let after = moved(sheet, key, present, step, signed_on)?;
    sheet.put(key, Record::Assignment(after));
    Ok(())
}

/// The assignment under an id.
pub(super) fn find<'a>(sheet: &Sheet<'a>, id: AssignmentId) -> Result<&'a Assignment, Refusal> {
    let found = sheet.state.assignments.get(&id);
    let key = Key::Assignment(id);
    found.map(|it| &it.body).ok_or(Refusal::Missing { key })
}

/// Refuses who may not lead an assignment: a methodist of one of its organisations, or the head of department.
pub(super) fn may_lead(sheet: &Sheet, it: &Assignment) -> Result<(), Refusal> {
    lead(&sheet.rights(), it)
}

/// The same by the rights alone.
pub(super) fn lead(rights: &Rights, it: &Assignment) -> Result<(), Refusal> {
    let organisations: Vec<OrganisationId> = (it.executors.iter())
        .flat_map(|it| match it {
            Executor::Head(it) => vec![it.organisation],
            Executor::Group(ids) => ids.clone(),
            Executor::User(_) | Executor::Post(_) => Vec::new(),
        })
        .collect();
    let parts = [Part::Organisations(organisations)];
    rights.need_for(&LEADING, &parts)
}

/// The assignment after a step.
fn moved(
    sheet: &Sheet,
    key: Key,
    present: &Assignment,
    step: &AssignmentStep,
    signed_on: Option<NaiveDate>,
) -> Result<Assignment, Refusal> {
    let rights = sheet.rights();
    let mut after = present.clone();
    match (step, &present.state) {
        (AssignmentStep::Done { on }, AssignmentState::Controlled) => {
            terms::happened(sheet, *on, signed_on)?;
            let term = due_now(present.due, &present.prolongations);
            after.state = AssignmentStep::done_state(term, *on);
        }
        (AssignmentStep::NotDone, AssignmentState::Controlled) => {
            after.state = AssignmentState::NotDone;
        }
        (AssignmentStep::Prolong { to, ground }, AssignmentState::Controlled) => {
            let so_far = &present.prolongations;
            after.prolongations = terms::prolonged(sheet, key, present.due, so_far, (*to, ground))?;
        }
        (AssignmentStep::Release { reason }, AssignmentState::Controlled) => {
            rights.need_one(Role::Head)?;
            texts::full_lines(Field::Reason, reason, NOTE_TEXT)?;
            after.state = AssignmentState::Released {
                reason: reason.clone(),
                by: sheet.actor.user,
            };
        }
        (AssignmentStep::Reopen, AssignmentState::Released { .. }) => {
            rights.need_one(Role::Head)?;
            after.state = AssignmentState::Controlled;
        }
        (
            AssignmentStep::Reopen,
            AssignmentState::DoneInTime { .. }
            | AssignmentState::DoneLate { .. }
            | AssignmentState::NotDone,
        ) => after.state = AssignmentState::Controlled,
        _ => return Err(Refusal::WrongState { key }),
    }
    Ok(after)
}
