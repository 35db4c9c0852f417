//! What is taken back names nothing that is gone, and rests on nothing that is other since.

use smotr::domain::catalogue::{Edition, Indicator};
use smotr::domain::command::*;
use smotr::domain::ids::*;
use smotr::domain::period::{Period, PeriodState, Reference};
use smotr::domain::record::Key;
use smotr::domain::refusal::Refusal;
use smotr::domain::value::{Cell, Entry, Subject};

use crate::support::world::*;

const COPY: EditionId = EditionId(3);

fn municipal() -> Cell {
    Cell {
        period: OPEN,
        indicator: MUNICIPAL,
        subject: Subject::Municipality,
    }
}

fn enter(world: &World, cell: Cell, entry: Entry) -> Command {
    Command::SetValues(vec![SetValue {
        cell,
        seen: seen(&world.state, Key::Value(cell)),
        entry,
        note: Some("по справке".into()),
        source: None,
    }])
}

fn refer(world: &World, number_: Option<&str>) -> Command {
    Command::SetReference {
        period: OPEN,
        indicator: BENCHMARK,
        seen: seen(&world.state, Key::Reference(OPEN, BENCHMARK)),
        reference: number_.map(|it| Reference {
            number: number(it),
            source: "письмо".into(),
        }),
    }
}

fn step(world: &World, step: PeriodStep) -> Command {
    let seen = rev(&world.state, Key::Period(OPEN));
    Command::StepPeriod {
        id: OPEN,
        seen,
        step,
    }
}

/// The open period with numbers of the municipality, closed and opened again by Громов.
fn reopened() -> World {
    let mut world = World::new();
    let commands = [
        enter(&world, municipal(), ratio("1", "2")),
        enter(&world, cell(BENCHMARK, SCHOOL_1), entry("40")),
        refer(&world, Some("50")),
    ];
    for command in commands {
        world.act(command).unwrap();
    }
    let close = step(&world, PeriodStep::Close { unready: true });
    world.act_as(GROMOV, close).unwrap();
    let reason = "не все сдали".into();
    let reopen = step(&world, PeriodStep::Reopen { reason });
    world.act_as(GROMOV, reopen).unwrap();
    world
}

#[test]
fn results_do_not_come_back_over_other_numbers_of_the_municipality() {
    let world = reopened();
    let cases = [
        (
            enter(&world, municipal(), ratio("2", "2")),
            Key::Value(municipal()),
        ),
        (refer(&world, Some("60")), Key::Reference(OPEN, BENCHMARK)),
        (refer(&world, None), Key::Reference(OPEN, BENCHMARK)),
    ];
    for (theirs, over) in cases {
        let mut world = world.clone();
        world.act_as(ORLOVA, theirs).unwrap();
        let refused = world.act_as(GROMOV, Command::Undo).unwrap_err();
        assert!(
            matches!(refused, Refusal::Conflict { key, .. } if key == over),
            "{refused:?}"
        );
    }
    let mut world = world;
    world.act_as(GROMOV, Command::Undo).unwrap();
    assert!(world.state.results.contains_key(&OPEN));
}

#[test]
fn what_was_put_right_does_not_go_back_under_results_that_have_taken_it_in() {
    let mut world = World::new();
    let here = cell(RATIO, SCHOOL_2);
    world.set(here, ratio("10", "30")).unwrap();
    let close = step(&world, PeriodStep::Close { unready: true });
    world.act(close).unwrap();
    let correct = |world: &World, above: &str| Command::CorrectValue {
        set: SetValue {
            cell: here,
            seen: seen(&world.state, Key::Value(here)),
            entry: ratio(above, "30"),
            note: None,
            source: None,
        },
        reason: "ошибка в отчёте школы".into(),
        document: DocumentChoice::Known(ORDER),
    };
    let command = correct(&world, "20");
    world.act_as(GROMOV, command).unwrap();
    let rescore = Command::Rescore(Rebinding {
        id: OPEN,
        seen: rev(&world.state, Key::Period(OPEN)),
        edition: EDITION,
        reason: "учтено исправление".into(),
        act: None,
    });
    world.act_as(ORLOVA, rescore).unwrap();
    let (key, by) = (Key::Correction(here), Key::Results(OPEN));
    let mut stuck = world.clone();
    assert_eq!(
        stuck.act_as(GROMOV, Command::Undo),
        Err(Refusal::InUse { key, by })
    );
    // What was put right after that goes back to what the results say.
    let command = correct(&stuck, "25");
    stuck.act_as(GROMOV, command).unwrap();
    stuck.act_as(GROMOV, Command::Undo).unwrap();
    assert_eq!(stuck.value(here).unwrap().entry, ratio("20", "30"));
    // Without the new scoring the results never said so.
    let mut redone = stuck;
    redone.act_as(ORLOVA, Command::Undo).unwrap();
    let refused = redone.act_as(GROMOV, Command::Redo);
    assert!(
        matches!(&refused, Err(Refusal::Conflict { key, .. }) if *key == Key::Period(OPEN)),
        "{refused:?}"
    );
    // Without the new scoring nothing rests on it, and it can be put right again.
    world.act_as(ORLOVA, Command::Undo).unwrap();
    world.act_as(GROMOV, Command::Undo).unwrap();
    assert_eq!(world.value(here).unwrap().entry, ratio("10", "30"));
    world.act_as(GROMOV, Command::Redo).unwrap();
}

