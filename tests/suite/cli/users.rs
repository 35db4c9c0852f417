//! `smotr user`: who is let in, and what each may do, as an administrator types it.

use super::Home;

#[test]
fn a_colleague_is_let_in_given_a_scope_and_let_go() {
    let (home, dir) = Home::with_demo();
    let user = |arguments: &[&str]| home.at(&dir, &[&["user"], arguments].concat());
    let name = ["--name", "Иванова Анна Петровна"];
    let add = ["add", "ivanova", "--role", "methodist"];
    user(&[&add[..], &name].concat()).check(
        0,
        "пользователь ivanova — новая запись: лицо: Иванова А. П.; роли: методист\n",
    );
    user(&["list"]).check(0, "ivanova · Иванова · методист\n");
    user(&add).check(1, "ivanova");
    user(&["role", "ivanova", "head", "methodist"]).check(0, "ivanova");
    user(&["list"]).check(0, "Иванова · методист, руководитель отдела\n");
    user(&[
        "scope",
        "ivanova",
        "--direction",
        "2",
        "--organisation",
        "12",
    ])
    .check(0, "ivanova");
    user(&["list"]).check(0, "руководитель отдела · направления 2 · СШ № 12\n");
    user(&["scope", "ivanova"]).check(2, "--all");
    user(&["scope", "ivanova", "--all"]).check(0, "ivanova");
    user(&["list"]).check(0, "руководитель отдела\n");
    user(&["remove", "ivanova"]).check(0, "ivanova");
    user(&["list"]).check(
        0,
        "ivanova · Иванова · методист, руководитель отдела · больше не входит",
    );
    // Back again, it is the same person with new roles; what is not said anew is as it was.
    let back = ["add", "ivanova", "--role", "observer"];
    user(&[&back[..], &["--name", "Петров Пётр Петрович"]].concat()).check(1, "числится Иванова");
    user(&[&back[..], &name].concat()).check(0, "доступ: закрыт → открыт");
    user(&["list"]).check(0, "ivanova · Иванова · наблюдатель\n");
    user(&["remove", "ivanova"]).check(0, "доступ: открыт → закрыт");
    user(&[&back[..], &["--no-names"]].concat()).check(0, "имена скрыты: нет → да");
}

#[test]
fn somebody_without_a_name_comes_back_with_one() {
    let (home, dir) = Home::with_demo();
    let user = |arguments: &[&str]| home.at(&dir, &[&["user"], arguments].concat());
    let add = ["add", "sidorov", "--role", "methodist"];
    user(&add).check(0, "sidorov");
    user(&["scope", "sidorov", "--direction", "2"]).check(0, "направления: все → 2");
    user(&["remove", "sidorov"]).check(0, "sidorov");
    user(&[&add[..], &["--name", "Сидоров Иван Ильич"]].concat())
        .check(0, "лицо: пусто → Сидоров И. И.");
    user(&["list"]).check(0, "sidorov · Сидоров · методист · направления 2\n");
}

#[test]
fn whoever_is_let_in_again_has_the_scope_that_they_had() {
    let (home, dir) = Home::with_demo();
    let user = |arguments: &[&str]| home.at(&dir, &[&["user"], arguments].concat());
    let add = ["add", "ivanova", "--role", "methodist"];
    let scope = ["--direction", "2", "--organisation", "12"];
    user(&[&add[..], &scope].concat()).check(0, "ivanova");
    user(&["remove", "ivanova"]).check(0, "ivanova");
    user(&add).check(0, "ivanova");
    user(&["list"]).check(0, "ivanova · методист · направления 2 · СШ № 12\n");
    // What is said anew holds; what is not, stays as it was.
    user(&["remove", "ivanova"]).check(0, "ivanova");
    user(&[&add[..], &["--direction", "3"]].concat()).check(0, "ivanova");
    user(&["list"]).check(0, "ivanova · методист · направления 3 · СШ № 12\n");
    user(&["scope", "ivanova"]).check(2, "--all");
    user(&["scope", "ivanova", "--all"]).check(0, "ivanova");
    user(&["list"]).check(0, "ivanova · методист\n");
}

#[test]
fn several_roles_are_said_in_any_way_that_people_know() {
    let (home, dir) = Home::with_demo();
    let user = |arguments: &[&str]| home.at(&dir, &[&["user"], arguments].concat());
    for (account, roles) in [
        ("ivanova", &["--role", "methodist,head"][..]),
        ("petrova", &["--role", "methodist", "--role", "head"]),
        ("serova", &["--role", "methodist", "head"]),
    ] {
        user(&[&["add", account], roles].concat()).check(0, account);
        let told = format!("{account} · методист, руководитель отдела\n");
        user(&["list"]).check(0, &told);
    }
}

