//! Five clients change one cell, each only if it is as they saw it: one order for all of them, none lost, none done twice, and
//! nobody is told of one commit and not of the one before.
//!
//! Through real sockets; with the server killed and started again; and in one folder, where whoever has the store is killed and
//! another takes it over.

use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command as Process, Stdio};
use std::sync::mpsc::{self, Sender};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use smotr::domain::command::Command;
use smotr::domain::ids::Seq;
use smotr::domain::record::{Commit, Key};
use smotr::domain::refusal::Refusal;
use smotr::domain::state::State;
use smotr::domain::value::Cell;
use smotr::service::core::{Asked, commit_for};
use smotr::service::engine::{Rules, domain_rules};
use smotr::service::host::Host;
use smotr::service::link::News;
use smotr::service::server::{Limits, Server};
use smotr::service::session::Session;
use smotr::service::socket::{NAME, Reach};
use smotr::store::disk::RealDisk;

use super::{known_as, opening, until};
use crate::support::desk::{PATIENCE, start_with};
use crate::support::history::{Contender, Line, Noted, check, count, journal, noting};
use crate::support::rounds;
use crate::support::world::{COUNT, SCHOOL_1, cell, seen};

const CLIENTS: usize = 5;

fn contended() -> Cell {
    cell(COUNT, SCHOOL_1)
}

fn limits() -> Limits {
    Limits {
        in_a_second: 100_000,
        ..Limits::default()
    }
}

type Notes = Arc<Mutex<Vec<Line>>>;

/// Lets five clients contend through the socket while `meanwhile` goes on; what they noted. `hears` may keep something from one.
fn contend(
    socket: &Path,
    times: usize,
    hears: fn(usize, &News) -> bool,
    meanwhile: impl FnOnce(&[Notes]),
) -> Vec<Vec<Line>> {
    let begun = Instant::now();
    let notes: Vec<Notes> = (0..CLIENTS).map(|_| Notes::default()).collect();
    let running = notes.iter().enumerate().map(|(number, notes)| {
        let (sender, news) = mpsc::channel();
        let tell = move |it| {
            if hears(number, &it) {
                drop(sender.send(it));
            }
        };
        let (session, welcome) = Session::join(socket.to_owned(), tell).unwrap();
        let note = noting(begun, notes);
        std::thread::spawn(move || {
            let mut contender = Contender::new(session, news, welcome, contended(), note);
            assert!(contender.contend(times), "nothing comes any more");
            contender.listen(Duration::from_millis(200));
            contender.link.close().unwrap();
        })
    });
    let running: Vec<_> = running.collect();
    meanwhile(&notes);
    for thread in running {
        thread.join().unwrap();
    }
    let lines: Vec<Vec<Line>> = notes.iter().map(|it| it.lock().unwrap().clone()).collect();
    println!("done and refused: {:?}", count(&lines));
    lines
}

/// With these rules, in this process, through real sockets.
fn in_one_life(rules: Rules, times: usize, hears: fn(usize, &News) -> bool) -> Result<(), String> {
    let dir = tempfile::tempdir().unwrap();
    let (engine, _) = start_with(Arc::new(RealDisk), dir.path(), rules).unwrap();
    let path = dir.path().join(NAME);
    let naming = known_as("orlova");
    let server = Server::start(engine.door(), &path, Reach::Owner, naming, limits()).unwrap();
    let lines = contend(&path, times, hears, |_| {});
    drop(server);
    engine.close().unwrap();
    check(&lines, &journal(dir.path())?, contended(), true)
}

#[test]
fn five_clients_change_one_cell_in_one_order() {
    in_one_life(domain_rules, rounds(1_000), |_, _| true).unwrap();
}

/// Planted: whatever somebody saw is taken for what is there.
fn rules_that_see_for_you(
    state: &State,
    asked: Asked<'_>,
    find: &mut dyn FnMut(Seq) -> Option<Arc<Commit>>,
) -> Result<Commit, Refusal> {
    let mut command = asked.command.clone();
    if let Command::SetValues(values) = &mut command {
        for value in values {
            value.seen = seen(state, Key::Value(value.cell));
        }
    }
    let command = &command;
    commit_for(state, Asked { command, ..asked }, find)
}

