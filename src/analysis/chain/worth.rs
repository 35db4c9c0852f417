//! Which values of an organisation are worth telling, and which periods come after one. Must not know what is told of them.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::analysis::rows::organisations_of;
use crate::analysis::{attention, indicator, measure};
use crate::domain::ids::{IndicatorId, OrganisationId, PeriodId, PersonId};
use crate::domain::state::State;
use crate::domain::value::{Cell, Subject};

/// The organisation's cells (and its heads' own) in the period that were acted upon, or are low.
pub(super) fn worth_telling(
    state: &State,
    organisation: OrganisationId,
    period: PeriodId,
) -> Vec<Cell> {
    let mut cells = BTreeSet::new();
    for id in state.recommendations_of.of(organisation) {
        let ground = state.recommendations.get(&id).and_then(|it| it.ground);
        cells.extend(ground.filter(|it| {
            it.period == period && organisations_of(state, it.subject).contains(&organisation)
        }));
    }
    let Some(edition) = state.edition_of(period) else {
        return Vec::new();
    };
    let subjects = subjects_of(state, organisation);
    let all = (edition, IndicatorId(0))..=(edition, IndicatorId(u32::MAX));
    for ((_, id), wording) in state.indicators.range(all) {
        for subject in &subjects {
            let cell = Cell {
                period,
                indicator: *id,
                subject: *subject,
            };
            let figure = measure::figure(state, cell);
            let acted_upon = state.decisions_about.of(cell).next().is_some()
                || state.notes_about.of(cell).next().is_some()
                || state.activities_about.of(cell).next().is_some();
            if figure.is_filled()
                && (acted_upon
                    || attention::low(wording, &figure, indicator::best(state, cell)).is_some())
            {
                cells.insert(cell);
            }
        }
    }
    cells.into_iter().collect()
}

/// The organisation and everybody who has ever headed it.
fn subjects_of(state: &State, organisation: OrganisationId) -> Vec<Subject> {
    let persons: BTreeSet<PersonId> = state
        .appointments_of
        .of(organisation)
        .filter_map(|it| Some(state.appointments.get(&it)?.person))
        .collect();
    std::iter::once(Subject::Organisation(organisation))
        .chain(persons.into_iter().map(Subject::Person))
        .collect()
}

/// The later periods of the same kind with their last days, in order of time.
#[must_use]
pub fn periods_after(state: &State, period: PeriodId) -> Vec<(PeriodId, NaiveDate)> {
    let Some(now) = state.periods.get(&period) else {
        return Vec::new();
    };
    let mut later: Vec<(NaiveDate, PeriodId)> = state
        .periods
        .iter()
        .filter(|(_, it)| it.kind == now.kind && it.from > now.to)
        .map(|(id, it)| (it.to, *id))
        .collect();
    later.sort_unstable();
    later.into_iter().map(|(to, id)| (id, to)).collect()
}
