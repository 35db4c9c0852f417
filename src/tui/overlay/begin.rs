//! The first day of a store: the municipality, who begins, the first period, and whether the supplied catalogue is kept.
//!
//! Opens by itself while the store is as it was founded; whoever leaves it by Esc finds it among the commands again.

use crate::domain::calendar::Usual;
use crate::domain::command::{Beginning, Command};
use crate::domain::date::Side;
use crate::domain::decide::{Deed, is_fresh};
use crate::domain::people::{Person, Role};
use crate::domain::period::{Period, PeriodKind};
use crate::domain::refusal::Field as RefusedField;
use crate::locale::{Phrase, format};
use crate::tui::app::App;
use crate::tui::followup::{executor, term};
use crate::tui::inline::layer;
use crate::tui::inline::purpose::{Fault, Purpose};
use crate::tui::rights::may;
use crate::tui::status::Tone;
use crate::tui::widget::form::{Field, Form};

const MUNICIPALITY: &str = "municipality";
const SURNAME: &str = "surname";
const GIVEN: &str = "given";
const PATRONYMIC: &str = "patronymic";
const KIND: &str = "kind";
const PERIOD: &str = "period";
const FROM: &str = "from";
const TO: &str = "to";
const DEADLINE: &str = "deadline";
const CATALOGUE: &str = "catalogue";

const KINDS: [PeriodKind; 4] = [
    PeriodKind::SchoolYear,
    PeriodKind::HalfYear,
    PeriodKind::Quarter,
    PeriodKind::CalendarYear,
];

/// Opens the form if the store is as it was founded and this is who may set it up.
pub fn greet(app: &mut App) {
    let mine = app.state().users.get(&app.user);
    let may_begin = mine.is_some_and(|it| it.roles.contains(&Role::Administrator));
    if may_begin && is_fresh(app.state()) {
        layer::open(app, Begin::default());
    }
}

/// Opens the form.
pub fn open(app: &mut App) {
    if !is_fresh(app.state()) {
        let over = app.say(Phrase::BeginOver);
        app.status.tell(Tone::Plain, over);
    } else if may(app, &Deed::Administer) {
        layer::open(app, Begin::default());
    }
}

/// What the form is for, to which kept input belongs; `None` once the store is set up.
#[must_use]
pub fn purpose_of(app: &App) -> Option<Box<dyn Purpose>> {
    is_fresh(app.state()).then(|| -> Box<dyn Purpose> { Box::<Begin>::default() })
}

/// Setting a store up.
#[derive(Debug, Default)]
struct Begin {
    /// What was suggested last: it follows the kind until the person types something else.
    suggested: Option<[(&'static str, String); 4]>,
}

fn kind(form: &Form) -> PeriodKind {
    let at = form.choice(KIND);
    KINDS.get(at).copied().unwrap_or(PeriodKind::SchoolYear)
}

fn usual(app: &App, kind: PeriodKind) -> [(&'static str, String); 4] {
    let usual = Usual::after(kind, &[], app.now.today);
    [
        (PERIOD, usual.name.clone()),
        (FROM, format::date(usual.from)),
        (TO, format::date(usual.to)),
        (DEADLINE, format::date(usual.deadline)),
    ]
}

impl Purpose for Begin {
    fn title(&self, app: &App) -> String {
        app.say(Phrase::CommandBegin)
    }

    fn place(&self) -> String {
        "begin".to_owned()
    }

    fn about(&self, app: &App) -> Vec<String> {
        vec![app.say(Phrase::BeginAbout)]
    }

    fn build(&self, app: &App) -> Form {
        let kinds = KINDS.iter().map(|it| app.locale.word(it)).collect();
        let catalogues = [Phrase::BeginSupplied, Phrase::BeginEmpty].map(|it| app.say(it));
        let [name, from, to, deadline] = usual(app, KINDS[0]).map(|it| it.1);
        let line = |field, label, text: &str| Field::line(field, app.say(label), text);
        let fields = vec![
            line(MUNICIPALITY, Phrase::Municipality, ""),
            line(SURNAME, Phrase::LabelSurname, ""),
            line(GIVEN, Phrase::LabelGiven, ""),
            line(PATRONYMIC, Phrase::LabelPatronymic, ""),
            Field::choice(
                CATALOGUE,
                app.say(Phrase::BeginCatalogue),
                catalogues.into(),
                0,
            ),
            Field::choice(KIND, app.say(Phrase::BeginPeriod), kinds, 0),
            line(PERIOD, Phrase::LabelName, &name),
            line(FROM, Phrase::LabelFirstDay, &from),
            line(TO, Phrase::LabelLastDay, &to),
            line(DEADLINE, Phrase::LabelEntryUntil, &deadline),
        ];
        Form::new(fields, app.say(Phrase::ButtonBegin))
    }

    fn renew(&mut self, form: &mut Form, app: &App) {
        let hint = |form: &mut Form, field, phrase, shown: bool| {
            let text = if shown {
                app.say(phrase)
            } else {
                String::new()
            };
            form.hint(field, text);
        };
        let unnamed = form.text(MUNICIPALITY).is_empty();
        hint(form, MUNICIPALITY, Phrase::MunicipalityHow, unnamed);
        let nobody = form.text(SURNAME).is_empty();
        hint(form, SURNAME, Phrase::BeginNameHow, nobody);
        let empty = form.choice(CATALOGUE) == 1;
        hint(form, CATALOGUE, Phrase::BeginEmptyHow, empty);
        // Dates follow the kind until the person types others.
        let before = (self.suggested.take()).unwrap_or_else(|| usual(app, KINDS[0]));
        let after = usual(app, kind(form));
        for ((field, before), (_, after)) in before.iter().zip(&after) {
            if form.text(field) == *before {
                form.suggest(field, after);
            }
        }
        self.suggested = Some(after);
    }

    fn command(&self, form: &Form, app: &App) -> Result<Command, Fault> {
        let named = !form.text(SURNAME).is_empty();
        for field in [SURNAME, GIVEN, PATRONYMIC] {
            if named || !form.text(field).is_empty() {
                executor::check_name(form, field, app)?;
            }
        }
        let edition = app.state().editions.keys().next().copied();
        let none = || Fault::new(PERIOD, app.say(Phrase::NoPublishedEdition));
        let date = |field, side| term::date_of(form, field, app, side);
        let state = (app.state().periods.values().next()).map(|it| it.state);
        let period = Period {
            name: form.text(PERIOD),
            kind: kind(form),
            from: date(FROM, Side::Past)?,
            to: date(TO, Side::Coming)?,
            deadline: term::date_or_none(form, DEADLINE, app, Side::Coming)?,
            edition: edition.ok_or_else(none)?,
            state: state.ok_or_else(none)?,
            locks: false,
            exceptions: Vec::new(),
            approved_by: None,
            events: Vec::new(),
        };
        Ok(Command::Begin(Box::new(Beginning {
            municipality: form.text(MUNICIPALITY),
            administrator: named.then(|| Person {
                surname: form.text(SURNAME),
                given: form.text(GIVEN),
                patronymic: form.text(PATRONYMIC),
            }),
            period,
            empty: form.choice(CATALOGUE) == 1,
        })))
    }

    fn field_of(&self, field: RefusedField) -> Option<&'static str> {
        match field {
            RefusedField::Municipality => Some(MUNICIPALITY),
            RefusedField::Surname => Some(SURNAME),
            RefusedField::From => Some(FROM),
            RefusedField::To => Some(TO),
            RefusedField::Due => Some(DEADLINE),
            _ => None,
        }
    }
}
