//! What is written: read back equal, the same bytes each time, no formula out of a text.

use std::io::Read;

use proptest::prelude::*;
use rust_decimal::Decimal;
use smotr::exchange::workbook::{Book, CellText, ColumnOut, SheetOut, write_csv, write_xlsx};

use super::{day, made, number, rows, text};

fn sheet(rows: Vec<Vec<CellText>>) -> SheetOut {
    SheetOut {
        name: "Школы: 2026/27".into(),
        columns: vec![ColumnOut::new("Первый", 10), ColumnOut::new("=Второй", 20)],
        rows,
        ..SheetOut::default()
    }
}

fn risky() -> Vec<Vec<CellText>> {
    [
        "=1+1",
        "+7 900",
        "-5",
        "@имя",
        " =1",
        "'цитата'",
        "|cmd",
        "＝1",
        "Дом, ул. «А»; 2",
        "\"а\"",
    ]
    .iter()
    .map(|it| vec![text(it), CellText::Empty, number("-1.50")])
    .collect()
}

/// A part of a package.
fn part(bytes: &[u8], name: &str) -> String {
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut out = String::new();
    zip.by_name(name).unwrap().read_to_string(&mut out).unwrap();
    out
}

#[test]
fn no_text_becomes_a_formula() {
    let out = sheet(risky());
    let bytes = write_xlsx(std::slice::from_ref(&out), made()).unwrap();
    assert!(!part(&bytes, "xl/worksheets/sheet1.xml").contains("<f"));
    assert_eq!(rows(&bytes)[1..].len(), out.rows.len());
    let csv = String::from_utf8(write_csv(&out)).unwrap();
    for line in csv.trim_start_matches('\u{feff}').lines() {
        for cell in line.split(';').map(|it| it.trim_matches('"')) {
            let number = cell.parse::<f64>().is_ok() || cell == "-1,50" || cell == "-1,5";
            assert!(
                number
                    || !cell
                        .trim_start()
                        .starts_with(['=', '+', '-', '@', '|', '＝']),
                "{line}"
            );
        }
    }
}

#[test]
fn the_same_rows_give_the_same_bytes() {
    let out = [sheet(risky())];
    let first = write_xlsx(&out, made()).unwrap();
    std::thread::sleep(std::time::Duration::from_millis(1_100));
    assert_eq!(first, write_xlsx(&out, made()).unwrap());
}

#[test]
fn numbers_are_numbers_and_dates_are_dates() {
    let cells = vec![
        number("87.5"),
        number("-0.1"),
        CellText::Percent("0.875".parse().unwrap()),
        CellText::Date(day("2023-09-01")),
        CellText::Date(day("1900-03-01")),
        CellText::Bool(false),
        text("007"),
        text("две\nстроки _x0041_"),
    ];
    let bytes = write_xlsx(&[sheet(vec![cells.clone()])], made()).unwrap();
    assert_eq!(rows(&bytes)[1], cells);
    // Decimals are shown as they were given.
    let bytes = write_xlsx(&[sheet(vec![vec![number("87.50")]])], made()).unwrap();
    assert!(part(&bytes, "xl/styles.xml").contains("\"0.00\""));
    // What a spreadsheet can't hold exactly stays a text, every digit of it.
    let long = number("1234567890123456.789");
    let bytes = write_xlsx(
        &[sheet(vec![vec![long, CellText::Date(day("1812-09-07"))]])],
        made(),
    )
    .unwrap();
    assert_eq!(
        rows(&bytes)[1],
        [text("1234567890123456,789"), text("07.09.1812")]
    );
}

#[test]
fn the_sheet_is_fit_for_work() {
    let long: Vec<String> = (0..40)
        .map(|it| format!("причина номер {it}, с запятой"))
        .collect();
    let mut out = sheet(vec![vec![text("а"), text("б")]]);
    out.columns[0].choices = vec!["да".into(), "нет".into()];
    out.columns[1].choices.clone_from(&long);
    out.columns[0].is_label = true;
    out.frozen = 2;
    let second = SheetOut {
        name: "школы  2026 27".into(),
        ..out.clone()
    };
    let bytes = write_xlsx(&[out, second, SheetOut::default()], made()).unwrap();
    let xml = part(&bytes, "xl/worksheets/sheet1.xml");
    for wanted in [
        "state=\"frozen\"",
        "xSplit=\"2\"",
        "<autoFilter ref=\"A1:B2\"",
        "\"да,нет\"",
        "Списки!$A$1:$A$40",
        "customWidth=\"1\"",
    ] {
        assert!(xml.contains(wanted), "{wanted}\n{xml}");
    }
    assert!(part(&bytes, "xl/styles.xml").contains("<b/>"));
    // Number 49 is the format of texts: `6.2` typed into such a column does not become a date.
    assert!(part(&bytes, "xl/styles.xml").contains("numFmtId=\"49\""));
    let book = Book::read("а.xlsx", &bytes).unwrap();
    let names: Vec<_> = book
        .sheets
        .iter()
        .map(|it| (it.name.as_str(), it.hidden))
        .collect();
    assert_eq!(
        names,
        [
            ("Школы  2026 27", false),
            ("школы  2026 27 2", false),
            ("Лист", false),
            ("Списки", true)
        ]
    );
    assert_eq!(book.sheets[3].rows.len(), 40);
}

fn cell() -> impl Strategy<Value = CellText> {
    prop_oneof![
        Just(CellText::Empty),
        "[=+@' а-яё0-9;,\"_x\n-]{1,12}".prop_map(|it| text(&it)),
        (-999_999_999_i64..999_999_999, 0_u32..6)
            .prop_map(|(it, scale)| CellText::Number(Decimal::new(it, scale).normalize())),
        (0_u64..90_000).prop_map(|it| CellText::Date(day("1900-03-01") + chrono::Days::new(it))),
        any::<bool>().prop_map(CellText::Bool),
    ]
}

/// Rows as they are read: without what is empty at their ends, and at the end of the sheet.
fn trimmed(mut rows: Vec<Vec<CellText>>) -> Vec<Vec<CellText>> {
    for row in &mut rows {
        while row.last() == Some(&CellText::Empty) {
            row.pop();
        }
    }
    while rows.last().is_some_and(Vec::is_empty) {
        rows.pop();
    }
    rows
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn what_is_written_is_read(cells in prop::collection::vec(prop::collection::vec(cell(), 0..5), 0..6)) {
        let out = sheet(cells.clone());
        let expected = trimmed(cells);
        let xlsx = rows(&write_xlsx(std::slice::from_ref(&out), made()).unwrap());
        prop_assert_eq!(&xlsx[1..], &expected[..]);
        let shown: Vec<Vec<CellText>> = expected
            .iter()
            .map(|row| row.iter().map(|it| text(&it.to_string())).collect())
            .collect();
        let csv = rows(&write_csv(&out));
        prop_assert_eq!(&csv[1..], &shown[..]);
    }
}
