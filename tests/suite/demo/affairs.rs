//! What the demo tells beside its figures: editions of the catalogue, objections, a correction, a merged school, an absent head, marks.

use smotr::analysis::roster;
use smotr::domain::catalogue::EditionState;
use smotr::domain::ids::*;
use smotr::domain::people::{AppointmentKind, FlagKind};
use smotr::domain::period::PeriodState;
use smotr::domain::record::Key;
use smotr::domain::soundness::problems;
use smotr::exchange::demo::{Options, records};

use super::demo;

#[test]
fn the_past_keeps_its_edition_and_the_next_year_has_another() {
    let (_, state) = demo();
    let editions: Vec<_> = state.editions.values().collect();
    let states: Vec<_> = editions.iter().map(|it| (it.number, it.state)).collect();
    assert_eq!(
        states,
        [
            (1, EditionState::Published),
            (2, EditionState::Published),
            (3, EditionState::Draft)
        ]
    );
    let bound: Vec<_> = (state.periods.values())
        .map(|it| (it.name.as_str(), it.state, it.edition.0))
        .collect();
    assert_eq!(
        bound,
        [
            ("2022/23", PeriodState::Closed, 1),
            ("2023/24", PeriodState::Closed, 1),
            ("2024/25", PeriodState::Closed, 1),
            ("2025/26", PeriodState::Open, 1),
            ("2026/27", PeriodState::Planned, 2),
        ]
    );
    // What is published could be; what is in work has something to be mended.
    let faults = |id| {
        problems(&state, EditionId(id))
            .iter()
            .filter(|it| it.is_fault())
            .count()
    };
    assert_eq!((faults(1), faults(2)), (0, 0));
    assert!(faults(3) > 0);
    let of = |id, indicator| &state.indicators[&(EditionId(id), IndicatorId(indicator))];
    assert_ne!(of(1, 31).scoring, of(2, 31).scoring);
    assert_ne!(of(1, 32).scoring, of(2, 32).scoring);
    assert!(of(2, 6).retired && !of(1, 6).retired);
    assert_eq!(of(2, 37).code, "6.7");
}

#[test]
fn objections_are_answered_and_open_and_one_has_put_a_value_right() {
    let (_, state) = demo();
    let all: Vec<_> = state.objections.values().collect();
    assert_eq!(all.len(), 3);
    assert_eq!(all.iter().filter(|it| it.answer.is_none()).count(), 1);
    assert!(all.iter().all(|it| it.person.is_some()));
    let [(cell, it)] = state.corrections.iter().collect::<Vec<_>>()[..] else {
        panic!("{:?}", state.corrections)
    };
    assert_eq!(cell.period, PeriodId(3));
    let now = &state.value(*cell).unwrap().entry;
    assert_ne!(*now, it.was);
    // The results of the year say what stood there when it was closed.
    let row = state.result_row(cell.period, OrganisationId(5)).unwrap();
    let cells = row.heads.iter().flat_map(|it| &it.cells);
    let then = cells.filter(|it| it.indicator == cell.indicator);
    assert!(then.clone().count() > 0 && then.clone().all(|there| there.entry == it.was));
}

#[test]
fn a_school_was_merged_and_another_has_a_head_who_is_away() {
    let (_, state) = demo();
    let former = &state.organisations[&OrganisationId(61)];
    assert_eq!(former.merged_into, Some(OrganisationId(14)));
    assert!(
        former
            .closed_by
            .is_some_and(|it| state.documents.contains_key(&it))
    );
    let rows = |period| state.results[&PeriodId(period)].organisations;
    assert_eq!((rows(1), rows(2)), (61, 60));
    let heads = (state.appointments.values()).filter(|it| it.organisation == OrganisationId(60));
    let kinds: Vec<_> = heads
        .filter(|it| it.to.is_none())
        .map(|it| it.kind)
        .collect();
    assert_eq!(kinds, [AppointmentKind::Permanent, AppointmentKind::Acting]);
    assert!(roster::head_on(&state, OrganisationId(60), "2026-05-23".parse().unwrap()).is_some());
    let marked = (state.organisations.values()).filter(|it| !it.flags.is_empty());
    assert_eq!(marked.clone().count(), 3);
    let low = marked.filter(|it| it.flags.iter().any(|it| it.kind == FlagKind::LowResults));
    assert_eq!(low.count(), 3);
}

#[test]
fn a_store_for_measuring_has_none_of_it() {
    let records = records(Options::sized(70, 2)).unwrap();
    let told = |key: &Key| {
        matches!(key, Key::Objection(_) | Key::Correction(_)) || *key == Key::Edition(EditionId(2))
    };
    assert!(!records.iter().any(|(key, _)| told(key)));
}
