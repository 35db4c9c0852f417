//! Rows of an indicator: organisations with whoever headed them.

use chrono::NaiveDate;
use proptest::prelude::*;
use smotr::analysis::roster::{Head, Roster, Standing, head_on, staffed_in};
use smotr::analysis::rows::{Row, rows};
use smotr::domain::catalogue::*;
use smotr::domain::command::{Command, PeriodStep};
use smotr::domain::ids::{EditionId, IndicatorId, OrganisationId, PeriodId, PersonId};
use smotr::domain::people::{AppointmentKind, OrganisationKind};
use smotr::domain::record::{Key, Record};
use smotr::domain::value::Subject;

use crate::support::measured::*;

/// Indicator 1 is the organisation's, 2 the head's own, 3 the organisation's on 20 May, 4 the municipality's.
fn world() -> Measured {
    let mut it = Measured::new();
    it.direction(1, 1);
    let plain = indicator(1, share(), bands(&[("-", "0"), ("50", "1")]));
    it.indicator(1, plain.clone());
    it.indicator(
        2,
        Indicator {
            level: SubjectKind::Person,
            ..plain.clone()
        },
    );
    it.indicator(
        3,
        Indicator {
            measured_on: Some((5, 20)),
            ..plain.clone()
        },
    );
    it.indicator(
        4,
        Indicator {
            level: SubjectKind::Municipality,
            ..plain
        },
    );
    it
}

fn rows_of(it: &Measured, indicator: u32) -> Vec<Row> {
    rows(&it.state, PeriodId(3), IndicatorId(indicator))
}

fn persons(rows: &[Row]) -> Vec<Option<u32>> {
    rows.iter()
        .map(|it| it.head.and_then(|it| it.person()).map(|it| it.0))
        .collect()
}

#[test]
fn organisations_stand_in_the_order_of_their_names_with_numbers_as_numbers() {
    let mut it = world();
    for (id, name) in [
        (1, "СШ № 12"),
        (2, "Гимназия № 4"),
        (3, "СШ № 2"),
        (4, "Ёлочка"),
    ] {
        it.organisation(id, name);
    }
    let order: Vec<_> = rows_of(&it, 1)
        .iter()
        .map(|it| it.organisation.unwrap().0)
        .collect();
    assert_eq!(order, [2, 4, 3, 1]);
}

#[test]
fn a_value_counts_towards_who_is_in_office_on_the_measuring_day() {
    let mut it = world();
    it.organisation(1, "СШ № 1");
    it.head(1, 1, 10, "2020-01-01", "2026-05-31");
    it.head(2, 1, 20, "2026-06-01", "");
    assert_eq!(persons(&rows_of(&it, 1)), [Some(20)]);
    assert_eq!(persons(&rows_of(&it, 3)), [Some(10)]);
    assert_eq!(persons(&rows_of(&it, 2)), [Some(10), Some(20)]);
    let row = &rows_of(&it, 2)[1];
    assert_eq!(row.subject, Some(Subject::Person(PersonId(20))));
    assert_eq!(row.standing, Standing::Short { months: 3 });
    assert_eq!(row.heads.len(), 2);
    assert_eq!(rows_of(&it, 2)[0].standing, Standing::Full);
}

#[test]
fn a_vacancy_is_a_row_that_says_since_when() {
    let mut it = world();
    it.organisation(1, "СШ № 1");
    it.head(1, 1, 10, "2020-01-01", "2026-01-11");
    let row = &rows_of(&it, 1)[0];
    let vacancy = Head::Vacancy {
        since: Some(day("2026-01-12")),
        until: None,
    };
    assert_eq!(row.head, Some(vacancy));
    assert_eq!(row.standing, Standing::Vacancy);
    assert_eq!(row.subject, Some(Subject::Organisation(OrganisationId(1))));
    let own = rows_of(&it, 2);
    assert_eq!(persons(&own), [Some(10), None]);
    assert_eq!(own[1].subject, None);
    assert_eq!(own[0].standing, Standing::Short { months: 4 });

    it.head(2, 1, 20, "2026-09-01", "");
    assert_eq!(
        rows_of(&it, 1)[0].head,
        Some(Head::Vacancy {
            since: Some(day("2026-01-12")),
            until: Some(day("2026-08-31")),
        })
    );
    let never = Head::Vacancy {
        since: None,
        until: None,
    };
    it.organisation(2, "СШ № 2");
    assert_eq!(rows_of(&it, 1)[1].head, Some(never));
}

