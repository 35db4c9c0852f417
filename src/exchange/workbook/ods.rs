//! ODS: the tables of `content.xml`. Rows and cells that repeat are counted, and only filled ones are put down.

use std::collections::HashSet;

use quick_xml::events::BytesStart;
use rust_decimal::Decimal;

use super::book::{Address, CellText, Sheet, Unread};
use super::error::{Problem, Wrong};
use super::figure::{decimal, iso_day};
use super::grid::{Grid, Room};
use super::limits::{COLUMNS, Limit, ROWS, SHEETS, TEXT_CHARS};
use super::package::Package;
use super::xlsx::shown;
use super::xml::{Node, Xml};

/// Where the tables are.
const CONTENT: &str = "content.xml";

/// Whether the package is a workbook of this kind.
pub(super) fn is_one(package: &mut Package<'_>) -> Result<bool, Wrong> {
    let kind = package.part("mimetype")?.unwrap_or_default();
    Ok(kind
        .trim()
        .starts_with("application/vnd.oasis.opendocument.spreadsheet"))
}

pub(super) fn read(package: &mut Package<'_>) -> Result<Vec<Sheet>, Wrong> {
    let manifest = package.part("META-INF/manifest.xml")?.unwrap_or_default();
    if manifest.contains("encryption-data") {
        return Err(Problem::Encrypted.into());
    }
    let text = package.needed(CONTENT)?;
    let mut xml = Xml::new(CONTENT, &text);
    let mut room = Room::new();
    let mut sheets = Vec::new();
    let mut hidden = HashSet::new();
    let mut style = String::new();
    loop {
        match xml.next()? {
            Node::Start(tag) => match tag.local_name().as_ref() {
                "style" => style = xml.attribute(&tag, "name")?.unwrap_or_default(),
                "table-properties"
                    if xml.attribute(&tag, "display")?.as_deref() == Some("false") =>
                {
                    hidden.insert(style.clone());
                }
                "table" => {
                    if sheets.len() >= SHEETS {
                        return Err(Problem::TooMuch(Limit::Sheets).into());
                    }
                    let name = xml.attribute(&tag, "name")?.unwrap_or_default();
                    let style = xml.attribute(&tag, "style-name")?.unwrap_or_default();
                    let mut grid = Grid::new(&mut room);
                    table(&mut xml, &mut grid).map_err(|it| it.on(&name))?;
                    sheets.push(grid.sheet(&name, hidden.contains(&style)));
                }
                // Earlier states of the document that it keeps for its history.
                "tracked-changes" => xml.skip()?,
                _ => {}
            },
            Node::Over => return Ok(sheets),
            _ => {}
        }
    }
}

fn table(xml: &mut Xml<'_>, grid: &mut Grid<'_>) -> Result<(), Wrong> {
    let mut row = 0_usize;
    let mut depth = 1_usize;
    while depth > 0 {
        match xml.next()? {
            Node::Start(tag) => match tag.local_name().as_ref() {
                "table-row" => {
                    let times = repeats(xml, &tag, "number-rows-repeated")?;
                    let cells = cells(xml, row)?;
                    // Empty rows may repeat to the end of the sheet; a filled one meets the limit instead.
                    if !cells.is_empty() {
                        let last = row.saturating_add(times).min(ROWS + 1);
                        for row in row..last {
                            for (column, cell) in &cells {
                                let column = *column;
                                grid.put(Address { row, column }, cell.clone())?;
                            }
                        }
                    }
                    row = row.saturating_add(times);
                }
                // Groups and headings hold rows; pictures and forms do not.
                "table-row-group" | "table-header-rows" | "table-rows" => depth += 1,
                _ => xml.skip()?,
            },
            Node::End(_) => depth -= 1,
            Node::Text(_) => {}
            Node::Over => return Err(xml.damaged()),
        }
    }
    Ok(())
}

/// The filled cells of the row that has just begun, with their columns.
fn cells(xml: &mut Xml<'_>, row: usize) -> Result<Vec<(usize, CellText)>, Wrong> {
    let mut out = Vec::new();
    let mut column = 0_usize;
    loop {
        match xml.next()? {
            Node::Start(tag) => match tag.local_name().as_ref() {
                "table-cell" | "covered-table-cell" => {
                    let times = repeats(xml, &tag, "number-columns-repeated")?;
                    let cell = cell(xml, &tag).map_err(|it| it.in_cell(Address { row, column }))?;
                    if cell != CellText::Empty {
                        if column.saturating_add(times) > COLUMNS {
                            let at = Address {
                                row,
                                column: COLUMNS,
                            };
                            return Err(Wrong::at(at, Problem::TooMuch(Limit::Columns)));
                        }
                        out.extend((column..column + times).map(|it| (it, cell.clone())));
                    }
                    column = column.saturating_add(times);
                }
                _ => xml.skip()?,
            },
            Node::End(_) => return Ok(out),
            Node::Text(_) => {}
            Node::Over => return Err(xml.damaged()),
        }
    }
}

