//! Working editions: copied, written, arranged, published; a published one is never written again.

use rust_decimal::Decimal;
use smotr::domain::catalogue::*;
use smotr::domain::command::*;
use smotr::domain::ids::*;
use smotr::domain::record::{Commit, Key, Record};
use smotr::domain::refusal::{Field, Refusal};
use smotr::domain::soundness::{Problem, Trouble, problems};
use smotr::domain::state::State;
use smotr::exchange::toml::Catalogue;

use crate::support::world::*;

/// The world with the supplied catalogue as the published edition 7, and a working copy of it.
fn world() -> (World, EditionId) {
    let mut world = World::new();
    let mut shipped = Catalogue::shipped().unwrap();
    for (_, it) in &mut shipped.base_quantities {
        it.title.push_str(", из файла");
    }
    let draft = CatalogueDraft {
        file: [7; 16],
        into: None,
        edition: Edition {
            number: 7,
            ..shipped.edition.clone()
        },
        act: None,
        directions: far(&shipped.directions, |it| DirectionId(it.0 + 1_000)),
        bases: far(&shipped.base_quantities, |it| BaseQuantityId(it.0 + 1_000)),
        indicators: shipped
            .indicators
            .iter()
            .map(|(id, it)| (IndicatorId(id.0 + 1_000), renumbered(it)))
            .collect(),
        rules: Vec::new(),
    };
    act(&mut world, Command::TakeCatalogue(Box::new(draft))).unwrap();
    let id = newest(&world.state);
    publish(&mut world, id).unwrap();
    let edition = Edition {
        number: 8,
        ..world.state.editions[&id].body.clone()
    };
    let copy = Command::AddEdition {
        from: Some(id),
        edition,
        act: None,
    };
    act(&mut world, copy).unwrap();
    let copy = newest(&world.state);
    (world, copy)
}

fn far<I: Copy, T: Clone>(all: &[(I, T)], id: impl Fn(I) -> I) -> Vec<(I, T)> {
    all.iter()
        .map(|(it, body)| (id(*it), body.clone()))
        .collect()
}

/// As a file would name it that knows nothing of the store's numbers.
fn renumbered(it: &Indicator) -> Indicator {
    let mut it = it.clone();
    it.direction = DirectionId(it.direction.0 + 1_000);
    match &mut it.measure {
        Measure::Delta {
            input: Input::Indicator(id),
        }
        | Measure::Benchmark {
            input: Input::Indicator(id),
        } => id.0 += 1_000,
        Measure::Ratio {
            numerator,
            denominator,
            ..
        } => {
            for part in [numerator, denominator] {
                part.base = part.base.map(|it| BaseQuantityId(it.0 + 1_000));
            }
        }
        _ => {}
    }
    it
}

fn newest(state: &State) -> EditionId {
    *state.editions.keys().next_back().unwrap()
}

fn act(world: &mut World, command: Command) -> Result<Commit, Refusal> {
    world.act_as(SEROVA, command)
}

fn publish(world: &mut World, id: EditionId) -> Result<Commit, Refusal> {
    let seen = whole(&world.state, id);
    let periods = Vec::new();
    act(world, Command::PublishEdition { id, seen, periods })
}

fn by_code(state: &State, edition: EditionId, code: &str) -> (IndicatorId, Indicator) {
    let mut all = state.indicators_of(edition).into_iter();
    let (id, it) = all.find(|(_, it)| it.code == code).unwrap();
    (id, it.body.clone())
}

fn direction_of(state: &State, edition: EditionId, code: &str) -> DirectionId {
    let mut all = state.directions_of(edition).into_iter();
    all.find(|(_, it)| it.code == code).unwrap().0
}

/// Changes an indicator of a working edition.
fn change(
    world: &mut World,
    edition: EditionId,
    code: &str,
    to: impl FnOnce(&mut Indicator),
) -> Result<Commit, Refusal> {
    let (id, mut indicator) = by_code(&world.state, edition, code);
    to(&mut indicator);
    let command = Command::PutIndicator {
        edition,
        id: Some(id),
        seen: seen(&world.state, Key::Indicator(edition, id)),
        indicator: Box::new(indicator),
    };
    act(world, command)
}

fn codes(state: &State, edition: EditionId) -> Vec<String> {
    let all = state.indicators_of(edition).into_iter();
    all.map(|(_, it)| it.code.clone()).collect()
}

fn faults(world: &World, edition: EditionId) -> Vec<Trouble> {
    let all = problems(&world.state, edition).into_iter();
    all.filter(Problem::is_fault).map(|it| it.what).collect()
}

