//! The next period: suggested, added, gone to.

use smotr::domain::ids::PeriodId;
use smotr::domain::period::{Period, PeriodKind, PeriodState};

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
        (PeriodKind::SchoolYear, PeriodState::Planned)
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
    // Nothing is entered before it is opened; then a value is recorded in it.
    stage.press("→→21/24").rest();
    stage.press("⎋<F8>↓⏎<Home>Шоткрыть ввод⏎").rest();
    stage.press("<F3>→21/24⏎").rest();
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
    stage.press("␣").expect("2025/26-III").expect("31.05.2026");
    stage.press("␣").expect("31.12.2026").expect("10.01.2027");
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
        .expect("2026/27-IV: 01.06.2027–31.08.2027, ввод до 25.06.2027");
    assert!(!stage.shows("2026/27-1: "), "{}", stage.screen());
    stage.press("␣<F2>").rest();
    let expected = [
        "2026/27 2026-09-01 2027-08-31 2027-06-25 Planned",
        "2026/27-1 2026-09-01 2026-12-31 2027-01-10 Planned",
        "2026/27-2 2027-01-01 2027-08-31 2027-06-25 Planned",
        "2026/27-I 2026-09-01 2026-11-30 2026-12-10 Planned",
        "2026/27-II 2026-12-01 2027-02-28 2027-03-10 Planned",
        "2026/27-III 2027-03-01 2027-05-31 2027-06-10 Planned",
        "2026/27-IV 2027-06-01 2027-08-31 2027-06-25 Planned",
    ];
    assert_eq!(all_added(&stage), expected, "{}", stage.screen());
    // All of them lie in the year, which is made of them.
    let year = *stage.state.periods.keys().find(|id| **id > OPEN).unwrap();
    assert_eq!(stage.state.periods_within(year).len(), 6);
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
        .expect("Уже есть учебный год 2025/26")
        .press("<F2>")
        .rest();
    let expected = [
        "2025/26-I 2025-09-01 2025-11-30 2025-12-10 Open",
        "2025/26-II 2025-12-01 2026-02-28 2026-03-10 Open",
        "2025/26-III 2026-03-01 2026-05-31 2026-06-10 Open",
        "2025/26-IV 2026-06-01 2026-08-31 2026-06-25 Planned",
    ];
    assert_eq!(all_added(&stage), expected, "{}", stage.screen());
    // Once more there is nothing to add.
    stage.press(&format!(
        "Г⏎⏎{0}01.09.2025⏎{0}31.08.2026⏎⏎␣␣<F2>",
        erase(10)
    ));
    stage.expect("Добавлять нечего").rest();
    assert_eq!(all_added(&stage).len(), 4);
}

#[test]
fn a_calendar_year_comes_with_its_own_halves_and_quarters() {
    let mut stage = opening();
    stage
        .press("␣␣␣")
        .expect("календарный год")
        .expect("Вместе с ним");
    stage.press("⏎⏎⏎⏎⏎␣␣␣<F2>").rest();
    let expected = [
        "2026 2026-01-01 2026-12-31 2027-01-10 Open",
        "2026-1 2026-01-01 2026-06-30 2026-07-10 Open",
        "2026-2 2026-07-01 2026-12-31 2027-01-10 Planned",
        "2026-I 2026-01-01 2026-03-31 2026-04-10 Open",
        "2026-II 2026-04-01 2026-06-30 2026-07-10 Open",
        "2026-III 2026-07-01 2026-09-30 2026-10-10 Planned",
        "2026-IV 2026-10-01 2026-12-31 2027-01-10 Planned",
    ];
    assert_eq!(all_added(&stage), expected, "{}", stage.screen());
    let year = *stage.state.periods.keys().find(|id| **id > OPEN).unwrap();
    assert_eq!(stage.state.periods_within(year).len(), 6);
    stage
        .press("гкалендарный⏎")
        .rest()
        .expect("календарный год 2026");
}

#[test]
fn what_comes_with_a_year_is_asked_of_a_year_only_and_kept() {
    let mut stage = opening();
    stage.press("⏎⏎⏎⏎⏎␣").expect("Вместе с ним").press("⇤⇤⇤⇤⇤␣");
    assert!(!stage.shows("Вместе с ним"), "{}", stage.screen());
    stage.press("␣␣␣").expect("2026/27-1: ");
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
        .expect("Добавить период");
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

/// An edition published by somebody else meanwhile, which applies from a day on: its number is the next.
fn published_from(stage: &mut Stage, applies_from: &str) -> smotr::domain::ids::EditionId {
    let mut edition = stage.state.editions[&EDITION].body.clone();
    let id = smotr::domain::ids::EditionId(9);
    (edition.number, edition.applies_from) = (9, Some(date(applies_from)));
    let stamp = stage.state.editions[&EDITION].stamp;
    let record = smotr::domain::record::Record::Edition(edition);
    let key = smotr::domain::record::Key::Edition(id);
    stage.state.put(key, Some(record), stamp);
    id
}

#[test]
fn a_period_is_measured_as_the_year_it_lies_in_or_by_what_applies_on_its_first_day() {
    let mut stage = stage();
    let later = published_from(&mut stage, "2027-01-01");
    let mut stage = stage.reopen();
    // The next year begins before the newest edition applies.
    stage
        .press("Г")
        .expect("Период ещё не начался")
        .press("<F2>")
        .rest();
    let (year, it) = added(&stage).unwrap_or_else(|| panic!("{}", stage.screen()));
    assert_eq!(it.edition, EDITION);
    // A quarter of it, though it begins when the newest applies already.
    stage.press(&format!(
        "Г␣␣⏎{}2026/27-III⏎01.03.2027⏎31.05.2027⏎10.06.2027<F2>",
        erase(12)
    ));
    stage.rest();
    let (quarter, it) = added(&stage).unwrap();
    assert_ne!(quarter, year, "{}", stage.screen());
    assert_eq!((it.edition, it.kind), (EDITION, PeriodKind::Quarter));
    // A year after that is measured by the newest.
    stage.press("Г<F2>").rest();
    let (_, it) = added(&stage).unwrap();
    assert_eq!(
        (it.edition, it.name.as_str()),
        (later, "2027/28"),
        "{}",
        stage.screen()
    );
}

#[test]
fn an_edition_that_applies_later_is_refused_under_its_own_name() {
    let mut stage = stage();
    published_from(&mut stage, "2027-01-01");
    let mut stage = stage.reopen();
    stage
        .press("Г⏎⏎⏎⏎⏎⏎␣<F2>")
        .rest()
        .expect("ред. 9 применяется с 01.01.2027, а период начинается")
        .expect("01.09.2026. Выберите другую редакцию.");
    assert_eq!(stage.app.state().periods.len(), stage.state.periods.len());
    assert!(added(&stage).is_none());
}

#[test]
fn what_was_added_is_under_the_cursor_of_its_list() {
    use smotr::domain::record::Key;
    let mut stage = stage();
    stage.press("<F8>↓⏎").rest();
    stage.press("Г<F2>").rest();
    let (id, _) = added(&stage).unwrap();
    assert_eq!(stage.app.catalogue.under_cursor(), Some(Key::Period(id)));
    stage.press("⎋↓⏎Щ").expect("Новая организация");
    stage.press("⏎101<F2>").rest();
    let school = *stage.state.organisations.keys().next_back().unwrap();
    let at = stage.app.catalogue.under_cursor();
    assert_eq!(at, Some(Key::Organisation(school)), "{}", stage.screen());
}
