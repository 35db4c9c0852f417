//! Faults of the real process and of its files: it is killed at its calls, the power goes, the disk refuses, bytes rot; and the store of a
//! former version is opened.
//!
//! A [`writer`] works in a store and says what it was promised; a [`promise`] is held against what is found afterwards. Each test has a
//! bug planted beside it that it must catch. Simulated disks are elsewhere: `engine::killed`, `journal::power`.

mod damage;
mod golden;
mod killed;
mod machine;
mod power;
pub mod promise;
mod recorded;
mod refused;
mod served;
mod start;
pub mod strace;
pub mod troupe;
mod verify;
pub mod writer;
