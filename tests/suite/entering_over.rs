//! What the line under the editor announces before Enter, and typing over what is there or was set aside.

use crate::entering::{at, entry_of};
use crate::support::demo;
use crate::support::stage::Stage;
use crate::support::world::{self, World, cell, ratio};
use smotr::domain::refusal::Refusal;
use smotr::domain::value::Entry;
use smotr::service::link::{Answer, News, Request};
use smotr::tui::command::table::CommandId as C;
use smotr::tui::msg::Event;

#[test]
fn zero_points_say_before_enter_that_an_explanation_will_be_asked_for() {
    let mut stage = at(3);
    stage.press("0").expect("понадобится пояснение");
    stage.press("⏎15⏎").expect("нет ни одной буквы");
    stage.press("⌫⌫нет программы⏎↑0");
    stage.expect_not("понадобится");
}

#[test]
fn typing_over_a_value_says_what_it_replaces_and_in_what_state_it_is() {
    let mut stage = at(2);
    stage.press("3⏎↑3").expect_not("заменит").press("⎋");
    stage.act(C::Submit);
    stage.press("4").expect("заменит «3 ед.» (Орлова, на");
    stage.press(",5").expect("сейчас 3 ед.");
}

#[test]
fn emptying_a_cell_is_announced_and_told() {
    let count = cell(world::COUNT, world::NURSERY);
    let mut stage = at(2);
    stage.press("⏎").expect_not("очистит").press("⎋");
    stage
        .press("3⏎↑<F2>⌫")
        .expect("Enter очистит «3 ед.» (Орлова, введено)");
    stage.press("⏎").expect("очищено, было «3 ед.»");
    assert_eq!(entry_of(&stage, count), Some(Entry::Empty));
    stage.press("↑н⏎").expect_not("очищено");
}

#[test]
fn what_was_set_aside_comes_back_to_be_typed_over_beside_what_the_cell_holds() {
    let count = cell(world::COUNT, world::NURSERY);
    for (keys, expected) in [("5⏎", 5), ("⌫5⏎⏎", 15), ("<F2>⌫5⏎⏎", 15)] {
        let mut stage = at(2);
        stage.press("3⏎↑10⎋");
        if keys.starts_with('5') {
            stage.press("⏎").expect("заменит «3 ед.»").press("⎋");
        }
        stage.press("⏎").press(keys);
        assert_eq!(
            entry_of(&stage, count),
            Some(Entry::Number(expected.into())),
            "{keys}"
        );
    }
}

#[test]
fn a_share_below_zero_is_refused_for_being_below_zero() {
    for keys in ["-5", "-2,5", "-5/24", "-5%"] {
        at(1).press(keys).expect("меньше нуля");
    }
}

#[test]
fn a_hint_offers_no_share_that_nobody_can_have_meant() {
    at(1)
        .press("87,5")
        .expect("обеими частями, например 21/24")
        .expect_not("87/5");
    at(1).press("21,24").expect("Введите 21/24 или");
}

#[test]
fn what_is_pasted_into_a_question_takes_its_fault_away() {
    let fault = "нет ни одной буквы";
    let mut stage = at(3);
    stage.press("0⏎15⏎").expect(fault);
    stage.paste(" педагогов").expect_not(fault);
    stage.press("⏎");
    let value = stage.state.value(cell(world::EXPERT, world::NURSERY));
    assert_eq!(value.unwrap().note, "15 педагогов");
}

#[test]
fn a_note_that_comes_back_says_so_and_how_it_is_dropped() {
    let note = |stage: &Stage| {
        let value = stage.state.value(cell(world::COUNT, world::NURSERY));
        value.unwrap().note.clone()
    };
    let mut stage = at(2);
    stage
        .press("3⏎↑")
        .act(C::Note)
        .expect("Примечание к значению.");
    stage.expect_not("снять").expect_not("Возвращена");
    // Nothing of a pane stands beside the box.
    stage.resize(80, 24);
    let screen = stage.screen();
    let title = screen.lines().find(|it| it.contains("┌ Примечание"));
    assert!(title.unwrap().starts_with("┌ Примечание"), "{screen}");
    stage.resize(120, 36);
    stage.press("по письму⎋").act(C::Note);
    stage
        .expect("по письму")
        .expect("Возвращена незаконченная запись от 23.05.2026")
        .expect("Ctrl+U, затем Esc");
    // What it says works, under either layout, and the note that is there is not touched by it.
    for drop in ["<Ctrl+u>⎋", "<Ctrl+г>⎋"] {
        stage.press("⏎").act(C::Note).expect("Пустое снимает");
        stage.press(" и акту⎋").act(C::Note).expect("Возвращена");
        stage.press(drop).act(C::Note).expect_not("Возвращена");
        assert_eq!(note(&stage), "по письму");
    }
}

#[test]
fn a_note_on_a_cell_without_a_value_takes_nothing_away() {
    let mut stage = at(2);
    stage
        .act(C::Note)
        .expect("Значения ещё нет")
        .expect_not("снять");
    stage.press("ждём письма⏎").rest();
    stage
        .expect("пусто, последнее изменение:   Орлова")
        .expect("ждём письма")
        .expect_not("снято")
        .expect_not("введено");
}

