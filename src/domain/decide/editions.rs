//! The catalogue: working editions are written and arranged; a published one is never written again.
//!
//! A draft may be as wrong as it likes, so that work on it can stop in the evening; [`soundness`](crate::domain::soundness) says what is
//! wrong, and only publishing asks for it to be mended. Ids of directions and indicators live for ever: what other editions have is
//! retired and not removed.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::catalogue::{Direction, Edition, EditionState, Indicator};
use crate::domain::command::{DocumentChoice, Seen};
use crate::domain::ids::{DirectionId, DocumentId, EditionId, IndicatorId, Seq};
use crate::domain::people::Role;
use crate::domain::record::{Key, Kind, Record};
use crate::domain::refusal::{Field, Refusal};
use crate::domain::rule::{PutRule, Rule, RuleKind};
use crate::domain::state::Stamped;

use super::documents;
use super::sheet::Sheet;
use super::sound::sound;

/// Adds a working edition: a copy of another, or an empty one.
pub(super) fn add(
    sheet: &mut Sheet,
    from: Option<EditionId>,
    edition: &Edition,
    act: Option<&DocumentChoice>,
) -> Result<(), Refusal> {
    sheet.rights().need_one(Role::Administrator)?;
    if let Some(from) = from {
        sheet.must_exist(Key::Edition(from))?;
    }
    let edition = Edition {
        act: rests_on(sheet, edition, act)?,
        state: EditionState::Draft,
        based_on: from,
        ..edition.clone()
    };
    let id = create(sheet, edition)?;
    let Some(from) = from else {
        return Ok(());
    };
    let state = sheet.state;
    for (direction, it) in state.directions_of(from) {
        let record = Record::Direction(it.body.clone());
        sheet.put(Key::Direction(id, direction), record);
    }
    for (indicator, it) in state.indicators_of(from) {
        let record = Record::Indicator(it.body.clone());
        sheet.put(Key::Indicator(id, indicator), record);
    }
    for (kind, it) in state.rules_of(from) {
        sheet.put(Key::Rule(id, kind), Record::Rule(it.body.clone()));
    }
    Ok(())
}

pub(super) fn create(sheet: &mut Sheet, edition: Edition) -> Result<EditionId, Refusal> {
    number_is_free(sheet, None, edition.number)?;
    if let Some(based_on) = edition.based_on {
        sheet.must_exist(Key::Edition(based_on))?;
    }
    let record = Record::Edition(edition);
    sound(&record)?;
    sheet.create(Kind::Edition, EditionId, Key::Edition, record)
}

/// Changes what is said of a working edition as a whole.
pub(super) fn edit(
    sheet: &mut Sheet,
    id: EditionId,
    seen: Seq,
    edition: &Edition,
    act: Option<&DocumentChoice>,
) -> Result<(), Refusal> {
    let present = draft(sheet, id)?;
    let (state, based_on) = (present.state, present.based_on);
    sheet.check_revision(Key::Edition(id), seen)?;
    number_is_free(sheet, Some(id), edition.number)?;
    let record = Record::Edition(Edition {
        act: rests_on(sheet, edition, act)?,
        state,
        based_on,
        ..edition.clone()
    });
    sound(&record)?;
    sheet.put(Key::Edition(id), record);
    Ok(())
}

/// Takes a working edition out, with all that is in it.
pub(super) fn drop(sheet: &mut Sheet, id: EditionId, seen: Seq) -> Result<(), Refusal> {
    draft(sheet, id)?;
    let key = Key::Edition(id);
    sheet.check_whole(id, seen)?;
    let state = sheet.state;
    let based = (state.editions.iter()).find(|(_, it)| it.based_on == Some(id));
    // The first period of a store with an empty catalogue is there before its edition is published.
    let measured = (state.periods.iter()).find(|(_, it)| it.edition == id);
    let by = (based.map(|(by, _)| Key::Edition(*by)))
        .or_else(|| measured.map(|(by, _)| Key::Period(*by)));
    if let Some(by) = by {
        return Err(Refusal::InUse { key, by });
    }
    for (indicator, _) in state.indicators_of(id) {
        sheet.remove(Key::Indicator(id, indicator));
    }
    for (direction, _) in state.directions_of(id) {
        sheet.remove(Key::Direction(id, direction));
    }
    for (kind, _) in state.rules_of(id) {
        sheet.remove(Key::Rule(id, kind));
    }
    sheet.remove(key);
    Ok(())
}

