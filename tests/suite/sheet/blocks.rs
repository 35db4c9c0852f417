//! Many cells as one step: a block is shown first, Enter writes it as one commit.
//!
//! The sheet of «Условия» has the rows ДС № 1, СШ № 1, СШ № 2 and the municipality.

use smotr::domain::ids::{IndicatorId, OrganisationId};
use smotr::domain::value::{Cell, Entry, Source};
use smotr::tui::msg::Event;

use super::walking::to;
use crate::support::stage::Stage;
use crate::support::world::{self, *};

/// The sheet with the cursor on the first row of an indicator.
pub fn at(indicator: IndicatorId) -> Stage {
    let mut stage = Stage::new(World::new().state, ORLOVA);
    stage.resize(120, 36).press_and_rest("<F4>");
    to(&mut stage, indicator);
    stage
}

pub fn entry_of(stage: &Stage, cell: Cell) -> Option<Entry> {
    stage.state.value(cell).map(|it| it.entry.clone())
}

/// What stands in a column: ДС № 1, СШ № 1, СШ № 2.
fn column(stage: &Stage, indicator: IndicatorId) -> [Option<Entry>; 3] {
    [NURSERY, SCHOOL_1, SCHOOL_2].map(|it: OrganisationId| entry_of(stage, cell(indicator, it)))
}

fn n(text: &str) -> Option<Entry> {
    Some(world::entry(text))
}

#[test]
fn a_block_is_shown_first_and_is_one_step() {
    let mut stage = at(RATIO);
    stage.paste("21/24\t3\r\n20/24\t4\r\n");
    stage
        .expect("Вставка: 2 строки × 2 столбца")
        .expect("изменится: 4");
    assert!(stage.commits.is_empty(), "nothing is written yet");
    stage.press("⏎");
    assert_eq!(stage.commits.len(), 1, "one step\n{}", stage.screen());
    assert_eq!(
        column(&stage, RATIO),
        [Some(ratio("21", "24")), Some(ratio("20", "24")), None]
    );
    assert_eq!(column(&stage, COUNT), [n("3"), n("4"), None]);
    stage.expect_not("Вставка: 2 строки").press("о");
    let gone = Some(Entry::Empty);
    let taken_back = column(&stage, RATIO).into_iter().take(2);
    assert!(
        { taken_back }.all(|it| it.is_none() || it == gone),
        "taken back as one\n{}",
        stage.screen()
    );
    assert_eq!(stage.commits.len(), 2);
}

#[test]
fn esc_leaves_everything_as_it_was() {
    let mut stage = at(RATIO);
    stage.paste("21/24\n20/24\n19/24").press("⎋").rest();
    stage.expect("Ничего не изменено.").expect_not("Вставка:");
    assert!(stage.commits.is_empty());
    assert!(stage.unsaved.iter().all(|it| it.fields.is_none()));
}

#[test]
fn what_is_refused_is_told_and_stays_in_its_cell() {
    let mut stage = at(RATIO);
    stage.paste("21/24\n25/24\nмного");
    stage.expect("отклонено: 2").expect("изменится: 1");
    // The refused rows stand first; Enter on one of them writes nothing and says why.
    stage.press("<Home>⏎");
    assert!(stage.commits.is_empty());
    assert!(!stage.said().is_empty(), "{}", stage.screen());
    stage.press("<End>⏎");
    assert_eq!(stage.commits.len(), 1, "{}", stage.screen());
    assert_eq!(column(&stage, RATIO), [Some(ratio("21", "24")), None, None]);
    assert_eq!(stage.app.drafts.len(), 2, "{}", stage.screen());
    stage.press("↓й").expect("25/24");
}

#[test]
fn one_text_fills_a_marked_block_and_a_column_repeats_beside_itself() {
    let mut stage = at(COUNT);
    stage.press("в↓↓в").paste("5").press("⏎");
    assert_eq!(column(&stage, COUNT), [n("5"), n("5"), n("5")]);
    let mut stage = at(COUNT);
    stage.press("в↓↓→в").paste("1\n2\n3");
    stage.expect("3 строки × 2 столбца").press("⏎");
    assert_eq!(column(&stage, COUNT), [n("1"), n("2"), n("3")]);
    assert_eq!(column(&stage, EXPERT), [n("1"), n("2"), n("3")]);
}

