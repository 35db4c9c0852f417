//! Ways from a record to where it is shown, and from the cursor to whom it is about.

use crate::analysis::rows::organisations_of;
use crate::domain::activity::ReviewOn;
use crate::domain::followup::{Executor, ReportOn};
use crate::domain::ids::{DirectionId, IndicatorId, OrganisationId, PeriodId, PersonId};
use crate::domain::record::Key;
use crate::domain::state::State;
use crate::domain::value::{Cell, Subject};
use crate::locale::Phrase;
use crate::tui::app::App;
use crate::tui::layer::Outcome;
use crate::tui::overlay::page::Page;
use crate::tui::overlay::record::RecordPage;
use crate::tui::overlay::{card, chain, objection, results, users};
use crate::tui::screen::Screen;
use crate::tui::screen::catalogue::Catalogue;
use crate::tui::screen::cycle::CycleScreen;
use crate::tui::screen::monitoring::{Monitoring, Pane, walk};
use crate::tui::status::Tone;

/// Opens a record from a page: a value on the screen Мониторинг, a head as a card, anything else as a page of its own.
pub fn open(app: &mut App, key: Key) -> Outcome {
    match key {
        Key::Value(cell) => {
            to_cell(app, cell);
            Outcome::Aside
        }
        Key::Direction(_, id) => {
            to_direction(app, id);
            Outcome::Aside
        }
        Key::Indicator(_, id) => match with_indicator(app, id) {
            Some(period) => {
                to_indicator(app, period, id);
                Outcome::Aside
            }
            // No period has it yet: it stands in a working edition.
            None => in_catalogue(app, key),
        },
        Key::Organisation(id) => Outcome::Open(card::of(app, id, None)),
        Key::Person(id) => match latest_organisation(app.state(), id) {
            Some(organisation) => Outcome::Open(card::of(app, organisation, Some(id))),
            None => Outcome::Used,
        },
        Key::Objection(id) => objection::open(app, id),
        Key::Results(id) => Outcome::Open(results::of(app, id)),
        Key::User(_) | Key::Deputy(_) => Outcome::Open(users::on(app, key)),
        Key::Edition(_) | Key::Period(_) | Key::BaseQuantity(_) | Key::Rule(..) => {
            in_catalogue(app, key)
        }
        Key::Section(_) | Key::Round(_) | Key::Requirement(_) | Key::Citation(_) => {
            in_cycle(app, key)
        }
        key => Outcome::Open(Box::new(Page::new(RecordPage::new(key), app))),
    }
}

/// A record without a page: the catalogue tells it, in place of all that lies above it.
fn in_catalogue(app: &mut App, key: Key) -> Outcome {
    if app.state().record(key).is_none() {
        return Outcome::Used;
    }
    app.close_all();
    Catalogue::show(app, key);
    Outcome::Close
}

/// A record of the cycle: its screen shows it; Esc leads back.
fn in_cycle(app: &mut App, key: Key) -> Outcome {
    match CycleScreen::show(app, key) {
        true => Outcome::Aside,
        false => Outcome::Used,
    }
}

/// The period under the cursor of the catalogue, else the shown one.
#[must_use]
pub fn period(app: &App) -> Option<PeriodId> {
    let under = match app.screen {
        Screen::Catalogue => app.catalogue.under_cursor(),
        Screen::Attention => app.attention.period().map(Key::Period),
        _ => None,
    };
    match under {
        Some(Key::Period(id)) => Some(id),
        _ => app.monitoring.chosen.period,
    }
}

/// Whether a record that a line of the journal names can be opened: it has somewhere to be shown, and is still there. A cell is always
/// somewhere.
#[must_use]
pub fn opens(app: &App, key: Key) -> bool {
    let has_page = match key {
        Key::Value(_) => return true,
        Key::Person(id) => latest_organisation(app.state(), id).is_some(),
        Key::Edition(_)
        | Key::Direction(..)
        | Key::Indicator(..)
        | Key::BaseQuantity(_)
        | Key::Rule(..)
        | Key::Period(_)
        | Key::Organisation(_)
        | Key::Recommendation(_)
        | Key::Decision(_)
        | Key::Assignment(_)
        | Key::Report(_)
        | Key::Document(_)
        | Key::Objection(_)
        | Key::Goal(_)
        | Key::AnalysisNote(_)
        | Key::Activity(_)
        | Key::Review(_)
        | Key::Collection(..)
        | Key::Results(_)
        | Key::User(_)
        | Key::Deputy(_)
        | Key::Section(_)
        | Key::Round(_)
        | Key::Requirement(_)
        | Key::Citation(_) => true,
        _ => false,
    };
    has_page && app.state().record(key).is_some()
}

/// Shows a cell on the screen Мониторинг. The page that leads there makes way.
pub fn to_cell(app: &mut App, cell: Cell) {
    app.screen = Screen::Monitoring;
    walk::go_to_cell(app, cell);
}

