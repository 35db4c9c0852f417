//! Замещение: who names a deputy, on which days the deputy has the head's rights, and who is told to have them.

use smotr::domain::command::{Command, ValueStep};
use smotr::domain::ids::{DeputyId, Now, PersonId, UserId};
use smotr::domain::people::{Role, User};
use smotr::domain::record::{Key, Record};
use smotr::domain::refusal::{Able, Field, Refusal, Who};
use smotr::domain::value::ValueState;

use super::forms::{before, draft};
use crate::support::world::*;

/// The world's day, and days around it.
const TODAY: &str = "2026-05-23";
const YESTERDAY: &str = "2026-05-22";
const TOMORROW: &str = "2026-05-24";
const LATER: &str = "2026-06-05";

fn name(user: UserId, head: UserId, from: &str, to: &str) -> Command {
    let (from, to) = (date(from), date(to));
    Command::NameDeputy {
        user,
        head,
        from,
        to,
    }
}

fn end(world: &World, to: &str) -> Command {
    let id = *world.state.deputies.keys().next_back().unwrap();
    let (seen, to) = (rev(&world.state, Key::Deputy(id)), date(to));
    Command::EndDeputy { id, seen, to }
}

/// The world with Громов as the only head of department.
fn one_head() -> World {
    let mut world = World::new();
    let roles = vec![Role::Methodist, Role::Administrator];
    change(&mut world, ORLOVA, |it| it.roles = roles);
    world
}

fn change(world: &mut World, id: UserId, change: impl FnOnce(&mut User)) {
    let mut user = world.state.users[&id].body.clone();
    change(&mut user);
    let seen = rev(&world.state, Key::User(id));
    let command = Command::EditUser { id, seen, user };
    world.act_as(SEROVA, command).unwrap();
}

#[test]
fn a_deputy_may_what_the_head_may_and_only_on_these_days() {
    for (from, to, may) in [
        (TODAY, TODAY, true),
        (TODAY, LATER, true),
        (TOMORROW, LATER, false),
    ] {
        let mut world = one_head();
        world
            .act_as(GROMOV, name(BELOVA, GROMOV, from, to))
            .unwrap();
        let did = world.act_as(BELOVA, Command::Decide(draft()));
        assert_eq!(did.is_ok(), may, "{from} {to}");
    }
    // Over since yesterday: as the store has it after a night.
    let mut world = one_head();
    world
        .act_as(GROMOV, name(BELOVA, GROMOV, TODAY, TODAY))
        .unwrap();
    let mut it = world.state.deputies.values().next().unwrap().clone();
    it.body.from = date(YESTERDAY);
    it.body.to = date(YESTERDAY);
    let key = Key::Deputy(DeputyId(1));
    world
        .state
        .put(key, Some(Record::Deputy(it.body)), it.stamp);
    let did = world.act_as(BELOVA, Command::Decide(draft()));
    assert_eq!(bare(did), Err(denied(Role::Head)));
}

#[test]
fn a_deputy_keeps_to_their_own_scope_when_entering() {
    let mut world = one_head();
    world
        .act_as(GROMOV, name(DOLIN, GROMOV, TODAY, LATER))
        .unwrap();
    let command = set(&world.state, cell(COUNT, SCHOOL_1), entry("1"));
    assert_eq!(
        bare(world.act_as(DOLIN, command)),
        Err(denied(Role::Methodist))
    );
    world.act_as(DOLIN, Command::Decide(draft())).unwrap();
}

#[test]
fn the_head_or_an_administrator_names_the_deputy() {
    for (user, may) in [
        (GROMOV, true),
        (SEROVA, true),
        (ORLOVA, true),
        (BELOVA, false),
        (DOLIN, false),
    ] {
        let mut world = World::new();
        let did = world.act_as(user, name(BELOVA, GROMOV, TODAY, LATER));
        assert_eq!(did.is_ok(), may, "{user:?}");
        if !may {
            world
                .act_as(GROMOV, name(BELOVA, GROMOV, TODAY, LATER))
                .unwrap();
            let command = end(&world, TODAY);
            assert!(world.act_as(user, command).is_err(), "{user:?} ends");
        }
    }
    // A head names for themselves, not for another head; a deputy names nobody.
    let mut world = World::new();
    let did = world.act_as(GROMOV, name(BELOVA, ORLOVA, TODAY, LATER));
    assert_eq!(
        did,
        Err(Refusal::Denied {
            needs: Role::Administrator,
            outside: false,
            may: who([ORLOVA, SEROVA]),
        })
    );
    world
        .act_as(GROMOV, name(BELOVA, GROMOV, TODAY, LATER))
        .unwrap();
    let did = world.act_as(BELOVA, name(DOLIN, GROMOV, "2026-07-01", "2026-07-02"));
    assert_eq!(bare(did), Err(denied(Role::Head)));
}