/// How often an element stands for itself; an unreadable count is a damage, 0 is 1.
fn repeats(xml: &Xml<'_>, tag: &BytesStart<'_>, name: &str) -> Result<usize, Wrong> {
    match xml.attribute(tag, name)? {
        Some(count) => {
            let count: usize = count.trim().parse().map_err(|_| xml.damaged())?;
            Ok(count.max(1))
        }
        None => Ok(1),
    }
}

fn cell(xml: &mut Xml<'_>, tag: &BytesStart<'_>) -> Result<CellText, Wrong> {
    // LibreOffice says of an error that it is a text, and beside it what it really is.
    let mut kind = String::new();
    let mut error = false;
    for attribute in tag.attributes().with_checks(false).flatten() {
        if attribute.key.local_name().as_ref() == "value-type" {
            error |= attribute.value == "error";
            if kind.is_empty() {
                kind.push_str(&attribute.value);
            }
        }
    }
    let value = xml.attribute(tag, "value")?;
    let date = xml.attribute(tag, "date-value")?;
    let truth = xml.attribute(tag, "boolean-value")?;
    let string = xml.attribute(tag, "string-value")?;
    let formula = xml.attribute(tag, "formula")?.is_some();
    let text = text(xml)?;
    if error {
        return Ok(CellText::Unread(Unread::Error(Unread::given(&text))));
    }
    let number = |value: Option<String>| {
        let value = value.unwrap_or_default();
        decimal(&value).ok_or_else(|| CellText::Unread(Unread::TooLarge(Unread::given(&value))))
    };
    Ok(match kind.as_str() {
        "float" | "currency" => {
            // What the cell shows may have noughts that the number does not keep.
            let digits = text.rsplit_once([',', '.']).map_or(0, |(_, it)| it.len());
            let digits = u32::try_from(digits.min(4)).unwrap_or(0);
            let is_same = |it: &Decimal| decimal(&text.replace(',', ".")) == Some(*it);
            number(value).map_or_else(
                |it| it,
                |it| match is_same(&it) {
                    true => CellText::Number(shown(it, digits)),
                    false => CellText::Number(it),
                },
            )
        }
        "percentage" => number(value).map_or_else(|it| it, CellText::Percent),
        "date" => {
            let date = date.unwrap_or_default();
            iso_day(&date).map_or_else(
                || CellText::Unread(Unread::NoDate(Unread::given(&date))),
                CellText::Date,
            )
        }
        "boolean" => CellText::Bool(truth.as_deref() == Some("true")),
        // A text, a time of day as it is shown, or no kind at all.
        "" if formula && text.is_empty() => CellText::Unread(Unread::NotReckoned),
        _ => CellText::text(match text.is_empty() {
            true => string.unwrap_or_default(),
            false => text,
        }),
    })
}

/// The paragraphs of the cell that has just begun; a note that hangs on it is not its text.
fn text(xml: &mut Xml<'_>) -> Result<String, Wrong> {
    let mut out = String::new();
    let mut paragraphs = 0_usize;
    let mut open: Vec<bool> = Vec::new();
    loop {
        // A few bytes stand for many spaces, so that the length is watched while the text grows.
        if out.len() > TEXT_CHARS * 4 {
            return Err(Problem::TooMuch(Limit::TextChars).into());
        }
        match xml.next()? {
            Node::Start(tag) => {
                let mut paragraph = false;
                match tag.local_name().as_ref() {
                    "annotation" | "shapes" | "frame" => {
                        xml.skip()?;
                        continue;
                    }
                    "p" => {
                        paragraph = true;
                        if paragraphs > 0 {
                            out.push('\n');
                        }
                        paragraphs += 1;
                    }
                    "s" => {
                        let times = repeats(xml, &tag, "c")?.min(TEXT_CHARS);
                        out.extend(std::iter::repeat_n(' ', times));
                    }
                    "tab" => out.push('\t'),
                    "line-break" => out.push('\n'),
                    _ => {}
                }
                open.push(paragraph || open.last() == Some(&true));
            }
            Node::Text(text) if open.last() == Some(&true) => out.push_str(&text),
            Node::Text(_) => {}
            Node::End(_) => {
                if open.pop().is_none() {
                    return Ok(out);
                }
            }
            Node::Over => return Err(xml.damaged()),
        }
    }
}
