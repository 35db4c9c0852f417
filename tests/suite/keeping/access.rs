//! The access log: a line for whatever was served, no name in it, and nobody who waits for it.

use std::fs;
use std::io;
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::mpsc::{self, Receiver};
use std::sync::{Arc, Mutex};

use chrono::Days;
use smotr::domain::command::Command;
use smotr::domain::ids::{Now, OrganisationId, Seq, Timestamp, UserId};
use smotr::domain::people::{Role, User};
use smotr::domain::record::{Key, Record};
use smotr::service::access::{Access, AccessLog, Asked, Did, Line, Page, Told, Why};
use smotr::service::config::{self, Config};
use smotr::service::link::{JournalFilter, Link as _, News, Request};
use smotr::store::disk::{Disk, DiskFile, RealDisk};

use super::{start, until};
use crate::support::desk::{Person, clock};
use crate::support::sim_disk::{SimDisk, Trouble};
use crate::support::world::{
    self, BELOVA, COUNT, EREMIN, GROMOV, OPEN, ORLOVA, SCHOOL_1, SCHOOL_2, SEROVA, VETROV, cell,
    entry, rev, set,
};

const LIMITS: config::Access = config::Access {
    days: 10,
    megabytes: 8,
};

fn lines_of(dir: &Path) -> Vec<Line> {
    let mut lines = Vec::new();
    for name in RealDisk.list(dir).unwrap() {
        let path = dir.join(name);
        assert_eq!(
            fs::metadata(&path).unwrap().permissions().mode() & 0o777,
            0o600
        );
        let text = fs::read_to_string(path).unwrap();
        lines.extend(
            text.lines()
                .map(|it| serde_json::from_str::<Line>(it).unwrap()),
        );
    }
    lines
}

fn config() -> Config {
    Config {
        archives: None,
        access: LIMITS,
    }
}

#[test]
fn whatever_is_served_has_a_line() {
    let dir = tempfile::tempdir().unwrap();
    let engine = start(Arc::new(RealDisk), dir.path(), clock, config());
    let mut orlova = Person::join(&engine, "orlova");
    let here = cell(COUNT, SCHOOL_1);
    let key = Key::Value(here);
    let conflict = set(&orlova.state, here, entry("5"));
    orlova.done(set(&orlova.state, here, entry("4")));
    orlova.act(conflict);
    orlova
        .port
        .send(Request::Looked(Key::Organisation(SCHOOL_1)));
    orlova.port.send(Request::Took(OPEN));
    orlova.port.send(Request::History { key, before: None });
    orlova.wait(|it| matches!(it, News::History { .. }));
    for filter in [JournalFilter::All, JournalFilter::By(BELOVA)] {
        orlova.port.send(Request::Journal {
            filter,
            before: None,
        });
        orlova.wait(|it| matches!(it, News::Journal { .. }));
    }
    // An export goes by pages: it is one, and is noted wherever it begins.
    for after in [orlova.state.meta.seq, Seq(0)] {
        orlova.port.send(Request::Commits { after });
        orlova.wait(|it| matches!(it, News::Commits { .. }));
    }
    let mut vetrov = Person::join_only(&engine, "vetrov");
    vetrov.act(set(&vetrov.state, cell(COUNT, SCHOOL_2), entry("4")));
    assert!(engine.join("ник\u{1b}[31mто\u{202e}", |_| {}).is_err());
    // What is refused is not shown.
    for asked in [&mut vetrov, &mut orlova] {
        asked.port.send(Request::Mentions(EREMIN));
        asked.wait(|it| matches!(it, News::Mentions { .. }));
    }
    // Whoever is let go has left, and does not come in again.
    let user = User {
        retired: true,
        ..orlova.state.users[&VETROV].body.clone()
    };
    let seen = rev(&orlova.state, Key::User(VETROV));
    let id = VETROV;
    orlova.done(Command::EditUser { id, seen, user });
    assert!(engine.join("vetrov", |_| {}).is_err());
    orlova.port.send(Request::AccessLog(Asked::default()));
    orlova.wait(|it| matches!(it, News::AccessLog(_)));
    drop(orlova);
    engine.close().unwrap();
    let lines = lines_of(&dir.path().join("access"));
    let did: Vec<(Option<UserId>, Did)> =
        lines.iter().map(|it| (it.user, it.did.clone())).collect();
    let refused = |why, key| Did::Refused { why, key };
    let by = |user, did| (Some(user), did);
    let expected = [
        by(ORLOVA, Did::Joined),
        by(ORLOVA, Did::Shard(OPEN)),
        by(ORLOVA, refused(Why::Conflict, Some(key))),
        by(ORLOVA, Did::Looked(Key::Organisation(SCHOOL_1))),
        by(ORLOVA, Did::Took(OPEN)),
        by(ORLOVA, Did::History(key)),
        by(ORLOVA, Did::Journal(JournalFilter::All)),
        by(ORLOVA, Did::Journal(JournalFilter::By(BELOVA))),
        by(ORLOVA, Did::Exported),
        by(VETROV, Did::Joined),
        by(VETROV, refused(Why::Rights, None)),
        (None, Did::stranger("ник\u{fffd}[31mто\u{fffd}")),
        by(VETROV, refused(Why::Rights, None)),
        by(ORLOVA, Did::Looked(Key::Person(EREMIN))),
        by(VETROV, Did::Left),
        by(VETROV, Did::NotAdmitted { account: None }),
        by(ORLOVA, Did::AccessLog),
        by(ORLOVA, Did::Left),
    ];
    assert_eq!(did, expected);
    assert!(lines.is_sorted_by_key(|it| it.at));
}

