//! The life of a period by keys alone: more time for a school, closing, approving, putting a value right, opening again.

use smotr::analysis::scores::PeriodScores;
use smotr::domain::ids::PeriodId;
use smotr::domain::period::{Exception, Period, PeriodState};
use smotr::domain::record::{Key, Record};
use smotr::tui::command::table::Place;
use smotr::tui::screen::Screen;

use super::*;

/// The periods of the catalogue, the open year under the cursor.
fn periods() -> Stage {
    periods_at((80, 24))
}

fn periods_at(size: (u16, u16)) -> Stage {
    let mut stage = story::stage(size);
    stage.press("<F8>↓⏎").rest();
    stage.expect("2025/26");
    stage
}

fn period(stage: &Stage, id: PeriodId) -> Period {
    stage.state.periods[&id].body.clone()
}

/// The open year, closed though not everything is ready.
pub fn closed() -> Stage {
    let mut stage = periods();
    stage.press("Шзакрыть период⏎␣<F2>").rest();
    assert_eq!(
        period(&stage, OPEN).state,
        PeriodState::Closed,
        "{}",
        stage.screen()
    );
    stage
}

/// Fails unless every step of the list says this beside it.
#[track_caller]
fn steps_say(stage: &mut Stage, expected: &[(&str, &str)]) {
    stage.press("Ш");
    let screen = stage.screen();
    for (step, why) in expected {
        let line = screen.lines().find(|it| it.contains(step));
        let says = line.is_some_and(|it| it.contains(why));
        assert!(says, "«{step}» does not say «{why}»:\n{screen}");
    }
    stage.press("⎋");
}

#[test]
fn what_can_be_done_is_a_list_and_what_cannot_says_why() {
    let mut stage = periods();
    steps_say(
        &mut stage,
        &[
            ("Закрыть период", "итоги записываются"),
            ("Открыть ввод", "ввод уже открыт"),
            ("Утвердить итоги", "сначала закройте период"),
            ("Перевести на другую", "другой подходящей редакции нет"),
            ("Пересчитать итоги", "сначала закройте период"),
            ("Открыть закрытый", "ввод уже открыт"),
        ],
    );
    stage
        .press("Шутвердить⏎")
        .expect("Итоги появятся при закрытии");
    assert_eq!(period(&stage, OPEN).state, PeriodState::Open);
    stage.press("⎋Шперейти⏎").rest();
    steps_say(&mut stage, &[("Перейти к проверке", "период на проверке")]);
    let closed_says = [
        ("Открыть ввод", "период закрыт"),
        ("Перейти к проверке", "период закрыт"),
        ("Закрыть период", "период закрыт"),
        ("Перевести на другую", "период закрыт"),
        ("Утвердить итоги", "указать акт"),
    ];
    steps_say(&mut closed(), &closed_says);
    let mut other = stage_of(BELOVA);
    other.press("<F8>↓⏎");
    let rights = [
        ("Закрыть период", "нужна роль «руководитель отдела»"),
        ("Перевести на другую", "нужна роль «руководитель отдела»"),
    ];
    steps_say(&mut other, &rights);
}

#[test]
fn of_a_planned_period_only_opening_can_be_done() {
    let mut stage = periods();
    let mut planned = period(&stage, OPEN);
    planned.state = PeriodState::Planned;
    let stamp = stage.state.periods[&OPEN].stamp;
    let (key, record) = (Key::Period(OPEN), Record::Period(planned));
    stage.state.put(key, Some(record), stamp);
    let mut stage = stage.reopen();
    stage.press("<F8>↓⏎").rest();
    steps_say(
        &mut stage,
        &[
            ("Открыть ввод", "методисты вносят"),
            ("Перейти к проверке", "ввод ещё не открыт"),
            ("Закрыть период", "ввод ещё не открыт"),
        ],
    );
}

#[test]
fn entry_ends_and_goes_on_in_one_key_each() {
    let mut stage = periods();
    stage.press("Шперейти⏎").rest();
    assert_eq!(period(&stage, OPEN).state, PeriodState::Review);
    stage.press("Шоткрыть ввод⏎").rest();
    assert_eq!(period(&stage, OPEN).state, PeriodState::Open);
    stage.press("оо").rest();
    assert!(period(&stage, OPEN).events.is_empty());
}

