//! Periods within a period: the halves and quarters of a year.

use super::State;
use crate::domain::ids::PeriodId;

impl State {
    /// The half-years and quarters that lie within a school year or a calendar year, by their first day; none within any other period.
    #[must_use]
    pub fn periods_within(&self, period: PeriodId) -> Vec<PeriodId> {
        let Some(year) = (self.periods.get(&period)).filter(|it| it.kind.is_year()) else {
            return Vec::new();
        };
        let mut within: Vec<_> = (self.periods.iter())
            .filter(|(_, it)| !it.kind.is_year())
            .filter(|(_, it)| year.from <= it.from && it.to <= year.to)
            .map(|(id, it)| (it.from, *id))
            .collect();
        within.sort_unstable();
        within.into_iter().map(|it| it.1).collect()
    }
}
