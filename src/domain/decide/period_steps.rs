//! A period on its way: открыт → на проверке → закрыт with its results; opened again, moved to another edition, scored anew, approved.
//!
//! What it comes to is reckoned elsewhere and only written down here, in the commit of the step itself. Invariant: results stand exactly
//! where a period is closed; what stood there before is in the journal.

use crate::domain::catalogue::{Edition, EditionState};
use crate::domain::command::{DocumentChoice, PeriodStep, Rebinding};
use crate::domain::ids::{EditionId, PeriodId, Seq};
use crate::domain::people::Role;
use crate::domain::period::{PeriodDeed, PeriodEvent, PeriodState};
use crate::domain::record::{Key, Record};
use crate::domain::refusal::{Field, Refusal};
use crate::domain::results::Reckon;
use crate::domain::state::State;

use super::documents::{choose_act, choose_ground};
use super::periods::{GIVING_TIME, published};
use super::sheet::{Sheet, loaded};
use super::terms::not_before;
use super::texts::{self, NOTE_TEXT};

/// Why something is done with a period: in words, and by what act.
type Why<'a> = (&'a str, Option<&'a DocumentChoice>);

/// Moves a period on its way.
pub(super) fn step(
    sheet: &mut Sheet,
    id: PeriodId,
    seen: Seq,
    step: &PeriodStep,
    reckon: Reckon,
) -> Result<(), Refusal> {
    let key = Key::Period(id);
    let rights = sheet.rights();
    match step {
        PeriodStep::Open | PeriodStep::Review => rights.need(GIVING_TIME)?,
        PeriodStep::Close { .. } | PeriodStep::Reopen { .. } => rights.need_one(Role::Head)?,
    }
    sheet.check_revision(key, seen)?;
    let mut after = sheet.period(id)?.body.clone();
    let (state, deed, reason) = match (step, after.state) {
        (PeriodStep::Open, PeriodState::Planned | PeriodState::Review) => {
            published(sheet, after.edition)?;
            (PeriodState::Open, PeriodDeed::Opened, "")
        }
        (PeriodStep::Review, PeriodState::Open) => (PeriodState::Review, PeriodDeed::Reviewed, ""),
        (PeriodStep::Close { unready }, PeriodState::Open | PeriodState::Review) => {
            published(sheet, after.edition)?;
            write_results(sheet, sheet.state, id, reckon)?;
            let found = (reckon.blocking)(sheet.state, id);
            let things = found.map_err(|period| Refusal::NotLoaded { period })?;
            if things > 0 {
                return Err(Refusal::Unconfirmed { period: id, things });
            }
            let things = (reckon.unready)(sheet.state, id);
            if things > 0 && !unready {
                return Err(Refusal::Unready { period: id, things });
            }
            (PeriodState::Closed, PeriodDeed::Closed, "")
        }
        (PeriodStep::Reopen { reason }, PeriodState::Closed) => {
            texts::full_lines(Field::Reason, reason, NOTE_TEXT)?;
            take_results_out(sheet, id)?;
            after.approved_by = None;
            (PeriodState::Open, PeriodDeed::Reopened, reason.as_str())
        }
        // Entry has not begun, or is over for good.
        (_, PeriodState::Planned | PeriodState::Closed) => {
            return Err(Refusal::PeriodClosed { period: id });
        }
        _ => return Err(Refusal::WrongState { key }),
    };
    after.state = state;
    after.events.push(event(sheet, deed, (reason, None))?);
    sheet.put(key, Record::Period(after));
    Ok(())
}

/// The editions to which a period can be moved, the latest first: published, others than it has, and in use before it is over.
#[must_use]
pub fn editions_to_move_to(state: &State, id: PeriodId) -> Vec<EditionId> {
    let Some(period) = state.periods.get(&id) else {
        return Vec::new();
    };
    let fits = |edition: EditionId, it: &Edition| {
        edition != period.edition
            && it.state == EditionState::Published
            && it.applies_from.is_none_or(|from| from <= period.to)
    };
    let all = state.editions.iter().filter(|(id, it)| fits(**id, it));
    let mut found: Vec<_> = all.map(|(id, it)| (it.number, *id)).collect();
    found.sort_unstable();
    found.into_iter().rev().map(|(_, id)| id).collect()
}

/// «Перевод открытого периода на новую редакцию»: values are kept, whatever the new edition asks for.
pub(super) fn move_to(sheet: &mut Sheet, to: &Rebinding) -> Result<(), Refusal> {
    let (id, seen, edition, why) = parts(to);
    let key = Key::Period(id);
    sheet.rights().need(GIVING_TIME)?;
    sheet.check_revision(key, seen)?;
    let mut after = sheet.period(id)?.body.clone();
    if after.state == PeriodState::Closed {
        return Err(Refusal::PeriodClosed { period: id });
    }
    // A decree comes in mid-year: it is enough that the edition applies to some of the period.
    if let Some(applies_from) = published(sheet, edition)? {
        not_before(Field::To, Some(after.to), applies_from)?;
    }
    if edition == after.edition {
        return Ok(());
    }
    texts::full_lines(Field::Reason, why.0, NOTE_TEXT)?;
    let from = after.edition;
    after.edition = edition;
    (after.events).push(event(sheet, PeriodDeed::Moved { from }, why)?);
    sheet.put(key, Record::Period(after));
    Ok(())
}

