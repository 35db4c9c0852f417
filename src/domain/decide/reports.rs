//! Reports of execution. A report may close what it is about in the same commit.

use chrono::NaiveDate;

use crate::domain::command::{AssignmentStep, Outcome, ReportDraft};
use crate::domain::followup::{DecisionState, RecommendationState, Report, ReportOn};
use crate::domain::ids::{DocumentId, ReportId, Seq};
use crate::domain::record::{Key, Kind, Record};
use crate::domain::refusal::{Field, Refusal};

use super::rights::Rights;
use super::sheet::Sheet;
use super::texts::{self, LONG_TEXT, NUMBER_TEXT};
use super::{assignments, decisions, documents, recommendations, terms};

/// Records a report.
pub(super) fn report(sheet: &mut Sheet, draft: &ReportDraft) -> Result<(), Refusal> {
    check_fields(sheet, draft)?;
    let document = paper(sheet, draft)?;
    if let Some((outcome, seen)) = &draft.closes {
        close(sheet, draft, outcome, *seen)?;
    }
    let record = Record::Report(fields(draft, document));
    sheet.create(Kind::Report, ReportId, Key::Report, record)?;
    Ok(())
}

/// Changes a report's words. What it is about stays, and nothing is closed by it.
pub(super) fn edit(
    sheet: &mut Sheet,
    id: ReportId,
    seen: Seq,
    draft: &ReportDraft,
) -> Result<(), Refusal> {
    let key = Key::Report(id);
    sheet.check_revision(key, seen)?;
    let about = sheet.state.reports.get(&id).map(|it| it.on);
    if about != Some(draft.on) || draft.closes.is_some() {
        return Err(Refusal::WrongState { key });
    }
    check_fields(sheet, draft)?;
    let document = paper(sheet, draft)?;
    sheet.put(key, Record::Report(fields(draft, document)));
    Ok(())
}

fn close(
    sheet: &mut Sheet,
    draft: &ReportDraft,
    outcome: &Outcome,
    seen: Seq,
) -> Result<(), Refusal> {
    let on = draft.date;
    match (draft.on, outcome) {
        (ReportOn::Assignment(id), Outcome::AssignmentDone) => {
            assignments::step(sheet, id, seen, &AssignmentStep::Done { on })
        }
        (ReportOn::Assignment(id), Outcome::AssignmentNotDone) => {
            assignments::step(sheet, id, seen, &AssignmentStep::NotDone)
        }
        (ReportOn::Recommendation(id), Outcome::Recommendation(outcome)) => {
            recommendations::close_by_report(sheet, id, seen, outcome, on)
        }
        (about, _) => Err(Refusal::WrongState { key: key_of(about) }),
    }
}

fn check_fields(sheet: &Sheet, draft: &ReportDraft) -> Result<(), Refusal> {
    let (executors, earliest) = subject(sheet, draft.on)?;
    if let Some(executor) = draft.executor
        && usize::from(executor) >= executors
    {
        let options = executors;
        return Err(Refusal::NoSuchOption { options });
    }
    terms::happened(sheet, draft.date, earliest)?;
    texts::line(Field::Number, &draft.number, NUMBER_TEXT)?;
    texts::full_lines(Field::Text, &draft.text, LONG_TEXT)
}

/// What can be reported on, by whom the person may record it: the number of those who report, and the first day possible.
fn subject(sheet: &Sheet, on: ReportOn) -> Result<(usize, Option<NaiveDate>), Refusal> {
    match on {
        ReportOn::Assignment(id) => {
            let it = assignments::find(sheet, id)?;
            assignments::may_lead(sheet, it)?;
            let decision = decisions::find(sheet, it.decision)?;
            if matches!(
                decision.state,
                DecisionState::Draft | DecisionState::Cancelled { .. }
            ) {
                let key = Key::Decision(it.decision);
                return Err(Refusal::WrongState { key });
            }
            Ok((it.executors.len(), decisions::act_date(sheet, decision)))
        }
        ReportOn::Recommendation(id) => {
            let it = recommendations::find(sheet, id)?;
            recommendations::may_lead(sheet, it)?;
            if it.state == RecommendationState::Draft {
                return Err(Refusal::WrongState { key: key_of(on) });
            }
            Ok((it.addressees.len(), it.sent.as_ref().map(|it| it.date)))
        }
    }
}

/// Refuses who may not report on what a report is about.
pub(super) fn lead(rights: &Rights, it: &Report) -> Result<(), Refusal> {
    let state = rights.state;
    match it.on {
        ReportOn::Assignment(id) => {
            (state.assignments.get(&id)).map_or(Ok(()), |it| assignments::lead(rights, it))
        }
        ReportOn::Recommendation(id) => {
            (state.recommendations.get(&id)).map_or(Ok(()), |it| recommendations::lead(rights, it))
        }
    }
}

fn paper(sheet: &mut Sheet, draft: &ReportDraft) -> Result<Option<DocumentId>, Refusal> {
    let choice = draft.document.as_ref();
    choice.map(|it| documents::choose(sheet, it)).transpose()
}

fn fields(draft: &ReportDraft, document: Option<DocumentId>) -> Report {
    Report {
        on: draft.on,
        executor: draft.executor,
        date: draft.date,
        number: draft.number.clone(),
        text: draft.text.clone(),
        document,
    }
}

fn key_of(on: ReportOn) -> Key {
    match on {
        ReportOn::Assignment(id) => Key::Assignment(id),
        ReportOn::Recommendation(id) => Key::Recommendation(id),
    }
}
