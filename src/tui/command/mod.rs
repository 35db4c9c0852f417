//! What a person can ask of the interface by a key, the palette or a name in a keymap.

mod group;
pub mod hints;
mod leaving;
mod place;
mod places;
pub mod run;
pub mod table;
