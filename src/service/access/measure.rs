//! How much of what one user does stands in the log: what was shown stands there once an hour, and beyond a number of lines an hour
//! only how many more there were. Nobody can fill the log in a short time, and so push out of it what was there before, by asking again and
//! again.

use std::collections::{BTreeMap, HashSet};

use super::line::{Did, Line};
use crate::domain::ids::{Timestamp, UserId};

/// Milliseconds of an hour.
const HOUR: i64 = 3_600_000;

/// Lines of one user in an hour: nobody who works comes near it. All who are no users are one here.
const MOST: usize = 2_000;

/// What this hour has seen.
#[derive(Debug, Default)]
pub(super) struct Measure {
    hour: i64,
    users: BTreeMap<Option<UserId>, Doings>,
}

/// What one user has done in it.
#[derive(Debug, Default)]
struct Doings {
    shown: HashSet<Did>,
    lines: usize,
    skipped: u64,
}

impl Measure {
    /// Whether a line is to be written.
    pub fn takes(&mut self, line: &Line) -> bool {
        let of = self.users.entry(line.user).or_default();
        if of.shown.contains(&line.did) {
            return false;
        }
        if of.lines >= MOST {
            of.skipped += 1;
            return false;
        }
        of.lines += 1;
        if line.did.is_showing() {
            of.shown.insert(line.did.clone());
        }
        true
    }

    /// Begins anew where this is another hour; the lines that say what was left out of the one before.
    pub fn turn(&mut self, at: Timestamp) -> Vec<Line> {
        let hour = at.0.div_euclid(HOUR);
        if hour == self.hour {
            return Vec::new();
        }
        self.hour = hour;
        self.end(at)
    }

    /// The lines that say what was left out.
    pub fn end(&mut self, at: Timestamp) -> Vec<Line> {
        let users = std::mem::take(&mut self.users).into_iter();
        let left_out = users.filter(|it| it.1.skipped > 0);
        (left_out.map(|(user, it)| (user, Did::Skipped(it.skipped))))
            .map(|(user, did)| Line { at, user, did })
            .collect()
    }
}
