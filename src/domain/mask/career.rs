//! What of a person's work is hidden: every word, and days that could be looked up.

use super::{Mask, hide};
use crate::domain::career::{Attestation, Candidate, CandidateOutcome, Contract, Qualification};

impl Mask {
    pub(super) fn qualification(&self, it: &mut Qualification) {
        let Qualification {
            person: _,
            kind: _,
            title,
            institution,
            hours,
            issued,
            until,
            paper,
        } = it;
        [title, institution, paper].into_iter().for_each(hide);
        *hours = None;
        *issued = self.calendar.first(*issued);
        *until = None;
    }

    pub(super) fn attestation(&self, it: &mut Attestation) {
        let Attestation {
            person: _,
            candidate: _,
            held,
            outcome: _,
            until,
            act: _,
        } = it;
        *held = self.calendar.first(*held);
        *until = None;
    }

    pub(super) fn contract(&self, it: &mut Contract) {
        let Contract {
            person: _,
            organisation: _,
            number,
            from,
            until,
        } = it;
        hide(number);
        *from = self.calendar.first(*from);
        *until = None;
    }

    pub(super) fn candidate(&self, it: &mut Candidate) {
        let Candidate {
            person: _,
            post,
            organisation: _,
            ground: _,
            from,
            until,
            programme,
            mentor: _,
            outcome,
        } = it;
        hide(post);
        hide(programme);
        *from = self.calendar.first(*from);
        *until = None;
        match outcome {
            CandidateOutcome::InReserve => {}
            CandidateOutcome::Trained { on } | CandidateOutcome::Appointed { on } => {
                *on = self.calendar.first(*on);
            }
            CandidateOutcome::Excluded { on, reason } => {
                *on = self.calendar.first(*on);
                hide(reason);
            }
        }
    }
}
