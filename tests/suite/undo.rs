//! Undo and redo, and the properties that hold for any sequence of commands.

use std::collections::BTreeSet;

use proptest::prelude::*;
use smotr::analysis::results::RECKON;
use smotr::domain::command::*;
use smotr::domain::decide::{Actor, decide, decide_inverse};
use smotr::domain::followup::{Addressee, Due};
use smotr::domain::ids::*;
use smotr::domain::people::{Organisation, Role, User};
use smotr::domain::period::{Period, PeriodState};
use smotr::domain::record::{Cause, Change, CommandId, Commit, Key, Kind, Record};
use smotr::domain::refusal::Refusal;
use smotr::domain::state::{Before, State};
use smotr::domain::value::{Entry, Value, ValueState};

use super::support::dice::{thrown, throws};
use super::support::world::*;

/// All records without their stamps.
fn bodies(state: &State) -> Vec<(Key, Record)> {
    (state.keys())
        .map(|key| (key, state.record(key).unwrap().0))
        .collect()
}

/// Puts a commit into a world that no command makes.
fn force(world: &mut World, key: Key, after: Record) {
    let commit = Commit {
        seq: world.state.meta.seq.next(),
        time: now(&world.state).at,
        actor: PROGRAM,
        command_id: CommandId(0),
        cause: Cause::Do,
        changes: vec![Change {
            key,
            before: world.state.record(key).map(|(record, _)| record),
            after: Some(after),
        }],
    };
    world.state.apply(&commit);
    world.commits.push(commit);
}

#[test]
fn one_goes_back_and_forth_step_by_step() {
    let mut world = World::new();
    let c = cell(COUNT, SCHOOL_1);
    let shown = |world: &World| world.value(c).map(|it| it.entry);
    for n in 1..=3 {
        world.set(c, entry(&n.to_string())).unwrap();
    }
    for want in [Some(entry("2")), Some(entry("1")), None] {
        world.act(Command::Undo).unwrap();
        assert_eq!(shown(&world), want);
    }
    assert_eq!(world.act(Command::Undo), Err(Refusal::NothingToUndo));
    for want in ["1", "2", "3"] {
        world.act(Command::Redo).unwrap();
        assert_eq!(shown(&world), Some(entry(want)));
    }
    assert_eq!(world.act(Command::Redo), Err(Refusal::NothingToRedo));
    world.act(Command::Undo).unwrap();
    world.act(Command::Undo).unwrap();
    assert_eq!(shown(&world), Some(entry("1")));
    world.set(c, entry("9")).unwrap();
    assert_eq!(world.act(Command::Redo), Err(Refusal::NothingToRedo));
}

#[test]
fn everybody_takes_back_their_own() {
    let mut world = World::new();
    let (mine, theirs) = (cell(COUNT, SCHOOL_1), cell(COUNT, SCHOOL_2));
    world.set(mine, entry("1")).unwrap();
    let command = set(&world.state, theirs, entry("2"));
    world.act_as(BELOVA, command).unwrap();
    world.act(Command::Undo).unwrap();
    assert_eq!(world.value(mine), None);
    assert_eq!(
        world.value(theirs),
        Some(Value::entered(entry("2"), BELOVA))
    );
    assert_eq!(
        world.act_as(DOLIN, Command::Undo),
        Err(Refusal::NothingToUndo)
    );
}

#[test]
fn a_later_touch_of_another_is_a_conflict_even_if_it_is_taken_back() {
    let mut world = World::new();
    let c = cell(COUNT, SCHOOL_1);
    world.set(c, entry("1")).unwrap();
    let command = set(&world.state, c, entry("2"));
    world.act_as(BELOVA, command).unwrap();
    let theirs = |world: &World, n: &str, by| Refusal::Conflict {
        key: Key::Value(c),
        theirs: Some(Box::new(Record::Value(Value::entered(entry(n), by)))),
        stamp: world.state.stamp(Key::Value(c)),
    };
    assert_eq!(world.act(Command::Undo), Err(theirs(&world, "2", BELOVA)));
    world.act_as(BELOVA, Command::Undo).unwrap();
    assert_eq!(world.act(Command::Undo), Err(theirs(&world, "1", ORLOVA)));
}

#[test]
fn a_redo_over_something_new_is_a_conflict() {
    let mut world = World::new();
    let c = cell(COUNT, SCHOOL_1);
    world.set(c, entry("1")).unwrap();
    world.act(Command::Undo).unwrap();
    let command = set(&world.state, c, entry("2"));
    world.act_as(BELOVA, command).unwrap();
    assert!(matches!(
        world.act(Command::Redo),
        Err(Refusal::Conflict { .. })
    ));
}

