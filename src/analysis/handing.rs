//! What becomes of many values that are handed in, approved or sent back at once: which go, which stay and why.
//!
//! Only finds: each value is put to the rule of the domain, so that nothing is told otherwise than it would be refused.

use std::collections::{BTreeMap, BTreeSet};

use super::readiness::{self, Unready};
use super::results::RECKON;
use super::roster::Roster;
use super::rows::{self, Homes};
use crate::domain::command::{Command, ValueStep};
use crate::domain::decide::{Actor, decide};
use crate::domain::ids::{DirectionId, Now, OrganisationId, PeriodId, Seq};
use crate::domain::refusal::{Field, Refusal};
use crate::domain::state::State;
use crate::domain::value::Cell;

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
    /// The organisations in whose rows they stand.
    pub whom: BTreeSet<OrganisationId>,
    /// The direction; `None` for all.
    pub direction: Option<DirectionId>,
}

/// What a step would do with these values.
#[must_use]
pub fn handing(state: &State, actor: Actor, now: Now, asked: &Asked, step: &ValueStep) -> Handing {
    let mut found = Handing::default();
    let (Some(span), Some(shard)) = (state.periods.get(&asked.period), state.shard(asked.period))
    else {
        return found;
    };
    let homes = Homes::of(&Roster::of(state, asked.period));
    let is_of = |cell: Cell, organisation: Option<OrganisationId>| {
        let indicator = state.indicator_in(cell.period, cell.indicator);
        let of_direction = (asked.direction)
            .is_none_or(|it| indicator.is_some_and(|indicator| indicator.direction == it));
        of_direction && organisation.is_some_and(|it| asked.whom.contains(&it))
    };
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
                Ok(_) => found.goes.push(seen),
                // Told with those where nothing was ever entered.
                Err(Refusal::NothingToSubmit { .. }) => {}
                Err(refusal) => found.stays.entry(why(&refusal)).or_default().push(cell),
            }
        }
    }
    if *step == ValueStep::Submit {
        let missing = readiness::unready(state, asked.period).into_iter();
        let missing = missing
            .filter(|it| it.why == Unready::Missing && is_of(it.cell, it.organisation))
            .map(|it| it.cell);
        let missing: Vec<Cell> = missing.collect();
        if !missing.is_empty() {
            found.stays.insert(Stays::Empty, missing);
        }
    }
    found
}

fn why(refusal: &Refusal) -> Stays {
    match refusal {
        Refusal::NoteRequired { .. } => Stays::Note,
        Refusal::Empty {
            field: Field::Document,
        } => Stays::Evidence,
        Refusal::OwnEntry { .. } => Stays::Own,
        Refusal::Denied { .. } => Stays::Scope,
        _ => Stays::Other,
    }
}
