//! A document as it is cited in print: «Постановление Администрации города Смоленска от 11.03.2019 № 570-адм (ред. от …) «…» стр. 4-17».
//!
//! Invariant: what is printed so is read again as the same document, pages and note.

use crate::args;
use crate::domain::evidence::{Document, DocumentKind};
use crate::domain::text::fold;
use crate::locale::{Locale, Phrase, format};

/// A citation with its pages and its note.
#[must_use]
pub fn citation(locale: &Locale, it: &Document, pages: &str, note: &str) -> String {
    let mut line = document(locale, it);
    let (pages, note) = (one_line(pages), one_line(note));
    let is_paged = !pages.is_empty();
    if is_paged {
        push(
            &mut line,
            &locale.say_with(Phrase::FormPages, &args![pages]),
        );
    }
    if !note.is_empty() {
        // Behind a title without quotes a bracket would be one of its words.
        let is_plain = is_plain(it) || is_title_first(it, &capital(&locale.word(&it.kind)));
        let is_bare = !is_paged && it.number.trim().is_empty() && it.date.is_none();
        let said = match is_plain && is_bare {
            true => locale.say_with(Phrase::FormNote, &args![note]),
            false => format!("({note})"),
        };
        push(&mut line, &said);
    }
    line
}

/// The document alone.
#[must_use]
pub fn document(locale: &Locale, it: &Document) -> String {
    let kind = capital(&locale.word(&it.kind));
    let (issuer, title) = (one_line(&it.issuer), one_line(&it.title));
    let is_first = is_title_first(it, &kind);
    let mut line = match is_first {
        true => title.clone(),
        false => kind,
    };
    if !is_first {
        push(&mut line, &issuer);
    }
    if let Some(date) = it.date {
        let date = format::date(date);
        push(
            &mut line,
            &locale.say_with(Phrase::DocumentDated, &args![date]),
        );
    }
    let number = one_line(&it.number);
    if !number.is_empty() {
        push(
            &mut line,
            &locale.say_with(Phrase::DocumentNumbered, &args![number]),
        );
    }
    if let Some(date) = it.redaction {
        let date = format::date(date);
        push(
            &mut line,
            &locale.say_with(Phrase::FormRedaction, &args![date]),
        );
    }
    if !is_first && !title.is_empty() {
        match is_plain(it) {
            true => push(&mut line, &small(&title)),
            false => push(
                &mut line,
                &locale.say_with(Phrase::FormTitle, &args![title]),
            ),
        }
    }
    line
}

/// Whether the title says by itself what it is: «План работы…», «Экспертиза программ…».
fn is_title_first(it: &Document, kind: &str) -> bool {
    let begins = || {
        let (title, kind) = (fold(it.title.trim()), fold(kind));
        let stem: String = kind.chars().take(4).collect();
        title.starts_with(&stem) || title.starts_with("управленческ")
    };
    let is_said = !it.title.trim().is_empty() && it.issuer.trim().is_empty();
    is_said
        && match it.kind {
            DocumentKind::Event | DocumentKind::Other => true,
            DocumentKind::Plan | DocumentKind::ReportPaper | DocumentKind::Decisions => begins(),
            DocumentKind::Resolution
            | DocumentKind::Directive
            | DocumentKind::Order
            | DocumentKind::Letter
            | DocumentKind::Letters
            | DocumentKind::AnalyticalNote
            | DocumentKind::Protocol => false,
        }
}

/// Whether the title goes on without quotes: «Аналитическая справка о результатах…».
fn is_plain(it: &Document) -> bool {
    let is_bare = it.issuer.trim().is_empty() && it.date.is_none() && it.number.trim().is_empty();
    let folded = fold(it.title.trim());
    let first = folded.split_whitespace().next();
    it.kind == DocumentKind::AnalyticalNote && is_bare && matches!(first, Some("о" | "об"))
}

fn push(line: &mut String, part: &str) {
    if part.is_empty() {
        return;
    }
    if !line.is_empty() {
        line.push(' ');
    }
    line.push_str(part);
}

/// A text on one line: a record may have several.
pub(super) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

pub(super) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(|it| it.to_uppercase().to_string());
    first.unwrap_or_default() + letters.as_str()
}

fn small(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(|it| it.to_lowercase().to_string());
    first.unwrap_or_default() + letters.as_str()
}
