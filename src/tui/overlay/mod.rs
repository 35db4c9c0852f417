//! Boxes and pages above the screen. Each owns its cursor and scroll and what is typed in it.

pub mod card;
pub mod chain;
pub mod filter;
pub mod help;
pub mod history;
pub mod organisation;
pub mod palette;
pub mod periods;
pub mod picker;
pub mod scale;
pub mod search;
