//! Whether a period can be closed: what keeps it open and what would only stay as it is, how much of each organisation is there, then every
//! cell that is not ready; all, or what lacks in one way or in one direction. Enter leads to the cell, and cells are handed in from here.
//!
//! Owns what of it is shown and which cells are marked. What is not ready is found by the function that decides whether it can be closed.

mod lines;
mod told;

pub(super) use told::stays;

use std::collections::BTreeSet;

use super::{Doing, stepping};
use crate::analysis::collecting::{Standing, Wanted, standings};
use crate::analysis::readiness::{self, Line as Cell, Unready, readiness};
use crate::domain::check::PERIODS_BACK;
use crate::domain::ids::{DirectionId, OrganisationId, PeriodId};
use crate::domain::record::Key;
use crate::domain::refusal::Refusal;
use crate::domain::value;
use crate::locale::Phrase;
use crate::service::link::News;
use crate::tui::app::App;
use crate::tui::command::table::{CommandId, Place};
use crate::tui::entry::ground;
use crate::tui::inline::layer;
use crate::tui::layer::Outcome;
use crate::tui::overlay::page::{Content, Page, Told, still_loading, turned};
use crate::tui::overlay::{card, collecting, go};
use crate::tui::screen::monitoring::Monitoring;
use crate::tui::screen::monitoring::panes::no_periods;
use crate::tui::screen::sheet;
use crate::tui::status::Tone;

/// Cells that are listed; what lacks in one way in one direction is fewer also where there are 700 organisations.
const MOST: usize = 5_000;

/// The page.
#[derive(Debug)]
pub(super) struct Readiness {
    id: PeriodId,
    /// What is not ready, as long as nothing was changed.
    found: Option<readiness::Readiness>,
    /// Only what lacks in this way.
    way: Option<Unready>,
    /// Only of this direction.
    direction: Option<DirectionId>,
    /// Cells that are handed in, approved or sent back together.
    marked: BTreeSet<value::Cell>,
    changed: bool,
    retold: bool,
    stepped: bool,
}

/// Opens the page of the period under the cursor of the catalogue, else of the shown one.
pub fn open(app: &mut App) {
    let Some(id) = go::period(app) else {
        let sentence = no_periods(app);
        return app.status.tell(Tone::Warning, sentence);
    };
    super::wanted(app, id);
    let page = Page::new(Readiness::new(id), app);
    app.open(Box::new(page));
}

/// Closes the period under the cursor of the catalogue, else the shown one: its form, or the page that says what keeps it open.
pub fn close(app: &mut App) {
    let Some(id) = go::period(app) else {
        let sentence = no_periods(app);
        return app.status.tell(Tone::Warning, sentence);
    };
    super::wanted(app, id);
    match Doing::Close.tried(app, id) {
        Ok(()) => layer::open(app, stepping::Stepping::new(app, id, Doing::Close)),
        Err(refusal) => {
            if matches!(refusal, Refusal::Unconfirmed { .. }) {
                let page = Page::new(Readiness::new(id), app);
                app.open(Box::new(page));
            }
            told::refused(app, &refusal);
        }
    }
}

impl Readiness {
    pub(super) fn new(id: PeriodId) -> Readiness {
        Readiness {
            id,
            found: None,
            way: None,
            direction: None,
            marked: BTreeSet::new(),
            changed: false,
            retold: false,
            stepped: false,
        }
    }

    fn all(&self) -> &[Cell] {
        self.found.as_ref().map_or(&[], |it| &it.lines)
    }

    fn direction_of(&self, app: &App, it: &Cell) -> Option<DirectionId> {
        let indicator = app.state().indicator_in(self.id, it.cell.indicator);
        indicator.map(|it| it.direction)
    }

    fn is_narrowed(&self) -> bool {
        self.way.is_some() || self.direction.is_some()
    }