#[test]
fn what_something_refers_to_stays() {
    let mut world = World::new();
    world.act(Command::AddDocument(order())).unwrap();
    let key = Key::Document(DocumentId(3));
    let c = cell(COUNT, SCHOOL_1);
    let detail = ValueDetail {
        evidence: Some(Some(DocumentId(3))),
        ..ValueDetail::default()
    };
    let seen = Seen::Absent;
    world
        .act_as(
            BELOVA,
            Command::DetailValue {
                cell: c,
                seen,
                detail,
            },
        )
        .unwrap();
    let by = Key::Value(c);
    assert_eq!(world.act(Command::Undo), Err(Refusal::InUse { key, by }));
    world.act_as(BELOVA, Command::Undo).unwrap();
    world.act(Command::Undo).unwrap();
    assert_eq!(world.state.stamp(key), None);

    // A cell that a recommendation is about is a place, and may be empty.
    world.set(c, entry("1")).unwrap();
    let draft = RecommendationDraft {
        addressees: vec![Addressee {
            organisation: SCHOOL_1,
            person: None,
        }],
        period: OPEN,
        ground: Some(c),
        text: "Разобрать жалобы".into(),
        expected: String::new(),
        due: Due::Standing,
    };
    world
        .act_as(BELOVA, Command::Recommend(vec![draft]))
        .unwrap();
    world.act(Command::Undo).unwrap();
}

#[test]
fn taking_back_passes_the_same_guards() {
    let mut world = World::new();
    world.set(cell(COUNT, SCHOOL_1), entry("1")).unwrap();
    let mut shut = world.clone();
    let closed = Period {
        state: PeriodState::Closed,
        ..world.state.periods[&OPEN].body.clone()
    };
    force(&mut shut, Key::Period(OPEN), Record::Period(closed));
    assert_eq!(
        shut.act(Command::Undo),
        Err(Refusal::PeriodClosed { period: OPEN })
    );

    let reader = User {
        roles: vec![Role::Observer],
        ..world.state.users[&ORLOVA].body.clone()
    };
    force(&mut world, Key::User(ORLOVA), Record::User(reader));
    let needs = Role::Methodist;
    assert_eq!(bare(world.act(Command::Undo)), Err(denied(needs)));
}

#[test]
fn an_approval_is_taken_back_by_the_head_and_comes_back_with_an_undone_change() {
    let mut world = World::new();
    let c = cell(COUNT, SCHOOL_1);
    let state = |world: &World| world.value(c).unwrap().state;
    let step = |world: &World, step| Command::StepValues {
        cells: vec![(c, rev(&world.state, Key::Value(c)))],
        step,
    };
    let enter = set(&world.state, c, entry("1"));
    world.act_as(BELOVA, enter).unwrap();
    let submit = step(&world, ValueStep::Submit);
    world.act_as(BELOVA, submit).unwrap();
    let approve = step(&world, ValueStep::Approve);
    world.act_as(GROMOV, approve).unwrap();
    world.act_as(GROMOV, Command::Undo).unwrap();
    assert_eq!(state(&world), ValueState::Submitted);
    world.act_as(GROMOV, Command::Redo).unwrap();
    assert_eq!(state(&world), ValueState::Approved);
    world.set(c, entry("2")).unwrap();
    assert_eq!(state(&world), ValueState::Entered);
    world.act(Command::Undo).unwrap();
    assert_eq!(state(&world), ValueState::Approved);
}

#[test]
fn values_that_are_not_in_memory_are_asked_for_not_taken_for_absent() {
    let mut world = World::new();
    let c = cell(COUNT, SCHOOL_1);
    let first = world.set(c, entry("1")).unwrap();
    world.act(Command::AddDocument(order())).unwrap();
    let added = world.commits.last().unwrap().clone();
    let command = set(&world.state, c, entry("2"));
    let actor = Actor { user: ORLOVA };
    let now = now(&world.state);
    for period in [OPEN, CLOSED] {
        let mut state = world.state.clone();
        state.unload_shard(period);
        // The closed year was closed before the document came, so nothing in it can name the document.
        let open = (period == OPEN).then_some(Refusal::NotLoaded { period });
        assert_eq!(decide(&state, &actor, &command, now, RECKON).err(), open);
        assert_eq!(decide_inverse(&state, &actor, &first, now).err(), open);
        assert_eq!(decide_inverse(&state, &actor, &added, now).err(), open);
    }
}

