//! What several test modules use.

pub mod emulator;
pub mod sim_disk;
