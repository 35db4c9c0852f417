//! A new period: the one that usually follows is suggested, with its dates, its deadline and the edition by which it is measured. A
//! year may come with its half-years and quarters, in one commit.
//!
//! It opens for entry at once where it has begun, else it waits; a person goes on working in the shown one until they choose the new one.

mod parts;
mod suited;

use crate::args;
use crate::domain::calendar::Usual;
use crate::domain::catalogue::EditionState;
use crate::domain::command::Command;
use crate::domain::date::Side;
use crate::domain::decide::Deed;
use crate::domain::ids::EditionId;
use crate::domain::period::{Period, PeriodKind, PeriodState};
use crate::domain::record::{Commit, Key, Kind};
use crate::domain::refusal::Field as RefusedField;
use crate::domain::state::State;
use crate::locale::{Phrase, format};
use crate::tui::app::App;
use crate::tui::command::hints;
use crate::tui::command::table::CommandId;
use crate::tui::edition::written::land;
use crate::tui::followup::term;
use crate::tui::inline::layer;
use crate::tui::inline::purpose::{Fault, Purpose};
use crate::tui::layer::Overlay;
use crate::tui::rights::may;
use crate::tui::status::Tone;
use crate::tui::widget::form::{Field, Form};
use parts::{Parts, state, there_already, with_field};
use suited::{applies_later, suited};

const KIND: &str = "kind";
const NAME: &str = "name";
const FROM: &str = "from";
const TO: &str = "to";
const DEADLINE: &str = "deadline";
const EDITION: &str = "edition";
const WITH: &str = "with";

const KINDS: [PeriodKind; 4] = [
    PeriodKind::SchoolYear,
    PeriodKind::HalfYear,
    PeriodKind::Quarter,
    PeriodKind::CalendarYear,
];

/// Opens the form of a new period; says so where there is nothing to measure it by.
pub fn open(app: &mut App) {
    if let Some(layer) = form(app) {
        app.open(layer);
    }
}

/// The form as a layer; `None` where no edition is published or the person may open none, which was said.
pub fn form(app: &mut App) -> Option<Box<dyn Overlay>> {
    if editions(app.state()).is_empty() {
        let sentence = app.say(Phrase::NoPublishedEdition);
        app.status.tell(Tone::Warning, sentence);
        return None;
    }
    may(app, &Deed::Administer).then(|| layer::layer(app, Opening::default()))
}

/// What the form is for, to which kept input belongs; `None` where no edition is published.
#[must_use]
pub fn purpose_of(app: &App) -> Option<Box<dyn Purpose>> {
    (!editions(app.state()).is_empty()).then(|| -> Box<dyn Purpose> { Box::<Opening>::default() })
}

/// Published editions, the latest first.
pub(super) fn editions(state: &State) -> Vec<EditionId> {
    let mut found: Vec<_> = (state.editions.iter())
        .filter(|(_, it)| it.state == EditionState::Published)
        .collect();
    found.sort_by_key(|(id, it)| std::cmp::Reverse((it.number, **id)));
    found.into_iter().map(|(id, _)| *id).collect()
}

/// Editions as a choice offers them.
pub(super) fn offered(app: &App, editions: &[EditionId]) -> Vec<(String, String)> {
    let narrator = app.narrator();
    let offer = |id: &EditionId| (id.0.to_string(), narrator.key(Key::Edition(*id)));
    editions.iter().map(offer).collect()
}

/// The edition that is chosen among them; `None` where it is no longer offered.
pub(super) fn chosen(form: &Form, field: &str) -> Option<EditionId> {
    let token = form.tokens(field).into_iter().next()?;
    token.parse().ok().map(EditionId)
}

/// What usually follows the last period of a kind.
fn usual(app: &App, kind: PeriodKind) -> Usual {
    Usual::after(kind, &all(app), app.now.today)
}

/// All periods there are.
fn all(app: &App) -> Vec<&Period> {
    app.state().periods.values().map(|it| &it.body).collect()
}

