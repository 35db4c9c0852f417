//! Facets of what is on record about a person's work.

use super::{Facet, day, field, plain};
use crate::domain::career::{Attestation, Candidate, CandidateOutcome, Contract, Qualification};
use crate::locale::narrator::Narrator;
use crate::locale::{Phrase, format};

impl Narrator<'_> {
    pub(super) fn qualification(&self, it: &Qualification) -> Vec<Facet> {
        let Qualification {
            person,
            kind,
            title,
            institution,
            hours,
            issued,
            until,
            paper,
        } = it;
        vec![
            field(Phrase::FieldPerson, self.person(*person)),
            plain(self.locale.word(kind)).headline(),
            self.text(Phrase::FieldTitle, title).headline(),
            field(Phrase::FieldInstitution, institution),
            field(
                Phrase::FieldHours,
                hours.map(|it| it.to_string()).unwrap_or_default(),
            ),
            field(Phrase::FieldIssued, format::date(*issued)).headline(),
            field(Phrase::FieldUntil, day(until)),
            field(Phrase::FieldPaper, paper),
        ]
    }

    pub(super) fn attestation(&self, it: &Attestation) -> Vec<Facet> {
        let Attestation {
            person,
            candidate,
            held,
            outcome,
            until,
            act,
        } = it;
        vec![
            field(Phrase::FieldPerson, self.person(*person)),
            field(Phrase::FieldCandidate, self.yes(*candidate)),
            field(Phrase::FieldHeld, format::date(*held)).headline(),
            plain(self.locale.word(outcome)).headline(),
            field(Phrase::FieldUntil, day(until)),
            field(Phrase::FieldAct, self.paper(act)),
        ]
    }

    pub(super) fn contract(&self, it: &Contract) -> Vec<Facet> {
        let Contract {
            person,
            organisation,
            number,
            from,
            until,
        } = it;
        vec![
            field(Phrase::FieldPerson, self.person(*person)),
            field(Phrase::KindOrganisation, self.organisation(*organisation)),
            field(Phrase::FieldNumber, number),
            field(Phrase::FieldFrom, format::date(*from)).headline(),
            field(Phrase::FieldUntil, day(until)).headline(),
        ]
    }

    pub(super) fn candidate(&self, it: &Candidate) -> Vec<Facet> {
        let Candidate {
            person,
            post,
            organisation,
            ground,
            from,
            until,
            programme,
            mentor,
            outcome,
        } = it;
        let carries = match outcome {
            CandidateOutcome::InReserve => String::new(),
            CandidateOutcome::Trained { on } | CandidateOutcome::Appointed { on } => {
                format::date(*on)
            }
            CandidateOutcome::Excluded { on, reason } => {
                format!("{}, {reason}", format::date(*on))
            }
        };
        vec![
            field(Phrase::FieldPerson, self.person(*person)),
            field(Phrase::FieldPost, post).headline(),
            field(
                Phrase::KindOrganisation,
                organisation
                    .map(|it| self.organisation(it))
                    .unwrap_or_default(),
            ),
            field(Phrase::FieldGround, self.paper(ground)),
            field(Phrase::FieldFrom, format::date(*from)).headline(),
            field(Phrase::FieldUntil, day(until)),
            self.text(Phrase::FieldProgramme, programme),
            field(
                Phrase::FieldMentor,
                mentor.map(|id| self.person(id)).unwrap_or_default(),
            ),
            plain(self.state(outcome, &carries)).headline(),
        ]
    }
}
