//! Citing by keys: a known document, a new one, for several requirements; moved, copied, retired, replaced.

use smotr::analysis::cycle::{Assessment, Fillings, Standing, cited};
use smotr::domain::evidence::DocumentStatus;
use smotr::domain::ids::{DocumentId, RequirementId};
use smotr::domain::record::Key;
use smotr::tui::command::table::CommandId;

use super::usual;
use crate::support::stage::Stage;

/// The requirement with this place in the form.
fn requirement(stage: &Stage, order: u32) -> RequirementId {
    let mut all = stage.state.requirements.iter();
    *all.find(|(_, it)| it.order == order).unwrap().0
}

/// The document of this number.
fn document(stage: &Stage, number: &str) -> DocumentId {
    let mut all = stage.state.documents.iter();
    *all.find(|(_, it)| it.number == number).unwrap().0
}

/// Documents by number that are cited for a requirement.
fn numbers(stage: &Stage, order: u32) -> Vec<String> {
    let all = cited(&stage.state, requirement(stage, order));
    all.into_iter()
        .map(|(_, _, it)| it.number.clone())
        .collect()
}

fn standing(stage: &Stage, order: u32) -> Standing {
    let round = stage.app.cycle.round.unwrap();
    let all = Assessment::of(&stage.state, round, &Fillings::default(), stage.now.today);
    all.requirement(requirement(stage, order)).unwrap().standing
}

/// The cursor of the list on the first citation of a requirement.
fn on_citation(order: u32) -> Stage {
    let mut stage = usual();
    let id = requirement(&stage, order);
    let citation = cited(&stage.state, id).first().unwrap().0;
    let shown =
        smotr::tui::screen::cycle::CycleScreen::show(&mut stage.app, Key::Citation(citation));
    assert!(shown);
    stage
}

#[test]
fn a_document_found_by_its_number_proves_the_requirement() {
    let mut stage = usual();
    stage.press("<End>→→→→→→д353⏎12⏎⏎⏎⏎");
    assert_eq!(
        (numbers(&stage, 32), standing(&stage, 32)),
        (vec!["353".to_owned()], Standing::Proven)
    );
}

#[test]
fn a_document_entered_on_the_spot_joins_the_register() {
    let mut stage = usual();
    stage.press("<End>→→→→→→д777-к⏎⏎⏎01.05.2026⏎Об эффекте мер<F2>");
    assert_eq!(standing(&stage, 32), Standing::Proven);
    assert!(
        stage
            .state
            .documents
            .contains_key(&document(&stage, "777-к"))
    );
}

#[test]
fn marked_requirements_get_the_same_document() {
    let mut stage = usual();
    stage.press("⏎вв").expect("выделено 2");
    stage.press("д348⏎<F2>");
    for order in [1, 2] {
        assert!(
            numbers(&stage, order).contains(&"348".to_owned()),
            "{order}"
        );
    }
}

#[test]
fn a_document_that_stands_there_is_said_to_and_left_alone() {
    let mut stage = usual();
    stage
        .press("⏎вв")
        .press("д570⏎")
        .expect("Уже указан на этих страницах");
}

#[test]
fn pages_are_changed_in_place() {
    let mut stage = on_citation(3);
    stage.press("<F2>7-9<F2>");
    assert_eq!(
        cited(&stage.state, requirement(&stage, 3))[0].1.pages,
        "7-9"
    );
}

#[test]
fn a_citation_moves_to_the_requirement_picked() {
    let mut stage = on_citation(3);
    stage
        .act(CommandId::MoveCitation)
        .press("анализа эффективности⏎");
    assert_eq!(
        (numbers(&stage, 3), numbers(&stage, 32)),
        (vec![], vec!["353".to_owned()])
    );
}

#[test]
fn a_citation_is_copied_to_the_requirement_picked() {
    let mut stage = on_citation(3);
    stage.press("Танализа эффективности⏎");
    assert_eq!(numbers(&stage, 3), numbers(&stage, 32));
}

#[test]
fn a_retired_citation_stays_in_sight_and_proves_nothing() {
    let mut stage = on_citation(3);
    stage.press("Ы").expect("снята");
    assert_eq!(standing(&stage, 3), Standing::Missing);
}

#[test]
fn a_retired_citation_is_taken_up_again_by_the_same_key() {
    let mut stage = on_citation(3);
    stage.press("ЫЫ");
    assert_eq!(numbers(&stage, 3), ["353"]);
}

#[test]
fn what_was_done_is_undone() {
    let mut stage = on_citation(3);
    stage.press("Ыо");
    assert_eq!(numbers(&stage, 3), ["353"]);
}

#[test]
fn the_preview_of_a_replacement_lists_every_citation() {
    let mut stage = on_citation(12);
    stage.act(CommandId::ReplaceDocument);
    stage.expect("Изменятся 10 ссылок").expect("[x] позиция 12");
}

#[test]
fn a_successor_takes_the_place_of_a_document_everywhere() {
    let mut stage = on_citation(12);
    let former = document(&stage, "617-ОД");
    stage.act(CommandId::ReplaceDocument).press("348⏎<F2>");
    let mut uses = stage.state.citations_by_document.of(former);
    assert_eq!(uses.next(), None, "{}", stage.screen());
    let status = &stage.state.documents[&former].status;
    assert!(matches!(status, DocumentStatus::Repealed { .. }));
}

#[test]
fn a_citation_left_out_of_a_replacement_stays() {
    let mut stage = on_citation(12);
    let former = document(&stage, "617-ОД");
    stage.act(CommandId::ReplaceDocument).press("348⏎␣<F2>");
    assert_eq!(stage.state.citations_by_document.of(former).count(), 1);
}

#[test]
fn the_page_of_a_document_leads_to_the_requirements_it_proves() {
    let mut stage = on_citation(12);
    stage.press("⏎").expect("617-ОД");
    let is_citation = |stage: &Stage| matches!(stage.app.under_cursor(), Some(Key::Citation(_)));
    let found = (0..30).any(|_| is_citation(stage.press("↓")));
    assert!(found, "{}", stage.screen());
    stage.press("⏎").expect("Позиции и документы");
}

#[test]
fn the_search_leads_to_a_requirement() {
    let mut stage = usual();
    stage.press("<F3>пстажировоч⏎");
    let id = stage.app.cycle.requirement().unwrap();
    assert!(
        stage.state.requirements[&id].text.contains("стажиров"),
        "{}",
        stage.screen()
    );
}

#[test]
fn a_requirement_that_does_not_apply_leaves_the_sum() {
    let mut stage = usual();
    stage.press("<End>→→→→→→<F2>⇥⇥⇥⇥⇥⇥⇥мер не принималось<F2>");
    stage
        .expect("26 из 31 балла")
        .expect("не применяется: мер не принималось");
}

#[test]
fn points_by_hand_go_into_the_sum() {
    let mut stage = usual();
    stage.press("<F2>⇥⇥⇥⇥⇥0,5<F2>");
    stage.expect("25,5 из 32 баллов");
}
