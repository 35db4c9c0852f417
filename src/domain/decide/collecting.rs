//! Collecting: запрос направлен → получено → принято, or возвращено на доработку and получено again; reminders on the way.

use chrono::NaiveDate;

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
            // What one letter says is put right by whoever has it in front of them; what many were written is no reason to lose another's.
            CollectionStep::Note(event)
                if event.is_request() && organisations.len() > 1 && after.request().is_some() =>
            {
                return Err(Refusal::WrongState { key });
            }
            CollectionStep::Note(event) => note(sheet, key, &mut after, event)?,
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
    let events = &mut collection.events;
    let last = events.last().map(|it| it.on);
    match &event.deed {
        CollectionDeed::Requested { number } => {
            texts::line(Field::Number, number, NUMBER_TEXT)?;
            happened(sheet, event.on, None)?;
            events.retain(|it| !it.is_request());
            // It is often noted when the answer is there already.
            before_all_others(events, event.on)?;
            events.insert(0, event.clone());
            return texts::at_most(Field::Marks, MOST_EVENTS, events.len());
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
    events.push(event.clone());
    texts::at_most(Field::Marks, MOST_EVENTS, events.len())
}

fn before_all_others(events: &[CollectionEvent], given: NaiveDate) -> Result<(), Refusal> {
    match events.first() {
        Some(first) if first.on < given => Err(Refusal::DateAfter {
            field: Field::Date,
            given,
            latest: first.on,
        }),
        _ => Ok(()),
    }
}
