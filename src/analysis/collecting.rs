//! How far the collecting of a period is, organisation by organisation: where it stands, how much is entered, how late it is.
//!
//! Pure; knows neither the screen nor the clock. «Внесено k из n» is that of [`readiness`].

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::attention::Filling;
use super::readiness;
use super::roster::Roster;
use super::rows::{self, Homes};
use crate::domain::collection::{
    Collection, CollectionDeed, CollectionStage, ReceiptForm, expected_by,
};
use crate::domain::ids::{IndicatorId, OrganisationId, PeriodId};
use crate::domain::period::Period;
use crate::domain::state::State;
use crate::domain::value::ValueState;

/// How many values wait for somebody.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct UnderWay {
    /// «На доработке»: sent back to whoever enters.
    pub returned: usize,
    /// «На проверке»: handed in to the head of department.
    pub submitted: usize,
}

/// How the collecting of an organisation stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing<'a> {
    /// Which.
    pub organisation: OrganisationId,
    /// What was noted; `None` where nothing was.
    pub collection: Option<&'a Collection>,
    /// Where it stands.
    pub stage: CollectionStage,
    /// Cells in which something stands, of those that are to be entered.
    pub filling: Filling,
    /// How many of its values are under way to be approved.
    pub under_way: UnderWay,
    /// The day by which something is expected.
    pub expected: Option<NaiveDate>,
    /// Days over that term, of what was asked for and has not come; 0 in time.
    pub late: i64,
}

impl Standing<'_> {
    /// Whether something was asked for and has not come, or not come again.
    #[must_use]
    pub fn is_owed(&self) -> bool {
        self.stage.is_owed()
    }

    /// Whether a reminder has something to say: nothing came, and not all is known by another way.
    #[must_use]
    pub fn is_reminded(&self) -> bool {
        let again = self.collection.is_some_and(Collection::is_asked_again);
        self.stage == CollectionStage::Returned || again || self.stage.waits() && !self.is_entered()
    }

    /// Whether everything is entered.
    #[must_use]
    pub fn is_entered(&self) -> bool {
        self.filling.is_whole()
    }
}

/// Every organisation that works in a period, in the order of their names.
#[must_use]
pub fn standings(state: &State, period: PeriodId, today: NaiveDate) -> Vec<Standing<'_>> {
    let Some(span) = state.periods.get(&period) else {
        return Vec::new();
    };
    let entered: BTreeMap<OrganisationId, Filling> = readiness::completeness(state, period)
        .into_iter()
        .filter_map(|it| Some((it.organisation?, it.filling)))
        .collect();
    let roster = Roster::of(state, period);
    let under_way = under_way(state, &roster);
    let standing = |id: OrganisationId| {
        let asked = Asked::of(state, span, period, id, today);
        Standing {
            organisation: id,
            collection: asked.collection,
            stage: asked.stage,
            filling: entered.get(&id).copied().unwrap_or_default(),
            under_way: under_way.get(&id).copied().unwrap_or_default(),
            expected: asked.expected,
            late: asked.late,
        }
    };
    (roster.organisations.iter())
        .map(|it| standing(it.organisation))
        .collect()
}

/// What was asked of an organisation, and how late that is: all that is known without a look at its values.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    collection: Option<&'a Collection>,
    /// Where it stands.
    pub stage: CollectionStage,
    /// The day by which something is expected.
    pub expected: Option<NaiveDate>,
    /// Days over that term, of what was asked for and has not come; 0 in time.
    pub late: i64,
}

impl<'a> Asked<'a> {
    fn of(
        state: &'a State,
        span: &Period,
        period: PeriodId,
        id: OrganisationId,
        today: NaiveDate,
    ) -> Asked<'a> {
        let collection = state.collection(period, id).map(|it| &it.body);
        let stage = collection.map_or(CollectionStage::NotRequested, Collection::stage);
        let expected = expected_by(span, id, collection);
        let over = expected.map_or(0, |it| (today - it).num_days().max(0));
        Asked {
            collection,
            stage,
            expected,
            late: if stage.is_owed() { over } else { 0 },
        }
    }
}

/// The organisations of a roster of which something was asked for and has not come, in the order of their names.
pub fn owing<'a>(
    state: &'a State,
    roster: &'a Roster,
    today: NaiveDate,
) -> impl Iterator<Item = (OrganisationId, Asked<'a>)> {
    let span = state.periods.get(&roster.period);
    let asked = move |id| Some((id, Asked::of(state, span?, roster.period, id, today)));
    let all = roster.organisations.iter().map(|it| it.organisation);
    all.filter_map(asked).filter(|it| it.1.stage.is_owed())
}

