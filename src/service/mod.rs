//! The engine and the links to it. Knows no screen.

pub mod core;
pub mod link;
