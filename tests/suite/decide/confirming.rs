//! Findings that are right as they stand: who says so, what is refused, and taken back; and what an edition says of rules.

use smotr::domain::command::{Command, Confirm, Found, PutRule, Seen};
use smotr::domain::ids::*;
use smotr::domain::people::Role;
use smotr::domain::record::{Key, Record};
use smotr::domain::refusal::{Field, Refusal};
use smotr::domain::rule::{Confirmation, Importance, Rule, RuleKind};
use smotr::domain::state::State;
use smotr::domain::value::Cell;

use crate::support::world::*;

const KIND: RuleKind = RuleKind::Outlier;

fn confirm(state: &State, cells: &[Cell], note: &str) -> Command {
    let found = cells.iter().map(|cell| Found {
        cell: *cell,
        rule: KIND,
        seen: seen(state, Key::Confirmation(*cell, KIND)),
        mark: 7,
    });
    Command::Confirm(Confirm {
        found: found.collect(),
        note: note.into(),
    })
}

#[test]
fn whoever_may_enter_says_why_it_is_right_and_takes_it_back() {
    let mut world = World::new();
    let [one, two] = [cell(COUNT, SCHOOL_1), cell(COUNT, SCHOOL_2)];
    let both = confirm(&world.state, &[one, two], "сверено");
    world.act(both).unwrap();
    let said = |world: &World, cell| {
        world
            .state
            .confirmation(cell, KIND)
            .map(|it| it.body.clone())
    };
    let confirmed = Confirmation {
        note: "сверено".into(),
        mark: 7,
    };
    assert_eq!(said(&world, one), Some(confirmed.clone()));
    assert_eq!(said(&world, two), Some(confirmed.clone()));
    assert_eq!(world.state.confirmation(one, RuleKind::Jump), None);

    let key = Key::Confirmation(one, KIND);
    let back = Command::Unconfirm(vec![(one, KIND, rev(&world.state, key))]);
    world.act(back.clone()).unwrap();
    assert_eq!(
        (said(&world, one), said(&world, two)),
        (None, Some(confirmed))
    );
    assert_eq!(world.act(back), Err(Refusal::Missing { key }));
    world.act(Command::Undo).unwrap();
    world.act(Command::Undo).unwrap();
    assert_eq!((said(&world, one), said(&world, two)), (None, None));
    world.act(Command::Redo).unwrap();
    assert!(said(&world, one).is_some() && said(&world, two).is_some());
}

#[test]
fn what_is_said_of_a_finding_is_refused() {
    let mut world = World::new();
    let c = cell(COUNT, SCHOOL_1);
    let note = Field::Note;
    let closed = Cell {
        period: CLOSED,
        ..c
    };
    let nowhere = Cell {
        indicator: IndicatorId(77),
        ..c
    };
    let cases = [
        (
            confirm(&world.state, &[c], ""),
            Refusal::Empty { field: note },
        ),
        (
            confirm(&world.state, &[c], "12"),
            Refusal::NoWords { field: note },
        ),
        (
            confirm(&world.state, &[closed], "сверено"),
            Refusal::PeriodClosed { period: CLOSED },
        ),
        (
            confirm(&world.state, &[c, nowhere], "сверено"),
            Refusal::Missing {
                key: Key::Indicator(EDITION, IndicatorId(77)),
            },
        ),
    ];
    for (command, refusal) in cases {
        assert_eq!(world.act(command), Err(refusal));
    }
    // Nobody speaks of a cell that there is not.
    for cell in [
        cell_of(COUNT, EREMIN),
        cell(DELTA, SCHOOL_1),
        cell_of(DELTA, ZIMIN),
    ] {
        assert!(
            world
                .act(confirm(&world.state, &[cell], "сверено"))
                .is_err(),
            "{cell:?}"
        );
    }
    let nobody = cell_of(SCORE, PersonId(4_000_000_000));
    let key = Key::Person(PersonId(4_000_000_000));
    let said = confirm(&world.state, &[nobody], "сверено");
    assert_eq!(world.act(said), Err(Refusal::Missing { key }));
    // Who enters nothing there has nothing to say of it; of two windows one has not seen what the other said.
    let said = confirm(&world.state, &[c], "сверено");
    assert_eq!(
        bare(world.act_as(GROMOV, said.clone())),
        Err(denied(Role::Methodist))
    );
    world.act(said.clone()).unwrap();
    let conflict = world.act_as(BELOVA, said).unwrap_err();
    assert!(
        matches!(conflict, Refusal::Conflict { key, .. } if key == Key::Confirmation(c, KIND)),
        "{conflict:?}"
    );
}

