//! Boxes and pages above the screen. Each owns its cursor and scroll and what is typed in it.

pub mod ask;
pub mod base;
pub mod card;
pub mod chain;
mod commands;
pub mod comparison;
pub mod filter;
pub mod go;
pub mod help;
pub mod history;
pub mod impact;
mod municipal;
pub mod new_period;
pub mod organisation;
pub mod page;
pub mod palette;
pub mod people;
pub mod periods;
pub mod picker;
pub mod plain;
pub mod record;
pub mod reference;
pub mod scale;
pub mod search;
pub mod settings;
mod somebody;
pub mod users;
