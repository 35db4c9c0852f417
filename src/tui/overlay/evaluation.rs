//! The evaluation sheet of one head as a page, to be read, copied and put into a file. What it says is the report's.

use super::card::Scores;
use super::go;
use super::objection;
use super::page::{Content, Line, Page, Told, still_loading};
use crate::analysis::roster::last_period_of;
use crate::domain::ids::{OrganisationId, PeriodId, PersonId};
use crate::domain::record::Key;
use crate::locale::Phrase;
use crate::report::PAPER;
use crate::report::evaluation::{Whose, sheet, title};
use crate::tui::app::App;
use crate::tui::command::table::{CommandId, Place};
use crate::tui::layer::{Outcome, Overlay};
use crate::tui::screen::monitoring::panes::no_periods;
use crate::tui::status::Tone;
use crate::tui::theme::Role;

/// Opens the sheet of the head under the cursor, of whoever has left in their last period.
pub fn open(app: &mut App) {
    let Some((organisation, person)) = go::head(app) else {
        return go::nobody_here(app);
    };
    let Some(shown) = app.monitoring.chosen.period else {
        let sentence = no_periods(app);
        return app.status.tell(Tone::Warning, sentence);
    };
    let theirs = person.and_then(|it| last_period_of(app.state(), it, organisation, shown));
    let page = of(app, organisation, person, theirs.unwrap_or(shown));
    app.open(page);
}

/// The sheet of a head in a period; of whoever headed the organisation last in it, if no person is meant.
#[must_use]
pub fn of(
    app: &mut App,
    organisation: OrganisationId,
    person: Option<PersonId>,
    period: PeriodId,
) -> Box<dyn Overlay> {
    Scores::ready(app, &[period]);
    let page = Sheet {
        organisation,
        person,
        period,
    };
    Box::new(Page::new(page, app))
}

/// What is on the page.
#[derive(Debug)]
struct Sheet {
    organisation: OrganisationId,
    person: Option<PersonId>,
    period: PeriodId,
}

impl Sheet {
    fn person(&self, app: &App) -> Option<PersonId> {
        let last = || {
            let scores = app.scores.by_period().get(&self.period)?;
            scores.last_row(self.organisation)?.person
        };
        self.person.or_else(last)
    }
}

impl Content for Sheet {
    fn place(&self) -> Place {
        Place::Sheet
    }

    fn shows(&self, app: &App) -> Vec<Key> {
        let head = self.person(app).map(Key::Person);
        let school = Key::Organisation(self.organisation);
        [Some(school), head].into_iter().flatten().collect()
    }

    fn needs(&self, app: &App) -> Vec<PeriodId> {
        let scores = app.scores.by_period().get(&self.period);
        scores.map_or_else(|| vec![self.period], |it| it.periods().collect())
    }

    fn prepare(&mut self, app: &mut App) {
        Scores::ready(app, &[self.period]);
    }

    fn tell(&mut self, app: &App, width: usize) -> Told {
        let Some(scores) = app.scores.by_period().get(&self.period) else {
            return Told::default();
        };
        let whose = Whose {
            locale: &app.locale,
            narrator: app.narrator().in_period(self.period),
            state: app.state(),
            scores,
            organisation: self.organisation,
            person: self.person(app),
        };
        let mut lines: Vec<Line> = still_loading(app, &self.needs(app)).into_iter().collect();
        match sheet(&whose, width.min(PAPER)) {
            Some(said) => lines.extend(said.into_iter().map(|it| Line {
                opens: it.cell.map(Key::Value),
                ..Line::new(it.text, Role::Text)
            })),
            None if lines.is_empty() => {
                lines.push(Line::new(app.say(Phrase::NotWorkingInPeriod), Role::Dim));
            }
            None => {}
        }
        Told {
            title: title(&whose),
            lines,
        }
    }

    fn command(&mut self, command: CommandId, at: Option<Key>, app: &mut App) -> Outcome {
        let cell = match at {
            Some(Key::Value(cell)) => Some(cell),
            _ => None,
        };
        match command {
            CommandId::EvaluationSheet => Outcome::Used,
            // The head has the sheet in hand: it is the line under the cursor that they object to.
            CommandId::Objection => {
                let person = self.person(app);
                objection::form(app, self.period, self.organisation, person, cell)
                    .map_or(Outcome::Used, Outcome::Open)
            }
            _ => Outcome::Pass,
        }
    }
}
