//! Who heads an organisation from a day on; nobody leaves a vacancy. Whoever is in office then leaves the day before, but for a permanent
//! head who is only absent while somebody acts: then whoever has acted so far leaves, and the form says so.
//!
//! Invariant: nobody's appointment is ended that the person has not seen: what was there when the form was opened is kept with the input.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::super::people::help;
use super::super::somebody::{self, PERSON, SURNAME};
use super::{
    FOOTING, FROM, REASON, date, first_day, footing, head_fields, renew_person, tell_first_day,
};
use crate::args;
use crate::domain::command::{Command, NewHead, PersonChoice};
use crate::domain::date::Side;
use crate::domain::ids::{AppointmentId, OrganisationId, Seq};
use crate::domain::people::{Appointment, AppointmentKind};
use crate::domain::record::{Key, Record};
use crate::domain::refusal::Field as RefusedField;
use crate::locale::{Phrase, format};
use crate::tui::app::App;
use crate::tui::followup::{document, term};
use crate::tui::inline::purpose::{Fault, Purpose, SEEN, Version};
use crate::tui::presence;
use crate::tui::widget::form::{Field, Form, Kind};

/// What becomes of a permanent head beside whom somebody is to act.
const ABSENT: &str = "absent";
const TO: &str = "to";

/// Who heads an organisation from a day on.
#[derive(Debug)]
pub(super) struct Appointing {
    organisation: OrganisationId,
    /// The latest appointment that the person has been shown since.
    shown: Seq,
}

/// Appointments as the person has seen them, with their revisions.
pub(super) type Known = BTreeMap<AppointmentId, Seq>;

/// The appointments that the form rests on.
pub(super) fn known(form: &Form, field: &str) -> Known {
    let text = form.text(field);
    let read = |line: &str| {
        let (id, rev) = line.split_once(':')?;
        Some((AppointmentId(id.parse().ok()?), Seq(rev.parse().ok()?)))
    };
    text.lines().filter_map(read).collect()
}

/// The appointments as they are kept with the input: `id:revision`, a line each.
pub(super) fn kept(known: &Known) -> String {
    let lines: Vec<String> = (known.iter())
        .map(|(id, rev)| format!("{}:{}", id.0, rev.0))
        .collect();
    lines.join("\n")
}

impl Appointing {
    /// An appointment to this organisation.
    pub(super) fn new(organisation: OrganisationId) -> Appointing {
        Appointing {
            organisation,
            shown: Seq(0),
        }
    }

