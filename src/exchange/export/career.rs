//! The fields of what is on record about a person's work.

use super::json::Object;
use crate::domain::career::{Attestation, Candidate, CandidateOutcome, Contract, Qualification};
use crate::exchange::names::Named;

pub(super) fn qualification(out: &mut Object<'_>, it: &Qualification) {
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
    out.whole("person", person.0.into());
    out.text("type", kind.name());
    out.text("title", title);
    out.text("institution", institution);
    out.id_opt("hours", *hours);
    out.date("issued", *issued);
    out.date_opt("until", *until);
    out.text("paper", paper);
}

pub(super) fn attestation(out: &mut Object<'_>, it: &Attestation) {
    let Attestation {
        person,
        candidate,
        held,
        outcome,
        until,
        act,
    } = it;
    out.whole("person", person.0.into());
    out.truth("candidate", *candidate);
    out.date("held", *held);
    out.text("outcome", outcome.name());
    out.date_opt("until", *until);
    out.id_opt("act", act.map(|it| it.0));
}

pub(super) fn contract(out: &mut Object<'_>, it: &Contract) {
    let Contract {
        person,
        organisation,
        number,
        from,
        until,
    } = it;
    out.whole("person", person.0.into());
    out.whole("organisation", organisation.0.into());
    out.text("number", number);
    out.date("from", *from);
    out.date_opt("until", *until);
}

pub(super) fn candidate(out: &mut Object<'_>, it: &Candidate) {
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
    out.whole("person", person.0.into());
    out.text("post", post);
    out.id_opt("organisation", organisation.map(|it| it.0));
    out.id_opt("ground", ground.map(|it| it.0));
    out.date("from", *from);
    out.date_opt("until", *until);
    out.text("programme", programme);
    out.id_opt("mentor", mentor.map(|it| it.0));
    match outcome {
        CandidateOutcome::InReserve => out.text("outcome", "in_reserve"),
        CandidateOutcome::Trained { on } => {
            out.text("outcome", "trained");
            out.date("on", *on);
        }
        CandidateOutcome::Appointed { on } => {
            out.text("outcome", "appointed");
            out.date("on", *on);
        }
        CandidateOutcome::Excluded { on, reason } => {
            out.text("outcome", "excluded");
            out.date("on", *on);
            out.text("reason", reason);
        }
    }
}
