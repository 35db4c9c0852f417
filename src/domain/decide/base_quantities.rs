//! Base quantities themselves: their names, units, whether they are whole numbers, and whether they are still asked for.

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
    sheet.rights().need_one(Role::Administrator)?;
    sound(sheet.state, None, quantity)?;
    let record = Record::BaseQuantity(quantity.clone());
    sheet.create(
        Kind::BaseQuantity,
        BaseQuantityId,
        Key::BaseQuantity,
        record,
    )?;
    Ok(())
}

/// Changes a base quantity. Whether it is a whole number stays as it is once it has numbers, or a published edition rests on it.
pub(super) fn edit(
    sheet: &mut Sheet,
    id: BaseQuantityId,
    seen: Seq,
    quantity: &BaseQuantity,
) -> Result<(), Refusal> {
    let key = Key::BaseQuantity(id);
    sheet.rights().need_one(Role::Administrator)?;
    sheet.check_revision(key, seen)?;
    sound(sheet.state, Some(id), quantity)?;
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

fn sound(
    state: &State,
    id: Option<BaseQuantityId>,
    quantity: &BaseQuantity,
) -> Result<(), Refusal> {
    texts::name(Field::Title, &quantity.title, TITLE_TEXT)?;
    texts::line(Field::Unit, &quantity.unit, NUMBER_TEXT)?;
    title_is_free(state, id, &quantity.title)
}

/// Refuses a title that another quantity has: two of one name would be taken for each other wherever one is chosen.
pub(super) fn title_is_free(
    state: &State,
    id: Option<BaseQuantityId>,
    title: &str,
) -> Result<(), Refusal> {
    let title = fold(title);
    let holder = (state.base_quantities.iter())
        .find(|(other, it)| Some(**other) != id && fold(&it.title) == title);
    match holder {
        Some((holder, _)) => Err(Refusal::Taken {
            key: Key::BaseQuantity(*holder),
        }),
        None => Ok(()),
    }
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
