//! Whose changes, or about what, the journal shows: the list to choose from, and its name in the title.

use super::JournalScreen;
use crate::locale::Phrase;
use crate::service::link::JournalFilter;
use crate::tui::app::App;
use crate::tui::layer::Outcome;
use crate::tui::overlay::picker::{Item, Picker};

impl JournalScreen {
    /// Lets the person choose whose changes, or about what, are shown.
    pub fn choose_filter(app: &mut App) {
        let mut items = vec![Item {
            label: app.say(Phrase::JournalAll),
            right: String::new(),
            value: JournalFilter::All,
        }];
        let state = app.state();
        for (id, user) in state.users.iter() {
            items.push(Item {
                label: app.narrator().user(*id),
                right: user.account.clone(),
                value: JournalFilter::By(*id),
            });
        }
        for (id, organisation) in state.organisations.iter() {
            items.push(Item {
                label: organisation.name.clone(),
                right: app.say(Phrase::JournalAboutOrganisation),
                value: JournalFilter::Organisation(*id),
            });
        }
        for (id, _) in state.persons.iter() {
            items.push(Item {
                label: app.narrator().person(*id),
                right: app.say(Phrase::JournalAboutPerson),
                value: JournalFilter::Person(*id),
            });
        }
        if let Some(edition) = app
            .monitoring
            .chosen
            .period
            .and_then(|it| state.edition_of(it))
        {
            for ((_, id), indicator) in state
                .indicators
                .iter()
                .filter(|((it, _), _)| *it == edition)
            {
                items.push(Item {
                    label: format!("{} {}", indicator.code, indicator.short),
                    right: app.say(Phrase::JournalAboutIndicator),
                    value: JournalFilter::Indicator(*id),
                });
            }
        }
        let at = items
            .iter()
            .position(|it| it.value == app.journal.filter)
            .unwrap_or(0);
        let title = app.say(Phrase::JournalFilterTitle);
        let picker = Picker::new(
            title,
            items,
            at,
            Box::new(|app, filter| {
                JournalScreen::open(app, filter);
                Outcome::Close
            }),
        );
        app.open(Box::new(picker));
    }
}

/// Whose changes, or about what.
pub(super) fn whose(app: &App, filter: JournalFilter) -> String {
    let narrator = app.narrator();
    match filter {
        JournalFilter::All => app.say(Phrase::JournalAll),
        JournalFilter::By(user) => narrator.user(user),
        JournalFilter::Person(person) => narrator.person(person),
        JournalFilter::Organisation(organisation) => narrator.organisation(organisation),
        JournalFilter::Indicator(id) => app
            .monitoring
            .chosen
            .period
            .map_or_else(String::new, |period| narrator.indicator(period, id)),
    }
}
