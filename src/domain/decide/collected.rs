//! Which cells there are: an indicator is collected of a subject in a period, or it is not.

use crate::domain::catalogue::{Indicator, SubjectKind};
use crate::domain::ids::{OrganisationId, PersonId};
use crate::domain::people::Organisation;
use crate::domain::period::Period;
use crate::domain::record::Key;
use crate::domain::refusal::Refusal;
use crate::domain::state::State;
use crate::domain::value::{Cell, Subject};

/// The indicator of a cell as the period's edition words it, if the cell is one that is collected and typed.
///
/// # Errors
/// `Missing` where period, indicator or subject don't exist; `NotCollected` where they don't belong together, or the
/// indicator is retired or not due in a period of this length; `Computed` where the number comes from another indicator.
pub fn collected(state: &State, cell: Cell) -> Result<&Indicator, Refusal> {
    let Some(period) = state.periods.get(&cell.period) else {
        let key = Key::Period(cell.period);
        return Err(Refusal::Missing { key });
    };
    let indicator = indicator_of(state, cell)?;
    if !indicator.is_due(period.kind) || !belongs(state, period, indicator, cell.subject)? {
        return Err(Refusal::NotCollected { cell });
    }
    if indicator.measure.computed_from().is_some() {
        return Err(Refusal::Computed { cell });
    }
    Ok(indicator)
}

/// The indicator of a cell as the period's edition words it.
pub(super) fn indicator_of(state: &State, cell: Cell) -> Result<&Indicator, Refusal> {
    let known = state.indicator_in(cell.period, cell.indicator);
    known.map(|it| &it.body).ok_or_else(|| Refusal::Missing {
        key: match state.edition_of(cell.period) {
            Some(edition) => Key::Indicator(edition, cell.indicator),
            None => Key::Period(cell.period),
        },
    })
}

/// Whether the indicator is one of this subject in this period.
fn belongs(
    state: &State,
    period: &Period,
    indicator: &Indicator,
    subject: Subject,
) -> Result<bool, Refusal> {
    Ok(match (indicator.level, subject) {
        (SubjectKind::Organisation, Subject::Organisation(id)) => {
            let key = Key::Organisation(id);
            let found = state.organisations.get(&id);
            let organisation = found.ok_or(Refusal::Missing { key })?;
            is_asked(organisation, period, indicator)
        }
        (SubjectKind::Person, Subject::Person(id)) => {
            let key = Key::Person(id);
            if !state.persons.contains_key(&id) {
                return Err(Refusal::Missing { key });
            }
            headed_in(state, id, period)
                .filter_map(|id| state.organisations.get(&id))
                .any(|organisation| is_asked(organisation, period, indicator))
        }
        (SubjectKind::Municipality, Subject::Municipality) => true,
        _ => false,
    })
}

/// Whether the organisation works within the period and is of a kind that the indicator applies to.
fn is_asked(organisation: &Organisation, period: &Period, indicator: &Indicator) -> bool {
    let works = organisation.opened.is_none_or(|it| it <= period.to)
        && organisation.closed.is_none_or(|it| it >= period.from);
    works && (indicator.kinds.is_empty() || indicator.kinds.contains(&organisation.kind))
}

/// The organisations that answer for what stands in a cell; none for what is the municipality's own.
pub(super) fn answering(state: &State, cell: Cell) -> Vec<OrganisationId> {
    match cell.subject {
        Subject::Organisation(id) => vec![id],
        Subject::Person(id) => match state.periods.get(&cell.period) {
            Some(period) => headed_in(state, id, period).collect(),
            None => Vec::new(),
        },
        Subject::Municipality => Vec::new(),
    }
}

/// What a person heads at any time within a period.
pub(super) fn headed_in<'a>(
    state: &'a State,
    person: PersonId,
    period: &'a Period,
) -> impl Iterator<Item = OrganisationId> + 'a {
    (state.appointments_by_person.of(person))
        .filter_map(|id| state.appointments.get(&id))
        .filter(|it| it.from <= period.to && it.to.is_none_or(|to| to >= period.from))
        .map(|it| it.organisation)
}
