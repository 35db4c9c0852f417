//! What was erased after an archive was written, erased again from the store that is made of it: the name never gets to the new store.
//!
//! Owns the commit that closes such a store's journal: everything whose last change is taken out is written there without the name.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::ArchiveError;
use super::read::{self, Frame};
use crate::domain::erasure::Erasure;
use crate::domain::ids::{PROGRAM, Seq, Timestamp, UserId};
use crate::domain::people::Person;
use crate::domain::record::{Cause, Change, CommandId, Commit, Key, Record};
use crate::store::change::{Encoded, change_of};
use crate::store::disk::Disk;
use crate::store::erasure::Line;
use crate::store::error::{AppendError, AtPath as _, StoreError};
use crate::store::journal::{Copy, Item};

/// What is to be erased again.
pub(super) struct Again {
    erasures: Vec<Erasure>,
    /// Records of which a change is taken out, as they are in the end, without the name.
    left: BTreeMap<Key, Record>,
    at: Timestamp,
    pub(super) lines: Vec<Line>,
}

impl Again {
    /// What of these erasings an archive of this store does not know; `None` if it knows all of them.
    pub(super) fn of(
        disk: &dyn Disk,
        archive: &Path,
        lines: &[Line],
    ) -> Result<Option<Again>, ArchiveError> {
        let mut names: Vec<(&Line, Person)> = Vec::new();
        let mut note = |line, record: &Option<Record>| {
            if let Some(Record::Person(it)) = record
                && !it.is_erased()
                && !names.iter().any(|(_, known)| known == it)
            {
                names.push((line, it.clone()));
            }
        };
        each_change(disk, archive, |time, change| {
            // A number that was given anew afterwards is somebody else's.
            let line = lines
                .iter()
                .find(|it| change.key == Key::Person(it.person) && time <= it.at.0);
            if let Some(line) = line {
                note(line, &change.before);
                note(line, &change.after);
            }
        })?;
        let Some(at) = names.iter().map(|(line, _)| line.at).max() else {
            return Ok(None);
        };
        let erasures = names
            .iter()
            .map(|(line, name)| Erasure::new(line.person, name, line.keep.iter().copied()));
        let mut erasures: Vec<Erasure> = erasures.collect();
        let mut users: Vec<BTreeSet<UserId>> = vec![BTreeSet::new(); erasures.len()];
        let mut in_use: BTreeMap<UserId, bool> = BTreeMap::new();
        each_change(disk, archive, |_, change| {
            if let (Key::User(id), Some(Record::User(it))) = (change.key, &change.after) {
                in_use.insert(id, !it.retired);
            }
            for (erasure, users) in erasures.iter().zip(&mut users) {
                let sides = [&change.before, &change.after];
                let sides = sides.into_iter().flatten();
                users.extend(sides.filter_map(|it| erasure.user(change.key, it)));
            }
        })?;
        // Whoever signs in with an account that names nobody goes on to do so.
        let is_former = |it: &UserId| in_use.get(it) != Some(&true);
        let known = erasures.into_iter().zip(users);
        erasures = known
            .map(|(it, users)| it.with_users(users.into_iter().filter(is_former)))
            .collect();
        let mut last: BTreeMap<Key, Option<Record>> = BTreeMap::new();
        each_change(disk, archive, |_, change| {
            let is_touched = erasures.iter().any(|it| it.touches(&change));
            if is_touched || last.contains_key(&change.key) {
                last.insert(change.key, change.after);
            }
        })?;
        let mut left = BTreeMap::new();
        for (key, record) in last {
            let Some(mut record) = record else { continue };
            for erasure in &erasures {
                record = erasure.without(key, &record).unwrap_or(record);
            }
            left.insert(key, record);
        }
        let is_in = |it: &&Line| names.iter().any(|(line, _)| line == it);
        Ok(Some(Again {
            erasures,
            left,
            at,
            lines: lines.iter().filter(is_in).cloned().collect(),
        }))
    }

    /// Whether an item holds data of any of them.
    pub(super) fn touches(&self, item: &Item<'_>) -> Result<bool, StoreError> {
        let change = change_of(item)?;
        Ok(self.erasures.iter().any(|it| it.touches(&change)))
    }

    /// Closes a journal with the commit that says what is left.
    pub(super) fn close(
        &self,
        disk: &dyn Disk,
        copy: &mut Copy<'_>,
        seq: Seq,
    ) -> Result<(), ArchiveError> {
        let mut id = [0; 16];
        disk.random(&mut id).at(Path::new("getrandom"))?;
        let change = |(key, record): (&Key, &Record)| Change {
            key: *key,
            before: Some(record.clone()),
            after: Some(record.clone()),
        };
        let commit = Commit {
            seq,
            time: self.at,
            actor: PROGRAM,
            command_id: CommandId(u128::from_be_bytes(id)),
            cause: Cause::Erase,
            changes: self.left.iter().map(change).collect(),
        };
        let encoded = Encoded::new(&commit, disk).map_err(not_written)?;
        Ok(copy.commit(&encoded.entry()).map_err(not_written)?)
    }

    /// Changes of that commit.
    pub(super) fn n_changes(&self) -> u64 {
        self.left.len() as u64
    }
}

fn each_change(
    disk: &dyn Disk,
    archive: &Path,
    mut each: impl FnMut(i64, Change),
) -> Result<(), ArchiveError> {
    read::run(disk, archive, &mut |frame: &Frame<'_>| {
        for entry in frame.entries {
            for item in &entry.items {
                each(entry.head.time, change_of(item)?);
            }
        }
        Ok(())
    })?;
    Ok(())
}

fn not_written(error: AppendError) -> StoreError {
    match error {
        AppendError::Refused(error) | AppendError::Unknown(error) => error,
        other => StoreError::Unreadable {
            what: "erase".to_owned(),
            why: other.to_string(),
        },
    }
}