/// Writes a direction of a working edition; without an id it is a new one, and stands last.
pub(super) fn put_direction(
    sheet: &mut Sheet,
    edition: EditionId,
    id: Option<DirectionId>,
    seen: Seen,
    direction: &Direction,
) -> Result<(), Refusal> {
    draft(sheet, edition)?;
    let record = Record::Direction(direction.clone());
    sound(&record)?;
    match id {
        Some(id) => {
            let key = Key::Direction(edition, id);
            sheet.was_handed_out(key)?;
            sheet.check_seen(key, seen)?;
            sheet.put(key, record);
        }
        None => {
            let orders = sheet.state.directions_of(edition).into_iter();
            let order = next(orders.map(|(_, it)| it.order));
            let record = Record::Direction(Direction {
                order,
                ..direction.clone()
            });
            let key = |id| Key::Direction(edition, id);
            sheet.create(Kind::Direction, DirectionId, key, record)?;
        }
    }
    Ok(())
}

/// Writes an indicator of a working edition; without an id it is a new one, and stands last in its direction.
pub(super) fn put_indicator(
    sheet: &mut Sheet,
    edition: EditionId,
    id: Option<IndicatorId>,
    seen: Seen,
    indicator: &Indicator,
) -> Result<(), Refusal> {
    draft(sheet, edition)?;
    sheet.must_exist(Key::Direction(edition, indicator.direction))?;
    bases_exist(sheet, indicator)?;
    sound(&Record::Indicator(indicator.clone()))?;
    let present = id.and_then(|id| sheet.state.indicators.get(&(edition, id)));
    let moved = present.is_none_or(|it| it.direction != indicator.direction);
    let orders = sheet.state.indicators_of(edition).into_iter();
    let order = match moved {
        true => next(
            orders
                .filter(|(_, it)| it.direction == indicator.direction)
                .map(|(_, it)| it.order),
        ),
        false => indicator.order,
    };
    let record = Record::Indicator(Indicator {
        order,
        ..indicator.clone()
    });
    match id {
        Some(id) => {
            let key = Key::Indicator(edition, id);
            sheet.was_handed_out(key)?;
            sheet.check_seen(key, seen)?;
            sheet.put(key, record);
        }
        None => {
            let key = |id| Key::Indicator(edition, id);
            sheet.create(Kind::Indicator, IndicatorId, key, record)?;
        }
    }
    Ok(())
}

fn next(orders: impl Iterator<Item = u32>) -> u32 {
    orders.max().unwrap_or(0).saturating_add(1)
}

/// Says how much a rule matters in a working edition.
pub(super) fn put_rule(sheet: &mut Sheet, it: &PutRule) -> Result<(), Refusal> {
    draft(sheet, it.edition)?;
    sound_rule(it.edition, it.kind, &it.rule)?;
    let (key, record) = (
        Key::Rule(it.edition, it.kind),
        Record::Rule(it.rule.clone()),
    );
    sound(&record)?;
    sheet.check_seen(key, it.seen)?;
    sheet.put(key, record);
    Ok(())
}

/// Refuses a rule without the number that it measures by, or with one where it has none: a file would say it otherwise.
pub(super) fn sound_rule(edition: EditionId, kind: RuleKind, it: &Rule) -> Result<(), Refusal> {
    match (kind.usual_threshold(), it.threshold) {
        (Some(_), None) => Err(Refusal::Empty {
            field: Field::Threshold,
        }),
        (None, Some(_)) => Err(Refusal::WrongKind {
            key: Key::Rule(edition, kind),
        }),
        _ => Ok(()),
    }
}

