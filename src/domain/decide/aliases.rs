//! Names that files use: what a person says one means is kept, and said anew it takes the place of what was said before.
//!
//! Invariant: nobody's answer is replaced by somebody who has not seen it.

use std::collections::BTreeMap;

use crate::domain::alias::{Alias, Means, PutAlias};
use crate::domain::command::Seen;
use crate::domain::ids::{AliasId, EditionId};
use crate::domain::people::Role;
use crate::domain::record::{Key, Kind, Record};
use crate::domain::refusal::{Field, Refusal};

use super::rights::{Part, Rights};
use super::sheet::Sheet;
use super::texts::{self, TITLE_TEXT};

/// Keeps what names mean. One text may name an organisation and an indicator: they stand in different places of a file.
pub(super) fn remember(sheet: &mut Sheet, all: &[(Seen, Alias)]) -> Result<(), Refusal> {
    if all.is_empty() {
        return Ok(());
    }
    let of = |it: &Alias| (matches!(it.means, Means::Organisation(_)), it.text.clone());
    let known = sheet.state.aliases.iter();
    let mut known: BTreeMap<(bool, String), AliasId> =
        known.map(|(id, it)| (of(it), *id)).collect();
    for (seen, it) in all {
        texts::full_line(Field::Name, &it.text, TITLE_TEXT)?;
        may_say(sheet, it.means)?;
        let record = Record::Alias(it.clone());
        match known.get(&of(it)) {
            Some(id) => {
                // Of those that this command has written down there is nothing to have seen.
                if let Some(there) = sheet.state.aliases.get(id)
                    && there.means != it.means
                {
                    may_say(sheet, there.means)?;
                    sheet.check_seen(Key::Alias(*id), *seen)?;
                }
                sheet.put(Key::Alias(*id), record);
            }
            None => {
                let id = sheet.create(Kind::Alias, AliasId, Key::Alias, record)?;
                known.insert(of(it), id);
            }
        }
    }
    Ok(())
}

/// Says anew what a name means, or forgets it: by whoever may say both what it meant and what it will.
pub(super) fn put(sheet: &mut Sheet, it: PutAlias) -> Result<(), Refusal> {
    let PutAlias { id, seen, means } = it;
    let key = Key::Alias(id);
    sheet.check_revision(key, seen)?;
    let there = sheet.state.aliases.get(&id);
    let there = there.ok_or(Refusal::Missing { key })?.body.clone();
    may_say(sheet, there.means)?;
    let Some(means) = means else {
        sheet.remove(key);
        return Ok(());
    };
    may_say(sheet, means)?;
    sheet.put(key, Record::Alias(Alias { means, ..there }));
    Ok(())
}

/// What it means is there, and the person works with it.
fn may_say(sheet: &Sheet, means: Means) -> Result<(), Refusal> {
    match means {
        Means::Organisation(id) => sheet.must_exist(Key::Organisation(id))?,
        Means::Indicator(id) => {
            let mut all = sheet.state.indicators.keys();
            if !all.any(|(_, it)| *it == id) {
                let key = Key::Indicator(EditionId(0), id);
                return Err(Refusal::Missing { key });
            }
        }
    }
    works_with(&sheet.rights(), means)
}

/// Whoever enters what is meant says what it is called, and whoever keeps the lists of it.
pub(super) fn works_with(rights: &Rights, means: Means) -> Result<(), Refusal> {
    let parts = match means {
        Means::Organisation(id) => vec![Part::Organisations(vec![id])],
        Means::Indicator(_) => Vec::new(),
    };
    rights.need_for(&[Role::Methodist, Role::Administrator], &parts)
}
