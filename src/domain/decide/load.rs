//! Loading ready records: founding a store, the demo, a register from a file. One commit, every key free.
//!
//! What is loaded may lie in the past: closed periods come closed, decisions come executed. So the rules of single
//! commands don't apply; what holds is that records fit their keys, name only what exists, and can be shown.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::catalogue::EditionState;
use crate::domain::ids::{EditionId, PROGRAM, PeriodId};
use crate::domain::people::Role;
use crate::domain::record::{Key, Record};
use crate::domain::refusal::Refusal;
use crate::domain::value::Cell;

use super::editions::sound_rule;
use super::refs;
use super::sheet::{Sheet, loaded};
use super::sound::sound;

/// Loads records.
pub(super) fn load(sheet: &mut Sheet, records: &[(Key, Record)]) -> Result<(), Refusal> {
    // Whoever opens an empty folder founds the store; afterwards it takes an administrator.
    if !sheet.state.users.is_empty() {
        sheet.rights().need_one(Role::Administrator)?;
    }
    let loading: BTreeSet<Key> = records.iter().map(|(key, _)| *key).collect();
    let editions: BTreeMap<PeriodId, EditionId> = (records.iter())
        .filter_map(|(key, record)| match (key, record) {
            (Key::Period(id), Record::Period(period)) => Some((*id, period.edition)),
            _ => None,
        })
        .collect();
    // In the order of keys, whatever the order in which they were given.
    let mut sorted: Vec<&(Key, Record)> = records.iter().collect();
    sorted.sort_by_key(|(key, _)| *key);
    for (key, record) in sorted {
        place(sheet, *key, record, &loading)?;
        let mut missing = None;
        let state = sheet.state;
        let edition_of = |id| editions.get(&id).copied().or_else(|| state.edition_of(id));
        refs::each(*key, record, edition_of, |named| {
            if !loading.contains(&named) && missing.is_none() {
                missing = sheet.must_exist(named).err();
            }
        });
        if let Some(refusal) = missing {
            return Err(refusal);
        }
        sound(record)?;
        if let (Key::Rule(edition, kind), Record::Rule(it)) = (key, record) {
            sound_rule(*edition, *kind, it)?;
        }
        sheet.put(*key, record.clone());
    }
    Ok(())
}

/// The key is free, and the record is one of its kind.
fn place(sheet: &Sheet, key: Key, record: &Record, loading: &BTreeSet<Key>) -> Result<(), Refusal> {
    if key.kind() != record.kind() {
        return Err(Refusal::WrongKind { key });
    }
    if let Some(period) = key.shard() {
        loaded(sheet.state, period)?;
    }
    let is_program = key == Key::User(PROGRAM);
    let is_last = key.own_id() == Some(u32::MAX);
    let taken = sheet.written(key).is_some() || sheet.state.stamp(key).is_some();
    if is_program || is_last || taken || was_handed_out(sheet, key) {
        return Err(Refusal::Taken { key });
    }
    match key {
        Key::Direction(edition, _) | Key::Indicator(edition, _) | Key::Rule(edition, _)
            if !loading.contains(&Key::Edition(edition)) =>
        {
            let state = sheet.state.editions.get(&edition).map(|it| it.state);
            if state == Some(EditionState::Published) {
                return Err(Refusal::EditionPublished);
            }
        }
        Key::Value(Cell { period, .. })
        | Key::Confirmation(Cell { period, .. }, _)
        | Key::BaseValue(period, ..)
        | Key::Reference(period, _)
            if !loading.contains(&Key::Period(period)) =>
        {
            sheet.open_period(period)?;
        }
        _ => {}
    }
    Ok(())
}

/// Whether the key's number is no longer free, though nothing stands under it: an undo took it back, and ids are never used twice.
/// Directions and indicators live for ever and come again in each edition.
fn was_handed_out(sheet: &Sheet, key: Key) -> bool {
    let lives_on = matches!(key, Key::Direction(..) | Key::Indicator(..));
    !lives_on
        && key
            .own_id()
            .is_some_and(|id| id < sheet.state.next_id(key.kind()))
}