#[test]
fn what_there_is_only_one_of_does_not_come_back_beside_another() {
    let mut world = World::new();
    let user = User {
        account: "ivanova".into(),
        ..world.state.users[&DOLIN].body.clone()
    };
    let person = None;
    let added = user.clone();
    let add = Command::AddUser {
        user: added,
        person,
    };
    world.act(add).unwrap();
    world.act(Command::Undo).unwrap();
    let key = Key::User(UserId(77));
    force(&mut world, key, Record::User(user));
    assert_eq!(world.act(Command::Redo), Err(Refusal::Taken { key }));

    let mut world = World::new();
    let organisation = Organisation {
        number: Some(41),
        ..world.state.organisations[&SCHOOL_1].body.clone()
    };
    let record = Record::Organisation(organisation.clone());
    let head = None;
    let add = Command::AddOrganisation { organisation, head };
    world.act(add).unwrap();
    world.act(Command::Undo).unwrap();
    let holder = OrganisationId(77);
    force(&mut world, Key::Organisation(holder), record);
    let did = world.act(Command::Redo);
    assert!(
        matches!(did, Err(Refusal::DuplicateNumber { holder: it, .. }) if it == holder),
        "{did:?}"
    );
}

#[test]
fn clearing_and_taking_out_come_back() {
    let mut world = World::new();
    world.set(cell(RATIO, SCHOOL_1), ratio("21", "24")).unwrap();
    let start = bodies(&world.state);
    world.set(cell(RATIO, SCHOOL_1), Entry::Empty).unwrap();
    let key = Key::BaseValue(OPEN, TEACHERS, SCHOOL_1);
    let out = Command::SetBase {
        period: OPEN,
        base: TEACHERS,
        organisation: SCHOOL_1,
        seen: seen(&world.state, key),
        number: None,
        values: Vec::new(),
    };
    world.act(out).unwrap();
    assert_eq!(world.state.stamp(key), None);
    world.act(Command::Undo).unwrap();
    world.act(Command::Undo).unwrap();
    assert_eq!(bodies(&world.state), start);
}

#[test]
fn undo_asked_of_the_rules_alone_says_what_is_missing() {
    let mut world = World::new();
    let actor = Actor { user: ORLOVA };
    let ask =
        |world: &World, command| decide(&world.state, &actor, &command, now(&world.state), RECKON);
    assert_eq!(ask(&world, Command::Undo), Err(Refusal::NothingToUndo));
    assert_eq!(ask(&world, Command::Redo), Err(Refusal::NothingToRedo));
    let seq = world.set(cell(COUNT, SCHOOL_1), entry("1")).unwrap().seq;
    assert_eq!(ask(&world, Command::Undo), Err(Refusal::TooOld { seq }));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    /// Whoever asks for whatever: what is decided fits the state, replays to the same state, and never uses an id twice.
    #[test]
    fn any_commands_of_anybody(throws in throws(60)) {
        let mut world = World::new();
        for throw in throws {
            let (user, command) = thrown(&world.state, throw);
            // `act_as` asserts that `before` is what is there and that `after` is what is there then.
            let _ = world.act_as(user, command);
        }
        let mut replayed = State::default();
        let mut handed_out: BTreeSet<Key> = BTreeSet::new();
        for commit in &world.commits {
            let keys: BTreeSet<Key> = commit.changes.iter().map(|it| it.key).collect();
            prop_assert_eq!(keys.len(), commit.changes.len());
            for change in &commit.changes {
                let is_touched = matches!(change.key, Key::Edition(_));
                prop_assert!(is_touched || change.before != change.after);
                let new = change.before.is_none() && commit.cause == Cause::Do;
                if new && change.key.own_id().is_some() {
                    prop_assert!(handed_out.insert(change.key), "{:?} twice", change.key);
                }
            }
            replayed.apply(commit);
        }
        prop_assert_eq!(replayed, world.state);
    }

    /// Commits that turn out not to be durable leave the state as if they had never been.
    #[test]
    fn taken_in_for_now_and_put_back(throws in throws(40), kept in 0.0..1.0) {
        let mut world = World::new();
        for throw in throws {
            let (user, command) = thrown(&world.state, throw);
            let _ = world.act_as(user, command);
        }
        let kept = (world.commits.len() as f64 * kept) as usize;
        let (durable, lost) = world.commits.split_at(kept);
        let mut state = State::default();
        for commit in durable {
            state.apply(commit);
        }
        let was = state.clone();
        let mut before = Before::default();
        for commit in lost {
            state.apply_for_now(commit, &mut before);
        }
        prop_assert_eq!(&state, &world.state);
        state.put_back(before);
        prop_assert_eq!(state, was);
    }

    /// Who works alone can go back to the beginning, or to the closing of a period, and forth again, and finds every record as it was.
    #[test]
    fn all_the_way_back_and_forth(throws in throws(50)) {
        let mut world = World::new();
        let start = bodies(&world.state);
        for throw in throws {
            let (_, command) = thrown(&world.state, throw);
            let _ = world.act(command);
        }
        while world.state.redo_target(ORLOVA).is_some() {
            world.act(Command::Redo).unwrap();
        }
        let end = bodies(&world.state);
        let mut steps = 0;
        while world.state.undo_target(ORLOVA).is_some() {
            match world.act(Command::Undo) {
                Err(Refusal::ClosingStands { .. }) => break,
                back => back.unwrap(),
            };
            steps += 1;
        }
        if world.state.undo_target(ORLOVA).is_none() {
            prop_assert_eq!(bodies(&world.state), start);
        }
        for _ in 0..steps {
            world.act(Command::Redo).unwrap();
        }
        prop_assert_eq!(bodies(&world.state), end);
    }
}

