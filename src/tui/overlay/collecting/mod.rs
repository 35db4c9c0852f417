//! «Сбор данных» of a period on a page: a row per organisation, what was asked of it, what came, how much of it is entered.
//!
//! Owns which rows are shown, in what order, and the marks on them. What is noted of them is in `steps` and `noting`.

mod choice;
mod handing;
mod letter;
mod noting;
mod rows;
mod steps;
mod whom;

use std::collections::BTreeSet;

use super::page::{Content, Line, Page, Told, still_loading};
use super::record::RecordPage;
use super::{card, export, go};
use crate::analysis::collecting::{self, Standing, Wanted};
use crate::args;
use crate::domain::collection::CollectionStage;
use crate::domain::ids::{OrganisationId, PeriodId};
use crate::domain::period::PeriodState;
use crate::domain::record::{Change, Key};
use crate::locale::{Phrase, format};
use crate::service::link::News;
use crate::tui::app::App;
use crate::tui::command::hints;
use crate::tui::command::table::{CommandId, Place};
use crate::tui::layer::{Outcome, Overlay};
use crate::tui::screen::monitoring::Leader;
use crate::tui::screen::monitoring::panes::no_periods;
use crate::tui::screen::{Screen, sheet};
use crate::tui::status::Tone;
use crate::tui::text;
use crate::tui::theme::Role;
use choice::{Order, wanted_phrase};
pub use handing::{of as of_organisations, of_cells, purpose_of as of_handing};
pub use noting::purpose_of;
pub use steps::Move;

/// Opens the page of the period under the cursor of the catalogue, else of the shown one.
pub fn open(app: &mut App) {
    let Some(period) = go::period(app) else {
        let sentence = no_periods(app);
        return app.status.tell(Tone::Warning, sentence);
    };
    let page = Page::new(Collecting::of(period), app);
    let page = match go::head(app) {
        Some((organisation, _)) => page.on(Key::Collection(period, organisation), app),
        None => page,
    };
    app.open(Box::new(page));
}

/// The page on an organisation, with those that are looked for.
#[must_use]
pub fn on(
    app: &App,
    period: PeriodId,
    organisation: OrganisationId,
    wanted: Wanted,
) -> Box<dyn Overlay> {
    let page = Collecting {
        wanted,
        ..Collecting::of(period)
    };
    Box::new(Page::new(page, app).on(Key::Collection(period, organisation), app))
}

/// Notes something of the organisations under the cursor or marked on the screen of values: without the page.
pub fn note(app: &mut App, step: Move) {
    let Some(period) = go::period(app) else {
        let sentence = no_periods(app);
        return app.status.tell(Tone::Warning, sentence);
    };
    let whom = whom_here(app);
    if whom.is_empty() {
        return go::nobody_here(app);
    }
    if let Outcome::Open(layer) = steps::take(app, period, &whom, step) {
        app.open(layer);
    }
}

/// The same of one organisation, for the page that shows it.
pub fn of_one(
    app: &mut App,
    period: PeriodId,
    organisation: OrganisationId,
    command: CommandId,
) -> Outcome {
    let step = match command {
        CommandId::CollectRequested => Move::Request,
        CommandId::Reminder => Move::Letter,
        _ => Move::Receive,
    };
    steps::take(app, period, &[organisation], step)
}

/// The organisations of the marked rows, else the one under the cursor.
pub(super) fn whom_here(app: &App) -> Vec<OrganisationId> {
    let under = || go::head(app).map(|it| it.0).into_iter().collect();
    if app.layers().next().is_some() {
        return under();
    }
    let leaders: Vec<Leader> = match app.screen {
        Screen::Monitoring => app
            .monitoring
            .acted_on()
            .iter()
            .map(|it| it.leader)
            .collect(),
        Screen::Sheet => {
            let (first, last) = app.sheet.block();
            let rows = app.sheet.lines.iter().take(last.row + 1).skip(first.row);
            rows.map(|it| it.leader).collect()
        }
        Screen::Measures
        | Screen::Cycle
        | Screen::Catalogue
        | Screen::Journal
        | Screen::Attention => return under(),
    };
    // Whoever had two heads has two rows.
    let mut whom: Vec<OrganisationId> = Vec::new();
    for id in leaders.iter().filter_map(|it| it.organisation) {
        if !whom.contains(&id) {
            whom.push(id);
        }
    }
    if whom.is_empty() { under() } else { whom }
}

