//! What of the state can be found, by which words, and which entries a commit renews.
//!
//! Knows the records; must not know how hits are shown. The words of the interface that belong to a name («приказ от … № …») are handed in.

use std::collections::BTreeSet;

use super::index::{Entry, Group, Index};
use crate::domain::activity::ReviewOn;
use crate::domain::catalogue::EditionState;
use crate::domain::evidence::Document;
use crate::domain::followup::Recommendation;
use crate::domain::ids::{DecisionId, DocumentId, EditionId, OrganisationId, PersonId};
use crate::domain::record::{Commit, Key, Record};
use crate::domain::state::State;

/// How a document is written in a line: «приказ от 01.06.2026 № 259/1 «О мерах …»».
pub type DocumentLine<'a> = &'a dyn Fn(&Document) -> String;

/// An index of everything in the state that has a name.
#[must_use]
pub fn index(state: &State, line: DocumentLine<'_>) -> Index<Key> {
    Index::build(entries(state, line))
}

/// All entries of the state.
pub fn entries<'a>(
    state: &'a State,
    line: DocumentLine<'a>,
) -> impl Iterator<Item = Entry<Key>> + 'a {
    keys(state).filter_map(move |key| entry(state, key, line))
}

/// Keys of all records that may have an entry, for an index that is built a part at a time.
pub fn keys(state: &State) -> impl Iterator<Item = Key> + '_ {
    let editioned = (state.directions.keys())
        .map(|(edition, id)| Key::Direction(*edition, *id))
        .chain(
            state
                .indicators
                .keys()
                .map(|(edition, id)| Key::Indicator(*edition, *id)),
        );
    (state.organisations.keys().map(|id| Key::Organisation(*id)))
        .chain(state.persons.keys().map(|id| Key::Person(*id)))
        .chain(editioned)
        .chain(state.documents.keys().map(|id| Key::Document(*id)))
        .chain(state.decisions.keys().map(|id| Key::Decision(*id)))
        .chain(
            state
                .recommendations
                .keys()
                .map(|id| Key::Recommendation(*id)),
        )
        .chain(state.objections.keys().map(|id| Key::Objection(*id)))
        .chain(state.goals.keys().map(|id| Key::Goal(*id)))
        .chain(state.notes.keys().map(|id| Key::AnalysisNote(*id)))
        .chain(state.activities.keys().map(|id| Key::Activity(*id)))
        .chain(state.reviews.keys().map(|id| Key::Review(*id)))
        .chain(state.sections.keys().map(|id| Key::Section(*id)))
        .chain(state.requirements.keys().map(|id| Key::Requirement(*id)))
}

