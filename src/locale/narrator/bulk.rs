//! Several records of one kind in a sentence: how many of what, what they share, and what is different about all of them.
//!
//! Must not know of what kind the commit is.

use super::Narrator;
use crate::domain::ids::OrganisationId;
use crate::domain::record::{Change, Key, Kind, Record};
use crate::domain::value::{Cell, Value, ValueState};
use crate::locale::{Phrase, args};

/// Organisations that a sentence names.
pub(super) const MOST_NAMED: usize = 3;

impl Narrator<'_> {
    /// Several records of one kind: «6.2 · 12 значений — введено → на проверке».
    pub(super) fn bulk(&self, changes: &[Change], lead: &Change) -> String {
        let scope = self.scope(changes, lead);
        if changes.iter().all(|it| it.before.is_none()) && lead.key.kind() != Kind::Value {
            return self.with(Phrase::CommitBulkAdded, &args![scope]);
        }
        if changes.iter().all(|it| it.after.is_none()) {
            return self.with(Phrase::CommitBulkRemoved, &args![scope]);
        }
        let what = self.difference(lead);
        let alike = changes.iter().all(|it| self.difference(it) == what);
        match (alike && !what.is_empty(), moved_to(changes)) {
            (true, _) => self.with(Phrase::CommitBulk, &args![scope, what]),
            (false, Some(state)) => {
                let state = self.locale.word(state);
                self.with(Phrase::CommitBulkTo, &args![scope, state])
            }
            (false, None) => scope,
        }
    }

    /// How many of what, and what they share: an indicator or an organisation.
    pub(super) fn scope(&self, changes: &[Change], lead: &Change) -> String {
        let count = self.count(Some(lead.key.kind()), changes.len());
        let Key::Value(first) = lead.key else {
            return self.addressed(changes, count);
        };
        match self.shared(changes, first) {
            Some(place) if place.is_empty() => self.dated(first.period, count),
            Some(place) => {
                let scope = self.with(Phrase::CommitScope, &args![place, count]);
                self.dated(first.period, scope)
            }
            None => count,
        }
    }

    /// What the values of one period share, an indicator or an organisation: nothing to name where neither; `None` of several periods.
    pub(super) fn shared(&self, changes: &[Change], first: Cell) -> Option<String> {
        let cells = || {
            changes.iter().filter_map(|it| match it.key {
                Key::Value(cell) => Some(cell),
                _ => None,
            })
        };
        if !cells().all(|it| it.period == first.period) {
            return None;
        }
        Some(if cells().all(|it| it.indicator == first.indicator) {
            self.indicator(first.period, first.indicator)
        } else if cells().all(|it| it.subject == first.subject) {
            self.subject(first.subject)
        } else {
            String::new()
        })
    }

    /// «5 рекомендаций (СШ № 3, СШ № 7, СШ № 9 и ещё 2)»; the count alone where no organisations are addressed.
    fn addressed(&self, changes: &[Change], count: String) -> String {
        let mut whom: Vec<OrganisationId> = Vec::new();
        for change in changes {
            let record = change.after.as_ref().or(change.before.as_ref());
            if let Some(Record::Recommendation(it)) = record {
                for id in it.addressees.iter().map(|it| it.organisation) {
                    if !whom.contains(&id) {
                        whom.push(id);
                    }
                }
            }
        }
        if whom.is_empty() {
            return count;
        }
        let named: Vec<String> = (whom.iter().take(MOST_NAMED))
            .map(|it| self.organisation(*it))
            .collect();
        let names = named.join(", ");
        let names = match whom.len() - named.len() {
            0 => names,
            n => self.with(Phrase::NamesAndMore, &args![names, n]),
        };
        self.with(Phrase::CommitScopeNamed, &args![count, names])
    }

    pub(super) fn count(&self, kind: Option<Kind>, n: usize) -> String {
        let phrase = match kind {
            Some(Kind::Edition) => Phrase::CountEditions,
            Some(Kind::Direction) => Phrase::CountDirections,
            Some(Kind::Indicator) => Phrase::CountIndicators,
            Some(Kind::Organisation) => Phrase::CountOrganisations,
            Some(Kind::Person) => Phrase::CountPeople,
            Some(Kind::Appointment) => Phrase::CountAppointments,
            Some(Kind::Period) => Phrase::CountPeriods,
            Some(Kind::Value) => Phrase::CountValues,
            Some(Kind::Recommendation) => Phrase::CountRecommendations,
            Some(Kind::Decision) => Phrase::CountDecisions,
            Some(Kind::Assignment) => Phrase::CountAssignments,
            Some(Kind::Report) => Phrase::CountReports,
            Some(Kind::Document) => Phrase::CountDocuments,
            Some(Kind::Requirement) => Phrase::CountRequirements,
            Some(Kind::Citation) => Phrase::CountCitations,
            Some(Kind::Goal) => Phrase::CountGoals,
            Some(Kind::AnalysisNote) => Phrase::CountNotes,
            Some(Kind::Activity) => Phrase::CountActivities,
            Some(Kind::Review) => Phrase::CountReviews,
            Some(
                Kind::Settings
                | Kind::BaseQuantity
                | Kind::BaseValue
                | Kind::Reference
                | Kind::User
                | Kind::Deputy
                | Kind::Results
                | Kind::ResultRow
                | Kind::Correction
                | Kind::Objection
                | Kind::Qualification
                | Kind::Attestation
                | Kind::Contract
                | Kind::Candidate
                | Kind::Rule
                | Kind::Confirmation
                | Kind::Collection
                | Kind::Alias
                | Kind::BroughtFile
                | Kind::Section
                | Kind::Round,
            )
            | None => Phrase::CountRecords,
        };
        self.with(phrase, &args![n])
    }
}

/// The state that all of these values have come to, from whichever, where nothing else about them is different.
fn moved_to(changes: &[Change]) -> Option<&ValueState> {
    let moved = |it: &'_ Change| match (&it.before, &it.after) {
        (Some(Record::Value(old)), Some(Record::Value(new))) => {
            let same = Value {
                state: new.state.clone(),
                ..old.clone()
            };
            same == *new
        }
        _ => false,
    };
    let states = changes
        .iter()
        .filter(|it| moved(it))
        .filter_map(|it| match &it.after {
            Some(Record::Value(new)) => Some(&new.state),
            _ => None,
        });
    let all: Vec<&ValueState> = states.collect();
    let first = *all.first()?;
    (all.len() == changes.len() && all.iter().all(|it| *it == first)).then_some(first)
}
