//! The keymaps compiled into the program, from `keymaps/`.

use std::collections::BTreeSet;

use super::keymap::{Keymap, Names};
use super::load::load;

/// Name, path in the source tree and text of each keymap; the default first.
pub const BUILT_IN: [(&str, &str, &str); 3] = [
    (
        "russian",
        "keymaps/russian.toml",
        include_str!("../../../keymaps/russian.toml"),
    ),
    (
        "far",
        "keymaps/far.toml",
        include_str!("../../../keymaps/far.toml"),
    ),
    (
        "vim",
        "keymaps/vim.toml",
        include_str!("../../../keymaps/vim.toml"),
    ),
];

/// A keymap of that name; `None` if there is none.
///
/// Invariant: a base stands before what is built on it, and `russian` has none; the tests hold this, and that each loads without a fault.
#[must_use]
pub fn built_in(name: &str) -> Option<Keymap> {
    BUILT_IN
        .iter()
        .find(|(it, ..)| *it == name)
        .map(|(_, path, text)| load(text, path).keymap)
}

/// The Russian mnemonics.
impl Default for Keymap {
    fn default() -> Keymap {
        built_in("russian").unwrap_or_else(|| {
            Keymap::new(Names::default(), "".into(), Vec::new(), BTreeSet::new())
        })
    }
}
