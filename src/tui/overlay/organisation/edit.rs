//! What is known of an organisation, changed: kind, number, names, since when and until when it works, into what it is merged, what it is
//! marked as, and why some indicators are «н/п» there.
//!
//! Invariant: nobody leaves with an organisation that closes whom the person has not seen: who was there is kept with the input.

use super::super::go;
use super::super::people::{career, help};
use super::appoint::{Known, kept, known};
use super::marks::{self, Sort};
use super::{
    FULL_NAME, KIND, KINDS, NAME, NUMBER, date_typed, follow_number, kind, name_of, number,
    number_or_none,
};
use crossterm::event::{KeyCode, KeyEvent};

use crate::args;
use crate::domain::command::{Command, DocumentChoice};
use crate::domain::date::Side;
use crate::domain::decide::Deed;
use crate::domain::ids::{OrganisationId, Seq};
use crate::domain::people::{Appointment, Organisation, OrganisationKind};
use crate::domain::record::{Key, Record};
use crate::domain::refusal::Field as RefusedField;
use crate::domain::staffing::Closing;
use crate::locale::{Phrase, format};
use crate::tui::app::App;
use crate::tui::followup::{document, term};
use crate::tui::inline::layer;
use crate::tui::inline::purpose::{self, Fault, Purpose, SEEN, Version};
use crate::tui::layer::Overlay;
use crate::tui::rights::may;
use crate::tui::status::Tone;
use crate::tui::widget::form::{Field, Form, Kind};

const OPENED: &str = "opened";
const CLOSED: &str = "closed";
const INTO: &str = "into";
const LEAVING: &str = "leaving";
const HEADS: &str = "heads";

/// What the fields are for.
const ABOUT: [(&str, Phrase); 11] = [
    (NUMBER, Phrase::AboutOrganisationNumber),
    (NAME, Phrase::AboutOrganisationName),
    (FULL_NAME, Phrase::AboutFullName),
    (INTO, Phrase::AboutMergedInto),
    (LEAVING, Phrase::AboutHeadsLeave),
    ("list", Phrase::AboutFlag),
    ("note", Phrase::AboutFlagNote),
    ("why", Phrase::AboutStanding),
    ("indicators", Phrase::AboutStandingIndicators),
    (marks::ADD_FLAG, Phrase::AboutFlag),
    (marks::ADD_STANDING, Phrase::AboutStanding),
];

/// Opens the form of the organisation under the cursor.
pub fn open(app: &mut App) {
    let Some((organisation, _)) = go::head(app) else {
        return go::nobody_here(app);
    };
    if let Some(form) = form(app, organisation) {
        app.open(form);
    }
}

/// The form of an organisation; `None` if there is no such organisation, or the person may not change it: that was said.
pub fn form(app: &mut App, id: OrganisationId) -> Option<Box<dyn Overlay>> {
    if !app.state().organisations.contains_key(&id) {
        let sentence = app.say(Phrase::RecordGone);
        app.status.tell(Tone::Warning, sentence);
        return None;
    }
    may(app, &Deed::Administer).then(|| layer::layer(app, Changing::new(id)))
}

/// What the form is for, to which kept input belongs; `None` if there is no such organisation.
#[must_use]
pub fn purpose_of(app: &App, id: OrganisationId) -> Option<Box<dyn Purpose>> {
    app.state().organisations.get(&id)?;
    Some(Box::new(Changing::new(id)))
}

/// An organisation that is changed.
#[derive(Debug)]
struct Changing {
    id: OrganisationId,
    /// The name that goes with kind and number; one that the person typed is left alone.
    suggested: Option<String>,
}

impl Changing {
    fn new(id: OrganisationId) -> Changing {
        Changing {
            id,
            suggested: None,
        }
    }

    /// The organisation as the form has it.
    ///
    /// # Errors
    /// What cannot be read, at its field.
    fn read(&self, form: &Form, app: &App) -> Result<Organisation, Fault> {
        let stands = app.state().organisations.get(&self.id);
        let kept = stands.map(|it| it.body.clone());
        let closes = !form.text(CLOSED).is_empty();
        let into = form.tokens(INTO).first().and_then(|it| it.parse().ok());
        let into = into.map(OrganisationId);
        if into.is_some() && !closes {
            return Err(Fault::new(CLOSED, app.say(Phrase::MergedNeedsDay)));
        }
        Ok(Organisation {
            kind: kind(form).unwrap_or(OrganisationKind::Other),
            number: number_or_none(form, app)?,
            name: form.text(NAME),
            full_name: form.text(FULL_NAME),
            opened: term::date_or_none(form, OPENED, app, Side::Past)?,
            closed: term::date_or_none(form, CLOSED, app, Side::Past)?,
            closed_by: kept.as_ref().and_then(|it| it.closed_by).filter(|_| closes),
            merged_into: into.filter(|_| closes),
            flags: marks::flags(form, app)?,
            standing: marks::reasons(form, app)?,
        })
    }
}

