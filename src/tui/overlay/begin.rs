//! The first day of a store: the municipality, who begins, the first period, and which catalogue it begins with: the supplied one, one from a
//! file, or an empty one. What is in a file is shown before the store begins with it.
//!
//! Opens by itself while the store is as it was founded; whoever leaves it by Esc finds it among the commands again.

use rust_decimal::Decimal;

use crate::args;
use crate::domain::calendar::Usual;
use crate::domain::command::{Beginning, CatalogueDraft, Command, DocumentChoice, FirstCatalogue};
use crate::domain::date::Side;
use crate::domain::decide::{Deed, is_fresh};
use crate::domain::people::{Person, Role};
use crate::domain::period::{Period, PeriodKind};
use crate::domain::refusal::Field as RefusedField;
use crate::locale::{Phrase, format};
use crate::tui::app::App;
use crate::tui::brought::{Brought, NoCatalogue};
use crate::tui::followup::{executor, term};
use crate::tui::inline::layer;
use crate::tui::inline::purpose::{Fault, Purpose};
use crate::tui::msg::Effect;
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
const PATH: &str = "path";

/// The catalogues, in the order of the choice.
const CATALOGUES: [Phrase; 3] = [Phrase::BeginSupplied, Phrase::BeginFile, Phrase::BeginEmpty];
const FROM_FILE: usize = 1;
const EMPTY: usize = 2;

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
    /// Whether the cursor was in the path after the key before.
    in_path: bool,
    /// The path of which nobody knows yet what comes of it.
    asked: Option<String>,
    /// What came of the path that was asked about last.
    brought: Option<Brought>,
}

impl Begin {
    /// What came of the path as it is typed now.
    fn read(&self, form: &Form) -> Option<&Result<Box<CatalogueDraft>, NoCatalogue>> {
        let path = form.text(PATH);
        let brought = self.brought.as_ref().filter(|it| it.path == path)?;
        Some(&brought.read)
    }

    fn catalogue(&self, form: &Form, app: &App) -> Result<FirstCatalogue, Fault> {
        let fault = |sentence| Fault::new(PATH, sentence);
        match form.choice(CATALOGUE) {
            FROM_FILE if form.text(PATH).is_empty() => Err(fault(app.say(Phrase::BeginPathEmpty))),
            FROM_FILE => match self.read(form) {
                Some(Ok(draft)) => Ok(FirstCatalogue::Brought(draft.clone())),
                Some(Err(why)) => Err(fault(told(why, app))),
                None => Err(fault(app.say(Phrase::BeginReading))),
            },
            EMPTY => Ok(FirstCatalogue::Empty),
            _ => Ok(FirstCatalogue::Supplied),
        }
    }
}

/// What is wrong with a file, a line for each thing.
fn told(why: &NoCatalogue, app: &App) -> String {
    let mut lines = why.first.clone();
    let n = why.more;
    if n > 0 {
        lines.push(app.say_with(Phrase::CatalogueBookMore, &args![n]));
    }
    lines.join("\n")
}

/// What the store would begin with.
fn found(draft: &CatalogueDraft, app: &App) -> String {
    let directions = draft.directions.iter().filter(|(_, it)| !it.retired);
    let sum: Decimal = directions.clone().map(|(_, it)| it.weight).sum();
    let (directions, sum) = (directions.count(), format::number(sum.normalize()));
    let indicators = draft.indicators.iter().filter(|(_, it)| !it.retired);
    let indicators = indicators.count();
    let narrator = app.narrator();
    let act = draft.act.as_ref().map(|it| match it {
        DocumentChoice::New(it) => narrator.requisites(it),
        DocumentChoice::Known(id) => narrator.document(*id),
    });
    let mut lines = vec![app.say_with(Phrase::BeginFound, &args![directions, indicators, sum])];
    lines.extend(act.map(|act| app.say_with(Phrase::BeginFoundAct, &args![act])));
    lines.push(app.say(Phrase::BeginFoundNext));
    lines.join("\n")
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
        let catalogues = CATALOGUES.map(|it| app.say(it));
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
            line(PATH, Phrase::BeginPath, ""),
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
        let catalogue = form.choice(CATALOGUE);
        hint(form, CATALOGUE, Phrase::BeginEmptyHow, catalogue == EMPTY);
        form.show(PATH, catalogue == FROM_FILE);
        let unsaid = form.text(PATH).is_empty();
        hint(form, PATH, Phrase::BeginPathHow, unsaid);
        let note = match self.read(form) {
            Some(Ok(draft)) => found(draft, app),
            _ => String::new(),
        };
        if let Some(field) = form.field_mut(PATH) {
            field.note = note;
        }
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

    fn ask(&mut self, form: &Form, is_sent: bool, app: &mut App) {
        let in_path = form.current() == Some(PATH);
        let was_left = std::mem::replace(&mut self.in_path, in_path) && !in_path;
        let path = form.text(PATH);
        if form.choice(CATALOGUE) != FROM_FILE || path.is_empty() {
            return;
        }
        // Not with every letter; and again where the file may have been mended meanwhile, but never behind what was shown.
        let wanted = match self.read(form) {
            None => is_sent || !in_path,
            Some(read) => was_left || (is_sent && read.is_err()),
        };
        if wanted && self.asked.as_ref() != Some(&path) {
            self.asked = Some(path.clone());
            let state = Box::new(app.state().clone());
            app.emit(Effect::ReadCatalogue { path, state });
        }
    }

    fn brought(&mut self, brought: &Brought, form: &mut Form, app: &App) {
        if self.asked.as_ref() != Some(&brought.path) {
            return;
        }
        self.asked = None;
        self.brought = Some(brought.clone());
        let error = match self.read(form) {
            Some(Err(why)) => told(why, app),
            _ => String::new(),
        };
        if let Some(field) = form.field_mut(PATH) {
            field.error = error;
        }
    }

    fn only_seen(&self, form: &Form) -> &'static [&'static str] {
        match form.choice(CATALOGUE) == FROM_FILE && !form.text(PATH).is_empty() {
            true => &[],
            false => &[CATALOGUE],
        }
    }

    fn command(&self, form: &Form, app: &App) -> Result<Command, Fault> {
        let named = !form.text(SURNAME).is_empty();
        for field in [SURNAME, GIVEN, PATRONYMIC] {
            if named || !form.text(field).is_empty() {
                executor::check_name(form, field, app)?;
            }
        }
        let catalogue = self.catalogue(form, app)?;
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
            catalogue,
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
