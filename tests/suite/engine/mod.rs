//! The engine over the real store: in a folder, and over a disk that forgets, refuses and fails.
//!
//! The derived state lies in a real folder in both cases; losing it loses nothing, so only the journal is put on the simulated disk.

mod checked;
mod commands;
mod disk;
mod killed;
mod lives;
mod people;
mod process;
mod reading;
mod room;
mod shards;

use std::path::Path;
use std::sync::{Arc, mpsc};

use smotr::domain::command::{Command, Seen, SetValue};
use smotr::domain::ids::PeriodId;
use smotr::domain::state::State;
use smotr::domain::value::{Cell, Entry};
use smotr::service::engine::Engine;
use smotr::service::link::{Link as _, Request};
use smotr::store::disk::RealDisk;

use crate::support::desk::{PATIENCE, Person, start};
use crate::support::sim_disk::SimDisk;
use crate::support::world::{COUNT, OPEN, SCHOOL_1, cell, entry, set};

pub fn folder() -> tempfile::TempDir {
    tempfile::tempdir().unwrap()
}

pub fn real(dir: &Path) -> Engine {
    start(Arc::new(RealDisk), dir)
}

/// A simulated disk with the store's folder on it.
pub fn simulated(seed: u64, dir: &Path) -> SimDisk {
    SimDisk::new(seed).with_dir(dir)
}

/// The count of a school becomes so many.
pub fn count(person: &Person, number: u32) -> Command {
    set(
        &person.state,
        cell(COUNT, SCHOOL_1),
        entry(&number.to_string()),
    )
}

pub fn counted(state: &State) -> Option<Entry> {
    let value = state.value(cell(COUNT, SCHOOL_1));
    value.map(|it| it.body.entry.clone())
}

/// Holds the engine's thread until the sender that is returned is dropped, so that what is sent meanwhile waits together.
pub fn hold(engine: &Engine) -> mpsc::Sender<()> {
    hold_with(engine, OPEN)
}

/// The same with a request for this period's values, which come into memory by it.
pub fn hold_with(engine: &Engine, period: PeriodId) -> mpsc::Sender<()> {
    let (release, gate) = mpsc::channel::<()>();
    let (entered, inside) = mpsc::channel();
    let listener = move |_| {
        let _ = entered.send(());
        let _ = gate.recv();
    };
    let (port, _) = engine.join("belova", listener).unwrap();
    port.send(Request::Shard(period));
    inside.recv_timeout(PATIENCE).unwrap();
    release
}

pub fn set_seen(cell: Cell, seen: Seen, number: &str) -> Command {
    Command::SetValues(vec![SetValue {
        cell,
        seen,
        entry: entry(number),
        note: None,
        source: None,
    }])
}
