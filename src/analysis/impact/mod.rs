//! What another edition would do to a period: every head's index, level and place as they are and as they would be.
//!
//! Owns the comparison; nothing is stored. Invariant: it equals the difference of the scores before and after the edition is really taken.

mod directions;
mod fates;
mod findings;
mod levels;
mod wordings;

use super::exact::Exact;
use super::scores::{Part, Parts, PeriodScores, RowScore};
use crate::domain::catalogue::{Direction, Edition, Indicator};
use crate::domain::ids::{
    DirectionId, EditionId, IndicatorId, OrganisationId, PROGRAM, PeriodId, PersonId, Seq,
    Timestamp,
};
use crate::domain::record::{Key, Record};
use crate::domain::rule::{Rule, RuleKind};
use crate::domain::state::{Stamp, State};

pub use directions::DirectionImpact;
pub use fates::{Fate, Fated, Fates};
pub use findings::{FindingImpact, FindingsImpact};
pub use levels::{LevelImpact, Levels};
pub use wordings::{Dropped, Unscored, WordingImpact};

/// An edition that is in no store: one being typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Typed {
    /// The edition.
    pub edition: Edition,
    /// Its directions.
    pub directions: Vec<(DirectionId, Direction)>,
    /// Its indicators.
    pub indicators: Vec<(IndicatorId, Indicator)>,
    /// What it says of rules.
    pub rules: Vec<(RuleKind, Rule)>,
}

impl Typed {
    /// An edition of the store, to be changed and tried.
    #[must_use]
    pub fn copy(state: &State, edition: EditionId) -> Option<Typed> {
        Some(Typed {
            edition: state.editions.get(&edition)?.body.clone(),
            directions: (state.directions_of(edition).into_iter())
                .map(|(id, it)| (id, it.body.clone()))
                .collect(),
            indicators: (state.indicators_of(edition).into_iter())
                .map(|(id, it)| (id, it.body.clone()))
                .collect(),
            rules: (state.rules_of(edition))
                .map(|(kind, it)| (kind, it.body.clone()))
                .collect(),
        })
    }
}

/// By which edition a period would be scored.
#[derive(Clone, Copy, Debug)]
pub enum By<'a> {
    /// One of the store, draft or published.
    Stored(EditionId),
    /// One in memory.
    Typed(&'a Typed),
}

impl By<'_> {
    /// The id under which the edition stands in [`under`].
    fn id(&self) -> EditionId {
        match self {
            By::Stored(id) => *id,
            // No store has so many.
            By::Typed(_) => EditionId(u32::MAX),
        }
    }
}

/// The same records with the period bound to that edition, to be scored anew; what neither changes is shared. `None` if there is no such period
/// or edition. To be let go at once: whoever holds it makes the next commit copy what they share.
#[must_use]
pub fn under(state: &State, period: PeriodId, by: By<'_>) -> Option<State> {
    let mut span = state.periods.get(&period)?.body.clone();
    let mut state = state.clone();
    let edition = by.id();
    let stamp = Stamp {
        rev: Seq(0),
        by: PROGRAM,
        at: Timestamp(0),
    };
    if let By::Typed(typed) = by {
        let body = Record::Edition(typed.edition.clone());
        state.put(Key::Edition(edition), Some(body), stamp);
        for (id, it) in &typed.directions {
            let key = Key::Direction(edition, *id);
            state.put(key, Some(Record::Direction(it.clone())), stamp);
        }
        for (id, it) in &typed.indicators {
            let key = Key::Indicator(edition, *id);
            state.put(key, Some(Record::Indicator(it.clone())), stamp);
        }
        for (kind, it) in &typed.rules {
            let key = Key::Rule(edition, *kind);
            state.put(key, Some(Record::Rule(it.clone())), stamp);
        }
    }
    if !state.editions.contains_key(&edition) {
        return None;
    }
    span.edition = edition;
    state.put(Key::Period(period), Some(Record::Period(span)), stamp);
    Some(state)
}

/// What another edition would do to a period.
#[derive(Clone, Debug, PartialEq)]
pub struct Impact {
    /// The period.
    pub period: PeriodId,
    /// The edition that it has.
    pub from: EditionId,
    /// The one that it would have; of one being typed, an id that no store has.
    pub to: EditionId,
    /// The heads, in the order of the roster; who has a row in one of the two only is among them.
    pub rows: Vec<RowImpact>,
    /// How many heads stand on each level, overall.
    pub levels: Levels,
    /// The directions, in the order of the new edition, then those that it has no more.
    pub directions: Vec<DirectionImpact>,
    /// What becomes of the indicators.
    pub wordings: WordingImpact,
    /// The index of the municipality's own indicators, before and after.
    pub municipality: (Option<Exact>, Option<Exact>),
    /// How many heads have a place, before and after: the n of «3-е место из n».
    pub placed: (usize, usize),
    /// Whether all values that have a part in it were in memory.
    pub complete: bool,
    /// What it was made of.
    before: PeriodScores,
    after: PeriodScores,
}