#[test]
fn the_supplied_catalogue_can_be_published_as_it_is() {
    let (world, copy) = world();
    assert_eq!(faults(&world, copy), []);
    assert_eq!(
        world.state.editions[&copy].based_on,
        Some(EditionId(copy.0 - 1))
    );
    assert_eq!(world.state.indicators_of(copy).len(), 36);
}

#[test]
fn a_copy_has_the_same_indicators_under_the_same_ids() {
    let (world, copy) = world();
    let ids = |edition| -> Vec<IndicatorId> {
        let all = world.state.indicators_of(edition).into_iter();
        all.map(|(id, _)| id).collect()
    };
    assert_eq!(ids(copy), ids(EditionId(copy.0 - 1)));
}

#[test]
fn a_published_edition_is_never_written_again() {
    let (mut world, copy) = world();
    let published = EditionId(copy.0 - 1);
    let changed = change(&mut world, published, "6.2", |it| it.title.push('!'));
    assert_eq!(changed, Err(Refusal::EditionPublished));
    let key = Key::Edition(published);
    let seen = rev(&world.state, key);
    let drop = Command::DropEdition {
        id: published,
        seen,
    };
    assert_eq!(act(&mut world, drop), Err(Refusal::EditionPublished));
}

#[test]
fn a_decree_changes_two_scales_adds_an_indicator_and_retires_another() {
    let (mut world, copy) = world();
    let published = EditionId(copy.0 - 1);
    let before: Vec<Record> = records_of(&world.state, published);
    for code in ["6.1", "6.2"] {
        change(&mut world, copy, code, |it| {
            if let Scoring::Bands(bands) = &mut it.scoring {
                bands.last_mut().unwrap().points = 5.into();
            }
        })
        .unwrap();
    }
    let direction = direction_of(&world.state, copy, "6");
    let (_, like) = by_code(&world.state, copy, "6.3");
    let indicator = Box::new(Indicator {
        direction,
        code: "6.7".into(),
        title: "Доля молодых специалистов, оставшихся на второй год".into(),
        short: "Молодые специалисты".into(),
        weight: 15.into(),
        ..like
    });
    let new = Command::PutIndicator {
        edition: copy,
        id: None,
        seen: Seen::Absent,
        indicator,
    };
    act(&mut world, new).unwrap();
    assert_eq!(codes(&world.state, copy).last().unwrap(), "6.7");
    let sum = Trouble::WeightSum { sum: 115.into() };
    assert_eq!(faults(&world, copy), [sum]);
    let (retired, _) = by_code(&world.state, copy, "6.3");
    let key = Key::Indicator(copy, retired);
    let seen = rev(&world.state, key);
    let removed = act(&mut world, Command::RemoveItem { key, seen });
    let by = Key::Indicator(published, retired);
    assert_eq!(removed, Err(Refusal::RetireInstead { key, by }));
    let retire = |retired| Command::RetireItem { key, seen, retired };
    act(&mut world, retire(true)).unwrap();
    assert_eq!(faults(&world, copy), []);
    publish(&mut world, copy).unwrap();
    assert_eq!(records_of(&world.state, published), before);
}

fn records_of(state: &State, edition: EditionId) -> Vec<Record> {
    let keys = state.keys().filter(|key| match key {
        Key::Edition(id) | Key::Direction(id, _) | Key::Indicator(id, _) => *id == edition,
        _ => false,
    });
    keys.map(|key| state.record(key).unwrap().0).collect()
}

#[test]
fn what_only_the_draft_has_can_be_removed_unless_something_is_computed_from_it() {
    let (mut world, copy) = world();
    let (_, like) = by_code(&world.state, copy, "2.3");
    for measure in [
        like.measure.clone(),
        Measure::Delta {
            input: Input::Indicator(IndicatorId(
                world.state.next_id(smotr::domain::record::Kind::Indicator),
            )),
        },
    ] {
        let indicator = Box::new(Indicator {
            code: "2.9".into(),
            measure,
            ..like.clone()
        });
        let new = Command::PutIndicator {
            edition: copy,
            id: None,
            seen: Seen::Absent,
            indicator,
        };
        act(&mut world, new).unwrap();
    }
    let mut new: Vec<IndicatorId> = (world.state.indicators_of(copy).into_iter())
        .filter(|(_, it)| it.code == "2.9")
        .map(|(id, _)| id)
        .collect();
    let remove = |state: &State, id| {
        let key = Key::Indicator(copy, id);
        let seen = rev(state, key);
        Command::RemoveItem { key, seen }
    };
    let first = remove(&world.state, new[0]);
    assert_eq!(
        act(&mut world, first.clone()),
        Err(Refusal::InUse {
            key: Key::Indicator(copy, new[0]),
            by: Key::Indicator(copy, new[1]),
        })
    );
    let second = remove(&world.state, new.remove(1));
    act(&mut world, second).unwrap();
    act(&mut world, first).unwrap();
    assert!(!codes(&world.state, copy).contains(&"2.9".to_owned()));
}

