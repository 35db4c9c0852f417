//! The links of a chain that belong to the cycle: notes of analysis, measures, reviews of effect.

use chrono::NaiveDate;

use super::{Chain, Gap, Place, What, rank};
use crate::analysis::cycle::is_reviewed;
use crate::analysis::related;
use crate::domain::activity::{ActivityState, ReviewOn};
use crate::domain::ids::{
    ActivityId, NoteId, OrganisationId, PeriodId, RecommendationId, ReviewId,
};
use crate::domain::record::Key;
use crate::domain::value::Cell;

impl Chain<'_> {
    /// The days on which notes about a value were written.
    pub(super) fn noted_on(&self, cell: Cell) -> Vec<NaiveDate> {
        let notes = self.state.notes_about.of(cell);
        notes
            .filter_map(|it| self.state.notes.get(&it).map(|it| it.on))
            .collect()
    }

    /// Notes about a value.
    pub(super) fn notes(&mut self, cell: Cell, under: Key) {
        let notes: Vec<NoteId> = self.state.notes_about.of(cell).collect();
        for id in notes {
            let key = Key::AnalysisNote(id);
            let Some(on) = self
                .state
                .notes
                .get(&id)
                .filter(|it| !it.retired)
                .map(|it| it.on)
            else {
                continue;
            };
            if !self.tell(key) {
                continue;
            }
            let place = Place::on(Some(on), rank::NOTE, id.0);
            self.push(place, Some(on), What::Note(id), Some(under));
            let after: Vec<ActivityId> = self.state.activities_of_note.of(id).collect();
            for id in after {
                self.activity(id, Some(key));
            }
        }
    }

    /// Measures that name a value.
    pub(super) fn activities_about(&mut self, cell: Cell, under: Key) {
        let all: Vec<ActivityId> = self.state.activities_about.of(cell).collect();
        for id in all {
            self.activity(id, Some(under));
        }
    }

    /// Measures that follow a recommendation.
    pub(super) fn activities_after(&mut self, id: RecommendationId, under: Key) {
        let all: Vec<ActivityId> = self.state.activities_after.of(id).collect();
        for id in all {
            self.activity(id, Some(under));
        }
    }

    /// Measures of a period in which the head of an organisation takes part.
    pub(super) fn activities_of(&mut self, organisation: OrganisationId, period: PeriodId) {
        for id in related::activities_of(self.state, organisation, period) {
            self.activity(id, None);
        }
    }

    fn activity(&mut self, id: ActivityId, under: Option<Key>) {
        let key = Key::Activity(id);
        let Some(it) = self.state.activities.get(&id) else {
            return;
        };
        if !self.tell(key) {
            return;
        }
        let day = it.from.or_else(|| self.stamped(key));
        let held = it.state == ActivityState::Held;
        let place = Place::on(day, rank::ACTIVITY, id.0);
        self.push(place, day, What::Activity(id), under);
        let on = ReviewOn::Activity(id);
        if held && !is_reviewed(self.state, on) {
            self.gap(place, Gap::NoReview(on), key);
        }
        self.reviews(on, key, place);
    }

    /// Reviews of something.
    pub(super) fn reviews(&mut self, on: ReviewOn, under: Key, after: Place) {
        let all: Vec<ReviewId> = self.state.reviews_on.of(on).collect();
        for id in all {
            let day = self.state.reviews.get(&id).map(|it| it.date);
            let place = Place {
                // A review never stands before what it judges.
                day: day.unwrap_or(after.day).max(after.day),
                rank: rank::REVIEW,
                id: id.0,
                gap: false,
                ..after
            };
            self.push(place, day, What::Review(id), Some(under));
        }
    }
}
