//! Folding: two spellings that a person takes for the same become the same; and the short form of a name.
//!
//! Invariant: folding keeps the number of characters, so that a place found in the folded text is the place in the text itself.

use super::super::number::GROUP;

/// A character without its case; ё is е; quotes, № and every kind of space are a space; every kind of dash is a hyphen.
#[must_use]
pub fn fold_char(c: char) -> char {
    match c {
        'ё' | 'Ё' => 'е',
        'а'..='я' | 'a'..='z' | '0'..='9' => c,
        '«' | '»' | '„' | '“' | '”' | '‟' | '‘' | '’' | '‚' | '‛' | '‹' | '›' | '№' | '"'
        | '\'' | '`' => ' ',
        '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
        c if c.is_whitespace() => ' ',
        // «İ» alone has two characters in lower case; the first is the letter.
        c => c.to_lowercase().next().unwrap_or(c),
    }
}

/// [`fold_char`] for every character. The text should be clean: decomposed letters are not joined here.
#[must_use]
pub fn fold(text: &str) -> String {
    text.chars().map(fold_char).collect()
}

/// «Ерёмин К. Л.» with no-break spaces, so that the initials stay with the surname. What is missing is left out;
/// of a double name both halves are kept: «А.-М.».
#[must_use]
pub fn initials(surname: &str, given: &str, patronymic: &str) -> String {
    let mut short = String::from(surname.trim());
    for name in [given, patronymic] {
        let letters: Vec<String> = name
            .trim()
            .split('-')
            .filter_map(|half| half.chars().find(|c| c.is_alphabetic()))
            .map(|letter| format!("{}.", letter.to_uppercase()))
            .collect();
        if letters.is_empty() {
            continue;
        }
        if !short.is_empty() {
            short.push(GROUP);
        }
        short.push_str(&letters.join("-"));
    }
    short
}
