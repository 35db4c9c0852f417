//! Entering values by keys alone. The world's first row is ДС № 1, the second СШ № 1, the third СШ № 2.

use crate::support::stage::Stage;
use crate::support::world::{self, World, cell, ratio};
use smotr::domain::command::{Command, Seen, SetValue};
use smotr::domain::ids::IndicatorId;
use smotr::domain::record::{CommandId, Key};
use smotr::domain::refusal::Refusal;
use smotr::domain::value::{Cell, Entry, Subject};
use smotr::service::link::Trouble;

/// The world with the cursor in the right-hand pane, on ДС № 1 and the indicator with this number in «Условия».
pub fn at(indicator: u32) -> Stage {
    let mut stage = Stage::new(World::new().state, world::ORLOVA);
    stage
        .resize(120, 36)
        .press("⏎")
        .press(&indicator.to_string())
        .press("⏎");
    stage
}

pub fn entry_of(stage: &Stage, cell: Cell) -> Option<Entry> {
    stage.state.value(cell).map(|it| it.entry.clone())
}

/// Types on ДС № 1 and gives what is in its cell afterwards.
fn typed(indicator: u32, keys: &str) -> Option<Entry> {
    let mut stage = at(indicator);
    stage.press(keys);
    entry_of(&stage, cell(IndicatorId(id(indicator)), world::NURSERY))
}

/// Ids of the world's indicators by number in «Условия».
fn id(number: u32) -> u32 {
    [
        world::RATIO,
        world::COUNT,
        world::EXPERT,
        world::BENCHMARK,
        world::MUNICIPAL,
    ][number as usize - 1]
        .0
}

#[test]
fn keys_and_what_they_enter() {
    let not_applicable = |reason: &str| {
        Some(Entry::NotApplicable {
            reason: reason.into(),
        })
    };
    let no_data = |reason: &str| {
        Some(Entry::NoData {
            reason: reason.into(),
        })
    };
    let cases: &[(u32, &str, Option<Entry>)] = &[
        (1, "21/24⏎", Some(ratio("21", "24"))),
        (1, "21.24⏎", Some(ratio("21", "24"))),
        (1, "21\\24⏎", Some(ratio("21", "24"))),
        (1, "21 24⏎", Some(ratio("21", "24"))),
        (1, "87,5%⏎", Some(Entry::Percent(world::number("87.5")))),
        (1, "21/24⎋", None),
        (1, "21⏎", None),
        (1, "21/0⏎", None),
        (1, "25/24⏎", None),
        (2, "3⏎", Some(Entry::Number(3.into()))),
        (2, "2,5⏎", None),
        (2, "3⏎↑⌦", Some(Entry::Empty)),
        (2, "3⏎↑4⏎", Some(Entry::Number(4.into()))),
        (2, "3⏎↑<F2>⌫5⏎", Some(Entry::Number(5.into()))),
        (2, "3⏎↑<F2>5⏎⏎", Some(Entry::Number(35.into()))),
        (2, "3⏎↑з5⏎", Some(Entry::Number(5.into()))),
        (2, "3⏎↑з⌫5⏎", Some(Entry::Number(5.into()))),
        (2, "35⏎", None),
        (2, "35⏎⏎", Some(Entry::Number(35.into()))),
        (2, "н1", not_applicable("нет выпускников")),
        (2, "y1", not_applicable("нет выпускников")),
        (2, "5⌫н⏎1", not_applicable("нет выпускников")),
        (2, "5⌫н/п: ремонт⏎", not_applicable("ремонт")),
        (
            2,
            "5⌫нд: не сдали⏎",
            Some(Entry::NoData {
                reason: "не сдали".into(),
            }),
        ),
        (3, "0⏎", None),
        (3, "0⏎⏎", None),
        (3, "0⏎программы нет⏎", Some(Entry::Number(0.into()))),
        (3, "13⏎", None),
        // What was meant for the next school is not taken for the explanation.
        (3, "0⏎15⏎", None),
        (3, "0⏎15⏎⌫⌫прогр. 15⏎", Some(Entry::Number(0.into()))),
        // Whoever types without looking has gone on: the value stands without an explanation.
        (2, "35⏎15⏎", Some(Entry::Number(35.into()))),
        (2, "5⌫н/п: 15⏎", None),
        (2, "5⌫нд⏎15⏎", None),
        // The letter that asks for «н/п» may be the first of «нд»; any other begins a reason of one's own.
        (2, "нд⏎не сдали⏎", no_data("не сдали")),
        (2, "yl⏎не сдали⏎", no_data("не сдали")),
        (2, "нд не сдали⏎", no_data("не сдали")),
        (2, "знд⏎не сдали⏎", no_data("не сдали")),
        (2, "нет данных⏎не сдали⏎", no_data("не сдали")),
        (2, "ндетей нет⏎", not_applicable("детей нет")),
        (2, "нРемонт⏎", not_applicable("Ремонт")),
        (2, "н/п⏎1", not_applicable("нет выпускников")),
        (2, "нд⏎⏎", None),
        (2, "нет⏎", None),
        (2, "нет⏎⏎", not_applicable("ет")),
        (2, "нд⏎5⏎", None),
    ];
    for (indicator, keys, expected) in cases {
        assert_eq!(&typed(*indicator, keys), expected, "{indicator}: {keys}");
    }
}

