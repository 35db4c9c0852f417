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
    let out = register(&["export", "organisations", whole]);
    out.check(0, "Записан");
    // Rows are counted on both ways, though an organisation has as many of them as heads.
    let rows = out.out.split_whitespace().nth(1).unwrap().to_owned();
    let back = register(&["import", "organisations", whole, "--yes"]);
    back.check(0, "Изменений нет");
    back.check(0, &format!("Без изменений {rows} строк"));
    // The sheet is named where there is one.
    register(&["import", "reserve", whole, "--yes"]).check(1, "лист «Организации»");
    for name in [
        "persons",
        "careers",
        "documents",
        "quantities",
        "numbers",
        "references",
    ] {
        let file = dir.join(format!("{name}.xlsx"));
        let file = file.to_str().unwrap();
        register(&["export", name, file]).check(0, "Записан");
        register(&["import", name, file, "--yes"]).check(0, "Изменений нет");
    }
}

/// What changes is told a line each, with what stood there before; and who leaves is named with the day.
#[test]
fn what_a_row_changes_is_told_a_line_each() {
    let (home, dir) = Home::with_demo();
    let file = dir.join("r.csv");
    let name = file.to_str().unwrap();
    let register = |rest: &[&str]| home.at(&dir, &[&["register"], rest].concat());
    register(&["export", "references", name]).check(0, "Записаны 4 строки");
    let text = fs::read_to_string(&file).unwrap();
    let last = text.trim_end().lines().last().unwrap();
    let number = last.split('"').nth(1).unwrap();
    let edited = last
        .replacen(number, "77,5", 1)
        .replacen("аналитика ВПР", "сводка", 1);
    fs::write(&file, text.replacen(last, &edited, 1)).unwrap();
    let shown = register(&["import", "references", name, "--yes"]);
    shown.check(0, "2025/26, 3.6: изменение\n");
    shown.check(0, &format!("\n    {number} → 77,5\n"));
    shown.check(0, "\n    источник: региональный ЦОКО, аналитика ВПР → ");
    register(&["import", "references", name, "--yes"]).check(0, "Изменений нет");
    let elsewhere = text.replacen("2025/26;3.6", "2025/26;1.1", 1);
    fs::write(&file, elsewhere).unwrap();
    register(&["import", "references", name]).check(1, "B5 · 2025/26, 1.1: не внести.");

    let file = dir.join("o.csv");
    let name = file.to_str().unwrap();
    register(&["export", "organisations", name]).check(0, "Записан");
    let text = fs::read_to_string(&file).unwrap();
    let all: Vec<&str> = text.lines().collect();
    let own = all.iter().filter(|it| it.starts_with("средняя школа;1;"));
    let mut rows: Vec<String> = own.map(|it| it.replacen("МБОУ", "МАОУ", 1)).collect();
    let mut head: Vec<&str> = rows.last().unwrap().split(';').collect();
    (head[13], head[14]) = ("30.06.2026", "перевод");
    let surname = head[8].to_owned();
    let ended = head.join(";");
    (head[8], head[12], head[13], head[14]) = ("Новикова", "01.07.2026", "", "");
    let new = head.join(";");
    *rows.last_mut().unwrap() = ended;
    fs::write(&file, format!("{}\n{}\n{new}\n", all[0], rows.join("\n"))).unwrap();
    let shown = register(&["import", "organisations", name]);
    shown.check(0, "СШ № 1: изменение\n");
    let lines: Vec<&str> = (shown.out.lines())
        .filter(|it| it.starts_with("    "))
        .collect();
    let has = |parts: &[&str]| {
        lines
            .iter()
            .any(|it| parts.iter().all(|part| it.contains(part)))
    };
    assert!(has(&["МБОУ", " → ", "МАОУ"]), "{lines:#?}");
    assert!(has(&[&surname, "30.06.2026"]), "{lines:#?}");
    assert!(has(&["Новикова", "01.07.2026"]), "{lines:#?}");
    let arrows = |it: &&str| it.matches(" → ").count() <= 1;
    assert!(lines.iter().all(arrows), "{lines:#?}");
}

/// Rows are shown one by one and tried as a whole: two may exchange their names, and none is brought twice.
#[test]
fn quantities_are_tried_as_a_whole_before_anything_is_promised() {
    let (home, dir) = Home::with_demo();
    let file = dir.join("quantities.csv");
    let name = file.to_str().unwrap();
    let import = |rows: &str| {
        let titles = "Величина;Единица;Записана как";
        fs::write(&file, format!("{titles}\n{rows}")).unwrap();
        home.at(&dir, &["register", "import", "quantities", name])
    };
    let (one, other) = ("педагоги всего", "ставки педагогов по штатному расписанию");
    import(&format!("Одно имя;чел.;{one}\nодно имя;ед.;{other}\n")).check(1, "Запись уже есть");
    import(&format!("{other};чел.;{one}\n{one};ед.;{other}\n")).check(0, "Ничего не записано.");
}

/// A number that values were computed by is not changed behind their backs: the preview names those that stay as they were entered.
#[test]
fn a_changed_base_quantity_names_the_values_that_rest_on_it() {
    let (home, dir) = Home::with_demo();
    let file = dir.join("numbers.csv");
    let name = file.to_str().unwrap();
    let register = |rest: &[&str]| home.at(&dir, &[&["register"], rest].concat());
    register(&["export", "numbers", name]).check(0, "Запис");
    let text = fs::read_to_string(&file).unwrap();
    let titles = text.lines().next().unwrap();
    let import = |period: &str, more: u32| {
        let mut rows = text.lines().filter(|it| it.starts_with(period));
        let row = rows
            .find(|it| it.contains("СШ № 12;педагоги всего"))
            .unwrap();
        let (rest, number) = row.rsplit_once(';').unwrap();
        let number: u32 = number.parse().unwrap();
        let new = number + more;
        fs::write(&file, format!("{titles}\n{rest};{new}\n")).unwrap();
        (number, register(&["import", "numbers", name]))
    };
    let (number, shown) = import("2025/26", 10);
    shown.check(0, "\n    по ней посчитаны: ");
    shown.check(0, &format!(" из {number}"));
    shown.check(0, " — останется ");
    let (_, same) = import("2025/26", 0);
    assert!(!same.out.contains("посчитаны"), "{}", same.out);
}