/// What is on the page.
#[derive(Debug)]
struct Collecting {
    period: PeriodId,
    order: Order,
    wanted: Wanted,
    marks: BTreeSet<OrganisationId>,
    /// Those that are shown, in order.
    shown: Vec<OrganisationId>,
    /// Another selection or order: the cursor begins above.
    changed: bool,
    /// Only marks are others.
    retold: bool,
    /// One mark is another: on to the next row, as on the screen of values.
    stepped: bool,
}

impl Collecting {
    fn of(period: PeriodId) -> Collecting {
        Collecting {
            period,
            order: Order::default(),
            wanted: Wanted::default(),
            marks: BTreeSet::new(),
            shown: Vec::new(),
            changed: false,
            retold: false,
            stepped: false,
        }
    }

    /// Whom an action is about: those marked, as far as they are shown; without marks the one under the cursor.
    fn whom(&self, at: Option<Key>) -> Vec<OrganisationId> {
        if self.marks.is_empty() {
            return organisation_of(at).into_iter().collect();
        }
        let marked = self.shown.iter().filter(|it| self.marks.contains(it));
        marked.copied().collect()
    }

    /// How many stand where, and by when all is expected.
    fn heading(&self, app: &App, all: &[Standing], width: usize) -> Vec<Line> {
        let dot = format!(" {} ", app.theme.glyphs.dot);
        let count = |stage| all.iter().filter(|it| it.stage == stage).count();
        let stages = CollectionStage::ALL.map(|it| (it, count(it)));
        let said: Vec<String> = (stages.iter().rev())
            .filter(|it| it.1 > 0)
            .map(|(stage, n)| format!("{} {n}", app.locale.word(stage)))
            .collect();
        let late = all.iter().filter(|it| it.late > 0).count();
        let mut terms = Vec::new();
        let period = app.state().periods.get(&self.period);
        if period.is_some_and(|it| it.state == PeriodState::Review) {
            terms.push(app.say(Phrase::HeaderReview));
        }
        if let Some(deadline) = period.and_then(|it| it.deadline) {
            let date = format::date(deadline);
            terms.push(app.say_with(Phrase::CollectingDeadline, &args![date]));
        }
        if late > 0 {
            terms.push(app.say_with(Phrase::CollectingLate, &args![n = late]));
        }
        let role = if late > 0 { Role::Warning } else { Role::Text };
        let (returned, submitted) = all.iter().fold((0, 0), |(returned, submitted), it| {
            let of = it.under_way;
            (returned + of.returned, submitted + of.submitted)
        });
        let values = [
            (returned, Phrase::CollectingToMend),
            (submitted, Phrase::CollectingOnReview),
        ];
        let values = values.into_iter().filter(|it| it.0 > 0);
        let values = values
            .map(|(n, phrase)| app.say_with(phrase, &args![n]))
            .collect();
        let mut lines: Vec<Line> = [(said, Role::Text), (values, Role::Text), (terms, role)]
            .into_iter()
            .filter(|it| !it.0.is_empty())
            .flat_map(|(parts, role)| {
                let said = parts.join(&dot);
                let wrapped = text::wrap(&said, width);
                let lines = wrapped.into_iter().map(|it| Line::new(it, role));
                lines.collect::<Vec<_>>()
            })
            .collect();
        let mut shown = vec![app.say_with(
            Phrase::CollectingShown,
            &args![
                what = app.say(wanted_phrase(self.wanted)),
                n = self.shown.len(),
                order = app.say(self.order.phrase())
            ],
        )];
        if !self.marks.is_empty() {
            shown.push(app.say_with(Phrase::CollectingMarked, &args![n = self.whom(None).len()]));
        }
        lines.push(Line::default());
        lines.push(Line::new(shown.join(&dot), Role::Label));
        lines
    }

    fn toggle(&mut self, id: OrganisationId) {
        if !self.marks.remove(&id) {
            self.marks.insert(id);
        }
        self.stepped = true;
    }

    /// The next selection that has anything in it.
    fn select(&mut self, app: &App) {
        let all = collecting::standings(app.state(), self.period, app.now.today);
        let at = Wanted::ALL.iter().position(|it| *it == self.wanted);
        let after = Wanted::ALL.iter().cycle().skip(at.map_or(0, |it| it + 1));
        let mut next = after.take(Wanted::ALL.len());
        let found = next.find(|wanted| all.iter().any(|it| wanted.takes(it)));
        self.wanted = found.copied().unwrap_or_default();
        self.changed = true;
    }
}

fn organisation_of(at: Option<Key>) -> Option<OrganisationId> {
    match at {
        Some(Key::Collection(_, id)) => Some(id),
        _ => None,
    }
}

impl Content for Collecting {
    fn place(&self) -> Place {
        Place::Collecting
    }

