//! `smotr demo`: the demo store, made on first use in a folder of its own.
//!
//! Invariants: a store appears whole or not at all, for it is made beside its place and then put there; and nothing is removed that is not
//! a demo store, to the last file.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::arguments::Demo as Wanted;
use super::context::Context;
use super::desk::connect;
use super::exit::Exit;
use super::progress::Bar;
use super::store_words::StoreWords as _;
use crate::domain::ids::Seq;
use crate::domain::record::Commit;
use crate::exchange::demo::{Demo, Options};
use crate::locale::{Phrase, args};
use crate::service::engine::MAX_GROUP;
use crate::service::{clock, identity};
use crate::store::disk::RealDisk;
use crate::store::{Opening, Store, StoreError};

/// Changes after which a group of commits is full.
const CHANGES: usize = 20_000;

/// What a store's folder may hold: anything else is somebody's own.
const OURS: [&str; 13] = [
    "store.toml",
    "store.toml.new",
    "lock",
    "socket",
    "clean",
    "journal",
    "torn",
    "reserve",
    "sled",
    "unsaved",
    "archives",
    "access",
    "config.toml",
];

/// Sees to it that the demo store is there; its folder.
///
/// # Errors
/// How the call ends.
pub fn prepare(context: &mut Context, wanted: Wanted) -> Result<PathBuf, Exit> {
    let dir = (context.data.clone()).unwrap_or_else(|| context.paths.demo.clone());
    // Behind a link it is the folder itself that is made anew.
    let dir = dir.canonicalize().unwrap_or(dir);
    let folder = dir.display().to_string();
    context.data = Some(dir.clone());
    let exists = holds_anything(&dir).map_err(|error| failed(context, &dir, error))?;
    if exists {
        is_demo(context, &dir, wanted.reset)?;
        if !wanted.reset {
            let text = context
                .locale
                .say_with(Phrase::CliDemoReady, &args![folder]);
            context.out.tell_line(&text);
            return Ok(dir);
        }
    }
    let new = beside(&dir, "new");
    clear(context, &new)?;
    make(context, &new, wanted)?;
    if exists {
        let old = beside(&dir, "old");
        clear(context, &old)?;
        let moved = fs::rename(&dir, &old)
            .and_then(|()| fs::rename(&new, &dir))
            .and_then(|()| fs::remove_dir_all(&old));
        moved.map_err(|error| failed(context, &dir, error))?;
    } else {
        fs::rename(&new, &dir).map_err(|error| failed(context, &dir, error))?;
    }
    if let Some(parent) = dir.parent().filter(|it| it.is_dir()) {
        let synced = fs::File::open(parent).and_then(|it| it.sync_all());
        synced.map_err(|error| failed(context, parent, error))?;
    }
    let text = context
        .locale
        .say_with(Phrase::CliDemoCreated, &args![folder]);
    context.out.tell_line(&text);
    Ok(dir)
}

/// Makes a demo store in a folder that is not there yet.
fn make(context: &Context, dir: &Path, wanted: Wanted) -> Result<(), Exit> {
    let base = Options::DEMO;
    let mut options = Options::sized(
        wanted.organisations.unwrap_or(base.organisations),
        wanted.years.unwrap_or(base.years),
    );
    options.seed = wanted.seed.unwrap_or(base.seed);
    let account = identity::account();
    let demo = Demo::new(options).map_err(|error| {
        let reason = error.say(&context.locale);
        context.refuse_line(
            &context
                .locale
                .say_with(Phrase::CliNotFounded, &args![reason]),
        )
    })?;
    let demo = demo.owned_by(&account);
    let made = fill(context, dir, &account, &demo, options);
    if made.is_err() {
        // Half a demo is of no use to anybody, and it was made just now.
        let _ = fs::remove_dir_all(dir);
    }
    made
}

