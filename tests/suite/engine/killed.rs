//! Killed at every call: the engine's process dies, or the power goes, at the first call to the disk, at the second, and so on to
//! the last one of its closing; and once more while it opens again. What was answered is there, each group whole or not at all.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use smotr::domain::command::{Command, SetValue};
use smotr::domain::ids::IndicatorId;
use smotr::domain::record::{CommandId, Commit};
use smotr::domain::state::State;
use smotr::domain::value::{Cell, Entry};
use smotr::service::engine::{Engine, domain_rules};
use smotr::service::link::{Answer, Writing};
use smotr::store::{Opening, Store};

use super::{folder, hold, simulated};
use crate::support::desk::{Person, clock, start_with};
use crate::support::sim_disk::{Planted, SimDisk, Trouble};
use crate::support::world::{COUNT, EXPERT, SCHOOL_1, SCHOOL_2, cell, entry, seen};

/// Groups that are sent; each makes all cells say its number.
const GROUPS: u32 = 5;
/// Opening again comes to fewer calls than this.
const OPENING: u64 = 8;

/// How a life ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum End {
    /// `kill -9`: what the process had handed to the kernel stays.
    Kill,
    /// The power goes: any part of what was not synced stays.
    Power,
}

impl End {
    /// The end, and the machine as it is after it.
    fn comes(self, disk: &SimDisk, dir: &Path, without_sled: bool) {
        match self {
            End::Kill => disk.kill(),
            End::Power => disk.restart(),
        }
        // sled lies on the real disk and would know more than a simulated one without power.
        if (without_sled || self == End::Power) && dir.join("sled").exists() {
            fs::remove_dir_all(dir.join("sled")).unwrap();
        }
    }
}

/// The commands of a group: one that sets a cell of two schools at once, and two that set one cell each.
fn group(state: &State, number: u32) -> [Command; 3] {
    let all = |indicator: IndicatorId, schools: &[_]| {
        let value = |it: &_| {
            let cell: Cell = cell(indicator, *it);
            SetValue {
                cell,
                seen: seen(state, smotr::domain::record::Key::Value(cell)),
                entry: entry(&number.to_string()),
                note: None,
                source: None,
            }
        };
        Command::SetValues(schools.iter().map(value).collect())
    };
    [
        all(COUNT, &[SCHOOL_1, SCHOOL_2]),
        all(EXPERT, &[SCHOOL_1]),
        all(EXPERT, &[SCHOOL_2]),
    ]
}

/// What all cells say; none when they do not say the same.
fn number(state: &State) -> Option<u32> {
    let cells = [COUNT, EXPERT].map(|it| [cell(it, SCHOOL_1), cell(it, SCHOOL_2)]);
    let said = |it: Cell| (0..=GROUPS).find(|n| says(state, it) == wanted(*n));
    let first = said(cells[0][0])?;
    let same = cells
        .as_flattened()
        .iter()
        .all(|it| said(*it) == Some(first));
    same.then_some(first)
}

fn says(state: &State, cell: Cell) -> Option<Entry> {
    state.value(cell).map(|it| it.body.entry.clone())
}

fn wanted(number: u32) -> Option<Entry> {
    (number > 0).then(|| entry(&number.to_string()))
}

/// What the engine has said, and what it has been asked and has not answered.
#[derive(Default)]
struct Promised {
    answered: Vec<(CommandId, Command, Arc<Commit>)>,
    in_doubt: Vec<(CommandId, Command)>,
    /// The number of the last group that was answered, and of the last one that was sent.
    groups: (u32, u32),
}

impl Promised {
    /// Sends group after group until the disk is gone.
    fn work(&mut self, engine: &Engine) {
        let mut orlova = Person::join(engine, "orlova");
        for number in 1..=GROUPS {
            let held = hold(engine);
            self.groups.1 = number;
            self.in_doubt = group(&orlova.state, number)
                .map(|it| (orlova.send(it.clone()), it))
                .into();
            drop(held);
            for (id, command) in self.in_doubt.clone() {
                match orlova.answer(id) {
                    Answer::Done(commit) => self.answered.push((id, command, commit)),
                    Answer::Unknown | Answer::NotWritten(_) => return,
                    Answer::Refused(refusal) => panic!("{refusal:?}"),
                }
            }
            self.in_doubt.clear();
            self.groups.0 = number;
        }
    }

