//! The text of the reminders as a page, to be read, copied and put into a file. What it says is the report's.

use std::collections::BTreeSet;

use super::super::page::{Content, Line, Page, Told, still_loading};
use crate::args;
use crate::domain::ids::{OrganisationId, PeriodId};
use crate::domain::record::Key;
use crate::domain::text::fold;
use crate::locale::{Phrase, format};
use crate::report::PAPER;
use crate::report::reminder::Reminders;
use crate::tui::app::App;
use crate::tui::command::hints;
use crate::tui::command::table::{CommandId, Place};
use crate::tui::layer::{Outcome, Overlay};
use crate::tui::msg::Effect;
use crate::tui::outgoing::Wanted;
use crate::tui::save;
use crate::tui::theme::Role;
use crate::tui::underway;

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

/// The letters, each with the name of its file. What is made up says so: on paper nothing else does.
fn papers(app: &App, period: PeriodId, whom: &[OrganisationId]) -> Vec<(String, String)> {
    let all = reminders(app, period);
    let demo = app.state().settings.as_ref().is_some_and(|it| it.demo);
    let mark = demo.then(|| [app.say(Phrase::DemoMark), String::new()]);
    let (word, span) = (app.say(Phrase::Reminder), period_name(app, period));
    let mut taken = BTreeSet::new();
    let papers = whom.iter().filter_map(|id| {
        let letter = all.letter(*id, PAPER)?;
        let lines: Vec<String> = mark.iter().flatten().cloned().chain(letter).collect();
        let called = app.narrator().organisation(*id);
        let mut name = save::name(&[&word, &called, &span], "txt");
        // Nothing keeps two organisations from being called alike.
        if !taken.insert(fold(&name)) {
            name = save::name(&[&word, &called, &span, &id.0.to_string()], "txt");
        }
        Some((name, format!("{}\n", lines.join("\n"))))
    });
    papers.collect()
}

fn period_name(app: &App, period: PeriodId) -> String {
    let span = app.state().periods.get(&period);
    span.map_or_else(String::new, |it| it.name.clone())
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

    /// Into files as they go out: nothing but the letter, each in a file of its own.
    fn command(&mut self, command: CommandId, _: Option<Key>, app: &mut App) -> Outcome {
        if command != CommandId::CopyToFile {
            return Outcome::Pass;
        }
        let mut files = papers(app, self.period, &self.whom);
        if files.len() > 1 {
            let period = period_name(app, self.period);
            let day = format::date(app.now.today);
            let words = [&*app.say(Phrase::Reminders), &period, &day];
            let folder = save::plain(&words);
            underway::begin(app, Wanted::Papers { folder, files });
        } else if let Some((name, text)) = files.pop() {
            app.emit(Effect::WriteFile { name, text });
        }
        Outcome::Used
    }

    fn hints(&self, app: &App) -> Vec<(String, String)> {
        let file = (CommandId::CopyToFile, Phrase::HintToFileToPrint);
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
