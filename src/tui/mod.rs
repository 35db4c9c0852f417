//! Keys, panes, overlays and the terminal. Knows the domain and a link to the engine, never the store.

pub mod answer;
pub mod app;
pub mod backend;
pub mod clipboard;
pub mod command;
pub mod copy;
pub mod draft;
pub mod entry;
pub mod find;
pub mod followup;
pub mod input;
pub mod keys;
pub mod layer;
pub mod layout;
pub mod mirror;
pub mod msg;
pub mod overlay;
pub mod render;
pub mod screen;
pub mod show;
pub mod status;
pub mod terminal;
pub mod text;
pub mod theme;
pub mod watchdog;
pub mod widget;
