//! What several test modules use.

pub mod any;
pub mod commits;
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
