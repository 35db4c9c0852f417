//! Unfinished input of two windows of one account: neither takes the other's words away, whoever is killed or cut off.

use smotr::domain::ids::Timestamp;
use smotr::service::link::{Kept, KeptSet, Link, News, Request, Slot, Unsaved};
use smotr::service::unsaved::UnsavedFiles;
use smotr::tui::draft::Drafts;

use super::{opening, sit_down};
use crate::support::desk::Person;
use crate::support::world::ORLOVA;

fn slot(place: &str, window: u64) -> Slot {
    Slot {
        place: place.to_owned(),
        window,
    }
}

fn typed(place: &str, window: u64, at: i64, text: &str) -> Kept {
    Kept::typed(window, input(place, at, text))
}

fn input(place: &str, at: i64, text: &str) -> Unsaved {
    Unsaved {
        place: place.to_owned(),
        fields: vec![("entry".to_owned(), text.to_owned())],
        at: Timestamp(at),
    }
}

fn gone(place: &str, window: u64, at: i64) -> Kept {
    Kept {
        slot: slot(place, window),
        at: Timestamp(at),
        fields: None,
    }
}

fn live(kept: Vec<Kept>) -> Vec<Kept> {
    kept.into_iter().filter(|it| it.fields.is_some()).collect()
}

fn keep<L: Link>(person: &mut Person<L>, word: Kept) {
    let slot = word.slot.clone();
    person.port.send(Request::KeepUnsaved(vec![word]));
    // Not the news of what another window has kept.
    person.wait(|it| matches!(it, News::Unsaved(kept) if kept.iter().any(|it| it.slot == slot)));
}

#[test]
fn two_windows_of_one_account_keep_what_each_has_typed() {
    let dir = tempfile::tempdir().unwrap();
    let mut first = sit_down(opening(dir.path(), "orlova", "orlova"));
    let mut second = sit_down(opening(dir.path(), "orlova", "orlova"));
    keep(&mut first, typed("cell 2 1", 1, 10, "21/2"));
    // The other window is told of it.
    let told = second.wait(|it| matches!(it, News::Unsaved(_)));
    assert_eq!(told, News::Unsaved(vec![typed("cell 2 1", 1, 10, "21/2")]));
    keep(&mut second, typed("cell 2 1", 2, 11, "7"));
    keep(&mut second, typed("cell 2 2", 2, 12, "8"));
    keep(&mut first, typed("cell 2 1", 1, 13, "21/24"));
    // Thrown away in the second, whoever has typed it.
    keep(&mut second, gone("cell 2 2", 2, 14));
    second.port.close().unwrap();
    first.port.close().unwrap();
    let kept = UnsavedFiles::of(dir.path()).read(ORLOVA);
    let both = [
        typed("cell 2 1", 1, 13, "21/24"),
        typed("cell 2 1", 2, 11, "7"),
    ];
    assert_eq!(live(kept), both);
}

#[test]
fn a_window_that_was_cut_off_does_not_bring_back_what_another_has_thrown_away() {
    let dir = tempfile::tempdir().unwrap();
    let mut first = sit_down(opening(dir.path(), "orlova", "orlova"));
    let mut second = sit_down(opening(dir.path(), "orlova", "orlova"));
    keep(&mut second, typed("cell 2 1", 2, 10, "7"));
    keep(&mut first, gone("cell 2 1", 2, 11));
    // The second has not heard of it, was cut off and hands over what it has.
    keep(&mut second, typed("cell 2 1", 2, 10, "7"));
    // What it has typed since stands.
    keep(&mut second, typed("cell 2 3", 2, 12, "9"));
    first.port.close().unwrap();
    second.wait(|it| matches!(it, News::Again(_)));
    let kept = UnsavedFiles::of(dir.path()).read(ORLOVA);
    assert_eq!(live(kept), [typed("cell 2 3", 2, 12, "9")]);
    second.port.close().unwrap();
}

#[test]
fn two_windows_without_a_server_write_one_file() {
    let dir = tempfile::tempdir().unwrap();
    let files = UnsavedFiles::of(dir.path());
    std::thread::scope(|scope| {
        for window in 1..=4 {
            let files = files.clone();
            scope.spawn(move || {
                for at in 1..=25 {
                    let word = typed("cell 2 1", window, at, &at.to_string());
                    files.merge(ORLOVA, vec![word]).unwrap();
                }
            });
        }
    });
    let kept = files.read(ORLOVA);
    let texts = (1..=4).map(|window| typed("cell 2 1", window, 25, "25"));
    assert_eq!(kept, texts.collect::<Vec<_>>());
    // Handed over, it is let go, but for what was typed since.
    assert!(!files.settle(ORLOVA, &kept[1..]).unwrap());
    assert!(files.settle(ORLOVA, &kept).unwrap());
}

