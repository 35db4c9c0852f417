//! `smotr import`: shown first, entered once, nothing by accident.

use std::fs;

use super::Home;

#[test]
fn values_of_a_file_are_shown_then_entered_and_then_they_are_there() {
    let (home, dir) = Home::with_demo();
    let file = dir.join("свод.csv");
    let name = file.to_str().unwrap();
    let import = |rest: &[&str]| {
        let mut all = vec!["import", name];
        all.extend(rest);
        home.at(&dir, &all)
    };
    fs::write(
        &file,
        "Сведения от школ;\nШкола;6.2\nСШ № 1;13 / 31\n№ 2;33/44\n",
    )
    .unwrap();
    let shown = import(&[]);
    shown.check(0, "свод.csv, ячейка B3 · 6.2 · СШ № 1");
    shown.check(0, "13 из 31");
    shown.check(0, "Изменятся 2 значения");
    shown.check(0, "Ничего не записано.");
    import(&["--yes"]).check(0, "6.2");
    home.at(&dir, &["get", "2025/26", "6.2", "СШ № 1"])
        .check(0, "13 из 31");
    let again = import(&["--yes"]);
    again.check(0, "Без изменений 2 значения");
    again.check(0, "Изменений нет: всё это уже записано.");
}

#[test]
fn what_is_not_understood_is_told_and_stands_in_the_way() {
    let (home, dir) = Home::with_demo();
    let file = dir.join("свод.csv");
    let name = file.to_str().unwrap();
    let import = |rest: &[&str]| {
        let mut all = vec!["import", name];
        all.extend(rest);
        home.at(&dir, &all)
    };
    fs::write(
        &file,
        "Школа;6.2;Итого\nМБОУ СОШ № 1;13/31;1\nСШ № 2;14/31;1\nСШ № 2;15/31;1\n",
    )
    .unwrap();
    let shown = import(&["--yes"]);
    shown.check(1, "Организации «МБОУ СОШ № 1» нет. Похожие: СШ № 1");
    shown.check(1, "свод.csv, ячейка B3 · 6.2 · СШ № 2");
    shown.check(1, "О той же ячейке по-другому говорит свод.csv, ячейка B4.");
    shown.check(1, "столбец C «Итого» не прочитан");
    shown.check(1, "Не принято: 3; ничего не записано.");
    let meant = ["--name", "МБОУ СОШ №1=СШ № 1"];
    import(&[&meant[..], &["--yes"]].concat()).check(1, "ничего не записано");
    import(&[&meant[..], &["--yes", "--skip-refused"]].concat()).check(0, "СШ № 1");
    home.at(&dir, &["get", "2025/26", "6.2", "СШ № 1"])
        .check(0, "13 из 31");
    import(&["--name", "чего нет"]).check(1, "нужен знак равенства");
    import(&["--name", "чего=нет"]).check(1, "нет ни организации, ни показателя");
    import(&["--name", "—=СШ № 1"]).check(1, "нет названия из файла");
    import(&["--name", "СШ № 2=СШ № 1"]).check(1, "так называется организация");
    import(&["--name", "СОШ Новая=СШ № 1"]).check(1, "такого названия в файлах нет");
    // What was remembered wrongly is said anew, and counts at once.
    let said = import(&["--name", "МБОУ СОШ №1=СШ № 3"]);
    said.check(1, "«МБОУ СОШ № 1» — это СШ № 3");
    said.check(1, "свод.csv, ячейка B2 · 6.2 · СШ № 3");
    import(&[]).check(1, "«МБОУ СОШ № 1» — это СШ № 1, так запомнено");
    home.at(&dir, &["import", "--names"])
        .check(0, "СШ № 1: «мбоу сош 1» (");
    fs::write(&file, "ничего").unwrap();
    import(&[]).check(1, "здесь нет ни формы, ни таблицы");
    fs::write(&file, "PK\u{3}\u{4}").unwrap();
    import(&[]).check(1, "свод.csv");
    home.at(&dir, &["import", "нет.xlsx"]).check(1, "нет.xlsx");
}

#[test]
fn a_folder_is_read_whole_and_what_lies_there_besides_is_left() {
    let (home, dir) = Home::with_demo();
    let folder = dir.join("загрузка");
    fs::create_dir(&folder).unwrap();
    let name = folder.to_str().unwrap();
    home.at(&dir, &["import", name]).check(1, "нет файлов XLSX");
    fs::write(folder.join("СШ 1.csv"), "Школа;6.2\nСШ № 1;13/31\n").unwrap();
    fs::write(
        folder.join("СШ 2.jsonl"),
        "{\"organisation\": \"СШ № 2\", \"code\": \"6.2\", \"value\": \"14/31\"}\n",
    )
    .unwrap();
    fs::write(folder.join("~$СШ 1.xlsx"), "x").unwrap();
    fs::write(folder.join("письмо.docx"), "x").unwrap();
    home.at(&dir, &["import", name, "--yes"]).check(0, "6.2");
    home.at(&dir, &["get", "2025/26", "6.2", "СШ № 2"])
        .check(0, "14 из 31");
    home.at(&dir, &["import", name]).check(0, "Изменений нет");
}

/// Forms that were written and come back as they are change nothing.
#[test]
fn forms_that_come_back_untouched_change_nothing() {
    let (home, dir) = Home::with_demo();
    let folder = dir.join("формы");
    let name = folder.to_str().unwrap();
    let all = ["template", "--all", name, "--period", "2025/26"];
    home.at(&dir, &all).check(0, "Записано 14 книг");
    home.at(&dir, &["import", name]).check(0, "Изменений нет");
    let (one, two) = (
        folder.join("2025-26 СШ № 1.xlsx"),
        folder.join("ещё раз.xlsx"),
    );
    fs::copy(one, two).unwrap();
    home.at(&dir, &["import", name])
        .check(0, "СШ № 1, 2025/26: форма пришла несколько раз");
}