#[test]
fn a_deputation_that_cannot_be_is_refused() {
    let cases: &[(Command, Refusal)] = &[
        (
            name(BELOVA, GROMOV, YESTERDAY, LATER),
            before(Field::From, YESTERDAY, TODAY),
        ),
        (
            name(BELOVA, GROMOV, LATER, TODAY),
            before(Field::To, TODAY, LATER),
        ),
        (
            name(BELOVA, VETROV, TODAY, LATER),
            Refusal::NotHead { user: VETROV },
        ),
        (name(GROMOV, GROMOV, TODAY, LATER), Refusal::OwnDeputy),
        (
            name(UserId(77), GROMOV, TODAY, LATER),
            Refusal::Missing {
                key: Key::User(UserId(77)),
            },
        ),
    ];
    for (command, refusal) in cases {
        let did = World::new().act_as(SEROVA, command.clone());
        assert_eq!(did, Err(refusal.clone()), "{command:?}");
    }
    let mut world = World::new();
    change(&mut world, BELOVA, |it| it.retired = true);
    let did = world.act_as(GROMOV, name(BELOVA, GROMOV, TODAY, LATER));
    assert_eq!(did, Err(Refusal::Retired { user: BELOVA }));
    change(&mut world, DOLIN, |it| it.person = Some(PersonId(8)));
    let did = world.act_as(GROMOV, name(DOLIN, GROMOV, TODAY, LATER));
    assert_eq!(did, Err(Refusal::OwnDeputy), "a second account of the head");
}

#[test]
fn nobody_has_two_deputies_on_a_day() {
    let mut world = World::new();
    world
        .act_as(GROMOV, name(BELOVA, GROMOV, TOMORROW, LATER))
        .unwrap();
    let by = DeputyId(1);
    for (from, to) in [
        (TODAY, TOMORROW),
        (LATER, "2026-07-01"),
        (TODAY, "2026-07-01"),
    ] {
        let did = world.act_as(GROMOV, name(DOLIN, GROMOV, from, to));
        assert_eq!(did, Err(Refusal::AlreadyStoodIn { by }), "{from} {to}");
    }
    world
        .act_as(GROMOV, name(DOLIN, GROMOV, TODAY, TODAY))
        .unwrap();
    world
        .act_as(ORLOVA, name(DOLIN, ORLOVA, TODAY, LATER))
        .unwrap();

    // Neither by doing again what was taken back.
    let mut world = World::new();
    world
        .act_as(GROMOV, name(BELOVA, GROMOV, TODAY, LATER))
        .unwrap();
    world.act_as(GROMOV, Command::Undo).unwrap();
    world
        .act_as(SEROVA, name(DOLIN, GROMOV, TODAY, TOMORROW))
        .unwrap();
    let again = world.act_as(GROMOV, Command::Redo);
    assert_eq!(again, Err(Refusal::AlreadyStoodIn { by: DeputyId(2) }));
}

#[test]
fn a_deputation_ends_early_and_what_was_done_stays() {
    let mut world = one_head();
    world
        .act_as(GROMOV, name(BELOVA, GROMOV, TODAY, LATER))
        .unwrap();
    let command = end(&world, YESTERDAY);
    let refusal = before(Field::To, YESTERDAY, TODAY);
    assert_eq!(world.act_as(GROMOV, command), Err(refusal));
    let command = end(&world, TODAY);
    world.act_as(GROMOV, command).unwrap();
    let deputy = world.state.deputies.values().next().unwrap();
    assert_eq!(deputy.to, date(TODAY));
    world.act_as(GROMOV, Command::Undo).unwrap();
    let deputy = world.state.deputies.values().next().unwrap();
    assert_eq!(deputy.to, date(LATER));
    world.act_as(GROMOV, Command::Undo).unwrap();
    assert!(world.state.deputies.is_empty());

    // One that has not begun is taken out; the days are free again.
    world
        .act_as(GROMOV, name(BELOVA, GROMOV, TOMORROW, LATER))
        .unwrap();
    let command = end(&world, TODAY);
    world.act_as(GROMOV, command).unwrap();
    assert!(world.state.deputies.is_empty());
}

