//! When entries come too late: where a period says that it locks, nothing is entered after its last day, but what was sent back to be done
//! again; of a period on review what is approved stands until it is sent back.
//!
//! Whoever is late is given time by an exception of the period, not by being somebody.

use crate::domain::ids::{OrganisationId, PROGRAM, PeriodId};
use crate::domain::people::Role;
use crate::domain::period::PeriodState;
use crate::domain::refusal::Refusal;
use crate::domain::value::{Cell, ValueState};

use super::collected::answering;
use super::sheet::Sheet;

/// Refuses an entry into a cell that comes too late.
pub(super) fn takes_cell(sheet: &Sheet, cell: Cell) -> Result<(), Refusal> {
    let returned =
        (sheet.state.value(cell)).is_some_and(|it| matches!(it.state, ValueState::Returned { .. }));
    if returned {
        return Ok(());
    }
    takes(sheet, cell.period, &answering(sheet.state, cell))
}

/// Refuses another entry over an approved one while the period is on review: whoever looks through it would not see it change. The head of
/// department, who may send it back, may as well put it right.
pub(super) fn is_not_reviewed(sheet: &Sheet, cell: Cell) -> Result<(), Refusal> {
    let state = sheet.state;
    let is_on_review =
        (state.periods.get(&cell.period)).is_some_and(|it| it.state == PeriodState::Review);
    let is_approved = (state.value(cell)).is_some_and(|it| it.state == ValueState::Approved);
    if !is_on_review || !is_approved || sheet.rights().has(Role::Head) {
        return Ok(());
    }
    let may = sheet.rights().all_with(&[Role::Head]);
    Err(Refusal::UnderReview { cell, may })
}

/// Refuses a number of the period that comes too late for all of these organisations; with none, for the period as a whole.
pub(super) fn takes(
    sheet: &Sheet,
    id: PeriodId,
    organisations: &[OrganisationId],
) -> Result<(), Refusal> {
    let Some(period) = sheet.state.periods.get(&id) else {
        return Ok(());
    };
    // Of several the one with most time: what describes a person is asked for once.
    let latest = (organisations.iter())
        .filter_map(|it| Some((period.locked_after(Some(*it))?, Some(*it))))
        .max_by_key(|(until, _)| *until);
    let Some((until, organisation)) = latest.or_else(|| Some((period.locked_after(None)?, None)))
    else {
        return Ok(());
    };
    if sheet.now.today <= until || sheet.actor.user == PROGRAM {
        return Ok(());
    }
    Err(Refusal::DeadlinePassed {
        period: id,
        organisation,
        until,
        may: sheet.rights().all_with(&[Role::Administrator, Role::Head]),
    })
}
