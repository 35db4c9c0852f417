//! What is wrong with an edition of the catalogue: what must be mended before it can be published, and what is worth a second look.
//!
//! Pure, and data only; the words are made in `locale`. Looks at one edition as a whole; a scale by itself is looked at in
//! [`scale`](super::scale). A draft may have any of this: nothing here keeps it from being written.

mod head;
mod rules;
mod typed;
mod wording;

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::catalogue::{Bounds, Indicator, Measure, Periodicity, RollUp, Scoring};
use super::ids::{DirectionId, EditionId, IndicatorId};
use super::record::Key;
use super::scale::direction::swapped;
use super::scale::{Misfit, Severity, Swapped, misfits};
use super::state::State;

pub use typed::{of_direction, of_edition, of_indicator, of_rule};

/// Weights of a direction, and of the directions, add up to this.
pub const WHOLE: Decimal = Decimal::ONE_HUNDRED;

/// Something wrong, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The record: the edition, a direction, an indicator or a rule.
    pub key: Key,
    /// The field of it.
    pub part: Part,
    /// What is wrong.
    pub what: Trouble,
}

/// A field of the catalogue's records.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "each variant is the field of that name")]
pub enum Part {
    Whole,
    Code,
    Title,
    Short,
    Weight,
    Direction,
    Measure,
    Scoring,
    Bounds,
    RollUp,
    Levels,
    Completeness,
    MinMonths,
    Adopted,
    Dates,
    AppliesFrom,
    Act,
    Wording,
    Importance,
    Threshold,
}

/// What can be wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// The edition has no direction, or a direction no indicator.
    Empty,
    /// A text that must say something does not.
    Blank,
    /// Another record of the edition has the code.
    CodeTwice {
        /// Which.
        other: Key,
    },
    /// Weights do not add up to 100.
    WeightSum {
        /// What they add up to.
        sum: Decimal,
    },
    /// A weight is not above 0.
    NoWeight,
    /// The indicator is collected, and its direction is retired.
    DirectionRetired,
    /// The indicator's direction is not in the edition.
    DirectionMissing,
    /// The scoring, with all that can be wrong with one.
    Scoring(Misfit),
    /// The scale stands as an act prints it and is not made into bands yet.
    Printed,
    /// Numerator and denominator seem to stand the wrong way round.
    Swapped(Swapped),
    /// The indicator is computed from itself.
    OfItself,
    /// Indicators are computed from each other in a circle.
    Circle {
        /// All of them, each computed from the next.
        all: Vec<IndicatorId>,
    },
    /// What the indicator is computed from is not collected in this edition.
    InputMissing {
        /// What it is.
        input: IndicatorId,
    },
    /// What the indicator is computed from has no number: an option.
    InputWithoutNumber {
        /// What it is.
        input: IndicatorId,
    },
    /// What the indicator is computed from describes somebody else: an organisation, a person or the municipality.
    InputOfAnother {
        /// What it is.
        input: IndicatorId,
    },
    /// A part of the ratio is a base quantity that there is no more.
    BaseMissing,
    /// A year is the sum of shares: 50 % and 75 % would be 125 %.
    SharesAddedUp,
    /// A year is to be made of the parts of a ratio, and there are none.
    NoParts,
    /// A lower bound is above an upper one.
    BoundsCrossed {
        /// The lower one.
        min: Decimal,
        /// The upper one.
        max: Decimal,
    },
    /// What is usual lies outside of what is possible.
    UsualOutside {
        /// The bound of the usual.
        bound: Decimal,
    },
    /// There is no level, or the last does not begin at 0.
    LevelsOpen,
    /// A level does not begin below the one before it.
    LevelsUnordered {
        /// Which one, from 0.
        level: usize,
    },
    /// A number is outside of what is possible: completeness 0–100, months 0–12, a level above 100.
    OutOfRange {
        /// The number.
        number: Decimal,
        /// The most there can be.
        max: Decimal,
    },
    /// The edition rests on no act.
    NoAct,
    /// Nothing says from which day the edition applies.
    NoAppliesFrom,
    /// The edition is in force before it was adopted.
    DatesCrossed,
    /// It applies before it was adopted: acts do reach back, to the first of September.
    AppliesBackwards,
    /// The act that it rests on has another date.
    AdoptedOtherwise {
        /// That date.
        signed: NaiveDate,
    },
    /// Words for recommendations are kept for points that the scale does not give.
    WordingWithoutPoints {
        /// For which, each once, the least first.
        points: Vec<Decimal>,
    },
    /// A rule that matters is not asked.
    RuleOff,
    /// With this threshold a rule finds nothing.
    FindsNothing,
    /// With this threshold a rule finds nearly everything.
    FindsTooMuch,
}

