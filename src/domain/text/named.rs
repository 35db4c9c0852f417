//! Where a text says the name of a person: the surname in any case, with the initials or names beside it, or the given name with the
//! patronymic.
//!
//! Pure. What it finds is a guess, shown to somebody before anything rests on it: another person may be called the same. Where
//! initials beside the surname are those of somebody else, it is nobody's mention.

use std::collections::BTreeSet;
use std::ops::Range;

use super::forms::forms;
use super::{fold, fold_char};

/// Endings by which a word is a surname and nothing else, also where somebody has typed it small.
const UNMISTAKABLE: [&str; 12] = [
    "ов",
    "ев",
    "ова",
    "ева",
    "ский",
    "цкий",
    "ская",
    "цкая",
    "енко",
    "швили",
    "дзе",
    "ян",
];

/// A name, ready to be looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// Of a double surname each half.
    surname: Vec<BTreeSet<String>>,
    given: BTreeSet<String>,
    patronymic: BTreeSet<String>,
    initials: [Option<char>; 2],
    is_unmistakable: bool,
}

/// A word of a text.
struct Word<'a> {
    text: &'a str,
    folded: String,
    at: Range<usize>,
}

impl Named {
    /// The name of surname, given name and patronymic; the last two may be empty.
    #[must_use]
    pub fn new(surname: &str, given: &str, patronymic: &str) -> Named {
        let first = |name: &str| name.trim().chars().next().map(fold_char);
        let folded = fold(surname.trim());
        Named {
            surname: (surname.trim().split('-'))
                .map(forms)
                .filter(|it| !it.is_empty())
                .collect(),
            given: forms(given),
            patronymic: forms(patronymic),
            initials: [first(given), first(patronymic)],
            is_unmistakable: folded.chars().count() > 4
                && UNMISTAKABLE.iter().any(|it| folded.ends_with(it)),
        }
    }

    /// Where the name is said, in order.
    #[must_use]
    pub fn find(&self, text: &str) -> Vec<Range<usize>> {
        if text.is_empty() || self.surname.is_empty() {
            return Vec::new();
        }
        let words = words(text);
        let mut found: Vec<Range<usize>> = Vec::new();
        for (index, word) in words.iter().enumerate() {
            let range = if self.is_surname(word) {
                self.with_neighbours(text, &words, index)
            } else {
                self.is_addressed(text, &words, index)
            };
            let Some(range) = range else { continue };
            match found.last_mut() {
                Some(last) if range.start < last.end => last.end = last.end.max(range.end),
                _ => found.push(range),
            }
        }
        found
    }

    /// The text with a mark in every place where the name was said; `None` where it was not.
    #[must_use]
    pub fn without(&self, text: &str, mark: &str) -> Option<String> {
        let found = self.find(text);
        if found.is_empty() {
            return None;
        }
        let mut left = String::with_capacity(text.len());
        let mut from = 0;
        for range in found {
            left.push_str(text.get(from..range.start).unwrap_or_default());
            left.push_str(mark);
            from = range.end;
        }
        left.push_str(text.get(from..).unwrap_or_default());
        Some(left)
    }

    fn is_surname(&self, word: &Word<'_>) -> bool {
        let is_large = word.text.chars().next().is_some_and(char::is_uppercase);
        if !is_large && !self.is_unmistakable {
            return false;
        }
        let parts: Vec<&str> = word.folded.split('-').collect();
        match self.surname.as_slice() {
            [one] => parts.iter().any(|it| one.contains(*it)),
            halves => {
                halves.len() == parts.len()
                    && halves
                        .iter()
                        .zip(&parts)
                        .all(|(forms, it)| forms.contains(*it))
            }
        }
    }

