//! Recommendations: проект → направлена → на контроле → выполнена | выполнена частично | не выполнена | снята с контроля.

use crate::domain::command::{RecommendationDraft, RecommendationStep, Seen};
use crate::domain::followup::{Addressee, Recommendation, RecommendationState};
use crate::domain::ids::{RecommendationId, Seq};
use crate::domain::record::{Key, Kind, Record};
use crate::domain::refusal::{Field, Refusal};

use super::rights::{LEADING, Part, Rights};
use super::sheet::Sheet;
use super::terms;
use super::texts::{self, LONG_TEXT, MOST_NAMED, NOTE_TEXT, NUMBER_TEXT};

/// New recommendations, one per draft.
pub(super) fn recommend(sheet: &mut Sheet, drafts: &[RecommendationDraft]) -> Result<(), Refusal> {
    for draft in drafts {
        let fields = fields(sheet, draft)?;
        let record = Record::Recommendation(fields);
        sheet.create(
            Kind::Recommendation,
            RecommendationId,
            Key::Recommendation,
            record,
        )?;
    }
    Ok(())
}

/// Changes a recommendation that has not left yet.
pub(super) fn edit(
    sheet: &mut Sheet,
    id: RecommendationId,
    seen: Seq,
    draft: &RecommendationDraft,
) -> Result<(), Refusal> {
    let key = Key::Recommendation(id);
    sheet.check_revision(key, seen)?;
    let present = find(sheet, id)?;
    may_lead(sheet, present)?;
    if present.state != RecommendationState::Draft {
        return Err(Refusal::WrongState { key });
    }
    let fields = fields(sheet, draft)?;
    sheet.put(key, Record::Recommendation(fields));
    Ok(())
}

/// Moves recommendations, all or none.
pub(super) fn step(
    sheet: &mut Sheet,
    ids: &[(RecommendationId, Seq)],
    step: &RecommendationStep,
) -> Result<(), Refusal> {
    for (id, seen) in ids {
        let key = Key::Recommendation(*id);
        sheet.check_revision(key, *seen)?;
        let present = find(sheet, *id)?;
        may_lead(sheet, present)?;
        let after = moved(sheet, key, present, step)?;
        sheet.put(key, Record::Recommendation(after));
    }
    Ok(())
}

/// The recommendation under an id.
pub(super) fn find<'a>(
    sheet: &Sheet<'a>,
    id: RecommendationId,
) -> Result<&'a Recommendation, Refusal> {
    let found = sheet.state.recommendations.get(&id);
    let key = Key::Recommendation(id);
    found.map(|it| &it.body).ok_or(Refusal::Missing { key })
}

/// The recommendation after a step.
fn moved(
    sheet: &Sheet,
    key: Key,
    present: &Recommendation,
    step: &RecommendationStep,
) -> Result<Recommendation, Refusal> {
    use RecommendationState as State;
    let mut after = present.clone();
    let is_out = matches!(present.state, State::Sent | State::Controlled);
    match step {
        RecommendationStep::Send(sent) if present.state == State::Draft => {
            texts::full_line(Field::Number, &sent.number, NUMBER_TEXT)?;
            terms::happened(sheet, sent.date, None)?;
            terms::due(present.due, Some(sent.date))?;
            after.sent = Some(sent.clone());
            after.state = State::Sent;
        }
        RecommendationStep::Control if present.state == State::Sent => {
            after.state = State::Controlled;
        }
        RecommendationStep::Close { outcome, on } if is_out => {
            if !matches!(outcome, State::Done | State::PartlyDone | State::NotDone) {
                return Err(Refusal::WrongState { key });
            }
            terms::happened(sheet, *on, present.sent.as_ref().map(|it| it.date))?;
            after.state = outcome.clone();
            after.closed_on = Some(*on);
        }
        RecommendationStep::Release { reason, on } if is_out => {
            texts::full_lines(Field::Reason, reason, NOTE_TEXT)?;
            terms::happened(sheet, *on, present.sent.as_ref().map(|it| it.date))?;
            let reason = reason.clone();
            after.state = State::Released { reason };
            after.closed_on = Some(*on);
        }
        RecommendationStep::Prolong { to, ground } if is_out => {
            let so_far = &present.prolongations;
            after.prolongations = terms::prolonged(sheet, key, present.due, so_far, (*to, ground))?;
        }
        RecommendationStep::Reopen if !present.state.is_open() => {
            after.state = State::Controlled;
            after.closed_on = None;
        }
        _ => return Err(Refusal::WrongState { key }),
    }
    Ok(after)
}

/// Closes a recommendation by a report on it.
pub(super) fn close_by_report(
    sheet: &mut Sheet,
    id: RecommendationId,
    seen: Seq,
    outcome: &RecommendationState,
    on: chrono::NaiveDate,
) -> Result<(), Refusal> {
    let key = Key::Recommendation(id);
    sheet.check_seen(key, Seen::At(seen))?;
    let outcome = outcome.clone();
    let step = RecommendationStep::Close { outcome, on };
    let after = moved(sheet, key, find(sheet, id)?, &step)?;
    sheet.put(key, Record::Recommendation(after));
    Ok(())
}

/// Refuses who may not lead a recommendation: a methodist all of whose addressees, and the direction of whose ground,
/// are within scope, or the head of department.
pub(super) fn may_lead(sheet: &Sheet, it: &Recommendation) -> Result<(), Refusal> {
    lead(&sheet.rights(), it)
}

/// The same by the rights alone.
pub(super) fn lead(rights: &Rights, it: &Recommendation) -> Result<(), Refusal> {
    let addressees = it.addressees.iter();
    let organisations = addressees.map(|it| Part::Organisations(vec![it.organisation]));
    let direction = it.ground.map(|cell| rights.direction(cell));
    let parts: Vec<Part> = organisations.chain(direction).collect();
    rights.need_for(&LEADING, &parts)
}

/// A draft as a record, if it says what it must and the person may say it.
fn fields(sheet: &Sheet, draft: &RecommendationDraft) -> Result<Recommendation, Refusal> {
    let mut addressees: Vec<Addressee> = Vec::new();
    for it in &draft.addressees {
        if !addressees.contains(it) {
            addressees.push(it.clone());
        }
    }
    let fields = Recommendation {
        addressees,
        period: draft.period,
        ground: draft.ground,
        text: draft.text.clone(),
        expected: draft.expected.clone(),
        due: draft.due,
        prolongations: Vec::new(),
        state: RecommendationState::Draft,
        sent: None,
        closed_on: None,
    };
    may_lead(sheet, &fields)?;
    let period = sheet.period(draft.period)?;
    if fields.addressees.is_empty() {
        let field = Field::Addressees;
        return Err(Refusal::Empty { field });
    }
    texts::at_most(Field::Addressees, MOST_NAMED, fields.addressees.len())?;
    for it in &fields.addressees {
        terms::addressee(sheet, it)?;
    }
    draft
        .ground
        .map_or(Ok(()), |cell| terms::ground(sheet, cell))?;
    texts::full_lines(Field::Text, &draft.text, LONG_TEXT)?;
    texts::lines(Field::Expected, &draft.expected, NOTE_TEXT)?;
    terms::due(draft.due, Some(period.from))?;
    Ok(fields)
}