#[test]
fn a_vacancy_stays_a_row_of_whoever_is_asked_when_the_period_is_closed() {
    use crate::support::world::{COUNT, GROMOV, NURSERY, OPEN, SCORE, World, rev};
    let mut world = World::new();
    let mut told = || {
        let of = |id| -> Vec<Row> {
            let all = rows(&world.state, OPEN, id).into_iter();
            all.filter(|it| it.organisation == Some(NURSERY)).collect()
        };
        let told = (of(SCORE), of(COUNT));
        if !world.state.results.contains_key(&OPEN) {
            let id = OPEN;
            let seen = rev(&world.state, Key::Period(id));
            let step = PeriodStep::Close { unready: true };
            let close = Command::StepPeriod { id, seen, step };
            world.act_as(GROMOV, close).unwrap();
        }
        told
    };
    let open = told();
    assert_eq!(persons(&open.0), [Some(4), None]);
    assert_eq!(told(), open);
}

#[test]
fn six_whole_months_are_enough_and_a_day_less_is_not() {
    for (from, standing) in [
        ("2026-03-01", Standing::Full),
        ("2026-03-02", Standing::Short { months: 5 }),
    ] {
        let mut it = world();
        it.organisation(1, "СШ № 1");
        it.head(1, 1, 10, from, "");
        assert_eq!(rows_of(&it, 1).last().unwrap().standing, standing, "{from}");
    }
}

#[test]
fn acting_is_for_information_until_it_becomes_permanent() {
    let mut it = world();
    it.organisation(1, "СШ № 1");
    it.appoint(
        1,
        1,
        10,
        "2025-01-01",
        "2026-06-30",
        AppointmentKind::Acting,
    );
    it.appoint(2, 1, 10, "2026-07-01", "", AppointmentKind::Permanent);
    let of = |it: &Measured, period| {
        let rows = rows(&it.state, PeriodId(period), IndicatorId(2));
        rows.iter().map(|it| it.standing).collect::<Vec<_>>()
    };
    assert_eq!(of(&it, 2), [Standing::Acting]);
    assert_eq!(
        of(&it, 3),
        [Standing::Full],
        "one row, and the months of acting count"
    );
}

#[test]
fn two_stretches_in_office_are_added_up() {
    let mut it = world();
    it.organisation(1, "СШ № 1");
    it.head(1, 1, 10, "2025-09-01", "2025-12-15");
    it.head(2, 1, 10, "2026-06-01", "2026-08-31");
    assert_eq!(
        rows_of(&it, 2)[0].standing,
        Standing::Full,
        "3 months 15 days and 3 months"
    );
    assert_eq!(rows_of(&it, 2).len(), 1);
    let vacancy = rows_of(&it, 2)[0].heads[1];
    assert_eq!(
        vacancy.dates(),
        (Some(day("2025-12-16")), Some(day("2026-05-31")))
    );
}

#[test]
fn closed_organisations_and_other_kinds_have_no_row() {
    let mut it = world();
    it.organisation(1, "СШ № 1");
    it.organisation(2, "СШ № 2");
    let change = |it: &mut Measured, id: u32, closed: Option<NaiveDate>, kind| {
        let mut body = it.state.organisations[&OrganisationId(id)].body.clone();
        body.closed = closed;
        body.kind = kind;
        it.put(
            Key::Organisation(OrganisationId(id)),
            Record::Organisation(body),
        );
    };
    change(
        &mut it,
        1,
        Some(day("2025-08-31")),
        OrganisationKind::School,
    );
    assert_eq!(rows_of(&it, 1).len(), 1);
    change(
        &mut it,
        1,
        Some(day("2025-09-01")),
        OrganisationKind::School,
    );
    assert_eq!(rows_of(&it, 1).len(), 2);
    let mut only_schools = it.state.indicators[&(EditionId(1), IndicatorId(1))]
        .body
        .clone();
    only_schools.kinds = vec![OrganisationKind::School];
    it.indicator(1, only_schools);
    change(&mut it, 1, None, OrganisationKind::Kindergarten);
    assert_eq!(rows_of(&it, 1).len(), 1);
}

