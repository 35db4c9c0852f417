//! How well a piece of a query matches a word.

/// The letters that a text has, as bits: no piece is in a word that lacks one of its letters.
pub(super) fn mask(text: &str) -> u64 {
    text.chars().fold(0, |mask, c| mask | bit(c))
}

fn bit(c: char) -> u64 {
    let code = u32::from(c);
    let place = match c {
        'а'..='я' => code - u32::from('а'),
        'a'..='z' => 32 + code - u32::from('a'),
        '0'..='9' => 58 + (code - u32::from('0')) % 5,
        _ => 63,
    };
    1 << place
}

/// How well a piece matches a word; the better the smaller.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Tier {
    /// The whole word.
    Whole = 0,
    /// The beginning of the word.
    Beginning = 1,
    /// Somewhere inside the word.
    Inside = 2,
    /// The letters in their order with others left out, from the first letter on.
    Scattered = 3,
}

/// The tier of a match by letters. Numbers match from their first digit on or not at all: «12» is neither in 2012 nor in 112.
pub(super) fn by_letters(piece: &str, word: &str) -> Option<Tier> {
    if let Some(rest) = word.strip_prefix(piece) {
        return Some(if rest.is_empty() {
            Tier::Whole
        } else {
            Tier::Beginning
        });
    }
    if piece.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let letters = piece.chars().take(3).count();
    if letters >= 2 && word.contains(piece) {
        return Some(Tier::Inside);
    }
    (letters >= 3 && is_scattered(piece, word)).then_some(Tier::Scattered)
}

/// The tier of a match by sound. Sounds are blurred already, so letters are not left out as well.
pub(super) fn by_sound(piece: &str, sound: &str) -> Option<Tier> {
    by_letters(piece, sound)
        .filter(|tier| *tier < Tier::Scattered && (piece.len() >= 3 || *tier < Tier::Inside))
}

/// Whether the letters of the piece are in the word in this order, the first of them being the word's first.
fn is_scattered(piece: &str, word: &str) -> bool {
    let mut rest = word.chars();
    let mut letters = piece.chars();
    letters.next() == rest.next() && letters.all(|letter| rest.any(|c| c == letter))
}
