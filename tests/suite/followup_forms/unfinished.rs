//! Unfinished input: whose it is, found again from the list wherever it was typed, and dropped on purpose.

use std::collections::BTreeSet;

use super::*;

/// A place where input is left unfinished.
struct Left {
    /// What the form is for, in the source; empty for a question with one line.
    purpose: &'static str,
    stage: fn() -> Stage,
    /// Opens it and types.
    keys: &'static str,
    /// What the list says.
    listed: &'static str,
    /// What is typed.
    typed: &'static str,
}

/// Every place whose input is ever kept.
const LEFT: &[Left] = &[
    Left {
        purpose: "Writing",
        stage,
        keys: "рЗабытый текст⎋",
        listed: "1.1 · Рекомендация · СШ № 1",
        typed: "Забытый текст",
    },
    Left {
        purpose: "Writing",
        stage,
        keys: "ВрВсем забытый⎋",
        listed: "1.1 · Рекомендации · выделено ОО: 3",
        typed: "Всем забытый",
    },
    Left {
        purpose: "Deciding",
        stage,
        keys: "уЗабытое решение⎋",
        listed: "1.1 · Управленческое решение · СШ № 1",
        typed: "Забытое решение",
    },
    Left {
        purpose: "Analysing",
        stage,
        keys: "аЗабытый вывод⎋",
        listed: "1.1 · Анализ · Условия · 2025/26: Забытый вывод",
        typed: "Забытый вывод",
    },
    Left {
        purpose: "Analysing",
        stage,
        keys: "←аЗабытое о направлении⎋",
        listed: "Анализ · Условия · 2025/26: Забытое о направлении",
        typed: "Забытое о направлении",
    },
    Left {
        purpose: "Acting",
        stage,
        keys: "ВмЗабытая мера⎋",
        listed: "1.1 · Новая мера · участников: 3: Забытая мера",
        typed: "Забытая мера",
    },
    Left {
        purpose: "Reviewing",
        stage: sent,
        keys: "<Ctrl+t>⇥⇥⇥⇥⇥⇥Забытая оценка⎋",
        listed: "1.1 · Анализ эффективности · рекомендация · 1.1 · СШ № 1",
        typed: "Забытая оценка",
    },
    Left {
        purpose: "Aiming",
        stage,
        keys: "щновая цель⏎⏎Забытая цель⎋",
        listed: "Новая цель · Условия: Забытая цель",
        typed: "Забытая цель",
    },
    Left {
        purpose: "Registering",
        stage,
        keys: "Д⇥15/99⎋",
        listed: "Новый документ: 15/99",
        typed: "15/99",
    },
    Left {
        purpose: "Stepping",
        stage: sent,
        keys: "П+300⇥Болезнь⎋",
        listed: "1.1 · Продлить · рекомендация · 1.1 · СШ № 1: +300",
        typed: "Болезнь",
    },
    Left {
        purpose: "HandingOver",
        stage: handed_in,
        keys: "<Ctrl+w>ВССверить с ведомостью⎋",
        listed: "Вернуть значения на доработку · ДС № 1",
        typed: "Сверить с ведомостью",
    },
    Left {
        purpose: "Noting",
        stage,
        keys: "щполучены⏎777-к⎋",
        listed: "Данные получены · СШ № 1",
        typed: "777-к",
    },
    Left {
        purpose: "Reporting",
        stage: sent,
        keys: "чСделано⎋",
        listed: "1.1 · Отчёт · рекомендация · 1.1 · СШ № 1: Сделано",
        typed: "Сделано",
    },
    Left {
        purpose: "Founding",
        stage,
        keys: "щновая орг⏎⏎17⎋",
        listed: "Новая организация: 17",
        typed: "СШ № 17",
    },
    Left {
        purpose: "Appointing",
        stage,
        keys: "п2⏎щназначить⏎⇥⇥⇥По болезни⎋",
        listed: "Назначить руководителя · СШ № 2: По болезни",
        typed: "По болезни",
    },
    Left {
        purpose: "Changing",
        stage,
        keys: "щизменить орг⏎⇥⇥⇥Забытое имя⎋",
        listed: "Изменить организацию · СШ № 1: ",
        typed: "Забытое имя",
    },
    Left {
        purpose: "Putting",
        stage,
        keys: "Чдвадцать⎋",
        listed: "Базовая величина · СШ № 1 · ",
        typed: "двадцать",
    },
    Left {
        purpose: "Comparing",
        stage,
        keys: "щориентир⏎⏎двенадцать⎋",
        listed: "1.4",
        typed: "двенадцать",
    },
    Left {
        purpose: "Opening",
        stage,
        keys: "Г⇥ забытый⎋",
        listed: "Новый период: ",
        typed: "забытый",
    },
    Left {
        purpose: "Setting",
        stage,
        keys: "щнастройки⏎и район⎋",
        listed: "Настройки: ",
        typed: "и район",
    },
    Left {
        purpose: "UserForm",
        stage,
        keys: "щдобавить поль⏎ivanova⎋",
        listed: "Добавить пользователя: ivanova",
        typed: "ivanova",
    },
    Left {
        purpose: "Naming",
        stage,
        keys: "щназначить зам⏎⇥⇥завтра⎋",
        listed: "Назначить замещение: завтра",
        typed: "завтра",
    },
    Left {
        purpose: "Ending",
        stage: stood_in,
        keys: "щпользоват⏎<End>↑↑⏎30.06.2026⎋",
        listed: "замещение · Орлова → Белова: 30.06.2026",
        typed: "30.06.2026",
    },
    Left {
        purpose: "Term",
        stage,
        keys: "<F8>↓↓⏎⏎А⇥⇥⇥⇥⇥⇥Перевод⎋",
        listed: "Новое назначение · ДС № 1: Перевод",
        typed: "Перевод",
    },
    Left {
        purpose: "Naming",
        stage,
        keys: "<F8>↓↓↓⏎<F2>Забытова⎋",
        listed: "Лицо · Белова А. И.: Забытова",
        typed: "Забытова",
    },
    Left {
        purpose: "Keeping",
        stage,
        keys: "<F8>↓↓↓↓⏎А⇥директор⎋",
        listed: "Кадровый резерв: директор",
        typed: "директор",
    },
    Left {
        purpose: "Quantity",
        stage,
        keys: "<F8>↓↓↓↓↓↓⏎АСтавки⎋",
        listed: "Новая базовая величина: Ставки",
        typed: "Ставки",
    },
    Left {
        purpose: "Ruling",
        stage: drafting,
        keys: "⎋<End>↑⏎⏎<F2>⇥Забытое⎋",
        listed: "правило «значение не подходит показателю», ред. 2: Сверьте",
        typed: "Забытое",
    },
    Left {
        purpose: "Heading",
        stage: drafting,
        keys: "<F2>⇥ забытая⎋",
        listed: "каталог, ред. 2: ",
        typed: "забытая",
    },
    Left {
        purpose: "Directing",
        stage: drafting,
        keys: "⏎А⇥Забытое⎋",
        listed: "Новое направление: Забытое",
        typed: "Забытое",
    },
    Left {
        purpose: "Measuring",
        stage: drafting,
        keys: "⏎↓А⇥Забытый⎋",
        listed: "Новый показатель: Забытый",
        typed: "Забытый",
    },
    Left {
        purpose: "Publishing",
        stage: drafting,
        keys: "Г<F2>щопубликовать⏎␣⎋",
        listed: "Публикация: каталог, ред. 2",
        typed: "[ ] 2026/27",
    },
    Left {
        purpose: "Citing",
        stage: of_cycle,
        keys: "д353⏎7-8⎋",
        listed: "Указать документ · позиция 1 раздела 2.1",
        typed: "7-8",
    },
    Left {
        purpose: "Restating",
        stage: of_cycle,
        keys: "⏎↓<F2>7-8⎋",
        listed: "ссылка",
        typed: "7-8",
    },
    Left {
        purpose: "Requiring",
        stage: of_cycle,
        keys: "АЗабытая позиция⎋",
        listed: "Новая позиция: Забытая позиция",
        typed: "Забытая позиция",
    },
    Left {
        purpose: "Sectioning",
        stage: of_cycle,
        keys: "щновый раздел⏎1.9⎋",
        listed: "Новый раздел: 1.9",
        typed: "1.9",
    },
    Left {
        purpose: "Starting",
        stage: of_cycle,
        keys: "щначать следующий⏎2031⎋",
        listed: "Начать следующий раунд: 2031",
        typed: "2031",
    },
    Left {
        purpose: "Submitting",
        stage: of_cycle,
        keys: "щотправить раунд⏎19-к⎋",
        listed: "Отправить · раздел 2.1",
        typed: "19-к",
    },
    Left {
        purpose: "Replacing",
        stage: of_cycle,
        keys: "⏎↓щзаменить документ⏎348⏎⎋",
        listed: "Заменить везде",
        typed: "№ 348",
    },
    Left {
        purpose: "",
        stage,
        keys: "21/4⎋",
        listed: "1.1 · СШ № 1: 21/4",
        typed: "21/4",
    },
    Left {
        purpose: "Correcting",
        stage: corrected,
        keys: "21/30⏎Забытая причина⎋",
        listed: "Исправить значение · 1.1 · ДС № 1",
        typed: "Забытая причина",
    },
    Left {
        purpose: "Writing",
        stage: || stage_of_school("п2⏎щвозражение⏎"),
        keys: "⏎⏎415⏎Забытая суть⎋",
        listed: "Возражение",
        typed: "Забытая суть",
    },
    Left {
        purpose: "Answering",
        stage: objected,
        keys: "отк⏎Забытый ответ⎋",
        listed: "возражение",
        typed: "Забытый ответ",
    },
    Left {
        purpose: "",
        stage,
        keys: "щпримечание⏎Забытое примечание⎋",
        listed: "1.1 · СШ № 1 · Примечание: Забытое примечание",
        typed: "Забытое примечание",
    },
    Left {
        purpose: "",
        stage,
        keys: "щна доработку⏎Забытая причина⎋",
        listed: "1.1 · СШ № 1 · Вернуть на доработку: Забытая причина",
        typed: "Забытая причина",
    },
    Left {
        purpose: "",
        stage,
        keys: "щнет данных⏎Забытая причина⎋",
        listed: "1.1 · СШ № 1 · Причина: Забытая причина",
        typed: "Забытая причина",
    },
    Left {
        purpose: "",
        stage,
        keys: "щисточник⏎вх. 17⎋",
        listed: "Источник значения: вх. 17",
        typed: "вх. 17",
    },
];

