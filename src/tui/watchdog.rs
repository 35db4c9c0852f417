//! The thread that notices what no key says: the terminal is gone, its size changed, somebody wants the program to end or
//! to stop for a while.
//!
//! A reader of keys cannot notice a dead terminal reliably (crossterm spins at 100 % where SIGHUP is ignored), so this thread
//! waits for POLLHUP itself, and for signals through a pipe. It sleeps without a timeout.

use std::io;
use std::os::fd::{AsFd, BorrowedFd};
use std::os::unix::net::UnixStream;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use rustix::event::{PollFd, PollFlags, poll};
use rustix::io::{Errno, read};
use signal_hook::consts::signal::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH};
use signal_hook::{flag, low_level};

/// How long the loop may take to keep what was typed, once the terminal is gone.
pub const GRACE: Duration = Duration::from_millis(300);

/// What happened to the terminal or to the process.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TerminalEvent {
    /// The window has another size.
    Resized,
    /// The terminal is gone: keep the input, write nothing to the screen, end. The process ends by itself after [`GRACE`].
    HangUp,
    /// Somebody asked the program to end (SIGTERM, SIGINT, SIGQUIT). Keep the input and end; likewise limited by [`GRACE`].
    Terminate,
    /// Somebody asked the program to stop for a while (SIGTSTP from outside; Ctrl+Z is a key).
    Suspend,
    /// The program goes on after a stop: others may have had the terminal.
    Resumed,
}

/// Starts the thread. It catches the signals named above and waits for the end of `tty`; `send` must not block.
///
/// The end after [`GRACE`] is `_exit` (through `signal_hook::low_level::exit`): no destructors, no exit handlers, no flush of
/// standard output, any of which could wait for the dead terminal for ever.
///
/// # Errors
/// If a signal cannot be caught or no thread can be started.
pub fn spawn(
    tty: BorrowedFd<'static>,
    send: impl Fn(TerminalEvent) + Send + 'static,
) -> io::Result<()> {
    let (wake, woken) = UnixStream::pair()?;
    woken.set_nonblocking(true)?;
    let mut watched = Vec::new();
    for (event, signals) in [
        (TerminalEvent::HangUp, &[SIGHUP][..]),
        (TerminalEvent::Terminate, &[SIGTERM, SIGINT, SIGQUIT]),
        (TerminalEvent::Suspend, &[SIGTSTP]),
        (TerminalEvent::Resumed, &[SIGCONT]),
        (TerminalEvent::Resized, &[SIGWINCH]),
    ] {
        let seen = Arc::new(AtomicBool::new(false));
        for signal in signals {
            // In this order: the flag is up when the pipe wakes the thread.
            flag::register(*signal, Arc::clone(&seen))?;
            low_level::pipe::register(*signal, wake.try_clone()?)?;
        }
        watched.push((event, seen));
    }
    std::thread::Builder::new()
        .name("watchdog".to_owned())
        .spawn(move || {
            loop {
                let alive = wait(tty, woken.as_fd());
                let mut happened: Vec<TerminalEvent> = watched
                    .iter()
                    .filter(|it| it.1.swap(false, Ordering::SeqCst))
                    .map(|it| it.0)
                    .collect();
                if !alive && !happened.contains(&TerminalEvent::HangUp) {
                    happened.insert(0, TerminalEvent::HangUp);
                }
                for event in happened {
                    send(event);
                    let status = match event {
                        TerminalEvent::HangUp => 128 + SIGHUP,
                        TerminalEvent::Terminate => 128 + SIGTERM,
                        _ => continue,
                    };
                    std::thread::sleep(GRACE);
                    low_level::exit(status);
                }
            }
        })
        .map(drop)
}

/// Sleeps until a signal or the end of the terminal; false if it is gone.
fn wait(tty: BorrowedFd<'_>, woken: BorrowedFd<'_>) -> bool {
    loop {
        // No events of the terminal are asked for: POLLHUP comes unasked, and keys must not wake us.
        let mut fds = [
            PollFd::from_borrowed_fd(tty, PollFlags::empty()),
            PollFd::from_borrowed_fd(woken, PollFlags::IN),
        ];
        match poll(&mut fds, None) {
            Ok(_) => {}
            Err(Errno::INTR) => continue,
            // Out of memory for a moment is not the end of a terminal.
            Err(_) => {
                std::thread::sleep(GRACE);
                continue;
            }
        }
        let [tty, signals] = &fds;
        let gone = tty
            .revents()
            .intersects(PollFlags::HUP | PollFlags::ERR | PollFlags::NVAL);
        let signalled = signals.revents().contains(PollFlags::IN);
        if signalled {
            // How often does not matter, the flags say what. The pipe does not block.
            while matches!(read(woken, &mut [0; 64]), Ok(1..)) {}
        }
        if gone || signalled {
            return !gone;
        }
    }
}