/// The dice are fair enough: over many throws every kind of record is changed, and most kinds of refusals are met.
#[test]
fn the_dice_reach_every_kind_of_record() {
    let wanted: BTreeSet<Kind> = Kind::ALL
        .into_iter()
        .filter(|kind| {
            // Of the catalogue only rules are written, whose taking back touches their edition; users are not, and
            // deputies have tests of their own.
            !matches!(
                kind,
                Kind::Direction
                    | Kind::Indicator
                    | Kind::User
                    | Kind::Deputy
                    | Kind::Qualification
                    | Kind::Attestation
                    | Kind::Contract
            )
        })
        .collect();
    let mut changed: BTreeSet<Kind> = BTreeSet::new();
    let (mut asked, mut done) = (0, 0);
    let mut random = fastrand::Rng::with_seed(7);
    // Some things are rare: a rule that is taken back at once, a value put right in a closed period.
    for worlds in 0..400 {
        if worlds >= 50 && changed == wanted {
            break;
        }
        let mut world = World::new();
        for _ in 0..60 {
            let (_, command) = thrown(&world.state, random.u64(..));
            asked += 1;
            if let Ok(commit) = world.act(command) {
                done += 1;
                changed.extend(commit.changes.iter().map(|it| it.key.kind()));
            }
        }
    }
    assert_eq!(changed, wanted);
    assert!(
        done * 3 > asked,
        "only {done} of {asked} commands were carried out"
    );
}

/// What one may no longer do one may not take back, either.
#[test]
fn an_undo_is_held_against_the_scope_of_today() {
    let reference = smotr::domain::period::Reference {
        number: number("9"),
        source: "ФИС".into(),
    };
    let refer = |world: &World| Command::SetReference {
        period: OPEN,
        indicator: BENCHMARK,
        seen: seen(&world.state, Key::Reference(OPEN, BENCHMARK)),
        reference: Some(reference.clone()),
    };
    let enter = |world: &World| set(&world.state, cell(COUNT, SCHOOL_1), entry("4"));
    let advise = |_: &World| {
        Command::Recommend(vec![RecommendationDraft {
            addressees: vec![Addressee {
                organisation: SCHOOL_1,
                person: Some(DEMINA),
            }],
            period: OPEN,
            ground: Some(cell(COUNT, SCHOOL_1)),
            text: "Провести".into(),
            expected: String::new(),
            due: Due::On(date("2026-12-15")),
        }])
    };
    let commands: [&dyn Fn(&World) -> Command; 3] = [&refer, &enter, &advise];
    for command in commands {
        let mut world = World::new();
        let command = command(&world);
        world.act_as(BELOVA, command).unwrap();
        let mut user = world.state.users[&BELOVA].body.clone();
        user.directions = vec![COMPETENCES];
        let (id, seen) = (BELOVA, rev(&world.state, Key::User(BELOVA)));
        world.act(Command::EditUser { id, seen, user }).unwrap();
        let refused = world.act_as(BELOVA, Command::Undo);
        assert!(
            matches!(refused, Err(Refusal::Denied { outside: true, .. })),
            "{refused:?}"
        );
    }
}
