//! Which change of a commit speaks for it: what the person set out to do, before what it brought along.
//!
//! Knows kinds of records and the steps of periods; what is said of the change is the affair of whoever tells it.

use super::record::{Change, Kind, Record};

/// The change that speaks for a commit.
#[must_use]
pub fn lead_of(changes: &[Change]) -> Option<&Change> {
    changes.get(lead_at(changes)?)
}

/// Its place among them.
#[must_use]
pub fn lead_at(changes: &[Change]) -> Option<usize> {
    (0..changes.len()).min_by_key(|at| changes.get(*at).map(own_weight))
}

/// Which change speaks first: a step of a period before all that it writes and takes away.
fn own_weight(it: &Change) -> u8 {
    match is_step(it) {
        true => 0,
        false => weight(it.key.kind()),
    }
}

/// Whether a period was opened, closed, moved or taken on in another way, or that was taken back.
#[must_use]
pub fn is_step(it: &Change) -> bool {
    match (&it.before, &it.after) {
        (Some(Record::Period(old)), Some(Record::Period(new))) => old.events != new.events,
        _ => false,
    }
}

/// How soon a record of a kind speaks, the least first.
fn weight(kind: Kind) -> u8 {
    match kind {
        // A period is closed or moved, with what that writes; a value is put right, with why.
        Kind::Results | Kind::ResultRow => 21,
        Kind::Correction => 3,
        Kind::Objection | Kind::Attestation | Kind::Candidate | Kind::Collection => 6,
        // What a name means comes with the values that it stood by, and so does the file.
        Kind::Alias | Kind::BroughtFile => 22,
        Kind::Qualification | Kind::Contract => 12,
        Kind::Decision => 0,
        Kind::Report => 1,
        Kind::Recommendation => 2,
        Kind::Assignment => 3,
        Kind::Value => 4,
        Kind::Organisation => 5,
        Kind::Appointment => 6,
        Kind::Edition => 7,
        Kind::Indicator => 8,
        Kind::Direction => 9,
        Kind::Period => 10,
        Kind::BaseValue => 11,
        Kind::Reference => 12,
        Kind::BaseQuantity => 13,
        // A document is entered to be cited, or by itself.
        Kind::Citation => 14,
        Kind::Document => 15,
        Kind::Requirement => 16,
        Kind::User => 17,
        Kind::Deputy => 18,
        Kind::Person => 19,
        Kind::Settings => 20,
        Kind::Confirmation => 5,
        // A round is begun or handed in, with what that brings; the rest is what somebody has written.
        Kind::Round => 7,
        Kind::Section => 8,
        Kind::Goal | Kind::AnalysisNote | Kind::Activity | Kind::Review => 3,
        Kind::Rule => 9,
    }
}