/// Shows a direction.
pub fn to_direction(app: &mut App, direction: DirectionId) {
    plain_monitoring(app);
    let m = &mut app.monitoring;
    if m.chosen.direction != Some(direction) {
        m.chosen.indicator = None;
    }
    m.chosen.direction = Some(direction);
    Monitoring::rebuild(app);
    Monitoring::rows_changed(app);
    walk::focus(app, Pane::First);
}

/// Shows a direction of one head: leaders first, then this direction, then its values.
pub fn to_direction_of(app: &mut App, organisation: OrganisationId, direction: DirectionId) {
    plain_monitoring(app);
    app.monitoring.pivot = true;
    app.monitoring.marks.clear();
    app.monitoring.chosen.direction = Some(direction);
    app.monitoring.chosen.indicator = None;
    Monitoring::rebuild(app);
    walk::choose_leader(app, organisation);
    Monitoring::rows_changed(app);
    walk::focus(app, Pane::Rows);
}

/// The period in which an indicator can be looked at: the shown one, else the latest whose edition has it.
fn with_indicator(app: &App, indicator: IndicatorId) -> Option<PeriodId> {
    let state = app.state();
    let has = |it: &PeriodId| state.indicator_in(*it, indicator).is_some();
    let shown = app.monitoring.chosen.period.filter(has);
    shown.or_else(|| {
        let all = state.periods.iter().filter(|(id, _)| has(id));
        all.max_by_key(|(id, it)| (it.to, **id)).map(|it| *it.0)
    })
}

/// Shows an indicator in a period that has it.
fn to_indicator(app: &mut App, period: PeriodId, indicator: IndicatorId) {
    if app.monitoring.chosen.period != Some(period) {
        Monitoring::show_period(app, period);
    }
    plain_monitoring(app);
    walk::go_to_indicator(app, indicator);
    walk::focus(app, Pane::Second);
}

/// Shows the row of an organisation.
pub fn to_organisation(app: &mut App, organisation: OrganisationId) {
    app.screen = Screen::Monitoring;
    app.monitoring.marks.clear();
    walk::go_to_leader(app, organisation);
}

fn plain_monitoring(app: &mut App) {
    app.screen = Screen::Monitoring;
    app.monitoring.pivot = false;
    app.monitoring.expanded = false;
    app.monitoring.filters = Default::default();
}

/// The cell under the cursor: of the top layer, else of the screen Мониторинг.
#[must_use]
pub fn cell(app: &App) -> Option<Cell> {
    if app.layers().next().is_some() {
        // Never the cell that lies hidden below.
        return match app.under_cursor() {
            Some(Key::Value(cell)) => Some(cell),
            _ => None,
        };
    }
    match app.screen {
        Screen::Monitoring => app.monitoring.cell(),
        Screen::Sheet => app.sheet.cell(),
        Screen::Cycle => None,
        Screen::Attention => app.attention.cell(),
        Screen::Catalogue => match app.catalogue.under_cursor() {
            Some(Key::Value(cell)) => Some(cell),
            _ => None,
        },
        Screen::Measures => match app.measures.under_cursor() {
            Some(Key::Value(cell)) => Some(cell),
            _ => None,
        },
        Screen::Journal => line_keys(app).find_map(|it| match it {
            Key::Value(cell) => Some(cell),
            _ => None,
        }),
    }
}

/// The head under the cursor: the organisation, and the person where a line is about one.
#[must_use]
pub fn head(app: &App) -> Option<(OrganisationId, Option<PersonId>)> {
    if app.layers().next().is_some() {
        return head_of(app.state(), app.under_cursor()?);
    }
    match app.screen {
        Screen::Monitoring => {
            let leader = app.monitoring.row().map(|it| it.leader);
            let leader = leader.or(app.monitoring.chosen.leader)?;
            Some((leader.organisation?, leader.person))
        }
        Screen::Sheet => {
            let leader = app.sheet.line()?.leader;
            Some((leader.organisation?, leader.person))
        }
        Screen::Cycle => None,
        Screen::Catalogue => head_of(app.state(), app.catalogue.under_cursor()?),
        Screen::Measures => head_of(app.state(), app.measures.under_cursor()?),
        Screen::Journal => line_keys(app).find_map(|it| head_of(app.state(), it)),
        Screen::Attention => app.attention.head(),
    }
}

/// The indicator under the cursor, of the row or of the column; else the one that is chosen.
#[must_use]
pub fn indicator(app: &App) -> Option<IndicatorId> {
    match app.screen {
        Screen::Sheet => app.monitoring.chosen.indicator,
        _ => app.monitoring.chosen_indicator(),
    }
}

