//! Alphabetical order as a Russian list has it: ё stands with е, numbers inside names count as numbers.
//!
//! Invariant: the order is total; two texts are equal in it only if they are the same text.

use super::fold::fold_char;

/// A key whose order is the alphabetical order of the texts; made once where many texts are sorted.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CollationKey(String);

/// The key of a text. First come the letters without case, with ё as е, numbers by their size and punctuation as nothing;
/// then, where that is equal, е before ё; then the text itself.
#[must_use]
pub fn collation_key(text: &str) -> CollationKey {
    let mut key = String::with_capacity(text.len() * 3);
    letters(text, &mut key);
    key.push('\0');
    // Lower case with ё kept: it only decides between texts whose letters are the same.
    key.extend(
        text.chars()
            .filter(|c| *c != '\0')
            .flat_map(char::to_lowercase),
    );
    key.push('\0');
    key.push_str(text);
    CollationKey(key)
}

fn letters(text: &str, key: &mut String) {
    let mut digits = String::new();
    let mut gap = false;
    for c in text.chars().map(fold_char) {
        if c.is_ascii_digit() {
            if digits.is_empty() {
                push_gap(key, &mut gap);
            }
            digits.push(c);
            continue;
        }
        push_number(key, &mut digits);
        if c.is_alphanumeric() {
            push_gap(key, &mut gap);
            key.push(c);
        } else {
            gap = true;
        }
    }
    push_number(key, &mut digits);
}

/// One space for any run of spaces and signs between words; none at the ends.
fn push_gap(key: &mut String, gap: &mut bool) {
    if *gap && !key.is_empty() {
        key.push(' ');
    }
    *gap = false;
}

/// A number is its length and then its digits, so that 2 < 12 < 100 letter by letter; «0» in front keeps numbers before letters.
fn push_number(key: &mut String, digits: &mut String) {
    if digits.is_empty() {
        return;
    }
    let significant = digits.trim_start_matches('0');
    let length = u32::try_from(significant.len())
        .ok()
        .and_then(|length| char::from_u32(length.saturating_add(1)));
    key.push('0');
    // A run of more than 55 000 digits is no number; it keeps its place after all others.
    key.push(length.unwrap_or('\u{d7ff}'));
    key.push_str(significant);
    digits.clear();
}