#[test]
fn no_name_and_no_text_is_in_it() {
    let dir = tempfile::tempdir().unwrap();
    let engine = start(Arc::new(RealDisk), dir.path(), clock, config());
    let mut orlova = Person::join(&engine, "orlova");
    let keys: Vec<Key> = world::records().iter().map(|it| it.0).collect();
    for key in keys {
        orlova.port.send(Request::Looked(key));
        orlova.port.send(Request::History { key, before: None });
        orlova.wait(|it| matches!(it, News::History { .. }));
    }
    drop(orlova);
    engine.close().unwrap();
    let text: String = lines_of(&dir.path().join("access"))
        .iter()
        .map(Line::json)
        .collect();
    let mut names = 0;
    for (_, record) in world::records() {
        let words = match record {
            Record::Person(it) => vec![it.surname, it.given, it.patronymic],
            Record::Organisation(it) => vec![it.name, it.full_name],
            Record::User(it) => vec![it.account],
            _ => Vec::new(),
        };
        for word in words.iter().filter(|it| !it.is_empty()) {
            assert!(!text.contains(word.as_str()), "{word}");
            names += 1;
        }
    }
    assert!(names > 20);
    // Not a letter of Russian, whatever else might hold a name.
    assert!(text.is_ascii());
}

#[test]
fn only_an_administrator_reads_it() {
    let dir = tempfile::tempdir().unwrap();
    let engine = start(Arc::new(RealDisk), dir.path(), clock, config());
    for (account, may) in [
        ("belova", false),
        ("gromov", false),
        ("dolin", false),
        ("serova", true),
    ] {
        let mut person = Person::join_only(&engine, account);
        person.port.send(Request::AccessLog(Asked::default()));
        let heard = person.wait(|it| matches!(it, News::AccessLog(_)));
        assert_eq!(
            heard == News::AccessLog(Told::Denied),
            !may,
            "{account}: {heard:?}"
        );
        if may {
            let News::AccessLog(Told::Page(page)) = heard else {
                panic!("{heard:?}");
            };
            let who: Vec<_> = page.lines.iter().filter_map(|it| it.user).collect();
            assert!(who.contains(&GROMOV) && who.contains(&SEROVA), "{page:?}");
            assert_eq!(page.unreadable, 0);
        }
    }
    engine.close().unwrap();
    let refused = Did::Refused {
        why: Why::Rights,
        key: None,
    };
    let lines = lines_of(&dir.path().join("access")).into_iter();
    let who: Vec<_> = lines.filter(|it| it.did == refused).collect();
    assert_eq!(who.len(), 3, "{who:?}");
}