#[test]
fn nothing_that_a_confirmation_stands_on_goes() {
    let mut world = World::new();
    let c = cell(COUNT, SCHOOL_1);
    world.act(confirm(&world.state, &[c], "сверено")).unwrap();
    let mut named = Vec::new();
    let key = Key::Confirmation(c, KIND);
    let (record, _) = world.state.record(key).unwrap();
    let edition_of = |period| world.state.edition_of(period);
    smotr::domain::decide::refs::each(key, &record, edition_of, |it| named.push(it));
    let stands_on = [
        Key::Period(OPEN),
        Key::Indicator(EDITION, COUNT),
        Key::Organisation(SCHOOL_1),
    ];
    assert_eq!(named, stands_on);
}

fn rule(importance: Importance, threshold: Option<&str>) -> Rule {
    Rule {
        importance,
        threshold: threshold.map(number),
        instruction: "Сверить с тарификацией".into(),
    }
}

fn put(state: &State, edition: EditionId, rule: Rule) -> Command {
    Command::PutRule(PutRule {
        edition,
        kind: KIND,
        seen: seen(state, Key::Rule(edition, KIND)),
        rule,
    })
}

/// A working copy of the edition in force.
fn copied(world: &mut World, number: u32) -> EditionId {
    let edition = smotr::domain::catalogue::Edition {
        number,
        ..world.state.editions[&EDITION].body.clone()
    };
    let done = world.act_as(
        SEROVA,
        Command::AddEdition {
            from: world
                .state
                .editions
                .keys()
                .max()
                .copied()
                .filter(|it| *it != DRAFT_EDITION),
            edition,
            act: None,
        },
    );
    match done.unwrap().changes[0].key {
        Key::Edition(id) => id,
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_usual_holds_until_a_working_edition_says_otherwise() {
    let mut world = World::new();
    let of = |world: &World, edition| world.state.rule(edition, KIND);
    assert_eq!(of(&world, EDITION), KIND.usual());
    let published = put(&world.state, EDITION, rule(Importance::High, Some("4")));
    assert_eq!(
        world.act_as(SEROVA, published),
        Err(Refusal::EditionPublished)
    );
    let draft = put(
        &world.state,
        DRAFT_EDITION,
        rule(Importance::High, Some("3")),
    );
    assert_eq!(
        bare(world.act_as(BELOVA, draft.clone())),
        Err(denied(Role::Administrator))
    );
    world.act_as(SEROVA, draft).unwrap();
    assert_eq!(of(&world, DRAFT_EDITION), rule(Importance::High, Some("3")));
    assert_eq!(of(&world, EDITION), KIND.usual(), "the past does not move");
    for wrong in ["0", "-1"] {
        let wrong = put(
            &world.state,
            DRAFT_EDITION,
            rule(Importance::Low, Some(wrong)),
        );
        let refused = world.act_as(SEROVA, wrong).unwrap_err();
        assert!(matches!(refused, Refusal::OutOfRange { .. }), "{refused:?}");
    }
    // A rule has the number that it measures by, and one without has none.
    let without = put(&world.state, DRAFT_EDITION, rule(Importance::Low, None));
    let field = Field::Threshold;
    assert_eq!(world.act_as(SEROVA, without), Err(Refusal::Empty { field }));
    let kind = RuleKind::Unfit;
    let key = Key::Rule(DRAFT_EDITION, kind);
    let with = Command::PutRule(PutRule {
        edition: DRAFT_EDITION,
        kind,
        seen: Seen::Absent,
        rule: rule(Importance::Low, Some("1")),
    });
    assert_eq!(world.act_as(SEROVA, with), Err(Refusal::WrongKind { key }));
    // Whoever has not seen it does not write over it, and whoever publishes or drops the edition has seen it, too.
    let unseen = Command::PutRule(PutRule {
        edition: DRAFT_EDITION,
        kind: KIND,
        seen: Seen::Absent,
        rule: rule(Importance::Off, Some("4")),
    });
    assert!(matches!(
        world.act_as(SEROVA, unseen),
        Err(Refusal::Conflict { .. })
    ));
    let (last, _) = world.state.latest_of(DRAFT_EDITION).unwrap();
    assert_eq!(last, Key::Rule(DRAFT_EDITION, KIND));
    let seen = whole(&world.state, DRAFT_EDITION);
    let drop = Command::DropEdition {
        id: DRAFT_EDITION,
        seen,
    };
    world.act_as(SEROVA, drop).unwrap();
    assert_eq!(world.state.rules.len(), 0);
}

#[test]
fn rules_go_with_a_copy_of_their_edition() {
    let mut world = World::new();
    let first = copied(&mut world, 3);
    let own = rule(Importance::Low, Some("5"));
    let command = put(&world.state, first, own.clone());
    world.act_as(SEROVA, command).unwrap();
    let second = copied(&mut world, 4);
    assert_eq!(world.state.rule(second, KIND), own);
    let stands = world.state.record(Key::Rule(second, KIND)).unwrap().0;
    assert_eq!(stands, Record::Rule(own));
}
