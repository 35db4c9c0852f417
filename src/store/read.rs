//! What is read from an open store: shards, commits, pages of the journal and the history of a record.
//! Owns the sizes of pages; where things lie the derived state says, what they are the journal.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::change::{change_of, commit_of, key_of};
use super::derived::Filter;
use super::error::StoreError;
use super::journal::{Entry, Item, Journal, Place};
use super::store::Store;
use crate::domain::about::{self, About};
use crate::domain::ids::{PeriodId, Seq};
use crate::domain::record::{CommandId, Commit, Key, Kind, Record};
use crate::domain::state::{Shard, Stamp};

/// Most lines of one page.
pub const MAX_PAGE: usize = 500;

/// Most changes that a line of a page carries; [`Line::n_changes`] says how many there are.
pub const MAX_CHANGES: usize = 50;

/// One commit on a page of the journal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The commit, with those of its changes that the filter asks for, at most [`MAX_CHANGES`].
    pub commit: Commit,
    /// How many changes the commit has in all.
    pub n_changes: usize,
}

impl Store {
    /// The values of a period, up to the last commit appended.
    pub fn load_shard(&mut self, period: PeriodId) -> Result<Arc<Shard>, StoreError> {
        self.with_derived(|derived, _| derived.shard(period))
    }

    /// The commit that answered this command, if it was in the last 30 days. Asked for every command, so it brings nothing up to date.
    pub fn command(&mut self, id: CommandId) -> Result<Option<Seq>, StoreError> {
        if let Some(seq) = self.unsettled.get(&id) {
            return Ok(Some(*seq));
        }
        match self.with_derived_behind(|derived, _| derived.command(id)) {
            Err(StoreError::State { .. }) => self.with_derived(|derived, _| derived.command(id)),
            result => result,
        }
    }

    /// A commit with all its changes.
    pub fn commit(&mut self, seq: Seq) -> Result<Option<Commit>, StoreError> {
        self.with_derived(|derived, journal| {
            let Some(place) = derived.place(seq)? else {
                return Ok(None);
            };
            let places = [(seq.0, place)];
            let mut lines = read_commits(journal, &places, Filter::All, usize::MAX, &|_| Ok(None))?;
            Ok(lines.pop().map(|line| line.commit))
        })
    }

    /// Commits of a filter, newest first, below `before`; at most `limit` and at most [`MAX_PAGE`].
    /// The history of a cell is the page of [`Filter::Key`]: each line carries that one change.
    pub fn page(
        &mut self,
        filter: Filter,
        before: Option<Seq>,
        limit: usize,
    ) -> Result<Vec<Line>, StoreError> {
        self.with_derived(|derived, journal| {
            let places = derived.page(filter, before, limit.min(MAX_PAGE))?;
            let look = |key| derived.one(key);
            read_commits(journal, &places, filter, MAX_CHANGES, &look)
        })
    }

    /// Every record there is, in the order of keys. An error in the middle ends it; begin again.
    pub fn each_record(
        &mut self,
        each: impl FnMut(Key, Record, Stamp) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        self.with_derived_once(|derived, _| derived.each_record(each))
    }

    /// Every commit there is, from the first; in a damaged journal those before the damage.
    pub fn each_commit(
        &self,
        mut each: impl FnMut(Commit) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        let mut open: Option<Commit> = None;
        self.journal.replay(None, |frame| {
            for entry in &frame.entries {
                let mut commit = open.take().unwrap_or_else(|| commit_of(&entry.head));
                for item in &entry.items {
                    commit.changes.push(change_of(item)?);
                }
                if entry.head.is_last_part() {
                    each(commit)?;
                } else {
                    open = Some(commit);
                }
            }
            Ok(())
        })
    }
}

/// Finds a record as it is now.
type Look<'a> = dyn Fn(Key) -> Result<Option<Record>, StoreError> + 'a;

/// Reads the commits at these places. Neighbours in one frame are read together.
fn read_commits(
    journal: &Journal,
    places: &[(u64, Place)],
    filter: Filter,
    most: usize,
    look: &Look<'_>,
) -> Result<Vec<Line>, StoreError> {
    let mut lines = Vec::with_capacity(places.len());
    let mut reader = None;
    for group in places.chunk_by(|(_, a), (_, b)| a == b) {
        let Some((_, place)) = group.first().copied() else {
            continue;
        };
        let (number, mut current) = match reader.take() {
            Some((number, reader)) if number == place.segment => (number, reader),
            _ => (place.segment, journal.reader(place.segment)?),
        };
        let begun = lines.len();
        let mut offset = place.offset;
        let mut unfinished = true;
        while unfinished {
            let frame = current.frame(offset)?.map_err(|fault| {
                let path = journal.segment_path(place.segment);
                super::error::Damage {
                    path,
                    offset,
                    fault,
                    first: 0,
                    last: None,
                }
            })?;
            unfinished = false;
            for (seq, _) in group {
                let Some(entry) = frame.entries.iter().find(|entry| entry.head.seq == *seq) else {
                    continue;
                };
                add(&mut lines, begun, entry, filter, most, look)?;
                // The history of one key needs the one part with that key; a whole commit all that follow.
                unfinished |= !entry.head.is_last_part() && !matches!(filter, Filter::Key(_));
            }
            offset = frame.end;
        }
        reader = Some((number, current));
    }
    Ok(lines)
}

/// Adds an entry to the lines: to its commit's, when an earlier part of it is there since `begun`.
fn add(
    lines: &mut Vec<Line>,
    begun: usize,
    entry: &Entry<'_>,
    filter: Filter,
    most: usize,
    look: &Look<'_>,
) -> Result<(), StoreError> {
    let is_there = lines
        .get(begun..)
        .is_some_and(|new| new.iter().any(|line| line.commit.seq.0 == entry.head.seq));
    if !is_there {
        lines.push(Line {
            commit: commit_of(&entry.head),
            n_changes: 0,
        });
    }
    let Some(line) = lines
        .iter_mut()
        .rfind(|line| line.commit.seq.0 == entry.head.seq)
    else {
        return Ok(());
    };
    line.n_changes += entry.items.len();
    for item in &entry.items {
        if line.commit.changes.len() >= most {
            break;
        }
        let shown = match filter {
            Filter::Key(wanted) => key_of(item)? == wanted,
            Filter::About(wanted) => is_about(item, wanted, look)?,
            Filter::All | Filter::Actor(_) => true,
        };
        if shown {
            line.commit.changes.push(change_of(item)?);
        }
    }
    // Found by what a report belonged to when it was written; whom that is for has been changed since.
    if matches!(filter, Filter::About(_)) && line.commit.changes.is_empty() {
        for item in &entry.items {
            if key_of(item)?.kind() == Kind::Report {
                line.commit.changes.push(change_of(item)?);
            }
        }
    }
    Ok(())
}

/// Whether a change is about something. Most say so by their key: their records need not be decoded.
fn is_about(item: &Item<'_>, wanted: About, look: &Look<'_>) -> Result<bool, StoreError> {
    let key = key_of(item)?;
    let mut about = BTreeSet::new();
    about::of_key(key, &mut about);
    if about::is_in_record(key.kind()) {
        let change = change_of(item)?;
        for record in [&change.before, &change.after].into_iter().flatten() {
            about::of_record(record, &mut about);
            about::of_others(record, look, &mut about)?;
        }
    }
    Ok(about.contains(&wanted))
}
