//! Base quantities themselves: their names, units, whether they are whole numbers, and whether they are still asked for.

use std::collections::BTreeMap;

use crate::domain::bases;
use crate::domain::catalogue::{BaseQuantity, EditionState};
use crate::domain::ids::{BaseQuantityId, Seq};
use crate::domain::people::Role;
use crate::domain::record::{Key, Kind, Record};
use crate::domain::refusal::{Field, Refusal};
use crate::domain::state::State;
use crate::domain::text::fold;

use super::sheet::{Sheet, loaded};
use super::texts::{self, NUMBER_TEXT, TITLE_TEXT};

/// Adds a base quantity.
pub(super) fn add(sheet: &mut Sheet, quantity: &BaseQuantity) -> Result<(), Refusal> {
    enter(sheet, quantity)?;
    titles_differ(sheet)
}

/// Changes a base quantity.
pub(super) fn edit(
    sheet: &mut Sheet,
    id: BaseQuantityId,
    seen: Seq,
    quantity: &BaseQuantity,
) -> Result<(), Refusal> {
    write(sheet, id, seen, quantity)?;
    titles_differ(sheet)
}

/// Writes a new quantity down. Whether its title is its own is asked when all are written down: see [`titles_differ`].
pub(super) fn enter(sheet: &mut Sheet, quantity: &BaseQuantity) -> Result<(), Refusal> {
    sheet.rights().need_one(Role::Administrator)?;
    sound(quantity)?;
    let record = Record::BaseQuantity(quantity.clone());
    sheet.create(
        Kind::BaseQuantity,
        BaseQuantityId,
        Key::BaseQuantity,
        record,
    )?;
    Ok(())
}

/// Writes down what a quantity becomes. Whether it is a whole number stays as it is once it has numbers, or a published edition rests on it.
pub(super) fn write(
    sheet: &mut Sheet,
    id: BaseQuantityId,
    seen: Seq,
    quantity: &BaseQuantity,
) -> Result<(), Refusal> {
    let key = Key::BaseQuantity(id);
    sheet.rights().need_one(Role::Administrator)?;
    sheet.check_revision(key, seen)?;
    sound(quantity)?;
    let stands = sheet.state.base_quantities.get(&id);
    if stands.is_some_and(|it| it.whole != quantity.whole)
        && let Some(by) = used_by(sheet.state, id)?
    {
        let field = Field::Whole;
        return Err(Refusal::Fixed { field, by });
    }
    sheet.put(key, Record::BaseQuantity(quantity.clone()));
    Ok(())
}

fn sound(quantity: &BaseQuantity) -> Result<(), Refusal> {
    texts::name(Field::Title, &quantity.title, TITLE_TEXT)?;
    texts::line(Field::Unit, &quantity.unit, NUMBER_TEXT)
}

/// Refuses a title that was written down and that another quantity has, once all is written down: two of one name would be taken for each
/// other wherever one is chosen, and files find a quantity by it.
pub(super) fn titles_differ(sheet: &Sheet) -> Result<(), Refusal> {
    let others = sheet.state.base_quantities.iter().filter(|(id, _)| {
        let key = Key::BaseQuantity(**id);
        sheet.comes_to(key).is_none() && sheet.counts(key)
    });
    let mut holders: BTreeMap<String, Key> = others
        .map(|(id, it)| (fold(&it.title), Key::BaseQuantity(*id)))
        .collect();
    for (key, record) in sheet.all_written() {
        if let Record::BaseQuantity(it) = record
            && let Some(key) = holders.insert(fold(&it.title), key)
        {
            return Err(Refusal::Taken { key });
        }
    }
    Ok(())
}

/// What uses a quantity as it is: an indicator of a published edition, else a number of some organisation.
fn used_by(state: &State, id: BaseQuantityId) -> Result<Option<Key>, Refusal> {
    let published = |edition| {
        let edition = state.editions.get(&edition);
        edition.is_some_and(|it| it.state == EditionState::Published)
    };
    let indicator = (state.indicators.iter())
        .find(|((edition, _), it)| published(*edition) && bases::of(it).contains(&Some(id)));
    if let Some(((edition, indicator), _)) = indicator {
        return Ok(Some(Key::Indicator(*edition, *indicator)));
    }
    for period in state.periods.keys() {
        loaded(state, *period)?;
        let numbers = state.shard(*period).map(|it| it.bases());
        let place = numbers.and_then(|it| it.keys().find(|(base, _)| *base == id).copied());
        if let Some((base, organisation)) = place {
            return Ok(Some(Key::BaseValue(*period, base, organisation)));
        }
    }
    Ok(None)
}
