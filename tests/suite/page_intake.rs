//! What a page would bring into a round: beside what stands there, before anything is written.

use std::collections::BTreeMap;

use smotr::analysis::page_intake::{Becomes, Choice, Fate, Proposal};
use smotr::domain::evidence::Stage;
use smotr::domain::ids::{RequirementId, RoundId};
use smotr::domain::state::State;
use smotr::exchange::section::page::{read, read_text};

use crate::section_page::SEED;
use crate::support::demo;

const ROUND: RoundId = RoundId(1);

fn state() -> State {
    demo::store().state.clone()
}

fn proposal(state: &State, text: &str) -> Proposal {
    chosen(state, text, &BTreeMap::new())
}

fn chosen(state: &State, text: &str, choices: &BTreeMap<usize, Choice>) -> Proposal {
    Proposal::of(
        state,
        ROUND,
        &read_text(text, None).unwrap().said(),
        choices,
    )
}

/// A citation under the requirement of the stage of decisions.
fn decided(citation: &str) -> String {
    format!(
        "Управленческие решения\n- Принятие управленческих решений по результатам проведенного анализа\n{citation}\n"
    )
}

#[test]
fn the_page_of_the_seed_brings_nothing_to_its_own_round() {
    let said = read(SEED, None).unwrap().said();
    let it = Proposal::of(&state(), ROUND, &said, &BTreeMap::new());
    assert_eq!(it.count(|it| matches!(it, Becomes::There(_))), 35);
    assert_eq!((it.left.len(), it.intake(&state(), [0; 16])), (0, None));
}

#[test]
fn a_requirement_in_other_words_is_the_one_of_its_stage() {
    let it = proposal(
        &state(),
        "Управленческие решения\n- Принятие решений\nМеры\n- Проведение конкурсов профессионального мастерства\n",
    );
    let known: Vec<_> = it.asked.iter().map(|it| it.known).collect();
    assert_eq!(known, [Some(RequirementId(31)), None]);
}

#[test]
fn other_pages_are_taken_and_none_change_nothing() {
    let state = state();
    let line = |pages: &str| {
        format!(
            "Цели\n- по обеспечению качества подготовки обучающихся\nПриказ управления образования от 30.12.2020 № 353{pages}\n"
        )
    };
    let pages = proposal(&state, &line(" стр. 5")).asked[0].cited[0]
        .becomes
        .clone();
    assert!(
        matches!(&pages, Becomes::Pages { were, .. } if were == "3-10"),
        "{pages:?}"
    );
    assert!(matches!(
        proposal(&state, &line("")).asked[0].cited[0].becomes,
        Becomes::There(_)
    ));
}

#[test]
fn a_document_without_a_date_waits_for_an_answer() {
    let state = state();
    let text = decided("Приказ управления образования и молодежной политики № 348");
    let it = proposal(&state, &text);
    let Fate::Perhaps(like) = &it.documents[0].fate else {
        panic!("{:?}", it.documents);
    };
    assert_eq!(
        it.intake(&state, [0; 16]),
        None,
        "nothing before the answer"
    );
    let same = BTreeMap::from([(0, Choice::Known(like[0]))]);
    let intake = chosen(&state, &text, &same)
        .intake(&state, [0; 16])
        .unwrap();
    assert_eq!((intake.documents.len(), intake.citations.len()), (0, 1));
    let other = BTreeMap::from([(0, Choice::New)]);
    let intake = chosen(&state, &text, &other)
        .intake(&state, [0; 16])
        .unwrap();
    assert_eq!(intake.documents.len(), 1);
}

#[test]
fn what_is_said_twice_is_brought_once() {
    let line = "Приказ управления от 01.02.2026 № 7 «О школах»";
    let it = proposal(&state(), &decided(&format!("{line}\n{line}")));
    assert_eq!(it.documents.len(), 1);
    assert_eq!(it.count(|it| *it == Becomes::Twice), 1);
    assert_eq!(it.intake(&state(), [0; 16]).unwrap().citations.len(), 1);
}

#[test]
fn a_new_requirement_has_the_direction_of_its_words() {
    let it = proposal(
        &state(),
        &decided("- по формированию резерва управленческих кадров"),
    );
    let asked = &it.asked[1];
    assert_eq!((asked.known, asked.stage), (None, Stage::Decisions));
    let same = state().requirements[&RequirementId(4)].track;
    assert_eq!(asked.track, same);
}

#[test]
fn what_the_page_has_not_stays() {
    let it = proposal(
        &state(),
        &decided("Управленческие решения по сопровождению школ с низкими результатами обучения"),
    );
    assert_eq!(it.left.len(), 34);
}