#[test]
fn an_indicator_is_moved_within_its_direction() {
    let (mut world, copy) = world();
    let (id, _) = by_code(&world.state, copy, "6.1");
    let (after, _) = by_code(&world.state, copy, "6.4");
    let key = Key::Indicator(copy, id);
    let arrange = |state: &State, after| Command::ArrangeItem {
        key,
        seen: rev(state, key),
        after,
    };
    let command = arrange(&world.state, Some(Key::Indicator(copy, after)));
    act(&mut world, command).unwrap();
    let own = |world: &World| codes(&world.state, copy)[30..].join(" ");
    assert_eq!(own(&world), "6.2 6.3 6.4 6.1 6.5 6.6");
    let command = arrange(&world.state, None);
    act(&mut world, command).unwrap();
    assert_eq!(own(&world), "6.1 6.2 6.3 6.4 6.5 6.6");
    let (elsewhere, _) = by_code(&world.state, copy, "1.1");
    let elsewhere = Key::Indicator(copy, elsewhere);
    let command = arrange(&world.state, Some(elsewhere));
    assert_eq!(
        act(&mut world, command),
        Err(Refusal::Missing { key: elsewhere })
    );
}

#[test]
fn one_that_goes_to_another_direction_stands_last_there() {
    let (mut world, copy) = world();
    let to = direction_of(&world.state, copy, "1");
    change(&mut world, copy, "6.2", |it| it.direction = to).unwrap();
    assert_eq!(codes(&world.state, copy)[6], "6.2");
}

#[test]
fn two_who_write_the_same_indicator_meet_in_a_conflict() {
    let (mut world, copy) = world();
    let (id, indicator) = by_code(&world.state, copy, "6.2");
    let seen = seen(&world.state, Key::Indicator(copy, id));
    change(&mut world, copy, "6.2", |it| it.weight = 25.into()).unwrap();
    let mine = Command::PutIndicator {
        edition: copy,
        id: Some(id),
        seen,
        indicator: Box::new(Indicator {
            title: "иначе".into(),
            ..indicator
        }),
    };
    let answer = act(&mut world, mine);
    assert!(
        matches!(answer, Err(Refusal::Conflict { .. })),
        "{answer:?}"
    );
}

#[test]
fn a_retired_direction_takes_its_indicators_along_and_brings_them_back() {
    let (mut world, copy) = world();
    let key = Key::Direction(copy, direction_of(&world.state, copy, "4"));
    for retired in [true, false] {
        let seen = rev(&world.state, key);
        act(&mut world, Command::RetireItem { key, seen, retired }).unwrap();
        let all = world.state.indicators_of(copy).into_iter();
        assert_eq!(
            all.filter(|(_, it)| it.retired).count(),
            if retired { 6 } else { 0 }
        );
    }
}

#[test]
fn only_an_administrator_keeps_the_catalogue() {
    let (mut world, copy) = world();
    let (id, indicator) = by_code(&world.state, copy, "6.2");
    for user in [BELOVA, VETROV] {
        let command = Command::PutIndicator {
            edition: copy,
            id: Some(id),
            seen: seen(&world.state, Key::Indicator(copy, id)),
            indicator: Box::new(indicator.clone()),
        };
        let answer = world.act_as(user, command);
        assert!(matches!(answer, Err(Refusal::Denied { .. })), "{answer:?}");
    }
}

