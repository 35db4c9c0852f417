//! Bytes of a store rot: in its journal, in what stands beside it, with its derived state and without. What comes of it is fine, or said;
//! nothing is lost without a word, and nothing is written over what is left.
//!
//! Damage of sled is in `store::damaged`, of an archive in `archive`.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use smotr::domain::ids::Timestamp;
use smotr::domain::record::Commit;
use smotr::store::journal::entry::{self, Bytes};
use smotr::store::journal::frame::{HEADER, Header};

use super::promise::open;
use crate::support::commits::Model;
use crate::support::damage::spoil;
use crate::support::{copy, rounds};

const CASES: usize = 600;
const SEED: u64 = 53;

/// What of a commit can be told from its entry alone.
type Outline = (u64, i64, u32, u128, Vec<Vec<u8>>);

/// What somebody comes to who opens the store and reads all of it.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Found {
    /// It does not open, and says why.
    Refused,
    /// It opens for reading only, and says what is damaged.
    ReadOnly,
    /// It opens; reading all of it finds the damage.
    ByReading,
    /// An end was cut off, and it says so; this is left.
    Torn(Vec<Outline>),
    /// It says nothing; this is what is there.
    Silent(Vec<Outline>),
}

fn outline(commit: &Commit) -> Outline {
    let labels = commit.changes.iter().map(|it| it.key.to_bytes()).collect();
    let Commit {
        seq,
        time: Timestamp(time),
        actor,
        command_id,
        ..
    } = commit;
    (seq.0, *time, actor.0, command_id.0, labels)
}

/// The store itself.
fn honest(dir: &Path, model: &Model) -> Found {
    let Ok((mut store, state, report)) = open(dir) else {
        return Found::Refused;
    };
    if report.damage.is_some() {
        assert!(!store.is_writable());
        return Found::ReadOnly;
    }
    let mut commits = Vec::new();
    let read = store.each_commit(|it| {
        commits.push(it);
        Ok(())
    });
    if read.is_err() || store.verify().is_err() {
        return Found::ByReading;
    }
    assert!(store.verify().is_ok_and(|it| it.is_good()));
    if commits.len() == model.commits.len() {
        assert!(state == model.state() && commits == model.commits);
    }
    let outlines = commits.iter().map(outline).collect();
    match report.torn {
        Some(_) => Found::Torn(outlines),
        None => Found::Silent(outlines),
    }
}

/// The planted bug: a store that believes the bytes, without their checksums and without their chain.
fn believing(dir: &Path, _: &Model) -> Found {
    const SEGMENT_HEADER: usize = 70;
    let bytes = fs::read(dir.join("journal/000001.smj")).unwrap();
    let mut rest = bytes.get(SEGMENT_HEADER..).unwrap_or_default();
    let mut outlines = Vec::new();
    while let Some((head, body)) = rest.split_first_chunk::<HEADER>()
        && let Ok(header) = Header::parse(head)
        && let Some((body, behind)) = body.split_at_checked(header.length as usize)
    {
        let mut body = Bytes::new(body);
        for _ in 0..header.count {
            let Some(it) = entry::decode(&mut body) else {
                break;
            };
            let labels = it.items.iter().map(|it| it.label.to_vec()).collect();
            let head = it.head;
            outlines.push((head.seq, head.time, head.actor, head.command_id, labels));
        }
        rest = behind;
    }
    Found::Silent(outlines)
}

/// What was acknowledged, and how it may be damaged.
struct Scene {
    dir: tempfile::TempDir,
    model: Model,
}

impl Scene {
    /// A store that was left in order.
    fn new() -> Scene {
        let dir = tempfile::tempdir().unwrap();
        let base = dir.path().join("base");
        let model = written(&base);
        Scene { dir, model }
    }

    /// Damages a copy and opens it; what was done, and what was found.
    fn case(&self, rng: &mut fastrand::Rng, opens: fn(&Path, &Model) -> Found) -> (String, Found) {
        let store = self.dir.path().join("store");
        let _ = fs::remove_dir_all(&store);
        copy(&self.dir.path().join("base"), &store);
        // Mostly the journal.
        let files = ["store.toml", "lock", "journal/000001.smj"];
        let name = files[rng.usize(..12).min(2)];
        let path = store.join(name);
        let mut what = format!("{name} ");
        if rng.u8(..30) == 0 && !name.starts_with("journal") {
            fs::remove_file(&path).unwrap();
            what += "gone";
        } else {
            let mut bytes = fs::read(&path).unwrap();
            what += &spoil(rng, &mut bytes);
            fs::write(&path, bytes).unwrap();
        }
        if rng.u8(..3) == 0 {
            fs::remove_file(store.join("clean")).unwrap();
            what += ", not closed";
        }
        // The journal is known by two others: what the derived state has of it, and what the lock says was acknowledged.
        if name.starts_with("journal") && rng.u8(..4) == 0 {
            fs::remove_dir_all(store.join("sled")).unwrap();
            what += ", without sled";
        }
        (what, opens(&store, &self.model))
    }

    /// Damages so many times; how often each came of it, and what was lost without a word.
    fn damage(&self, cases: usize, opens: fn(&Path, &Model) -> Found) -> (Sums, Vec<String>) {
        let mut rng = fastrand::Rng::with_seed(SEED);
        let whole: Vec<Outline> = self.model.commits.iter().map(outline).collect();
        let (mut sums, mut lost) = (Sums::new(), Vec::new());
        for number in 0..cases {
            let (what, found) = self.case(&mut rng, opens);
            let (name, left) = match &found {
                Found::Refused => ("refused", None),
                Found::ReadOnly => ("read only", None),
                Found::ByReading => ("found by reading", None),
                Found::Torn(left) => ("torn", Some(left)),
                Found::Silent(left) => ("fine", Some(left)),
            };
            *sums.entry(name).or_default() += 1;
            // What was cut off as torn must be what nobody was told is saved, and here everybody was.
            if left.is_some_and(|it| *it != whole) {
                lost.push(format!("case {number}: {what}: {name}"));
            }
        }
        (sums, lost)
    }
}

type Sums = BTreeMap<&'static str, usize>;

fn written(dir: &Path) -> Model {
    let mut model = Model::default();
    let mut rng = fastrand::Rng::with_seed(SEED);
    let how = smotr::store::Opening {
        account: "orlova",
        now: Timestamp(1_779_540_000_000),
        create: true,
    };
    let disk = std::sync::Arc::new(smotr::store::disk::RealDisk);
    let (mut store, ..) = smotr::store::Store::open(disk, dir, how, &mut |_| {}).unwrap();
    for _ in 0..40 {
        let mut group = Vec::new();
        for _ in 0..rng.usize(1..4) {
            let commit = model.next(&mut rng, 4);
            model.take(commit.clone());
            group.push(commit);
        }
        store.append_group(&group).unwrap();
    }
    store.close().unwrap();
    model
}

#[test]
fn nothing_is_lost_without_a_word_whatever_byte_of_a_store_rots() {
    let scene = Scene::new();
    let (sums, lost) = scene.damage(rounds(CASES), honest);
    println!("{sums:?}");
    assert!(lost.is_empty(), "{lost:#?}");
    assert!(sums.len() > 2, "{sums:?}");
}

#[test]
fn planted_a_store_that_believes_its_bytes_is_caught() {
    let scene = Scene::new();
    let (_, lost) = scene.damage(rounds(CASES), believing);
    assert!(lost.len() > rounds(CASES) / 4, "{}", lost.len());
}
