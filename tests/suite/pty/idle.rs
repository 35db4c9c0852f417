//! Nothing happens when nothing happens: no bytes, no wake-ups.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use super::{Home, leave, typed};
use crate::support::pty::Session;

/// Threads that are ours; those of sled's pool are counted apart.
const OURS: [&str; 6] = [
    "smotr",
    "engine",
    "input",
    "watchdog",
    "archives",
    "access log",
];

/// How often each thread has gone to sleep or was put to sleep so far, by number and name.
fn switches(pid: u32) -> BTreeMap<(String, String), u64> {
    let mut out = BTreeMap::new();
    for task in std::fs::read_dir(format!("/proc/{pid}/task")).unwrap() {
        let task = task.unwrap();
        let Ok(status) = std::fs::read_to_string(task.path().join("status")) else {
            continue;
        };
        let field = |name: &str| {
            let line = status.lines().find_map(|it| it.strip_prefix(name));
            line.map(|it| it.trim().to_owned()).unwrap_or_default()
        };
        let voluntary: u64 = field("voluntary_ctxt_switches:").parse().unwrap();
        let number = task.file_name().into_string().unwrap();
        out.insert((field("Name:"), number), voluntary);
    }
    out
}

fn ours(pid: u32) -> BTreeMap<(String, String), u64> {
    // A thread has its name a moment after it has begun.
    let patience = Instant::now() + Duration::from_secs(20);
    loop {
        let mut all = switches(pid);
        all.retain(|(name, _), _| OURS.contains(&name.as_str()));
        let names: Vec<&str> = all.keys().map(|it| it.0.as_str()).collect();
        if OURS.iter().all(|it| names.contains(it)) {
            return all;
        }
        assert!(Instant::now() < patience, "only {names:?}");
        std::thread::sleep(Duration::from_millis(20));
    }
}

/// Whether every thread of ours waits for something to come; one that is kept from running by a busy machine has still work to do.
fn all_wait(pid: u32) -> bool {
    let tasks = std::fs::read_dir(format!("/proc/{pid}/task")).unwrap();
    let mut ours = tasks.filter_map(|task| {
        let path = task.unwrap().path().join("status");
        let status = std::fs::read_to_string(path).ok()?;
        let name = status.lines().find_map(|it| it.strip_prefix("Name:"))?;
        OURS.contains(&name.trim()).then_some(status)
    });
    ours.all(|it| it.contains("State:\tS"))
}

/// Waits, on a busy machine for long, until no thread of ours wakes for longer than any timer runs: what was asked last is done.
fn settle(session: &Session) {
    let patience = Instant::now() + Duration::from_secs(180);
    let mut before = ours(session.pid());
    loop {
        std::thread::sleep(Duration::from_millis(1_200));
        let after = ours(session.pid());
        if after == before && all_wait(session.pid()) {
            return;
        }
        assert!(Instant::now() < patience, "{before:?} {after:?}");
        before = after;
    }
}

/// Two seconds in which nobody touches a key.
fn rests(session: &Session, when: &str) {
    settle(session);
    let (before, sent) = (ours(session.pid()), session.bytes().len());
    let all = switches(session.pid());
    std::thread::sleep(Duration::from_secs(2));
    assert_eq!(ours(session.pid()), before, "{when}");
    assert_eq!(session.bytes().len(), sent, "{when}");
    let others: u64 = switches(session.pid())
        .iter()
        .filter(|(it, _)| !OURS.contains(&it.0.as_str()))
        .map(|(it, n)| n - all.get(it).unwrap_or(&0))
        .sum();
    println!("{when}: threads of the store library woke {others} times in 2 s");
}

#[test]
fn an_idle_program_sends_nothing_and_wakes_for_nothing() {
    let home = Home::new();
    let mut session = home.open();
    rests(&session, "after the start");
    // A move arms the timer of the detail, a lone Esc the one of the keyboard, a form that of unfinished input.
    session.send(typed("⇥⇥↓"));
    session.send(typed("р"));
    session.wait_for("Записать рекомендацию");
    session.send("Провести");
    session.wait_for("Провести");
    rests(&session, "with a form open");
    session.send("\x1b");
    session.wait("the form is closed", |it| {
        !it.contents().contains("Записать рекомендацию")
    });
    rests(&session, "after Esc");
    assert_eq!(leave(session), 0);
}

#[test]
fn a_closed_window_costs_no_time_of_the_processor() {
    let home = Home::new();
    let session = home.open();
    let pid = session.pid();
    let spent = |pid: u32| -> Option<u64> {
        let stat = std::fs::read_to_string(format!("/proc/{pid}/stat")).ok()?;
        let (_, rest) = stat.rsplit_once(')')?;
        let fields: Vec<&str> = rest.split_whitespace().collect();
        Some(fields.get(11)?.parse::<u64>().ok()? + fields.get(12)?.parse::<u64>().ok()?)
    };
    settle(&session);
    let before = spent(pid).unwrap();
    let (done, watched) = std::sync::mpsc::channel::<()>();
    let watcher = std::thread::spawn(move || {
        let mut last = before;
        while watched.try_recv().is_err() {
            last = spent(pid).unwrap_or(last).max(last);
            std::thread::sleep(Duration::from_millis(2));
        }
        last
    });
    let (outlived, _) = session.hang_up();
    done.send(()).unwrap();
    let after = watcher.join().unwrap();
    assert!(outlived < Duration::from_secs(1), "{outlived:?}");
    // In hundredths of a second; closing the store takes a few, spinning would take all of the time until the watchdog's end.
    assert!(after - before <= 20, "{} ticks", after - before);
}
