//! Everything that the rules find in a period, cell by cell and organisation by organisation, and what rests of it.
//!
//! Owns where it is looked and how it is kept up to date; what is unusual or wrong about a value is said by
//! [`check`](crate::domain::check), how much it matters by the rules of the edition.

mod copied;

use std::collections::{BTreeMap, BTreeSet};

use super::indicator::subjects;
use super::roster::Roster;
use super::rows;
use crate::domain::bases;
use crate::domain::carried;
use crate::domain::catalogue::Indicator;
use crate::domain::check::{Checks, PERIODS_BACK, Warning};
use crate::domain::ids::{IndicatorId, OrganisationId, PeriodId};
use crate::domain::record::Key;
use crate::domain::rule::{Importance, RuleKind};
use crate::domain::state::State;
use crate::domain::value::{Cell, Entry, Subject, Value};

/// Something that a rule has found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Where; of what concerns a whole organisation, its first cell.
    pub cell: Cell,
    /// The rule.
    pub rule: RuleKind,
    /// How much it matters.
    pub importance: Importance,
    /// What it is.
    pub fact: Warning,
    /// The mark of it, by which a confirmation is about this finding.
    pub mark: u64,
    /// Why nobody need look at it any more.
    pub rest: Option<Rest>,
}

impl Finding {
    /// Whether somebody has to look at it.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.rest.is_none()
    }

    /// Whether a period can't be closed with it.
    #[must_use]
    pub fn blocks(&self) -> bool {
        self.is_open() && self.importance == Importance::High
    }
}

impl Finding {
    /// Whether it rests on the word of whoever entered the value: nobody else has looked at it.
    #[must_use]
    pub fn is_confirmed_by_author(&self, state: &State) -> bool {
        let person = |user| state.users.get(&user).and_then(|it| it.person);
        let said = state.confirmation(self.cell, self.rule);
        let (Some(said), Some(value)) = (said, state.value(self.cell)) else {
            return false;
        };
        let (by, author) = (said.stamp.by, value.entered_by);
        let is_same = by == author || person(by).is_some() && person(by) == person(author);
        self.rest == Some(Rest::Confirmed) && is_same
    }
}

/// Why a finding rests.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rest {
    /// The note of the value says why it is so.
    Note,
    /// Somebody has confirmed it.
    Confirmed,
}

/// Findings of one indicator, by subject; only of those who have any.
type Found = BTreeMap<Subject, Vec<Finding>>;

/// All findings of a period.
///
/// Invariant: renewed for the keys of a commit equals looked for anew. When a shard is loaded or let go, look anew.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PeriodFindings {
    period: PeriodId,
    columns: BTreeMap<IndicatorId, Found>,
    /// Organisations whose figures are all those of the period before.
    copied: BTreeMap<OrganisationId, Finding>,
    /// The earlier periods of the kind, and whether their values were in memory.
    earlier: Vec<(PeriodId, bool)>,
}

impl PeriodFindings {
    /// Looks at all cells of the roster's period.
    #[must_use]
    pub fn of(state: &State, roster: &Roster) -> PeriodFindings {
        let mut findings = PeriodFindings {
            period: roster.period,
            columns: BTreeMap::new(),
            copied: copied::all(state, roster),
            earlier: earlier(state, roster.period),
        };
        findings.look(state, roster, |_, _| true);
        findings
    }

    /// Brings it up to date after commits with these keys. The roster is that of the renewed state.
    pub fn renew(
        &mut self,
        state: &State,
        roster: &Roster,
        changed: impl IntoIterator<Item = Key>,
    ) {
        let (mut touched, mut whose, mut counted) =
            <(BTreeSet<_>, BTreeSet<_>, BTreeSet<_>)>::default();
        for key in changed {
            match key {
                // Values of earlier periods are what these are held against.
                Key::Value(cell) | Key::Confirmation(cell, _) => {
                    touched.insert(cell.indicator);
                    if let Subject::Organisation(id) = cell.subject {
                        whose.insert(id);
                    }
                }
                Key::BaseValue(period, base, _) if period == self.period => {
                    counted.insert(base);
                }
                Key::Edition(_)
                | Key::Direction(..)
                | Key::Indicator(..)
                | Key::Rule(..)
                | Key::Period(_)
                | Key::Organisation(_)
                | Key::Appointment(_) => {
                    *self = PeriodFindings::of(state, roster);
                    return;
                }
                _ => {}
            }
        }
        if !(touched.is_empty() && counted.is_empty()) {
            self.look(state, roster, |id, indicator| {
                let mut parts = bases::of(indicator).into_iter().flatten();
                touched.contains(&id) || parts.any(|it| counted.contains(&it))
            });
        }
        for id in whose {
            match copied::of(state, roster, id) {
                Some(it) => self.copied.insert(id, it),
                None => self.copied.remove(&id),
            };
        }
    }

    /// The same under another edition of the period, of which only these columns can be others.
    #[must_use]
    pub fn as_under(
        &self,
        state: &State,
        roster: &Roster,
        columns: &BTreeSet<IndicatorId>,
    ) -> PeriodFindings {
        let mut findings = self.clone();
        findings.copied = copied::all(state, roster);
        // What the other one does not collect is not looked at again.
        findings.columns.retain(|id, _| !columns.contains(id));
        findings.look(state, roster, |id, _| columns.contains(&id));
        findings
    }