impl Problem {
    /// Whether the edition can be published with it.
    #[must_use]
    pub fn severity(&self) -> Severity {
        match &self.what {
            Trouble::Scoring(misfit) => misfit.severity(),
            Trouble::Swapped(_)
            | Trouble::NoAct
            | Trouble::NoAppliesFrom
            | Trouble::AppliesBackwards
            | Trouble::AdoptedOtherwise { .. }
            | Trouble::WordingWithoutPoints { .. }
            | Trouble::UsualOutside { .. }
            | Trouble::SharesAddedUp
            | Trouble::NoParts
            | Trouble::RuleOff
            | Trouble::FindsNothing
            | Trouble::FindsTooMuch => Severity::Remark,
            _ => Severity::Fault,
        }
    }

    /// Whether the edition can't be published with it.
    #[must_use]
    pub fn is_fault(&self) -> bool {
        self.severity() == Severity::Fault
    }
}

/// Everything that is wrong with an edition: what keeps it from being published first, and within that in the order of the catalogue.
#[must_use]
pub fn problems(state: &State, edition: EditionId) -> Vec<Problem> {
    let Some(head) = state.editions.get(&edition) else {
        return Vec::new();
    };
    let mut out = Found::default();
    head::look_at(edition, head, head::signed(state, head), &mut out);
    let directions = state.directions_of(edition);
    let indicators = state.indicators_of(edition);
    let live: Vec<(IndicatorId, &Indicator)> = (indicators.iter())
        .filter(|(_, it)| !it.retired)
        .map(|(id, it)| (*id, &it.body))
        .collect();
    let whole = Key::Edition(edition);
    let in_use: Vec<_> = directions.iter().filter(|(_, it)| !it.retired).collect();
    if in_use.is_empty() {
        out.add(whole, Part::Whole, Trouble::Empty);
    } else {
        let weights = in_use.iter().map(|(_, it)| it.weight);
        out.sum(whole, weights);
    }
    let mut codes = BTreeMap::new();
    for (id, it) in &in_use {
        let key = Key::Direction(edition, *id);
        out.texts(key, [&it.code, &it.title, &it.short], &mut codes);
        out.weight(key, it.weight);
        let own: Vec<_> = live.iter().filter(|(_, it)| it.direction == *id).collect();
        match own.is_empty() {
            true => out.add(key, Part::Whole, Trouble::Empty),
            false => out.sum(key, own.iter().map(|(_, it)| it.weight)),
        }
    }
    let kept: BTreeSet<DirectionId> = in_use.iter().map(|(id, _)| *id).collect();
    let mut codes = BTreeMap::new();
    for (id, it) in &live {
        let key = Key::Indicator(edition, *id);
        out.texts(key, [&it.code, &it.title, &it.short], &mut codes);
        out.weight(key, it.weight);
        if !kept.contains(&it.direction) {
            let known = directions.iter().any(|(other, _)| *other == it.direction);
            let what = match known {
                true => Trouble::DirectionRetired,
                false => Trouble::DirectionMissing,
            };
            out.add(key, Part::Direction, what);
        }
        of_measure(state, (edition, *id), it, &live, &mut out);
        of_bounds(key, &it.bounds, &mut out);
        of_roll_up(key, it, &mut out);
        of_scoring(key, it, &mut out);
        wording::look_at(key, it, &mut out);
    }
    for (kind, it) in state.rules_of(edition) {
        rules::look_at((edition, kind), it, &live, &mut out);
    }
    out.sorted()
}

/// What an indicator is computed from, and of what its parts are.
fn of_measure(
    state: &State,
    (edition, id): (EditionId, IndicatorId),
    it: &Indicator,
    live: &[(IndicatorId, &Indicator)],
    out: &mut Found,
) {
    let key = Key::Indicator(edition, id);
    if let Measure::Ratio {
        numerator,
        denominator,
        ..
    } = &it.measure
    {
        let gone = |base| !state.base_quantities.contains_key(&base);
        if [numerator, denominator]
            .into_iter()
            .any(|it| it.base.is_some_and(gone))
        {
            out.add(key, Part::Measure, Trouble::BaseMissing);
        }
        if let Some(it) = swapped(it) {
            out.add(key, Part::Measure, Trouble::Swapped(it));
        }
    }
    let Some(input) = it.measure.computed_from() else {
        return;
    };
    let find = |id: IndicatorId| live.iter().find(|(it, _)| *it == id).map(|(_, it)| *it);
    let what = match find(input) {
        _ if input == id => Trouble::OfItself,
        None => Trouble::InputMissing { input },
        Some(of) if matches!(of.measure, Measure::Choice { .. }) => {
            Trouble::InputWithoutNumber { input }
        }
        Some(of) if of.level != it.level => Trouble::InputOfAnother { input },
        Some(_) => match circle(id, find) {
            Some(all) => Trouble::Circle { all },
            None => return,
        },
    };
    out.add(key, Part::Measure, what);
}

