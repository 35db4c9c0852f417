//! Users in the interface: the page of all of them, adding one, changing what one may do, and who stands in for a head of department.

use std::sync::Arc;

use smotr::domain::command::{Command, ValueStep};
use smotr::domain::ids::{DirectionId, UserId};
use smotr::domain::people::{Role, User};
use smotr::domain::record::Key;
use smotr::domain::state::State;
use smotr::locale::Lang;
use smotr::tui::keys::Keymap;

use crate::support::stage::Stage;
use crate::support::story;
use crate::support::world::*;

/// The page of users, as Орлова, who administers the store and is a head of department.
fn users() -> Stage {
    let mut stage = story::stage((80, 24));
    stage.press("щпользоват⏎").expect("┌ Пользователи ─");
    stage
}

/// The same by somebody else.
fn users_as(user: UserId) -> Stage {
    let mut stage = Stage::new(story::world().state, user);
    stage.press("щпользоват⏎").expect("┌ Пользователи ─");
    stage
}

/// A user changed by somebody else.
fn change(state: &State, id: UserId, change: impl FnOnce(&mut User)) -> Command {
    let seen = rev(state, Key::User(id));
    let mut user = state.users[&id].body.clone();
    change(&mut user);
    Command::EditUser { id, seen, user }
}

fn last(state: &State) -> &User {
    &state.users.values().next_back().unwrap().body
}

#[test]
fn the_page_tells_who_may_do_what() {
    let mut stage = users();
    stage
        .expect("belova · Белова А. И.")
        .expect("методист")
        .expect("vetrov · Ветров Г. И.");
    stage
        .press("<End>")
        .expect("Организации     СШ № 1")
        .press("⎋")
        .expect_not("┌ Пользователи");
}

#[test]
fn a_colleague_is_added_by_keys_alone() {
    let mut stage = users();
    stage
        .press("⏎")
        .expect("┌ Добавить пользователя ─")
        .expect("как в системе, например ivanova");
    stage
        .press("ivanova⇥жуков иван⏎")
        .expect("Жуков")
        .expect("Иван");
    stage.press("⏎⏎⏎").press("<F2>");
    let added = last(&stage.state);
    assert_eq!(added.account, "ivanova", "{}", stage.screen());
    assert_eq!(added.roles, [Role::Methodist]);
    assert!(added.names && !added.retired);
    let person = &stage.state.persons[&added.person.unwrap()];
    assert_eq!((&*person.surname, &*person.given), ("Жуков", "Иван"));
    stage.expect("ivanova · Жуков И.");
    stage.press("о").expect_not("ivanova · Жуков И.");
}

#[test]
fn an_observer_begins_without_names() {
    let mut stage = users();
    // Роли: снять методиста, отметить наблюдателя.
    stage.press("⏎novikov⇥⇥").press("␣↓␣").expect("скрыты");
    stage.press("<F2>");
    let added = last(&stage.state);
    assert_eq!(added.roles, [Role::Observer], "{}", stage.screen());
    assert!(!added.names);
}

#[test]
fn roles_scope_and_access_are_changed_in_one_form() {
    let mut stage = users();
    stage.press("↓↓⏎").expect("пользователь belova");
    // Ещё и руководитель отдела; затем первое направление и школа.
    stage.press("↓↓␣⇥␣⇥2⏎⇥⇥").expect("Доступ").press("<F2>");
    let belova = &stage.state.users[&BELOVA];
    assert_eq!(
        belova.roles,
        [Role::Methodist, Role::Head],
        "{}",
        stage.screen()
    );
    assert_eq!(belova.directions, [DirectionId(1)]);
    assert_eq!(belova.organisations, [SCHOOL_2]);
    stage.press("⏎⇥⇥⇥⇥␣<F2>");
    assert!(stage.state.users[&BELOVA].retired, "{}", stage.screen());
    stage.expect("закрыт");
    stage.press("о");
    assert!(!stage.state.users[&BELOVA].retired, "undone");
}

#[test]
fn a_user_without_a_role_is_refused_beneath_the_roles() {
    let mut stage = users();
    let before = stage.commits.len();
    stage
        .press("⏎novikov⇥⇥↓␣<F2>")
        .expect("Отметьте пробелом хотя бы одну роль");
    assert_eq!(stage.commits.len(), before);
}

#[test]
fn the_last_administrator_stays() {
    let mut stage = users();
    let command = change(&stage.state, SEROVA, |it| it.roles = vec![Role::Observer]);
    stage.other(SEROVA, command).unwrap();
    stage
        .press("↓↓↓↓↓⏎")
        .expect("пользователь orlova")
        .press("↓↓↓␣<F2>")
        .expect("не останется администратора");
}

#[test]
fn what_was_typed_comes_back() {
    let mut stage = users();
    stage
        .press("⏎ivanova⇥жуков иван⏎⎋")
        .expect("┌ Пользователи ─")
        .rest();
    let mut stage = stage.reopen();
    stage
        .press("щдобавить поль⏎")
        .expect("ivanova")
        .expect("Жуков");
}

#[test]
fn two_administrators_over_one_user_are_a_conflict() {
    let mut stage = users();
    stage.press("↓↓⏎").expect("пользователь belova");
    let command = change(&stage.state, BELOVA, |it| it.roles = vec![Role::Observer]);
    stage.other(SEROVA, command).unwrap();
    stage
        .press("↓↓␣<F2>")
        .expect("Серова")
        .expect("наблюдатель")
        .expect("методист, руководитель отдела");
    stage.press("2");
    let roles = &stage.state.users[&BELOVA].roles;
    assert_eq!(*roles, [Role::Methodist, Role::Head], "{}", stage.screen());
}