#[test]
fn readiness_leads_to_the_cell() {
    let mut stage = periods();
    stage
        .press("Шготовность⏎")
        .rest()
        .expect("не внесено — ")
        .expect("нет: ")
        .expect("Enter к значению");
    stage.press("<End>⏎").rest();
    assert_eq!(stage.app.screen, Screen::Monitoring, "{}", stage.screen());
}

#[test]
fn a_period_is_not_closed_unready_without_saying_so() {
    let mut stage = periods();
    stage
        .press("Шзакрыть период⏎")
        .expect("не внесено — ")
        .press("<F2>")
        .expect("закрыть как есть");
    assert_eq!(period(&stage, OPEN).state, PeriodState::Open);
    stage.press("␣<F2>").rest();
    assert_eq!(period(&stage, OPEN).state, PeriodState::Closed);
    // One key does not open what is closed: it says which step does.
    stage.press("о").rest();
    assert!(
        stage.said().contains("шаг «Открыть закрытый период»"),
        "{}",
        stage.said()
    );
    assert_eq!(period(&stage, OPEN).state, PeriodState::Closed);
}

#[test]
fn a_school_is_given_more_time() {
    let mut stage = periods();
    stage.press("<F2>").expect("Отсрочка").expect("После срока");
    stage.press("⏎⏎⏎⏎⏎СШ № 2⏎10.07.2026⏎карантин<F2>").rest();
    let exceptions = period(&stage, OPEN).exceptions;
    assert_eq!(exceptions.len(), 1, "{}", stage.screen());
    assert_eq!(exceptions[0].organisation, SCHOOL_2);
    stage.press("→").expect("карантин");
    stage.press("о").rest();
    assert!(period(&stage, OPEN).exceptions.is_empty());
}

#[test]
fn more_time_without_a_reason_asks_for_it() {
    let mut stage = periods();
    stage
        .press("<F2>⏎⏎⏎⏎⏎СШ № 2⏎10.07.2026<F2>")
        .rest()
        .expect("Напишите причину.");
}

#[test]
fn a_closed_period_says_when_by_whom_and_is_opened_with_a_reason() {
    let mut stage = closed();
    // What is said of it stays as well: its form does not open for nothing.
    stage.expect_not("F2 править").press("<F2>").rest();
    stage.expect("Период 2025/26 закрыт и не меняется.");
    stage.press("→").rest();
    stage.expect("итоги").expect("Орлова");
    stage.press("⎋");
    steps_say(&mut stage, &[("Открыть закрытый", "итоги снимаются")]);
    stage
        .press("Шоткрыть закрытый⏎")
        .expect("Итоги снимаются, ввод открывается снова.")
        .expect("без отметки об исправлении")
        .press("<F2>")
        .expect("Напишите причину");
    assert_eq!(period(&stage, OPEN).state, PeriodState::Closed);
    stage.press("ошибка в отчёте<F2>").rest();
    assert_eq!(period(&stage, OPEN).state, PeriodState::Open);
    assert!(stage.state.results.is_empty());
    stage.expect("2025/26: период открыт снова");
    stage
        .press("→")
        .rest()
        .expect("повторное открытие")
        .expect("ошибка в отчёте");
    stage.press("⎋о").rest();
    assert!(stage.state.results.contains_key(&OPEN));
    stage.expect("отменено: «2025/26: период открыт снова»");
    // The journal has it under the period, not under what closing had written.
    stage.press("<F9>").rest();
    let screen = stage.screen();
    let told =
        |what: &str| (screen.lines()).any(|it| it.contains("период 2025/26") && it.contains(what));
    assert!(told("закрыт → ввод открыт; повторное о…"), "{screen}");
    assert!(told("отменено: ввод открыт → закрыт"), "{screen}");
}

#[test]
fn a_value_of_a_closed_period_is_put_right_where_it_stands() {
    let mut stage = closed();
    let approved = PeriodScores::of(&stage.state, OPEN);
    stage.press("<F3>→→").rest();
    let here = stage.app.monitoring.cell().unwrap();
    stage.press("<F2>").expect("Исправить значение");
    stage.press("⌫⌫⌫⌫⌫⌫⌫20/24⏎ошибка в отчёте<F2>");
    assert!(stage.state.corrections.is_empty());
    stage.expect("Укажите документ").press("259⏎<F2>").rest();
    assert_eq!(stage.state.corrections.len(), 1, "{}", stage.screen());
    assert!(stage.state.corrections.contains_key(&here));
    assert_eq!(PeriodScores::of(&stage.state, OPEN).rows, approved.rows);
    stage.press("о").rest();
    assert!(stage.state.corrections.is_empty());
}

