//! The format of a store: it rises with what a record can say, and in a store that is there before any of that is written.

use std::collections::BTreeMap;

use smotr::store::{FORMAT, archive, codec};

use super::*;
use crate::support::sim_disk::{Planted, SimDisk, Trouble};

/// Kinds of records and their versions that each format has brought. That of a released version is never changed.
const BROUGHT: [(u32, &[(Kind, u8)]); 7] = [
    (
        1,
        &[
            (Kind::Settings, 1),
            (Kind::Edition, 1),
            (Kind::Direction, 1),
            (Kind::Indicator, 1),
            (Kind::BaseQuantity, 1),
            (Kind::BaseValue, 1),
            (Kind::Reference, 1),
            (Kind::Organisation, 1),
            (Kind::Person, 1),
            (Kind::Appointment, 1),
            (Kind::Period, 1),
            (Kind::Value, 1),
            (Kind::Recommendation, 1),
            (Kind::Decision, 1),
            (Kind::Assignment, 1),
            (Kind::Report, 1),
            (Kind::Document, 1),
            (Kind::Requirement, 1),
            (Kind::Citation, 1),
            (Kind::User, 1),
        ],
    ),
    (2, &[(Kind::User, 2), (Kind::Deputy, 1)]),
    (
        3,
        &[
            (Kind::Edition, 2),
            (Kind::Direction, 2),
            (Kind::Indicator, 2),
            (Kind::BaseQuantity, 2),
            (Kind::Organisation, 2),
            (Kind::Period, 2),
            (Kind::Results, 1),
            (Kind::ResultRow, 1),
            (Kind::Correction, 1),
            (Kind::Objection, 1),
            (Kind::Qualification, 1),
            (Kind::Attestation, 1),
            (Kind::Contract, 1),
            (Kind::Candidate, 1),
        ],
    ),
    (
        4,
        &[
            (Kind::Indicator, 3),
            (Kind::Results, 2),
            (Kind::ResultRow, 2),
            (Kind::Correction, 2),
        ],
    ),
    (5, &[(Kind::Results, 3), (Kind::ResultRow, 3)]),
    (
        6,
        &[
            (Kind::Rule, 1),
            (Kind::Confirmation, 1),
            (Kind::Collection, 1),
            (Kind::Alias, 1),
            (Kind::BroughtFile, 1),
            (Kind::BroughtFile, 2),
        ],
    ),
    (
        7,
        &[
            (Kind::Requirement, 2),
            (Kind::Citation, 2),
            (Kind::Section, 1),
            (Kind::Round, 1),
            (Kind::Goal, 1),
            (Kind::AnalysisNote, 1),
            (Kind::Activity, 1),
            (Kind::Review, 1),
        ],
    ),
];

/// Variants of all enums that the last of them knows.
const VARIANTS: usize = 206;

/// Once a version is released with a format, whatever is new takes the next one: here, and of an archive, which holds the same records.
#[test]
fn whatever_a_former_program_cannot_read_has_raised_the_format() {
    let mut known = BTreeMap::new();
    for (kind, version) in BROUGHT.iter().flat_map(|it| it.1) {
        known.insert(*kind as u8, *version);
    }
    let today = Kind::ALL.map(|it| (it as u8, codec::version(it)));
    assert_eq!(known, today.into_iter().collect());
    let variants = codec::variants().into_iter().map(|it| it.1.len());
    assert_eq!(variants.sum::<usize>(), VARIANTS);
    assert_eq!(BROUGHT.map(|it| it.0).last(), Some(&FORMAT));
    assert_eq!(archive::FORMAT, FORMAT);
}

fn format_of(text: &str) -> u32 {
    let line = text.lines().find_map(|it| it.strip_prefix("format = "));
    line.unwrap().parse().unwrap()
}

/// As a former program has made it.
fn former(text: &str) -> String {
    text.replace(&format!("format = {FORMAT}"), "format = 1")
}