#[test]
fn a_late_answer_drops_what_was_sent_and_nothing_typed_since() {
    for (since, left) in [("", 0), (" и акту⎋", 1)] {
        let mut stage = at(2);
        stage.press("3⏎↑").held = Some(Vec::new());
        stage.act(C::Note).press("по письму⏎");
        if !since.is_empty() {
            stage.act(C::Note).press(since);
        }
        stage.let_go();
        assert_eq!(stage.app.drafts.len(), left, "{since}");
    }
}

/// The rules of the engine refuse what this window let through: what was typed stands in its editor as if it had never been left.
#[test]
fn what_is_refused_after_it_was_sent_is_typed_on_like_what_is_refused_at_once() {
    let count = cell(world::COUNT, world::NURSERY);
    let mut stage = at(2);
    stage.held = Some(Vec::new());
    stage.press("7⏎↑");
    let held = stage.held.take().unwrap();
    let id = held.iter().find_map(|it| match it {
        Request::Command { id, .. } => Some(*id),
        _ => None,
    });
    let refusal = Refusal::PeriodClosed {
        period: world::OPEN,
    };
    stage.event(Event::News(News::Answer {
        id: id.unwrap(),
        answer: Answer::Refused(refusal),
    }));
    stage.expect("закрыт").expect_not("Возвращена");
    assert!(stage.app.layers().next().is_some_and(|it| it.takes_text()));
    // As after a refusal at once: what is typed on was meant for another cell, a new value replaces it, Enter takes it as it is.
    stage.press("0⏎");
    assert_eq!(entry_of(&stage, count), None);
    stage.rest().press("⏎");
    assert_eq!(entry_of(&stage, count), Some(Entry::Number(7.into())));
    let mut stage = at(2);
    stage.press("8,5⏎").expect("8,5").press("⌫⌫⏎");
    assert_eq!(entry_of(&stage, count), Some(Entry::Number(8.into())));
    assert!(stage.app.drafts.is_empty());
}

#[test]
fn a_space_among_words_typed_into_a_choice_is_a_space() {
    let mut stage = Stage::new(World::new().state, world::ORLOVA);
    stage.press("↓⏎⏎⏎н/п:␣нет␣даты").expect("н/п: нет даты");
    stage.press("⎋⏎␣и␣акта").expect("н/п: нет даты и акта");
    // Nothing typed, or an option just stepped to: the next option.
    let mut stage = Stage::new(World::new().state, world::ORLOVA);
    stage.press("↓⏎⏎␣").expect("да").press("␣").expect("нет ");
    stage.press("д").expect_not("нетд");
}

#[test]
fn options_that_begin_alike_are_told_apart_where_they_are_cut() {
    let mut stage = demo::stage((80, 24));
    stage.press("2.5⏎␣⏎␣␣⏎");
    let screen = stage.screen();
    assert!(
        screen.contains("соотв…вует") && screen.contains("соотв…иями"),
        "{screen}"
    );
    // The editor shows a long one from its beginning.
    stage.press("␣");
    while !stage.shows("соответствует с рекомендациями · ") {
        stage.press("␣");
    }
    stage.expect(" соответствует с реком");
}

/// The answer to a command comes after the next key was refused: both are said.
#[test]
fn an_answer_does_not_hide_what_a_later_key_was_refused_with() {
    let mut stage = at(2);
    stage.press("3⏎").act(C::ScreenMonitoring).press("⎋⎋");
    stage.held = Some(Vec::new());
    stage.press("оу");
    let refused = stage.said();
    assert!(!refused.is_empty(), "{}", stage.screen());
    stage.let_go();
    assert!(
        stage.said().contains("отменено") && stage.said().contains(&refused),
        "{}",
        stage.said()
    );
}

/// Nobody looks at the screen between two values: one that is refused must not take in the next one, nor its row.
#[test]
fn what_is_typed_on_after_a_refusal_is_left_out_and_then_replaces() {
    let (ratio_of, next) = (
        cell(world::RATIO, world::NURSERY),
        cell(world::RATIO, world::SCHOOL_1),
    );
    let mut stage = at(1);
    stage.press("25/24⏎22/24⏎").expect("22/24");
    assert_eq!(entry_of(&stage, ratio_of), None);
    assert_eq!(entry_of(&stage, next), None);
    // Whoever has seen it types anew: the refused text is replaced.
    stage.rest().press("21/24⏎");
    assert_eq!(entry_of(&stage, ratio_of), Some(ratio("21", "24")));
    // Keys that edit go into it at once.
    let mut stage = at(1);
    stage.press("25/24⏎<Home>→→⌫1⏎");
    assert_eq!(entry_of(&stage, ratio_of), Some(ratio("21", "24")));
    let mut stage = at(1);
    stage.press("25/24⏎<Ctrl+x>21/24⏎");
    assert_eq!(entry_of(&stage, ratio_of), Some(ratio("21", "24")));
    // What stood there before comes back as if selected.
    stage.press("↑<F2>9<Ctrl+x>20/24⏎");
    assert_eq!(entry_of(&stage, ratio_of), Some(ratio("20", "24")));
}
