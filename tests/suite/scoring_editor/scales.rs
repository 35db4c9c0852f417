//! Scales as acts print them: read, pointed out where they are wrong, mended, moved about, pasted.

use smotr::domain::catalogue::{Better, Measure};

use super::*;

const OFFICIAL: [(&str, &str); 5] = [
    ("0", "4"),
    ("0,1–5", "3"),
    ("6–10", "2"),
    ("11–15", "1"),
    (">15", "0"),
];

/// An editor with the official table typed in as printed.
fn official() -> Stage {
    let mut stage = editing(RATIO, |it| it.better = Better::Lower);
    type_rows(&mut stage, &OFFICIAL);
    stage
}

#[test]
fn an_official_table_shows_its_gaps_as_it_is_typed() {
    official()
        .expect("× ошибка: Строки 2 и 3: значение 5,4 не попадает ни в одну строку.")
        .expect("Строки 3 и 4: значение 10,4 не попадает");
}

#[test]
fn a_value_in_a_gap_has_no_row() {
    official().press("⏎5,4").expect("5,4 % → ни одна строка");
}

#[test]
fn mending_closes_the_gaps_and_says_how_it_was() {
    let mut stage = official();
    stage
        .press("<F4>")
        .expect_not("ошибка:")
        .expect("Исправлено. Было: 0 → 4 · 0,1–5 → 3 · 6–10 → 2 · 11–15 → 1 · >15 → 0.")
        .expect("вернёт прежнее.")
        .press("<F2>");
    expect_bands(
        &stage,
        RATIO,
        &[("", 4), ("0.1", 3), ("6", 2), ("11", 1), (">15", 0)],
    );
}

#[test]
fn what_a_decree_closes_above_is_stored_so() {
    let mut stage = editing(RATIO, |_| {});
    type_rows(
        &mut stage,
        &[
            ("до 40 включительно", "0"),
            ("свыше 40 до 60 вкл.", "1"),
            ("св. 60", "3"),
        ],
    );
    stage
        .expect("Замечаний нет.")
        .press("⏎60")
        .expect("60,0 % → 1 балл · строка 2")
        .press("<F2>");
    expect_bands(&stage, RATIO, &[("", 0), (">40", 1), (">60", 3)]);
    stage
        .press("ш")
        .expect("не более 40")
        .expect("свыше 40 до 60 вкл…")
        .expect("свыше 40 до 60 включительно")
        .press("<F2>")
        .expect("Шкала не изменена.");
}

#[test]
fn an_unfinished_scale_is_not_finished_by_mending() {
    let mut stage = editing(RATIO, |_| {});
    type_rows(&mut stage, &[("95-100", "3")]);
    stage
        .press("<F4>")
        .expect("Исправьте вручную. Строка 1: значение 0 ниже неё")
        .expect_not("любое");
    type_rows(&mut stage, &[("40-59", "1"), ("60-79", "2")]);
    stage
        .press("<F4>")
        .expect("Исправлено. Было: 40-59 → 1 · 60-79 → 2.")
        .expect("Осталось исправить вручную. Строка 1: значение 0 ниже неё")
        .expect("от 40, но менее 60");
}

#[test]
fn mending_is_taken_back_within_the_editor() {
    let mut stage = official();
    stage
        .press("<F4><Ctrl+z>")
        .expect("0,1–5")
        .expect("значение 5,4 не попадает")
        .press("<Ctrl+y>")
        .expect_not("ошибка:");
}

#[test]
fn what_cannot_be_read_is_put_right_by_hand_first() {
    let mut stage = editing(RATIO, |_| {});
    type_rows(&mut stage, &[("до", "0"), ("40 и выше", "1")]);
    stage
        .press("<F4>")
        .expect("после «до» нет числа. Сначала поправьте это")
        .press("до 40")
        .expect_not("ошибка:");
}

#[test]
fn an_end_belongs_to_the_row_that_has_it_in_print() {
    let mut stage = editing(RATIO, |_| {});
    type_rows(
        &mut stage,
        &[("до 60", "0"), ("60–80", "1"), ("свыше 80", "2")],
    );
    stage
        .expect("Замечаний нет.")
        .press("⏎80")
        .expect("80,0 % → 1 балл · строка 2")
        .press("⇤");
    type_rows(
        &mut stage,
        &[("0–60", "0"), ("60–80", "1"), ("80–100", "2")],
    );
    stage
        .expect("Строки 1 и 2: значение 60 попадает в обе, а баллы разные.")
        .press("⏎60")
        .expect("строки 1, 2, а баллы разные");
}

