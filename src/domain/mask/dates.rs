//! Days by which an organisation or its head could be looked up elsewhere: of opening, of taking office, of an act. Their month is told
//! where a period contains them, else their year.
//!
//! Invariant: what is reckoned from such days stays as it is. Who headed what on the first and the last day of a period and on every
//! measuring day, in which order, and for how many whole months, is the same as with the days themselves; only where somebody both came
//! and went within one period, and in the middle of months, a month may be reckoned more or less.

use std::collections::BTreeSet;
use std::sync::Arc;

use chrono::{Datelike, Months, NaiveDate};

use crate::domain::ids::EditionId;
use crate::domain::period::Period;
use crate::domain::state::State;

/// Which days are told as one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Calendar {
    /// First and last days of the periods.
    spans: Arc<[(NaiveDate, NaiveDate)]>,
    /// Days on which something else may hold than on the day before, whatever the month.
    cuts: Arc<BTreeSet<NaiveDate>>,
}

impl Calendar {
    pub fn of(state: &State) -> Calendar {
        let mut cuts = BTreeSet::new();
        for period in state.periods.values() {
            for day in asked_days(state, period) {
                cuts.insert(day);
                cuts.extend(day.succ_opt());
            }
        }
        let spans = state.periods.values().map(|it| (it.from, it.to));
        Calendar {
            spans: spans.collect(),
            cuts: Arc::new(cuts),
        }
    }

    /// A first day, as it is told: the middle of those that it is told with.
    pub fn first(&self, day: NaiveDate) -> NaiveDate {
        let (from, until, middle) = self.told_with(day);
        middle.min(until.pred_opt().unwrap_or(from)).max(from)
    }

    /// The day of an act, as it is told: the first of those that it is told with. What may not be before the act is then never refused
    /// for a day on which it may be.
    pub fn of_act(&self, day: NaiveDate) -> NaiveDate {
        self.told_with(day).0
    }

    /// The days that are told as one with this one: the first, the first behind them, and the middle of their month or year.
    fn told_with(&self, day: NaiveDate) -> (NaiveDate, NaiveDate, NaiveDate) {
        let (from, until, middle) = self.around(day);
        let cut = self.cuts.range(..=day).next_back();
        let from = cut.map_or(from, |it| from.max(*it));
        let cut = self.cuts.range(day.succ_opt().unwrap_or(day)..).next();
        (from, cut.map_or(until, |it| until.min(*it)), middle)
    }

    /// The day of opening: only one that came after a period had begun tells anything that matters here.
    pub fn opened(&self, day: NaiveDate) -> Option<NaiveDate> {
        let matters = self.spans.iter().any(|it| it.0 < day);
        matters.then(|| self.first(day))
    }

    /// A last day: whoever comes next comes on the day after, also as it is told.
    pub fn last(&self, day: NaiveDate) -> NaiveDate {
        let next = day.succ_opt().map(|it| self.first(it));
        next.and_then(|it| it.pred_opt()).unwrap_or(day)
    }

    /// The month or the year around a day, its end exclusive, and its middle. The first day of a month stands alone: a month in office
    /// that begins with it is whole.
    fn around(&self, day: NaiveDate) -> (NaiveDate, NaiveDate, NaiveDate) {
        let on =
            |month, of_month| NaiveDate::from_ymd_opt(day.year(), month, of_month).unwrap_or(day);
        let after =
            |first: NaiveDate, months| first.checked_add_months(Months::new(months)).unwrap_or(day);
        let (month, first) = (day.month(), on(day.month(), 1));
        if !self.spans.iter().any(|it| it.0 <= day && day <= it.1) {
            return (on(1, 1), after(on(1, 1), 12), on(7, 1));
        }
        match day.day() {
            1 => (first, on(month, 2), first),
            _ => (on(month, 2), after(first, 1), on(month, 15)),
        }
    }
}

/// The days of a period on which somebody asks who is in office.
fn asked_days(state: &State, period: &Period) -> BTreeSet<NaiveDate> {
    let of_edition = |it: &EditionId| *it == period.edition;
    let indicators = state.indicators.iter().filter(|it| of_edition(&it.0.0));
    let measured = indicators.map(|(_, it)| period.measuring_day(it.measured_on));
    measured.chain([period.from, period.to]).collect()
}
