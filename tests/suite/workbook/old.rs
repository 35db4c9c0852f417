//! XLS: a workbook as Excel 2003 keeps it, and every way to damage one.

use proptest::prelude::*;
use smotr::exchange::workbook::{Book, CellText, Limit, Problem, Unread, limits};

use super::{day, number, refused, text};

/// Made by xlwt: a sheet of every kind of cell, and a hidden one whose texts fill more than one record.
const OLD: &[u8] = include_bytes!("../../../fixtures/golden/excel-2003.xls");

#[test]
fn every_kind_of_cell_is_read() {
    let book = Book::read("школы.xls", OLD).unwrap();
    let names: Vec<_> = book
        .sheets
        .iter()
        .map(|it| (it.name.as_str(), it.hidden))
        .collect();
    assert_eq!(names, [("Школы", false), ("Скрытый", true)]);
    let titles = ["Вид", "Номер", "Наименование", "Доля", "Открыта"].map(text);
    assert_eq!(
        book.sheets[0].rows,
        [
            titles.to_vec(),
            vec![
                text("школа"),
                number("12"),
                text("СШ № 12 «Ёлочка»"),
                number("87.5"),
                CellText::Date(day("1980-09-01")),
            ],
            vec![],
            vec![
                text("latin"),
                number("0.3"),
                CellText::Bool(true),
                CellText::Percent("0.875".parse().unwrap()),
                number("-12.34"),
            ],
            // Below stands a formula; what wrote the file does not reckon, and keeps an empty text for the result.
        ]
    );
    let hidden = &book.sheets[1];
    assert_eq!(hidden.rows.len(), 100);
    for (row, cells) in hidden.rows.iter().enumerate() {
        assert_eq!(
            cells[0],
            text(&format!("длинный текст номер {row} ").repeat(3))
        );
    }
    let large = CellText::Unread(Unread::TooLarge("1e300".into()));
    assert_eq!(hidden.rows[0][1], large);
}

#[test]
fn a_cell_far_away_is_refused_and_not_made_room_for() {
    // The record of 87,5, by its row, column and number; a row beyond the limit is not possible in this format, a column is.
    let place = [1_u8, 0, 3, 0];
    let at = (0..OLD.len() - 4)
        .find(|it| {
            OLD[it.saturating_sub(4)..*it] == [0xBD, 0x00, 18, 0] && OLD[*it..it + 4] == place
        })
        .unwrap();
    let mut bytes = OLD.to_vec();
    bytes[at..at + 4].copy_from_slice(&[0xFF, 0xFF, 0xFF, 0xFF]);
    let told = refused(&bytes);
    assert!(
        told.starts_with("школы.xlsx, лист «Школы», ячейка CRXP65536: слишком много столбцов"),
        "{told}"
    );
}

#[test]
fn a_file_cut_short_is_read_or_refused() {
    for cut in (0..OLD.len()).step_by(97) {
        let _ = Book::read("а", &OLD[..cut]);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn any_damage_is_read_or_refused(
        hits in prop::collection::vec((any::<prop::sample::Index>(), prop::sample::select(vec![0_u8, 1, 2, 8, 127, 254, 255])), 1..40),
        early in any::<bool>(),
    ) {
        let mut bytes = OLD.to_vec();
        // The header and the records before the sheets decide most.
        let room = if early { 4_096 } else { bytes.len() };
        for (place, value) in hits {
            bytes[place.index(room)] = value;
        }
        let _ = Book::read("а", &bytes);
    }
}

/// A file with nothing in it but a stream of this name and these bytes.
fn filed(stream: &[u8]) -> Vec<u8> {
    let sectors = stream.len().div_ceil(512);
    // One sector is the directory; the table tells of itself as well.
    let tables = (sectors + 1).div_ceil(127);
    let word = |it: usize| u32::try_from(it).unwrap().to_le_bytes();
    let none = [0xFF_u8; 4];
    let end = 0xFFFF_FFFE_u32.to_le_bytes();
    let mut bytes = vec![0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
    bytes.resize(512, 0);
    bytes[30] = 9;
    bytes[60..64].copy_from_slice(&none);
    bytes[68..72].copy_from_slice(&none);
    for at in 0..109 {
        let told = if at < tables { word(at + 1) } else { none };
        bytes[76 + at * 4..80 + at * 4].copy_from_slice(&told);
    }
    let mut entries = vec![0_u8; 512];
    let mut entry = |at: usize, name: &str, start: [u8; 4], length: usize| {
        let name: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        entries[at..at + name.len()].copy_from_slice(&name);
        entries[at + 64] = u8::try_from(name.len() + 2).unwrap();
        entries[at + 116..at + 120].copy_from_slice(&start);
        entries[at + 120..at + 124].copy_from_slice(&word(length));
    };
    entry(0, "Root Entry", none, 0);
    entry(128, "Workbook", word(1 + tables), stream.len());
    bytes.extend(entries);
    let mut table: Vec<[u8; 4]> = vec![end];
    table.resize(1 + tables, end);
    let last = tables + sectors;
    table.extend((1 + tables..=last).map(|at| if at == last { end } else { word(at + 1) }));
    table.resize(tables * 128, none);
    bytes.extend(table.concat());
    bytes.extend(stream);
    bytes.resize(512 * (2 + tables + sectors), 0);
    bytes
}

/// A record without end costs a hand of bytes a piece, and each piece would be kept.
#[test]
fn a_record_in_very_many_pieces_is_refused() {
    let record = |kind: u16, bytes: &[u8]| {
        let length = u16::try_from(bytes.len()).unwrap();
        [&kind.to_le_bytes()[..], &length.to_le_bytes(), bytes].concat()
    };
    let stream = |pieces: usize| {
        let mut out = record(0x0809, &[0, 6, 5, 0]);
        out.extend(record(0x0042, &[]));
        out.extend(record(0x003C, &[]).repeat(pieces - 1));
        out.extend(record(0x000A, &[]));
        filed(&out)
    };
    let at_most = limits::PIECES;
    let book = Book::read("а.xls", &stream(at_most)).unwrap();
    assert!(book.sheets.is_empty());
    let error = Book::read("а.xls", &stream(at_most + 1)).unwrap_err();
    assert_eq!(error.problem, Problem::TooMuch(Limit::Pieces));
    let told = refused(&stream(at_most + 1));
    assert!(
        told.contains("слишком много частей, самое большее 20"),
        "{told}"
    );
}
