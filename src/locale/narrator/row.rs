//! A commit in a row of the journal: about whom or what in one column, the change in the next, each as short as can be told.
//!
//! Names here are codes and numbers: «рек. 6.2 СШ № 12», «поруч. 2.1 № 348». The sentence of the same commit has them whole. Must not
//! know how wide a column is.

use super::Narrator;
use super::commit::Said;
use crate::domain::evidence::Document;
use crate::domain::followup::ReportOn;
use crate::domain::ids::{AssignmentId, DecisionId, RecommendationId};
use crate::domain::lead::lead_of;
use crate::domain::record::{Cause, Change, Commit, Key, Kind, Record};
use crate::locale::{Phrase, args};

/// A commit in two columns.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CommitRow {
    /// About whom or what: «6.2 СШ № 12».
    pub about: String,
    /// What is different: «на контроле → выполнена; …».
    pub change: String,
    /// The first of it, with what was there before.
    pub first: String,
    /// The first of it, without what was there before: «→ выполнена».
    pub short: String,
    /// How many more records the commit changed.
    pub more: usize,
}

impl Narrator<'_> {
    /// A commit of `total` changes, of which it may carry only the first ones, in two columns.
    pub fn commit_row(&self, commit: &Commit, total: usize) -> CommitRow {
        let total = total.max(commit.changes.len());
        let row = self.row_of(commit, total);
        CommitRow {
            change: self.stood_in_for(commit, row.change),
            ..row
        }
    }

    fn row_of(&self, commit: &Commit, total: usize) -> CommitRow {
        let told = Narrator {
            changes: &commit.changes,
            ..*self
        };
        let counted = |change: String| CommitRow {
            about: self.count(None, total),
            first: change.clone(),
            short: change.clone(),
            change,
            more: 0,
        };
        let undone = match commit.cause {
            Cause::Erase => return counted(self.say(Phrase::RowErased)),
            Cause::Do => return told.row(&commit.changes, total),
            Cause::Undo(_) => Phrase::CommitUndone,
            Cause::Redo(_) => Phrase::CommitRedone,
            Cause::Import(_) => Phrase::CommitImported,
        };
        let row = told.row(&commit.changes, total);
        let said = |what: String| self.with(undone, &args![what]);
        CommitRow {
            change: said(row.change),
            first: said(row.first),
            short: said(row.short),
            ..row
        }
    }

    fn row(&self, changes: &[Change], total: usize) -> CommitRow {
        let Some(lead) = lead_of(changes) else {
            return CommitRow {
                change: self.say(Phrase::CommitNothing),
                ..CommitRow::default()
            };
        };
        let alike =
            total == changes.len() && changes.iter().all(|it| it.key.kind() == lead.key.kind());
        if total == 1 || !alike {
            let said = self.said(lead, self.differences(lead));
            let told = changes.iter().filter(|it| is_behind(lead, it)).count();
            return self.put_together(self.short_key(lead.key), said, total - 1 - told);
        }
        let what = self.difference(lead);
        let same = changes
            .iter()
            .all(|it| self.difference(it) == what && it.before.is_none() == lead.before.is_none());
        let mut said = if same {
            self.differences(lead)
        } else {
            Vec::new()
        };
        let count = self.count(Some(lead.key.kind()), total);
        let (about, counted) = match lead.key {
            Key::Value(first) => match self.shared(changes, first) {
                Some(place) if !place.is_empty() => (self.short_dated(first.period, place), true),
                Some(_) => (self.short_dated(first.period, count.clone()), false),
                None => (count.clone(), false),
            },
            key => match self.shared_decision(changes) {
                Some(act) => (self.pair(&count, &act), false),
                None if key.kind() == Kind::Recommendation => (self.scope(changes, lead), false),
                None => (count.clone(), false),
            },
        };
        let new = changes.iter().all(|it| it.before.is_none());
        if !same && new && lead.key.kind() != Kind::Value {
            said = vec![Said::only(self.say(Phrase::RowAdded))];
        } else {
            said = self.said(lead, said);
        }
        let mut row = self.put_together(about, said, 0);
        if counted {
            let with_count = |what: &str| match what {
                "" => count.clone(),
                what => self.with(Phrase::ChangeLabelled, &args![field = &count, text = what]),
            };
            row = CommitRow {
                change: with_count(&row.change),
                first: with_count(&row.first),
                short: with_count(&row.short),
                ..row
            };
        }
        row
    }

    fn put_together(&self, about: String, said: Vec<Said>, more: usize) -> CommitRow {
        let first = said.first();
        CommitRow {
            about,
            first: first.map(|it| it.whole.clone()).unwrap_or_default(),
            short: first.map(|it| it.short.clone()).unwrap_or_default(),
            change: (said.into_iter().map(|it| it.whole))
                .collect::<Vec<_>>()
                .join("; "),
            more,
        }
    }

    /// What is different, with a word for a record that is new or gone.
    fn said(&self, change: &Change, said: Vec<Said>) -> Vec<Said> {
        let is_value = change.key.kind() == Kind::Value;
        let only = |phrase| vec![Said::only(self.say(phrase))];
        match (&change.before, &change.after) {
            (None, None) => only(Phrase::RowGone),
            (Some(_), None) if !is_value => only(Phrase::RowRemoved),
            (None, Some(_)) if !is_value => {
                let added = self.say(Phrase::RowAdded);
                let mut parts = said.into_iter();
                let Some(next) = parts.next() else {
                    return only(Phrase::RowAdded);
                };
                let whole = self.with(
                    Phrase::ChangeLabelled,
                    &args![field = &added, text = &next.whole],
                );
                let first = Said {
                    whole,
                    short: added,
                };
                std::iter::once(first).chain(parts).collect()
            }
            _ => said,
        }
    }

    /// The act that all these assignments, or reports about assignments, belong to.
    fn shared_decision(&self, changes: &[Change]) -> Option<String> {
        let mut decisions = changes.iter().map(|it| {
            let assignment = match it.key {
                Key::Assignment(id) => id,
                Key::Report(_) => match self.record(it.key)? {
                    Record::Report(report) => match report.on {
                        ReportOn::Assignment(id) => id,
                        ReportOn::Recommendation(_) => return None,
                    },
                    _ => return None,
                },
                _ => return None,
            };
            self.decision_of(assignment)
        });
        let first = decisions.next()??;
        decisions
            .all(|it| it == Some(first))
            .then(|| self.act_of(first))
    }

    fn decision_of(&self, id: AssignmentId) -> Option<DecisionId> {
        match self.record(Key::Assignment(id))? {
            Record::Assignment(it) => Some(it.decision),
            _ => None,
        }
    }

    fn short_key(&self, key: Key) -> String {
        let short = match key {
            Key::Value(cell) => {
                let indicator = self.indicator(cell.period, cell.indicator);
                let what = self.pair(&indicator, &self.subject(cell.subject));
                Some(self.short_dated(cell.period, what))
            }
            Key::Recommendation(id) => self.short_recommendation(id),
            Key::Decision(id) => {
                Some(self.with(Phrase::RowDecision, &args![act = self.act_of(id)]))
            }
            Key::Assignment(id) => self.short_assignment(id),
            Key::Report(_) => match self.record(key) {
                Some(Record::Report(it)) => match it.on {
                    ReportOn::Assignment(id) => self.short_assignment(id),
                    ReportOn::Recommendation(id) => self.short_recommendation(id),
                }
                .map(|what| self.with(Phrase::RowReport, &args![what])),
                _ => None,
            },
            _ => None,
        };
        short.unwrap_or_else(|| self.key(key))
    }

    fn short_recommendation(&self, id: RecommendationId) -> Option<String> {
        let Record::Recommendation(it) = self.record(Key::Recommendation(id))? else {
            return None;
        };
        let whom = self.addressees(&it.addressees);
        let what = match it.ground {
            Some(cell) => self.pair(&self.indicator(cell.period, cell.indicator), &whom),
            None => whom,
        };
        Some(self.with(Phrase::RowRecommendation, &args![what]))
    }

    fn short_assignment(&self, id: AssignmentId) -> Option<String> {
        let Record::Assignment(it) = self.record(Key::Assignment(id))? else {
            return None;
        };
        let what = self.pair(&it.number, &self.act_of(it.decision));
        Some(self.with(Phrase::RowAssignment, &args![what]))
    }

    /// The act of a decision by its number, else by its date, else by its title.
    fn act_of(&self, id: DecisionId) -> String {
        let Some(Record::Decision(it)) = self.record(Key::Decision(id)) else {
            return self.decision(id);
        };
        let document = it.document.and_then(|id| self.record(Key::Document(id)));
        match document {
            Some(Record::Document(it)) => self.act(&it),
            _ => self.quoted(&it.title),
        }
    }

    fn act(&self, it: &Document) -> String {
        match self.day_of_document(it) {
            _ if !it.number.is_empty() => {
                self.with(Phrase::DocumentNumbered, &args![number = &it.number])
            }
            Some(date) => self.with(Phrase::DocumentDated, &args![date]),
            None => self.requisites(it),
        }
    }

    fn short_dated(&self, period: crate::domain::ids::PeriodId, what: String) -> String {
        match self.shown {
            Some(shown) if shown != period => self.pair(&self.period(period), &what),
            _ => what,
        }
    }

    fn pair(&self, left: &str, right: &str) -> String {
        self.with(Phrase::RowPair, &args![left, right])
    }
}

/// Whether a new person is the one behind the user whom the commit is about: the user's record says who it is.
pub(super) fn is_behind(lead: &Change, other: &Change) -> bool {
    match (&lead.after, other.key) {
        (Some(Record::User(user)), Key::Person(id)) => {
            other.before.is_none() && user.person == Some(id)
        }
        _ => false,
    }
}
