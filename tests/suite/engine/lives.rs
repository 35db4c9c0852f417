//! Whole lives of a store under any trouble: three windows send groups of commands, the disk has faults of any kind for any time, the
//! process ends in order, is killed or loses its power, and opens again. A life follows from its seed.

use std::collections::BTreeMap;
use std::fs;
use std::sync::Arc;

use smotr::domain::command::{Command, SetValue};
use smotr::domain::record::{CommandId, Commit, Key};
use smotr::domain::state::{Shard, State};
use smotr::service::engine::{Engine, domain_rules};
use smotr::service::link::{Answer, Link as _, News, Request, Trouble as Why, Writing};
use smotr::store::{Opening, Store};

use super::{hold, simulated};
use crate::support::desk::{Person, clock, is_same, start_with};
use crate::support::sim_disk::{Fault, Planted, SimDisk, Trouble};
use crate::support::world::{COUNT, EXPERT, OPEN, SCHOOL_1, SCHOOL_2, cell, entry, seen};
use crate::support::{in_memory, rounds};

/// Lives that are lived with `SMOTR_FAULTS=full`.
const LIVES: usize = 1_000;

/// What a command has been answered so far.
#[derive(Debug, Clone)]
enum Told {
    Done(Arc<Commit>),
    /// Refused by the rules, or not written.
    Not,
    Unknown,
}

/// A command that somebody has sent.
struct Sent {
    command: Command,
    told: Told,
}

/// How often what was lived through was there to be lived through.
#[derive(Debug, Default)]
struct Tally {
    done: u32,
    not_written: u32,
    unknown: u32,
    found: u32,
    power_cuts: u32,
}

/// A store, its disk, and all that anybody was told.
struct Life {
    rng: fastrand::Rng,
    dir: tempfile::TempDir,
    disk: SimDisk,
    sent: BTreeMap<u128, Sent>,
    tally: Tally,
}

impl Life {
    /// One life. An error says which promise was broken.
    fn live(seed: u64, planted: Option<Planted>) -> Result<Tally, String> {
        // sled lies beside the simulated disk; nothing is promised of it.
        let dir = in_memory();
        let mut life = Life {
            rng: fastrand::Rng::with_seed(seed),
            disk: simulated(seed, dir.path()),
            dir,
            sent: BTreeMap::new(),
            tally: Tally::default(),
        };
        if life.rng.bool() {
            life.disk.can_reserve();
        }
        for _ in 0..2 {
            life.run(planted)?;
            life.open_in_trouble();
            life.look()?;
        }
        life.disk.mend();
        let engine = life.start()?;
        life.ask_again(&engine)?;
        engine.close().map_err(|error| format!("{error:?}"))?;
        life.look()?;
        Ok(life.tally)
    }

    fn start(&self) -> Result<Engine, String> {
        let disk = Arc::new(self.disk.clone());
        match start_with(disk, self.dir.path(), domain_rules) {
            Ok((engine, report)) => match report.damage {
                Some(damage) => Err(format!("damaged: {damage:?}")),
                None => Ok(engine),
            },
            Err(error) => Err(format!("does not open: {error:?}")),
        }
    }

    /// A process from its start to its end.
    fn run(&mut self, planted: Option<Planted>) -> Result<(), String> {
        let engine = self.start()?;
        self.ask_again(&engine)?;
        let mut people = ["orlova", "belova", "orlova"].map(|it| Person::join(&engine, it));
        self.disk.plant(planted);
        for _ in 0..self.rng.u32(1..3) {
            self.disk.fail(Fault::any(&mut self.rng));
        }
        if self.rng.u8(0..4) == 0 {
            self.disk.trouble_in(self.rng.u64(1..25), Trouble::PowerCut);
        }
        for _ in 0..self.rng.u32(3..9) {
            self.group(&engine, &mut people)?;
            if self.disk.is_off() {
                break;
            }
            if self.rng.u8(0..4) == 0 {
                self.disk.mend();
                self.goes_on(&mut people)?;
            }
        }
        drop(people);
        self.end(engine);
        self.disk.plant(None);
        Ok(())
    }

    /// In order, by a kill, or with the power.
    fn end(&mut self, engine: Engine) {
        let dies = self.disk.is_off() || self.rng.u8(0..3) > 0;
        if dies {
            self.disk.trouble_in(1, Trouble::PowerCut);
        }
        let _ = engine.close();
        if dies && self.rng.bool() {
            self.tally.power_cuts += 1;
            self.disk.restart();
            // sled lies on the real disk, which knows of no power cut.
            let _ = fs::remove_dir_all(self.dir.path().join("sled"));
        } else {
            self.disk.kill();
        }
    }

