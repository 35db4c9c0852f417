//! What several test modules use.

pub mod any;
pub mod commits;
pub mod demo;
pub mod desk;
pub mod dice;
pub mod emulator;
pub mod faulty_disk;
pub mod followed;
pub mod measured;
pub mod pty;
pub mod sim_disk;
pub mod stage;
pub mod story;
pub mod world;

/// Says that a test is skipped, and why; past the capture of a test's output, which would keep it unseen.
pub fn skipped(why: &str) {
    use std::io::Write as _;
    let _ = writeln!(std::io::stderr(), "skipped: {why}");
}

/// How many of the rounds of a long fault test are run: all of them with `SMOTR_FAULTS=full`, else a tenth.
pub fn rounds(all: usize) -> usize {
    match std::env::var("SMOTR_FAULTS").as_deref() {
        Ok("full") => all,
        _ => all.div_ceil(10),
    }
}
