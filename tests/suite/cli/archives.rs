//! `smotr backup`, `restore` and `verify FILE`, as scripts see them.

use super::*;

#[test]
fn an_archive_is_made_checked_and_restored() {
    let (home, dir) = Home::with_demo();
    let file = home.0.path().join("it");
    let file = file.to_str().unwrap();
    home.at(&dir, &["backup", file])
        .check(0, "Архив записан и сверен с журналом");
    home.at(&dir, &["backup", file]).check(1, "--replace");
    home.at(&dir, &["backup", "--replace", file]).check(0, file);
    home.at(&dir, &["verify", file])
        .check(0, "совпадает с началом журнала");
    let new = home.0.path().join("new");
    home.at(&new, &["verify", file])
        .check(0, "сверять не с чем");
    home.at(&new, &["restore", file])
        .check(0, "Хранилище восстановлено");
    home.at(&new, &["verify"]).check(0, "Расхождений нет");
    let said = home.at(&new, &["export"]);
    assert!(said.out == home.at(&dir, &["export"]).out);
    home.at(&new, &["restore", file]).check(8, "Папка не пуста");
    home.at(&dir, &["--lang", "en", "restore", file])
        .check(8, "The folder is not empty");
    home.at(&new, &["verify"]).check(0, "Расхождений нет");
}

#[test]
fn a_damaged_archive_has_an_exit_code_of_its_own_and_touches_nothing() {
    let (home, dir) = Home::with_demo();
    let path = home.0.path().join("it");
    let file = path.to_str().unwrap();
    home.at(&dir, &["backup", file]).check(0, "Архив записан");
    let mut bytes = fs::read(&path).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 16;
    fs::write(&path, bytes).unwrap();
    home.at(&dir, &["verify", file]).check(7, "повреждён");
    let new = home.0.path().join("new");
    home.at(&new, &["restore", file]).check(7, "повреждён");
    assert!(!new.exists());
    home.at(&new, &["restore", "/nowhere"]).check(4, "/nowhere");
}