/// The way from an indicator over what it is computed from back to itself, if it leads there.
fn circle<'a>(
    id: IndicatorId,
    find: impl Fn(IndicatorId) -> Option<&'a Indicator>,
) -> Option<Vec<IndicatorId>> {
    let mut way = vec![id];
    loop {
        let next = find(*way.last()?)?.measure.computed_from()?;
        if next == id {
            return Some(way);
        }
        // A circle further on is told where it is.
        if way.contains(&next) {
            return None;
        }
        way.push(next);
    }
}

fn of_bounds(key: Key, it: &Bounds, out: &mut Found) {
    let Bounds {
        hard_min,
        hard_max,
        soft_min,
        soft_max,
    } = *it;
    for (min, max) in [(hard_min, hard_max), (soft_min, soft_max)] {
        if let (Some(min), Some(max)) = (min, max)
            && min > max
        {
            out.add(key, Part::Bounds, Trouble::BoundsCrossed { min, max });
        }
    }
    let outside = |bound: &Decimal| {
        hard_min.is_some_and(|min| *bound < min) || hard_max.is_some_and(|max| *bound > max)
    };
    for bound in [soft_min, soft_max].into_iter().flatten().filter(outside) {
        out.add(key, Part::Bounds, Trouble::UsualOutside { bound });
    }
}

/// How a year comes about of its halves and quarters, where it is asked for in them.
fn of_roll_up(key: Key, it: &Indicator, out: &mut Found) {
    if it.periodicity == Periodicity::Year {
        return;
    }
    let is_ratio = matches!(it.measure, Measure::Ratio { .. });
    match (it.roll_up, is_ratio) {
        (RollUp::Sum, true) => out.add(key, Part::RollUp, Trouble::SharesAddedUp),
        // Of options the last one counts, whatever is said.
        (RollUp::FromParts, false) if !matches!(it.measure, Measure::Choice { .. }) => {
            out.add(key, Part::RollUp, Trouble::NoParts);
        }
        _ => {}
    }
}

fn of_scoring(key: Key, it: &Indicator, out: &mut Found) {
    let found = misfits(it);
    let is_printed = matches!(it.scoring, Scoring::Printed(_));
    // Defects say more than that the scale is no scale yet.
    let is_told = found.iter().any(|it| it.severity() == Severity::Fault);
    for misfit in found {
        out.add(key, Part::Scoring, Trouble::Scoring(misfit));
    }
    if is_printed && !is_told {
        out.add(key, Part::Scoring, Trouble::Printed);
    }
}

/// Problems in the making.
#[derive(Default)]
struct Found(Vec<Problem>);

impl Found {
    fn add(&mut self, key: Key, part: Part, what: Trouble) {
        self.0.push(Problem { key, part, what });
    }

    fn texts<'a>(
        &mut self,
        key: Key,
        [code, title, short]: [&'a String; 3],
        codes: &mut BTreeMap<&'a str, Key>,
    ) {
        for (part, text) in [
            (Part::Code, code),
            (Part::Title, title),
            (Part::Short, short),
        ] {
            if text.trim().is_empty() {
                self.add(key, part, Trouble::Blank);
            }
        }
        match codes.get(code.as_str()) {
            Some(other) => self.add(key, Part::Code, Trouble::CodeTwice { other: *other }),
            None if code.is_empty() => {}
            None => {
                codes.insert(code, key);
            }
        }
    }

    fn weight(&mut self, key: Key, weight: Decimal) {
        if weight <= Decimal::ZERO {
            self.add(key, Part::Weight, Trouble::NoWeight);
        }
    }

    fn sum(&mut self, key: Key, weights: impl Iterator<Item = Decimal>) {
        let sum: Decimal = weights.sum();
        if sum != WHOLE {
            self.add(key, Part::Whole, Trouble::WeightSum { sum });
        }
    }

    fn range(&mut self, key: Key, part: Part, number: Decimal, max: Decimal) {
        if number < Decimal::ZERO || number > max {
            self.add(key, part, Trouble::OutOfRange { number, max });
        }
    }

    fn sorted(mut self) -> Vec<Problem> {
        self.0.sort_by_key(|it| !it.is_fault());
        self.0
    }
}