    /// Whether all values that these are held against were in memory.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        self.lacking(PERIODS_BACK).is_none()
    }

    /// Whether these are of the values in memory.
    #[must_use]
    pub fn is_of(&self, state: &State) -> bool {
        earlier(state, self.period) == self.earlier
    }

    /// A period whose values are looked at and were not in memory, among so many of the latest.
    #[must_use]
    pub fn lacking(&self, back: usize) -> Option<PeriodId> {
        let mut all = self.earlier.iter().take(back);
        all.find(|it| !it.1).map(|it| it.0)
    }

    /// What was found at a cell, what matters most first; nothing where nothing was. What is found of a whole organisation is not among it.
    #[must_use]
    pub fn get(&self, cell: Cell) -> &[Finding] {
        (self.columns.get(&cell.indicator))
            .filter(|_| cell.period == self.period)
            .and_then(|it| it.get(&cell.subject))
            .map_or(&[], Vec::as_slice)
    }

    /// Whether all figures of an organisation are those of the period before.
    #[must_use]
    pub fn copied(&self, organisation: OrganisationId) -> Option<&Finding> {
        self.copied.get(&organisation)
    }

    /// What was found of whole organisations.
    pub fn of_organisations(&self) -> impl Iterator<Item = (OrganisationId, &Finding)> {
        self.copied.iter().map(|(id, it)| (*id, it))
    }

    /// Everything that was found, those that matter most first, and within that by indicator and subject.
    #[must_use]
    pub fn all(&self) -> Vec<&Finding> {
        let mut all: Vec<&Finding> = self.each().collect();
        all.sort_by_key(|it| it.importance);
        all
    }

    /// How many are open.
    #[must_use]
    pub fn open(&self) -> usize {
        self.open_ones().count()
    }

    /// Those at which somebody has to look, by indicator and subject.
    pub fn open_ones(&self) -> impl Iterator<Item = &Finding> {
        self.each().filter(|it| it.is_open())
    }

    fn each(&self) -> impl Iterator<Item = &Finding> {
        let columns = self.columns.values().flat_map(|it| it.values().flatten());
        columns.chain(self.copied.values())
    }

    /// Looks at these indicators again.
    fn look(
        &mut self,
        state: &State,
        roster: &Roster,
        which: impl Fn(IndicatorId, &Indicator) -> bool,
    ) {
        let span = state.periods.get(&self.period);
        let due = span.map_or_else(Vec::new, |it| rows::due(state, it));
        for (id, indicator) in due {
            if !which(id, indicator) {
                continue;
            }
            let found = column(state, roster, id);
            match found.is_empty() {
                true => self.columns.remove(&id),
                false => self.columns.insert(id, found),
            };
        }
    }
}

/// The periods that a period is held against, the latest first, and whether their values are in memory.
fn earlier(state: &State, period: PeriodId) -> Vec<(PeriodId, bool)> {
    let periods = state.periods_back(period).take(PERIODS_BACK);
    periods.map(|it| (it, state.shard(it).is_some())).collect()
}

/// What is found in the column of an indicator.
fn column(state: &State, roster: &Roster, id: IndicatorId) -> Found {
    let period = roster.period;
    let mut found = Found::new();
    let values = state.shard(period).and_then(|it| it.column(id));
    let (Some(values), Some(checks)) = (values, Checks::of(state, period, id)) else {
        return found;
    };
    // Both come in the order of subjects: values are walked along, not looked up.
    let mut values = values.iter().peekable();
    for subject in subjects(state, roster, checks.indicator()) {
        while values.next_if(|(it, _)| **it < subject).is_some() {}
        let Some((_, value)) = values.peek().filter(|(it, _)| **it == subject) else {
            continue;
        };
        let cell = Cell {
            period,
            indicator: id,
            subject,
        };
        let all = of_value(state, &checks, cell, value);
        if !all.is_empty() {
            found.insert(subject, all);
        }
    }
    found
}

fn of_value(state: &State, checks: &Checks, cell: Cell, value: &Value) -> Vec<Finding> {
    if value.entry == Entry::Empty {
        return Vec::new();
    }
    let found = checks.of_value(cell.subject, value).into_iter();
    let mut all: Vec<Finding> = found
        .map(|fact| {
            let mark = fact.mark(&value.entry);
            let said = fact.is_explained_by_a_note() && carried::explains(state, &value.note);
            let finding = Finding {
                cell,
                rule: fact.rule(),
                importance: checks.importance(fact.rule()),
                fact,
                mark,
                rest: said.then_some(Rest::Note),
            };
            confirmed(state, finding)
        })
        .collect();
    all.sort_by_key(|it| it.importance);
    all
}

/// The finding at rest, where it was confirmed and is still what it was then.
fn confirmed(state: &State, finding: Finding) -> Finding {
    let said = state.confirmation(finding.cell, finding.rule);
    let stands = said.is_some_and(|it| it.mark == finding.mark);
    Finding {
        rest: match stands {
            true => Some(Rest::Confirmed),
            false => finding.rest,
        },
        ..finding
    }
}
