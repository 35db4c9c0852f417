//! Where the present values of an indicator lie under a scale, also one that is only being typed.
//!
//! The values are read once ([`Present::of`]) and laid under one scale after another ([`Present::under`]), which is quick enough for
//! every key. Knows no weights and no index.

use super::exact::Exact;
use super::indicator::subjects;
use super::measure::Figure;
use super::municipality::Spread;
use super::points;
use super::reader::Reader;
use super::roster::Roster;
use crate::domain::catalogue::{Indicator, Scoring};
use crate::domain::ids::{IndicatorId, PeriodId};
use crate::domain::state::State;
use crate::domain::value::Subject;

/// The values of an indicator in a period, as one wording of it reads them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Present {
    /// The period.
    pub period: PeriodId,
    /// The indicator.
    pub indicator: IndicatorId,
    /// Whom it is collected for, with what their cells come to.
    pub figures: Vec<(Subject, Figure)>,
    wording: Indicator,
}

/// How values lie under a scale.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Distribution {
    /// Who falls into each band or option, in the order of the scale; none for a scale without steps.
    pub steps: Vec<Vec<Subject>>,
    /// Who has a value for which the scale has no place: below its first bound, an option without points, a number where it wants an option.
    pub outside: Vec<Subject>,
    /// How many have something to score.
    pub counted: usize,
    /// Who has nothing to score yet.
    pub nothing: Vec<Subject>,
    /// Who has «н/п».
    pub not_applicable: Vec<Subject>,
    /// Lowest, median, mean and highest of the numbers.
    pub values: Option<Spread>,
    /// The same of the points.
    pub points: Option<Spread>,
}

impl Distribution {
    /// How many fall into the fullest step: what a bar is measured by.
    #[must_use]
    pub fn fullest(&self) -> usize {
        self.steps.iter().map(Vec::len).max().unwrap_or(0)
    }
}

impl Present {
    /// The values of a period as its own edition words the indicator; `None` where it has no such indicator.
    #[must_use]
    pub fn of(state: &State, period: PeriodId, indicator: IndicatorId) -> Option<Present> {
        let wording = state.indicator_in(period, indicator)?;
        Present::worded(state, period, indicator, wording)
    }

    /// The same as another wording reads them, also one that is only being typed; `None` if there is no such period.
    #[must_use]
    pub fn worded(
        state: &State,
        period: PeriodId,
        id: IndicatorId,
        wording: &Indicator,
    ) -> Option<Present> {
        let reader = Reader::new(state, period)?;
        let roster = Roster::unsorted(state, period);
        let figures = (subjects(state, &roster, wording).into_iter())
            .map(|it| (it, reader.figure_of(id, wording, it)))
            .collect();
        Some(Present {
            period,
            indicator: id,
            figures,
            wording: wording.clone(),
        })
    }

    /// How they lie under a scale.
    #[must_use]
    pub fn under(&self, scoring: &Scoring) -> Distribution {
        let wording = Indicator {
            scoring: scoring.clone(),
            ..self.wording.clone()
        };
        let numbers = || self.figures.iter().filter_map(|it| it.1.number());
        let best = points::best_of(wording.better, numbers());
        let stepped = steps(scoring) > 0;
        let mut spread = Distribution {
            steps: vec![Vec::new(); steps(scoring)],
            values: Spread::of(numbers()),
            ..Distribution::default()
        };
        let mut given: Vec<Exact> = Vec::new();
        for (subject, figure) in &self.figures {
            match figure {
                Figure::NotApplicable | Figure::NotCollected => {
                    spread.not_applicable.push(*subject);
                }
                it if it.is_filled() => {
                    spread.counted += 1;
                    let at = step(scoring, it).and_then(|at| spread.steps.get_mut(at));
                    let points = points::points(&wording, it, best);
                    given.extend(points);
                    match at {
                        Some(step) => step.push(*subject),
                        None if !stepped && points.is_some() => {}
                        None => spread.outside.push(*subject),
                    }
                }
                _ => spread.nothing.push(*subject),
            }
        }
        spread.points = Spread::of(given);
        spread
    }
}

/// How many steps a scale has; those of one kept as printed can't be told apart yet.
fn steps(scoring: &Scoring) -> usize {
    match scoring {
        Scoring::Bands(bands) => bands.len(),
        Scoring::Options(points) => points.len(),
        Scoring::PerUnit { .. }
        | Scoring::Direct { .. }
        | Scoring::Relative
        | Scoring::Printed(_) => 0,
    }
}

fn step(scoring: &Scoring, figure: &Figure) -> Option<usize> {
    match (scoring, figure) {
        (Scoring::Bands(bands), Figure::Number { value, .. }) => {
            points::band_of(bands, *value).map(|it| it.0)
        }
        (Scoring::Options(_), Figure::Choice(option)) => Some(usize::from(*option)),
        _ => None,
    }
}
