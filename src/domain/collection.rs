//! Collecting the numbers of an organisation for a period (сбор данных): what was asked for, what came in, what became of it.
//!
//! Owns the order of things and where they stand. «Внесено k из n» is counted, never kept, and is not known here.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::day;
use super::entering::Seen;
use super::ids::{OrganisationId, PeriodId};
use super::period::Period;

/// How the numbers of an organisation are collected for a period. One without an event is not kept.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Collection {
    /// What happened, the earliest first.
    pub events: Vec<CollectionEvent>,
}

/// Something that happened while numbers were collected.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CollectionEvent {
    /// On which day.
    #[serde(with = "day")]
    pub on: NaiveDate,
    /// What.
    pub deed: CollectionDeed,
}

impl CollectionEvent {
    /// Whether it is the request.
    #[must_use]
    pub fn is_request(&self) -> bool {
        matches!(self.deed, CollectionDeed::Requested { .. })
    }
}

/// What can happen while numbers are collected. A number may be empty: not everything has one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum CollectionDeed {
    /// Запрос направлен.
    Requested {
        /// Исходящий №.
        number: String,
    },
    /// Получено.
    Received {
        /// Входящий №.
        number: String,
        /// In which form.
        form: ReceiptForm,
    },
    /// Принято.
    Accepted,
    /// Возвращено на доработку.
    Returned {
        /// Why.
        reason: String,
        /// By when it is expected again; `None`: by the deadline there was.
        #[serde(with = "day::maybe")]
        until: Option<NaiveDate>,
    },
    /// Напоминание направлено.
    Reminded {
        /// Исходящий №.
        number: String,
    },
}

/// In which form numbers came in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum ReceiptForm {
    /// На бумаге.
    Paper,
    /// Письмом.
    Letter,
    /// Файлом.
    File,
}

impl ReceiptForm {
    /// All forms.
    pub const ALL: [ReceiptForm; 3] = [ReceiptForm::Paper, ReceiptForm::Letter, ReceiptForm::File];
}

/// Where the collecting stands, in the order of the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CollectionStage {
    /// Nothing was asked for.
    NotRequested,
    /// Asked for, and nothing came.
    Requested,
    /// Sent back, and nothing came since.
    Returned,
    /// Something came and is not looked through.
    Received,
    /// What came was taken.
    Accepted,
}

impl CollectionStage {
    /// All stages, in the order of the way.
    pub const ALL: [CollectionStage; 5] = [
        CollectionStage::NotRequested,
        CollectionStage::Requested,
        CollectionStage::Returned,
        CollectionStage::Received,
        CollectionStage::Accepted,
    ];

    /// Whether something is still to come from the organisation.
    #[must_use]
    pub fn waits(self) -> bool {
        self < CollectionStage::Received
    }

    /// Whether something was asked for and has not come, or not come again.
    #[must_use]
    pub fn is_owed(self) -> bool {
        matches!(self, CollectionStage::Requested | CollectionStage::Returned)
    }
}

impl Collection {
    /// Where it stands.
    #[must_use]
    pub fn stage(&self) -> CollectionStage {
        let stages = self.events.iter().rev().map(|it| match it.deed {
            CollectionDeed::Requested { .. } => Some(CollectionStage::Requested),
            CollectionDeed::Received { .. } => Some(CollectionStage::Received),
            CollectionDeed::Accepted => Some(CollectionStage::Accepted),
            CollectionDeed::Returned { .. } => Some(CollectionStage::Returned),
            CollectionDeed::Reminded { .. } => None,
        });
        (stages.flatten().next()).unwrap_or(CollectionStage::NotRequested)
    }

    /// The last request: its number and day.
    #[must_use]
    pub fn request(&self) -> Option<(&str, NaiveDate)> {
        self.events.iter().rev().find_map(|it| match &it.deed {
            CollectionDeed::Requested { number } => Some((number.as_str(), it.on)),
            _ => None,
        })
    }

    /// What came in last: its number, day and form.
    #[must_use]
    pub fn receipt(&self) -> Option<(&str, NaiveDate, ReceiptForm)> {
        self.events.iter().rev().find_map(|it| match &it.deed {
            CollectionDeed::Received { number, form } => Some((number.as_str(), it.on, *form)),
            _ => None,
        })
    }

    /// Why it was sent back last, on which day, and by when it is expected again.
    #[must_use]
    pub fn returned(&self) -> Option<(&str, NaiveDate, Option<NaiveDate>)> {
        self.events.iter().rev().find_map(|it| match &it.deed {
            CollectionDeed::Returned { reason, until } => Some((reason.as_str(), it.on, *until)),
            _ => None,
        })
    }

    /// Whether a request of that day would be the first, and stand before all that came: it is often noted when the answer is there already.
    #[must_use]
    pub fn begins_with(&self, request: NaiveDate) -> bool {
        let first = self.events.first();
        self.request().is_none() && first.is_none_or(|it| request <= it.on)
    }

    /// Whether something more was asked for after something had come, and has not come yet.
    #[must_use]
    pub fn is_asked_again(&self) -> bool {
        self.stage() == CollectionStage::Requested && self.receipt().is_some()
    }

    /// What can be taken back: the last that was noted to have happened, and the first request, which goes before all else whenever it was
    /// noted.
    pub fn taken_back(&self) -> impl Iterator<Item = &CollectionEvent> {
        let last = self.events.last();
        let request = (self.events.first()).filter(|it| it.is_request() && Some(*it) != last);
        last.into_iter().chain(request)
    }

    /// The reminders: their numbers and days.
    pub fn reminders(&self) -> impl DoubleEndedIterator<Item = (&str, NaiveDate)> {
        self.events.iter().filter_map(|it| match &it.deed {
            CollectionDeed::Reminded { number } => Some((number.as_str(), it.on)),
            _ => None,
        })
    }
}

/// The day by which something is expected of an organisation: that which it was given when its numbers were sent back, else that of the
/// period. Whoever had sent in time, and was asked again or given no other day, is late for nothing.
#[must_use]
pub fn expected_by(
    period: &Period,
    organisation: OrganisationId,
    collection: Option<&Collection>,
) -> Option<NaiveDate> {
    let term = period.deadline_of(organisation);
    let again = collection.and_then(|it| match it.stage() {
        CollectionStage::Returned => it.returned().map(|(_, on, until)| (on, until)),
        _ if it.is_asked_again() => it.request().map(|(_, on)| (on, None)),
        _ => None,
    });
    match again {
        Some((on, until)) => until.or(term.filter(|it| *it >= on)),
        None => term,
    }
}

/// The same noted of one organisation or of many.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Collecting {
    /// For which period.
    pub period: PeriodId,
    /// Which, with what the person has seen.
    pub organisations: Vec<(OrganisationId, Seen)>,
    /// What.
    pub step: CollectionStep,
}

/// What is noted of the collecting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum CollectionStep {
    /// Something happened. A request that is the first goes before all that came; where one waits for an answer there is no other.
    Note(CollectionEvent),
    /// This did not happen: the last of all, or the first request.
    TakeBack(CollectionEvent),
    /// The last request was this one.
    PutRight(CollectionEvent),
}
