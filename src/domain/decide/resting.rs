//! What names what, when a commit is taken back: nothing that stays names what goes, and nothing that comes back names what is gone.
//!
//! Knows which records name which by [`refs`]; who may take back, and whether the records are still as they were, is asked before.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::catalogue::EditionState;
use crate::domain::ids::Seq;
use crate::domain::period::{Period, PeriodState};
use crate::domain::record::{Change, Key, Kind, Record};
use crate::domain::refusal::Refusal;
use crate::domain::state::{Stamped, State};
use crate::domain::value::Cell;

use super::refs;
use super::sheet::loaded;

/// Refuses where a record that stays names one that would go.
pub(super) fn nothing_rests_on(
    state: &State,
    since: Seq,
    changes: &[Change],
) -> Result<(), Refusal> {
    let gone: BTreeSet<Key> = (changes.iter().filter(|it| it.after.is_none()))
        .map(|it| it.key)
        .collect();
    let naming: BTreeSet<Kind> = (gone.iter().flat_map(|it| refs::named_by(it.kind())))
        .copied()
        .collect();
    if naming.is_empty() {
        return Ok(());
    }
    let in_shards = [Kind::Value, Kind::BaseValue, Kind::Collection];
    if in_shards.iter().any(|it| naming.contains(it)) {
        all_loaded(state, since)?;
    }
    let after: BTreeMap<Key, &Option<Record>> =
        changes.iter().map(|it| (it.key, &it.after)).collect();
    let edition_of = |period| state.edition_of(period);
    let check = |by: Key, record: &Record| {
        let mut named = None;
        refs::each(by, record, edition_of, |key| {
            named = named.or(gone.contains(&key).then_some(key));
        });
        named.map_or(Ok(()), |key| Err(Refusal::InUse { key, by }))
    };
    let others =
        (state.keys()).filter(|it| it.kind() != Kind::Value && naming.contains(&it.kind()));
    for key in others {
        let stays = match after.get(&key) {
            Some(record) => (*record).clone(),
            None => state.record(key).map(|(record, _)| record),
        };
        if let Some(record) = stays {
            check(key, &record)?;
        }
    }
    if naming.contains(&Kind::Value) {
        no_value_rests_on(state, &gone, &after)?;
    }
    Ok(())
}

/// Refuses where something comes back that names what is not there any more, or a period by an edition that is written in again.
pub(super) fn nothing_is_missing(state: &State, changes: &[Change]) -> Result<(), Refusal> {
    let after: BTreeMap<Key, &Option<Record>> =
        changes.iter().map(|it| (it.key, &it.after)).collect();
    let is_there = |key| match after.get(&key) {
        Some(record) => record.is_some(),
        None => state.stamp(key).is_some(),
    };
    let edition_of = |period| match after.get(&Key::Period(period)) {
        Some(Some(Record::Period(it))) => Some(it.edition),
        _ => state.edition_of(period),
    };
    for change in changes {
        let Some(record) = &change.after else {
            continue;
        };
        // What is named already was looked at when it was written.
        let mut named = BTreeSet::new();
        if let Some(before) = &change.before {
            refs::each(
                change.key,
                before,
                |it| state.edition_of(it),
                |key| {
                    named.insert(key);
                },
            );
        }
        let mut missing = None;
        refs::each(change.key, record, edition_of, |key| {
            let comes = !named.contains(&key);
            missing = missing.or((comes && !is_there(key)).then_some(key));
        });
        if let Some(key) = missing {
            return Err(Refusal::Missing { key });
        }
        if let Record::Period(it) = record
            && let key = Key::Edition(it.edition)
            && !named.contains(&key)
            && !after.contains_key(&key)
            && (state.editions.get(&it.edition))
                .is_some_and(|it| it.state != EditionState::Published)
        {
            return Err(Refusal::WrongState { key });
        }
    }
    Ok(())
}

/// Refuses where the numbers of a period that can name what came with the commit are not in memory: what was closed before it can't.
fn all_loaded(state: &State, since: Seq) -> Result<(), Refusal> {
    let closed_before =
        |it: &Stamped<Period>| it.state == PeriodState::Closed && it.stamp.rev < since;
    for (id, _) in (state.periods.iter()).filter(|(_, it)| !closed_before(it)) {
        loaded(state, *id)?;
    }
    Ok(())
}

/// The same for values, which are many: nothing is copied.
fn no_value_rests_on(
    state: &State,
    gone: &BTreeSet<Key>,
    after: &BTreeMap<Key, &Option<Record>>,
) -> Result<(), Refusal> {
    for id in state.periods.keys() {
        let Some(shard) = state.shard(*id) else {
            continue;
        };
        for (indicator, column) in shard.columns() {
            for (subject, value) in column {
                let by = Key::Value(Cell {
                    period: *id,
                    indicator,
                    subject: *subject,
                });
                if matches!(after.get(&by), Some(None)) {
                    continue;
                }
                let mut named = None;
                let mut visit = |key| named = named.or(gone.contains(&key).then_some(key));
                refs::of_key(by, &|period| state.edition_of(period), &mut visit);
                refs::of_value(value, &mut visit);
                if let Some(key) = named {
                    return Err(Refusal::InUse { key, by });
                }
            }
        }
    }
    Ok(())
}
