//! The card of a head, what a meeting looks at: who, since when, index with level and place, directions through the periods, what is open,
//! then every value. The first screen of it fits 80×24; neighbours are hidden.
//!
//! Owns the order of things; figures are the analysis', words the locale's.

mod columns;
mod done;
mod heads;
mod indices;
mod open;
mod scores;
mod values;

use chrono::NaiveDate;

use super::page::{Content, Line, Page, Told};
use super::{
    base, chain, collecting, evaluation, go, history, objection, organisation, reference, scale,
};
use crate::analysis::roster::{Head, last_period_of};
use crate::domain::ids::{OrganisationId, PeriodId, PersonId};
use crate::domain::record::Key;
use crate::locale::Phrase;
use crate::tui::app::App;
use crate::tui::command::table::{CommandId, Place};
use crate::tui::followup;
use crate::tui::layer::{Outcome, Overlay};
use crate::tui::screen::monitoring::before;
use crate::tui::screen::monitoring::panes::no_periods;
use crate::tui::status::Tone;
use crate::tui::text;
use crate::tui::theme::Role;
use columns::Columns;
use heads::{heads, standing, state_of};
use indices::indices;
use open::follow_ups;
pub use scores::Scores;
use values::values;

/// Periods in the card, the shown one included.
const PERIODS: usize = 4;

/// Opens the card of the head under the cursor.
pub fn open(app: &mut App) {
    match go::head(app) {
        Some((organisation, person)) => {
            let card = of(app, organisation, person);
            app.open(card);
        }
        None => go::nobody_here(app),
    }
}

/// The card of an organisation with its head; with its present head if no person is meant.
#[must_use]
pub fn of(
    app: &mut App,
    organisation: OrganisationId,
    person: Option<PersonId>,
) -> Box<dyn Overlay> {
    let shown = app.monitoring.chosen.period;
    let theirs = person.zip(shown).and_then(|(person, shown)| {
        let last = last_period_of(app.state(), person, organisation, shown)?;
        (last != shown).then_some(Theirs { shown, last })
    });
    let card = Card {
        organisation,
        person,
        theirs,
    };
    let periods = card.periods(app);
    if card.theirs.is_some() {
        // Further back than the screen below has asked for.
        periods.iter().for_each(|it| app.want_shard(*it));
    }
    Scores::ready(app, &periods);
    Box::new(Page::new(card, app))
}

/// What the card is about.
#[derive(Debug)]
pub struct Card {
    organisation: OrganisationId,
    /// Whoever was asked for; `None`: whoever heads it at the end of the period.
    person: Option<PersonId>,
    theirs: Option<Theirs>,
}

/// Of somebody who headed nothing in the period shown when the card was opened: the last one in which they did. Another period chosen
/// since is what one wants to see.
#[derive(Clone, Copy, Debug)]
struct Theirs {
    shown: PeriodId,
    last: PeriodId,
}

impl Card {
    /// The period that the card is about.
    fn period(&self, app: &App) -> Option<PeriodId> {
        let shown = app.monitoring.chosen.period?;
        let theirs = self.theirs.filter(|it| it.shown == shown);
        Some(theirs.map_or(shown, |it| it.last))
    }

    /// Whether it is about the time of somebody who left before the shown period.
    fn is_of_former(&self, app: &App) -> bool {
        self.period(app) != app.monitoring.chosen.period
    }

    /// The periods of the card, the oldest first.
    fn periods(&self, app: &App) -> Vec<PeriodId> {
        let Some(last) = self.period(app) else {
            return Vec::new();
        };
        let mut periods = before(app.state(), last);
        periods.truncate(PERIODS);
        periods.reverse();
        periods
    }

    /// Whom the card is about in the shown period.
    fn person(&self, app: &App) -> Option<PersonId> {
        let period = self.period(app)?;
        let scores = app.scores.by_period().get(&period)?;
        let staffed = scores.roster.get(self.organisation)?;
        let asked = self.person.filter(|it| staffed.last_head(*it).is_some());
        asked.or_else(|| staffed.head_on(last_day(app, period)?).person())
    }
}

