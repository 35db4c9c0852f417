//! A table is found by its titles, read by kinds of values, and told of all that is wrong with it at once.

use smotr::exchange::workbook::table::{Column, Fault, Reading, Row, Table};
use smotr::exchange::workbook::{CellText, Sheet, Unread};
use smotr::locale::{Lang, Locale};

use super::{day, number, text};

const COLUMNS: [Column; 7] = [
    Column::needed("Наименование", &["Название"]),
    Column::needed("Учётный номер", &["№"]),
    Column::free("Доля", &[]),
    Column::free("Дата", &[]),
    Column::free("Сдано", &[]),
    Column::free("Вид", &[]),
    Column::free("Примечание", &[]),
];

const KINDS: [(u8, &[&str]); 2] = [(1, &["и. о.", "врио"]), (2, &["постоянно"])];

type Read = (
    String,
    Option<u32>,
    Option<rust_decimal::Decimal>,
    Option<chrono::NaiveDate>,
    Option<bool>,
    Option<u8>,
);

fn sheet(rows: Vec<Vec<CellText>>) -> Sheet {
    Sheet {
        name: "Лист1".into(),
        hidden: false,
        rows,
    }
}

fn titles(titles: &[&str]) -> Vec<CellText> {
    titles.iter().map(|it| text(it)).collect()
}

fn say(faults: &[Fault]) -> Vec<String> {
    let locale = Locale::new(Lang::Ru);
    faults.iter().map(|it| it.say(&locale)).collect()
}

fn read(row: &mut Row<'_>) -> Option<Read> {
    let name = row.needed("Наименование", Row::text);
    let whole = row.whole("Учётный номер");
    let share = row.number("Доля");
    let date = row.date("Дата");
    let done = row.yes_no("Сдано");
    let kind = row.choice("Вид", &KINDS);
    Some((name?, whole, share, date, done, kind))
}

/// Rows under the titles in their order.
fn reading(rows: Vec<Vec<CellText>>) -> Reading<Read> {
    let mut all = vec![titles(&COLUMNS.map(|it| it.title))];
    all.extend(rows);
    let sheet = sheet(all);
    let table = Table::find("а.xlsx", &sheet, &COLUMNS).unwrap();
    table.read(read)
}

#[test]
fn titles_are_found_below_a_heading_in_any_order_and_spelling() {
    let sheet = sheet(vec![
        vec![text("Наименование управления образования")],
        vec![],
        titles(&["№", " УЧЁТНЫЙ  номер:", "название*", "Телефон", "", "вид"]),
        vec![CellText::Empty, number("7"), text("Лицей")],
    ]);
    let faults = Table::find("а.xlsx", &sheet, &COLUMNS).unwrap_err();
    assert_eq!(
        say(&faults),
        [
            "а.xlsx, лист «Лист1», ячейка B3: второй столбец с названием «Учётный номер». Оставьте один."
        ]
    );
    let mut sheet = sheet;
    sheet.rows[2][0] = text("п/п");
    let table = Table::find("а.xlsx", &sheet, &COLUMNS).unwrap();
    assert_eq!(
        say(&table.unknown),
        [
            "а.xlsx, лист «Лист1», ячейка A3: столбец «п/п» не читается. Если он нужен, исправьте название.",
            "а.xlsx, лист «Лист1», ячейка D3: столбец «Телефон» не читается. Если он нужен, исправьте название.",
        ]
    );
    assert!(table.has("Вид") && !table.has("Доля"));
    let reading = table.read(read);
    assert_eq!(reading.faults, []);
    let (at, row) = &reading.rows[0];
    assert_eq!(at.to_string(), "A4");
    assert_eq!((row.0.as_str(), row.1), ("Лицей", Some(7)));
}

