//! What the panes and the detail say about a value: signs, headings, and what is seen without scrolling.

use std::sync::Arc;

use crate::support::demo;
use crate::support::stage::Stage;
use crate::support::story;
use crate::support::world::*;
use smotr::domain::catalogue::Measure;
use smotr::domain::command::{Command, Seen, SetValue};
use smotr::domain::value::Entry;
use smotr::tui::command::hints;

/// The detail of the row with this name, in the story's world.
fn detail_of(size: (u16, u16), name: &str) -> Stage {
    let mut stage = story::stage(size);
    stage.press_and_rest("→→");
    let rows = &stage.app.monitoring.panes.rows;
    let at = rows.iter().position(|it| it.name == name).unwrap();
    stage.press_and_rest(&"↓".repeat(at));
    stage
}

#[test]
fn a_decision_is_seen_in_the_detail_of_a_small_window() {
    let store = demo::store();
    let mut decided = 0;
    for cell in store
        .state
        .recommendations
        .values()
        .filter_map(|it| it.ground)
    {
        if smotr::analysis::related::decisions_about(&store.state, cell).is_empty() {
            continue;
        }
        let mut stage = demo::stage((80, 24));
        smotr::tui::screen::monitoring::walk::go_to_cell(&mut stage.app, cell);
        stage.rest();
        if stage.app.monitoring.cell() == Some(cell) {
            stage.expect("│ Решение ");
            decided += 1;
        }
        if decided == 12 {
            break;
        }
    }
    assert!(decided > 5, "{decided}");
}

#[test]
fn a_cleared_cell_is_not_said_to_be_entered() {
    let mut stage = detail_of((120, 36), "СШ № 1");
    stage.expect("введено");
    stage
        .press_and_rest("⌦")
        .expect("пусто, последнее изменение:   Орлова, 23.05.2026")
        .expect_not("введено");
}

#[test]
fn what_is_needed_is_said_in_the_same_words_in_the_detail_and_in_a_form() {
    let mut stage = detail_of((120, 36), "СШ № 1");
    let words = "для 1 балла нужно 10 из 24";
    stage.expect(words);
    stage.press("р").expect("Ожидается").expect(words);
}

#[test]
fn the_column_of_the_directions_is_named_and_what_is_entered_stands_below() {
    for size in [(80, 24), (120, 36), (200, 50)] {
        let mut stage = demo::stage(size);
        stage
            .expect("┌ Направления · индекс ")
            .expect("└ внесено 222/360 ");
        stage.press("↓").expect("└ внесено 166/358 ");
        let figures: Vec<_> = (stage.app.monitoring.panes.first.iter())
            .map(|it| it.right[0].clone())
            .collect();
        assert!(
            figures.iter().all(|it| it.contains(',')),
            "indices only: {figures:?}"
        );
        // A closed period has nothing left to enter.
        stage.press("х").expect_not("└ внесено");
    }
}

#[test]
fn a_figure_below_zero_has_a_minus_and_is_copied_with_a_hyphen() {
    let mut stage = story::stage((120, 36));
    let set = SetValue {
        cell: cell(COUNT, SCHOOL_1),
        seen: Seen::At(rev(
            &stage.state,
            smotr::domain::record::Key::Value(cell(COUNT, SCHOOL_1)),
        )),
        entry: Entry::Number(5.into()),
        note: None,
        source: None,
    };
    stage.other(BELOVA, Command::SetValues(vec![set])).unwrap();
    stage.press_and_rest("→2→");
    let at = (stage.app.monitoring.panes.rows.iter())
        .position(|it| it.name == "СШ № 1")
        .unwrap();
    stage.press_and_rest(&"↓".repeat(at));
    stage.expect("−2").press_and_rest("⇥<Ctrl+c>");
    let copied = stage.copied.last().unwrap();
    assert!(copied.contains("-2") && !copied.contains('−'), "{copied}");
}

#[test]
fn a_window_too_small_breaks_no_word() {
    for (size, lines) in [
        ((20, 5), vec!["Окно мало: нужно", "60×16, сейчас 20×5"]),
        ((10, 3), vec!["60×16"]),
        ((40, 1), vec!["Окно мало: нужно 60×16, сейчас 40×1"]),
        ((20, 1), vec!["60×16"]),
    ] {
        let screen = demo::stage(size).screen();
        let shown: Vec<&str> = screen.lines().filter(|it| !it.is_empty()).collect();
        assert_eq!(shown, lines, "{size:?}");
    }
}

