//! The engine: what a durable commit costs beside a bare append with `fdatasync` of the same bytes, what fifty waiting clients gain,
//! and how long it takes from nothing to a welcome at 420 000 values.
//!
//! Set `SMOTR_BENCH_DIR` to a folder on the disk to be measured; the default is the temporary folder.
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a benchmark that panics is a benchmark that failed"
)]

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver};
use std::time::{Duration, Instant};

use smotr::domain::command::{Command as Change, Seen, SetValue};
use smotr::domain::ids::{PeriodId, Seq};
use smotr::domain::record::{CommandId, Key};
use smotr::domain::state::{MOST_VALUES, State};
use smotr::domain::value::{Cell, Entry};
use smotr::exchange::demo::{Demo, Options};
use smotr::service::clock;
use smotr::service::engine::{Engine, Port, Setup, domain_rules};
use smotr::service::link::{Answer, Link as _, News, Request};
use smotr::store::disk::RealDisk;
use smotr::store::{Opening, Store};

const ACCOUNT: &str = "orlova";

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    if let [_, flag, periods, dir] = arguments.as_slice()
        && flag == "--memory"
    {
        return memory(periods.parse().unwrap(), Path::new(dir));
    }
    // `cargo bench -- --quick` (and `cargo test --benches`) build a small store and measure a little.
    let quick = std::env::args().any(|it| it == "--quick" || it == "--test")
        || !std::env::args().any(|it| it == "--bench");
    let home = std::env::var_os("SMOTR_BENCH_DIR").map_or_else(std::env::temp_dir, Into::into);
    let home = tempfile::tempdir_in(home).unwrap();
    let (rounds, options) = if quick {
        (40, Options::DEMO)
    } else {
        (400, Options::sized(700, 10))
    };
    commits(&home.path().join("small"), rounds);
    opening(&home.path().join("large"), options);
}

