//! Names that files use: what a person says one means is kept, and said anew it takes the place of what was said before.

use crate::domain::alias::{Alias, Means};
use crate::domain::ids::AliasId;
use crate::domain::people::Role;
use crate::domain::record::{Key, Kind, Record};
use crate::domain::refusal::{Field, Refusal};

use super::sheet::Sheet;
use super::texts::{self, TITLE_TEXT};

/// Keeps what a name means.
pub(super) fn remember(sheet: &mut Sheet, it: &Alias) -> Result<(), Refusal> {
    sheet
        .rights()
        .need([Role::Methodist, Role::Administrator])?;
    texts::full_line(Field::Name, &it.text, TITLE_TEXT)?;
    if let Means::Organisation(id) = it.means {
        sheet.must_exist(Key::Organisation(id))?;
    }
    let mut known = sheet.state.aliases.iter();
    let record = Record::Alias(it.clone());
    match known.rfind(|(_, there)| there.text == it.text) {
        Some((id, _)) => sheet.put(Key::Alias(*id), record),
        None => drop(sheet.create(Kind::Alias, AliasId, Key::Alias, record)?),
    }
    Ok(())
}
