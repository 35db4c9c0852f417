//! What somebody may ask for who sees masks where names and texts are: figures and steps, and taking these back. Whoever cannot
//! read a text neither writes over it nor makes records that are made of texts.
//!
//! Invariant: the answer does not tell whether a guess hits what is hidden.

use crate::domain::command::{
    Command, DecisionStep, DocumentChoice, PeriodStep, Seen, SetValue, ValueDetail,
};
use crate::domain::followup::{Assignment, Decision, Recommendation};
use crate::domain::ids::PROGRAM;
use crate::domain::period::Period;
use crate::domain::record::{Change, Key, Record};
use crate::domain::refusal::Refusal;
use crate::domain::state::State;
use crate::domain::value::{Cell, Entry, Source, Value};

use super::Actor;

/// Whether the person sees names. Somebody unknown is refused anything for another reason.
pub(super) fn sees(state: &State, actor: &Actor) -> bool {
    actor.user == PROGRAM || state.users.get(&actor.user).is_none_or(|it| it.names)
}

/// What becomes of a command whose author does not see names.
pub(super) fn guard(
    state: &State,
    command: &Command,
    decided: Result<Vec<Change>, Refusal>,
) -> Result<Vec<Change>, Refusal> {
    match decided {
        // Who may not anyway is told that.
        Err(it @ (Refusal::Denied { .. } | Refusal::NotLoaded { .. })) => Err(it),
        // Before anything else that it comes to: «nothing would change» tells that a guess was right.
        _ if writes_over(state, command) => Err(Refusal::NamesHidden),
        decided => decided,
    }
}

/// Whether a command writes over what is hidden, or makes a record of texts.
fn writes_over(state: &State, command: &Command) -> bool {
    match command {
        Command::SetValues(values) | Command::SetBase { values, .. } => {
            values.iter().any(|it| sets_over(state, it))
        }
        Command::DetailValue { cell, detail, .. } => {
            (state.value(*cell)).is_some_and(|it| says_over(state, *cell, detail, it))
        }
        Command::SetReference {
            period, indicator, ..
        } => (state.references.get(&(*period, *indicator))).is_some_and(|it| !it.source.is_empty()),
        Command::TakeIn(it) if it.is_of_values() => {
            it.values.iter().any(|it| sets_over(state, it)) || !it.names.is_empty()
        }
        Command::Confirm(it) => it.found.iter().any(|it| it.seen != Seen::Absent),
        Command::StepDecision { step, .. } => {
            matches!(step, DecisionStep::Sign(DocumentChoice::New(_)))
        }
        Command::StepPeriod { step, .. } => matches!(step, PeriodStep::Reopen { .. }),
        Command::StepValues { .. }
        | Command::StepRecommendations { .. }
        | Command::StepAssignment { .. }
        | Command::NameDeputy { .. }
        | Command::EndDeputy { .. }
        // These are judged by the commit that they are about.
        | Command::Undo
        | Command::Redo => false,
        Command::Recommend(_)
        | Command::EditRecommendation { .. }
        | Command::Decide(_)
        | Command::EditDecision { .. }
        | Command::Report(_)
        | Command::EditReport { .. }
        | Command::AddDocument(_)
        | Command::EditDocument { .. }
        | Command::AddOrganisation { .. }
        | Command::EditOrganisation { .. }
        | Command::Appoint { .. }
        | Command::CloseOrganisation { .. }
        | Command::AddAppointment(_)
        | Command::EditAppointment { .. }
        | Command::RemoveAppointment { .. }
        | Command::EditPerson { .. }
        | Command::SetCareer { .. }
        | Command::TakeIn(_)
        | Command::AddBaseQuantity(_)
        | Command::EditBaseQuantity { .. }
        | Command::AddPeriod(_)
        | Command::AddEdition { .. }
        | Command::EditEdition { .. }
        | Command::DropEdition { .. }
        | Command::PutDirection { .. }
        | Command::PutIndicator { .. }
        | Command::PutRule(_)
        | Command::Unconfirm(_)
        | Command::RetireItem { .. }
        | Command::RemoveItem { .. }
        | Command::ArrangeItem { .. }
        | Command::PublishEdition { .. }
        | Command::TakeCatalogue(_)
        | Command::AddPeriods(_)
        | Command::EditPeriod { .. }
        | Command::MovePeriod(_)
        | Command::Rescore(_)
        | Command::ApproveResults { .. }
        | Command::CorrectValue { .. }
        | Command::AddObjection(_)
        | Command::EditObjection { .. }
        | Command::AnswerObjection { .. }
        | Command::Collect(_)
        | Command::PutAlias(_)
        | Command::Cycle(_)
        | Command::AddUser { .. }
        | Command::EditUser { .. }
        | Command::Begin(_)
        | Command::EditSettings { .. }
        | Command::Erase(_)
        | Command::Load(_) => true,
    }
}