/// The entry of a record as it is now; `None` if it is gone or is not found by name.
///
/// Directions and indicators are found in the wording of the last published edition only.
pub fn entry(state: &State, key: Key, line: DocumentLine<'_>) -> Option<Entry<Key>> {
    let named = |group, primary: String, secondary: String| Entry {
        id: key,
        group,
        primary,
        secondary,
        order: 0,
    };
    Some(match key {
        Key::Organisation(id) => {
            let it = state.organisations.get(&id)?;
            named(Group::Organisation, it.name.clone(), it.full_name.clone())
        }
        Key::Person(id) => {
            let it = state.persons.get(&id)?;
            // Whoever is nothing but a number is found by it.
            let name = match it.is_erased() {
                true => format!("лицо № {}", id.0),
                false => it.full_name(),
            };
            named(Group::Person, name, headed(state, id))
        }
        Key::Direction(edition, id) => {
            let it = state.directions.get(&(edition, id))?;
            if !is_last(state, edition, |edition| {
                state.directions.contains_key(&(edition, id))
            }) {
                return None;
            }
            named(
                Group::Direction,
                joined([&*it.code, &*it.title], " "),
                it.short.clone(),
            )
        }
        Key::Indicator(edition, id) => {
            let it = state.indicators.get(&(edition, id))?;
            if !is_last(state, edition, |edition| {
                state.indicators.contains_key(&(edition, id))
            }) {
                return None;
            }
            named(
                Group::Indicator,
                joined([&*it.code, &*it.title], " "),
                it.short.clone(),
            )
        }
        Key::Document(id) => {
            let it = state.documents.get(&id)?;
            named(Group::Document, line(it), it.issuer.clone())
        }
        Key::Decision(id) => {
            let it = state.decisions.get(&id)?;
            let act = it
                .document
                .and_then(|id| state.documents.get(&id))
                .map(|it| line(it))
                .unwrap_or_default();
            let assignments = state
                .assignments_of
                .of(id)
                .filter_map(|id| state.assignments.get(&id));
            let texts = joined(assignments.map(|it| it.body.text.as_str()), " · ");
            if it.title.is_empty() {
                named(Group::Decision, act, texts)
            } else {
                named(
                    Group::Decision,
                    it.title.clone(),
                    joined([&*act, &*texts], " · "),
                )
            }
        }
        Key::Recommendation(id) => {
            let it = state.recommendations.get(&id)?;
            named(
                Group::Recommendation,
                it.text.clone(),
                addressees(state, it),
            )
        }
        Key::Goal(id) => {
            let it = state.goals.get(&id)?;
            named(Group::Goal, it.text.clone(), it.grounds.clone())
        }
        Key::AnalysisNote(id) => {
            let it = state.notes.get(&id)?;
            let rest = joined([it.causes.as_str(), it.conclusions.as_str()], " · ");
            named(Group::Note, it.findings.clone(), rest)
        }
        Key::Activity(id) => {
            let it = state.activities.get(&id)?;
            let heads = it.participants.iter();
            let heads = heads.filter_map(|it| state.organisations.get(&it.organisation));
            let names = joined(heads.map(|it| it.body.name.as_str()), ", ");
            let beside = joined([names.as_str(), it.others.as_str()], " · ");
            named(Group::Activity, it.title.clone(), beside)
        }
        Key::Review(id) => {
            let it = state.reviews.get(&id)?;
            let judged = judged(state, it.on)?;
            match it.text.is_empty() {
                true => named(Group::Review, judged, String::new()),
                false => named(Group::Review, it.text.clone(), judged),
            }
        }
        Key::Objection(id) => {
            let it = state.objections.get(&id)?;
            let whose = state.organisations.get(&it.organisation);
            let whose = whose.map_or("", |it| it.body.name.as_str());
            let beside = joined([it.number.as_str(), whose], " · ");
            named(Group::Objection, it.substance.clone(), beside)
        }
        Key::Section(id) => {
            let it = state.sections.get(&id)?;
            named(
                Group::Section,
                joined([&*it.code, &*it.title], " "),
                String::new(),
            )
        }
        Key::Requirement(id) => {
            let it = state.requirements.get(&id)?;
            let round = state.rounds.get(&it.round)?;
            // What was copied from round to round is found where it is answered last.
            let mut others = state.rounds.iter();
            let is_last = others.all(|(id, other)| {
                other.section != round.section || (other.year, *id) <= (round.year, it.round)
            });
            let code = state.sections.get(&round.section)?.code.as_str();
            let place = joined([code, &round.year.to_string()], " · ");
            is_last.then(|| named(Group::Requirement, it.text.clone(), place))?
        }
        _ => return None,
    })
}

/// Brings an index up to a commit that the state has applied already; `id` is what a record is called in the index.
pub fn renew<Id: Ord + Clone>(
    index: &mut Index<Id>,
    state: &State,
    commit: &Commit,
    line: DocumentLine<'_>,
    id: impl Fn(Key) -> Id,
) {
    for (key, entry) in changes(state, commit, line) {
        match entry {
            Some(entry) => index.update(entry.under(&id)),
            None => {
                index.remove(&id(key));
            }
        }
    }
}

/// The entries that a commit may have changed, as they are now; `None` for those that are gone.
pub fn changes(
    state: &State,
    commit: &Commit,
    line: DocumentLine<'_>,
) -> impl Iterator<Item = (Key, Option<Entry<Key>>)> {
    (touched(state, commit).into_iter()).map(move |key| (key, entry(state, key, line)))
}

/// Keys of the entries that a commit may have changed: its own records, and those that are found by the name of one of them.
/// The state must have applied the commit. Values touch nothing.
fn touched(state: &State, commit: &Commit) -> BTreeSet<Key> {
    let mut keys = BTreeSet::new();
    for change in &commit.changes {
        keys.insert(change.key);
        match change.key {
            Key::Organisation(id) => of_organisation(state, id, &mut keys),
            Key::Section(_) | Key::Round(_) => {
                keys.extend(state.requirements.keys().map(|id| Key::Requirement(*id)));
            }
            Key::Document(id) => keys.extend(decisions_of(state, id).map(Key::Decision)),
            Key::Edition(_) => {
                keys.extend(
                    state
                        .directions
                        .keys()
                        .map(|(edition, id)| Key::Direction(*edition, *id)),
                );
                keys.extend(
                    state
                        .indicators
                        .keys()
                        .map(|(edition, id)| Key::Indicator(*edition, *id)),
                );
            }
            Key::Direction(_, id) => {
                keys.extend(editions(state).map(|edition| Key::Direction(edition, id)))
            }
            Key::Indicator(_, id) => {
                keys.extend(editions(state).map(|edition| Key::Indicator(edition, id)))
            }
            _ => {}
        }
        for record in [&change.before, &change.after].into_iter().flatten() {
            match record {
                Record::Appointment(it) => keys.extend([Key::Person(it.person)]),
                Record::Assignment(it) => keys.extend([Key::Decision(it.decision)]),
                Record::Activity(_) | Record::Recommendation(_) | Record::Decision(_) => {
                    keys.extend(reviews_of(state, change.key));
                }
                _ => {}
            }
        }
    }
    keys.retain(|key| is_found(*key));
    keys
}

