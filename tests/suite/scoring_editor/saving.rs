//! What is stored, and what is never lost: refusals, somebody who was faster, Esc, a published edition.

use smotr::domain::catalogue::PrintedBand;
use smotr::domain::number::Edge;

use super::*;

/// The editor with one row of its own, while Серова has changed the same indicator.
fn edited_by_two(change: impl FnOnce(&mut Indicator)) -> Stage {
    let mut stage = editing(RATIO, |_| {});
    stage.press("до 30");
    let mut theirs = stored(&stage, RATIO);
    change(&mut theirs);
    let put = put(&stage.state, RATIO, theirs);
    stage.other(SEROVA, put).unwrap();
    stage
}

fn theirs(it: &mut Indicator) {
    it.scoring = Scoring::Bands(vec![
        Band {
            from: None,
            points: 0.into(),
        },
        Band {
            from: Some(Edge::at(50.into())),
            points: 5.into(),
        },
    ]);
}

#[test]
fn a_scale_with_faults_is_kept_as_printed_and_that_is_said() {
    let mut stage = editing(RATIO, |_| {});
    type_rows(&mut stage, &[("до 40", "0"), ("60 и выше", "1")]);
    stage
        .press("<F2>")
        .expect("пока есть ошибки, публиковать нельзя");
    let line = |values: &str, points: i64| PrintedBand {
        values: values.into(),
        points: points.into(),
    };
    let printed = Scoring::Printed(vec![line("до 40", 0), line("60 и выше", 1)]);
    assert_eq!(stored(&stage, RATIO).scoring, printed);
    // It comes back as it was typed.
    stage.press("ш").expect("до 40").expect("60 и выше");
}

#[test]
fn nothing_is_sent_where_nothing_was_changed() {
    let mut stage = editing(RATIO, |_| {});
    let before = stage.commits.len();
    stage.press("⇥⇥<F2>").expect("Шкала не изменена.");
    assert_eq!(stage.commits.len(), before);
}

#[test]
fn every_scoring_of_the_catalogue_is_stored_as_it_was() {
    for id in [RATIO, COUNT, EXPERT, CHOICE, SCORE, DELTA, BENCHMARK] {
        let mut stage = editing(id, |_| {});
        stage.press("<F2>").expect("Шкала не изменена.");
    }
}

#[test]
fn points_that_are_missing_are_asked_for() {
    let mut stage = editing(RATIO, |_| {});
    type_rows(&mut stage, &[("до 40", "0"), ("40 и выше", "")]);
    stage
        .expect("Строка 2: не указаны баллы.")
        .press("<F2>")
        .expect("Укажите число.")
        .press("1<F2>");
    expect_bands(&stage, RATIO, &[("", 0), ("40", 1)]);
}

#[test]
fn esc_keeps_what_is_typed_and_the_same_key_brings_it_back() {
    let mut stage = editing(RATIO, |_| {});
    stage.press("до 30⎋").rest();
    assert_eq!(stage.unsaved.len(), 1);
    stage.press("ш").expect("до 30").expect("возвращена");
    stage.press("<F2>").rest();
    assert!(stage.unsaved.is_empty(), "accepted input is not kept");
}

#[test]
fn the_list_of_unfinished_input_names_it_and_opens_it() {
    let mut stage = editing(RATIO, |_| {});
    stage.press("до 30⎋").rest();
    stage
        .press("й")
        .expect("Шкала · 1.1 Первая и высшая категория")
        .press("⏎")
        .expect("до 30");
}

#[test]
fn a_killed_process_loses_nothing_older_than_a_second() {
    let mut stage = editing(RATIO, |_| {});
    stage.press("до 30").rest();
    let mut stage = stage.reopen();
    stage.press("й⏎").expect("до 30");
}

#[test]
fn typed_input_goes_only_when_that_is_confirmed() {
    let mut stage = editing(RATIO, |_| {});
    stage
        .press("до 30<Ctrl+x>")
        .expect("до 30")
        .press("⏎")
        .rest();
    assert!(stage.unsaved.is_empty());
}

#[test]
fn somebody_faster_is_told_and_both_versions_are_shown() {
    let mut stage = edited_by_two(theirs);
    stage.expect("Серова").expect("F2 покажет обе версии");
    stage
        .press("<F2>")
        .expect("менее 50 → 0; 50 и выше → 5")
        .expect("до 30 → 0");
}

#[test]
fn ones_own_is_written_over_theirs() {
    let mut stage = edited_by_two(theirs);
    stage.press("<F2>2");
    let Scoring::Printed(lines) = stored(&stage, RATIO).scoring else {
        panic!("{}", stage.screen());
    };
    assert_eq!(lines[0].values, "до 30");
}

