//! What is said of a period, changed: its name and days, until when values are taken, and who has longer.
//!
//! Exceptions are a small table: an organisation, until when, and why; filling the last row makes one more.

use std::collections::BTreeSet;

use crate::args;
use crate::domain::command::Command;
use crate::domain::date::Side;
use crate::domain::decide::{Deed, MOST_ITEMS};
use crate::domain::ids::{OrganisationId, PeriodId, Seq};
use crate::domain::period::{Exception, Period, PeriodState};
use crate::domain::record::{Key, Record};
use crate::domain::refusal::Field as RefusedField;
use crate::domain::text::collation_key;
use crate::locale::{Phrase, format};
use crate::tui::app::App;
use crate::tui::command::hints;
use crate::tui::command::table::CommandId;
use crate::tui::followup::term;
use crate::tui::inline::layer;
use crate::tui::inline::purpose::{self, Fault, Purpose, SEEN, Version};
use crate::tui::layer::Overlay;
use crate::tui::rights::may;
use crate::tui::status::Tone;
use crate::tui::widget::form::{Candidate, Field, Form, Lookup};

const NAME: &str = "name";
const FROM: &str = "from";
const TO: &str = "to";
const DEADLINE: &str = "deadline";
const LOCKS: &str = "locks";
const WHOM: &str = "whom.";
const UNTIL: &str = "until.";
const WHY: &str = "why.";

/// Whether a period takes changes: of a closed one nothing moves but by its steps.
#[must_use]
pub fn takes_changes(app: &App, id: PeriodId) -> bool {
    let it = app.state().periods.get(&id);
    it.is_some_and(|it| it.state != PeriodState::Closed)
}

/// The form of a period; `None` where the person may not change it or it is closed, which was said.
pub fn form(app: &mut App, id: PeriodId) -> Option<Box<dyn Overlay>> {
    let name = app.state().periods.get(&id)?.name.clone();
    if !takes_changes(app, id) {
        let way = hints::named(app, CommandId::NextState);
        let sentence = app.say_with(Phrase::PeriodIsKept, &args![period = name, way]);
        app.status.tell(Tone::Warning, sentence);
        return None;
    }
    may(app, &Deed::GiveTime).then(|| layer::layer(app, Changing { id }))
}

/// What the form is for, to which kept input belongs.
#[must_use]
pub fn purpose_of(app: &App, id: PeriodId) -> Option<Box<dyn Purpose>> {
    app.state().periods.get(&id)?;
    Some(Box::new(Changing { id }))
}

/// A period that is changed.
#[derive(Debug)]
struct Changing {
    id: PeriodId,
}

fn side(name: &str) -> Side {
    match name {
        FROM => Side::Past,
        _ => Side::Coming,
    }
}

fn whom(n: usize) -> String {
    format!("{WHOM}{n}")
}

/// The fields of one exception.
fn row(app: &App, n: usize, stands: Option<&Exception>) -> Vec<Field> {
    let mut all: Vec<_> = app.state().organisations.iter().collect();
    all.sort_by_cached_key(|(id, it)| (collation_key(&it.name), **id));
    let candidates = all.into_iter().map(|(id, it)| Candidate {
        token: id.0.to_string(),
        label: it.name.clone(),
        more: String::new(),
    });
    let mut lookup = Lookup::new(candidates.collect(), false);
    let token = stands.map(|it| it.organisation.0.to_string());
    lookup.choose(token.as_deref().into_iter());
    let until = stands.map(|it| format::date(it.until));
    let why = stands.map_or("", |it| it.reason.as_str());
    vec![
        Field::lookup(whom(n), app.say(Phrase::LabelException), lookup),
        Field::line(
            format!("{UNTIL}{n}"),
            app.say(Phrase::LabelExceptionUntil),
            &until.unwrap_or_default(),
        ),
        Field::line(format!("{WHY}{n}"), app.say(Phrase::LabelReason), why),
    ]
}

/// What becomes of entry after the deadline.
fn locks(app: &App, locks: bool) -> String {
    app.say(match locks {
        true => Phrase::LocksAfter,
        false => Phrase::LocksNot,
    })
}

/// «до 10.07.2026, карантин».
#[must_use]
pub fn given(app: &App, it: &Exception) -> String {
    let (until, reason) = (format::date(it.until), it.reason.as_str());
    app.say_with(Phrase::ExceptionTold, &args![until, reason])
}

/// How many rows of exceptions a form has.
fn rows(form: &Form) -> usize {
    (0..MOST_ITEMS)
        .take_while(|n| form.field(&whom(*n)).is_some())
        .count()
}

impl Changing {
    fn exceptions(form: &Form, app: &App) -> Result<Vec<Exception>, Fault> {
        let mut all = Vec::new();
        for n in 0..rows(form) {
            let (until, why) = (format!("{UNTIL}{n}"), format!("{WHY}{n}"));
            let chosen = form.tokens(&whom(n)).first().and_then(|it| it.parse().ok());
            let Some(organisation) = chosen.map(OrganisationId) else {
                // A row that is only begun is not dropped in silence.
                if !form.text(&until).is_empty() || !form.text(&why).is_empty() {
                    return Err(Fault::new(whom(n), app.say(Phrase::ExceptionOfWhom)));
                }
                continue;
            };
            let reason = form.text(&why);
            if reason.is_empty() {
                return Err(Fault::new(why, app.say(Phrase::StepNeedsCause)));
            }
            all.push(Exception {
                organisation,
                until: term::date_of(form, &until, app, Side::Coming)?,
                reason,
            });
        }
        Ok(all)
    }

