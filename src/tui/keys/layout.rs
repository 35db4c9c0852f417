//! The same press of a key under the other layout, and which presses a layout can give at all.
//!
//! Built over the ЙЦУКЕН ↔ QWERTY table of [`crate::domain::text`]; used for commands only, never for text.

use super::key::{Code, Key};
use crate::domain::text;

/// A keyboard layout that a person may have on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Layout {
    /// ЙЦУКЕН.
    Russian,
    /// QWERTY.
    Latin,
}

impl Layout {
    /// Both.
    pub const ALL: [Layout; 2] = [Layout::Russian, Layout::Latin];

    /// What the key that gave `key` under the other layout gives under this one; the same key where the table has no other.
    ///
    /// A sign of ASCII counts as Latin: under ЙЦУКЕН it stands elsewhere, and `?` taken for Russian would make `&` of it.
    #[must_use]
    pub fn twin(self, key: Key) -> Key {
        let Code::Char(c) = key.code else { return key };
        let other = match self {
            Layout::Russian => text::russian(c),
            Layout::Latin if c.is_ascii() => None,
            Layout::Latin => text::latin(c),
        };
        Key {
            code: Code::Char(other.unwrap_or(c)),
            ..key
        }
    }

    /// Whether this press can be made with the layout on.
    #[must_use]
    pub fn can_type(self, key: Key) -> bool {
        let Code::Char(c) = key.code else { return true };
        match self {
            Layout::Latin => c.is_ascii(),
            // The signs that the table does not move, and those that it moves here.
            Layout::Russian => {
                text::latin(c).is_some() || (c.is_ascii() && text::russian(c).is_none())
            }
        }
    }
}
