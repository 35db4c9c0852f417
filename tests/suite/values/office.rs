//! LibreOffice opens what is written, finds no formula in it, and gives it back as it was. Where it is not installed, a line says so.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use rust_decimal::Decimal;
use smotr::analysis::batch::{Batch, Brings, Meant, Names};
use smotr::analysis::extract::Shape;
use smotr::domain::catalogue::{Indicator, Measure};
use smotr::domain::cell_text;
use smotr::domain::decide::Actor;
use smotr::domain::ids::{OrganisationId, PeriodId};
use smotr::domain::state::State;
use smotr::domain::value::Cell;
use smotr::exchange::values::form::Forms;
use smotr::exchange::values::stamp::Stamp;
use smotr::exchange::values::titles::{DENOMINATOR, ENTRY, NOTE, NUMERATOR, REASON};
use smotr::exchange::values::{Against, read_into};
use smotr::exchange::workbook::{Book, CellText, How, Look, write_form, write_xlsx};
use smotr::locale::{Lang, Locale};

use super::form::{STORE, told};
use super::table::{extract, rename, table};
use crate::support::world::{ORLOVA, do_as, now};
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
    let forms = Forms::of(state, STORE, period, None).unwrap();
    let mut form = forms.form(Some(OrganisationId(1))).unwrap();
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

/// The rules of a form as LibreOffice reckons them: what the store takes, the cell takes, the words above all.
#[test]
fn what_may_be_typed_is_reckoned_by_libreoffice() {
    let (state, period) = told();
    let forms = Forms::of(state, STORE, period, None).unwrap();
    let form = forms.form(Some(OrganisationId(1))).unwrap();
    // 1.4: whole points from 0 to 12; 1.1: any number from 0.
    let rule = |row: usize, column: usize| {
        let slot = &form.sheets[1].rows[row][column];
        match &slot.rule.as_ref().unwrap().how {
            How::True(formula) => formula.clone(),
            other => panic!("{other:?}"),
        }
    };
    let cases = [
        (rule(6, 6), "G7", "н/п", true),
        (rule(6, 6), "G7", "нет данных", true),
        (rule(6, 6), "G7", "12", true),
        (rule(6, 6), "G7", "0", true),
        (rule(6, 6), "G7", "13", false),
        (rule(6, 6), "G7", "1.5", false),
        (rule(6, 6), "G7", "много", false),
        (rule(3, 6), "G4", "87.5", true),
        (rule(3, 6), "G4", "н/п", true),
        (rule(3, 6), "G4", "-1", false),
        (rule(3, 4), "E4", "21", true),
        (rule(3, 4), "E4", "н/п", false),
        (rule(3, 4), "E4", "2.5", false),
    ];
    let mut rows = String::new();
    for (n, (formula, cell, typed, _)) in cases.iter().enumerate() {
        let here = format!("[.A{}]", n + 1);
        let formula = formula.replace(cell, &here).replace(',', ";");
        let formula = formula.replace("FALSE", "FALSE()");
        let formula = formula
            .replace("[.F4]", "0")
            .replace('&', "&amp;")
            .replace('"', "&quot;");
        let formula = formula.replace('<', "&lt;").replace('>', "&gt;");
        let value = match typed.parse::<f64>() {
            Ok(number) => format!("office:value-type=\"float\" office:value=\"{number}\""),
            Err(_) => "office:value-type=\"string\"".to_owned(),
        };
        rows.push_str(&format!(
            "<table:table-row><table:table-cell {value}><text:p>{typed}</text:p></table:table-cell>\
             <table:table-cell table:formula=\"of:={formula}\"/></table:table-row>"
        ));
    }
    let sheet = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document \
         xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" \
         xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" \
         xmlns:of=\"urn:oasis:names:tc:opendocument:xmlns:of:1.2\" \
         xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" \
         office:version=\"1.2\" office:mimetype=\"application/vnd.oasis.opendocument.spreadsheet\">\
         <office:body><office:spreadsheet><table:table table:name=\"А\">{rows}</table:table>\
         </office:spreadsheet></office:body></office:document>"
    );
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("правила.fods");
    std::fs::write(&file, sheet).unwrap();
    let Some(reckoned) = converted(dir.path(), &file, "csv") else {
        return;
    };
    let reckoned = std::fs::read_to_string(reckoned).unwrap();
    let found: Vec<&str> = reckoned
        .lines()
        .map(|it| it.rsplit(',').next().unwrap())
        .collect();
    for ((formula, _, typed, may), found) in cases.iter().zip(found) {
        let is = matches!(found, "TRUE" | "1" | "ИСТИНА");
        assert_eq!(is, *may, "{typed} in {formula}: {found}");
    }
}

