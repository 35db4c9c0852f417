//! How long texts and lists may be, and what a text may hold. Cleaning happens where text enters the program; here is the last look before it is kept for ever.

use crate::domain::refusal::{Field, Refusal};
use crate::domain::text::{clean, clean_multiline};

/// Most characters of a note, a reason, a source, an expected result.
pub const NOTE_TEXT: usize = 2_000;
/// Most characters of a recommendation, an assignment, a report, the reason of a decision.
pub const LONG_TEXT: usize = 8_000;
/// Most characters of a title or a name.
pub const TITLE_TEXT: usize = 500;
/// Most characters of a number of a document, of an assignment, of a letter.
pub const NUMBER_TEXT: usize = 100;

/// Most addressees of a recommendation and executors of an assignment: each can report by its place in the list.
pub const MOST_NAMED: usize = 255;
/// Most items of any other list in a record: grounds, organisations of a group, assignments in one command.
pub const MOST_ITEMS: usize = 1_000;
/// Most prolongations of one term.
pub(super) const MOST_PROLONGATIONS: usize = 50;

/// A list that is not too long.
pub(super) fn at_most(field: Field, max: usize, given: usize) -> Result<(), Refusal> {
    if given > max {
        return Err(Refusal::TooMany { field, max, given });
    }
    Ok(())
}

/// A text of one line that may be empty.
pub(super) fn line(field: Field, text: &str, max: usize) -> Result<(), Refusal> {
    fits(field, text, max, clean(text) == text)
}

/// A text of one line that must say something.
pub(super) fn full_line(field: Field, text: &str, max: usize) -> Result<(), Refusal> {
    line(field, text, max)?;
    says_something(field, text)
}

/// A name, a post, a title: one line with a letter in it.
pub(super) fn name(field: Field, text: &str, max: usize) -> Result<(), Refusal> {
    full_line(field, text, max)?;
    in_words(field, text)
}

/// A name or a post that may be left out.
pub(super) fn name_or_none(field: Field, text: &str, max: usize) -> Result<(), Refusal> {
    line(field, text, max)?;
    if is_blank(text) {
        return Ok(());
    }
    in_words(field, text)
}

/// A text of many lines that may be empty.
pub(super) fn lines(field: Field, text: &str, max: usize) -> Result<(), Refusal> {
    fits(field, text, max, clean_multiline(text) == text)
}

/// A text of many lines that must say something, in words.
pub(super) fn full_lines(field: Field, text: &str, max: usize) -> Result<(), Refusal> {
    lines(field, text, max)?;
    says_something(field, text)?;
    in_words(field, text)
}

/// Whether there is anything but spaces.
pub(super) fn is_blank(text: &str) -> bool {
    text.trim().is_empty()
}

/// Whether a text can explain or name something: it has a letter in it. A number alone is what was meant for the next cell.
#[must_use]
pub fn explains(text: &str) -> bool {
    text.chars().any(char::is_alphabetic)
}

fn in_words(field: Field, text: &str) -> Result<(), Refusal> {
    if !explains(text) {
        return Err(Refusal::NoWords { field });
    }
    Ok(())
}

fn says_something(field: Field, text: &str) -> Result<(), Refusal> {
    if is_blank(text) {
        return Err(Refusal::Empty { field });
    }
    Ok(())
}

fn fits(field: Field, text: &str, max: usize, printable: bool) -> Result<(), Refusal> {
    if !printable {
        return Err(Refusal::Unprintable { field });
    }
    let given = text.chars().count();
    if given > max {
        return Err(Refusal::TooLong { field, max, given });
    }
    Ok(())
}
