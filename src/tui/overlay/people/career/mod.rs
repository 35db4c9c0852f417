//! A record of somebody's career: a qualification, an attestation, a contract, or a place in the reserve. What each kind asks is in
//! `fields`, what was typed becomes a record in `reading`.

mod fields;
mod reading;

pub use fields::organisations;

use super::super::somebody::{self, PERSON, SURNAME};
use super::help;
use crate::domain::command::Command;
use crate::domain::date::Side;
use crate::domain::ids::{AttestationId, CandidateId, ContractId, PersonId, QualificationId};
use crate::domain::record::{Key, Kind, Record};
use crate::domain::refusal::Field as RefusedField;
use crate::domain::staffing::Career;
use crate::locale::Phrase;
use crate::tui::app::App;
use crate::tui::followup::{document, term};
use crate::tui::inline::purpose::{self, Fault, Purpose, Version};
use crate::tui::widget::form::{Field, Form};

/// Kinds of records, in the order in which they are offered.
pub const KINDS: [Kind; 4] = [
    Kind::Qualification,
    Kind::Attestation,
    Kind::Contract,
    Kind::Candidate,
];

const TITLE: &str = "title";
const SORT: &str = "sort";
const INSTITUTION: &str = "institution";
const HOURS: &str = "hours";
const FROM: &str = "from";
const UNTIL: &str = "until";
const PAPER: &str = "paper";
const ROLE: &str = "role";
const OUTCOME: &str = "outcome";
const ON: &str = "on";
const ORGANISATION: &str = "organisation";
const NUMBER: &str = "number";
const POST: &str = "post";
const PROGRAMME: &str = "programme";
const MENTOR: &str = "mentor";
const REASON: &str = "reason";
const RECORD: &str = "record";

/// What the fields of any kind are for.
const ABOUT: [(&str, Phrase); 3] = [
    (UNTIL, Phrase::AboutUntil),
    (PERSON, Phrase::AboutWhose),
    (RECORD, Phrase::AboutMistake),
];

/// What the fields of one kind are for: of the same name, they ask something else in another.
const fn about(kind: Kind) -> &'static [(&'static str, Phrase)] {
    match kind {
        Kind::Qualification => &[
            (TITLE, Phrase::AboutCourseTitle),
            (HOURS, Phrase::AboutHours),
            (PAPER, Phrase::AboutPaper),
        ],
        Kind::Attestation => &[(ROLE, Phrase::AboutAttestedAs)],
        Kind::Candidate => &[
            (POST, Phrase::AboutPost),
            (ORGANISATION, Phrase::AboutForOrganisation),
            (PROGRAMME, Phrase::AboutProgramme),
            (MENTOR, Phrase::AboutMentor),
            (OUTCOME, Phrase::AboutOutcome),
        ],
        _ => &[],
    }
}

/// The key of a record of a career by its kind and number.
#[must_use]
pub fn key_of(kind: Kind, id: u32) -> Option<Key> {
    Some(match kind {
        Kind::Qualification => Key::Qualification(QualificationId(id)),
        Kind::Attestation => Key::Attestation(AttestationId(id)),
        Kind::Contract => Key::Contract(ContractId(id)),
        Kind::Candidate => Key::Candidate(CandidateId(id)),
        _ => return None,
    })
}

/// What a new record of a kind is called where one is offered.
#[must_use]
pub fn offered(kind: Kind) -> Phrase {
    match kind {
        Kind::Qualification => Phrase::OfferQualification,
        Kind::Attestation => Phrase::OfferAttestation,
        Kind::Contract => Phrase::OfferContract,
        _ => Phrase::OfferCandidate,
    }
}

/// A record that is made or changed.
#[derive(Debug)]
pub struct Keeping {
    kind: Kind,
    /// Whose, as far as it is known from the start.
    person: Option<PersonId>,
    /// Which; `None` for a new one.
    key: Option<Key>,
}

impl Keeping {
    /// A new record of a kind, of somebody.
    #[must_use]
    pub fn new(kind: Kind, person: Option<PersonId>) -> Keeping {
        Keeping {
            kind,
            person,
            key: None,
        }
    }

    /// One to be changed; `None` if there is none.
    #[must_use]
    pub fn edit(app: &App, key: Key) -> Option<Keeping> {
        let (record, _) = app.state().record(key)?;
        let person = Career::of(record)?.person();
        Some(Keeping {
            kind: key.kind(),
            person: Some(person),
            key: Some(key),
        })
    }

