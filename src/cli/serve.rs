//! `smotr serve`: the store of a department, served to everybody who may reach the socket, until the process is told to end.
//!
//! Owns what the system wants of a service: its signals, its word that it is ready, a socket that it was started with. What is
//! said over the socket is the affair of `service`.

use std::io;
use std::os::unix::net::UnixListener;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{self, Sender};
use std::thread;

use listenfd::ListenFd;
use sd_notify::NotifyState;
use signal_hook::consts::signal::{SIGHUP, SIGINT, SIGTERM};
use signal_hook::iterator::Signals;

use super::context::Context;
use super::exit::Exit;
use super::founding::founding;
use super::progress::Bar;
use super::settings;
use crate::locale::{Phrase, args};
use crate::service::config::Config;
use crate::service::host::Host;
use crate::service::identity;
use crate::service::remote::RemoteError;
use crate::service::server::Naming;
use crate::service::session::SessionError;
use crate::service::socket::{NAME, Reach};

/// Files for the system that keeps services, by the names that `--print-unit` takes.
const UNITS: [(&str, &str); 5] = [
    ("config", include_str!("unit/config")),
    ("service", include_str!("unit/service")),
    ("socket", include_str!("unit/socket")),
    ("sysusers", include_str!("unit/sysusers")),
    ("tmpfiles", include_str!("unit/tmpfiles")),
];

/// Names of the files that [`print()`] knows.
#[must_use]
pub fn units() -> [&'static str; 5] {
    UNITS.map(|it| it.0)
}

/// Why the service ends.
enum End {
    /// It was told to.
    Told,
    /// The engine has broken.
    Broken,
}

/// Prints a file for the system that keeps services, as this program is to be started.
///
/// # Errors
/// How the call ends.
pub fn print(context: &mut Context, unit: &str) -> Result<(), Exit> {
    let text = UNITS.iter().find(|it| it.0 == unit).map(|it| it.1);
    let program = std::env::current_exe().unwrap_or_else(|_| PathBuf::from("/usr/local/bin/smotr"));
    let text = text
        .unwrap_or_default()
        .replace("{about}", &context.say(Phrase::CliAbout))
        .replace("{program}", &program.display().to_string());
    context.out.line(text.trim_end())
}

/// Serves the store of the folder until the process is told to end.
///
/// # Errors
/// How the call ends.
pub fn run(context: &mut Context, socket: Option<PathBuf>) -> Result<(), Exit> {
    let (tell, end) = mpsc::channel();
    // Before the store is opened: whoever is told to end meanwhile ends in order, too.
    heed(tell.clone()).map_err(|error| failed(context, &error))?;
    let given = ListenFd::from_env().take_unix_listener(0);
    let given = given.map_err(|error| failed(context, &error))?;
    let (dir, account) = (context.dir(), identity::account());
    settings::tell_faults(context, &dir, &Config::read(&dir).1);
    let first = founding(&account, &context.locale);
    let mut bar = Bar::new(context.say(Phrase::CliReplayProgress));
    let opened = Host::open(dir.clone(), account, Some(&first), &mut |it| {
        bar.of_store(it)
    });
    drop(bar);
    let (mut host, report) = opened.map_err(|error| context.open_failed(&error))?;
    context.report(&report);
    let naming: Naming = Arc::new(identity::account_of);
    let opened = open(context, &mut host, &dir, given, socket, &naming);
    let place = match opened {
        Ok(place) => place,
        Err(exit) => {
            let _ = host.close();
            return Err(exit);
        }
    };
    let door = host.door();
    let broken = thread::Builder::new().spawn(move || {
        door.wait();
        let _ = tell.send(End::Broken);
    });
    broken.map_err(|error| failed(context, &error))?;
    let socket = place.display().to_string();
    let text = context.locale.say_with(
        Phrase::CliServing,
        &args![socket, store = dir.display().to_string()],
    );
    context.out.tell_line(&text);
    notify(&[NotifyState::Ready]);
    let end = end.recv().unwrap_or(End::Told);
    notify(&[NotifyState::Stopping]);
    let closed = host.close();
    if let Err(error) = &closed {
        tracing::warn!(%error, "not closed in order");
    }
    match end {
        End::Told => {
            context.out.tell_line(&context.say(Phrase::CliServed));
            Ok(())
        }
        End::Broken => {
            context.out.tell(
                &context
                    .locale
                    .told(Phrase::CliEngineBroken, Phrase::CliEngineBrokenNext),
            );
            Err(Exit::Broken)
        }
    }
}

/// Opens the ways in: the folder's for its owner, and the one for everybody. Where that is.
fn open(
    context: &Context,
    host: &mut Host,
    dir: &Path,
    given: Option<UnixListener>,
    socket: Option<PathBuf>,
    naming: &Naming,
) -> Result<PathBuf, Exit> {
    let refuse = |error| context.session_failed(&SessionError::Remote(RemoteError::Socket(error)));
    host.serve(dir.join(NAME), Reach::Owner, naming)
        .map_err(refuse)?;
    if let Some(listener) = given {
        let address = listener.local_addr().ok();
        let place = address.and_then(|it| it.as_pathname().map(Path::to_owned));
        host.serve_listener(listener, naming)
            .map_err(|error| failed(context, &error))?;
        return Ok(place.unwrap_or_default());
    }
    let path = socket.unwrap_or_else(|| {
        let runtime = std::env::var_os("RUNTIME_DIRECTORY").map(PathBuf::from);
        runtime.map_or_else(|| super::context::SERVER.into(), |it| it.join(NAME))
    });
    host.serve(path.clone(), Reach::Group, naming)
        .map_err(refuse)?;
    Ok(path)
}

/// Tells when the process is to end. A terminal that goes away is no reason.
fn heed(tell: Sender<End>) -> io::Result<()> {
    let mut signals = Signals::new([SIGTERM, SIGINT, SIGHUP])?;
    thread::Builder::new()
        .name("signals".into())
        .spawn(move || {
            for signal in signals.forever() {
                if signal != SIGHUP && tell.send(End::Told).is_err() {
                    return;
                }
            }
        })?;
    Ok(())
}

/// A system that does not listen needs no word.
fn notify(states: &[NotifyState<'_>]) {
    if let Err(error) = sd_notify::notify(states) {
        tracing::debug!(%error, "nobody is notified");
    }
}

fn failed(context: &Context, error: &io::Error) -> Exit {
    let why = context.locale.io_error(error);
    context.refuse_line(&context.locale.say_with(Phrase::CliServeFailed, &args![why]))
}
