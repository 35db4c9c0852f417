//! Stored form of what is on record about a person's work: version 1.

use super::shape::{Day, codes, stored, tagged};
use crate::domain::career::*;

stored! {
    Qualification => QualificationV1 {
        person: u32, kind: u8, title: String, institution: String, hours: Option<u32>, issued: Day, until: Option<Day>, paper: String,
    }
    Attestation => AttestationV1 {
        person: u32, candidate: bool, held: Day, outcome: u8, until: Option<Day>, act: Option<u32>,
    }
    Contract => ContractV1 { person: u32, organisation: u32, number: String, from: Day, until: Option<Day> }
    Candidate => CandidateV1 {
        person: u32, post: String, organisation: Option<u32>, ground: Option<u32>, from: Day, until: Option<Day>, programme: String,
        mentor: Option<u32>, outcome: CandidateOutcomeV1,
    }
}

codes! {
    QualificationKind { 1 = Higher, 2 = Retraining, 3 = Course }
    AttestationOutcome { 1 = Fit, 2 = FitWithAdvice, 3 = Unfit }
}

tagged! {
    CandidateOutcome => CandidateOutcomeV1 {
        1 = InReserve() [CandidateOutcome::InReserve],
        2 = Trained(on: Day) [CandidateOutcome::Trained { on }],
        3 = Appointed(on: Day) [CandidateOutcome::Appointed { on }],
        4 = Excluded(on: Day, reason: String) [CandidateOutcome::Excluded { on, reason }],
    }
}