    /// The cells that are shown.
    fn shown(&self, app: &App) -> Vec<&Cell> {
        let takes = |it: &&Cell| {
            self.way.is_none_or(|way| it.why == way)
                && (self.direction.is_none() || self.direction_of(app, it) == self.direction)
        };
        self.all().iter().filter(takes).collect()
    }

    /// The next way in which anything lacks, or the one before, between which all are shown.
    fn turn_way(&self, back: bool) -> Option<Unready> {
        let is_there = |way: &Unready| self.all().iter().any(|it| it.why == *way);
        let there = Unready::ALL.into_iter().filter(is_there).collect();
        turned(there, self.way, back)
    }

    /// The next direction in which anything lacks in the chosen way, or the one before, between which all are shown.
    fn turn_direction(&self, app: &App, back: bool) -> Option<DirectionId> {
        let state = app.state();
        let lines = self.all().iter();
        let lines = lines.filter(|it| self.way.is_none_or(|way| it.why == way));
        let there: BTreeSet<_> = lines.filter_map(|it| self.direction_of(app, it)).collect();
        let all = state.directions_of(state.edition_of(self.id)?).into_iter();
        let all = all.map(|it| it.0).filter(|it| there.contains(it)).collect();
        turned(all, self.direction, back)
    }

    /// The organisation of a line, if it is one's.
    fn organisation_at(&self, at: Option<Key>) -> Option<OrganisationId> {
        match at? {
            Key::Organisation(id) | Key::Collection(_, id) => Some(id),
            Key::Value(cell) => self.all().iter().find(|it| it.cell == cell)?.organisation,
            _ => None,
        }
    }

    /// Hands in, approves or sends back: the marked cells, else the cell under the cursor or all of the organisation there.
    fn hand(&self, command: CommandId, at: Option<Key>, app: &mut App) -> Outcome {
        if !self.marked.is_empty() {
            let cells: Vec<value::Cell> = self.marked.iter().copied().collect();
            return collecting::of_cells(app, &cells, command);
        }
        match at {
            Some(Key::Value(cell)) => collecting::of_cells(app, &[cell], command),
            Some(Key::Organisation(id) | Key::Collection(_, id)) => {
                collecting::of_organisations(app, self.id, &[id], command)
            }
            _ => Outcome::Used,
        }
    }

    /// What is looked at is looked at in the period that the page is about, whichever was shown before.
    fn show_period(&self, app: &mut App) {
        if app.monitoring.chosen.period != Some(self.id) {
            Monitoring::show_period(app, self.id);
        }
    }
}

/// Among which the organisation of a line is.
fn wanted_of(app: &App, period: PeriodId, id: OrganisationId) -> Wanted {
    let all = standings(app.state(), period, app.now.today);
    let it = all.into_iter().find(|it| it.organisation == id);
    let among = |it: &Standing| {
        let orders = [
            Wanted::NotRequested,
            Wanted::Returned,
            Wanted::NotSent,
            Wanted::NotAccepted,
            Wanted::NotEntered,
        ];
        orders.into_iter().find(|wanted| wanted.takes(it))
    };
    it.as_ref().and_then(among).unwrap_or_default()
}

impl Content for Readiness {
    fn place(&self) -> Place {
        Place::Readiness
    }

    fn open(&mut self, key: Key, app: &mut App) -> Outcome {
        if let Key::Collection(period, id) = key {
            let wanted = wanted_of(app, period, id);
            return Outcome::Open(collecting::on(app, period, id, wanted));
        }
        self.show_period(app);
        match key {
            Key::Value(cell) => {
                ground::show(app, cell);
                Outcome::Aside
            }
            // Where it is entered, not how it stands: that is what the card is for.
            Key::Organisation(id) => {
                sheet::walk::to_row(app, id);
                Outcome::Aside
            }
            key => go::open(app, key),
        }
    }

