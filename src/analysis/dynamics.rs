//! A cell through the periods: values, points, places, what broke and what changed.
//!
//! Invariant: a change is shown only between figures of the same definition and the same scale; otherwise it is said that they can't be compared.

use rust_decimal::Decimal;

use super::exact::Exact;
use super::indicator::{self, IndicatorScores};
use super::measure::{self, Figure};
use super::points;
use super::reader::Reader;
use super::{roster, rows};
use crate::domain::catalogue::{Better, Indicator};
use crate::domain::ids::{EditionId, IndicatorId, PeriodId, PersonId};
use crate::domain::state::State;
use crate::domain::value::{Cell, Subject};

/// A cell in one of its periods.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Past {
    /// The period.
    pub period: PeriodId,
    /// What the cell comes to there.
    pub figure: Figure,
    /// Its points by that period's edition.
    pub points: Option<Exact>,
    /// The most points by that edition.
    pub max: Option<Decimal>,
    /// Its place among the subjects, by the value.
    pub place: Option<usize>,
    /// Among how many.
    pub of: usize,
    /// What broke between the period before and this one: the mark ‖.
    pub broken: Option<Break>,
    /// The change since the period before, where both have something to compare.
    pub change: Option<Change>,
}

/// What broke between two periods.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Break {
    /// Another definition or another scale: the numbers of the editions before and now.
    pub edition: Option<(u32, u32)>,
    /// Another head on the measuring day, or none.
    pub head: bool,
}

/// A change since the period before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// Same definition, same scale.
    Comparable(Difference),
    /// «несопоставимо: ред. 2 → 3».
    Incomparable {
        /// Number of the edition then.
        before: u32,
        /// Number of the edition now.
        now: u32,
        /// On demand: with the older value scored by the newer edition, where only the scale is another.
        recomputed: Option<Difference>,
    },
}

/// What changed, now minus then.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Difference {
    /// In the indicator's unit; `None` for choices.
    pub value: Option<Exact>,
    /// In points; `None` where there are none.
    pub points: Option<Exact>,
    /// What that means: what it does to the points, and where it does nothing to them, to the value.
    pub meaning: Meaning,
}

/// What a change means, for its mark and its colour: a number that grows may be a result that gets worse.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// An improvement: ▲.
    Better,
    /// A decline: ▼.
    Worse,
    /// Neither.
    Neutral,
}

impl Meaning {
    /// What a difference means.
    #[must_use]
    pub fn of(difference: Exact, better: Better) -> Meaning {
        use std::cmp::Ordering::{Equal, Greater, Less};
        match (difference.cmp(&Exact::ZERO), better) {
            (Equal, _) => Meaning::Neutral,
            (Greater, Better::Higher) | (Less, Better::Lower) => Meaning::Better,
            (Greater, Better::Lower) | (Less, Better::Higher) => Meaning::Worse,
        }
    }
}

/// The cell in the last `n` periods of its kind, its own being the last one; the oldest first.
/// Periods whose values are not in memory come as [`Figure::NotLoaded`].
#[must_use]
pub fn past(state: &State, cell: Cell, n: usize) -> Vec<Past> {
    let mut periods: Vec<PeriodId> =
        std::iter::successors(Some(cell.period), |it| state.period_before(*it))
            .filter(|it| state.periods.contains_key(it))
            .take(n.saturating_add(1))
            .collect();
    periods.reverse();
    let seen: Vec<Seen> = periods
        .iter()
        .map(|it| Seen::of(state, cell, *it))
        .collect();
    // One period more than asked was looked at, only to compare the first one with it.
    let extra = seen.len().saturating_sub(n);
    seen.iter()
        .enumerate()
        .skip(extra)
        .map(|(at, now)| {
            let before = at.checked_sub(1).and_then(|it| seen.get(it));
            now.after(state, before)
        })
        .collect()
}

/// The change of a cell since the period before; where places are not asked for.
#[must_use]
pub fn change(state: &State, cell: Cell) -> Option<Change> {
    Changes::of(state, cell.period, cell.indicator)?.get(cell.subject)
}

/// Changes of one indicator since the period before, cell by cell: what all of them share is found once.
pub struct Changes<'a> {
    state: &'a State,
    now: Column<'a>,
    before: Column<'a>,
}

/// An indicator in one period.
struct Column<'a> {
    reader: Reader<'a>,
    id: IndicatorId,
    indicator: Option<&'a Indicator>,
    best: Option<Exact>,
}