#[test]
fn nothing_comes_back_that_names_a_document_that_is_gone() {
    let mut world = World::new();
    let document = smotr::domain::evidence::Document {
        number: "7-п".into(),
        ..order()
    };
    world
        .act_as(ORLOVA, Command::AddDocument(document))
        .unwrap();
    let rest = |world: &World, act| Command::EditEdition {
        id: DRAFT_EDITION,
        seen: rev(&world.state, Key::Edition(DRAFT_EDITION)),
        edition: Edition {
            act,
            ..world.state.editions[&DRAFT_EDITION].body.clone()
        },
        act: None,
    };
    let id = DocumentId(3);
    for act in [Some(id), None] {
        let command = rest(&world, act);
        world.act_as(SEROVA, command).unwrap();
    }
    world.act_as(ORLOVA, Command::Undo).unwrap();
    let key = Key::Document(id);
    assert_eq!(
        world.act_as(SEROVA, Command::Undo),
        Err(Refusal::Missing { key })
    );
}

/// A copy of the edition in force, published by Серова.
fn two_editions() -> World {
    let mut world = World::new();
    let copy = Command::AddEdition {
        from: Some(EDITION),
        edition: Edition {
            number: 3,
            ..world.state.editions[&EDITION].body.clone()
        },
        act: None,
    };
    world.act_as(SEROVA, copy).unwrap();
    // Of both together 40, as much as of the direction.
    for id in [SCORE, DELTA] {
        let put = Command::PutIndicator {
            edition: COPY,
            id: Some(id),
            seen: seen(&world.state, Key::Indicator(COPY, id)),
            indicator: Box::new(Indicator {
                weight: 40.into(),
                ..world.state.indicators[&(COPY, id)].body.clone()
            }),
        };
        world.act_as(ORLOVA, put).unwrap();
    }
    let publish = Command::PublishEdition {
        id: COPY,
        seen: whole(&world.state, COPY),
        periods: Vec::new(),
    };
    world.act_as(SEROVA, publish).unwrap();
    world
}

#[test]
fn a_period_does_not_come_back_by_an_edition_that_is_written_in_again() {
    let mut world = two_editions();
    let period = Period {
        name: "2026/27".into(),
        from: date("2026-09-01"),
        to: date("2027-08-31"),
        deadline: None,
        edition: COPY,
        state: PeriodState::Planned,
        ..world.state.periods[&OPEN].body.clone()
    };
    world.act_as(ORLOVA, Command::AddPeriod(period)).unwrap();
    world.act_as(ORLOVA, Command::Undo).unwrap();
    world.act_as(SEROVA, Command::Undo).unwrap();
    let key = Key::Edition(COPY);
    assert_eq!(
        world.act_as(ORLOVA, Command::Redo),
        Err(Refusal::WrongState { key })
    );
    world.act_as(SEROVA, Command::Redo).unwrap();
    world.act_as(ORLOVA, Command::Redo).unwrap();
}

#[test]
fn an_edition_by_which_a_period_was_measured_once_stays_published() {
    let mut world = two_editions();
    for edition in [COPY, EDITION] {
        let command = Command::MovePeriod(Rebinding {
            id: OPEN,
            seen: rev(&world.state, Key::Period(OPEN)),
            edition,
            reason: "приказ".into(),
            act: None,
        });
        world.act_as(ORLOVA, command).unwrap();
    }
    let (key, by) = (Key::Edition(COPY), Key::Period(OPEN));
    assert_eq!(
        world.act_as(SEROVA, Command::Undo),
        Err(Refusal::InUse { key, by })
    );
}