/// Keys of the journal's line under the cursor.
fn line_keys(app: &App) -> impl Iterator<Item = Key> + '_ {
    app.journal
        .lines
        .get(app.journal.cursor.at)
        .into_iter()
        .flat_map(|it| it.commit.changes.iter().map(|change| change.key))
}

/// Whom a record is about, if it is about one organisation.
#[must_use]
pub fn head_of(state: &State, key: Key) -> Option<(OrganisationId, Option<PersonId>)> {
    Some(match key {
        Key::Value(cell) => match cell.subject {
            Subject::Organisation(id) => (id, None),
            Subject::Person(id) => (latest_organisation(state, id)?, Some(id)),
            Subject::Municipality => return None,
        },
        Key::Organisation(id) | Key::BaseValue(_, _, id) | Key::Collection(_, id) => (id, None),
        Key::Person(id) => (latest_organisation(state, id)?, Some(id)),
        Key::Appointment(id) => {
            let it = state.appointments.get(&id)?;
            (it.organisation, Some(it.person))
        }
        Key::Recommendation(id) => {
            let it = state.recommendations.get(&id)?.addressees.first()?;
            (it.organisation, it.person)
        }
        Key::Objection(id) => {
            let it = state.objections.get(&id)?;
            (it.organisation, it.person)
        }
        Key::Decision(id) => {
            let it = state.decisions.get(&id)?;
            let ground = it
                .grounds
                .iter()
                .find_map(|it| head_of(state, Key::Value(*it)));
            let advice = || {
                it.recommendations
                    .iter()
                    .find_map(|it| head_of(state, Key::Recommendation(*it)))
            };
            let done_by = || {
                state
                    .assignments_of
                    .of(id)
                    .find_map(|it| executor(state, it))
            };
            ground.or_else(advice).or_else(done_by)?
        }
        Key::Assignment(id) => {
            let own = executor(state, id);
            own.or_else(|| head_of(state, Key::Decision(state.assignments.get(&id)?.decision)))?
        }
        Key::AnalysisNote(id) => {
            let about = &state.notes.get(&id)?.about;
            about
                .iter()
                .find_map(|it| head_of(state, Key::Value(*it)))?
        }
        Key::Activity(id) => {
            let it = state.activities.get(&id)?;
            let takes_part = it.participants.first();
            let takes_part = takes_part.map(|it| (it.organisation, it.person));
            let about = || {
                it.about
                    .iter()
                    .find_map(|it| head_of(state, Key::Value(*it)))
            };
            takes_part.or_else(about)?
        }
        Key::Review(id) => match state.reviews.get(&id)?.on {
            ReviewOn::Activity(id) => head_of(state, Key::Activity(id))?,
            ReviewOn::Recommendation(id) => head_of(state, Key::Recommendation(id))?,
            ReviewOn::Decision(id) => head_of(state, Key::Decision(id))?,
        },
        Key::Report(id) => match state.reports.get(&id)?.on {
            ReportOn::Assignment(id) => head_of(state, Key::Assignment(id))?,
            ReportOn::Recommendation(id) => head_of(state, Key::Recommendation(id))?,
        },
        _ => return None,
    })
}

fn executor(
    state: &State,
    id: crate::domain::ids::AssignmentId,
) -> Option<(OrganisationId, Option<PersonId>)> {
    state
        .assignments
        .get(&id)?
        .executors
        .iter()
        .find_map(|it| match it {
            Executor::Head(it) => Some((it.organisation, it.person)),
            Executor::Group(several) => several.first().map(|it| (*it, None)),
            _ => None,
        })
}

/// The record that stands for a head in a list: the appointment, which no other line has; at a vacancy the organisation.
#[must_use]
pub fn key_of_head(
    state: &State,
    organisation: OrganisationId,
    person: Option<PersonId>,
) -> Option<Key> {
    let Some(person) = person else {
        return Some(Key::Organisation(organisation));
    };
    let of = state.appointments_of.of(organisation);
    let of = of.filter(|it| (state.appointments.get(it)).is_some_and(|it| it.person == person));
    of.last().map(Key::Appointment)
}

/// The organisation that a person heads, or headed last.
#[must_use]
pub fn latest_organisation(state: &State, person: PersonId) -> Option<OrganisationId> {
    state
        .appointments_by_person
        .of(person)
        .filter_map(|it| state.appointments.get(&it))
        .max_by_key(|it| it.from)
        .map(|it| it.organisation)
        .or_else(|| {
            organisations_of(state, Subject::Person(person))
                .first()
                .copied()
        })
}

/// The chain in which a record stands, with the cursor on it.
#[must_use]
pub fn chain_of(app: &App, key: Key) -> Option<Box<dyn crate::tui::layer::Overlay>> {
    chain::about(app, key)
}

/// Says that the cursor is on nothing that the command could be about.
pub fn nobody_here(app: &mut App) {
    let sentence = app.say(Phrase::NobodyUnderCursor);
    app.status.tell(Tone::Warning, sentence);
}