/// A head under both editions.
#[derive(Clone, Debug, PartialEq)]
pub struct RowImpact {
    /// The organisation.
    pub organisation: OrganisationId,
    /// Its head; `None` at a vacancy.
    pub person: Option<PersonId>,
    /// As it is; `None` where only the new edition gives a row.
    pub before: Option<RowScore>,
    /// As it would be.
    pub after: Option<RowScore>,
    /// The indicators that move the index most, at most three, the strongest first.
    pub moved: Vec<Moved>,
    /// Which way the level goes.
    pub level: Step,
}

/// Which way something goes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Step {
    /// Up.
    Up,
    /// Down.
    Down,
    /// There was none and would be one.
    Gained,
    /// There was one and would be none.
    Lost,
    /// Nowhere.
    #[default]
    Same,
}

/// An indicator in a head's index, before and after.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moved {
    /// Which.
    pub indicator: IndicatorId,
    /// As it is; `None` where it does not count or apply.
    pub before: Option<Part>,
    /// As it would be.
    pub after: Option<Part>,
    /// What it gives more, or less, to the overall index.
    pub by: Exact,
}

/// Most indicators that are named as those that move an index.
const NAMED: usize = 3;

impl Impact {
    /// What the edition would do to the period; `None` if there is no such period or edition.
    #[must_use]
    pub fn of(state: &State, period: PeriodId, by: By<'_>) -> Option<Impact> {
        let other = under(state, period, by)?;
        let before = PeriodScores::of(state, period);
        let after = PeriodScores::anew(&other, period);
        let (from, to) = (state.edition_of(period)?, by.id());
        let mut rows = pair(&before, &after);
        let levels = Levels::of((state, from, &before), (&other, to, &after));
        name_movers(&mut rows, (state, &before), (&other, &after));
        for row in &mut rows {
            let level = |row: &Option<RowScore>| row.as_ref()?.level;
            row.level = levels.step(level(&row.before), level(&row.after));
        }
        let index = |it: &PeriodScores| it.municipality.as_ref()?.overall;
        Some(Impact {
            period,
            from,
            to,
            directions: directions::of((state, from, &before), (&other, to, &after), &levels),
            wordings: WordingImpact::of((state, from), (&other, to), period),
            municipality: (index(&before), index(&after)),
            placed: (before.placed(), after.placed()),
            complete: before.has_all() && after.has_all(),
            rows,
            levels,
            before,
            after,
        })
    }

    /// Whether it may be another one after a commit with this key.
    #[must_use]
    pub fn rests_on(&self, key: Key) -> bool {
        match key {
            Key::Value(cell) => self.after.reaches(cell.period) || self.before.reaches(cell.period),
            Key::Reference(period, _) => self.after.reaches(period),
            Key::Edition(_) | Key::Direction(..) | Key::Indicator(..) | Key::Rule(..) => true,
            Key::Period(_) | Key::Organisation(_) | Key::Appointment(_) => true,
            Key::Results(period) | Key::ResultRow(period, _) => period == self.period,
            // What the rules find is told with it.
            Key::Confirmation(cell, _) => cell.period == self.period,
            Key::BaseValue(period, ..) => period == self.period,
            _ => false,
        }
    }

    /// The heads whose index, level or place would be another.
    pub fn changed(&self) -> impl Iterator<Item = &RowImpact> {
        self.rows.iter().filter(|it| it.is_changed())
    }

    /// Whether no head, and not the municipality, would be moved.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.changed().next().is_none() && self.municipality.0 == self.municipality.1
    }

    /// How many indices would go up and how many down.
    #[must_use]
    pub fn ways(&self) -> (usize, usize) {
        let by = |it: &RowImpact| it.by().map(|it| it.cmp(&Exact::ZERO));
        let count = |way| self.rows.iter().filter(|it| by(it) == Some(way)).count();
        (
            count(std::cmp::Ordering::Greater),
            count(std::cmp::Ordering::Less),
        )
    }

    /// How many heads' level takes this step.
    #[must_use]
    pub fn steps(&self, step: Step) -> usize {
        self.rows.iter().filter(|it| it.level == step).count()
    }

    /// A head's index by indicators, before and after: all that apply, the strongest movers first.
    #[must_use]
    pub fn explain(&self, state: &State, by: By<'_>, row: &RowImpact) -> Vec<Moved> {
        let Some(other) = under(state, self.period, by) else {
            return Vec::new();
        };
        let of = |parts: Option<Parts<'_>>, row: &Option<RowScore>| {
            (parts.zip(row.as_ref())).map_or_else(Vec::new, |(parts, row)| parts.of(row))
        };
        let before = of(Parts::as_kept(state, &self.before), &row.before);
        let after = of(Parts::new(&other, &self.after), &row.after);
        moved(&before, &after)
    }
}

