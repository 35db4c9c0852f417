//! In which charset the person's locale expects text. Reads names only; whoever starts the program reads the environment.

use crate::tui::input::Charset;

/// What may be written to this terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OutputCharset {
    /// Everything.
    Utf8,
    /// A Russian charset of one byte.
    OneByte(Charset),
    /// `C`, or a charset that we do not know.
    Ascii,
}

impl OutputCharset {
    /// The charset of a locale, by the three variables that say it, in their order: `LC_ALL`, `LC_CTYPE`, `LANG`.
    #[must_use]
    pub fn of_locale(lc_all: Option<&str>, lc_ctype: Option<&str>, lang: Option<&str>) -> Self {
        let said = [lc_all, lc_ctype, lang]
            .into_iter()
            .flatten()
            .find(|it| !it.is_empty())
            .unwrap_or("C");
        let without_variant = said.split('@').next().unwrap_or(said);
        // macOS says only `UTF-8`.
        let name = without_variant
            .rsplit('.')
            .next()
            .unwrap_or(without_variant);
        let name: String = name
            .chars()
            .filter(char::is_ascii_alphanumeric)
            .collect::<String>()
            .to_ascii_lowercase();
        match name.as_str() {
            "utf8" => Self::Utf8,
            "cp1251" | "windows1251" | "ansi1251" | "microsoftcp1251" => {
                Self::OneByte(Charset::Cp1251)
            }
            "koi8r" => Self::OneByte(Charset::Koi8R),
            "cp866" | "ibm866" | "866" => Self::OneByte(Charset::Cp866),
            _ => Self::Ascii,
        }
    }

    /// What bytes that are not UTF-8 are taken for where this is the locale.
    #[must_use]
    pub const fn input(self) -> Charset {
        match self {
            Self::OneByte(it) => it,
            Self::Utf8 | Self::Ascii => Charset::Cp1251,
        }
    }

    /// A message in this charset; `?` for what it has not.
    #[must_use]
    pub fn encode(self, text: &str) -> Vec<u8> {
        match self {
            Self::Utf8 => text.as_bytes().to_vec(),
            Self::OneByte(it) => it.encode(text),
            Self::Ascii => text
                .chars()
                .map(|it| u8::try_from(it).ok().filter(u8::is_ascii).unwrap_or(b'?'))
                .collect(),
        }
    }
}