/// Scores a closed period anew. The results that stood there go; the act that approved them no longer does.
pub(super) fn rescore(sheet: &mut Sheet, by: &Rebinding, reckon: Reckon) -> Result<(), Refusal> {
    let (id, seen, edition, why) = parts(by);
    let key = Key::Period(id);
    sheet.rights().need_one(Role::Head)?;
    sheet.check_revision(key, seen)?;
    let mut after = sheet.period(id)?.body.clone();
    if after.state != PeriodState::Closed {
        return Err(Refusal::StillOpen { period: id });
    }
    published(sheet, edition)?;
    texts::full_lines(Field::Reason, why.0, NOTE_TEXT)?;
    let from = after.edition;
    after.edition = edition;
    let stamp = sheet.period(id)?.stamp;
    let mut as_if: State = sheet.state.clone();
    as_if.put(key, Some(Record::Period(after.clone())), stamp);
    take_rows_out(sheet, id)?;
    write_results(sheet, &as_if, id, reckon)?;
    if edition == from && says_the_same(sheet, id) {
        return Err(Refusal::NoChange);
    }
    after.approved_by = None;
    (after.events).push(event(sheet, PeriodDeed::Rescored { from }, why)?);
    sheet.put(key, Record::Period(after));
    Ok(())
}

fn parts(it: &Rebinding) -> (PeriodId, Seq, EditionId, Why<'_>) {
    let why = (it.reason.as_str(), it.act.as_ref());
    (it.id, it.seen, it.edition, why)
}

/// Names the act that approved the results.
pub(super) fn approve(
    sheet: &mut Sheet,
    id: PeriodId,
    seen: Seq,
    act: &DocumentChoice,
) -> Result<(), Refusal> {
    let key = Key::Period(id);
    sheet.rights().need_one(Role::Head)?;
    sheet.check_revision(key, seen)?;
    let mut after = sheet.period(id)?.body.clone();
    if after.state != PeriodState::Closed {
        return Err(Refusal::StillOpen { period: id });
    }
    let (act, _) = choose_act(sheet, act)?;
    after.approved_by = Some(act);
    sheet.put(key, Record::Period(after));
    Ok(())
}

fn event(
    sheet: &mut Sheet,
    deed: PeriodDeed,
    (reason, act): Why<'_>,
) -> Result<PeriodEvent, Refusal> {
    let act = act.map(|it| choose_ground(sheet, it)).transpose()?;
    Ok(PeriodEvent {
        deed,
        on: sheet.now.today,
        by: sheet.actor.user,
        reason: reason.to_owned(),
        act,
    })
}

/// Writes down what the period comes to in a state.
fn write_results(
    sheet: &mut Sheet,
    state: &State,
    id: PeriodId,
    reckon: Reckon,
) -> Result<(), Refusal> {
    loaded(state, id)?;
    let records = (reckon.results)(state, id).map_err(|period| Refusal::NotLoaded { period })?;
    for (key, record) in records {
        sheet.put(key, record);
    }
    Ok(())
}

/// Takes the results out, with what was put right in them: the values stay as they were put.
fn take_results_out(sheet: &mut Sheet, id: PeriodId) -> Result<(), Refusal> {
    take_rows_out(sheet, id)?;
    if sheet.state.results.contains_key(&id) {
        sheet.remove(Key::Results(id));
    }
    let corrected: Vec<_> = (sheet.state.corrections.keys())
        .filter(|it| it.period == id)
        .copied()
        .collect();
    for cell in corrected {
        sheet.remove(Key::Correction(cell));
    }
    Ok(())
}

fn take_rows_out(sheet: &mut Sheet, id: PeriodId) -> Result<(), Refusal> {
    loaded(sheet.state, id)?;
    let rows = (sheet.state.shard(id).into_iter()).flat_map(|it| it.results().keys());
    for organisation in rows.copied().collect::<Vec<_>>() {
        sheet.remove(Key::ResultRow(id, organisation));
    }
    Ok(())
}

/// Whether what is written down is what stands there.
fn says_the_same(sheet: &Sheet, id: PeriodId) -> bool {
    let same = |key: Key| {
        let stands = sheet.state.record(key).map(|(record, _)| record);
        sheet.written(key) == stands.as_ref()
    };
    let rows = (sheet.state.shard(id).into_iter()).flat_map(|it| it.results().keys());
    let standing: Vec<Key> = rows.map(|it| Key::ResultRow(id, *it)).collect();
    let written = sheet.all_written().map(|(key, _)| key);
    (written.chain(standing)).all(same)
}
