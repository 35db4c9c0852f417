//! The different words of all names, each with the entries it stands in.
//!
//! Invariant: every place belongs to an entry that is in the index now.

use std::collections::HashMap;

use super::query::Reading;
use super::tier::{Tier, by_letters, by_sound, mask};
use crate::domain::text::sound;

/// An entry in which a word stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Place {
    /// The entry's slot.
    pub slot: u32,
    /// Beside the name, or only a part of a compound: weighs less.
    pub minor: bool,
}

/// How well an entry matches a token: tier, guessed or typed, minor or not, in the order of weight. [`NO_MATCH`] is none.
pub(super) type Code = u8;

/// The entry does not match.
pub(super) const NO_MATCH: Code = u8::MAX;

/// The tier of a code.
pub(super) fn tier_of(code: Code) -> u8 {
    code >> 2
}

fn code(tier: Tier, guessed: bool, minor: bool) -> Code {
    (tier as u8) << 2 | u8::from(guessed) << 1 | u8::from(minor)
}

#[derive(Debug, Clone)]
struct Word {
    text: Box<str>,
    sound: Box<str>,
    places: Vec<Place>,
}

/// The dictionary.
#[derive(Debug, Clone, Default)]
pub(super) struct Dictionary {
    numbers: HashMap<Box<str>, usize>,
    words: Vec<Word>,
    /// Letters of each word's text and sound, apart from the words: a scan reads little else.
    masks: Vec<(u64, u64)>,
}

impl Dictionary {
    /// Notes that a word stands in an entry. Answers the word's number.
    pub fn add(&mut self, text: &str, place: Place) -> usize {
        let number = match self.numbers.get(text) {
            Some(&number) => number,
            None => {
                let number = self.words.len();
                let sound = sound(text);
                self.masks.push((mask(text), mask(&sound)));
                self.words.push(Word {
                    text: text.into(),
                    sound: sound.into(),
                    places: Vec::new(),
                });
                self.numbers.insert(text.into(), number);
                number
            }
        };
        // A name may have a word twice; its places come one after another.
        if let Some(word) = self.words.get_mut(number)
            && word.places.last() != Some(&place)
        {
            word.places.push(place);
        }
        number
    }

    /// Forgets that a word stands in an entry. A word without places stays, it will likely be wanted again.
    pub fn remove(&mut self, number: usize, slot: u32) {
        if let Some(word) = self.words.get_mut(number) {
            word.places.retain(|place| place.slot != slot);
        }
    }

    /// Writes the best code of a reading into the table, which has a code for each slot.
    pub fn look_up(&self, reading: &Reading, table: &mut [Code]) {
        if let [piece] = reading.pieces.as_slice() {
            self.look_up_piece(piece, reading, table);
            return;
        }
        // All pieces must be found: the worst of them counts.
        let mut worst = vec![0; table.len()];
        for piece in &reading.pieces {
            let mut codes = vec![NO_MATCH; table.len()];
            self.look_up_piece(piece, reading, &mut codes);
            for (worst, code) in worst.iter_mut().zip(codes) {
                *worst = code.max(*worst);
            }
        }
        for (best, code) in table.iter_mut().zip(worst) {
            *best = code.min(*best);
        }
    }

    fn look_up_piece(&self, piece: &str, reading: &Reading, table: &mut [Code]) {
        let wanted = mask(piece);
        for (word, (letters, sounds)) in self.words.iter().zip(&self.masks) {
            let has = if reading.by_sound { *sounds } else { *letters };
            if wanted & !has != 0 {
                continue;
            }
            let tier = if reading.by_sound {
                by_sound(piece, &word.sound)
            } else {
                by_letters(piece, &word.text)
            };
            let Some(tier) = tier else { continue };
            let codes = [false, true].map(|minor| code(tier, !reading.as_typed, minor));
            let [major, minor] = codes;
            for place in &word.places {
                let found = if place.minor { minor } else { major };
                if let Some(best) = usize::try_from(place.slot)
                    .ok()
                    .and_then(|slot| table.get_mut(slot))
                {
                    *best = found.min(*best);
                }
            }
        }
    }
}
