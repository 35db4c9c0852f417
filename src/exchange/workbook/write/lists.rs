//! What may stand in a cell, offered as a list: in the rule itself where it fits, else on a hidden sheet.

use rust_xlsxwriter::{DataValidation, Formula, Workbook, XlsxError};

use super::workbook::cut;
use crate::locale::letters;

/// Characters of a list that stands in the rule itself; a longer one, or one with commas in it, stands on a sheet of its own.
const LIST_CHARS: usize = 255;
/// The hidden sheet of such lists.
pub(super) const SHEET: &str = "Списки";

/// The lists that did not fit into their rules, each in a column.
#[derive(Debug, Default)]
pub(super) struct Lists(Vec<Vec<String>>);

impl Lists {
    /// The rule that offers this. What is offered twice stands on the sheet once.
    pub(super) fn rule(&mut self, choices: &[String]) -> Result<DataValidation, XlsxError> {
        let length: usize = choices.iter().map(|it| it.encode_utf16().count() + 1).sum();
        if length <= LIST_CHARS && !choices.iter().any(|it| it.contains([',', '"'])) {
            return DataValidation::new().allow_list_strings(choices);
        }
        let known = self.0.iter().position(|it| it == choices);
        let column = known.unwrap_or_else(|| {
            self.0.push(choices.to_vec());
            self.0.len() - 1
        });
        let name = letters(column);
        let range = format!("={SHEET}!${name}$1:${name}${}", choices.len());
        Ok(DataValidation::new().allow_list_formula(Formula::new(range)))
    }

    /// Writes the sheet, if there is anything on it.
    pub(super) fn write(&self, workbook: &mut Workbook) -> Result<(), XlsxError> {
        if self.0.is_empty() {
            return Ok(());
        }
        let worksheet = workbook.add_worksheet();
        worksheet.set_name(SHEET)?.set_hidden(true);
        for (column, list) in (0_u16..).zip(&self.0) {
            for (row, it) in (0_u32..).zip(list) {
                worksheet.write_string(row, column, cut(it))?;
            }
        }
        Ok(())
    }
}
