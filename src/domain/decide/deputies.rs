//! Who stands in for a head of department, and on which days (замещение).
//!
//! Invariants: what has been done by standing in stays so, hence no day before today is given or taken; nobody has two
//! deputies on a day.

use chrono::NaiveDate;

use crate::domain::deputies::is_head;
use crate::domain::ids::{DeputyId, Seq, UserId};
use crate::domain::people::Deputy;
use crate::domain::record::{Change, Key, Kind, Record};
use crate::domain::refusal::{Field, Refusal};
use crate::domain::state::State;

use super::rights::person_of;
use super::sheet::Sheet;
use super::terms::not_before;

/// Names a deputy.
pub(super) fn name(
    sheet: &mut Sheet,
    user: UserId,
    head: UserId,
    (from, to): (NaiveDate, NaiveDate),
) -> Result<(), Refusal> {
    sheet.must_exist(Key::User(head))?;
    sheet.rights().need_self_or_administrator(head)?;
    sheet.must_exist(Key::User(user))?;
    if !is_head(sheet.state, head) {
        return Err(Refusal::NotHead { user: head });
    }
    if (sheet.state.users.get(&user)).is_some_and(|it| it.retired) {
        return Err(Refusal::Retired { user });
    }
    if person_of(sheet.state, user) == person_of(sheet.state, head) {
        return Err(Refusal::OwnDeputy);
    }
    not_before(Field::From, Some(from), sheet.now.today)?;
    not_before(Field::To, Some(to), from)?;
    let deputy = Deputy {
        user,
        head,
        from,
        to,
        named_by: sheet.actor.user,
    };
    alone(sheet.state, None, &deputy)?;
    sheet.create(Kind::Deputy, DeputyId, Key::Deputy, Record::Deputy(deputy))?;
    Ok(())
}

/// Gives a deputation that is not over another last day.
pub(super) fn end(
    sheet: &mut Sheet,
    id: DeputyId,
    seen: Seq,
    to: NaiveDate,
) -> Result<(), Refusal> {
    let key = Key::Deputy(id);
    sheet.check_revision(key, seen)?;
    let found = sheet.state.deputies.get(&id);
    let present = found.map(|it| &it.body).ok_or(Refusal::Missing { key })?;
    sheet.rights().need_self_or_administrator(present.head)?;
    let today = sheet.now.today;
    if present.to < today {
        return Err(Refusal::WrongState { key });
    }
    not_before(Field::To, Some(to), today)?;
    if to < present.from {
        sheet.remove(key);
        return Ok(());
    }
    let deputy = Deputy {
        to,
        ..present.clone()
    };
    alone(sheet.state, Some(id), &deputy)?;
    sheet.put(key, Record::Deputy(deputy));
    Ok(())
}

/// The same for a change that is taken back or done again.
pub(super) fn may_be_taken_back(
    state: &State,
    change: &Change,
    today: NaiveDate,
) -> Result<(), Refusal> {
    let Key::Deputy(id) = change.key else {
        return Ok(());
    };
    let deputy = |record: &Option<Record>| match record {
        Some(Record::Deputy(it)) => Some(it.clone()),
        _ => None,
    };
    let (before, after) = (deputy(&change.before), deputy(&change.after));
    let served = |it: &Option<Deputy>| {
        let last = it.as_ref()?.to.min(today.pred_opt()?);
        let from = it.as_ref()?.from;
        (from <= last).then_some((from, last))
    };
    if served(&before) != served(&after) {
        let key = change.key;
        return Err(Refusal::WrongState { key });
    }
    before.map_or(Ok(()), |it| alone(state, Some(id), &it))
}

/// Refuses where somebody else stands in for the head on one of the days.
fn alone(state: &State, own: Option<DeputyId>, deputy: &Deputy) -> Result<(), Refusal> {
    let mut others = (state.deputies.iter()).filter(|(id, _)| Some(**id) != own);
    let meets =
        |it: &Deputy| it.head == deputy.head && it.from <= deputy.to && deputy.from <= it.to;
    match others.find(|(_, it)| meets(it)) {
        Some((id, _)) => Err(Refusal::AlreadyStoodIn { by: *id }),
        None => Ok(()),
    }
}
