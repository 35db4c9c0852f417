//! `smotr cycle`: a page is shown first and stored when that is said; a section comes out as it went in.

use std::fs;

use super::Home;

const SEED: &str = "fixtures/section-2.1.txt";

fn seed() -> String {
    format!("{}/{SEED}", env!("CARGO_MANIFEST_DIR"))
}

/// A store that is new: the form of 2.1 and nothing in it.
fn new() -> (Home, std::path::PathBuf) {
    let home = Home::new();
    let dir = home.0.path().join("data");
    let made = [
        "init",
        "--municipality",
        "Ольховск",
        "--name",
        "Орлова Анна",
    ];
    home.at(&dir, &made).check(0, "Хранилище создано");
    (home, dir)
}

#[test]
fn the_page_of_the_seed_is_shown_then_stored_and_then_it_is_there() {
    let (home, dir) = new();
    let seed = seed();
    let shown = home.at(&dir, &["cycle", "import", &seed]);
    shown.check(0, "Понято: позиций — 32 (без документов — 6), ссылок — 35, документов — 12. Не понято строк — 0.");
    shown.check(0, "Новых позиций — 0, документов — 12, ссылок — 35");
    shown.check(0, "Ничего не записано.");
    home.at(&dir, &["cycle", "import", &seed, "--yes"])
        .check(0, "35");
    home.at(&dir, &["cycle", "import", &seed, "--yes"])
        .check(0, "Изменений нет");
}

#[test]
fn what_was_read_comes_out_and_is_read_again_as_the_same() {
    let (home, dir) = new();
    home.at(&dir, &["cycle", "import", &seed(), "--yes"])
        .check(0, "");
    let file = dir.join("раздел.txt");
    let name = file.to_str().unwrap();
    home.at(&dir, &["cycle", "export", name])
        .check(0, "раздел.txt");
    home.at(&dir, &["cycle", "import", name, "--yes"])
        .check(0, "Изменений нет");
    assert!(
        fs::read_to_string(&file)
            .unwrap()
            .contains("Всего | 32 | 26")
    );
}

#[test]
fn a_section_is_written_in_every_format() {
    let (home, dir) = new();
    for (name, begins) in [
        ("а.docx", &b"PK"[..]),
        ("а.html", b"<!DOCTYPE html>"),
        ("а.md", b"# 2.1"),
    ] {
        let file = dir.join(name);
        home.at(&dir, &["cycle", "export", file.to_str().unwrap()])
            .check(0, name);
        assert!(fs::read(&file).unwrap().starts_with(begins), "{name}");
        home.at(&dir, &["cycle", "export", file.to_str().unwrap()])
            .check(1, name);
    }
    home.at(&dir, &["cycle", "export"])
        .check(0, "Нет свидетельства.");
}

#[test]
fn lines_that_are_not_understood_are_told_by_line() {
    let (home, dir) = new();
    let file = dir.join("с.txt");
    let text = "УТВЕРЖДАЮ\nЦели и задачи\n- по формированию резерва управленческих кадров\nПриказ управления от 31.02.2021 № 5 «О резерве»\n17\n";
    fs::write(&file, text).unwrap();
    let shown = home.at(&dir, &["cycle", "import", file.to_str().unwrap()]);
    shown.check(0, "1 · не понято, стоит до заголовков · УТВЕРЖДАЮ");
    shown.check(0, "4 · даты 31.02.2021 в календаре нет");
    shown.check(0, "5 · не понято, нет слов · 17");
}

#[test]
fn what_is_no_page_is_refused_and_nothing_is_stored() {
    let (home, dir) = new();
    let file = dir.join("с.txt");
    let name = file.to_str().unwrap();
    fs::write(&file, "Всем привет!\n").unwrap();
    home.at(&dir, &["cycle", "import", name, "--yes"])
        .check(1, "Это не страница раздела");
    fs::write(&file, b"PK\x03\x04").unwrap();
    home.at(&dir, &["cycle", "import", name, "--yes"])
        .check(1, "Это не текст");
    home.at(&dir, &["cycle", "import", &seed(), "--section", "1.2"])
        .check(1, "Такого раздела в файле нет");
    home.at(&dir, &["cycle", "export", "--round", "1999"])
        .check(1, "Раунда 1999 года");
}

#[test]
fn a_document_that_looks_like_one_of_the_register_is_asked_about() {
    let (home, dir) = new();
    home.at(&dir, &["cycle", "import", &seed(), "--yes"])
        .check(0, "");
    let file = dir.join("с.txt");
    let name = file.to_str().unwrap();
    let text = "Управленческие решения\n- Принятие управленческих решений по результатам проведенного анализа\nПриказ управления образования и молодежной политики № 348\n";
    fs::write(&file, text).unwrap();
    let told = home.at(&dir, &["cycle", "import", name, "--yes"]);
    told.check(1, "есть похожий в реестре");
    told.check(1, "Ничего не записано.");
    home.at(&dir, &["cycle", "import", name, "--similar", "--yes"])
        .check(0, "ссылк");
}

#[test]
fn a_section_that_is_new_is_begun() {
    let (home, dir) = new();
    let file = dir.join("с.txt");
    let name = file.to_str().unwrap();
    fs::write(&file, "1.2. Система работы со школами\nЦели\n- по школам с низкими результатами\nПриказ управления от 30.12.2020 № 353 «О СОКО»\n").unwrap();
    home.at(&dir, &["cycle", "import", name])
        .check(0, "раздел 1.2 будет начат");
    home.at(&dir, &["cycle", "import", name, "--yes"])
        .check(0, "");
    home.at(&dir, &["cycle", "export", "--section", "1.2"])
        .check(0, "- по школам с низкими результатами");
    home.at(&dir, &["cycle", "export"])
        .check(1, "Разделов несколько");
}
