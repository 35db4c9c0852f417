//! One sentence for a commit, for the journal and for undo: «отменено: 6.2 · СШ № 12 — 87,5 % → 85,0 %».

use super::Narrator;
use super::facets::Facet;
use super::finding::beside_usual;
use crate::domain::ids::OrganisationId;
use crate::domain::lead::lead_of;
use crate::domain::record::{Cause, Change, Commit, Key, Kind, Record};
use crate::domain::value::{Cell, Value, ValueState};
use crate::locale::{Phrase, args};

/// Organisations that a sentence names.
pub(super) const MOST_NAMED: usize = 3;

/// Whether a new person is the one behind the user whom the commit is about: the user's record says who it is.
pub(super) fn is_behind(lead: &Change, other: &Change) -> bool {
    match (&lead.after, other.key) {
        (Some(Record::User(user)), Key::Person(id)) => {
            other.before.is_none() && user.person == Some(id)
        }
        _ => false,
    }
}

/// One thing that is different.
pub(super) struct Said {
    /// With what was there before: «на контроле → выполнена».
    pub(super) whole: String,
    /// Where there is no room for that: «→ выполнена».
    pub(super) short: String,
}

impl Said {
    pub(super) fn only(text: String) -> Said {
        Said {
            short: text.clone(),
            whole: text,
        }
    }
}

