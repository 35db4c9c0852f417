//! The mark in the note of a value that was carried over from an earlier period, and what somebody has said beside it.
//!
//! That a figure was taken from the period before is no word of why it is as it is: the mark by itself explains nothing. The words are the
//! locale's; here it is only known by which they begin, as both languages write them into one store.

use super::decide;
use super::state::State;

/// How the mark begins, in every language of the interface; the name of the period follows.
pub const MARKS: [&str; 2] = ["Перенесено из ", "Carried over from "];

/// What stands between a mark and what somebody has written beside it.
const BETWEEN: [char; 6] = [':', '.', ';', ',', ' ', '\n'];

/// A note without the marks that it begins with: what is carried over twice has two.
#[must_use]
pub fn own_words<'a>(state: &State, note: &'a str) -> &'a str {
    let mut own = note;
    while let Some(after) = beside_mark(state, own) {
        own = after;
    }
    own
}

/// Whether the note of a value explains it: what was only carried over does not.
#[must_use]
pub fn explains(state: &State, note: &str) -> bool {
    decide::explains(own_words(state, note))
}

/// What follows the mark; `None` where the note does not begin with one. «Перенесено из второго корпуса» is somebody's own words.
fn beside_mark<'a>(state: &State, note: &'a str) -> Option<&'a str> {
    let from = MARKS.iter().find_map(|it| note.strip_prefix(it))?;
    let names = state.periods.values().map(|it| it.name.as_str());
    let rests = names.filter_map(|it| from.strip_prefix(it));
    let whole = rests.filter(|it| !it.starts_with(char::is_alphanumeric));
    // Of two names the longer one is meant: «2024/25» is how another one may begin.
    let rest = whole.min_by_key(|it| it.chars().count())?;
    Some(rest.trim_start_matches(BETWEEN))
}