#[test]
fn without_a_log_nothing_is_read_and_nothing_waits() {
    let (told, page) = mpsc::channel();
    Access::none(clock).note(Some(ORLOVA), Did::Joined);
    Access::none(clock).read(Asked::default(), move |it| drop(told.send(it)));
    assert_eq!(page.recv().unwrap(), Told::Unreadable);
}

fn read(access: &Access, asked: Asked) -> Page {
    let (tell, told) = mpsc::channel();
    access.read(asked, move |it| drop(tell.send(it)));
    match told.recv().unwrap() {
        Told::Page(page) => page,
        other => panic!("{other:?}"),
    }
}

/// All pages.
fn all(access: &Access, mut asked: Asked) -> Vec<Line> {
    let mut lines = Vec::new();
    loop {
        let page = read(access, asked.clone());
        assert_eq!(page.unreadable, 0);
        lines.extend(page.lines);
        match page.next {
            Some(next) => asked.from = Some(next),
            None => return lines,
        }
    }
}

static DAY: AtomicI64 = AtomicI64::new(0);

/// Days as a test sets them; it alone uses this clock.
fn day() -> Now {
    let day = DAY.load(Ordering::SeqCst);
    Now {
        at: Timestamp(1_779_540_000_000 + day * 86_400_000),
        today: world::date("2026-05-23") + Days::new(day as u64),
    }
}

#[test]
fn it_is_kept_by_day_and_size_and_asked_by_day_and_user() {
    let dir = tempfile::tempdir().unwrap();
    let access = dir.path().join("access");
    let limits = config::Access {
        days: 3,
        megabytes: 1,
    };
    let log = AccessLog::start(Arc::new(RealDisk), access.clone(), limits, day).unwrap();
    let way = log.way();
    for number in 0..5 {
        DAY.store(number, Ordering::SeqCst);
        way.note(Some(ORLOVA), Did::Joined);
        way.note(Some(BELOVA), Did::Shard(OPEN));
        read(&way, Asked::default());
    }
    let names = || RealDisk.list(&access).unwrap();
    let expected = ["2026-05-25.jsonl", "2026-05-26.jsonl", "2026-05-27.jsonl"];
    assert_eq!(names(), expected);
    assert_eq!(all(&way, Asked::default()).len(), 6);
    let asked = Asked {
        since: Some(Timestamp(1_779_540_000_000 + 3 * 86_400_000)),
        until: Some(Timestamp(1_779_540_000_000 + 4 * 86_400_000)),
        user: Some(BELOVA),
        from: None,
    };
    let found = all(&way, asked);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].did, Did::Shard(OPEN));
    // More than a megabyte in a day: the oldest goes, and what stays is not much less.
    for user in 0..20 {
        for id in 0..1_000 {
            let key = Key::Organisation(OrganisationId(id));
            way.note(Some(UserId(user)), Did::Looked(key));
        }
        read(&way, Asked::default());
    }
    let sizes = names()
        .into_iter()
        .map(|it| fs::metadata(access.join(it)).unwrap().len());
    let size: u64 = sizes.sum();
    assert!((400_000..=1 << 20).contains(&size), "{size}: {:?}", names());
    assert!(
        names().iter().all(|it| it.starts_with("2026-05-27-")),
        "{:?}",
        names()
    );
    drop(log);
}

static YEAR: AtomicI64 = AtomicI64::new(0);

/// A clock that a test lets go wrong.
fn years() -> Now {
    let days = YEAR.load(Ordering::SeqCst) * 365;
    Now {
        today: world::date("2026-05-23") + Days::new(days as u64),
        ..clock()
    }
}

#[test]
fn a_clock_that_is_wrong_once_takes_no_log_with_it() {
    let dir = tempfile::tempdir().unwrap();
    let access = dir.path().join("access");
    let log = AccessLog::start(Arc::new(RealDisk), access.clone(), LIMITS, years).unwrap();
    let way = log.way();
    for year in [0, 10, 0] {
        YEAR.store(year, Ordering::SeqCst);
        way.note(Some(ORLOVA), Did::Joined);
        read(&way, Asked::default());
    }
    assert_eq!(lines_of(&access).len(), 3);
    drop(log);
}

