//! Names that files use: what a person says one means is kept, and said anew it takes the place of what was said before.

use std::collections::BTreeMap;

use crate::domain::alias::{Alias, Means};
use crate::domain::ids::AliasId;
use crate::domain::people::Role;
use crate::domain::record::{Key, Kind, Record};
use crate::domain::refusal::{Field, Refusal};

use super::sheet::Sheet;
use super::texts::{self, TITLE_TEXT};

/// Keeps what names mean. One text may name an organisation and an indicator: they stand in different places of a file.
pub(super) fn remember(sheet: &mut Sheet, all: &[Alias]) -> Result<(), Refusal> {
    if all.is_empty() {
        return Ok(());
    }
    sheet
        .rights()
        .need([Role::Methodist, Role::Administrator])?;
    let of = |it: &Alias| (matches!(it.means, Means::Organisation(_)), it.text.clone());
    let known = sheet.state.aliases.iter();
    let mut known: BTreeMap<(bool, String), AliasId> =
        known.map(|(id, it)| (of(it), *id)).collect();
    for it in all {
        texts::full_line(Field::Name, &it.text, TITLE_TEXT)?;
        if let Means::Organisation(id) = it.means {
            sheet.must_exist(Key::Organisation(id))?;
        }
        let record = Record::Alias(it.clone());
        match known.get(&of(it)) {
            Some(id) => sheet.put(Key::Alias(*id), record),
            None => {
                let id = sheet.create(Kind::Alias, AliasId, Key::Alias, record)?;
                known.insert(of(it), id);
            }
        }
    }
    Ok(())
}
