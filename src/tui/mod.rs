//! Keys, panes, overlays and the terminal. Knows the domain and a link to the engine, never the store.

pub mod backend;
pub mod command;
pub mod input;
pub mod keys;
pub mod text;
pub mod theme;