#[test]
fn whoever_is_no_administrator_is_told_who_may() {
    let mut stage = users_as(BELOVA);
    for keys in ["⏎", "↓⏎", "↓↓⏎"] {
        stage
            .press(keys)
            .expect("Это могут другие сотрудники")
            .expect("┌ Пользователи ─");
    }
}

#[test]
fn a_head_names_who_stands_in_and_ends_it() {
    let mut stage = users_as(GROMOV);
    stage
        .press("↓⏎")
        .expect("┌ Назначить замещение ─")
        .expect("Громов");
    stage.press("бел⏎⏎05.06.2026⏎⏎");
    let deputy = stage
        .state
        .deputies
        .values()
        .next()
        .map(|it| it.body.clone());
    let deputy = deputy.unwrap_or_else(|| panic!("{}", stage.screen()));
    assert_eq!((deputy.user, deputy.head), (BELOVA, GROMOV));
    assert_eq!(
        (deputy.from, deputy.to),
        (date("2026-05-23"), date("2026-06-05"))
    );
    stage
        .expect("кто замещает: Белова А. И., с 23.05.2026 по 05.06.2026")
        .press("<Home>↓↓")
        .expect("кого замещает: Громов П. Ф., с 23.05.2026 по 05.06.2026");
    // Ещё одно на те же дни не назначить.
    stage
        .press("<Home>↓⏎дол⏎⏎05.06.2026⏎⏎")
        .expect("Замещение уже назначено")
        .press("⎋");
    let mut at = 0;
    while !stage.screen().contains("замещение · Громов → Белова") {
        stage.press("↓⏎");
        at += 1;
        assert!(at < 20, "{}", stage.screen());
    }
    stage.press("сегодня<F2>");
    let ended = stage.state.deputies.values().next().unwrap();
    assert_eq!(ended.to, date("2026-05-23"), "{}", stage.screen());
}

#[test]
fn a_deputy_approves_and_the_journal_says_for_whom() {
    let mut world = story::world();
    let (from, to) = (date("2026-05-23"), date("2026-06-05"));
    let (user, head) = (BELOVA, GROMOV);
    let name = Command::NameDeputy {
        user,
        head,
        from,
        to,
    };
    world.act_as(GROMOV, name).unwrap();
    let cell = cell(RATIO, SCHOOL_2);
    let cells = vec![(cell, rev(&world.state, Key::Value(cell)))];
    let step = ValueStep::Submit;
    world.act(Command::StepValues { cells, step }).unwrap();
    let (size, keys) = ((120, 36), Keymap::default());
    let mut stage = Stage::with(world.state, BELOVA, size, Lang::Ru, keys, Vec::new());
    stage.commits = world.commits.into_iter().map(Arc::new).collect();
    stage.press("⇥⇥↓↓У").expect("утверждено");
    let stamped = stage.state.value(cell).unwrap();
    assert_eq!(stamped.stamp.by, BELOVA, "{}", stage.screen());
    stage.press("<F9>").expect("(замещается Громов П. Ф.)");
}

/// The page or form in a picture.
#[test]
fn pictures() {
    for (name, keys) in [
        ("page", "щпользоват⏎"),
        ("add", "щпользоват⏎⏎ivanova⇥жуков иван⏎"),
        ("change", "щпользоват⏎↓↓↓⏎"),
        ("deputy", "щназначить зам⏎бел⏎"),
    ] {
        insta::assert_snapshot!(format!("users_{name}"), story::pictures(keys));
        story::at_every_size(keys);
    }
    insta::assert_snapshot!("users_page_en", story::english("щusers⏎"));
}

#[test]
fn an_account_that_the_machine_does_not_have_is_doubted_and_added_all_the_same() {
    let doubt = "нет учётной записи «nobody7»";
    let mut stage = users();
    stage.press("⏎nobody7").expect_not(doubt);
    stage.press("⇥").expect(doubt);
    stage.press("⇤⌫8⇥").expect("«nobody8»").expect_not(doubt);
    stage.press("жуков иван⏎⏎⏎⏎").press("<F2>");
    assert_eq!(last(&stage.state).account, "nobody8");
    // Said once more with what was done: the form is gone.
    assert!(stage.said().contains("«nobody8»"), "{}", stage.said());
    let mut stage = users();
    stage.press("⏎ivanova⇥").expect_not("нет учётной записи");
}

#[test]
fn all_roles_of_a_user_are_seen_in_the_narrow_list() {
    let mut world = story::world();
    let id = *world.state.users.keys().find(|it| **it != ORLOVA).unwrap();
    let all = change(&world.state, id, |it| it.roles = Role::ALL.to_vec());
    world.act(all).unwrap();
    let mut stage = Stage::new(world.state, ORLOVA);
    stage.press("<F8>");
    let users = smotr::domain::record::Kind::User;
    smotr::tui::screen::catalogue::walk::to_section(&mut stage.app, users);
    for (columns, rows) in [(80, 24), (120, 36)] {
        stage.resize(columns, rows);
        stage.expect("адм. рук. мет. набл.");
    }
}
