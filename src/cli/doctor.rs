//! `smotr doctor`: what the program sees of the terminal, the locale and the store, and what to do where that is not enough.

use std::io::{self, IsTerminal as _};
use std::path::Path;
use std::sync::Arc;

use super::context::Context;
use super::desk::Desk;
use super::exit::Exit;
use super::keys::keymap;
use super::output::{charset, locale_name};
use super::settings;
use super::store_words::StoreWords as _;
use crate::locale::{Phrase, args};
use crate::service::config::Config;
use crate::service::{clock, identity};
use crate::store::disk::RealDisk;
use crate::store::{Checked, Opening, Store, StoreError};
use crate::tui::keys::lint;
use crate::tui::terminal::{OutputCharset, size};
use crate::tui::theme::GlyphSet;

/// Prints what it finds.
///
/// # Errors
/// How the call ends; that of the store, if it cannot be used.
pub fn run(context: &mut Context) -> Result<(), Exit> {
    for line in terminal(context) {
        context.out.line(&line)?;
    }
    context.out.line("")?;
    context.out.line(&context.say(Phrase::DoctorGlyphs))?;
    for set in GlyphSet::ALL {
        let glyphs = set.glyphs().all().join(" ");
        context.out.line(&format!("  {:6}{glyphs}", set.name()))?;
    }
    context.out.line("")?;
    // The faults of the person's own keymap are told, each with file and line; they don't keep the store from being looked at.
    match keymap(context, None) {
        // What is wrong with it as a whole: commands without a key, or out of reach with one of the layouts on.
        Ok((keymap, _)) => {
            for fault in lint(&keymap) {
                context.out.tell_line(&fault.say(&context.locale));
            }
        }
        Err(_) => tracing::warn!("the keymap is not readable"),
    }
    store(context)
}

fn terminal(context: &Context) -> Vec<String> {
    let locale = &context.locale;
    let term = std::env::var("TERM").unwrap_or_default();
    let terminal = if io::stdout().is_terminal() && io::stdin().is_terminal() {
        let size = size();
        let (columns, rows) = (size.width.to_string(), size.height.to_string());
        locale.say_with(Phrase::DoctorTerminal, &args![term, columns, rows])
    } else {
        locale.say(Phrase::DoctorNoTerminal)
    };
    let name = locale_name();
    let phrase = match charset() {
        OutputCharset::Utf8 => Phrase::DoctorUtfEight,
        OutputCharset::OneByte(_) | OutputCharset::Ascii => Phrase::DoctorNotUtfEight,
    };
    let charset = locale.say_with(phrase, &args![name]);
    vec![terminal, charset]
}

/// Opens the store as anybody would, and says what came of it.
fn store(context: &mut Context) -> Result<(), Exit> {
    if let Some(socket) = context.server() {
        return served(context, &socket);
    }
    let dir = context.dir();
    let folder = dir.display().to_string();
    if dir.is_dir() {
        let (config, faults) = Config::read(&dir);
        settings::tell_faults(context, &dir, &faults);
        for line in settings::lines(context, &dir, &config) {
            context.out.line(&line)?;
        }
    }
    let account = identity::account();
    let how = Opening {
        account: &account,
        now: clock::now().at,
        create: false,
    };
    match Store::open_to_check(Arc::new(RealDisk), &dir, how, &mut |_| {}) {
        Ok((mut store, state, report)) => {
            check(context, &mut store)?;
            let seq = state.meta.seq.0.to_string();
            let organisations = state.organisations.len();
            let phrase = if store.is_writable() {
                Phrase::DoctorStore
            } else {
                Phrase::DoctorStoreReadOnly
            };
            context.close_store(store);
            context.report(&report);
            let text = context
                .locale
                .say_with(phrase, &args![folder, seq, organisations]);
            context.out.line(&text)
        }
        Err(StoreError::Absent { .. }) => {
            let text = context
                .locale
                .say_with(Phrase::DoctorNoStore, &args![folder]);
            context.out.line(&text)
        }
        Err(error) => Err(context.store_failed(&error)),
    }
}

/// What an unclean end has left to check is checked here to its end.
fn check(context: &Context, store: &mut Store) -> Result<(), Exit> {
    while store.is_checking() {
        let checked = store.check();
        match checked.map_err(|error| context.store_failed(&error))? {
            Checked::Damaged(damage) => context.out.tell(&context.locale.damage(&damage)),
            Checked::Rebuilt(_) => context.out.tell_line(&context.say(Phrase::DoctorRebuilt)),
            Checked::More | Checked::Whole => {}
        }
    }
    Ok(())
}

/// The store of a server, as its clients see it.
fn served(context: &mut Context, socket: &Path) -> Result<(), Exit> {
    let state = Desk::open(context)?.close();
    let socket = socket.display().to_string();
    let (seq, organisations) = (state.meta.seq.0.to_string(), state.organisations.len());
    let args = args![socket, seq, organisations];
    let text = context.locale.say_with(Phrase::DoctorServer, &args);
    context.out.line(&text)
}
