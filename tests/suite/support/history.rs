//! What several clients have asked and heard while all of them change one cell, and whether that can have happened in one order.
//!
//! A client notes what it asks, what it is answered and everything that it is told, in its own order. The journal at the end is what
//! really happened.

#![allow(dead_code, reason = "what one test does not need, another does")]

use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;
use std::sync::Arc;
use std::sync::mpsc::Receiver;
use std::time::{Duration, Instant};

use smotr::domain::command::{Command, Seen, SetValue};
use smotr::domain::ids::Seq;
use smotr::domain::record::{CommandId, Commit, Key, Record};
use smotr::domain::refusal::Refusal;
use smotr::domain::state::State;
use smotr::domain::value::Cell;
use smotr::service::link::{Answer, Link, News, Request, Welcome};

use super::desk::PATIENCE;
use super::world::entry;

/// One line of what a client notes. Revisions are numbers of commits; 0 is "nothing there".
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Noted {
    /// The whole state, as of this commit.
    Told(u64),
    /// A commit, and the command that it answers.
    Push(u64, u128),
    /// A change of the cell is asked for, by somebody who saw this revision.
    Call(u128, u64),
    /// It was done, as this commit.
    Done(u128, u64),
    /// It was refused: there is this revision.
    Conflict(u128, u64),
}

/// A line and when it was noted, on the clock of its client's process.
pub type Line = (Duration, Noted);

impl fmt::Display for Noted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Noted::Told(seq) => write!(f, "told {seq}"),
            Noted::Push(seq, id) => write!(f, "push {seq} {id}"),
            Noted::Call(id, seen) => write!(f, "call {id} {seen}"),
            Noted::Done(id, seq) => write!(f, "done {id} {seq}"),
            Noted::Conflict(id, rev) => write!(f, "conflict {id} {rev}"),
        }
    }
}

impl FromStr for Noted {
    type Err = ();

    fn from_str(line: &str) -> Result<Noted, ()> {
        let mut words = line.split(' ');
        let kind = words.next().ok_or(())?;
        let numbers: Result<Vec<u128>, _> = words.map(str::parse).collect();
        let small = |it: u128| u64::try_from(it).map_err(drop);
        Ok(match (kind, numbers.map_err(drop)?.as_slice()) {
            ("told", [seq]) => Noted::Told(small(*seq)?),
            ("push", [seq, id]) => Noted::Push(small(*seq)?, *id),
            ("call", [id, seen]) => Noted::Call(*id, small(*seen)?),
            ("done", [id, seq]) => Noted::Done(*id, small(*seq)?),
            ("conflict", [id, rev]) => Noted::Conflict(*id, small(*rev)?),
            _ => return Err(()),
        })
    }
}

/// Somebody who changes the cell again and again, each time on top of what they see there.
pub struct Contender<L: Link> {
    pub link: L,
    news: Receiver<News>,
    cell: Cell,
    state: State,
    note: Box<dyn FnMut(Noted) + Send>,
}

impl<L: Link> Contender<L> {
    pub fn new(
        link: L,
        news: Receiver<News>,
        welcome: Welcome,
        cell: Cell,
        mut note: impl FnMut(Noted) + Send + 'static,
    ) -> Self {
        note(Noted::Told(welcome.state.meta.seq.0));
        link.send(Request::Shard(cell.period));
        Contender {
            link,
            news,
            cell,
            state: welcome.state,
            note: Box::new(note),
        }
    }

    /// Asks until so many changes were answered, done or not; `false` if nothing comes any more.
    pub fn contend(&mut self, times: usize) -> bool {
        for number in 0..times {
            while self.state.shard(self.cell.period).is_none() {
                if self.hear().is_none() {
                    return false;
                }
            }
            let seen = self.state.value(self.cell).map(|it| it.stamp.rev);
            let id = CommandId(fastrand::u128(..));
            let command = Command::SetValues(vec![SetValue {
                cell: self.cell,
                seen: seen.map_or(Seen::Absent, Seen::At),
                entry: entry(&(number % 9 + 1).to_string()),
                note: Some(format!("{}", id.0)),
                source: None,
            }]);
            (self.note)(Noted::Call(id.0, seen.map_or(0, |it| it.0)));
            let command = Box::new(command);
            self.link.send(Request::Command { id, command });
            loop {
                match self.hear() {
                    Some(Some(answered)) if answered == id => break,
                    Some(_) => {}
                    None => return false,
                }
            }
        }
        true
    }

