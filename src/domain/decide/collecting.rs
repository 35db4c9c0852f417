//! Collecting: запрос направлен → получено → принято, or возвращено на доработку and получено again; reminders on the way.

use crate::domain::collection::{
    Collecting, Collection, CollectionDeed, CollectionEvent, CollectionStage, CollectionStep,
};
use crate::domain::ids::{OrganisationId, PeriodId};
use crate::domain::period::PeriodState;
use crate::domain::record::{Key, Record};
use crate::domain::refusal::{Field, Refusal};
use crate::domain::state::State;

use super::rights::{LEADING, Part, Rights};
use super::sheet::{Sheet, loaded};
use super::terms::{happened, not_before};
use super::texts::{self, MOST_ITEMS, NOTE_TEXT, NUMBER_TEXT};

/// Most events of one collection.
const MOST_EVENTS: usize = 30;

/// Notes the same of organisations, all or none.
pub(super) fn collect(
    sheet: &mut Sheet,
    Collecting {
        period,
        organisations,
        step,
    }: &Collecting,
) -> Result<(), Refusal> {
    let period = *period;
    for (organisation, _) in organisations {
        lead(&sheet.rights(), *organisation)?;
        if judges(step) {
            judge(&sheet.rights(), *organisation)?;
        }
    }
    takes(sheet.state, period)?;
    texts::at_most(Field::Addressees, MOST_ITEMS, organisations.len())?;
    for (organisation, seen) in organisations {
        let key = Key::Collection(period, *organisation);
        works(sheet.state, period, *organisation)?;
        sheet.check_seen(key, *seen)?;
        let present = sheet.state.collection(period, *organisation);
        let mut after = present.map(|it| it.body.clone()).unwrap_or_default();
        match step {
            CollectionStep::Note(event) => note(sheet, key, &mut after, event)?,
            CollectionStep::PutRight(event) => put_right(sheet, key, &mut after, event)?,
            CollectionStep::TakeBack(event) => {
                if !after.taken_back().any(|it| it == event) {
                    return Err(Refusal::WrongState { key });
                }
                let at = after.events.iter().rposition(|it| it == event);
                at.map(|it| after.events.remove(it));
            }
        }
        if after.events.is_empty() {
            sheet.remove(key);
        } else {
            sheet.put(key, Record::Collection(after));
        }
    }
    Ok(())
}

/// Whether a step says of all that an organisation has sent what becomes of it.
fn judges(step: &CollectionStep) -> bool {
    let (CollectionStep::Note(it) | CollectionStep::TakeBack(it) | CollectionStep::PutRight(it)) =
        step;
    matches!(
        it.deed,
        CollectionDeed::Accepted | CollectionDeed::Returned { .. }
    )
}

/// Refuses whoever answers for some directions only: what was sent is taken or sent back as a whole.
fn judge(rights: &Rights, organisation: OrganisationId) -> Result<(), Refusal> {
    let parts = [
        Part::Organisations(vec![organisation]),
        Part::Direction(None),
    ];
    rights.need_for(&LEADING, &parts)
}

/// Refuses who may not note what comes from an organisation.
pub(super) fn lead(rights: &Rights, organisation: OrganisationId) -> Result<(), Refusal> {
    rights.need_for(&LEADING, &[Part::Organisations(vec![organisation])])
}

/// Numbers may be asked for before a period is opened; of a closed one nothing is collected.
pub(super) fn takes(state: &State, id: PeriodId) -> Result<(), Refusal> {
    let key = Key::Period(id);
    let period = state.periods.get(&id).ok_or(Refusal::Missing { key })?;
    loaded(state, id)?;
    match period.state {
        PeriodState::Closed => Err(Refusal::PeriodClosed { period: id }),
        PeriodState::Planned | PeriodState::Open | PeriodState::Review => Ok(()),
    }
}

/// Refuses an organisation that is not there, or does not work at any time of the period.
fn works(state: &State, period: PeriodId, id: OrganisationId) -> Result<(), Refusal> {
    let key = Key::Organisation(id);
    let organisation = state
        .organisations
        .get(&id)
        .ok_or(Refusal::Missing { key })?;
    let Some(span) = state.periods.get(&period) else {
        return Ok(());
    };
    match (organisation.opened, organisation.closed) {
        (_, Some(closed)) if closed < span.from => Err(Refusal::OrganisationClosed {
            organisation: id,
            closed,
        }),
        (Some(opened), _) if opened > span.to => {
            let key = Key::Collection(period, id);
            Err(Refusal::WrongState { key })
        }
        _ => Ok(()),
    }
}

fn note(
    sheet: &Sheet,
    key: Key,
    collection: &mut Collection,
    event: &CollectionEvent,
) -> Result<(), Refusal> {
    let stage = collection.stage();
    let last = collection.events.last().map(|it| it.on);
    match &event.deed {
        CollectionDeed::Requested { number } if collection.begins_with(event.on) => {
            texts::line(Field::Number, number, NUMBER_TEXT)?;
            happened(sheet, event.on, None)?;
            collection.events.insert(0, event.clone());
            return texts::at_most(Field::Marks, MOST_EVENTS, collection.events.len());
        }
        CollectionDeed::Requested { number } if !stage.is_owed() => {
            texts::line(Field::Number, number, NUMBER_TEXT)?;
        }
        CollectionDeed::Received { number, .. } => {
            texts::line(Field::Number, number, NUMBER_TEXT)?;
        }
        CollectionDeed::Accepted if stage == CollectionStage::Received => {}
        CollectionDeed::Returned { reason, until }
            if matches!(stage, CollectionStage::Received | CollectionStage::Accepted) =>
        {
            texts::full_lines(Field::Reason, reason, NOTE_TEXT)?;
            not_before(Field::Until, *until, event.on)?;
        }
        CollectionDeed::Reminded { number } if stage.waits() => {
            texts::line(Field::Number, number, NUMBER_TEXT)?;
        }
        _ => return Err(Refusal::WrongState { key }),
    }
    happened(sheet, event.on, last)?;
    collection.events.push(event.clone());
    texts::at_most(Field::Marks, MOST_EVENTS, collection.events.len())
}

/// Writes the last request anew where it stands: what happened before and after it happened all the same.
fn put_right(
    sheet: &Sheet,
    key: Key,
    collection: &mut Collection,
    event: &CollectionEvent,
) -> Result<(), Refusal> {
    let events = &mut collection.events;
    let at = events.iter().rposition(CollectionEvent::is_request);
    let (Some(at), CollectionDeed::Requested { number }) = (at, &event.deed) else {
        return Err(Refusal::WrongState { key });
    };
    texts::line(Field::Number, number, NUMBER_TEXT)?;
    let (before, after) = events.split_at(at);
    happened(sheet, event.on, before.last().map(|it| it.on))?;
    if let Some(next) = after.get(1).filter(|next| next.on < event.on) {
        return Err(Refusal::DateAfter {
            field: Field::Date,
            given: event.on,
            latest: next.on,
        });
    }
    if let Some(request) = events.get_mut(at) {
        *request = event.clone();
    }
    Ok(())
}
