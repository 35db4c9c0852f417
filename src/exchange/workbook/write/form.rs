//! A workbook that somebody fills in: cells that may be typed into among cells that may not, what may be typed, and what is marked.
//!
//! Owns how it looks. Must not know what is asked: rules come as formulas with their sentences. A formula stands in a rule or a mark only,
//! never in a cell.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use rust_xlsxwriter::{
    Color, ConditionalFormatFormula, DataValidation, DataValidationErrorStyle, DocProperties,
    Format, FormatAlign, FormatBorder, Formula, ProtectionOptions, Workbook, Worksheet, XlsxError,
};

use super::lists::{self, Lists};
use super::workbook::{held, put, sheet_name};
use crate::domain::text::fold;
use crate::exchange::workbook::book::CellText;

/// Characters of the title of a hint, in the units that spreadsheets count; of the hint itself.
const TITLE_UNITS: usize = 32;
const HINT_UNITS: usize = 255;
/// A4.
const PAPER: u8 = 9;

/// Points of a line, and around the lines of a row; a row has 409 at most.
const LINE: f64 = 14.5;
const MARGIN: f64 = 2.0;
const MOST_LINES: u16 = 28;

const FIELD: Color = Color::RGB(0xFF_FB_E6);
const COMPUTED: Color = Color::RGB(0xE7_E6_E6);
const HEADER: Color = Color::RGB(0xD9_E2_F3);
const QUIET: Color = Color::RGB(0x59_59_59);
const WARNING: Color = Color::RGB(0xFF_D9_8A);
const BORDER: Color = Color::RGB(0xA6_A6_A6);

/// A sheet of such a workbook.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FormOut {
    /// Its name, one of [`sheet_names`].
    pub name: String,
    /// Hidden from the eye.
    pub hidden: bool,
    /// Widths of its columns, in characters.
    pub widths: Vec<u16>,
    /// Rows and columns that stay in sight; the rows come again on every page.
    pub frozen: (u32, u16),
    /// Its rows.
    pub rows: Vec<FormRow>,
    /// Where cells are marked.
    pub marks: Vec<Mark>,
}

/// A row of a form.
pub type FormRow = Vec<Slot>;

/// A cell of a form.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Slot {
    /// What stands in it.
    pub cell: CellText,
    /// How it looks; only a [`Look::Field`] may be typed into.
    pub look: Look,
    /// What may be typed.
    pub rule: Option<Rule>,
}

/// How a cell looks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Look {
    /// A text on white.
    #[default]
    Plain,
    /// The name of the whole, beside which nothing stands.
    Title,
    /// The name of a sheet, likewise.
    Head,
    /// A text in one line, likewise.
    Line,
    /// A text that matters.
    Strong,
    /// A title of a column.
    Header,
    /// What is told about a row.
    Told,
    /// The same, a short name: it stays a text.
    Label,
    /// To be typed into.
    Field,
    /// Not asked for: it is computed.
    Computed,
}

/// What may be typed into a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {
    /// The way it is held.
    pub how: How,
    /// The title of the hint and of the sentence against what is refused.
    pub title: String,
    /// What is shown when the cell is chosen.
    pub hint: String,
    /// What is said against what is typed; without it, anything may be.
    pub against: Option<String>,
}

/// The ways of a rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum How {
    /// One of these.
    List(Vec<String>),
    /// What this formula finds true.
    True(String),
    /// Anything.
    Free,
}

/// Cells that are marked where a formula finds it true of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The row of the cell.
    pub row: u32,
    /// Its column.
    pub column: u16,
    /// The formula.
    pub formula: String,
}

/// Names that spreadsheets take, each once, for sheets that are to be called so. No other sheet of the workbook may be called like these.
#[must_use]
pub fn sheet_names(wanted: &[String], others: &[&str]) -> Vec<String> {
    let others = others.iter().copied().chain([lists::SHEET]);
    let mut taken: BTreeSet<String> = others.map(fold).collect();
    wanted.iter().map(|it| sheet_name(it, &mut taken)).collect()
}

/// The workbook's bytes. Cells that are no fields are locked, without a password: against a slip, not against a will.
///
/// # Errors
/// [`XlsxError`], if something is larger than the format allows.
pub fn write_form(sheets: &[FormOut], made: DateTime<Utc>) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&made));
    let mut lists = Lists::default();
    for sheet in sheets {
        let worksheet = workbook.add_worksheet();
        worksheet.set_name(&sheet.name)?.set_hidden(sheet.hidden);
        lay_out(worksheet, sheet)?;
        for (row, slots) in (0_u32..).zip(&sheet.rows) {
            worksheet.set_row_height(row, height(slots, &sheet.widths))?;
            for (column, slot) in (0_u16..).zip(slots) {
                fill(worksheet, (row, column), slot)?;
                if let Some(rule) = &slot.rule {
                    let rule = rule_of(rule, &mut lists)?;
                    worksheet.add_data_validation(row, column, row, column, &rule)?;
                }
            }
        }
        for Mark {
            row,
            column,
            formula,
        } in &sheet.marks
        {
            let mark = ConditionalFormatFormula::new()
                .set_rule(Formula::new(formula))
                .set_format(Format::new().set_background_color(WARNING));
            worksheet.add_conditional_format(*row, *column, *row, *column, &mark)?;
        }
    }
    lists.write(&mut workbook)?;
    workbook.save_to_buffer()
}

