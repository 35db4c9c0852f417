//! An edition as a whole: whoever publishes, writes over or drops it has seen all that is in it.

use smotr::domain::catalogue::{Direction, Indicator};
use smotr::domain::command::*;
use smotr::domain::ids::*;
use smotr::domain::record::{Key, Record};
use smotr::domain::refusal::Refusal;

use crate::support::world::*;

const COPY: EditionId = EditionId(3);

/// A working copy of the edition in force, the third edition of the world.
fn world() -> World {
    let mut world = World::new();
    let edition = smotr::domain::catalogue::Edition {
        number: 3,
        ..world.state.editions[&EDITION].body.clone()
    };
    let copy = Command::AddEdition {
        from: Some(EDITION),
        edition,
        act: None,
    };
    world.act(copy).unwrap();
    world
}

fn put(world: &World, id: IndicatorId, change: impl FnOnce(&mut Indicator)) -> Command {
    let mut indicator = world.state.indicators[&(COPY, id)].body.clone();
    change(&mut indicator);
    Command::PutIndicator {
        edition: COPY,
        id: Some(id),
        seen: seen(&world.state, Key::Indicator(COPY, id)),
        indicator: Box::new(indicator),
    }
}

fn retire(world: &World, key: Key, retired: bool) -> Command {
    let seen = rev(&world.state, key);
    Command::RetireItem { key, seen, retired }
}

fn remove(world: &World, key: Key) -> Command {
    let seen = rev(&world.state, key);
    Command::RemoveItem { key, seen }
}

/// The three commands that take an edition as a whole.
fn of_the_whole(world: &World) -> [Command; 3] {
    let seen = whole(&world.state, COPY);
    let draft = CatalogueDraft {
        file: [0; 16],
        into: Some((COPY, seen)),
        edition: world.state.editions[&COPY].body.clone(),
        act: None,
        directions: Vec::new(),
        bases: Vec::new(),
        indicators: Vec::new(),
        rules: Vec::new(),
    };
    [
        Command::PublishEdition {
            id: COPY,
            seen,
            periods: Vec::new(),
        },
        Command::DropEdition { id: COPY, seen },
        Command::TakeCatalogue(Box::new(draft)),
    ]
}

#[test]
fn what_a_colleague_changed_in_an_edition_is_not_published_dropped_or_written_over_unseen() {
    let world = world();
    let stale = of_the_whole(&world);
    let new = Command::PutIndicator {
        edition: COPY,
        id: None,
        seen: Seen::Absent,
        indicator: Box::new(Indicator {
            code: "1.9".into(),
            ..world.state.indicators[&(COPY, RATIO)].body.clone()
        }),
    };
    let arranged = Command::ArrangeItem {
        key: Key::Direction(COPY, COMPETENCES),
        seen: rev(&world.state, Key::Direction(COPY, COMPETENCES)),
        after: None,
    };
    let cases = [
        put(&world, RATIO, |it| it.title.push('!')),
        new,
        arranged,
        retire(&world, Key::Indicator(COPY, COUNT), true),
    ];
    for theirs in cases {
        let mut world = world.clone();
        let commit = world.act_as(SEROVA, theirs).unwrap();
        for mine in stale.clone() {
            let refused = world.clone().act(mine).unwrap_err();
            let Refusal::Conflict { key, stamp, .. } = refused else {
                panic!("{refused:?}")
            };
            assert!(commit.changes.iter().any(|it| it.key == key), "{key:?}");
            assert_eq!(stamp.unwrap().by, SEROVA);
        }
        // Seen, it goes.
        let [_, drop, _] = of_the_whole(&world);
        world.act(drop).unwrap();
    }
}

#[test]
fn what_was_taken_out_of_an_edition_meanwhile_is_a_change_of_it() {
    let mut world = world();
    let own = Command::PutDirection {
        edition: COPY,
        id: None,
        seen: Seen::Absent,
        direction: Direction {
            code: "3".into(),
            ..world.state.directions[&(COPY, CONDITIONS)].body.clone()
        },
    };
    world.act(own).unwrap();
    let id = DirectionId(3);
    // Something else is the latest change.
    let later = put(&world, RATIO, |it| it.title.push('!'));
    world.act(later).unwrap();
    let stale = of_the_whole(&world);
    let removed = remove(&world, Key::Direction(COPY, id));
    world.act_as(SEROVA, removed).unwrap();
    for mine in stale {
        let refused = world.clone().act(mine).unwrap_err();
        assert!(
            matches!(refused, Refusal::Conflict { key: Key::Edition(COPY), stamp: Some(it), .. } if it.by == SEROVA),
            "{refused:?}"
        );
    }
    // It comes back, and a heading that is written meanwhile stays.
    world.act_as(SEROVA, Command::Undo).unwrap();
    assert!(world.state.directions.contains_key(&(COPY, id)));
}

#[test]
fn an_edition_by_which_a_period_is_measured_is_not_dropped() {
    let mut world = World::new();
    // As a store with an empty catalogue begins.
    let records = vec![(
        Key::Period(PeriodId(3)),
        Record::Period(smotr::domain::period::Period {
            name: "2026/27".into(),
            from: date("2026-09-01"),
            to: date("2027-08-31"),
            deadline: None,
            edition: DRAFT_EDITION,
            state: smotr::domain::period::PeriodState::Planned,
            ..world.state.periods[&OPEN].body.clone()
        }),
    )];
    world.act_as(PROGRAM, Command::Load(records)).unwrap();
    let drop = Command::DropEdition {
        id: DRAFT_EDITION,
        seen: whole(&world.state, DRAFT_EDITION),
    };
    let (key, by) = (Key::Edition(DRAFT_EDITION), Key::Period(PeriodId(3)));
    assert_eq!(world.act(drop), Err(Refusal::InUse { key, by }));
}

