//! The terminal as a device: raw mode, the alternate screen, its size, suspending, and leaving it in order whatever happens.
//!
//! Nothing is drawn here and nothing is said; the window's title is left alone. All bytes go straight to the descriptor, never
//! through `std::io::stdout`, whose line buffer would cut a frame at every line feed.

mod charset;
mod job;
mod panic;

use std::io::{self, Read, Write};
use std::os::fd::BorrowedFd;
use std::os::unix::net::UnixStream;
use std::sync::{Mutex, PoisonError, TryLockError};
use std::thread::ThreadId;

use ratatui::layout::Size;
use rustix::io::Errno;
use rustix::process::{Signal, kill_current_process_group};
use rustix::stdio::{stdin, stdout};
use rustix::termios::{OptionalActions, Termios, isatty, tcgetattr, tcgetwinsize, tcsetattr};
use signal_hook::consts::signal::SIGCONT;
use signal_hook::low_level;

pub use charset::OutputCharset;
pub use job::{can_suspend, has_job_control};
pub use panic::{PanicNote, install_panic_hook};

/// Cursor keys and keypad as ever, the alternate screen, bracketed paste.
const ENTER: &[u8] = b"\x1b[?1l\x1b>\x1b[?1049h\x1b[?2004h";
/// Margins, pen, paste and cursor as they were, back to the screen of the shell.
const LEAVE: &[u8] = b"\x1b[r\x1b[m\x1b[?2004l\x1b[?25h\x1b[?1049l";

/// What the terminal was before we entered it, and which thread did: for the panic hook, which has nothing else.
static ENTERED: Mutex<Option<(Termios, ThreadId)>> = Mutex::new(None);

/// Writes to the terminal, one system call per write where the terminal takes it whole.
#[derive(Debug, Default)]
pub struct Tty;

impl Write for Tty {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        Ok(rustix::io::write(stdout(), bytes)?)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Whether keyboard and screen are a terminal.
#[must_use]
pub fn is_terminal() -> bool {
    isatty(stdin()) && isatty(stdout())
}

/// Where keys come from, for the threads that wait on it.
#[must_use]
pub fn keyboard() -> BorrowedFd<'static> {
    stdin()
}

/// Columns and rows; 80×24 where the terminal does not know.
#[must_use]
pub fn size() -> Size {
    match tcgetwinsize(stdout()) {
        Ok(it) if it.ws_col > 0 && it.ws_row > 0 => Size::new(it.ws_col, it.ws_row),
        _ => Size::new(80, 24),
    }
}

/// The terminal while the interface has it. Dropped, it is left in order.
#[derive(Debug)]
pub struct Terminal {
    entered: bool,
}

impl Terminal {
    /// Takes the terminal: raw mode (without Ctrl+S and Ctrl+Q stopping the output), the alternate screen, bracketed paste.
    ///
    /// # Errors
    /// If keyboard or screen is no terminal.
    pub fn enter() -> io::Result<Self> {
        let mut it = Self { entered: false };
        it.reenter()?;
        Ok(it)
    }

    /// Takes the terminal again, after [`Self::leave`] or after somebody else had it. What it shows is then unknown.
    ///
    /// # Errors
    /// As [`Self::enter`].
    pub fn reenter(&mut self) -> io::Result<()> {
        let mut entered = ENTERED.lock().unwrap_or_else(PoisonError::into_inner);
        let before = match entered.take() {
            Some((before, _)) => before,
            None => tcgetattr(stdin())?,
        };
        let mut raw = before.clone();
        raw.make_raw();
        // The state is kept first: a panic between these lines must find the way back.
        *entered = Some((before, std::thread::current().id()));
        drop(entered);
        self.entered = true;
        tcsetattr(stdin(), OptionalActions::Now, &raw)?;
        put(ENTER)
    }

    /// Gives the terminal back as it was. Does nothing if it has been.
    pub fn leave(&mut self) {
        if std::mem::take(&mut self.entered) {
            restore(
                ENTERED
                    .lock()
                    .unwrap_or_else(PoisonError::into_inner)
                    .take(),
            );
        }
    }

    /// Lets go without a byte and without a call that could block: the terminal is dead, or another has it.
    pub fn abandon(&mut self) {
        self.entered = false;
        *ENTERED.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }

    /// Gives the terminal back, stops this process until the shell continues it, and takes the terminal again. Size and
    /// picture have to be renewed after it. False, and nothing done, where nobody could continue it (see [`can_suspend`]).
    ///
    /// # Errors
    /// If the terminal cannot be taken again.
    pub fn suspend(&mut self) -> io::Result<bool> {
        if !can_suspend() {
            return Ok(false);
        }
        self.leave();
        let stopped = stop();
        self.reenter()?;
        stopped?;
        Ok(true)
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        self.leave();
    }
}

/// Stops the whole group (a wrapper script stops with us) until SIGCONT. By STOP, since the watchdog catches TSTP.
///
/// The signal stops the process when some thread takes it, which may be a moment after `kill` has returned to this one: so
/// this one waits for the SIGCONT, lest it takes the terminal back before it stops.
fn stop() -> io::Result<()> {
    let (wake, mut woken) = UnixStream::pair()?;
    let registered = low_level::pipe::register(SIGCONT, wake)?;
    let stopped = kill_current_process_group(Signal::STOP)
        .map_err(io::Error::from)
        .and_then(|()| woken.read_exact(&mut [0]));
    low_level::unregister(registered);
    stopped
}

fn restore(entered: Option<(Termios, ThreadId)>) {
    let Some((before, _)) = entered else { return };
    // Nothing can be done about a terminal that does not take it. What was typed for us and not read must not reach the shell.
    let _ = put(LEAVE);
    let _ = tcsetattr(stdin(), OptionalActions::Flush, &before);
}

/// Restores the terminal if the panicking thread is the one that entered it, and says so. Another thread's panic is not the
/// end of the interface.
fn restore_in_panic() -> bool {
    let mut entered = match ENTERED.try_lock() {
        Ok(it) => it,
        Err(TryLockError::Poisoned(it)) => it.into_inner(),
        Err(TryLockError::WouldBlock) => return false,
    };
    let ours = entered
        .as_ref()
        .is_some_and(|it| it.1 == std::thread::current().id());
    if ours {
        restore(entered.take());
    }
    ours
}

fn put(bytes: &[u8]) -> io::Result<()> {
    let mut rest = bytes;
    while !rest.is_empty() {
        match rustix::io::write(stdout(), rest) {
            Ok(n) => rest = rest.get(n..).unwrap_or(&[]),
            Err(Errno::INTR) => {}
            Err(error) => return Err(error.into()),
        }
    }
    Ok(())
}