    /// The form of a career as it stands, or of a new one.
    fn form_of(&self, career: Option<&Career>, app: &App) -> Form {
        let mut persons = somebody::known_or_new(app);
        let person = career.map(Career::person).or(self.person);
        let token = person.map(|it| it.0.to_string());
        persons.choose(token.iter().map(String::as_str));
        let mut fields = vec![Field::lookup(PERSON, app.say(Phrase::LabelPerson), persons)];
        fields.extend(fields::of(app, self.kind, career));
        let button = match self.key {
            Some(_) => Phrase::ButtonWriteChanges,
            None => Phrase::ButtonWriteRecord,
        };
        if self.key.is_some() {
            let words = [Phrase::RecordStays, Phrase::RecordIsMistake].map(|it| app.say(it));
            let label = app.say(Phrase::LabelRecord);
            fields.push(Field::choice(RECORD, label, words.to_vec(), 0));
        }
        let mut form = Form::new(fields, app.say(button));
        // Whose it is was chosen before.
        if self.person.is_some() {
            form.focus(first(self.kind));
        }
        form
    }
}

/// The first field after that of the person.
fn first(kind: Kind) -> &'static str {
    match kind {
        Kind::Qualification => SORT,
        Kind::Attestation => ROLE,
        Kind::Contract => ORGANISATION,
        _ => POST,
    }
}

/// The field before which those of a new document stand.
fn after_document(kind: Kind) -> &'static str {
    match kind {
        // Its last field, but for what becomes of the record.
        Kind::Attestation => RECORD,
        _ => FROM,
    }
}

impl Purpose for Keeping {
    fn title(&self, app: &App) -> String {
        let what = app.say(offered(self.kind));
        match self.person {
            Some(id) => {
                let dot = app.theme.glyphs.dot;
                format!("{what} {dot} {}", app.narrator().person(id))
            }
            None => what,
        }
    }

    fn record(&self) -> Option<Key> {
        self.key
    }

    fn place(&self) -> String {
        let kind = self.kind.name();
        match (self.key.and_then(|it| it.own_id()), self.person) {
            (Some(id), _) => format!("career {kind} {id}"),
            (None, Some(person)) => format!("career new {kind} {}", person.0),
            (None, None) => format!("career new {kind}"),
        }
    }

    fn build(&self, app: &App) -> Form {
        let found = self.key.and_then(|key| app.state().record(key));
        let (career, stamp) = match found {
            Some((record, stamp)) => (Career::of(record), Some(stamp)),
            None => (None, None),
        };
        let mut form = self.form_of(career.as_ref(), app);
        if let Some(stamp) = stamp {
            form.fields.push(purpose::seen_field(stamp.rev));
        }
        form
    }

    fn prepare(&self, form: &mut Form, kept: &[(String, String)], app: &App) {
        somebody::prepare(form, kept, first(self.kind), app);
        document::prepare(form, after_document(self.kind), kept, app);
    }

    fn renew(&mut self, form: &mut Form, app: &App) {
        somebody::renew(form, first(self.kind), app);
        if form.field(document::DOCUMENT).is_some() {
            document::renew(form, after_document(self.kind), app);
        }
        term::hint_date(form, FROM, app, Side::Past);
        term::hint_date(form, ON, app, Side::Past);
        match form.text(UNTIL).is_empty() {
            true => form.hint(UNTIL, app.say(Phrase::EmptyIsNoTerm)),
            false => term::hint_date(form, UNTIL, app, Side::Coming),
        }
        if self.kind == Kind::Candidate {
            fields::renew_outcome(form, app);
        }
        help::tell(form, &ABOUT, app);
        help::tell(form, about(self.kind), app);
    }

    fn command(&self, form: &Form, app: &App) -> Result<Command, Fault> {
        let at = self.key.map(|key| (key, purpose::seen(form)));
        if self.key.is_some() && form.choice(RECORD) == 1 {
            return Ok(Command::SetCareer { at, draft: None });
        }
        let draft = Some(reading::draft(form, self.kind, app)?);
        Ok(Command::SetCareer { at, draft })
    }

    fn field_of(&self, field: RefusedField) -> Option<&'static str> {
        match field {
            RefusedField::Surname => Some(SURNAME),
            RefusedField::Title if self.kind == Kind::Qualification => Some(TITLE),
            RefusedField::Issuer if self.kind == Kind::Qualification => Some(INSTITUTION),
            RefusedField::Document if self.kind == Kind::Qualification => Some(PAPER),
            RefusedField::Number if self.kind == Kind::Contract => Some(NUMBER),
            RefusedField::Date if self.kind == Kind::Candidate => Some(ON),
            RefusedField::Date => Some(FROM),
            RefusedField::From => Some(FROM),
            RefusedField::Until => Some(UNTIL),
            RefusedField::Post => Some(POST),
            RefusedField::Programme => Some(PROGRAMME),
            RefusedField::Reason => Some(REASON),
            other => document::field_of(other),
        }
    }

    fn versions(&self, theirs: &Record, form: &Form, app: &App) -> Vec<Version> {
        match Career::of(theirs.clone()) {
            Some(theirs) => purpose::compared(&self.form_of(Some(&theirs), app), form, None),
            None => Vec::new(),
        }
    }
}
