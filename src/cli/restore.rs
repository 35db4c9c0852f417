//! `smotr restore`: a store made of an archive, in a folder that holds none.

use std::path::Path;
use std::sync::Arc;

use super::backup::failed;
use super::context::Context;
use super::exit::Exit;
use super::progress::Bar;
use crate::locale::{Phrase, args};
use crate::service::identity;
use crate::store::archive;
use crate::store::disk::{Disk, RealDisk};

/// Makes the store, opens it once and compares what it then shows with the journal.
///
/// # Errors
/// How the call ends.
pub fn run(context: &mut Context, path: &Path, erasures: Option<&Path>) -> Result<(), Exit> {
    context.is_not_served()?;
    let (dir, account) = (context.dir(), identity::account());
    let disk: Arc<dyn Disk> = Arc::new(RealDisk);
    let bar = Bar::working(context.say(Phrase::CliRestoreProgress));
    let made = archive::restore_by(&disk, path, &dir, &account, erasures);
    drop(bar);
    made.map_err(|error| failed(context, &error))?;
    let (mut store, _) = context.open_store()?;
    let found = store.verify();
    context.close_store(store);
    let found = found.map_err(|error| context.store_failed(&error))?;
    if !found.is_good() {
        return Err(context.refuse(
            &context
                .locale
                .told(Phrase::CliRestoreBad, Phrase::CliRestoreBadNext),
        ));
    }
    let has_ledger = erasures.is_some() || archive::has_ledger(path, &dir);
    let (path, store) = (path.display().to_string(), dir.display().to_string());
    let (seq, changes, records) = (found.journal.commits, found.journal.changes, found.records);
    let text = context.locale.say_with(
        Phrase::CliRestored,
        &args![path, store, seq, changes, records],
    );
    context.out.line(&text)?;
    if has_ledger {
        return Ok(());
    }
    // Whoever was erased since the archive was made is back now: nobody but the person at the keyboard can know.
    context.out.line(&context.say(Phrase::CliRestoreNoLedger))
}