    /// Values are held against those of earlier periods.
    fn needs(&self, app: &App) -> Vec<PeriodId> {
        let back = app.state().periods_back(self.id).take(PERIODS_BACK);
        [self.id].into_iter().chain(back).collect()
    }

    fn prepare(&mut self, _: &mut App) {
        self.found = None;
    }

    fn command(&mut self, command: CommandId, at: Option<Key>, app: &mut App) -> Outcome {
        match command {
            CommandId::Filter | CommandId::Right => self.way = self.turn_way(false),
            CommandId::Left => self.way = self.turn_way(true),
            CommandId::NextDirection => self.direction = self.turn_direction(app, false),
            CommandId::PreviousDirection => self.direction = self.turn_direction(app, true),
            CommandId::Mark => {
                if let Some(Key::Value(cell)) = at {
                    if !self.marked.remove(&cell) {
                        self.marked.insert(cell);
                    }
                    self.stepped = true;
                }
                return Outcome::Used;
            }
            CommandId::MarkAll => {
                // What the page does not list nobody has seen.
                let shown: Vec<_> = self
                    .shown(app)
                    .iter()
                    .take(MOST)
                    .map(|it| it.cell)
                    .collect();
                self.marked.extend(shown);
                self.retold = true;
                return Outcome::Used;
            }
            CommandId::ClearMarks => {
                self.marked.clear();
                self.retold = true;
                return Outcome::Used;
            }
            CommandId::Submit | CommandId::Approve | CommandId::ReturnValue => {
                return self.hand(command, at, app);
            }
            CommandId::Card => {
                let Some(id) = self.organisation_at(at) else {
                    return Outcome::Used;
                };
                self.show_period(app);
                return Outcome::Open(card::of(app, id, None));
            }
            CommandId::ClosePeriod => match Doing::Close.tried(app, self.id) {
                Ok(()) => {
                    let form = stepping::Stepping::new(app, self.id, Doing::Close);
                    return Outcome::Open(layer::layer(app, form));
                }
                Err(refusal) => {
                    told::refused(app, &refusal);
                    return Outcome::Used;
                }
            },
            CommandId::Readiness => return Outcome::Used,
            _ => return Outcome::Pass,
        }
        self.changed = true;
        Outcome::Used
    }

    /// Esc: all is shown again, before the page is left.
    fn leave_own(&mut self) -> bool {
        let narrowed = self.is_narrowed();
        (self.way, self.direction) = (None, None);
        narrowed
    }

    fn take_changed(&mut self) -> bool {
        std::mem::take(&mut self.changed)
    }

    fn take_retold(&mut self) -> bool {
        std::mem::take(&mut self.retold)
    }

    fn take_stepped(&mut self) -> bool {
        std::mem::take(&mut self.stepped)
    }

    /// What was done with the marked cells is done: the next step is about the one under the cursor again.
    fn news(&mut self, news: &News, app: &mut App) -> bool {
        if let News::Committed(commit) = news
            && commit.actor == app.user
        {
            let done = |it: &value::Cell| commit.changes.iter().any(|of| of.key == Key::Value(*it));
            if self.marked.iter().any(done) {
                self.marked.clear();
            }
        }
        let changed = matches!(
            news,
            News::Committed(_) | News::Shard { .. } | News::Unreadable(_)
        );
        if changed {
            self.found = None;
        }
        changed
    }

    fn tell(&mut self, app: &App, width: usize) -> Told {
        let dot = app.theme.glyphs.dot;
        let name = app.narrator().period(self.id);
        let title = format!("{} {dot} {name}", app.say(Phrase::PeriodReadiness));
        if let Some(line) = still_loading(app, &[self.id]) {
            let lines = vec![line];
            return Told { title, lines };
        }
        if self.found.is_none() {
            self.found = Some(readiness(app.state(), self.id));
        }
        Told {
            title,
            lines: self.lines(app, width),
        }
    }

    fn hints(&self, app: &App) -> Vec<(String, String)> {
        told::hints(self, app)
    }
}