#[test]
fn a_store_of_a_former_format_is_raised_before_the_first_write_and_not_by_reading() {
    let dir = folder();
    let mut model = written(dir.path(), 5, 5);
    let file = dir.path().join("store.toml");
    let read = || fs::read_to_string(&file).unwrap();
    let today = read();
    assert_eq!(format_of(&today), FORMAT);
    fs::write(&file, former(&today)).unwrap();

    let (mut store, state, _) = open(dir.path());
    check(&mut store, &state, &model);
    store.close().unwrap();
    assert_eq!(read(), former(&today), "nothing new has been written");

    // What cannot be raised is not written either; it says why, and it goes on as soon as it can be.
    let disk = FaultyDisk::default();
    let (mut store, ..) =
        Store::open(Arc::new(disk.clone()), dir.path(), HOW, &mut |_| {}).unwrap();
    for failing in [Failing::Append, Failing::Sync] {
        disk.fail_next(failing);
        let next = model.next(&mut fastrand::Rng::with_seed(5), 3);
        let refused = store.append_group(&[next]);
        assert!(
            matches!(refused, Err(AppendError::Refused(_))),
            "{refused:?}"
        );
        assert_eq!(read(), former(&today));
    }
    write(&mut store, &mut model, &mut fastrand::Rng::with_seed(6), 1);
    assert_eq!(read(), today, "it is the same store");
    store.close().unwrap();
    let (mut store, state, _) = open(dir.path());
    check(&mut store, &state, &model);
}

/// Writes into a store of a former format; the power goes at the n-th call of it. How many calls there were, and what is wrong then.
fn raised_without_power(seed: u64, n: u64, planted: Option<Planted>) -> Result<u64, String> {
    let dir = crate::support::in_memory();
    let disk = SimDisk::new(seed).with_dir(dir.path());
    let open = || Store::open(Arc::new(disk.clone()), dir.path(), HOW, &mut |_| {});
    open().unwrap().0.close().unwrap();
    let file = dir.path().join("store.toml");
    let says = || String::from_utf8(disk.contents(&file).unwrap()).unwrap();
    disk.damage(&file, |it| {
        *it = former(&String::from_utf8_lossy(it)).into_bytes()
    });
    let (mut store, ..) = open().unwrap();
    disk.plant(planted);
    let begun = disk.calls();
    disk.trouble_in(n, Trouble::PowerCut);
    let key = cell(1);
    let next = commit(1, 1, vec![change(key, None, value(7))]);
    let written = store.append_group(&[next]).is_ok();
    let calls = disk.calls() - begun;
    drop(store);
    disk.restart();
    disk.plant(None);
    // sled lies on the real disk, which knows of no power cut.
    let _ = fs::remove_dir_all(dir.path().join("sled"));
    let (store, state, _) = open().map_err(|error| format!("call {n}: {error}"))?;
    let is_there = state.meta.seq == Seq(1);
    if written && !is_there {
        return Err(format!("call {n}: what was written is lost"));
    }
    if is_there && format_of(&says()) < FORMAT {
        return Err(format!("call {n}: a former program would read it"));
    }
    store.close().map_err(|error| error.to_string())?;
    Ok(calls)
}

/// Every call of some lives; what was wrong.
fn raised_at_every_call(planted: Option<Planted>) -> Vec<String> {
    let mut wrong = Vec::new();
    for seed in 0..20 {
        let calls = raised_without_power(seed, u64::MAX / 2, None).unwrap();
        for n in 1..=calls + 1 {
            wrong.extend(raised_without_power(seed, n, planted).err());
        }
    }
    wrong
}

#[test]
fn a_power_cut_at_every_call_leaves_nothing_new_in_a_former_format() {
    assert_eq!(raised_at_every_call(None), [""; 0]);
}

#[test]
fn planted_a_raised_format_that_is_not_durable_is_caught() {
    let wrong = raised_at_every_call(Some(Planted::NoSyncDir));
    let caught = wrong.iter().filter(|it| it.contains("a former program"));
    assert!(caught.count() > 5, "{wrong:#?}");
}