#[test]
fn theirs_stays_and_ones_own_is_kept() {
    let mut stage = edited_by_two(theirs);
    stage.press("<F2>1").rest();
    expect_bands(&stage, RATIO, &[("", 0), ("50", 5)]);
    assert_eq!(stage.unsaved.len(), 1);
    stage.press("ш").expect("до 30");
}

#[test]
fn another_field_changed_meanwhile_is_no_conflict() {
    let mut stage = edited_by_two(|it| it.source = "отчёт".into());
    stage.press("<F2>");
    let it = stored(&stage, RATIO);
    assert_eq!(it.source, "отчёт");
    assert!(matches!(it.scoring, Scoring::Printed(_)), "{it:?}");
}

#[test]
fn input_that_comes_back_over_a_changed_record_asks() {
    let mut stage = editing(RATIO, |_| {});
    stage.press("до 30⎋").rest();
    let mut it = stored(&stage, RATIO);
    theirs(&mut it);
    let put = put(&stage.state, RATIO, it);
    stage.other(SEROVA, put).unwrap();
    stage
        .press("ш<F2>")
        .expect("50 и выше → 5")
        .expect("до 30 → 0");
}

#[test]
fn a_full_disk_keeps_the_editor_and_what_is_typed() {
    let mut stage = editing(RATIO, |_| {});
    stage.trouble = Some(smotr::service::link::Trouble::Full);
    stage.press("до 30<F2>").expect("до 30");
    stage.trouble = None;
    stage.press("<F2>");
    assert!(matches!(stored(&stage, RATIO).scoring, Scoring::Printed(_)));
}

#[test]
fn a_published_edition_is_only_looked_at() {
    let mut stage = stage_of(world(RATIO, |_| {}), ORLOVA, (80, 24));
    stage
        .press("<F8>⏎↓↓⏎ф1.1⏎<End>ш")
        .expect("Опубликованная редакция не меняется")
        .press("5<F4><F8><Ins><F2>")
        .expect("менее 40")
        .press("↓↓↓⇥⇥50")
        .expect("50,0 % → 1 балл");
    stage.press("⎋").rest();
    assert!(stage.unsaved.is_empty());
}

#[test]
fn whoever_is_no_administrator_only_looks() {
    let mut stage = stage_of(world(RATIO, |_| {}), BELOVA, (80, 24));
    stage
        .press("<F8>⏎⏎ф1.1⏎<End>ш")
        .expect("Шкала · 1.1")
        .press("до 30")
        .expect_not("до 30");
}

#[test]
fn letters_never_become_commands() {
    let mut stage = editing(RATIO, |_| {});
    stage.press("↑кцг").expect("Шкала · 1.1");
}

#[test]
fn no_size_makes_the_editor_panic() {
    for id in [RATIO, COUNT, EXPERT, CHOICE, SCORE] {
        let mut stage = editing(id, |_| {});
        stage.paste(&"от 1 до 2\t3\n".repeat(40));
        for size in [(0, 0), (1, 1), (60, 16), (61, 17), (80, 24), (300, 100)] {
            stage.resize(size.0, size.1);
            let _ = stage.screen();
            stage.press("↑↓⇥⇤<PgDn><PgUp>x");
            let _ = stage.screen();
        }
    }
}

#[test]
fn a_rule_for_the_note_is_part_of_the_scoring_only_where_an_expert_scores() {
    let note = |it: &mut Indicator| it.note = smotr::domain::catalogue::NoteRule::Always;
    let mut stage = edited_by_two(note);
    stage.expect_not("F2 покажет обе версии").press("<F2>");
    let it = stored(&stage, RATIO);
    assert!(
        matches!(it.scoring, Scoring::Printed(_)),
        "{}",
        stage.screen()
    );
    assert_eq!(it.note, smotr::domain::catalogue::NoteRule::Always);
    let mut stage = editing(EXPERT, |_| {});
    stage.press("10");
    let mut theirs = stored(&stage, EXPERT);
    note(&mut theirs);
    let put = put(&stage.state, EXPERT, theirs);
    stage.other(SEROVA, put).unwrap();
    stage.press("<F2>").expect("Серова");
    assert_ne!(
        stored(&stage, EXPERT).scoring,
        Scoring::Direct { max: 10.into() }
    );
}

#[test]
fn two_versions_that_do_not_fit_say_by_which_key_they_are_turned() {
    let mut stage = edited_by_two(theirs);
    stage.resize(80, 16);
    stage.press("<F2>").expect("Tab").expect_not("PgUp PgDn");
    let many = |it: &mut Indicator| {
        let row = |n: i64| PrintedBand {
            values: format!("от {n} до {n} и ни на одну сотую долю процента больше"),
            points: n.into(),
        };
        it.scoring = Scoring::Printed((0..60).map(row).collect());
    };
    edited_by_two(many).press("<F2>").expect("PgUp PgDn");
}
