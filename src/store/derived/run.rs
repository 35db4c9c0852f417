//! Taking the journal in: commits become batches, records as they come, what is found by number, user or subject in blocks.
//! Owns what waits between batches and the order of writing.
//!
//! A run writes records in batches of at most [`BATCH`] and, every [`NOTES`] changes and at its end, the notes with the
//! checkpoint in one batch. Everything is idempotent (`after` is the whole record, history grows only by newer commits), so that
//! a run cut short is begun again from the checkpoint. A long run packs many commits into one block: making everything again
//! from the journal costs little more than writing the records once.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::super::change::{Sides, commit_of, key_of, record_of, sides};
use super::super::codec::meta::{encode_counters, encode_undo};
use super::super::error::StoreError;
use super::super::journal::{self, Checkpoint, Entry, Journal, Place};
use super::Derived;
use super::keys::{self, Located};
use super::writing::{COMMANDS_FOR, Pending, Writing};
use crate::domain::about::{self, About};
use crate::domain::ids::{Seq, Timestamp, UserId};
use crate::domain::record::{CommandId, Key, Record};
use crate::domain::state::Stamp;

/// Most records in one batch.
const BATCH: usize = 1_000;
/// Changes after which notes and checkpoint are written in a long run: some megabytes of memory.
const NOTES: usize = 100_000;

/// How far a run has got.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// Commits taken in.
    pub done: u64,
    /// Commits to take in.
    pub total: u64,
}

/// Takes in what the journal has behind the checkpoint; how many commits.
pub(super) fn take_in(
    derived: &mut Derived,
    journal: &Journal,
    progress: &mut dyn FnMut(Progress),
) -> Result<u64, StoreError> {
    let applied = derived.checkpoint.map_or(0, |checkpoint| checkpoint.seq);
    let total = (journal.next_seq() - 1).saturating_sub(applied);
    if total == 0 {
        return Ok(0);
    }
    let from = derived.checkpoint.map(|checkpoint| checkpoint.place);
    let mut run = Run {
        derived,
        records: BTreeMap::new(),
        notes: Notes::default(),
        begins: None,
        about: BTreeSet::new(),
        of_others: Vec::new(),
    };
    journal.replay(from, |frame| {
        for entry in frame
            .entries
            .iter()
            .filter(|entry| entry.head.seq > applied)
        {
            run.take(frame.place, entry)?;
            progress(Progress {
                done: entry.head.seq - applied,
                total,
            });
        }
        Ok(())
    })?;
    run.write_notes()?;
    Ok(total)
}

/// What is to be found again, of whole commits.
#[derive(Default)]
struct Notes {
    commits: Vec<Located>,
    by_actor: BTreeMap<UserId, Vec<Located>>,
    by_about: BTreeMap<About, Vec<Located>>,
    commands: VecDeque<keys::Command>,
    checkpoint: Option<Checkpoint>,
    n_changes: usize,
}

struct Run<'a> {
    derived: &'a mut Derived,
    records: BTreeMap<Vec<u8>, Pending>,
    notes: Notes,
    /// Of the commit being read: its first frame, and what it is about.
    begins: Option<Place>,
    about: BTreeSet<About>,
    /// Of the commit being read: records that are about what others say, which may stand behind them.
    of_others: Vec<Record>,
}

