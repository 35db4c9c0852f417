//! The journal keeps the promise, sled keeps the state. Knows records as bytes and keys, nothing of schools.

pub mod disk;
pub mod error;
pub mod journal;