#[test]
fn the_rest_of_a_mark_is_told_before_enter() {
    let mut stage = at(2);
    stage.press("н").expect("д Enter").expect("буквы");
    stage
        .press("д")
        .expect("Enter: нет данных")
        .press("етей нет");
    stage.expect_not("Enter: нет данных").expect("детей нет");
}

#[test]
fn what_was_understood_is_shown_before_enter() {
    at(1)
        .press("21/24")
        .expect("87,5 %")
        .expect("21 из 24")
        .expect("3 балла из 3");
}

#[test]
fn all_that_is_unusual_is_told_and_the_question_names_the_first_two() {
    let mut stage = at(1);
    let told = |stage: &Stage| {
        let screen = stage.screen().replace('│', " ");
        screen.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    stage.press("↓1/6");
    for keys in ["", "⏎"] {
        stage.press(keys);
        let screen = told(&stage);
        assert!(screen.contains("меньше обычного (от"), "{screen}");
        assert!(screen.contains("за 2024/25, стало"), "{screen}");
    }
    stage.expect("Необычное значение");
}

#[test]
fn what_is_refused_stays_with_the_reason_under_it() {
    let mut stage = at(1);
    stage.press("21/0⏎").expect("21/0").expect("ноль");
    stage.press("⌫24⏎");
    assert_eq!(
        entry_of(&stage, cell(world::RATIO, world::NURSERY)),
        Some(ratio("21", "24"))
    );
}

#[test]
fn a_known_base_quantity_makes_the_numerator_enough() {
    let mut stage = at(1);
    stage.press("21/24⏎↑⌦22⏎");
    assert_eq!(
        entry_of(&stage, cell(world::RATIO, world::NURSERY)),
        Some(ratio("22", "24"))
    );
}

#[test]
fn enter_goes_down_and_digits_enter_digits_enter_fill_a_column() {
    let mut stage = at(2);
    stage.press("1⏎2⏎3⏎");
    for (organisation, expected) in [
        (world::NURSERY, 1),
        (world::SCHOOL_1, 2),
        (world::SCHOOL_2, 3),
    ] {
        assert_eq!(
            entry_of(&stage, cell(world::COUNT, organisation)),
            Some(Entry::Number(expected.into()))
        );
    }
    assert_eq!(stage.said(), "Это последняя строка.");
}

#[test]
fn tab_goes_right_and_enter_returns_to_where_the_run_began() {
    let mut stage = at(1);
    stage.press("↓21/24⇥3⇥5⏎");
    let of = |indicator| entry_of(&stage, cell(indicator, world::SCHOOL_1));
    assert_eq!(of(world::RATIO), Some(ratio("21", "24")));
    assert_eq!(of(world::COUNT), Some(Entry::Number(3.into())));
    assert_eq!(of(world::EXPERT), Some(Entry::Number(5.into())));
    assert_eq!(
        stage.app.monitoring.cell(),
        Some(cell(world::RATIO, world::SCHOOL_2)),
        "down, in the first column"
    );
}

#[test]
fn space_steps_through_choices_and_a_digit_picks_one() {
    let mut stage = Stage::new(World::new().state, world::ORLOVA);
    let head = Cell {
        period: world::OPEN,
        indicator: world::CHOICE,
        subject: Subject::Person(world::YASHINA),
    };
    stage.press("↓⏎⏎␣␣⏎");
    assert_eq!(entry_of(&stage, head), Some(Entry::Choice(1)));
    stage.press("<Home>1⏎");
    assert_eq!(entry_of(&stage, head), Some(Entry::Choice(0)));
}

#[test]
fn computed_cells_take_nothing_and_say_why() {
    let mut stage = Stage::new(World::new().state, world::ORLOVA);
    stage.press("↓⏎3⏎5");
    assert!(stage.app.layers().next().is_none());
    assert!(!stage.said().is_empty());
}

#[test]
fn esc_keeps_the_input_and_it_comes_back_also_after_a_kill() {
    let mut stage = at(1);
    stage.press("21/2⎋").rest();
    stage.expect("незаконченных: 1 (й)");
    let mut stage = stage.reopen();
    stage
        .resize(120, 36)
        .press("⏎1⏎⏎")
        .expect("21/2")
        .expect("незаконченная запись");
    stage.press("<End>4⏎");
    assert_eq!(
        entry_of(&stage, cell(world::RATIO, world::NURSERY)),
        Some(ratio("21", "24"))
    );
    assert!(stage.app.drafts.is_empty());
}

#[test]
fn a_killed_window_loses_at_most_the_last_second_of_an_open_editor() {
    let mut stage = at(1);
    stage.press("21/2").rest();
    assert_eq!(stage.unsaved.len(), 1, "the editor is still open");
    stage.reopen().resize(120, 36).press("⏎1⏎⏎").expect("21/2");
}

#[test]
fn a_full_disk_keeps_what_was_typed_and_says_so() {
    let mut stage = at(2);
    stage.trouble = Some(Trouble::Full);
    stage.press("7⏎");
    assert!(stage.said().contains("нет места"), "{}", stage.said());
    assert_eq!(stage.app.drafts.len(), 1);
    stage.trouble = None;
    stage.press("↑⏎⏎");
    assert_eq!(
        entry_of(&stage, cell(world::COUNT, world::NURSERY)),
        Some(Entry::Number(7.into()))
    );
}

/// While the answer to an edit is on its way, a colleague's commit comes first.
fn conflict(keys: &str) -> (Stage, Option<Entry>, String) {
    let mut stage = at(2);
    stage.held = Some(Vec::new());
    stage.press("7⏎↑");
    let count = cell(world::COUNT, world::NURSERY);
    let theirs = SetValue {
        cell: count,
        seen: Seen::Absent,
        entry: Entry::Number(4.into()),
        note: None,
        source: None,
    };
    stage
        .other(world::BELOVA, Command::SetValues(vec![theirs]))
        .unwrap();
    stage.let_go();
    stage.expect("изменено одновременно");
    stage.rest().press(keys);
    let note = stage
        .state
        .value(count)
        .map(|it| it.note.clone())
        .unwrap_or_default();
    let entry = entry_of(&stage, count);
    (stage, entry, note)
}

/// What was begun before a colleague's value came says nothing about it: it is not written over unasked.
#[test]
fn what_a_colleague_enters_while_the_editor_is_open_is_not_written_over() {
    let count = cell(world::COUNT, world::NURSERY);
    for keys in ["7", "<F2>7"] {
        let mut stage = at(2);
        stage.press(keys);
        let theirs = world::set(&stage.state, count, world::entry("9"));
        stage.other(world::BELOVA, theirs).unwrap();
        stage.press("⏎").expect("изменено одновременно");
        assert_eq!(entry_of(&stage, count), Some(Entry::Number(9.into())));
        stage.press("⎋⏎").expect("изменено одновременно");
        stage.press("2");
        assert_eq!(entry_of(&stage, count), Some(Entry::Number(7.into())));
    }
    // One's own value that was still on its way is no colleague's.
    let mut stage = at(2);
    stage.held = Some(Vec::new());
    stage.press("3⏎↑4").let_go();
    stage.press("⏎");
    assert_eq!(entry_of(&stage, count), Some(Entry::Number(4.into())));
}

#[test]
fn a_conflict_shows_both_values_and_the_person_chooses() {
    let (mut stage, ..) = conflict("");
    stage
        .expect("Оставить чужое (Белова")
        .expect(" 4 ед.│")
        .expect(" 7 ед.│");
    let (mut stage, entry, _) = conflict("1");
    assert_eq!(entry, Some(Entry::Number(4.into())));
    // One's own is not dropped: it waits in the list, and opens again.
    assert!(stage.said().contains("Набранное — в"), "{}", stage.said());
    assert_eq!(stage.app.drafts.len(), 1);
    stage.press("й").expect("7 ед. · −2 балла");
    assert_eq!(conflict("2").1, Some(Entry::Number(7.into())));
    let (_, entry, note) = conflict("3");
    assert_eq!(entry, Some(Entry::Number(4.into())));
    assert!(note.contains('7'), "{note}");
}

#[test]
fn undo_takes_back_and_redo_does_again_with_a_sentence() {
    let mut stage = at(2);
    stage.press("3⏎↑о");
    assert_eq!(entry_of(&stage, cell(world::COUNT, world::NURSERY)), None);
    assert!(stage.said().contains("тменено"), "{}", stage.said());
    stage.press("О");
    assert_eq!(
        entry_of(&stage, cell(world::COUNT, world::NURSERY)),
        Some(Entry::Number(3.into()))
    );
    stage.press("<Ctrl+я>");
    assert_eq!(
        entry_of(&stage, cell(world::COUNT, world::NURSERY)),
        None,
        "Ctrl+Z under the Russian layout"
    );
}

#[test]
fn a_closed_period_refuses_with_a_sentence() {
    let mut stage = at(2);
    while stage.app.monitoring.chosen.period != Some(world::CLOSED) {
        smotr::tui::screen::monitoring::walk::shift_period(&mut stage.app, false);
    }
    stage.press("5");
    assert!(stage.said().contains("2024/25"), "{}", stage.said());
    assert!(stage.app.layers().next().is_none());
}

/// A value typed ahead, or pasted where the terminal does not say so, into a cell that takes nothing: its letters are no commands.
#[test]
fn what_came_with_a_refused_key_is_left_out() {
    let mut stage = at(2);
    while stage.app.monitoring.chosen.period != Some(world::CLOSED) {
        smotr::tui::screen::monitoring::walk::shift_period(&mut stage.app, false);
    }
    stage.together("5/9нп⏎");
    assert!(stage.app.layers().next().is_none(), "{}", stage.screen());
    assert!(
        stage.said().contains("2024/25") && stage.said().contains("«/9нп»"),
        "{}",
        stage.said()
    );
    // What comes later is heard again, and typed ahead in one read letters are commands as long as none is refused.
    stage.press("п");
    assert!(stage.app.layers().next().is_some());
    stage.press("⎋").together("п12");
    assert!(stage.app.layers().next().is_some_and(|it| it.takes_text()));
    let mut stage = at(2);
    stage.together("3⏎4⏎п12");
    assert_eq!(
        entry_of(&stage, cell(world::COUNT, world::NURSERY)),
        Some(Entry::Number(3.into()))
    );
    assert!(stage.app.layers().next().is_some_and(|it| it.takes_text()));
    // In the detail digits enter nothing, and say so.
    let mut stage = at(2);
    stage.press("⇥").together("87п");
    assert!(stage.app.layers().next().is_none(), "{}", stage.screen());
    assert!(stage.said().contains("«7п»"), "{}", stage.said());
}

#[test]
fn note_flag_and_source_are_kept_with_the_value() {
    let mut stage = at(2);
    stage.press("3⏎↑");
    let actions: [(smotr::tui::command::table::CommandId, &str); 3] = {
        use smotr::tui::command::table::CommandId as C;
        [
            (C::Note, "по письму⏎"),
            (C::Flag, ""),
            (C::Source, "вх. № 5⏎"),
        ]
    };
    for (action, keys) in actions {
        stage.act(action).press(keys);
    }
    let value = stage
        .state
        .value(cell(world::COUNT, world::NURSERY))
        .unwrap()
        .body
        .clone();
    assert_eq!((value.note.as_str(), value.follow_up), ("по письму", true));
    assert_eq!(
        value.source,
        Some(smotr::domain::value::Source::Text("вх. № 5".into()))
    );
}

#[test]
fn a_value_goes_to_approval_and_back() {
    use smotr::domain::value::ValueState;
    use smotr::tui::command::table::CommandId as C;
    let count = cell(world::COUNT, world::NURSERY);
    let mut stage = at(2);
    stage.press("3⏎↑").act(C::Submit);
    let state = |stage: &Stage| stage.state.value(count).unwrap().state.clone();
    assert_eq!(state(&stage), ValueState::Submitted);
    stage.act(C::ReturnValue).press("проверьте⏎");
    assert_eq!(
        state(&stage),
        ValueState::Returned {
            reason: "проверьте".into()
        }
    );
    // Whoever is to mend it sees what is wrong.
    stage.rest().expect("на доработке: проверьте");
    stage.press("4⏎");
    assert_eq!(state(&stage), ValueState::Entered);
}

#[test]
fn going_back_to_the_confirmed_value_while_another_is_on_its_way_is_not_dropped() {
    let count = cell(world::COUNT, world::NURSERY);
    let mut stage = at(2);
    stage.press("5⏎↑");
    stage.held = Some(Vec::new());
    stage.press("6⏎↑5⏎");
    stage.let_go();
    assert_eq!(entry_of(&stage, count), Some(Entry::Number(5.into())));
}

#[test]
fn an_unknown_answer_is_asked_about_again_after_a_while_and_not_at_once() {
    let count = cell(world::COUNT, world::NURSERY);
    let mut stage = at(2);
    stage.unknown = 1;
    stage.press("5⏎");
    assert_eq!(entry_of(&stage, count), None);
    assert!(stage.said().contains("Неизвестно"), "{}", stage.said());
    stage.rest();
    assert_eq!(entry_of(&stage, count), Some(Entry::Number(5.into())));
    assert!(stage.app.waiting.is_empty());
}

#[test]
fn a_question_left_by_esc_keeps_the_number_it_was_about() {
    let mut stage = at(2);
    stage
        .press("35⏎")
        .expect("Необычное значение")
        .press("⎋")
        .rest();
    assert_eq!(stage.unsaved.len(), 1);
    stage.reopen().resize(120, 36).press("⏎2⏎⏎").expect("35");
}

#[test]
fn looking_at_a_value_leaves_no_unfinished_input() {
    let mut stage = at(2);
    stage.press("3⏎↑<F2>⎋").rest();
    assert!(stage.app.drafts.is_empty());
    assert!(stage.unsaved.is_empty());
}

#[test]
fn a_note_that_the_disk_refuses_is_kept() {
    use smotr::tui::command::table::CommandId as C;
    let mut stage = at(2);
    stage.press("3⏎↑");
    stage.trouble = Some(Trouble::Full);
    stage.act(C::Note).press("по письму⏎").rest();
    assert_eq!(stage.unsaved.len(), 1);
    stage.trouble = None;
    stage.act(C::Note).expect("по письму").press("⏎").rest();
    assert!(stage.unsaved.is_empty());
}

#[test]
fn a_block_is_not_entered_by_half() {
    let mut stage = at(2);
    stage.paste("1\n2\n3");
    assert!(stage.commits.is_empty());
    stage.expect("изменится: 3").press("⎋");
    assert!(stage.commits.is_empty() && stage.app.layers().next().is_none());
}

#[test]
fn what_can_not_be_is_refused_in_its_line_before_a_note_is_asked_for() {
    let mut stage = at(1);
    stage
        .press("25/24")
        .expect_not("балла из")
        .press("⏎")
        .expect("25/24");
    stage.expect_not("Примечание");
}

#[test]
fn a_digit_over_an_option_replaces_it_and_wrong_letters_show_the_list() {
    let mut stage = Stage::new(World::new().state, world::ORLOVA);
    let head = Cell {
        period: world::OPEN,
        indicator: world::CHOICE,
        subject: Subject::Person(world::YASHINA),
    };
    stage.press("↓⏎⏎1⏎<Home>⏎2⏎");
    assert_eq!(entry_of(&stage, head), Some(Entry::Choice(1)));
    stage.press("<Home>⏎ъ").expect("1 да").expect("2 нет");
}

#[test]
fn after_a_search_and_esc_the_school_just_found_is_under_the_cursor() {
    let mut stage = at(2);
    stage.press("псш 2⏎⎋3⏎");
    let found = cell(world::COUNT, world::SCHOOL_2);
    assert_eq!(entry_of(&stage, found), Some(Entry::Number(3.into())));
}

/// Tab goes over what is not collected of this organisation: the municipality's own indicator has no row of ДС № 1.
#[test]
fn a_run_of_tabs_stays_with_its_organisation() {
    let mut stage = at(1);
    stage.press("21/24⇥");
    while stage.app.layers().next().is_none() {
        let row = stage
            .app
            .monitoring
            .row()
            .expect("a row")
            .leader
            .organisation;
        assert_eq!(row, Some(world::NURSERY));
        let before = stage.app.monitoring.chosen.indicator;
        stage.press("1⇥");
        if stage.app.monitoring.chosen.indicator == before {
            break;
        }
    }
    let municipal = cell(world::MUNICIPAL, world::NURSERY);
    assert_eq!(entry_of(&stage, municipal), None);
    let it = Cell {
        subject: Subject::Municipality,
        ..municipal
    };
    assert_eq!(
        entry_of(&stage, it),
        None,
        "nothing was typed over the municipality's"
    );
}

#[test]
fn a_conflict_put_off_is_kept_and_is_about_what_is_there_now() {
    let count = cell(world::COUNT, world::NURSERY);
    let (mut stage, ..) = conflict("⎋");
    stage.rest();
    assert_eq!(stage.unsaved.len(), 1, "a killed window loses nothing");
    // It is not told by colour alone.
    let signs = &stage.app.monitoring.row().expect("a row").signs;
    assert!(signs.starts_with('~'), "{signs}");
    let theirs = SetValue {
        cell: count,
        seen: Seen::At(stage.state.stamp(Key::Value(count)).expect("a value").rev),
        entry: Entry::Number(5.into()),
        note: None,
        source: None,
    };
    stage
        .other(world::BELOVA, Command::SetValues(vec![theirs]))
        .unwrap();
    stage.press("з").expect(" 7 ед.│").expect(" 5 ед.│");
    stage.press("2");
    assert_eq!(entry_of(&stage, count), Some(Entry::Number(7.into())));
    assert!(stage.app.drafts.is_empty(), "what was chosen is not kept");
    // Whoever types anew over what is there has chosen as well.
    let (mut stage, ..) = conflict("⎋8⏎↑");
    assert_eq!(entry_of(&stage, count), Some(Entry::Number(8.into())));
    stage.press("з").expect_not("Оставить чужое");
}

#[test]
fn a_note_given_with_an_earlier_edit_comes_back_with_a_refused_later_one() {
    let mut mirror = smotr::tui::mirror::Mirror::new(World::new().state, world::ORLOVA);
    let edit = |number: i64, note: Option<&str>| SetValue {
        cell: cell(world::COUNT, world::NURSERY),
        seen: Seen::Absent,
        entry: Entry::Number(number.into()),
        note: note.map(str::to_owned),
        source: None,
    };
    let id = CommandId;
    mirror.edit(id(1), edit(1, Some("по акту")), Default::default());
    mirror.edit(id(2), edit(2, None), Default::default());
    let kept = mirror.unconfirmed();
    assert_eq!(kept.len(), 1);
    assert_eq!(kept[0].note.as_deref(), Some("по акту"));
    let back = mirror.refused(id(1), &Refusal::NoChange).expect("an edit");
    assert_eq!(back.entry, Entry::Number(2.into()));
    assert_eq!(back.note.as_deref(), Some("по акту"));
}

#[test]
fn not_all_is_saved_while_an_editor_is_open() {
    let mut stage = at(2);
    stage.press("7<Ctrl+s>").expect_not("Всё сохранено");
    stage.press("⎋").press("⏎");
}

#[test]
fn what_is_typed_into_a_cell_can_be_thrown_away() {
    let here = cell(IndicatorId(id(1)), world::NURSERY);
    let mut stage = at(1);
    stage.press("17/29<Ctrl+x>").expect_not("17/29");
    stage.press("3/4⏎");
    assert_eq!(entry_of(&stage, here), Some(ratio("3", "4")));
    // What was there before comes back, and once more there is nothing to throw away.
    let mut stage = at(1);
    stage.press("3/4⏎↑<F2>5<Ctrl+x><Ctrl+x>").rest();
    assert_eq!(entry_of(&stage, here), Some(ratio("3", "4")));
    assert!(stage.unsaved.is_empty(), "{}", stage.screen());
    // A refused text stays to be mended, until it is thrown away.
    let mut stage = at(1);
    stage.press("сто⏎").expect("сто");
    stage.press("<Ctrl+x>5/8⏎");
    assert_eq!(entry_of(&stage, here), Some(ratio("5", "8")));
}

/// A letter begins another reason: the one that was set aside before it comes back with it.
#[test]
fn a_reason_set_aside_is_not_lost_by_a_letter() {
    let mut stage = at(2);
    stage.press("нРемонт корпуса⎋").rest();
    stage.press("нр").rest().press("⎋").rest();
    assert_eq!(stage.app.drafts.len(), 1, "{}", stage.screen());
    stage.press("й").expect("Ремонт корпуса; р");
    // Another question is no answer to the first.
    let mut stage = at(2);
    stage.press("нРемонт корпуса⎋").rest();
    stage.press("нд⏎⎋").rest();
    stage.press("й").expect("Ремонт корпуса");
    // Accepted it is over.
    let mut stage = at(2);
    stage.press("нРемонт корпуса⎋").rest();
    stage.press("ндетей нет⏎").rest();
    assert!(stage.app.drafts.is_empty(), "{}", stage.screen());
}

#[test]
fn unfinished_input_is_thrown_away_from_its_list() {
    for key in ["⌦", "<Ctrl+x>"] {
        let mut stage = at(2);
        stage.press("3,5⎋↓4,5⎋↓").rest();
        stage.press("й").expect("Delete").press("↓").press(key);
        // It only leads to where Enter throws away, with the cursor on the same.
        stage.expect("Выбросить незаконченную запись");
        assert_eq!(stage.app.drafts.len(), 2, "{key}");
        stage.press("⏎").expect("4,5").expect_not("3,5");
        assert_eq!(stage.app.drafts.len(), 1, "{key}\n{}", stage.screen());
        // What is left stays in sight; the last one closes the list.
        stage.press(key);
        assert!(stage.app.drafts.is_empty(), "{key}");
        assert!(stage.app.layers().next().is_none(), "{key}");
    }
}
