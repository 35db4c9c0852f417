//! Forms out of dice.

use smotr::domain::command::*;
use smotr::domain::evidence::Document;
use smotr::domain::followup::*;
use smotr::domain::ids::*;
use smotr::domain::people::*;
use smotr::domain::record::Key;

use super::Dice;
use crate::support::world::*;

impl Dice<'_> {
    pub(super) fn addressee(&mut self) -> Addressee {
        self.of(&[
            Addressee {
                organisation: SCHOOL_1,
                person: Some(DEMINA),
            },
            Addressee {
                organisation: SCHOOL_2,
                person: Some(ZIMIN),
            },
            Addressee {
                organisation: NURSERY,
                person: None,
            },
        ])
    }

    pub(super) fn recommendation(&mut self) -> RecommendationDraft {
        RecommendationDraft {
            addressees: (0..self.roll(8).min(2)).map(|_| self.addressee()).collect(),
            period: self.of(&[OPEN, CLOSED]),
            ground: (self.roll(2) == 0).then(|| self.cell()),
            text: self.text(),
            expected: String::new(),
            due: self.due(),
        }
    }

    pub(super) fn document(&mut self) -> Document {
        Document {
            date: (self.roll(4) > 0).then(|| self.day()),
            number: self.of(&["259/1", "570-адм", ""]).into(),
            title: self.text(),
            ..order()
        }
    }

    pub(super) fn choice(&mut self) -> DocumentChoice {
        match self.roll(4) {
            0 => DocumentChoice::New(self.document()),
            1 => DocumentChoice::Known(self.id(&self.state.documents.clone(), DocumentId(77))),
            _ => DocumentChoice::Known(ORDER),
        }
    }

    pub(super) fn executor(&mut self) -> Executor {
        match self.roll(4) {
            0 => Executor::Head(self.addressee()),
            1 => Executor::User(BELOVA),
            2 => Executor::Post("методический центр".into()),
            _ => Executor::Group(vec![SCHOOL_1, NURSERY]),
        }
    }

    pub(super) fn decision(&mut self, edits: bool) -> DecisionDraft {
        let assignments = (0..self.roll(3))
            .map(|n| {
                let id = self.id(&self.state.assignments.clone(), AssignmentId(77));
                AssignmentDraft {
                    edits: (edits && self.roll(2) == 0)
                        .then(|| (id, self.rev(Key::Assignment(id)))),
                    number: format!("{}.{n}", self.roll(5)),
                    text: self.text(),
                    executors: vec![self.executor()],
                    due: self.due(),
                }
            })
            .collect();
        let recommendation = self.id(&self.state.recommendations.clone(), RecommendationId(77));
        DecisionDraft {
            title: self.text(),
            period: OPEN,
            grounds: vec![self.cell()],
            recommendations: if self.roll(2) == 0 {
                vec![recommendation]
            } else {
                Vec::new()
            },
            reason: "Доля ниже порога".into(),
            document: (self.roll(3) > 0).then(|| self.choice()),
            control: String::new(),
            assignments,
        }
    }

    pub(super) fn report(&mut self, closes: bool) -> ReportDraft {
        let assignment = self.id(&self.state.assignments.clone(), AssignmentId(77));
        let recommendation = self.id(&self.state.recommendations.clone(), RecommendationId(77));
        let (on, key, outcome) = if self.roll(2) == 0 {
            (
                ReportOn::Assignment(assignment),
                Key::Assignment(assignment),
                Outcome::AssignmentDone,
            )
        } else {
            let done = Outcome::Recommendation(RecommendationState::Done);
            (
                ReportOn::Recommendation(recommendation),
                Key::Recommendation(recommendation),
                done,
            )
        };
        ReportDraft {
            on,
            executor: (self.roll(2) == 0).then_some(0),
            date: self.day(),
            number: String::new(),
            text: self.text(),
            document: (self.roll(3) == 0).then(|| self.choice()),
            closes: (closes && self.roll(2) == 0).then(|| (outcome, self.rev(key))),
        }
    }

    pub(super) fn head(&mut self) -> NewHead {
        let new = Person {
            surname: "Щукина".into(),
            given: "Вера".into(),
            patronymic: String::new(),
        };
        NewHead {
            person: if self.roll(2) == 0 {
                PersonChoice::New(new)
            } else {
                PersonChoice::Known(self.id(&self.state.persons.clone(), PersonId(77)))
            },
            kind: AppointmentKind::Permanent,
            from: self.day(),
            to: None,
            act: None,
        }
    }

    pub(super) fn organisation(&mut self) -> Organisation {
        let number = 1 + self.roll(6) as u32;
        Organisation {
            kind: OrganisationKind::School,
            number: Some(number),
            name: format!("СШ № {number}"),
            full_name: String::new(),
            opened: None,
            closed: None,
            closed_by: None,
            merged_into: None,
            flags: Vec::new(),
            standing: Vec::new(),
        }
    }
}