/// Writes a demo store.
fn make(dir: &Path, options: Options) {
    let how = Opening {
        account: ACCOUNT,
        now: clock::now().at,
        create: true,
    };
    let (mut store, ..) = Store::open(Arc::new(RealDisk), dir, how, &mut |_| {}).unwrap();
    let demo = Demo::new(options).unwrap().owned_by(ACCOUNT);
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

fn start(dir: &Path) -> Engine {
    let setup = Setup {
        config: None,
        disk: Arc::new(RealDisk),
        dir: dir.to_owned(),
        account: ACCOUNT.into(),
        founding: None,
        clock: clock::now,
        rules: domain_rules,
        most_values: MOST_VALUES,
    };
    Engine::start(setup, &mut |_| {}).unwrap().0
}

/// Somebody who enters numbers into one cell.
struct Client {
    port: Port,
    news: Receiver<(CommandId, Answer)>,
    cell: Cell,
    seen: Seen,
    next: u128,
    number: i64,
}

impl Client {
    fn join(engine: &Engine, cell: Cell, seen: Seen) -> Client {
        let (sender, news) = mpsc::channel();
        let tell = move |it| {
            if let News::Answer { id, answer } = it {
                let _ = sender.send((id, answer));
            }
        };
        let (port, _) = engine.join(ACCOUNT, tell).unwrap();
        Client {
            port,
            news,
            cell,
            seen,
            next: fastrand::u128(..),
            number: 0,
        }
    }

    fn send(&mut self) {
        self.next += 1;
        self.number = self.number % 90 + 1;
        let set = SetValue {
            cell: self.cell,
            seen: self.seen,
            entry: Entry::Ratio {
                numerator: self.number.into(),
                denominator: 100.into(),
            },
            note: None,
            source: None,
        };
        self.port.send(Request::Command {
            id: CommandId(self.next),
            command: Box::new(Change::SetValues(vec![set])),
        });
    }

    fn answer(&mut self) {
        match self.news.recv().unwrap() {
            (id, Answer::Done(commit)) if id.0 == self.next => self.seen = Seen::At(commit.seq),
            other => panic!("{other:?}"),
        }
    }
}

fn commits(dir: &Path, rounds: usize) {
    println!("-- durable commits");
    make(dir, Options::DEMO);
    let engine = start(dir);
    let cells = cells(&engine);
    let join = |(cell, seen): &(Cell, Seen)| Client::join(&engine, *cell, *seen);
    let mut clients: Vec<Client> = cells.iter().take(1).map(join).collect();
    clients[0].send();
    clients[0].answer();
    // One client and the bare file take turns, so that both meet the same disk.
    let journal = dir.join("journal/000001.smj");
    let before = fs::metadata(&journal).unwrap().len();
    let (mut bare, mut handed) = (Bare::new(dir.join("bare")), Bare::new(dir.join("handed")));
    let (asking, asked) = mpsc::channel::<usize>();
    let (answering, answered) = mpsc::channel();
    let handing = std::thread::spawn(move || {
        for size in asked {
            handed.append(size);
            answering.send(()).unwrap();
        }
    });
    let (mut one, mut plain, mut over) = (Vec::new(), Vec::new(), Vec::new());
    let mut size = 400;
    for round in 0..rounds {
        let begun = Instant::now();
        clients[0].send();
        clients[0].answer();
        one.push(begun.elapsed());
        if round == 0 {
            size = (fs::metadata(&journal).unwrap().len() - before) as usize;
        }
        let begun = Instant::now();
        bare.append(size);
        plain.push(begun.elapsed());
        let begun = Instant::now();
        asking.send(size).unwrap();
        answered.recv().unwrap();
        over.push(begun.elapsed());
    }
    drop(asking);
    handing.join().unwrap();
    let (one_median, plain_median) = (median(&mut one), median(&mut plain));
    println!(
        "one client, {size} bytes: median {one_median:.2?}; bare append and fdatasync {plain_median:.2?}; ratio {:.2} (figure: at most 1.3)",
        ratio(one_median, plain_median)
    );
    let over_median = median(&mut over);
    println!(
        "the same append on a thread that is asked and answers, as the engine is: {over_median:.2?}; ratio {:.2}",
        ratio(one_median, over_median)
    );

    let begun = Instant::now();
    for _ in 0..rounds {
        clients[0].send();
        clients[0].answer();
    }
    let alone = rounds as f64 / begun.elapsed().as_secs_f64();
    println!("commits in a second: one client {alone:.0}");
    for (many, figure) in [(10, ""), (50, " (figure: at least 5)")] {
        clients.extend(
            cells
                .iter()
                .skip(clients.len())
                .take(many - clients.len())
                .map(join),
        );
        assert_eq!(clients.len(), many);
        let turns = (rounds / 4).max(4);
        let begun = Instant::now();
        for _ in 0..turns {
            clients.iter_mut().for_each(Client::send);
            clients.iter_mut().for_each(Client::answer);
        }
        let together = (turns * many) as f64 / begun.elapsed().as_secs_f64();
        println!(
            "commits in a second: {many} waiting {together:.0}; ratio to one {:.1}{figure}",
            together / alone
        );
    }
    drop(clients);
    engine.close().unwrap();
}

/// A file that is appended to and synced, and is gone with it.
struct Bare(fs::File, PathBuf);

impl Bare {
    fn new(path: PathBuf) -> Bare {
        Bare(fs::File::create(&path).unwrap(), path)
    }

    fn append(&mut self, size: usize) {
        self.0.write_all(&vec![7; size]).unwrap();
        self.0.sync_data().unwrap();
    }
}

impl Drop for Bare {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.1);
    }
}

