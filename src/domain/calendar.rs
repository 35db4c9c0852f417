//! The calendar of monitoring: when a year, a half-year and a quarter begin and end, what a period is usually called, and by when its
//! values are usually expected.
//!
//! Knows the days only, not what is stored or shown. Invariants: the parts of a year cover it without a gap and without an overlap, and
//! none is usually due after the year itself.

use chrono::{Datelike, Days, NaiveDate};
use serde::{Deserialize, Serialize};

use super::period::{Period, PeriodKind};

/// By which year parts are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Calendar {
    /// From 1 September: halves from 1 September and 1 January, quarters of three months.
    School,
    /// From 1 January: halves of six months, quarters of three.
    Civil,
}

/// Most parts of one year: whoever types a year too many gets no list of centuries.
const MOST_PARTS: usize = 8;

/// Days at the beginning of a year that are too few for a part of their own.
const TOO_FEW: i64 = 31;

/// Days at its end that are: a year of lessons has its last quarter in June.
const TOO_FEW_LAST: i64 = 15;

/// Quarters are told from half-years by their figures, as papers write them.
const QUARTERS: [&str; 4] = ["I", "II", "III", "IV"];

impl Calendar {
    /// By which year a period is counted: a year says so itself, a part by its days.
    #[must_use]
    pub fn of(period: &Period) -> Calendar {
        let is_whole =
            |it: Calendar| it.around(period.kind, period.from) == (period.from, period.to);
        match period.kind {
            PeriodKind::CalendarYear => Calendar::Civil,
            PeriodKind::SchoolYear => Calendar::School,
            PeriodKind::HalfYear | PeriodKind::Quarter => match is_whole(Calendar::Civil) {
                true => Calendar::Civil,
                false => Calendar::School,
            },
        }
    }

    /// The month in which the year begins.
    fn begins(self) -> u32 {
        match self {
            Calendar::School => 9,
            Calendar::Civil => 1,
        }
    }

    /// The months in which periods of a kind begin, in the order of the year.
    fn months(self, kind: PeriodKind) -> &'static [u32] {
        match (self, kind) {
            (_, PeriodKind::SchoolYear) => &[9],
            (_, PeriodKind::CalendarYear) => &[1],
            (Calendar::School, PeriodKind::HalfYear) => &[9, 1],
            (Calendar::School, PeriodKind::Quarter) => &[9, 12, 3, 6],
            (Calendar::Civil, PeriodKind::HalfYear) => &[1, 7],
            (Calendar::Civil, PeriodKind::Quarter) => &[1, 4, 7, 10],
        }
    }

    /// The year, by the one in which it begins, and the place in it of the period of a kind that has this day.
    fn place(self, kind: PeriodKind, day: NaiveDate) -> (i32, usize) {
        let since = |month: u32| (month + 12 - self.begins()) % 12;
        let begun = |it: &&u32| since(**it) <= since(day.month());
        let passed = self.months(kind).iter().filter(begun).count();
        let year = day.year() - i32::from(day.month() < self.begins());
        (year, passed.saturating_sub(1))
    }

    /// The first and the last day of the period of a kind that has this day.
    fn around(self, kind: PeriodKind, day: NaiveDate) -> (NaiveDate, NaiveDate) {
        let (year, at) = self.place(kind, day);
        let months = self.months(kind);
        let first = |at: usize| {
            let later = i32::try_from(at / months.len()).unwrap_or(0);
            let month = *months.get(at % months.len())?;
            let year = year + later + i32::from(month < self.begins());
            NaiveDate::from_ymd_opt(year, month, 1)
        };
        let last = first(at + 1).and_then(|it| it.pred_opt());
        (first(at).unwrap_or(day), last.unwrap_or(day))
    }

    /// `2025/26` or `2026` for a year, `2025/26-1` for a half of it, `2025/26-I` for a quarter.
    fn name(self, kind: PeriodKind, day: NaiveDate) -> String {
        let (year, at) = self.place(kind, day);
        let name = match self {
            Calendar::School => format!("{year}/{:02}", (year + 1).rem_euclid(100)),
            Calendar::Civil => year.to_string(),
        };
        match kind {
            PeriodKind::SchoolYear | PeriodKind::CalendarYear => name,
            PeriodKind::HalfYear => format!("{name}-{}", at + 1),
            PeriodKind::Quarter => {
                let at = QUARTERS.get(at).copied().unwrap_or_default();
                format!("{name}-{at}")
            }
        }
    }
}

