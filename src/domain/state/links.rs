//! «Which B belong to this A»: the indexes that follow from the records, and by what of a record.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::State;
use crate::domain::ids::{
    ActivityId, AppointmentId, AssignmentId, CitationId, DecisionId, NoteId, RecommendationId,
    ReportId, RequirementId, ReviewId,
};
use crate::domain::record::Key;

/// Pairs that answer «which B belong to this A».
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Links<A, B>(Arc<BTreeSet<(A, B)>>);

impl<A, B> Default for Links<A, B> {
    fn default() -> Self {
        Links(Arc::new(BTreeSet::new()))
    }
}

/// The lowest id there is; the lower end of a range of pairs.
pub trait Lowest {
    /// Its value.
    const LOWEST: Self;
}

macro_rules! lowest { ($($name:ident)*) => {$(impl Lowest for $name { const LOWEST: Self = $name(0); })*} }
lowest! {
    ActivityId AppointmentId AssignmentId CitationId DecisionId NoteId RecommendationId ReportId RequirementId ReviewId
}

impl<A: Ord + Copy, B: Ord + Copy + Lowest> Links<A, B> {
    fn from_pairs(pairs: impl Iterator<Item = (A, B)>) -> Links<A, B> {
        Links(Arc::new(pairs.collect()))
    }

    /// All B of this A, in order.
    pub fn of(&self, a: A) -> impl Iterator<Item = B> + '_ {
        self.0
            .range((a, B::LOWEST)..)
            .take_while(move |(it, _)| *it == a)
            .map(|(_, b)| *b)
    }

    fn set(&mut self, a: A, b: B, present: bool) {
        let set = Arc::make_mut(&mut self.0);
        if present {
            set.insert((a, b));
        } else {
            set.remove(&(a, b));
        }
    }
}

/// Each line: records of a table under keys of a kind, the links that they make, and to what of the record.
macro_rules! links {
    ($($table:ident, $kind:ident: $($links:ident to |$it:ident| $ends:expr),+;)+) => {
        impl State {
            /// Adds or removes the links that the record now under the key makes.
            pub(super) fn set_links(&mut self, key: Key, present: bool) {
                match key {
                    $(Key::$kind(id) => {
                        if let Some(record) = self.$table.get(&id) {
                            $({
                                let $it = &record.body;
                                for end in $ends {
                                    self.$links.set(end, id, present);
                                }
                            })+
                        }
                    })+
                    _ => {}
                }
            }

            /// Makes all links anew, from the records alone: much faster than one by one.
            pub(super) fn relink(&mut self) {
                $($(
                    self.$links = Links::from_pairs((self.$table.iter()).flat_map(|(id, record)| {
                        let $it = &record.body;
                        $ends.into_iter().map(|end| (end, *id))
                    }));
                )+)+
            }
        }
    };
}

links! {
    appointments, Appointment:
        appointments_of to |it| [it.organisation],
        appointments_by_person to |it| [it.person];
    recommendations, Recommendation:
        recommendations_of to |it| it.addressees.iter().map(|it| it.organisation),
        recommendations_about to |it| it.ground.iter().copied();
    decisions, Decision:
        decisions_after to |it| it.recommendations.iter().copied(),
        decisions_about to |it| it.grounds.iter().copied();
    assignments, Assignment:
        assignments_of to |it| [it.decision];
    reports, Report:
        reports_on to |it| [it.on];
    citations, Citation:
        citations_of to |it| [it.requirement],
        citations_by_document to |it| [it.document];
    requirements, Requirement:
        requirements_of to |it| [it.round];
    reviews, Review:
        reviews_on to |it| [it.on];
    notes, AnalysisNote:
        notes_about to |it| it.about.iter().copied();
    activities, Activity:
        activities_about to |it| it.about.iter().copied(),
        activities_after to |it| it.recommendations.iter().copied(),
        activities_of_note to |it| it.notes.iter().copied();
}
