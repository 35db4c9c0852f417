//! «Цепочка»: значение → анализ → рекомендация → решение, поручение → мера → отчёт → эффект → что стало.
//!
//! Owns the order of the links and which of them are missing; gaps are data and are worded elsewhere.

mod cycle;
mod worth;

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::dynamics::{self, Change};
use super::exact::Exact;
use super::indicator::IndicatorScores;
use super::measure::Figure;
use super::related;
use super::rows::organisations_of;
use crate::domain::activity::ReviewOn;
use crate::domain::followup::ReportOn;
use crate::domain::ids::{
    ActivityId, AssignmentId, DecisionId, NoteId, ObjectionId, OrganisationId, PeriodId,
    RecommendationId, ReportId, ReviewId,
};
use crate::domain::record::Key;
use crate::domain::state::State;
use crate::domain::value::Cell;

pub use worth::periods_after;
use worth::worth_telling;

/// A link of the chain, or a gap in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Item {
    /// When it was: the date on the paper, else the day of the record; `None` for a gap and for what is computed.
    pub day: Option<NaiveDate>,
    /// What it is.
    pub what: What,
    /// The record that it follows from; `None` for the first ones.
    pub under: Option<Key>,
}

/// What stands in a chain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// The value it begins with.
    Value {
        /// Which cell.
        cell: Cell,
        /// What it comes to.
        figure: Figure,
        /// Its points.
        points: Option<Exact>,
    },
    /// A note of analysis.
    Note(NoteId),
    /// A recommendation.
    Recommendation(RecommendationId),
    /// A decision.
    Decision(DecisionId),
    /// An assignment.
    Assignment(AssignmentId),
    /// A report of execution.
    Report(ReportId),
    /// A measure.
    Activity(ActivityId),
    /// A review of effect.
    Review(ReviewId),
    /// A head's objection.
    Objection(ObjectionId),
    /// What became of it: the value in a later period.
    Later {
        /// Which cell.
        cell: Cell,
        /// What it comes to.
        figure: Figure,
        /// Its points.
        points: Option<Exact>,
        /// The change since the period before.
        change: Option<Change>,
    },
    /// Something is missing here.
    Gap(Gap),
}

/// What is missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gap {
    /// «рекомендации нет».
    NoRecommendation(Cell),
    /// «решения нет».
    NoDecision(RecommendationId),
    /// «поручений нет».
    NoAssignment(DecisionId),
    /// «отчёта нет».
    NoReport(ReportOn),
    /// «эффект не оценён».
    NoReview(ReviewOn),
    /// «значения следующего периода нет».
    NoLaterValue(Cell),
}

impl Item {
    /// The record that Enter opens; `None` for a gap.
    #[must_use]
    pub fn key(&self) -> Option<Key> {
        Some(match self.what {
            What::Value { cell, .. } | What::Later { cell, .. } => Key::Value(cell),
            What::Note(id) => Key::AnalysisNote(id),
            What::Recommendation(id) => Key::Recommendation(id),
            What::Decision(id) => Key::Decision(id),
            What::Assignment(id) => Key::Assignment(id),
            What::Report(id) => Key::Report(id),
            What::Activity(id) => Key::Activity(id),
            What::Review(id) => Key::Review(id),
            What::Objection(id) => Key::Objection(id),
            What::Gap(_) => return None,
        })
    }
}

/// The chain of a value.
#[must_use]
pub fn of_value(state: &State, cell: Cell) -> Vec<Item> {
    let mut chain = Chain::new(state, organisations_of(state, cell.subject));
    chain.value(cell);
    chain.finish()
}

/// The chains of an organisation in a period, as one: its values that were acted upon or are low, what was recommended to its head as a whole,
/// and decisions with assignments that name it.
#[must_use]
pub fn of_organisation(state: &State, organisation: OrganisationId, period: PeriodId) -> Vec<Item> {
    let mut chain = Chain::new(state, vec![organisation]);
    for cell in worth_telling(state, organisation, period) {
        chain.value(cell);
    }
    for id in state.recommendations_of.of(organisation) {
        let as_a_whole = state
            .recommendations
            .get(&id)
            .is_some_and(|it| it.period == period && it.ground.is_none());
        if as_a_whole {
            chain.recommendation(id, None);
        }
    }
    for (_, assignment) in state.assignments.iter() {
        let of_period = state
            .decisions
            .get(&assignment.decision)
            .is_some_and(|it| it.period == period);
        if of_period && related::named(assignment).contains(&organisation) {
            chain.decision(assignment.decision, None);
        }
    }
    chain.activities_of(organisation, period);
    let objections = state.objections.iter();
    for (id, _) in
        objections.filter(|(_, it)| it.organisation == organisation && it.period == period)
    {
        chain.objection(*id, None);
    }
    chain.finish()
}

