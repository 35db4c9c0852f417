//! `smotr export`: all records and the journal as JSON Lines on standard output.

use super::context::Context;
use super::exit::Exit;
use super::output::end_of;
use crate::exchange::export::Export;
use crate::store::{Store, StoreError};

/// Prints everything.
///
/// # Errors
/// How the call ends.
pub fn run(context: &mut Context) -> Result<(), Exit> {
    let (mut store, _) = context.open_store()?;
    let written = write(context, &mut store);
    context.close_store(store);
    written
}

fn write(context: &mut Context, store: &mut Store) -> Result<(), Exit> {
    let mut export = Export::new(context.out.file());
    // A failed output ends the reading; what it was is kept beside.
    let mut failed: Option<Exit> = None;
    let mut keep = |error: &std::io::Error| {
        failed = Some(end_of(error));
        stop()
    };
    let records = store
        .each_record(|key, record, stamp| {
            let written = export.record(key, &record, stamp);
            written.map_err(|error| keep(&error))
        })
        .and_then(|()| {
            store.each_commit(|commit| export.commit(&commit).map_err(|error| keep(&error)))
        });
    let finished = export.finish().map(|_| ()).map_err(|error| end_of(&error));
    match (records, failed) {
        (_, Some(exit)) => Err(exit),
        (Err(error), None) => Err(context.store_failed(&error)),
        (Ok(()), None) => finished,
    }
}

/// Ends a reading of the store from within.
fn stop() -> StoreError {
    StoreError::Unreadable {
        what: String::new(),
        why: String::new(),
    }
}