/// Puts a cell in its place. A number in a field has no format of its own: «87,5 %» typed over it would become 0,9 otherwise.
fn fill(worksheet: &mut Worksheet, at: (u32, u16), slot: &Slot) -> Result<(), XlsxError> {
    let look = look(slot.look);
    match (&slot.cell, slot.look) {
        (CellText::Number(number), Look::Field) if let Some(value) = held(*number) => {
            worksheet.write_number_with_format(at.0, at.1, value, &look)?;
        }
        (cell, _) => put(worksheet, at, cell, &look)?,
    }
    Ok(())
}

/// Widths, what stays in sight, the page, the lock.
fn lay_out(worksheet: &mut Worksheet, sheet: &FormOut) -> Result<(), XlsxError> {
    for (column, width) in (0_u16..).zip(&sheet.widths) {
        worksheet.set_column_width(column, f64::from(*width))?;
    }
    let (rows, columns) = sheet.frozen;
    worksheet.set_freeze_panes(rows, columns)?;
    if let Some(last) = rows.checked_sub(1) {
        worksheet.set_repeat_rows(0, last)?;
    }
    worksheet
        .set_paper_size(PAPER)
        .set_landscape()
        .set_print_fit_to_pages(1, 0)
        .set_margins(0.4, 0.4, 0.4, 0.6, 0.2, 0.3)
        .set_footer("&L&A&R&P / &N")
        .set_screen_gridlines(false);
    let open = ProtectionOptions {
        format_columns: true,
        format_rows: true,
        ..ProtectionOptions::default()
    };
    worksheet.protect_with_options(&open);
    Ok(())
}

/// The height of a row: not every spreadsheet finds it by itself when it opens a file.
fn height(slots: &[Slot], widths: &[u16]) -> f64 {
    let lines = slots
        .iter()
        .zip(widths)
        .map(|(slot, width)| match slot.look {
            Look::Title => 2,
            Look::Head | Look::Line | Look::Strong => 1,
            _ => lines(&slot.cell.to_string(), usize::from(*width)),
        });
    let most = lines.max().unwrap_or(1).clamp(1, MOST_LINES);
    LINE * f64::from(most) + MARGIN
}

/// Lines that a text takes in a column; bold letters and wide ones need some room.
fn lines(text: &str, width: usize) -> u16 {
    let room = width.saturating_sub(2).max(1);
    let mut lines = 0_u16;
    for line in text.split('\n') {
        let mut used = 0;
        lines = lines.saturating_add(1);
        for word in line.split_whitespace() {
            let length = word.chars().count();
            if used > 0 && used + 1 + length > room {
                lines = lines.saturating_add(1);
                used = 0;
            }
            used += length + usize::from(used > 0);
            // A word without a place to break it.
            while used > room {
                lines = lines.saturating_add(1);
                used -= room;
            }
        }
    }
    lines
}

fn look(of: Look) -> Format {
    let wrapped = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    let framed = || {
        (wrapped.clone())
            .set_border(FormatBorder::Thin)
            .set_border_color(BORDER)
    };
    match of {
        Look::Plain => wrapped.set_align(FormatAlign::Left),
        Look::Title => Format::new().set_bold().set_font_size(16),
        Look::Head => Format::new().set_bold().set_font_size(13),
        Look::Line => Format::new(),
        Look::Strong => Format::new().set_bold(),
        Look::Header => framed().set_bold().set_background_color(HEADER),
        Look::Told => framed(),
        Look::Label => framed().set_num_format("@"),
        Look::Field => framed().set_background_color(FIELD).set_unlocked(),
        Look::Computed => framed()
            .set_background_color(COMPUTED)
            .set_font_color(QUIET),
    }
}

fn rule_of(rule: &Rule, lists: &mut Lists) -> Result<DataValidation, XlsxError> {
    let held = match &rule.how {
        How::List(choices) => lists.rule(choices)?,
        How::True(formula) => DataValidation::new().allow_custom(Formula::new(formula)),
        How::Free => DataValidation::new().allow_any_value(),
    };
    let title = cut(&rule.title, TITLE_UNITS);
    let mut held = held
        .set_input_title(&title)?
        .set_input_message(cut(&rule.hint, HINT_UNITS))?;
    held = match &rule.against {
        Some(sentence) => held
            .set_error_style(DataValidationErrorStyle::Stop)
            .set_error_title(&title)?
            .set_error_message(cut(sentence, HINT_UNITS))?,
        None => held.show_error_message(false),
    };
    Ok(held)
}

/// As much of a text as there is room for, in the units that spreadsheets count; what was cut shows.
fn cut(text: &str, most: usize) -> String {
    if text.encode_utf16().count() <= most {
        return text.to_owned();
    }
    let mut room = most.saturating_sub(1);
    let head = text.chars().take_while(|it| {
        let fits = it.len_utf16() <= room;
        room = room.saturating_sub(it.len_utf16());
        fits
    });
    let head: String = head.collect();
    format!("{}…", head.trim_end())
}
