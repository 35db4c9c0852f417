//! One indicator in one period: every cell with its figure, points and place.
//!
//! Owns the comparison of subjects among themselves; knows no weights and no index.

use std::cmp::Reverse;

use super::exact::Exact;
use super::measure::Figure;
use super::points;
use super::reader::Reader;
use super::roster::Roster;
use super::rows;
use crate::domain::catalogue::{Better, Indicator, Scoring, SubjectKind};
use crate::domain::ids::{IndicatorId, PeriodId};
use crate::domain::state::State;
use crate::domain::value::{Cell, Subject};

/// A cell with what it comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ScoredCell {
    /// Whom it describes.
    pub subject: Subject,
    /// What it comes to.
    pub figure: Figure,
    /// Its points, where there is something to score.
    pub points: Option<Exact>,
    /// Its place among the subjects by the value, 1 is the best; by the points for a choice. Equal values share a place.
    pub place: Option<usize>,
}

/// All cells of an indicator in a period that are to be collected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IndicatorScores {
    /// The period.
    pub period: PeriodId,
    /// The indicator.
    pub indicator: IndicatorId,
    /// The cells, by subject.
    pub cells: Vec<ScoredCell>,
    /// The best number, for a relative scale; see [`points::points`].
    pub best: Option<Exact>,
}

impl IndicatorScores {
    /// The scores of an indicator; without cells where it is not due.
    #[must_use]
    pub fn of(state: &State, period: PeriodId, indicator: IndicatorId) -> IndicatorScores {
        IndicatorScores::in_roster(state, &Roster::unsorted(state, period), indicator)
    }

    /// The same from a roster at hand.
    #[must_use]
    pub fn in_roster(state: &State, roster: &Roster, id: IndicatorId) -> IndicatorScores {
        let mut scores = IndicatorScores {
            period: roster.period,
            indicator: id,
            cells: Vec::new(),
            best: None,
        };
        let (Some(reader), Some(indicator)) = (
            Reader::new(state, roster.period),
            state.indicator_in(roster.period, id),
        ) else {
            return scores;
        };
        scores.cells = subjects(state, roster, indicator)
            .into_iter()
            .map(|subject| ScoredCell {
                subject,
                figure: reader.figure_of(id, indicator, subject),
                points: None,
                place: None,
            })
            .collect();
        let numbers = scores.cells.iter().filter_map(|it| it.figure.number());
        scores.best = points::best_of(indicator.better, numbers);
        for cell in &mut scores.cells {
            cell.points = points::points(indicator, &cell.figure, scores.best);
        }
        scores.set_places(indicator);
        scores
    }

    /// The cell of a subject.
    #[must_use]
    pub fn get(&self, subject: Subject) -> Option<&ScoredCell> {
        let at = self
            .cells
            .binary_search_by(|it| it.subject.cmp(&subject))
            .ok()?;
        self.cells.get(at)
    }

    /// How many subjects have a place.
    #[must_use]
    pub fn placed(&self) -> usize {
        self.cells.iter().filter(|it| it.place.is_some()).count()
    }

    fn set_places(&mut self, indicator: &Indicator) {
        let places = if matches!(indicator.scoring, Scoring::Options(_)) {
            places(self.cells.iter().map(|it| it.points), false)
        } else {
            let numbers = self.cells.iter().map(|it| it.figure.number());
            places(numbers, indicator.better == Better::Lower)
        };
        for (cell, place) in self.cells.iter_mut().zip(places) {
            cell.place = place;
        }
    }
}

/// The best number of the cell's indicator in its period, where the scale is relative; see [`points::points`].
#[must_use]
pub fn best(state: &State, cell: Cell) -> Option<Exact> {
    let indicator = state.indicator_in(cell.period, cell.indicator)?;
    (indicator.scoring == Scoring::Relative)
        .then(|| IndicatorScores::of(state, cell.period, cell.indicator).best)
        .flatten()
}

/// Whom the indicator is collected for in the roster's period, in order; nobody where it is not due.
pub(super) fn subjects(state: &State, roster: &Roster, indicator: &Indicator) -> Vec<Subject> {
    let due = state
        .periods
        .get(&roster.period)
        .is_some_and(|it| indicator.is_due(it.kind));
    if !due {
        return Vec::new();
    }
    let meant = || {
        roster
            .organisations
            .iter()
            .filter(|it| rows::meant_for(indicator, it.kind))
    };
    let mut subjects: Vec<Subject> = match indicator.level {
        SubjectKind::Municipality => vec![Subject::Municipality],
        SubjectKind::Organisation => meant()
            .map(|it| Subject::Organisation(it.organisation))
            .collect(),
        SubjectKind::Person => meant()
            .flat_map(|it| it.persons())
            .map(Subject::Person)
            .collect(),
    };
    subjects.sort_unstable();
    subjects.dedup();
    subjects
}

/// Places from 1; equal values share a place and the next one is skipped (1, 2, 2, 4). What is `None` has none.
#[must_use]
pub fn places(
    values: impl Iterator<Item = Option<Exact>>,
    lowest_first: bool,
) -> Vec<Option<usize>> {
    let values: Vec<Option<Exact>> = values.collect();
    let mut order: Vec<(Exact, usize)> = values
        .iter()
        .enumerate()
        .filter_map(|(at, it)| Some(((*it)?, at)))
        .collect();
    if lowest_first {
        order.sort_unstable();
    } else {
        order.sort_unstable_by_key(|it| Reverse(*it));
    }
    let mut places = vec![None; values.len()];
    let mut last: Option<(Exact, usize)> = None;
    for (rank, (value, at)) in order.into_iter().enumerate() {
        let place = match last {
            Some((same, place)) if same == value => place,
            _ => rank + 1,
        };
        last = Some((value, place));
        if let Some(it) = places.get_mut(at) {
            *it = Some(place);
        }
    }
    places
}
