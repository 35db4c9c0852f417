//! What is typed is never lost: Esc, a killed process, a refusal, somebody who was faster.

use super::*;

#[test]
fn esc_keeps_what_is_typed_and_the_same_key_brings_it_back() {
    let mut stage = stage();
    stage.press("рНезаконченное⇥⇥15.12⎋").rest();
    stage
        .expect_not("Незаконченное")
        .expect("незаконченных: 1 (й)");
    assert_eq!(stage.unsaved.len(), 1);
    stage
        .press("р")
        .expect("Незаконченное")
        .expect("15.12.2026, вт")
        .expect("Незаконченная запись от 23.05.2026");
    stage.press("<F2>").rest();
    assert_eq!(recommendations(&stage).len(), 1);
    assert!(stage.unsaved.is_empty(), "accepted input is not kept");
}

#[test]
fn the_list_of_unfinished_input_says_which_form_and_what_was_typed() {
    let mut stage = stage();
    stage.press("рНезаконченное⇥⇥15.12⎋").rest();
    stage
        .press("й")
        .expect("1.1 · Рекомендация · СШ № 1")
        .press("⏎")
        .expect("15.12.2026, вт");
}

#[test]
fn a_killed_process_loses_nothing_older_than_a_second() {
    let mut stage = stage();
    stage.press("рНабранное до обрыва⇥итог").rest();
    let mut stage = stage.reopen();
    stage.press("→→<Home>↓");
    stage.rest();
    stage
        .press("р")
        .expect("Набранное до обрыва")
        .expect("итог");
}

#[test]
fn an_untouched_form_leaves_nothing_behind() {
    let mut stage = stage();
    stage.press("р⎋").rest();
    assert!(stage.unsaved.is_empty());
    stage.expect_not("незаконченных:");
}

#[test]
fn a_full_disk_keeps_the_form_and_the_text() {
    let mut stage = stage();
    stage.trouble = Some(smotr::service::link::Trouble::Full);
    stage
        .press("рТекст⇥⇥+7<F2>")
        .expect("Записать рекомендацию");
    stage.trouble = None;
    stage.press("<F2>");
    assert_eq!(recommendations(&stage).len(), 1);
}

#[test]
fn no_size_makes_a_form_panic() {
    for opening in ["р", "Ву", "уТ⇥П⇥новый⏎", "Д"] {
        let mut stage = stage();
        stage
            .press(opening)
            .paste(&"длинный текст в несколько строк ".repeat(40));
        for size in SIZES {
            stage.resize(size.0, size.1);
            let _ = stage.screen();
            stage.press("↑↓⇥⇤x");
            let _ = stage.screen();
        }
    }
    let mut stage = edited_by_two();
    for size in SIZES {
        stage.resize(size.0, size.1);
        let _ = stage.screen();
    }
}

#[test]
fn a_conflict_shows_both_and_mine_is_written_over_theirs() {
    let mut stage = edited_by_two();
    stage.press("2");
    assert_eq!(recommendations(&stage)[0].text, "Прежний текст и моё");
    assert_eq!(recommendations(&stage).len(), 1);
}

#[test]
fn a_conflict_shows_both_and_theirs_may_stay() {
    let mut stage = edited_by_two();
    stage.press("⏎").rest();
    assert_eq!(recommendations(&stage)[0].text, "Чужой текст");
    assert_eq!(stage.unsaved.len(), 1, "one's own is not dropped");
    assert!(
        stage
            .said()
            .contains("Набранное — в незаконченных записях: й"),
        "{}",
        stage.said()
    );
    let place = stage.unsaved[0].slot.place.clone();
    smotr::tui::followup::restore(&mut stage.app, &place);
    stage.expect("Прежний текст и моё");
}

#[test]
fn a_conflict_can_be_put_off_with_the_text_kept() {
    let mut stage = edited_by_two();
    stage
        .press("⎋")
        .expect_not("Уже записано")
        .press("⎋")
        .rest();
    assert_eq!(recommendations(&stage)[0].text, "Чужой текст");
    // It still rests on what was seen then: the conflict is not forgotten.
    let mut stage = stage.reopen();
    stage.press("→→<Home>↓").rest();
    open_first_record(&mut stage);
    stage.expect("Прежний текст и моё").press("<F2>");
    stage.expect("Уже записано (Белова");
}

#[test]
fn kept_input_finds_its_form_again_from_anywhere() {
    for (keys, words) in [
        ("рЗабытый текст⎋", "Забытый текст"),
        ("ВрЗабытый текст⎋", "выделено ОО: 3"),
        ("уЗабытое решение⎋", "Забытое решение"),
        ("ДЗ⇥15/99⎋", "15/99"),
    ] {
        let mut stage = stage();
        stage.press(keys).rest();
        let mut stage = stage.reopen();
        let place = stage.unsaved[0].slot.place.clone();
        smotr::tui::followup::restore(&mut stage.app, &place);
        stage.expect(words);
    }
    let mut stage = sent();
    stage.press("П+300⎋");
    stage.press("чСделано⎋").rest();
    for (place, words) in [
        ("step prolong recommendation 1", "+300"),
        ("report new recommendation 1", "Сделано"),
    ] {
        smotr::tui::followup::restore(&mut stage.app, place);
        stage.expect(words).press("⎋");
    }
}

/// F2 in the detail edits what the cursor is on: a record of the follow-up, or else the value.
#[test]
fn the_edit_key_edits_what_the_cursor_of_the_detail_is_on() {
    let mut stage = stage();
    stage.press("рТекст⇥⇥+7<F2>").rest();
    stage
        .press("⇥<Home>↓↓<F2>")
        .expect("Правка")
        .expect("Текст");
}

/// What is announced after recording works where it is announced.
#[test]
fn the_next_step_is_taken_among_the_rows_as_well() {
    let mut stage = stage();
    stage.press("рТекст⇥⇥+7<F2>").expect("направить: Shift+Ш");
    stage
        .press("Ш")
        .expect_not("не действует")
        .expect("Направить");
}
