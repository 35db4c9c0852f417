//! One-byte charsets of Russian terminals. PuTTY set to CP1251 sends «п» as the single byte EF.

use encoding_rs::{Encoding, IBM866, KOI8_R, WINDOWS_1251};

/// What the bytes of a terminal mean where they are not UTF-8.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Charset {
    /// Windows, and what a terminal that is not UTF-8 is taken for.
    #[default]
    Cp1251,
    /// Old Unix systems.
    Koi8R,
    /// DOS.
    Cp866,
}

impl Charset {
    fn encoding(self) -> &'static Encoding {
        match self {
            Self::Cp1251 => WINDOWS_1251,
            Self::Koi8R => KOI8_R,
            Self::Cp866 => IBM866,
        }
    }

    /// The character of one byte; none for the few bytes without one.
    pub(super) fn letter(self, byte: u8) -> Option<char> {
        let bytes = [byte];
        let (text, _) = self.encoding().decode_without_bom_handling(&bytes);
        text.chars().next().filter(|it| !it.is_control())
    }

    /// Bytes of this charset as text.
    #[must_use]
    pub fn decode(self, bytes: &[u8]) -> String {
        self.encoding()
            .decode_without_bom_handling(bytes)
            .0
            .into_owned()
    }

    /// A text in this charset; `?` for what it has not.
    #[must_use]
    pub fn encode(self, text: &str) -> Vec<u8> {
        let mut out = Vec::with_capacity(text.len());
        for c in text.chars() {
            let mut utf8 = [0; 4];
            let (bytes, _, unmappable) = self.encoding().encode(c.encode_utf8(&mut utf8));
            if unmappable {
                out.push(b'?');
            } else {
                out.extend_from_slice(&bytes);
            }
        }
        out
    }
}

/// Whether a read can only be Russian typed into a UTF-8 terminal: at least one letter of two bytes, all of them Russian.
pub(super) fn is_russian_utf8(bytes: &[u8]) -> bool {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return false;
    };
    let mut letters = text.chars().filter(|it| !it.is_ascii()).peekable();
    letters.peek().is_some() && letters.all(|it| matches!(it, 'А'..='я' | 'Ё' | 'ё'))
}
