//! Order within a tier, and the letters to mark: the two things that are looked at in a name itself, not in the dictionary.
//!
//! The only file that names `fuzzy-matcher`.

use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;

use super::query::{Query, Token};
use super::tier::{Tier, by_letters, by_sound};
use super::words::words;
use crate::domain::text::sound;

/// Characters of a name that are scored; a score costs their number times that of the query's.
const SCORED_CHARS: usize = 120;
/// What a name gets that is spelled out by the query to its last letter: more than any score.
const SPELLED_OUT: i64 = 1_000_000;

/// What a name gets that begins with the query, so that «Петров» offers Петровы before Мария Петровна: less than one that is spelled out.
const BEGINS: i64 = 100_000;

/// Orders entries of one rank: by the score of `fuzzy-matcher`, to which both sides come folded, because it folds ASCII only.
pub(super) struct Scorer<'a> {
    query: &'a Query,
    matcher: SkimMatcherV2,
}

impl<'a> Scorer<'a> {
    /// A scorer for one search.
    pub fn new(query: &'a Query) -> Self {
        Self {
            query,
            matcher: SkimMatcherV2::default().respect_case(),
        }
    }

    /// The score of a folded name; the higher the better.
    pub fn score(&self, folded: &str) -> i64 {
        let spelled_out = if folded == self.query.whole {
            SPELLED_OUT
        } else if !self.query.whole.is_empty() && folded.starts_with(&self.query.whole) {
            BEGINS
        } else {
            0
        };
        let end = folded
            .char_indices()
            .nth(SCORED_CHARS)
            .map_or(folded.len(), |(end, _)| end);
        let folded = folded.get(..end).unwrap_or(folded);
        let token_score = |token: &Token| -> i64 {
            let by_letters = token.readings.iter().filter(|reading| !reading.by_sound);
            let piece_score = |piece: &String| self.matcher.fuzzy_match(folded, piece).unwrap_or(0);
            by_letters
                .map(|reading| reading.pieces.iter().map(piece_score).sum())
                .max()
                .unwrap_or(0)
        };
        spelled_out + self.query.tokens.iter().map(token_score).sum::<i64>()
    }
}

/// The places of the best match of a token in a folded name, in characters.
pub(super) fn places_of(token: &Token, folded: &str) -> Vec<usize> {
    let words = words(folded);
    let mut best: Option<(Tier, Vec<usize>)> = None;
    for reading in &token.readings {
        let mut worst = Tier::Whole;
        let mut places = Vec::new();
        for piece in &reading.pieces {
            let matches = words.iter().filter_map(|word| {
                let tier = if reading.by_sound {
                    by_sound(piece, &sound(&word.text))
                } else {
                    by_letters(piece, &word.text)
                };
                tier.map(|tier| (tier, word))
            });
            let Some((tier, word)) = matches.min_by_key(|(tier, word)| (*tier, word.part)) else {
                continue;
            };
            worst = worst.max(tier);
            places.extend(
                places_in_word(piece, &word.text, tier, reading.by_sound)
                    .into_iter()
                    .map(|at| word.start + at),
            );
        }
        if !places.is_empty() && best.as_ref().is_none_or(|(tier, _)| worst < *tier) {
            best = Some((worst, places));
        }
    }
    best.map(|(_, places)| places).unwrap_or_default()
}

fn places_in_word(piece: &str, word: &str, tier: Tier, by_sound: bool) -> Vec<usize> {
    let length = piece.chars().count();
    match tier {
        // The letters of a sound are not those of the word.
        _ if by_sound => (0..word.chars().count()).collect(),
        Tier::Whole | Tier::Beginning => (0..length).collect(),
        Tier::Inside => {
            let start = word
                .split(piece)
                .next()
                .map_or(0, |before| before.chars().count());
            (start..start + length).collect()
        }
        Tier::Scattered => {
            let found = SkimMatcherV2::default()
                .respect_case()
                .fuzzy_indices(word, piece);
            found.map(|(_, places)| places).unwrap_or_default()
        }
    }
}
