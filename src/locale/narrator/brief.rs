//! What tells one hit of a list from another of the same words: whom something advised or decided is about and by when, and what
//! somebody who heads nothing any more has headed last.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::Narrator;
use crate::args;
use crate::domain::followup::{AssignmentState, Due, Executor, due_now};
use crate::domain::ids::{DecisionId, OrganisationId, PersonId, RecommendationId};
use crate::domain::record::Key;
use crate::domain::value::{Cell, Subject};
use crate::locale::Phrase;

/// Most codes of indicators that are named.
const CODES: usize = 2;

impl Narrator<'_> {
    /// Whom a recommendation or a decision is about, by which indicators, and its term: «СШ № 12», «6.2», «до 15.12.2026», as far as
    /// there are such. Nothing of other records.
    pub fn brief(&self, key: Key) -> Vec<String> {
        match key {
            Key::Recommendation(id) => self.about_recommendation(id),
            Key::Decision(id) => self.about_decision(id),
            _ => Vec::new(),
        }
    }

    /// «бывший, СШ № 12 до 31.12.2024», of somebody who heads nothing on this day and did before.
    pub fn former(&self, person: PersonId, today: NaiveDate) -> Option<String> {
        let mut last = None;
        for id in self.names.appointments_by_person.of(person) {
            let it = self.names.appointments.get(&id)?;
            let until = it.to.filter(|until| *until < today)?;
            last = last.max(Some((until, it.organisation)));
        }
        let (until, organisation) = last?;
        let (organisation, date) = (self.organisation(organisation), self.day_in_office(until));
        Some(self.with(Phrase::FormerHead, &args![organisation, date]))
    }

    fn about_recommendation(&self, id: RecommendationId) -> Vec<String> {
        let Some(it) = self.names.recommendations.get(&id) else {
            return Vec::new();
        };
        let whom = it.addressees.iter().map(|it| it.organisation);
        let due = due_now(it.due, &it.prolongations);
        self.joined(whom, it.ground.iter(), Some(due))
    }

    fn about_decision(&self, id: DecisionId) -> Vec<String> {
        let Some(it) = self.names.decisions.get(&id) else {
            return Vec::new();
        };
        let mut whom: Vec<OrganisationId> = Vec::new();
        whom.extend(it.grounds.iter().filter_map(|it| match it.subject {
            Subject::Organisation(id) => Some(id),
            Subject::Person(id) => self.last_headed(id),
            Subject::Municipality => None,
        }));
        let mut terms: Vec<(bool, Due)> = Vec::new();
        let assignments = self.names.assignments_of.of(id);
        for it in assignments.filter_map(|it| self.names.assignments.get(&it)) {
            let is_over = it.state != AssignmentState::Controlled;
            terms.push((is_over, due_now(it.due, &it.prolongations)));
            for executor in &it.executors {
                match executor {
                    Executor::Head(it) => whom.push(it.organisation),
                    Executor::Group(all) => whom.extend(all),
                    Executor::User(_) | Executor::Post(_) => {}
                }
            }
        }
        // What comes next: of what is still to be done, the first by date.
        let next = (terms.into_iter())
            .min_by_key(|(is_over, due)| (*is_over, due.date().is_none(), due.date()));
        self.joined(whom.into_iter(), it.grounds.iter(), next.map(|it| it.1))
    }

    fn joined<'a>(
        &self,
        whom: impl Iterator<Item = OrganisationId>,
        grounds: impl Iterator<Item = &'a Cell>,
        due: Option<Due>,
    ) -> Vec<String> {
        let mut seen = BTreeSet::new();
        let whom: Vec<_> = whom.filter(|it| seen.insert(*it)).collect();
        let mut codes: Vec<&str> = Vec::new();
        for cell in grounds {
            let indicator = self.names.indicator_in(cell.period, cell.indicator);
            codes.extend(indicator.map(|it| it.code.as_str()));
        }
        codes.sort_unstable();
        codes.dedup();
        let several = if codes.len() > CODES { " …" } else { "" };
        codes.truncate(CODES);
        let mut parts = Vec::new();
        if !whom.is_empty() {
            parts.push(self.several(whom.into_iter()));
        }
        if !codes.is_empty() {
            parts.push(format!("{}{several}", codes.join(", ")));
        }
        parts.extend(due.map(|it| self.due(it)));
        parts
    }

    fn last_headed(&self, person: PersonId) -> Option<OrganisationId> {
        let appointments = self.names.appointments_by_person.of(person);
        let appointments = appointments.filter_map(|id| self.names.appointments.get(&id));
        let last = appointments.max_by_key(|it| it.from);
        last.map(|it| it.organisation)
    }
}
