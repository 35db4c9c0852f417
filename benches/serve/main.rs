//! A server and many clients: what a commit costs through the socket, when a colleague hears of it, what a flood does to others, what
//! idle and busy clients cost the server, and how long a client takes to its first frame at 420 000 values.
//!
//! The server is a process of its own, so that what it takes can be read from `/proc`. Set `SMOTR_BENCH_DIR` to a folder on the disk to
//! be measured; the default is the temporary folder. A part may be named, to be run alone: `commits`, `flood`,
//! `crowd`, `screen`, `large`.
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a benchmark that panics is a benchmark that failed"
)]

mod client;
mod screen;
mod served;

use std::fs;
use std::path::Path;
use std::process::Command;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use client::{Client, join};
use screen::Screen;
use served::Served;
use smotr::domain::command::{Command as Change, Seen, SetValue};
use smotr::domain::ids::Seq;
use smotr::domain::record::CommandId;
use smotr::domain::state::Stamped;
use smotr::domain::value::{Cell, Value, ValueState};
use smotr::exchange::demo::{Demo, Options};
use smotr::service::config::Config;
use smotr::service::host::Host;
use smotr::service::link::{Answer, Link as _, News, Request};
use smotr::service::server::{Limits, Server};
use smotr::service::socket::{NAME, Reach};
use smotr::service::{clock, identity, wire};
use smotr::store::disk::RealDisk;
use smotr::store::{Opening, Store};

/// The parts, in their order.
const PARTS: [&str; 5] = ["commits", "flood", "crowd", "screen", "large"];

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    if let [_, flag, limits, dir] = arguments.as_slice()
        && flag == "--serve"
    {
        return serve(limits == "open", Path::new(dir));
    }
    let quick = arguments.iter().any(|it| it == "--quick" || it == "--test")
        || !arguments.iter().any(|it| it == "--bench");
    let home = std::env::var_os("SMOTR_BENCH_DIR").map_or_else(std::env::temp_dir, Into::into);
    let home = tempfile::tempdir_in(home).unwrap();
    let (seconds, options) = if quick {
        (1, Options::DEMO)
    } else {
        (5, Options::sized(700, 10))
    };
    let chosen = arguments.iter().find(|it| PARTS.contains(&it.as_str()));
    let time = Duration::from_secs(seconds);
    let small = home.path().join("small");
    let large = home.path().join("large");
    match chosen.map(String::as_str) {
        Some("large") => {
            make(&large, options);
            start(&large, options, if quick { 2 } else { 9 });
            behind(&large, time);
        }
        Some(part) => {
            make(&small, Options::DEMO);
            match part {
                "commits" => commits(&small, time),
                "flood" => flood(&small, time),
                "crowd" => crowd(&small, time),
                _ => to_a_screen(&small, if quick { 3 } else { 50 }),
            }
        }
        // Each in a process of its own: one that has grown takes long to start others.
        None => {
            for part in PARTS {
                let mut command = Command::new(std::env::current_exe().unwrap());
                command.arg(part).args(&arguments[1..]);
                assert!(command.status().unwrap().success(), "{part}");
            }
        }
    }
}

fn make(dir: &Path, options: Options) {
    let account = identity::account();
    let how = Opening {
        account: &account,
        now: clock::now().at,
        create: true,
    };
    let (mut store, ..) = Store::open(Arc::new(RealDisk), dir, how, &mut |_| {}).unwrap();
    let demo = Demo::new(options).unwrap().owned_by(&account);
    let mut group = Vec::new();
    for commit in demo.commits(Seq(1)) {
        group.push(commit);
        if group.len() == 100 {
            store.append_group(&group).unwrap();
            group.clear();
        }
    }
    store.append_group(&group).unwrap();
    store.close().unwrap();
}

/// The child: serves the store in a folder until it is killed; all clients are of one account here.
fn serve(is_open: bool, dir: &Path) {
    let (host, _) = Host::open(dir.to_owned(), identity::account(), None, &mut |_| {}).unwrap();
    let own = Limits::default();
    let limits = Limits {
        per_account: own.in_all,
        in_a_second: if is_open { u32::MAX } else { own.in_a_second },
        ..own
    };
    let naming = Arc::new(identity::account_of);
    let path = dir.join(NAME);
    let _server = Server::start(host.door(), &path, Reach::Owner, naming, limits).unwrap();
    host.door().wait();
}