#[test]
fn with_a_direction_comes_back_only_what_went_with_it() {
    let mut world = world();
    let (key, alone) = (
        Key::Direction(COPY, CONDITIONS),
        Key::Indicator(COPY, COUNT),
    );
    let retired = |world: &World, id| world.state.indicators[&(COPY, id)].retired;
    for (key, to) in [(alone, true), (key, true)] {
        let command = retire(&world, key, to);
        world.act(command).unwrap();
    }
    assert!(retired(&world, RATIO) && retired(&world, COUNT));
    let command = retire(&world, key, false);
    world.act(command).unwrap();
    assert!(!retired(&world, RATIO), "went with the direction");
    assert!(retired(&world, COUNT), "was retired before it");
}

#[test]
fn nobody_but_the_store_hands_numbers_out() {
    let world = world();
    let it = world.state.indicators[&(COPY, RATIO)].body.clone();
    for number in [10, 77, u32::MAX] {
        let id = IndicatorId(number);
        let command = Command::PutIndicator {
            edition: COPY,
            id: Some(id),
            seen: Seen::Absent,
            indicator: Box::new(it.clone()),
        };
        let key = Key::Indicator(COPY, id);
        assert_eq!(world.clone().act(command), Err(Refusal::Missing { key }));
        let id = DirectionId(number);
        let command = Command::PutDirection {
            edition: COPY,
            id: Some(id),
            seen: Seen::Absent,
            direction: world.state.directions[&(COPY, CONDITIONS)].body.clone(),
        };
        let key = Key::Direction(COPY, id);
        assert_eq!(world.clone().act(command), Err(Refusal::Missing { key }));
    }
    // What another edition knows may be taken up.
    let command = Command::PutIndicator {
        edition: DRAFT_EDITION,
        id: Some(RATIO),
        seen: Seen::Absent,
        indicator: Box::new(it),
    };
    let direction = Command::PutDirection {
        edition: DRAFT_EDITION,
        id: Some(CONDITIONS),
        seen: Seen::Absent,
        direction: world.state.directions[&(COPY, CONDITIONS)].body.clone(),
    };
    let mut world = world;
    world.act(direction).unwrap();
    world.act(command).unwrap();
}

#[test]
fn a_catalogue_has_numbers_that_can_be_reckoned_with_and_lists_that_end() {
    use rust_decimal::Decimal;
    use smotr::domain::catalogue::{Band, Measure, Scoring};
    use smotr::domain::refusal::Field;
    let world = world();
    type Change = Box<dyn Fn(&mut Indicator)>;
    let numbers: [Change; 4] = [
        Box::new(|it| it.weight = Decimal::MAX),
        Box::new(|it| it.bounds.hard_max = Some(Decimal::MAX)),
        Box::new(|it| it.jump = Some(Decimal::MAX)),
        Box::new(|it| it.scoring = Scoring::Direct { max: Decimal::MAX }),
    ];
    for change in numbers {
        let answer = world.clone().act(put(&world, RATIO, change));
        assert!(
            matches!(answer, Err(Refusal::OutOfRange { .. })),
            "{answer:?}"
        );
    }
    let bands = |n: usize| {
        let band = |at: usize| Band {
            from: (at > 0).then(|| smotr::domain::number::Edge::at(at.into())),
            points: 1.into(),
        };
        Scoring::Bands((0..n).map(band).collect())
    };
    let lists: [(Field, Change); 5] = [
        (Field::Scale, Box::new(move |it| it.scoring = bands(1_001))),
        (
            Field::Scale,
            Box::new(|it| it.scoring = Scoring::Options(vec![1.into(); 1_001])),
        ),
        (
            Field::Options,
            Box::new(|it| {
                it.measure = Measure::Choice {
                    options: vec!["да".into(); 1_001],
                }
            }),
        ),
        (
            Field::Reason,
            Box::new(|it| it.na_reasons = vec!["нет".into(); 1_001]),
        ),
        (
            Field::Kinds,
            Box::new(|it| {
                it.kinds = vec![
                    it.kinds
                        .first()
                        .copied()
                        .unwrap_or(smotr::domain::people::OrganisationKind::School);
                    1_001
                ]
            }),
        ),
    ];
    for (expected, change) in lists {
        let answer = world.clone().act(put(&world, RATIO, change));
        let Err(Refusal::TooMany { field, .. }) = answer else {
            panic!("{answer:?}")
        };
        assert_eq!(field, expected);
    }
    let heavy = Command::PutDirection {
        edition: COPY,
        id: Some(CONDITIONS),
        seen: seen(&world.state, Key::Direction(COPY, CONDITIONS)),
        direction: Direction {
            weight: Decimal::MAX,
            ..world.state.directions[&(COPY, CONDITIONS)].body.clone()
        },
    };
    let answer = world.clone().act(heavy);
    assert!(
        matches!(answer, Err(Refusal::OutOfRange { .. })),
        "{answer:?}"
    );
}