/// Retires a direction or an indicator of a working edition, or takes it up again. With a direction go its indicators, and come back
/// those that went: whatever was retired by itself before stays so.
pub(super) fn retire(sheet: &mut Sheet, key: Key, seen: Seq, retired: bool) -> Result<(), Refusal> {
    match key {
        Key::Direction(edition, id) => {
            draft(sheet, edition)?;
            sheet.check_revision(key, seen)?;
            let state = sheet.state;
            let present = state.directions.get(&(edition, id));
            let present = present.ok_or(Refusal::Missing { key })?;
            let direction = Direction {
                retired,
                ..present.body.clone()
            };
            sheet.put(key, Record::Direction(direction));
            let all = state.indicators_of(edition).into_iter();
            let all: Vec<_> = all.filter(|(_, it)| it.direction == id).collect();
            let went = went_with(present.stamp.rev, &all);
            for (id, it) in all {
                if retired || went == Some(it.stamp.rev) {
                    put_retired(sheet, Key::Indicator(edition, id), it, retired);
                }
            }
            Ok(())
        }
        Key::Indicator(edition, id) => {
            draft(sheet, edition)?;
            sheet.check_revision(key, seen)?;
            let state = sheet.state;
            let present = state.indicators.get(&(edition, id));
            let present = present.ok_or(Refusal::Missing { key })?;
            put_retired(sheet, key, present, retired);
            Ok(())
        }
        _ => Err(Refusal::WrongKind { key }),
    }
}

/// The revision with which indicators went when their direction was retired: that of the direction, and where it was changed since, the one
/// that most of those which are retired have in common, the latest where several do. What has another was retired by itself, or was changed
/// since: it stays retired.
fn went_with(direction: Seq, all: &[(IndicatorId, &Stamped<Indicator>)]) -> Option<Seq> {
    let mut alike: BTreeMap<Seq, usize> = BTreeMap::new();
    for (_, it) in all.iter().filter(|(_, it)| it.retired) {
        *alike.entry(it.stamp.rev).or_default() += 1;
    }
    let most = || (alike.iter().max_by_key(|(_, n)| **n)).map(|(rev, _)| *rev);
    match alike.contains_key(&direction) {
        true => Some(direction),
        false => most(),
    }
}

fn put_retired(sheet: &mut Sheet, key: Key, it: &Indicator, retired: bool) {
    let indicator = Indicator {
        retired,
        ..it.clone()
    };
    sheet.put(key, Record::Indicator(indicator));
}

/// Removes a direction or an indicator that only this working edition has. What another edition has is retired instead: values may
/// stand under it.
pub(super) fn remove(sheet: &mut Sheet, key: Key, seen: Seq) -> Result<(), Refusal> {
    let state = sheet.state;
    let elsewhere = match key {
        Key::Direction(edition, id) => {
            draft(sheet, edition)?;
            let mut own = state.indicators_of(edition).into_iter();
            if let Some((by, _)) = own.find(|(_, it)| it.direction == id) {
                let by = Key::Indicator(edition, by);
                return Err(Refusal::InUse { key, by });
            }
            let others = state.directions.keys();
            let mut others = others.filter(|it| it.1 == id && it.0 != edition);
            others.next().map(|it| Key::Direction(it.0, it.1))
        }
        Key::Indicator(edition, id) => {
            draft(sheet, edition)?;
            let mut own = state.indicators_of(edition).into_iter();
            let rests = |it: &Indicator| it.measure.computed_from() == Some(id);
            if let Some((by, _)) = own.find(|(other, it)| *other != id && rests(it)) {
                let by = Key::Indicator(edition, by);
                return Err(Refusal::InUse { key, by });
            }
            let others = state.indicators.keys();
            let mut others = others.filter(|it| it.1 == id && it.0 != edition);
            others.next().map(|it| Key::Indicator(it.0, it.1))
        }
        _ => return Err(Refusal::WrongKind { key }),
    };
    sheet.check_revision(key, seen)?;
    match elsewhere {
        Some(by) => Err(Refusal::RetireInstead { key, by }),
        None => {
            sheet.remove(key);
            touch_where_something_goes(sheet);
            Ok(())
        }
    }
}

