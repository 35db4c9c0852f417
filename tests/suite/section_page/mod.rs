//! A page of the section read: the one of the seed whole, acts written in every way, headings of any wording, bad input.

mod acts;
mod any;
mod bad;
mod same;
mod wordings;

use smotr::domain::evidence::Stage;
use smotr::exchange::section::page::{Page, What, read};
use smotr::exchange::toml::{Catalogue, Cycle};

/// Section 2.1 as it was typed by hand.
pub const SEED: &[u8] = include_bytes!("../../../fixtures/section-2.1.txt");

pub fn page(text: &str) -> Page {
    read(text.as_bytes(), None).unwrap()
}

/// What each item was taken for, in a word.
pub fn taken(page: &Page) -> Vec<&'static str> {
    let word = |it: &What| match it {
        What::Section { .. } => "section",
        What::Stage(_) => "stage",
        What::Requirement { .. } => "requirement",
        What::Citations(_) => "citations",
        What::Nothing => "nothing",
        What::Beside => "beside",
        What::Unread(_) => "unread",
    };
    page.items.iter().map(|it| word(&it.what)).collect()
}

fn shipped() -> Cycle {
    Cycle::shipped(&Catalogue::shipped().unwrap().directions).unwrap()
}

#[test]
fn the_seed_has_thirty_two_requirements_in_nine_stages_and_six_without_proof() {
    let page = read(SEED, None).unwrap();
    let asked = page.asked();
    let mut stages: Vec<Stage> = asked.iter().map(|it| it.stage).collect();
    stages.dedup();
    assert_eq!((asked.len(), stages.len()), (32, 9));
    assert_eq!(asked.iter().filter(|it| it.cited.is_empty()).count(), 6);
    assert_eq!(asked.iter().map(|it| it.cited.len()).sum::<usize>(), 35);
    assert_eq!(page.unread().count(), 0);
}

#[test]
fn the_seed_is_section_2_1() {
    let page = read(SEED, None).unwrap();
    let title = "Система мониторинга эффективности руководителей образовательных организаций";
    assert_eq!(page.section(), Some(("2.1", title)));
}

#[test]
fn the_documents_of_the_seed_are_those_that_the_program_comes_with() {
    let page = read(SEED, None).unwrap();
    let known: Vec<_> = shipped().documents.into_iter().map(|it| it.1).collect();
    assert_eq!(page.documents(), known);
}

#[test]
fn the_requirements_of_the_seed_are_those_that_the_program_comes_with() {
    let page = read(SEED, None).unwrap();
    let read: Vec<_> = (page.asked().iter())
        .map(|it| (it.stage, it.words.to_owned()))
        .collect();
    let known: Vec<_> = (shipped().requirements.iter())
        .map(|(_, it)| (it.stage, it.text.clone()))
        .collect();
    assert_eq!(read, known);
}

#[test]
fn the_pages_of_the_seed_stand_at_their_citations() {
    let page = read(SEED, None).unwrap();
    let cited = page
        .asked()
        .into_iter()
        .flat_map(|it| it.cited)
        .map(|it| it.1.clone());
    let known = shipped();
    let known = known.citations.iter().map(|(_, it)| {
        let document = known
            .documents
            .iter()
            .find(|(id, _)| *id == it.document)
            .unwrap();
        (document.1.clone(), it.pages.clone(), String::new())
    });
    let read: Vec<_> = cited.map(|it| (it.document, it.pages, it.note)).collect();
    assert_eq!(read, known.collect::<Vec<_>>());
}