#[test]
fn planted_rules_that_ignore_the_revision_are_caught() {
    let caught = in_one_life(rules_that_see_for_you, 40, |_, _| true).unwrap_err();
    assert!(caught.contains("and saw"), "{caught}");
}

#[test]
fn planted_a_push_that_is_left_out_is_caught() {
    let all_but_one =
        |number, it: &News| !(number == 2 && matches!(it, News::Committed(it) if it.seq.0 == 30));
    let caught = in_one_life(domain_rules, 40, all_but_one).unwrap_err();
    // Unless it was the client's own: then the answer comes without it.
    let seen = ["a gap", "before it was told"]
        .iter()
        .any(|it| caught.contains(it));
    assert!(seen, "{caught}");
}

#[test]
fn planted_an_acknowledgement_of_what_is_not_there_is_caught() {
    let (dir, lines) = two_lines();
    let mut all = journal(dir.path()).unwrap();
    check(&lines, &all, contended(), true).unwrap();
    all.pop();
    let caught = check(&lines, &all, contended(), true).unwrap_err();
    assert!(caught.contains("not in the journal"), "{caught}");
    let told_only: Vec<Vec<Line>> = (lines.iter())
        .map(|it| {
            let kept = it.iter().filter(|it| !matches!(it.1, Noted::Push(..)));
            let told = (Duration::ZERO, Noted::Told(all.len() as u64 + 1));
            std::iter::once(told).chain(kept.skip(1).cloned()).collect()
        })
        .collect();
    let caught = check(&told_only, &all, contended(), true).unwrap_err();
    assert!(caught.contains("is lost"), "{caught}");
}

/// One client that has changed the cell twice.
fn two_lines() -> (tempfile::TempDir, Vec<Vec<Line>>) {
    let dir = tempfile::tempdir().unwrap();
    let (engine, _) = start_with(Arc::new(RealDisk), dir.path(), domain_rules).unwrap();
    let (sender, news) = mpsc::channel();
    let tell = move |it| drop(sender.send(it));
    let (port, welcome) = engine.join("orlova", tell).unwrap();
    let notes = Notes::default();
    let note = noting(Instant::now(), &notes);
    let mut contender = Contender::new(port, news, welcome, contended(), note);
    assert!(contender.contend(2));
    drop(contender);
    engine.close().unwrap();
    let lines = notes.lock().unwrap().clone();
    (dir, vec![lines])
}

const SERVED: &str = "SMOTR_TEST_SERVED";
const FOLDER: &str = "SMOTR_TEST_CONTENDED";

/// Not a test by itself: a server that serves until it is killed.
#[test]
fn child_that_serves() {
    let Ok(dir) = std::env::var(SERVED) else {
        return;
    };
    let opening = opening(Path::new(&dir), "orlova", "orlova");
    let founding = opening.founding.as_ref();
    let opened = Host::open(opening.dir, opening.account, founding, &mut |_| {});
    let mut host = opened.unwrap().0;
    let path = PathBuf::from(dir).join(NAME);
    host.serve(path, Reach::Owner, &opening.naming).unwrap();
    host.door().wait();
}

/// Not a test by itself: a process that contends in a folder until it is killed, or until its input ends.
#[test]
fn child_that_contends() {
    let Ok(dir) = std::env::var(FOLDER) else {
        return;
    };
    let (sender, news) = mpsc::channel();
    let tell = move |it| drop(sender.send(it));
    let opening = opening(Path::new(&dir), "orlova", "orlova");
    let (session, welcome, _) = Session::open(opening, tell, &mut |_| {}).unwrap();
    let note = |it: Noted| println!("noted {it}");
    let mut contender = Contender::new(session, news, welcome, contended(), note);
    assert!(contender.contend(usize::MAX));
}

/// A child that is killed when it is let go.
struct Killed(Child);

impl Killed {
    fn start(test: &str, variable: &str, dir: &Path, out: Stdio) -> Killed {
        let mut command = Process::new(std::env::current_exe().unwrap());
        command
            .args(["--exact", &format!("session::order::{test}"), "--nocapture"])
            .env(variable, dir)
            .stderr(Stdio::null())
            .stdout(out);
        Killed(command.spawn().unwrap())
    }
}