#[test]
fn the_sources_name_indicators_by_the_codes_that_are_shown() {
    for indicator in demo::store().state.indicators.values() {
        let texts = [&indicator.source, &indicator.method, &indicator.title];
        for text in texts {
            let internal = text
                .split(|it: char| !it.is_alphanumeric() && it != '.')
                .any(|it| {
                    it.strip_prefix(['D', 'M'])
                        .is_some_and(|it| it.starts_with(|it: char| it.is_ascii_digit()))
                });
            assert!(!internal, "{} {text}", indicator.code);
        }
    }
}

#[test]
fn steps_of_whole_numbers_end_before_the_next_one_begins() {
    demo::stage((120, 36))
        .press_and_rest("5→6→")
        .expect("1–30 → 2 · 31–90 → 1")
        .expect_not("0–1 → 3");
    // Percents have values between any two.
    demo::stage((120, 36))
        .press_and_rest("5→3→")
        .expect("от 0 → 0 · от 25 → 1 · от 50 → 2");
}

#[test]
fn a_yes_has_no_place_among_the_yeses() {
    let store = demo::store();
    let mut seen = 0;
    for indicator in store.state.indicators.values() {
        if let (Measure::Choice { .. }, Some((direction, n))) =
            (&indicator.measure, indicator.code.split_once('.'))
        {
            let mut stage = demo::stage((120, 36));
            stage.press_and_rest(&format!("{direction}→{n}→"));
            if stage.shows("Периоды:") {
                stage.expect_not("место");
                seen += 1;
            }
        }
    }
    assert!(seen > 0);
}

#[test]
fn a_term_that_has_passed_is_said_in_the_header() {
    let mut stage = story::stage((80, 24));
    stage.expect("ввод до 25.06.2026");
    for (today, wanted) in [
        ("2026-06-25", "ввод до 25.06.2026"),
        ("2026-06-26", "срок прошёл 25.06.2026"),
    ] {
        stage.app.now.today = date(today);
        let header = smotr::tui::header::text(&stage.app);
        assert!(header.contains(wanted), "{today}: {header}");
        assert!(header.chars().count() <= 78, "{header}");
    }
    // The choice of the period says the same of it, and so does the header where there is room.
    let both = "срок прошёл 25.06.2026, ввод открыт";
    stage.resize(190, 36);
    stage.app.now.today = date("2026-06-26");
    let header = smotr::tui::header::text(&stage.app);
    assert!(header.contains(both), "{header}");
    smotr::tui::overlay::periods::open(&mut stage.app);
    assert_eq!(stage.screen().matches("ввод открыт").count(), 1);
    stage.expect(&format!("{both}│"));
}

#[test]
fn the_top_line_is_said_in_fewer_words_and_never_cut() {
    for width in [60, 64, 70, 76, 80, 100, 110, 120, 134, 200] {
        for names in [true, false] {
            for today in ["2026-05-23", "2026-07-01"] {
                let mut state = World::new().state;
                if let Some(settings) = &mut state.settings {
                    settings.body.demo = true;
                }
                Arc::make_mut(&mut state.users)
                    .get_mut(&ORLOVA)
                    .unwrap()
                    .body
                    .names = names;
                let mut stage = Stage::new(state, ORLOVA);
                stage.app.now.today = date(today);
                stage.resize(width, 24);
                let screen = stage.screen();
                let line = screen.lines().next().unwrap_or_default();
                assert!(line.contains("25.06.2026"), "{width}: {line}");
                assert!(!line.contains('…'), "{width}: {line}");
            }
        }
    }
}

#[test]
fn what_is_not_computed_is_said_in_a_word_that_fits() {
    demo::stage((80, 24))
        .press_and_rest("2→4→")
        .expect("не рассч.")
        .expect_not("не рассчи…");
}

#[test]
fn enter_and_esc_stay_in_the_bottom_line_when_the_counter_needs_room() {
    for room in [60, 45, 30, 26] {
        let mut stage = story::stage((80, 24));
        stage.press_and_rest("→→").press("<F2>");
        let keys: Vec<String> = (hints::bottom(&stage.app, room).into_iter())
            .map(|(key, _)| key)
            .collect();
        assert!(keys.iter().any(|it| it == "Esc"), "{room}: {keys:?}");
        assert!(keys.iter().any(|it| it == "Enter"), "{room}: {keys:?}");
    }
}