    /// Who is in office on a day, in order of time: beside one who is absent there is somebody acting.
    fn present<'a>(&self, app: &'a App, day: NaiveDate) -> Vec<(AppointmentId, &'a Appointment)> {
        let state = app.state();
        let mut all: Vec<_> = (state.appointments_of.of(self.organisation))
            .filter_map(|id| Some((id, &state.appointments.get(&id)?.body)))
            .filter(|(_, it)| it.covers(day))
            .collect();
        all.sort_by_key(|(_, it)| it.from);
        all
    }

    /// Whether nobody has headed it yet.
    fn is_first(&self, app: &App) -> bool {
        (app.state().appointments_of.of(self.organisation))
            .next()
            .is_none()
    }

    /// The first day, which may be left empty where nobody has headed it yet.
    fn from(&self, form: &Form, app: &App) -> Result<NaiveDate, Fault> {
        match self.is_first(app) {
            true => first_day(form, app),
            false => date(form, app),
        }
    }

    /// The permanent head whom somebody acting may stand in for.
    fn absent<'a>(&self, form: &Form, app: &'a App) -> Option<(AppointmentId, &'a Appointment)> {
        let acting = footing(form) == AppointmentKind::Acting && !form.tokens(PERSON).is_empty();
        let present = self.present(app, date(form, app).ok().filter(|_| acting)?);
        (present.into_iter()).find(|(_, it)| it.kind != AppointmentKind::Acting)
    }

    /// That one, who stays and is absent for a while.
    fn stays(&self, form: &Form, app: &App) -> Option<AppointmentId> {
        let (absent, _) = self.absent(form, app)?;
        (form.choice(ABSENT) == 0).then_some(absent)
    }

    /// Whoever has acted so far for the one who is absent, with their last day.
    fn relieved<'a>(&self, form: &Form, app: &'a App) -> Option<(&'a Appointment, NaiveDate)> {
        self.stays(form, app)?;
        let from = date(form, app).ok()?;
        let mut present = self.present(app, from).into_iter();
        let (_, acting) = present.find(|(_, it)| it.kind == AppointmentKind::Acting)?;
        Some((acting, from.pred_opt()?))
    }

    /// Everybody in office on that day, as they were seen; whoever was not seen is not said to have been. Where nobody is, somebody who was
    /// let go meanwhile.
    fn seen(&self, form: &Form, app: &App, day: NaiveDate) -> Vec<(AppointmentId, Seq)> {
        let known = known(form, SEEN);
        let present = self.present(app, day);
        if !present.is_empty() {
            let seen = |(id, _): &(AppointmentId, &Appointment)| Some((*id, *known.get(id)?));
            return present.iter().filter_map(seen).collect();
        }
        let changed = |id: &AppointmentId, rev: Seq| {
            let stamp = app.state().stamp(Key::Appointment(*id));
            stamp.is_some_and(|it| it.rev != rev)
        };
        (known.into_iter().find(|(id, rev)| changed(id, *rev))).map_or(Vec::new(), |it| vec![it])
    }

    /// «Зимин В. В., постоянно, с 01.09.2021».
    fn told(&self, it: &Appointment, app: &App) -> String {
        let from = format::date(it.from);
        let time = match it.to {
            Some(to) => app.say_with(Phrase::InOffice, &args![from, to = format::date(to)]),
            None => app.say_with(Phrase::InOfficeSince, &args![date = from]),
        };
        let person = app.narrator().person(it.person);
        format!("{person}, {}, {time}", app.locale.word(&it.kind))
    }

    /// The same of what is typed.
    fn typed(&self, form: &Form, app: &App) -> String {
        let since = date(form, app).map_or_else(|_| form.text(FROM), format::date);
        let person = match somebody::chosen(form) {
            None => return app.say_with(Phrase::VacancySince, &args![date = since]),
            Some(PersonChoice::Known(id)) => app.narrator().person(id),
            Some(PersonChoice::New(it)) => it.full_name(),
        };
        let since = app.say_with(Phrase::InOfficeSince, &args![date = since]);
        format!("{person}, {}, {since}", app.locale.word(&footing(form)))
    }
}

impl Purpose for Appointing {
    fn title(&self, app: &App) -> String {
        let dot = app.theme.glyphs.dot;
        let name = app.narrator().organisation(self.organisation);
        format!("{} {dot} {name}", app.say(Phrase::CommandAppoint))
    }

    fn place(&self) -> String {
        format!("appointment org {}", self.organisation.0)
    }

    fn beside(&self, since: Seq, app: &App) -> Option<String> {
        let state = app.mirror.confirmed();
        let (_, stamp) = (state.appointments_of.of(self.organisation))
            .filter_map(|id| state.record(Key::Appointment(id)))
            .filter(|(_, stamp)| stamp.rev > since.max(self.shown) && stamp.by != app.user)
            .max_by_key(|(_, stamp)| stamp.rev)?;
        let (who, time) = (
            app.narrator().user(stamp.by),
            presence::moment(app, stamp.at),
        );
        Some(app.say_with(Phrase::FormOvertaken, &args![who, time]))
    }

    fn about(&self, app: &App) -> Vec<String> {
        let present = self.present(app, app.now.today);
        let now = |head: String| app.say_with(Phrase::HeadNow, &args![head]);
        match present.is_empty() {
            true => vec![now(app.say(Phrase::Vacancy))],
            false => (present.iter())
                .map(|(_, it)| now(self.told(it, app)))
                .collect(),
        }
    }

    fn build(&self, app: &App) -> Form {
        let state = app.state();
        let known: Known = (state.appointments_of.of(self.organisation))
            .filter_map(|id| Some((id, state.appointments.get(&id)?.stamp.rev)))
            .collect();
        let since = match known.is_empty() {
            true => String::new(),
            false => format::date(app.now.today),
        };
        let mut fields = head_fields(app, Phrase::LabelNewHead, &since);
        let words = [Phrase::HeadIsAbsent, Phrase::HeadLeaves].map(|it| app.say(it));
        let label = app.say(Phrase::LabelPresentHead);
        fields.insert(2, Field::choice(ABSENT, label, words.to_vec(), 0));
        fields.push(Field::line(TO, app.say(Phrase::LabelUntil), ""));
        fields.push(document::field(app, Phrase::LabelAct, None));
        fields.push(Field::line(REASON, app.say(Phrase::LabelLeaving), ""));
        fields.push(Field::new(SEEN, "", Kind::Hidden(kept(&known))));
        Form::new(fields, app.say(Phrase::ButtonAppoint))
    }