/// Where an item stands in the order of time: by day, and on one day as one thing follows from another; last what became of the values.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Place {
    part: u8,
    day: NaiveDate,
    rank: u8,
    id: u32,
    /// A gap stands after what it is missing from.
    gap: bool,
}

impl Place {
    /// Of something that was on a day; before all others where none is known.
    fn on(day: Option<NaiveDate>, rank: u8, id: u32) -> Place {
        Place {
            part: 0,
            day: day.unwrap_or(NaiveDate::MIN),
            rank,
            id,
            gap: false,
        }
    }
}

/// On one day what follows from another thing stands after it.
mod rank {
    pub const VALUE: u8 = 0;
    pub const NOTE: u8 = 1;
    pub const RECOMMENDATION: u8 = 2;
    pub const DECISION: u8 = 3;
    pub const ASSIGNMENT: u8 = 4;
    pub const ACTIVITY: u8 = 5;
    pub const REPORT: u8 = 6;
    pub const REVIEW: u8 = 7;
    pub const OBJECTION: u8 = 8;
    pub const LATER: u8 = 9;
}

struct Chain<'a> {
    state: &'a State,
    organisations: Vec<OrganisationId>,
    items: Vec<(Place, Item)>,
    told: BTreeSet<Key>,
}

impl<'a> Chain<'a> {
    fn new(state: &'a State, organisations: Vec<OrganisationId>) -> Chain<'a> {
        Chain {
            state,
            organisations,
            items: Vec::new(),
            told: BTreeSet::new(),
        }
    }

    fn finish(mut self) -> Vec<Item> {
        self.items.sort_by_key(|it| it.0);
        self.items.into_iter().map(|it| it.1).collect()
    }

    fn push(&mut self, place: Place, day: Option<NaiveDate>, what: What, under: Option<Key>) {
        self.items.push((place, Item { day, what, under }));
    }

    fn gap(&mut self, after: Place, gap: Gap, under: Key) {
        let place = Place { gap: true, ..after };
        self.push(place, None, What::Gap(gap), Some(under));
    }

    /// Takes a key in; says whether it is there for the first time.
    fn tell(&mut self, key: Key) -> bool {
        self.told.insert(key)
    }

    fn stamped(&self, key: Key) -> Option<NaiveDate> {
        self.state.stamp(key).map(|it| related::day_of(it.at))
    }

    /// The day it was sent, else of its record.
    fn day_of_recommendation(&self, id: RecommendationId) -> Option<NaiveDate> {
        let it = self.state.recommendations.get(&id)?;
        let sent = it.sent.as_ref().map(|it| it.date);
        sent.or_else(|| self.stamped(Key::Recommendation(id)))
    }

    /// The day of its act, else of its record: an act from before the period is what it rests on, not when it was taken.
    fn day_of_decision(&self, id: DecisionId) -> Option<NaiveDate> {
        let it = self.state.decisions.get(&id)?;
        let act = it.document.and_then(|it| self.state.documents.get(&it));
        let begins = self.state.periods.get(&it.period).map(|it| it.from);
        let signed = (act.and_then(|it| it.date)).filter(|it| Some(*it) >= begins);
        signed.or_else(|| self.stamped(Key::Decision(id)))
    }

    fn value(&mut self, cell: Cell) {
        let key = Key::Value(cell);
        if !self.tell(key) {
            return;
        }
        let order = u32::try_from(self.items.len()).unwrap_or(u32::MAX);
        let day = self.stamped(key);
        let recommendations = related::recommendations_about(self.state, cell);
        let decisions: Vec<DecisionId> = self.state.decisions_about.of(cell).collect();
        // Corrected later, a value still stands before what was written about it.
        let followed = (recommendations
            .iter()
            .map(|it| self.day_of_recommendation(*it)))
        .chain(decisions.iter().map(|it| self.day_of_decision(*it)))
        .flatten();
        let objections: Vec<_> = (self.state.objections.iter())
            .filter(|(_, it)| it.cell == Some(cell))
            .map(|(id, it)| (*id, it.received))
            .collect();
        let followed = followed.chain(objections.iter().map(|it| it.1));
        let followed = followed.chain(self.noted_on(cell));
        let place = Place {
            part: 0,
            day: followed.chain(day).min().unwrap_or(NaiveDate::MIN),
            rank: rank::VALUE,
            id: order,
            gap: false,
        };
        let scores = IndicatorScores::of(self.state, cell.period, cell.indicator);
        let scored = scores.get(cell.subject);
        let what = What::Value {
            cell,
            figure: scored.map_or(Figure::NotCollected, |it| it.figure),
            points: scored.and_then(|it| it.points),
        };
        self.push(place, day, what, None);
        self.notes(cell, key);
        if recommendations.is_empty() {
            self.gap(place, Gap::NoRecommendation(cell), key);
        }
        for id in recommendations {
            self.recommendation(id, Some(key));
        }
        for id in decisions {
            self.decision(id, Some(key));
        }
        self.activities_about(cell, key);
        for (id, _) in objections {
            self.objection(id, Some(key));
        }
        self.later(cell, order);
    }

    fn recommendation(&mut self, id: RecommendationId, under: Option<Key>) {
        let key = Key::Recommendation(id);
        if !self.state.recommendations.contains_key(&id) || !self.tell(key) {
            return;
        }
        let day = self.day_of_recommendation(id);
        let place = Place::on(day, rank::RECOMMENDATION, id.0);
        self.push(place, day, What::Recommendation(id), under);
        let decisions: Vec<DecisionId> = self.state.decisions_after.of(id).collect();
        if decisions.is_empty() {
            self.gap(place, Gap::NoDecision(id), key);
        }
        for decision in decisions {
            self.decision(decision, Some(key));
        }
        self.reports(ReportOn::Recommendation(id), key, place, false);
        self.activities_after(id, key);
        self.reviews(ReviewOn::Recommendation(id), key, place);
    }

    fn decision(&mut self, id: DecisionId, under: Option<Key>) {
        let key = Key::Decision(id);
        if !self.state.decisions.contains_key(&id) || !self.tell(key) {
            return;
        }
        let day = self.day_of_decision(id);
        let place = Place::on(day, rank::DECISION, id.0);
        self.push(place, day, What::Decision(id), under);
        let assignments = related::assignments_for(self.state, id, &self.organisations);
        if assignments.is_empty() {
            self.gap(place, Gap::NoAssignment(id), key);
        }
        for (at, assignment) in assignments.into_iter().enumerate() {
            // Assignments have no day of their own: they stand under their decision in the order of the act.
            let place = Place {
                rank: rank::ASSIGNMENT,
                id: id.0.saturating_mul(256) + u32::try_from(at).unwrap_or(u32::MAX).min(255),
                ..place
            };
            let own = Key::Assignment(assignment);
            self.told.insert(own);
            self.push(place, day, What::Assignment(assignment), Some(key));
            self.reports(ReportOn::Assignment(assignment), own, place, true);
        }
        self.reviews(ReviewOn::Decision(id), key, place);
    }

    fn objection(&mut self, id: ObjectionId, under: Option<Key>) {
        let key = Key::Objection(id);
        let Some(it) = self.state.objections.get(&id) else {
            return;
        };
        let day = it.received;
        if self.tell(key) {
            let place = Place::on(Some(day), rank::OBJECTION, id.0);
            self.push(place, Some(day), What::Objection(id), under);
        }
    }

    /// The reports on something; `asked`: their lack is a gap.
    fn reports(&mut self, on: ReportOn, under: Key, after: Place, asked: bool) {
        let reports: Vec<ReportId> = self.state.reports_on.of(on).collect();
        if reports.is_empty() && asked {
            self.gap(after, Gap::NoReport(on), under);
        }
        for id in reports {
            let day = self.state.reports.get(&id).map(|it| it.date);
            let place = Place {
                part: 0,
                // A report never stands before what it is about.
                day: day.unwrap_or(after.day).max(after.day),
                rank: rank::REPORT,
                id: id.0,
                gap: false,
            };
            self.push(place, day, What::Report(id), Some(under));
        }
    }

    /// The value in the later periods of the same kind.
    fn later(&mut self, cell: Cell, order: u32) {
        let end = Place {
            part: 1,
            day: NaiveDate::MAX,
            rank: rank::LATER,
            id: order,
            gap: false,
        };
        let root = Key::Value(cell);
        let mut any = false;
        for (period, to) in periods_after(self.state, cell.period) {
            let cell = Cell { period, ..cell };
            let past = dynamics::past(self.state, cell, 1);
            let Some(past) = past.last().filter(|it| it.figure.is_filled()) else {
                continue;
            };
            any = true;
            let day = self.stamped(Key::Value(cell));
            let what = What::Later {
                cell,
                figure: past.figure,
                points: past.points,
                change: past.change,
            };
            self.push(Place { day: to, ..end }, day, what, Some(root));
        }
        if !any {
            self.gap(end, Gap::NoLaterValue(cell), root);
        }
    }
}
