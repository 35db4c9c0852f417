//! What is set for a store, its automatic archives and its access log, as scripts see them.

use std::collections::BTreeSet;

use super::*;

use chrono::NaiveDate;
use smotr::domain::record::Record;
use smotr::exchange::demo::{Options, records};
use smotr::store::archive::View;
use smotr::store::archive::daily::{self, list};
use smotr::store::disk::RealDisk;

fn log_of(dir: &Path) -> String {
    let names = fs::read_dir(dir.join("access")).unwrap();
    let texts = names.map(|it| fs::read_to_string(it.unwrap().path()).unwrap());
    texts.collect()
}

#[test]
fn who_looked_at_what_is_told_to_an_administrator() {
    let (home, dir) = Home::with_demo();
    let own = smotr::service::identity::account();
    home.at(&dir, &["lookup", "ерёмин"]).check(0, "СШ № 12");
    home.at(&dir, &["get", "2025/26", "6.2", "12"])
        .check(0, "СШ № 12");
    let log = |arguments: &[&str]| home.at(&dir, &[&["access-log"], arguments].concat());
    let said = log(&[]);
    for words in [
        "вход",
        "выход",
        "карточка: Ерёмин",
        "СШ № 12",
        "значения за 2025/26",
    ] {
        said.check(0, words);
    }
    let about = log(&["--about", "ерёмин"]);
    about.check(0, "карточка: Ерёмин");
    assert!(!about.out.contains("вход"), "{about:?}");
    assert!(log(&["--person", "ерёмин"]).out.contains("карточка"));
    assert_eq!(log(&["--until", "01.01.2020"]).out, "");
    assert_eq!(log(&["--since", "2100-01-01"]).out, "");
    log(&["--user", &own]).check(0, "журнал доступа");
    log(&["--user", "nobody"]).check(1, "smotr user list");
    log(&["--about", "ыфвапр"]).check(1, "ыфвапр");
    log(&["--since", "вчера", "--until", "сегодня"]).check(0, "вход");
    log(&["--since", "когда-то"]).check(1, "Введите 15.12, 15.12.2026");
    let json = log(&["--json"]);
    for line in json.out.lines() {
        serde_json::from_str::<serde_json::Value>(line).unwrap();
    }
    json.check(0, "\"did\":{\"looked\":{\"Person\":");
    assert!(json.out.is_ascii());
    home.at(&dir, &["--lang", "en", "access-log"])
        .check(0, "came in");
    // And it is for nobody else.
    let user = |arguments: &[&str]| home.at(&dir, &[&["user"], arguments].concat());
    user(&["add", "petrova", "--role", "admin"]).check(0, "petrova");
    user(&["role", &own, "methodist", "head"]).check(0, &own);
    log(&[]).check(1, "администратор");
}

#[test]
fn no_name_of_the_store_stands_in_its_log() {
    let (home, dir) = Home::with_demo();
    for words in ["ерёмин", "12", "приказ", "стажировка"] {
        home.at(&dir, &["lookup", words]);
    }
    home.at(&dir, &["set", "2025/26", "6.2", "12", "99/24"]);
    home.at(
        &dir,
        &[
            "set",
            "2025/26",
            "1.2",
            "12",
            "1",
            "--note",
            "по акту проверки",
        ],
    );
    let log = log_of(&dir);
    assert!(log.lines().count() > 8 && log.is_ascii(), "{log}");
    let mut names = BTreeSet::new();
    for (_, record) in records(Options::DEMO).unwrap() {
        match record {
            Record::Person(it) => names.extend([it.surname, it.given, it.patronymic]),
            Record::Organisation(it) => names.extend([it.name, it.full_name]),
            Record::Recommendation(it) => names.extend([it.text]),
            _ => {}
        }
    }
    for name in names.iter().filter(|it| !it.is_empty()) {
        assert!(!log.contains(name.as_str()), "{name}");
    }
    assert!(names.len() > 100);
}

#[test]
fn a_slip_in_the_settings_is_told_and_what_is_usual_holds() {
    let (home, dir) = Home::with_demo();
    home.at(&dir, &["doctor"]).check(0, "хранится 30 дней");
    fs::write(
        dir.join("config.toml"),
        "[archives]\ndays = 90\ncolour = 1\n",
    )
    .unwrap();
    home.at(&dir, &["doctor"])
        .check(0, "строка 3: поля «archives.colour» не существует")
        .check(0, "хранится 90 дней");
    fs::write(dir.join("config.toml"), "[archives]\ndays = 0\n").unwrap();
    home.at(&dir, &["doctor"])
        .check(0, "от 1 до 36 500")
        .check(0, "хранится 30 дней");
    fs::write(dir.join("config.toml"), "archives.enabled = false\n").unwrap();
    home.at(&dir, &["doctor"]).check(0, "Архивы выключены");
    let printed = home.call(&["serve", "--print-unit", "config"]);
    fs::write(
        dir.join("config.toml"),
        printed.check(0, "[archives]").out.clone(),
    )
    .unwrap();
    let said = home.at(&dir, &["doctor"]);
    said.check(0, "хранится 30 дней");
    assert_eq!(said.err, "");
}

#[test]
fn the_check_of_a_store_takes_its_last_archive_in() {
    let (home, dir) = Home::with_demo();
    let folder = dir.join("archives");
    // Whatever a call before has made is of no matter here.
    let _ = fs::remove_dir_all(&folder);
    let view = View::of(std::sync::Arc::new(RealDisk), &dir).unwrap();
    let today = NaiveDate::from_ymd_opt(2026, 5, 23).unwrap();
    daily::make(&RealDisk, &view, &folder, today, &|| false).unwrap();
    home.at(&dir, &["verify"])
        .check(0, "Последний автоматический архив цел");
    home.at(&dir, &["doctor"])
        .check(0, "Последний архив: 23.05.2026");
    let path = list(&RealDisk, &folder).unwrap()[0].path.clone();
    let mut bytes = fs::read(&path).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    fs::write(&path, bytes).unwrap();
    home.at(&dir, &["verify"])
        .check(7, "повреждён")
        .check(7, "Расхождений нет");
}
