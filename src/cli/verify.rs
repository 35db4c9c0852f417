//! `smotr verify`: does the derived state say what the journal says, and what was checked.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::DateTime;

use super::backup::failed;
use super::context::Context;
use super::exit::Exit;
use super::progress::Bar;
use crate::domain::state::State;
use crate::locale::{Phrase, args, format};
use crate::service::clock;
use crate::service::config::Config;
use crate::store::archive::{self, ArchiveError, Checked, View, daily};
use crate::store::disk::RealDisk;
use crate::store::{Kept, StoreError, Troubles, Verification};

/// Checks and says what it found.
///
/// # Errors
/// How the call ends; [`Exit::Unusable`] if anything is wrong.
pub fn run(context: &mut Context) -> Result<(), Exit> {
    let (mut store, state) = context.open_store()?;
    let is_damaged = store.damage().is_some();
    let bar = Bar::working(context.say(Phrase::CliVerifyProgress));
    let found = store.verify();
    drop(bar);
    context.close_store(store);
    let found = match found {
        // Opening has said where.
        Err(StoreError::Damaged(_)) if is_damaged => return Err(Exit::Unusable),
        found => found.map_err(|error| context.store_failed(&error))?,
    };
    if found.is_good() && !is_damaged {
        let records = found.records;
        let (seq, changes) = (found.journal.commits, found.journal.changes);
        let text = context
            .locale
            .say_with(Phrase::CliVerifyGood, &args![seq, changes, records]);
        context.out.line(&text)?;
        let n = found.journal.redacted;
        if n > 0 {
            let text = (context.locale).say_with(Phrase::CliVerifyRedacted, &args![n]);
            context.out.line(&text)?;
        }
        if let Some(text) = torn(context, &found.torn) {
            context.out.line(&text)?;
        }
        return archive(context);
    }
    let torn = torn(context, &found.torn);
    for line in bad(context, &state, &found).into_iter().chain(torn) {
        context.out.line(&line)?;
    }
    Err(Exit::Unusable)
}

/// The newest automatic archive, if there is one: whole, and what the journal begins with.
fn archive(context: &mut Context) -> Result<(), Exit> {
    let dir = context.dir();
    let Some(archives) = Config::read(&dir).0.archives else {
        return Ok(());
    };
    let bar = Bar::working(context.say(Phrase::CliVerifyProgress));
    let compared = compare(&dir, &archives.folder);
    drop(bar);
    match compared {
        Ok(None) => Ok(()),
        Ok(Some((path, checked))) => {
            let (path, seq) = (path.display().to_string(), checked.commits);
            let text = context
                .locale
                .say_with(Phrase::CliVerifyArchive, &args![path, seq]);
            context.out.line(&text)
        }
        Err(error) => Err(failed(context, &error)),
    }
}

fn compare(dir: &Path, folder: &Path) -> Result<Option<(PathBuf, Checked)>, ArchiveError> {
    let Some(last) = daily::latest(&RealDisk, folder, dir)? else {
        return Ok(None);
    };
    let view = View::of(Arc::new(RealDisk), dir)?;
    let checked = archive::compare(&RealDisk, &view, &last.path)?;
    Ok(Some((last.path, checked)))
}

/// What was torn once and is kept, if there is any.
fn torn(context: &Context, kept: &Kept) -> Option<String> {
    let (n, bytes) = (kept.count, kept.bytes);
    let since = kept
        .since
        .and_then(|it| DateTime::from_timestamp_millis(it.0))
        .map_or_else(|| "—".into(), |it| format::date_time(it, clock::offset()));
    (n > 0).then(|| {
        context
            .locale
            .say_with(Phrase::CliVerifyTorn, &args![n, bytes, since])
    })
}

fn bad(context: &Context, state: &State, found: &Verification) -> Vec<String> {
    let kinds = [
        (Phrase::CliVerifyMissing, &found.missing),
        (Phrase::CliVerifyDifferent, &found.different),
        (Phrase::CliVerifyUnreadable, &found.unreadable),
    ];
    let n: u64 = kinds.iter().map(|(_, it)| it.count).sum();
    // Every record is right and something is wrong all the same: then it is the way to them.
    let indexes = n == 0;
    let n = n.max(1);
    let mut lines = vec![context.locale.say_with(Phrase::CliVerifyBad, &args![n])];
    lines.extend(indexes.then(|| context.say(Phrase::CliVerifyIndexed)));
    for (phrase, troubles) in kinds {
        lines.extend(named(context, state, phrase, troubles));
    }
    lines.push(context.say(Phrase::CliVerifyBadNext));
    lines
}

fn named(context: &Context, state: &State, phrase: Phrase, troubles: &Troubles) -> Option<String> {
    let narrator = context.narrator(state);
    let mut names: Vec<String> = troubles.first.iter().map(|it| narrator.key(*it)).collect();
    if troubles.count > names.len() as u64 {
        names.push("…".into());
    }
    let what = names.join("; ");
    (troubles.count > 0).then(|| context.locale.say_with(phrase, &args![what]))
}