fn commits(dir: &Path, time: Duration) {
    println!("-- commits through the socket");
    let served = Served::start(dir, "open");
    let mut alone = 0.0;
    for many in [1, 10, 50] {
        let clients: Vec<Client> = (0..many).map(|_| Client::join(&served.1)).collect();
        let end = Instant::now() + time;
        let working = clients.into_iter().map(|client| {
            std::thread::spawn(move || {
                let mut times = Vec::new();
                while Instant::now() < end {
                    times.push(client.commit());
                }
                times
            })
        });
        let working: Vec<_> = working.collect();
        let mut times: Vec<_> = working
            .into_iter()
            .flat_map(|it| it.join().unwrap())
            .collect();
        let rate = times.len() as f64 / time.as_secs_f64();
        if many == 1 {
            alone = rate;
        }
        println!(
            "{many} clients: {rate:.0} commits in a second, {:.1} times one client; median {:.2?}, p99 {:.2?}",
            rate / alone,
            share(&mut times, 0.5),
            share(&mut times, 0.99)
        );
    }
    let (one, other) = (Client::join(&served.1), Client::join(&served.1));
    let mut times = Vec::new();
    for _ in 0..300 {
        let begun = Instant::now();
        one.commit();
        let heard = loop {
            let (at, news) = other.news.recv().unwrap();
            if matches!(news, News::Committed(_)) {
                break at;
            }
        };
        times.push(heard.saturating_duration_since(begun));
        std::thread::sleep(Duration::from_millis(2));
    }
    println!(
        "from the asking until a colleague's program hears: median {:.2?}, p99 {:.2?}",
        share(&mut times, 0.5),
        share(&mut times, 0.99)
    );
}

/// Commits of one client at a person's pace, alone and while another sends whatever the socket takes.
fn flood(dir: &Path, time: Duration) {
    println!("-- a flood beside somebody at work");
    let served = Served::start(dir, "own");
    let person = Client::join(&served.1);
    let work = || {
        let end = Instant::now() + time;
        let mut times = Vec::new();
        while Instant::now() < end {
            times.push(person.commit());
            std::thread::sleep(Duration::from_millis(20));
        }
        (share(&mut times, 0.5), share(&mut times, 0.99))
    };
    let alone = work();
    println!("alone: median {:.2?}, p99 {:.2?}", alone.0, alone.1);
    for kind in ["commands", "pages of the journal"] {
        let is_over = Arc::new(AtomicBool::new(false));
        let flooding = {
            let (path, is_over) = (served.1.clone(), Arc::clone(&is_over));
            std::thread::spawn(move || {
                let client = Client::join(&path);
                let mut count = 0_u32;
                while !is_over.load(Ordering::SeqCst) {
                    if kind == "commands" {
                        client.send();
                    } else {
                        let filter = smotr::service::link::JournalFilter::All;
                        client.link.send(Request::Journal {
                            filter,
                            before: None,
                        });
                    }
                    count += 1;
                    if count.is_multiple_of(64) {
                        std::thread::sleep(Duration::from_millis(1));
                    }
                }
            })
        };
        std::thread::sleep(Duration::from_secs(2));
        let beside = work();
        is_over.store(true, Ordering::SeqCst);
        flooding.join().unwrap();
        println!(
            "beside a flood of {kind}: median {:.2?}, p99 {:.2?} (figure: under 50 ms)",
            beside.0, beside.1
        );
    }
}

fn crowd(dir: &Path, time: Duration) {
    println!("-- fifty clients");
    let served = Served::start(dir, "own");
    let before = served.status("VmRSS") / 1024;
    let clients: Vec<Client> = (0..50).map(|_| Client::join(&served.1)).collect();
    std::thread::sleep(Duration::from_secs(1));
    let (cpu, woken) = served.spent();
    std::thread::sleep(time);
    let (cpu_after, woken_after) = served.spent();
    let ours = |it: &[(String, u64)]| -> u64 {
        it.iter()
            .filter(|it| !it.0.contains("sled"))
            .map(|it| it.1)
            .sum()
    };
    println!(
        "idle: {} MB resident ({before} MB without clients), {} threads; in {time:?} {:.2} s of the processor, {} wake-ups of ours",
        served.status("VmRSS") / 1024,
        served.status("Threads"),
        cpu_after - cpu,
        ours(&woken_after) - ours(&woken)
    );
    let cpu = served.spent().0;
    let end = Instant::now() + time;
    let working: Vec<_> = (clients.into_iter())
        .map(|client| {
            std::thread::spawn(move || {
                let mut times = Vec::new();
                while Instant::now() < end {
                    times.push(client.commit());
                    std::thread::sleep(Duration::from_millis(200));
                }
                (client, times)
            })
        })
        .collect();
    let done: Vec<_> = working.into_iter().map(|it| it.join().unwrap()).collect();
    let spent = served.spent().0 - cpu;
    let mut times: Vec<Duration> = done.iter().flat_map(|it| it.1.clone()).collect();
    println!(
        "busy, five commits a second each: {} MB resident, {:.0} commits in a second, {:.0} % of a processor; median {:.2?}, p99 {:.2?}",
        served.status("VmRSS") / 1024,
        times.len() as f64 / time.as_secs_f64(),
        100.0 * spent / time.as_secs_f64(),
        share(&mut times, 0.5),
        share(&mut times, 0.99)
    );
}

