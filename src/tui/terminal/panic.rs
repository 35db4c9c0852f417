//! What happens when the program breaks: the terminal is restored, a report is written, and two lines are said, whose words
//! come from outside.

use std::backtrace::Backtrace;
use std::fmt::Write as _;
use std::fs::{DirBuilder, OpenOptions};
use std::io::Write as _;
use std::os::unix::fs::{DirBuilderExt as _, OpenOptionsExt as _};
use std::panic::PanicHookInfo;
use std::path::{Path, PathBuf};

use super::restore_in_panic;

/// What is known of a panic, for the lines that the person reads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PanicNote {
    /// Where the report is; `None` if it could not be written.
    pub report: Option<PathBuf>,
    /// What broke, in one line without control characters.
    pub message: String,
    /// Whether it ends the program: it broke in the main thread or in the one that has the terminal.
    pub fatal: bool,
}

/// From now on a panic restores the terminal if it is the interface's own, and leaves `panic-<pid>-<n>.txt` in `folder`, which
/// is made by the first report and not before.
///
/// `is_mended` is asked in the panicking thread: true where somebody above catches the panic and mends what it broke (as the
/// store does with sled's). Such a panic is nobody's news, and nothing is done about it.
/// `say` gives the lines for standard error; it is asked only for a panic that ends the program, so that one of another
/// thread does not write over the screen.
pub fn install_panic_hook(
    folder: PathBuf,
    is_mended: impl Fn() -> bool + Send + Sync + 'static,
    say: impl Fn(&PanicNote) -> Vec<String> + Send + Sync + 'static,
) {
    std::panic::set_hook(Box::new(move |info| {
        if is_mended() {
            return;
        }
        let interface = restore_in_panic();
        let thread = std::thread::current();
        let message = one_line(info);
        let report = report(
            &folder,
            &format!(
                "thread: {}\n{message}\n\n{}\n",
                thread.name().unwrap_or("?"),
                Backtrace::force_capture()
            ),
        );
        let note = PanicNote {
            report,
            message,
            fatal: interface || thread.name() == Some("main"),
        };
        if note.fatal {
            let mut out = std::io::stderr().lock();
            for line in say(&note) {
                // The terminal may be what broke.
                let _ = writeln!(out, "{}", escaped(&line));
            }
        }
    }));
}

fn one_line(info: &PanicHookInfo<'_>) -> String {
    let what = info.payload_as_str().unwrap_or("?");
    let place = info
        .location()
        .map(|it| format!("{}:{}", it.file(), it.line()))
        .unwrap_or_default();
    escaped(&format!("{place}: {what}")).replace('\n', " ")
}

/// The first free name in the folder; never over an existing file, readable by its owner only.
fn report(folder: &Path, text: &str) -> Option<PathBuf> {
    // Without a folder there is no report; that is said then.
    let _ = DirBuilder::new().mode(0o700).recursive(true).create(folder);
    let pid = std::process::id();
    (0..100)
        .map(|n| folder.join(format!("panic-{pid}-{n}.txt")))
        .find_map(|path| {
            let mut file = OpenOptions::new()
                .write(true)
                .create_new(true)
                .mode(0o600)
                .open(&path)
                .ok()?;
            file.write_all(
                escaped(&format!("smotr {}\n{text}", env!("CARGO_PKG_VERSION"))).as_bytes(),
            )
            .ok()?;
            Some(path)
        })
}

/// Control characters spelt out: a report is read with `cat`, and what broke may be what came from outside.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if c == '\n' || crate::tui::text::is_drawable(c) {
            out.push(c);
        } else {
            let _ = write!(out, "{}", c.escape_default());
        }
    }
    out
}
