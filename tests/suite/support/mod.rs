//! What several test modules use.

pub mod sim_disk;