#[test]
fn a_day_that_was_served_is_not_taken_back() {
    let mut world = one_head();
    let named = world
        .act_as(GROMOV, name(BELOVA, GROMOV, TODAY, LATER))
        .unwrap();
    let taken_back = |today: &str| {
        let actor = smotr::domain::decide::Actor { user: GROMOV };
        let now = Now {
            today: date(today),
            ..now(&world.state)
        };
        smotr::domain::decide::decide_inverse(&world.state, &actor, &named, now)
    };
    assert!(taken_back(TODAY).is_ok());
    let key = Key::Deputy(DeputyId(1));
    assert_eq!(taken_back(TOMORROW), Err(Refusal::WrongState { key }));
}

#[test]
fn the_right_goes_when_the_head_goes() {
    for spoil in [(|it: &mut User| it.retired = true) as fn(&mut User), |it| {
        it.roles = vec![Role::Methodist]
    }] {
        let mut world = one_head();
        world
            .act_as(GROMOV, name(BELOVA, GROMOV, TODAY, LATER))
            .unwrap();
        change(&mut world, GROMOV, spoil);
        let did = world.act_as(BELOVA, Command::Decide(draft()));
        assert_eq!(bare(did), Err(denied(Role::Head)));
    }
}

#[test]
fn two_are_available_only_where_two_are_there() {
    let c = cell(COUNT, SCHOOL_1);
    let approve = |world: &mut World, user| {
        let cells = vec![(c, rev(&world.state, Key::Value(c)))];
        let step = ValueStep::Approve;
        world.act_as(user, Command::StepValues { cells, step })
    };
    let submitted = |by: UserId| {
        let mut world = one_head();
        let both = vec![Role::Methodist, Role::Head];
        change(&mut world, GROMOV, |it| it.roles = both);
        world
            .act_as(GROMOV, name(BELOVA, GROMOV, TODAY, LATER))
            .unwrap();
        let command = set(&world.state, c, entry("1"));
        world.act_as(by, command).unwrap();
        let cells = vec![(c, rev(&world.state, Key::Value(c)))];
        let step = ValueStep::Submit;
        world
            .act_as(by, Command::StepValues { cells, step })
            .unwrap();
        world
    };
    // The head is away: the deputy is alone, and work goes on.
    let mut world = submitted(BELOVA);
    approve(&mut world, BELOVA).unwrap();
    assert_eq!(world.value(c).unwrap().state, ValueState::Approved);
    // The head came back for what they entered: the deputy is there, too.
    let mut world = submitted(GROMOV);
    let until = Some(date(LATER));
    let may = Who::of([Able {
        user: BELOVA,
        until,
    }]);
    assert_eq!(
        approve(&mut world, GROMOV),
        Err(Refusal::OwnEntry { cell: c, may })
    );
    approve(&mut world, BELOVA).unwrap();
    // A second head of department is there.
    let mut world = submitted(BELOVA);
    change(&mut world, VETROV, |it| it.roles.push(Role::Head));
    let may = who([VETROV]);
    assert_eq!(
        approve(&mut world, BELOVA),
        Err(Refusal::OwnEntry { cell: c, may })
    );
}

#[test]
fn a_refusal_names_who_may() {
    let told = |did: Result<_, Refusal>| match did {
        Err(Refusal::Denied { outside, may, .. }) => (outside, may),
        other => panic!("{:?}", other.err()),
    };
    // By role; with a deputy, until when.
    let mut world = one_head();
    world
        .act_as(GROMOV, name(BELOVA, GROMOV, TODAY, LATER))
        .unwrap();
    let (outside, may) = told(world.act_as(VETROV, Command::Decide(draft())));
    let until = Some(date(LATER));
    let deputy = Able {
        user: BELOVA,
        until,
    };
    let head = Able {
        user: GROMOV,
        until: None,
    };
    assert_eq!((outside, may), (false, Who::of([head, deputy])));
    // By scope: Ветров has one school and one direction, Орлова and Белова have all.
    let world = World::new();
    for foreign in [cell(COUNT, SCHOOL_2), cell_of(SCORE, DEMINA)] {
        let command = set(&world.state, foreign, entry("1"));
        let did = world.clone().act_as(VETROV, command);
        assert_eq!(told(did), (true, who([ORLOVA, BELOVA])));
    }
    let command = set(&world.state, cell(COUNT, SCHOOL_1), entry("1"));
    let did = world.clone().act_as(DOLIN, command);
    assert_eq!(told(did), (false, who([ORLOVA, BELOVA, VETROV])));
    // Nobody.
    let mut world = one_head();
    change(&mut world, GROMOV, |it| it.retired = true);
    let (_, may) = told(world.act_as(BELOVA, Command::Decide(draft())));
    assert!(may.is_nobody());
}
