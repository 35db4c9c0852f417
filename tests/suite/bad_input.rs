//! What bad input gets in the interface: the fact and the next step in the person's language, and what was typed stays.
//!
//! The command line has its own list in `cli/bad_input.rs`; a fault in a keymap and a store that does not open are in `pty/`.

use smotr::domain::command::{Command, Seen, SetValue};
use smotr::domain::value::Entry;
use smotr::locale::Lang;
use smotr::service::link::Trouble;
use smotr::tui::command::table::CommandId;
use smotr::tui::keys::Keymap;
use smotr::tui::screen::monitoring::walk;

use crate::support::stage::Stage;
use crate::support::world::{self, World, cell};

/// The world in a language, the cursor on the indicator of this number and ДС № 1.
fn at(lang: Lang, indicator: u32) -> Stage {
    let world = World::new().state;
    let mut stage = Stage::with(
        world,
        world::ORLOVA,
        (120, 36),
        lang,
        Keymap::default(),
        Vec::new(),
    );
    let keys = format!("⏎{indicator}⏎");
    stage.press(&keys);
    stage
}

/// Whether the screen or its bottom line says a text, however its lines are broken.
#[track_caller]
fn says(stage: &mut Stage, text: &str) {
    let plain = |text: &str| {
        let words = text.replace(['\u{a0}', '│'], " ");
        words.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let screen = stage.screen();
    let all = format!("{} {}", plain(&screen), plain(&stage.said()));
    assert!(all.contains(&plain(text)), "no {text:?} in\n{screen}");
}

/// In both languages: on this indicator, after these keys, both texts are to be seen, the input too, and nothing is recorded.
#[track_caller]
fn refused(indicator: u32, keys: &str, kept: &str, ru: [&str; 2], en: [&str; 2]) {
    for (lang, texts) in [(Lang::Ru, ru), (Lang::En, en)] {
        let mut stage = at(lang, indicator);
        stage.press(keys);
        for text in texts {
            says(&mut stage, text);
        }
        says(&mut stage, kept);
        assert!(stage.commits.is_empty(), "{keys}");
        // Not by Esc either.
        stage.press("⎋⎋");
        assert_eq!(stage.app.drafts.len(), 1, "{keys}");
    }
}

#[test]
fn a_value_that_cannot_be_read() {
    refused(
        1,
        "2много⏎",
        "2много",
        ["Это не число.", "Введите число, например 12 или 87,5."],
        [
            "This is not a number.",
            "Enter a number, for instance 12 or 87,5.",
        ],
    );
}

#[test]
fn a_ratio_with_denominator_zero() {
    refused(
        1,
        "21/0⏎",
        "21/0",
        [
            "Знаменатель — ноль.",
            "Если считать не от чего, внесите «н/п» с причиной.",
        ],
        [
            "The denominator is zero.",
            "If there is nothing to count from, enter “n/a” with a reason.",
        ],
    );
}

#[test]
fn a_number_out_of_hard_bounds() {
    refused(
        1,
        "30/24⏎",
        "30/24",
        [
            "Числитель 30 больше знаменателя 24.",
            "не поменялись ли они местами",
        ],
        [
            "The numerator 30 is greater than the denominator 24.",
            "changed places",
        ],
    );
    refused(
        3,
        "99⏎",
        "99",
        ["99 не подходит", "Проверьте число"],
        ["99 does not fit", "Check the number"],
    );
}

#[test]
fn a_date_that_does_not_exist() {
    for (lang, fact, next) in [
        (Lang::Ru, "Такой даты нет: 31.02", "Проверьте день и месяц."),
        (
            Lang::En,
            "There is no such date: 31.02",
            "Check the day and the month.",
        ),
    ] {
        let mut stage = at(lang, 1);
        stage.act(CommandId::Recommend).press("Текст⇥⇥31.02<F2>");
        for text in [fact, next, "Текст"] {
            says(&mut stage, text);
        }
        assert!(stage.commits.is_empty());
    }
}

#[test]
fn a_duplicate_number_of_an_organisation() {
    for (lang, fact, next) in [
        (
            Lang::Ru,
            "Номер 2 уже занят: СШ № 2.",
            "Введите другой номер.",
        ),
        (
            Lang::En,
            "The number 2 is taken: СШ № 2.",
            "Enter another number.",
        ),
    ] {
        let mut stage = at(lang, 1);
        stage.act(CommandId::AddOrganisation).press("⏎2⏎⏎⏎⏎⏎⏎⏎");
        for text in [fact, next] {
            says(&mut stage, text);
        }
        assert!(stage.commits.is_empty());
    }
}

#[test]
fn an_edit_of_a_closed_period() {
    for (lang, fact, next) in [
        (Lang::Ru, "2024/25 закрыт", "исправляет руководитель отдела"),
        (
            Lang::En,
            "2024/25 is closed",
            "is put right by the head of department",
        ),
    ] {
        let mut stage = at(lang, 2);
        while stage.app.monitoring.chosen.period != Some(world::CLOSED) {
            walk::shift_period(&mut stage.app, false);
        }
        stage.press("5");
        for text in [fact, next] {
            says(&mut stage, text);
        }
    }
}

#[test]
fn a_command_with_an_old_revision() {
    for (lang, mine, theirs, choose) in [
        (
            Lang::Ru,
            "Записать моё (Орлова",
            "Оставить чужое (Белова",
            "7",
        ),
        (Lang::En, "Record mine (Орлова", "Keep theirs (Белова", "7"),
    ] {
        let mut stage = at(lang, 2);
        stage.held = Some(Vec::new());
        stage.press("7⏎↑");
        let cell = cell(world::COUNT, world::NURSERY);
        let set = SetValue {
            cell,
            seen: Seen::Absent,
            entry: Entry::Number(4.into()),
            note: None,
            source: None,
        };
        stage
            .other(world::BELOVA, Command::SetValues(vec![set]))
            .unwrap();
        stage.let_go();
        for text in [mine, theirs, choose] {
            says(&mut stage, text);
        }
        // Put off, the choice waits: the same key opens it again.
        stage.press("⎋⏎");
        for text in [mine, theirs] {
            says(&mut stage, text);
        }
    }
}

#[test]
fn a_full_disk() {
    for (lang, fact, next) in [
        (
            Lang::Ru,
            "Не записано: на диске нет места.",
            "когда место появится",
        ),
        (
            Lang::En,
            "Not written: the disk is full.",
            "when there is room",
        ),
    ] {
        let mut stage = at(lang, 2);
        stage.trouble = Some(Trouble::Full);
        stage.press("7⏎");
        for text in [fact, next] {
            says(&mut stage, text);
        }
        assert_eq!(stage.app.drafts.len(), 1);
    }
}