fn fill(
    context: &Context,
    dir: &Path,
    account: &str,
    demo: &Demo,
    options: Options,
) -> Result<(), Exit> {
    let how = Opening {
        account,
        now: clock::now().at,
        create: true,
    };
    let opened = Store::open(Arc::new(RealDisk), dir, how, &mut |_| {});
    let (mut store, _, _) = opened.map_err(|error| context.store_failed(&error))?;
    // How many changes there will be is known when they are there; values make up nearly all of them.
    let expected =
        u64::from(options.organisations) * u64::from(options.indicators) * u64::from(options.years);
    let mut bar = Bar::new(context.say(Phrase::CliDemoProgress));
    let mut done = 0;
    let mut group: Vec<Commit> = Vec::new();
    let mut size = 0;
    let mut write = |group: &mut Vec<Commit>| {
        let written = store.append_group(group);
        group.clear();
        written.map_err(|error| context.refuse(&context.locale.append_error(&error)))
    };
    for commit in demo.commits(Seq(1)) {
        size += commit.changes.len();
        group.push(commit);
        if group.len() >= MAX_GROUP || size >= CHANGES {
            done += size as u64;
            size = 0;
            write(&mut group)?;
            bar.at(done.min(expected), expected);
        }
    }
    write(&mut group)?;
    store.close().map_err(|error| context.store_failed(&error))
}

/// Whether there is anything at all in a folder.
fn holds_anything(dir: &Path) -> io::Result<bool> {
    match fs::read_dir(dir) {
        Ok(mut entries) => Ok(entries.next().is_some()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
        Err(error) => Err(error),
    }
}

/// Makes sure that a folder holds a demo store and nothing else, and, where it is to be made anew, that nobody has it open.
fn is_demo(context: &Context, dir: &Path, reset: bool) -> Result<(), Exit> {
    let state = if reset {
        let (store, state) = context.open_store()?;
        context.close_store(store);
        state
    } else {
        let (link, welcome) = connect(context, None, |_| {})?;
        if let Err(error) = link.close() {
            tracing::warn!(%error, "not closed in order");
        }
        welcome.state
    };
    let is_demo = state.settings.is_some_and(|it| it.demo);
    if is_demo && is_ours(dir).map_err(|error| failed(context, dir, error))? {
        Ok(())
    } else {
        Err(not_demo(context, dir))
    }
}

/// Removes what a call that was killed has left beside the demo store. Whoever is at it now holds its lock.
fn clear(context: &Context, dir: &Path) -> Result<(), Exit> {
    if !dir.exists() {
        return Ok(());
    }
    if !is_ours(dir).map_err(|error| failed(context, dir, error))? {
        return Err(not_demo(context, dir));
    }
    let account = identity::account();
    let how = Opening {
        account: &account,
        now: clock::now().at,
        create: false,
    };
    let opened = Store::open(Arc::new(RealDisk), dir, how, &mut |_| {});
    if let Err(error @ StoreError::Locked { .. }) = opened.map(drop) {
        return Err(context.store_failed(&error));
    }
    fs::remove_dir_all(dir).map_err(|error| failed(context, dir, error))
}

/// Whether a folder holds nothing but what belongs to a store.
fn is_ours(dir: &Path) -> io::Result<bool> {
    for entry in fs::read_dir(dir)? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if !OURS.contains(&name.as_str()) && !name.starts_with("sled.bad-") {
            return Ok(false);
        }
    }
    Ok(true)
}

fn not_demo(context: &Context, dir: &Path) -> Exit {
    let folder = dir.display().to_string();
    let text = context.locale.say_with(Phrase::CliNotDemo, &args![folder]);
    context.refuse_line(&text)
}

/// The name of a folder beside this one.
fn beside(dir: &Path, what: &str) -> PathBuf {
    let mut name = dir.file_name().unwrap_or_default().to_owned();
    name.push(format!(".{what}"));
    dir.with_file_name(name)
}

fn failed(context: &Context, path: &Path, error: io::Error) -> Exit {
    context.store_failed(&StoreError::io(path, error))
}
