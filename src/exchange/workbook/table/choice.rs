//! The words of a choice: what may stand in a cell for each value, and which of them is written.

/// Each value with the words for it; the first is the one that is written and that a fault names.
pub type Words<T> = [(T, &'static [&'static str])];

/// The word that is written for a value.
#[must_use]
pub fn word<T: PartialEq>(words: &Words<T>, of: &T) -> String {
    let found = words.iter().find(|(it, _)| it == of);
    let first = found.and_then(|(_, words)| words.first());
    first.map(|it| (*it).to_owned()).unwrap_or_default()
}

/// All the words that are written.
#[must_use]
pub fn choices<T>(words: &Words<T>) -> Vec<String> {
    let first = words.iter().filter_map(|(_, words)| words.first());
    first.map(|it| (*it).to_owned()).collect()
}
