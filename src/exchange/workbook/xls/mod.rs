//! XLS of Excel 97 to 2003: the records of the stream `Workbook`. What is older is refused.

mod cfb;
mod record;

use std::collections::HashMap;

use super::book::{Address, CellText, Sheet, Unread};
use super::error::{Problem, Wrong};
use super::grid::{Grid, Room};
use super::limits::{CELLS, FORMATS, Limit, SHEETS};
use super::xlsx::{Meaning, built_in, figure, meaning};
use cfb::{Files, f64_at, u16_at, u32_at};
use record::{Record, Records};

/// What damage is told of.
const STREAM: &str = "Workbook";
/// The version of Excel 97 to 2003.
const VERSION: u16 = 0x0600;
/// Records that are looked at in all sheets together; several sheets may claim the same ones.
const RECORDS: usize = 4 * CELLS;

const BOF: u16 = 0x0809;
const EOF: u16 = 0x000A;
const PASSWORD: u16 = 0x002F;
const DATE_MODE: u16 = 0x0022;
const FORMAT: u16 = 0x041E;
const XF: u16 = 0x00E0;
const SHEET: u16 = 0x0085;
const STRINGS: u16 = 0x00FC;
const NUMBER: u16 = 0x0203;
const RK: u16 = 0x027E;
const MANY_RK: u16 = 0x00BD;
const SHARED_TEXT: u16 = 0x00FD;
const TEXT: u16 = 0x0204;
const RICH_TEXT: u16 = 0x00D6;
const BOOL_OR_ERROR: u16 = 0x0205;
const FORMULA: u16 = 0x0006;
const FORMULA_TEXT: u16 = 0x0207;

/// What stands before the sheets.
#[derive(Default)]
struct Globals {
    from_1904: bool,
    custom: HashMap<u16, Meaning>,
    styles: Vec<u16>,
    strings: Vec<String>,
    sheets: Vec<Listed>,
}

struct Listed {
    name: String,
    hidden: bool,
    start: usize,
}

pub(super) fn read(bytes: &[u8]) -> Result<Vec<Sheet>, Wrong> {
    let damaged = || Wrong::damaged(STREAM);
    let files = Files::open(bytes).ok_or_else(damaged)?;
    let Some(stream) = files.stream(STREAM) else {
        return Err(match files.stream("Book") {
            Some(_) => Problem::OldExcel,
            None => Problem::NotATable,
        }
        .into());
    };
    let globals = globals(&stream)?;
    let mut room = Room::new();
    let mut left = RECORDS;
    let mut out = Vec::new();
    for it in &globals.sheets {
        let mut grid = Grid::new(&mut room);
        let from = stream.get(it.start..).ok_or_else(damaged)?;
        sheet(from, &globals, &mut grid, &mut left).map_err(|e| e.on(&it.name))?;
        out.push(grid.sheet(&it.name, it.hidden));
    }
    Ok(out)
}

fn globals(stream: &[u8]) -> Result<Globals, Wrong> {
    let damaged = || Wrong::damaged(STREAM);
    let mut out = Globals::default();
    for (at, record) in Records::new(stream).enumerate() {
        record.ends()?;
        if at == 0 {
            match (record.kind, u16_at(record.bytes(), 0)) {
                (BOF, Some(VERSION)) => continue,
                (BOF, Some(_)) => return Err(Problem::OldExcel.into()),
                _ => return Err(damaged()),
            }
        }
        match record.kind {
            EOF => return Ok(out),
            PASSWORD => return Err(Problem::Encrypted.into()),
            _ => global(&record, &mut out)
                .ok_or_else(damaged)?
                .map_or(Ok(()), |limit| Err(Wrong::from(Problem::TooMuch(limit))))?,
        }
    }
    Err(damaged())
}

/// Takes a record before the sheets in: `None` if it is damaged, a limit if it is one too many.
fn global(record: &Record<'_>, out: &mut Globals) -> Option<Option<Limit>> {
    let bytes = record.bytes();
    match record.kind {
        DATE_MODE => out.from_1904 = u16_at(bytes, 0)? == 1,
        FORMAT => {
            let code = record.texts(2)?.text()?;
            out.custom.insert(u16_at(bytes, 0)?, meaning(&code));
        }
        XF => out.styles.push(u16_at(bytes, 2)?),
        STRINGS => {
            let count = u32_at(bytes, 4)?;
            let mut texts = record.texts(8)?;
            for _ in 0..count {
                if out.strings.len() == CELLS {
                    return Some(Some(Limit::Cells));
                }
                out.strings.push(texts.text()?);
            }
        }
        // The last byte of what a sheet is: 0 for one with cells, else a chart or a macro.
        SHEET if bytes.get(5) == Some(&0) => {
            let length = usize::from(*bytes.get(6)?);
            let flags = *bytes.get(7)?;
            out.sheets.push(Listed {
                name: record.texts(8)?.letters(length, flags)?,
                hidden: bytes.get(4)? & 3 != 0,
                start: usize::try_from(u32_at(bytes, 0)?).ok()?,
            });
        }
        _ => {}
    }
    Some(if out.sheets.len() > SHEETS {
        Some(Limit::Sheets)
    } else if out.styles.len() > FORMATS {
        Some(Limit::Formats)
    } else {
        None
    })
}