    /// Hears what comes until nothing does for a while.
    pub fn listen(&mut self, pause: Duration) {
        while let Ok(news) = self.news.recv_timeout(pause) {
            self.take(news);
        }
    }

    /// The next piece of news; which command it answers. `None` when there is none.
    fn hear(&mut self) -> Option<Option<CommandId>> {
        let news = self.news.recv_timeout(PATIENCE).ok()?;
        Some(self.take(news))
    }

    fn take(&mut self, news: News) -> Option<CommandId> {
        match news {
            News::Committed(commit) => {
                (self.note)(Noted::Push(commit.seq.0, commit.command_id.0));
                self.state.apply(&commit);
            }
            News::Shard { period, shard, .. } => self.state.load_shard(period, shard),
            News::Again(welcome) => {
                (self.note)(Noted::Told(welcome.state.meta.seq.0));
                self.state = welcome.state;
                self.link.send(Request::Shard(self.cell.period));
            }
            News::Answer { id, answer } => {
                match answer {
                    Answer::Done(commit) => (self.note)(Noted::Done(id.0, commit.seq.0)),
                    Answer::Refused(Refusal::Conflict { stamp, .. }) => {
                        let rev = stamp.map_or(0, |it| it.rev.0);
                        (self.note)(Noted::Conflict(id.0, rev));
                    }
                    // Asked again by whoever keeps the link.
                    Answer::Unknown => return None,
                    other => panic!("{other:?}"),
                }
                return Some(id);
            }
            _ => {}
        }
        None
    }
}

/// Notes with the time, as one client among several of this process.
pub fn noting(
    begun: Instant,
    notes: &Arc<std::sync::Mutex<Vec<Line>>>,
) -> impl FnMut(Noted) + use<> {
    let notes = Arc::clone(notes);
    move |it| notes.lock().unwrap().push((begun.elapsed(), it))
}

/// What the journal says of the cell: the commits that changed it, each with the command that it answers.
pub fn of_cell(journal: &[Commit], cell: Cell) -> Vec<(u64, u128)> {
    let is_of_cell = |it: &&Commit| it.changes.iter().any(|it| it.key == Key::Value(cell));
    let commits = journal.iter().filter(is_of_cell);
    commits.map(|it| (it.seq.0, it.command_id.0)).collect()
}

/// The note of a commit's change of the cell: the command that it was asked by.
fn written(commit: &Commit, cell: Cell) -> Option<u128> {
    let change = commit
        .changes
        .iter()
        .find(|it| it.key == Key::Value(cell))?;
    match &change.after {
        Some(Record::Value(value)) => value.note.parse().ok(),
        _ => None,
    }
}

/// Whether all of it can have happened in the order of the journal. `one_clock` says that the clients' times can be compared.
///
/// # Errors
/// Which promise was broken.
pub fn check(
    clients: &[Vec<Line>],
    journal: &[Commit],
    cell: Cell,
    one_clock: bool,
) -> Result<(), String> {
    let changes = of_cell(journal, cell);
    for (at, commit) in journal.iter().enumerate() {
        if let Some(before) = at.checked_sub(1).and_then(|it| journal.get(it))
            && commit.seq != before.seq.next()
        {
            return Err(format!("the journal has a gap before {}", commit.seq.0));
        }
        if written(commit, cell).is_some_and(|it| it != commit.command_id.0) {
            return Err(format!(
                "{} is what another command asked for",
                commit.seq.0
            ));
        }
    }
    let mut done = BTreeMap::new();
    let mut numbers = BTreeMap::new();
    for (seq, id) in &changes {
        if let Some(first) = done.insert(*id, *seq) {
            return Err(format!("{id} was done twice: {first} and {seq}"));
        }
        numbers.insert(*seq, *id);
    }
    for (client, lines) in clients.iter().enumerate() {
        in_order(lines, journal, &done, &changes)
            .map_err(|why| format!("client {client}: {why}"))?;
    }
    if one_clock {
        in_time(clients)?;
    }
    Ok(())
}

