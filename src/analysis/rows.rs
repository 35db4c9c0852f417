//! The rows of an indicator in a period: organisations with whoever headed them.
//!
//! Owns which cells there are and towards whom they count; knows no values.

use std::collections::BTreeMap;

use super::roster::{self, Head, Roster, Staffed, Standing};
use crate::domain::catalogue::{Indicator, SubjectKind};
use crate::domain::ids::{IndicatorId, OrganisationId, PeriodId, PersonId};
use crate::domain::people::OrganisationKind;
use crate::domain::period::Period;
use crate::domain::results::ResultHead;
use crate::domain::state::State;
use crate::domain::value::{Cell, Subject};

/// A row: an organisation with the head towards whom the value counts; the municipality has one row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The organisation; `None` for the municipality.
    pub organisation: Option<OrganisationId>,
    /// Whom the value describes; `None` where a personal indicator meets a vacancy.
    pub subject: Option<Subject>,
    /// Towards whom it counts: who is in office on the indicator's measuring day, or the person described. `None` for the municipality.
    pub head: Option<Head>,
    /// Everybody who headed the organisation in the period, with dates, in order of time.
    pub heads: Vec<Head>,
    /// Whether the head's index stands by itself.
    pub standing: Standing,
}

impl Row {
    /// The row's cell of an indicator.
    #[must_use]
    pub fn cell(&self, period: PeriodId, indicator: IndicatorId) -> Option<Cell> {
        Some(Cell {
            period,
            indicator,
            subject: self.subject?,
        })
    }
}

/// The indicators of a period's edition that are due in it, in order.
#[must_use]
pub fn due<'a>(state: &'a State, period: &Period) -> Vec<(IndicatorId, &'a Indicator)> {
    let all = state.indicators_of(period.edition).into_iter();
    all.map(|(id, it)| (id, &it.body))
        .filter(|(_, it)| it.is_due(period.kind))
        .collect()
}

/// The rows of an indicator in a period, in the order of the organisations' names and, within one, of the heads' first days.
/// None where the indicator is not due.
#[must_use]
pub fn rows(state: &State, period: PeriodId, indicator: IndicatorId) -> Vec<Row> {
    rows_in(state, &Roster::of(state, period), indicator)
}

/// The same from a roster at hand.
#[must_use]
pub fn rows_in(state: &State, roster: &Roster, id: IndicatorId) -> Vec<Row> {
    let Some(period) = state.periods.get(&roster.period) else {
        return Vec::new();
    };
    let Some(indicator) = state
        .indicators
        .get(&(period.edition, id))
        .filter(|it| it.is_due(period.kind))
    else {
        return Vec::new();
    };
    if indicator.level == SubjectKind::Municipality {
        return vec![Row {
            organisation: None,
            subject: Some(Subject::Municipality),
            head: None,
            heads: Vec::new(),
            standing: Standing::Full,
        }];
    }
    let min_months = min_months(state, period);
    let mut rows = Vec::with_capacity(roster.organisations.len());
    for staffed in roster
        .organisations
        .iter()
        .filter(|it| meant_for(indicator, it.kind))
    {
        let row = |head: Head, subject| Row {
            organisation: Some(staffed.organisation),
            subject,
            head: Some(head),
            heads: staffed.heads.clone(),
            standing: staffed.standing(head.person(), min_months),
        };
        let on_the_day = staffed.head_on(period.measuring_day(indicator.measured_on));
        if indicator.level == SubjectKind::Organisation {
            let subject = Subject::Organisation(staffed.organisation);
            let counted = counted_towards(state, roster.period, id, staffed);
            rows.push(row(counted.unwrap_or(on_the_day), Some(subject)));
            continue;
        }
        for person in staffed.persons() {
            if let Some(head) = staffed.last_head(person) {
                rows.push(row(head, Some(Subject::Person(person))));
            }
        }
        if on_the_day.person().is_none() {
            rows.push(row(on_the_day, None));
        }
    }
    rows
}

