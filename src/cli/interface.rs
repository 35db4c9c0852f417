//! `smotr` and `smotr WORDS`: the interface over an engine in this process.

use std::io;
use std::sync::Arc;

use super::bring;
use super::context::Context;
use super::desk;
use super::exit::Exit;
use super::founding::founding;
use super::incoming;
use super::keys::keymap;
use super::outgoing;
use super::output::{self, charset};
use crate::domain::ids::UserId;
use crate::locale::{Phrase, args};
use crate::service::engine::CloseError;
use crate::service::link::Kept;
use crate::service::unsaved::UnsavedFiles;
use crate::service::{clock, identity};
use crate::store::disk::{Disk as _, RealDisk};
use crate::tui::alone::KeepAlone;
use crate::tui::run::{self, End, Inbox, Options};
use crate::tui::terminal::{OutputCharset, is_terminal};
use crate::tui::theme::{GlyphSet, Palette, Theme};

/// Makes sure that there is a terminal, and one that can show the interface.
///
/// # Errors
/// [`Exit::Usage`]; the person has been told what works without one.
pub fn needs_terminal(context: &Context) -> Result<(), Exit> {
    let why = if !is_terminal() {
        context.say(Phrase::CliNeedsTerminal)
    } else if matches!(charset(), OutputCharset::OneByte(_)) {
        let name = output::locale_name();
        context
            .locale
            .say_with(Phrase::CliNotUtfLocale, &args![name])
    } else {
        return Ok(());
    };
    context.out.tell_line(&why);
    Err(Exit::Usage)
}

/// Runs the interface; words open the card that they find.
///
/// # Errors
/// How the call ends.
pub fn run(context: &mut Context, words: &[String]) -> Result<(), Exit> {
    needs_terminal(context)?;
    let (keymap, fault) = keymap(context, None)?;
    let inbox = Inbox::default();
    let first = founding(&identity::account(), &context.locale);
    let (link, welcome) = desk::connect(context, Some(first), inbox.news())?;
    let first_command = first_command().map_err(|error| failed(context, &error))?;
    let set = |name| std::env::var_os(name).is_some_and(|it| !it.is_empty());
    let user = welcome.user;
    let no_locale = charset() == OutputCharset::Ascii;
    let note = if no_locale {
        Some(context.say(Phrase::NoLocale))
    } else {
        fault
    };
    let options = Options {
        locale: Arc::clone(&context.locale),
        theme: theme(),
        keymap,
        offset: clock::offset(),
        first_command,
        charset: charset().input(),
        over_ssh: set("SSH_CONNECTION") || set("SSH_TTY"),
        in_tmux: set("TMUX"),
        exports: context.paths.exports.clone(),
        catalogues: bring::reader(Arc::clone(&context.locale), context.paths.home.clone()),
        section_form: bring::section_form(Arc::clone(&context.locale)),
        tables: outgoing::writer(
            Arc::clone(&context.locale),
            (context.paths.exports.clone(), context.paths.imports.clone()),
            welcome.store,
        ),
        incoming: incoming::lister(Arc::clone(&context.locale), context.paths.imports.clone()),
        values: incoming::reader(
            Arc::clone(&context.locale),
            context.paths.imports.clone(),
            welcome.store,
        ),
        words: words.to_vec(),
        note,
        keep_alone: keep_alone(context, user),
    };
    let end = run::run(options, inbox, &link, welcome, &clock::now);
    // What was typed last is on its way to the disk; this waits for it.
    let closed = link.close();
    if let Err(error) = &closed {
        tracing::warn!(%error, "not closed in order");
    }
    if let Err(CloseError::Broken) = closed {
        context.out.tell(
            &context
                .locale
                .told(Phrase::CliEngineBroken, Phrase::CliEngineBrokenNext),
        );
        return Err(Exit::Broken);
    }
    match end {
        Ok(End::Left) => Ok(()),
        Ok(End::HungUp) => Err(Exit::HungUp),
        Ok(End::Terminated) => Err(Exit::Terminated),
        Err(error) => Err(failed(context, &error)),
    }
}

/// Where unfinished input is kept while nobody serves the store: in its folder, where whoever takes it over looks; or, where the
/// store is a server's, with the person until the server has it.
fn keep_alone(context: &Context, user: UserId) -> KeepAlone {
    let keep = move |files: &UnsavedFiles, words: &[Kept]| {
        if let Err(error) = files.merge(user, words.to_vec()) {
            tracing::error!(%error, "unfinished input is not kept");
        }
    };
    if context.server().is_none() {
        let files = UnsavedFiles::of(&context.dir());
        return KeepAlone {
            keep: Box::new(move |words| keep(&files, words)),
            taken: Box::new(|_| true),
            left: Vec::new(),
        };
    }
    let files = UnsavedFiles::of(&context.paths.state);
    let left = files.read(user);
    let emptied = files.clone();
    KeepAlone {
        keep: Box::new(move |words| keep(&files, words)),
        taken: Box::new(move |words| emptied.settle(user, words).unwrap_or(false)),
        left,
    }
}

fn failed(context: &Context, error: &io::Error) -> Exit {
    let why = context.locale.io_error(error);
    context.refuse_line(
        &context
            .locale
            .say_with(Phrase::CliTerminalFailed, &args![why]),
    )
}

/// Command ids are counted up from a random beginning, so that no two runs share one.
fn first_command() -> io::Result<u128> {
    let mut bytes = [0; 16];
    RealDisk.random(&mut bytes)?;
    Ok(u128::from_be_bytes(bytes))
}

/// Glyphs and colours as the environment asks for them.
fn theme() -> Theme {
    let said = |name| std::env::var(name).ok();
    let glyphs = said("SMOTR_GLYPHS").and_then(|it| GlyphSet::named(&it));
    let palette = Palette::choose(
        said("SMOTR_COLOR").as_deref(),
        said("NO_COLOR").as_deref(),
        said("TERM").as_deref(),
    );
    Theme::new(glyphs.unwrap_or_default(), palette)
}
