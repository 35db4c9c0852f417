//! Cells that are «н/п» without being typed: a standing reason of their organisation says so.
//!
//! Owns for which cells such a reason holds; must not know whether anything was entered in them. Invariant: in a closed period those hold
//! that held when it was closed, as far as its results tell.

use std::collections::{BTreeMap, BTreeSet};

use super::DEEPEST;
use crate::analysis::{roster, rows};
use crate::domain::catalogue::SubjectKind;
use crate::domain::ids::{EditionId, IndicatorId, OrganisationId, PeriodId};
use crate::domain::results::{Lack, ResultCell};
use crate::domain::state::State;
use crate::domain::value::{Cell, Entry, Subject};

/// The cells of a period for which a standing reason holds, by indicator.
#[derive(Clone, Debug, Default)]
pub(super) struct Standing(BTreeMap<IndicatorId, BTreeSet<Subject>>);

impl Standing {
    /// Those of a period with its edition.
    pub(super) fn of(state: &State, period: PeriodId, edition: EditionId) -> Standing {
        let mut standing = Standing::default();
        let marked = (state.organisations.iter()).filter(|(_, it)| !it.standing.is_empty());
        for (organisation, it) in marked {
            let named: BTreeSet<IndicatorId> = (it.standing.iter())
                .flat_map(|it| it.indicators.iter().copied())
                .collect();
            for indicator in named {
                let Some(wording) = state.indicators.get(&(edition, indicator)) else {
                    continue;
                };
                let subjects = match wording.level {
                    SubjectKind::Organisation => vec![Subject::Organisation(*organisation)],
                    SubjectKind::Person => heads(state, period, *organisation),
                    SubjectKind::Municipality => Vec::new(),
                };
                let holds = subjects.into_iter().filter(|subject| {
                    let cell = Cell {
                        period,
                        indicator,
                        subject: *subject,
                    };
                    !roster::recorded_cell(state, cell).is_some_and(ResultCell::tells_standing)
                        && named_reason(state, cell).is_some()
                });
                standing.0.entry(indicator).or_default().extend(holds);
            }
        }
        standing.recall(state, period, edition);
        standing.0.retain(|_, it| !it.is_empty());
        standing
    }

    /// What held when the period was closed holds for its cells, whatever is said of the organisation since.
    fn recall(&mut self, state: &State, period: PeriodId, edition: EditionId) {
        let rows = roster::recorded(state, period).into_iter().flatten();
        let heads = rows.flat_map(|(id, row)| row.heads.iter().map(move |head| (*id, head)));
        for (organisation, head) in heads {
            let standing = head
                .cells
                .iter()
                .filter(|it| matches!(it.lack, Some(Lack::Standing(_))));
            for it in standing {
                let level = state
                    .indicators
                    .get(&(edition, it.indicator))
                    .map(|it| it.level);
                let subject = match (level, head.person) {
                    (Some(SubjectKind::Organisation), _) => Subject::Organisation(organisation),
                    (Some(SubjectKind::Person), Some(person)) => Subject::Person(person),
                    _ => continue,
                };
                self.0.entry(it.indicator).or_default().insert(subject);
            }
        }
    }

    /// Whether a reason holds for any cell of the indicator.
    pub(super) fn names(&self, indicator: IndicatorId) -> bool {
        self.0.contains_key(&indicator)
    }

    /// Whether a reason holds for the cell.
    pub(super) fn holds(&self, indicator: IndicatorId, subject: Subject) -> bool {
        self.0
            .get(&indicator)
            .is_some_and(|it| it.contains(&subject))
    }
}

/// Why a cell without an own value is «н/п»: the standing reason of its organisation, or that of the cell it is computed from.
/// `None` where something was entered.
#[must_use]
pub fn standing_reason(state: &State, cell: Cell) -> Option<&str> {
    let input = |it: &Cell| {
        let wording = state.indicator_in(it.period, it.indicator)?;
        let indicator = wording.measure.computed_from()?;
        Some(Cell { indicator, ..*it })
    };
    let entered = |it: &Cell| {
        let value = state.value(*it);
        value.is_some_and(|it| it.entry != Entry::Empty)
    };
    std::iter::successors(Some(cell), input)
        .take(usize::from(DEEPEST) + 1)
        .take_while(|it| !entered(it))
        .find_map(|at| match roster::recorded_cell(state, at) {
            Some(ResultCell {
                lack: Some(Lack::Standing(reason)),
                ..
            }) => Some(reason.as_str()),
            Some(it) if it.tells_standing() => None,
            _ => named_reason(state, at),
        })
}

/// The standing reason that says there can be nothing in a cell in which something was entered all the same, which counts.
#[must_use]
pub fn contradicted(state: &State, cell: Cell) -> Option<&str> {
    let entry = &state.value(cell)?.entry;
    let says_so = matches!(entry, Entry::Empty | Entry::NotApplicable { .. });
    let open = !says_so && roster::recorded(state, cell.period).is_none();
    open.then(|| named_reason(state, cell)).flatten()
}

/// The standing reason that names the cell's indicator on its measuring day. A person's cell has one where every organisation that the
/// person heads in the period has.
fn named_reason(state: &State, cell: Cell) -> Option<&str> {
    let period = state.periods.get(&cell.period)?;
    let indicator = state.indicator_in(cell.period, cell.indicator)?;
    let day = period.measuring_day(indicator.measured_on);
    let reason = |id: OrganisationId| {
        let organisation = state.organisations.get(&id)?;
        organisation.standing_reason(cell.indicator, day)
    };
    match cell.subject {
        Subject::Organisation(id) => reason(id),
        Subject::Person(person) => {
            let heads = |id: &OrganisationId| {
                let staffed = roster::staffed_in(state, cell.period, *id);
                staffed.is_some_and(|it| {
                    rows::meant_for(indicator, it.kind) && it.last_head(person).is_some()
                })
            };
            let mut headed =
                (rows::organisations_of(state, cell.subject).into_iter()).filter(heads);
            let first = reason(headed.next()?)?;
            headed.all(|it| reason(it).is_some()).then_some(first)
        }
        Subject::Municipality => None,
    }
}

/// Everybody who heads an organisation in the period.
fn heads(state: &State, period: PeriodId, id: OrganisationId) -> Vec<Subject> {
    let staffed = roster::staffed_in(state, period, id);
    let persons = staffed.map_or_else(Vec::new, |it| it.persons());
    persons.into_iter().map(Subject::Person).collect()
}
