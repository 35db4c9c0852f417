//! «Цепочка»: значение → рекомендация → решение, поручение → отчёт → что стало. What a meeting looks at when it asks what came of something.
//!
//! The order and the gaps are the analysis'; here they get words. Enter opens a link, readable at 80×24.

mod words;

use crate::analysis::chain::{self, Gap, What};
use crate::args;
use crate::domain::ids::{OrganisationId, PeriodId};
use crate::domain::record::Key;
use crate::domain::value::Cell;
use crate::locale::Phrase;
use crate::tui::app::App;
use crate::tui::command::table::{CommandId, Place};
use crate::tui::followup;
use crate::tui::layer::{Outcome, Overlay};
use crate::tui::measures;
use crate::tui::overlay::go;
use crate::tui::overlay::page::{Content, Line, Page, Told, still_loading};
use crate::tui::overlay::record;
use crate::tui::text::{self};
use crate::tui::theme::Role;
use words::Writer;
pub use words::{incoming, parts_of};

/// Opens the chain of the value under the cursor, else of the organisation.
pub fn open(app: &mut App) {
    let key = go::cell(app)
        .map(Key::Value)
        .or_else(|| go::head(app).map(|it| Key::Organisation(it.0)));
    match key.and_then(|it| about(app, it)) {
        Some(page) => app.open(page),
        None => go::nobody_here(app),
    }
}

/// The chain in which a record stands, with the cursor on it; `None` where there is none.
#[must_use]
pub fn about(app: &App, key: Key) -> Option<Box<dyn Overlay>> {
    let start = start(app, key)?;
    Some(Box::new(Page::new(ChainPage { start }, app).on(key, app)))
}

/// What a chain begins with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Start {
    Cell(Cell),
    /// In that period; `None` is the shown one.
    Organisation(OrganisationId, Option<PeriodId>),
}

fn start(app: &App, key: Key) -> Option<Start> {
    let state = app.state();
    let of_organisation = |period| Some(Start::Organisation(go::head_of(state, key)?.0, period));
    match key {
        Key::Value(cell) => Some(Start::Cell(cell)),
        Key::Organisation(id) => Some(Start::Organisation(id, None)),
        Key::Recommendation(id) => {
            let it = state.recommendations.get(&id)?;
            it.ground
                .map(Start::Cell)
                .or_else(|| of_organisation(Some(it.period)))
        }
        Key::Decision(id) => {
            let it = state.decisions.get(&id)?;
            let ground = it.grounds.first().copied().map(Start::Cell);
            let advice = || {
                it.recommendations
                    .iter()
                    .find_map(|it| start(app, Key::Recommendation(*it)))
            };
            ground
                .or_else(advice)
                .or_else(|| of_organisation(Some(it.period)))
        }
        Key::Objection(id) => {
            let it = state.objections.get(&id)?;
            (it.cell.map(Start::Cell)).or_else(|| of_organisation(Some(it.period)))
        }
        Key::AnalysisNote(id) => {
            let it = state.notes.get(&id)?;
            it.about.first().copied().map(Start::Cell)
        }
        Key::Activity(id) => {
            let it = state.activities.get(&id)?;
            let about = it.about.first().copied().map(Start::Cell);
            let advice = || {
                let mut all = it.recommendations.iter();
                all.find_map(|it| start(app, Key::Recommendation(*it)))
            };
            let note = || {
                let mut all = it.notes.iter();
                all.find_map(|it| start(app, Key::AnalysisNote(*it)))
            };
            (about.or_else(advice).or_else(note)).or_else(|| of_organisation(Some(it.period)))
        }
        Key::Review(id) => start(app, measures::key_of(state.reviews.get(&id)?.on)),
        Key::Assignment(id) => start(app, Key::Decision(state.assignments.get(&id)?.decision)),
        Key::Report(id) => {
            use crate::domain::followup::ReportOn;
            match state.reports.get(&id)?.on {
                ReportOn::Assignment(id) => start(app, Key::Assignment(id)),
                ReportOn::Recommendation(id) => start(app, Key::Recommendation(id)),
            }
        }
        _ => of_organisation(None),
    }
}

#[derive(Debug)]
struct ChainPage {
    start: Start,
}

impl Content for ChainPage {
    fn place(&self) -> Place {
        Place::Chain
    }