#[test]
fn publishing_binds_periods_that_have_no_value_yet() {
    let (mut world, copy) = world();
    let period = |world: &World, id| (id, rev(&world.state, Key::Period(id)));
    let publish = |world: &mut World, id| {
        let command = Command::PublishEdition {
            id: copy,
            seen: whole(&world.state, copy),
            periods: vec![period(world, id)],
        };
        act(world, command)
    };
    assert_eq!(
        publish(&mut world, CLOSED),
        Err(Refusal::PeriodClosed { period: CLOSED })
    );
    world.set(cell(RATIO, SCHOOL_1), ratio("20", "24")).unwrap();
    assert_eq!(
        publish(&mut world, OPEN),
        Err(Refusal::PeriodHasValues { period: OPEN })
    );
    let planned = smotr::domain::period::Period {
        name: "2026/27".into(),
        from: date("2026-09-01"),
        to: date("2027-08-31"),
        deadline: None,
        state: smotr::domain::period::PeriodState::Planned,
        ..world.state.periods[&OPEN].body.clone()
    };
    act(&mut world, Command::AddPeriod(planned)).unwrap();
    let id = PeriodId(3);
    let mut counted = world.clone();
    let open = Command::StepPeriod {
        id,
        seen: rev(&counted.state, Key::Period(id)),
        step: PeriodStep::Open,
    };
    act(&mut counted, open).unwrap();
    let base = Command::SetBase {
        period: id,
        base: TEACHERS,
        organisation: SCHOOL_1,
        seen: Seen::Absent,
        number: Some(24.into()),
        values: Vec::new(),
    };
    counted.act(base).unwrap();
    assert_eq!(
        publish(&mut counted, id),
        Err(Refusal::PeriodHasValues { period: id }),
        "a base quantity is a number, too"
    );
    publish(&mut world, id).unwrap();
    assert_eq!(world.state.edition_of(id), Some(copy));
}

#[test]
fn publishing_is_taken_back_until_a_period_rests_on_it() {
    let (mut world, copy) = world();
    publish(&mut world, copy).unwrap();
    act(&mut world, Command::Undo).unwrap();
    assert_eq!(world.state.editions[&copy].state, EditionState::Draft);
    act(&mut world, Command::Redo).unwrap();
    let period = smotr::domain::period::Period {
        name: "2026/27".into(),
        from: date("2026-09-01"),
        to: date("2027-08-31"),
        deadline: None,
        edition: copy,
        ..world.state.periods[&OPEN].body.clone()
    };
    world.act(Command::AddPeriod(period)).unwrap();
    let answer = act(&mut world, Command::Undo);
    let by = Key::Period(PeriodId(3));
    let key = Key::Edition(copy);
    assert_eq!(answer, Err(Refusal::InUse { key, by }));
}

/// Each kind of what can be wrong, made in one step, is found where it is.
#[test]
fn what_is_wrong_is_found_where_it_stands() {
    type Make = fn(&mut Indicator);
    type Found = fn(&Trouble) -> bool;
    let cases: [(&str, &str, Make, Found); 9] = [
        (
            "6.2",
            "code twice",
            |it| it.code = "6.1".into(),
            |it| matches!(it, Trouble::CodeTwice { .. }),
        ),
        (
            "6.2",
            "no title",
            |it| it.title.clear(),
            |it| *it == Trouble::Blank,
        ),
        (
            "6.2",
            "weight",
            |it| it.weight = 25.into(),
            |it| *it == Trouble::WeightSum { sum: 105.into() },
        ),
        (
            "6.2",
            "no weight",
            |it| it.weight = Decimal::ZERO,
            |it| *it == Trouble::NoWeight,
        ),
        (
            "6.2",
            "printed",
            |it| {
                it.scoring = Scoring::Printed(vec![
                    PrintedBand {
                        values: "до 40".into(),
                        points: 0.into(),
                    },
                    PrintedBand {
                        values: "40–59".into(),
                        points: 1.into(),
                    },
                    PrintedBand {
                        values: "60 и выше".into(),
                        points: 2.into(),
                    },
                ]);
            },
            |it| matches!(it, Trouble::Scoring(_)),
        ),
        (
            "6.2",
            "bounds",
            |it| it.bounds.hard_min = Some(101.into()),
            |it| matches!(it, Trouble::BoundsCrossed { .. }),
        ),
        (
            "6.2",
            "scale of another measure",
            |it| it.scoring = Scoring::Options(vec![1.into(), 2.into()]),
            |it| matches!(it, Trouble::Scoring(_)),
        ),
        (
            "2.3",
            "no number any more",
            |it| {
                it.measure = Measure::Choice {
                    options: vec!["да".into(), "нет".into()],
                };
                it.scoring = Scoring::Options(vec![1.into(), 0.into()]);
            },
            |it| matches!(it, Trouble::InputWithoutNumber { .. }),
        ),
        (
            "2.3",
            "retired",
            |it| it.retired = true,
            |it| matches!(it, Trouble::InputMissing { .. }),
        ),
    ];
    for (code, what, make, expected) in cases {
        let (mut world, copy) = world();
        change(&mut world, copy, code, make).unwrap();
        let found = faults(&world, copy);
        assert!(found.iter().any(expected), "{what}: {found:?}");
        let answer = publish(&mut world, copy);
        assert!(
            matches!(answer, Err(Refusal::EditionUnfit { .. })),
            "{what}: {answer:?}"
        );
    }
}

