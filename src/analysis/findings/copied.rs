//! Organisations all of whose figures are those of the period before: somebody may have copied a row instead of filling it in.

use std::collections::BTreeMap;

use super::{Finding, confirmed};
use crate::analysis::roster::{Roster, Staffed};
use crate::analysis::rows;
use crate::domain::catalogue::{Indicator, SubjectKind};
use crate::domain::check::{Mark, Warning};
use crate::domain::ids::{IndicatorId, OrganisationId, PeriodId};
use crate::domain::rule::{Importance, RuleKind};
use crate::domain::state::{Shard, State};
use crate::domain::value::{Cell, Entry, Subject};

/// The organisations of a roster that are so.
pub(super) fn all(state: &State, roster: &Roster) -> BTreeMap<OrganisationId, Finding> {
    let Some(compared) = Compared::of(state, roster.period) else {
        return BTreeMap::new();
    };
    let all = roster.organisations.iter();
    let found = all.filter_map(|it| Some((it.organisation, compared.finding(state, it)?)));
    found.collect()
}

/// One of them.
pub(super) fn of(state: &State, roster: &Roster, id: OrganisationId) -> Option<Finding> {
    let it = (roster.organisations.iter()).find(|it| it.organisation == id)?;
    Compared::of(state, roster.period)?.finding(state, it)
}

/// Two periods side by side.
struct Compared<'a> {
    period: PeriodId,
    before: PeriodId,
    /// The indicators that are asked of organisations.
    due: Vec<(IndicatorId, &'a Indicator)>,
    now: &'a Shard,
    then: &'a Shard,
    importance: Importance,
    /// As many figures must be the same.
    least: usize,
}

impl<'a> Compared<'a> {
    fn of(state: &'a State, period: PeriodId) -> Option<Compared<'a>> {
        let span = state.periods.get(&period)?;
        let mut due = rows::due(state, span);
        due.retain(|(_, it)| it.level == SubjectKind::Organisation);
        let before = state.period_before(period)?;
        let rule = state.rule(state.edition_of(period)?, RuleKind::Copied);
        if rule.importance == Importance::Off {
            return None;
        }
        Some(Compared {
            period,
            before,
            due,
            now: state.shard(period)?,
            then: state.shard(before)?,
            importance: rule.importance,
            least: usize::try_from(rule.threshold?.ceil()).ok()?,
        })
    }

    /// Options come again by themselves, and so does a reason why nothing is there: only numbers count.
    fn finding(&self, state: &State, of: &Staffed) -> Option<Finding> {
        let subject = Subject::Organisation(of.organisation);
        let (mut first, mut figures) = (None, 0);
        let mut mark = Mark::new(RuleKind::Copied as u8);
        let asked = self.due.iter().filter(|it| rows::meant_for(it.1, of.kind));
        for (indicator, _) in asked {
            let indicator = *indicator;
            let entry = |shard: &'a Shard| Some(&shard.column(indicator)?.get(&subject)?.entry);
            let Some(now) = entry(self.now).filter(|it| is_number(it)) else {
                continue;
            };
            if entry(self.then) != Some(now) {
                return None;
            }
            first = first.or(Some((indicator, now)));
            figures += 1;
            mark.number(indicator.0);
            mark.entry(now);
        }
        let (indicator, entry) = first.filter(|_| figures >= self.least)?;
        let fact = Warning::Copied {
            period: self.before,
            figures,
            mark: mark.end(),
        };
        let finding = Finding {
            cell: Cell {
                period: self.period,
                indicator,
                subject,
            },
            rule: RuleKind::Copied,
            importance: self.importance,
            mark: fact.mark(entry),
            fact,
            rest: None,
        };
        Some(confirmed(state, finding))
    }
}

fn is_number(entry: &Entry) -> bool {
    matches!(
        entry,
        Entry::Number(_) | Entry::Ratio { .. } | Entry::Percent(_)
    )
}
