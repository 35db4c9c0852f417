//! Reading waits for writing, and nobody's for more than a little of another's.

use std::sync::{Arc, Mutex, mpsc};
use std::time::Duration;

use smotr::domain::ids::Timestamp;
use smotr::domain::record::CommandId;
use smotr::service::engine::{Engine, Port};
use smotr::service::link::{Kept, Link as _, News, Request, Slot};
use smotr::service::turnstile::Turnstile;

use super::{count, folder, hold, real};
use crate::support::desk::{PATIENCE, Person};
use crate::support::world::OPEN;

/// What was told, in the order in which the engine told it.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<&'static str>>>);

impl Log {
    /// Somebody whose values and answers are noted in it, and who says when one of them came.
    fn join(&self, engine: &Engine, account: &'static str) -> (Port, mpsc::Receiver<()>) {
        let log = self.clone();
        let (sender, came) = mpsc::channel();
        let listener = move |news| {
            if let News::Shard { .. } | News::Answer { .. } = news {
                log.0.lock().unwrap().push(account);
                let _ = sender.send(());
            }
        };
        (engine.join(account, listener).unwrap().0, came)
    }

    /// How many came to others before the first that came to this one.
    fn before(&self, account: &str) -> usize {
        let log = self.0.lock().unwrap();
        log.iter().position(|it| *it == account).unwrap()
    }
}

const MANY: usize = 100;

/// Somebody asks for values a hundred times; then another asks for something, in a later round. How much of the hundred comes first.
fn ahead_of(account: &'static str, request: Request) -> usize {
    let dir = folder();
    let engine = real(dir.path());
    let log = Log::default();
    let (belova, read) = log.join(&engine, "belova");
    let (other, came) = log.join(&engine, account);
    let held = hold(&engine);
    for _ in 0..MANY {
        belova.send(Request::Shard(OPEN));
    }
    // What is no request ends the round.
    belova.renewal().ask();
    other.send(request);
    drop(held);
    came.recv_timeout(PATIENCE).unwrap();
    for _ in 0..MANY {
        read.recv_timeout(PATIENCE).expect("nothing is forgotten");
    }
    drop((belova, other));
    engine.close().unwrap();
    log.before(account)
}

#[test]
fn a_command_waits_for_a_few_readings_whoever_asks_for_many() {
    let command = {
        let dir = folder();
        let engine = real(dir.path());
        count(&Person::join(&engine, "orlova"), 7)
    };
    let ahead = ahead_of(
        "orlova",
        Request::Command {
            id: CommandId(1),
            command: Box::new(command),
        },
    );
    assert!(ahead <= 4, "{ahead}");
}

#[test]
fn whoever_asks_for_many_values_waits_behind_themselves() {
    let ahead = ahead_of("orlova", Request::Shard(OPEN));
    assert!(ahead <= 5, "{ahead}");
}

#[test]
fn whatever_was_asked_before_the_end_is_read() {
    let dir = folder();
    let engine = real(dir.path());
    let log = Log::default();
    let (belova, _came) = log.join(&engine, "belova");
    let held = hold(&engine);
    for _ in 0..MANY {
        belova.send(Request::Shard(OPEN));
    }
    std::thread::spawn(move || {
        std::thread::sleep(Duration::from_millis(20));
        drop(held);
    });
    engine.close().unwrap();
    assert_eq!(log.0.lock().unwrap().len(), MANY);
}

/// The values are as of the commits that were told before them, whenever they are read.
#[test]
fn what_is_read_later_is_as_of_then() {
    let dir = folder();
    let engine = real(dir.path());
    let mut belova = Person::join(&engine, "belova");
    let mut orlova = Person::join(&engine, "orlova");
    let command = count(&orlova, 7);
    let held = hold(&engine);
    for _ in 0..20 {
        belova.port.send(Request::Shard(OPEN));
    }
    belova.port.renewal().ask();
    let id = orlova.send(command);
    drop(held);
    orlova.answer(id);
    for _ in 0..20 {
        // Whoever hears it compares the numbers.
        belova.wait(|it| matches!(it, News::Shard { .. }));
    }
    assert_eq!(belova.state.meta.seq, orlova.state.meta.seq);
    engine.close().unwrap();
}

#[test]
fn unfinished_input_is_with_the_engine_until_it_is_kept() {
    let dir = folder();
    let engine = real(dir.path());
    let (release, gate) = mpsc::channel::<()>();
    let (entered, inside) = mpsc::channel();
    let listener = move |news| {
        if let News::Unsaved(_) = news {
            let _ = entered.send(());
            let _ = gate.recv();
        }
    };
    let (port, _) = engine.join("belova", listener).unwrap();
    let mut turnstile = Turnstile::new(1, 1_000);
    let word = Kept {
        slot: Slot {
            place: "form".into(),
            window: 7,
        },
        at: Timestamp(1),
        fields: Some(vec![("text".into(), "слово".into())]),
    };
    port.send_with(Request::KeepUnsaved(vec![word]), turnstile.pass());
    inside.recv_timeout(PATIENCE).unwrap();
    let (passed, through) = mpsc::channel();
    std::thread::spawn(move || {
        drop(turnstile.pass());
        let _ = passed.send(());
    });
    let early = through.recv_timeout(Duration::from_millis(100));
    assert!(early.is_err(), "let go before it was kept");
    drop(release);
    through.recv_timeout(PATIENCE).unwrap();
    drop(port);
    engine.close().unwrap();
}
