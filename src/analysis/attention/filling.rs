//! «внесено 352/360»: how much of a period is filled.

use std::collections::{BTreeMap, BTreeSet};

use crate::analysis::indicator::subjects;
use crate::analysis::measure::Figure;
use crate::analysis::reader::{Reader, of_entry};
use crate::analysis::roster::Roster;
use crate::domain::catalogue::Indicator;
use crate::domain::ids::{DirectionId, IndicatorId, PeriodId};
use crate::domain::record::Key;
use crate::domain::state::State;
use crate::domain::value::Entry;

/// «внесено 352/360»: cells in which something stands, of those that are to be entered. «нет данных» stands there, and so does what the
/// sub-periods say without being typed; «н/п», typed or by a standing reason, leaves both sums, as it does those of an index, and computed
/// cells are never in them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Filling {
    /// Cells with an entry.
    pub entered: usize,
    /// Cells that wait for one or have it.
    pub due: usize,
}

impl Filling {
    /// Of one cell, by what it comes to. The one rule of what is to be entered and of what is: every «внесено k из n» is a sum of these.
    #[must_use]
    pub fn of(indicator: &Indicator, figure: &Figure) -> Filling {
        let is_due = indicator.measure.computed_from().is_none() && figure.applies();
        Filling {
            entered: usize::from(is_due && figure.is_entered()),
            due: usize::from(is_due),
        }
    }

    /// How many wait for something.
    #[must_use]
    pub fn missing(self) -> usize {
        self.due.saturating_sub(self.entered)
    }

    /// Whether nothing waits.
    #[must_use]
    pub fn is_whole(self) -> bool {
        self.missing() == 0
    }
}

impl std::ops::AddAssign for Filling {
    fn add_assign(&mut self, other: Filling) {
        *self = *self + other;
    }
}

impl std::ops::Add for Filling {
    type Output = Filling;

    fn add(self, other: Filling) -> Filling {
        Filling {
            entered: self.entered + other.entered,
            due: self.due + other.due,
        }
    }
}

/// How much of a period is filled, by indicator. Invariant: renewed for the keys of a commit equals counted anew.
/// When the period's shard is loaded or let go, count anew.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PeriodFilling {
    period: PeriodId,
    indicators: BTreeMap<IndicatorId, (DirectionId, Filling)>,
}

impl PeriodFilling {
    /// Counts all cells of the roster's period.
    #[must_use]
    pub fn of(state: &State, roster: &Roster) -> PeriodFilling {
        let mut filling = PeriodFilling {
            period: roster.period,
            indicators: BTreeMap::new(),
        };
        if let Some(edition) = state.edition_of(roster.period) {
            let all = (edition, IndicatorId(0))..=(edition, IndicatorId(u32::MAX));
            for ((_, id), indicator) in state.indicators.range(all) {
                filling.count(state, roster, *id, indicator);
            }
        }
        filling
    }

    /// Brings the counts up to date after commits with these keys. The roster is that of the renewed state.
    pub fn renew(
        &mut self,
        state: &State,
        roster: &Roster,
        changed: impl IntoIterator<Item = Key>,
    ) {
        let within = state.periods_within(self.period);
        let mut touched = BTreeSet::new();
        for key in changed {
            match key {
                Key::Value(cell) if cell.period == self.period || within.contains(&cell.period) => {
                    touched.insert(cell.indicator);
                }
                Key::Edition(_)
                | Key::Direction(..)
                | Key::Indicator(..)
                | Key::Period(_)
                | Key::Organisation(_)
                | Key::Appointment(_) => {
                    *self = PeriodFilling::of(state, roster);
                    return;
                }
                _ => {}
            }
        }
        for id in touched {
            if let Some(indicator) = state.indicator_in(self.period, id) {
                self.count(state, roster, id, indicator);
            }
        }
    }

    /// Of one indicator.
    #[must_use]
    pub fn indicator(&self, indicator: IndicatorId) -> Filling {
        self.indicators
            .get(&indicator)
            .map_or_else(Filling::default, |it| it.1)
    }

    /// Of one direction.
    #[must_use]
    pub fn direction(&self, direction: DirectionId) -> Filling {
        self.indicators
            .values()
            .filter(|it| it.0 == direction)
            .fold(Filling::default(), |sum, it| sum + it.1)
    }

    /// Of the whole period.
    #[must_use]
    pub fn whole(&self) -> Filling {
        self.indicators
            .values()
            .fold(Filling::default(), |sum, it| sum + it.1)
    }

    fn count(&mut self, state: &State, roster: &Roster, id: IndicatorId, indicator: &Indicator) {
        let mut filling = Filling::default();
        if indicator.measure.computed_from().is_none() {
            let column = state.shard(self.period).and_then(|it| it.column(id));
            // Both come in the order of subjects: values are walked along, not looked up.
            let mut values = column.into_iter().flatten().peekable();
            let reader = Reader::new(state, self.period).filter(|it| it.fills(id));
            // What is typed comes to something: only where nothing is, the cell is read.
            let comes_to = |subject| match &reader {
                Some(it) => it.figure_of(id, indicator, subject),
                None => Figure::Absent,
            };
            for subject in subjects(state, roster, indicator) {
                while values.next_if(|it| *it.0 < subject).is_some() {}
                let value = values.peek().filter(|it| *it.0 == subject);
                let typed = value.filter(|it| it.1.entry != Entry::Empty);
                let figure =
                    typed.map_or_else(|| comes_to(subject), |it| of_entry(&it.1.entry, indicator));
                filling += Filling::of(indicator, &figure);
            }
        }
        self.indicators.insert(id, (indicator.direction, filling));
    }
}
