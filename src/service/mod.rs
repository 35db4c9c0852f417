//! The engine and the links to it. Knows no screen.

pub mod access;
pub mod archiver;
pub mod ask;
pub mod clock;
pub mod config;
pub mod core;
pub mod engine;
pub mod host;
pub mod identity;
pub mod link;
pub mod outbox;
pub mod parts;
pub mod paths;
pub mod privacy;
pub mod remote;
pub mod server;
pub mod session;
pub mod socket;
pub mod turnstile;
pub mod unsaved;
pub mod wire;
