//! The catalogue as a workbook: what goes out comes in again, whatever its scales are, and what is wrong is told with its cell.

mod any;
mod editions;
mod faults;
mod kinds;
mod rules;

use chrono::{DateTime, Utc};
use smotr::domain::ids::Timestamp;
use smotr::exchange::catalogue_book::{Fault, sheets};
use smotr::exchange::catalogue_file::{self, FileError};
use smotr::exchange::toml::Catalogue;
use smotr::exchange::workbook::{CellText, SheetOut, write_xlsx};
use smotr::locale::{Lang, Locale};

fn made() -> DateTime<Utc> {
    "2026-11-23T09:30:00Z".parse().unwrap()
}

fn read(sheets: &[SheetOut]) -> Result<Catalogue, FileError> {
    catalogue_file::read("к.xlsx", &write_xlsx(sheets, made()).unwrap())
}

/// Written and read back.
fn back(catalogue: &Catalogue) -> Catalogue {
    match read(&sheets(catalogue)) {
        Ok(it) => it,
        Err(error) => panic!("{:#?}", error.say(&Locale::new(Lang::Ru))),
    }
}

/// The faults of the supplied catalogue after somebody has worked on its sheets.
fn faults(spoil: impl FnOnce(&mut Vec<SheetOut>)) -> Vec<Fault> {
    let mut sheets = sheets(&Catalogue::shipped().unwrap());
    spoil(&mut sheets);
    match read(&sheets) {
        Err(FileError::Faults(faults)) => faults,
        other => panic!("{other:?}"),
    }
}

fn said(spoil: impl FnOnce(&mut Vec<SheetOut>)) -> Vec<String> {
    let locale = Locale::new(Lang::Ru);
    let faults = faults(spoil);
    // In the other language something is said as well.
    let other = Locale::new(Lang::En);
    assert!(faults.iter().all(|it| !it.say(&other).is_empty()));
    faults.iter().map(|it| it.say(&locale)).collect()
}

/// The cell of a sheet, in the row whose second or first cell is this code.
fn cell<'a>(sheets: &'a mut [SheetOut], at: [&str; 3]) -> &'a mut CellText {
    let [sheet, code, column] = at;
    let sheet = sheets.iter_mut().find(|it| it.name == sheet).unwrap();
    let column = (sheet.columns.iter())
        .position(|it| it.title == column)
        .unwrap();
    let row = sheet.rows.iter_mut();
    let is = |it: &CellText| it.to_string() == code;
    let row = { row }.find(|it| it.iter().take(2).any(is)).unwrap();
    &mut row[column]
}

#[test]
fn the_supplied_catalogue_comes_back_as_it_went() {
    let catalogue = Catalogue::shipped().unwrap();
    assert_eq!(back(&catalogue), catalogue);
}

#[test]
fn what_is_written_does_not_depend_on_when() {
    let catalogue = Catalogue::shipped().unwrap();
    let write = || catalogue_file::write_book(&catalogue, Timestamp(1)).unwrap();
    assert_eq!(write(), write());
}

/// A workbook is told by its bytes, a text by its being none.
#[test]
fn what_a_file_is_does_not_hang_on_its_name() {
    let catalogue = Catalogue::shipped().unwrap();
    let book = catalogue_file::write_book(&catalogue, Timestamp(1)).unwrap();
    assert_eq!(
        catalogue_file::read("каталог", &book),
        Ok(catalogue.clone())
    );
    let text = catalogue.write();
    assert_eq!(
        catalogue_file::read("каталог", text.as_bytes()),
        Ok(catalogue)
    );
    let wrong = catalogue_file::read("каталог.xlsx", text.as_bytes());
    assert!(wrong.is_err(), "a text is no workbook");
}

/// Names of the TOML file stand for words, titles and sheets; so do the other words that people use.
#[test]
fn names_of_the_other_file_are_understood() {
    let catalogue = Catalogue::shipped().unwrap();
    let mut sheets = sheets(&catalogue);
    *cell(&mut sheets, ["Показатели", "6.2", "Что лучше"]) = CellText::text("higher");
    *cell(&mut sheets, ["Показатели", "6.2", "Собирается"]) = CellText::text("Ежегодно");
    *cell(&mut sheets, ["Показатели", "6.2", "Шкала"]) = CellText::text("bands");
    *cell(&mut sheets, ["Показатели", "6.2", "Измеряется"]) = CellText::text("ratio");
    *cell(&mut sheets, ["Редакция", "Состояние", "Значение"]) = CellText::text("published");
    for sheet in &mut sheets {
        match sheet.name.as_str() {
            "Показатели" => sheet.name = "indicators".into(),
            "Шкалы" => sheet.name = "ШКАЛЫ".into(),
            _ => {}
        }
        for column in &mut sheet.columns {
            match column.title.as_str() {
                "Вес" => column.title = "weight".into(),
                "№ записи" => column.title = "id".into(),
                _ => {}
            }
        }
    }
    let read = read(&sheets).unwrap();
    let of = |it: &Catalogue| {
        let all = it.indicators.iter();
        all.clone().find(|it| it.1.code == "6.2").unwrap().clone()
    };
    assert_eq!(of(&read), of(&catalogue));
}

/// Rows without a number are new; those with one keep it.
#[test]
fn a_row_without_a_number_is_new() {
    let catalogue = Catalogue::shipped().unwrap();
    let mut sheets = sheets(&catalogue);
    *cell(&mut sheets, ["Показатели", "6.2", "№ записи"]) = CellText::Empty;
    let read = read(&sheets).unwrap();
    let id = |it: &Catalogue, code| {
        let all = it.indicators.iter();
        { all }.find(|it| it.1.code == code).unwrap().0.0
    };
    assert_eq!(id(&read, "6.1"), id(&catalogue, "6.1"));
    assert_eq!(id(&read, "6.2"), 37);
}
