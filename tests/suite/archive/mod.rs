//! Archives: what is written is the whole journal; what was damaged is found; what fails half-way leaves no archive.

mod beside;
mod daily;
mod restore;

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;
use std::sync::Arc;

use smotr::domain::ids::Timestamp;
use smotr::store::archive::{ArchiveError, View, check, compare, write};
use smotr::store::disk::RealDisk;
use smotr::store::{Opening, Store};

use crate::support::commits::Model;
use crate::support::damage::spoil;
use crate::support::faulty_disk::{Failing, FaultyDisk};
use crate::support::rounds;

const DAMAGES: usize = 600;

/// A store with so many more groups of random commits.
fn grow(dir: &Path, model: &mut Model, groups: u64) {
    let how = Opening {
        account: "orlova",
        now: Timestamp(1_763_900_000_000),
        create: true,
    };
    let (mut store, _, _) = Store::open(Arc::new(RealDisk), dir, how, &mut |_| {}).unwrap();
    let mut rng = fastrand::Rng::with_seed(groups);
    for _ in 0..groups {
        let mut group = Vec::new();
        for _ in 0..rng.usize(1..5) {
            let commit = model.next(&mut rng, 4);
            model.take(commit.clone());
            group.push(commit);
        }
        store.append_group(&group).unwrap();
    }
    store.close().unwrap();
}

fn view(dir: &Path) -> View {
    View::of(Arc::new(RealDisk), dir).unwrap()
}

fn names(dir: &Path) -> Vec<String> {
    let entries = fs::read_dir(dir).unwrap();
    entries
        .map(|it| it.unwrap().file_name().into_string().unwrap())
        .collect()
}

/// A folder with a store in `data` and an archive of it in `out/it`.
fn archived(groups: u64) -> (tempfile::TempDir, Model) {
    let dir = tempfile::tempdir().unwrap();
    let mut model = Model::default();
    grow(&dir.path().join("data"), &mut model, groups);
    fs::create_dir(dir.path().join("out")).unwrap();
    let view = view(&dir.path().join("data"));
    let written = write(&RealDisk, &view, &dir.path().join("out/it"), false).unwrap();
    assert_eq!(written.commits, model.commits.len() as u64);
    (dir, model)
}

#[test]
fn an_archive_is_private_whole_and_stays_the_beginning_of_its_store() {
    let (dir, mut model) = archived(30);
    let (data, it) = (dir.path().join("data"), dir.path().join("out/it"));
    assert_eq!(names(&dir.path().join("out")), ["it"]);
    let mode = fs::metadata(&it).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
    let before = check(&RealDisk, &it).unwrap();
    let changes: usize = model.commits.iter().map(|it| it.changes.len()).sum();
    assert_eq!(before.changes, changes as u64);
    grow(&data, &mut model, 5);
    assert_eq!(compare(&RealDisk, &view(&data), &it).unwrap(), before);
}

#[test]
fn any_reader_of_zstd_finds_the_lines_and_the_checksum_in_the_last() {
    use sha2::Digest as _;
    let (dir, model) = archived(10);
    let bytes = fs::read(dir.path().join("out/it")).unwrap();
    let text = zstd::stream::decode_all(bytes.as_slice()).unwrap();
    let text = String::from_utf8(text).unwrap();
    let lines: Vec<serde_json::Value> = text
        .lines()
        .map(|it| serde_json::from_str(it).unwrap())
        .collect();
    assert_eq!(lines.len(), model.commits.len() + 2);
    for (line, commit) in lines[1..].iter().zip(&model.commits) {
        assert_eq!(line["actor"], commit.actor.0);
        assert_eq!(line["time"], commit.time.0);
        let after: Vec<_> = (commit.changes.iter())
            .map(|it| {
                it.after
                    .as_ref()
                    .map(|it| serde_json::to_value(it).unwrap())
            })
            .collect();
        for (change, after) in line["changes"].as_array().unwrap().iter().zip(after) {
            assert_eq!(change.get("after").cloned(), after);
        }
    }
    let last = text.lines().last().unwrap();
    let body = text.strip_suffix(&format!("{last}\n")).unwrap();
    let digest = sha2::Sha256::digest(body.as_bytes());
    let hex: String = digest.iter().map(|it| format!("{it:02x}")).collect();
    assert_eq!(lines.last().unwrap()["sha256"], hex);
}

/// Damages an archive again and again; how often this reader took the damaged one for another archive than was written.
fn believed(reader: impl Fn(&Path) -> Option<Vec<u8>>) -> usize {
    let (dir, _) = archived(12);
    let it = dir.path().join("out/it");
    let (bytes, whole) = (fs::read(&it).unwrap(), reader(&it).unwrap());
    let mut rng = fastrand::Rng::with_seed(13);
    let mut believed = 0;
    for _ in 0..rounds(DAMAGES) {
        let mut spoilt = bytes.clone();
        let how = spoil(&mut rng, &mut spoilt);
        fs::write(&it, &spoilt).unwrap();
        let found = reader(&it);
        assert!(spoilt != bytes || found.is_some(), "{how}");
        believed += usize::from(found.is_some_and(|it| spoilt != bytes && it != whole));
    }
    believed
}

