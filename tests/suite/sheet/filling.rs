//! What is known already goes into other cells: from above, from the period before, the last entry again, «н/п» for many, nothing.

use smotr::domain::command::Command;
use smotr::domain::ids::{OrganisationId, PROGRAM};
use smotr::domain::record::{Key, Record};
use smotr::domain::state::State;
use smotr::domain::value::{Cell, Entry, Value};

use super::blocks::{at, entry_of};
use super::walking::to;
use crate::support::stage::Stage;
use crate::support::world::{self, *};

fn n(text: &str) -> Option<Entry> {
    Some(world::entry(text))
}

/// What stands under [`COUNT`]: ДС № 1, СШ № 1, СШ № 2.
fn counts(stage: &Stage) -> [Option<Entry>; 3] {
    [NURSERY, SCHOOL_1, SCHOOL_2].map(|it: OrganisationId| entry_of(stage, cell(COUNT, it)))
}

fn because(reason: &str) -> Option<Entry> {
    let reason = reason.to_owned();
    Some(Entry::NotApplicable { reason })
}

#[test]
fn filled_down_from_above_or_from_the_first_row() {
    let mut stage = at(COUNT);
    stage.press("3⏎<Ctrl+d><Ctrl+d>");
    assert_eq!(counts(&stage), [n("3"), n("3"), n("3")]);
    assert_eq!(stage.commits.len(), 3, "a cell alone is filled at once");
    let mut stage = at(COUNT);
    stage.press("4⏎↑в↓↓в<Ctrl+d>").expect("Заполнить вниз");
    assert_eq!(counts(&stage), [n("4"), None, None]);
    stage.press("⏎");
    assert_eq!(counts(&stage), [n("4"), n("4"), n("4")]);
    assert_eq!(stage.commits.len(), 2, "a block is one step");
    at(COUNT).press("<Ctrl+d>").expect("Выше ничего не внесено");
}

#[test]
fn the_last_entry_is_repeated_by_one_letter() {
    let mut stage = at(COUNT);
    stage.press("3⏎ёё");
    assert_eq!(counts(&stage), [n("3"), n("3"), n("3")]);
    // What it was typed as, where the other cell is measured in another way.
    let mut stage = at(COUNT);
    stage.press("3⏎→↑ё");
    assert_eq!(entry_of(&stage, cell(EXPERT, NURSERY)), n("3"));
    at(COUNT).press("ё").expect("Повторять нечего");
}

#[test]
fn carried_over_from_the_period_before_with_a_mark() {
    let mut stage = at(RATIO);
    stage.press("↓<Ctrl+r>");
    let there = cell(RATIO, SCHOOL_1);
    let value = stage.state.value(there).unwrap().clone();
    assert_eq!(value.entry, ratio("18", "24"));
    assert_eq!(value.note, "Перенесено из 2024/25");
    // Another value over it is not carried over.
    stage.press("↑21/24⏎");
    assert_eq!(entry_of(&stage, there), Some(ratio("21", "24")));
    assert_eq!(stage.state.value(there).unwrap().note, "");
    // What somebody wrote beside the mark stays theirs.
    let mut stage = at(RATIO);
    stage.press("↓<Ctrl+r>").press("↑я").press(". Письмо № 7⏎");
    stage.press("21/24⏎");
    assert_eq!(entry_of(&stage, there), Some(ratio("21", "24")));
    assert_eq!(stage.state.value(there).unwrap().note, "Письмо № 7");
    // A block leaves alone what is there.
    let mut stage = at(RATIO);
    stage
        .press("↓19/24⏎")
        .press_and_rest("<Ctrl+Home>В<Ctrl+r>");
    stage.expect("останется как есть: 1").press("⏎");
    assert_eq!(entry_of(&stage, there), Some(ratio("19", "24")));
    assert_eq!(
        entry_of(&stage, cell(RATIO, SCHOOL_2)),
        Some(ratio("20", "30"))
    );
    assert_eq!(counts(&stage), [None, n("1"), None]);
}