#[test]
fn missing_titles_are_all_named() {
    let none = sheet(vec![titles(&["один", "другой"])]);
    let faults = Table::find("а.xlsx", &none, &COLUMNS).unwrap_err();
    assert_eq!(
        say(&faults),
        [
            "а.xlsx, лист «Лист1»: не нашлась строка с названиями столбцов. Нужны столбцы Наименование, Учётный номер."
        ]
    );
    let some = sheet(vec![titles(&["Доля", "Дата"])]);
    let faults = Table::find("а.xlsx", &some, &COLUMNS).unwrap_err();
    assert_eq!(faults.len(), 2);
    assert!(say(&faults)[1].contains("не хватает столбца «Учётный номер»"));
    assert!(Table::find("а.xlsx", &sheet(Vec::new()), &COLUMNS).is_err());
}

#[test]
fn values_are_read_as_people_write_them() {
    let typed = vec![
        text("\u{a0}Школа № 1 "),
        text("1 024"),
        text("87,5 %"),
        text("1 сентября 2023 г."),
        text("ДА"),
        text("И.О."),
    ];
    let kept = vec![
        text("Школа № 1"),
        number("1024"),
        CellText::Percent("0.875".parse().unwrap()),
        CellText::Date(day("2023-09-01")),
        CellText::Bool(true),
        text("Врио"),
    ];
    let reading = reading(vec![typed, vec![], vec![text("  ")], kept]);
    assert_eq!(reading.faults, []);
    assert_eq!(reading.rows.len(), 2);
    assert_eq!(reading.rows[0].1, reading.rows[1].1);
    let share = reading.rows[0].1.2.unwrap();
    assert_eq!(share.to_string(), "87.5");
    // A number is a text where a text is wanted.
    let number = super::table::reading(vec![vec![number("12.50"), number("1")]]);
    assert_eq!(number.rows[0].1.0, "12,5");
}

#[test]
fn every_fault_is_told_with_its_cell() {
    let reading = reading(vec![
        vec![text("Школа"), number("1")],
        vec![
            blank(),
            text("1,5"),
            text("много"),
            text("01.09.23"),
            text("может быть"),
            text("временно"),
        ],
        vec![
            text("Школа"),
            number("-1"),
            CellText::Date(day("2026-05-12")),
            text("31.02.2026"),
            CellText::Unread(Unread::Error("#Н/Д".into())),
            CellText::Unread(Unread::NotReckoned),
        ],
        vec![
            text("Школа"),
            blank(),
            blank(),
            CellText::Date(day("1812-09-07")),
        ],
        vec![text("Школа"), blank(), blank(), text("+30")],
    ]);
    assert_eq!(reading.rows.len(), 1);
    assert_eq!(
        say(&reading.faults)
            .iter()
            .map(|it| it.trim_start_matches("а.xlsx, лист «Лист1», ячейка "))
            .collect::<Vec<_>>(),
        [
            "A3: не заполнено «Наименование». Заполните ячейку.",
            "B3: в «Учётный номер» нужно целое число, не меньше нуля, а стоит «1,5».",
            "C3: в «Доля» нужно число, а стоит «много».",
            "D3: в «Дата» нужна дата вида 01.09.2026, а стоит «01.09.23».",
            "E3: в «Сдано» нужно «да» или «нет», а стоит «может быть».",
            "F3: в «Вид» стоит «временно», а возможны и. о., постоянно.",
            "B4: в «Учётный номер» нужно целое число, не меньше нуля, а стоит «-1».",
            "C4: в «Доля» нужно число, а стоит дата 12.05.2026. Задайте ячейке числовой формат и впишите число снова.",
            "D4: в «Дата» нужна дата вида 01.09.2026, а стоит «31.02.2026».",
            "E4: формула даёт ошибку #Н/Д, поэтому «Сдано» не читается. Исправьте формулу или впишите значение.",
            "F4: в файле нет результата формулы, поэтому «Вид» не читается. Откройте файл в Excel или LibreOffice и сохраните заново.",
            "D5: в «Дата» стоит 07.09.1812, а год может быть от 1900 до 2199.",
            "D6: в «Дата» нужна дата вида 01.09.2026, а стоит «+30».",
        ]
    );
}

fn blank() -> CellText {
    CellText::Empty
}
