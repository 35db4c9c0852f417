//! Records going into memory: [`State::apply`] cannot fail, and consults no rule.

use std::sync::Arc;

use super::State;
use super::stamped::{Stamp, Stamped, set};
use crate::domain::record::{Commit, Key, Record};
use crate::domain::value::{Cell, Value};

/// Takes the inside of a record; a record of another kind counts as none.
macro_rules! pick {
    ($record:expr, $kind:ident) => {
        match $record {
            Some(Record::$kind(body)) => Some(body),
            _ => None,
        }
    };
}

impl State {
    /// Takes a commit in. Replaying one that is in already changes nothing.
    pub fn apply(&mut self, commit: &Commit) {
        if commit.seq <= self.meta.seq {
            return;
        }
        let stamp = Stamp {
            rev: commit.seq,
            by: commit.actor,
            at: commit.time,
        };
        // A new period has no values anywhere yet: its empty shard is the whole of it. Shards first: in the order of keys
        // the base quantities of a period come before the period itself.
        for change in &commit.changes {
            if let (Key::Period(id), None, Some(_)) = (change.key, &change.before, &change.after) {
                self.shards.entry(id).or_default();
            }
        }
        for change in &commit.changes {
            self.put(change.key, change.after.clone(), stamp);
        }
        self.meta.note(commit.seq, commit.actor, commit.cause);
    }

    /// Puts one record in its table with a stamp, or takes it out. For `apply` and for whoever loads the records;
    /// a record under a key of another kind is left out.
    pub fn put(&mut self, key: Key, record: Option<Record>, stamp: Stamp) {
        self.meta.note_key(key);
        self.set_links(key, false);
        match (key, record) {
            (Key::Settings, Some(Record::Settings(body))) => {
                self.settings = Some(Stamped { body, stamp })
            }
            (Key::Settings, None) => self.settings = None,
            (Key::Edition(id), it) => set(&mut self.editions, id, pick!(it, Edition), stamp),
            (Key::Direction(e, id), it) => {
                set(&mut self.directions, (e, id), pick!(it, Direction), stamp)
            }
            (Key::Indicator(e, id), it) => {
                set(&mut self.indicators, (e, id), pick!(it, Indicator), stamp)
            }
            (Key::BaseQuantity(id), it) => set(
                &mut self.base_quantities,
                id,
                pick!(it, BaseQuantity),
                stamp,
            ),
            (Key::BaseValue(period, base, organisation), it) => {
                if let Some(shard) = self.shards.get_mut(&period) {
                    let number = pick!(it, BaseValue).map(|body| Stamped { body, stamp });
                    Arc::make_mut(shard).set_base(base, organisation, number);
                }
            }
            (Key::Reference(p, i), it) => {
                set(&mut self.references, (p, i), pick!(it, Reference), stamp)
            }
            (Key::Organisation(id), it) => {
                set(&mut self.organisations, id, pick!(it, Organisation), stamp)
            }
            (Key::Person(id), it) => set(&mut self.persons, id, pick!(it, Person), stamp),
            (Key::Appointment(id), it) => {
                set(&mut self.appointments, id, pick!(it, Appointment), stamp)
            }
            (Key::Period(id), it) => set(&mut self.periods, id, pick!(it, Period), stamp),
            (Key::Value(cell), it) => self.put_value(cell, pick!(it, Value), stamp),
            (Key::Recommendation(id), it) => set(
                &mut self.recommendations,
                id,
                pick!(it, Recommendation),
                stamp,
            ),
            (Key::Decision(id), it) => set(&mut self.decisions, id, pick!(it, Decision), stamp),
            (Key::Assignment(id), it) => {
                set(&mut self.assignments, id, pick!(it, Assignment), stamp)
            }
            (Key::Report(id), it) => set(&mut self.reports, id, pick!(it, Report), stamp),
            (Key::Document(id), it) => set(&mut self.documents, id, pick!(it, Document), stamp),
            (Key::Requirement(id), it) => {
                set(&mut self.requirements, id, pick!(it, Requirement), stamp)
            }
            (Key::Citation(id), it) => set(&mut self.citations, id, pick!(it, Citation), stamp),
            (Key::User(id), it) => set(&mut self.users, id, pick!(it, User), stamp),
            (Key::Deputy(id), it) => set(&mut self.deputies, id, pick!(it, Deputy), stamp),
            (Key::Results(id), it) => set(&mut self.results, id, pick!(it, Results), stamp),
            (Key::ResultRow(period, organisation), it) => {
                if let Some(shard) = self.shards.get_mut(&period) {
                    let row = pick!(it, ResultRow).map(|body| Stamped { body, stamp });
                    Arc::make_mut(shard).set_result(organisation, row);
                }
            }
            (Key::Correction(cell), it) => {
                set(&mut self.corrections, cell, pick!(it, Correction), stamp)
            }
            (Key::Rule(e, kind), it) => set(&mut self.rules, (e, kind), pick!(it, Rule), stamp),
            (Key::Confirmation(cell, rule), it) => {
                if let Some(shard) = self.shards.get_mut(&cell.period) {
                    let said = pick!(it, Confirmation).map(|body| Stamped { body, stamp });
                    Arc::make_mut(shard)
                        .set_confirmation((cell.indicator, cell.subject, rule), said);
                }
            }
            (Key::Objection(id), it) => set(&mut self.objections, id, pick!(it, Objection), stamp),
            (Key::Qualification(id), it) => set(
                &mut self.qualifications,
                id,
                pick!(it, Qualification),
                stamp,
            ),
            (Key::Attestation(id), it) => {
                set(&mut self.attestations, id, pick!(it, Attestation), stamp)
            }
            (Key::Contract(id), it) => set(&mut self.contracts, id, pick!(it, Contract), stamp),
            (Key::Candidate(id), it) => set(&mut self.candidates, id, pick!(it, Candidate), stamp),
            (Key::Alias(id), it) => set(&mut self.aliases, id, pick!(it, Alias), stamp),
            (Key::BroughtFile(id), it) => {
                set(&mut self.brought_files, id, pick!(it, BroughtFile), stamp)
            }
            (Key::Section(id), it) => set(&mut self.sections, id, pick!(it, Section), stamp),
            (Key::Round(id), it) => set(&mut self.rounds, id, pick!(it, Round), stamp),
            (Key::Goal(id), it) => set(&mut self.goals, id, pick!(it, Goal), stamp),
            (Key::AnalysisNote(id), it) => set(&mut self.notes, id, pick!(it, AnalysisNote), stamp),
            (Key::Activity(id), it) => set(&mut self.activities, id, pick!(it, Activity), stamp),
            (Key::Review(id), it) => set(&mut self.reviews, id, pick!(it, Review), stamp),
            (Key::Collection(period, organisation), it) => {
                if let Some(shard) = self.shards.get_mut(&period) {
                    let it = pick!(it, Collection).map(|body| Stamped { body, stamp });
                    Arc::make_mut(shard).set_collection(organisation, it);
                }
            }
            (Key::Settings, Some(_)) => {}
        }
        self.set_links(key, true);
    }

    fn put_value(&mut self, cell: Cell, value: Option<Value>, stamp: Stamp) {
        if let Some(shard) = self.shards.get_mut(&cell.period) {
            Arc::make_mut(shard).set(
                cell.indicator,
                cell.subject,
                value.map(|body| Stamped { body, stamp }),
            );
        }
    }
}
