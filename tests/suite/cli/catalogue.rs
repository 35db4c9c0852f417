//! `smotr catalogue`: out, in, and what is wrong with it.

use std::fs;

use chrono::DateTime;
use smotr::exchange::workbook::{Book, CellText, ColumnOut, SheetOut, write_xlsx};

use super::Home;

#[test]
fn a_catalogue_goes_out_is_changed_by_hand_and_comes_in_as_a_working_edition() {
    let (home, dir) = Home::with_demo();
    let file = dir.join("c.toml");
    let name = file.to_str().unwrap();
    home.at(&dir, &["catalogue", "list"])
        .check(0, "ред. 1 · опубликована · 36 показателей");
    home.at(&dir, &["catalogue", "export", name, "--edition", "1"])
        .check(0, "c.toml");
    home.at(&dir, &["catalogue", "export", name])
        .check(1, "уже есть");
    home.at(
        &dir,
        &["catalogue", "export", name, "--edition", "1", "--replace"],
    )
    .check(0, "c.toml");
    let text = fs::read_to_string(&file).unwrap();
    home.at(&dir, &["catalogue", "export", "--edition", "1"])
        .check(0, text.lines().nth(20).unwrap());
    let text = text.replacen("weight = 20", "weight = 25", 1);
    fs::write(&file, &text).unwrap();
    let shown = home.at(&dir, &["catalogue", "import", name]);
    shown.check(0, "Веса направлений в сумме 105, а должно быть 100.");
    shown.check(0, "Ничего не записано.");
    home.at(&dir, &["catalogue", "import", name, "--yes"])
        .check(0, "каталог, ред. 4");
    home.at(&dir, &["catalogue", "list"])
        .check(0, "ред. 4 · рабочая");
    home.at(&dir, &["catalogue", "check"]).check(1, "105");
    home.at(&dir, &["catalogue", "check", "1"]).check(0, "");
    // What is there already is nothing wrong.
    for rest in [&[][..], &["--yes"]] {
        let again = [&["catalogue", "import", name, "--into", "4"], rest].concat();
        let said = home.at(&dir, &again);
        said.check(0, "Изменений нет");
        assert!(!said.out.contains("--yes"), "{}", said.out);
    }
    home.at(&dir, &["catalogue", "import", name, "--into", "1"])
        .check(1, "опубликована");
    home.at(&dir, &["catalogue", "check", "9"])
        .check(1, "Редакции 9 нет.");
    fs::write(
        &file,
        text.replacen("weight = 25", "weight = 25\nvazhnost = 1", 1),
    )
    .unwrap();
    home.at(&dir, &["catalogue", "import", name])
        .check(1, "vazhnost");
    fs::write(&file, b"\xcf\xf0\xe8\xe2\xe5\xf2").unwrap();
    home.at(&dir, &["catalogue", "import", name])
        .check(1, "UTF-8");
    home.at(&dir, &["catalogue", "import", "нет.toml"])
        .check(1, "нет.toml");
}

