//! A table as text for Excel with Russian settings: UTF-8 with its mark, semicolons, commas in numbers.

use encoding_rs::WINDOWS_1251;

use super::SheetOut;
use crate::exchange::workbook::book::CellText;

/// The mark by which Excel knows UTF-8.
const MARK: char = '\u{feff}';
/// What stands between cells.
const SIGN: char = ';';
/// What keeps a spreadsheet from taking a text for a formula.
const GUARD: char = '\'';

/// One sheet as a table in text. A text that a spreadsheet would take for a formula gets an apostrophe before it, which reading it
/// here takes off again.
#[must_use]
pub fn write_csv(sheet: &SheetOut) -> Vec<u8> {
    let mut out = String::from(MARK);
    line(&mut out, sheet.columns.iter().map(|it| guarded(&it.title)));
    for row in &sheet.rows {
        let missing = sheet.columns.len().saturating_sub(row.len());
        let cells = row.iter().map(shown);
        line(
            &mut out,
            cells.chain(std::iter::repeat_n(String::new(), missing)),
        );
    }
    out.into_bytes()
}

/// The same in Windows-1251, for programs that know nothing else. What is not in it is a question mark.
#[must_use]
pub fn write_csv_1251(sheet: &SheetOut) -> Vec<u8> {
    let text = String::from_utf8(write_csv(sheet)).unwrap_or_default();
    let text = text.trim_start_matches(MARK);
    let (bytes, _, is_foreign) = WINDOWS_1251.encode(text);
    if !is_foreign {
        return bytes.into_owned();
    }
    let mut out = Vec::with_capacity(text.len());
    for it in text.chars() {
        let it = it.to_string();
        match WINDOWS_1251.encode(&it) {
            (bytes, _, false) => out.extend_from_slice(&bytes),
            _ => out.push(b'?'),
        }
    }
    out
}

fn line(out: &mut String, cells: impl Iterator<Item = String>) {
    for (at, cell) in cells.enumerate() {
        if at > 0 {
            out.push(SIGN);
        }
        // What is guarded is quoted, too: a space before it does not hide it then.
        let quoted =
            cell.contains([SIGN, '"', '\n', '\r', '\t', ',']) || cell.starts_with([' ', GUARD]);
        if quoted {
            out.push('"');
            out.push_str(&cell.replace('"', "\"\""));
            out.push('"');
        } else {
            out.push_str(&cell);
        }
    }
    out.push_str("\r\n");
}

/// A cell as text; a number below zero is a number, and stays one.
fn shown(cell: &CellText) -> String {
    match cell {
        CellText::Text(text) => guarded(text),
        CellText::Unread(_) => guarded(&cell.to_string()),
        _ => cell.to_string(),
    }
}

/// Whether a spreadsheet could take a text for a formula, or a reader here for a guarded one.
fn is_risky(text: &str) -> bool {
    let seen = text.trim_start_matches([' ', '\u{a0}', '\u{feff}', '\u{3000}']);
    seen.starts_with([
        '=', '+', '-', '@', '|', '\t', '\r', '\n', '＝', '＋', '－', '＠', GUARD,
    ])
}

fn guarded(text: &str) -> String {
    match is_risky(text) {
        true => format!("{GUARD}{text}"),
        false => text.to_owned(),
    }
}

/// The text without the guard that [`write_csv`] put before it.
pub(in crate::exchange::workbook) fn unguarded(text: &str) -> &str {
    text.strip_prefix(GUARD)
        .filter(|it| is_risky(it))
        .unwrap_or(text)
}
