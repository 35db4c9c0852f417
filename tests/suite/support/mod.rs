//! What several test modules use.

pub mod emulator;
pub mod measured;
pub mod sim_disk;
pub mod world;
