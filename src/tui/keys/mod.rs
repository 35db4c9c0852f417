//! Keys and what they mean: [`Key`], [`Keymap`], loading it from TOML, the lint and the key table.
//!
//! A keymap binds sequences of keys to commands in one table for the whole program.
//! Invariant: a key has one meaning, wherever it is pressed; whether the command applies there is the command's affair.
//! Must not know what a command does, nor read a file: text and path are handed in.

mod builtin;
mod fault;
mod forbidden;
mod key;
mod keymap;
mod layout;
mod lint;
mod load;
mod nearest;
mod table;

pub use builtin::{BUILT_IN, built_in};
pub use fault::{Fault, Problem};
pub use forbidden::{Forbidden, forbidden};
pub use key::{Code, Key};
pub use keymap::{Keymap, Lookup, MOST_KEYS, Shown, parse_sequence, show_sequence};
pub use layout::Layout;
pub use lint::lint;
pub use load::{Loaded, load};
pub use table::{Row, Section, key_table, markdown, plain};
