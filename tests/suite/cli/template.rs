//! `smotr template`: workbooks for schools, in a file, in the folder of exports, in a folder of their own.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::Stdio;

use rustix::process::{Pid, Signal, kill_process};
use smotr::exchange::values::stamp::Stamp;
use smotr::exchange::workbook::Book;

use super::Home;
use crate::support::desk::until;

#[test]
fn a_workbook_is_written_where_it_was_asked_for_and_its_path_is_said() {
    let (home, dir) = Home::with_demo();
    let exports = home.0.path().join("выгрузка");
    let path = exports.join("2025-26 СШ № 1.xlsx");
    let said = home.at(&dir, &["template", "2025/26", "1"]);
    said.check(0, path.to_str().unwrap());
    assert!(home.0.path().join("загрузка").is_dir());
    let mode = |path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!((mode(&exports), mode(&path)), (0o700, 0o600));
    let book = Book::read("ф.xlsx", &fs::read(&path).unwrap()).unwrap();
    let stamp = Stamp::read(&book).unwrap().unwrap();
    assert_eq!(stamp.organisation_name, "СШ № 1");
    // The folder takes the next one beside it; a named file is replaced only where that is said.
    home.at(&dir, &["template", "2025/26", "1"])
        .check(0, "СШ № 1-2.xlsx");
    let file = dir.join("форма.xlsx");
    let name = file.to_str().unwrap();
    home.at(&dir, &["template", "2025/26", "1", name])
        .check(0, name);
    home.at(&dir, &["template", "2025/26", "1", name])
        .check(1, "уже есть");
    home.at(&dir, &["template", "2025/26", "1", name, "--replace"])
        .check(0, name);
    home.at(&dir, &["access-log"])
        .check(0, "выгрузка в файл · 2025/26");
}

#[test]
fn there_is_one_for_each_and_none_for_a_closed_period() {
    let (home, dir) = Home::with_demo();
    let folder = dir.join("формы");
    let name = folder.to_str().unwrap();
    let all = ["template", "--all", name, "--period", "2025/26"];
    home.at(&dir, &all).check(0, "Записано 14 книг в папку");
    let mut marks: Vec<_> = (fs::read_dir(&folder).unwrap())
        .map(|it| {
            let book = Book::read("ф.xlsx", &fs::read(it.unwrap().path()).unwrap()).unwrap();
            let stamp = Stamp::read(&book).unwrap().unwrap();
            (stamp.store, stamp.organisation)
        })
        .collect();
    marks.sort();
    let stores = marks.chunk_by(|one, other| one.0 == other.0);
    assert_eq!(stores.count(), 1);
    marks.dedup();
    assert_eq!(marks.len(), 14);
    home.at(&dir, &all).check(1, "уже есть");
    home.at(&dir, &["template", "2024/25", "1"])
        .check(1, "Период 2024/25 закрыт");
    home.at(&dir, &["template", "2025/26", "99"])
        .check(1, "«99»");
    home.at(&dir, &["template", "2025/26"])
        .check(2, "Нужно указать");
    home.at(&dir, &["template", "2025/26", "1", "--all", name])
        .check(2, "--all");
}