/// Where words are obligatory, the mark alone is none of them: it is asked for them, and they stand beside it.
#[test]
fn what_is_carried_over_needs_its_own_word_where_one_is_obligatory() {
    let there = cell(EXPERT, SCHOOL_1);
    let before = Cell {
        period: CLOSED,
        ..there
    };
    let value = Value::entered(world::entry("0"), ORLOVA);
    let mut records = records();
    records.push((Key::Value(before), Record::Value(value)));
    let mut state = State::default();
    do_as(&mut state, PROGRAM, Command::Load(records)).unwrap();
    let mut stage = Stage::new(state, ORLOVA);
    stage.resize(120, 36).press_and_rest("<F4>");
    to(&mut stage, EXPERT);
    stage.press("↓<Ctrl+r>").expect("Перенесено из 2024/25:");
    stage.press("⏎");
    assert_eq!(entry_of(&stage, there), None, "{}", stage.screen());
    stage.press("Программы нет⏎");
    assert_eq!(entry_of(&stage, there), n("0"));
    let note = "Перенесено из 2024/25: Программы нет";
    assert_eq!(stage.state.value(there).unwrap().note, note);
}

#[test]
fn a_block_is_cleared_as_one_step() {
    let mut stage = at(COUNT);
    stage.press("3⏎4⏎↑↑в↓↓в⌦").expect("Очистить");
    assert_eq!(counts(&stage), [n("3"), n("4"), None]);
    stage.press("⏎");
    assert_eq!(
        counts(&stage),
        [Some(Entry::Empty), Some(Entry::Empty), None]
    );
    assert_eq!(stage.commits.len(), 3);
    at(COUNT).press("в↓в⌦").expect("вносить здесь нечего");
}

#[test]
fn not_applicable_for_a_block_goes_into_its_empty_cells() {
    let mut stage = at(COUNT);
    stage.press("3⏎↑в↓↓вн1").expect("останется как есть: 1");
    stage.press("⏎");
    let reason = because("нет выпускников");
    assert_eq!(counts(&stage), [n("3"), reason.clone(), reason.clone()]);
    // The reason is offered first from now on.
    stage.press("⎋↓↓→н1");
    assert_eq!(entry_of(&stage, cell(EXPERT, SCHOOL_2)), reason);
    let mut stage = at(COUNT);
    stage.press("в↓вН").press("Не сдали отчёт⏎⏎");
    let reason = "Не сдали отчёт".to_owned();
    assert_eq!(counts(&stage)[1], Some(Entry::NoData { reason }));
}

#[test]
fn a_whole_direction_does_not_apply_by_one_key() {
    let mut stage = at(COUNT);
    stage.press("3⏎<Ctrl+n>").expect("причина");
    stage.press("1⏎");
    let reason = because("нет выпускников");
    for indicator in [RATIO, COUNT, EXPERT, BENCHMARK] {
        let there = entry_of(&stage, cell(indicator, SCHOOL_1));
        assert_eq!(there, reason, "{indicator:?}\n{}", stage.screen());
    }
    assert_eq!(counts(&stage)[0], n("3"), "of another organisation");
    // On the panes too.
    let mut stage = crate::entering::at(2);
    stage.press("↓<Ctrl+n>1⏎");
    assert_eq!(entry_of(&stage, cell(RATIO, SCHOOL_1)), reason);
}

#[test]
fn what_was_copied_is_pasted_without_a_terminal_that_helps() {
    let mut stage = at(RATIO);
    stage.press("21/24⏎↑<Ctrl+c>↓в↓в<Ctrl+v>⏎");
    for it in [SCHOOL_1, SCHOOL_2] {
        assert_eq!(entry_of(&stage, cell(RATIO, it)), Some(ratio("21", "24")));
    }
    at(RATIO).press("<Ctrl+v>").expect("терминал");
}

#[test]
fn a_whole_option_that_is_typed_is_taken_for_it() {
    // In a column of «нет» and «да» their first letters are commands: what is typed after them says that they were none.
    for (keys, expected) in [("нет⏎", 0), ("да⏎", 1), ("ytn⏎", 0), ("lf⏎", 1)] {
        let mut stage = crate::support::demo::stage((120, 36));
        stage.press_and_rest("6<F4>↓→→→→");
        let cell = stage.app.sheet.cell().unwrap();
        assert!(stage.state.value(cell).is_none());
        stage.press(keys).rest();
        assert_eq!(
            entry_of(&stage, cell),
            Some(Entry::Choice(expected)),
            "{keys}\n{}",
            stage.screen()
        );
        assert_ne!(
            stage.app.sheet.cell(),
            Some(cell),
            "{keys}: on to the next row"
        );
    }
}
