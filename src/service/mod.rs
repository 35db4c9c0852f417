//! The engine and the links to it. Knows no screen.

pub mod ask;
pub mod clock;
pub mod core;
pub mod engine;
pub mod identity;
pub mod link;
pub mod local;
pub mod paths;
pub mod unsaved;