/// Whoever stops it halfway finds nothing of it, neither where there was no folder nor in one that was there.
#[test]
fn what_is_stopped_leaves_nothing() {
    let home = Home::new();
    let dir = home.0.path().join("data");
    home.at(&dir, &["demo", "--no-ui", "--organisations", "120"])
        .check(0, "");
    let forms = home.0.path().join("all/формы");
    let parent = forms.parent().unwrap();
    fs::create_dir(parent).unwrap();
    let files = |folder: &Path| -> Vec<PathBuf> {
        let all = fs::read_dir(folder).into_iter().flatten();
        all.map(|it| it.unwrap().path()).collect()
    };
    for is_there in [false, true] {
        if is_there {
            fs::create_dir(&forms).unwrap();
        }
        let arguments = ["--data", dir.to_str().unwrap(), "template", "--all"];
        let arguments = [
            &arguments[..],
            &[forms.to_str().unwrap()],
            &["--period", "2025/26"],
        ];
        let mut command = home.command(&arguments.concat());
        let child = command.stderr(Stdio::piped()).spawn().unwrap();
        let aside = || match is_there {
            true => files(&forms).len(),
            false => files(parent).iter().map(|it| files(it).len()).sum(),
        };
        until("a few are written", || aside() > 2);
        kill_process(Pid::from_child(&child), Signal::INT).unwrap();
        let ended = child.wait_with_output().unwrap();
        assert_eq!(ended.status.code(), Some(130), "{ended:?}");
        let said = String::from_utf8(ended.stderr).unwrap();
        assert!(said.contains("Прервано, ничего не записано."), "{said}");
        assert_eq!(aside(), 0);
        assert_eq!(forms.exists(), is_there);
        home.at(&dir, &["verify"]).check(0, "");
    }
}

#[test]
fn values_go_out_as_tables_and_all_records_as_before() {
    let (home, dir) = Home::with_demo();
    let file = |name: &str| dir.join(name).to_str().unwrap().to_owned();
    let (book, text, lines) = (file("т.xlsx"), file("т.csv"), file("т.jsonl"));
    let export =
        |rest: &[&str]| home.at(&dir, &[&["export", "--period", "2025/26"], rest].concat());
    export(&["--matrix", "--parts", &book]).check(0, &book);
    export(&["--list", "--direction", "6", &text]).check(0, &text);
    export(&["--list", "--direction", "усл", &lines]).check(0, &lines);
    export(&["--list", &text]).check(1, "уже есть");
    export(&["--matrix", "--for-publication"]).check(0, "2025-26 значения для публикации");
    export(&["--list", &file("т.pdf")]).check(1, "xlsx, csv или jsonl");
    export(&["--list", "--direction", "9"])
        .check(1, "Направления «9» в этом периоде нет. Есть: 1 Управление");
    // What makes no sense without a table is no export of all records.
    export(&[]).check(2, "--matrix");
    home.at(&dir, &["export", "--list"]).check(2, "--period");
    let text = fs::read(&text).unwrap();
    assert!(text.starts_with("\u{feff}Организация;Руководитель;Код;".as_bytes()));
    let rows = fs::read_to_string(&lines).unwrap().lines().count();
    assert_eq!(String::from_utf8(text).unwrap().lines().count(), rows + 1);
    let all = home.at(&dir, &["export"]);
    assert!(all.out.starts_with("{\"kind\":\"settings\""));
    let surname = fs::read_to_string(&lines).unwrap();
    let (_, surname) = surname.split_once("\"head\":\"").unwrap();
    let surname = surname.split(' ').next().unwrap();
    home.at(&dir, &["access-log"]).check(0, surname);
}

/// What goes out comes back as it was, in every shape: nothing that stands there changes, and nothing is entered that nobody has typed.
#[test]
fn what_goes_out_comes_back_and_changes_nothing() {
    let (home, dir) = Home::with_demo();
    let file = |name: &str| dir.join(name).to_str().unwrap().to_owned();
    let period = ["--period", "2025/26"];
    for (name, shape) in [
        ("с.xlsx", &["--matrix"][..]),
        ("ч.csv", &["--matrix", "--parts"]),
        ("л.csv", &["--list"]),
        ("л.xlsx", &["--list"]),
        ("л.jsonl", &["--list"]),
    ] {
        let file = file(name);
        home.at(&dir, &[&["export"], shape, &period[..], &[&file]].concat())
            .check(0, &file);
        let brought = home.at(
            &dir,
            &[&["import"], &period[..], &[&file, "--yes"]].concat(),
        );
        brought.check(0, "Изменений нет");
    }
    let folder = file("формы");
    home.at(&dir, &["template", "--all", &folder, "--period", "2025/26"])
        .check(0, &folder);
    home.at(&dir, &["import", &folder, "--yes"])
        .check(0, "Изменений нет");
}

