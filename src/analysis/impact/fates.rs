//! What becomes of every value of a period under another edition: kept as it is, scored otherwise, expected and not there, kept unscored.
//!
//! Owns the four lots, with their numbers by indicator and by organisation; nothing is stored. Knows no index: that is the impact's.

use std::collections::{BTreeMap, BTreeSet};

use super::{By, under};
use crate::analysis::exact::Exact;
use crate::analysis::indicator::IndicatorScores;
use crate::analysis::measure::Figure;
use crate::analysis::points;
use crate::analysis::roster::Roster;
use crate::analysis::rows::Homes;
use crate::domain::catalogue::Indicator;
use crate::domain::ids::{EditionId, IndicatorId, OrganisationId, PeriodId};
use crate::domain::state::State;
use crate::domain::value::{Cell, Entry, Subject};

/// What becomes of a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fate {
    /// It stays, with the points that it has.
    Kept,
    /// It stays, with other points, or with points for the first time.
    Rescored,
    /// It was not asked for and is now, and nothing stands there.
    Due,
    /// It stays, and is no longer scored.
    Dropped,
}

impl Fate {
    /// All, in the order in which they are told.
    pub const ALL: [Fate; 4] = [Fate::Kept, Fate::Rescored, Fate::Due, Fate::Dropped];
}

/// A value of the period, or the place of one that is now expected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fated {
    /// Which.
    pub cell: Cell,
    /// In whose row it stands; `None` for the municipality.
    pub organisation: Option<OrganisationId>,
    /// What becomes of it.
    pub fate: Fate,
    /// Its points as they are, of how many at most; `None` where it gives none.
    pub before: Option<(Exact, Exact)>,
    /// As they would be.
    pub after: Option<(Exact, Exact)>,
}

/// What becomes of the values of a period.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fates {
    /// All of them, by indicator in the order of the new edition, those that it has no more last; within one by subject.
    pub cells: Vec<Fated>,
    /// The organisations, in the order of their names.
    order: Vec<OrganisationId>,
}

impl Fates {
    /// What the edition would do to the values; `None` if there is no such period or edition.
    #[must_use]
    pub fn of(state: &State, period: PeriodId, by: By<'_>) -> Option<Fates> {
        let other = under(state, period, by)?;
        let (from, to) = (state.edition_of(period)?, other.edition_of(period)?);
        let roster = Roster::of(state, period);
        let maker = Maker {
            period,
            old: (state, from),
            new: (&other, to),
            homes: Homes::of(&roster),
        };
        let mut cells = Vec::new();
        for id in indicators(state, from, &other, to) {
            maker.add(id, &roster, &mut cells);
        }
        let order = roster.organisations.iter().map(|it| it.organisation);
        Some(Fates {
            cells,
            order: order.collect(),
        })
    }

    /// Those of one fate.
    pub fn with(&self, fate: Fate) -> impl Iterator<Item = &Fated> {
        self.cells.iter().filter(move |it| it.fate == fate)
    }

    /// How many have this fate.
    #[must_use]
    pub fn count(&self, fate: Fate) -> usize {
        self.with(fate).count()
    }

    /// How many have this fate of each indicator, in the order of the editions.
    #[must_use]
    pub fn by_indicator(&self, fate: Fate) -> Vec<(IndicatorId, usize)> {
        let mut found: Vec<(IndicatorId, usize)> = Vec::new();
        for it in self.with(fate) {
            match found.last_mut().filter(|(id, _)| *id == it.cell.indicator) {
                Some((_, n)) => *n += 1,
                None => found.push((it.cell.indicator, 1)),
            }
        }
        found
    }

    /// How many have this fate in each organisation, in the order of their names; the municipality last.
    #[must_use]
    pub fn by_organisation(&self, fate: Fate) -> Vec<(Option<OrganisationId>, usize)> {
        let mut found: BTreeMap<Option<OrganisationId>, usize> = BTreeMap::new();
        self.with(fate)
            .for_each(|it| *found.entry(it.organisation).or_default() += 1);
        let order = self.order.iter().copied().map(Some).chain([None]);
        order
            .filter_map(|it| Some((it, found.remove(&it)?)))
            .collect()
    }
}

/// The indicators of both, in the order of the new edition; those that only the old one has stand last.
fn indicators(state: &State, from: EditionId, other: &State, to: EditionId) -> Vec<IndicatorId> {
    let new = other.indicators_of(to).into_iter().map(|(id, _)| id);
    let mut all: Vec<IndicatorId> = new.collect();
    let known: BTreeSet<IndicatorId> = all.iter().copied().collect();
    let old = state.indicators_of(from).into_iter().map(|(id, _)| id);
    all.extend(old.filter(|it| !known.contains(it)));
    all
}

struct Maker<'a> {
    period: PeriodId,
    old: (&'a State, EditionId),
    new: (&'a State, EditionId),
    homes: Homes,
}

impl Maker<'_> {
    /// In whose row the value stands under the new edition; what that drops, in whose it stood.
    fn home(&self, id: IndicatorId, subject: Subject) -> Option<OrganisationId> {
        let of = |(state, edition): (&State, EditionId)| {
            let indicator = state.indicators.get(&(edition, id))?;
            self.homes.home(indicator, subject)
        };
        let asked = of(self.new).or_else(|| of(self.old));
        asked.or_else(|| self.homes.first(subject))
    }

    fn add(&self, id: IndicatorId, roster: &Roster, out: &mut Vec<Fated>) {
        let before = IndicatorScores::in_roster(self.old.0, roster, id);
        let after = IndicatorScores::in_roster(self.new.0, roster, id);
        let most = |(state, edition): (&State, EditionId)| {
            let it = state.indicators.get(&(edition, id))?;
            points::max_points(&it.scoring).map(Exact::from)
        };
        let (most_before, most_after) = (most(self.old), most(self.new));
        let column = self.old.0.shard(self.period).and_then(|it| it.column(id));
        let mut subjects: BTreeSet<Subject> = column
            .into_iter()
            .flat_map(|it| it.keys())
            .copied()
            .collect();
        subjects.extend(before.cells.iter().chain(&after.cells).map(|it| it.subject));
        let typed = self.new.0.indicators.get(&(self.new.1, id));
        let typed = typed.is_some_and(|it| is_typed(&it.body));
        for subject in subjects {
            let (was, would) = (before.get(subject), after.get(subject));
            let value = column.and_then(|it| it.get(&subject));
            let has = value.is_some_and(|it| it.entry != Entry::Empty);
            let scored = |it: Option<&crate::analysis::indicator::ScoredCell>,
                          most: Option<Exact>| {
                it.and_then(|it| it.points).zip(most)
            };
            let (before, after) = (scored(was, most_before), scored(would, most_after));
            let fate = match (was, would) {
                (Some(_), None) if has => Fate::Dropped,
                (None, Some(it)) if !has && typed && is_open(&it.figure) => Fate::Due,
                (_, Some(_)) if before != after => Fate::Rescored,
                (_, Some(_)) if has => Fate::Kept,
                _ => continue,
            };
            out.push(Fated {
                cell: Cell {
                    period: self.period,
                    indicator: id,
                    subject,
                },
                organisation: self.home(id, subject),
                fate,
                before,
                after,
            });
        }
    }
}

/// Whether something is entered for it: a change between two values of another indicator is only computed.
fn is_typed(it: &Indicator) -> bool {
    it.measure.computed_from().is_none()
}

/// Whether a value is waited for: «н/п» for a standing reason and a year made of its quarters are not.
fn is_open(figure: &Figure) -> bool {
    !figure.is_filled() && *figure != Figure::NotApplicable
}
