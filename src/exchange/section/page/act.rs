//! A line of citations: the acts in it, each taken apart into kind, body, date, number, version, title and pages.

use super::cut::pieces;
use super::kinds::{Begun, begun, is_event, is_paper, level_of};
use super::words::{Token, Words};
use super::{Cited, Doubt};
use crate::domain::evidence::{Document, DocumentKind, DocumentLevel, DocumentStatus};
use crate::domain::text::fold;

/// The acts of a line, in its order; at least one.
pub(super) fn acts(text: &str) -> Vec<Cited> {
    let letters: Vec<char> = text.chars().collect();
    let mut all: Vec<Cited> = Vec::new();
    for piece in pieces(&letters) {
        let cited = act(piece, all.last());
        all.push(cited);
    }
    if all.is_empty() {
        all.push(act(&letters, None));
    }
    all
}

/// Whether a text is a citation beyond doubt: it has a number or a date, and no requirement has.
pub(super) fn has_requisites(text: &str) -> bool {
    let letters: Vec<char> = text.chars().collect();
    let mut words = Words::of(&letters);
    words.take_date().is_some() || words.take_number(None).is_some()
}

fn act(letters: &[char], before: Option<&Cited>) -> Cited {
    let text: String = letters.iter().collect();
    let mut words = Words::of(letters);
    let mut doubts = Vec::new();
    let begun = begun(&text);
    if let Some(Begun {
        words: count,
        body: true,
        ..
    }) = begun
    {
        words.take_first(count);
    }
    let note = words.take_note();
    let redaction = words.take_redaction(&mut doubts);
    let link = words.take_link();
    let date = words.take_date();
    let number = words.take_number(date.as_ref().map(|it| it.at));
    let pages = words.take_pages();
    let after = date
        .as_ref()
        .map(|it| it.at)
        .max(number.as_ref().map(|it| it.at));
    let day = date.and_then(|it| match it.day {
        Ok(day) => Some(day),
        Err(text) => {
            doubts.push(Doubt::NoSuchDate(text));
            None
        }
    });
    let number = number.map(|it| it.text).unwrap_or_default();
    let heir = before.filter(|_| begun.is_none() && words.begins_with_requisites());
    let (kind, issuer, title) = match (begun, heir) {
        (_, Some(before)) => {
            let title = words.take_title(after, true);
            (before.document.kind, before.document.issuer.clone(), title)
        }
        (
            Some(Begun {
                kind, body: true, ..
            }),
            _,
        ) => {
            let title = words.take_title(after, day.is_none() && number.is_empty());
            let issuer = words.take_issuer();
            let issuer = match issuer.is_empty() {
                true => words.take_body(),
                false => issuer,
            };
            (kind, issuer, title)
        }
        (begun, _) => {
            let has_requisites = day.is_some() || !number.is_empty();
            let kind = match begun {
                Some(it) => it.kind,
                None if (has_requisites || is_paper(&text)) && !is_event(&text) => {
                    DocumentKind::Other
                }
                None => DocumentKind::Event,
            };
            if begun.is_none() && !is_event(&text) && !is_paper(&text) {
                doubts.push(Doubt::NoKind);
            }
            (kind, String::new(), words.take_words())
        }
    };
    if words.open_quote {
        doubts.push(Doubt::OpenQuote);
    }
    let level = match (heir, issuer.is_empty()) {
        (Some(before), _) => before.document.level,
        (None, false) => level_of(&issuer),
        (None, true) if fold(&title).contains("федеральн") => DocumentLevel::Federal,
        (None, true) => DocumentLevel::Municipal,
    };
    let document = Document {
        kind,
        issuer,
        level,
        date: day,
        number,
        title,
        redaction,
        status: DocumentStatus::InForce,
        link,
    };
    if document.is_incomplete() {
        doubts.push(Doubt::Incomplete);
    }
    doubts.sort();
    Cited {
        document,
        pages,
        note: match note.is_empty() {
            true => words.left(),
            false => note,
        },
        doubts,
    }
}

impl Words {
    /// Whether nothing stood before the date or the number.
    fn begins_with_requisites(&self) -> bool {
        let first = self.tokens.first();
        first.is_some_and(|(token, is_taken)| *is_taken && matches!(token, Token::Word(_)))
    }
}
