//! Facets of results, corrections and objections.

use super::{Facet, day, field, plain, silent};
use crate::domain::record::Key;
use crate::domain::results::{Correction, Objection, ObjectionAnswer, ResultRow, Results};
use crate::domain::rule::Confirmation;
use crate::locale::narrator::Narrator;
use crate::locale::{Phrase, format};

impl Narrator<'_> {
    pub(super) fn results(&self, it: &Results) -> Vec<Facet> {
        let Results {
            edition,
            organisations,
            placed,
            municipality,
        } = it;
        vec![
            field(Phrase::FieldEdition, self.key(Key::Edition(*edition))).headline(),
            field(Phrase::FieldOrganisations, organisations.to_string()).headline(),
            field(Phrase::FieldPlaced, placed.to_string()).headline(),
            silent(Phrase::SubjectMunicipality, municipality),
        ]
    }

    pub(super) fn result_row(&self, it: &ResultRow) -> Vec<Facet> {
        let ResultRow {
            name,
            kind,
            days,
            tenures,
            heads,
        } = it;
        vec![
            field(Phrase::FieldName, name),
            silent(Phrase::FieldOutcome, &(kind, days, tenures, heads)),
        ]
    }

    pub(super) fn correction(&self, key: Key, it: &Correction) -> Vec<Facet> {
        let Correction {
            was,
            source,
            reason,
            document,
        } = it;
        let was = match key {
            Key::Correction(cell) => self.entry(cell, was),
            _ => String::new(),
        };
        vec![
            field(Phrase::FieldWas, was).headline(),
            field(Phrase::FieldSource, self.source(source.as_ref())),
            self.text(Phrase::FieldReason, reason).headline(),
            field(Phrase::FieldDocument, self.document(*document)).headline(),
        ]
    }

    pub(super) fn confirmation(&self, it: &Confirmation) -> Vec<Facet> {
        let Confirmation { note, mark } = it;
        vec![
            self.text(Phrase::FieldReason, note).headline(),
            silent(Phrase::FieldOutcome, mark),
        ]
    }

    pub(super) fn objection(&self, it: &Objection) -> Vec<Facet> {
        let Objection {
            period,
            organisation,
            person,
            cell,
            received,
            number,
            substance,
            due,
            answer,
        } = it;
        let mut facets = vec![
            field(Phrase::FieldPeriod, self.period(*period)),
            field(Phrase::KindOrganisation, self.organisation(*organisation)),
            field(
                Phrase::FieldPerson,
                person.map(|id| self.person(id)).unwrap_or_default(),
            ),
            field(
                Phrase::FieldCell,
                cell.map(|it| self.cell(it)).unwrap_or_default(),
            ),
            field(Phrase::FieldReceived, format::date(*received)).headline(),
            field(Phrase::FieldNumber, number),
            self.text(Phrase::FieldSubstance, substance).headline(),
            field(Phrase::FieldDue, format::date(*due)).headline(),
        ];
        // The same row with an answer and without.
        let (on, number, text, outcome) = match answer {
            Some(ObjectionAnswer {
                on,
                number,
                text,
                outcome,
            }) => (
                day(&Some(*on)),
                number.as_str(),
                text.as_str(),
                self.locale.word(outcome),
            ),
            None => (String::new(), "", "", String::new()),
        };
        facets.extend([
            plain(outcome),
            field(Phrase::FieldDate, on),
            field(Phrase::FieldNumber, number),
            self.text(Phrase::FieldAnswer, text),
        ]);
        facets
    }
}
