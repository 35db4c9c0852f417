//! One index over everything that has a name: people, organisations, directions, indicators, documents, recommendations, decisions
//! and, added by the interface, commands. Pure; answers within a key press.
//!
//! # How it finds
//!
//! The index is a dictionary of the *different* words of all names, each with the entries it stands in. A query is cut into words, every
//! word is read in the ways its author may have meant it ([`Query`]: as typed, in the other keyboard layout, transliterated), and each reading is
//! held against the dictionary, not against the names: fifty thousand names have some ten thousand different words, so a key press is a scan
//! of the dictionary and a look at the entries behind the words that match. An entry is a hit if every word of the query is found in it, in any order.
//!
//! Hits come in tiers: the whole word, the beginning of a word, inside a word, letters left out. Within a tier a match as typed goes before a
//! guessed one, the name before what stands beside it, and then the score of `fuzzy-matcher`. No state is kept from one key press to the next.
//!
//! Must not know the screen, the store, or the interface language: words of the interface are handed in.

mod dictionary;
mod index;
pub mod over;
mod query;
mod score;
mod tier;
mod words;

pub use index::{Builder, Entry, Found, Group, Index};
pub use query::Query;
