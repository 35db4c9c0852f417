//! Long work, seen by a person at a terminal and by nobody else: a bar on standard error, nothing in a pipe or a file, and nothing at all of
//! what is over before anybody could read it.

use std::io::{self, IsTerminal as _};
use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::thread;
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::store::Progress;

/// Work shorter than this is over before anybody could read its bar.
const WORTH_SHOWING: Duration = Duration::from_millis(500);

/// Things up to so many are counted, more are told as a share.
const COUNTED: u64 = 1_000;

/// How often a bar without an end moves.
const TICK: Duration = Duration::from_millis(200);

/// A bar that appears when work turns out to be long, and goes when it is dropped.
pub struct Bar {
    title: String,
    since: Instant,
    bar: Option<ProgressBar>,
    /// Brings a bar without an end when it is time; dropped, it never does.
    later: Option<Sender<()>>,
}

impl Bar {
    /// A bar of this title, not yet to be seen.
    #[must_use]
    pub fn new(title: String) -> Bar {
        Bar {
            title,
            since: Instant::now(),
            bar: None,
            later: None,
        }
    }

    /// For work of which nobody knows how much there is.
    #[must_use]
    pub fn working(title: String) -> Bar {
        let mut it = Bar::new(title);
        if !io::stderr().is_terminal() {
            return it;
        }
        let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::hidden());
        let bar = bar
            .with_style(ProgressStyle::default_spinner())
            .with_message(it.title.clone());
        let (later, ends) = mpsc::channel();
        let late = bar.clone();
        thread::spawn(move || {
            if ends.recv_timeout(WORTH_SHOWING) == Err(RecvTimeoutError::Timeout) {
                late.set_draw_target(ProgressDrawTarget::stderr());
                late.enable_steady_tick(TICK);
            }
        });
        (it.bar, it.later) = (Some(bar), Some(later));
        it
    }

    /// So much of so much is done.
    pub fn at(&mut self, done: u64, total: u64) {
        if self.since.elapsed() < WORTH_SHOWING || !io::stderr().is_terminal() {
            return;
        }
        let bar = self.bar.get_or_insert_with(|| {
            let bar =
                ProgressBar::with_draw_target(Some(total), ProgressDrawTarget::stderr_with_hz(5));
            let how = match total {
                ..=COUNTED => "{msg}  [{bar:30}]  {pos}/{len}",
                _ => "{msg}  [{bar:30}]  {percent} %",
            };
            let style = ProgressStyle::with_template(how).map_or_else(
                |_| ProgressStyle::default_bar(),
                |it| it.progress_chars("=> "),
            );
            bar.with_style(style).with_message(self.title.clone())
        });
        bar.set_position(done);
    }

    /// The progress of the store.
    pub fn of_store(&mut self, progress: Progress) {
        self.at(progress.done, progress.total);
    }
}

impl Drop for Bar {
    fn drop(&mut self) {
        self.later = None;
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }
}
