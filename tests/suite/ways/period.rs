//! The next period: suggested, added, gone to.

use chrono::NaiveDate;
use smotr::domain::ids::PeriodId;
use smotr::domain::period::{Period, PeriodKind, PeriodState, Usual};

use super::*;

/// The form of a new period.
fn opening() -> Stage {
    let mut stage = stage();
    stage.press("Г").expect("Новый период");
    stage
}

fn added(stage: &Stage) -> Option<(PeriodId, Period)> {
    let last = stage.state.periods.iter().next_back()?;
    (*last.0 != OPEN).then(|| (*last.0, last.1.body.clone()))
}

#[test]
fn what_usually_follows() {
    let check = |kind, before: Option<&Period>, day: &str, expected: [&str; 4]| {
        let it = Usual::after(kind, before, date(day));
        let date = |it: NaiveDate| it.to_string();
        let got = [it.name, date(it.from), date(it.to), date(it.deadline)];
        assert_eq!(got, expected, "{kind:?} {day}");
        it.from
    };
    use PeriodKind::{HalfYear, Quarter, SchoolYear};
    for (kind, day, expected) in [
        (
            SchoolYear,
            "2026-05-23",
            ["2025/26", "2025-09-01", "2026-08-31", "2026-06-25"],
        ),
        (
            SchoolYear,
            "2026-09-01",
            ["2026/27", "2026-09-01", "2027-08-31", "2027-06-25"],
        ),
        (
            SchoolYear,
            "1999-12-31",
            ["1999/00", "1999-09-01", "2000-08-31", "2000-06-25"],
        ),
        (
            HalfYear,
            "2025-12-31",
            ["2025/26-1", "2025-09-01", "2025-12-31", "2026-01-10"],
        ),
        (
            HalfYear,
            "2026-01-01",
            ["2025/26-2", "2026-01-01", "2026-08-31", "2026-09-10"],
        ),
        (
            Quarter,
            "2026-02-28",
            ["2026-1", "2026-01-01", "2026-03-31", "2026-04-10"],
        ),
        (
            Quarter,
            "2026-12-01",
            ["2026-4", "2026-10-01", "2026-12-31", "2027-01-10"],
        ),
    ] {
        let from = check(kind, None, day, expected);
        assert_eq!(from.to_string(), expected[1]);
    }
    let stage = stage();
    let mut year = stage.state.periods[&OPEN].body.clone();
    check(
        SchoolYear,
        Some(&year),
        "2020-01-01",
        ["2026/27", "2026-09-01", "2027-08-31", "2027-06-25"],
    );
    year.deadline = Some(date("2026-07-10"));
    check(
        SchoolYear,
        Some(&year),
        "2020-01-01",
        ["2026/27", "2026-09-01", "2027-08-31", "2027-07-10"],
    );
    let quarter = Period {
        kind: Quarter,
        from: date("2025-10-01"),
        to: date("2025-12-31"),
        deadline: None,
        ..year
    };
    check(
        Quarter,
        Some(&quarter),
        "2020-01-01",
        ["2026-1", "2026-01-01", "2026-03-31", "2026-04-10"],
    );
}

#[test]
fn the_next_year_is_added_as_suggested_and_gone_to() {
    let mut stage = opening();
    stage
        .expect("2026/27")
        .expect("01.09.2026")
        .expect("31.08.2027")
        .expect("25.06.2027")
        .press("<F2>");
    let (id, it) = added(&stage).unwrap_or_else(|| panic!("{}", stage.screen()));
    assert_eq!(
        (it.kind, it.state),
        (PeriodKind::SchoolYear, PeriodState::Open)
    );
    assert_eq!(
        (it.edition, it.deadline),
        (EDITION, Some(date("2027-06-25")))
    );
    // One goes on in this year's until one chooses the next.
    assert_eq!(stage.app.monitoring.chosen.period, Some(OPEN));
    assert!(stage.shows("перейти к нему: г "), "{}", stage.screen());
    stage.press("г2026/27⏎").rest();
    assert_eq!(stage.app.monitoring.chosen.period, Some(id));
    stage.expect("учебный год 2026/27");
    // And records a value in it.
    stage.press("→→21/24⏎").rest();
    let cell = smotr::domain::value::Cell {
        period: id,
        ..cell(RATIO, NURSERY)
    };
    assert!(stage.state.value(cell).is_some(), "{}", stage.screen());
}

#[test]
fn next_years_does_not_push_this_years_aside() {
    let mut stage = opening();
    stage.press("<F2>");
    let stage = stage.reopen();
    assert_eq!(stage.app.monitoring.chosen.period, Some(OPEN));
}

#[test]
fn the_suggestion_follows_the_kind_until_something_else_is_typed() {
    let mut stage = opening();
    stage.press("␣").expect("2025/26-2").expect("01.01.2026");
    stage.press("␣").expect("2026-2").expect("30.06.2026");
    stage
        .press(&format!("⏎{}летний⇤␣", erase(6)))
        .expect("летний")
        .expect("31.08.2027");
}

/// What was added, in order: name, first and last day, deadline, whether it is open.
fn all_added(stage: &Stage) -> Vec<String> {
    let new = (stage.state.periods.iter()).filter(|(id, _)| **id > OPEN);
    new.map(|(_, it)| {
        let deadline = it.deadline.map(|it| it.to_string()).unwrap_or_default();
        format!(
            "{} {} {} {deadline} {:?}",
            it.name, it.from, it.to, it.state
        )
    })
    .collect()
}

