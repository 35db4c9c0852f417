//! Qualifications, attestations, contracts and the reserve, as lines of a detail and as words of a list: each with what its days say today.

use chrono::NaiveDate;

use super::super::told::Told;
use crate::analysis::agenda::{RUNS_OUT, When};
use crate::args;
use crate::domain::career::{Attestation, Candidate, CandidateOutcome, Contract, Qualification};
use crate::domain::ids::PersonId;
use crate::domain::record::Key;
use crate::locale::{Phrase, format};
use crate::tui::app::App;

/// What the last day of something says today.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lasting {
    /// It has no last day, or one that is far.
    Long,
    /// It ends soon.
    Soon,
    /// It is over.
    Over,
}

/// What a last day says on a day.
#[must_use]
pub fn lasting(until: Option<NaiveDate>, today: NaiveDate) -> Lasting {
    match until.map(|it| When::until(it, today)) {
        Some(When::Over(_)) => Lasting::Over,
        Some(When::In(days)) if days <= RUNS_OUT[0] => Lasting::Soon,
        _ => Lasting::Long,
    }
}

/// Everything on record of somebody beside their appointments, the latest first.
pub fn tell(told: &mut Told<'_>, person: PersonId) {
    let app = told.app;
    let state = app.state();
    let mut all: Vec<(NaiveDate, String, Key)> = (state.qualifications.iter())
        .filter(|(_, it)| it.person == person)
        .map(|(id, it)| (it.issued, qualification(app, it), Key::Qualification(*id)))
        .collect();
    listed(told, Phrase::QualificationsHeading, &mut all);
    let mut all: Vec<_> = (state.attestations.iter())
        .filter(|(_, it)| it.person == person)
        .map(|(id, it)| (it.held, attestation(app, it), Key::Attestation(*id)))
        .collect();
    listed(told, Phrase::AttestationsHeading, &mut all);
    let mut all: Vec<_> = (state.contracts.iter())
        .filter(|(_, it)| it.person == person)
        .map(|(id, it)| (it.from, contract(app, it), Key::Contract(*id)))
        .collect();
    listed(told, Phrase::ContractsHeading, &mut all);
    let mut all: Vec<_> = (state.candidates.iter())
        .filter(|(_, it)| it.person == person)
        .map(|(id, it)| (it.from, candidate(app, it), Key::Candidate(*id)))
        .collect();
    listed(told, Phrase::ReserveHeading, &mut all);
}

fn listed(told: &mut Told<'_>, heading: Phrase, all: &mut [(NaiveDate, String, Key)]) {
    if all.is_empty() {
        return;
    }
    told.heading(heading);
    all.sort_by_key(|it| std::cmp::Reverse((it.0, it.2)));
    for (_, text, key) in all {
        told.item(text, Some(*key));
    }
}

/// Until when something counts, and whether that is soon or over; nothing where it has no end.
fn until(app: &App, until: Option<NaiveDate>) -> String {
    let Some(day) = until else {
        return String::new();
    };
    let date = format::date(day);
    let phrase = match lasting(until, app.now.today) {
        Lasting::Long => Phrase::ValidUntil,
        Lasting::Soon => Phrase::ValidSoonOver,
        Lasting::Over => Phrase::ValidNoLonger,
    };
    app.say_with(phrase, &args![date])
}

fn joined(parts: Vec<String>) -> String {
    let said: Vec<String> = parts.into_iter().filter(|it| !it.is_empty()).collect();
    said.join(", ")
}

fn qualification(app: &App, it: &Qualification) -> String {
    let title = app.say_with(Phrase::Quoted, &args![text = it.title.as_str()]);
    let hours = it
        .hours
        .map(|n| app.say_with(Phrase::HoursOf, &args![hours = n.to_string()]));
    joined(vec![
        format!("{} {title}", app.locale.word(&it.kind)),
        it.institution.clone(),
        hours.unwrap_or_default(),
        format::date(it.issued),
        it.paper.clone(),
        until(app, it.until),
    ])
}

fn attestation(app: &App, it: &Attestation) -> String {
    let role = match it.candidate {
        true => Phrase::AttestedAsCandidate,
        false => Phrase::AttestedAsHead,
    };
    joined(vec![
        format!(
            "{}: {}",
            format::date(it.held),
            app.locale.word(&it.outcome)
        ),
        app.say(role),
        it.act
            .map(|id| app.narrator().document(id))
            .unwrap_or_default(),
        until(app, it.until),
    ])
}

fn contract(app: &App, it: &Contract) -> String {
    let number = match it.number.as_str() {
        "" => String::new(),
        number => format!("№ {number}"),
    };
    joined(vec![
        app.narrator().organisation(it.organisation),
        number,
        app.say_with(Phrase::InOfficeSince, &args![date = format::date(it.from)]),
        until(app, it.until),
    ])
}

fn candidate(app: &App, it: &Candidate) -> String {
    let place = it.organisation.map(|id| app.narrator().organisation(id));
    let ends = match it.outcome {
        CandidateOutcome::InReserve => until(app, it.until),
        _ => String::new(),
    };
    joined(vec![
        it.post.clone(),
        place.unwrap_or_default(),
        app.say_with(Phrase::InOfficeSince, &args![date = format::date(it.from)]),
        outcome(app, &it.outcome),
        ends,
    ])
}

/// «назначение на должность 01.09.2026».
#[must_use]
pub fn outcome(app: &App, it: &CandidateOutcome) -> String {
    let word = app.locale.word(it);
    match it {
        CandidateOutcome::InReserve => word,
        CandidateOutcome::Trained { on }
        | CandidateOutcome::Appointed { on }
        | CandidateOutcome::Excluded { on, .. } => format!("{word} {}", format::date(*on)),
    }
}
