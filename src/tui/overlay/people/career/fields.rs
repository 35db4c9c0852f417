//! What the form of each kind of record asks.

use super::{super::super::organisation::date_typed, FROM};
use super::{
    HOURS, INSTITUTION, MENTOR, NUMBER, ON, ORGANISATION, OUTCOME, PAPER, POST, PROGRAMME, REASON,
    ROLE, SORT, TITLE, UNTIL,
};
use crate::domain::career::{
    Attestation, AttestationOutcome, Candidate, CandidateOutcome, Contract, Qualification,
    QualificationKind,
};
use crate::domain::ids::OrganisationId;
use crate::domain::record::Kind;
use crate::domain::staffing::Career;
use crate::domain::text::collation_key;
use crate::locale::Phrase;
use crate::tui::app::App;
use crate::tui::followup::document;
use crate::tui::overlay::somebody;
use crate::tui::widget::form::{Candidate as Found, Field, Form, Lookup};

/// Kinds of qualifications, the most usual first.
pub(super) const SORTS: [QualificationKind; 3] = [
    QualificationKind::Course,
    QualificationKind::Retraining,
    QualificationKind::Higher,
];
/// What a commission may have decided.
pub(super) const OUTCOMES: [AttestationOutcome; 3] = [
    AttestationOutcome::Fit,
    AttestationOutcome::FitWithAdvice,
    AttestationOutcome::Unfit,
];

/// The fields of a kind of record, with what stands in one.
pub(super) fn of(app: &App, kind: Kind, career: Option<&Career>) -> Vec<Field> {
    match (kind, career) {
        (Kind::Qualification, Some(Career::Qualification(it))) => qualification(app, Some(it)),
        (Kind::Qualification, _) => qualification(app, None),
        (Kind::Attestation, Some(Career::Attestation(it))) => attestation(app, Some(it)),
        (Kind::Attestation, _) => attestation(app, None),
        (Kind::Contract, Some(Career::Contract(it))) => contract(app, Some(it)),
        (Kind::Contract, _) => contract(app, None),
        (_, Some(Career::Candidate(it))) => candidate(app, Some(it)),
        _ => candidate(app, None),
    }
}

fn line(app: &App, name: &'static str, label: Phrase, text: &str) -> Field {
    Field::line(name, app.say(label), text)
}

fn choice<const N: usize>(
    app: &App,
    name: &'static str,
    label: Phrase,
    words: [String; N],
    at: usize,
) -> Field {
    Field::choice(name, app.say(label), words.to_vec(), at)
}

fn qualification(app: &App, it: Option<&Qualification>) -> Vec<Field> {
    let at = SORTS
        .iter()
        .position(|sort| it.is_some_and(|it| it.kind == *sort));
    let words = SORTS.map(|it| app.locale.word(&it));
    let hours = it.and_then(|it| it.hours).map(|it| it.to_string());
    vec![
        choice(app, SORT, Phrase::LabelKindOfCourse, words, at.unwrap_or(0)),
        line(
            app,
            TITLE,
            Phrase::LabelProgramme,
            it.map_or("", |it| &it.title),
        ),
        line(
            app,
            INSTITUTION,
            Phrase::LabelInstitution,
            it.map_or("", |it| &it.institution),
        ),
        line(app, HOURS, Phrase::LabelHours, &hours.unwrap_or_default()),
        line(
            app,
            FROM,
            Phrase::LabelIssued,
            &date_typed(it.map(|it| it.issued)),
        ),
        line(
            app,
            UNTIL,
            Phrase::LabelValidUntil,
            &date_typed(it.and_then(|it| it.until)),
        ),
        line(
            app,
            PAPER,
            Phrase::LabelPaper,
            it.map_or("", |it| &it.paper),
        ),
    ]
}

fn attestation(app: &App, it: Option<&Attestation>) -> Vec<Field> {
    let roles = [Phrase::AttestedAsHead, Phrase::AttestedAsCandidate].map(|it| app.say(it));
    let at = OUTCOMES
        .iter()
        .position(|outcome| it.is_some_and(|it| it.outcome == *outcome));
    vec![
        choice(
            app,
            ROLE,
            Phrase::LabelAttestedAs,
            roles,
            usize::from(it.is_some_and(|it| it.candidate)),
        ),
        line(
            app,
            FROM,
            Phrase::LabelHeld,
            &date_typed(it.map(|it| it.held)),
        ),
        choice(
            app,
            OUTCOME,
            Phrase::LabelDecided,
            OUTCOMES.map(|it| app.locale.word(&it)),
            at.unwrap_or(0),
        ),
        line(
            app,
            UNTIL,
            Phrase::LabelValidUntil,
            &date_typed(it.and_then(|it| it.until)),
        ),
        document::field(app, Phrase::LabelAct, it.and_then(|it| it.act)),
    ]
}

