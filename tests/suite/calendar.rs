//! When periods begin, end and are due: what usually follows, and the parts of a year.

use chrono::{Datelike, Days, NaiveDate};
use proptest::prelude::*;
use smotr::domain::calendar::{Calendar, Usual};
use smotr::domain::period::PeriodKind::{self, CalendarYear, HalfYear, Quarter, SchoolYear};
use smotr::domain::period::{Period, PeriodState};

use crate::support::world::{EDITION, date};

/// A period of these days.
fn period(kind: PeriodKind, from: &str, to: &str, deadline: Option<&str>) -> Period {
    Period {
        name: format!("{from} {to}"),
        kind,
        from: date(from),
        to: date(to),
        deadline: deadline.map(date),
        locks: false,
        edition: EDITION,
        state: PeriodState::Open,
        exceptions: Vec::new(),
        approved_by: None,
        events: Vec::new(),
    }
}

fn line(it: &Usual) -> String {
    format!("{} {} {} {}", it.name, it.from, it.to, it.deadline)
}

#[test]
fn what_usually_follows() {
    let check = |kind, all: &[&Period], day: &str, expected: &str| {
        let got = line(&Usual::after(kind, all, date(day)));
        assert_eq!(got, expected, "{kind:?} {day}");
    };
    for (kind, day, expected) in [
        (
            SchoolYear,
            "2026-05-23",
            "2025/26 2025-09-01 2026-08-31 2026-06-25",
        ),
        (
            SchoolYear,
            "2026-09-01",
            "2026/27 2026-09-01 2027-08-31 2027-06-25",
        ),
        (
            SchoolYear,
            "1999-12-31",
            "1999/00 1999-09-01 2000-08-31 2000-06-25",
        ),
        (
            CalendarYear,
            "2026-05-23",
            "2026 2026-01-01 2026-12-31 2027-01-10",
        ),
        (
            HalfYear,
            "2025-12-31",
            "2025/26-1 2025-09-01 2025-12-31 2026-01-10",
        ),
        (
            HalfYear,
            "2026-01-01",
            "2025/26-2 2026-01-01 2026-08-31 2026-09-10",
        ),
        (
            Quarter,
            "2026-02-28",
            "2025/26-II 2025-12-01 2026-02-28 2026-03-10",
        ),
        (
            Quarter,
            "2026-12-01",
            "2026/27-II 2026-12-01 2027-02-28 2027-03-10",
        ),
    ] {
        check(kind, &[], day, expected);
    }
    let school = period(SchoolYear, "2025-09-01", "2026-08-31", Some("2026-07-10"));
    let next = "2026/27 2026-09-01 2027-08-31 2027-07-10";
    check(SchoolYear, &[&school], "2020-01-01", next);
    // A part of a year is not due after it, and follows what is there already.
    let last = "2025/26-IV 2026-06-01 2026-08-31 2026-07-10";
    check(Quarter, &[&school], "2026-06-15", last);
    let quarter = period(Quarter, "2025-10-01", "2025-12-31", None);
    let next = "2026-I 2026-01-01 2026-03-31 2026-04-10";
    check(Quarter, &[&school, &quarter], "2020-01-01", next);
    // Where only calendar years are kept, their quarters are meant.
    let civil = period(CalendarYear, "2026-01-01", "2026-12-31", None);
    let second = "2026-II 2026-04-01 2026-06-30 2026-07-10";
    check(Quarter, &[&civil], "2026-05-23", second);
    // The first half is due after it ends, though the second one was due before.
    let half = period(HalfYear, "2026-01-01", "2026-08-31", Some("2026-06-25"));
    let first = "2026/27-1 2026-09-01 2026-12-31 2027-01-10";
    check(HalfYear, &[&half], "2026-05-23", first);
}

/// The parts of a year, a line each.
fn parts(kind: PeriodKind, calendar: Calendar, year: (&str, &str), due: Option<&str>) -> String {
    let days = (date(year.0), date(year.1));
    let parts = Usual::parts(kind, calendar, days, due.map(date), &[]);
    let lines: Vec<String> = parts.iter().map(line).collect();
    lines.join("\n")
}

