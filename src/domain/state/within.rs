//! Periods within a period: the halves and quarters of a year, and those that are only partly of it.

use super::State;
use crate::domain::ids::{EditionId, PeriodId};
use crate::domain::period::{Period, PeriodState};

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

    /// Years that would be measured by another edition than some of their parts once these periods go over to an edition, with those parts.
    /// Only what comes of going over: what is closed keeps its edition whoever moves, and what was apart before is not told.
    #[must_use]
    pub fn apart(&self, edition: EditionId, moved: &[PeriodId]) -> Vec<(PeriodId, Vec<PeriodId>)> {
        let by = |id: &PeriodId| match moved.contains(id) {
            true => Some(edition),
            false => self.edition_of(*id),
        };
        let is_open = |id: &PeriodId| {
            let found = self.periods.get(id);
            found.is_some_and(|it| it.state != PeriodState::Closed)
        };
        let mut years: Vec<_> = (self.periods.iter())
            .filter(|(id, _)| is_open(id))
            .map(|(id, it)| (it.from, *id))
            .collect();
        years.sort_unstable();
        let parts = |year: PeriodId| {
            let apart = |it: &PeriodId| {
                let goes = moved.contains(it) != moved.contains(&year);
                goes && is_open(it) && by(it) != by(&year)
            };
            let mut parts = self.periods_within(year);
            parts.retain(apart);
            parts
        };
        (years.into_iter())
            .map(|(_, year)| (year, parts(year)))
            .filter(|(_, parts)| !parts.is_empty())
            .collect()
    }
}