impl RowImpact {
    /// What the index would be more, or less; `None` where there is none before or after.
    #[must_use]
    pub fn by(&self) -> Option<Exact> {
        let index = |it: &Option<RowScore>| it.as_ref()?.overall;
        Some(index(&self.after)? - index(&self.before)?)
    }

    /// How many places up; below 0 down. `None` without a place before or after.
    #[must_use]
    pub fn places_up(&self) -> Option<isize> {
        let place = |it: &Option<RowScore>| it.as_ref()?.place.map(usize::cast_signed);
        Some(place(&self.before)? - place(&self.after)?)
    }

    /// Whether the index, the level, the place or the standing would be another. Another «k из n» alone moves nobody.
    #[must_use]
    pub fn is_changed(&self) -> bool {
        let seen =
            |it: &Option<RowScore>| (it.as_ref()).map(|it| (it.overall, it.place, it.standing));
        self.level != Step::Same || seen(&self.before) != seen(&self.after)
    }

    /// Whether the overall index would be another.
    #[must_use]
    pub fn moves_index(&self) -> bool {
        let index = |it: &Option<RowScore>| it.as_ref()?.overall;
        index(&self.before) != index(&self.after)
    }
}

/// The rows of both, in the order of the later roster; those that only the earlier has stand last.
fn pair(before: &PeriodScores, after: &PeriodScores) -> Vec<RowImpact> {
    type Whom = (Option<OrganisationId>, Option<PersonId>);
    let whom = |it: &RowScore| -> Whom { (it.organisation, it.person) };
    let mut old: std::collections::BTreeMap<Whom, &RowScore> =
        before.rows.iter().map(|it| (whom(it), it)).collect();
    let row = |before: Option<&RowScore>, after: Option<&RowScore>| {
        let either = after.or(before)?;
        Some(RowImpact {
            organisation: either.organisation?,
            person: either.person,
            before: before.cloned(),
            after: after.cloned(),
            moved: Vec::new(),
            level: Step::Same,
        })
    };
    let mut rows: Vec<RowImpact> = (after.rows.iter())
        .filter_map(|it| row(old.remove(&whom(it)), Some(it)))
        .collect();
    let rest = before.rows.iter().filter(|it| old.contains_key(&whom(it)));
    rows.extend(rest.filter_map(|it| row(Some(it), None)));
    rows
}

/// Says of every changed row which indicators move it most.
fn name_movers(
    rows: &mut [RowImpact],
    before: (&State, &PeriodScores),
    after: (&State, &PeriodScores),
) {
    let parts = (
        Parts::as_kept(before.0, before.1),
        Parts::new(after.0, after.1),
    );
    let (Some(old), Some(new)) = parts else {
        return;
    };
    for row in rows.iter_mut().filter(|it| it.is_changed()) {
        let of = |parts: &Parts<'_>, row: &Option<RowScore>| {
            row.as_ref().map_or_else(Vec::new, |it| parts.of(it))
        };
        row.moved = moved(&of(&old, &row.before), &of(&new, &row.after));
        row.moved.retain(|it| it.by != Exact::ZERO);
        row.moved.truncate(NAMED);
    }
}

/// The indicators of two rows side by side, the strongest movers first, equal ones in the order of their ids.
fn moved(before: &[Part], after: &[Part]) -> Vec<Moved> {
    let (mut old, mut new) = (before.iter().peekable(), after.iter().peekable());
    let mut found = Vec::new();
    loop {
        let at = match (old.peek(), new.peek()) {
            (Some(a), Some(b)) => a.indicator.min(b.indicator),
            (Some(it), None) | (None, Some(it)) => it.indicator,
            (None, None) => break,
        };
        let before = old.next_if(|it| it.indicator == at).copied();
        let after = new.next_if(|it| it.indicator == at).copied();
        let gives = |it: Option<Part>| it.map_or(Exact::ZERO, |it| it.gives);
        found.push(Moved {
            indicator: at,
            before,
            after,
            by: gives(after) - gives(before),
        });
    }
    found.sort_by_key(|it| std::cmp::Reverse(it.by.size()));
    found
}