#[test]
fn an_observer_sees_no_names_until_they_are_shown() {
    let (home, dir) = Home::with_demo();
    let user = |arguments: &[&str]| home.at(&dir, &[&["user"], arguments].concat());
    // An account that the machine does not have is taken, with a word about it.
    user(&["add", "иванова", "--role", "observer"]).check(0, "нет учётной записи «иванова»");
    let known = user(&["add", "daemon", "--role", "observer"]);
    assert!(!known.out.contains("нет учётной записи"), "{}", known.out);
    user(&["add", "dolin", "--role", "observer"]).check(0, "dolin");
    user(&["list"]).check(0, "dolin · наблюдатель · имена скрыты\n");
    user(&["names", "dolin", "--show"]).check(0, "имена скрыты: да → нет");
    user(&["list"]).check(0, "dolin · наблюдатель\n");
    user(&["names", "dolin", "--hide"]).check(0, "имена скрыты: нет → да");
    user(&["names", "dolin", "--hide"]).check(1, "Изменений нет");
    user(&["names", "dolin"]).check(2, "--hide");
    user(&["names", "dolin", "--hide", "--show"]).check(2, "--hide");
    // What the roles suggest can be said otherwise.
    user(&["add", "belova", "--role", "observer", "--names"]).check(0, "belova");
    user(&["add", "vetrov", "--role", "methodist", "--no-names"]).check(0, "vetrov");
    user(&["list"]).check(0, "belova · наблюдатель\n");
    user(&["list"]).check(0, "vetrov · методист · имена скрыты\n");
    user(&["add", "x", "--role", "observer", "--names", "--no-names"]).check(2, "--no-names");
}

#[test]
fn whoever_administers_sees_names() {
    let (home, dir) = Home::with_demo();
    let own = smotr::service::identity::account();
    let user = |arguments: &[&str]| home.at(&dir, &[&["user"], arguments].concat());
    user(&["names", &own, "--hide"]).check(1, "Администратор видит имена");
    user(&["add", "x", "--role", "admin", "--no-names"]).check(1, "smotr user names");
    user(&["add", "dolin", "--role", "observer"]).check(0, "dolin");
    user(&["role", "dolin", "admin"]).check(1, "Администратор видит имена");
    user(&["names", "dolin", "--show"]).check(0, "dolin");
    user(&["role", "dolin", "admin"]).check(0, "dolin");
}

#[test]
fn what_cannot_be_is_refused_with_the_way_out() {
    let (home, dir) = Home::with_demo();
    let own = smotr::service::identity::account();
    let user = |arguments: &[&str]| home.at(&dir, &[&["user"], arguments].concat());
    user(&["role", "petrova", "head"]).check(1, "smotr user list");
    user(&["add", "petrova", "--role", "queen"]).check(2, "«queen»");
    user(&["add", "petrova"]).check(2, "--role");
    user(&["add", "petrova", "--role", "methodist", "--direction", "99"])
        .check(1, "нескольким: 99.");
    user(&["remove", &own]).check(1, "не останется администратора");
    user(&["role", &own, "methodist"]).check(1, "не останется администратора");
    user(&["list"]).check(0, &own);
    assert!(!user(&["list"]).out.contains("petrova"));
}

#[test]
fn a_head_names_who_stands_in_and_ends_it() {
    let (home, dir) = Home::with_demo();
    let own = smotr::service::identity::account();
    let user = |arguments: &[&str]| home.at(&dir, &[&["user"], arguments].concat());
    user(&[
        "add",
        "ivanova",
        "--role",
        "observer",
        "--name",
        "Иванова Анна Петровна",
    ])
    .check(0, "ivanova");
    user(&["deputy", "ivanova"]).check(2, "--to");
    user(&["deputy", "nobody", "--to", "+3"]).check(1, "smotr user list");
    user(&["deputy", "ivanova", "--to", "позавчера"]).check(1, "Это не дата");
    user(&["deputy", "ivanova", "--from", "вчера", "--to", "+3"]).check(1, "Слишком рано");
    user(&["deputy", "ivanova", "--for", "ivanova", "--to", "+3"])
        .check(1, "нет роли «руководитель отдела»");
    user(&["deputy", "ivanova", "--to", "+3"]).check(0, "→ Иванова");
    user(&["list"]).check(0, "кто замещает: Иванова А. П.");
    user(&["list"]).check(0, &format!("кого замещает: {own}"));
    user(&["deputy", "ivanova", "--for", &own, "--to", "+9"]).check(1, "Замещение уже назначено");
    user(&["deputy", "ivanova", "--end"]).check(0, "→ Иванова");
    user(&["deputy", "ivanova", "--end", "--to", "+1"]).check(0, "→ Иванова");
    user(&["deputy", "ivanova", "--from", "+5", "--to", "+6"]).check(0, "замещение");
    user(&["deputy", "ivanova", "--end", "--from", "+5"]).check(2, "--from");
}

#[test]
fn the_call_shows_what_it_cannot_do_without() {
    let home = Home::new();
    home.call(&["user", "add", "--help"]).check(
        0,
        "smotr user add [ПАРАМЕТРЫ] --role <РОЛЬ>… <УЧЁТНАЯ-ЗАПИСЬ>",
    );
}