#[test]
fn what_is_no_cell_is_skipped_and_counted() {
    let mut stage = at(COUNT);
    // Semicolons part columns too; the last row of the sheet is the municipality's, which has no such cells.
    stage.paste("1;2;3\n\n2;;1\n3;4;5\n7;7;7\n8;8;8");
    stage.expect("за краем листа: 6").expect("не собирается: 4");
    stage.press("⏎");
    assert_eq!(column(&stage, COUNT), [n("1"), None, n("2")]);
}

#[test]
fn words_that_are_obligatory_are_asked_for_once() {
    let mut stage = at(EXPERT);
    stage.paste("0\n0\n5").expect("ждут пояснения: 2");
    stage.press("я").expect("Одно примечание к 2 строкам");
    stage
        .press("Программы нет⏎")
        .expect("изменится: 3")
        .press("⏎");
    assert_eq!(stage.commits.len(), 1, "{}", stage.screen());
    let note = |it| stage.state.value(cell(EXPERT, it)).unwrap().note.clone();
    assert_eq!(note(NURSERY), "Программы нет");
    assert_eq!(note(SCHOOL_1), "Программы нет");
    assert_eq!(note(SCHOOL_2), "");
    // Without words nothing is written; a row can be left out instead.
    let mut stage = at(EXPERT);
    stage.paste("0\n5").press("<End>⏎");
    assert!(stage.commits.is_empty(), "{}", stage.screen());
    stage.press("␣⏎");
    assert_eq!(column(&stage, EXPERT)[..2], [None, n("5")]);
}

#[test]
fn a_burst_without_brackets_is_a_block_too() {
    let mut stage = at(RATIO);
    stage.event(Event::Burst("21/24\r20/24\r19/24\r".to_owned()));
    stage.expect("изменится: 3").press("⏎");
    assert_eq!(column(&stage, RATIO)[2], Some(ratio("19", "24")));
}

#[test]
fn over_an_open_editor_several_cells_are_no_text() {
    let mut stage = at(RATIO);
    stage
        .press("1")
        .paste("21/24\n20/24")
        .expect("изменится: 2");
    stage.press("⏎");
    assert_eq!(column(&stage, RATIO)[0], Some(ratio("21", "24")));
}

#[test]
fn on_the_panes_lines_go_down_the_rows() {
    let mut stage = crate::entering::at(2);
    stage.paste("1\n2\n3").expect("изменится: 3").press("⏎");
    assert_eq!(column(&stage, COUNT), [n("1"), n("2"), n("3")]);
    let mut stage = crate::entering::at(2);
    stage.press("в↓↓в").paste("7").press("⏎");
    assert_eq!(column(&stage, COUNT), [n("7"), None, n("7")]);
}

#[test]
fn what_was_copied_here_goes_as_it_is() {
    let mut stage = at(RATIO);
    stage.press("21/24⏎20/24⏎");
    to(&mut stage, RATIO);
    stage.press("↑↑<Ctrl+Home>");
    to(&mut stage, RATIO);
    stage.press("в↓в<Ctrl+c>");
    let copied = stage.copied.last().cloned().unwrap();
    assert_eq!(copied, "87,5%\n83,3%");
    stage.press("⎋↓").paste(&copied).press("⏎");
    assert_eq!(
        column(&stage, RATIO),
        [
            Some(ratio("21", "24")),
            Some(ratio("21", "24")),
            Some(ratio("20", "24"))
        ],
        "{}",
        stage.screen()
    );
}

#[test]
fn a_colleague_who_was_faster_is_asked_about() {
    let mut stage = at(COUNT);
    stage.paste("1\n2\n3");
    let theirs = set(&stage.state, cell(COUNT, SCHOOL_1), world::entry("9"));
    stage.other(BELOVA, theirs).unwrap();
    stage
        .expect("Белова")
        .expect("изменено коллегами: 1")
        .press("⏎");
    assert_eq!(stage.commits.len(), 1, "only theirs\n{}", stage.screen());
    stage.expect("Оставить чужое").press("1⏎");
    assert_eq!(column(&stage, COUNT), [n("1"), n("9"), n("3")]);

    let mut stage = at(COUNT);
    stage.paste("1\n2\n3");
    let theirs = set(&stage.state, cell(COUNT, SCHOOL_1), world::entry("9"));
    stage.other(BELOVA, theirs).unwrap();
    stage.press("⏎2⏎");
    assert_eq!(column(&stage, COUNT), [n("1"), n("2"), n("3")]);
}