    fn needs(&self, app: &App) -> Vec<PeriodId> {
        let state = app.state();
        let begins = match self.start {
            Start::Cell(cell) => Some(cell.period),
            Start::Organisation(_, period) => period.or(app.monitoring.chosen.period),
        };
        let Some(begins) = begins else {
            return Vec::new();
        };
        // What became of it, and what that is compared with.
        let later = chain::periods_after(state, begins);
        std::iter::once(begins)
            .chain(later.into_iter().map(|it| it.0))
            .collect()
    }

    fn tell(&mut self, app: &App, width: usize) -> Told {
        let state = app.state();
        let narrator = app.narrator();
        let (name, mut items) = match self.start {
            Start::Cell(cell) => (narrator.cell(cell), chain::of_value(state, cell)),
            Start::Organisation(id, period) => {
                let name = narrator.organisation(id);
                match period.or(app.monitoring.chosen.period) {
                    Some(period) => {
                        let dot = app.theme.glyphs.dot;
                        let name = format!("{name} {dot} {}", narrator.period(period));
                        (name, chain::of_organisation(state, id, period))
                    }
                    None => (name, Vec::new()),
                }
            }
        };
        let title = app.say_with(Phrase::ChainTitle, &args![name = name]);
        let mut lines = Vec::new();
        let waits = still_loading(app, &self.needs(app));
        // What is not here yet is not missing.
        items.retain(|it| waits.is_none() || !matches!(it.what, What::Gap(Gap::NoLaterValue(_))));
        if items.is_empty() && waits.is_none() {
            let text = app.say(Phrase::ChainEmpty);
            lines.extend(
                text::wrap(&text, width)
                    .into_iter()
                    .map(|it| Line::new(it, Role::Dim)),
            );
        }
        let writer = Writer { app, width };
        for item in &items {
            lines.extend(writer.item(item));
        }
        lines.extend(waits);
        Told { title, lines }
    }

    fn open(&mut self, key: Key, app: &mut App) -> Outcome {
        match key {
            Key::Value(_) | Key::Objection(_) => go::open(app, key),
            key => Outcome::Open(record::of(app, key)),
        }
    }

    fn command(&mut self, command: CommandId, at: Option<Key>, app: &mut App) -> Outcome {
        let cell = match (at, self.start) {
            (Some(Key::Value(cell)), _) | (_, Start::Cell(cell)) => Some(cell),
            _ => None,
        };
        match (command, self.start) {
            // From a value's chain on to the organisation's.
            (CommandId::Chain, Start::Cell(cell)) => {
                let organisation =
                    go::head_of(app.state(), Key::Value(cell)).map(|it| Key::Organisation(it.0));
                organisation
                    .and_then(|it| about(app, it))
                    .map_or(Outcome::Used, Outcome::Open)
            }
            (CommandId::Chain, Start::Organisation(..)) => Outcome::Used,
            (CommandId::Card, Start::Organisation(id, _)) => {
                Outcome::Open(super::card::of(app, id, None))
            }
            (CommandId::Card, Start::Cell(cell)) => {
                match go::head_of(app.state(), Key::Value(cell)) {
                    Some((organisation, person)) => {
                        Outcome::Open(super::card::of(app, organisation, person))
                    }
                    None => Outcome::Used,
                }
            }
            // A recommendation is written under its value, with the neighbours in sight.
            (CommandId::Act, _) if at.is_some_and(|it| measures::ground_of(app, it).is_some()) => {
                followup::on_page(app, command, at.as_slice()).unwrap_or(Outcome::Pass)
            }
            (
                CommandId::Recommend | CommandId::Decide | CommandId::Analyse | CommandId::Act,
                start,
            ) => {
                match (cell, start) {
                    (Some(cell), _) | (None, Start::Cell(cell)) => go::to_cell(app, cell),
                    (None, Start::Organisation(id, _)) => go::to_organisation(app, id),
                }
                Outcome::AsideAndRun(command)
            }
            (CommandId::Edit, _) if matches!(at, Some(Key::Value(_))) => {
                if let Some(cell) = cell {
                    go::to_cell(app, cell);
                }
                Outcome::AsideAndRun(command)
            }
            // Never the cell that lies hidden below.
            (CommandId::Edit, _) if at.is_none() => Outcome::Used,
            _ => {
                let among: Vec<Key> = at
                    .into_iter()
                    .filter(|it| !matches!(it, Key::Value(_)))
                    .collect();
                followup::on_page(app, command, &among).unwrap_or(Outcome::Pass)
            }
        }
    }
}
