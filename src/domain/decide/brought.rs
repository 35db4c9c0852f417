//! Files whose values were brought in: noted with the values, and never without them.

use crate::domain::brought::BroughtFile;
use crate::domain::ids::BroughtFileId;
use crate::domain::record::{Key, Kind, Record};
use crate::domain::refusal::{Field, Refusal};

use super::sheet::Sheet;
use super::texts::{self, TITLE_TEXT};

/// Notes that a file was brought. Whoever brings its values may do so, which has been asked cell by cell.
pub(super) fn note(sheet: &mut Sheet, it: &BroughtFile) -> Result<(), Refusal> {
    texts::full_line(Field::Name, &it.name, TITLE_TEXT)?;
    if let Some(form) = it.form {
        sheet.must_exist(Key::Period(form.period))?;
        if let Some(id) = form.organisation {
            sheet.must_exist(Key::Organisation(id))?;
        }
    }
    let record = Record::BroughtFile(it.clone());
    sheet.create(Kind::BroughtFile, BroughtFileId, Key::BroughtFile, record)?;
    Ok(())
}
