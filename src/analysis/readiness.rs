//! Whether a period can be closed: how much of each organisation is there, every cell that somebody still has to look at, and which of them
//! keep it open.
//!
//! Only finds; that a period may be closed all the same is a rule of the domain, which counts by the same function. Knows no points.

use std::collections::BTreeMap;

use super::attention::Filling;
use super::findings::{Finding, PeriodFindings};
use super::indicator::subjects;
use super::measure::{Figure, Missing};
use super::reader::{Reader, contradicted};
use super::roster::Roster;
use super::rows::{self, Homes};
use crate::domain::catalogue::{Indicator, Measure};
use crate::domain::check::PERIODS_BACK;
use crate::domain::ids::{IndicatorId, OrganisationId, PeriodId};
use crate::domain::period::Exception;
use crate::domain::rule::{Importance, RuleKind};
use crate::domain::state::State;
use crate::domain::value::{Cell, Entry, Subject, Value, ValueState};

/// Why a cell is not ready.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unready {
    /// Nothing stands there.
    Missing,
    /// Sent back to be done again.
    Returned,
    /// Entered, and not handed in.
    Entered,
    /// Handed in, and not approved.
    Submitted,
    /// A rule of high importance has found something, and nobody has confirmed it: the period is not closed before.
    Found,
    /// Unusual, and no note says why.
    Unusual,
    /// The organisation is said to have nothing there, and no note says why it has.
    Contradicted,
    /// What the indicator is compared with is not given.
    Reference,
}

impl Unready {
    /// All, in the order in which they are looked at: what keeps the period open first, then along the way of a value.
    pub const ALL: [Unready; 8] = [
        Unready::Found,
        Unready::Missing,
        Unready::Returned,
        Unready::Entered,
        Unready::Submitted,
        Unready::Unusual,
        Unready::Contradicted,
        Unready::Reference,
    ];

    /// Whether the period is not closed with it, whatever anybody says.
    #[must_use]
    pub fn blocks(self) -> bool {
        self == Unready::Found
    }
}

/// A cell that somebody has to look at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Which; for what an indicator is compared with, that of the municipality.
    pub cell: Cell,
    /// In whose row it stands.
    pub organisation: Option<OrganisationId>,
    /// Why.
    pub why: Unready,
    /// What a rule has found, where that is why.
    pub finding: Option<Finding>,
}

/// What is not ready in a period, and whether that keeps it from being closed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Readiness {
    /// Everything that is not ready, by organisation in the order of their names and within one in that of the indicators.
    pub lines: Vec<Line>,
    /// How many findings keep the period from being closed; else an earlier period that they are held against and that is not in memory.
    pub blocking: Result<usize, PeriodId>,
}

/// How much of an organisation is there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Completeness<'a> {
    /// Which; `None` for the municipality's own indicators.
    pub organisation: Option<OrganisationId>,
    /// How much of what is to be entered.
    pub filling: Filling,
    /// The longer term that it was given.
    pub exception: Option<&'a Exception>,
}

/// How much of each organisation is there, in the order of their names; the municipality last, where anything is asked of it.
#[must_use]
pub fn completeness(state: &State, period: PeriodId) -> Vec<Completeness<'_>> {
    let Some(span) = state.periods.get(&period) else {
        return Vec::new();
    };
    let mut found: BTreeMap<Option<OrganisationId>, Filling> = BTreeMap::new();
    let roster = Roster::of(state, period);
    each(state, &roster, |at| {
        *found.entry(at.organisation).or_default() += at.filling;
    });
    let order = (roster.organisations.iter().map(|it| Some(it.organisation))).chain([None]);
    let made = order.filter_map(|organisation| {
        let filling = *found.get(&organisation)?;
        let of = |it: &&Exception| Some(it.organisation) == organisation;
        Some(Completeness {
            organisation,
            filling,
            exception: span.exceptions.iter().find(of),
        })
    });
    made.collect()
}

/// Everything that is not ready, and whether the period can be closed with it.
#[must_use]
pub fn readiness(state: &State, period: PeriodId) -> Readiness {
    let roster = Roster::of(state, period);
    let findings = PeriodFindings::of(state, &roster);
    Readiness {
        lines: lines(state, &roster, &findings),
        blocking: blocked(state, period, &findings),
    }
}

/// Everything that is not ready, in the order of [`Readiness::lines`].
#[must_use]
pub fn unready(state: &State, period: PeriodId) -> Vec<Line> {
    let roster = Roster::of(state, period);
    lines(state, &roster, &PeriodFindings::of(state, &roster))
}

fn lines(state: &State, roster: &Roster, findings: &PeriodFindings) -> Vec<Line> {
    let mut lines = Vec::new();
    each(state, roster, |at| {
        let found = findings.get(at.cell);
        let line = |why, finding: Option<&Finding>| Line {
            cell: at.cell,
            organisation: at.organisation,
            why,
            finding: finding.cloned(),
        };
        let blocks = found.iter().filter(|it| it.blocks());
        let before = lines.len();
        lines.extend(blocks.map(|it| line(Unready::Found, Some(it))));
        if lines.len() == before
            && let Some((why, finding)) = at.why(state, found)
        {
            lines.push(line(why, finding));
        }
    });
    let copied = findings.of_organisations().filter(|it| it.1.blocks());
    lines.extend(copied.map(|(id, it)| Line {
        cell: it.cell,
        organisation: Some(id),
        why: Unready::Found,
        finding: Some(it.clone()),
    }));
    let places: BTreeMap<OrganisationId, usize> = (roster.organisations.iter().enumerate())
        .map(|(place, it)| (it.organisation, place))
        .collect();
    lines.sort_by_key(|it| {
        let place = it.organisation.and_then(|id| places.get(&id));
        place.copied().unwrap_or(usize::MAX)
    });
    lines.extend(references(state, roster));
    lines
}