/// A workbook of one direction, and one of the municipality's own indicators.
#[test]
fn a_workbook_may_be_of_a_direction_or_of_the_municipality() {
    let (home, dir) = Home::with_demo();
    let book = |name: &str| Book::read("ф.xlsx", &fs::read(dir.join(name)).unwrap()).unwrap();
    let sheets = |book: &Book| -> Vec<String> {
        let shown = book.sheets.iter().filter(|it| !it.hidden);
        shown.map(|it| it.name.clone()).collect()
    };
    let path = |name: &str| dir.join(name).to_str().unwrap().to_owned();
    let one = [
        "template",
        "2025/26",
        "1",
        &path("6.xlsx"),
        "--direction",
        "6",
    ];
    home.at(&dir, &one).check(0, "6.xlsx");
    let six = book("6.xlsx");
    let names = sheets(&six);
    assert_eq!(names.len(), 2, "{names:?}");
    assert!(names[1].starts_with("6 "), "{names:?}");
    let folder = path("формы");
    let all = [
        "template",
        "--all",
        &folder,
        "--period",
        "2025/26",
        "--direction",
        "6",
    ];
    home.at(&dir, &all).check(0, "Записано 14 книг в папку");
    let names: Vec<_> = fs::read_dir(&folder)
        .unwrap()
        .map(|it| it.unwrap().file_name())
        .collect();
    assert!(
        names
            .iter()
            .all(|it| it.to_string_lossy().starts_with("2025-26 6 ")),
        "{names:?}"
    );
    home.at(&dir, &["template", "2025/26", "1", "--direction", "9"])
        .check(1, "Направления «9»");
    let own = path("м.xlsx");
    home.at(&dir, &["template", "2025/26", "муниципалитет", &own])
        .check(0, "м.xlsx");
    let stamp = Stamp::read(&book("м.xlsx")).unwrap().unwrap();
    assert_eq!(stamp.organisation, None);
    assert!(!stamp.rows.is_empty());
    // It comes back as it was, and is known.
    home.at(&dir, &["import", &own, &path("6.xlsx"), "--yes"])
        .check(0, "Изменений нет");
}

/// All books of a folder or none of them; where some take the place of others, how many are new is said.
#[test]
fn half_a_folder_is_never_left() {
    let (home, dir) = Home::with_demo();
    let count = |folder: &std::path::Path| fs::read_dir(folder).unwrap().count();
    let folder = dir.join("формы");
    let name = folder.to_str().unwrap();
    let all = ["template", "--all", name, "--period", "2025/26"];
    fs::create_dir(&folder).unwrap();
    let there = folder.join("2025-26 СШ № 1.xlsx");
    fs::write(&there, "прежняя").unwrap();
    home.at(&dir, &all).check(1, "уже есть");
    assert_eq!(count(&folder), 1);
    // A folder stands where the last of the books is to be.
    fs::remove_file(&there).unwrap();
    home.at(&dir, &all).check(0, "Записано 14 книг");
    let mut names: Vec<_> = fs::read_dir(&folder)
        .unwrap()
        .map(|it| it.unwrap().path())
        .collect();
    names.sort();
    let last = names
        .iter()
        .find(|it| it.to_string_lossy().contains("СШ № 1.xlsx"))
        .unwrap();
    fs::remove_file(last).unwrap();
    fs::create_dir(last).unwrap();
    let replace = [&all[..], &["--replace"]].concat();
    let said = home.at(&dir, &replace);
    assert_eq!(said.code, 1, "{said:?}");
    assert!(
        said.err.contains("не записан") && said.err.contains("из 14, остальные прежние"),
        "{said:?}"
    );
    assert_eq!(count(&folder), 14);
    let hidden = fs::read_dir(&dir)
        .unwrap()
        .map(|it| it.unwrap().file_name());
    assert!(
        hidden
            .into_iter()
            .all(|it| !it.to_string_lossy().starts_with(".smotr"))
    );
}