impl Killed {
    fn end(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

impl Drop for Killed {
    fn drop(&mut self) {
        self.end();
    }
}

/// How many answers there are so far.
fn answered(notes: &[Notes]) -> usize {
    let is_answer = |it: &&Line| matches!(it.1, Noted::Done(..) | Noted::Conflict(..));
    let of_one = |it: &Notes| it.lock().unwrap().iter().filter(is_answer).count();
    notes.iter().map(of_one).sum()
}

#[test]
fn the_order_holds_while_the_server_is_killed_and_started_again() {
    let dir = tempfile::tempdir().unwrap();
    let serve = || Killed::start("child_that_serves", SERVED, dir.path(), Stdio::null());
    let mut server = serve();
    let path = dir.path().join(NAME);
    until("it serves", || path.exists());
    let lives = rounds(30);
    let mut longest = Duration::ZERO;
    let lines = contend(
        &path,
        40 * lives,
        |_, _| true,
        |notes| {
            for life in 1..=lives {
                until("they go on", || answered(notes) > life * 100);
                server.end();
                server = serve();
                let (killed, before) = (Instant::now(), answered(notes));
                until("they go on", || answered(notes) > before);
                longest = longest.max(killed.elapsed());
            }
        },
    );
    drop(server);
    println!("{lives} kills, the longest pause {longest:?}");
    check(&lines, &journal(dir.path()).unwrap(), contended(), true).unwrap();
}

/// What a process notes, line by line, until it is killed.
fn listen(child: &mut Killed, tell: &Sender<()>) -> Notes {
    let notes = Notes::default();
    let (kept, tell) = (Arc::clone(&notes), tell.clone());
    let mut out = BufReader::new(child.0.stdout.take().unwrap());
    std::thread::spawn(move || {
        let mut line = String::new();
        while out.read_line(&mut line).is_ok_and(|it| it > 0) {
            // The last one may have been cut short.
            let whole = line
                .strip_suffix('\n')
                .and_then(|it| it.split_once("noted "));
            if let Some(noted) = whole.and_then(|it| it.1.parse().ok()) {
                kept.lock().unwrap().push((Duration::ZERO, noted));
            }
            line.clear();
        }
        // Whoever waits for the end of all of them hears it.
        drop(tell);
    });
    notes
}

#[test]
fn the_order_holds_while_the_store_goes_from_one_process_to_the_next() {
    let dir = tempfile::tempdir().unwrap();
    let (tell, ended) = mpsc::channel();
    let start = |notes: &mut Vec<Notes>| {
        let mut child = Killed::start("child_that_contends", FOLDER, dir.path(), Stdio::piped());
        notes.push(listen(&mut child, &tell));
        (child, notes.len() - 1)
    };
    let mut notes = Vec::new();
    let mut at_work: Vec<_> = (0..CLIENTS).map(|_| start(&mut notes)).collect();
    let mut longest = Duration::ZERO;
    let kills = rounds(30);
    for round in 0..kills {
        let of = |it: &(Killed, usize)| answered(&notes[it.1..=it.1]);
        let before: Vec<usize> = at_work.iter().map(of).collect();
        until("all of them go on", || {
            (at_work.iter().map(of).zip(&before)).all(|(now, before)| now > *before)
        });
        let holds = super::killed::holder(dir.path());
        let holder = at_work.iter().position(|it| Some(it.0.0.id()) == holds);
        let victim = holder.unwrap_or(round % CLIENTS);
        at_work[victim].0.end();
        let killed = Instant::now();
        let of_others = || {
            let others = (0..CLIENTS).filter(|it| *it != victim);
            others.map(|it| of(&at_work[it])).sum::<usize>()
        };
        // What was written just before the end is heard at once; only what comes after it counts.
        std::thread::sleep(Duration::from_millis(10));
        let before = of_others();
        until("the others go on", || of_others() > before);
        longest = longest.max(killed.elapsed());
        at_work[victim] = start(&mut notes);
    }
    drop(at_work);
    drop(tell);
    assert!(ended.recv_timeout(PATIENCE).is_err());
    let lines: Vec<Vec<Line>> = notes.iter().map(|it| it.lock().unwrap().clone()).collect();
    println!(
        "{kills} kills, the longest pause {longest:?}; done and refused: {:?}",
        count(&lines)
    );
    check(&lines, &journal(dir.path()).unwrap(), contended(), false).unwrap();
}
