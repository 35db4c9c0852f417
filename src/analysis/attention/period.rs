//! All that needs attention in a period, kept up to date: the marks on rows and «next that needs attention».

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::{Concern, Lowness, concerns, of_value};
use crate::analysis::indicator::{self, subjects};
use crate::analysis::measure;
use crate::analysis::points;
use crate::analysis::reader::{Reader, rests_on};
use crate::analysis::roster::Roster;
use crate::domain::catalogue::{Indicator, Scoring};
use crate::domain::ids::{IndicatorId, OrganisationId, PeriodId};
use crate::domain::record::Key;
use crate::domain::state::State;
use crate::domain::value::{Cell, Subject};

/// Concerns of one indicator, by subject; only of those who have any.
type Column = BTreeMap<Subject, Vec<Concern>>;

/// The cells of a period that need attention: those to be collected, and those that something was recommended or decided about.
///
/// Invariant: renewed for the keys of a commit equals looked for anew. When a shard is loaded or let go, and on another day, look anew.
#[derive(Clone, Debug, PartialEq)]
pub struct PeriodAttention {
    period: PeriodId,
    today: NaiveDate,
    columns: BTreeMap<IndicatorId, Column>,
    /// The cells that something was recommended or decided about.
    followed: BTreeSet<Place>,
}

/// A cell within the period.
type Place = (IndicatorId, Subject);

impl PeriodAttention {
    /// Looks at all cells of the roster's period.
    #[must_use]
    pub fn of(state: &State, roster: &Roster, today: NaiveDate) -> PeriodAttention {
        let mut attention = PeriodAttention {
            period: roster.period,
            today,
            columns: BTreeMap::new(),
            followed: followed(state, roster.period),
        };
        attention.look(state, roster, |_| true);
        attention
    }

    /// Brings it up to date after commits with these keys. The roster is that of the renewed state.
    pub fn renew(
        &mut self,
        state: &State,
        roster: &Roster,
        changed: impl IntoIterator<Item = Key>,
    ) {
        let mut touched = BTreeSet::new();
        let mut follows = false;
        for key in changed {
            match key {
                // Values of the periods before are inputs of changes.
                Key::Value(cell) => {
                    touched.insert(cell.indicator);
                }
                Key::Recommendation(_)
                | Key::Decision(_)
                | Key::Assignment(_)
                | Key::Report(_)
                | Key::Document(_) => follows = true,
                Key::Settings
                | Key::BaseQuantity(_)
                | Key::BaseValue(..)
                | Key::Person(_)
                | Key::Requirement(_)
                | Key::Citation(_)
                | Key::User(_)
                | Key::Deputy(_) => {}
                _ => {
                    *self = PeriodAttention::of(state, roster, self.today);
                    return;
                }
            }
        }
        let before = std::mem::take(&mut self.followed);
        self.followed = if follows {
            followed(state, self.period)
        } else {
            before.clone()
        };
        if let Some(edition) = state
            .edition_of(self.period)
            .filter(|_| !touched.is_empty())
        {
            let wanted = |it| rests_on(state, (edition, it), &touched);
            self.look(state, roster, wanted);
        }
        if follows {
            let places: Vec<Place> = before.union(&self.followed).copied().collect();
            for place in places {
                self.look_at(state, place);
            }
        }
    }

    /// Looks at one cell again, which something follows or has followed until now.
    fn look_at(&mut self, state: &State, (indicator, subject): Place) {
        let cell = Cell {
            period: self.period,
            indicator,
            subject,
        };
        let known =
            self.followed.contains(&(indicator, subject)) || measure::is_collected(state, cell);
        let found = if known {
            let best = indicator::best(state, cell);
            concerns(state, cell, best, self.today)
        } else {
            Vec::new()
        };
        let column = self.columns.entry(indicator).or_default();
        if found.is_empty() {
            column.remove(&subject);
        } else {
            column.insert(subject, found);
        }
        if column.is_empty() {
            self.columns.remove(&indicator);
        }
    }