/// The fields of a suggestion, as they are typed.
fn typed(usual: &Usual) -> [(&'static str, String); 4] {
    [
        (NAME, usual.name.clone()),
        (FROM, format::date(usual.from)),
        (TO, format::date(usual.to)),
        (DEADLINE, format::date(usual.deadline)),
    ]
}

/// Which way a date without a year is read: what is shown beside the field is what is sent.
fn side(name: &str) -> Side {
    if name == FROM {
        Side::Past
    } else {
        Side::Coming
    }
}

fn kind(form: &Form) -> PeriodKind {
    let at = form.choice(KIND);
    KINDS.get(at).copied().unwrap_or(PeriodKind::SchoolYear)
}

/// A kind, a first day and a last one, as they are typed.
type Days = (PeriodKind, String, String);

/// A new period.
#[derive(Debug, Default)]
struct Opening {
    /// What was suggested last: it follows the kind until the person types something else.
    suggested: Option<[(&'static str, String); 4]>,
    /// What a year is to come with, while another kind is chosen.
    with: usize,
    /// Kind and days as they were when an edition was suggested last, and which: it follows them until the person chooses another, and
    /// nothing that is published meanwhile.
    edition: Option<(Days, Option<EditionId>)>,
}

impl Opening {
    /// The choice of parts is there for a year, and says beneath it what comes of it.
    fn follow_kind(&mut self, form: &mut Form, app: &App) {
        let is_year = kind(form).is_year();
        match form.field(WITH) {
            Some(_) => self.with = form.choice(WITH),
            None if is_year => form.insert_before(EDITION, vec![with_field(app, self.with)]),
            None => {}
        }
        if !is_year {
            form.remove(WITH);
        }
        let parts = Parts::of(app, form, form.choice(WITH));
        let year = there_already(form, app).filter(|_| form.choice(WITH) > 0);
        let year = year.map(|it| {
            let kind = app.locale.word(&kind(form));
            let year = format!("{kind} {}", app.narrator().period(it));
            app.say_with(Phrase::PartsYearThere, &args![year = year])
        });
        let mut lines: Vec<String> = year.into_iter().collect();
        lines.extend(Some(parts.told(app)).filter(|it| !it.is_empty()));
        if let Some(field) = form.field_mut(WITH) {
            field.note = lines.join("\n");
        }
    }
}

impl Purpose for Opening {
    fn title(&self, app: &App) -> String {
        app.say(Phrase::CommandAddPeriod)
    }

    fn place(&self) -> String {
        "period new".to_owned()
    }

    fn about(&self, app: &App) -> Vec<String> {
        let last = app.state().periods.values().max_by_key(|it| it.to);
        let last = last.map(|it| {
            let dates = app.say_with(
                Phrase::InOffice,
                &args![from = format::date(it.from), to = format::date(it.to)],
            );
            app.say_with(
                Phrase::LastPeriod,
                &args![
                    kind = app.locale.word(&it.kind),
                    name = it.name.as_str(),
                    dates = dates
                ],
            )
        });
        last.into_iter().collect()
    }

    fn build(&self, app: &App) -> Form {
        let state = app.state();
        let shown = app.monitoring.chosen.period;
        let kind = shown
            .and_then(|it| state.periods.get(&it))
            .map(|it| it.kind);
        let kind = kind.unwrap_or(PeriodKind::SchoolYear);
        let kinds = KINDS.iter().map(|it| app.locale.word(it)).collect();
        let at = KINDS.iter().position(|it| *it == kind).unwrap_or(0);
        let labels = [
            Phrase::LabelName,
            Phrase::LabelFirstDay,
            Phrase::LabelLastDay,
            Phrase::LabelEntryUntil,
        ];
        let mut fields = vec![Field::choice(
            KIND,
            app.say(Phrase::LabelDocumentKind),
            kinds,
            at,
        )];
        let suggested = typed(&usual(app, kind));
        fields.extend(
            (suggested.iter().zip(labels))
                .map(|((name, text), label)| Field::line(*name, app.say(label), text)),
        );
        if kind.is_year() {
            fields.push(with_field(app, 0));
        }
        let offered = offered(app, &editions(state));
        let label = app.say(Phrase::LabelEdition);
        fields.push(Field::choice_of(EDITION, label, offered));
        let mut form = Form::new(fields, app.say(Phrase::ButtonAddPeriod));
        if let Some(edition) = suited(app, &form) {
            form.set(EDITION, &edition.0.to_string());
        }
        form
    }

    fn prepare(&self, form: &mut Form, kept: &[(String, String)], app: &App) {
        if form.field(WITH).is_none() && kept.iter().any(|(name, _)| name == WITH) {
            form.insert_before(EDITION, vec![with_field(app, 0)]);
        }
    }

    fn renew(&mut self, form: &mut Form, app: &App) {
        let new = typed(&usual(app, kind(form)));
        if let Some(old) = &self.suggested {
            for ((name, old), (_, new)) in old.iter().zip(&new) {
                if form.text(name) == *old && old != new {
                    form.suggest(name, new);
                }
            }
        }
        self.suggested = Some(new);
        self.follow_kind(form, app);
        let editions = editions(app.state());
        form.offer(EDITION, offered(app, &editions));
        let days = (kind(form), form.text(FROM), form.text(TO));
        if self.edition.as_ref().is_none_or(|it| it.0 != days) {
            let new = suited(app, form);
            let was = self.edition.take().map(|it| it.1);
            if let (true, Some(new)) = (was == Some(chosen(form, EDITION)), new) {
                form.set(EDITION, &new.0.to_string());
            }
            self.edition = Some((days, new));
        }
        // Where there is but one there is nothing to choose.
        form.show(
            EDITION,
            editions.len() > 1 || chosen(form, EDITION).is_none(),
        );
        for name in [FROM, TO, DEADLINE] {
            term::hint_date(form, name, app, side(name));
        }
        let first = term::date_of(form, FROM, app, side(FROM)).ok();
        let alone = form.choice(WITH) == 0;
        let waits = first.is_some_and(|it| state(it, app.now.today) == PeriodState::Planned);
        if let Some(field) = form.field_mut(FROM) {
            // What comes with it says so of all of them.
            field.note = match alone && waits {
                true => app.say(Phrase::PeriodWaits),
                false => String::new(),
            };
        }
        if form.text(DEADLINE).is_empty() {
            form.hint(DEADLINE, app.say(Phrase::EmptyIsNoDeadline));
        }
    }

    fn command(&self, form: &Form, app: &App) -> Result<Command, Fault> {
        let none = || Fault::new(EDITION, app.say(Phrase::EditionNotOffered));
        let edition = chosen(form, EDITION).ok_or_else(none)?;
        let today = app.now.today;
        let parts = Parts::of(app, form, form.choice(WITH));
        // Whoever asks for the parts of a year that is there means just those, measured as it is.
        if form.choice(WITH) > 0
            && let Some(year) = there_already(form, app)
        {
            if parts.is_empty() {
                return Err(Fault::new(WITH, app.say(Phrase::PartsNothing)));
            }
            let edition = app.state().edition_of(year).unwrap_or(edition);
            return Ok(Command::AddPeriods(parts.periods(today, edition)));
        }
        let from = term::date_of(form, FROM, app, side(FROM))?;
        if let Some(sentence) = applies_later(app, edition, from) {
            let shown = form.field(EDITION).is_some_and(|it| it.shown);
            return Err(Fault::new(if shown { EDITION } else { FROM }, sentence));
        }
        let period = Period {
            name: form.text(NAME),
            kind: kind(form),
            from,
            to: term::date_of(form, TO, app, side(TO))?,
            deadline: term::date_or_none(form, DEADLINE, app, side(DEADLINE))?,
            edition,
            state: state(from, today),
            exceptions: Vec::new(),
            locks: false,
            approved_by: None,
            events: Vec::new(),
        };
        if parts.is_empty() {
            return Ok(Command::AddPeriod(period));
        }
        let mut all = vec![period];
        all.extend(parts.periods(today, edition));
        Ok(Command::AddPeriods(all))
    }

    fn field_of(&self, field: RefusedField) -> Option<&'static str> {
        match field {
            RefusedField::Name => Some(NAME),
            RefusedField::From => Some(FROM),
            RefusedField::To => Some(TO),
            RefusedField::Due => Some(DEADLINE),
            _ => None,
        }
    }

    fn done(&self, commit: &Commit, app: &mut App) {
        land(commit, Kind::Period, app);
    }

    fn next(&self, app: &App) -> Option<String> {
        let key = hints::key(app, CommandId::ChoosePeriod);
        Some(app.say_with(Phrase::PeriodIsChosenBy, &args![key = key]))
    }
}
