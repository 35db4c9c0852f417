//! How far the collecting of a period is, organisation by organisation: where it stands, how much is entered, how late it is.
//!
//! Pure; knows neither the screen nor the clock. «Внесено k из n» is that of [`readiness`].

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::attention::Filling;
use super::readiness;
use super::roster::Roster;
use crate::domain::collection::{
    Collection, CollectionDeed, CollectionStage, ReceiptForm, expected_by,
};
use crate::domain::ids::{IndicatorId, OrganisationId, PeriodId};
use crate::domain::state::State;

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
    /// The day by which something is expected.
    pub expected: Option<NaiveDate>,
    /// Days over that term, of what was asked for and has not come; 0 in time.
    pub late: i64,
}

impl Standing<'_> {
    /// Whether something was asked for and has not come, or not come again.
    #[must_use]
    pub fn is_owed(&self) -> bool {
        matches!(
            self.stage,
            CollectionStage::Requested | CollectionStage::Returned
        )
    }

    /// Whether a reminder has something to say: nothing came, and not all is known by another way.
    #[must_use]
    pub fn is_reminded(&self) -> bool {
        self.stage == CollectionStage::Returned || self.stage.waits() && !self.is_entered()
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
    let standing = |id: OrganisationId| {
        let collection = state.collection(period, id).map(|it| &it.body);
        let stage = collection.map_or(CollectionStage::NotRequested, Collection::stage);
        let expected = expected_by(span, id, collection);
        let over = expected.map_or(0, |it| (today - it).num_days().max(0));
        Standing {
            organisation: id,
            collection,
            stage,
            filling: entered.get(&id).copied().unwrap_or_default(),
            expected,
            late: match stage {
                CollectionStage::Requested | CollectionStage::Returned => over,
                _ => 0,
            },
        }
    };
    let roster = Roster::of(state, period);
    (roster.organisations.iter())
        .map(|it| standing(it.organisation))
        .collect()
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
}

impl Wanted {
    /// All, in the order in which they are offered.
    pub const ALL: [Wanted; 8] = [
        Wanted::All,
        Wanted::NotRequested,
        Wanted::NotSent,
        Wanted::Late,
        Wanted::Returned,
        Wanted::NotAccepted,
        Wanted::NotEntered,
        Wanted::Accepted,
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
        }
    }
}

/// The number that the next receipt would have: one more than that of the last; `None` where none ends in a figure.
#[must_use]
pub fn next_number(state: &State, period: PeriodId) -> Option<String> {
    let receipts = state.shard(period)?.collections().values().flat_map(|it| {
        it.events.iter().filter_map(|event| match &event.deed {
            CollectionDeed::Received { number, .. } => Some((event.on, number)),
            _ => None,
        })
    });
    // Of one day the highest: they are handed out one after the other.
    let next = receipts.filter_map(|(on, number)| {
        let figures = number.len()
            - number
                .trim_end_matches(|it: char| it.is_ascii_digit())
                .len();
        let (before, last) = number.split_at_checked(number.len() - figures)?;
        let next = last.parse::<u64>().ok()?.checked_add(1)?;
        let next = format!("{next:0width$}", width = figures);
        Some((on, next.len(), format!("{before}{next}")))
    });
    next.max().map(|it| it.2)
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
