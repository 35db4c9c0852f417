//! An appointment with all its fields: of now or of long ago, put right, or taken out as a mistake.

use super::super::organisation::{FOOTINGS, date_typed};
use super::super::somebody::{self, PERSON, SURNAME};
use super::help;
use crate::args;
use crate::domain::command::{Command, PersonChoice};
use crate::domain::date::Side;
use crate::domain::ids::{AppointmentId, OrganisationId};
use crate::domain::people::{Appointment, AppointmentKind};
use crate::domain::record::{Key, Record};
use crate::domain::refusal::Field as RefusedField;
use crate::domain::staffing::AppointmentDraft;
use crate::locale::{Phrase, format};
use crate::tui::app::App;
use crate::tui::followup::{document, term};
use crate::tui::inline::purpose::{self, Fault, Purpose, Version};
use crate::tui::widget::form::{Field, Form};

const FOOTING: &str = "footing";
const FROM: &str = "from";
const TO: &str = "to";
const CONTRACT: &str = "contract";
const REASON: &str = "reason";
const RECORD: &str = "record";

/// What the fields are for.
const ABOUT: [(&str, Phrase); 7] = [
    (PERSON, Phrase::AboutAppointee),
    (FOOTING, Phrase::AboutFooting),
    (FROM, Phrase::AboutAppointedFrom),
    (TO, Phrase::AboutAppointedTo),
    (CONTRACT, Phrase::AboutContractEnd),
    (REASON, Phrase::AboutLeaving),
    (RECORD, Phrase::AboutMistake),
];

/// An appointment to an organisation.
#[derive(Debug)]
pub(super) struct Term {
    organisation: OrganisationId,
    /// Which; `None` for a new one.
    id: Option<AppointmentId>,
}

impl Term {
    /// A new one.
    pub(super) fn new(organisation: OrganisationId) -> Term {
        Term {
            organisation,
            id: None,
        }
    }

    /// One to be changed; `None` if there is none.
    pub(super) fn edit(app: &App, id: AppointmentId) -> Option<Term> {
        let organisation = app.state().appointments.get(&id)?.organisation;
        Some(Term {
            organisation,
            id: Some(id),
        })
    }

    fn stands<'a>(&self, app: &'a App) -> Option<&'a Appointment> {
        self.id
            .and_then(|id| app.state().appointments.get(&id))
            .map(|it| &it.body)
    }

    fn read(&self, form: &Form, app: &App) -> Result<AppointmentDraft, Fault> {
        somebody::names_are_names(form, app)?;
        let person = somebody::chosen(form)
            .ok_or_else(|| Fault::new(PERSON, app.say(Phrase::AppointmentNeedsPerson)))?;
        Ok(AppointmentDraft {
            organisation: self.organisation,
            person,
            kind: footing(form),
            from: term::date_of(form, FROM, app, Side::Nearest)?,
            to: term::date_or_none(form, TO, app, Side::Nearest)?,
            act: document::choice(form, app)?,
            contract_until: term::date_or_none(form, CONTRACT, app, Side::Coming)?,
            end_reason: form.text(REASON),
        })
    }
}

fn footing(form: &Form) -> AppointmentKind {
    let at = form.choice(FOOTING);
    FOOTINGS
        .get(at)
        .copied()
        .unwrap_or(AppointmentKind::Permanent)
}

impl Purpose for Term {
    fn title(&self, app: &App) -> String {
        let dot = app.theme.glyphs.dot;
        let name = app.narrator().organisation(self.organisation);
        let what = match self.id {
            Some(_) => Phrase::TitleAppointment,
            None => Phrase::TitleNewAppointment,
        };
        format!("{} {dot} {name}", app.say(what))
    }

    fn record(&self) -> Option<Key> {
        self.id.map(Key::Appointment)
    }

    fn place(&self) -> String {
        match self.id {
            Some(id) => format!("appointment {}", id.0),
            None => format!("appointment new {}", self.organisation.0),
        }
    }

    fn build(&self, app: &App) -> Form {
        let stands = self.stands(app);
        let mut persons = somebody::known_or_new(app);
        let person = stands.map(|it| it.person.0.to_string());
        persons.choose(person.iter().map(String::as_str));
        let footings = FOOTINGS.iter().map(|it| app.locale.word(it)).collect();
        let at = FOOTINGS
            .iter()
            .position(|it| stands.is_some_and(|stands| stands.kind == *it));
        let line = |name, label, text: &str| Field::line(name, app.say(label), text);
        let mut fields = vec![
            Field::lookup(PERSON, app.say(Phrase::LabelHead), persons),
            Field::choice(
                FOOTING,
                app.say(Phrase::LabelFooting),
                footings,
                at.unwrap_or(0),
            ),
            line(
                FROM,
                Phrase::LabelSince,
                &date_typed(stands.map(|it| it.from)),
            ),
            line(
                TO,
                Phrase::LabelUntil,
                &date_typed(stands.and_then(|it| it.to)),
            ),
            document::field(app, Phrase::LabelAct, stands.and_then(|it| it.act)),
            line(
                CONTRACT,
                Phrase::LabelContractEnd,
                &date_typed(stands.and_then(|it| it.contract_until)),
            ),
            line(
                REASON,
                Phrase::LabelLeaving,
                stands.map_or("", |it| &it.end_reason),
            ),
        ];
        if let Some(id) = self.id {
            let words = [Phrase::RecordStays, Phrase::RecordIsMistake];
            fields.push(Field::choice(
                RECORD,
                app.say(Phrase::LabelRecord),
                words.map(|it| app.say(it)).to_vec(),
                0,
            ));
            let seen = app.state().stamp(Key::Appointment(id)).map(|it| it.rev);
            fields.push(purpose::seen_field(seen.unwrap_or_default()));
        }
        Form::new(
            fields,
            app.say(match self.id {
                Some(_) => Phrase::ButtonWriteChanges,
                None => Phrase::ButtonAppoint,
            }),
        )
    }