#[test]
fn the_parts_of_a_year() {
    let school = ("2025-09-01", "2026-08-31");
    assert_eq!(
        parts(HalfYear, Calendar::School, school, Some("2026-06-25")),
        "2025/26-1 2025-09-01 2025-12-31 2026-01-10\n\
         2025/26-2 2026-01-01 2026-08-31 2026-06-25"
    );
    assert_eq!(
        parts(Quarter, Calendar::School, school, Some("2026-06-25")),
        "2025/26-I 2025-09-01 2025-11-30 2025-12-10\n\
         2025/26-II 2025-12-01 2026-02-28 2026-03-10\n\
         2025/26-III 2026-03-01 2026-05-31 2026-06-10\n\
         2025/26-IV 2026-06-01 2026-08-31 2026-06-25"
    );
    assert_eq!(
        parts(
            HalfYear,
            Calendar::Civil,
            ("2026-01-01", "2026-12-31"),
            None
        ),
        "2026-1 2026-01-01 2026-06-30 2026-07-10\n\
         2026-2 2026-07-01 2026-12-31 2027-01-10"
    );
    // A year that ends with the lessons, and one that begins a few days early.
    let lessons = parts(
        Quarter,
        Calendar::School,
        ("2025-09-01", "2026-06-30"),
        None,
    );
    assert!(lessons.ends_with("2025/26-IV 2026-06-01 2026-06-30 2026-07-10"));
    let early = parts(
        HalfYear,
        Calendar::School,
        ("2025-08-25", "2026-08-31"),
        None,
    );
    assert!(early.starts_with("2025/26-1 2025-08-25 2025-12-31 2026-01-10"));
    // One that ends a few days late: they are no quarter of the next year.
    let late = parts(
        Quarter,
        Calendar::School,
        ("2025-09-01", "2026-09-05"),
        None,
    );
    let last = late.lines().last();
    assert_eq!(last, Some("2025/26-IV 2026-06-01 2026-09-05 2026-09-15"));
}

fn any_day() -> impl Strategy<Value = NaiveDate> {
    (2015_i32..2040, 1_u32..=366).prop_map(|(year, day)| {
        NaiveDate::from_yo_opt(year, day).unwrap_or_else(|| date("2024-02-29"))
    })
}

proptest! {
    /// Whatever days a year has and whenever it is due: its parts cover it without gap or overlap, in order, and so do their deadlines;
    /// none is due before it begins, nor after the year unless it begins only then.
    #[test]
    fn parts_cover_the_year_and_are_due_in_order(
        from in any_day(),
        days in 0_u64..500,
        due in proptest::option::of(0_u64..600),
        quarters: bool,
        civil: bool,
    ) {
        let to = from + Days::new(days);
        let due = due.map(|it| from + Days::new(it));
        let kind = if quarters { Quarter } else { HalfYear };
        let calendar = if civil { Calendar::Civil } else { Calendar::School };
        let parts = Usual::parts(kind, calendar, (from, to), due, &[]);
        prop_assert_eq!(parts.first().map(|it| it.from), Some(from));
        prop_assert_eq!(parts.last().map(|it| it.to), Some(to));
        for (one, next) in parts.iter().zip(parts.iter().skip(1)) {
            prop_assert_eq!(one.to.succ_opt(), Some(next.from));
            prop_assert!(one.deadline <= next.deadline, "{one:?} {next:?}");
            prop_assert_ne!(&one.name, &next.name);
        }
        for it in &parts {
            prop_assert!(it.from <= it.to && it.from <= it.deadline, "{it:?}");
            let late = due.is_some_and(|due| it.deadline > due.max(it.from));
            prop_assert!(!late, "{it:?} {due:?}");
        }
    }

    /// What usually follows follows at once, and a year of it later it is called otherwise and lies on the same days.
    #[test]
    fn what_follows_follows_at_once(day in any_day(), kind in 0_usize..4) {
        let kind = [SchoolYear, CalendarYear, HalfYear, Quarter][kind];
        let first = Usual::after(kind, &[], day);
        prop_assert!(first.from <= day && day <= first.to, "{first:?} {day}");
        let mut there = period(kind, "2020-01-01", "2020-01-02", None);
        (there.from, there.to, there.deadline) = (first.from, first.to, Some(first.deadline));
        let next = Usual::after(kind, &[&there], day);
        prop_assert_eq!(first.to.succ_opt(), Some(next.from));
        prop_assert_ne!(&first.name, &next.name);
        prop_assert_eq!(next.from.day(), 1);
    }
}
