//! The text of the reminders as a page, to be read, copied and put into a file. What it says is the report's.

use super::super::page::{Content, Line, Page, Told, still_loading};
use crate::args;
use crate::domain::ids::{OrganisationId, PeriodId};
use crate::domain::record::Key;
use crate::locale::Phrase;
use crate::report::PAPER;
use crate::report::reminder::Reminders;
use crate::tui::app::App;
use crate::tui::command::hints;
use crate::tui::command::table::{CommandId, Place};
use crate::tui::layer::Overlay;
use crate::tui::theme::Role;

/// The page of the letters to these organisations.
pub(super) fn page(
    app: &App,
    period: PeriodId,
    whom: Vec<OrganisationId>,
    left: usize,
) -> Box<dyn Overlay> {
    Box::new(Page::new(Letters { period, whom, left }, app))
}

/// The reminders of a period as of today.
pub(super) fn reminders(app: &App, period: PeriodId) -> Reminders<'_> {
    let (locale, narrator, today) = (&app.locale, app.narrator(), app.now.today);
    Reminders::of(locale, narrator, app.state(), period, today)
}

/// What is on the page.
#[derive(Debug)]
struct Letters {
    period: PeriodId,
    whom: Vec<OrganisationId>,
    /// How many of those that were marked there is nothing to remind of.
    left: usize,
}

impl Content for Letters {
    fn place(&self) -> Place {
        Place::Page
    }

    fn needs(&self, app: &App) -> Vec<PeriodId> {
        let within = app.state().periods_within(self.period);
        [self.period].into_iter().chain(within).collect()
    }

    fn shows(&self, app: &App) -> Vec<Key> {
        let all = reminders(app, self.period);
        let heads = self.whom.iter().filter_map(|it| all.head(*it));
        let organisations = self.whom.iter().copied().map(Key::Organisation);
        organisations.chain(heads.map(Key::Person)).collect()
    }

    fn hints(&self, app: &App) -> Vec<(String, String)> {
        let file = (CommandId::CopyToFile, Phrase::CommandCopyToFile);
        let said = [file].map(|(it, word)| (hints::key(app, it), app.say(word)));
        said.into()
    }

    fn tell(&mut self, app: &App, width: usize) -> Told {
        let columns = width.min(PAPER);
        let all = reminders(app, self.period);
        let mut lines: Vec<Line> = still_loading(app, &self.needs(app)).into_iter().collect();
        if self.left > 0 {
            let said = app.say_with(Phrase::ReminderLeftOut, &args![n = self.left]);
            lines.extend([Line::new(said, Role::Warning), Line::default()]);
        }
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