/// The reviews of a record, which are found by its words.
fn reviews_of(state: &State, key: Key) -> Vec<Key> {
    let on = match key {
        Key::Activity(id) => ReviewOn::Activity(id),
        Key::Recommendation(id) => ReviewOn::Recommendation(id),
        Key::Decision(id) => ReviewOn::Decision(id),
        _ => return Vec::new(),
    };
    state.reviews_on.of(on).map(Key::Review).collect()
}

fn is_found(key: Key) -> bool {
    matches!(
        key,
        Key::Organisation(_)
            | Key::Person(_)
            | Key::Direction(..)
            | Key::Indicator(..)
            | Key::Document(_)
            | Key::Decision(_)
            | Key::Recommendation(_)
            | Key::Objection(_)
            | Key::Goal(_)
            | Key::AnalysisNote(_)
            | Key::Activity(_)
            | Key::Review(_)
            | Key::Section(_)
            | Key::Requirement(_)
    )
}

/// Whoever is found by the name of an organisation: its heads, the recommendations to them and their objections.
fn of_organisation(state: &State, id: OrganisationId, keys: &mut BTreeSet<Key>) {
    let heads = state
        .appointments_of
        .of(id)
        .filter_map(|id| state.appointments.get(&id));
    keys.extend(heads.map(|it| Key::Person(it.body.person)));
    keys.extend(state.recommendations_of.of(id).map(Key::Recommendation));
    let activities = state.activities.iter().filter(|(_, it)| {
        let mut heads = it.participants.iter();
        heads.any(|it| it.organisation == id)
    });
    keys.extend(activities.map(|(id, _)| Key::Activity(*id)));
    let objections = state.objections.iter();
    let objections = objections.filter(|(_, it)| it.organisation == id);
    keys.extend(objections.map(|(id, _)| Key::Objection(*id)));
}

fn decisions_of(state: &State, document: DocumentId) -> impl Iterator<Item = DecisionId> + '_ {
    state
        .decisions
        .iter()
        .filter(move |(_, it)| it.document == Some(document))
        .map(|(id, _)| *id)
}

fn editions(state: &State) -> impl Iterator<Item = EditionId> + '_ {
    state.editions.keys().copied()
}

/// Whether this edition's wording is the one that is found: that of the last published edition which has it, else of the last draft.
fn is_last(state: &State, edition: EditionId, has: impl Fn(EditionId) -> bool) -> bool {
    let place = |id: EditionId| {
        let published = state
            .editions
            .get(&id)
            .is_some_and(|it| it.state == EditionState::Published);
        (published, id)
    };
    editions(state)
        .filter(|id| has(*id))
        .map(place)
        .max()
        .is_none_or(|last| last.1 == edition)
}

/// The organisations that a person has headed, the latest first.
fn headed(state: &State, person: PersonId) -> String {
    let mut appointments: Vec<_> = state
        .appointments_by_person
        .of(person)
        .filter_map(|id| state.appointments.get(&id))
        .map(|it| (it.from, it.organisation))
        .collect();
    appointments.sort_by(|a, b| b.cmp(a));
    let mut organisations: Vec<OrganisationId> = Vec::new();
    for (_, id) in appointments {
        if !organisations.contains(&id) {
            organisations.push(id);
        }
    }
    joined(
        organisations
            .iter()
            .filter_map(|id| state.organisations.get(id))
            .map(|it| it.body.name.as_str()),
        ", ",
    )
}

/// What a review judges, by its own words.
fn judged(state: &State, on: ReviewOn) -> Option<String> {
    Some(match on {
        ReviewOn::Activity(id) => state.activities.get(&id)?.title.clone(),
        ReviewOn::Recommendation(id) => state.recommendations.get(&id)?.text.clone(),
        ReviewOn::Decision(id) => state.decisions.get(&id)?.title.clone(),
    })
}

fn addressees(state: &State, recommendation: &Recommendation) -> String {
    let organisations = recommendation
        .addressees
        .iter()
        .filter_map(|it| state.organisations.get(&it.organisation));
    joined(organisations.map(|it| it.body.name.as_str()), ", ")
}

/// The texts that are not empty, joined.
fn joined<'a>(texts: impl IntoIterator<Item = &'a str>, between: &str) -> String {
    let texts: Vec<&str> = texts.into_iter().filter(|text| !text.is_empty()).collect();
    texts.join(between)
}
