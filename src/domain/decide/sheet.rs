//! The sheet on which a command writes down what it changes. Owns the shape of the result: `before` as the state has it,
//! a key once, unchanged records left out, new numbers never used before. Knows no rule of the field.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::command::Seen;
use crate::domain::ids::{EditionId, Now, PeriodId, PersonId, Seq};
use crate::domain::people::Person;
use crate::domain::period::Period;
use crate::domain::record::{Change, Key, Kind, Record};
use crate::domain::refusal::Refusal;
use crate::domain::state::{Stamped, State};
use crate::domain::value::{Cell, Value};

use super::Actor;
use super::rights::Rights;

/// What a command has written down so far.
pub(super) struct Sheet<'a> {
    pub(super) state: &'a State,
    pub(super) actor: Actor,
    pub(super) now: Now,
    order: Vec<Key>,
    after: BTreeMap<Key, Option<Record>>,
    touched: BTreeSet<Key>,
    /// Somebody new, by their name.
    newcomers: BTreeMap<Person, BTreeSet<PersonId>>,
    handed_out: BTreeMap<Kind, u32>,
    since: Option<Seq>,
}

impl<'a> Sheet<'a> {
    pub(super) fn new(state: &'a State, actor: Actor, now: Now) -> Self {
        Sheet {
            state,
            actor,
            now,
            order: Vec::new(),
            after: BTreeMap::new(),
            touched: BTreeSet::new(),
            newcomers: BTreeMap::new(),
            handed_out: BTreeMap::new(),
            since: None,
        }
    }

    /// A sheet on which the commit of this number is taken back.
    pub(super) fn taking_back(state: &'a State, actor: Actor, now: Now, since: Seq) -> Self {
        Sheet {
            since: Some(since),
            ..Sheet::new(state, actor, now)
        }
    }

    /// Whether a record that is there may stand in the way of what is written down. What comes back has stood beside everything but what
    /// others have done since; what the person did since was taken back before.
    pub(super) fn counts(&self, key: Key) -> bool {
        self.since.is_none_or(|since| {
            let stamp = self.state.stamp(key);
            stamp.is_some_and(|it| it.rev > since && it.by != self.actor.user)
        })
    }