impl Purpose for Changing {
    fn title(&self, app: &App) -> String {
        let dot = app.theme.glyphs.dot;
        let name = app.narrator().organisation(self.id);
        format!("{} {dot} {name}", app.say(Phrase::CommandEditOrganisation))
    }

    fn record(&self) -> Option<Key> {
        Some(Key::Organisation(self.id))
    }

    fn place(&self) -> String {
        format!("organisation {}", self.id.0)
    }

    fn build(&self, app: &App) -> Form {
        let state = app.state();
        let stands = state.organisations.get(&self.id);
        let seen = stands.map_or(Seq(0), |it| it.stamp.rev);
        let mut fields = fields(app, self.id, stands.map(|it| &it.body));
        let known: Known = (state.appointments_of.of(self.id))
            .filter_map(|id| Some((id, state.appointments.get(&id)?.stamp.rev)))
            .collect();
        fields.push(Field::new(HEADS, "", Kind::Hidden(kept(&known))));
        fields.push(purpose::seen_field(seen));
        Form::new(fields, app.say(Phrase::ButtonWriteChanges))
    }

    fn prepare(&self, form: &mut Form, kept: &[(String, String)], app: &App) {
        marks::prepare(form, kept, app);
        document::prepare(form, LEAVING, kept, app);
    }

    fn act(&mut self, action: &str, form: &mut Form, app: &App) {
        match action {
            marks::ADD_FLAG => marks::add(form, Sort::Flag, app),
            _ => marks::add(form, Sort::Standing, app),
        }
    }

    fn key(&mut self, key: KeyEvent, form: &mut Form, app: &App) -> bool {
        match (key.code, marks::under_cursor(form)) {
            (KeyCode::F(8), _) => marks::remove(form),
            (KeyCode::Insert, Some(sort)) => {
                marks::add(form, sort, app);
                true
            }
            _ => false,
        }
    }

    fn hints(&self, form: &Form, app: &App) -> Vec<(String, String)> {
        let mut hints = Vec::new();
        if marks::under_cursor(form).is_some() {
            hints.push(("Insert".to_owned(), app.say(Phrase::FormKeyAddGroup)));
        }
        if marks::can_remove(form) {
            hints.push(("F8".to_owned(), app.say(Phrase::FormKeyRemoveGroup)));
        }
        hints
    }

    fn renew(&mut self, form: &mut Form, app: &App) {
        let suggested = self
            .suggested
            .get_or_insert_with(|| match (number(form), kind(form)) {
                (Some(number), Some(kind)) => name_of(app, kind, number),
                _ => String::new(),
            });
        follow_number(form, suggested, app);
        for (name, empty) in [
            (OPENED, Phrase::EmptyIsAlways),
            (CLOSED, Phrase::EmptyIsOpen),
        ] {
            if form.text(name).is_empty() {
                form.hint(name, app.say(empty));
            } else {
                term::hint_date(form, name, app, Side::Past);
            }
        }
        document::renew(form, LEAVING, app);
        marks::renew(form, app);
        let note = self.what_closing_does(form, app);
        help::tell(form, &ABOUT, app);
        if let Some(field) = form.field_mut(CLOSED) {
            field.note = note;
        }
    }

    fn command(&self, form: &Form, app: &App) -> Result<Command, Fault> {
        let organisation = self.read(form, app)?;
        let (id, seen) = (self.id, purpose::seen(form));
        if organisation.closed.is_none() {
            // An act and a reason are of the closing: without its day they would go nowhere.
            // That of a closing that is taken back goes with it.
            let stands = app.state().organisations.get(&self.id);
            let kept = stands
                .and_then(|it| it.closed_by)
                .map(DocumentChoice::Known);
            let named = document::choice(form, app)?;
            if (named.is_some() && named != kept) || !form.text(LEAVING).is_empty() {
                return Err(Fault::new(CLOSED, app.say(Phrase::ClosingNeedsDay)));
            }
            return Ok(Command::EditOrganisation {
                id,
                seen,
                organisation,
            });
        }
        let closing = Closing {
            act: document::choice(form, app)?,
            reason: form.text(LEAVING),
            heads: known(form, HEADS).into_iter().collect(),
        };
        Ok(Command::CloseOrganisation {
            id,
            seen,
            organisation,
            closing,
        })
    }