#[test]
fn a_scale_that_ends_below_what_is_possible_says_so() {
    let mut stage = editing(RATIO, |it| it.bounds.hard_max = None);
    type_rows(&mut stage, &[("менее 95", "0"), ("от 95 до 100", "5")]);
    stage.expect("Строка 2: значение 100 выше неё и не попадает ни в одну строку.");
}

#[test]
fn a_share_whose_table_ends_with_the_whole_has_two_ways_out() {
    const TABLE: [(&str, &str); 3] = [("0–59", "0"), ("60–79", "1"), ("80–100", "2")];
    let mut stage = editing(RATIO, |it| it.bounds.hard_max = None);
    type_rows(&mut stage, &TABLE);
    stage
        .expect("укажите в форме показателя «Возможно до» — 100")
        .press("<F4>")
        .expect_not("ошибка:")
        .expect("80 и выше")
        .press("<F2>");
    expect_bands(&stage, RATIO, &[("", 0), ("60", 1), ("80", 2)]);
    // Where the indicator says how much there can be, the end is none.
    let mut stage = editing(RATIO, |it| it.bounds.hard_max = Some(100.into()));
    type_rows(&mut stage, &TABLE);
    stage
        .expect_not("Возможно до")
        .press("<F4>")
        .expect_not("ошибка:")
        .expect("80–100");
}

#[test]
fn a_reversed_formula_is_suspected_by_its_words() {
    let mut stage = editing(RATIO, |it| {
        if let Measure::Ratio {
            numerator,
            denominator,
            ..
        } = &mut it.measure
        {
            numerator.title = "обучающихся на начало года".into();
            denominator.title = "обучающихся на конец года".into();
        }
    });
    stage
        .expect("Числитель и знаменатель, похоже, переставлены: «начало» сверху, «конец»")
        .expect("Растёт числитель → показатель растёт → баллы растут");
}

#[test]
fn points_against_the_better_direction_are_said_in_words() {
    let mut stage = editing(RATIO, |it| it.better = Better::Lower);
    stage.expect("! замечание: С ростом значения баллы растут, а меньше — лучше.");
    stage.expect("баллы растут, а меньше — лучше");
}

#[test]
fn a_ratio_is_tried_and_the_row_is_named() {
    let mut stage = editing(RATIO, |_| {});
    stage
        .press("⇤⇤21/24")
        .expect("87,5 % → 3 балла · строка 4")
        .press("⇥⇤120")
        .expect("таких значений не бывает");
}

#[test]
fn rows_are_added_moved_and_removed() {
    let mut stage = editing(RATIO, |_| {});
    stage.press("<Ins>нет⇥9");
    with_ctrl(&mut stage, KeyCode::Down);
    let line = |stage: &Stage, n: &str| {
        let screen = stage.screen();
        let found = screen.lines().find(|it| it.contains(n));
        found
            .map(str::to_owned)
            .unwrap_or_else(|| panic!("{screen}"))
    };
    assert!(line(&stage, "нет ").contains("► 2"), "{}", stage.screen());
    stage.press("<F8>").expect_not("нет ");
    stage.press("<Ctrl+z>").expect("нет ");
}

#[test]
fn enter_on_the_last_row_adds_one_and_backspace_takes_an_empty_one_away() {
    let mut stage = editing(RATIO, |_| {});
    let rows = |stage: &Stage| {
        let screen = stage.screen();
        screen
            .lines()
            .filter(|it| it.contains("██") || it.contains("  0  "))
            .count();
        screen
    };
    let before = rows(&stage);
    stage.press("↓↓↓⏎");
    assert_ne!(rows(&stage), before);
    stage.press("⌫");
    stage.press("↑↑↑");
    assert_eq!(rows(&stage), before);
}

#[test]
fn a_pasted_table_fills_the_rows() {
    let mut stage = editing(RATIO, |_| {});
    stage
        .paste("Значение\tБаллы\nдо 40\t0\nот 40 до 60\t1\n60 и выше, но менее 80   2\nот 80\t3\n")
        .press("<F2>");
    expect_bands(&stage, RATIO, &[("", 0), ("40", 1), ("60", 2), ("80", 3)]);
}

#[test]
fn a_column_that_numbers_the_lines_is_left_out() {
    let mut stage = editing(RATIO, |_| {});
    stage
        .paste("№ п/п\tЗначение\tБаллы\n1.\tдо 40\t0\n2.\tот 40\t\t1\n")
        .expect_not("не вставлена");
    stage.press("↓<F8><F8><F2>");
    expect_bands(&stage, RATIO, &[("", 0), ("40", 1)]);
}