static HOUR: AtomicI64 = AtomicI64::new(0);

/// Hours as a test sets them; it alone uses this clock.
fn hour() -> Now {
    Now {
        at: Timestamp(1_779_540_000_000 + HOUR.load(Ordering::SeqCst) * 3_600_000),
        ..clock()
    }
}

#[test]
fn nobody_fills_it_by_asking_again_and_again() {
    const TIMES: u64 = 5_000;
    let dir = tempfile::tempdir().unwrap();
    let access = dir.path().join("access");
    let log = AccessLog::start(Arc::new(RealDisk), access.clone(), LIMITS, hour).unwrap();
    let way = log.way();
    let many = |user, did: Did| {
        for n in 0..TIMES {
            way.note(Some(user), did.clone());
            // Until it is written: what is lost because it comes too fast is another matter.
            if n % 1_000 == 0 {
                read(&way, Asked::default());
            }
        }
        read(&way, Asked::default());
    };
    let card = Did::Looked(Key::Organisation(SCHOOL_1));
    let refused = Did::Refused {
        why: Why::Rules,
        key: None,
    };
    let of = |user, is_it: &dyn Fn(&Did) -> bool| {
        let lines = all(&way, Asked::default()).into_iter();
        lines
            .filter(|it| it.user == Some(user) && is_it(&it.did))
            .count() as u64
    };
    // The same card is there once an hour, and each hour again.
    many(ORLOVA, card.clone());
    assert_eq!(of(ORLOVA, &|it| *it == card), 1);
    // What was refused is there each time, to a limit, which is nobody else's; then it is counted.
    many(BELOVA, refused.clone());
    let noted = of(BELOVA, &|it| *it == refused);
    assert!((1..TIMES).contains(&noted), "{noted}");
    way.note(Some(GROMOV), card.clone());
    assert_eq!(of(GROMOV, &|it| *it == card), 1);
    HOUR.store(1, Ordering::SeqCst);
    way.note(Some(ORLOVA), card.clone());
    way.note(Some(BELOVA), refused.clone());
    assert_eq!(of(ORLOVA, &|it| *it == card), 2);
    assert_eq!(of(BELOVA, &|it| *it == refused), noted + 1);
    assert_eq!(of(BELOVA, &|it| *it == Did::Skipped(TIMES - noted)), 1);
    // And the hour that has not ended is told at the end.
    many(BELOVA, refused);
    drop(log);
    let lines = lines_of(&access).into_iter();
    let lines: Vec<Line> = lines.filter(|it| it.user == Some(BELOVA)).collect();
    assert_eq!(counted(&lines), 2 * TIMES + 1);
}

#[test]
fn half_a_line_of_a_kill_is_joined_to_nothing() {
    let dir = tempfile::tempdir().unwrap();
    let access = dir.path().join("access");
    let file = || access.join(format!("{}.jsonl", clock().today));
    let note = || {
        let log = AccessLog::start(Arc::new(RealDisk), access.clone(), LIMITS, clock).unwrap();
        log.way().note(Some(ORLOVA), Did::Joined);
        log
    };
    drop(note());
    let mut text = fs::read_to_string(file()).unwrap();
    text.push_str("{\"at\":17795");
    fs::write(file(), &text).unwrap();
    let log = note();
    let page = read(&log.way(), Asked::default());
    assert_eq!((page.lines.len(), page.unreadable), (2, 1));
}

/// A disk that lets nobody write before it is told to.
#[derive(Clone)]
struct Slow(Arc<Mutex<Option<Receiver<()>>>>);

