//! Which cell a claim is about: the names of organisations, heads and indicators become a place in the table.
//!
//! Owns that nothing is guessed: where a name could be two things, the claim waits for a person.

use std::collections::BTreeMap;

use super::answers::{Answers, Meant};
use super::matching::{Outcome, Unknown};
use super::{Batch, Claim, Named, Told, Whose, names};
use crate::analysis::roster::Roster;
use crate::analysis::rows::{due, rows_in};
use crate::domain::catalogue::SubjectKind;
use crate::domain::ids::{IndicatorId, OrganisationId, PeriodId, PersonId};
use crate::domain::people::Person;
use crate::domain::state::State;
use crate::domain::value::{Cell, Subject};

/// Which cells there are, period by period as they are asked for.
pub(super) struct Places<'a> {
    state: &'a State,
    batch: &'a Batch,
    meant: &'a Meant,
    answers: Answers<'a>,
    rows: BTreeMap<PeriodId, Rows>,
    /// Which files are the municipality's.
    municipal: BTreeMap<usize, bool>,
}

/// The cells of an organisation under an indicator, each with the person it is about.
type Rows = BTreeMap<(OrganisationId, IndicatorId), Vec<(Option<PersonId>, Subject)>>;

impl<'a> Places<'a> {
    pub(super) fn new(state: &'a State, batch: &'a Batch, meant: &'a Meant) -> Places<'a> {
        Places {
            state,
            batch,
            meant,
            answers: Answers::of(state, meant),
            rows: BTreeMap::new(),
            municipal: BTreeMap::new(),
        }
    }

    pub(super) fn cell(&mut self, claim: &Claim) -> Result<Cell, Box<Outcome>> {
        if let Told::Wrong(said) = &claim.told {
            return Err(Box::new(Outcome::Wrong(said.clone())));
        }
        let period = claim.period;
        let indicator = self.answers.indicator(period, &claim.indicator);
        let indicator = indicator.map_err(|unknown| Box::new(Outcome::Unknown(unknown)))?;
        let at = |subject| Cell {
            period,
            indicator,
            subject,
        };
        let (organisation, head) = match &claim.whose {
            Whose::Subject(subject) => return Ok(at(*subject)),
            Whose::Municipality => return Ok(at(Subject::Municipality)),
            Whose::Organisation { organisation, head } => {
                (self.answers.organisation(organisation), head)
            }
            Whose::OfFile { .. } if self.is_of_municipality(claim.spot.file) => {
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
        let Some(all) = rows.get(&(organisation, indicator)) else {
            // What is not collected there is refused by the rules.
            return Ok(own);
        };
        let heads = |all: &[(Option<PersonId>, Subject)]| -> Vec<PersonId> {
            all.iter().filter_map(|it| it.0).collect()
        };
        let Some(head) = head else {
            return match all.as_slice() {
                [(_, subject)] => Ok(at(*subject)),
                all => Err(Box::new(Outcome::WhichHead(own, heads(all)))),
            };
        };
        // What is the organisation's own is so whoever headed it.
        let fit = |fits: &dyn Fn(&Person) -> bool| {
            let fits = |id: &PersonId| state.persons.get(id).is_some_and(|it| fits(it));
            let named = all.iter().filter(|it| it.0.as_ref().is_none_or(fits));
            named.copied().collect::<Vec<_>>()
        };
        let named = fit(&|it| names::is_named(head, &it.surname));
        let in_full = fit(&|it| names::is_named_in_full(head, it));
        match (named.as_slice(), in_full.as_slice()) {
            ([], _) => Err(Box::new(Outcome::NotHead(own, head.clone()))),
            ([(_, subject)], _) | (_, [(_, subject)]) => Ok(at(*subject)),
            (named, _) => {
                let name = head.clone();
                Err(Box::new(Outcome::Namesakes(own, name, heads(named))))
            }
        }
    }

    /// Whether a file whose tables name nobody is the municipality's: nothing of an organisation or a person stands in them, and nobody has
    /// said whose it is. A school that fills in a list of all codes says nothing of the municipality.
    fn is_of_municipality(&mut self, file: usize) -> bool {
        if self.meant.files.contains_key(&file) || self.meant.organisation.is_some() {
            return false;
        }
        if let Some(known) = self.municipal.get(&file) {
            return *known;
        }
        let own = |it: &&Claim| it.spot.file == file && matches!(it.whose, Whose::OfFile { .. });
        let is_municipal = |it: &Claim| {
            let id = self.answers.indicator(it.period, &it.indicator).ok();
            let indicator = id.and_then(|id| self.state.indicator_in(it.period, id));
            indicator.is_some_and(|it| it.level == SubjectKind::Municipality)
        };
        let known = self.batch.claims.iter().filter(own).all(is_municipal);
        self.municipal.insert(file, known);
        known
    }
}

/// A name that is none of the store's, as the file has it.
pub(super) fn spelt<T>(it: &Named<T>) -> Option<&str> {
    match it {
        Named::Known(_) => None,
        Named::Remembered(_, name) | Named::Unknown(name) => Some(name),
    }
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
