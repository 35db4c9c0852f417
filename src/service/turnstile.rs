//! How much of what one client asks is with the engine at once, and how quickly it may ask: whoever asks more waits at the turnstile,
//! and nobody else waits for it. Knows neither who asks nor what.

use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

/// One client's turnstile.
#[derive(Debug)]
pub struct Turnstile {
    inside: Arc<Inside>,
    most: usize,
    pace: Pace,
}

/// What may be asked in a second, in the long run and all at once.
#[derive(Clone, Copy, Debug)]
struct Pace {
    /// From one request to the next, in the long run.
    step: Duration,
    /// How far ahead of that somebody may be.
    ahead: Duration,
    /// When the next request is due.
    due: Instant,
}

#[derive(Debug, Default)]
struct Inside {
    count: Mutex<usize>,
    left: Condvar,
}

/// Held by a request while it is with the engine; let go when it is done, however that ends.
#[derive(Debug)]
pub struct Pass(Arc<Inside>);

impl Turnstile {
    /// So many requests inside at once, and so many in a second; as many may come at once that had not come before.
    #[must_use]
    pub fn new(most: usize, in_a_second: u32) -> Turnstile {
        let second = Duration::from_secs(1);
        Turnstile {
            inside: Arc::default(),
            most,
            pace: Pace {
                step: second / in_a_second.max(1),
                ahead: second,
                due: Instant::now(),
            },
        }
    }

    /// Waits until one more may go in.
    pub fn pass(&mut self) -> Pass {
        let now = Instant::now();
        self.pace.due = self.pace.due.max(now) + self.pace.step;
        let early = self.pace.due.saturating_duration_since(now);
        if let Some(early) = early.checked_sub(self.pace.ahead) {
            thread::sleep(early);
        }
        let is_full = |count: &mut usize| *count >= self.most;
        let waited = self.inside.left.wait_while(self.inside.count(), is_full);
        *waited.unwrap_or_else(PoisonError::into_inner) += 1;
        Pass(Arc::clone(&self.inside))
    }
}

impl Inside {
    fn count(&self) -> MutexGuard<'_, usize> {
        self.count.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Pass {
    fn drop(&mut self) {
        *self.0.count() -= 1;
        self.0.left.notify_one();
    }
}