fn start(dir: &Path, options: Options, rounds: usize) {
    println!(
        "-- {} organisations, {} years",
        options.organisations, options.years
    );
    let served = Served::start(dir, "own");
    served.rest();
    let (mut welcomes, mut shards) = (Vec::new(), Vec::new());
    for round in 0..rounds {
        let begun = Instant::now();
        let (link, news, welcome) = join(&served.1);
        welcomes.push(begun.elapsed());
        if round == 0 {
            println!("a welcome is {} KB", wire::size(&welcome) / 1024);
        }
        let begun = Instant::now();
        for period in welcome.state.periods.keys().rev().take(2) {
            link.send(Request::Shard(*period));
            while !matches!(news.recv().unwrap().1, News::Shard { .. }) {}
        }
        shards.push(begun.elapsed());
    }
    println!(
        "connection to welcome: median {:.1?}; its two periods: median {:.1?}; the server has {} MB resident",
        share(&mut welcomes, 0.5),
        share(&mut shards, 0.5),
        served.status("VmRSS") / 1024
    );
    let mut frames: Vec<Duration> = (0..rounds).map(|_| first_frame(&served.1)).collect();
    println!(
        "a client's process to its first frame: median {:.1?} (figure: at most 60 ms)",
        share(&mut frames, 0.5)
    );
}

/// Commits of one client at a person's pace right after the server was killed and started again, while the journal is checked as a
/// whole and the archive of the day is written, and when both are done.
fn behind(dir: &Path, time: Duration) {
    println!("-- work behind a client's back");
    let archives = Config::read(dir).0.archives.unwrap().folder;
    fs::remove_dir_all(archives).unwrap();
    let served = Served::start(dir, "own");
    let person = Client::join(&served.1);
    for when in ["right after the start", "later"] {
        let cpu = served.spent().0;
        let end = Instant::now() + time;
        let mut times = Vec::new();
        while Instant::now() < end {
            times.push(person.commit());
            std::thread::sleep(Duration::from_millis(10));
        }
        println!(
            "{when}: median {:.2?}, p99 {:.2?}, worst {:.2?}; the server took {:.2} s of the processor",
            share(&mut times, 0.5),
            share(&mut times, 0.99),
            share(&mut times, 1.0),
            served.spent().0 - cpu
        );
    }
}

/// From the asking for a value until a colleague's terminal gets it drawn: both have the same indicator before them.
fn to_a_screen(dir: &Path, rounds: usize) {
    println!("-- from one's keyboard to a colleague's screen");
    let served = Served::start(dir, "own");
    let one = Client::join(&served.1);
    let open = one.state.periods.iter().rev();
    let (period, _) = open.clone().find(|it| it.1.state.takes_values()).unwrap();
    one.link.send(Request::Shard(*period));
    let shard = loop {
        if let News::Shard { shard, .. } = one.news.recv().unwrap().1 {
            break shard;
        }
    };
    let (indicator, column) = shard.columns().next().unwrap();
    let entered = |it: &&Stamped<Value>| it.state == ValueState::Entered && it.entry.is_filled();
    let entries = column.values().filter(entered).map(|it| it.entry.clone());
    let entries: Vec<_> = entries.take(2).collect();
    let entered = column.iter().find(|it| entered(&it.1)).unwrap();
    let (subject, mut rev) = (*entered.0, entered.1.stamp.rev);
    let mut screen = Screen::start(&served.1);
    let mut times = Vec::new();
    for round in 0..rounds {
        // The screen has come to rest: it is drawn anew at most ten times a second.
        std::thread::sleep(Duration::from_millis(250));
        screen.forget();
        let begun = Instant::now();
        let id = CommandId(fastrand::u128(..));
        let command = Box::new(Change::SetValues(vec![SetValue {
            cell: Cell {
                period: *period,
                indicator,
                subject,
            },
            seen: Seen::At(rev),
            entry: entries[(round + 1) % 2].clone(),
            note: Some(format!("Уточнено: {round}")),
            source: None,
        }]));
        one.link.send(Request::Command { id, command });
        times.push(screen.next().saturating_duration_since(begun));
        rev = loop {
            if let News::Answer { answer, .. } = one.news.recv().unwrap().1 {
                let Answer::Done(commit) = answer else {
                    panic!("{answer:?}");
                };
                break commit.seq;
            }
        };
    }
    println!(
        "{rounds} values: median {:.1?}, p99 {:.1?} (figure: under 200 ms)",
        share(&mut times, 0.5),
        share(&mut times, 0.99)
    );
}

/// Starts the interface through the server; how long until its bottom line is out.
fn first_frame(socket: &Path) -> Duration {
    let screen = Screen::start(socket);
    screen.begun.elapsed()
}

/// The time under which this share of all lies.
fn share(times: &mut [Duration], share: f64) -> Duration {
    times.sort();
    let at = (times.len() as f64 * share) as usize;
    times[at.min(times.len() - 1)]
}