fn contract(app: &App, it: Option<&Contract>) -> Vec<Field> {
    vec![
        Field::lookup(
            ORGANISATION,
            app.say(Phrase::LabelOrganisation),
            organisations(app, it.map(|it| it.organisation).as_slice(), false),
        ),
        line(
            app,
            NUMBER,
            Phrase::LabelNumber,
            it.map_or("", |it| &it.number),
        ),
        line(
            app,
            FROM,
            Phrase::LabelSince,
            &date_typed(it.map(|it| it.from)),
        ),
        line(
            app,
            UNTIL,
            Phrase::LabelUntil,
            &date_typed(it.and_then(|it| it.until)),
        ),
    ]
}

fn candidate(app: &App, it: Option<&Candidate>) -> Vec<Field> {
    let mut mentors = somebody::known(app);
    let mentor = it.and_then(|it| it.mentor).map(|it| it.0.to_string());
    mentors.choose(mentor.iter().map(String::as_str));
    let (at, on, reason) = match it.map(|it| &it.outcome) {
        None | Some(CandidateOutcome::InReserve) => (0, None, ""),
        Some(CandidateOutcome::Trained { on }) => (1, Some(*on), ""),
        Some(CandidateOutcome::Appointed { on }) => (2, Some(*on), ""),
        Some(CandidateOutcome::Excluded { on, reason }) => (3, Some(*on), reason.as_str()),
    };
    let day = app.now.today;
    let outcomes = [
        CandidateOutcome::InReserve,
        CandidateOutcome::Trained { on: day },
        CandidateOutcome::Appointed { on: day },
        CandidateOutcome::Excluded {
            on: day,
            reason: String::new(),
        },
    ];
    let words = outcomes.map(|it| app.locale.word(&it));
    vec![
        line(
            app,
            POST,
            Phrase::LabelForPost,
            it.map_or("", |it| &it.post),
        ),
        Field::lookup(
            ORGANISATION,
            app.say(Phrase::LabelForOrganisation),
            organisations(app, it.and_then(|it| it.organisation).as_slice(), false),
        ),
        document::field(app, Phrase::LabelGroundAct, it.and_then(|it| it.ground)),
        line(
            app,
            FROM,
            Phrase::LabelInReserveSince,
            &date_typed(it.map(|it| it.from)),
        ),
        line(
            app,
            UNTIL,
            Phrase::LabelUntil,
            &date_typed(it.and_then(|it| it.until)),
        ),
        line(
            app,
            PROGRAMME,
            Phrase::LabelProgramme,
            it.map_or("", |it| &it.programme),
        ),
        Field::lookup(MENTOR, app.say(Phrase::LabelMentor), mentors),
        choice(app, OUTCOME, Phrase::LabelOutcome, words, at),
        line(app, ON, Phrase::LabelOutcomeOn, &date_typed(on)),
        line(app, REASON, Phrase::LabelReason, reason),
    ]
}

/// What became of a candidate has a day, and an exclusion a reason; where nothing has become of them yet, neither is asked.
pub(super) fn renew_outcome(form: &mut Form, app: &App) {
    let empty = |it: bool| match it {
        true => app.say(Phrase::NotAskedYet),
        false => String::new(),
    };
    let outcome = form.choice(OUTCOME);
    if form.text(ON).is_empty() {
        form.hint(ON, empty(outcome == 0));
    }
    let wanting = form.text(REASON).is_empty() && outcome != 3;
    form.hint(REASON, empty(wanting));
}

/// Organisations to be found by name, those that work first.
#[must_use]
pub fn organisations(app: &App, chosen: &[OrganisationId], several: bool) -> Lookup {
    let mut all: Vec<_> = app.state().organisations.iter().collect();
    all.sort_by_cached_key(|(id, it)| (it.closed.is_some(), collation_key(&it.name), **id));
    let candidates = (all.into_iter())
        .map(|(id, it)| Found {
            token: id.0.to_string(),
            label: it.name.clone(),
            more: it.full_name.clone(),
        })
        .collect();
    let mut lookup = Lookup::new(candidates, several);
    let tokens: Vec<String> = chosen.iter().map(|it| it.0.to_string()).collect();
    lookup.choose(tokens.iter().map(String::as_str));
    lookup
}
