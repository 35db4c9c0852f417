//! A working edition becomes the one in force: for ever, and for the periods that are measured by it from now on.
//!
//! Whoever publishes has seen the whole of it; [`soundness`](crate::domain::soundness) says what must be mended before.

use crate::domain::catalogue::{Edition, EditionState};
use crate::domain::ids::{EditionId, PeriodId, Seq};
use crate::domain::period::PeriodState;
use crate::domain::record::{Key, Record};
use crate::domain::refusal::{Field, Refusal};
use crate::domain::soundness::problems;
use crate::domain::state::State;

use super::editions::draft;
use super::periods;
use super::sheet::Sheet;
use super::terms::not_before;

/// Publishes a working edition, and binds periods to it that have no value yet.
pub(super) fn publish(
    sheet: &mut Sheet,
    id: EditionId,
    seen: Seq,
    periods: &[(PeriodId, Seq)],
) -> Result<(), Refusal> {
    let edition = draft(sheet, id)?.clone();
    sheet.check_whole(id, seen)?;
    fit(sheet.state, id)?;
    for (period, seen) in periods {
        let key = Key::Period(*period);
        let present = sheet.period(*period)?;
        sheet.check_revision(key, *seen)?;
        if present.state == PeriodState::Closed {
            return Err(Refusal::PeriodClosed { period: *period });
        }
        if periods::has_entries(sheet, *period)? {
            return Err(Refusal::PeriodHasValues { period: *period });
        }
        if let Some(applies_from) = edition.applies_from {
            not_before(Field::From, Some(present.from), applies_from)?;
        }
        let mut bound = present.body.clone();
        bound.edition = id;
        sheet.put(key, Record::Period(bound));
    }
    let published = Edition {
        state: EditionState::Published,
        ..edition
    };
    sheet.put(Key::Edition(id), Record::Edition(published));
    Ok(())
}

/// Refuses an edition with a fault that keeps it from being published.
pub(super) fn fit(state: &State, id: EditionId) -> Result<(), Refusal> {
    let faults = problems(state, id).into_iter();
    let mut faults = faults.filter(|it| it.is_fault());
    match faults.next() {
        None => Ok(()),
        Some(first) => Err(Refusal::EditionUnfit {
            edition: id,
            at: first.key,
            faults: 1 + faults.count(),
        }),
    }
}
