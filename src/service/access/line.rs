//! A line of the access log, and how pages of it are asked for. Owns the names of its fields, which are for ever.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::domain::ids::{PeriodId, Timestamp, UserId};
use crate::domain::record::Key;
use crate::domain::refusal::Refusal;
use crate::domain::text::clean;
use crate::service::link::{JournalFilter, Request};

/// Most characters of a stranger's account.
const MOST_ACCOUNT: usize = 64;

/// Somebody did something.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Line {
    /// When, in milliseconds since 1970.
    pub at: Timestamp,
    /// Who; none for those who are no users.
    pub user: Option<UserId>,
    /// What.
    pub did: Did,
}

/// What was done.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Did {
    /// Came in.
    Joined,
    /// Went, or was let go.
    Left,
    /// Was not let in: no longer a user, or none at all, and then under this account.
    NotAdmitted {
        /// The account of a stranger.
        account: Option<String>,
    },
    /// Was not let in, for there were too many connections already.
    Crowded {
        /// The user number.
        uid: u32,
    },
    /// Was not let in with a program of another version.
    OtherVersion {
        /// The user number.
        uid: u32,
    },
    /// Got the values of a period.
    Shard(PeriodId),
    /// Opened the card of a record.
    Looked(Key),
    /// Got a page of a record's history.
    History(Key),
    /// Got a page of the journal.
    Journal(JournalFilter),
    /// Got everything.
    Exported,
    /// Put values of a period into a file.
    Took(PeriodId),
    /// Read this log.
    AccessLog,
    /// Asked for a change and was refused.
    Refused {
        /// Why.
        why: Why,
        /// The record it failed at.
        key: Option<Key>,
    },
    /// So many lines are missing here.
    Skipped(u64),
}

/// Why a change was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Why {
    /// It takes a right that the user has not.
    Rights,
    /// Somebody else had changed the record.
    Conflict,
    /// The period takes no values.
    Closed,
    /// Another rule.
    Rules,
}

impl Did {
    /// Somebody under an account that is not among the users was turned away. What an account is called is not ours to choose.
    #[must_use]
    pub fn stranger(account: &str) -> Did {
        let account = clean(account).chars().take(MOST_ACCOUNT).collect();
        Did::NotAdmitted {
            account: Some(account),
        }
    }

    /// Whether something was shown: the same to the same user is told once for a while.
    pub(super) fn is_showing(&self) -> bool {
        matches!(
            self,
            Did::Shard(_)
                | Did::Looked(_)
                | Did::History(_)
                | Did::Journal(_)
                | Did::Exported
                | Did::Took(_)
                | Did::AccessLog
        )
    }

    /// What a request for something to read comes to; none for others, and where it is not sure yet that it is shown.
    #[must_use]
    pub fn asked(request: &Request) -> Option<Did> {
        match request {
            Request::Shard(period) => Some(Did::Shard(*period)),
            Request::Looked(key) => Some(Did::Looked(*key)),
            Request::Took(period) => Some(Did::Took(*period)),
            Request::History { key, .. } => Some(Did::History(*key)),
            Request::Journal { filter, .. } => Some(Did::Journal(*filter)),
            // Any page: whoever begins with the second one has nearly all of it.
            Request::Commits { .. } => Some(Did::Exported),
            _ => None,
        }
    }

    /// A change was refused.
    #[must_use]
    pub fn refused(refusal: &Refusal) -> Did {
        let (why, key) = match refusal {
            Refusal::Denied { .. } | Refusal::NamesHidden => (Why::Rights, None),
            Refusal::Conflict { key, .. } => (Why::Conflict, Some(*key)),
            Refusal::PeriodClosed { period } | Refusal::DeadlinePassed { period, .. } => {
                (Why::Closed, Some(Key::Period(*period)))
            }
            Refusal::MoveInstead { period }
            | Refusal::Unready { period, .. }
            | Refusal::Unconfirmed { period, .. }
            | Refusal::StillOpen { period }
            | Refusal::ClosingStands { period }
            | Refusal::ResultsDiffer { period, .. }
            | Refusal::NoOtherEdition { period } => (Why::Rules, Some(Key::Period(*period))),
            Refusal::Missing { key }
            | Refusal::Taken { key }
            | Refusal::WrongKind { key }
            | Refusal::InUse { key, .. }
            | Refusal::WrongState { key } => (Why::Rules, Some(*key)),
            Refusal::UnderReview { cell, .. } => (Why::Closed, Some(Key::Value(*cell))),
            Refusal::OwnEntry { cell, .. } => (Why::Rights, Some(Key::Value(*cell))),
            Refusal::WrongMeasure { cell }
            | Refusal::Computed { cell }
            | Refusal::NotCollected { cell }
            | Refusal::NoteRequired { cell }
            | Refusal::NothingToSubmit { cell } => (Why::Rules, Some(Key::Value(*cell))),
            _ => (Why::Rules, None),
        };
        Did::Refused { why, key }
    }
}

impl Line {
    /// As it stands in the file.
    #[must_use]
    pub fn json(&self) -> String {
        // Numbers and words only: there is nothing in it that JSON could not say.
        serde_json::to_string(self).unwrap_or_default()
    }

    /// A line of a file; `None` for half a line, and for one of a newer program.
    pub(super) fn of_json(bytes: &[u8]) -> Option<Line> {
        serde_json::from_slice(bytes).ok()
    }
}

/// Which lines are asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asked {
    /// Not before this.
    pub since: Option<Timestamp>,
    /// Before this.
    pub until: Option<Timestamp>,
    /// What this user did.
    pub user: Option<UserId>,
    /// Where the page before ended; none for the first one.
    pub from: Option<Place>,
}

impl Asked {
    pub(super) fn fits(&self, line: &Line) -> bool {
        self.since.is_none_or(|it| it <= line.at)
            && self.until.is_none_or(|it| line.at < it)
            && (self.user.is_none() || self.user == line.user)
    }
}

/// A place in the log.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// The day of the file.
    pub date: NaiveDate,
    /// Which file of the day.
    pub number: u32,
    /// How far in it, in bytes.
    pub offset: u64,
}

/// What comes of asking.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Told {
    /// A page, the oldest first.
    Page(Page),
    /// Only an administrator may read it.
    Denied,
    /// It cannot be read now.
    Unreadable,
}

/// Lines of the log.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Page {
    /// The lines.
    pub lines: Vec<Line>,
    /// Lines that cannot be read: cut short by a kill, or of a newer program.
    pub unreadable: u64,
    /// Where the next page begins; none after the last.
    pub next: Option<Place>,
}