/// Enter does what the line is about, and never something else that happens to be the only one.
#[test]
fn enter_in_the_detail_is_about_its_line() {
    for (line, expected) in [
        ("балл", "Enter записать и вниз"),
        ("Шкала:", "формула "),
        ("Периоды:", "У этой строки открывать нечего."),
        ("Рекомендация", "┌ рекомендация"),
    ] {
        let mut stage = detail_of((120, 36), "СШ № 1");
        let says = |it: &smotr::tui::screen::monitoring::panes::DetailLine| {
            it.parts.iter().any(|it| it.0.contains(line))
        };
        let at = (stage.app.monitoring.panes.detail.iter().position(says))
            .unwrap_or_else(|| panic!("no line «{line}»:\n{}", stage.screen()));
        stage
            .press("⇥")
            .press(&"↓".repeat(at))
            .press("⏎")
            .expect(expected);
    }
}

/// The line above the rows: no figure of the municipality is cut, and the mean of whole numbers has a decimal.
#[test]
fn the_municipality_is_said_whole_and_its_mean_with_a_decimal() {
    let ids: Vec<_> = demo::store()
        .state
        .indicators
        .keys()
        .map(|it| it.1)
        .collect();
    let mut means = 0;
    for size in [(80, 24), (120, 36)] {
        let mut stage = demo::stage(size);
        for id in &ids {
            smotr::tui::screen::monitoring::walk::go_to_indicator(&mut stage.app, *id);
            let about = &stage.app.monitoring.panes.about;
            let Some(line) = about.iter().skip(1).find(|it| it.starts_with("мун")) else {
                continue;
            };
            assert!(
                stage.shows(&line.replace('\u{a0}', " ")),
                "{line}\n{}",
                stage.screen()
            );
            if let Some((_, mean)) = line.split_once("в среднем ") {
                let mean: String = mean
                    .chars()
                    .take_while(|it| it.is_ascii_digit() || *it == ',')
                    .collect();
                assert!(mean.trim_end_matches(',').contains(','), "{line}");
                means += 1;
            }
        }
    }
    assert!(means > 4, "{means}");
}

/// What a recommendation is to lead to stands below it in the detail that has most of the screen; bounds of percents are percents.
#[test]
fn the_expected_result_and_the_unit_of_a_bound_are_told() {
    let mut stage = detail_of((120, 36), "СШ № 1");
    let expected = "Ожидается  Доля не ниже 60 %";
    stage.expect_not(expected);
    let expand = smotr::tui::command::table::CommandId::ExpandDetail;
    stage.act(expand).expect(expected).act(expand);
    stage.press("я").press("⎋").press("1").press("20%⌫⌫⌫⌫120%");
    stage
        .expect("120 % не подходит: возможно от 0 % до 100 %.")
        .press("⎋");
    stage
        .act(smotr::tui::command::table::CommandId::Scale)
        .expect("возможно 0–100 %; обычно ≥ 20 %");
}

/// What is saved and what is unfinished is said in as many words as leave the keys where they are.
#[test]
fn the_corner_of_the_bottom_line_pushes_no_keys_out() {
    let keys = "п поиск  з значение  р рекомендация  у упр. решение  F1 клавиши  F10 выход";
    let mut stage = story::stage((80, 24));
    stage.press_and_rest("→→↓").expect(keys);
    stage.press("⏎1⎋").press("↑").rest();
    stage.expect(&format!("{keys} й 1"));
    stage.resize(120, 36).expect("незаконченных: 1 (й)");
    stage.resize(80, 24).press("↓⏎⌫⎋").rest();
    assert!(stage.app.drafts.is_empty(), "{:?}", stage.app.drafts);
    stage.press("⌦").press("↑").rest();
    stage.expect(keys).expect_not("сохранено");
    assert!(
        stage.screen().trim_end().ends_with('√'),
        "{}",
        stage.screen()
    );
    stage.resize(120, 36).expect("сохранено");
    // A message has no keys beside it; it keeps to one line where it can.
    stage.resize(80, 24).press("↓⏎1⎋").press("<Ctrl+s>");
    stage.expect("Осталась 1 незаконченная запись: она тоже не пропадёт.");
}
