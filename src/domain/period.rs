//! Periods, and the numbers that belong to a period rather than to a cell.

use chrono::{Datelike, NaiveDate};
use rust_decimal::Decimal;

use super::ids::EditionId;

/// A school year, half-year or quarter (период), bound to one edition.
#[derive(Clone, Debug, PartialEq, Eq)]
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
    /// The edition by which it is measured and scored.
    pub edition: EditionId,
    /// Where it stands.
    pub state: PeriodState,
}

impl Period {
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
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PeriodKind {
    /// Учебный год.
    SchoolYear,
    /// Полугодие.
    HalfYear,
    /// Квартал.
    Quarter,
}

/// Where a period stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BaseValue {
    /// The number, ≥ 0.
    pub number: Decimal,
}

/// The other side of a benchmark in a period, e.g. the region's percentage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    /// The number.
    pub number: Decimal,
    /// Where it comes from.
    pub source: String,
}
