//! What is wrong with a text that is no TOML, in the person's language: the reader's English words are told apart, and ours are said.

use super::{Locale, Phrase};

/// Beginnings of what the reader of TOML says, and what that means; the first that fits counts.
const MEANS: [(&str, Phrase); 39] = [
    ("duplicate key", Phrase::TomlWordsTwice),
    ("cannot extend", Phrase::TomlWordsTwice),
    ("string values must be quoted", Phrase::TomlWordsValue),
    ("invalid value", Phrase::TomlWordsValue),
    ("invalid boolean", Phrase::TomlWordsValue),
    ("key with no value", Phrase::TomlWordsNoValue),
    ("missing value", Phrase::TomlWordsNoValue),
    ("missing assignment", Phrase::TomlWordsNoValue),
    ("extra `=`", Phrase::TomlWordsNoValue),
    ("missing opening quote", Phrase::TomlWordsQuote),
    ("invalid comment character", Phrase::TomlWordsSign),
    ("carriage return", Phrase::TomlWordsSign),
    ("missing escaped value", Phrase::TomlWordsEscape),
    ("too few unicode", Phrase::TomlWordsEscape),
    ("invalid escape", Phrase::TomlWordsEscape),
    ("unclosed", Phrase::TomlWordsBracket),
    ("missing array opening", Phrase::TomlWordsBracket),
    ("missing inline table opening", Phrase::TomlWordsBracket),
    ("missing table open", Phrase::TomlWordsBracket),
    ("missing comma", Phrase::TomlWordsComma),
    ("extra comma", Phrase::TomlWordsComma),
    ("extra assignment", Phrase::TomlWordsComma),
    ("unexpected `=` in array", Phrase::TomlWordsComma),
    ("invalid unquoted key", Phrase::TomlWordsKey),
    ("unquoted keys", Phrase::TomlWordsKey),
    ("keys cannot", Phrase::TomlWordsKey),
    ("missing key", Phrase::TomlWordsKey),
    ("invalid float", Phrase::TomlWordsNumber),
    ("invalid integer", Phrase::TomlWordsNumber),
    ("invalid date", Phrase::TomlWordsNumber),
    ("invalid time", Phrase::TomlWordsNumber),
    ("unexpected leading zero", Phrase::TomlWordsNumber),
    ("unexpected sign", Phrase::TomlWordsNumber),
    ("redundant", Phrase::TomlWordsNumber),
    ("radix", Phrase::TomlWordsNumber),
    ("`_` may only", Phrase::TomlWordsNumber),
    ("unexpected key or value", Phrase::TomlWordsMore),
    ("unexpected content", Phrase::TomlWordsMore),
    ("cannot recurse", Phrase::TomlWordsDeep),
];

impl Locale {
    /// What the reader of TOML said, in a few words of the person's language.
    #[must_use]
    pub fn toml_words(&self, said: &str) -> String {
        self.say(meaning(said))
    }
}

fn meaning(said: &str) -> Phrase {
    let known = MEANS.iter().find(|(begins, _)| said.starts_with(begins));
    if let Some((_, phrase)) = known {
        return *phrase;
    }
    let is = |part: &str| said.contains(part);
    match () {
        () if is("string") && is("visible characters") => Phrase::TomlWordsSign,
        () if is("string") => Phrase::TomlWordsQuote,
        () if is("number") || is("integer") => Phrase::TomlWordsNumber,
        () => Phrase::TomlWordsOther,
    }
}
