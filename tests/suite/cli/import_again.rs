//! `smotr import` of a folder that is never emptied: what is in is left out, and nothing that was put right is turned back.

use std::fs;

use super::Home;

/// A file of another town: not each of its names is looked for among ours.
#[test]
fn of_many_unknown_names_the_first_are_told_and_the_others_counted() {
    let (home, dir) = Home::with_demo();
    let file = dir.join("чужое.csv");
    let rows: String = (0..60)
        .map(|n| format!("Лицей чужой {n};13/31\n"))
        .collect();
    fs::write(&file, format!("Школа;6.2\n{rows}")).unwrap();
    let shown = home.at(&dir, &["import", file.to_str().unwrap()]);
    shown.check(1, "И ещё 10 названий неизвестны.");
    let place = |name: &str| shown.out.find(&format!("«Лицей чужой {name}»")).unwrap();
    // By their place and not by the alphabet, where 10 comes before 2.
    assert!(place("2") < place("10"), "{}", shown.out);
    shown.check(1, "Не принято: 60");
}

#[test]
fn files_of_a_folder_that_are_in_are_told_and_left_out() {
    let (home, dir) = Home::with_demo();
    let folder = dir.join("загрузка");
    fs::create_dir(&folder).unwrap();
    let name = folder.to_str().unwrap();
    let old = folder.join("свод.csv");
    fs::write(&old, "Школа;6.2\nСШ № 1;13/31\nСШ № 2;14/31\n").unwrap();
    home.at(&dir, &["import", name, "--yes"]).check(0, "6.2");
    home.at(&dir, &["set", "2025/26", "6.2", "СШ № 1", "15/31"])
        .check(0, "15 из 31");
    fs::write(folder.join("СШ 3.csv"), "Школа;6.2\nСШ № 3;16/31\n").unwrap();
    // One that can't be read keeps no other from it.
    let broken = fs::File::create(folder.join("а.xlsx")).unwrap();
    broken.set_len(40 << 20).unwrap();
    let shown = home.at(&dir, &["import", name]);
    shown.check(1, "свод.csv: внесён");
    shown.check(1, "пропущен. Снова его прочтёт --again.");
    shown.check(1, "СШ № 3 — ");
    shown.check(1, "а.xlsx");
    home.at(&dir, &["import", name, "--yes", "--skip-refused"])
        .check(0, "СШ № 3");
    home.at(&dir, &["get", "2025/26", "6.2", "СШ № 1"])
        .check(0, "15 из 31");
    fs::remove_file(folder.join("а.xlsx")).unwrap();
    home.at(&dir, &["import", name, "--yes"])
        .check(0, "Изменений нет");

    // Read all the same, it turns nothing back unasked.
    let again = home.at(&dir, &["import", name, "--again", "--yes"]);
    again.check(1, "но ячейка изменена после загрузки этого файла");
    let (alone, file) = (old.to_str().unwrap(), ["get", "2025/26", "6.2", "СШ № 1"]);
    let named = home.at(&dir, &["import", alone, "--yes"]);
    named.check(1, "Что изменено с тех пор, отложено.");
    named.check(1, "Без изменений 1 значение");
    home.at(&dir, &file).check(0, "15 из 31");
    home.at(&dir, &["import", alone, "--yes", "--over"])
        .check(0, "6.2");
    home.at(&dir, &file).check(0, "13 из 31");
}