/// Editions of which something goes are touched: whoever has seen the whole of one has not seen that.
pub(super) fn touch_where_something_goes(sheet: &mut Sheet) {
    let editions: BTreeSet<EditionId> = (sheet.all_gone())
        .filter_map(|key| match key {
            Key::Direction(edition, _) | Key::Indicator(edition, _) | Key::Rule(edition, _) => {
                Some(edition)
            }
            _ => None,
        })
        .collect();
    for edition in editions {
        sheet.touch(Key::Edition(edition));
    }
}

/// Moves a direction among the directions, or an indicator within its direction, to stand right after another one; after none: first.
pub(super) fn arrange(
    sheet: &mut Sheet,
    key: Key,
    seen: Seq,
    after: Option<Key>,
) -> Result<(), Refusal> {
    let state = sheet.state;
    let siblings: Vec<Key> = match key {
        Key::Direction(edition, _) => {
            draft(sheet, edition)?;
            let all = state.directions_of(edition).into_iter();
            all.map(|(id, _)| Key::Direction(edition, id)).collect()
        }
        Key::Indicator(edition, id) => {
            draft(sheet, edition)?;
            let present = state.indicators.get(&(edition, id));
            let direction = present.ok_or(Refusal::Missing { key })?.direction;
            let all = state.indicators_of(edition).into_iter();
            all.filter(|(_, it)| it.direction == direction)
                .map(|(id, _)| Key::Indicator(edition, id))
                .collect()
        }
        _ => return Err(Refusal::WrongKind { key }),
    };
    sheet.check_revision(key, seen)?;
    let mut order: Vec<Key> = siblings.into_iter().filter(|it| *it != key).collect();
    let place = match after {
        None => 0,
        Some(after) => {
            let place = order.iter().position(|it| *it == after);
            place.ok_or(Refusal::Missing { key: after })? + 1
        }
    };
    order.insert(place, key);
    for (place, key) in (1..).zip(order) {
        let moved = match state.record(key) {
            Some((Record::Direction(it), _)) => Record::Direction(Direction { order: place, ..it }),
            Some((Record::Indicator(it), _)) => Record::Indicator(Indicator { order: place, ..it }),
            _ => continue,
        };
        sheet.put(key, moved);
    }
    Ok(())
}

/// A working edition that somebody who may is about to write in.
pub(super) fn draft<'a>(sheet: &Sheet<'a>, id: EditionId) -> Result<&'a Edition, Refusal> {
    sheet.rights().need_one(Role::Administrator)?;
    let key = Key::Edition(id);
    let present = sheet.state.editions.get(&id);
    let present = present.ok_or(Refusal::Missing { key })?;
    match present.state {
        EditionState::Draft => Ok(&present.body),
        EditionState::Published => Err(Refusal::EditionPublished),
    }
}

/// Refuses a number that another edition has: by it papers and files name an edition.
pub(super) fn number_is_free(
    sheet: &Sheet,
    id: Option<EditionId>,
    number: u32,
) -> Result<(), Refusal> {
    let holder = (sheet.state.editions.iter())
        .filter(|(other, it)| Some(**other) != id && it.number == number)
        .find(|(other, _)| sheet.counts(Key::Edition(**other)));
    match holder {
        Some((holder, _)) => Err(Refusal::Taken {
            key: Key::Edition(*holder),
        }),
        None => Ok(()),
    }
}

/// The act that an edition rests on: one of the register, or a new one of it.
pub(super) fn rests_on(
    sheet: &mut Sheet,
    edition: &Edition,
    act: Option<&DocumentChoice>,
) -> Result<Option<DocumentId>, Refusal> {
    if let Some(choice) = act {
        return documents::choose_by_administrator(sheet, choice).map(Some);
    }
    if let Some(id) = edition.act {
        sheet.must_exist(Key::Document(id))?;
    }
    Ok(edition.act)
}

/// Refuses an indicator that names a base quantity which is not there.
pub(super) fn bases_exist(sheet: &Sheet, indicator: &Indicator) -> Result<(), Refusal> {
    let named = crate::domain::bases::of(indicator);
    for base in named.into_iter().flatten() {
        sheet.must_exist(Key::BaseQuantity(base))?;
    }
    Ok(())
}