impl Disk for Slow {
    fn create_dir(&self, path: &Path) -> io::Result<()> {
        if let Some(gate) = self.0.lock().unwrap().take() {
            let _ = gate.recv();
        }
        RealDisk.create_dir(path)
    }
    fn list(&self, path: &Path) -> io::Result<Vec<String>> {
        RealDisk.list(path)
    }
    fn create(&self, path: &Path) -> io::Result<Box<dyn DiskFile>> {
        RealDisk.create(path)
    }
    fn open(&self, path: &Path) -> io::Result<Box<dyn DiskFile>> {
        RealDisk.open(path)
    }
    fn open_to_read(&self, path: &Path) -> io::Result<Box<dyn DiskFile>> {
        RealDisk.open_to_read(path)
    }
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        RealDisk.rename(from, to)
    }
    fn remove(&self, path: &Path) -> io::Result<()> {
        RealDisk.remove(path)
    }
    fn sync_dir(&self, path: &Path) -> io::Result<()> {
        RealDisk.sync_dir(path)
    }
    fn random(&self, buffer: &mut [u8]) -> io::Result<()> {
        RealDisk.random(buffer)
    }
}

/// How many lines there are, those that are said to be missing counted with them.
fn counted(lines: &[Line]) -> u64 {
    let each = lines.iter().map(|it| match it.did {
        Did::Skipped(n) => n,
        _ => 1,
    });
    each.sum()
}

#[test]
fn lines_that_come_too_fast_are_counted() {
    const NOTED: u64 = 10_000;
    let dir = tempfile::tempdir().unwrap();
    let (open, gate) = mpsc::channel();
    let disk = Slow(Arc::new(Mutex::new(Some(gate))));
    let access = dir.path().join("access");
    let log = AccessLog::start(Arc::new(disk), access.clone(), LIMITS, clock).unwrap();
    // Nobody waits here, though the disk hangs.
    for n in 0..NOTED {
        log.way().note(Some(UserId(n as u32)), Did::Joined);
    }
    drop(open);
    until("all of it is written", || {
        let (tell, told) = mpsc::channel();
        log.way()
            .read(Asked::default(), move |it| drop(tell.send(it)));
        matches!(told.recv().unwrap(), Told::Page(_))
    });
    let lines = lines_of(&access);
    assert!(lines.iter().any(|it| matches!(it.did, Did::Skipped(_))));
    assert_eq!(counted(&lines), NOTED);
}

#[test]
fn a_full_disk_costs_lines_and_nothing_else() {
    let dir = Path::new("/store");
    let disk = SimDisk::new(5).with_dir(dir);
    let log = AccessLog::start(Arc::new(disk.clone()), dir.join("access"), LIMITS, clock).unwrap();
    let way = log.way();
    let mut noted = 0;
    let mut note = |n: u64| {
        for _ in 0..n {
            way.note(Some(ORLOVA), Did::Joined);
            noted += 1;
        }
        // Until all of it has been tried.
        let (tell, told) = mpsc::channel();
        way.read(Asked::default(), move |it| drop(tell.send(it)));
        let _ = told.recv().unwrap();
    };
    note(3);
    disk.trouble_in(1, Trouble::NoRoom);
    note(5);
    note(2);
    disk.make_room();
    note(1);
    let page = read(&log.way(), Asked::default());
    let told = page.lines.iter().map(|it| &it.did);
    let lost: Vec<&Did> = told.filter(|it| **it != Did::Joined).collect();
    assert_eq!(lost, [&Did::Skipped(7)]);
    // What a full disk took of them may be there as well, each time to the middle of a line.
    assert!(counted(&page.lines) >= noted && page.unreadable <= 2);
}

#[test]
fn an_engine_whose_log_cannot_be_written_goes_on() {
    let dir = tempfile::tempdir().unwrap();
    fs::write(dir.path().join("access"), "no folder").unwrap();
    let engine = start(Arc::new(RealDisk), dir.path(), clock, config());
    let mut orlova = Person::join(&engine, "orlova");
    orlova.done(set(&orlova.state, cell(COUNT, SCHOOL_1), entry("4")));
    orlova.port.send(Request::AccessLog(Asked::default()));
    let heard = orlova.wait(|it| matches!(it, News::AccessLog(_)));
    assert_eq!(heard, News::AccessLog(Told::Unreadable));
    orlova.done(set(&orlova.state, cell(COUNT, SCHOOL_1), entry("5")));
    let role = Role::Administrator;
    assert!(orlova.state.users[&ORLOVA].body.roles.contains(&role));
    engine.close().unwrap();
    until("it is no folder", || dir.path().join("access").is_file());
}
