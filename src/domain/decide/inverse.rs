//! Taking back, and doing again what was taken back: the same thing in the other direction.
//!
//! A change carries both records whole, so that nothing is made anew. What is checked is that nobody touched the records since, that nothing
//! rests on what would vanish, that what comes back goes beside what others did meanwhile, and that the person may still do such a thing.

use std::collections::BTreeSet;

use crate::domain::catalogue::EditionState;
use crate::domain::followup::AssignmentState;
use crate::domain::ids::{EditionId, Now};
use crate::domain::people::Role;
use crate::domain::period::{PeriodDeed, PeriodEvent, PeriodState};
use crate::domain::record::{Cause, Change, Commit, Key, Kind, Record};
use crate::domain::refusal::Refusal;
use crate::domain::state::State;
use crate::domain::value::{Cell, Subject, Value, ValueState};

use super::Actor;
use super::aliases;
use super::appointments;
use super::assignments;
use super::base_quantities;
use super::closing;
use super::collecting;
use super::cycle;
use super::deputies;
use super::documents;
use super::editions;
use super::inverse_of_results;
use super::names;
use super::objections;
use super::organisations;
use super::periods;
use super::recommendations;
use super::reports;
use super::resting::{nothing_is_missing, nothing_rests_on};
use super::rights::{Part, Rights};
use super::sheet::{Sheet, conflict, loaded};
use super::users;

/// What takes `original` back. For an undo the commit is that of [`State::undo_target`], for a redo the undo of
/// [`State::redo_target`]. Every record gets the body it had before; revision, author and time are new.
///
/// # Errors
/// `Conflict` where a later commit touched a record, `InUse` where something refers to what would vanish,
/// `Erased` where data of a person was in it, `NotLoaded`, and what a command of that kind is refused for: `Denied`, `PeriodClosed`, `EditionPublished`.
pub fn decide_inverse(
    state: &State,
    actor: &Actor,
    original: &Commit,
    now: Now,
) -> Result<Vec<Change>, Refusal> {
    let is_erased = |it: &Change| it.before.is_none() && it.after.is_none();
    if original.cause == Cause::Erase || original.changes.iter().any(is_erased) {
        return Err(Refusal::Erased { seq: original.seq });
    }
    let taking = Taking::new(state, actor, original, now);
    let mut sheet = Sheet::taking_back(state, *actor, now, original.seq);
    let sees_names = names::sees(state, actor);
    for change in &original.changes {
        if let Some(period) = change.key.shard() {
            loaded(state, period)?;
        }
        taking.guards(change)?;
        // Its words are not what the commit changed: somebody else may have passed over it as well.
        if change.before == change.after {
            sheet.touch(change.key);
            continue;
        }
        if !sees_names && !names::may_take_back(change) {
            return Err(Refusal::NamesHidden);
        }
        untouched(state, actor, original, change)?;
        deputies::may_be_taken_back(state, change, now.today)?;
        inverse_of_results::rests_on_nothing(&sheet, original, change)?;
        match &change.before {
            Some(record) => sheet.put(change.key, record.clone()),
            None => sheet.remove(change.key),
        }
    }
    editions::touch_where_something_goes(&mut sheet);
    goes_beside_what_came_since(&sheet)?;
    let changes = sheet.finish()?;
    nothing_rests_on(state, original.seq, &changes)?;
    nothing_is_missing(state, &changes)?;
    users::somebody_administers(state, &changes)?;
    Ok(changes)
}

/// The record is as the commit left it, and so it was all the time: only the person's own undoing and doing again
/// may have passed over it, which brings it back to where it was under a newer revision.
fn untouched(
    state: &State,
    actor: &Actor,
    original: &Commit,
    change: &Change,
) -> Result<(), Refusal> {
    let key = change.key;
    let (record, stamp) = state.record(key).unzip();
    let own = stamp.is_none_or(|it| it.rev == original.seq || it.by == actor.user);
    if own && record == change.after {
        Ok(())
    } else {
        Err(conflict(state, key))
    }
}

/// What comes back is held against what others have done since, by the rules of the commands that would write it down today.
fn goes_beside_what_came_since(sheet: &Sheet) -> Result<(), Refusal> {
    for (key, record) in sheet.all_written() {
        match (key, record) {
            (Key::User(id), Record::User(it)) => {
                users::account_is_free(sheet, Some(id), &it.account)?;
            }
            (Key::Organisation(id), Record::Organisation(it)) => {
                closing::not_in_circle(sheet, id, it)?;
            }
            (Key::Edition(id), Record::Edition(it)) => {
                editions::number_is_free(sheet, Some(id), it.number)?;
            }
            (Key::Period(id), Record::Period(it)) => {
                periods::alone(sheet, Some(id), it, &[])?;
                periods::measured_as_entered(sheet, id, it)?;
            }
            (Key::Appointment(_), Record::Appointment(it)) => appointments::within(sheet, it)?,
            _ => {}
        }
    }
    organisations::numbers_differ(sheet)?;
    closing::nobody_beyond(sheet)?;
    base_quantities::titles_differ(sheet)?;
    appointments::go_together(sheet)
}

