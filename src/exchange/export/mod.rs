//! All records and the journal as JSON Lines: one object to a line, `kind` first, readable without this program.
//!
//! Owns the field names, which are for ever. Numbers of the field are strings, exact; dates are `2026-05-23`; moments are
//! UTC; the states of a cell are told apart by `entry.is`. Every struct is taken apart field by field, so that a new
//! field can't be forgotten here. Of somebody who sees masks, days of heads and of hidden acts stand for their months. Streams: a line is in memory, a store is not.

mod bodies;
mod career;
mod catalogue;
mod collection;
mod cycle;
mod followup;
pub(in crate::exchange) mod json;
mod results;

use std::collections::BTreeMap;
use std::io::{self, Write};

use crate::domain::ids::Timestamp;
use crate::domain::record::{Cause, Change, Commit, Key, Kind, Record};
use crate::domain::state::{Stamp, State};
use crate::domain::value::Subject;
use crate::exchange::names::Named as _;
use json::Object;

/// How many lines of each kind were written; commits under `commit`.
pub type Counts = BTreeMap<&'static str, u64>;

/// Writes lines and counts them.
pub struct Export<W: Write> {
    out: W,
    counts: Counts,
    line: Vec<u8>,
}

impl<W: Write> Export<W> {
    /// An export into this.
    pub fn new(out: W) -> Export<W> {
        Export {
            out,
            counts: Counts::new(),
            line: Vec::new(),
        }
    }

    /// One record. Callers give them in the order of keys.
    pub fn record(&mut self, key: Key, record: &Record, stamp: Stamp) -> io::Result<()> {
        self.line.clear();
        let mut object = Object::begin(&mut self.line);
        object.text("kind", key.kind().name());
        place(&mut object, key);
        bodies::body(&mut object, record);
        object.whole("revision", stamp.rev.0);
        object.whole("by", stamp.by.0.into());
        object.text("at", &moment(stamp.at));
        object.end();
        self.end_line(key.kind().name())
    }

    /// All records that are in memory, in the order of keys.
    pub fn state(&mut self, state: &State) -> io::Result<()> {
        for key in state.keys() {
            if let Some((record, stamp)) = state.record(key) {
                self.record(key, &record, stamp)?;
            }
        }
        Ok(())
    }

    /// One commit of the journal, with what was there before and after.
    pub fn commit(&mut self, commit: &Commit) -> io::Result<()> {
        let Commit {
            seq,
            time,
            actor,
            command_id,
            cause,
            changes,
        } = commit;
        self.line.clear();
        let mut object = Object::begin(&mut self.line);
        object.text("kind", "commit");
        object.whole("seq", seq.0);
        object.text("at", &moment(*time));
        object.whole("by", actor.0.into());
        object.text("command", &format!("{:032x}", command_id.0));
        why(&mut object, cause);
        object.open_list("changes");
        // A commit may be as large as an import: its changes leave one by one.
        for (n, change) in changes.iter().enumerate() {
            if n > 0 {
                self.line.push(b',');
            }
            changed(&mut self.line, change);
            self.out.write_all(&self.line)?;
            self.line.clear();
        }
        self.line.extend_from_slice(b"]}");
        self.end_line("commit")
    }

    fn end_line(&mut self, kind: &'static str) -> io::Result<()> {
        self.line.push(b'\n');
        self.out.write_all(&self.line)?;
        *self.counts.entry(kind).or_default() += 1;
        Ok(())
    }

    /// Ends the export and says what it holds.
    pub fn finish(mut self) -> io::Result<Counts> {
        self.out.flush()?;
        Ok(self.counts)
    }
}

fn changed(line: &mut Vec<u8>, change: &Change) {
    let Change { key, before, after } = change;
    let mut object = Object::begin(line);
    object.text("record", key.kind().name());
    place(&mut object, *key);
    for (name, record) in [("before", before), ("after", after)] {
        match record {
            Some(record) => object.object(name, |inner| bodies::body(inner, record)),
            None => object.null(name),
        }
    }
    object.end();
}

fn why(object: &mut Object<'_>, cause: &Cause) {
    match cause {
        Cause::Do => object.text("cause", "do"),
        Cause::Undo(seq) => {
            object.text("cause", "undo");
            object.whole("of", seq.0);
        }
        Cause::Redo(seq) => {
            object.text("cause", "redo");
            object.whole("of", seq.0);
        }
        Cause::Import(digest) => {
            object.text("cause", "import");
            object.text("digest", &hex(digest));
        }
        Cause::Erase => object.text("cause", "erase"),
    }
}

/// The parts of a key, by name; the record's own number is `id`.
fn place(object: &mut Object<'_>, key: Key) {
    match key {
        Key::Settings => {}
        Key::Direction(edition, _) | Key::Indicator(edition, _) => {
            object.whole("edition", edition.0.into());
        }
        Key::BaseValue(period, base, organisation) => {
            object.whole("period", period.0.into());
            object.whole("base_quantity", base.0.into());
            object.whole("organisation", organisation.0.into());
        }
        Key::Reference(period, indicator) => {
            object.whole("period", period.0.into());
            object.whole("indicator", indicator.0.into());
        }
        Key::Value(cell) | Key::Correction(cell) => bodies::cell(object, cell),
        Key::Rule(edition, rule) => {
            object.whole("edition", edition.0.into());
            object.text("rule", rule.name());
        }
        Key::Confirmation(cell, rule) => {
            bodies::cell(object, cell);
            object.text("rule", rule.name());
        }
        Key::Results(period) => object.whole("period", period.0.into()),
        Key::ResultRow(period, organisation) | Key::Collection(period, organisation) => {
            object.whole("period", period.0.into());
            object.whole("organisation", organisation.0.into());
        }
        Key::Edition(_)
        | Key::BaseQuantity(_)
        | Key::Organisation(_)
        | Key::Person(_)
        | Key::Appointment(_)
        | Key::Period(_)
        | Key::Recommendation(_)
        | Key::Decision(_)
        | Key::Assignment(_)
        | Key::Report(_)
        | Key::Document(_)
        | Key::Requirement(_)
        | Key::Citation(_)
        | Key::User(_)
        | Key::Deputy(_)
        | Key::Objection(_)
        | Key::Qualification(_)
        | Key::Attestation(_)
        | Key::Contract(_)
        | Key::Candidate(_)
        | Key::Alias(_)
        | Key::BroughtFile(_)
        | Key::Section(_)
        | Key::Round(_)
        | Key::Goal(_)
        | Key::AnalysisNote(_)
        | Key::Activity(_)
        | Key::Review(_) => {}
    }
    if let Some(id) = key.own_id() {
        object.whole("id", id.into());
    }
}

/// A moment in UTC, `2026-05-23T09:40:00.000Z`.
fn moment(at: Timestamp) -> String {
    chrono::DateTime::from_timestamp_millis(at.0).map_or_else(
        || at.0.to_string(),
        |it| it.format("%Y-%m-%dT%H:%M:%S%.3fZ").to_string(),
    )
}

/// Names of all kinds of lines, in the order in which they come.
pub fn kinds() -> impl Iterator<Item = &'static str> {
    Kind::ALL.into_iter().map(Kind::name).chain(["commit"])
}

/// Whom a value describes, as a name and a number.
fn subject(object: &mut Object<'_>, subject: Subject) {
    match subject {
        Subject::Organisation(id) => object.whole("organisation", id.0.into()),
        Subject::Person(id) => object.whole("person", id.0.into()),
        Subject::Municipality => object.truth("municipality", true),
    }
}

/// A digest in hexadecimal.
fn hex(digest: &[u8]) -> String {
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}