    /// Now and then somebody opens while the disk has its faults still, and is killed.
    fn open_in_trouble(&mut self) {
        if self.rng.bool() {
            self.disk.fail(Fault::any(&mut self.rng));
            if self.rng.bool() {
                self.disk.trouble_in(self.rng.u64(1..9), Trouble::PowerCut);
            }
            if let Ok(engine) = self.start() {
                self.end(engine);
            } else {
                self.disk.kill();
            }
        }
        self.disk.mend();
    }

    /// Some commands that are one group, or two.
    fn group(&mut self, engine: &Engine, people: &mut [Person; 3]) -> Result<(), String> {
        let held = hold(engine);
        let mut sent = Vec::new();
        for _ in 0..self.rng.u32(1..6) {
            let who = self.rng.usize(0..people.len());
            let command = self.command(&people[who].state);
            let id = people[who].send(command.clone());
            let told = Told::Not;
            self.sent.insert(id.0, Sent { command, told });
            sent.push((who, id));
            // Whoever lost their line sends it a second time.
            if self.rng.u8(0..6) == 0 {
                people[who].send_as(id, self.sent[&id.0].command.clone());
                sent.push((who, id));
            }
        }
        drop(held);
        let mut stopped = false;
        for (who, id) in sent {
            let answer = people[who].answer(id);
            stopped |= matches!(answer, Answer::NotWritten(_) | Answer::Unknown);
            self.is_told(id, answer)?;
        }
        self.all_hear(people);
        if stopped {
            // Reading goes on: whoever comes now is welcome, and sees what all others see.
            let newcomer = Person::join_only(engine, "belova");
            if !is_same(&newcomer.state, &people[0].state) {
                return Err("who comes in trouble sees something else".into());
            }
        }
        Ok(())
    }

    fn command(&mut self, state: &State) -> Command {
        if self.rng.u8(0..8) == 0 {
            return Command::Undo;
        }
        let indicator = [COUNT, EXPERT][self.rng.usize(0..2)];
        let schools: &[_] =
            [&[SCHOOL_1][..], &[SCHOOL_2], &[SCHOOL_1, SCHOOL_2]][self.rng.usize(0..3)];
        let number = self.rng.u8(1..6).to_string();
        // Of some sectors, so that a write may be torn in many ways.
        let note = (self.rng.bool()).then(|| "слово ".repeat(self.rng.usize(1..60)));
        let value = |it: &_| {
            let cell = cell(indicator, *it);
            SetValue {
                cell,
                seen: seen(state, Key::Value(cell)),
                entry: entry(&number),
                note: note.clone(),
                source: None,
            }
        };
        Command::SetValues(schools.iter().map(value).collect())
    }

    /// An answer; it must not gainsay an earlier one.
    fn is_told(&mut self, id: CommandId, answer: Answer) -> Result<(), String> {
        let sent = self.sent.get_mut(&id.0).unwrap();
        match (&sent.told, answer) {
            (Told::Done(first), Answer::Done(commit)) if *first == commit => {}
            // Done once, nobody may know for a while; then it is done still.
            (Told::Done(_), Answer::Unknown) => {}
            (Told::Done(first), answer) => {
                return Err(format!("{:?} is lost: {answer:?} now", first.seq));
            }
            (_, Answer::NotWritten(why @ (Why::Lost | Why::Damaged { .. } | Why::Broken))) => {
                return Err(format!("{why:?} is the answer"));
            }
            (_, Answer::Done(commit)) => {
                self.tally.done += 1;
                sent.told = Told::Done(commit);
            }
            (_, Answer::Unknown) => {
                self.tally.unknown += 1;
                sent.told = Told::Unknown;
            }
            (_, Answer::NotWritten(_)) => {
                self.tally.not_written += 1;
                sent.told = Told::Not;
            }
            (_, Answer::Refused(_)) => sent.told = Told::Not,
        }
        Ok(())
    }

    /// With the disk mended the very next command is done.
    fn goes_on(&mut self, people: &mut [Person; 3]) -> Result<(), String> {
        let cell = cell(COUNT, SCHOOL_1);
        let command = Command::SetValues(vec![SetValue {
            cell,
            seen: seen(&people[0].state, Key::Value(cell)),
            entry: entry(&self.rng.u32(10..1_000_000).to_string()),
            note: None,
            source: None,
        }]);
        let id = people[0].send(command.clone());
        let told = Told::Not;
        self.sent.insert(id.0, Sent { command, told });
        let answer = people[0].answer(id);
        let is_done = matches!(answer, Answer::Done(_));
        // What nobody knew until now may have turned out to be there, and to be later than what was seen.
        let is_late = matches!(answer, Answer::Refused(_));
        if !is_done && !is_late || people[0].writing != Writing::Open {
            return Err(format!("does not go on: {answer:?}"));
        }
        self.is_told(id, answer)?;
        self.all_hear(people);
        Ok(())
    }