/// The same through a workbook: what somebody changes on a sheet is all that is shown to change, and what is wrong stands with its cell.
#[test]
fn a_workbook_goes_out_is_changed_and_comes_in() {
    let (home, dir) = Home::with_demo();
    let file = dir.join("к.xlsx");
    let name = file.to_str().unwrap();
    home.at(&dir, &["catalogue", "export", name, "--edition", "2"])
        .check(0, "к.xlsx");
    home.at(&dir, &["catalogue", "export", name])
        .check(1, "уже есть");
    home.at(
        &dir,
        &["catalogue", "export", dir.join("к.ods").to_str().unwrap()],
    )
    .check(1, "только в формате XLSX");
    // As it went out it changes nothing.
    let shown = home.at(&dir, &["catalogue", "import", name]);
    shown.check(0, "В файле 36 показателей и 1 снятый.");
    shown.check(0, "Изменений нет");
    assert!(!shown.out.contains("~ "), "{}", shown.out);
    let mut book = Book::read(name, &fs::read(&file).unwrap()).unwrap();
    change(
        &mut book,
        "Показатели",
        "6.2",
        "Вес",
        CellText::Number(21.into()),
    );
    fs::write(&file, again(&book)).unwrap();
    let shown = home.at(&dir, &["catalogue", "import", name]);
    shown.check(0, "6.2");
    shown.check(0, "Ничего не записано.");
    let changed = shown.out.lines().filter(|it| it.starts_with("~ "));
    assert_eq!(changed.count(), 1, "{}", shown.out);
    // So is what is said of the edition as a whole; of a base quantity, that it stays.
    let mut other = book.clone();
    let number = |it: u32| CellText::Number(it.into());
    change(&mut other, "Показатели", "6.2", "Вес", number(20));
    let edition = other.sheets.iter_mut().find(|it| it.name == "Редакция");
    let line = |it: &&mut Vec<CellText>| it[0].to_string() == "Порог полноты, %";
    edition.unwrap().rows.iter_mut().find(line).unwrap()[1] = number(60);
    let [sheet, title, column] = ["Базовые величины", "педагоги всего", "Единица"];
    change(&mut other, sheet, title, column, CellText::text("ст."));
    fs::write(&file, again(&other)).unwrap();
    let shown = home.at(&dir, &["catalogue", "import", name]);
    let changed: Vec<&str> = (shown.out.lines())
        .filter(|it| it.starts_with("~ "))
        .collect();
    assert_eq!(changed.len(), 1, "{}", shown.out);
    assert!(
        changed[0].contains("70\u{a0}% → 60\u{a0}%"),
        "{}",
        changed[0]
    );
    shown.check(0, "не изменится · Базовая величина «педагоги всего»");
    fs::write(&file, again(&book)).unwrap();
    home.at(&dir, &["catalogue", "import", name, "--yes"])
        .check(0, "каталог, ред. 4");
    change(
        &mut book,
        "Показатели",
        "6.2",
        "Вес",
        CellText::text("много"),
    );
    fs::write(&file, again(&book)).unwrap();
    home.at(&dir, &["catalogue", "import", name, "--yes"])
        .check(1, "лист «Показатели», ячейка F33");
    home.at(&dir, &["catalogue", "list"]).check(0, "ред. 4");
    let list = home.at(&dir, &["catalogue", "list"]);
    assert_eq!(list.out.lines().count(), 4, "{}", list.out);
    fs::write(&file, b"PK\x03\x04 no package").unwrap();
    home.at(&dir, &["catalogue", "import", name])
        .check(1, "к.xlsx");
}

/// What goes out without a number is what an import compares with; a file that does not bring everything back says so.
#[test]
fn the_edition_that_goes_out_is_named_and_what_is_lost_is_told() {
    let (home, dir) = Home::with_demo();
    let file = dir.join("c.toml");
    let name = file.to_str().unwrap();
    home.at(&dir, &["catalogue", "list"])
        .check(0, "ред. 3 · рабочая");
    let out = home.at(&dir, &["catalogue", "export", name]);
    out.check(0, "Каталог, ред. 2 (опубликована)");
    assert_eq!(out.err, "", "nothing is lost");
    let shown = home.at(&dir, &["catalogue", "import", name]);
    shown.check(0, "Изменений нет");
    assert!(!shown.out.contains("--yes"), "{}", shown.out);
    // Nor does it make another edition of the same words.
    home.at(&dir, &["catalogue", "import", name, "--yes"])
        .check(0, "Изменений нет");
    let list = home.at(&dir, &["catalogue", "list"]);
    assert_eq!(list.out.lines().count(), 3, "{}", list.out);
    home.at(&dir, &["catalogue", "export", "--help"])
        .check(0, "последняя опубликованная");

    let text = fs::read_to_string(&file).unwrap();
    let head = text.find("code = \"6.2\"").unwrap();
    let (before, after) = text.split_at(head);
    let text = format!(
        "{before}{}",
        after.replacen("title = \"", "title = \"  ", 1)
    );
    fs::write(&file, text).unwrap();
    home.at(&dir, &["catalogue", "import", name, "--yes"])
        .check(0, "каталог, ред. 4");
    let book = dir.join("к.xlsx");
    let wanted = ["catalogue", "export", book.to_str().unwrap()];
    let out = home.at(&dir, &[&wanted[..], &["--edition", "4"]].concat());
    out.check(0, "Каталог, ред. 4 (рабочая)");
    assert!(out.err.contains("прочтётся не всё"), "{}", out.err);
    assert!(out.err.contains("редакции: 6.2."), "{}", out.err);
}