/// Cells of ratios in the open period, with what somebody sees there.
fn cells(engine: &Engine) -> Vec<(Cell, Seen)> {
    let (sender, news) = mpsc::channel();
    let tell = move |it| drop(sender.send(it));
    let (port, mut welcome) = engine.join(ACCOUNT, tell).unwrap();
    let period = open_period(&welcome.state);
    port.send(Request::Shard(period));
    while let Ok(it) = news.recv() {
        if let News::Shard { shard, .. } = it {
            welcome.state.load_shard(period, shard);
            break;
        }
    }
    let state = welcome.state;
    let (_, first) = (state.indicators.iter())
        .find(|(_, it)| it.code == "6.2")
        .map(|((edition, id), _)| (*edition, *id))
        .unwrap();
    smotr::analysis::rows::rows(&state, period, first)
        .iter()
        .filter_map(|row| row.cell(period, first))
        .map(|cell| {
            let stamp = state.stamp(Key::Value(cell));
            (cell, stamp.map_or(Seen::Absent, |it| Seen::At(it.rev)))
        })
        .collect()
}

fn open_period(state: &State) -> PeriodId {
    let mut open = state
        .periods
        .iter()
        .filter(|(_, it)| it.state.takes_values());
    *open.next().unwrap().0
}

fn opening(dir: &Path, options: Options) {
    println!(
        "-- {} organisations, {} years",
        options.organisations, options.years
    );
    let begun = Instant::now();
    make(dir, options);
    println!("made in {:.1?}", begun.elapsed());
    let (mut welcomes, mut shards) = (Vec::new(), Vec::new());
    for _ in 0..5 {
        let begun = Instant::now();
        let engine = start(dir);
        let (sender, news) = mpsc::channel();
        let tell = move |it| drop(sender.send(it));
        let (port, mut welcome) = engine.join(ACCOUNT, tell).unwrap();
        welcomes.push(begun.elapsed());
        let begun = Instant::now();
        let periods: Vec<PeriodId> = welcome.state.periods.keys().rev().copied().collect();
        // The shown period and the one before it: all that a first frame needs.
        for period in &periods[..periods.len().min(2)] {
            port.send(Request::Shard(*period));
            take_shard(&news, &mut welcome.state);
        }
        shards.push(begun.elapsed());
        engine.close().unwrap();
    }
    println!(
        "start to welcome: median {:.1?}; its two periods: median {:.1?}",
        median(&mut welcomes),
        median(&mut shards)
    );
    // In a process of its own: this one has made the store and keeps what the allocator has.
    for periods in ["2", "1000"] {
        let child = Command::new(std::env::current_exe().unwrap())
            .args(["--memory", periods, dir.to_str().unwrap()])
            .output()
            .unwrap();
        print!("{}", String::from_utf8(child.stdout).unwrap());
    }
}

/// The child: opens the store, takes the last periods in as an interface does, and says how large it is then.
fn memory(periods: usize, dir: &Path) {
    let engine = start(dir);
    let (sender, news) = mpsc::channel();
    let tell = move |it| drop(sender.send(it));
    let (port, mut welcome) = engine.join(ACCOUNT, tell).unwrap();
    let before = resident();
    let all: Vec<PeriodId> = welcome.state.periods.keys().rev().copied().collect();
    let mut values = 0;
    for period in all.into_iter().take(periods) {
        port.send(Request::Shard(period));
        take_shard(&news, &mut welcome.state);
        values += welcome.state.shard(period).unwrap().len();
    }
    println!(
        "{values} values in memory: {} MB resident, {before} MB at the welcome (figure: at most 150)",
        resident()
    );
    engine.close().unwrap();
}

fn take_shard(news: &Receiver<News>, state: &mut State) {
    while let Ok(it) = news.recv() {
        if let News::Shard { period, shard, .. } = it {
            state.load_shard(period, shard);
            break;
        }
    }
}

/// Resident memory of this process, in MB.
fn resident() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find(|it| it.starts_with("VmRSS:")).unwrap();
    let kilobytes: u64 = line.split_whitespace().nth(1).unwrap().parse().unwrap();
    kilobytes / 1024
}

fn median(times: &mut [Duration]) -> Duration {
    times.sort();
    times[times.len() / 2]
}

fn ratio(a: Duration, b: Duration) -> f64 {
    a.as_secs_f64() / b.as_secs_f64()
}
