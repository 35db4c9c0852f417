//! Periods within a period: the halves and quarters of a year, and those that are only partly of it.

use super::State;
use crate::domain::ids::PeriodId;
use crate::domain::period::Period;

impl State {
    /// The half-years and quarters that lie within a school year or a calendar year, by their first day; none within any other period.
    #[must_use]
    pub fn periods_within(&self, period: PeriodId) -> Vec<PeriodId> {
        self.parts(period, |year, it| year.from <= it.from && it.to <= year.to)
    }

    /// The half-years and quarters of which some days lie within such a year and some do not: those of another calendar.
    #[must_use]
    pub fn periods_across(&self, period: PeriodId) -> Vec<PeriodId> {
        let holds = |year: &Period, day| year.from <= day && day <= year.to;
        self.parts(period, |year, it| {
            holds(year, it.from) != holds(year, it.to)
        })
    }

    fn parts(&self, period: PeriodId, is_part: impl Fn(&Period, &Period) -> bool) -> Vec<PeriodId> {
        let Some(year) = (self.periods.get(&period)).filter(|it| it.kind.is_year()) else {
            return Vec::new();
        };
        let mut within: Vec<_> = (self.periods.iter())
            .filter(|(_, it)| !it.kind.is_year())
            .filter(|(_, it)| is_part(year, it))
            .map(|(id, it)| (it.from, *id))
            .collect();
        within.sort_unstable();
        within.into_iter().map(|it| it.1).collect()
    }
}