    fn prepare(&self, form: &mut Form, kept: &[(String, String)], app: &App) {
        somebody::prepare(form, kept, FOOTING, app);
        document::prepare(form, CONTRACT, kept, app);
    }

    fn renew(&mut self, form: &mut Form, app: &App) {
        somebody::renew(form, FOOTING, app);
        document::renew(form, CONTRACT, app);
        term::hint_date(form, FROM, app, Side::Nearest);
        for (name, side, empty) in [
            (TO, Side::Nearest, Phrase::EmptyIsInOffice),
            (CONTRACT, Side::Coming, Phrase::EmptyIsNoTerm),
        ] {
            match form.text(name).is_empty() {
                true => form.hint(name, app.say(empty)),
                false => term::hint_date(form, name, app, side),
            }
        }
        help::tell(form, &ABOUT, app);
    }

    fn command(&self, form: &Form, app: &App) -> Result<Command, Fault> {
        let seen = purpose::seen(form);
        Ok(match self.id {
            Some(id) if form.choice(RECORD) == 1 => Command::RemoveAppointment { id, seen },
            Some(id) => Command::EditAppointment {
                id,
                seen,
                draft: self.read(form, app)?,
            },
            None => Command::AddAppointment(self.read(form, app)?),
        })
    }

    fn field_of(&self, field: RefusedField) -> Option<&'static str> {
        match field {
            RefusedField::Surname => Some(SURNAME),
            RefusedField::From => Some(FROM),
            RefusedField::To => Some(TO),
            RefusedField::Contract => Some(CONTRACT),
            RefusedField::Reason => Some(REASON),
            other => document::field_of(other),
        }
    }

    fn versions(&self, theirs: &Record, form: &Form, app: &App) -> Vec<Version> {
        let Record::Appointment(theirs) = theirs else {
            return Vec::new();
        };
        let narrator = app.narrator();
        if form.choice(RECORD) == 1 {
            // Whoever takes it out as a mistake has typed no other; what is taken out is what stands there now.
            let name = narrator.person(theirs.person);
            let from = format::date(theirs.from);
            let days = match theirs.to {
                Some(to) => app.say_with(Phrase::InOffice, &args![from, to = format::date(to)]),
                None => app.say_with(Phrase::InOfficeSince, &args![date = from]),
            };
            let (label, mine) = (
                app.say(Phrase::LabelRecord),
                app.say(Phrase::RecordIsMistake),
            );
            return vec![(label, format!("{name}, {days}"), mine)];
        }
        let Ok(mine) = self.read(form, app) else {
            return Vec::new();
        };
        let person = match &mine.person {
            PersonChoice::Known(id) => narrator.person(*id),
            PersonChoice::New(it) => it.full_name(),
        };
        let act = theirs.act.map(|it| narrator.document(it));
        let date = date_typed;
        let all = [
            (Phrase::LabelHead, narrator.person(theirs.person), person),
            (
                Phrase::LabelFooting,
                app.locale.word(&theirs.kind),
                app.locale.word(&mine.kind),
            ),
            (
                Phrase::LabelSince,
                format::date(theirs.from),
                format::date(mine.from),
            ),
            (Phrase::LabelUntil, date(theirs.to), date(mine.to)),
            (
                Phrase::LabelAct,
                act.unwrap_or_default(),
                document::told(form, app),
            ),
            (
                Phrase::LabelContractEnd,
                date(theirs.contract_until),
                date(mine.contract_until),
            ),
            (
                Phrase::LabelLeaving,
                theirs.end_reason.clone(),
                mine.end_reason,
            ),
        ];
        purpose::differing(all, app)
    }

    fn about(&self, app: &App) -> Vec<String> {
        // Who else is there: dates that meet are refused.
        let others = (app.state().appointments_of.of(self.organisation))
            .filter(|it| Some(*it) != self.id)
            .filter_map(|it| app.state().appointments.get(&it));
        let mut all: Vec<&Appointment> = others.map(|it| &it.body).collect();
        all.sort_by_key(|it| std::cmp::Reverse(it.from));
        let told: Vec<String> = (all.into_iter().take(MOST_OTHERS))
            .map(|it| {
                let from = format::date(it.from);
                let days = match it.to {
                    Some(to) => app.say_with(Phrase::InOffice, &args![from, to = format::date(to)]),
                    None => app.say_with(Phrase::InOfficeSince, &args![date = from]),
                };
                format!("{}, {days}", app.narrator().person(it.person))
            })
            .collect();
        match told.is_empty() {
            true => Vec::new(),
            false => vec![app.say_with(Phrase::OtherAppointments, &args![all = told.join("; ")])],
        }
    }
}

/// Other appointments that are told above the form.
const MOST_OTHERS: usize = 3;
