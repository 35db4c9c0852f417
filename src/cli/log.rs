//! The log: a file in the state folder, written only when `SMOTR_LOG` asks for it (`SMOTR_LOG=info`).
//!
//! Invariant: no names, no texts, no values in it; a log is sent around more lightly than a store.

use std::fs::{DirBuilder, OpenOptions};
use std::os::unix::fs::{DirBuilderExt as _, OpenOptionsExt as _};
use std::sync::Mutex;

use tracing_subscriber::EnvFilter;

use crate::service::paths::Paths;

/// The variable that asks for a log and says how much of it.
const VARIABLE: &str = "SMOTR_LOG";

/// Begins the log if it is asked for. A log that cannot be written keeps nobody from working.
pub fn begin(paths: &Paths) {
    let Ok(filter) = EnvFilter::try_from_env(VARIABLE) else {
        return;
    };
    let folder = DirBuilder::new()
        .mode(0o700)
        .recursive(true)
        .create(&paths.state);
    let mut options = OpenOptions::new();
    let file = options.append(true).create(true).mode(0o600);
    let file = folder.and_then(|()| file.open(paths.state.join("smotr.log")));
    if let Ok(file) = file {
        // Only the first of a process counts.
        let _ = tracing_subscriber::fmt()
            .with_env_filter(filter)
            .with_ansi(false)
            .with_writer(Mutex::new(file))
            .try_init();
    }
}
