//! A workbook of Excel. Texts are texts whatever they begin with, and the same rows give the same bytes.

use std::collections::BTreeSet;

use chrono::{DateTime, NaiveDate, Utc};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use rust_xlsxwriter::{DocProperties, Format, FormatAlign, Workbook, Worksheet, XlsxError};

use super::SheetOut;
use super::lists::{self, Lists};
use crate::domain::text::fold;
use crate::exchange::workbook::book::CellText;
use crate::exchange::workbook::limits::TEXT_CHARS;

/// Characters of the name of a sheet.
const NAME_CHARS: usize = 31;
/// Rows for which a list is offered, so that there is one in new rows, too.
const LIST_ROWS: u32 = 10_000;
/// The first day that is written as a date; what is earlier reads back as another day.
const FIRST_DAY: Option<NaiveDate> = NaiveDate::from_ymd_opt(1900, 3, 1);
/// Significant digits that a number of a workbook holds.
const DIGITS: u32 = 15;
/// The built-in format of texts.
const TEXT: u8 = 49;
/// Digits after the decimal sign that a format shows.
const MOST_SHOWN: u32 = 15;

/// The workbook's bytes. `made` is what it says of its making; nothing else in it depends on when it is written.
///
/// # Errors
/// [`XlsxError`], if a sheet is larger than the format allows.
pub fn write_xlsx(sheets: &[SheetOut], made: DateTime<Utc>) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let made = DocProperties::new().set_creation_datetime(&made);
    workbook.set_properties(&made);
    let mut names = BTreeSet::from([fold(lists::SHEET)]);
    let mut lists = Lists::default();
    for sheet in sheets {
        let name = sheet_name(&sheet.name, &mut names);
        let worksheet = workbook.add_worksheet();
        worksheet.set_name(name)?;
        fill(worksheet, sheet)?;
        for (column, it) in (0_u16..).zip(&sheet.columns) {
            if !it.choices.is_empty() {
                let rule = lists.rule(&it.choices)?;
                worksheet.add_data_validation(1, column, LIST_ROWS, column, &rule)?;
            }
        }
    }
    lists.write(&mut workbook)?;
    workbook.save_to_buffer()
}

/// The titles and the rows.
fn fill(worksheet: &mut Worksheet, sheet: &SheetOut) -> Result<(), XlsxError> {
    let title = Format::new()
        .set_bold()
        .set_text_wrap()
        .set_align(FormatAlign::Top);
    for (column, it) in (0_u16..).zip(&sheet.columns) {
        worksheet.write_string_with_format(0, column, cut(&it.title), &title)?;
        worksheet.set_column_width(column, f64::from(it.width.max(1)))?;
        if it.is_label {
            worksheet.set_column_format(column, &label())?;
        }
    }
    worksheet.set_freeze_panes(1, sheet.frozen)?;
    for (row, cells) in (1_u32..).zip(&sheet.rows) {
        for (column, cell) in (0_u16..).zip(cells) {
            let of = sheet.columns.get(usize::from(column));
            match cell {
                CellText::Text(text) if of.is_some_and(|it| it.is_label) => {
                    worksheet.write_string_with_format(row, column, cut(text), &label())?;
                }
                cell => put(worksheet, (row, column), cell, &Format::new())?,
            }
        }
    }
    let last_row = u32::try_from(sheet.rows.len()).unwrap_or(u32::MAX);
    let columns = u16::try_from(sheet.columns.len()).unwrap_or(u16::MAX);
    if let Some(last_column) = columns.checked_sub(1) {
        worksheet.autofilter(0, 0, last_row, last_column)?;
    }
    Ok(())
}

/// The format in which what is typed stays a text.
fn label() -> Format {
    Format::new().set_num_format_index(TEXT)
}

/// Puts a cell in its place, as it looks and, where it is a number or a date, with a format that shows all of it.
pub(super) fn put(
    worksheet: &mut Worksheet,
    (row, column): (u32, u16),
    cell: &CellText,
    look: &Format,
) -> Result<(), XlsxError> {
    let text = |worksheet: &mut Worksheet, text: &str| {
        worksheet
            .write_string_with_format(row, column, cut(text), look)
            .map(drop)
    };
    let numbered = |code: String| look.clone().set_num_format(code);
    match cell {
        CellText::Empty if *look == Format::new() => {}
        CellText::Empty => drop(worksheet.write_blank(row, column, look)?),
        CellText::Number(number) => match held(*number) {
            Some(value) => {
                let format = numbered(code(number.scale(), ""));
                worksheet.write_number_with_format(row, column, value, &format)?;
            }
            None => text(worksheet, &cell.to_string())?,
        },
        CellText::Percent(number) => match held(*number) {
            Some(value) => {
                let format = numbered(code(number.scale().saturating_sub(2), "%"));
                worksheet.write_number_with_format(row, column, value, &format)?;
            }
            None => text(worksheet, &cell.to_string())?,
        },
        CellText::Date(day) if FIRST_DAY.is_some_and(|first| *day >= first) => {
            let format = numbered("dd\\.mm\\.yyyy".to_owned());
            worksheet.write_datetime_with_format(row, column, day, &format)?;
        }
        CellText::Bool(truth) => {
            worksheet.write_boolean_with_format(row, column, *truth, look)?;
        }
        CellText::Text(it) => text(worksheet, it)?,
        CellText::Date(_) | CellText::Unread(_) => text(worksheet, &cell.to_string())?,
    }
    Ok(())
}

/// The number as a workbook holds it, if it holds it exactly.
pub(super) fn held(number: Decimal) -> Option<f64> {
    let digits = number.normalize().mantissa().unsigned_abs();
    let digits = digits.checked_ilog10().map_or(1, |it| it + 1);
    number.to_f64().filter(|_| digits <= DIGITS)
}

/// A format that shows the digits that the number has.
fn code(decimals: u32, mark: &str) -> String {
    let decimals = decimals.min(MOST_SHOWN);
    let zeros = "0".repeat(usize::try_from(decimals).unwrap_or_default());
    match decimals {
        0 if mark.is_empty() => "General".to_owned(),
        0 => format!("0{mark}"),
        _ => format!("0.{zeros}{mark}"),
    }
}

/// A name that spreadsheets take, and that no other sheet has.
pub(super) fn sheet_name(name: &str, taken: &mut BTreeSet<String>) -> String {
    let allowed: String = name
        .chars()
        .map(|it| match it {
            '[' | ']' | ':' | '*' | '?' | '/' | '\\' | '\'' => ' ',
            it if it.is_control() => ' ',
            it => it,
        })
        .collect();
    let allowed = match allowed.trim() {
        "" => "Лист",
        it => it,
    };
    let mut number = 1_u32;
    loop {
        let tail = match number {
            1 => String::new(),
            _ => format!(" {number}"),
        };
        let mut room = NAME_CHARS - tail.len();
        let head: String = allowed
            .chars()
            .take_while(|it| {
                let fits = it.len_utf16() <= room;
                room = room.saturating_sub(it.len_utf16());
                fits
            })
            .collect();
        let name = format!("{}{tail}", head.trim_end());
        if taken.insert(fold(&name)) {
            return name;
        }
        number += 1;
    }
}

/// As much of a text as a cell holds, in the units that spreadsheets count.
pub(super) fn cut(text: &str) -> String {
    let mut room = TEXT_CHARS;
    text.chars()
        .take_while(|it| {
            let fits = it.len_utf16() <= room;
            room = room.saturating_sub(it.len_utf16());
            fits
        })
        .collect()
}