#[test]
fn no_damage_of_an_archive_passes() {
    let believed = believed(|it| match check(&RealDisk, it) {
        // Any damaged one that passes is another one.
        Ok(_) => Some(fs::read(it).unwrap()),
        Err(ArchiveError::Damaged { .. }) => None,
        Err(error) => panic!("{error}"),
    });
    assert_eq!(believed, 0);
}

#[test]
fn planted_a_reader_that_believes_the_lines_is_caught() {
    let frames = |bytes: &[u8]| {
        let mut text = Vec::new();
        let mut decoder = zstd::stream::Decoder::new(bytes).ok()?;
        // Whoever reads as far as it goes is content with what came.
        let _ = std::io::copy(&mut decoder, &mut text);
        Some(text)
    };
    let caught = believed(|it| frames(&fs::read(it).unwrap()));
    assert!(caught > rounds(DAMAGES) / 10, "{caught}");
}

#[test]
fn lines_that_were_changed_and_sealed_again_are_found_by_what_is_in_them() {
    use sha2::Digest as _;
    let (dir, _) = archived(8);
    let it = dir.path().join("out/it");
    let bytes = fs::read(&it).unwrap();
    let text = String::from_utf8(zstd::stream::decode_all(bytes.as_slice()).unwrap()).unwrap();
    let seal = |text: &str| {
        let mut bytes = zstd::stream::encode_all(text.as_bytes(), 1).unwrap();
        let digest = sha2::Sha256::digest(&bytes);
        bytes.extend([0x50, 0x2A, 0x4D, 0x18, 32, 0, 0, 0]);
        bytes.extend(digest);
        fs::write(&it, bytes).unwrap();
        check(&RealDisk, &it)
    };
    seal(&text).unwrap();
    let lines: Vec<&str> = text.lines().collect();
    for n in 0..lines.len() {
        let mut fewer = lines.clone();
        fewer.remove(n);
        let found = seal(&(fewer.join("\n") + "\n"));
        assert!(
            matches!(found, Err(ArchiveError::Damaged { .. })),
            "without line {n}: {found:?}"
        );
    }
    for (from, to) in [("\"actor\":", "\"actor\":1"), ("\"time\":1", "\"time\":2")] {
        assert!(seal(&text.replacen(from, to, 1)).is_err(), "{from}");
    }
    let seq = format!("\"seq\":{}", view(&dir.path().join("data")).seq());
    let found = seal(&text.replacen(&seq, &format!("\"seq\":{}", u64::MAX), 1));
    assert!(
        matches!(found, Err(ArchiveError::Damaged { .. })),
        "{found:?}"
    );
    // A newer program may say more in its first line than this one knows.
    let newer = "\"smotr_archive\":999,\"keys\":[]";
    let here = format!("\"smotr_archive\":{}", smotr::store::archive::FORMAT);
    let found = seal(&text.replacen(&here, newer, 1));
    assert!(
        matches!(found, Err(ArchiveError::Newer { found: 999, .. })),
        "{found:?}"
    );
}

#[test]
fn an_archive_of_another_store_or_of_another_past_is_told_apart() {
    let (dir, _) = archived(6);
    let (other, _) = archived(6);
    let it = dir.path().join("out/it");
    let found = compare(&RealDisk, &view(&other.path().join("data")), &it);
    assert!(
        matches!(found, Err(ArchiveError::Differs { .. })),
        "{found:?}"
    );
}

#[test]
fn a_file_that_is_there_is_replaced_on_demand_only() {
    let (dir, _) = archived(3);
    let (view, it) = (view(&dir.path().join("data")), dir.path().join("out/it"));
    fs::write(&it, "somebody's own").unwrap();
    let refused = write(&RealDisk, &view, &it, false);
    assert!(matches!(refused, Err(ArchiveError::Exists { .. })));
    assert_eq!(fs::read(&it).unwrap(), b"somebody's own");
    write(&RealDisk, &view, &it, true).unwrap();
    compare(&RealDisk, &view, &it).unwrap();
}

#[test]
fn a_disk_that_refuses_leaves_no_archive_and_the_former_one_whole() {
    let (dir, _) = archived(10);
    let (view, it) = (view(&dir.path().join("data")), dir.path().join("out/it"));
    for failing in [Failing::Append, Failing::Sync] {
        let disk = FaultyDisk::default();
        disk.fail_next(failing);
        let failed = write(&disk, &view, &it, true);
        assert!(matches!(failed, Err(ArchiveError::Store(_))), "{failed:?}");
        assert_eq!(names(&dir.path().join("out")), ["it"]);
        compare(&RealDisk, &view, &it).unwrap();
    }
}
