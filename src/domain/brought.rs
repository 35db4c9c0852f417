//! Files whose values were brought in: remembered, so that a file that is read again does not turn back what was put right since.
//!
//! Who brought it and when is said by the stamp of the record. How a file is read is not known here.

use serde::{Deserialize, Serialize};

use super::ids::{OrganisationId, PeriodId, Seq};
use super::state::{Stamp, State};

/// A file whose values were brought in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BroughtFile {
    /// What it is known by, whatever it is called: the first 16 bytes of its SHA-256.
    pub digest: [u8; 16],
    /// How it was called.
    pub name: String,
    /// How many values it brought.
    pub values: u32,
    /// Of a form that was handed out: for whom.
    pub form: Option<FormOf>,
}

/// For whom a form was handed out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct FormOf {
    /// The period.
    pub period: PeriodId,
    /// The organisation; none of the municipality's own.
    pub organisation: Option<OrganisationId>,
}

/// Whether what stands somewhere since this revision came from a form handed out for these.
#[must_use]
pub fn is_from_form(state: &State, form: FormOf, rev: Seq) -> bool {
    let mut all = state.brought_files.values();
    all.any(|it| it.stamp.rev == rev && it.body.form == Some(form))
}

/// Since which revision a file is in, if it is: since it was brought for the first time.
#[must_use]
pub fn since(state: &State, digest: [u8; 16]) -> Option<Seq> {
    stamps(state, digest).map(|it| it.rev).min()
}

/// When a file was brought for the last time and by whom, if it was.
#[must_use]
pub fn last(state: &State, digest: [u8; 16]) -> Option<Stamp> {
    stamps(state, digest).max_by_key(|it| it.rev).copied()
}

fn stamps(state: &State, digest: [u8; 16]) -> impl Iterator<Item = &Stamp> {
    let all = state.brought_files.values();
    let same = all.filter(move |it| it.body.digest == digest);
    same.map(|it| &it.stamp)
}