    fn field_of(&self, field: RefusedField) -> Option<&'static str> {
        match field {
            RefusedField::Number => Some(NUMBER),
            RefusedField::Name => Some(NAME),
            RefusedField::To | RefusedField::Closed => Some(CLOSED),
            RefusedField::Reason => Some(LEAVING),
            other => document::field_of(other).filter(|_| other != RefusedField::Number),
        }
    }

    fn versions(&self, theirs: &Record, form: &Form, app: &App) -> Vec<Version> {
        match theirs {
            Record::Organisation(theirs) => {
                let fields = fields(app, self.id, Some(theirs));
                let mut theirs = Form::new(fields, String::new());
                // Who leaves and why is no field of the organisation.
                theirs.set(LEAVING, &form.text(LEAVING));
                purpose::compared(&theirs, form, None)
            }
            Record::Appointment(theirs) => vec![(
                app.say(Phrase::LabelHead),
                head_told(theirs, app),
                app.say(Phrase::HeadUnseen),
            )],
            _ => Vec::new(),
        }
    }

    fn rest_on(&mut self, key: Key, seen: Seq, form: &mut Form) {
        match key {
            Key::Appointment(id) => {
                let mut all = known(form, HEADS);
                all.insert(id, seen);
                form.set(HEADS, &kept(&all));
            }
            _ => form.set(SEEN, &seen.0.to_string()),
        }
    }

    fn rest_on_nothing(&mut self, key: Key, form: &mut Form) {
        if let Key::Appointment(id) = key {
            let mut all = known(form, HEADS);
            all.remove(&id);
            form.set(HEADS, &kept(&all));
        }
    }
}

impl Changing {
    /// What closing does: to periods, and to whoever heads it beyond that day.
    fn what_closing_does(&self, form: &Form, app: &App) -> String {
        if form.text(CLOSED).is_empty() {
            return String::new();
        }
        let mut said = app.say(Phrase::ClosedMeans);
        if let Ok(None) = document::choice(form, app) {
            said = format!("{said} {}", app.say(Phrase::ClosedWithoutAct));
        }
        if let Ok(Some(day)) = term::date_or_none(form, CLOSED, app, Side::Past) {
            let state = app.state();
            let leaving: Vec<String> = (state.appointments_of.of(self.id))
                .filter_map(|it| state.appointments.get(&it))
                .filter(|it| it.to.is_none_or(|to| to > day))
                .map(|it| app.narrator().person(it.person))
                .collect();
            if !leaving.is_empty() {
                let who = leaving.join(", ");
                let more = app.say_with(Phrase::HeadsLeave, &args![who, date = format::date(day)]);
                // A sentence that ends in initials has its full stop already.
                let more = more
                    .strip_suffix("..")
                    .map_or(more.clone(), |it| format!("{it}."));
                said = format!("{said} {more}");
            }
        }
        said
    }
}

/// «Зимин В. В., с 01.09.2021».
fn head_told(it: &Appointment, app: &App) -> String {
    let from = format::date(it.from);
    let days = match it.to {
        Some(to) => app.say_with(Phrase::InOffice, &args![from, to = format::date(to)]),
        None => app.say_with(Phrase::InOfficeSince, &args![date = from]),
    };
    format!("{}, {days}", app.narrator().person(it.person))
}

/// The fields of an organisation as it stands.
fn fields(app: &App, id: OrganisationId, stands: Option<&Organisation>) -> Vec<Field> {
    let kinds = KINDS.iter().map(|it| app.locale.word(it)).collect();
    let at = KINDS
        .iter()
        .position(|it| stands.is_some_and(|stands| stands.kind == *it));
    let number = stands.and_then(|it| it.number);
    let line = |name, label, text: &str| Field::line(name, app.say(label), text);
    let into = stands.and_then(|it| it.merged_into);
    let mut others = career::organisations(app, into.as_slice(), false);
    others.leave_out(&id.0.to_string());
    let mut fields = vec![
        Field::choice(
            KIND,
            app.say(Phrase::LabelDocumentKind),
            kinds,
            at.unwrap_or(0),
        ),
        line(
            NUMBER,
            Phrase::LabelNumber,
            &number.map(|it| it.to_string()).unwrap_or_default(),
        ),
        line(NAME, Phrase::LabelName, stands.map_or("", |it| &it.name)),
        line(
            FULL_NAME,
            Phrase::LabelFullName,
            stands.map_or("", |it| &it.full_name),
        ),
        line(
            OPENED,
            Phrase::LabelWorksSince,
            &date_typed(stands.and_then(|it| it.opened)),
        ),
    ];
    let (flags, reasons) = stands.map_or((&[][..], &[][..]), |it| {
        (it.flags.as_slice(), it.standing.as_slice())
    });
    fields.extend(marks::fields(app, flags, reasons));
    fields.extend([
        Field::new("end", app.say(Phrase::HeadingClosing), Kind::Heading),
        line(
            CLOSED,
            Phrase::LabelClosedOn,
            &date_typed(stands.and_then(|it| it.closed)),
        ),
        Field::lookup(INTO, app.say(Phrase::LabelMergedInto), others),
        document::field(app, Phrase::LabelAct, stands.and_then(|it| it.closed_by)),
        line(LEAVING, Phrase::LabelLeaving, ""),
    ]);
    fields
}
