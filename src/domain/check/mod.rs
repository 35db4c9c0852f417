//! What is unusual or wrong about a value: one source of truth for the warnings while somebody types and for the findings of a period.
//! Nothing here refuses anything.
//!
//! Owns what can be seen from one cell, the same cell of other periods and the same column of other organisations; how much it matters is
//! said by the [`rules`](super::rule) of the edition. Pure, and quick enough for every key: [`Checks`] are found once for a column.

mod mark;
mod peers;
mod possible;
mod warning;

use std::cell::OnceCell;
use std::cmp::Ordering;
use std::collections::BTreeSet;

use rust_decimal::Decimal;

use super::bases;
use super::carried;
use super::catalogue::{Indicator, Measure, NoteRule, Scoring};
use super::decide::needs_note;
use super::ids::{IndicatorId, PeriodId};
use super::number::{Edge, MAX_SHOWN_DECIMALS, Ratio};
use super::rule::{Importance, RuleKind};
use super::state::{Column, State};
use super::value::{Cell, Entry, Subject, Value};
use peers::Peers;

pub use mark::Mark;
pub use warning::{BaseGiven, Warning};

/// Digits of the earlier figure that a jump is reckoned from.
const JUMP_DECIMALS: u32 = 2;

/// Earlier periods that values are held against, the latest ones: as many as whoever looks at a period has in memory. What is found, and
/// what was confirmed of it, must not depend on who looks.
pub const PERIODS_BACK: usize = 3;

/// Periods with a figure of its own that an organisation must have had before it can be outside of them: two are no span.
const OWN_PERIODS: usize = PERIODS_BACK;
/// A figure that is less beyond its own range than this part of a jump is not beyond it: three years that lie within half a point would
/// have something found in every fourth.
const OF_A_JUMP: Decimal = Decimal::from_parts(4, 0, 0, false, 0);

/// The exact figure of an entry in the indicator's unit; `None` where there is no number to it.
#[must_use]
pub fn figure(indicator: &Indicator, entry: &Entry) -> Option<Ratio> {
    match (entry, &indicator.measure) {
        (Entry::Number(number) | Entry::Percent(number), _) => Some(Ratio::from(*number)),
        (
            Entry::Ratio {
                numerator,
                denominator,
            },
            Measure::Ratio { factor, .. },
        ) => Some(Ratio::new(*numerator, *denominator)?.per(*factor)),
        _ => None,
    }
}

/// What is unusual about an entry that somebody types into a cell, the most telling first. The others are those of today, this one is
/// among them as typed.
#[must_use]
pub fn warnings(state: &State, cell: Cell, entry: &Entry) -> Vec<Warning> {
    let Some(checks) = Checks::of(state, cell.period, cell.indicator) else {
        return Vec::new();
    };
    let typed = Some((cell.subject, entry));
    let peers = Peers::of(state, checks.indicator, checks.column, typed);
    let _ = checks.peers.set(peers);
    checks.warnings(cell.subject, entry)
}

/// What the cells of one indicator in a period are held against, found once for all of them.
#[derive(Debug)]
pub struct Checks<'a> {
    state: &'a State,
    period: PeriodId,
    id: IndicatorId,
    indicator: &'a Indicator,
    column: Option<&'a Column>,
    /// How much each rule matters, with its threshold.
    rules: Vec<(Importance, Option<Decimal>)>,
    /// Earlier periods that mean the same by the figure, the latest first, as far as they are in memory.
    earlier: Vec<Earlier<'a>>,
    peers: OnceCell<Peers>,
}

/// The column in an earlier period.
#[derive(Clone, Copy, Debug)]
struct Earlier<'a> {
    period: PeriodId,
    indicator: &'a Indicator,
    column: &'a Column,
    /// It is the period right before.
    last: bool,
}

impl<'a> Checks<'a> {
    /// Those of an indicator; `None` where the period's edition has it not.
    #[must_use]
    pub fn of(state: &'a State, period: PeriodId, id: IndicatorId) -> Option<Checks<'a>> {
        let edition = state.edition_of(period)?;
        let indicator = &state.indicators.get(&(edition, id))?.body;
        let rules = RuleKind::ALL.map(|kind| {
            let rule = state.rules.get(&(edition, kind));
            let own = rule.map(|it| (it.importance, it.threshold));
            own.unwrap_or((kind.usual_importance(), kind.usual_threshold()))
        });
        Some(Checks {
            state,
            period,
            id,
            indicator,
            column: state.shard(period).and_then(|it| it.column(id)),
            rules: rules.into(),
            earlier: earlier(state, period, id, indicator),
            peers: OnceCell::new(),
        })
    }

    /// The indicator.
    #[must_use]
    pub fn indicator(&self) -> &'a Indicator {
        self.indicator
    }

    /// How much a rule matters.
    #[must_use]
    pub fn importance(&self, kind: RuleKind) -> Importance {
        self.rule(kind).0
    }

    fn rule(&self, kind: RuleKind) -> (Importance, Option<Decimal>) {
        let found = self.rules.get(usize::from(kind as u8).saturating_sub(1));
        found.copied().unwrap_or((Importance::Off, None))
    }

