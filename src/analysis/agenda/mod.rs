//! What requires attention (требует внимания): where a working day starts. One item for each thing that somebody can mend, with whom it is
//! about and how urgent it is.
//!
//! Owns which kinds there are, their order and whose an item is. What is low, overdue or unusual is decided elsewhere in `analysis`; how an
//! item is worded, and what somebody has typed and not accepted, is the interface's affair.

mod followup;
mod period;
mod reviews;
mod scope;
mod terms;

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::attention::{Filling, PeriodAttention, PeriodFilling};
use super::findings::PeriodFindings;
use super::roster::Roster;
use crate::domain::followup::Addressee;
use crate::domain::ids::{OrganisationId, PeriodId, PersonId};
use crate::domain::record::Key;
use crate::domain::state::State;
use crate::domain::text::collation_key;

pub use scope::Scope;

/// Days ahead in which a term is near: of an assignment, a recommendation, the entry of a period.
pub const DAYS_AHEAD: i64 = 14;

/// Days after which the effect of what was done can be judged.
pub const DAYS_TO_REVIEW: i64 = 30;

/// Days ahead at which an attestation or a contract that runs out is more urgent than before; from the first on it is an item.
pub const RUNS_OUT: [i64; 3] = [90, 30, DAYS_AHEAD];

/// What kind of thing requires attention, in the order in which kinds are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// An assignment of a decision that is overdue, or due soon.
    Assignment,
    /// A recommendation that is overdue, or due soon.
    Recommendation,
    /// An objection without an answer.
    Objection,
    /// The term of an open period that is near or has passed.
    Deadline,
    /// An attestation of a head in office that runs out, or has run out.
    Attestation,
    /// A contract with a head in office that runs out, or has run out.
    Contract,
    /// An organisation that was asked for its numbers and has not sent them.
    NotSent,
    /// A recommendation that has waited too long for a decision.
    Undecided,
    /// A measure that was held, or a decision that was executed, whose effect nobody has judged for a while.
    Unreviewed,
    /// A low value about which nothing was recommended or decided.
    Low,
    /// A value that was sent back to be done again.
    Returned,
    /// A value marked to come back to.
    FollowUp,
    /// Something that a rule has found and nobody has confirmed.
    Finding,
}

impl Kind {
    /// All kinds, in order.
    pub const ALL: [Kind; 13] = [
        Kind::Assignment,
        Kind::Recommendation,
        Kind::Objection,
        Kind::Deadline,
        Kind::Attestation,
        Kind::Contract,
        Kind::NotSent,
        Kind::Undecided,
        Kind::Unreviewed,
        Kind::Low,
        Kind::Returned,
        Kind::FollowUp,
        Kind::Finding,
    ];
}

/// How an item stands to a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// So many days over its term.
    Over(i64),
    /// Due in so many days; 0 is today.
    In(i64),
    /// It has waited for so many days.
    Since(i64),
    /// It has no day.
    Undated,
}

impl When {
    /// How something stands to its last day.
    #[must_use]
    pub fn until(day: NaiveDate, today: NaiveDate) -> When {
        match (day - today).num_days() {
            days if days < 0 => When::Over(-days),
            days => When::In(days),
        }
    }

    /// How urgent it is.
    #[must_use]
    pub fn urgency(self) -> Urgency {
        let [_, near, soon] = RUNS_OUT;
        match self {
            When::Over(_) => Urgency::Overdue,
            When::In(days) if days <= soon => Urgency::Soon,
            When::Since(_) => Urgency::Waiting,
            When::In(days) if days <= near => Urgency::Near,
            When::In(_) => Urgency::Far,
            When::Undated => Urgency::Undated,
        }
    }

    /// The place in the order: the most urgent first, and of one urgency whatever is over its term the longest or due the soonest.
    fn place(self) -> (Urgency, i64) {
        let days = match self {
            When::Over(days) | When::Since(days) => -days,
            When::In(days) => days,
            When::Undated => 0,
        };
        (self.urgency(), days)
    }
}

/// How urgent an item is, the most urgent first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Urgency {
    /// Its term has passed.
    Overdue,
    /// It is due within 14 days.
    Soon,
    /// It waits, and no day is set for it.
    Waiting,
    /// Within 30 days.
    Near,
    /// Later.
    Far,
    /// It has no day at all.
    Undated,
}