    /// What the person who asks may do.
    pub(super) fn rights(&self) -> Rights<'a> {
        Rights {
            state: self.state,
            actor: self.actor,
            today: self.now.today,
        }
    }

    /// Writes a record down; written twice, the later one counts.
    pub(super) fn put(&mut self, key: Key, record: Record) {
        self.write(key, Some(record));
    }

    /// Writes down that the record goes.
    pub(super) fn remove(&mut self, key: Key) {
        self.write(key, None);
    }

    /// Writes down that something of a record went that does not stand in it: its words stay, its revision is new.
    pub(super) fn touch(&mut self, key: Key) {
        if !self.after.contains_key(&key)
            && let Some((record, _)) = self.state.record(key)
        {
            self.put(key, record);
        }
        self.touched.insert(key);
    }

    /// Writes a new record down under a number that was never used.
    pub(super) fn create<Id: Copy>(
        &mut self,
        kind: Kind,
        id: impl FnOnce(u32) -> Id,
        key: impl FnOnce(Id) -> Key,
        record: Record,
    ) -> Result<Id, Refusal> {
        let next = match self.handed_out.get(&kind) {
            Some(last) => last.saturating_add(1),
            None => self.state.next_id(kind),
        };
        let id = id(next);
        let key = key(id);
        // Only where numbers of this kind have run out.
        if next == u32::MAX {
            return Err(Refusal::Taken { key });
        }
        self.handed_out.insert(kind, next);
        self.put(key, record);
        Ok(id)
    }

    /// What the command has written down under a key, `Some(None)` where it goes.
    pub(super) fn comes_to(&self, key: Key) -> Option<Option<&Record>> {
        self.after.get(&key).map(Option::as_ref)
    }

    /// What the command has written down under a key, if it has.
    pub(super) fn written(&self, key: Key) -> Option<&Record> {
        self.after.get(&key)?.as_ref()
    }

    /// Everything that is written down, by key.
    pub(super) fn all_written(&self) -> impl Iterator<Item = (Key, &Record)> {
        (self.after.iter()).filter_map(|(key, record)| Some((*key, record.as_ref()?)))
    }

    /// Everything that is written down to go.
    pub(super) fn all_gone(&self) -> impl Iterator<Item = Key> {
        (self.after.iter()).filter_map(|(key, record)| record.is_none().then_some(*key))
    }

    /// The first of those who are new and written down under this name.
    pub(super) fn newcomer(&self, person: &Person) -> Option<PersonId> {
        self.newcomers.get(person)?.first().copied()
    }

    fn write(&mut self, key: Key, record: Option<Record>) {
        let newcomer = match key {
            Key::Person(id) if !self.state.persons.contains_key(&id) => Some(id),
            _ => None,
        };
        if let (Some(id), Some(Record::Person(it))) = (newcomer, &record) {
            self.newcomers.entry(it.clone()).or_default().insert(id);
        }
        let before = self.after.insert(key, record);
        if before.is_none() {
            self.order.push(key);
        }
        if let (Some(id), Some(Some(Record::Person(it)))) = (newcomer, before)
            && self.written(key) != Some(&Record::Person(it.clone()))
            && let Some(ids) = self.newcomers.get_mut(&it)
        {
            ids.remove(&id);
        }
    }

    /// The changes in the order in which they were written down.
    pub(super) fn finish(mut self) -> Result<Vec<Change>, Refusal> {
        let mut changes = Vec::with_capacity(self.order.len());
        for key in self.order {
            let before = self.state.record(key).map(|(record, _)| record);
            let after = self.after.remove(&key).flatten();
            if before != after || self.touched.contains(&key) {
                changes.push(Change { key, before, after });
            }
        }
        if changes.iter().all(|it| it.before == it.after) {
            return Err(Refusal::NoChange);
        }
        Ok(changes)
    }

    /// The period, if there is one.
    pub(super) fn period(&self, id: PeriodId) -> Result<&'a Stamped<Period>, Refusal> {
        let key = Key::Period(id);
        self.state.periods.get(&id).ok_or(Refusal::Missing { key })
    }

    /// The period, if its values can be changed.
    pub(super) fn open_period(&self, id: PeriodId) -> Result<&'a Stamped<Period>, Refusal> {
        let period = self.period(id)?;
        if period.state.takes_values() {
            Ok(period)
        } else {
            Err(Refusal::PeriodClosed { period: id })
        }
    }

    /// The value of a cell. Not being in memory is not being absent.
    pub(super) fn value(&self, cell: Cell) -> Result<Option<&'a Stamped<Value>>, Refusal> {
        loaded(self.state, cell.period)?;
        Ok(self.state.value(cell))
    }

    /// Whether the record is still what the person has seen.
    pub(super) fn check_seen(&self, key: Key, seen: Seen) -> Result<(), Refusal> {
        let there = match self.state.stamp(key) {
            Some(stamp) => Seen::At(stamp.rev),
            None => Seen::Absent,
        };
        if there == seen {
            Ok(())
        } else {
            Err(conflict(self.state, key))
        }
    }

    /// As [`Sheet::check_seen`] for a record that must be there: one that never was is missing, one taken back a conflict.
    pub(super) fn check_revision(&self, key: Key, seen: Seq) -> Result<(), Refusal> {
        if self.state.stamp(key).is_none() {
            self.was_handed_out(key)?;
        }
        self.check_seen(key, Seen::At(seen))
    }

    /// Whether the number of a key was ever given to anything: nobody but the store hands numbers out.
    pub(super) fn was_handed_out(&self, key: Key) -> Result<(), Refusal> {
        match key.own_id() {
            Some(id) if id >= self.state.next_id(key.kind()) => Err(Refusal::Missing { key }),
            _ => Ok(()),
        }
    }

    /// Whether an edition is as the person has seen it, with all that is in it.
    pub(super) fn check_whole(&self, id: EditionId, seen: Seq) -> Result<(), Refusal> {
        match self.state.latest_of(id) {
            Some((key, stamp)) if stamp.rev != seen => Err(conflict(self.state, key)),
            Some(_) => Ok(()),
            None => self.check_revision(Key::Edition(id), seen),
        }
    }

    /// Whether the record exists or has just been written down.
    pub(super) fn must_exist(&self, key: Key) -> Result<(), Refusal> {
        if self.written(key).is_some() || self.state.stamp(key).is_some() {
            Ok(())
        } else {
            Err(Refusal::Missing { key })
        }
    }
}

/// Refuses where the values of an existing period are not in memory.
pub(super) fn loaded(state: &State, period: PeriodId) -> Result<(), Refusal> {
    if state.periods.contains_key(&period) && state.shard(period).is_none() {
        return Err(Refusal::NotLoaded { period });
    }
    Ok(())
}

/// A conflict over a key, with what is there now.
pub(super) fn conflict(state: &State, key: Key) -> Refusal {
    let (theirs, stamp) = state.record(key).unzip();
    Refusal::Conflict {
        key,
        theirs: theirs.map(Box::new),
        stamp,
    }
}
