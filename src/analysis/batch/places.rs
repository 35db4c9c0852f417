//! Which cell a claim is about: the names of organisations, heads and indicators become a place in the table.
//!
//! Owns that nothing is guessed: where a name could be two things, the claim waits for a person.

use std::collections::BTreeMap;

use super::matching::{Meant, Outcome, Unknown};
use super::{Batch, Claim, Named, Told, Whose, names, plain};
use crate::analysis::roster::Roster;
use crate::analysis::rows::{due, rows_in};
use crate::domain::catalogue::SubjectKind;
use crate::domain::ids::{IndicatorId, OrganisationId, PeriodId, PersonId};
use crate::domain::state::State;
use crate::domain::value::{Cell, Subject};

/// Which cells there are, period by period as they are asked for.
pub(super) struct Places<'a> {
    state: &'a State,
    batch: &'a Batch,
    meant: &'a Meant,
    rows: BTreeMap<PeriodId, Rows>,
}

/// The cells of an organisation under an indicator, each with the person it is about.
type Rows = BTreeMap<(OrganisationId, IndicatorId), Vec<(Option<PersonId>, Subject)>>;

impl<'a> Places<'a> {
    pub(super) fn new(state: &'a State, batch: &'a Batch, meant: &'a Meant) -> Places<'a> {
        Places {
            state,
            batch,
            meant,
            rows: BTreeMap::new(),
        }
    }

    pub(super) fn cell(&mut self, claim: &Claim) -> Result<Cell, Box<Outcome>> {
        if let Told::Wrong(said) = &claim.told {
            return Err(Box::new(Outcome::Wrong(said.clone())));
        }
        let period = claim.period;
        let indicator = match &claim.indicator {
            Named::Known(id) => *id,
            Named::Unknown(name) => match said(&self.meant.indicators, name) {
                Some(id) => *id,
                None => {
                    let unknown = Unknown::Indicator(period, name.clone());
                    return Err(Box::new(Outcome::Unknown(unknown)));
                }
            },
        };
        let at = |subject| Cell {
            period,
            indicator,
            subject,
        };
        let (organisation, head) = match &claim.whose {
            Whose::Subject(subject) => return Ok(at(*subject)),
            Whose::Municipality => return Ok(at(Subject::Municipality)),
            Whose::Organisation { organisation, head } => match organisation {
                Named::Known(id) => (Ok(*id), head),
                Named::Unknown(name) => {
                    let said = said(&self.meant.organisations, name).copied();
                    let unknown = || Unknown::Organisation(name.clone());
                    (said.ok_or_else(unknown), head)
                }
            },
            // The municipality's own is nobody else's.
            Whose::OfFile { .. } if self.is_municipal(period, indicator) => {
                return Ok(at(Subject::Municipality));
            }
            Whose::OfFile { head } => {
                let (file, meant) = (claim.spot.file, self.meant);
                let said = meant.files.get(&file).copied().or(meant.organisation);
                let name = || self.batch.place(claim.spot).0.to_owned();
                (said.ok_or_else(|| Unknown::File(file, name())), head)
            }
        };
        let organisation = organisation.map_err(|unknown| Box::new(Outcome::Unknown(unknown)))?;
        let own = at(Subject::Organisation(organisation));
        let state = self.state;
        let rows = self
            .rows
            .entry(period)
            .or_insert_with(|| rows_of(state, period));
        let all = rows.get(&(organisation, indicator));
        let is_named = |id: &Option<PersonId>, head: &str| match id {
            Some(id) => {
                (state.persons.get(id)).is_some_and(|it| names::is_named(head, &it.surname))
            }
            // What is the organisation's own is so whoever headed it.
            None => true,
        };
        let fitting: Vec<Subject> = match (all.map(Vec::as_slice), head) {
            (Some(all), Some(head)) => {
                let named = all.iter().filter(|(person, _)| is_named(person, head));
                let named: Vec<Subject> = named.map(|it| it.1).collect();
                if named.is_empty() && !all.is_empty() {
                    return Err(Box::new(Outcome::NotHead(own, head.clone())));
                }
                named
            }
            (Some(all), _) => all.iter().map(|it| it.1).collect(),
            // What is not collected there is refused by the rules.
            (None, _) => vec![own.subject],
        };
        match fitting.as_slice() {
            [subject] => Ok(at(*subject)),
            _ => Err(Box::new(Outcome::WhichHead(own))),
        }
    }

    fn is_municipal(&self, period: PeriodId, indicator: IndicatorId) -> bool {
        let indicator = self.state.indicator_in(period, indicator);
        indicator.is_some_and(|it| it.level == SubjectKind::Municipality)
    }
}

/// What was said of a name; one without letters and figures names nothing, whatever was said of it.
fn said<'a, T>(meant: &'a BTreeMap<String, T>, name: &str) -> Option<&'a T> {
    meant.get(&plain(name)).filter(|_| !plain(name).is_empty())
}

fn rows_of(state: &State, period: PeriodId) -> Rows {
    let roster = Roster::of(state, period);
    let mut rows = Rows::new();
    let Some(of) = state.periods.get(&period) else {
        return rows;
    };
    for (indicator, _) in due(state, of) {
        for row in rows_in(state, &roster, indicator) {
            if let (Some(organisation), Some(subject)) = (row.organisation, row.subject) {
                let person = match subject {
                    Subject::Person(id) => Some(id),
                    _ => None,
                };
                let of = rows.entry((organisation, indicator)).or_default();
                of.push((person, subject));
            }
        }
    }
    rows
}