#[test]
fn what_the_release_before_has_kept_comes_back() {
    let dir = tempfile::tempdir().unwrap();
    std::fs::create_dir(dir.path().join("unsaved")).unwrap();
    let before =
        r#"{"version":1,"inputs":[{"place":"cell 2 1","fields":[["entry","21/"]],"at":5}]}"#;
    std::fs::write(dir.path().join("unsaved/1.json"), before).unwrap();
    let files = UnsavedFiles::of(dir.path());
    assert_eq!(files.read(ORLOVA), [typed("cell 2 1", 0, 5, "21/")]);
}

/// Two windows and an engine between them, where any message may be late or lost with a connection: nothing that stands in one of
/// them is missing at the end, and nothing that was thrown away is back.
fn any_order(seed: u64, merge: impl Fn(&mut KeptSet, Kept) -> bool) -> Result<(), String> {
    let mut dice = fastrand::Rng::with_seed(seed);
    let mut engine = KeptSet::default();
    let mut windows = [1, 2].map(|it| Drafts::new(it, Vec::new()));
    // What is on its way to each window.
    let mut news: [Vec<Vec<Kept>>; 2] = Default::default();
    let (mut now, mut thrown) = (0, Vec::new());
    for step in 0..400 {
        now += 1;
        let who = dice.usize(0..2);
        let place = format!("cell 2 {}", dice.u8(0..3));
        match dice.u8(0..8) {
            0..=2 => windows[who].put(input(&place, now, &format!("{who}-{step}"))),
            3 => {
                let taken = windows[who].take(&place);
                thrown.extend(taken.map(|it| it.fields[0].1.clone()));
            }
            4..=5 => {
                let words = windows[who].to_keep(Vec::new(), Timestamp(now));
                // The line is cut before it arrives.
                if dice.u8(0..4) == 0 {
                    windows[who].not_kept();
                    news[who].clear();
                    let all: Vec<Kept> = engine.iter().cloned().collect();
                    windows[who].hear(&all);
                    continue;
                }
                let told: Vec<Kept> = (words.into_iter())
                    .filter_map(|it| {
                        let slot = it.slot.clone();
                        merge(&mut engine, it);
                        engine.get(&slot).cloned()
                    })
                    .collect();
                news.iter_mut().for_each(|it| it.push(told.clone()));
            }
            _ => {
                if !news[who].is_empty() {
                    let told = news[who].remove(0);
                    windows[who].hear(&told);
                }
            }
        }
    }
    // All is said and heard.
    for _ in 0..3 {
        for who in 0..2 {
            windows[who].not_kept();
            for it in windows[who].to_keep(Vec::new(), Timestamp(now + 1)) {
                merge(&mut engine, it);
            }
            let all: Vec<Kept> = engine.iter().cloned().collect();
            windows.iter_mut().for_each(|it| it.hear(&all));
        }
    }
    let texts = |it: &Drafts| -> Vec<String> {
        let texts = it.all().map(|(_, it)| it.fields[0].1.clone());
        texts.collect()
    };
    if texts(&windows[0]) != texts(&windows[1]) {
        return Err(format!("{seed}: the windows differ"));
    }
    if let Some(back) = texts(&windows[0]).iter().find(|it| thrown.contains(it)) {
        return Err(format!("{seed}: {back} is back"));
    }
    Ok(())
}

#[test]
fn whatever_is_late_or_lost_nothing_thrown_away_comes_back() {
    for seed in 0..300 {
        any_order(seed, KeptSet::merge).unwrap();
    }
}

#[test]
fn planted_an_engine_that_takes_whatever_comes_last_is_caught() {
    let careless = |set: &mut KeptSet, word: Kept| {
        let mut all: Vec<Kept> = set.iter().cloned().collect();
        all.retain(|it| it.slot != word.slot);
        *set = all.into_iter().chain([word]).collect();
        true
    };
    assert!((0..300).any(|seed| any_order(seed, careless).is_err()));
}
