//! Commands about the management cycle, out of dice.

use smotr::domain::activity::*;
use smotr::domain::command::*;
use smotr::domain::cycle::*;
use smotr::domain::cycle_command::*;
use smotr::domain::evidence::*;
use smotr::domain::followup::Addressee;
use smotr::domain::ids::*;
use smotr::domain::record::Key;

use super::Dice;
use crate::support::world::*;

impl Dice<'_> {
    pub(super) fn cycle_command(&mut self) -> Command {
        let command = match self.roll(12) {
            0 | 1 if self.state.sections.is_empty() => self.founded(),
            0 => {
                let from = self.id(&self.state.rounds.clone(), RoundId(77));
                let year = 2026 + self.roll(4) as u16;
                CycleCommand::StartRound { from, year }
            }
            1 => {
                let id = self.id(&self.state.rounds.clone(), RoundId(77));
                CycleCommand::SubmitRound {
                    id,
                    seen: self.rev(Key::Round(id)),
                    on: self.day(),
                    number: self.of(&["15/77", ""]).into(),
                }
            }
            2 => self.requirement(),
            3..=5 => CycleCommand::Cite(vec![CitationDraft {
                requirement: self.any_requirement(),
                document: self.choice(),
                pages: self.of(&["4-17", "", "62"]).into(),
                note: String::new(),
            }]),
            6 => self.step_of_citation(),
            7 => CycleCommand::PutGoal {
                at: self.maybe(&self.state.goals.clone(), Key::Goal, GoalId(77)),
                goal: Goal {
                    direction: self.direction(),
                    text: self.text(),
                    grounds: self.text(),
                    targets: Vec::new(),
                    document: None,
                    retired: self.roll(4) == 0,
                },
                document: (self.roll(2) == 0).then(|| self.choice()),
            },
            8 => CycleCommand::PutNote {
                at: self.maybe(&self.state.notes.clone(), Key::AnalysisNote, NoteId(77)),
                note: AnalysisNote {
                    direction: self.direction(),
                    period: OPEN,
                    on: self.day(),
                    about: vec![cell(RATIO, SCHOOL_1)],
                    findings: self.text(),
                    causes: String::new(),
                    conclusions: self.text(),
                    document: None,
                    retired: self.roll(4) == 0,
                },
                document: None,
            },
            9 | 10 => self.activity(),
            _ => self.review(),
        };
        Command::Cycle(Box::new(command))
    }

    fn founded(&mut self) -> CycleCommand {
        let direction = self.direction();
        let requirement = |order: u32, stage: Stage| Requirement {
            round: RoundId(0),
            stage,
            track: Some(Track::Direction(direction)),
            text: format!("Наличие {order}"),
            order,
            max_points: 1.into(),
            points: None,
            asked: DocumentLevel::Municipal,
            inapplicable: String::new(),
        };
        CycleCommand::Found {
            section: Section {
                code: "2.1".into(),
                title: "Мониторинг руководителей".into(),
                tracks: vec![SectionTrack {
                    track: Track::Direction(direction),
                    title: String::new(),
                    stages: Stage::ALL.to_vec(),
                }],
                retired: false,
            },
            year: 2026,
            requirements: vec![
                requirement(1, Stage::Goals),
                requirement(2, Stage::Analysis),
            ],
        }
    }

    fn direction(&mut self) -> DirectionId {
        let all: Vec<DirectionId> = self.state.directions.keys().map(|it| it.1).collect();
        self.of(&all)
    }

    fn any_requirement(&mut self) -> RequirementId {
        self.id(&self.state.requirements.clone(), RequirementId(77))
    }

    /// A new one, or one that is there with its revision.
    fn maybe<K: Copy + Ord, V>(
        &mut self,
        table: &std::collections::BTreeMap<K, V>,
        key: fn(K) -> Key,
        nowhere: K,
    ) -> Option<(K, Seq)> {
        if self.roll(2) == 0 {
            return None;
        }
        let id = self.id(table, nowhere);
        Some((id, self.rev(key(id))))
    }

    fn requirement(&mut self) -> CycleCommand {
        let id = self.any_requirement();
        let there = self.state.requirements.get(&id);
        let mut requirement = match there {
            Some(it) => it.body.clone(),
            None => Requirement {
                round: RoundId(1),
                stage: Stage::Methods,
                track: None,
                text: self.text(),
                order: 3,
                max_points: 1.into(),
                points: None,
                asked: DocumentLevel::Municipal,
                inapplicable: String::new(),
            },
        };
        requirement.points = self.of(&[None, Some(1.into()), Some(0.into())]);
        CycleCommand::PutRequirement {
            id: (self.roll(3) > 0).then_some(id),
            seen: self.seen(Key::Requirement(id)),
            requirement,
        }
    }

    fn step_of_citation(&mut self) -> CycleCommand {
        let id = self.id(&self.state.citations.clone(), CitationId(77));
        let ids = vec![(id, self.rev(Key::Citation(id)))];
        match self.roll(5) {
            0 => CycleCommand::MoveCitations {
                ids,
                to: self.any_requirement(),
            },
            1 => CycleCommand::CopyCitations {
                ids: vec![id],
                to: vec![self.any_requirement()],
            },
            2 => CycleCommand::RetireCitations {
                ids,
                retired: self.roll(2) == 0,
            },
            3 => CycleCommand::ReplaceDocument {
                from: (self.state.citations.get(&id)).map_or(DocumentId(77), |it| it.document),
                to: self.choice(),
                citations: ids,
                keep_pages: self.roll(2) == 0,
                repealed: None,
            },
            _ => CycleCommand::EditCitation {
                id,
                seen: self.rev(Key::Citation(id)),
                pages: self.of(&["1-2", ""]).into(),
                note: self.text(),
            },
        }
    }

    fn activity(&mut self) -> CycleCommand {
        let state = match self.roll(3) {
            0 => ActivityState::Planned,
            1 => ActivityState::Held,
            _ => ActivityState::Cancelled {
                reason: self.text(),
            },
        };
        let participant = Addressee {
            organisation: self.of(&[SCHOOL_1, SCHOOL_2]),
            person: None,
        };
        let note = self.id(&self.state.notes.clone(), NoteId(77));
        CycleCommand::PutActivity {
            at: self.maybe(
                &self.state.activities.clone(),
                Key::Activity,
                ActivityId(77),
            ),
            activity: Activity {
                kind: ActivityKind::ALL[self.roll(6)],
                title: self.text(),
                period: OPEN,
                direction: (self.roll(2) == 0).then(|| self.direction()),
                from: (self.roll(4) > 0).then(|| self.day()),
                to: None,
                state,
                participants: vec![participant],
                others: String::new(),
                outcome: self.text(),
                documents: Vec::new(),
                notes: if self.state.notes.is_empty() {
                    Vec::new()
                } else {
                    vec![note]
                },
                recommendations: Vec::new(),
                about: Vec::new(),
            },
            documents: if self.roll(2) == 0 {
                vec![self.choice()]
            } else {
                Vec::new()
            },
        }
    }

    fn review(&mut self) -> CycleCommand {
        let on = match self.roll(3) {
            0 => ReviewOn::Activity(self.id(&self.state.activities.clone(), ActivityId(77))),
            1 => ReviewOn::Decision(self.id(&self.state.decisions.clone(), DecisionId(77))),
            _ => ReviewOn::Recommendation(
                self.id(&self.state.recommendations.clone(), RecommendationId(77)),
            ),
        };
        let measured = |period| Measured {
            period,
            number: 5.into(),
        };
        CycleCommand::PutReview {
            at: self.maybe(&self.state.reviews.clone(), Key::Review, ReviewId(77)),
            review: Review {
                on,
                indicator: Some(RATIO),
                before: (self.roll(2) == 0).then(|| measured(CLOSED)),
                after: (self.roll(2) == 0).then(|| measured(OPEN)),
                verdict: Verdict::Partly,
                next: NextStep::Adjust,
                text: self.text(),
                date: self.day(),
                document: None,
            },
            document: None,
        }
    }
}
