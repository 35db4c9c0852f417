//! XLS: a workbook as Excel 2003 keeps it, and every way to damage one.

use proptest::prelude::*;
use smotr::exchange::workbook::{Book, CellText, Unread};

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