/// The screen of the cycle.
fn of_cycle() -> Stage {
    let mut stage = crate::support::demo::stage((120, 36));
    stage.press_and_rest("<F7>");
    stage
}

/// Somebody stands in for Орлова.
fn stood_in() -> Stage {
    let mut stage = stage();
    stage.press("щназначить зам⏎бел⏎⏎05.06.2026<F2>");
    stage
}

fn stage_of_school(keys: &str) -> Stage {
    let mut stage = crate::support::story::stage((120, 36));
    stage.press(keys).rest();
    stage
}

/// Values of a direction that were handed in.
fn handed_in() -> Stage {
    stage_of_school("<Ctrl+w>Вс⏎⎋")
}

/// An objection about to be answered.
fn objected() -> Stage {
    let mut stage = stage_of_school("п2⏎щвозражение⏎⏎⏎415⏎не учтены две категории<F2>");
    let is_objection = |it| matches!(it, Some(smotr::domain::record::Key::Objection(_)));
    let found = (0..40).any(|_| {
        stage.press("↓");
        is_objection(stage.app.under_cursor())
    });
    assert!(found, "{}", stage.screen());
    stage.press("⏎").expect("Записать ответ");
    stage
}

/// A value of a closed period about to be put right.
fn corrected() -> Stage {
    let mut stage = crate::ways::period_steps::closed();
    stage.press("<F3>→→<F2>").rest();
    stage.expect("Исправить значение");
    stage
}

