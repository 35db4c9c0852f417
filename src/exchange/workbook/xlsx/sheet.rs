//! The cells of one sheet of an XLSX.

use rust_decimal::Decimal;

use super::Shared;
use super::formats::Meaning;
use super::strings::{joined, unescaped};
use crate::exchange::workbook::book::{Address, CellText, Unread};
use crate::exchange::workbook::error::Wrong;
use crate::exchange::workbook::figure::{day, decimal, iso_day};
use crate::exchange::workbook::grid::Grid;
use crate::exchange::workbook::xml::{Node, Xml};

/// A cell as it is written, before its texts and formats are looked up.
#[derive(Default)]
struct Raw {
    kind: String,
    style: Option<usize>,
    value: Option<String>,
    inline: Option<String>,
    formula: bool,
}

pub(super) fn read(
    path: &str,
    text: &str,
    shared: &Shared,
    grid: &mut Grid<'_>,
) -> Result<(), Wrong> {
    let mut xml = Xml::new(path, text);
    let mut at = Address { row: 0, column: 0 };
    loop {
        match xml.next()? {
            Node::Start(tag) => match tag.local_name().as_ref() {
                "row" => {
                    at.column = 0;
                    if let Some(row) = xml.attribute(&tag, "r")? {
                        let row: usize = row.trim().parse().map_err(|_| xml.damaged())?;
                        at.row = row.checked_sub(1).ok_or_else(|| xml.damaged())?;
                    }
                }
                "c" => {
                    if let Some(given) = xml.attribute(&tag, "r")? {
                        at = address(&given).ok_or_else(|| xml.damaged())?;
                    }
                    let raw = Raw {
                        kind: xml.attribute(&tag, "t")?.unwrap_or_default(),
                        style: xml.attribute(&tag, "s")?.and_then(|it| it.parse().ok()),
                        ..Raw::default()
                    };
                    let raw = contents(&mut xml, raw)?;
                    let cell = cell(raw, shared).ok_or_else(|| xml.damaged())?;
                    grid.put(at, cell)?;
                    at.column = at.column.saturating_add(1);
                }
                // Conditional formats, notes and the like may hold elements of the same names.
                "sheetData" | "worksheet" => {}
                _ => xml.skip()?,
            },
            Node::End(name) if name == "row" => at.row = at.row.saturating_add(1),
            Node::Over => return Ok(()),
            _ => {}
        }
    }
}

/// What stands inside of the cell that has just begun.
fn contents(xml: &mut Xml<'_>, mut raw: Raw) -> Result<Raw, Wrong> {
    loop {
        match xml.next()? {
            Node::Start(tag) => match tag.local_name().as_ref() {
                "v" => raw.value = Some(xml.text()?),
                "is" => raw.inline = Some(joined(xml)?),
                "f" => {
                    raw.formula = true;
                    xml.skip()?;
                }
                _ => xml.skip()?,
            },
            Node::End(_) => return Ok(raw),
            Node::Text(_) => {}
            Node::Over => return Err(xml.damaged()),
        }
    }
}

/// The cell; `None` if it refers to a text that is not there.
fn cell(raw: Raw, shared: &Shared) -> Option<CellText> {
    if let Some(text) = raw.inline {
        return Some(CellText::text(text));
    }
    let Some(value) = raw.value.filter(|it| !it.is_empty()) else {
        // A formula with an empty text for its result is told from one that was never reckoned.
        return Some(match raw.formula && raw.kind != "str" {
            true => CellText::Unread(Unread::NotReckoned),
            false => CellText::Empty,
        });
    };
    Some(match raw.kind.as_str() {
        "s" => CellText::text(
            shared
                .strings
                .get(value.trim().parse::<usize>().ok()?)?
                .clone(),
        ),
        "str" | "inlineStr" => CellText::text(unescaped(&value)),
        "b" => match value.trim() {
            "1" | "true" => CellText::Bool(true),
            "0" | "false" => CellText::Bool(false),
            _ => return None,
        },
        "e" => CellText::Unread(Unread::Error(Unread::given(&value))),
        "d" => match iso_day(&value) {
            Some(day) => CellText::Date(day),
            None => CellText::Unread(Unread::NoDate(Unread::given(&value))),
        },
        _ => figure(&value, shared.formats.of(raw.style), shared.from_1904),
    })
}

/// A number of a cell, by what its format makes of it.
pub(in crate::exchange::workbook) fn figure(
    value: &str,
    meaning: Meaning,
    from_1904: bool,
) -> CellText {
    let Some(number) = decimal(value) else {
        let given = Unread::given(value);
        // A number by its form, and too large; else a text that a careless program wrote as a number.
        return match value.trim().parse::<f64>() {
            Ok(_) => CellText::Unread(Unread::TooLarge(given)),
            Err(_) => CellText::text(value),
        };
    };
    match meaning {
        Meaning::Number => CellText::Number(number),
        Meaning::Digits(digits) => CellText::Number(shown(number, digits)),
        Meaning::Percent => CellText::Percent(number),
        Meaning::Date => match day(number, from_1904) {
            Some(day) => CellText::Date(day),
            None => CellText::Unread(Unread::NoDate(Unread::given(value))),
        },
    }
}

/// The number with the noughts that the cell shows behind it, in its scale.
pub(in crate::exchange::workbook) fn shown(number: Decimal, digits: u32) -> Decimal {
    let mut shown = number;
    if digits > number.scale() {
        shown.rescale(digits);
    }
    // What has no room for them stays as it is.
    if shown == number { shown } else { number }
}

/// `B12` as an address. Wrong letters, no row, or more than fits: `None`.
fn address(given: &str) -> Option<Address> {
    let letters = given.bytes().take_while(u8::is_ascii_alphabetic).count();
    let (name, row) = given.split_at_checked(letters)?;
    let mut column = 0_usize;
    for letter in name.bytes() {
        let digit = usize::from(letter.to_ascii_uppercase() - b'A') + 1;
        column = column.checked_mul(26)?.checked_add(digit)?;
    }
    let row: usize = row.parse().ok()?;
    Some(Address {
        row: row.checked_sub(1)?,
        column: column.checked_sub(1)?,
    })
}
