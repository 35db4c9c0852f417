//! `smotr backup` and `smotr verify ARCHIVE`: archives written, and looked at beside the store.
//!
//! The store is read as it lies on disk: nobody has to leave it for that.

use std::fs;
use std::os::unix::fs::MetadataExt as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::context::Context;
use super::exit::Exit;
use super::progress::Bar;
use crate::locale::{Phrase, Told, args};
use crate::service::{clock, identity};
use crate::store::StoreError;
use crate::store::archive::{self, ArchiveError, Checked, View};
use crate::store::disk::RealDisk;
use crate::store::erasure;
use crate::store::place;

/// Writes an archive.
///
/// # Errors
/// How the call ends.
pub fn write(context: &mut Context, path: Option<PathBuf>, replace: bool) -> Result<(), Exit> {
    let today = clock::now().today;
    let path = path.unwrap_or_else(|| PathBuf::from(format!("smotr-{today}.jsonl.zst")));
    if let Some(socket) = context.server() {
        return Err(served(context, &socket));
    }
    let bar = Bar::working(context.say(Phrase::CliBackupProgress));
    let view = View::of(Arc::new(RealDisk), &context.dir()).and_then(|view| {
        // That there is an archive is noted in the folder.
        place::is_ours(&RealDisk, &context.dir())?;
        Ok(view)
    });
    let (dir, at) = (context.dir(), clock::now().at);
    let mut not_noted = |error: &StoreError| {
        // After an erasing nobody will be reminded of it.
        tracing::warn!(%error, "the archive is not noted");
    };
    let written = view.map_err(ArchiveError::from).and_then(|view| {
        erasure::backup(&RealDisk, &dir, &view, &path, replace, at, &mut not_noted)
    });
    drop(bar);
    let written = written.map_err(|error| failed(context, &error))?;
    good(context, Phrase::CliBackupDone, &path, &written)
}

/// Says who may write an archive where a server has the store: nobody who comes through its socket, for the file would hold what the
/// engine shows to none but those who may see it.
fn served(context: &Context, socket: &Path) -> Exit {
    let owner = fs::symlink_metadata(socket).map(|it| it.uid());
    let account = owner.and_then(identity::account_of);
    let account = account.unwrap_or_else(|_| "smotr".to_owned());
    let say = |phrase| {
        context
            .locale
            .say_with(phrase, &args![account = account.as_str()])
    };
    let fact = say(Phrase::CliBackupServed);
    let next = say(Phrase::CliBackupServedNext);
    context.refuse(&Told { fact, next })
}

/// Checks an archive, and compares it with the store if there is one.
///
/// # Errors
/// How the call ends.
pub fn verify(context: &mut Context, path: &Path) -> Result<(), Exit> {
    let bar = Bar::working(context.say(Phrase::CliVerifyProgress));
    let found = match View::of(Arc::new(RealDisk), &context.dir()) {
        Ok(view) => {
            let checked = archive::compare(&RealDisk, &view, path);
            checked.map(|it| (Phrase::CliArchiveGood, it))
        }
        Err(StoreError::Absent { .. }) => {
            let checked = archive::check(&RealDisk, path);
            checked.map(|it| (Phrase::CliArchiveAlone, it))
        }
        Err(error) => Err(error.into()),
    };
    drop(bar);
    let (phrase, checked) = found.map_err(|error| failed(context, &error))?;
    good(context, phrase, path, &checked)
}

fn good(context: &mut Context, phrase: Phrase, path: &Path, checked: &Checked) -> Result<(), Exit> {
    let path = path.display().to_string();
    let (seq, changes) = (checked.commits, checked.changes);
    let text = context.locale.say_with(phrase, &args![path, seq, changes]);
    context.out.line(&text)
}

/// Says why an archive is not written or not believed.
pub fn failed(context: &Context, error: &ArchiveError) -> Exit {
    let shown = |path: &Path| path.display().to_string();
    let say = |phrase, args: &_| context.locale.say_with(phrase, args);
    let (fact, next, exit) = match error {
        ArchiveError::Store(StoreError::Io { path, .. }) if matches!(error, ArchiveError::Store(it) if it.is_full()) =>
        {
            let fact = say(Phrase::CliArchiveFull, &args![path = shown(path)]);
            (fact, Phrase::CliArchiveFullNext, Exit::Refused)
        }
        ArchiveError::Store(error) => return context.store_failed(error),
        // Nobody gives up what was asked for.
        ArchiveError::GivenUp => return Exit::Refused,
        ArchiveError::Exists { path } => {
            let fact = say(Phrase::CliArchiveExists, &args![path = shown(path)]);
            (fact, Phrase::CliArchiveExistsNext, Exit::Refused)
        }
        ArchiveError::NotEmpty { path } => {
            let fact = say(Phrase::CliNotEmpty, &args![path = shown(path)]);
            (fact, Phrase::CliNotEmptyNext, Exit::NotEmpty)
        }
        ArchiveError::Damaged { path, line, why } => {
            tracing::warn!(line, why, "the archive is damaged");
            let fact = match line {
                0 => say(Phrase::CliArchiveDamagedWhole, &args![path = shown(path)]),
                line => {
                    let args = args![path = shown(path), line = line.to_string()];
                    say(Phrase::CliArchiveDamaged, &args)
                }
            };
            (fact, Phrase::CliArchiveDamagedNext, Exit::Archive)
        }
        ArchiveError::Newer { path, found } => {
            let args = args![path = shown(path), found = *found];
            let fact = say(Phrase::CliArchiveNewer, &args);
            (fact, Phrase::CliArchiveNewerNext, Exit::Archive)
        }
        ArchiveError::Differs { path, seq } => {
            let fact = match seq {
                0 => say(Phrase::CliArchiveForeign, &args![path = shown(path)]),
                seq => {
                    let args = args![path = shown(path), seq = seq.to_string()];
                    say(Phrase::CliArchiveDiffers, &args)
                }
            };
            (fact, Phrase::CliArchiveDiffersNext, Exit::Archive)
        }
    };
    let next = context.say(next);
    context.out.tell(&Told { fact, next });
    exit
}