#[test]
fn a_year_that_its_quarters_do_not_make_is_worth_a_look_and_no_more() {
    for (code, roll_up, expected) in [
        ("1.1", RollUp::Sum, Some(Trouble::SharesAddedUp)),
        ("1.2", RollUp::FromParts, Some(Trouble::NoParts)),
        ("1.1", RollUp::FromParts, None),
        ("1.2", RollUp::Sum, None),
        // Asked for once a year: nothing is rolled up.
        ("6.2", RollUp::Sum, None),
    ] {
        let (mut world, copy) = world();
        let (id, it) = by_code(&world.state, copy, code);
        if it.roll_up != roll_up {
            change(&mut world, copy, code, |it| it.roll_up = roll_up).unwrap();
        }
        let found: Vec<Trouble> = (problems(&world.state, copy).into_iter())
            .filter(|it| it.key == Key::Indicator(copy, id))
            .map(|it| it.what)
            .collect();
        assert_eq!(found, Vec::from_iter(expected), "{code} {roll_up:?}");
        publish(&mut world, copy).unwrap();
    }
}

#[test]
fn a_change_of_itself_and_a_circle_are_found() {
    let (mut world, copy) = world();
    let (own, _) = by_code(&world.state, copy, "2.4");
    let of = |id| Measure::Delta {
        input: Input::Indicator(id),
    };
    change(&mut world, copy, "2.4", |it| it.measure = of(own)).unwrap();
    assert_eq!(faults(&world, copy), [Trouble::OfItself]);
    let (other, _) = by_code(&world.state, copy, "2.3");
    change(&mut world, copy, "2.4", |it| it.measure = of(other)).unwrap();
    change(&mut world, copy, "2.3", |it| it.measure = of(own)).unwrap();
    let circle = |all: [IndicatorId; 2]| Trouble::Circle { all: all.to_vec() };
    let found = faults(&world, copy);
    assert!(
        found.contains(&circle([own, other])) && found.contains(&circle([other, own])),
        "{found:?}"
    );
}

#[test]
fn a_draft_that_is_dropped_is_gone_whole_and_comes_back_whole() {
    let (mut world, copy) = world();
    let before = records_of(&world.state, copy);
    let seen = whole(&world.state, copy);
    act(&mut world, Command::DropEdition { id: copy, seen }).unwrap();
    assert_eq!(records_of(&world.state, copy), []);
    act(&mut world, Command::Undo).unwrap();
    assert_eq!(records_of(&world.state, copy), before);
}

#[test]
fn a_catalogue_names_nothing_that_is_not_there() {
    let (mut world, _) = world();
    let shipped = Catalogue::shipped().unwrap();
    let lone = |id, measure: Measure| CatalogueDraft {
        file: [8; 16],
        into: None,
        edition: Edition {
            number: 9,
            ..shipped.edition.clone()
        },
        act: None,
        directions: shipped.directions.clone(),
        bases: Vec::new(),
        indicators: vec![(
            IndicatorId(id),
            Indicator {
                measure,
                ..shipped.indicators[0].1.clone()
            },
        )],
        rules: Vec::new(),
    };
    let base = BaseQuantityId(
        world
            .state
            .next_id(smotr::domain::record::Kind::BaseQuantity),
    );
    let part = |base| Part {
        title: "есть".into(),
        base,
        whole: true,
    };
    let ratio = Measure::Ratio {
        numerator: part(None),
        denominator: part(Some(base)),
        factor: 100.into(),
    };
    let input = IndicatorId(99_999);
    let delta = Measure::Delta {
        input: Input::Indicator(input),
    };
    for (measure, of_input, key) in [
        (ratio, false, Key::BaseQuantity(base)),
        (delta, true, Key::Indicator(EditionId(0), input)),
    ] {
        let draft = lone(90_000, measure);
        let answer = act(&mut world, Command::TakeCatalogue(Box::new(draft)));
        let Err(Refusal::Missing { key: missing }) = answer else {
            panic!("{answer:?}")
        };
        match (of_input, missing) {
            (true, Key::Indicator(_, id)) => assert_eq!(id, input),
            (_, it) => assert_eq!(it, key),
        }
    }
}

#[test]
fn an_indicator_is_shown_with_no_more_decimals_than_a_file_takes() {
    let (mut world, copy) = world();
    change(&mut world, copy, "6.2", |it| it.decimals = 6).unwrap();
    let answer = change(&mut world, copy, "6.2", |it| it.decimals = 7);
    let field = Some(Field::Decimals);
    assert_eq!(
        answer.map(|_| ()),
        Err(Refusal::TooManyDecimals { field, max: 6 })
    );
}