    fn asks(&self, warning: &Warning) -> bool {
        self.importance(warning.rule()) != Importance::Off
    }

    /// What is unusual about the figure of an entry, the most telling first.
    #[must_use]
    pub fn warnings(&self, subject: Subject, entry: &Entry) -> Vec<Warning> {
        let (indicator, cell) = (self.indicator, self.cell(subject));
        let mut out = Vec::new();
        if let Some(figure) = figure(indicator, entry) {
            out.extend(unusual(indicator, figure));
            out.extend(self.jump(subject, figure));
            out.extend(more_than_whole(indicator, entry));
        }
        half_given(self.state, cell, indicator, entry, &mut out);
        differing_bases(self.state, cell, indicator, entry, &mut out);
        // What is only seen beside others comes last.
        if let Some(figure) = figure(indicator, entry) {
            out.extend(self.outside_own(subject, figure));
            out.extend(self.outlier(subject, figure));
        }
        out.retain(|it| self.asks(it));
        out
    }

    /// Everything that is unusual or wrong about a value as it stands, once for each rule.
    #[must_use]
    pub fn of_value(&self, subject: Subject, value: &Value) -> Vec<Warning> {
        let (indicator, entry) = (self.indicator, &value.entry);
        let mut out = self.warnings(subject, entry);
        // A share beyond its whole is told as such.
        let is_whole = |it: &Warning| it.rule() == RuleKind::MoreThanWhole;
        if !out.iter().any(is_whole) {
            out.extend(possible::impossible(indicator, self.cell(subject), entry));
        }
        if needs_note(indicator, entry) && !carried::explains(self.state, &value.note) {
            // Whoever is asked for a word at 0 gives points.
            let expert = matches!(indicator.scoring, Scoring::Direct { .. })
                || indicator.note == NoteRule::AtZero;
            let zero = matches!(entry, Entry::Number(it) if it.is_zero());
            out.push(match expert && zero {
                true => Warning::ZeroUnexplained,
                false => Warning::NoteMissing,
            });
        }
        if indicator.evidence_required && entry.is_filled() && value.evidence.is_none() {
            out.push(Warning::EvidenceMissing);
        }
        // What is said of a finding is said of a cell and a rule.
        let mut told = BTreeSet::new();
        out.retain(|it| self.asks(it) && told.insert(it.rule()));
        out
    }

    fn cell(&self, subject: Subject) -> Cell {
        Cell {
            period: self.period,
            indicator: self.id,
            subject,
        }
    }

    /// By the indicator's own measure; a percentage without one by that of the rule.
    fn jump(&self, subject: Subject, figure: Ratio) -> Option<Warning> {
        let most = self.far()?;
        let before = self.earlier.first().filter(|it| it.last)?;
        let (earlier, period) = (before.figure(subject)?, before.period);
        let was = earlier.rounded(JUMP_DECIMALS);
        let far_up = figure.compare(was.checked_add(most)?) == Ordering::Greater;
        let far_down = figure.compare(was.checked_sub(most)?) == Ordering::Less;
        (far_up || far_down).then(|| Warning::Jump {
            figure: shown(self.indicator, figure),
            before: shown(self.indicator, earlier),
            period,
        })
    }

    /// From how far on a figure has moved a long way.
    fn far(&self) -> Option<Decimal> {
        let usual = || self.rule(RuleKind::Jump).1;
        let own = self.indicator.jump;
        own.or_else(|| usual().filter(|_| is_percentage(self.indicator)))
    }

    /// Beyond the least or the most of earlier periods by more than so many times what lies between them. Where it was always the same
    /// there is nothing to measure by, and nothing is said; nor where it lay close together and is only a little beyond.
    fn outside_own(&self, subject: Subject, figure: Ratio) -> Option<Warning> {
        if self.importance(RuleKind::OwnRange) == Importance::Off {
            return None;
        }
        let times = self.rule(RuleKind::OwnRange).1?;
        let all: Vec<Decimal> = (self.earlier.iter())
            .filter_map(|it| Some(it.figure(subject)?.rounded(JUMP_DECIMALS)))
            .collect();
        let (min, max) = (*all.iter().min()?, *all.iter().max()?);
        if all.len() < OWN_PERIODS || min == max {
            return None;
        }
        let little = self.far().and_then(|it| it.checked_div(OF_A_JUMP));
        let beyond = max.checked_sub(min)?.checked_mul(times)?;
        let beyond = little.map_or(beyond, |it| beyond.max(it));
        let over = figure.compare(max.checked_add(beyond)?) == Ordering::Greater;
        let under = figure.compare(min.checked_sub(beyond)?) == Ordering::Less;
        (over || under).then(|| Warning::OutsideOwn {
            figure: shown(self.indicator, figure),
            min: min.normalize(),
            max: max.normalize(),
            periods: all.len(),
        })
    }

