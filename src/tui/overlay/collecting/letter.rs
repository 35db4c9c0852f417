//! The text of the reminders as a page, to be read, copied and put into a file. What it says is the report's.

use super::super::page::{Content, Line, Page, Told, still_loading};
use crate::domain::ids::{OrganisationId, PeriodId};
use crate::domain::record::Key;
use crate::locale::Phrase;
use crate::report::PAPER;
use crate::report::reminder::Reminders;
use crate::tui::app::App;
use crate::tui::command::table::Place;
use crate::tui::layer::Overlay;
use crate::tui::theme::Role;

/// The page of the letters to these organisations.
pub(super) fn page(app: &App, period: PeriodId, whom: Vec<OrganisationId>) -> Box<dyn Overlay> {
    Box::new(Page::new(Letters { period, whom }, app))
}

/// What is on the page.
#[derive(Debug)]
struct Letters {
    period: PeriodId,
    whom: Vec<OrganisationId>,
}

impl Content for Letters {
    fn place(&self) -> Place {
        Place::Page
    }

    fn needs(&self, app: &App) -> Vec<PeriodId> {
        let within = app.state().periods_within(self.period);
        [self.period].into_iter().chain(within).collect()
    }

    fn shows(&self, _: &App) -> Vec<Key> {
        self.whom.iter().copied().map(Key::Organisation).collect()
    }

    fn tell(&mut self, app: &App, width: usize) -> Told {
        let columns = width.min(PAPER);
        let all = Reminders::of(
            &app.locale,
            app.narrator(),
            app.state(),
            self.period,
            app.now.today,
        );
        let mut lines: Vec<Line> = still_loading(app, &self.needs(app)).into_iter().collect();
        for (n, id) in self.whom.iter().enumerate() {
            let many = self.whom.len() > 1;
            if n > 0 {
                let between = [String::new(), "-".repeat(columns), String::new()];
                lines.extend(between.map(|it| Line::new(it, Role::Dim)));
            }
            if many {
                lines.push(Line::new(all.title(*id), Role::Label));
                lines.push(Line::default());
            }
            let letter = all.letter(*id, columns).unwrap_or_default();
            lines.extend(letter.into_iter().map(|it| Line::new(it, Role::Text)));
        }
        let title = match self.whom.as_slice() {
            [one] => all.title(*one),
            _ => app.say(Phrase::CommandReminder),
        };
        Told { title, lines }
    }
}
