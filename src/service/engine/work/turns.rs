//! What is to be read and has not been yet: users take turns, and what one of them asks is read in the order in which they asked.

use std::collections::{BTreeMap, VecDeque};
use std::ops::Bound;

use crate::domain::ids::UserId;
use crate::service::engine::ClientId;
use crate::service::link::Request;
use crate::service::turnstile::Pass;

/// A request that changes nothing. Its pass is let go with it.
pub(super) struct Reading {
    pub client: ClientId,
    pub request: Request,
    pub _pass: Option<Pass>,
}

/// Whoever asks much waits behind themselves.
#[derive(Default)]
pub(super) struct Turns {
    of_users: BTreeMap<UserId, VecDeque<Reading>>,
    /// Whose turn was last.
    last: Option<UserId>,
}

impl Turns {
    /// Takes a request in.
    pub fn put(&mut self, user: UserId, reading: Reading) {
        self.of_users.entry(user).or_default().push_back(reading);
    }

    /// What is to be read next.
    pub fn next(&mut self) -> Option<Reading> {
        let after = self.last.map_or(Bound::Unbounded, Bound::Excluded);
        let later = self.of_users.range((after, Bound::Unbounded)).next();
        let user = *later.or_else(|| self.of_users.first_key_value())?.0;
        self.last = Some(user);
        let waiting = self.of_users.get_mut(&user)?;
        let reading = waiting.pop_front();
        if waiting.is_empty() {
            self.of_users.remove(&user);
        }
        reading
    }

    /// Whether nothing is to be read.
    pub fn is_empty(&self) -> bool {
        self.of_users.is_empty()
    }
}
