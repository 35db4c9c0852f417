//! Long work, seen by a person at a terminal and by nobody else: a bar on standard error, nothing in a pipe or a file.

use std::io::{self, IsTerminal as _};
use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::store::Progress;

/// Work shorter than this many steps is over before anybody could read its bar.
const WORTH_SHOWING: u64 = 1_000;

/// How often a bar without an end moves.
const TICK: Duration = Duration::from_millis(200);

/// A bar that appears with the first step of long work and goes when it is dropped.
pub struct Bar {
    title: String,
    bar: Option<ProgressBar>,
}

impl Bar {
    /// A bar of this title, not yet to be seen.
    #[must_use]
    pub fn new(title: String) -> Bar {
        Bar { title, bar: None }
    }

    /// For work of which nobody knows how much there is.
    #[must_use]
    pub fn working(title: String) -> Bar {
        let bar = io::stderr().is_terminal().then(|| {
            let bar = ProgressBar::new_spinner().with_message(title.clone());
            bar.enable_steady_tick(TICK);
            bar
        });
        Bar { title, bar }
    }

    /// So much of so much is done.
    pub fn at(&mut self, done: u64, total: u64) {
        if total < WORTH_SHOWING || !io::stderr().is_terminal() {
            return;
        }
        let bar = self.bar.get_or_insert_with(|| {
            let bar =
                ProgressBar::with_draw_target(Some(total), ProgressDrawTarget::stderr_with_hz(5));
            let style = ProgressStyle::with_template("{msg}  [{bar:30}]  {percent} %").map_or_else(
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
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }
}