/// What is typed into a row of a form: its parts or its entry, within what is possible.
fn typed(indicator: &Indicator, below: Option<Decimal>) -> Vec<(&'static str, CellText)> {
    let number = |it: Decimal| CellText::Number(it);
    match &indicator.measure {
        Measure::Ratio { .. } => {
            let below = below.unwrap_or(4.into());
            let above = (below / Decimal::TWO).floor();
            vec![(NUMERATOR, number(above)), (DENOMINATOR, number(below))]
        }
        Measure::Choice { options } => vec![(ENTRY, CellText::text(&options[0]))],
        _ => {
            let least = indicator.bounds.hard_min.unwrap_or_default();
            let most = indicator.bounds.hard_max.unwrap_or(least + Decimal::TEN);
            vec![(ENTRY, number((least + Decimal::ONE).min(most)))]
        }
    }
}

/// The whole way: a form is handed out, filled in and kept with LibreOffice, brought in; what then goes out as a table holds what was typed,
/// and coming back from LibreOffice it changes nothing.
#[test]
fn what_is_filled_in_with_libreoffice_is_brought_in_and_goes_out_equal() {
    let (demo, period) = told();
    let school = OrganisationId(1);
    for (to, table_to) in [("ods", "xlsx"), ("xls", "ods"), ("xlsx", "xls")] {
        let mut state = demo.clone();
        let mut form = {
            let forms = Forms::of(&state, STORE, period, None).unwrap();
            forms.form(Some(school)).unwrap()
        };
        let written = write_form(&form.sheets, made()).unwrap();
        let stamp = Stamp::read(&Book::read("ф", &written).unwrap())
            .unwrap()
            .unwrap();
        let mut wanted = Vec::new();
        for row in &stamp.rows {
            let indicator = &state.indicator_in(period, row.indicator).unwrap().body;
            let sheet = form
                .sheets
                .iter_mut()
                .find(|it| it.name == row.sheet)
                .unwrap();
            let titles: Vec<String> = sheet.rows[2].iter().map(|it| it.cell.to_string()).collect();
            let at = |title: &str| titles.iter().position(|it| it == title);
            let below = at(DENOMINATOR).and_then(|it| match sheet.rows[row.row][it].cell {
                CellText::Number(below) => Some(below),
                _ => None,
            });
            let cells = typed(indicator, below);
            for title in [NUMERATOR, DENOMINATOR, ENTRY, REASON] {
                let Some(at) = at(title) else { continue };
                let said = cells.iter().find(|it| it.0 == title);
                sheet.rows[row.row][at].cell = said.map_or(CellText::Empty, |it| it.1.clone());
            }
            sheet.rows[row.row][at(NOTE).unwrap()].cell = CellText::text("по отчёту школы");
            let texts: Vec<String> = cells.iter().map(|it| it.1.to_string()).collect();
            let cell = Cell {
                period,
                indicator: row.indicator,
                subject: row.subject,
            };
            wanted.push((cell, texts.join("/")));
        }
        assert!(wanted.len() > 20);
        let dir = tempfile::tempdir().unwrap();
        let file = dir.path().join("форма.xlsx");
        std::fs::write(&file, write_form(&form.sheets, made()).unwrap()).unwrap();
        let Some(kept) = converted(dir.path(), &file, to) else {
            return;
        };
        let brought = brought(&state, period, &std::fs::read(kept).unwrap());
        let (batch, brings) = &brought;
        assert_eq!(batch.files[0].faults, Vec::<String>::new(), "{to}");
        assert_eq!(brings.refused(), 0, "{to}: {:?}", brings.outcomes);
        assert!(brings.changes() > 20);
        let command = brings.command(batch, |_| true).unwrap();
        do_as(&mut state, ORLOVA, command).unwrap();
        for (cell, text) in &wanted {
            let entry = &state.value(*cell).unwrap().entry;
            assert_eq!(
                Ok(entry),
                cell_text::read(&state, *cell, text).as_ref(),
                "{cell:?}"
            );
        }
        let table = table(
            &state,
            &extract(&state, period, Shape::Matrix { parts: true }),
        );
        let file = dir.path().join("таблица.xlsx");
        std::fs::write(&file, write_xlsx(&[table], made()).unwrap()).unwrap();
        let kept = converted(dir.path(), &file, table_to).unwrap();
        let (batch, brings) = self::brought(&state, period, &std::fs::read(kept).unwrap());
        assert_eq!(batch.files[0].faults, Vec::<String>::new(), "{table_to}");
        assert_eq!((brings.changes(), brings.refused()), (0, 0), "{table_to}");
        assert!(brings.same() >= wanted.len(), "{table_to}");
    }
}

fn brought(state: &State, period: PeriodId, bytes: &[u8]) -> (Batch, Brings) {
    let locale = Locale::new(Lang::Ru);
    let names = Names::of(state, Some(period));
    let against = Against {
        state,
        names: &names,
        store: STORE,
        locale: &locale,
    };
    let mut batch = Batch::default();
    read_into(&mut batch, against, ("файл", [7; 16]), bytes);
    let by = (Actor { user: ORLOVA }, now(state));
    let brings = Brings::of(state, by, &batch, &Meant::default());
    (batch, brings)
}
