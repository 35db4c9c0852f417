//! An engine with people at it: requests one way, news the other, and each person's own copy of the state made of nothing but news.

#![allow(dead_code, reason = "what one test does not need, another does")]

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::mpsc::{self, Receiver};
use std::time::{Duration, Instant};

use smotr::domain::command::Command;
use smotr::domain::ids::{Now, PeriodId, Timestamp};
use smotr::domain::record::{CommandId, Commit};
use smotr::domain::state::{MOST_VALUES, State};
use smotr::service::engine::{Engine, OpenError, Port, Rules, Setup, domain_rules};
use smotr::service::link::{Answer, Kept, Link, News, Request, Welcome, Writing};
use smotr::store::OpenReport;
use smotr::store::disk::Disk;

use super::world;

/// Long enough for a loaded machine; nothing waits for it unless the test fails.
pub const PATIENCE: Duration = Duration::from_secs(30);

/// Waits until it is so; a test that waits in vain fails.
pub fn until(what: &str, mut is_so: impl FnMut() -> bool) {
    let end = Instant::now() + PATIENCE;
    while !is_so() {
        assert!(Instant::now() < end, "{what}: in vain");
        std::thread::sleep(Duration::from_millis(2));
    }
}

/// A clock of the world: each look at it is a second later, so that nothing done twice looks like done once.
pub fn clock() -> Now {
    static LOOKS: AtomicI64 = AtomicI64::new(0);
    Now {
        at: Timestamp(1_779_540_000_000 + 1_000 * LOOKS.fetch_add(1, Ordering::Relaxed)),
        today: world::date("2026-05-23"),
    }
}

/// Starts an engine over the small world, with these rules.
pub fn start_with(
    disk: Arc<dyn Disk>,
    dir: &Path,
    rules: Rules,
) -> Result<(Engine, OpenReport), OpenError> {
    Engine::start(setup(disk, dir, rules), &mut |_| {})
}

/// Starts an engine that keeps as few values in memory as it can.
pub fn start_small(disk: Arc<dyn Disk>, dir: &Path) -> Engine {
    let setup = Setup {
        most_values: 0,
        ..setup(disk, dir, domain_rules)
    };
    Engine::start(setup, &mut |_| {}).unwrap().0
}

fn setup(disk: Arc<dyn Disk>, dir: &Path, rules: Rules) -> Setup {
    Setup {
        disk,
        dir: dir.to_owned(),
        account: "orlova".into(),
        founding: Some(Arc::new(|_| Ok(world::records()))),
        clock,
        rules,
        config: None,
        most_values: MOST_VALUES,
    }
}

/// Starts an engine over the small world.
pub fn start(disk: Arc<dyn Disk>, dir: &Path) -> Engine {
    start_with(disk, dir, domain_rules).unwrap().0
}

/// Somebody at an engine, or at a link to one.
pub struct Person<L: Link = Port> {
    pub port: L,
    pub news: Receiver<News>,
    /// The state as the news tell it.
    pub state: State,
    pub unsaved: Vec<Kept>,
    pub writing: Writing,
    next: u128,
}

impl Person {
    /// Joins and asks for the open period's values.
    pub fn join(engine: &Engine, account: &str) -> Person {
        let mut person = Person::join_only(engine, account);
        person.port.send(Request::Shard(world::OPEN));
        person.wait(|news| matches!(news, News::Shard { .. }));
        person
    }

    /// Joins.
    pub fn join_only(engine: &Engine, account: &str) -> Person {
        let (sender, news) = mpsc::channel();
        let tell = move |it| drop(sender.send(it));
        let (port, welcome) = engine.join(account, tell).unwrap();
        Person::over(port, news, welcome)
    }
}

impl<L: Link> Person<L> {
    /// Somebody who has come in this way.
    pub fn over(port: L, news: Receiver<News>, welcome: Welcome) -> Person<L> {
        Person {
            port,
            news,
            state: welcome.state,
            unsaved: welcome.unsaved,
            writing: welcome.writing,
            next: fastrand::u128(..),
        }
    }

    /// Sends a command and does not wait.
    pub fn send(&mut self, command: Command) -> CommandId {
        self.next += 1;
        self.send_as(CommandId(self.next), command)
    }

    /// Sends a command under an id.
    pub fn send_as(&self, id: CommandId, command: Command) -> CommandId {
        let command = Box::new(command);
        self.port.send(Request::Command { id, command });
        id
    }

    /// The next piece of news, taken into the state.
    pub fn hear(&mut self) -> News {
        let news = self.news.recv_timeout(PATIENCE).expect("no news");
        match &news {
            News::Committed(commit) => {
                assert_eq!(commit.seq, self.state.meta.seq.next(), "a gap in the news");
                self.state.apply(commit);
            }
            News::Shard { period, seq, shard } => {
                assert_eq!(*seq, self.state.meta.seq);
                self.state.load_shard(*period, Arc::clone(shard));
            }
            News::Writing(writing) => self.writing = *writing,
            News::Again(welcome) => {
                self.state = welcome.state.clone();
                self.writing = welcome.writing;
            }
            News::Answer {
                answer: Answer::Done(commit),
                ..
            } => assert!(
                commit.seq <= self.state.meta.seq,
                "answered before it was published"
            ),
            _ => {}
        }
        news
    }

    /// Hears news until such a piece; that piece.
    pub fn wait(&mut self, is_it: impl Fn(&News) -> bool) -> News {
        loop {
            let news = self.hear();
            if is_it(&news) {
                return news;
            }
        }
    }

    /// Waits for the answer to a command.
    pub fn answer(&mut self, wanted: CommandId) -> Answer {
        let is_it = |news: &News| matches!(news, News::Answer { id, .. } if *id == wanted);
        match self.wait(is_it) {
            News::Answer { answer, .. } => answer,
            _ => unreachable!(),
        }
    }

    /// Sends a command and waits for its answer.
    pub fn act(&mut self, command: Command) -> Answer {
        let id = self.send(command);
        self.answer(id)
    }

    /// Sends a command that is to succeed.
    pub fn done(&mut self, command: Command) -> Arc<Commit> {
        match self.act(command) {
            Answer::Done(commit) => commit,
            other => panic!("{other:?}"),
        }
    }

    /// Asks for a period's values.
    pub fn shard(&mut self, period: PeriodId) {
        self.port.send(Request::Shard(period));
        self.wait(|news| matches!(news, News::Shard { .. }));
    }
}

/// Whether two states are the same, as far as both have values in memory.
pub fn is_same(left: &State, right: &State) -> bool {
    let (mut left, mut right) = (left.clone(), right.clone());
    for period in [world::CLOSED, world::OPEN] {
        if left.shard(period).is_none() || right.shard(period).is_none() {
            left.unload_shard(period);
            right.unload_shard(period);
        }
    }
    left == right
}
