//! The form of an objection: to what, when it came, under which number, what it says, and by when it is to be answered.

use chrono::{Days, NaiveDate};

use crate::domain::catalogue::SubjectKind;
use crate::domain::command::Command;
use crate::domain::date::{Side, parse_date_on};
use crate::domain::ids::{IndicatorId, ObjectionId, OrganisationId, PeriodId, PersonId};
use crate::domain::record::{Key, Record};
use crate::domain::refusal::Field as RefusedField;
use crate::domain::results::Objection;
use crate::domain::value::{Cell, Subject};
use crate::locale::{Phrase, format};
use crate::tui::app::App;
use crate::tui::followup::term;
use crate::tui::inline::purpose::{self, Fault, Purpose, Version};
use crate::tui::widget::form::{Candidate, Field, Form, Lookup};

const INDICATOR: &str = "indicator";
const RECEIVED: &str = "received";
const NUMBER: &str = "number";
const SUBSTANCE: &str = "substance";
const DUE: &str = "due";
/// The term that was suggested last: it moves with the day of receipt until another one is typed.
const SUGGESTED: &str = "suggested";

/// Days in which an objection is answered, where nothing else is said.
const DAYS: u64 = 10;

/// An objection that is taken down or put right.
#[derive(Clone, Copy, Debug)]
pub(super) struct Writing {
    pub(super) id: Option<ObjectionId>,
    pub(super) period: PeriodId,
    pub(super) organisation: OrganisationId,
    pub(super) person: Option<PersonId>,
    /// To the value of which indicator, as far as it is known from the start.
    pub(super) indicator: Option<IndicatorId>,
}

impl Writing {
    /// One to be put right; `None` if there is none.
    pub(super) fn edit(app: &App, id: ObjectionId) -> Option<Writing> {
        let it = app.state().objections.get(&id)?;
        Some(Writing {
            id: Some(id),
            period: it.period,
            organisation: it.organisation,
            person: it.person,
            indicator: it.cell.map(|it| it.indicator),
        })
    }

    fn stands<'a>(&self, app: &'a App) -> Option<&'a Objection> {
        Some(&app.state().objections.get(&self.id?)?.body)
    }

    /// The indicators of the period, of which one may be objected to. What an objection is to already stays among them.
    fn indicators(&self, app: &App, chosen: Option<IndicatorId>) -> Lookup {
        let state = app.state();
        let kind = state.periods.get(&self.period).map(|it| it.kind);
        let all = (state.edition_of(self.period)).map(|it| state.indicators_of(it));
        let of_heads = (all.into_iter().flatten()).filter(|(id, it)| {
            let is_due = kind.is_some_and(|kind| it.is_due(kind));
            Some(*id) == chosen || (is_due && it.level != SubjectKind::Municipality)
        });
        let mut candidates: Vec<Candidate> = of_heads
            .map(|(id, it)| Candidate {
                token: id.0.to_string(),
                label: format!("{} {}", it.code, it.short),
                more: String::new(),
            })
            .collect();
        let is_there = |id: &IndicatorId| candidates.iter().any(|it| it.token == id.0.to_string());
        if let Some(gone) = chosen.filter(|it| !is_there(it)) {
            candidates.push(Candidate {
                token: gone.0.to_string(),
                label: app.narrator().indicator(self.period, gone),
                more: String::new(),
            });
        }
        let mut lookup = Lookup::new(candidates, false);
        let token = chosen.map(|it| it.0.to_string());
        lookup.choose(token.iter().map(String::as_str));
        lookup
    }

    fn form_of(&self, it: Option<&Objection>, app: &App) -> Form {
        let chosen = it.map_or(self.indicator, |it| it.cell.map(|it| it.indicator));
        let today = app.now.today;
        let received = it.map_or(today, |it| it.received);
        let due = it.map_or_else(|| term_of(received), |it| it.due);
        let suggested = match it {
            Some(_) => String::new(),
            None => format::date(due),
        };
        let text = |of: fn(&Objection) -> &str| it.map_or("", of);
        let fields = vec![
            Field::lookup(
                INDICATOR,
                app.say(Phrase::LabelObjectedTo),
                self.indicators(app, chosen),
            ),
            Field::line(
                RECEIVED,
                app.say(Phrase::LabelReceived),
                &format::date(received),
            ),
            Field::line(
                NUMBER,
                app.say(Phrase::LabelIncoming),
                text(|it| &it.number),
            )
            .dated(RECEIVED),
            Field::text(
                SUBSTANCE,
                app.say(Phrase::LabelSubstance),
                text(|it| &it.substance),
            ),
            Field::line(DUE, app.say(Phrase::LabelAnswerBy), &format::date(due)),
            Field::new(
                SUGGESTED,
                "",
                crate::tui::widget::form::Kind::Hidden(suggested),
            ),
        ];
        let button = match self.id {
            Some(_) => Phrase::ButtonWriteChanges,
            None => Phrase::ButtonObjection,
        };
        Form::new(fields, app.say(button))
    }

    fn cell(&self, form: &Form, app: &App) -> Result<Option<Cell>, Fault> {
        let chosen = form.tokens(INDICATOR);
        let Some(indicator) = chosen.first().and_then(|it| it.parse().ok()) else {
            return Ok(None);
        };
        let indicator = IndicatorId(indicator);
        let stands = self.stands(app).and_then(|it| it.cell);
        if let Some(cell) = stands.filter(|it| it.indicator == indicator) {
            return Ok(Some(cell));
        }
        let level = (app.state().indicator_in(self.period, indicator)).map(|it| it.level);
        let subject = match (level, self.person) {
            (Some(SubjectKind::Person), Some(person)) => Subject::Person(person),
            (Some(SubjectKind::Person), None) => {
                let sentence = app.say(Phrase::ObjectionOfNobody);
                return Err(Fault::new(INDICATOR, sentence));
            }
            _ => Subject::Organisation(self.organisation),
        };
        Ok(Some(Cell {
            period: self.period,
            indicator,
            subject,
        }))
    }
}

