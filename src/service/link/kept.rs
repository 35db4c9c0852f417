//! Unfinished input as several windows of one person keep it: by place and window, the later word of each wins.
//!
//! Every end merges what it hears by the same rule, in any order and as often as it likes; so nothing depends on who was connected
//! when. Knows neither files nor screens.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::domain::ids::Timestamp;

/// Input begun and not accepted (незаконченная запись), kept for its author.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unsaved {
    /// Where it belongs, as the interface names it: a cell, a form.
    pub place: String,
    /// The text of each field.
    pub fields: Vec<(String, String)>,
    /// When it was last touched.
    pub at: Timestamp,
}

/// Whose input it is: the place, and the window in which it was typed. Two windows may have something unfinished in one place, and
/// neither takes the other's words away.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Slot {
    /// Where it belongs.
    pub place: String,
    /// A number that each window makes for itself.
    pub window: u64,
}

/// The last word on a slot.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kept {
    /// Which slot.
    pub slot: Slot,
    /// When it was said.
    pub at: Timestamp,
    /// The text of each field; `None` once it was accepted or thrown away.
    pub fields: Option<Vec<(String, String)>>,
}

impl Kept {
    /// Input of a window.
    #[must_use]
    pub fn typed(window: u64, unsaved: Unsaved) -> Kept {
        Kept {
            slot: Slot {
                place: unsaved.place,
                window,
            },
            at: unsaved.at,
            fields: Some(unsaved.fields),
        }
    }

    /// The input, unless it is gone.
    #[must_use]
    pub fn unsaved(&self) -> Option<Unsaved> {
        Some(Unsaved {
            place: self.slot.place.clone(),
            fields: self.fields.clone()?,
            at: self.at,
        })
    }

    /// About how many bytes it takes.
    #[must_use]
    pub fn weight(&self) -> usize {
        const WORD: usize = 64;
        let fields = self.fields.iter().flatten();
        let texts = fields.map(|(name, text)| name.len() + text.len());
        WORD + self.slot.place.len() + texts.sum::<usize>()
    }

    /// Whether this stands against another word on the same slot. At one moment, that it is gone stands.
    fn beats(&self, other: &Kept) -> bool {
        let rank = |it: &Kept| (it.at, it.fields.is_none());
        rank(self) > rank(other) || (rank(self) == rank(other) && self.fields > other.fields)
    }
}

/// Words on many slots.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KeptSet(BTreeMap<Slot, Kept>);

/// How many slots are remembered as gone: whoever was away for so long brings a word back that somebody threw away, and loses none.
const MOST_GONE: usize = 200;

impl KeptSet {
    /// Takes a word in. Whether it stands.
    pub fn merge(&mut self, word: Kept) -> bool {
        let stands = self.0.get(&word.slot).is_none_or(|it| word.beats(it));
        if stands {
            self.0.insert(word.slot.clone(), word);
        }
        stands
    }

    /// The last word on a slot.
    #[must_use]
    pub fn get(&self, slot: &Slot) -> Option<&Kept> {
        self.0.get(slot)
    }

    /// All words.
    pub fn iter(&self) -> impl Iterator<Item = &Kept> {
        self.0.values()
    }

    /// Forgets what has been gone for longest, where there is too much of it.
    pub fn forget_oldest(&mut self) {
        let gone = self.0.values().filter(|it| it.fields.is_none());
        let mut gone: Vec<(Timestamp, Slot)> = gone.map(|it| (it.at, it.slot.clone())).collect();
        gone.sort_unstable();
        let too_many = gone.len().saturating_sub(MOST_GONE);
        for (_, slot) in gone.into_iter().take(too_many) {
            self.0.remove(&slot);
        }
    }

    /// Lets go of words that others have, or have later ones than.
    pub fn settle(&mut self, known: &[Kept]) {
        for word in known {
            if self.get(&word.slot).is_some_and(|it| !it.beats(word)) {
                self.0.remove(&word.slot);
            }
        }
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl FromIterator<Kept> for KeptSet {
    fn from_iter<T: IntoIterator<Item = Kept>>(words: T) -> KeptSet {
        let mut set = KeptSet::default();
        for word in words {
            set.merge(word);
        }
        set
    }
}

impl IntoIterator for KeptSet {
    type Item = Kept;
    type IntoIter = std::collections::btree_map::IntoValues<Slot, Kept>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_values()
    }
}
