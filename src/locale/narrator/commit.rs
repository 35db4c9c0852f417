//! One sentence for a commit, for the journal and for undo: «отменено: 6.2 · СШ № 12 — 87,5 % → 85,0 %».

use super::Narrator;
use super::facets::Facet;
use super::finding::beside_usual;
use super::row::is_behind;
use crate::domain::lead::lead_of;
use crate::domain::record::{Cause, Change, Commit, Kind, Record};

use crate::locale::{Phrase, args};

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
                let done: Vec<Change> = commit.changes.iter().map(Change::turned_back).collect();
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