/// What the next period is usually called and when it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Usual {
    /// Name: `2026/27`, `2026/27-1` for a half-year, `2026/27-III` for a quarter.
    pub name: String,
    /// First day.
    pub from: NaiveDate,
    /// Last day, inclusive.
    pub to: NaiveDate,
    /// Values are expected by this day.
    pub deadline: NaiveDate,
}

impl Usual {
    /// The period of a kind that follows the last one there is; without one, that in which the day lies, counted as the latest year is.
    /// A deadline is as far from the end as a year before, and not after that of a year around it.
    #[must_use]
    pub fn after(kind: PeriodKind, all: &[&Period], day: NaiveDate) -> Usual {
        let latest = |fits: &dyn Fn(&Period) -> bool| {
            let of = all.iter().copied().filter(|it| fits(it));
            of.max_by_key(|it| it.to)
        };
        let last = latest(&|it| it.kind == kind);
        let day = last.map_or(day, |it| it.to.succ_opt().unwrap_or(it.to));
        let like = last.or_else(|| latest(&|it| it.kind.is_year()));
        let calendar = match kind {
            PeriodKind::SchoolYear => Calendar::School,
            PeriodKind::CalendarYear => Calendar::Civil,
            _ => like.map_or(Calendar::School, Calendar::of),
        };
        let (from, to) = calendar.around(kind, day);
        let year = latest(&|it| it.kind.is_year() && it.from <= from && to <= it.to);
        let year = year.filter(|_| !kind.is_year()).and_then(|it| it.deadline);
        Usual::of(calendar, kind, (from, to), (year, all))
    }

    /// The half-years or the quarters of a year of these days, in order: of a year that begins or ends on other days than usual the first
    /// and the last are shorter or longer. `due` is the deadline of the year, `all` what periods there are.
    #[must_use]
    pub fn parts(
        kind: PeriodKind,
        calendar: Calendar,
        (from, to): (NaiveDate, NaiveDate),
        due: Option<NaiveDate>,
        all: &[&Period],
    ) -> Vec<Usual> {
        let end = |day: NaiveDate| calendar.around(kind, day).1.min(to);
        let mut parts = Vec::new();
        let mut next = Some(from).filter(|it| *it <= to);
        while let Some(first) = next.filter(|_| parts.len() < MOST_PARTS) {
            let mut last = end(first);
            if parts.is_empty() && (last - first).num_days() < TOO_FEW && last < to {
                last = last.succ_opt().map_or(last, end);
            }
            if (to - last).num_days() < TOO_FEW_LAST {
                last = to;
            }
            let mut part = Usual::of(calendar, kind, (first, last), (due, all));
            let before = parts.last().map(|it: &Usual| it.deadline);
            part.deadline = before.map_or(part.deadline, |it| it.max(part.deadline));
            parts.push(part);
            next = last.succ_opt().filter(|it| *it <= to);
        }
        parts
    }

    /// A period of these days with its usual name and deadline.
    fn of(
        calendar: Calendar,
        kind: PeriodKind,
        (from, to): (NaiveDate, NaiveDate),
        (due, all): (Option<NaiveDate>, &[&Period]),
    ) -> Usual {
        // The same part of an earlier year: the second half-year is due before it ends, the first one after.
        let months = |from: NaiveDate, to: NaiveDate| (from.month(), to.month());
        let same = |it: &Period| it.kind == kind && months(it.from, it.to) == months(from, to);
        let before = all.iter().filter(|it| same(it)).max_by_key(|it| it.to);
        let kept = before.and_then(|it| to.checked_sub_signed(it.to - it.deadline?));
        let usual = match kind {
            PeriodKind::SchoolYear => NaiveDate::from_ymd_opt(to.year(), 6, 25),
            _ => to.checked_add_days(Days::new(10)),
        };
        let deadline = kept.or(usual).filter(|it| *it >= from).unwrap_or(to);
        let deadline = due.map_or(deadline, |due| deadline.min(due)).max(from);
        // A part that has taken in days of its neighbour is named by where most of it lies.
        let middle = from + Days::new((to - from).num_days().unsigned_abs() / 2);
        Usual {
            name: calendar.name(kind, middle),
            from,
            to,
            deadline,
        }
    }
}