impl Narrator<'_> {
    /// One sentence for a commit.
    pub fn commit(&self, commit: &Commit) -> String {
        self.commit_of(commit, commit.changes.len())
    }

    /// One sentence for a commit of `total` changes, of which it carries only the first ones.
    pub fn commit_of(&self, commit: &Commit, total: usize) -> String {
        let total = total.max(commit.changes.len());
        let what = || {
            Narrator {
                changes: &commit.changes,
                ..*self
            }
            .told(&commit.changes, total)
        };
        let deed = |changes: &[Change]| Narrator { changes, ..*self }.deed(changes, total);
        let said = match commit.cause {
            Cause::Do => deed(&commit.changes),
            // What was taken back is told as it was done: what came of it reads as if that had been taken back.
            Cause::Undo(_) => {
                let done: Vec<Change> = commit.changes.iter().map(turned_back).collect();
                deed(&done).map(|deed| self.with(Phrase::DeedUndone, &args![deed]))
            }
            Cause::Redo(_) => {
                deed(&commit.changes).map(|deed| self.with(Phrase::DeedRedone, &args![deed]))
            }
            _ => None,
        };
        let said = said.unwrap_or_else(|| self.by_records(commit.cause, what, total));
        self.stood_in_for(commit, said)
    }

    /// What was done, record by record.
    fn by_records(&self, cause: Cause, what: impl Fn() -> String, total: usize) -> String {
        match cause {
            Cause::Do => what(),
            Cause::Undo(_) => self.with(Phrase::CommitUndone, &args![what = what()]),
            Cause::Redo(_) => self.with(Phrase::CommitRedone, &args![what = what()]),
            Cause::Import(_) => self.with(Phrase::CommitImported, &args![what = what()]),
            // The name is gone; only how much was erased is told.
            Cause::Erase => self.with(Phrase::CommitErased, &args![what = self.count(None, total)]),
        }
    }

    /// One sentence for a change of a record: what the history of a cell shows.
    pub fn change(&self, change: &Change) -> String {
        let change = &*beside_usual(change);
        let subject = self.change_subject(change);
        let what = self.difference(change);
        match (&change.before, &change.after) {
            (None, None) => self.with(Phrase::ChangeErased, &args![subject]),
            (None, Some(Record::Value(_))) | (Some(Record::Value(_)), None) => {
                self.with(Phrase::ChangeSaid, &args![subject, what])
            }
            (None, Some(_)) if what.is_empty() => {
                self.with(Phrase::ChangeAddedBare, &args![subject])
            }
            (None, Some(_)) => self.with(Phrase::ChangeAdded, &args![subject, what]),
            (Some(_), None) => self.with(Phrase::ChangeRemoved, &args![subject]),
            (Some(_), Some(_)) if what.is_empty() => {
                self.with(Phrase::ChangeNothing, &args![subject])
            }
            (Some(_), Some(_)) => self.with(Phrase::ChangeSaid, &args![subject, what]),
        }
    }

    fn change_subject(&self, change: &Change) -> String {
        let changes = std::slice::from_ref(change);
        // A record that stands alone is found in itself; the others of its commit are there already.
        if self.changes.is_empty() {
            Narrator { changes, ..*self }.key(change.key)
        } else {
            self.key(change.key)
        }
    }

    /// What is different, without the name of the record: «87,5 % → 85,0 %; утверждено → введено».
    pub fn difference(&self, change: &Change) -> String {
        let parts = self.differences(change).into_iter();
        parts.map(|it| it.whole).collect::<Vec<_>>().join("; ")
    }

    /// The same, each thing by itself.
    #[must_use]
    pub fn each_difference(&self, change: &Change) -> Vec<String> {
        let parts = self.differences(change).into_iter();
        parts.map(|it| it.whole).collect()
    }

    /// The same, each thing with the name of the record.
    #[must_use]
    pub fn each_change(&self, change: &Change) -> Vec<String> {
        let subject = self.change_subject(change);
        let parts = self.each_difference(change).into_iter();
        parts
            .map(|what| self.with(Phrase::ChangeSaid, &args![subject = &subject, what]))
            .collect()
    }

    /// What is different, each thing by itself, as the sentence tells them.
    pub(super) fn differences(&self, change: &Change) -> Vec<Said> {
        let change = &*beside_usual(change);
        let facets =
            |record: &Option<Record>| record.as_ref().map(|it| self.facets(change.key, it));
        let mut parts: Vec<Said> = match (facets(&change.before), facets(&change.after)) {
            (None, Some(new)) => new
                .iter()
                .filter(|it| it.headline && !it.text.is_empty())
                .map(|it| Said::only(self.headline(it)))
                .collect(),
            (Some(old), Some(new)) => old
                .iter()
                .zip(&new)
                .filter(|(old, new)| old.exact != new.exact)
                .map(|(old, new)| self.step(change, old, new))
                .collect(),
            // An undone first entry leaves the cell as if nobody had entered it.
            (Some(old), None) if change.key.kind() == Kind::Value => old
                .first()
                .map(|it| self.arrow(&it.text, &self.say(Phrase::CellAbsent)))
                .into_iter()
                .collect(),
            _ => Vec::new(),
        };
        parts.extend(self.ground_of_new_term(change).map(Said::only));
        parts
    }

    /// Why a term was moved, in the sentence that says to when.
    fn ground_of_new_term(&self, change: &Change) -> Option<String> {
        let moves = |record: &Option<Record>| match record {
            Some(Record::Recommendation(it)) => Some(it.prolongations.clone()),
            Some(Record::Assignment(it)) => Some(it.prolongations.clone()),
            _ => None,
        };
        let (before, after) = (moves(&change.before)?, moves(&change.after)?);
        let last = after.last().filter(|_| after.len() > before.len())?;
        let (field, text) = (self.say(Phrase::FieldGround), self.quoted(&last.ground));
        Some(self.with(Phrase::ChangeLabelled, &args![field, text]))
    }

    fn headline(&self, facet: &Facet) -> String {
        match facet.label {
            // The text itself, in its quotation marks, needs no label.
            None | Some(Phrase::FieldText | Phrase::FieldTitle) => facet.text.clone(),
            Some(label) => self.with(
                Phrase::ChangeLabelled,
                &args![field = self.say(label), text = &facet.text],
            ),
        }
    }

    fn step(&self, change: &Change, old: &Facet, new: &Facet) -> Said {
        let or_empty = |text: &str| {
            if text.is_empty() {
                self.say(Phrase::CellEmpty)
            } else {
                text.to_owned()
            }
        };
        let (before, after) = (or_empty(&old.text), or_empty(&new.text));
        match new.label {
            // Whoever retires a thing does not answer a question with «нет → да».
            Some(Phrase::FieldRetired) => {
                Said::only(self.say(match after == self.say(Phrase::Yes) {
                    true => Phrase::RowNotCollected,
                    false => Phrase::ChangeInUseAgain,
                }))
            }
            // What was done is added to what was done before; taken back, it is what is gone.
            Some(Phrase::FieldEvents) => Said::only(match is_fewer(change) {
                true => before,
                false => after,
            }),
            Some(label) if !new.told || before == after => {
                Said::only(self.with(Phrase::ChangeFieldOnly, &args![field = self.say(label)]))
            }
            Some(label) => {
                let (field, text) = (self.say(label), self.to(&after));
                Said {
                    short: self.with(Phrase::ChangeLabelled, &args![field = &field, text]),
                    whole: self.with(Phrase::ChangeField, &args![field, before, after]),
                }
            }
            None if before == after => self.with_parts(change).unwrap_or_else(|| Said::only(after)),
            None => self.arrow(&before, &after),
        }
    }

    fn arrow(&self, before: &str, after: &str) -> Said {
        Said {
            short: self.to(after),
            whole: self.with(Phrase::ChangeFromTo, &args![before, after]),
        }
    }

    fn to(&self, after: &str) -> String {
        self.with(Phrase::ChangeTo, &args![after])
    }

    /// Two ratios that read alike are told apart by their parts: «21 из 24 → 42 из 48».
    fn with_parts(&self, change: &Change) -> Option<Said> {
        let entry = |record: &Option<Record>| match record {
            Some(Record::Value(value)) => Some(self.locale.entry(None, &value.entry)),
            _ => None,
        };
        let (before, after) = (entry(&change.before)?, entry(&change.after)?);
        (before != after).then(|| self.arrow(&before, &after))
    }

    fn told(&self, changes: &[Change], total: usize) -> String {
        let Some(lead) = lead_of(changes) else {
            return self.say(Phrase::CommitNothing);
        };
        match total {
            1 => self.change(lead),
            // Two terms are two people: who comes and who goes.
            _ if total == changes.len()
                && changes.iter().all(|it| it.key.kind() == lead.key.kind())
                && (total > 2 || lead.key.kind() != Kind::Appointment) =>
            {
                self.bulk(changes, lead)
            }
            2 if total == changes.len() => {
                let first = self.change(lead);
                match changes.iter().find(|it| it.key != lead.key) {
                    Some(other) if !is_behind(lead, other) => {
                        let second = self.change(other);
                        self.with(Phrase::CommitBoth, &args![first, second])
                    }
                    _ => first,
                }
            }
            _ => self.with(
                Phrase::CommitAndMore,
                &args![first = self.change(lead), n = total - 1],
            ),
        }
    }

    /// Several records of one kind: «6.2 · 12 значений — введено → на проверке».
    fn bulk(&self, changes: &[Change], lead: &Change) -> String {
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
                | Kind::BroughtFile,
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

/// Whether something that was done with a period is taken back.
fn is_fewer(change: &Change) -> bool {
    match (&change.before, &change.after) {
        (Some(Record::Period(old)), Some(Record::Period(new))) => {
            new.events.len() < old.events.len()
        }
        _ => false,
    }
}

/// What a change takes back.
fn turned_back(change: &Change) -> Change {
    Change {
        key: change.key,
        before: change.after.clone(),
        after: change.before.clone(),
    }
}
