//! Who is here, as the engine goes around: said when a window moves, told to the others when it is time. None of it is in the journal.

use std::time::Duration;

use super::ClientId;
use super::work::Worker;
use crate::service::link::{News, Spot};

impl Worker {
    /// A client has said where it is.
    pub(super) fn moved(&mut self, client: ClientId, spot: Spot) {
        let at = (self.clock)().at;
        if let Some(user) = self.audience.user(client) {
            self.presence.moved(client, user, spot, at);
        }
    }

    /// How long until others are to be told who is here; `None` while nothing has changed.
    pub(super) fn when_to_tell_who_is_here(&self) -> Option<Duration> {
        let is_news = self.presence.is_news();
        is_news.then(|| self.presence.due((self.clock)().at))?
    }

    /// Tells everybody who has said where they are who else is here, if that has changed and the time has come.
    pub(super) fn tell_who_is_here(&mut self) {
        if !self.presence.is_news() || !self.presence.is_due((self.clock)().at) {
            return;
        }
        for (id, here) in self.presence.beside_each() {
            self.audience.tell(id, News::Here(here));
        }
    }
}
