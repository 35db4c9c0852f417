//! Users of one surname are told apart wherever they are named, and nobody else bears more than a surname.

use smotr::domain::command::Command;
use smotr::domain::ids::UserId;
use smotr::domain::people::{Person, Role, User};
use smotr::locale::{Lang, Locale, Narrator};

use crate::support::world::{BELOVA, ORLOVA, World};

/// The world with these colleagues besides: account, surname, given name, patronymic.
fn named(colleagues: &[(&str, &str, &str, &str)], id: UserId) -> String {
    let mut world = World::new();
    for (account, surname, given, patronymic) in colleagues {
        let person = Some(Person {
            surname: (*surname).into(),
            given: (*given).into(),
            patronymic: (*patronymic).into(),
        });
        let user = User {
            account: (*account).into(),
            person: None,
            roles: vec![Role::Methodist],
            directions: Vec::new(),
            organisations: Vec::new(),
            retired: false,
            names: true,
        };
        world.act(Command::AddUser { user, person }).unwrap();
    }
    let (locale, utc) = (
        Locale::new(Lang::Ru),
        chrono::FixedOffset::east_opt(0).unwrap(),
    );
    let name = Narrator::new(&locale, &world.state, utc).user(id);
    name.replace('\u{a0}', " ")
}

#[test]
fn a_surname_is_enough_until_it_repeats() {
    let other = ("orlova2", "Орлова", "Юлия", "Сергеевна");
    let same = ("orlova3", "Орлова", "Наталья", "Петровна");
    for (colleagues, id, name) in [
        (&[][..], ORLOVA, "Орлова"),
        (&[other], ORLOVA, "Орлова Н. П."),
        (&[other], UserId(7), "Орлова Ю. С."),
        (&[other], BELOVA, "Белова"),
        (&[other, same], ORLOVA, "Орлова Н. П. (orlova)"),
        (&[other, same], UserId(8), "Орлова Н. П. (orlova3)"),
        (&[other, same], UserId(7), "Орлова Ю. С."),
    ] {
        assert_eq!(named(colleagues, id), name);
    }
}
