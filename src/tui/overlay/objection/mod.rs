//! Objections of heads: taken down from a row or a card, answered from their line. What stands in the forms is in `writing` and `answering`.

mod answering;
mod list;
mod writing;

use chrono::NaiveDate;

use super::go;
use super::page::{Line, Page};
use super::record::RecordPage;
use crate::analysis::roster::staffed_in;
use crate::args;
use crate::domain::decide::Deed;
use crate::domain::ids::{ObjectionId, OrganisationId, PeriodId, PersonId};
use crate::domain::record::Key;
use crate::domain::results::Objection;
use crate::domain::value::Cell;
use crate::locale::{Phrase, format};
use crate::tui::app::App;
use crate::tui::inline::layer;
use crate::tui::inline::purpose::Purpose;
use crate::tui::layer::{Outcome, Overlay};
use crate::tui::rights::{can, may};
use crate::tui::text;
use crate::tui::theme::Role;
use answering::Answering;
pub use list::open as list;
use writing::Writing;

/// Opens the form of a new objection of the head under the cursor, to the value under it where there is one.
pub fn begin(app: &mut App) {
    let Some((organisation, person)) = go::head(app) else {
        return go::nobody_here(app);
    };
    let Some(period) = app.monitoring.chosen.period else {
        return go::nobody_here(app);
    };
    let cell = go::cell(app);
    if let Some(layer) = form(app, period, organisation, person, cell) {
        app.open(layer);
    }
}

/// The form of a new objection; `None` where the person may not take it down, which was said.
#[must_use]
pub fn form(
    app: &mut App,
    period: PeriodId,
    organisation: OrganisationId,
    person: Option<PersonId>,
    cell: Option<Cell>,
) -> Option<Box<dyn Overlay>> {
    let cell = cell.filter(|it| it.period == period);
    let last = || {
        let staffed = staffed_in(app.state(), period, organisation)?;
        staffed.head_on(staffed.days.1).person()
    };
    let writing = Writing {
        id: None,
        period,
        organisation,
        person: person.or_else(last),
        indicator: cell.map(|it| it.indicator),
    };
    may(app, &Deed::Object(organisation, cell)).then(|| layer::layer(app, writing))
}

/// Enter on an objection: its answer, where the person gives one; else the objection itself, to be put right or only to be read.
pub fn open(app: &mut App, id: ObjectionId) -> Outcome {
    let Some(deed) = deed_of(app, id) else {
        return Outcome::Used;
    };
    if can(app, &Deed::AnswerObjection) {
        return Outcome::Open(layer::layer(app, Answering { id }));
    }
    match can(app, &deed) {
        true => edit(app, id),
        false => {
            let page = RecordPage::new(Key::Objection(id));
            Outcome::Open(Box::new(Page::new(page, app)))
        }
    }
}

/// What is done by whoever puts an objection right; `None` where there is none.
fn deed_of(app: &App, id: ObjectionId) -> Option<Deed> {
    let it = app.state().objections.get(&id)?;
    Some(match it.answer {
        // What was answered is put right by whoever answers.
        Some(_) => Deed::AnswerObjection,
        None => Deed::Object(it.organisation, it.cell),
    })
}

/// The form in which an objection is put right.
pub fn edit(app: &mut App, id: ObjectionId) -> Outcome {
    let (Some(writing), Some(deed)) = (Writing::edit(app, id), deed_of(app, id)) else {
        return Outcome::Used;
    };
    match may(app, &deed) {
        true => Outcome::Open(layer::layer(app, writing)),
        false => Outcome::Used,
    }
}

/// What a form is for, to which kept input belongs.
#[must_use]
pub fn purpose_of(app: &App, words: &[&str]) -> Option<Box<dyn Purpose>> {
    let number = |it: &str| it.parse::<u32>().ok();
    match words {
        ["new", period, organisation, person, indicator] => Some(Box::new(Writing {
            id: None,
            period: PeriodId(number(period)?),
            organisation: OrganisationId(number(organisation)?),
            person: number(person).map(PersonId),
            indicator: number(indicator).map(crate::domain::ids::IndicatorId),
        })),
        ["edit", id] => Some(Box::new(Writing::edit(app, ObjectionId(number(id)?))?)),
        ["answer", id] => {
            let id = ObjectionId(number(id)?);
            app.state().objections.get(&id)?;
            Some(Box::new(Answering { id }))
        }
        _ => None,
    }
}