    /// Everybody hears all that has been said until now.
    fn all_hear(&self, people: &mut [Person; 3]) {
        for person in people.iter_mut() {
            person.port.send(Request::Shard(OPEN));
            person.wait(|it| matches!(it, News::Shard { .. } | News::Unreadable(_)));
        }
    }

    /// Asks for all that nobody knew, and for some of what was answered.
    fn ask_again(&mut self, engine: &Engine) -> Result<(), String> {
        let mut orlova = Person::join(engine, "orlova");
        let asked: Vec<u128> = (self.sent.iter())
            .filter(|(_, it)| match it.told {
                Told::Unknown => true,
                Told::Done(_) => self.rng.u8(0..3) == 0,
                Told::Not => false,
            })
            .map(|(id, _)| *id)
            .collect();
        for id in asked.into_iter().map(CommandId) {
            let before = orlova.state.meta.seq;
            orlova.send_as(id, self.sent[&id.0].command.clone());
            let answer = orlova.answer(id);
            if matches!(answer, Answer::Unknown | Answer::NotWritten(_)) {
                return Err(format!("asked again in vain: {answer:?}"));
            }
            if let Answer::Done(commit) = &answer {
                self.tally.found += u32::from(commit.seq <= before);
            }
            self.is_told(id, answer)?;
        }
        Ok(())
    }

    /// What the store holds is what was told: each commit once, nothing that was refused, and the state follows from it.
    fn look(&mut self) -> Result<(), String> {
        let how = Opening {
            account: "orlova",
            now: clock().at,
            create: false,
        };
        let disk = Arc::new(self.disk.clone());
        let (mut store, mut state, report) =
            Store::open(disk, self.dir.path(), how, &mut |_| {}).map_err(|it| it.to_string())?;
        if let Some(damage) = report.damage {
            return Err(format!("damaged: {damage:?}"));
        }
        let mut commits = Vec::new();
        let mut replayed = State::default();
        replayed.load_shard(OPEN, Arc::new(Shard::default()));
        let each = |commit: Commit| {
            replayed.apply(&commit);
            commits.push(commit);
            Ok(())
        };
        store.each_commit(each).map_err(|it| it.to_string())?;
        let shard = store.load_shard(OPEN).map_err(|it| it.to_string())?;
        state.load_shard(OPEN, shard);
        if !is_same(&state, &replayed) {
            return Err("the state does not follow from the journal".into());
        }
        for (id, sent) in &self.sent {
            let found: Vec<_> = commits.iter().filter(|it| it.command_id.0 == *id).collect();
            match (&sent.told, &found[..]) {
                (Told::Done(commit), [only]) if **commit == **only => {}
                (Told::Done(commit), _) => return Err(format!("{:?} is lost", commit.seq)),
                (Told::Not, []) | (Told::Unknown, [] | [_]) => {}
                (told, found) => {
                    return Err(format!("{} commits, and was told {told:?}", found.len()));
                }
            }
        }
        let verified = store.verify().map_err(|it| it.to_string())?;
        verified
            .is_good()
            .then_some(())
            .ok_or(format!("{verified:?}"))
    }
}

#[test]
fn whatever_the_disk_does_what_was_answered_holds() {
    let mut tally = Tally::default();
    for seed in 0..rounds(LIVES) as u64 {
        let life = Life::live(seed, None).unwrap_or_else(|why| panic!("seed {seed}: {why}"));
        tally.done += life.done;
        tally.not_written += life.not_written;
        tally.unknown += life.unknown;
        tally.found += life.found;
        tally.power_cuts += life.power_cuts;
    }
    let Tally {
        done,
        not_written,
        unknown,
        found,
        power_cuts,
    } = tally;
    let rarest = done
        .min(not_written)
        .min(unknown)
        .min(found)
        .min(power_cuts);
    assert!(rarest as usize > rounds(LIVES) / 10, "{tally:?}");
}

#[test]
fn planted_bugs_of_the_journal_are_caught_in_some_life() {
    for bug in [
        Planted::NoSync,
        Planted::LateSync,
        Planted::RetriedSync,
        Planted::NoCut,
    ] {
        let caught = (0..60).find_map(|seed| Life::live(seed, Some(bug)).err());
        assert!(caught.is_some(), "{bug:?}");
    }
}