/// A draft of the catalogue in the list of editions.
fn drafting() -> Stage {
    let mut stage = crate::support::demo::stage((80, 24));
    stage.press("<F8>⏎Т<F2>").rest();
    stage
}

#[test]
fn every_place_is_listed_with_whose_it_is_and_opens_again_from_the_list() {
    for left in LEFT {
        let mut stage = (left.stage)();
        stage.press(left.keys).rest();
        assert_eq!(stage.unsaved.len(), 1, "{}\n{}", left.keys, stage.screen());
        let mut stage = stage.reopen();
        stage.resize(120, 36);
        // Nowhere near the place where it was typed.
        stage.press("→<Home>↓↓→<Home>й").expect(left.listed);
        stage.press("⏎").expect(left.typed);
        assert!(
            stage.app.drafts.is_empty(),
            "{}: it is in its editor again\n{}",
            left.keys,
            stage.screen()
        );
    }
}

#[test]
fn no_form_is_without_a_way_back_from_the_list() {
    let mut known: BTreeSet<&str> = LEFT.iter().map(|it| it.purpose).collect();
    // It opens by itself while there is nothing else to do.
    known.insert("Begin");
    let mut found = BTreeSet::new();
    for file in crate::house::source::all() {
        for line in file.text.lines() {
            let of = line.strip_prefix("impl Purpose for ");
            found.extend(of.map(|it| it.trim_end_matches([' ', '{']).to_owned()));
        }
    }
    for purpose in &found {
        assert!(
            known.contains(purpose.as_str()),
            "{purpose}: add it to LEFT"
        );
    }
    assert!(found.len() >= 7, "{found:?}");
}