fn term_of(received: NaiveDate) -> NaiveDate {
    received
        .checked_add_days(Days::new(DAYS))
        .unwrap_or(received)
}

impl Purpose for Writing {
    fn title(&self, app: &App) -> String {
        let dot = app.theme.glyphs.dot;
        let narrator = app.narrator();
        let whom = narrator.organisation(self.organisation);
        let period = narrator.period(self.period);
        format!(
            "{} {dot} {whom} {dot} {period}",
            app.say(Phrase::CommandObjection)
        )
    }

    fn record(&self) -> Option<Key> {
        self.id.map(Key::Objection)
    }

    fn place(&self) -> String {
        let (person, indicator) = (self.person.map(|it| it.0), self.indicator.map(|it| it.0));
        let number = |it: Option<u32>| it.map_or_else(|| "-".to_owned(), |it| it.to_string());
        match self.id {
            Some(id) => format!("objection edit {}", id.0),
            None => format!(
                "objection new {} {} {} {}",
                self.period.0,
                self.organisation.0,
                number(person),
                number(indicator)
            ),
        }
    }

    fn about(&self, app: &App) -> Vec<String> {
        (self.person.into_iter())
            .map(|id| app.narrator().person(id))
            .collect()
    }

    fn build(&self, app: &App) -> Form {
        let mut form = self.form_of(self.stands(app), app);
        if let Some(stamp) = self.record().and_then(|it| app.state().stamp(it)) {
            form.fields.push(purpose::seen_field(stamp.rev));
        }
        form
    }

    fn renew(&mut self, form: &mut Form, app: &App) {
        let received = parse_date_on(&form.text(RECEIVED), app.now.today, Side::Past);
        let suggested = form.text(SUGGESTED);
        if let Ok(received) = received
            && !suggested.is_empty()
            && form.text(DUE) == suggested
        {
            let due = format::date(term_of(received));
            if due != suggested {
                form.suggest(DUE, &due);
                form.set(SUGGESTED, &due);
            }
        }
        term::hint_date(form, RECEIVED, app, Side::Past);
        term::hint_date(form, DUE, app, Side::Coming);
        let whole = form.tokens(INDICATOR).is_empty();
        let hint = match whole {
            true => app.say(Phrase::ObjectionToAll),
            false => String::new(),
        };
        form.hint(INDICATOR, hint);
    }

    fn command(&self, form: &Form, app: &App) -> Result<Command, Fault> {
        let objection = Objection {
            period: self.period,
            organisation: self.organisation,
            person: self.person,
            cell: self.cell(form, app)?,
            received: term::date_of(form, RECEIVED, app, Side::Past)?,
            number: form.text(NUMBER),
            substance: form.text(SUBSTANCE),
            due: term::date_of(form, DUE, app, Side::Coming)?,
            answer: None,
        };
        Ok(match self.id {
            Some(id) => Command::EditObjection {
                id,
                seen: purpose::seen(form),
                objection,
            },
            None => Command::AddObjection(objection),
        })
    }

    fn field_of(&self, field: RefusedField) -> Option<&'static str> {
        Some(match field {
            RefusedField::Date => RECEIVED,
            RefusedField::Due => DUE,
            RefusedField::Number => NUMBER,
            RefusedField::Text => SUBSTANCE,
            _ => return None,
        })
    }

    fn versions(&self, theirs: &Record, form: &Form, app: &App) -> Vec<Version> {
        match theirs {
            Record::Objection(it) => purpose::compared(&self.form_of(Some(it), app), form, None),
            _ => Vec::new(),
        }
    }
}
