//! Every phrase that a person reads, in Russian and in English, and how numbers and dates are written.
//!
//! A phrase is a row of [`Phrase`] and a Fluent message in `ru/*.ftl` and in `en/*.ftl`; the tests hold the three together, with the names of the arguments.
//! Owns words and notation. Must not know how a phrase is drawn, nor where the screen is.
//!
//! A caller never builds a sentence from pieces: it says one phrase and gives it arguments.

mod args;
mod bundle;
mod cli;
mod entry;
pub mod format;
mod intervals;
mod narrator;
mod phrases;
mod place;
mod quote;
mod sources;
mod steps;
mod system;
mod toml;
mod typing;
mod words;

use std::fmt;
use std::sync::OnceLock;

pub use crate::args;
pub use args::{ArgValue, Args};
pub use format::NBSP;
pub use narrator::{CommitRow, FieldChange, Narrator, Told, threshold, to_do};
pub use phrases::Phrase;
pub use place::{address, letters};
pub use sources::sources;
pub use words::Word;

use bundle::Bundle;

/// A language of the interface.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Lang {
    /// Russian: complete, and the default.
    #[default]
    Ru,
    /// English: complete.
    En,
}

impl Lang {
    /// All languages, the default first.
    pub const ALL: [Lang; 2] = [Lang::Ru, Lang::En];

    /// The code as given to `--lang`: `ru` or `en`.
    pub fn code(self) -> &'static str {
        match self {
            Lang::Ru => "ru",
            Lang::En => "en",
        }
    }

    /// The language of a code; `None` for a code that we do not have.
    pub fn from_code(code: &str) -> Option<Lang> {
        Lang::ALL.into_iter().find(|lang| lang.code() == code)
    }
}

/// The voice of the program in one language. Cheap to keep, a few milliseconds to build, `Send` and `Sync`.
///
/// Saying never fails: a message that is missing in the language is taken from the Russian, and then its id stands for it.
pub struct Locale {
    lang: Lang,
    bundle: Bundle,
    /// Built at the first phrase that `bundle` lacks; the tests see to it that this never happens.
    fallback: OnceLock<Bundle>,
}

impl Locale {
    /// The voice of one language.
    pub fn new(lang: Lang) -> Self {
        Self {
            lang,
            bundle: Bundle::new(lang),
            fallback: OnceLock::new(),
        }
    }

    /// The language spoken.
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// A phrase without arguments.
    pub fn say(&self, phrase: Phrase) -> String {
        self.say_with(phrase, &Args::new())
    }

    /// A phrase with its arguments: `locale.say_with(Phrase::RowsMarked, &args![n = 5])`.
    ///
    /// In a debug build the names must be those that the phrase declares, so that a test which draws a screen finds a misnamed one.
    pub fn say_with(&self, phrase: Phrase, args: &Args<'_>) -> String {
        debug_assert!(
            args.are(phrase.args()),
            "{}: declared {:?}, given {:?}",
            phrase.id(),
            phrase.args(),
            args.names()
        );
        self.bundle
            .format(phrase.id(), args)
            .or_else(|| {
                self.fallback
                    .get_or_init(|| Bundle::new(Lang::Ru))
                    .format(phrase.id(), args)
            })
            .unwrap_or_else(|| phrase.id().to_owned())
    }
}

impl fmt::Debug for Locale {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Locale")
            .field("lang", &self.lang)
            .finish_non_exhaustive()
    }
}
