//! What is put on paper: pure text of the state in a person's language. Knows no screen, no file and no clock.

pub mod brings;
mod columns;
pub mod evaluation;
pub mod reminder;
pub mod section;
pub mod standing;

pub use columns::PAPER;
