//! A table as JSON Lines: an object for each row, its fields in the order of the columns.

use crate::exchange::export::json::Object;
use crate::exchange::values::titles::KEYS;
use crate::exchange::workbook::{CellText, SheetOut};

/// The table in lines. Numbers are strings, exact; what is empty is `null`.
#[must_use]
pub fn write_lines(sheet: &SheetOut) -> Vec<u8> {
    let names: Vec<&str> = (sheet.columns.iter())
        .map(|it| {
            let known = KEYS.iter().find(|(title, _)| *title == it.title);
            known.map_or(it.title.as_str(), |(_, key)| key)
        })
        .collect();
    let mut out = Vec::new();
    for row in &sheet.rows {
        let mut object = Object::begin(&mut out);
        for (name, cell) in names.iter().zip(row) {
            match cell {
                CellText::Empty => object.null(name),
                CellText::Number(number) => object.text(name, &number.to_string()),
                CellText::Date(day) => object.date(name, *day),
                cell => object.text(name, &cell.to_string()),
            }
        }
        object.end();
        out.push(b'\n');
    }
    out
}
