//! Who is let in, and that somebody can always administer the store.

use proptest::prelude::*;
use smotr::domain::command::Command;
use smotr::domain::ids::{DirectionId, OrganisationId, UserId};
use smotr::domain::people::{Person, Role, User};
use smotr::domain::record::Key;
use smotr::domain::refusal::{Field, Refusal};

use crate::support::world::{BELOVA, CONDITIONS, SCHOOL_1, USERS, World, bare, denied, rev};

fn ivanova() -> User {
    User {
        account: "ivanova".into(),
        person: None,
        roles: vec![Role::Methodist],
        directions: vec![CONDITIONS],
        organisations: vec![SCHOOL_1],
        retired: false,
        names: true,
    }
}

fn add(user: User) -> Command {
    Command::AddUser { user, person: None }
}

fn edit(world: &World, id: UserId, change: impl FnOnce(&mut User)) -> Command {
    let mut user = world.state.users[&id].body.clone();
    change(&mut user);
    let seen = rev(&world.state, Key::User(id));
    Command::EditUser { id, seen, user }
}

/// Somebody of the world who administers it.
fn administrator(world: &World) -> UserId {
    let mut all = USERS.into_iter();
    let is = |it: &UserId| world.state.users[it].roles.contains(&Role::Administrator);
    all.find(is).unwrap()
}

#[test]
fn whoever_is_let_in_may_work_from_the_next_command_on() {
    let mut world = World::new();
    let admin = administrator(&world);
    let person = Person {
        surname: "Иванова".into(),
        given: "Анна".into(),
        patronymic: String::new(),
    };
    let command = Command::AddUser {
        user: ivanova(),
        person: Some(person.clone()),
    };
    let commit = world.act_as(admin, command).unwrap();
    assert_eq!(commit.changes.len(), 2);
    let (id, user) = world.state.users.iter().next_back().unwrap();
    assert_eq!(user.account, "ivanova");
    let behind = user.person.unwrap();
    assert_eq!(world.state.persons[&behind].body, person);
    let id = *id;
    let retire = edit(&world, id, |it| it.retired = true);
    world.act_as(admin, retire).unwrap();
    assert!(matches!(
        world.act_as(id, add(ivanova())),
        Err(Refusal::Denied { .. })
    ));
}

#[test]
fn what_a_user_cannot_be_is_refused() {
    let world = World::new();
    let taken = world.state.users[&BELOVA].account.clone();
    type Spoil<'a> = Box<dyn Fn(&mut User) + 'a>;
    let cases: [(Spoil<'_>, Refusal); 5] = [
        (
            Box::new(|it| it.account = " ".into()),
            Refusal::Empty {
                field: Field::Account,
            },
        ),
        (
            Box::new(|it| it.account = taken.clone()),
            Refusal::Taken {
                key: Key::User(BELOVA),
            },
        ),
        (
            Box::new(|it| it.roles.clear()),
            Refusal::Empty {
                field: Field::Roles,
            },
        ),
        (
            Box::new(|it| it.directions.push(DirectionId(99))),
            Refusal::Empty {
                field: Field::Directions,
            },
        ),
        (
            Box::new(|it| it.organisations.push(OrganisationId(99))),
            Refusal::Missing {
                key: Key::Organisation(OrganisationId(99)),
            },
        ),
    ];
    for (spoil, refusal) in cases {
        let mut user = ivanova();
        spoil(&mut user);
        let mut world = World::new();
        let admin = administrator(&world);
        assert_eq!(world.act_as(admin, add(user)), Err(refusal));
    }
}

#[test]
fn users_are_for_administrators() {
    let world = World::new();
    let needs = Role::Administrator;
    for user in USERS {
        if world.state.users[&user].roles.contains(&needs) {
            continue;
        }
        for command in [add(ivanova()), edit(&world, BELOVA, |it| it.retired = true)] {
            assert_eq!(bare(World::new().act_as(user, command)), Err(denied(needs)));
        }
    }
}

proptest! {
    /// Whatever administrators do to users, and take back and do again, one of them stays.
    #[test]
    fn somebody_administers_whatever_is_done(
        steps in prop::collection::vec((0..6_usize, 0..6_usize, 0..6_u8), 1..30),
    ) {
        let mut world = World::new();
        for (who, whom, what) in steps {
            let (who, whom) = (USERS[who], USERS[whom]);
            let command = match what {
                0 => edit(&world, whom, |it| it.retired = true),
                1 => edit(&world, whom, |it| it.roles = vec![Role::Observer]),
                2 => edit(&world, whom, |it| it.roles = vec![Role::Administrator]),
                3 => edit(&world, whom, |it| it.retired = false),
                4 => Command::Undo,
                _ => Command::Redo,
            };
            let _ = world.act_as(who, command);
            let left = world.state.users.values();
            let left = left.filter(|it| !it.retired && it.roles.contains(&Role::Administrator));
            prop_assert!(left.count() > 0);
        }
    }
}

#[test]
fn whoever_administers_sees_names() {
    let mut world = World::new();
    let admin = administrator(&world);
    let hide = edit(&world, admin, |it| it.names = false);
    assert_eq!(
        world.act_as(admin, hide),
        Err(Refusal::AdministratorSeesNames)
    );
    let blind = User {
        roles: vec![Role::Administrator],
        names: false,
        ..ivanova()
    };
    assert_eq!(
        world.act_as(admin, add(blind)),
        Err(Refusal::AdministratorSeesNames)
    );
    // Anybody else may go without.
    let hide = edit(&world, BELOVA, |it| it.names = false);
    world.act_as(admin, hide).unwrap();
    let promote = edit(&world, BELOVA, |it| it.roles.push(Role::Administrator));
    assert_eq!(
        world.act_as(admin, promote),
        Err(Refusal::AdministratorSeesNames)
    );
}