fn is_published(record: Option<&Record>) -> bool {
    matches!(record, Some(Record::Edition(it)) if it.state == EditionState::Published)
}

/// What holds for a commit as a whole.
struct Taking<'a> {
    rights: Rights<'a>,
    /// Periods, editions and rounds that came, went or changed with the commit: what is theirs goes with them, whatever their state.
    owners: BTreeSet<Key>,
    /// Everything in it was new, or everything went.
    whole: bool,
    /// Cells that the commit put right in a closed period.
    corrected: BTreeSet<Cell>,
}

impl<'a> Taking<'a> {
    fn new(state: &'a State, actor: &Actor, original: &Commit, now: Now) -> Self {
        let changes = &original.changes;
        let is_owner = |key: &Key| matches!(key.kind(), Kind::Period | Kind::Edition | Kind::Round);
        Taking {
            rights: Rights {
                state,
                actor: *actor,
                today: now.today,
            },
            // A working edition that was only touched is none of the commit's: it may have been published since.
            owners: (changes.iter())
                .filter(|it| it.before != it.after || is_published(it.after.as_ref()))
                .map(|it| it.key)
                .filter(is_owner)
                .collect(),
            whole: changes.iter().all(|it| it.before.is_none())
                || changes.iter().all(|it| it.after.is_none()),
            corrected: (changes.iter())
                .filter_map(|it| match it.key {
                    Key::Correction(cell) => Some(cell),
                    _ => None,
                })
                .collect(),
        }
    }

    /// A period that stays measured by an edition when its publishing is taken back, or once was: what was done with it names the edition.
    fn measured_by(&self, edition: EditionId) -> Option<Key> {
        let was = |it: &PeriodEvent| matches!(it.deed, PeriodDeed::Moved { from } | PeriodDeed::Rescored { from } if from == edition);
        let periods = self.rights.state.periods.iter();
        let by = periods.filter(|(_, it)| it.edition == edition || it.events.iter().any(was));
        by.map(|(id, _)| Key::Period(*id))
            .find(|it| !self.owners.contains(it))
    }

    /// A period in which something was done by an edition that took the place of another on the first day: both were published, and the
    /// period may have either.
    fn worked_by(&self, edition: EditionId) -> Result<Option<Key>, Refusal> {
        let state = self.rights.state;
        for (id, it) in (state.periods.iter()).filter(|(_, it)| it.edition == edition) {
            loaded(state, *id)?;
            let is_new = matches!(it.state, PeriodState::Planned | PeriodState::Open);
            if !is_new || state.has_entries(*id) != Some(false) {
                return Ok(Some(Key::Period(*id)));
            }
        }
        Ok(None)
    }

    /// What a command of the kind asks first: the period, the edition, the role.
    fn guards(&self, change: &Change) -> Result<(), Refusal> {
        let state = self.rights.state;
        let (key, owners) = (change.key, &self.owners);
        if let Key::Value(cell) = key
            && (self.corrected.contains(&cell) || state.corrections.contains_key(&cell))
        {
            return inverse_of_results::may_be_put_right(&self.rights, cell.period);
        }
        if let Key::Value(Cell { period, .. })
        | Key::Confirmation(Cell { period, .. }, _)
        | Key::BaseValue(period, ..)
        | Key::Reference(period, _) = key
            && !owners.contains(&Key::Period(period))
        {
            let period_now = state.periods.get(&period);
            if !period_now.is_some_and(|it| it.state.takes_values()) {
                return Err(Refusal::PeriodClosed { period });
            }
        }
        cycle::is_not_frozen(state, change, owners)?;
        if let Key::Collection(period, _) = key
            && !owners.contains(&Key::Period(period))
        {
            collecting::takes(state, period)?;
        }
        if let Key::Direction(edition, _) | Key::Indicator(edition, _) | Key::Rule(edition, _) = key
            && !owners.contains(&Key::Edition(edition))
        {
            let edition_now = state.editions.get(&edition);
            if edition_now.is_some_and(|it| it.state == EditionState::Published) {
                return Err(Refusal::EditionPublished);
            }
        }
        if let Key::Edition(id) = key
            && is_published(change.after.as_ref())
        {
            let by = match is_published(change.before.as_ref()) {
                true => self.worked_by(id)?,
                false => self.measured_by(id),
            };
            if let Some(by) = by {
                return Err(Refusal::InUse { key, by });
            }
        }
        // An administrator enters no values, but may take back what they have loaded: what came whole goes whole.
        if self.whole && self.rights.has(Role::Administrator) {
            return Ok(());
        }
        may_change(&self.rights, change)
    }
}

