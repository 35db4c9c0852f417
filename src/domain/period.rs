//! Periods, and the numbers that belong to a period rather than to a cell.

use chrono::{Datelike, NaiveDate};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::ids::{DocumentId, EditionId, OrganisationId, UserId};

/// A year, half-year or quarter (период), bound to one edition.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Period {
    /// Name as shown and typed: `2025/26`.
    pub name: String,
    /// How long it is.
    pub kind: PeriodKind,
    /// First day.
    pub from: NaiveDate,
    /// Last day, inclusive.
    pub to: NaiveDate,
    /// Values are expected by this day.
    pub deadline: Option<NaiveDate>,
    /// Whether nothing is entered any more once the deadline has passed; otherwise it only says by when values are expected.
    pub locks: bool,
    /// The edition by which it is measured and scored.
    pub edition: EditionId,
    /// Where it stands.
    pub state: PeriodState,
    /// Organisations that may hand in later than the others, each once.
    pub exceptions: Vec<Exception>,
    /// The act that approved the results, once there is one.
    pub approved_by: Option<DocumentId>,
    /// What was done with the period as a whole, the earliest first.
    pub events: Vec<PeriodEvent>,
}

/// An organisation has longer than the others.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Exception {
    /// Which.
    pub organisation: OrganisationId,
    /// The last day on which its values are taken.
    pub until: NaiveDate,
    /// Why.
    pub reason: String,
}

/// Something done with a period as a whole, with its reason.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PeriodEvent {
    /// What.
    pub deed: PeriodDeed,
    /// When.
    pub on: NaiveDate,
    /// By whom.
    pub by: UserId,
    /// Why; empty where nothing need be said.
    pub reason: String,
    /// The act it rests on.
    pub act: Option<DocumentId>,
}

/// What can be done with a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum PeriodDeed {
    /// Opened for entry.
    Opened,
    /// Entry ended, values are being checked.
    Reviewed,
    /// Closed, with its results.
    Closed,
    /// Opened again after it was closed.
    Reopened,
    /// Moved to another edition while it was open.
    Moved {
        /// The edition it had before.
        from: EditionId,
    },
    /// Scored anew by another edition after it was closed.
    Rescored {
        /// The edition it had before.
        from: EditionId,
    },
}

impl Period {
    /// The last day on which values of an organisation are taken; `None` without a deadline.
    #[must_use]
    pub fn deadline_of(&self, organisation: OrganisationId) -> Option<NaiveDate> {
        let exception = (self.exceptions.iter()).find(|it| it.organisation == organisation);
        let deadline = self.deadline?;
        Some(exception.map_or(deadline, |it| it.until.max(deadline)))
    }

    /// The day after which nothing may be entered for an organisation, where the period says that; for the municipality with none.
    #[must_use]
    pub fn locked_after(&self, organisation: Option<OrganisationId>) -> Option<NaiveDate> {
        let until = match organisation {
            Some(id) => self.deadline_of(id),
            None => self.deadline,
        };
        until.filter(|_| self.locks)
    }

    /// Whether it has a day in common with another of its kind.
    #[must_use]
    pub fn overlaps(&self, other: &Period) -> bool {
        self.kind == other.kind && self.from <= other.to && other.from <= self.to
    }

    /// The day on which an indicator with this `measured_on` is measured; without one, the last day.
    /// A month and day that the period does not contain (or that does not exist) also give the last day.
    #[must_use]
    pub fn measuring_day(&self, measured_on: Option<(u32, u32)>) -> NaiveDate {
        let Some((month, day)) = measured_on else {
            return self.to;
        };
        [self.from.year(), self.to.year()]
            .into_iter()
            .filter_map(|year| NaiveDate::from_ymd_opt(year, month, day))
            .find(|date| self.from <= *date && *date <= self.to)
            .unwrap_or(self.to)
    }
}

/// Length of a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum PeriodKind {
    /// Учебный год.
    SchoolYear,
    /// Календарный год.
    CalendarYear,
    /// Полугодие.
    HalfYear,
    /// Квартал.
    Quarter,
}

impl PeriodKind {
    /// All lengths, the longest first.
    pub const ALL: [PeriodKind; 4] = [
        PeriodKind::SchoolYear,
        PeriodKind::CalendarYear,
        PeriodKind::HalfYear,
        PeriodKind::Quarter,
    ];

    /// Whether it is a year, which has parts.
    #[must_use]
    pub fn is_year(self) -> bool {
        matches!(self, PeriodKind::SchoolYear | PeriodKind::CalendarYear)
    }
}

/// Where a period stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum PeriodState {
    /// Not yet open for entry.
    Planned,
    /// Open for entry.
    Open,
    /// Entry is over, values are being checked; changes are still possible.
    Review,
    /// Closed: nothing in it changes.
    Closed,
}

impl PeriodState {
    /// Whether values may be entered.
    #[must_use]
    pub fn takes_values(self) -> bool {
        matches!(self, PeriodState::Open | PeriodState::Review)
    }
}

/// A base quantity's number for an organisation in a period.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BaseValue {
    /// The number, ≥ 0.
    pub number: Decimal,
}

/// The other side of a benchmark in a period, e.g. the region's percentage.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reference {
    /// The number.
    pub number: Decimal,
    /// Where it comes from.
    pub source: String,
}
