//! Facets of documents, requirements and citations.

use super::{Facet, day, field, number, plain, silent};
use crate::domain::evidence::{Citation, Document, DocumentStatus, Requirement};
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

    pub(super) fn requirement_facets(&self, it: &Requirement) -> Vec<Facet> {
        let Requirement {
            section,
            stage,
            direction,
            text,
            order,
            max_points,
        } = it;
        vec![
            self.text(Phrase::FieldText, text).headline(),
            field(Phrase::FieldSection, section),
            field(Phrase::FieldStage, self.locale.word(stage)),
            silent(Phrase::FieldDirection, direction),
            field(Phrase::FieldOrder, order.to_string()),
            field(Phrase::FieldMaxPoints, number(max_points)),
        ]
    }

    pub(super) fn citation(&self, it: &Citation) -> Vec<Facet> {
        let Citation {
            requirement,
            document,
            pages,
            note,
            order,
        } = it;
        vec![
            field(
                Phrase::FieldRequirement,
                self.requirement(*requirement).unwrap_or_default(),
            )
            .headline(),
            field(Phrase::FieldDocument, self.document(*document)),
            field(Phrase::FieldPages, pages),
            self.text(Phrase::FieldNote, note),
            field(Phrase::FieldOrder, order.to_string()),
        ]
    }
}