/// The head towards whom an organisation's value counted when the period was closed, whatever rule would name today: the results have it
/// among that head's indicators. `None` where they say nothing of it. Of a person's own value it says nothing: everybody has theirs.
#[must_use]
pub fn counted_towards(
    state: &State,
    period: PeriodId,
    id: IndicatorId,
    staffed: &Staffed,
) -> Option<Head> {
    let row = roster::recorded(state, period)?.get(&staffed.organisation)?;
    let counts = |it: &&ResultHead| it.cells.iter().any(|cell| cell.indicator == id);
    let person = row.heads.iter().find(counts)?.person;
    let mut heads = staffed.heads.iter().rev();
    heads.find(|it| it.person() == person).copied()
}

/// The months in office that the period's edition asks for.
#[must_use]
pub fn min_months(state: &State, period: &Period) -> u32 {
    state
        .editions
        .get(&period.edition)
        .map_or(0, |it| it.min_months)
}

/// Whether an indicator is meant for organisations of a kind.
#[must_use]
pub fn meant_for(indicator: &Indicator, kind: OrganisationKind) -> bool {
    indicator.kinds.is_empty() || indicator.kinds.contains(&kind)
}

/// Where each head is at home: a person's value stands in the row of the first organisation of theirs that the indicator is meant for.
#[derive(Debug)]
pub struct Homes(BTreeMap<PersonId, Vec<(OrganisationId, OrganisationKind)>>);

impl Homes {
    /// The homes of a roster.
    #[must_use]
    pub fn of(roster: &Roster) -> Homes {
        let mut homes: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for it in &roster.organisations {
            for person in it.persons() {
                let theirs = homes.entry(person).or_default();
                theirs.push((it.organisation, it.kind));
            }
        }
        Homes(homes)
    }

    /// In whose row the subject of an indicator stands; `None` for the municipality, and for whoever heads nothing that it is meant for.
    #[must_use]
    pub fn home(&self, indicator: &Indicator, subject: Subject) -> Option<OrganisationId> {
        match subject {
            Subject::Organisation(id) => Some(id),
            Subject::Person(person) => (self.0.get(&person)?.iter())
                .find(|it| meant_for(indicator, it.1))
                .map(|it| it.0),
            Subject::Municipality => None,
        }
    }

    /// The first organisation that a person heads, whatever is asked there.
    pub(super) fn first(&self, subject: Subject) -> Option<OrganisationId> {
        let Subject::Person(person) = subject else {
            return None;
        };
        Some(self.0.get(&person)?.first()?.0)
    }
}

/// Whether the indicator describes this subject in this period.
pub(super) fn takes(
    state: &State,
    period: PeriodId,
    indicator: &Indicator,
    subject: Subject,
) -> bool {
    let working = |id: OrganisationId| -> Option<Staffed> {
        roster::staffed_in(state, period, id).filter(|it| meant_for(indicator, it.kind))
    };
    match (indicator.level, subject) {
        (SubjectKind::Organisation, Subject::Organisation(id)) => working(id).is_some(),
        (SubjectKind::Person, Subject::Person(person)) => {
            let ids = match roster::recorded(state, period) {
                Some(rows) => rows.keys().copied().collect(),
                None => organisations_of(state, subject),
            };
            (ids.into_iter().filter_map(working)).any(|it| it.last_head(person).is_some())
        }
        (SubjectKind::Municipality, Subject::Municipality) => true,
        _ => false,
    }
}

/// The organisations that a subject stands for: itself, or those the person has headed at any time.
#[must_use]
pub fn organisations_of(state: &State, subject: Subject) -> Vec<OrganisationId> {
    match subject {
        Subject::Organisation(id) => vec![id],
        Subject::Person(person) => {
            let mut ids: Vec<_> = state
                .appointments_by_person
                .of(person)
                .filter_map(|it| Some(state.appointments.get(&it)?.organisation))
                .collect();
            ids.sort_unstable();
            ids.dedup();
            ids
        }
        Subject::Municipality => Vec::new(),
    }
}
