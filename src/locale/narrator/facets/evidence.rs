//! Facets of documents.

use super::{Facet, day, field, plain};
use crate::domain::evidence::{Document, DocumentStatus};
use crate::locale::narrator::Narrator;
use crate::locale::{Phrase, args, format};

impl Narrator<'_> {
    pub(super) fn document_facets(&self, it: &Document) -> Vec<Facet> {
        let Document {
            kind,
            issuer,
            level,
            date: _,
            number,
            title,
            redaction,
            status,
            link,
        } = it;
        let dated = self.day_of_document(it).unwrap_or_default();
        let status = match status {
            DocumentStatus::InForce => self.locale.word(status),
            DocumentStatus::Repealed { by, on } => {
                let on = on
                    .map(|date| self.with(Phrase::DocumentDated, &args![date = format::date(date)]))
                    .unwrap_or_default();
                self.state(status, [by.as_str(), &on].join(" ").trim())
            }
        };
        vec![
            self.text(Phrase::FieldTitle, title).headline(),
            field(Phrase::FieldKind, self.locale.word(kind)),
            field(Phrase::FieldIssuer, issuer),
            field(Phrase::FieldLevel, self.locale.word(level)),
            field(Phrase::FieldDate, dated),
            field(Phrase::FieldNumber, number),
            field(Phrase::FieldRedaction, day(redaction)),
            plain(status),
            field(Phrase::FieldLink, link),
        ]
    }
}
