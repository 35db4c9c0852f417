//! Cutting folded text into words, the same way for names and for queries.

/// A word and where it begins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Word {
    /// Place of its first character in the folded text, in characters.
    pub start: usize,
    /// The word.
    pub text: String,
    /// Whether it is a part of a compound that is a word too: `259` of `259/1`.
    pub part: bool,
}

/// Words of a folded text. Signs inside a word join: `259/1`, `570-адм`, `6.2` are one word, and their parts are words as well.
pub(super) fn words(folded: &str) -> Vec<Word> {
    let mut found = Vec::new();
    let mut word = String::new();
    let mut start = 0;
    let mut chars = folded.chars().enumerate().peekable();
    while let Some((at, c)) = chars.next() {
        let joins = is_joiner(c)
            && !word.is_empty()
            && chars.peek().is_some_and(|(_, next)| next.is_alphanumeric());
        if c.is_alphanumeric() || joins {
            if word.is_empty() {
                start = at;
            }
            word.push(c);
        } else if !word.is_empty() {
            push(&mut found, start, std::mem::take(&mut word));
        }
    }
    if !word.is_empty() {
        push(&mut found, start, word);
    }
    found
}

fn push(found: &mut Vec<Word>, start: usize, text: String) {
    if text.contains(is_joiner) {
        let mut at = start;
        for part in text.split(is_joiner) {
            found.push(Word {
                start: at,
                text: part.to_owned(),
                part: true,
            });
            at += part.chars().count() + 1;
        }
    }
    found.push(Word {
        start,
        text,
        part: false,
    });
}

/// Signs that hold a word together.
fn is_joiner(c: char) -> bool {
    matches!(c, '/' | '-' | '.' | ',')
}

/// Runs of letters and runs of digits: `сш12` → `сш`, `12`.
pub(super) fn runs(text: &str) -> Vec<String> {
    let mut runs: Vec<String> = Vec::new();
    let mut last = None;
    for c in text.chars() {
        let class = c.is_alphanumeric().then(|| c.is_ascii_digit());
        match (class, runs.last_mut()) {
            (Some(_), Some(run)) if class == last => run.push(c),
            (Some(_), _) => runs.push(c.to_string()),
            (None, _) => {}
        }
        last = class;
    }
    runs
}