    fn prepare(&self, form: &mut Form, kept: &[(String, String)], app: &App) {
        somebody::prepare(form, kept, FOOTING, app);
        document::prepare(form, REASON, kept, app);
    }

    fn renew(&mut self, form: &mut Form, app: &App) {
        renew_person(form, app);
        let typing = matches!(form.field(PERSON).map(|it| &it.kind), Some(Kind::Lookup(it)) if !it.query().is_empty());
        if form.tokens(PERSON).is_empty() && !typing {
            form.hint(PERSON, app.say(Phrase::NobodyIsVacancy));
        }
        let absent = self.absent(form, app);
        form.show(ABSENT, absent.is_some());
        let label = absent.map_or_else(String::new, |(_, it)| app.narrator().person(it.person));
        form.hint(ABSENT, label);
        let stays = self.stays(form, app).is_some();
        let relieved = self.relieved(form, app).map(|(it, last)| {
            let (person, date) = (app.narrator().person(it.person), format::date(last));
            app.say_with(Phrase::ActingUntil, &args![person, date])
        });
        form.show(REASON, !stays || relieved.is_some());
        form.hint(REASON, relieved.unwrap_or_default());
        let named = !form.tokens(PERSON).is_empty();
        form.show(TO, named);
        form.show(document::DOCUMENT, named);
        document::renew(form, REASON, app);
        match form.text(TO).is_empty() {
            true => form.hint(TO, app.say(Phrase::EmptyIsInOffice)),
            false => term::hint_date(form, TO, app, Side::Nearest),
        }
        if self.is_first(app) {
            tell_first_day(form, app);
        }
        let until = match stays {
            true => Phrase::AboutActingTo,
            false => Phrase::AboutAppointedTo,
        };
        help::tell(form, &[(ABSENT, Phrase::AboutAbsent), (TO, until)], app);
    }

    fn command(&self, form: &Form, app: &App) -> Result<Command, Fault> {
        let from = self.from(form, app)?;
        somebody::names_are_names(form, app)?;
        let to = term::date_or_none(form, TO, app, Side::Nearest)?;
        let act = document::choice(form, app)?;
        let (kind, person) = (footing(form), somebody::chosen(form));
        let head = person.map(|person| NewHead {
            person,
            kind,
            from,
            to,
            act,
        });
        Ok(Command::Appoint {
            organisation: self.organisation,
            head,
            from,
            reason: form.text(REASON),
            seen: self.seen(form, app, from),
            absent: self.stays(form, app),
        })
    }

    fn field_of(&self, field: RefusedField) -> Option<&'static str> {
        match field {
            RefusedField::Surname => Some(SURNAME),
            RefusedField::From => Some(FROM),
            RefusedField::To => Some(TO),
            RefusedField::Reason => Some(REASON),
            other => document::field_of(other),
        }
    }

    fn versions(&self, theirs: &Record, form: &Form, app: &App) -> Vec<Version> {
        let Record::Appointment(theirs) = theirs else {
            return Vec::new();
        };
        let mut versions = vec![(
            app.say(Phrase::LabelHead),
            self.told(theirs, app),
            self.typed(form, app),
        )];
        // Whoever has been let go has a reason already, and the one typed goes nowhere.
        if theirs.to.is_some() {
            let label = app.say(Phrase::LabelLeaving);
            versions.push((label, theirs.end_reason.clone(), form.text(REASON)));
        }
        versions
    }

    fn rest_on(&mut self, key: Key, seen: Seq, form: &mut Form) {
        if let Key::Appointment(id) = key {
            let mut known = known(form, SEEN);
            known.insert(id, seen);
            self.shown = self.shown.max(seen);
            form.set(SEEN, &kept(&known));
        }
    }

    fn rest_on_nothing(&mut self, key: Key, form: &mut Form) {
        if let Key::Appointment(id) = key {
            let mut known = known(form, SEEN);
            known.remove(&id);
            form.set(SEEN, &kept(&known));
        }
    }
}
