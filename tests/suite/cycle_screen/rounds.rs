//! Sections and their rounds by keys: the next round, what is older than it, the submitted one, another section with a partial cycle.

use smotr::analysis::cycle::Cell;
use smotr::domain::cycle::RoundState;
use smotr::domain::evidence::Stage as Of;
use smotr::domain::record::Key;
use smotr::tui::command::table::CommandId;

use super::usual;
use crate::support::stage::Stage;

/// The round sent away.
fn submitted() -> Stage {
    let mut stage = usual();
    stage.act(CommandId::SubmitRound).press("15/77<F2>");
    stage
}

/// The next round begun.
fn started() -> Stage {
    let mut stage = usual();
    stage.act(CommandId::StartRound).press("<F2>");
    stage
}

#[test]
fn a_submitted_round_says_so_in_its_title() {
    submitted().expect("отправлен 23.05.2026, исх. № 15/77");
}

#[test]
fn every_editing_key_says_that_a_submitted_round_is_frozen() {
    let mut stage = submitted();
    for keys in ["д", "<F2>", "А", "⏎↓Ы", "Т", "<F2>"] {
        stage.press(keys).expect("Изменить в нём ничего нельзя");
        assert_eq!(stage.app.layers().count(), 0, "{keys}");
    }
}

#[test]
fn the_next_round_takes_everything_over() {
    let stage = started();
    let round = stage.app.cycle.round.unwrap();
    assert_eq!(stage.state.rounds[&round].year, 2027);
    assert_eq!(stage.state.requirements_of.of(round).count(), 32);
}

#[test]
fn what_is_older_than_a_copied_round_is_listed() {
    let mut stage = started();
    stage.press("М").press("<End>").expect("Старше раунда");
}

#[test]
fn the_rounds_of_a_section_are_turned_through() {
    let mut stage = started();
    stage.press("х").expect("раунд 2026");
    stage.press("ъ").expect("раунд 2027");
    stage.press("ъ").expect("последний раунд");
}

#[test]
fn a_round_is_chosen_from_the_list() {
    let mut stage = started();
    stage.press("г2026⏎").expect("раунд 2026");
}

#[test]
fn what_a_partial_cycle_leaves_out_is_not_applicable() {
    let mut stage = usual();
    stage.act(CommandId::FoundSection);
    stage.press("1.3⏎Система работы с талантами⏎⏎Олимпиады⏎неполный⏎Мотивация<F2>");
    stage
        .expect("раздел 1.3")
        .expect("неприменимо по циклу раздела");
    assert_eq!(
        stage.app.cycle.cell(),
        Some(&Cell::NotApplicable),
        "{}",
        stage.screen()
    );
}

#[test]
fn requirements_of_another_section_are_added_by_hand() {
    let mut stage = usual();
    stage.act(CommandId::FoundSection);
    stage.press("1.3⏎Система работы с талантами⏎⏎Олимпиады<F2>");
    stage.press("АНаличие целей<F2>").expect("Наличие целей");
    assert_eq!(stage.app.cycle.at().0, Of::Goals);
}

#[test]
fn a_cycle_that_is_not_understood_stays_in_the_form() {
    let mut stage = usual();
    stage.act(CommandId::FoundSection);
    stage
        .press("1.3⏎Таланты⏎⏎Олимпиады⏎обычный<F2>")
        .expect("Цикл «обычный» не понят");
}

#[test]
fn section_2_1_is_founded_by_the_supplied_form_where_there_is_none() {
    let mut stage = without_sections();
    stage.press("<F7>").expect("Разделов оценки ещё нет");
    stage.act(CommandId::FoundSection).press("⏎");
    stage.expect("раздел 2.1").expect("0 из 32 баллов");
    let round = stage.app.cycle.round.unwrap();
    assert_eq!(stage.state.rounds[&round].state, RoundState::Open);
}

/// The demo's store without what stands on the screen.
fn without_sections() -> Stage {
    let mut state = crate::support::demo::store().state.clone();
    let keys: Vec<Key> = state.keys().collect();
    let stamp = state.stamp(Key::Settings).unwrap();
    for key in keys {
        if matches!(
            key,
            Key::Section(_) | Key::Round(_) | Key::Requirement(_) | Key::Citation(_)
        ) {
            state.put(key, None, stamp);
        }
    }
    let mut stage = Stage::new(state, crate::support::demo::OWNER);
    stage.resize(120, 36);
    stage
}

#[test]
fn the_section_is_written_as_a_document_of_a_text_processor() {
    use smotr::tui::outgoing::{Page, Wanted};

    let mut stage = usual();
    stage.press("<Ctrl+e>⏎");
    let round = stage.app.cycle.round.unwrap();
    let page = Page::Docx;
    assert_eq!(stage.wanted, [Wanted::Section { round, page }]);
}
