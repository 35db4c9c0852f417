//! Who is here, as far as the engine tells it on: where each client's window is, said to all others ten times a second at most.
//!
//! In memory only. Nothing of it is stored, and it wakes the engine only while something is yet to be told.

use std::collections::BTreeMap;
use std::time::Duration;

use super::ClientId;
use crate::domain::ids::{Timestamp, UserId};
use crate::service::link::{Present, Spot};

/// Milliseconds between two tellings.
const BETWEEN: i64 = 100;

/// Where everybody is.
#[derive(Debug, Default)]
pub(super) struct Presence {
    here: BTreeMap<ClientId, Present>,
    is_news: bool,
    told: Option<Timestamp>,
}

impl Presence {
    /// A client is there now.
    pub fn moved(&mut self, client: ClientId, user: UserId, spot: Spot, at: Timestamp) {
        let present = Present {
            user,
            spot,
            since: at,
        };
        let before = self.here.insert(client, present);
        self.is_news |= before.is_none_or(|it| it.spot != spot);
    }

    /// A client has gone.
    pub fn left(&mut self, client: ClientId) {
        self.is_news |= self.here.remove(&client).is_some();
    }

    /// How long until something is to be told; `None` while there is nothing.
    pub fn due(&self, now: Timestamp) -> Option<Duration> {
        let since = self.told.map_or(BETWEEN, |it| now.0.saturating_sub(it.0));
        // A clock that was set back makes nobody wait.
        let wait = u64::try_from(BETWEEN.saturating_sub(since)).unwrap_or(0);
        let wait = if since < 0 { 0 } else { wait };
        self.is_news.then(|| Duration::from_millis(wait))
    }

    /// Whether it is to be told now. It counts as told.
    pub fn is_due(&mut self, now: Timestamp) -> bool {
        let is_due = self.due(now) == Some(Duration::ZERO);
        if is_due {
            self.is_news = false;
            self.told = Some(now);
        }
        is_due
    }

    /// Whether there is anything to tell.
    pub fn is_news(&self) -> bool {
        self.is_news
    }

    /// Those who are still there.
    pub fn keep(&mut self, stays: impl Fn(ClientId) -> bool) {
        let before = self.here.len();
        self.here.retain(|id, _| stays(*id));
        self.is_news |= before > self.here.len();
    }

    /// For each who has said where it is: where all others are.
    pub fn beside_each(&self) -> impl Iterator<Item = (ClientId, Vec<Present>)> + '_ {
        self.here.keys().map(|id| (*id, self.beside(*id)))
    }

    /// Where all others are, the longest there first.
    fn beside(&self, client: ClientId) -> Vec<Present> {
        let others = self.here.iter().filter(|it| *it.0 != client);
        let mut others: Vec<Present> = others.map(|it| *it.1).collect();
        others.sort_by_key(|it| it.since);
        others
    }
}
