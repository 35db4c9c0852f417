//! `smotr register`: out, changed by hand, and in again.

use std::fs;

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
    register(&["import", "reserve", name, "--yes"]).check(0, "Изменений нет");
    let text = fs::read_to_string(&file).unwrap();
    let changed = text.replacen("Школа резерва руководителей", "Школа управленца", 1);
    let line = "Щукина;Вера;Львовна;директор;СШ № 1;01.09.2025;31.08.2027;;;;;\n";
    fs::write(&file, format!("{}\n{line}", changed.trim_end())).unwrap();
    let shown = register(&["import", "reserve", name]);
    shown.check(0, "изменение");
    shown.check(0, "Щукина Вера Львовна: новая запись");
    shown.check(0, "Без изменений 5 строк");
    shown.check(0, "Ничего не записано.");
    register(&["import", "reserve", name, "--yes"]).check(0, "Щукина");
    register(&["import", "reserve", name, "--yes"]).check(0, "Изменений нет");
    // What cannot be told is said with its cell, and nothing else is taken in.
    let doubtful = format!(
        "{}\nЩукина;;;директор;;01.09.2026;;;;;;\n",
        changed.trim_end()
    );
    fs::write(&file, doubtful).unwrap();
    let refused = register(&["import", "reserve", name, "--yes"]);
    refused.check(1, "Похожее лицо уже есть.");
    refused.check(1, "A8");
    register(&["import", "careers", name]).check(1, "reserve.csv");
    register(&["import", "planets", name]).check(2, "planets");
}