/// The closed year with a value of a school put right by keys: what it is, and where it stands.
fn put_right(size: (u16, u16)) -> Stage {
    let mut stage = periods_at(size);
    stage.press("Шзакрыть период⏎␣<F2>").rest();
    stage.press("<F3>→→↓↓").rest();
    assert_eq!(
        stage.app.monitoring.cell(),
        Some(cell(RATIO, SCHOOL_2)),
        "{}",
        stage.screen()
    );
    stage.press("<F2>").rest();
    stage.press("⌫⌫⌫⌫⌫⌫⌫⌫12/24⏎ошибка в отчёте⇥259⏎<F2>");
    stage.rest();
    assert_eq!(stage.state.corrections.len(), 1, "{}", stage.screen());
    stage
}

#[test]
fn what_was_put_right_is_shown_beside_what_was_approved() {
    let mut stage = put_right((120, 36));
    let approved = PeriodScores::of(&stage.state, OPEN);
    let anew = PeriodScores::anew(&stage.state, OPEN);
    let index = |it: &PeriodScores| {
        let row = it.last_row(SCHOOL_2).and_then(|it| it.overall);
        smotr::report::standing::index(&stage.state, OPEN, row.unwrap())
    };
    let (was, now) = (index(&approved), index(&anew));
    assert_ne!(was, now);
    let both = format!("по итогам {was} · с исправлениями {now}");
    // In the row, in the detail, on the card, above the rows of the head; of a school in which nothing was put right, nowhere.
    stage
        .expect("≠")
        .expect("исправлено: было 87,5 % → стало 50,0 %")
        .expect("ошибка в отчёте")
        .expect("259")
        .expect("Орлова");
    stage.press("п2⏎").rest();
    stage.expect(&both);
    stage
        .press("<End>")
        .rest()
        .expect("≠ 50,0 %")
        .press("<Home>");
    stage.press("⎋п1⏎").rest();
    assert!(!stage.shows("с исправлениями"), "{}", stage.screen());
    // It is there in a window that is opened on it, too.
    let mut stage = stage.reopen();
    stage.press("п2⏎").rest();
    stage.expect(&both);
    // Above the rows of the head it is told in as many words as there is room for.
    let mut stage = put_right((80, 24));
    stage
        .press("л")
        .rest()
        .expect(&format!("индекс {was} · с исправлениями {now}"));
    // And it goes with undo.
    stage.press("п2⏎").rest();
    stage.expect("с исправлениями").press("о").rest();
    assert!(!stage.shows("с исправлениями"), "{}", stage.screen());
    stage.press("⎋").rest();
    assert!(!stage.shows("≠"), "{}", stage.screen());
}

#[test]
fn an_index_that_was_put_right_is_marked_wherever_a_list_shows_it() {
    let mut stage = put_right((120, 36));
    let approved = PeriodScores::of(&stage.state, OPEN);
    let index = approved.last_row(SCHOOL_2).and_then(|it| it.overall);
    let index = smotr::report::standing::index(&stage.state, OPEN, index.unwrap());
    let marked = format!("≠{index}");
    // In the list of heads, in the table of the card; in both of the next year's card, where this year is one before.
    stage.press("л").rest().expect(&marked);
    let line = |stage: &Stage, what: &str| {
        let screen = stage.screen();
        screen
            .lines()
            .find(|it| it.contains(what))
            .map(str::to_owned)
    };
    assert!(line(&stage, "СШ № 1").is_some_and(|it| !it.contains('≠')));
    stage.press("л").rest();
    stage
        .press("п2⏎<End>")
        .rest()
        .expect(&marked)
        .press("⎋")
        .rest();
    stage.press("Г<F2>").rest();
    stage.press("г2026/27⏎").rest();
    stage.press("п2⏎<End>").rest().expect(&marked);
    stage.expect(&format!("≠ 2025/26: по итогам {index} · с исправлениями "));
}