/// The objections of an organisation: those without an answer, and those about a period.
#[must_use]
pub fn of_organisation(
    app: &App,
    organisation: OrganisationId,
    period: PeriodId,
) -> Vec<ObjectionId> {
    let all = app.state().objections.iter();
    let mut found: Vec<_> = all
        .filter(|(_, it)| it.organisation == organisation)
        .filter(|(_, it)| it.period == period || it.answer.is_none())
        .collect();
    found.sort_by_key(|(id, it)| (it.answer.is_some(), it.due, **id));
    found.into_iter().map(|it| *it.0).collect()
}

/// The objections that touch a value, the open ones first: those to it, and those of its organisation to the period as a whole.
#[must_use]
pub fn to_value(app: &App, cell: Cell) -> Vec<(ObjectionId, &Objection)> {
    let all = app.state().objections.iter();
    let whose = go::head_of(app.state(), Key::Value(cell)).map(|it| it.0);
    let as_a_whole = |it: &Objection| {
        it.cell.is_none() && it.period == cell.period && Some(it.organisation) == whose
    };
    let mut found: Vec<_> = all
        .filter(|(_, it)| it.cell == Some(cell) || as_a_whole(it))
        .map(|(id, it)| (*id, &it.body))
        .collect();
    found.sort_by_key(|(id, it)| (it.answer.is_some(), it.due, *id));
    found
}

/// «возражение, вх. № 7 от 02.07.2026».
#[must_use]
pub fn name(app: &App, it: &Objection) -> String {
    let (number, date) = (it.number.as_str(), format::date(it.received));
    app.say_with(Phrase::ObjectionInDetail, &args![number, date])
}

/// The sign before an objection that stands in this role.
#[must_use]
pub fn sign(app: &App, it: &Objection, role: Role) -> &'static str {
    let glyphs = app.theme.glyphs;
    match (&it.answer, role) {
        (Some(_), _) => glyphs.done,
        (None, Role::Warning) => glyphs.warning,
        (None, _) => glyphs.running,
    }
}

/// How an objection stands, and whether that needs attention: «ответить до 16.07.2026 · просрочено на 3 дня».
#[must_use]
pub fn standing(app: &App, it: &Objection) -> (String, Role) {
    let date = |it: NaiveDate| format::date(it);
    if let Some(answer) = &it.answer {
        let outcome = app.locale.word(&answer.outcome);
        return (format!("{outcome}, {}", date(answer.on)), Role::Dim);
    }
    let due = app.say_with(Phrase::ObjectionDue, &args![date = date(it.due)]);
    let late = (app.now.today - it.due).num_days();
    if late <= 0 {
        return (due, Role::Text);
    }
    let late = app.say_with(Phrase::OverdueBy, &args![n = late]);
    (
        format!("{due} {} {late}", app.theme.glyphs.dot),
        Role::Warning,
    )
}

/// The lines of the card: each objection with how it stands, and what is objected to.
#[must_use]
pub fn lines(app: &App, organisation: OrganisationId, period: PeriodId, width: usize) -> Vec<Line> {
    let found = of_organisation(app, organisation, period);
    let mut lines = Vec::new();
    if !found.is_empty() {
        lines.push(Line::default());
        lines.push(Line::new(app.say(Phrase::CardObjections), Role::Label));
    }
    for id in found {
        if let Some(it) = app.state().objections.get(&id) {
            lines.extend(told(app, id, it, width));
        }
    }
    lines
}

/// An objection with how it stands, and in a line below what is objected to.
fn told(app: &App, id: ObjectionId, it: &Objection, width: usize) -> Vec<Line> {
    let (said, role) = standing(app, it);
    let glyph = sign(app, it, role);
    let name = app.say_with(
        Phrase::ObjectionNumbered,
        &args![
            number = it.number.as_str(),
            date = format::date(it.received)
        ],
    );
    let first = Line::new(format!("{glyph} "), role)
        .and(name, Role::Text)
        .and(format!("  {said}"), role);
    let about = it
        .cell
        .map(|cell| app.narrator().indicator(cell.period, cell.indicator));
    let substance: Vec<&str> = it.substance.split_whitespace().collect();
    let substance = substance.join(" ");
    let told = about.map_or_else(|| substance.clone(), |it| format!("{it}: {substance}"));
    let told = text::cut(&told, width.saturating_sub(2), app.theme.glyphs.ellipsis);
    vec![
        first.opening(Key::Objection(id)),
        Line::new("  ", Role::Text).and(told, Role::Dim),
    ]
}