#[test]
fn a_draft_for_marked_rows_opens_for_just_these_rows() {
    let mut stage = stage();
    stage.press("<Home>ввр").expect("выделено ОО: 2");
    stage.press("Для двоих⎋");
    // Another two.
    stage.press("ы<Home>в<End>вр").expect("выделено ОО: 2");
    stage.expect_not("Для двоих").press("⎋");
    // The same two, in another order.
    stage.press("ы<Home>↓в<Home>вр").expect("выделено ОО: 2");
    stage.expect("Для двоих");
}

#[test]
fn the_start_names_the_key_that_lists_what_is_unfinished() {
    let mut stage = stage();
    stage.press("рТекст⎋").rest();
    let mut stage = stage.reopen();
    stage.expect("Незаконченных записей: 1; их список — й.");
    stage.press("й").expect("Дёмина О. П.: Текст");
}

#[test]
fn what_is_set_aside_names_its_keys_in_one_line() {
    let mut stage = stage();
    stage.resize(80, 24).press("рТекст⎋");
    let screen = stage.screen();
    let last = screen.lines().last().unwrap_or_default();
    for said in [
        " Незаконченная запись: й вернуть, Ctrl+X выбросить ",
        "незаконченных: 1 (й)",
    ] {
        assert!(
            last.contains(said),
            "{said} is not in the bottom line:\n{screen}"
        );
    }
}

#[test]
fn what_was_typed_is_discarded_with_one_confirmation() {
    let mut stage = stage();
    stage
        .press("рЛишнее<Ctrl+x>")
        .expect("Выбросить набранное без возврата?");
    // Esc leads back to the form, with the text.
    stage.press("⎋").expect("Лишнее").expect("Срок");
    stage.press("<Ctrl+x>⏎").rest();
    stage.expect_not("Срок");
    assert!(stage.unsaved.is_empty());
    stage.press("р").expect_not("Лишнее");
}

#[test]
fn an_untouched_form_is_discarded_without_a_question() {
    let mut stage = stage();
    stage
        .press("р<Ctrl+x>")
        .expect_not("Срок")
        .expect_not("Выбросить");
}

#[test]
fn a_draft_comes_back_beneath_the_value_it_was_written_about() {
    let mut stage = stage();
    stage.press("рСовет об аттестации⎋");
    let written = stage.app.monitoring.cell();
    // Among the rows of another indicator, not only in the lists to the left.
    stage.press("←↓↓→<End>").rest();
    assert_ne!(stage.app.monitoring.cell(), written);
    stage.press("й⏎").expect("Совет об аттестации").rest();
    assert_eq!(stage.app.monitoring.cell(), written, "{}", stage.screen());
}

#[test]
fn what_is_left_last_stands_first_in_the_list() {
    let mut stage = stage();
    stage.press("рРаньше⎋");
    stage.press("↓рПозже⎋й");
    let screen = stage.screen();
    let at = |what: &str| {
        screen
            .find(what)
            .unwrap_or_else(|| panic!("{what}\n{screen}"))
    };
    assert!(at(": Позже") < at(": Раньше"), "{screen}");
}

#[test]
fn a_vacancy_has_a_draft_for_each_indicator() {
    use smotr::tui::followup::target::{Target, of_whom, whom};
    let of = |indicator| Target {
        addressee: Addressee {
            organisation: SCHOOL_1,
            person: None,
        },
        indicator,
        cell: None,
    };
    let (one, other) = ([of(SCORE)], [of(DELTA)]);
    assert_ne!(whom(&one), whom(&other));
    assert_eq!(of_whom(&whom(&one), OPEN), one);
}
