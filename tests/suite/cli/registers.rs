//! `smotr register`: out, changed by hand, and in again.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;

use super::Home;

#[test]
fn a_register_goes_out_is_changed_by_hand_and_comes_in_once() {
    let (home, dir) = Home::with_demo();
    let file = dir.join("reserve.csv");
    let name = file.to_str().unwrap();
    let register = |rest: &[&str]| {
        let mut all = vec!["register"];
        all.extend(rest);
        home.at(&dir, &all)
    };
    register(&["export", "reserve", name]).check(0, "Записано 6 строк");
    register(&["export", "reserve", name]).check(1, "уже есть");
    // There are names in it: nobody else reads it, and who was shown them is known. What lies beside is not a draft of this file.
    let beside = dir.join("reserve.csv.new");
    fs::write(&beside, "чужое").unwrap();
    register(&["export", "reserve", name, "--replace"]).check(0, "Записано 6 строк");
    assert_eq!(fs::read_to_string(beside).unwrap(), "чужое");
    let mode = fs::metadata(&file).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
    let written = fs::read_to_string(&file).unwrap();
    let surname = written.lines().nth(1).unwrap().split(';').next().unwrap();
    home.at(&dir, &["access-log"]).check(0, surname);
    register(&["import", "reserve", name, "--yes"]).check(0, "Изменений нет");
    let text = fs::read_to_string(&file).unwrap();
    let changed = text.replacen("Школа резерва руководителей", "Школа управленца", 1);
    let line = "Щукина;Вера;Львовна;директор;СШ № 1;01.09.2025;31.08.2027;;;;;;\n";
    fs::write(&file, format!("{}\n{line}", changed.trim_end())).unwrap();
    let shown = register(&["import", "reserve", name]);
    shown.check(
        0,
        "изменение: программа: «Школа резерва руководителей» → «Школа управленца»",
    );
    shown.check(0, "Щукина Вера Львовна: новая запись");
    shown.check(0, "Без изменений 5 строк");
    shown.check(0, "Ничего не записано.");
    register(&["import", "reserve", name, "--yes"]).check(0, "Щукина");
    register(&["import", "reserve", name, "--yes"]).check(0, "Изменений нет");
    // What cannot be told is said with its cell, and nothing else is taken in.
    let doubtful = format!(
        "{}\nЩукина;;;директор;;01.09.2026;;;;;;;\n",
        changed.trim_end()
    );
    fs::write(&file, doubtful).unwrap();
    let refused = register(&["import", "reserve", name, "--yes"]);
    refused.check(1, "Похожее лицо уже есть.");
    refused.check(1, "A8");
    register(&["import", "careers", name]).check(1, "reserve.csv");
    register(&["import", "planets", name]).check(2, "planets");
}

#[test]
fn what_is_wrong_is_said_with_sheet_and_cell_and_nothing_is_written() {
    let (home, dir) = Home::with_demo();
    let register = |rest: &[&str]| {
        let mut all = vec!["register"];
        all.extend(rest);
        home.at(&dir, &all)
    };
    let file = dir.join("organisations.csv");
    let name = file.to_str().unwrap();
    let import = |table: &str| {
        fs::write(&file, table).unwrap();
        register(&["import", "organisations", name, "--yes"])
    };
    let titles = "Вид;Номер;Наименование;Фамилия;С;По;Закрыта";
    // Beside somebody in office there is no room for another: the row is named, not only the school.
    let overlapping = import(&format!(
        "{titles}\nсредняя школа;1;СШ № 1;Новая;01.09.1997;01.10.1997;\nсредняя школа;1;СШ № 1;Другая;01.09.2025;;\n"
    ));
    overlapping.check(
        1,
        "organisations.csv, ячейка E3 · СШ № 1: не внести. На эти дни уже есть назначение",
    );
    overlapping.check(1, "ничего не записано");
    import(&format!(
        "{titles};Телефон\nсредняя школа;1;СШ № 1;;;;;12-34\n"
    ))
    .check(1, "ячейка H1: столбец «Телефон» не читается");
    import(&format!(
        "{titles}\nсредняя школа;1;СШ № 1;Новая;01.09.2030;;31.08.2029\n"
    ))
    .check(1, "СШ № 1 закрыта 31.08.2029. Укажите дату не позже этой");
    let whole = dir.join("organisations.xlsx");
    let whole = whole.to_str().unwrap();
    register(&["export", "organisations", whole]).check(0, "Записан");
    register(&["import", "organisations", whole, "--yes"]).check(0, "Изменений нет");
    // The sheet is named where there is one.
    register(&["import", "reserve", whole, "--yes"]).check(1, "лист «Организации»");
    for name in ["persons", "careers", "documents", "quantities", "numbers"] {
        let file = dir.join(format!("{name}.xlsx"));
        let file = file.to_str().unwrap();
        register(&["export", name, file]).check(0, "Записан");
        register(&["import", name, file, "--yes"]).check(0, "Изменений нет");
    }
}