#[test]
fn a_block_outlives_the_window() {
    let mut stage = at(COUNT);
    stage.paste("1\n2\n3").press("␣").rest();
    let mut stage = stage.reopen();
    stage.resize(120, 36).press("й").expect("Вставка");
    stage.press("⏎").expect("изменится: 2").press("⏎");
    assert_eq!(column(&stage, COUNT), [None, n("2"), n("3")]);
    assert!(stage.app.drafts.is_empty());
}

#[test]
fn a_gap_shifts_nothing() {
    let mut stage = at(COUNT);
    stage.paste("1\n\n3").press("⏎");
    assert_eq!(column(&stage, COUNT), [n("1"), None, n("3")]);
}

#[test]
fn only_enter_writes_and_a_reason_is_taken_by_digit() {
    let mut stage = at(COUNT);
    stage.paste("н/п\n5").press("<F2>⎋");
    assert!(stage.commits.is_empty());
    stage.press("⏎1").expect("изменится: 2").press("⏎");
    let reason = "нет выпускников".to_owned();
    assert_eq!(
        column(&stage, COUNT)[..2],
        [Some(Entry::NotApplicable { reason }), n("5")]
    );
}

#[test]
fn a_refused_text_is_put_right_in_the_block() {
    let mut stage = at(COUNT);
    stage.paste("много\n5").press("<Home><F2>").expect("много");
    stage.press("<Ctrl+u>4⏎").expect("изменится: 2").press("⏎");
    assert_eq!(column(&stage, COUNT), [n("4"), n("5"), None]);
    assert!(stage.app.drafts.is_empty(), "{}", stage.screen());
}

#[test]
fn a_kept_block_loses_nothing() {
    let mut stage = at(COUNT);
    stage
        .app
        .entry
        .has_sent(OPEN, SCHOOL_1, Source::Text("вх. № 7".into()));
    stage.app.entry.source = Some(Source::Document(ORDER));
    stage
        .paste("1\n2\n3")
        .press("<Home>я")
        .press("не\\т⏎")
        .rest();
    let mut stage = stage.reopen();
    stage.resize(120, 36).press("й⏎").press("⏎");
    assert_eq!(column(&stage, COUNT), [n("1"), n("2"), n("3")]);
    let value = |id| stage.state.value(cell(COUNT, id)).unwrap();
    assert_eq!(value(NURSERY).note, "не\\т");
    let sources = [NURSERY, SCHOOL_1, SCHOOL_2].map(|it| value(it).source.clone());
    let document = Some(Source::Document(ORDER));
    let own = Some(Source::Text("вх. № 7".into()));
    assert_eq!(sources, [document.clone(), own, document]);
}

#[test]
fn what_is_too_much_to_keep_is_told_at_once() {
    let long = "ы".repeat(40_000);
    let mut stage = at(COUNT);
    stage.paste(&format!("{long}\n{long}\n3"));
    stage.expect("не вернётся, если закрыть окно: 1");
    at(COUNT).paste("1\n2\n3").expect_not("не вернётся");
}

#[test]
fn what_stands_there_is_said_to_be_replaced_and_a_bare_mark_keeps_its_reason() {
    let mut stage = at(COUNT);
    stage.press("3⏎").press("Нотчёт не сдан⏎").press("↑↑");
    stage.paste("4\nнд\n5").expect("заменит внесённое: 1");
    stage.expect("уже внесено: 1").expect("изменится: 2");
}

#[test]
fn a_block_that_comes_back_knows_what_it_has_seen() {
    let mut stage = at(COUNT);
    stage.paste("1\n2\n3").rest();
    let mut stage = stage.reopen();
    let theirs = set(&stage.state, cell(COUNT, SCHOOL_1), world::entry("9"));
    stage.other(BELOVA, theirs).unwrap();
    stage.resize(120, 36).press("й⏎");
    stage.expect("изменено коллегами: 1").press("⏎1⏎");
    assert_eq!(column(&stage, COUNT), [n("1"), n("9"), n("3")]);
}
