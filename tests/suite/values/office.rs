//! LibreOffice opens what is written, finds no formula in it, and gives it back as it was. Where it is not installed, a line says so.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use smotr::analysis::extract::Shape;
use smotr::domain::ids::OrganisationId;
use smotr::exchange::values::form::Forms;
use smotr::exchange::values::stamp::Stamp;
use smotr::exchange::workbook::{Book, CellText, Look, write_form, write_xlsx};

use super::form::{STORE, told};
use super::table::{extract, rename, table};
use crate::workbook::made;

/// Converts a file without a screen; `None`, and a line, where there is no LibreOffice.
fn converted(dir: &Path, file: &Path, to: &str) -> Option<PathBuf> {
    let is_there = Command::new("soffice")
        .arg("--version")
        .stdout(Stdio::null())
        .status();
    if !is_there.is_ok_and(|it| it.success()) {
        eprintln!("ПРОПУЩЕНО: soffice не установлен, файлы не открыты в LibreOffice");
        return None;
    }
    let out = dir.join(to);
    let mut child = Command::new("soffice")
        .arg(format!(
            "-env:UserInstallation=file://{}",
            dir.join("profile").display()
        ))
        .args(["--headless", "--convert-to", to, "--outdir"])
        .arg(&out)
        .arg(file)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    for _ in 0..600 {
        if let Some(status) = child.try_wait().unwrap() {
            assert!(status.success());
            return Some(out.join(file.file_name().unwrap()).with_extension(to));
        }
        std::thread::sleep(Duration::from_millis(200));
    }
    child.kill().unwrap();
    panic!("LibreOffice has not come to an end");
}

/// Cells of all sheets, as they read.
fn cells(book: &Book) -> Vec<(String, bool, Vec<Vec<String>>)> {
    let rows = |rows: &[Vec<CellText>]| {
        let mut rows: Vec<Vec<String>> = (rows.iter())
            .map(|row| {
                let mut row: Vec<String> = row.iter().map(ToString::to_string).collect();
                while row.last().is_some_and(String::is_empty) {
                    row.pop();
                }
                row
            })
            .collect();
        while rows.last().is_some_and(Vec::is_empty) {
            rows.pop();
        }
        rows
    };
    let sheets = book.sheets.iter();
    sheets
        .map(|it| (it.name.clone(), it.hidden, rows(&it.rows)))
        .collect()
}

/// A form that somebody fills in and keeps with LibreOffice comes back with what was typed, and is known again.
#[test]
fn a_form_comes_back_from_libreoffice() {
    let (state, period) = told();
    let forms = Forms::of(state, STORE, period).unwrap();
    let mut form = forms.form(OrganisationId(1)).unwrap();
    let mut typed = 0;
    for sheet in &mut form.sheets {
        let slots = sheet.rows.iter_mut().flatten();
        for slot in slots.filter(|it| it.look == Look::Field && it.cell == CellText::Empty) {
            typed += 1;
            slot.cell = match typed % 3 {
                0 => CellText::Number("87.25".parse().unwrap()),
                1 => CellText::text("н/п"),
                _ => CellText::text("ремонт: «2-й корпус», 5 каб."),
            };
        }
    }
    assert!(typed > 50);
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("форма.xlsx");
    let written = write_form(&form.sheets, made()).unwrap();
    std::fs::write(&file, &written).unwrap();
    let ours = Book::read("форма", &written).unwrap();
    for to in ["ods", "xlsx"] {
        let Some(theirs) = converted(dir.path(), &file, to) else {
            return;
        };
        let theirs = Book::read("форма", &std::fs::read(theirs).unwrap()).unwrap();
        assert_eq!(cells(&theirs), cells(&ours), "{to}");
        assert_eq!(Stamp::read(&theirs), Stamp::read(&ours));
        assert!(Stamp::read(&theirs).unwrap().is_ok());
    }
}

/// Names as bad as can be, in a table that LibreOffice opens: no cell is a formula.
#[test]
fn libreoffice_finds_no_formula_in_a_table() {
    let (state, period) = told();
    let mut state = state.clone();
    let names = [
        "=1+1",
        "=HYPERLINK(\"http://х\";\"школа\")",
        "+7 (4812) 00-00-00",
        "@СУММ(A1:A9)",
        "-5",
    ];
    for (id, name) in (1..).map(OrganisationId).zip(names) {
        rename(&mut state, id, name);
    }
    let dir = tempfile::tempdir().unwrap();
    for (n, shape) in [Shape::Matrix { parts: true }, Shape::List]
        .into_iter()
        .enumerate()
    {
        let table = table(&state, &extract(&state, period, shape));
        let written = write_xlsx(std::slice::from_ref(&table), made()).unwrap();
        let file = dir.path().join(format!("таблица{n}.xlsx"));
        std::fs::write(&file, &written).unwrap();
        let Some(theirs) = converted(dir.path(), &file, "fods") else {
            return;
        };
        let text = std::fs::read_to_string(theirs).unwrap();
        for name in ["=1+1", "+7 (4812)", "@СУММ"] {
            assert!(text.contains(name), "{name} is not there");
        }
        assert!(!text.contains("table:formula"), "a formula");
    }
}