#[test]
fn a_table_with_more_columns_than_fields_is_refused_and_nothing_is_lost() {
    let mut stage = editing(RATIO, |_| {});
    stage
        .paste("педагоги\tдо 40\t0\nпедагоги\tот 40\t1\n")
        .expect("Таблица не вставлена: в ней больше столбцов")
        .expect("менее 40")
        .press("<F2>")
        .expect("Шкала не изменена.");
}

#[test]
fn tab_behind_the_last_points_begins_a_new_row() {
    let mut stage = editing(RATIO, |it| it.scoring = Scoring::Printed(Vec::new()));
    stage.press("менее 80 %⇥0⇥80-94,9⇥1,5⇥95-100⇥3<F4>");
    stage.expect("от 80, но менее 95").expect_not("ошибка:");
    // From a row with nothing in it Tab goes on to what is tried.
    stage
        .press("↓↓⇥⇥⇥⇥50")
        .expect("50,0 % → 0 баллов · строка 1");
    stage.press("<F2>");
    let Scoring::Bands(bands) = stored(&stage, RATIO).scoring else {
        panic!("{}", stage.screen());
    };
    let all: Vec<String> = bands.iter().map(|it| it.points.to_string()).collect();
    assert_eq!(all, ["0", "1.5", "3"]);
}

#[test]
fn a_space_does_not_change_the_way_of_scoring() {
    let mut stage = editing(RATIO, |_| {});
    stage.press("↑␣␣").expect("< по шкале >");
    stage.press("→").expect("за единицу");
}

#[test]
fn whole_numbers_have_no_gap_between_printed_rows() {
    let mut stage = editing(COUNT, |it| {
        it.scoring = Scoring::Bands(vec![Band {
            from: None,
            points: 1.into(),
        }]);
    });
    type_rows(&mut stage, &[("0", "3"), ("1–5", "2"), ("6 и более", "0")]);
    stage.expect("Замечаний нет.").press("<F2>");
    expect_bands(&stage, COUNT, &[("", 3), ("1", 2), ("6", 0)]);
}

#[test]
fn how_many_values_each_row_has_stands_beside_it() {
    let mut stage = editing(RATIO, |_| {});
    stage.expect("2025/26: 3 значения");
    type_rows(&mut stage, &[("до 60", "0"), ("60 и выше", "1")]);
    stage
        .expect("   2 ████")
        .expect("баллы изменятся у 2")
        .expect("По шкале ред. 1: менее 40: 1 · от 40, но менее 60: 1 · от 60, но менее 80: 0");
}

#[test]
fn a_pasted_column_of_numbers_of_rows_is_left_out() {
    let mut stage = official();
    stage.press("<F8><F8><F8><F8><F8><F8>");
    stage.paste("№\tЗначение\tБаллы\n1\tдо 40\t0\n2\t40–60\t1\n3\t60 и выше\t2\n");
    stage.expect("до 40").expect("60 и выше").press("<F2>");
    let Scoring::Printed(lines) = stored(&stage, RATIO).scoring else {
        let Scoring::Bands(bands) = stored(&stage, RATIO).scoring else {
            panic!("{}", stage.screen());
        };
        assert_eq!(bands.len(), 3);
        return;
    };
    let points: Vec<_> = lines.iter().map(|it| it.points).collect();
    assert_eq!(points, [0.into(), 1.into(), 2.into()], "{}", stage.screen());
}

#[test]
fn values_that_read_like_numbers_of_rows_stay_where_the_column_between_is_empty() {
    let mut stage = official();
    stage.press("<F8><F8><F8><F8><F8><F8>");
    stage.paste("1\t\t5\n2\t\t3\n3\t\t1\n");
    for (value, points) in [("1", "5"), ("2", "3"), ("3", "1")] {
        let screen = stage.screen();
        let found = screen.lines().any(|it| {
            let words: Vec<&str> = it
                .split(['│', ' ', '►'])
                .filter(|it| !it.is_empty())
                .collect();
            words.starts_with(&[value, "×", value, points])
        });
        assert!(found, "{value} → {points}\n{screen}");
    }
}

#[test]
fn rows_that_a_wrong_bound_makes_impossible_are_kept_as_they_were_typed() {
    let mut stage = editing(RATIO, |it| it.bounds.hard_max = Some(0.into()));
    stage.press("<F8><F8><F8><F8><F8><F8>");
    type_rows(
        &mut stage,
        &[("до 60", "0"), ("60–80", "5"), ("81 и выше", "10")],
    );
    stage.expect("таких значений не бывает").press("<F2>");
    let Scoring::Printed(lines) = stored(&stage, RATIO).scoring else {
        panic!("{}", stage.screen());
    };
    let values: Vec<&str> = lines.iter().map(|it| it.values.as_str()).collect();
    assert_eq!(values, ["до 60", "60–80", "81 и выше"]);
}
