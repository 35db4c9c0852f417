//! How a section stands: the real section 2.1 of one town, requirement by requirement.

use smotr::analysis::cycle::*;
use smotr::domain::cycle::RoundState;
use smotr::domain::evidence::{DocumentStatus, Stage, Track};
use smotr::domain::ids::*;
use smotr::domain::record::{Key, Record};
use smotr::domain::state::{Stamp, State};
use smotr::exchange::toml::{Catalogue, Cycle};

use super::ROUND;
use crate::support::world::date;

const STAMP: Stamp = Stamp {
    rev: Seq(1),
    by: PROGRAM,
    at: Timestamp(0),
};

fn seed() -> State {
    let catalogue = Catalogue::shipped().unwrap();
    let cycle = Cycle::shipped(&catalogue.directions).unwrap();
    let mut state = State::default();
    let records = catalogue.records(EditionId(1)).into_iter();
    for (key, record) in records.chain(cycle.records(2021)) {
        state.put(key, Some(record), STAMP);
    }
    state
}

fn assess(state: &State) -> Assessment {
    Assessment::of(state, ROUND, &Fillings::default(), date("2026-11-29"))
}

fn matrix(state: &State) -> Matrix {
    let section = &state.sections[&SectionId(1)];
    Matrix::of(state, section, &assess(state))
}

fn standings(state: &State, standing: Standing) -> usize {
    let assessed = assess(state);
    let all = assessed.requirements.iter();
    all.filter(|it| it.standing == standing).count()
}

/// The document with this number.
fn number(state: &State, number: &str) -> DocumentId {
    let mut all = state.documents.iter();
    *all.find(|(_, it)| it.number == number).unwrap().0
}

#[test]
fn twenty_three_are_proven_three_by_incomplete_papers_and_six_by_nothing() {
    let state = seed();
    assert_eq!(standings(&state, Standing::Proven), 23);
    assert_eq!(standings(&state, Standing::Incomplete), 3);
    assert_eq!(standings(&state, Standing::Missing), 6);
    let count = assess(&state).count();
    assert_eq!((count.proven, count.asked), (26, 32));
}

#[test]
fn every_stage_is_counted() {
    let assessed = assess(&seed());
    let counts = Stage::ALL.map(|it| {
        let count = assessed.count_of(it);
        (count.proven, count.asked)
    });
    let want = [
        (5, 5),
        (5, 5),
        (1, 1),
        (5, 5),
        (5, 5),
        (2, 3),
        (2, 6),
        (1, 1),
        (0, 1),
    ];
    assert_eq!(counts, want);
}

#[test]
fn points_are_reckoned_given_by_hand_and_not_asked_where_nothing_applies() {
    let mut state = seed();
    let score = assess(&state).score();
    assert_eq!((score.got, score.max), (26.into(), 32.into()));
    let mut put = |id: u32, change: fn(&mut smotr::domain::evidence::Requirement)| {
        let key = Key::Requirement(RequirementId(id));
        let Some((Record::Requirement(mut it), _)) = state.record(key) else {
            panic!();
        };
        change(&mut it);
        state.put(key, Some(Record::Requirement(it)), STAMP);
    };
    put(1, |it| it.max_points = 3.into());
    put(2, |it| it.points = Some(0.into()));
    put(32, |it| it.inapplicable = "не проводился".into());
    let score = assess(&state).score();
    // Two points more for the first, none for the second, the last leaves both sums.
    assert_eq!((score.got, score.max), (27.into(), 33.into()));
}

#[test]
fn the_two_gaps_of_the_method_are_seen_and_empty_cells_are_none() {
    let state = seed();
    let matrix = matrix(&state);
    let gaps: Vec<_> = matrix.gaps().map(|(it, gap)| (it.track, gap)).collect();
    let direction = |id| Some(Track::Direction(DirectionId(id)));
    assert_eq!(
        gaps,
        [
            (direction(4), Gap::NoGoal),
            (direction(1), Gap::NoIndicators)
        ]
    );
    // Monitoring of the direction without indicators is not asked, and measures are asked of all together.
    let cell = |stage: Stage, column: usize| {
        let row = matrix.rows.iter().find(|it| it.stage == stage).unwrap();
        row.cells[column].clone()
    };
    assert_eq!(cell(Stage::Monitoring, 0), Cell::Nothing);
    assert_eq!(cell(Stage::Measures, 0), Cell::Nothing);
    assert!(
        matches!(cell(Stage::Measures, 6), Cell::Asked { requirements, .. } if requirements.len() == 6)
    );
}

#[test]
fn a_stage_that_the_cycle_leaves_out_does_not_apply() {
    let mut state = seed();
    let mut section = state.sections[&SectionId(1)].body.clone();
    section.tracks[0].stages = Stage::PARTIAL.to_vec();
    let key = Key::Section(SectionId(1));
    state.put(key, Some(Record::Section(section)), STAMP);
    let matrix = matrix(&state);
    assert_eq!(matrix.rows[1].cells[0], Cell::NotApplicable);
    assert_eq!(matrix.gaps().count(), 1);
}

#[test]
fn a_repealed_document_proves_nothing_from_its_day_on() {
    let mut state = seed();
    let id = number(&state, "348");
    let mut document = state.documents[&id].body.clone();
    for (on, want) in [("2026-11-30", 0), ("2026-11-29", 1)] {
        document.status = DocumentStatus::Repealed {
            by: String::new(),
            on: Some(date(on)),
        };
        let record = Record::Document(document.clone());
        state.put(Key::Document(id), Some(record), STAMP);
        assert_eq!(standings(&state, Standing::Repealed), want, "{on}");
    }
}

#[test]
fn a_round_that_was_sent_is_judged_by_that_day() {
    let mut state = seed();
    let id = number(&state, "348");
    let mut document = state.documents[&id].body.clone();
    document.status = DocumentStatus::Repealed {
        by: String::new(),
        on: Some(date("2026-11-29")),
    };
    let record = Record::Document(document);
    state.put(Key::Document(id), Some(record), STAMP);
    assert_eq!(standings(&state, Standing::Repealed), 1);
    let mut round = state.rounds[&ROUND].body.clone();
    round.state = RoundState::Submitted {
        on: date("2026-11-28"),
        number: "15/77".into(),
    };
    state.put(Key::Round(ROUND), Some(Record::Round(round)), STAMP);
    assert_eq!(standings(&state, Standing::Repealed), 0);
}

#[test]
fn seven_are_proven_by_the_region_alone() {
    let state = seed();
    let today = date("2026-11-29");
    let all = state.requirements_of.of(ROUND);
    let regional = all.filter(|it| is_of_other_level(&state, *it, today));
    assert_eq!(regional.count(), 7);
}

#[test]
fn what_was_issued_before_the_school_year_of_the_round_is_older_than_it() {
    let mut state = seed();
    assert_eq!(older_than_round(&state, ROUND).len(), 10);
    let mut round = state.rounds[&ROUND].body.clone();
    round.year = 2026;
    state.put(Key::Round(ROUND), Some(Record::Round(round)), STAMP);
    assert_eq!(older_than_round(&state, ROUND).len(), 35);
}
