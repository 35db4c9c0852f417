//! What was promised, held against what is found: everything acknowledged is there, everything is there at most once, and the store is
//! whole and goes on.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::{Command as Process, Stdio};
use std::sync::Arc;

use smotr::domain::ids::Timestamp;
use smotr::domain::state::State;
use smotr::service::identity;
use smotr::service::link::Answer;
use smotr::store::disk::RealDisk;
use smotr::store::{Damage, OpenReport, Opening, Store, StoreError};

use super::writer::{At, Said, Word, advice, sit_down};

/// Opens what is there, as it is.
pub fn open(dir: &Path) -> Result<(Store, State, OpenReport), StoreError> {
    let how = Opening {
        account: &identity::account(),
        now: Timestamp(1_779_540_000_000),
        create: false,
    };
    Store::open(Arc::new(RealDisk), dir, how, &mut |_| {})
}

/// Whether the promises are kept by the store in a folder; an error says which one is not. Writes one more recommendation.
pub fn check(dir: &Path, said: &[Said]) -> Result<(), String> {
    goes_on(dir)?;
    let (mut store, state, report) = open(dir).map_err(|it| format!("does not open: {it}"))?;
    if let Some(Damage { fault, .. }) = report.damage {
        return Err(format!("damaged: {fault:?}"));
    }
    holds(&state, said)?;
    let found = store.verify().map_err(|it| it.to_string())?;
    if !found.is_good() {
        return Err(format!("not whole: {found:?}"));
    }
    store.close().map_err(|it| it.to_string())
}

/// Whether what is there is what was promised.
pub fn holds(state: &State, said: &[Said]) -> Result<(), String> {
    let mut times: BTreeMap<&str, Vec<u64>> = BTreeMap::new();
    for it in state.recommendations.values() {
        let of = times.entry(&it.body.text).or_default();
        of.push(it.stamp.rev.0);
    }
    for Said { text, word, .. } in said {
        let found = times.get(text.as_str()).map_or(&[][..], Vec::as_slice);
        match word {
            Word::Saved(0) if found.is_empty() => return Err(format!("{text} is lost")),
            Word::Saved(seq) if *seq > 0 && !found.contains(seq) => {
                return Err(format!("{text} is lost: {seq} in {found:?}"));
            }
            Word::Full | Word::Failed if !found.is_empty() => {
                return Err(format!("{text} was refused and is there"));
            }
            _ => {}
        }
    }
    match times.iter().find(|it| it.1.len() > 1) {
        Some((text, _)) => Err(format!("{text} is done twice")),
        None => Ok(()),
    }
}

/// Somebody sits down at the store, as any client does, and gets something saved.
fn goes_on(dir: &Path) -> Result<(), String> {
    let mut person = sit_down(At::Folder(dir)).map_err(|it| format!("does not open: {it:?}"))?;
    let text = format!("Рекомендация-после-{}", fastrand::u64(..));
    let answer = person.act(advice(&text));
    if !matches!(answer, Answer::Done(_)) {
        return Err(format!("does not go on: {answer:?}"));
    }
    person.port.close().map_err(|it| format!("{it:?}"))
}

/// What `smotr verify` says of a store, and how it ends.
pub fn verify(dir: &Path) -> (i32, String) {
    let output = Process::new(env!("CARGO_BIN_EXE_smotr"))
        .args(["--lang", "en", "--data"])
        .arg(dir)
        .arg("verify")
        .env_remove("SMOTR_LOG")
        .env("HOME", dir)
        .stdin(Stdio::null())
        .output()
        .unwrap();
    let text = [output.stdout, output.stderr].concat();
    let text = String::from_utf8_lossy(&text).into_owned();
    (output.status.code().unwrap_or(-1), text)
}

/// `smotr verify` says that the store is whole.
#[track_caller]
pub fn is_whole(dir: &Path) {
    let (code, text) = verify(dir);
    assert_eq!(code, 0, "{text}");
}