impl<'a> Changes<'a> {
    /// Those of an indicator in a period; `None` where there is no period before.
    #[must_use]
    pub fn of(state: &'a State, period: PeriodId, indicator: IndicatorId) -> Option<Changes<'a>> {
        let before = state.period_before(period)?;
        Some(Changes {
            state,
            now: Column::of(state, period, indicator)?,
            before: Column::of(state, before, indicator)?,
        })
    }

    /// The change of one cell.
    #[must_use]
    pub fn get(&self, subject: Subject) -> Option<Change> {
        let now = self.now.seen(self.state, subject)?;
        now.change_since(self.state, &self.before.seen(self.state, subject)?)
    }
}

impl<'a> Column<'a> {
    fn of(state: &'a State, period: PeriodId, id: IndicatorId) -> Option<Column<'a>> {
        let cell = Cell {
            period,
            indicator: id,
            subject: Subject::Municipality,
        };
        Some(Column {
            reader: Reader::new(state, period)?,
            id,
            indicator: state.indicator_in(period, id).map(|it| &it.body),
            best: indicator::best(state, cell),
        })
    }

    /// A subject's cell, where it is collected and has something to compare.
    fn seen(&self, state: &'a State, subject: Subject) -> Option<Seen<'a>> {
        let period = self.reader.period();
        let cell = Cell {
            period,
            indicator: self.id,
            subject,
        };
        let figure = self.reader.figure_of(self.id, self.indicator?, subject);
        // Whether it is collected costs more than to read it, and most have nothing to compare.
        (figure.is_filled() && measure::is_collected(state, cell)).then(|| Seen {
            period,
            edition: state.edition_of(period),
            indicator: self.indicator,
            figure,
            points: (self.indicator).and_then(|it| points::points(it, &figure, self.best)),
            best: self.best,
            place: None,
            of: 0,
            // Who was in office breaks a row of periods, not a change.
            head: None,
        })
    }
}

/// What the last change means, to show beside the periods; `None` where it can't be compared.
#[must_use]
pub fn trend(past: &[Past]) -> Option<Meaning> {
    match past.last()?.change? {
        Change::Comparable(it) => Some(it.meaning),
        Change::Incomparable { .. } => None,
    }
}

/// What is known of the cell in one period.
struct Seen<'a> {
    period: PeriodId,
    edition: Option<EditionId>,
    indicator: Option<&'a Indicator>,
    figure: Figure,
    points: Option<Exact>,
    best: Option<Exact>,
    place: Option<usize>,
    of: usize,
    /// The head on the measuring day, for the cell of an organisation that works in the period.
    head: Option<Option<PersonId>>,
}

impl<'a> Seen<'a> {
    fn of(state: &'a State, cell: Cell, period: PeriodId) -> Seen<'a> {
        let scores = IndicatorScores::of(state, period, cell.indicator);
        let found = scores.get(cell.subject);
        Seen {
            figure: found.map_or(Figure::NotCollected, |it| it.figure),
            points: found.and_then(|it| it.points),
            best: scores.best,
            place: found.and_then(|it| it.place),
            of: scores.placed(),
            ..Seen::nothing(state, cell, period)
        }
    }

    fn nothing(state: &'a State, cell: Cell, period: PeriodId) -> Seen<'a> {
        let indicator = state.indicator_in(period, cell.indicator);
        Seen {
            period,
            edition: state.edition_of(period),
            indicator: indicator.map(|it| &it.body),
            figure: Figure::NotCollected,
            points: None,
            best: None,
            place: None,
            of: 0,
            head: head_on_the_day(state, Cell { period, ..cell }),
        }
    }

    fn after(&self, state: &State, before: Option<&Seen>) -> Past {
        Past {
            period: self.period,
            figure: self.figure,
            points: self.points,
            max: self
                .indicator
                .and_then(|it| points::max_points(&it.scoring)),
            place: self.place,
            of: self.of,
            broken: before.and_then(|it| self.broken_since(state, it)),
            change: before.and_then(|it| self.change_since(state, it)),
        }
    }

    fn numbers(&self, state: &State, before: &Seen) -> (u32, u32) {
        let number = |it: &Seen| {
            it.edition
                .map_or(0, |id| measure::edition_number(state, id))
        };
        (number(before), number(self))
    }

    /// Whether definition and scale are those of the period before; where one of the editions lacks the indicator, there is nothing to break.
    fn same(&self, before: &Seen) -> (bool, bool) {
        match (before.indicator, self.indicator) {
            (Some(then), Some(now)) => (then.same_definition(now), then.scoring == now.scoring),
            _ => (true, true),
        }
    }

    fn broken_since(&self, state: &State, before: &Seen) -> Option<Break> {
        let edition = (self.same(before) != (true, true)).then(|| self.numbers(state, before));
        let head = matches!((before.head, self.head), (Some(a), Some(b)) if a != b);
        (edition.is_some() || head).then_some(Break { edition, head })
    }

    fn change_since(&self, state: &State, before: &Seen) -> Option<Change> {
        let indicator = self.indicator?;
        if !self.figure.is_filled() || !before.figure.is_filled() {
            return None;
        }
        match self.same(before) {
            (true, true) => {
                difference(indicator, self, &before.figure, before.points).map(Change::Comparable)
            }
            (defined, _) => {
                let (then, now) = self.numbers(state, before);
                let recomputed = defined.then(|| {
                    let points = points::points(indicator, &before.figure, before.best);
                    difference(indicator, self, &before.figure, points)
                });
                Some(Change::Incomparable {
                    before: then,
                    now,
                    recomputed: recomputed.flatten(),
                })
            }
        }
    }
}

fn difference(
    indicator: &Indicator,
    now: &Seen,
    before: &Figure,
    points_before: Option<Exact>,
) -> Option<Difference> {
    let value = now
        .figure
        .number()
        .zip(before.number())
        .map(|(now, before)| now - before);
    let points = now
        .points
        .zip(points_before)
        .map(|(now, before)| now - before);
    let by_points = points.map(|it| Meaning::of(it, Better::Higher));
    let by_value = value.map(|it| Meaning::of(it, indicator.better));
    let meaning = (by_points.filter(|it| *it != Meaning::Neutral)).or(by_value);
    Some(Difference {
        value,
        points,
        meaning: meaning.or(by_points)?,
    })
}

/// Who headed the organisation on the indicator's measuring day; the inner `None` is a vacancy.
fn head_on_the_day(state: &State, cell: Cell) -> Option<Option<PersonId>> {
    let Subject::Organisation(id) = cell.subject else {
        return None;
    };
    let period = state.periods.get(&cell.period)?;
    let measured_on = state
        .indicator_in(cell.period, cell.indicator)
        .and_then(|it| it.measured_on);
    let staffed = roster::staffed_in(state, cell.period, id)?;
    let counted = rows::counted_towards(state, cell.period, cell.indicator, &staffed);
    let head = counted.unwrap_or_else(|| staffed.head_on(period.measuring_day(measured_on)));
    Some(head.person())
}