/// How many values of each organisation wait for whom, where any does.
fn under_way(state: &State, roster: &Roster) -> BTreeMap<OrganisationId, UnderWay> {
    let mut found: BTreeMap<OrganisationId, UnderWay> = BTreeMap::new();
    let span = state.periods.get(&roster.period);
    let (Some(span), Some(shard)) = (span, state.shard(roster.period)) else {
        return found;
    };
    let homes = Homes::of(roster);
    for (id, indicator) in rows::due(state, span) {
        for (subject, value) in shard.column(id).into_iter().flatten() {
            let Some(home) = homes.home(indicator, *subject) else {
                continue;
            };
            match value.state {
                ValueState::Returned { .. } => found.entry(home).or_default().returned += 1,
                ValueState::Submitted => found.entry(home).or_default().submitted += 1,
                ValueState::Entered | ValueState::Approved => {}
            }
        }
    }
    found
}

/// Which of them are looked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Wanted {
    /// All.
    #[default]
    All,
    /// Не запрошено.
    NotRequested,
    /// Не прислали: what was asked for has not come.
    NotSent,
    /// Просрочили.
    Late,
    /// Возвращено.
    Returned,
    /// Получено и не принято.
    NotAccepted,
    /// Получено и внесено не всё.
    NotEntered,
    /// Принято.
    Accepted,
    /// Есть значения на доработке.
    ToMend,
    /// Есть значения на проверке.
    OnReview,
}

impl Wanted {
    /// All, in the order in which they are offered.
    pub const ALL: [Wanted; 10] = [
        Wanted::All,
        Wanted::NotRequested,
        Wanted::NotSent,
        Wanted::Late,
        Wanted::Returned,
        Wanted::NotAccepted,
        Wanted::NotEntered,
        Wanted::Accepted,
        Wanted::ToMend,
        Wanted::OnReview,
    ];

    /// Whether it is one of them.
    #[must_use]
    pub fn takes(self, it: &Standing) -> bool {
        match self {
            Wanted::All => true,
            Wanted::NotRequested => it.stage == CollectionStage::NotRequested,
            Wanted::NotSent => it.is_owed(),
            Wanted::Late => it.late > 0,
            Wanted::Returned => it.stage == CollectionStage::Returned,
            Wanted::NotAccepted => it.stage == CollectionStage::Received,
            Wanted::NotEntered => !it.stage.waits() && !it.is_entered(),
            Wanted::Accepted => it.stage == CollectionStage::Accepted,
            Wanted::ToMend => it.under_way.returned > 0,
            Wanted::OnReview => it.under_way.submitted > 0,
        }
    }
}

/// The number and day of the receipt that was noted last, of whichever organisation; `None` where none has a number. Of one day it is the
/// highest: they are handed out one after the other.
#[must_use]
pub fn last_number(state: &State, period: PeriodId) -> Option<(&str, NaiveDate)> {
    let receipts = state.shard(period)?.collections().values().flat_map(|it| {
        it.events.iter().filter_map(|event| match &event.deed {
            CollectionDeed::Received { number, .. } if !number.is_empty() => {
                Some((event.on, number.len(), number.as_str()))
            }
            _ => None,
        })
    });
    receipts.max().map(|(on, _, number)| (number, on))
}

/// In which form something came in last.
#[must_use]
pub fn last_form(state: &State, period: PeriodId) -> Option<ReceiptForm> {
    let all = state.shard(period)?.collections().values();
    let latest = all.filter_map(|it| Some((it.stamp.rev, it.receipt()?.2)));
    latest.max_by_key(|it| it.0).map(|it| it.1)
}

/// The indicators for which nothing stands yet, of each organisation, in the order of the edition.
#[must_use]
pub fn missing(state: &State, period: PeriodId) -> BTreeMap<OrganisationId, Vec<IndicatorId>> {
    let mut all: BTreeMap<OrganisationId, Vec<IndicatorId>> = BTreeMap::new();
    for (cell, organisation) in readiness::missing(state, period) {
        if let Some(organisation) = organisation {
            let missing = all.entry(organisation).or_default();
            if !missing.contains(&cell.indicator) {
                missing.push(cell.indicator);
            }
        }
    }
    all
}