fn sheet(
    from: &[u8],
    globals: &Globals,
    grid: &mut Grid<'_>,
    left: &mut usize,
) -> Result<(), Wrong> {
    let damaged = || Wrong::damaged(STREAM);
    // Where a formula stands whose text comes in a record of its own.
    let mut waiting = None;
    let mut depth = 0_usize;
    for (at, record) in Records::new(from).enumerate() {
        record.ends()?;
        let pieces = left.checked_sub(record.pieces.len());
        *left = pieces.ok_or(Problem::TooMuch(Limit::Cells))?;
        match record.kind {
            BOF => depth += 1,
            _ if at == 0 => return Err(damaged()),
            // Charts that are put on the sheet have records of the same kinds.
            EOF if depth > 1 => depth -= 1,
            EOF => return Ok(()),
            FORMULA_TEXT if depth == 1 => {
                if let Some(at) = waiting.take() {
                    let text = record.texts(0).and_then(|mut it| it.text());
                    grid.put(at, CellText::text(text.ok_or_else(damaged)?))?;
                }
            }
            MANY_RK if depth == 1 => {
                for (at, cell) in many(record.bytes(), globals).ok_or_else(damaged)? {
                    grid.put(at, cell)?;
                }
            }
            NUMBER | RK | SHARED_TEXT | TEXT | RICH_TEXT | BOOL_OR_ERROR | FORMULA
                if depth == 1 =>
            {
                let at = place(record.bytes()).ok_or_else(damaged)?;
                let cell = cell(&record, globals).ok_or_else(|| damaged().in_cell(at))?;
                if cell.is_none() {
                    waiting = Some(at);
                }
                grid.put(at, cell.unwrap_or_default())?;
            }
            _ => {}
        }
    }
    Err(damaged())
}

fn place(bytes: &[u8]) -> Option<Address> {
    Some(Address {
        row: u16_at(bytes, 0)?.into(),
        column: u16_at(bytes, 2)?.into(),
    })
}

/// The cell of a record: `None` if it is damaged, `Some(None)` if its text comes later.
fn cell(record: &Record<'_>, globals: &Globals) -> Option<Option<CellText>> {
    let bytes = record.bytes();
    let style = u16_at(bytes, 4)?;
    Some(Some(match record.kind {
        NUMBER => globals.number(f64_at(bytes, 6)?, style),
        RK => globals.number(rk(u32_at(bytes, 6)?), style),
        SHARED_TEXT => {
            let at = usize::try_from(u32_at(bytes, 6)?).ok()?;
            CellText::text(globals.strings.get(at)?.clone())
        }
        TEXT | RICH_TEXT => CellText::text(record.texts(6)?.text()?),
        BOOL_OR_ERROR => match bytes.get(7)? {
            0 => CellText::Bool(*bytes.get(6)? != 0),
            _ => error(*bytes.get(6)?),
        },
        _ if u16_at(bytes, 12)? != 0xFFFF => globals.number(f64_at(bytes, 6)?, style),
        // A result that is no number says what it is.
        _ => match bytes.get(6)? {
            0 => return Some(None),
            1 => CellText::Bool(*bytes.get(8)? != 0),
            2 => error(*bytes.get(8)?),
            _ => CellText::Empty,
        },
    }))
}

/// Several numbers of one row in one record.
fn many(bytes: &[u8], globals: &Globals) -> Option<Vec<(Address, CellText)>> {
    let first = place(bytes)?;
    let (cells, _) = bytes.get(4..bytes.len().checked_sub(2)?)?.as_chunks::<6>();
    let mut out = Vec::new();
    for (column, it) in (first.column..).zip(cells) {
        let at = Address {
            row: first.row,
            column,
        };
        let cell = globals.number(rk(u32_at(it, 2)?), u16_at(it, 0)?);
        out.push((at, cell));
    }
    Some(out)
}

/// A number packed in four bytes: the upper half of a binary number or a whole one, of hundredths if it says so.
fn rk(packed: u32) -> f64 {
    let number = match packed & 2 {
        0 => f64::from_bits(u64::from(packed & !3) << 32),
        _ => f64::from(packed.cast_signed() >> 2),
    };
    match packed & 1 {
        0 => number,
        _ => number / 100.0,
    }
}

/// An error of a formula, by its number.
fn error(code: u8) -> CellText {
    let name = match code {
        0x00 => "#NULL!",
        0x07 => "#DIV/0!",
        0x0F => "#VALUE!",
        0x17 => "#REF!",
        0x1D => "#NAME?",
        0x24 => "#NUM!",
        _ => "#N/A",
    };
    CellText::Unread(Unread::Error(name.to_owned()))
}

impl Globals {
    /// A number by what its format makes of it.
    fn number(&self, number: f64, style: u16) -> CellText {
        let format = self.styles.get(usize::from(style)).copied().unwrap_or(0);
        let custom = self.custom.get(&format).copied();
        let meaning = custom.unwrap_or_else(|| built_in(format.into()));
        // Spelled out, the largest have three hundred figures.
        let spelled = match number.abs() >= 1e15 {
            true => format!("{number:e}"),
            false => number.to_string(),
        };
        figure(&spelled, meaning, self.from_1904)
    }
}