    /// Opens what is left and looks whether the promises are kept.
    fn check(&self, disk: &SimDisk, dir: &Path) -> Result<(), String> {
        let (engine, report) = start_with(Arc::new(disk.clone()), dir, domain_rules)
            .map_err(|error| format!("does not open: {error:?}"))?;
        if let Some(damage) = report.damage {
            return Err(format!("damaged: {damage:?}"));
        }
        let mut orlova = Person::join(&engine, "orlova");
        let found = number(&orlova.state).ok_or("a group is there by half")?;
        if found < self.groups.0 || found > self.groups.1 {
            return Err(format!("{found} is lost: {:?} was promised", self.groups));
        }
        for (id, command, commit) in &self.answered {
            orlova.send_as(*id, command.clone());
            if !matches!(orlova.answer(*id), Answer::Done(it) if it == *commit) {
                return Err(format!("{:?} is lost", commit.seq));
            }
        }
        // Whoever got no answer asks again under the same id: then it is done, and done once.
        let before = orlova.state.meta.seq;
        for (id, command) in &self.in_doubt {
            orlova.send_as(*id, command.clone());
            let answer = orlova.answer(*id);
            if !matches!(answer, Answer::Done(_)) {
                return Err(format!("asked again in vain: {answer:?}"));
            }
        }
        let new = orlova.state.meta.seq.0 - before.0;
        let due = if found < self.groups.1 {
            self.in_doubt.len() as u64
        } else {
            0
        };
        if new != due || number(&orlova.state) != Some(self.groups.1) {
            return Err(format!("asked again, {new} done instead of {due}"));
        }
        for command in group(&orlova.state, GROUPS + 1) {
            orlova.done(command);
        }
        assert_eq!(orlova.writing, Writing::Open);
        engine.close().map_err(|error| format!("{error:?}"))?;
        let how = Opening {
            account: "orlova",
            now: clock().at,
            create: false,
        };
        let (mut store, ..) = Store::open(Arc::new(disk.clone()), dir, how, &mut |_| {})
            .map_err(|error| error.to_string())?;
        let found = store.verify().map_err(|error| error.to_string())?;
        found.is_good().then_some(()).ok_or(format!("{found:?}"))
    }
}

/// A life that ends at the n-th call, or in order if there are fewer: then false. An error says which promise was broken.
fn life(n: u64, end: End, planted: Option<Planted>) -> Result<bool, String> {
    let dir = folder();
    let dir = dir.path();
    let disk = simulated(n, dir);
    disk.trouble_in(n, Trouble::PowerCut);
    let mut promised = Promised::default();
    if let Ok((engine, _)) = start_with(Arc::new(disk.clone()), dir, domain_rules) {
        // The bug is in how groups are answered: the store itself is made without it.
        disk.plant(planted);
        promised.work(&engine);
        let _ = engine.close();
    }
    let is_cut_short = disk.is_off();
    let without_sled = n % 4 < 2;
    end.comes(&disk, dir, without_sled);
    disk.plant(None);
    // Whoever is killed may be killed again, at any call of the opening and the closing after it.
    disk.trouble_in(1 + n % OPENING, Trouble::PowerCut);
    if let Ok((engine, _)) = start_with(Arc::new(disk.clone()), dir, domain_rules) {
        let _ = engine.close();
    }
    end.comes(&disk, dir, without_sled);
    promised
        .check(&disk, dir)
        .map_err(|why| format!("{end:?} at call {n}: {why}"))?;
    Ok(is_cut_short)
}

/// Ends a life at each of its calls; how many there are.
fn at_every_call(end: End) -> u64 {
    let mut lives = (1..).take_while(|n| life(*n, end, None).unwrap_or_else(|why| panic!("{why}")));
    lives.by_ref().count() as u64
}

#[test]
fn a_kill_at_any_call_loses_nothing_acknowledged() {
    let calls = at_every_call(End::Kill);
    assert!(calls > u64::from(2 * GROUPS), "{calls} calls");
}

#[test]
fn a_power_cut_at_any_call_loses_nothing_acknowledged() {
    let calls = at_every_call(End::Power);
    assert!(calls > u64::from(2 * GROUPS), "{calls} calls");
}

/// The same with an answer that comes too soon: before the kernel has the group, or before the disk has.
#[test]
fn planted_an_answer_that_comes_too_soon_is_caught() {
    for (end, bug) in [
        (End::Kill, Planted::Unwritten),
        (End::Power, Planted::NoSync),
    ] {
        let broken: Vec<String> = (10..20)
            .filter_map(|n| life(n, end, Some(bug)).err())
            .collect();
        // With the derived state beside it the store knows by itself that its journal has lost something.
        let is_lost = |it: &&String| it.contains("is lost") || it.contains("fault: Lost");
        let lost = broken.iter().filter(is_lost).count();
        assert!(lost > 1, "{bug:?}: {broken:?}");
    }
}
