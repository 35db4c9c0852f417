//! What becomes of many values that are handed in, approved or sent back at once: which go, which stay and why.
//!
//! Only finds: each value is put to the rule of the domain, so that nothing is told otherwise than it would be refused.

use std::collections::{BTreeMap, BTreeSet};

use super::findings::{Finding, PeriodFindings};
use super::readiness;
use super::results::RECKON;
use super::roster::Roster;
use super::rows::{self, Homes};
use crate::domain::command::{Command, ValueStep};
use crate::domain::decide::{Actor, decide};
use crate::domain::ids::{DirectionId, Now, OrganisationId, PeriodId, Seq};
use crate::domain::refusal::{Field, Refusal};
use crate::domain::state::State;
use crate::domain::value::{Cell, ValueState};

/// Why a value stays where it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stays {
    /// Nothing stands there.
    Empty,
    /// It needs a note.
    Note,
    /// It needs a document that proves it.
    Evidence,
    /// Whoever entered it does not approve it.
    Own,
    /// The person may not do it there.
    Scope,
    /// It is approved, and nobody has said that it is to be sent back all the same.
    Approved,
    /// It was sent back and is as it was, and nobody has said that it is to be handed in all the same.
    NotMended,
    /// A rule of high importance has found something, and nobody has said that it is to be approved all the same.
    Found,
    /// The period takes nothing.
    Closed,
    /// It is somewhere else on its way.
    Other,
}

/// What goes and what stays.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Handing {
    /// What goes, with the revisions seen.
    pub goes: Vec<(Cell, Seq)>,
    /// What stays, by reason.
    pub stays: BTreeMap<Stays, Vec<Cell>>,
}

/// Of which values a step is taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// The period.
    pub period: PeriodId,
    /// Which of its values.
    pub among: Among,
    /// What is approved is sent back, what was not mended is handed in, what a rule of high importance has found is approved, too.
    pub all: bool,
}

/// Values that a step is taken of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Among {
    /// Those of organisations.
    Rows {
        /// The organisations in whose rows they stand.
        whom: BTreeSet<OrganisationId>,
        /// The direction; `None` for all.
        direction: Option<DirectionId>,
    },
    /// These.
    Cells(BTreeSet<Cell>),
}

impl Among {
    fn takes(&self, state: &State, cell: Cell, organisation: Option<OrganisationId>) -> bool {
        match self {
            Among::Cells(cells) => cells.contains(&cell),
            Among::Rows { whom, direction } => {
                let indicator = state.indicator_in(cell.period, cell.indicator);
                let of_direction = direction
                    .is_none_or(|it| indicator.is_some_and(|indicator| indicator.direction == it));
                of_direction && organisation.is_some_and(|it| whom.contains(&it))
            }
        }
    }
}

/// What a step would do with these values.
#[must_use]
pub fn handing(state: &State, actor: Actor, now: Now, asked: &Asked, step: &ValueStep) -> Handing {
    let mut found = Handing::default();
    let (Some(span), Some(shard)) = (state.periods.get(&asked.period), state.shard(asked.period))
    else {
        return found;
    };
    let roster = Roster::of(state, asked.period);
    let homes = Homes::of(&roster);
    let findings = (*step == ValueStep::Approve).then(|| PeriodFindings::of(state, &roster));
    let is_found = |cell| {
        let of_cell = findings.iter().flat_map(|it| it.get(cell));
        of_cell.into_iter().any(Finding::blocks)
    };
    let is_of = |cell, organisation| asked.among.takes(state, cell, organisation);
    for (id, indicator) in rows::due(state, span) {
        for (subject, value) in shard.column(id).into_iter().flatten() {
            let cell = Cell {
                period: asked.period,
                indicator: id,
                subject: *subject,
            };
            if !is_of(cell, homes.home(indicator, *subject)) {
                continue;
            }
            let seen = (cell, value.stamp.rev);
            let command = Command::StepValues {
                cells: vec![seen],
                step: step.clone(),
            };
            match decide(state, &actor, &command, now, RECKON) {
                Ok(_) if !asked.all && is_found(cell) => {
                    found.stays.entry(Stays::Found).or_default().push(cell);
                }
                Ok(_) => match spared(&value.state, step).filter(|_| !asked.all) {
                    Some(why) => found.stays.entry(why).or_default().push(cell),
                    None => found.goes.push(seen),
                },
                // Told with those where nothing was ever entered.
                Err(Refusal::NothingToSubmit { .. }) => {}
                Err(refusal) => found.stays.entry(why(&refusal)).or_default().push(cell),
            }
        }
    }
    if *step == ValueStep::Submit {
        let missing = readiness::missing(state, asked.period).into_iter();
        let missing = missing
            .filter(|(cell, whose)| is_of(*cell, *whose))
            .map(|it| it.0);
        let missing: Vec<Cell> = missing.collect();
        if !missing.is_empty() {
            found.stays.insert(Stays::Empty, missing);
        }
    }
    found
}

/// Why the rules would let a value go, and it stays all the same where nobody has asked for more.
fn spared(state: &ValueState, step: &ValueStep) -> Option<Stays> {
    match (state, step) {
        (ValueState::Approved, ValueStep::Return { .. }) => Some(Stays::Approved),
        (ValueState::Returned { .. }, ValueStep::Submit) => Some(Stays::NotMended),
        _ => None,
    }
}

fn why(refusal: &Refusal) -> Stays {
    match refusal {
        Refusal::NoteRequired { .. } => Stays::Note,
        Refusal::Empty {
            field: Field::Document,
        } => Stays::Evidence,
        Refusal::OwnEntry { .. } => Stays::Own,
        Refusal::Denied { .. } => Stays::Scope,
        Refusal::PeriodClosed { .. } | Refusal::DeadlinePassed { .. } => Stays::Closed,
        _ => Stays::Other,
    }
}
