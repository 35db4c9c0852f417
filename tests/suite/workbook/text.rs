//! Tables in text: every encoding and every sign between cells that people send.

use smotr::exchange::workbook::CellText;

use super::{rows, text};

const TABLE: &str =
    "Вид;Наименование;Доля\r\nшкола;МБОУ «Средняя школа № 12»;87,5\r\nлицей;\"а;\"\"б\"\"\";\r\n";

fn expected() -> Vec<Vec<CellText>> {
    vec![
        vec![text("Вид"), text("Наименование"), text("Доля")],
        vec![
            text("школа"),
            text("МБОУ «Средняя школа № 12»"),
            text("87,5"),
        ],
        vec![text("лицей"), text("а;\"б\"")],
    ]
}

fn sixteen(units: impl Fn(u16) -> [u8; 2]) -> Vec<u8> {
    TABLE.encode_utf16().flat_map(units).collect()
}

#[test]
fn any_encoding_gives_the_same_table() {
    let with = |mark: &[u8], rest: &[u8]| [mark, rest].concat();
    let utf8 = TABLE.as_bytes();
    let ansi: Vec<u8> = TABLE
        .chars()
        .map(|it| match it {
            'А'..='я' => u8::try_from(u32::from(it) - 0x410 + 0xc0).unwrap(),
            '«' => 0xab,
            '»' => 0xbb,
            '№' => 0xb9,
            it => u8::try_from(it).unwrap(),
        })
        .collect();
    let (little, big) = (sixteen(u16::to_le_bytes), sixteen(u16::to_be_bytes));
    for bytes in [
        utf8.to_vec(),
        with(b"\xEF\xBB\xBF", utf8),
        ansi,
        with(b"\xFF\xFE", &little),
        with(b"\xFE\xFF", &big),
        little,
        big,
    ] {
        assert_eq!(rows(&bytes), expected(), "{:02x?}", &bytes[..8]);
    }
}

#[test]
fn the_sign_between_cells_is_found() {
    let one = |it: &str| rows(it.as_bytes());
    let two = [[text("а"), text("б")], [text("1,5"), text("2")]];
    assert_eq!(one("а;б\n1,5;2\n"), two);
    assert_eq!(one("а\tб\n1,5\t2"), two);
    assert_eq!(one("а,б\n\"1,5\",2\n"), two);
    assert_eq!(one("sep=|\nа|б\n1,5|2"), two);
    assert_eq!(one("один столбец"), [[text("один столбец")]]);
    // Commas in the texts of a table of two columns do not part it.
    let commas = "название;кто\n\"а, б, в\";г, д\nе, ж;з";
    assert_eq!(one(commas)[1], [text("а, б, в"), text("г, д")]);
}

#[test]
fn rows_are_counted_as_a_spreadsheet_counts_them() {
    let rows = rows("а;б\r\n\r\n\"две\nстроки\";5\" диск\r\n;\r\nв;г".as_bytes());
    assert_eq!(rows.len(), 5);
    assert!(rows[1].is_empty() && rows[3].is_empty());
    assert_eq!(rows[2], [text("две\nстроки"), text("5\" диск")]);
    assert_eq!(rows[4], [text("в"), text("г")]);
}