fn last_day(app: &App, period: PeriodId) -> Option<NaiveDate> {
    app.state().periods.get(&period).map(|it| it.to)
}

impl Content for Card {
    fn place(&self) -> Place {
        Place::Card
    }

    fn shows(&self, app: &App) -> Vec<Key> {
        let head = self.person(app).map(Key::Person);
        let school = Key::Organisation(self.organisation);
        [Some(school), head].into_iter().flatten().collect()
    }

    fn tell(&mut self, app: &App, width: usize) -> Told {
        let periods = self.periods(app);
        let scored = app.scores.by_period();
        let narrator = app.narrator();
        let name = narrator.organisation(self.organisation);
        let person = self.person(app);
        let head = match person {
            Some(id) => narrator.person(id),
            None => app.say(Phrase::Vacancy),
        };
        let dot = app.theme.glyphs.dot;
        // Nobody is missing at the head of what works no more.
        let works = periods.last().is_none_or(|period| {
            (scored.get(period)).is_none_or(|it| it.roster.get(self.organisation).is_some())
        });
        let mut title = match person.is_some() || works {
            true => format!("{name} {dot} {head}"),
            false => name,
        };
        if let Some(period) = self.period(app).filter(|_| self.is_of_former(app)) {
            title = format!("{title} {dot} {}", narrator.period(period));
        }
        let mut lines = Vec::new();
        if let Some(it) = app.state().organisations.get(&self.organisation) {
            let name = text::wrap(&it.full_name, width).into_iter();
            lines.extend(name.map(|it| Line::new(it, Role::Dim)));
            lines.extend(state_of(app, self.organisation, it, width));
        }
        let Some(period) = periods.last().copied() else {
            lines.push(Line::new(no_periods(app), Role::Dim));
            return Told { title, lines };
        };
        if let Some(scores) = scored.get(&period) {
            match scores.roster.get(self.organisation) {
                Some(staffed) => lines.extend(heads(app, staffed, person, width)),
                None => lines.push(Line::new(app.say(Phrase::NotWorkingInPeriod), Role::Dim)),
            }
            lines.extend(standing(app, scores, self.organisation, person, width));
        }
        let columns = Columns::new(app, scored, &periods, self.organisation, width);
        lines.extend(indices(app, scored, &columns, self.organisation, person));
        let whose = person.filter(|_| self.is_of_former(app));
        lines.extend(follow_ups(app, self.organisation, whose, width));
        lines.extend(done::measures(app, self.organisation, period, width));
        lines.extend(objection::lines(app, self.organisation, period, width));
        let best = scored.get(&period);
        lines.extend(values(
            app,
            &columns,
            self.organisation,
            person,
            best,
            width,
        ));
        Told { title, lines }
    }

