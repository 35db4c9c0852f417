//! What runs out of those who head an organisation on a day: their attestation, their contract.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::{Item, Kind, RUNS_OUT, Scope, When};
use crate::domain::career::AttestationOutcome;
use crate::domain::ids::{OrganisationId, PersonId};
use crate::domain::people::Appointment;
use crate::domain::record::Key;
use crate::domain::state::State;

/// The last day of what holds the longest, and the record that says it; `None` for a day where it holds without term.
type Longest = (Option<NaiveDate>, Key);

pub(super) fn gather(
    state: &State,
    today: NaiveDate,
    whose: Option<&Scope>,
    found: &mut Vec<Item>,
) {
    let attested = attested(state, today);
    let contracted = contracted(state);
    let mut told = BTreeSet::new();
    for (id, it) in in_office(state, today) {
        if whose.is_some_and(|scope| !scope.takes_organisation([it.organisation])) {
            continue;
        }
        let of_contract = || {
            let on_record = contracted.get(&(it.person, it.organisation)).copied();
            let appointed = (it.contract_until).map(|day| (Some(day), Key::Appointment(*id)));
            longest(on_record.into_iter().chain(appointed))
        };
        let all = [
            (Kind::Attestation, attested.get(&it.person).copied()),
            (Kind::Contract, of_contract()),
        ];
        for (kind, holds) in all {
            let Some((Some(day), key)) = holds else {
                continue;
            };
            let when = When::until(day, today);
            let is_near = !matches!(when, When::In(days) if days > RUNS_OUT[0]);
            // Whoever heads two organisations has one attestation.
            if is_near && told.insert(key) {
                let item = Item::new(kind, key, when);
                found.push(item.of(Some(it.organisation), Some(it.person)));
            }
        }
    }
}

/// Those who head an organisation that works on a day.
fn in_office(
    state: &State,
    today: NaiveDate,
) -> impl Iterator<Item = (&crate::domain::ids::AppointmentId, &Appointment)> {
    let works = move |it: OrganisationId| {
        let found = state.organisations.get(&it);
        found.is_some_and(|it| it.closed.is_none_or(|day| today < day))
    };
    (state.appointments.iter())
        .filter(move |(_, it)| it.covers(today) && works(it.organisation))
        .map(|(id, it)| (id, &it.body))
}

/// Until when everybody's attestation holds. What was held against them, or is yet to be held, says nothing of it.
fn attested(state: &State, today: NaiveDate) -> BTreeMap<PersonId, Longest> {
    let holds = (state.attestations.iter())
        .filter(|(_, it)| it.held <= today && it.outcome != AttestationOutcome::Unfit)
        .map(|(id, it)| (it.person, (it.until, Key::Attestation(*id))));
    by_longest(holds)
}

/// Until when everybody's contract for an organisation holds, one that begins later too.
fn contracted(state: &State) -> BTreeMap<(PersonId, OrganisationId), Longest> {
    let all = state.contracts.iter();
    by_longest(all.map(|(id, it)| {
        let whose = (it.person, it.organisation);
        (whose, (it.until, Key::Contract(*id)))
    }))
}

fn by_longest<K: Ord>(all: impl Iterator<Item = (K, Longest)>) -> BTreeMap<K, Longest> {
    let mut found: BTreeMap<K, Longest> = BTreeMap::new();
    for (whose, it) in all {
        let known = found.remove(&whose);
        let best = longest(known.into_iter().chain([it]));
        found.insert(whose, best.unwrap_or(it));
    }
    found
}

/// Of several the one that holds the longest, the latest record of those that hold as long.
fn longest(all: impl Iterator<Item = Longest>) -> Option<Longest> {
    all.max_by_key(|(until, key)| (until.is_none(), *until, *key))
}