    /// The surname with what belongs to it; `None` where the initials are another's.
    fn with_neighbours(
        &self,
        text: &str,
        words: &[Word<'_>],
        index: usize,
    ) -> Option<Range<usize>> {
        let mut range = words.get(index)?.at.clone();
        let mut is_anothers = false;
        let mut behind = 0;
        for next in words.iter().skip(index + 1).take(2) {
            let Some(end) = self.belongs(text, range.end, next, behind, &mut is_anothers) else {
                break;
            };
            range.end = end;
            behind += 1;
        }
        if behind == 0 && !is_anothers {
            let mut before = words.iter().take(index).rev();
            let mut near = |to: usize| before.next().filter(|it| is_gap(text, it, to));
            // «К. Л. Ерёмину», «Константину Львовичу Ерёмину».
            let second = near(range.start);
            let first = second.and_then(|it| near(it.at.start));
            let judged = |word: Option<&Word<'_>>, which| {
                word.and_then(|it| Some((it.at.start, self.is_name(text, it, which)?)))
            };
            let both = judged(first, 0).zip(judged(second, 1));
            let one = judged(second, 0);
            if let Some(((start, given), (_, patronymic))) = both {
                is_anothers = !(given && patronymic);
                range.start = start;
            } else if let Some((start, is_own)) = one {
                is_anothers = !is_own;
                range.start = start;
            }
        }
        (!is_anothers).then_some(range)
    }

    /// Where the name ends with the next word, if that belongs to it.
    fn belongs(
        &self,
        text: &str,
        from: usize,
        next: &Word<'_>,
        which: usize,
        is_anothers: &mut bool,
    ) -> Option<usize> {
        if !is_space(text.get(from..next.at.start)) {
            return None;
        }
        if !self.is_name(text, next, which)? {
            *is_anothers = true;
            return None;
        }
        Some(next.at.end + usize::from(next.is_initial(text)))
    }

    /// Whether a word is this person's given name (0) or patronymic (1), or its initial; `Some(false)` for the initial of another,
    /// `None` for any other word.
    fn is_name(&self, text: &str, word: &Word<'_>, which: usize) -> Option<bool> {
        let forms = if which == 0 {
            &self.given
        } else {
            &self.patronymic
        };
        if forms.contains(&word.folded) {
            return Some(true);
        }
        let letter = word.text.chars().next().filter(|_| word.is_initial(text))?;
        let own = self.initials.get(which).copied().flatten();
        Some(own.is_none_or(|it| it == fold_char(letter)))
    }

    /// «Константин Львович», as a head is spoken of.
    fn is_addressed(&self, text: &str, words: &[Word<'_>], index: usize) -> Option<Range<usize>> {
        let (first, second) = (words.get(index)?, words.get(index + 1)?);
        let is_large = |it: &Word<'_>| it.text.chars().next().is_some_and(char::is_uppercase);
        let is_it = self.given.contains(&first.folded)
            && self.patronymic.contains(&second.folded)
            && is_large(first)
            && is_large(second)
            && is_space(text.get(first.at.end..second.at.start));
        is_it.then_some(first.at.start..second.at.end)
    }
}

impl Word<'_> {
    /// One large letter with a point behind it. «С Ерёминым» is none.
    fn is_initial(&self, text: &str) -> bool {
        let mut letters = self.text.chars();
        let is_one = letters.next().is_some_and(char::is_uppercase) && letters.next().is_none();
        is_one
            && text
                .get(self.at.end..)
                .is_some_and(|it| it.starts_with('.'))
    }
}

/// Whether nothing but space is between a word, with its point if it is an initial, and this place.
fn is_gap(text: &str, word: &Word<'_>, to: usize) -> bool {
    let from = word.at.end + usize::from(word.is_initial(text));
    is_space(text.get(from..to))
}

fn is_space(between: Option<&str>) -> bool {
    between.is_some_and(|it| it.chars().all(char::is_whitespace))
}

/// The words of a text: letters, with hyphens between them.
fn words(text: &str) -> Vec<Word<'_>> {
    let mut words = Vec::new();
    let mut begun: Option<usize> = None;
    // One sign more than there is ends the last word.
    let signs = text.char_indices().chain([(text.len(), ' ')]);
    for (at, c) in signs {
        if c.is_alphabetic() || (begun.is_some() && fold_char(c) == '-') {
            begun.get_or_insert(at);
        } else if let Some(from) = begun.take() {
            let word = text.get(from..at).unwrap_or_default();
            let word = word.trim_end_matches(|c| fold_char(c) == '-');
            words.push(Word {
                text: word,
                folded: fold(word),
                at: from..from + word.len(),
            });
        }
    }
    words
}
