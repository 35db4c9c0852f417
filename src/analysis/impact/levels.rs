//! How many stand on each level, before and after, where the two editions may name and bound their levels differently.
//!
//! A level is known by its title; which of two is the higher is told by how many lie below it.

use std::cmp::Ordering;

use super::Step;
use crate::analysis::scores::PeriodScores;
use crate::domain::catalogue::IndexLevel;
use crate::domain::ids::EditionId;
use crate::domain::state::State;

/// A level, with how many stand on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LevelImpact {
    /// Its title.
    pub title: String,
    /// How many stand on it; `None` where the edition of the period has no such level.
    pub before: Option<usize>,
    /// How many would; `None` where the other edition has no such level.
    pub after: Option<usize>,
}

/// The levels of both editions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Levels {
    /// From the highest down; a level that only the edition before has stands where it stood.
    pub list: Vec<LevelImpact>,
    /// How many have an index without a level or no index at all, before and after.
    pub without: (usize, usize),
    /// The level lists, as the editions have them.
    editions: (Vec<IndexLevel>, Vec<IndexLevel>),
}

impl Levels {
    /// The levels of the rows of both scores.
    pub(super) fn of(
        (state, from, before): (&State, EditionId, &PeriodScores),
        (other, to, after): (&State, EditionId, &PeriodScores),
    ) -> Levels {
        let listed = |state: &State, edition| {
            let edition = state.editions.get(&edition);
            edition.map_or_else(Vec::new, |it| it.levels.clone())
        };
        let editions = (listed(state, from), listed(other, to));
        let levels = |it: &PeriodScores| it.rows.iter().map(|it| it.level).collect::<Vec<_>>();
        let (old, new) = (levels(before), levels(after));
        let mut it = Levels {
            list: Vec::new(),
            without: (0, 0),
            editions,
        };
        (it.list, it.without) = it.count(&old, &new);
        it
    }

    /// How often each level is among these, which are places in the lists of the two editions; and how many are none.
    pub(super) fn count(
        &self,
        old: &[Option<usize>],
        new: &[Option<usize>],
    ) -> (Vec<LevelImpact>, (usize, usize)) {
        let (then, now) = &self.editions;
        let on = |list: &[IndexLevel], reached: &[Option<usize>], title: &str| {
            let at = list.iter().position(|it| it.title == title)?;
            Some(reached.iter().filter(|it| **it == Some(at)).count())
        };
        let level = |title: &String| LevelImpact {
            title: title.clone(),
            before: on(then, old, title),
            after: on(now, new, title),
        };
        let mut titles: Vec<&String> = sorted(now).into_iter().map(|it| &it.title).collect();
        for (at, it) in sorted(then).into_iter().enumerate() {
            if !titles.contains(&&it.title) {
                titles.insert(at.min(titles.len()), &it.title);
            }
        }
        let without = |levels: &[Option<usize>]| levels.iter().filter(|it| it.is_none()).count();
        let list = titles.into_iter().map(level).collect();
        (list, (without(old), without(new)))
    }

    /// Which way a level goes; both are places in the lists of their editions.
    pub(super) fn step(&self, before: Option<usize>, after: Option<usize>) -> Step {
        let (then, now) = &self.editions;
        let (before, after) = match (before, after) {
            (None, None) => return Step::Same,
            (None, Some(_)) => return Step::Gained,
            (Some(_), None) => return Step::Lost,
            (Some(before), Some(after)) => (then.get(before), now.get(after)),
        };
        let (Some(before), Some(after)) = (before, after) else {
            return Step::Same;
        };
        if before.title == after.title {
            return Step::Same;
        }
        match below(now, after).cmp(&below(then, before)) {
            Ordering::Greater => Step::Up,
            Ordering::Less => Step::Down,
            // Another name for the same rung.
            Ordering::Equal => match after.from.cmp(&before.from) {
                Ordering::Less => Step::Down,
                _ => Step::Up,
            },
        }
    }

    /// The title of a level of the edition before, by its place in its list.
    #[must_use]
    pub fn title_before(&self, level: usize) -> Option<&str> {
        self.editions.0.get(level).map(|it| it.title.as_str())
    }

    /// The title of a level of the other edition.
    #[must_use]
    pub fn title_after(&self, level: usize) -> Option<&str> {
        self.editions.1.get(level).map(|it| it.title.as_str())
    }

    /// The level lists of the two editions, for showing indices without rounding them over a bound.
    #[must_use]
    pub fn bounds(&self) -> (&[IndexLevel], &[IndexLevel]) {
        (&self.editions.0, &self.editions.1)
    }
}

/// From the highest down.
fn sorted(levels: &[IndexLevel]) -> Vec<&IndexLevel> {
    let mut sorted: Vec<&IndexLevel> = levels.iter().collect();
    sorted.sort_by_key(|it| std::cmp::Reverse(it.from));
    sorted
}

/// How many levels lie below one.
fn below(levels: &[IndexLevel], level: &IndexLevel) -> usize {
    levels.iter().filter(|it| it.from < level.from).count()
}
