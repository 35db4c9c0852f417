//! What is to be mended in an open period: its term, who has not sent, and its values.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::{DAYS_AHEAD, Item, Kind, Known, Scope, When};
use crate::analysis::attention::Concern;
use crate::analysis::collecting;
use crate::analysis::related::day_of;
use crate::analysis::roster::Staffed;
use crate::analysis::rows::Homes;
use crate::domain::catalogue::Indicator;
use crate::domain::ids::{IndicatorId, OrganisationId, PersonId};
use crate::domain::period::Period;
use crate::domain::record::Key;
use crate::domain::rule::RuleKind;
use crate::domain::state::State;
use crate::domain::value::{Cell, Subject};

pub(super) fn gather(
    state: &State,
    known: &Known,
    today: NaiveDate,
    whose: Option<&Scope>,
    found: &mut Vec<Item>,
) {
    let id = known.roster.period;
    let Some(span) = state.periods.get(&id).filter(|it| it.state.takes_values()) else {
        return;
    };
    found.extend(deadline(known, span, today));
    for (organisation, asked) in collecting::owing(state, known.roster, today) {
        if whose.is_none_or(|it| it.takes_organisation([organisation])) {
            let when = asked
                .expected
                .map_or(When::Undated, |it| When::until(it, today));
            let item = Item::new(Kind::NotSent, Key::Collection(id, organisation), when);
            found.push(item.of(Some(organisation), None));
        }
    }
    Values::of(state, known, span, whose).gather(today, found);
}

/// The term of the period, once it is near and something is missing, or has passed: also where everything is entered, for then the period
/// is to be closed.
fn deadline(known: &Known, span: &Period, today: NaiveDate) -> Option<Item> {
    let when = When::until(span.deadline?, today);
    let filling = known.filling.whole();
    let is_told = match when {
        When::In(days) => days <= DAYS_AHEAD && !filling.is_whole(),
        _ => true,
    };
    let item = Item::new(Kind::Deadline, Key::Period(known.roster.period), when);
    is_told.then_some(Item {
        filling: Some(filling),
        ..item
    })
}

/// The values of a period, with what tells whose they are.
struct Values<'a> {
    state: &'a State,
    known: &'a Known<'a>,
    span: &'a Period,
    whose: Option<&'a Scope>,
    homes: Homes,
    staffed: BTreeMap<OrganisationId, &'a Staffed>,
}

impl<'a> Values<'a> {
    fn of(
        state: &'a State,
        known: &'a Known,
        span: &'a Period,
        whose: Option<&'a Scope>,
    ) -> Values<'a> {
        let all = known.roster.organisations.iter();
        Values {
            state,
            known,
            span,
            whose,
            homes: Homes::of(known.roster),
            staffed: all.map(|it| (it.organisation, it)).collect(),
        }
    }

    fn gather(&self, today: NaiveDate, found: &mut Vec<Item>) {
        let mut column: Option<(IndicatorId, &Indicator)> = None;
        for (cell, concerns) in self.known.attention.cells() {
            // They come by indicator.
            if column.is_none_or(|it| it.0 != cell.indicator) {
                column = self.indicator(cell).map(|it| (cell.indicator, it));
            }
            let Some((_, indicator)) = column else {
                continue;
            };
            for concern in concerns {
                let (kind, when) = match concern {
                    Concern::Low { .. } => (Kind::Low, When::Undated),
                    Concern::Returned => (Kind::Returned, self.since(cell, today)),
                    Concern::FollowUp => (Kind::FollowUp, When::Undated),
                    // Of recommendations and assignments each is told once; notes and documents are asked for by the rules.
                    Concern::NoDecision { .. }
                    | Concern::RecommendationOverdue { .. }
                    | Concern::AssignmentOverdue { .. }
                    | Concern::NoteMissing
                    | Concern::EvidenceMissing => continue,
                };
                let item = Item::new(kind, Key::Value(cell), when);
                found.extend(self.whose(item, cell, indicator));
            }
        }
        for it in self.known.findings.open_ones() {
            let Some(indicator) = self.indicator(it.cell) else {
                continue;
            };
            let key = Key::Confirmation(it.cell, it.rule);
            let item = Item::new(Kind::Finding, key, When::Undated);
            let item = self.whose(item, it.cell, indicator);
            // What is found of a whole organisation is found of no head.
            found.extend(item.map(|item| match it.rule {
                RuleKind::Copied => item.of(item.organisation, None),
                _ => item,
            }));
        }
    }

    fn indicator(&self, cell: Cell) -> Option<&'a Indicator> {
        let found = self.state.indicator_in(cell.period, cell.indicator);
        found.map(|it| &it.body)
    }

    /// Since when a value stands as it does.
    fn since(&self, cell: Cell, today: NaiveDate) -> When {
        let value = self.state.value(cell);
        let days = value.map(|it| (today - day_of(it.stamp.at)).num_days().max(0));
        days.map_or(When::Undated, When::Since)
    }

    /// The item of a value with whom it is about; `None` where it is none of the scope.
    fn whose(&self, item: Item, cell: Cell, indicator: &Indicator) -> Option<Item> {
        let organisation = self.homes.home(indicator, cell.subject);
        let theirs = self.whose.is_none_or(|scope| {
            let entered = || {
                let value = self.state.value(cell);
                value.is_some_and(|it| scope.is_user(it.entered_by))
            };
            scope.takes_direction([indicator.direction]) && scope.takes_organisation(organisation)
                || entered()
        });
        theirs.then(|| {
            item.of(
                organisation,
                self.head(cell.subject, organisation, indicator),
            )
        })
    }

    /// Towards whom a value counts.
    fn head(
        &self,
        subject: Subject,
        organisation: Option<OrganisationId>,
        indicator: &Indicator,
    ) -> Option<PersonId> {
        if let Subject::Person(person) = subject {
            return Some(person);
        }
        let day = self.span.measuring_day(indicator.measured_on);
        self.staffed.get(&organisation?)?.head_on(day).person()
    }
}
