//! A query: its words, and the ways each of them may have been meant.

use super::words::{runs, words};
use crate::domain::text::{fold, retype_latin, retype_russian, sounds_of_query};

/// What is typed into the search box, cut and read in all the ways that make sense. Made once per key press.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Query {
    /// Words in any order; every one of them must be found.
    pub(super) tokens: Vec<Token>,
    /// The whole query as typed, folded, to know a name that it spells out.
    pub(super) whole: String,
}

/// A word of a query with its readings, the likeliest first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Token {
    pub readings: Vec<Reading>,
}

/// One way to read a word: all its pieces must be found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Reading {
    /// What is looked for, folded; never empty.
    pub pieces: Vec<String>,
    /// Whether the pieces are held against the sound of words.
    pub by_sound: bool,
    /// Whether it is what was typed, not a guess.
    pub as_typed: bool,
}

/// Words of a query beyond this number are left out: nobody types so many, but somebody may paste them.
const MOST_TOKENS: usize = 12;

impl Query {
    /// Reads a query. «ерёмин 12» has two words; `ghbrfp` is read as «приказ» too, `eremin` by its sound, `сш12` as «сш» and 12.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let tokens = text
            .split_whitespace()
            .map(Token::read)
            .filter(|token| !token.readings.is_empty());
        Self {
            tokens: tokens.take(MOST_TOKENS).collect(),
            whole: fold(text.trim()),
        }
    }

    /// Whether there is nothing to look for.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.tokens.is_empty()
    }
}

impl Token {
    fn read(typed: &str) -> Self {
        let mut readings: Vec<Reading> = Vec::new();
        let mut add = |pieces: Vec<String>, by_sound: bool, as_typed: bool| {
            let known =
                |reading: &Reading| reading.pieces == pieces && reading.by_sound == by_sound;
            if !pieces.is_empty() && !readings.iter().any(known) {
                readings.push(Reading {
                    pieces,
                    by_sound,
                    as_typed,
                });
            }
        };
        let (russian, latin) = (retype_russian(typed), retype_latin(typed));
        add(pieces(typed), false, true);
        for other in [&russian, &latin] {
            add(pieces(other), false, false);
        }
        for text in [typed, &russian, &latin] {
            let split: Vec<String> = pieces(text).iter().flat_map(|piece| runs(piece)).collect();
            add(split, false, false);
        }
        // Latin letters may be a transliteration: those that were typed, or those that the Latin layout would have given.
        let is_latin = |text: &str| {
            let letters = text.chars().filter(char::is_ascii_alphabetic).count();
            letters >= 2
                && text
                    .chars()
                    .all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '\'' | '’'))
        };
        for text in [typed, &latin] {
            if is_latin(text) {
                for sound in sounds_of_query(text) {
                    add(pieces(&sound), true, false);
                }
            }
        }
        Self { readings }
    }
}

/// The words of a text that are not parts of others.
fn pieces(text: &str) -> Vec<String> {
    words(&fold(text))
        .into_iter()
        .filter(|word| !word.part)
        .map(|word| word.text)
        .collect()
}