    /// Why a cell needs attention; nothing if it does not.
    #[must_use]
    pub fn get(&self, cell: Cell) -> &[Concern] {
        self.columns
            .get(&cell.indicator)
            .filter(|_| cell.period == self.period)
            .and_then(|it| it.get(&cell.subject))
            .map_or(&[], Vec::as_slice)
    }

    /// All cells that need attention, by indicator and subject.
    pub fn cells(&self) -> impl Iterator<Item = (Cell, &[Concern])> {
        self.columns.iter().flat_map(|(indicator, column)| {
            column.iter().map(|(subject, concerns)| {
                let cell = Cell {
                    period: self.period,
                    indicator: *indicator,
                    subject: *subject,
                };
                (cell, concerns.as_slice())
            })
        })
    }

    /// How many cells of an indicator need attention.
    #[must_use]
    pub fn count(&self, indicator: IndicatorId) -> usize {
        self.columns.get(&indicator).map_or(0, BTreeMap::len)
    }

    /// Looks at these indicators again.
    fn look(&mut self, state: &State, roster: &Roster, which: impl Fn(IndicatorId) -> bool) {
        let Some(reader) = Reader::new(state, self.period) else {
            return;
        };
        let Some(edition) = state.edition_of(self.period) else {
            return;
        };
        let all = (edition, IndicatorId(0))..=(edition, IndicatorId(u32::MAX));
        for ((_, id), indicator) in state.indicators.range(all) {
            if which(*id) {
                let column = self.column(&reader, state, roster, (*id, indicator));
                if column.is_empty() {
                    self.columns.remove(id);
                } else {
                    self.columns.insert(*id, column);
                }
            }
        }
    }

    fn column(
        &self,
        reader: &Reader,
        state: &State,
        roster: &Roster,
        (id, indicator): (IndicatorId, &Indicator),
    ) -> Column {
        let mut entries = reader.column(id, indicator);
        let figures: Vec<_> = subjects(state, roster, indicator)
            .into_iter()
            .map(|it| (it, entries.figure(it)))
            .collect();
        let best = (indicator.scoring == Scoring::Relative)
            .then(|| {
                let numbers = figures.iter().filter_map(|it| it.1.number());
                points::best_of(indicator.better, numbers)
            })
            .flatten();
        let values = state.shard(self.period).and_then(|it| it.column(id));
        // Subjects come in order, and so do values and what is followed: they are walked along, not looked up.
        let mut values = (values.into_iter().flatten()).peekable();
        let followed = (self.followed)
            .range((id, Subject::Organisation(OrganisationId(0)))..=(id, Subject::Municipality));
        let mut apart = followed.clone().map(|it| it.1).peekable();
        let lowness = Lowness::of(&indicator.scoring);
        let mut column = Vec::new();
        for (subject, figure) in figures {
            while apart.next_if(|it| *it < subject).is_some() {}
            while values.next_if(|it| *it.0 < subject).is_some() {}
            if apart.peek() == Some(&subject) {
                continue;
            }
            let mut found = Vec::new();
            found.extend(lowness.and_then(|it| it.of_figure(indicator, &figure, best)));
            if let Some((_, value)) = values.peek().filter(|it| *it.0 == subject) {
                of_value(state, indicator, value, &mut found);
            }
            if !found.is_empty() {
                column.push((subject, found));
            }
        }
        let mut column: Column = column.into_iter().collect();
        for (indicator, subject) in followed {
            let cell = Cell {
                period: self.period,
                indicator: *indicator,
                subject: *subject,
            };
            let found = concerns(state, cell, best, self.today);
            if !found.is_empty() {
                column.insert(*subject, found);
            }
        }
        column
    }
}

/// The cells of the period that something was recommended or decided about.
fn followed(state: &State, period: PeriodId) -> BTreeSet<Place> {
    let recommended = state.recommendations.values().filter_map(|it| it.ground);
    let decided = state.decisions.values().flat_map(|it| it.grounds.iter());
    recommended
        .chain(decided.copied())
        .filter(|it| it.period == period)
        .map(|it| (it.indicator, it.subject))
        .collect()
}