#[test]
fn a_year_comes_with_its_half_years_and_quarters() {
    let mut stage = opening();
    stage
        .press("⏎⏎⏎⏎⏎␣")
        .expect("2026/27-1: 01.09.2026–31.12.2026, ввод до 10.01.2027")
        .expect("2026/27-2: ")
        .expect("открывают позже")
        .press("␣")
        .expect("2026-4: 01.10.2026–31.12.2026, ввод до 10.01.2027")
        .expect("2026-3, 2027-3");
    assert!(!stage.shows("2026/27-1: "), "{}", stage.screen());
    stage.press("␣<F2>").rest();
    let expected = [
        "2026/27 2026-09-01 2027-08-31 2027-06-25 Open",
        "2026/27-1 2026-09-01 2026-12-31 2027-01-10 Planned",
        "2026/27-2 2027-01-01 2027-08-31 2027-09-10 Planned",
        "2026-4 2026-10-01 2026-12-31 2027-01-10 Planned",
        "2027-1 2027-01-01 2027-03-31 2027-04-10 Planned",
        "2027-2 2027-04-01 2027-06-30 2027-07-10 Planned",
    ];
    assert_eq!(all_added(&stage), expected, "{}", stage.screen());
    // The year is made of the three quarters that lie in it.
    let year = *stage.state.periods.keys().find(|id| **id > OPEN).unwrap();
    assert_eq!(stage.state.periods_within(year).len(), 5);
    stage.press("о").rest();
    assert!(all_added(&stage).is_empty());
}

#[test]
fn parts_that_are_there_are_left_out_and_said() {
    let mut stage = opening();
    // The first half-year alone, then the year with both.
    stage.press(&format!(
        "␣⏎{}2026/27-1⏎01.09.2026⏎31.12.2026⏎10.01.2027<F2>",
        erase(9)
    ));
    stage.rest();
    assert_eq!(all_added(&stage).len(), 1, "{}", stage.screen());
    stage
        .press("Г⏎⏎⏎⏎⏎␣")
        .expect("Уже есть: 2026/27-1.")
        .press("<F2>")
        .rest();
    assert_eq!(all_added(&stage).len(), 3, "{}", stage.screen());
}

#[test]
fn a_year_that_is_there_gets_its_parts() {
    let mut stage = opening();
    stage.press(&format!("⏎⏎{0}01.09.2025⏎{0}31.08.2026⏎⏎␣␣", erase(10)));
    stage
        .expect("Учебный год 2025/26 уже есть")
        .press("<F2>")
        .rest();
    let expected = [
        "2025-4 2025-10-01 2025-12-31 2026-01-10 Open",
        "2026-1 2026-01-01 2026-03-31 2026-04-10 Open",
        "2026-2 2026-04-01 2026-06-30 2026-07-10 Open",
    ];
    assert_eq!(all_added(&stage), expected, "{}", stage.screen());
    // Once more there is nothing to add.
    stage.press(&format!(
        "Г⏎⏎{0}01.09.2025⏎{0}31.08.2026⏎⏎␣␣<F2>",
        erase(10)
    ));
    stage.expect("Добавлять нечего").rest();
    assert_eq!(all_added(&stage).len(), 3);
}

#[test]
fn what_comes_with_a_year_is_asked_of_a_year_only_and_kept() {
    let mut stage = opening();
    stage.press("⏎⏎⏎⏎⏎␣").expect("И с ним").press("⇤⇤⇤⇤⇤␣");
    assert!(!stage.shows("И с ним"), "{}", stage.screen());
    stage.press("␣␣").expect("2026/27-1: ");
    // Unfinished input keeps it, too.
    stage.press("⎋").rest();
    stage.reopen().press("Г").expect("2026/27-1: ");
}

#[test]
fn it_is_taken_back_with_undo() {
    let mut stage = opening();
    stage.press("<F2>о");
    assert_eq!(added(&stage), None, "{}", stage.screen());
}

#[test]
fn taken_back_while_it_is_shown_it_gives_way_to_the_one_to_work_in() {
    let mut stage = opening();
    stage.press("<F2>г2026/27⏎").rest();
    stage.expect("учебный год 2026/27").press("о").rest();
    assert_eq!(added(&stage), None);
    stage.expect("учебный год 2025/26").expect("СШ № 1");
    // And so in the card, whose periods these are.
    stage.press("О").rest();
    stage.press("г2026/27⏎п1⏎").rest();
    stage.press("о").rest();
    stage.expect("ввод до 25.06.2026").expect("║ 2025/26");
}

#[test]
fn a_name_that_is_taken_is_refused_and_what_was_typed_stays() {
    let mut stage = opening();
    stage
        .press("⏎⌫⌫⌫⌫⌫⌫⌫2025/26<F2>")
        .expect("2025/26")
        .expect("Открыть период");
    assert_eq!(added(&stage), None);
    assert!(
        stage.shows("уже есть") || stage.shows("занят"),
        "{}",
        stage.screen()
    );
    stage.press("⎋").rest();
    stage.reopen().press("Г").expect("Наименование   2025/26");
}

#[test]
fn a_last_day_before_the_first_is_said_at_its_field() {
    let mut stage = opening();
    stage.press(&format!("⏎⏎⏎{}01.01.2026<F2>", erase(10)));
    assert_eq!(added(&stage), None);
    stage.expect("01.09.2026").expect("дата окончания");
}

#[test]
fn whoever_may_not_is_told_so() {
    stage_of(BELOVA).press("Г").expect("администратор");
}