#[test]
fn the_municipality_has_one_row_and_what_is_not_due_has_none() {
    let mut it = world();
    it.organisation(1, "СШ № 1");
    let row = &rows_of(&it, 4)[..];
    assert_eq!(row.len(), 1);
    assert_eq!(row[0].subject, Some(Subject::Municipality));
    let mut retired = it.state.indicators[&(EditionId(1), IndicatorId(1))]
        .body
        .clone();
    retired.retired = true;
    it.indicator(1, retired);
    assert!(rows_of(&it, 1).is_empty());
    assert!(rows_of(&it, 9).is_empty());
    assert!(Roster::of(&it.state, PeriodId(9)).organisations.is_empty());
}

/// A director of years for whom somebody acts from a day on; `to` is empty where the end is not known.
fn stood_in(from: &str, to: &str) -> Measured {
    let mut it = world();
    it.organisation(1, "СШ № 1");
    it.head(1, 1, 10, "2020-01-01", "");
    it.appoint(2, 1, 20, from, to, AppointmentKind::Acting);
    it
}

#[test]
fn an_organisation_stays_with_whoever_is_absent_nobody_knows_how_long() {
    let of = |from, to| persons(&rows_of(&stood_in(from, to), 1));
    assert_eq!(of("2025-12-02", ""), [Some(10)]);
    assert_eq!(of("2025-12-02", "2026-08-31"), [Some(20)]);
    assert_eq!(of("2025-12-02", "2026-02-01"), [Some(10)]);
    assert_eq!(of("2025-06-01", ""), [Some(20)], "absent all the period");
    let own = persons(&rows_of(&stood_in("2025-12-02", ""), 2));
    assert_eq!(own, [Some(10), Some(20)], "both have been in office");
    // Who is there on a day is another matter than towards whom the year counts.
    let on = |on| {
        let there = head_on(
            &stood_in("2025-12-02", "").state,
            OrganisationId(1),
            day(on),
        );
        there.and_then(|it| it.person()).map(|it| it.0)
    };
    assert_eq!((on("2025-12-01"), on("2025-12-02")), (Some(10), Some(20)));
    let mut left = stood_in("2025-12-02", "");
    left.head(1, 1, 10, "2020-01-01", "2026-03-01");
    assert_eq!(
        persons(&rows_of(&left, 1)),
        [Some(20)],
        "who has left is no head"
    );
}

proptest! {
    /// Nobody acting is at the head before the first day or after the last one, and without a last day only where there is nobody else.
    #[test]
    fn whoever_stands_in_does_so_on_known_days(begin in 0_i64..900, long in 0_i64..900, open: bool, asked in 0_i64..365) {
        let at = |days| day("2024-09-01") + chrono::Duration::days(days);
        let (from, to) = (at(begin), (!open).then(|| at(begin + long)));
        let it = stood_in(&from.to_string(), &to.map_or_else(String::new, |it| it.to_string()));
        let staffed = staffed_in(&it.state, PeriodId(3), OrganisationId(1)).unwrap();
        let on = staffed.days.0 + chrono::Duration::days(asked).min(staffed.days.1 - staffed.days.0);
        let acts = match to {
            Some(to) => from <= on && on <= to,
            None => from <= staffed.days.0,
        };
        let head = staffed.head_on(on).person().map(|it| it.0);
        prop_assert_eq!(head, Some(if acts { 20 } else { 10 }));
    }
}
