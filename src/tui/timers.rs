//! The timers of the loop. Must not know what any of them is for.

use std::time::{Duration, Instant};

use super::msg::Timer;

/// Timers that are armed. There are few kinds, so a list is an index.
#[derive(Default)]
pub struct Timers(Vec<(Timer, Instant)>);

impl Timers {
    /// Arms a timer; armed again, it starts anew.
    pub fn arm(&mut self, timer: Timer, after: Duration) {
        self.0.retain(|it| it.0 != timer);
        self.0.push((timer, Instant::now() + after));
    }

    /// How long until the next one runs out; `None` if none is armed.
    #[must_use]
    pub fn next(&self) -> Option<Duration> {
        let next = self.0.iter().map(|it| it.1).min()?;
        Some(next.saturating_duration_since(Instant::now()))
    }

    /// Takes out those that have run out.
    pub fn due(&mut self) -> Vec<Timer> {
        let now = Instant::now();
        let due = self.0.iter().filter(|it| it.1 <= now).map(|it| it.0);
        let due: Vec<Timer> = due.collect();
        self.0.retain(|it| it.1 > now);
        due
    }
}
