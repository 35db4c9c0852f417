//! The composition root: arguments, opening a link, every subcommand.
//!
//! Each subcommand is a file; here they are told apart. Nothing in this room panics over an argument, a file or a closed pipe.

mod access_log;
mod act;
mod answer;
mod arguments;
mod backup;
pub mod bring;
mod broken;
mod catalogue;
mod catalogue_arguments;
mod catalogue_preview;
mod context;
mod cycle;
mod cycle_arguments;
mod cycle_import;
mod cycle_told;
mod demo;
mod deputies;
mod desk;
mod doctor;
mod erase;
mod exit;
mod export;
mod files;
pub mod founding;
pub mod holder;
mod import;
mod import_arguments;
mod import_names;
pub mod incoming;
mod init;
mod interface;
mod interrupt;
mod keeping_arguments;
mod keys;
mod language;
mod log;
mod lookup;
pub mod outgoing;
mod output;
mod paper;
mod place;
mod progress;
mod register_arguments;
mod registers;
mod reminder;
mod restore;
mod serve;
mod set;
mod settings;
mod sheet;
mod shell;
mod store_words;
mod table_arguments;
mod tables;
mod template;
mod user_arguments;
mod users;
mod values;
mod verify;

use std::ffi::OsString;
use std::sync::Arc;

pub use exit::Exit;
pub use store_words::StoreWords;

use arguments::{Call, Task};
use context::Context;
use keeping_arguments::Task as Keeping;
use output::Output;

use crate::locale::{Locale, Phrase};
use crate::service::paths::Paths;
use crate::service::privacy;

/// Carries out a call of the program, with its name as the first argument.
#[must_use]
pub fn run(arguments: Vec<OsString>) -> Exit {
    privacy::begin();
    let locale = Locale::new(language::lang_of(&arguments));
    let mut out = Output::default();
    let call = match arguments::read(&arguments, &locale) {
        Ok(call) => call,
        Err(error) => {
            return match locale.call_error(&error) {
                Some(told) => {
                    out.tell(&told);
                    Exit::Usage
                }
                // Help and the version are what was asked for.
                None => {
                    let text = error.render().to_string();
                    let printed = out.line(text.trim_end()).and_then(|()| out.finish());
                    printed.err().unwrap_or(Exit::Done)
                }
            };
        }
    };
    let Some(paths) = Paths::find() else {
        out.tell_line(&locale.say(Phrase::CliNoHome));
        return Exit::Refused;
    };
    log::begin(&paths);
    let mut context = Context {
        locale: Arc::new(locale),
        paths,
        // Whatever is said about the folder names it from the root.
        data: (call.data.clone()).map(|it| std::path::absolute(&it).unwrap_or(it)),
        socket: (call.socket.clone()).map(|it| std::path::absolute(&it).unwrap_or(it)),
        out,
    };
    broken::prepare(&context);
    let done = carry_out(&mut context, call);
    let done = done.and_then(|()| context.out.finish());
    done.err().unwrap_or(Exit::Done)
}

fn carry_out(context: &mut Context, call: Call) -> Result<(), Exit> {
    match call.task {
        Task::Interface(words) => interface::run(context, &words),
        Task::Demo(wanted) => {
            if !wanted.no_ui {
                interface::needs_terminal(context)?;
            }
            demo::prepare(context, wanted)?;
            if wanted.no_ui {
                return Ok(());
            }
            interface::run(context, &[])
        }
        Task::Lookup(words) => lookup::run(context, &words),
        Task::Get(place) => values::get(context, &place),
        Task::Reminder(wanted) => reminder::run(context, &wanted),
        Task::Sheet { period, whom } => sheet::run(context, &period, &whom),
        Task::Set { place, value, note } => {
            set::run(context, &place, value.as_deref(), note.as_deref())
        }
        Task::Export => export::run(context),
        Task::Table(wanted) => tables::run(context, &wanted),
        Task::Template(wanted) => template::run(context, &wanted),
        Task::Serve => {
            let socket = context.socket.take();
            serve::run(context, socket)
        }
        Task::Import(wanted) => import::run(context, &wanted),
        Task::User(task) => users::run(context, &task),
        Task::Init(wanted) => init::run(context, &wanted),
        Task::Catalogue(task) => catalogue::run(context, &task),
        Task::Register(task) => registers::run(context, &task),
        Task::Cycle(task) => cycle::run(context, &task),
        Task::Completions(shell) => shell::completions(context, &shell),
        Task::Man => shell::man(context),
        Task::PrintUnit(unit) => serve::print(context, &unit),
        Task::Keeping(task) => keep(context, task),
        Task::Keys(keymap) => keys::run(context, keymap.as_deref()),
        Task::Doctor => doctor::run(context),
    }
}

fn keep(context: &mut Context, task: Keeping) -> Result<(), Exit> {
    match task {
        Keeping::Backup { path, replace } => backup::write(context, path, replace),
        Keeping::AccessLog(wanted) => access_log::run(context, &wanted),
        Keeping::Restore { archive, erasures } => {
            restore::run(context, &archive, erasures.as_deref())
        }
        Keeping::Erase(wanted) => erase::run(context, &wanted),
        Keeping::Verify(None) => verify::run(context),
        Keeping::Verify(Some(archive)) => backup::verify(context, &archive),
    }
}