/// What one client noted.
fn in_order(
    lines: &[Line],
    journal: &[Commit],
    done: &BTreeMap<u128, u64>,
    changes: &[(u64, u128)],
) -> Result<(), String> {
    let mut told = None;
    let mut calls = BTreeMap::new();
    for (_, noted) in lines {
        match noted {
            Noted::Told(seq) => {
                if told.is_some_and(|it| it > *seq) {
                    return Err(format!("told of {seq} after {told:?}"));
                }
                told = Some(*seq);
            }
            Noted::Push(seq, id) => {
                if told.map(|it| it + 1) != Some(*seq) {
                    return Err(format!("a gap: {seq} after {told:?}"));
                }
                told = Some(*seq);
                let of = journal.iter().find(|it| it.seq.0 == *seq);
                if of.is_none_or(|it| it.command_id.0 != *id) {
                    return Err(format!("{seq} was told and is not in the journal"));
                }
            }
            Noted::Call(id, seen) => drop(calls.insert(*id, *seen)),
            Noted::Done(id, seq) => {
                if done.get(id) != Some(seq) {
                    return Err(format!("{id}, done as {seq}, is lost"));
                }
                if told.is_none_or(|it| it < *seq) {
                    return Err(format!("{seq} was answered before it was told"));
                }
                let before = changes.iter().rev().find(|it| it.0 < *seq);
                let before = before.map_or(0, |it| it.0);
                let seen = calls.get(id).copied();
                if seen != Some(before) {
                    return Err(format!("{seq} came after {before} and saw {seen:?}"));
                }
            }
            Noted::Conflict(id, rev) => {
                if done.contains_key(id) {
                    return Err(format!("{id} was refused and done"));
                }
                if calls.get(id) == Some(rev) {
                    return Err(format!("{id} was refused though it saw what there is"));
                }
            }
        }
    }
    Ok(())
}

/// What was answered before something else was asked comes first.
fn in_time(clients: &[Vec<Line>]) -> Result<(), String> {
    let mut all: Vec<&Line> = clients.iter().flatten().collect();
    all.sort_by_key(|it| it.0);
    let (mut latest, mut asked) = (0, BTreeMap::new());
    for (_, noted) in all {
        match noted {
            Noted::Call(id, _) => drop(asked.insert(*id, latest)),
            Noted::Done(id, seq) => {
                if asked.get(id).is_some_and(|it| it >= seq) {
                    return Err(format!(
                        "{seq} was asked after {:?} was done",
                        asked.get(id)
                    ));
                }
                latest = latest.max(*seq);
            }
            _ => {}
        }
    }
    Ok(())
}

/// How many were done and how many refused, to be told.
pub fn count(clients: &[Vec<Line>]) -> (usize, usize) {
    let all = || clients.iter().flatten();
    let done = all().filter(|it| matches!(it.1, Noted::Done(..)));
    let refused = all().filter(|it| matches!(it.1, Noted::Conflict(..)));
    (done.count(), refused.count())
}

/// All commits of a store that is open nowhere.
pub fn journal(dir: &std::path::Path) -> Result<Vec<Commit>, String> {
    use smotr::store::disk::RealDisk;
    use smotr::store::{Opening, Store};
    let how = Opening {
        account: "orlova",
        now: super::desk::clock().at,
        create: false,
    };
    let opened = Store::open(Arc::new(RealDisk), dir, how, &mut |_| {});
    let (mut store, ..) = opened.map_err(|error| error.to_string())?;
    let found = store.verify().map_err(|error| error.to_string())?;
    if !found.is_good() {
        return Err(format!("{found:?}"));
    }
    let mut all = Vec::new();
    for seq in 1..store.next_seq().0 {
        let commit = store.commit(Seq(seq)).map_err(|error| error.to_string())?;
        all.push(commit.ok_or_else(|| format!("{seq} is missing"))?);
    }
    store.close().map_err(|error| error.to_string())?;
    Ok(all)
}
