//! A store on its first day, with a catalogue and nobody in it; and a folder without one: each call says what to do next.

use std::path::Path;

use smotr::cli::founding::founding;
use smotr::locale::{Lang, Locale};
use smotr::service::identity;
use smotr::service::session::{Opening, Session};

use super::Home;

/// Makes a store as the interface does when there is none.
fn found(dir: &Path) {
    let first = founding(&identity::account(), &Locale::new(Lang::Ru));
    let opening = Opening::of(dir.to_owned(), Some(first));
    let opened = Session::open(opening, |_| {}, &mut |_| {});
    let Ok((link, ..)) = opened else {
        panic!("no store made");
    };
    link.close().unwrap();
}

/// The name of the only period, which depends on the day.
fn period(home: &Home, dir: &Path) -> String {
    let export = home.at(dir, &["export"]).out;
    let line = export
        .lines()
        .find(|it| it.starts_with("{\"kind\":\"period\""))
        .unwrap();
    let value: serde_json::Value = serde_json::from_str(line).unwrap();
    value["name"].as_str().unwrap().to_owned()
}

#[test]
fn in_an_empty_store_every_call_says_how_to_begin() {
    let home = Home::new();
    let dir = home.0.path().join("data");
    found(&dir);
    let period = period(&home, &dir);
    for call in [
        &["lookup", "ерёмин"][..],
        &["get", &period, "6.2", "12"],
        &["set", &period, "6.2", "12", "21/24"],
        &["set", &period, "6.2", "12", "--clear"],
    ] {
        home.at(&dir, call)
            .check(1, "Организаций в хранилище ещё нет.")
            .check(1, "«Новая организация»");
        let english = [&["--lang", "en"], call].concat();
        home.at(&dir, &english).check(1, "“New organisation”");
    }
    // What there is is found, and the rest works.
    home.at(&dir, &["lookup", "6.2"]).check(0, "6.2");
    home.at(&dir, &["verify"]).check(0, "Расхождений нет");
    home.at(&dir, &["doctor"]).check(0, "организаций");
}

#[test]
fn without_a_store_every_call_says_how_to_make_one() {
    let home = Home::new();
    let dir = home.0.path().join("data");
    for call in [
        &["lookup", "ерёмин"][..],
        &["get", "2025/26", "6.2", "12"],
        &["set", "2025/26", "6.2", "12", "21/24"],
        &["export"],
        &["verify"],
    ] {
        home.at(&dir, call)
            .check(1, "Хранилища здесь нет")
            .check(1, "smotr без команды");
        assert!(!dir.exists());
    }
}