/// The cells in which nothing stands, in the order of the catalogue, with whose they are. Looks for nothing else.
#[must_use]
pub fn missing(state: &State, period: PeriodId) -> Vec<(Cell, Option<OrganisationId>)> {
    let roster = Roster::of(state, period);
    let mut found = Vec::new();
    each(state, &roster, |at| {
        if at.is_missing() {
            found.push((at.cell, at.organisation));
        }
    });
    found
}

/// How many findings keep the period from being closed.
///
/// # Errors
/// An earlier period whose values they are held against and that is not in memory.
pub fn blocking(state: &State, period: PeriodId) -> Result<usize, PeriodId> {
    let findings = PeriodFindings::of(state, &Roster::of(state, period));
    blocked(state, period, &findings)
}

fn blocked(state: &State, period: PeriodId, findings: &PeriodFindings) -> Result<usize, PeriodId> {
    let Some(edition) = state.edition_of(period) else {
        return Ok(0);
    };
    let matters = |kind| state.rule(edition, kind).importance == Importance::High;
    // How far the rules that matter look back.
    let back = match () {
        () if matters(RuleKind::OwnRange) => PERIODS_BACK,
        () if matters(RuleKind::Jump) || matters(RuleKind::Copied) => 1,
        () => 0,
    };
    match findings.lacking(back) {
        Some(missing) => Err(missing),
        None => Ok(findings.all().iter().filter(|it| it.blocks()).count()),
    }
}

/// A cell that is collected and typed.
struct At<'a> {
    cell: Cell,
    organisation: Option<OrganisationId>,
    value: Option<&'a Value>,
    /// Whether it is filled: also by its quarters, or «н/п» by a standing reason, where nothing was entered.
    filling: Filling,
}

impl At<'_> {
    fn is_missing(&self) -> bool {
        !self.filling.is_whole()
    }

    /// Why it is not ready, of what was found with the finding; what keeps the period open is no part of it.
    fn why<'f>(
        &self,
        state: &State,
        found: &'f [Finding],
    ) -> Option<(Unready, Option<&'f Finding>)> {
        if self.is_missing() {
            return Some((Unready::Missing, None));
        }
        let value = self.value.filter(|it| it.entry != Entry::Empty)?;
        match &value.state {
            ValueState::Returned { .. } => return Some((Unready::Returned, None)),
            ValueState::Entered => return Some((Unready::Entered, None)),
            ValueState::Submitted => return Some((Unready::Submitted, None)),
            ValueState::Approved => {}
        }
        let silent = value.note.trim().is_empty();
        if silent && contradicted(state, self.cell).is_some() {
            return Some((Unready::Contradicted, None));
        }
        let mut unusual = found
            .iter()
            .filter(|it| it.is_open() && it.importance == Importance::Medium);
        unusual.next().map(|it| (Unready::Unusual, Some(it)))
    }
}

/// Goes through every cell of the period that is typed, each once.
fn each<'a>(state: &'a State, roster: &Roster, mut visit: impl FnMut(At<'a>)) {
    let period = roster.period;
    let Some(reader) = Reader::new(state, period) else {
        return;
    };
    let homes = Homes::of(roster);
    for (id, indicator) in due(state, period) {
        if indicator.measure.computed_from().is_some() {
            continue;
        }
        for subject in subjects(state, roster, indicator) {
            let cell = Cell {
                period,
                indicator: id,
                subject,
            };
            visit(At {
                cell,
                organisation: homes.home(indicator, subject),
                value: state.value(cell).map(|it| &it.body),
                filling: Filling::of(indicator, &reader.figure_of(id, indicator, subject)),
            });
        }
    }
}

/// The indicators that are due in a period, in order.
fn due(state: &State, period: PeriodId) -> Vec<(IndicatorId, &Indicator)> {
    let span = state.periods.get(&period);
    span.map_or_else(Vec::new, |it| rows::due(state, it))
}

/// What indicators are compared with, where that is not given and something is there to compare.
fn references(state: &State, roster: &Roster) -> Vec<Line> {
    let period = roster.period;
    let Some(reader) = Reader::new(state, period) else {
        return Vec::new();
    };
    let lacks = |id, indicator, subject| {
        let figure = reader.figure_of(id, indicator, subject);
        figure == Figure::Uncomputed(Missing::Reference)
    };
    let compared = due(state, period).into_iter().filter(|(id, it)| {
        matches!(it.measure, Measure::Benchmark { .. })
            && (subjects(state, roster, it).into_iter()).any(|subject| lacks(*id, it, subject))
    });
    let line = |(indicator, _)| Line {
        cell: Cell {
            period,
            indicator,
            subject: Subject::Municipality,
        },
        organisation: None,
        why: Unready::Reference,
        finding: None,
    };
    compared.map(line).collect()
}