fn sets_over(state: &State, set: &SetValue) -> bool {
    let Some(value) = state.value(set.cell) else {
        return false;
    };
    let note = set.note.is_some() && !value.note.is_empty();
    let source = set.source.is_some() && has_text_source(value);
    let reason = reason(&set.entry).is_some() && hides_reason(state, set.cell, &value.entry);
    note || source || reason
}

fn says_over(state: &State, cell: Cell, detail: &ValueDetail, value: &Value) -> bool {
    let ValueDetail {
        note,
        source,
        evidence: _,
        follow_up: _,
        self_assessment,
    } = detail;
    let assessed = value.self_assessment.as_deref();
    note.is_some() && !value.note.is_empty()
        || source.is_some() && has_text_source(value)
        || self_assessment.is_some() && assessed.is_some_and(|it| hides_reason(state, cell, it))
}

fn has_text_source(value: &Value) -> bool {
    matches!(value.source, Some(Source::Text(_)))
}

fn reason(entry: &Entry) -> Option<&str> {
    match entry {
        Entry::NotApplicable { reason } | Entry::NoData { reason } => Some(reason),
        _ => None,
    }
}

/// Whether an entry gives a reason in words of its own: the usual ones are not hidden.
fn hides_reason(state: &State, cell: Cell, entry: &Entry) -> bool {
    let usual = |reason: &str| {
        let indicator = state.indicator_in(cell.period, cell.indicator);
        indicator.is_some_and(|it| it.na_reasons.iter().any(|it| it == reason))
    };
    reason(entry).is_some_and(|it| !it.is_empty() && !usual(it))
}

/// Whether a change of one's own may be taken back, or made again, without seeing names: figures, and steps that leave the words.
pub(super) fn may_take_back(change: &Change) -> bool {
    match (change.key, &change.before, &change.after) {
        (Key::Value(_) | Key::BaseValue(..) | Key::Reference(..) | Key::Deputy(_), ..) => true,
        (Key::Results(_) | Key::ResultRow(..), ..) => true,
        // One's own words come and go; those of others are not written over.
        (Key::Confirmation(..), None, _) | (Key::Confirmation(..), _, None) => true,
        (_, Some(Record::Period(before)), Some(Record::Period(after))) => {
            let said = |it: &Period| it.events.iter().any(|it| !it.reason.is_empty());
            let stepped = Period {
                state: after.state,
                events: after.events.clone(),
                ..before.clone()
            };
            stepped == *after && !said(before) && !said(after)
        }
        (_, Some(Record::Recommendation(before)), Some(Record::Recommendation(after))) => {
            let stepped = Recommendation {
                prolongations: after.prolongations.clone(),
                state: after.state.clone(),
                sent: after.sent.clone(),
                closed_on: after.closed_on,
                ..before.clone()
            };
            stepped == *after
        }
        (_, Some(Record::Decision(before)), Some(Record::Decision(after))) => {
            let stepped = Decision {
                document: after.document,
                state: after.state.clone(),
                ..before.clone()
            };
            stepped == *after
        }
        (_, Some(Record::Assignment(before)), Some(Record::Assignment(after))) => {
            let stepped = Assignment {
                prolongations: after.prolongations.clone(),
                state: after.state.clone(),
                ..before.clone()
            };
            stepped == *after
        }
        _ => false,
    }
}
