//! The demo store: the same from the same seed, whole in its references, with every state that there is.

mod affairs;
mod collecting;
mod commits;
mod followup;
mod measured;
mod slips;

use smotr::domain::ids::PROGRAM;
use smotr::domain::record::{Key, Record};
use smotr::domain::state::{Stamp, State};
use smotr::domain::value::{Cell, Value};
use smotr::exchange::demo::{Batch, Demo, Options, records};

fn batches(options: Options) -> Vec<Batch> {
    Demo::new(options).unwrap().batches().collect()
}

fn state_of(records: Vec<(Key, Record)>) -> State {
    let mut state = State::default();
    let stamp = Stamp {
        rev: Default::default(),
        by: PROGRAM,
        at: Default::default(),
    };
    for (key, _) in &records {
        if let Key::Period(period) = key {
            state.load_shard(*period, Default::default());
        }
    }
    for (key, record) in records {
        state.put(key, Some(record), stamp);
    }
    state
}

fn demo() -> (Vec<(Key, Record)>, State) {
    let records = records(Options::DEMO).unwrap();
    (records.clone(), state_of(records))
}

/// Without the slips that the rules are to find.
fn plain() -> (Vec<(Key, Record)>, State) {
    let records = records(Options::PLAIN).unwrap();
    (records.clone(), state_of(records))
}

/// All values, with the record's key.
fn values(records: &[(Key, Record)]) -> impl Iterator<Item = (Cell, &Value)> {
    records
        .iter()
        .filter_map(|(key, record)| match (key, record) {
            (Key::Value(cell), Record::Value(value)) => Some((*cell, value)),
            _ => None,
        })
}