    fn command(&mut self, command: CommandId, at: Option<Key>, app: &mut App) -> Outcome {
        let cell = match at {
            Some(Key::Value(cell)) => Some(cell),
            _ => None,
        };
        if let (CommandId::Edit, Some(Key::Objection(id))) = (command, at) {
            return objection::edit(app, id);
        }
        match command {
            CommandId::Card => Outcome::Used,
            CommandId::Chain => {
                let about = cell
                    .map(Key::Value)
                    .unwrap_or(Key::Organisation(self.organisation));
                chain::about(app, about).map_or(Outcome::Used, Outcome::Open)
            }
            CommandId::Objection => (self.period(app))
                .and_then(|period| {
                    let person = self.person(app);
                    objection::form(app, period, self.organisation, person, cell)
                })
                .map_or(Outcome::Used, Outcome::Open),
            CommandId::CollectReceived | CommandId::CollectRequested | CommandId::Reminder => {
                match self.period(app) {
                    Some(period) => collecting::of_one(app, period, self.organisation, command),
                    None => Outcome::Pass,
                }
            }
            CommandId::EvaluationSheet => match self.period(app) {
                Some(period) => {
                    let person = self.person(app);
                    Outcome::Open(evaluation::of(app, self.organisation, person, period))
                }
                None => Outcome::Pass,
            },
            CommandId::CellHistory | CommandId::Scale => match (cell, command) {
                (None, _) => choose_a_value(app),
                (Some(cell), CommandId::Scale) => {
                    Outcome::Open(scale::of(app, cell.indicator, Some(cell)))
                }
                (Some(cell), _) => Outcome::Open(history::of(app, cell)),
            },
            CommandId::Appoint => organisation::appointing(app, self.organisation)
                .map_or(Outcome::Used, Outcome::Open),
            CommandId::EditOrganisation => organisation::edit::form(app, self.organisation)
                .map_or(Outcome::Used, Outcome::Open),
            CommandId::BaseQuantity => {
                let indicator = cell.map(|it| it.indicator);
                base::form(app, self.organisation, indicator).map_or(Outcome::Used, Outcome::Open)
            }
            CommandId::Reference => {
                let indicator = cell.map(|it| it.indicator);
                reference::form(app, indicator).map_or(Outcome::Used, Outcome::Open)
            }
            CommandId::Edit
                if matches!(
                    at,
                    Some(Key::Recommendation(_) | Key::Assignment(_) | Key::Activity(_))
                ) =>
            {
                on_follow_up(command, at, app)
            }
            CommandId::Report | CommandId::NextState | CommandId::Prolong | CommandId::Release => {
                on_follow_up(command, at, app)
            }
            CommandId::Review => on_follow_up(command, at, app),
            CommandId::Act if matches!(at, Some(Key::Recommendation(_))) => {
                on_follow_up(command, at, app)
            }
            // What enters a value or is written under one is done where the value stands, with its neighbours in sight.
            _ if is_about_a_value(command) => match cell {
                Some(cell) => {
                    go::to_cell(app, cell);
                    Outcome::AsideAndRun(command)
                }
                None => choose_a_value(app),
            },
            CommandId::Recommend | CommandId::Decide | CommandId::Analyse | CommandId::Act => {
                match cell {
                    Some(cell) => go::to_cell(app, cell),
                    None => go::to_organisation(app, self.organisation),
                }
                Outcome::AsideAndRun(command)
            }
            _ => Outcome::Pass,
        }
    }

    fn prepare(&mut self, app: &mut App) {
        let periods = self.periods(app);
        Scores::ready(app, &periods);
    }

    fn open(&mut self, key: Key, app: &mut App) -> Outcome {
        match key {
            // On to the direction with this head's own values, not with everybody's.
            Key::Direction(_, direction) => {
                go::to_direction_of(app, self.organisation, direction);
                Outcome::Aside
            }
            key => go::open(app, key),
        }
    }
}

/// A step, a term or a report of the recommendation or assignment under the cursor.
fn on_follow_up(command: CommandId, at: Option<Key>, app: &mut App) -> Outcome {
    let among: Vec<Key> = at.into_iter().collect();
    followup::on_page(app, command, &among).unwrap_or(Outcome::Pass)
}

/// Commands that take the value under the cursor.
fn is_about_a_value(command: CommandId) -> bool {
    matches!(
        command,
        CommandId::EditValue
            | CommandId::Edit
            | CommandId::NotApplicable
            | CommandId::NoData
            | CommandId::ClearValue
            | CommandId::StepChoice
            | CommandId::Note
            | CommandId::Source
            | CommandId::Evidence
            | CommandId::Flag
            | CommandId::Submit
            | CommandId::Approve
            | CommandId::ReturnValue
    )
}

fn choose_a_value(app: &mut App) -> Outcome {
    let sentence = app.say(Phrase::ChooseValueLine);
    app.status.tell(Tone::Warning, sentence);
    Outcome::Used
}

/// The dates of a head in words: «с 15.08.2019», «с 01.09.2020 по 11.01.2026».
#[must_use]
pub fn in_office(app: &App, head: &Head) -> String {
    use crate::args;
    let narrator = app.narrator();
    let date = |it| narrator.day_in_office(it);
    match head.dates() {
        (Some(from), Some(to)) => {
            app.say_with(Phrase::InOffice, &args![from = date(from), to = date(to)])
        }
        (Some(from), None) => app.say_with(Phrase::InOfficeSince, &args![date = date(from)]),
        (None, Some(to)) => app.say_with(Phrase::InOfficeUntil, &args![date = date(to)]),
        (None, None) => String::new(),
    }
}