/// Whether the person may do or undo such a change.
fn may_change(rights: &Rights, change: &Change) -> Result<(), Refusal> {
    const ENTERING: [Role; 2] = [Role::Methodist, Role::Head];
    const CAREERS: [Role; 2] = [Role::Administrator, Role::Head];
    match (change.key, &change.before, &change.after) {
        (Key::Value(cell), Some(Record::Value(before)), Some(Record::Value(after)))
            if only_stepped(before, after) =>
        {
            let states = [&before.state, &after.state];
            if states.contains(&&ValueState::Approved) {
                rights.need_one(Role::Head)
            } else if rights.has(Role::Head) {
                Ok(())
            } else {
                rights.may_enter(cell)
            }
        }
        (Key::Value(cell) | Key::Confirmation(cell, _), ..) => rights.may_enter(cell),
        (Key::BaseValue(_, _, organisation), ..) => {
            let parts = [Part::Organisations(vec![organisation])];
            rights.need_for(&[Role::Methodist], &parts)
        }
        (Key::Reference(period, indicator), ..) => rights.may_enter(Cell {
            period,
            indicator,
            subject: Subject::Municipality,
        }),
        (Key::Assignment(_), before, after) => {
            let released = |it: &Option<Record>| {
                matches!(it, Some(Record::Assignment(it))
                    if matches!(it.state, AssignmentState::Released { .. }))
            };
            if before.is_none() || after.is_none() || released(before) || released(after) {
                rights.need_one(Role::Head)
            } else {
                let both = [before, after].into_iter().flatten();
                both.filter_map(|it| match it {
                    Record::Assignment(it) => Some(assignments::lead(rights, it)),
                    _ => None,
                })
                .collect()
            }
        }
        (Key::Recommendation(_), before, after) => {
            let both = [before, after].into_iter().flatten();
            both.filter_map(|it| match it {
                Record::Recommendation(it) => Some(recommendations::lead(rights, it)),
                _ => None,
            })
            .collect()
        }
        (Key::Report(_), before, after) => {
            let both = [before, after].into_iter().flatten();
            both.filter_map(|it| match it {
                Record::Report(it) => Some(reports::lead(rights, it)),
                _ => None,
            })
            .collect()
        }
        (Key::Objection(_), before, after) => {
            let objection = |it: &'_ Option<Record>| match it {
                Some(Record::Objection(it)) => Some(it.clone()),
                _ => None,
            };
            let (before, after) = (objection(before), objection(after));
            objections::may_change(rights, before.as_ref(), after.as_ref())
        }
        (Key::Collection(_, organisation), ..) => collecting::lead(rights, organisation),
        (Key::Document(id), Some(Record::Document(back)), Some(Record::Document(stands))) => {
            documents::may_change(rights, id, stands, back)
        }
        (Key::Document(_), ..) => rights.need_for(&documents::REGISTERING, &[]),
        (Key::BroughtFile(_), ..) => rights.need(ENTERING),
        (
            Key::Section(_)
            | Key::Round(_)
            | Key::Requirement(_)
            | Key::Citation(_)
            | Key::Goal(_)
            | Key::AnalysisNote(_)
            | Key::Activity(_)
            | Key::Review(_),
            ..,
        ) => cycle::may_change(rights, change),
        (Key::Alias(_), before, after) => {
            let both = [before, after].into_iter().flatten();
            both.filter_map(|it| match it {
                Record::Alias(it) => Some(aliases::works_with(rights, it.means)),
                _ => None,
            })
            .collect()
        }
        (
            Key::Qualification(_) | Key::Attestation(_) | Key::Contract(_) | Key::Candidate(_),
            ..,
        ) => rights.need(CAREERS),
        // Somebody comes to be known with their career.
        (Key::Person(_), None, _) | (Key::Person(_), _, None) => rights.need(CAREERS),
        (Key::Decision(_) | Key::Results(_) | Key::ResultRow(..) | Key::Correction(_), ..) => {
            rights.need_one(Role::Head)
        }
        (Key::Period(_), Some(Record::Period(before)), Some(Record::Period(after))) => {
            inverse_of_results::may_change_period(rights, before, after)
        }
        (Key::Deputy(_), before, after) => match before.as_ref().or(after.as_ref()) {
            Some(Record::Deputy(it)) => rights.need_self_or_administrator(it.head),
            _ => rights.need_one(Role::Administrator),
        },
        _ => rights.need_one(Role::Administrator),
    }
}

/// Whether a value only moved on its way.
fn only_stepped(before: &Value, after: &Value) -> bool {
    let moved = Value {
        state: after.state.clone(),
        ..before.clone()
    };
    moved == *after
}
