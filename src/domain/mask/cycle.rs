//! What of the cycle is hidden: the sections and what they ask are published, what somebody wrote of heads is not.

use super::{Mask, hide, hide_words};
use crate::domain::activity::{Activity, ActivityState, Review};
use crate::domain::cycle::{AnalysisNote, Goal, Round, RoundState};
use crate::domain::evidence::Citation;
use crate::domain::record::Key;

pub(super) fn citation(mask: &Mask, it: &mut Citation) {
    let Citation {
        requirement: _,
        document,
        pages,
        note,
        order: _,
        retired: _,
        sent,
    } = it;
    if let Some(sent) = sent {
        mask.document(Key::Document(*document), sent);
    }
    hide_words(pages);
    hide(note);
}

pub(super) fn round(it: &mut Round) {
    let Round {
        section: _,
        year: _,
        state,
        copied_from: _,
    } = it;
    match state {
        RoundState::Submitted { on: _, number } => hide(number),
        RoundState::Open => {}
    }
}

/// The problems behind a goal may be those of one head, and so may its words.
pub(super) fn goal(it: &mut Goal) {
    let Goal {
        direction: _,
        text,
        grounds,
        targets: _,
        document: _,
        retired: _,
    } = it;
    hide(text);
    hide(grounds);
}

pub(super) fn note(it: &mut AnalysisNote) {
    let AnalysisNote {
        direction: _,
        period: _,
        on: _,
        about: _,
        findings,
        causes,
        conclusions,
        document: _,
        retired: _,
    } = it;
    [findings, causes, conclusions].into_iter().for_each(hide);
}

pub(super) fn activity(it: &mut Activity) {
    let Activity {
        kind: _,
        title,
        period: _,
        direction: _,
        from: _,
        to: _,
        state,
        participants: _,
        others,
        outcome,
        documents: _,
        notes: _,
        recommendations: _,
        about: _,
    } = it;
    [title, others, outcome].into_iter().for_each(hide);
    match state {
        ActivityState::Cancelled { reason } => hide(reason),
        ActivityState::Planned | ActivityState::Held => {}
    }
}

pub(super) fn review(it: &mut Review) {
    let Review {
        on: _,
        indicator: _,
        before: _,
        after: _,
        verdict: _,
        next: _,
        text,
        date: _,
        document: _,
    } = it;
    hide(text);
}
