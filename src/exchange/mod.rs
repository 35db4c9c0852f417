//! Files in and out: TOML fixtures, JSON Lines, the demo store. Knows no screen.

pub mod demo;
pub mod names;
pub mod toml;