impl Run<'_> {
    fn take(&mut self, place: Place, entry: &Entry<'_>) -> Result<(), StoreError> {
        let head = &entry.head;
        let begins = *self.begins.get_or_insert(place);
        let stamp = Stamp {
            rev: Seq(head.seq),
            by: UserId(head.actor),
            at: Timestamp(head.time),
        };
        for item in &entry.items {
            let key = key_of(item)?;
            self.derived.meta.note_key(key);
            // Erased: what is there instead a later commit has written; until then there is nothing.
            let sides = sides(item)?;
            match sides {
                Some(sides) => self.note_about(key, sides)?,
                None => about::of_key(key, &mut self.about),
            }
            let empty = || Pending {
                history: Vec::new(),
                stamp,
                bytes: None,
            };
            let pending = self
                .records
                .entry(item.label.to_vec())
                .or_insert_with(empty);
            pending.history.push((head.seq, place));
            pending.stamp = stamp;
            pending.bytes = sides.and_then(|it| it.after).map(<[u8]>::to_vec);
            if self.records.len() >= BATCH {
                self.write_records()?;
            }
        }
        self.notes.n_changes += entry.items.len();
        if head.is_last_part() {
            self.note_others()?;
            self.finish(begins, place, head);
            if self.notes.n_changes >= NOTES {
                self.write_notes()?;
            }
        }
        Ok(())
    }

    fn note_about(&mut self, key: Key, sides: Sides<'_>) -> Result<(), StoreError> {
        about::of_key(key, &mut self.about);
        if about::is_in_record(key.kind()) {
            for bytes in [sides.before, sides.after].into_iter().flatten() {
                let record = record_of(key, bytes)?;
                about::of_record(&record, &mut self.about);
                if about::is_in_others(&record) {
                    self.of_others.push(record);
                }
            }
        }
        Ok(())
    }

    /// What the commit is about through other records, as they are after it.
    fn note_others(&mut self) -> Result<(), StoreError> {
        for record in std::mem::take(&mut self.of_others) {
            let (waiting, derived) = (&self.records, &*self.derived);
            let look = |key: Key| match waiting.get(&key.to_bytes()) {
                Some(it) => it.bytes.as_deref().map(|it| record_of(key, it)).transpose(),
                None => derived.one(key),
            };
            about::of_others(&record, look, &mut self.about)?;
        }
        Ok(())
    }

    fn finish(&mut self, begins: Place, place: Place, head: &journal::Head) {
        let (located, actor) = ((head.seq, begins), UserId(head.actor));
        self.notes.commits.push(located);
        self.notes.by_actor.entry(actor).or_default().push(located);
        for about in std::mem::take(&mut self.about) {
            self.notes.by_about.entry(about).or_default().push(located);
        }
        self.notes
            .commands
            .push_back((head.time, CommandId(head.command_id), head.seq));
        while self
            .notes
            .commands
            .front()
            .is_some_and(|(time, ..)| *time < head.time.saturating_sub(COMMANDS_FOR))
        {
            self.notes.commands.pop_front();
        }
        self.derived
            .meta
            .note(Seq(head.seq), actor, commit_of(head).cause);
        self.begins = None;
        self.notes.checkpoint = Some(Checkpoint {
            seq: head.seq,
            place,
        });
    }

    fn write_records(&mut self) -> Result<(), StoreError> {
        let mut writing = Writing::new(self.derived);
        for (key, pending) in std::mem::take(&mut self.records) {
            writing.put_record(&key, pending)?;
        }
        let filled = writing.end();
        self.derived.apply(filled)
    }

    /// Writes all that waits, and moves the checkpoint: between commits only.
    fn write_notes(&mut self) -> Result<(), StoreError> {
        let mut writing = Writing::new(self.derived);
        for (key, pending) in std::mem::take(&mut self.records) {
            writing.put_record(&key, pending)?;
        }
        let notes = std::mem::take(&mut self.notes);
        let meta = &self.derived.meta;
        for actor in notes.by_actor.keys() {
            let stack = meta.undo.get(actor).map(encode_undo).transpose();
            if let Some(stack) = stack.map_err(|bad| self.derived.broken(&bad.0))? {
                let key = [keys::UNDO, actor.0.to_be_bytes().as_slice()].concat();
                writing.put(key, Some(stack))?;
            }
        }
        let counters = encode_counters(meta.last_ids.iter().map(|(kind, id)| (*kind, *id)));
        let counters = counters.map_err(|bad| self.derived.broken(&bad.0))?;
        writing.put(keys::COUNTERS.to_vec(), Some(counters))?;
        writing.put_blocks(&keys::of_commits(), &notes.commits)?;
        for (actor, located) in &notes.by_actor {
            writing.put_blocks(&keys::of_actor(actor.0), located)?;
        }
        for (about, located) in &notes.by_about {
            writing.put_blocks(&keys::of_about(*about), located)?;
        }
        writing.put_commands(notes.commands)?;
        let mut filled = writing.end();
        let checkpoint = notes.checkpoint.or(self.derived.checkpoint);
        filled.batch.insert(
            keys::CHECKPOINT,
            keys::block(
                &checkpoint
                    .map(|it| (it.seq, it.place))
                    .into_iter()
                    .collect::<Vec<_>>(),
            ),
        );
        self.derived.apply(filled)?;
        self.derived.checkpoint = checkpoint;
        Ok(())
    }
}