#[test]
fn results_are_said_to_be_approved_only_once_an_act_approves_them() {
    let mut stage = put_right((120, 36));
    let (approved, closed) = ("утверждено 9", "по итогам 9");
    stage.press("п2⏎").rest().expect(closed);
    assert!(!stage.shows(approved), "{}", stage.screen());
    stage.press("⎋<F8>Шутвердить⏎259⏎<F2>").rest();
    assert!(
        period(&stage, OPEN).approved_by.is_some(),
        "{}",
        stage.screen()
    );
    stage.press("п2⏎").rest().expect(approved);
    assert!(!stage.shows(closed), "{}", stage.screen());
}

#[test]
fn a_period_whose_entry_is_closed_after_its_term_says_so_with_who_has_more_time() {
    let mut stage = periods_at((120, 36));
    let mut late = period(&stage, OPEN);
    late.deadline = stage.app.now.today.pred_opt();
    late.locks = true;
    late.exceptions = vec![Exception {
        organisation: SCHOOL_2,
        until: stage.app.now.today.succ_opt().unwrap(),
        reason: "карантин".to_owned(),
    }];
    let stamp = stage.state.periods[&OPEN].stamp;
    let (key, record) = (Key::Period(OPEN), Record::Period(late));
    stage.state.put(key, Some(record), stamp);
    let mut stage = stage.reopen();
    stage.press("<F8>↓→").rest();
    stage.expect("(отсрочка: СШ № 2)").expect("после срока");
    assert!(!stage.shows("ввод открыт"), "{}", stage.screen());
    stage.press("Шперейти к проверке⏎<F2>").rest();
    stage
        .expect("проверка; срок прошёл")
        .expect("(отсрочка: СШ № 2)");
}

#[test]
fn what_was_put_right_as_it_looks() {
    let mut out = String::new();
    for size in [(80, 24), (120, 36)] {
        for keys in ["", "п2⏎", "л"] {
            let mut stage = put_right(size);
            stage.press(keys).rest();
            out.push_str(&format!("{} × {} {keys}\n", size.0, size.1));
            out.push_str(&stage.screen());
        }
    }
    insta::assert_snapshot!(out);
}

#[test]
fn pictures() {
    let mut out = String::new();
    for size in [(80, 24), (120, 36)] {
        for keys in [
            "Ш",
            "Шготовность⏎",
            "Шзакрыть период⏎",
            "<F2>",
            "Шзакрыть период⏎␣<F2>→",
        ] {
            let mut stage = periods_at(size);
            stage.press(keys).rest();
            out.push_str(&format!("{} × {} {keys}\n", size.0, size.1));
            out.push_str(&stage.screen());
        }
    }
    insta::assert_snapshot!(out);
}

#[test]
fn readiness_is_one_key_away_and_shows_one_kind_after_another() {
    let mut stage = periods();
    stage.press("<F4>").press_and_rest("<Ctrl+G>");
    assert_eq!(stage.app.place(), Place::Readiness, "{}", stage.screen());
    stage.expect("Полностью внесено: 0 из 3 организаций.");
    let waits = |stage: &Stage, word: &str| stage.screen().matches(word).count();
    stage.press("ф").expect("Показано только: не внесено — 12.");
    assert_eq!(waits(&stage, "Орлова, "), 0);
    assert!(!stage.screen().contains("Полностью внесено"));
    stage
        .press("ф")
        .expect("Показано только: не сдано на проверку — 8.");
    assert_eq!(waits(&stage, "Орлова, "), 8, "{}", stage.screen());
    stage
        .press("<Ctrl+PgDn>")
        .expect("не сдано на проверку, 1 ");
    stage
        .press("<Ctrl+PgUp>")
        .expect("Показано только: не сдано на проверку — 8.");
    stage.press_and_rest("<End>⏎");
    assert_eq!(
        stage.app.screen,
        Screen::Sheet,
        "the sheet stays where it was"
    );
    stage
        .press("⎋")
        .expect("Показано только: не сдано на проверку — 8.");
    for _ in 0..7 {
        stage.press("ф");
    }
    stage.press("⎋");
    assert_ne!(stage.app.place(), Place::Readiness);
}
