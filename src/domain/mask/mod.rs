//! What somebody without the right to names sees in their place: «ОО 07», «рук. ОО 07», «скрыто».
//!
//! Owns which texts are hidden and what stands for them. A mask is data as a name is, in the language of the data, so that it can be
//! sorted, found and exported like one. Must not know who looks, nor by which way a record reaches them.
//!
//! What stays: figures, terms, states, ids, kinds of organisations (indicators apply by kind), the catalogue and its acts. Days that could
//! be looked up outside of the store are told less exactly. The number of a mask is drawn by a seed that never leaves the store. Ids, which
//! an export and the protocol tell, show in which order records were made: whoever knows in which order schools were entered learns from
//! it, and README says so.
//!
//! Invariants: an empty text stays empty, and a hidden one is never the text itself; masks of one store do not change when the
//! program is started anew.

mod career;
mod collecting;
mod cycle;
mod dates;
mod heads;
mod numbers;
mod records;
mod results;
mod told;

use std::collections::BTreeSet;

use super::evidence::Document;
use super::ids::{DocumentId, PersonId, UserId};
use super::record::Kind;
use super::state::State;
use dates::Calendar;
use heads::Faces;
use numbers::Numbers;

/// What stands for a hidden text.
pub const HIDDEN: &str = "скрыто";

/// Whose own records stay as they are: nobody is a stranger to themselves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Viewer {
    /// The user.
    pub user: UserId,
    /// The person behind the account.
    pub person: Option<PersonId>,
}

impl Viewer {
    /// The user with the person behind the account.
    #[must_use]
    pub fn of(state: &State, user: UserId) -> Viewer {
        let person = state.users.get(&user).and_then(|it| it.person);
        Viewer { user, person }
    }
}

/// The masks of a store as of one state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mask {
    numbers: Numbers,
    faces: Faces,
    calendar: Calendar,
    /// Acts of the catalogue, and of what is cited for the requirements all that is not about somebody: papers that are published anyway.
    public: BTreeSet<DocumentId>,
    /// Reasons that indicators offer for «н/п»: words of the catalogue, not of whoever picked one.
    reasons: BTreeSet<String>,
}

impl Mask {
    /// The masks of a state. The seed is the store's own and secret.
    #[must_use]
    pub fn of(state: &State, seed: [u8; 16]) -> Mask {
        let acts = state.editions.values().filter_map(|it| it.act);
        let about_somebody = about_somebody(state);
        let cited = state.citations.values().map(|it| it.document);
        let cited = cited.filter(|it| !about_somebody.contains(it));
        let reasons = state.indicators.values().flat_map(|it| &it.na_reasons);
        Mask {
            numbers: Numbers::drawn(seed),
            faces: Faces::of(state),
            calendar: Calendar::of(state),
            public: acts.chain(cited).collect(),
            reasons: reasons.cloned().collect(),
        }
    }

    /// Whether masks of other records may change with a record of this kind.
    #[must_use]
    pub fn rests_on(kind: Kind) -> bool {
        match kind {
            Kind::Edition
            | Kind::Indicator
            | Kind::Appointment
            | Kind::Citation
            | Kind::User
            | Kind::Period
            | Kind::Decision
            | Kind::Attestation
            | Kind::Candidate
            | Kind::Correction
            | Kind::Organisation
            | Kind::Report => true,
            Kind::Settings
            | Kind::Direction
            | Kind::BaseQuantity
            | Kind::BaseValue
            | Kind::Reference
            | Kind::Person
            | Kind::Value
            | Kind::Recommendation
            | Kind::Assignment
            | Kind::Document
            | Kind::Requirement
            | Kind::Deputy
            | Kind::Results
            | Kind::ResultRow
            | Kind::Objection
            | Kind::Qualification
            | Kind::Contract
            | Kind::Rule
            | Kind::Confirmation
            | Kind::Collection
            | Kind::Alias
            | Kind::BroughtFile
            | Kind::Section
            | Kind::Round
            | Kind::Goal
            | Kind::AnalysisNote
            | Kind::Activity
            | Kind::Review => false,
        }
    }
}

/// Papers by which a decision, an appointment or a report could be looked up, and with it whom it is about.
fn about_somebody(state: &State) -> BTreeSet<DocumentId> {
    let decided = state.decisions.values().filter_map(|it| it.document);
    let appointed = state.appointments.values().filter_map(|it| it.act);
    let reported = state.reports.values().filter_map(|it| it.document);
    let attested = state.attestations.values().filter_map(|it| it.act);
    let reserved = state.candidates.values().filter_map(|it| it.ground);
    let closed = state.organisations.values().filter_map(|it| it.closed_by);
    let corrected = state.corrections.values().map(|it| it.document);
    (decided.chain(appointed).chain(reported))
        .chain(attested.chain(reserved))
        .chain(closed.chain(corrected))
        .collect()
}

/// Whether a state is told in masks: accounts of others are no accounts there. Days of heads are then to be read as months.
#[must_use]
pub fn is_masked(state: &State) -> bool {
    let mut users = state.users.iter();
    users.any(|(id, it)| it.account == heads::account(*id))
}

/// Whether a document is told without its requisites. Its day is then to be read as a month.
#[must_use]
pub fn is_hidden(it: &Document) -> bool {
    let texts = [&it.issuer, &it.number, &it.title, &it.link];
    texts.into_iter().any(|it| it == HIDDEN)
}

/// Hides a text; where there was none, nothing is hidden.
fn hide(text: &mut String) {
    if !text.is_empty() {
        HIDDEN.clone_into(text);
    }
}

/// Hides a text that says something; numbers of pages and points say nothing.
fn hide_words(text: &mut String) {
    if text.chars().any(char::is_alphabetic) {
        hide(text);
    }
}