    fn needs(&self, app: &App) -> Vec<PeriodId> {
        let within = app.state().periods_within(self.period);
        [self.period].into_iter().chain(within).collect()
    }

    fn tell(&mut self, app: &App, width: usize) -> Told {
        let dot = app.theme.glyphs.dot;
        let period = app.narrator().period(self.period);
        let title = format!("{} {dot} {period}", app.say(Phrase::CommandCollecting));
        let mut lines: Vec<Line> = still_loading(app, &self.needs(app)).into_iter().collect();
        let all = collecting::standings(app.state(), self.period, app.now.today);
        let mut rows: Vec<Standing> = (all.iter())
            .filter(|it| self.wanted.takes(it))
            .cloned()
            .collect();
        self.order.arrange(&mut rows);
        self.shown = rows.iter().map(|it| it.organisation).collect();
        lines.extend(self.heading(app, &all, width));
        lines.extend(rows::table(app, self.period, &rows, &self.marks, width));
        if rows.is_empty() {
            lines.push(Line::new(app.say(Phrase::CollectingNobody), Role::Dim));
        }
        Told { title, lines }
    }

    /// Enter: the row of the organisation on the sheet, at what is not entered yet.
    fn open(&mut self, key: Key, app: &mut App) -> Outcome {
        let Some(id) = organisation_of(Some(key)) else {
            return Outcome::Used;
        };
        if app.monitoring.chosen.period != Some(self.period) {
            crate::tui::screen::monitoring::Monitoring::show_period(app, self.period);
        }
        sheet::walk::to_row(app, id);
        Outcome::Aside
    }

    fn command(&mut self, command: CommandId, at: Option<Key>, app: &mut App) -> Outcome {
        let under = organisation_of(at);
        match (command, under) {
            (CommandId::Sort, _) => {
                self.order = self.order.next();
                self.changed = true;
            }
            (CommandId::Filter, _) => self.select(app),
            (CommandId::Mark, Some(id)) => self.toggle(id),
            (CommandId::MarkAll, _) => {
                self.marks.extend(self.shown.iter().copied());
                self.retold = true;
            }
            (CommandId::ClearMarks, _) => {
                self.marks.clear();
                self.retold = true;
            }
            (CommandId::Card, Some(id)) => return Outcome::Open(card::of(app, id, None)),
            (CommandId::CellHistory, Some(id)) => {
                let page = RecordPage::new(Key::Collection(self.period, id));
                return Outcome::Open(Box::new(Page::new(page, app)));
            }
            (CommandId::NextState, _) => {
                return steps::choose(app, self.period, self.whom(at));
            }
            (CommandId::Submit | CommandId::Approve | CommandId::ReturnValue, _) => {
                let whom = self.whom(at);
                if !whom.is_empty() {
                    return handing::of(app, self.period, &whom, command);
                }
            }
            (CommandId::WriteForm, _) => export::form_of(app, self.period, self.whom(at)),
            (CommandId::Reminder, _) => {
                return steps::take(app, self.period, &self.whom(at), Move::Letter);
            }
            (CommandId::CollectReceived, _) => {
                return steps::take(app, self.period, &self.whom(at), Move::Receive);
            }
            (CommandId::CollectRequested, _) => {
                return steps::take(app, self.period, &self.whom(at), Move::Request);
            }
            (CommandId::Collecting | CommandId::Mark | CommandId::Card, _) => {}
            _ => return Outcome::Pass,
        }
        Outcome::Used
    }

    fn hints(&self, app: &App) -> Vec<(String, String)> {
        let words = [
            (CommandId::Open, Phrase::HintToValues),
            (CommandId::CollectReceived, Phrase::HintCollectReceived),
            (CommandId::NextState, Phrase::HintMarkStage),
            (CommandId::Close, Phrase::HintClose),
        ];
        let said = words.map(|(it, word)| (hints::key(app, it), app.say(word)));
        said.into_iter().filter(|it| !it.0.is_empty()).collect()
    }

    /// What was done with those that were marked is done: the next step is about the one under the cursor again.
    fn news(&mut self, news: &News, app: &mut App) -> bool {
        if let News::Committed(commit) = news
            && commit.actor == app.user
        {
            let of = |it: &Change| go::head_of(app.state(), it.key).map(|it| it.0);
            let done: BTreeSet<OrganisationId> = commit.changes.iter().filter_map(of).collect();
            if self.marks.iter().any(|it| done.contains(it)) {
                self.marks.clear();
            }
        }
        matches!(
            news,
            News::Committed(_) | News::Shard { .. } | News::Unreadable(_)
        )
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
}