/// Something that requires attention. It is known again by its kind and key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Item {
    /// What kind of thing.
    pub kind: Kind,
    /// The record it is about; of a value the cell, of a finding what would confirm it.
    pub key: Key,
    /// How it stands to a day.
    pub when: When,
    /// Whom it is about first.
    pub organisation: Option<OrganisationId>,
    /// Who heads that organisation, where it matters.
    pub person: Option<PersonId>,
    /// How many more organisations it is about.
    pub others: usize,
    /// Of the term of a period: how much of it is entered.
    pub filling: Option<Filling>,
}

impl Item {
    fn new(kind: Kind, key: Key, when: When) -> Item {
        Item {
            kind,
            key,
            when,
            organisation: None,
            person: None,
            others: 0,
            filling: None,
        }
    }

    fn of(self, organisation: Option<OrganisationId>, person: Option<PersonId>) -> Item {
        Item {
            organisation,
            person,
            ..self
        }
    }

    /// About the first of these, and more.
    fn of_all(self, whom: &[Addressee]) -> Item {
        let first = whom.first();
        Item {
            others: whom.len().saturating_sub(1),
            ..self.of(
                first.map(|it| it.organisation),
                first.and_then(|it| it.person),
            )
        }
    }
}

/// What is known of an open period whose values are in memory.
#[derive(Clone, Copy, Debug)]
pub struct Known<'a> {
    /// Who headed what; the period is its.
    pub roster: &'a Roster,
    /// Its low, returned and marked values.
    pub attention: &'a PeriodAttention,
    /// How much of it is entered.
    pub filling: &'a PeriodFilling,
    /// What the rules have found in it.
    pub findings: &'a PeriodFindings,
}

/// The periods that take values, in the order in which they end: what is to be mended in values is looked for in these.
#[must_use]
pub fn periods(state: &State) -> Vec<PeriodId> {
    let open = state.periods.iter().filter(|it| it.1.state.takes_values());
    let mut open: Vec<_> = open.map(|(id, it)| (it.to, it.from, *id)).collect();
    open.sort_unstable();
    open.into_iter().map(|it| it.2).collect()
}

/// Everything that requires attention on a day, the most urgent first; only what is somebody's, where a scope is given. Of periods that are
/// not in memory their values say nothing.
#[must_use]
pub fn items(state: &State, today: NaiveDate, whose: Option<&Scope>) -> Vec<Item> {
    let loaded = periods(state).into_iter();
    let loaded = loaded.filter(|it| state.shard(*it).is_some());
    let made: Vec<_> = loaded
        .map(|period| {
            let roster = Roster::of(state, period);
            let attention = PeriodAttention::of(state, &roster, today);
            let filling = PeriodFilling::of(state, &roster);
            let findings = PeriodFindings::of(state, &roster);
            (roster, attention, filling, findings)
        })
        .collect();
    let known: Vec<Known> = (made.iter())
        .map(|(roster, attention, filling, findings)| Known {
            roster,
            attention,
            filling,
            findings,
        })
        .collect();
    let mut items = gather(state, &known, today, whose);
    sort(state, &mut items);
    items
}

/// The same from what is known already, in no order: to be counted, or to be sorted by [`sort`].
#[must_use]
pub fn gather(
    state: &State,
    known: &[Known],
    today: NaiveDate,
    whose: Option<&Scope>,
) -> Vec<Item> {
    let mut found = Vec::new();
    followup::gather(state, today, whose, &mut found);
    reviews::gather(state, today, whose, &mut found);
    terms::gather(state, today, whose, &mut found);
    for period in known {
        period::gather(state, period, today, whose, &mut found);
    }
    found
}

/// Puts items in order: by urgency, then by kind, then by the name of whom they are about.
pub fn sort(state: &State, items: &mut [Item]) {
    let mut names: Vec<_> = (state.organisations.iter())
        .map(|(id, it)| (collation_key(&it.name), *id))
        .collect();
    names.sort_unstable();
    let places: BTreeMap<OrganisationId, usize> = (names.iter().enumerate())
        .map(|(place, (_, id))| (*id, place))
        .collect();
    items.sort_by_cached_key(|it| {
        let place = it.organisation.and_then(|id| places.get(&id));
        let place = place.copied().unwrap_or(usize::MAX);
        (it.when.place(), it.kind, place, it.key)
    });
}
