//! Ctrl+C during long work that must leave nothing half done: it ends before its next step and takes its half away. A second one ends the
//! program at once.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use signal_hook::consts::signal::{SIGHUP, SIGINT, SIGTERM};
use signal_hook::flag;

use super::exit::Exit;

/// Whether the process was told to end.
pub struct Interrupt(Arc<AtomicUsize>);

impl Interrupt {
    /// From now on such a signal only sets a flag, for the rest of the call.
    #[must_use]
    pub fn heeded() -> Interrupt {
        let (came, again) = (Arc::default(), Arc::new(AtomicBool::new(false)));
        for (signal, exit) in [
            (SIGINT, Exit::Interrupted),
            (SIGTERM, Exit::Terminated),
            (SIGHUP, Exit::HungUp),
        ] {
            // In this order: only a second one finds the flag up. Where the system refuses, a signal ends the process as it always does.
            let _ = flag::register_conditional_shutdown(signal, exit as i32, Arc::clone(&again))
                .and_then(|_| flag::register(signal, Arc::clone(&again)))
                .and_then(|_| flag::register_usize(signal, Arc::clone(&came), exit as usize));
        }
        Interrupt(came)
    }

    /// How the call ends, if it is to.
    #[must_use]
    pub fn came(&self) -> Option<Exit> {
        let came = self.0.load(Ordering::SeqCst);
        let all = [Exit::Interrupted, Exit::Terminated, Exit::HungUp];
        all.into_iter().find(|it| *it as usize == came)
    }
}
