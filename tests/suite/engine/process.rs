//! The engine in its process: idle, and killed.

use std::fs;
use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Command as Process, Stdio};
use std::sync::mpsc;
use std::time::{Duration, Instant};

use smotr::domain::command::Command;
use smotr::domain::ids::Seq;
use smotr::domain::record::CommandId;
use smotr::service::link::{Answer, Link as _, Request};

use super::{count, folder, real};
use crate::support::desk::{PATIENCE, Person};
use crate::support::world::{COUNT, OPEN, SCHOOL_1, SCHOOL_2, cell, entry, set};

#[test]
fn an_idle_engine_never_wakes() {
    let dir = folder();
    let engine = real(dir.path());
    let (sender, tids) = mpsc::channel();
    let (port, _) = engine
        .join("belova", move |_| {
            let _ = sender.send(fs::read_link("/proc/thread-self").unwrap());
        })
        .unwrap();
    let mut orlova = Person::join(&engine, "orlova");
    port.send(Request::Shard(OPEN));
    let thread = tids.recv_timeout(PATIENCE).unwrap();
    orlova.done(count(&orlova, 1));
    let status = Path::new("/proc").join(thread).join("status");
    let switches = || -> u64 {
        let text = fs::read_to_string(&status).unwrap();
        let lines = text.lines().filter(|it| it.contains("ctxt_switches"));
        lines
            .filter_map(|it| it.split_whitespace().last()?.parse::<u64>().ok())
            .sum()
    };
    // Until the derived state has followed; then half a second in which nothing may happen at all.
    let deadline = Instant::now() + PATIENCE;
    let mut before = switches();
    loop {
        std::thread::sleep(Duration::from_millis(500));
        let now = switches();
        if now == before {
            break;
        }
        assert!(Instant::now() < deadline, "wakes up again and again");
        before = now;
    }
    engine.close().unwrap();
}

/// Not a test by itself: the process that [`kill_9_loses_nothing_acknowledged`] kills.
#[test]
fn child_that_is_killed() {
    let Ok(dir) = std::env::var("SMOTR_TEST_ENGINE") else {
        return;
    };
    let engine = real(Path::new(&dir));
    let mut orlova = Person::join(&engine, "orlova");
    loop {
        let number = fastrand::u32(1..8);
        let sent: Vec<CommandId> = [SCHOOL_1, SCHOOL_2]
            .map(|it| set(&orlova.state, cell(COUNT, it), entry(&number.to_string())))
            .map(|it| orlova.send(it))
            .into();
        for id in sent {
            if let Answer::Done(commit) = orlova.answer(id) {
                println!("saved {} {}", id.0, commit.seq.0);
            }
        }
    }
}

#[test]
fn kill_9_loses_nothing_acknowledged() {
    let dir = folder();
    let mut saved: Vec<(CommandId, Seq)> = Vec::new();
    for round in 0..8 {
        let mut child = Process::new(std::env::current_exe().unwrap())
            .args([
                "--exact",
                "engine::process::child_that_is_killed",
                "--nocapture",
            ])
            .env("SMOTR_TEST_ENGINE", dir.path())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let wanted = saved.len() + 1 + round * 7;
        for line in lines.map_while(Result::ok) {
            let Some((_, line)) = line.split_once("saved ") else {
                continue;
            };
            let (id, seq) = line.trim().split_once(' ').unwrap();
            saved.push((CommandId(id.parse().unwrap()), Seq(seq.parse().unwrap())));
            // What it says between this and its end counts, too.
            if saved.len() == wanted {
                child.kill().unwrap();
            }
        }
        child.wait().unwrap();
        assert!(saved.len() >= wanted);
        if round % 3 == 2 {
            fs::remove_dir_all(dir.path().join("sled")).unwrap();
        }
        let engine = real(dir.path());
        let mut orlova = Person::join(&engine, "orlova");
        for (id, seq) in &saved {
            orlova.send_as(*id, Command::Undo);
            assert!(
                matches!(orlova.answer(*id), Answer::Done(it) if it.seq == *seq),
                "round {round}: {seq:?} is lost"
            );
        }
        engine.close().unwrap();
    }
}
