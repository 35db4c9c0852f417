//! Periods, and the numbers that belong to a period rather than to a cell.

use chrono::{Datelike, Days, NaiveDate};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::ids::{DocumentId, EditionId, OrganisationId, UserId};

/// A school year, half-year or quarter (период), bound to one edition.
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

/// Most parts of one period.
const MOST_PARTS: usize = 8;

/// What the next period is usually called and when it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Usual {
    /// Name: `2026/27`, `2026/27-1` for a half-year, `2026-3` for a quarter of the calendar year.
    pub name: String,
    /// First day.
    pub from: NaiveDate,
    /// Last day, inclusive.
    pub to: NaiveDate,
    /// Values are expected by this day.
    pub deadline: NaiveDate,
}

impl Usual {
    /// The period of a kind that follows the one before; without one, that in which the day lies. A school year begins on 1 September, its
    /// halves on 1 September and 1 January; a deadline keeps its distance from the period's end, and is on 25 June or ten days after the
    /// period where there was none.
    #[must_use]
    pub fn after(kind: PeriodKind, before: Option<&Period>, day: NaiveDate) -> Usual {
        let day = before.map_or(day, |it| it.to.succ_opt().unwrap_or(it.to));
        Usual::on(kind, before, day)
    }

    /// The periods of a kind that have a day in common with these days, in order; those at the ends may reach beyond them: a quarter of the
    /// calendar begins in July and ends in a school year's first month. Deadlines as after the one before.
    #[must_use]
    pub fn parts(
        kind: PeriodKind,
        before: Option<&Period>,
        (from, to): (NaiveDate, NaiveDate),
    ) -> Vec<Usual> {
        let first = (from <= to).then(|| Usual::on(kind, before, from));
        std::iter::successors(first, |it| {
            let next = it.to.succ_opt().filter(|it| *it <= to)?;
            Some(Usual::on(kind, before, next))
        })
        // Whoever types a year too many gets no list of centuries.
        .take(MOST_PARTS)
        .collect()
    }

    /// The period of a kind in which a day lies, with the deadline as far from its end as in the one before.
    fn on(kind: PeriodKind, before: Option<&Period>, day: NaiveDate) -> Usual {
        let (year, month) = (day.year(), day.month());
        let autumn = if month >= 9 { year } else { year - 1 };
        let school_year = format!("{autumn}/{:02}", (autumn + 1).rem_euclid(100));
        let (name, first, last) = match kind {
            PeriodKind::SchoolYear => (school_year, (autumn, 9), (autumn + 1, 8)),
            PeriodKind::HalfYear if month >= 9 => {
                (format!("{school_year}-1"), (year, 9), (year, 12))
            }
            PeriodKind::HalfYear => (format!("{school_year}-2"), (year, 1), (year, 8)),
            PeriodKind::Quarter => {
                let quarter = (month - 1) / 3;
                let name = format!("{year}-{}", quarter + 1);
                (name, (year, quarter * 3 + 1), (year, quarter * 3 + 3))
            }
        };
        let from = NaiveDate::from_ymd_opt(first.0, first.1, 1).unwrap_or(day);
        let to = last_day(last.0, last.1).unwrap_or(day);
        let usual = match kind {
            PeriodKind::SchoolYear => NaiveDate::from_ymd_opt(to.year(), 6, 25),
            PeriodKind::HalfYear | PeriodKind::Quarter => to.checked_add_days(Days::new(10)),
        };
        let kept = before.and_then(|it| to.checked_sub_signed(it.to - it.deadline?));
        let deadline = kept.or(usual).filter(|it| *it >= from).unwrap_or(to);
        Usual {
            name,
            from,
            to,
            deadline,
        }
    }
}

fn last_day(year: i32, month: u32) -> Option<NaiveDate> {
    let (year, next) = if month == 12 {
        (year + 1, 1)
    } else {
        (year, month + 1)
    };
    NaiveDate::from_ymd_opt(year, next, 1)?.pred_opt()
}

/// Length of a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum PeriodKind {
    /// Учебный год.
    SchoolYear,
    /// Полугодие.
    HalfYear,
    /// Квартал.
    Quarter,
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