    fn outlier(&self, subject: Subject, figure: Ratio) -> Option<Warning> {
        let (importance, threshold) = self.rule(RuleKind::Outlier);
        if importance == Importance::Off {
            return None;
        }
        let of = || Peers::of(self.state, self.indicator, self.column, None);
        let peers = self.peers.get_or_init(of);
        let found = peers.outlier(self.state, subject, figure, self.indicator, threshold?)?;
        Some(Warning::Outlier {
            figure: shown(self.indicator, figure),
            median: found.median.round_dp(self.indicator.decimals).normalize(),
            peers: found.peers,
            alike: found.alike,
        })
    }
}

impl Earlier<'_> {
    fn figure(&self, subject: Subject) -> Option<Ratio> {
        figure(self.indicator, &self.column.get(&subject)?.entry)
    }
}

/// The columns of earlier periods, the latest first: only where both mean the same by the figure, by definition and scoring.
fn earlier<'a>(
    state: &'a State,
    period: PeriodId,
    id: IndicatorId,
    indicator: &Indicator,
) -> Vec<Earlier<'a>> {
    let mut out = Vec::new();
    for (back, period) in state.periods_back(period).take(PERIODS_BACK).enumerate() {
        let column = state.shard(period).and_then(|it| it.column(id));
        if let (Some(column), Some(then)) = (column, state.indicator_in(period, id))
            && then.same_definition(indicator)
            && then.scoring == indicator.scoring
        {
            out.push(Earlier {
                period,
                indicator: then,
                column,
                last: back == 0,
            });
        }
    }
    out
}

/// Whether a figure is one of percent, so that points of percent are its measure.
fn is_percentage(indicator: &Indicator) -> bool {
    match &indicator.measure {
        Measure::Ratio { factor, .. } => *factor == Decimal::ONE_HUNDRED,
        _ => indicator.unit.trim_start().starts_with('%'),
    }
}

fn unusual(indicator: &Indicator, figure: Ratio) -> Option<Warning> {
    let bounds = &indicator.bounds;
    let low = bounds
        .soft_min
        .filter(|it| figure.compare(*it) == Ordering::Less);
    let high = bounds
        .soft_max
        .filter(|it| figure.compare(*it) == Ordering::Greater);
    let shown = shown(indicator, figure);
    match (low, high) {
        (Some(min), _) => Some(Warning::BelowUsual { figure: shown, min }),
        // A bound counts as usual: what is above it must not read as the bound itself.
        (_, Some(max)) if shown <= max => Some(Warning::AboveUsual {
            figure: figure.rounded(MAX_SHOWN_DECIMALS).normalize(),
            max,
        }),
        (_, Some(max)) => Some(Warning::AboveUsual { figure: shown, max }),
        _ => None,
    }
}

/// A figure as the screen has it: with the indicator's decimals, and more where rounding would carry it over a bound.
fn shown(indicator: &Indicator, figure: Ratio) -> Decimal {
    let bounds = &indicator.bounds;
    let mut thresholds = indicator.scoring.edges();
    thresholds.extend(
        bounds
            .soft_min
            .into_iter()
            .chain(bounds.soft_max)
            .map(Edge::at),
    );
    figure.rounded_against(&thresholds, indicator.decimals)
}

/// Seen from the numbers themselves; no news of an indicator that is said to pass its whole.
fn more_than_whole(indicator: &Indicator, entry: &Entry) -> Option<Warning> {
    let (
        Entry::Ratio {
            numerator,
            denominator,
        },
        Measure::Ratio { factor, .. },
    ) = (entry, &indicator.measure)
    else {
        return None;
    };
    let most = indicator.bounds.hard_max.or(indicator.bounds.soft_max);
    let passes = most.is_some_and(|it| it > *factor);
    let found = numerator > denominator && *factor == Decimal::ONE_HUNDRED && !passes;
    found.then_some(Warning::MoreThanWhole {
        numerator: *numerator,
        denominator: *denominator,
    })
}

/// Of a percent without its parts: that one of them is known, and only one.
fn half_given(
    state: &State,
    cell: Cell,
    indicator: &Indicator,
    entry: &Entry,
    out: &mut Vec<Warning>,
) {
    let (Entry::Percent(percent), Subject::Organisation(organisation)) = (entry, cell.subject)
    else {
        return;
    };
    let known = bases::of(indicator).map(|base| {
        let it = state.base_value(cell.period, base?, organisation)?;
        Some((base?, it.number))
    });
    if let [Some((base, known)), None] | [None, Some((base, known))] = known {
        out.push(Warning::HalfGiven {
            percent: *percent,
            base,
            known,
        });
    }
}

fn differing_bases(
    state: &State,
    cell: Cell,
    indicator: &Indicator,
    entry: &Entry,
    out: &mut Vec<Warning>,
) {
    let mut found = bases::given(indicator, cell, entry).filter_map(|(base, whose, given)| {
        let known = state.base_value(cell.period, base, whose)?.number;
        (known != given).then_some(BaseGiven { base, known, given })
    });
    // Both are told in one: what is said of a finding is said of a cell and a rule.
    out.extend(found.next().map(|first| Warning::BaseDiffers {
        first,
        second: found.next(),
    }));
}