    /// Who has longer there and here, by organisation: whose row is which one is no difference.
    fn more_time(theirs: &Period, form: &Form, app: &App) -> Vec<Version> {
        let mine = Self::exceptions(form, app).unwrap_or_default();
        let theirs = &theirs.exceptions;
        let whose: BTreeSet<_> = (theirs.iter().chain(&mine))
            .map(|it| it.organisation)
            .collect();
        let of = |all: &[Exception], whose| {
            let found = all.iter().find(|it| it.organisation == whose);
            found.map(|it| given(app, it)).unwrap_or_default()
        };
        (whose.into_iter())
            .map(|it| {
                let label = app.say(Phrase::LabelException);
                let label = format!("{label}, {}", app.narrator().organisation(it));
                (label, of(theirs, it), of(&mine, it))
            })
            .filter(|(_, theirs, mine)| theirs != mine)
            .collect()
    }

    fn read(&self, form: &Form, app: &App) -> Result<Period, Fault> {
        let stands = app.state().periods.get(&self.id);
        let gone = || Fault::new(NAME, app.say(Phrase::RecordGone));
        let stands = stands.ok_or_else(gone)?.body.clone();
        Ok(Period {
            name: form.text(NAME),
            from: term::date_of(form, FROM, app, side(FROM))?,
            to: term::date_of(form, TO, app, side(TO))?,
            deadline: term::date_or_none(form, DEADLINE, app, side(DEADLINE))?,
            locks: form.choice(LOCKS) == 1,
            exceptions: Self::exceptions(form, app)?,
            ..stands
        })
    }
}

impl Purpose for Changing {
    fn title(&self, app: &App) -> String {
        let dot = app.theme.glyphs.dot;
        let name = app.narrator().period(self.id);
        format!("{} {dot} {name}", app.say(Phrase::TitleEditPeriod))
    }

    fn record(&self) -> Option<Key> {
        Some(Key::Period(self.id))
    }

    fn place(&self) -> String {
        format!("period edit {}", self.id.0)
    }

    fn build(&self, app: &App) -> Form {
        let stands = app.state().periods.get(&self.id);
        let seen = stands.map_or(Seq(0), |it| it.stamp.rev);
        let Some(it) = stands.map(|it| &it.body) else {
            return Form::new(Vec::new(), app.say(Phrase::ButtonWriteChanges));
        };
        let deadline = it.deadline.map(format::date).unwrap_or_default();
        let line = |name, label, text: &str| Field::line(name, app.say(label), text);
        let mut fields = vec![
            line(NAME, Phrase::LabelName, &it.name),
            line(FROM, Phrase::LabelFirstDay, &format::date(it.from)),
            line(TO, Phrase::LabelLastDay, &format::date(it.to)),
            line(DEADLINE, Phrase::LabelEntryUntil, &deadline),
            Field::choice(
                LOCKS,
                app.say(Phrase::LabelLocks),
                [false, true].map(|it| locks(app, it)).to_vec(),
                usize::from(it.locks),
            ),
        ];
        let given = it.exceptions.iter().map(Some).chain([None]);
        for (n, exception) in given.enumerate() {
            fields.extend(row(app, n, exception));
        }
        fields.push(purpose::seen_field(seen));
        Form::new(fields, app.say(Phrase::ButtonWriteChanges))
    }

    fn prepare(&self, form: &mut Form, kept: &[(String, String)], app: &App) {
        let wanted = kept.iter().filter(|(it, _)| it.starts_with(WHOM)).count();
        for n in rows(form)..wanted {
            form.insert_before(SEEN, row(app, n, None));
        }
    }

    fn renew(&mut self, form: &mut Form, app: &App) {
        for name in [FROM, TO, DEADLINE] {
            term::hint_date(form, name, app, side(name));
        }
        if form.text(DEADLINE).is_empty() {
            form.hint(DEADLINE, app.say(Phrase::EmptyIsNoDeadline));
        }
        let n = rows(form);
        for at in 0..n {
            term::hint_date(form, &format!("{UNTIL}{at}"), app, Side::Coming);
        }
        let last_is_taken = n > 0 && !form.tokens(&whom(n - 1)).is_empty();
        if last_is_taken && n < MOST_ITEMS {
            form.insert_before(SEEN, row(app, n, None));
        }
    }

    fn command(&self, form: &Form, app: &App) -> Result<Command, Fault> {
        Ok(Command::EditPeriod {
            id: self.id,
            seen: purpose::seen(form),
            period: self.read(form, app)?,
        })
    }

    fn field_of(&self, field: RefusedField) -> Option<&'static str> {
        match field {
            RefusedField::Name => Some(NAME),
            RefusedField::From => Some(FROM),
            RefusedField::To => Some(TO),
            RefusedField::Due | RefusedField::Exceptions => Some(DEADLINE),
            _ => None,
        }
    }

    fn versions(&self, theirs: &Record, form: &Form, app: &App) -> Vec<Version> {
        let Record::Period(theirs) = theirs else {
            return Vec::new();
        };
        let deadline = theirs.deadline.map(format::date).unwrap_or_default();
        let mine = |name| form.field(name).map(Field::told).unwrap_or_default();
        let mut all = purpose::differing(
            [
                (Phrase::LabelName, theirs.name.clone(), mine(NAME)),
                (Phrase::LabelFirstDay, format::date(theirs.from), mine(FROM)),
                (Phrase::LabelLastDay, format::date(theirs.to), mine(TO)),
                (Phrase::LabelEntryUntil, deadline, mine(DEADLINE)),
                (Phrase::LabelLocks, locks(app, theirs.locks), mine(LOCKS)),
            ],
            app,
        );
        all.extend(Self::more_time(theirs, form, app));
        all
    }
}