/// What the file does not have is told, thing by thing, before it goes: it may be a file of an earlier edition.
#[test]
fn what_a_file_lacks_is_told_before_it_goes() {
    let (home, dir) = Home::with_demo();
    let file = dir.join("к.xlsx");
    let name = file.to_str().unwrap();
    home.at(&dir, &["catalogue", "export", name]).check(0, "");
    let whole = Book::read(name, &fs::read(&file).unwrap()).unwrap();
    let mut less = whole.clone();
    without(&mut less, "6.6");
    fs::write(&file, again(&less)).unwrap();
    let shown = home.at(&dir, &["catalogue", "import", name]);
    shown.check(
        0,
        "− 6.6 Рост основных средств: в файле нет и в редакции не будет",
    );
    shown.check(0, "снимается — 0, убрано — 1, узнано");
    let lines = shown.out.lines();
    let told = lines.filter(|it| it.starts_with(['+', '~', '−']));
    assert_eq!(told.count(), 1, "{}", shown.out);
    home.at(&dir, &["catalogue", "import", name, "--yes"])
        .check(0, "каталог, ред. 4");
    // Into an edition that has it, it is retired; the edition before has it, too.
    let mut other = whole.clone();
    let weight = CellText::Number(21.into());
    change(&mut other, "Показатели", "6.2", "Вес", weight);
    fs::write(&file, again(&other)).unwrap();
    home.at(&dir, &["catalogue", "import", name, "--yes"])
        .check(0, "каталог, ред. 5");
    without(&mut other, "6.6");
    fs::write(&file, again(&other)).unwrap();
    let shown = home.at(&dir, &["catalogue", "import", name, "--into", "5"]);
    shown.check(0, "− 6.6 Рост основных средств: в файле нет, снимается");
    shown.check(0, "снимается — 1, убрано — 0");
    // Only another order is a change, too.
    let mut turned = whole.clone();
    let sheet = turned.sheets.iter_mut().find(|it| it.name == "Показатели");
    let rows = &mut sheet.unwrap().rows;
    let last = rows.len() - 1;
    rows.swap(last - 1, last);
    fs::write(&file, again(&turned)).unwrap();
    let shown = home.at(&dir, &["catalogue", "import", name]);
    shown.check(0, "~ порядок направлений или показателей");
    shown.check(0, "повторите с --yes");
}

/// The book without the rows of a code.
fn without(book: &mut Book, code: &str) {
    for sheet in &mut book.sheets {
        let is = |it: &CellText| it.to_string() == code;
        sheet.rows.retain(|row| !row.iter().any(is));
    }
}

/// Another value in the row of a code.
fn change(book: &mut Book, sheet: &str, code: &str, column: &str, to: CellText) {
    let sheet = book.sheets.iter_mut().find(|it| it.name == sheet).unwrap();
    let is = |it: &CellText, text: &str| it.to_string() == text;
    let column = sheet.rows[0].iter().position(|it| is(it, column)).unwrap();
    let row = (sheet.rows.iter_mut())
        .find(|row| row.get(1).is_some_and(|it| is(it, code)))
        .unwrap();
    row[column] = to;
}

/// The book as a file.
fn again(book: &Book) -> Vec<u8> {
    let sheets: Vec<SheetOut> = (book.sheets.iter().filter(|it| !it.hidden))
        .map(|it| SheetOut {
            name: it.name.clone(),
            columns: (it.rows[0].iter())
                .map(|it| ColumnOut::new(it.to_string(), 10))
                .collect(),
            rows: it.rows[1..].to_vec(),
            ..SheetOut::default()
        })
        .collect();
    write_xlsx(&sheets, DateTime::default()).unwrap()
}

/// The journal knows what came from a file, and from which.
#[test]
fn an_import_is_told_as_one() {
    let (home, dir) = Home::with_demo();
    let file = dir.join("к.xlsx");
    let name = file.to_str().unwrap();
    home.at(&dir, &["catalogue", "export", name]).check(0, "");
    let mut book = Book::read(name, &fs::read(&file).unwrap()).unwrap();
    let weight = CellText::Number(21.into());
    change(&mut book, "Показатели", "6.2", "Вес", weight);
    fs::write(&file, again(&book)).unwrap();
    home.at(&dir, &["catalogue", "import", name, "--yes"])
        .check(0, "из файла: каталог, ред. 4");
    let table = dir.join("р.xlsx");
    let register = table.to_str().unwrap();
    home.at(&dir, &["register", "export", "organisations", register])
        .check(0, "");
    let mut book = Book::read(register, &fs::read(&table).unwrap()).unwrap();
    let first = book.sheets[0].rows[1][2].clone();
    for row in book.sheets[0]
        .rows
        .iter_mut()
        .filter(|it| it.get(2) == Some(&first))
    {
        row[3] = CellText::text("Средняя школа имени М. В. Ломоносова");
    }
    fs::write(&table, again(&book)).unwrap();
    home.at(
        &dir,
        &["register", "import", "organisations", register, "--yes"],
    )
    .check(0, "из файла: ");
    let all = home.at(&dir, &["export"]);
    let lines = all.out.lines();
    let imports = lines.filter(|it| it.contains("\"cause\":\"import\""));
    let digests: std::collections::BTreeSet<&str> = imports
        .map(|it| it.split("\"digest\":\"").nth(1).unwrap().get(..32).unwrap())
        .collect();
    assert_eq!(digests.len(), 2, "{digests:?}");
}
