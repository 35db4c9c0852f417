//! The access of whoever sits here was closed: a page that says so stands in place of everything, and nothing of what was shown is kept.
//!
//! Invariants: unfinished input is kept, for it is the person's own; no name of anybody stays in memory or on the screen. Should the
//! access be opened again, the window begins anew with what it is told then.

use super::App;
use crate::domain::state::State;
use crate::service::link::{Bar, News, Trouble, Writing};
use crate::tui::derived::Nearby;
use crate::tui::entry::{self, memory::Memory};
use crate::tui::find::Finder;
use crate::tui::mirror::Mirror;
use crate::tui::overlay::card::Scores;
use crate::tui::presence::Presence;
use crate::tui::screen::Screen;
use crate::tui::screen::catalogue::Catalogue;
use crate::tui::screen::journal::JournalScreen;
use crate::tui::screen::measures::MeasuresScreen;
use crate::tui::screen::monitoring::Monitoring;
use crate::tui::status::Status;

impl App {
    /// The account whose access was closed, while it is.
    #[must_use]
    pub fn shut(&self) -> Option<&str> {
        match &self.barred {
            Some(Bar::Stranger { account }) => Some(account),
            Some(Bar::Version { .. }) | None => None,
        }
    }

    /// Whether the access was closed.
    #[must_use]
    pub fn is_shut(&self) -> bool {
        self.shut().is_some()
    }

    /// What matters while the access is closed: how the link is, and what is kept of the input.
    pub(super) fn is_heard_while_shut(&self, news: &News) -> bool {
        matches!(
            news,
            News::Again(_) | News::Barred(_) | News::Lost | News::Unsaved(_) | News::Unkept
        )
    }

    /// A commit has come that may have closed the access of whoever sits here: then nothing more is told.
    pub(super) fn shut_if_let_go(&mut self) {
        let own = self.mirror.confirmed().users.get(&self.user);
        let account = own.filter(|it| it.retired).map(|it| it.account.clone());
        if let Some(account) = account {
            self.shut_for(account);
        }
    }

    /// Closes everything. What was typed is kept first.
    pub fn shut_for(&mut self, account: String) {
        self.close_all();
        entry::keep_waiting(self);
        self.drafts.not_kept();
        self.keep_unsaved();
        self.kept_over_loss = true;
        self.barred = Some(Bar::Stranger { account });
        self.writing = Writing::Stopped(Trouble::Unreached);
        self.mirror = Mirror::new(State::default(), self.user);
        self.screen = Screen::Monitoring;
        self.monitoring = Monitoring::default();
        self.derived = None;
        self.nearby = Nearby::default();
        self.catalogue = Catalogue::default();
        self.journal = JournalScreen::default();
        self.measures = MeasuresScreen::default();
        self.finder = Finder::default();
        self.scores = Scores::default();
        self.entry = Memory::default();
        // Nothing goes out any more.
        self.underway = None;
        self.presence = Presence::default();
        self.status = Status::default();
        self.chord.clear();
    }
}
