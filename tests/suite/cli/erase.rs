//! `smotr erase` as an administrator meets it: shown, confirmed, done, and the act of it.

use super::*;

/// The last of the demo's people, who heads a school and uses nothing: surname, full name.
fn somebody(home: &Home, dir: &Path) -> (String, String) {
    let exported = home.at(dir, &["export"]).out;
    let mut people = exported.lines().rev();
    let line = people.find(|it| it.contains("\"kind\":\"person\""));
    let line: serde_json::Value = serde_json::from_str(line.unwrap()).unwrap();
    let of = |name: &str| line[name].as_str().unwrap().to_owned();
    let surname = of("surname");
    let full = format!("{surname} {} {}", of("given"), of("patronymic"));
    (surname, full)
}

#[test]
fn a_person_is_shown_confirmed_and_erased() {
    let (home, dir) = Home::with_demo();
    let (_, full) = somebody(&home, &dir);
    let backup = home.0.path().join("backup");
    home.at(&dir, &["backup", backup.to_str().unwrap()])
        .check(0, "Архив записан");
    let words: Vec<&str> = full.split(' ').collect();
    let call = |more: &[&str]| home.at(&dir, &[&["erase"], words.as_slice(), more].concat());
    call(&[]).check(2, "--reason");
    let reason = ["--reason", "заявление, вх. № 15 от 01.06.2026"];
    let shown = call(&reason);
    shown.check(0, "Пока ничего не изменено");
    shown.check(0, &full);
    let code = shown
        .out
        .lines()
        .last()
        .unwrap()
        .rsplit(' ')
        .next()
        .unwrap();
    assert!(home.at(&dir, &["lookup", &full]).out.contains(&full));
    call(&[&reason[..], &["--yes", "000000"]].concat()).check(1, "больше не подходит");
    let act = home.0.path().join("act.txt");
    let act = act.to_str().unwrap();
    let done = call(&[&reason[..], &["--yes", code, "--act", act]].concat());
    done.check(0, "Персональные данные удалены");
    done.check(0, backup.to_str().unwrap());
    assert!(!done.out.contains(&full));
    let paper = fs::read_to_string(act).unwrap();
    for part in [
        "АКТ ОБ УНИЧТОЖЕНИИ",
        &full,
        "вх. № 15",
        "ВЫГРУЗКА",
        backup.to_str().unwrap(),
        "Подпись",
    ] {
        assert!(paper.contains(part), "no {part} in {paper}");
    }
    home.at(&dir, &["verify"])
        .check(0, "удалено по закону о персональных данных");
    assert!(!home.at(&dir, &["export"]).out.contains(&full));
    call(&reason).check(1, "не найдено");
    // A number is all that is left, and by it there is somebody to be found.
    let number = shown.out.split("(лицо №").nth(1).unwrap();
    let number = number.split(')').next().unwrap().trim();
    let number = format!("лицо № {number}");
    home.at(&dir, &["lookup", &number])
        .check(0, "данные удалены");
    // From the archive that is out of reach it comes back without the name, with the file that lies beside the archives.
    let new = home.0.path().join("new");
    let ledger = dir.join("archives/erasures.jsonl");
    let ledger = ledger.to_str().unwrap();
    let backup = backup.to_str().unwrap();
    let restored = home.at(&new, &["restore", backup, "--erasures", ledger]);
    restored.check(0, "Хранилище восстановлено");
    assert!(!restored.out.contains("erasures.jsonl"));
    assert!(!home.at(&new, &["export"]).out.contains(&full));
    // Without it, nobody but whoever restores can know that somebody is back.
    let unknowing = home.0.path().join("unknowing");
    home.at(&unknowing, &["restore", backup])
        .check(0, "Файла erasures.jsonl рядом с архивом нет");
}

#[test]
fn an_act_names_the_server_where_the_store_is_served() {
    let (home, dir, socket) = serve::department();
    let (_, full) = somebody(&home, &dir);
    let words: Vec<&str> = full.split(' ').collect();
    let server = serve::Server::start(serve::serve(&home, &dir, &socket));
    let call = |more: &[&str]| {
        let reason = ["--reason", "заявление, вх. № 15"];
        let erase = [&["erase"], words.as_slice(), &reason, more].concat();
        serve::at_server(&home, &socket, &erase)
    };
    let shown = call(&[]);
    shown.check(0, "Пока ничего не изменено");
    let code = shown.out.split_whitespace().last().unwrap();
    let act = home.0.path().join("act.txt");
    call(&["--yes", code, "--act", act.to_str().unwrap()]).check(0, "Персональные данные удалены");
    let paper = fs::read_to_string(act).unwrap();
    let system = format!("«Смотр», хранилище {}", socket.display());
    assert!(paper.contains(&system), "no {system} in {paper}");
    assert_eq!(server.end(), 0);
    assert!(!home.at(&dir, &["export"]).out.contains(&full));
}

#[test]
fn a_call_that_erases_nothing_leaves_no_act_and_the_printed_one_can_be_repeated() {
    let home = Home::new();
    let dir = home.0.path().join("мои данные");
    home.at(&dir, &["demo", "--no-ui", "--organisations", "14"])
        .check(0, "");
    let (_, full) = somebody(&home, &dir);
    let act = home.0.path().join("act.txt");
    let reason = [
        "--reason",
        "со слов д'Артаньяна",
        "--act",
        act.to_str().unwrap(),
    ];
    let call = |more: &[&str]| home.at(&dir, &[&["erase", &full], &reason[..], more].concat());
    let shown = call(&[]);
    let printed = shown.out.lines().last().unwrap().trim();
    assert!(
        printed.contains(&format!(" --data '{}' ", dir.display())),
        "{printed}"
    );
    assert!(
        printed.contains(r"--reason 'со слов д'\''Артаньяна'"),
        "{printed}"
    );
    assert!(
        printed.contains(&format!(" --act {} ", act.display())),
        "{printed}"
    );
    let code = printed.rsplit(' ').next().unwrap();
    // A list has no such place, and a number of a person that is none is refused.
    call(&["--yes", code, "--keep", "900"]).check(1, "");
    assert!(!act.exists());
    // Refused by the engine: the reason is longer than it may be.
    let long = "х".repeat(9_000);
    let too_long = [
        "erase",
        &full,
        "--reason",
        &long,
        "--act",
        act.to_str().unwrap(),
    ];
    home.at(&dir, &[&too_long[..], &["--yes", code]].concat())
        .check(1, "");
    assert!(!act.exists());
    call(&["--yes", code]).check(0, "Персональные данные удалены");
    assert!(fs::read_to_string(&act).unwrap().contains(&full));
}

#[test]
fn who_is_meant_must_be_clear() {
    let (home, dir) = Home::with_demo();
    let reason = ["--reason", "заявление"];
    let call = |who: &str| home.at(&dir, &[&["erase", who], &reason[..]].concat());
    call("нигденетакого").check(1, "нигденетакого");
    call("999").check(1, "лицо № 999");
    let (surname, _) = somebody(&home, &dir);
    let first: String = surname.chars().take(1).collect();
    let several = call(&first);
    if several.code != 0 {
        several.check(1, "лицо №");
    }
}
