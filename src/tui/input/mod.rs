//! Keys and pastes from the bytes of the terminal.
//!
//! [`Parser`] is pure: bytes and the passing of time in, events out. [`spawn`] is the thread around it, which sleeps without a
//! timeout while nothing is pending. What an event means is not known here.
//!
//! # Pasted or typed
//!
//! Bracketed paste gives [`InputEvent::Paste`]. A terminal without it sends a paste as if it were typed, and a sheet pasted into
//! a grid of commands would act. So a read that holds nothing but text, tabs and line breaks, at least `burst::LEAST` letters of
//! text, and either two line breaks with text before each or a tab between two texts of one line, is an
//! [`InputEvent::Burst`]: what is read until a short silence belongs to it. Less than that is taken as typed, because slow
//! lines deliver several fast key presses in one read, too, and so short a block does as keys what it would do as a block. Where
//! such a read holds several characters it is marked, so that what follows a refused one can be left alone.

mod burst;
mod legacy;
mod parser;
mod sequences;

use std::os::fd::BorrowedFd;
use std::time::Duration;

use crossterm::event::KeyEvent;
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::{Errno, read};

pub use legacy::Charset;
pub use parser::Parser;

/// What a person did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum InputEvent {
    /// A key was pressed.
    Key(KeyEvent),
    /// A text was pasted: clean, lines by `\n`, columns by `\t`.
    Paste(String),
    /// A text came at once, though the terminal did not say that it was pasted; as [`Self::Paste`].
    Burst(String),
    /// The keys up to [`Self::TogetherEnds`] came in one read: faster than anybody sees what each of them did.
    TogetherBegins,
    /// The last key of that read has come.
    TogetherEnds,
    /// The terminal sends another charset than UTF-8, which is understood all the same; said once for the banner.
    ForeignBytes,
    /// Russian in UTF-8 came after such bytes: the banner has done its work.
    NativeBytes,
    /// The terminal is gone, and no more events will come.
    HangUp,
}

/// How long a lone Esc waits for the tail of a sequence: longer where packets travel.
#[must_use]
pub const fn escape_wait(over_ssh: bool) -> Duration {
    Duration::from_millis(if over_ssh { 100 } else { 50 })
}

/// Reads `tty` in a thread of its own until `send` answers false or the terminal is gone.
///
/// # Errors
/// If no thread can be started.
pub fn spawn(
    tty: BorrowedFd<'static>,
    mut parser: Parser,
    mut send: impl FnMut(InputEvent) -> bool + Send + 'static,
) -> std::io::Result<()> {
    std::thread::Builder::new()
        .name("input".to_owned())
        .spawn(move || {
            let mut buffer = vec![0; 16 * 1_024];
            loop {
                let events = match wait(tty, parser.wait()) {
                    Ok(Woken::Input) => match read(tty, &mut *buffer) {
                        Ok(0) => vec![InputEvent::HangUp],
                        Ok(n) => burst::together(parser.feed(buffer.get(..n).unwrap_or(&[]))),
                        Err(Errno::INTR | Errno::AGAIN) => Vec::new(),
                        Err(_) => vec![InputEvent::HangUp],
                    },
                    Ok(Woken::Silence) => parser.timeout(),
                    Ok(Woken::HangUp) => vec![InputEvent::HangUp],
                    Err(Errno::INTR) => Vec::new(),
                    // A poll that fails otherwise would fail at once again and again.
                    Err(_) => vec![InputEvent::HangUp],
                };
                for event in events {
                    let last = event == InputEvent::HangUp;
                    if !send(event) || last {
                        return;
                    }
                }
            }
        })
        .map(drop)
}

enum Woken {
    Input,
    Silence,
    HangUp,
}

fn wait(tty: BorrowedFd<'_>, timeout: Option<Duration>) -> Result<Woken, Errno> {
    let timeout = timeout.map(|it| Timespec {
        tv_sec: it.as_secs().try_into().unwrap_or(i64::MAX),
        tv_nsec: it.subsec_nanos().into(),
    });
    let mut fds = [PollFd::from_borrowed_fd(tty, PollFlags::IN)];
    if poll(&mut fds, timeout.as_ref())? == 0 {
        return Ok(Woken::Silence);
    }
    // What was typed before the line fell is still there and is read first.
    let ready = fds
        .iter()
        .fold(PollFlags::empty(), |all, it| all | it.revents());
    Ok(if ready.contains(PollFlags::IN) {
        Woken::Input
    } else {
        Woken::HangUp
    })
}
