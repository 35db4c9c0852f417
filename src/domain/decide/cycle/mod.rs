//! The management cycle: what a person may ask for of sections, requirements, citations, goals, analysis, activities and reviews.
//!
//! Invariant: a submitted round stays what it was.

mod activities;
mod citations;
mod goals;
mod page;
mod rounds;
mod taken_back;

pub(super) use activities::{lead_activity, lead_measure, lead_review_on};
pub(super) use goals::lead_direction;
pub(super) use taken_back::{is_not_frozen, may_change};

use crate::domain::cycle_command::CycleCommand;
use crate::domain::people::Role;
use crate::domain::refusal::Refusal;

use super::sheet::Sheet;

/// Who keeps sections and their rounds.
pub(super) const KEEPING: [Role; 2] = [Role::Head, Role::Administrator];

/// Carries out a command of the cycle.
pub(super) fn carry_out(sheet: &mut Sheet, command: &CycleCommand) -> Result<(), Refusal> {
    match command {
        CycleCommand::Found {
            section,
            year,
            requirements,
        } => rounds::found(sheet, section, *year, requirements),
        CycleCommand::EditSection { id, seen, section } => {
            rounds::edit_section(sheet, *id, *seen, section)
        }
        CycleCommand::StartRound { from, year } => rounds::start(sheet, *from, *year),
        CycleCommand::SubmitRound {
            id,
            seen,
            on,
            number,
        } => rounds::submit(sheet, *id, *seen, (*on, number)),
        CycleCommand::PutRequirement {
            id,
            seen,
            requirement,
        } => rounds::put_requirement(sheet, *id, *seen, requirement),
        CycleCommand::Cite(drafts) => citations::cite(sheet, drafts),
        CycleCommand::EditCitation {
            id,
            seen,
            pages,
            note,
        } => citations::edit(sheet, *id, *seen, (pages, note)),
        CycleCommand::MoveCitations { ids, to } => citations::move_to(sheet, ids, *to),
        CycleCommand::CopyCitations { ids, to } => citations::copy(sheet, ids, to),
        CycleCommand::RetireCitations { ids, retired } => citations::retire(sheet, ids, *retired),
        CycleCommand::ReplaceDocument {
            from,
            to,
            citations,
            keep_pages,
            repealed,
        } => citations::replace(sheet, (*from, to), citations, (*keep_pages, *repealed)),
        CycleCommand::TakePage(it) => page::take(sheet, it),
        CycleCommand::PutGoal { at, goal, document } => {
            goals::put_goal(sheet, *at, goal, document.as_ref())
        }
        CycleCommand::PutNote { at, note, document } => {
            goals::put_note(sheet, *at, note, document.as_ref())
        }
        CycleCommand::PutActivity {
            at,
            activity,
            documents,
        } => activities::put_activity(sheet, *at, activity, documents),
        CycleCommand::PutReview {
            at,
            review,
            document,
        } => activities::put_review(sheet, *at, review, document.as_ref()),
    }
}
