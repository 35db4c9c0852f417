//! Steps of recommendations, decisions and assignments: which are possible now, and what each asks for.
//!
//! What is possible is asked of the rules themselves, with fields filled in so that only the state and the rights can refuse.

use chrono::NaiveDate;

use crate::analysis::results::RECKON;
use crate::domain::command::{
    AssignmentStep, Command, DecisionStep, DocumentChoice, RecommendationStep,
};
use crate::domain::decide::{Actor, decide};
use crate::domain::evidence::{Document, DocumentKind, DocumentLevel, DocumentStatus};
use crate::domain::followup::{RecommendationState, Sent};
use crate::domain::ids::Seq;
use crate::domain::record::Key;
use crate::domain::refusal::Refusal;
use crate::locale::Phrase;
use crate::tui::app::App;

/// A step of a recommendation, a decision or an assignment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Направить.
    Send,
    /// Взять на контроль.
    Control,
    /// Выполнена, исполнено.
    Done,
    /// Выполнена частично.
    PartlyDone,
    /// Не выполнена, не исполнено.
    NotDone,
    /// Продлить.
    Prolong,
    /// Снять с контроля.
    Release,
    /// Вернуть на контроль.
    Reopen,
    /// Подписать.
    Sign,
    /// Начать исполнение.
    Execute,
    /// Исполнено.
    Complete,
    /// Отменить.
    Cancel,
}

/// What a step may need.
#[derive(Clone, Debug, PartialEq)]
pub struct Input {
    /// The day, or the new date.
    pub date: NaiveDate,
    /// Исходящий №.
    pub number: String,
    /// Reason, ground, or the act that cancels.
    pub text: String,
    /// The act.
    pub document: Option<DocumentChoice>,
}

impl Step {
    /// The steps that there are for a kind of record, in the order they follow each other.
    #[must_use]
    pub fn all(key: Key) -> &'static [Step] {
        match key {
            Key::Recommendation(_) => &[
                Step::Send,
                Step::Control,
                Step::Done,
                Step::PartlyDone,
                Step::NotDone,
                Step::Prolong,
                Step::Release,
                Step::Reopen,
            ],
            Key::Decision(_) => &[Step::Sign, Step::Execute, Step::Complete, Step::Cancel],
            Key::Assignment(_) => &[
                Step::Done,
                Step::NotDone,
                Step::Prolong,
                Step::Release,
                Step::Reopen,
            ],
            _ => &[],
        }
    }

    /// A stable name: unfinished input is kept under it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Step::Send => "send",
            Step::Control => "control",
            Step::Done => "done",
            Step::PartlyDone => "partly-done",
            Step::NotDone => "not-done",
            Step::Prolong => "prolong",
            Step::Release => "release",
            Step::Reopen => "reopen",
            Step::Sign => "sign",
            Step::Execute => "execute",
            Step::Complete => "complete",
            Step::Cancel => "cancel",
        }
    }

    /// The verb of the step.
    #[must_use]
    pub fn title(self, key: Key) -> Phrase {
        let assignment = matches!(key, Key::Assignment(_));
        match self {
            Step::Send => Phrase::StepSend,
            Step::Control => Phrase::StepControl,
            Step::Done if assignment => Phrase::StepAssignmentDone,
            Step::Done => Phrase::StepDone,
            Step::PartlyDone => Phrase::StepPartlyDone,
            Step::NotDone if assignment => Phrase::StepAssignmentNotDone,
            Step::NotDone => Phrase::StepNotDone,
            Step::Prolong => Phrase::StepProlong,
            Step::Release => Phrase::StepRelease,
            Step::Reopen => Phrase::StepReopen,
            Step::Sign => Phrase::StepSign,
            Step::Execute => Phrase::StepExecute,
            Step::Complete => Phrase::StepComplete,
            Step::Cancel => Phrase::StepCancel,
        }
    }

    /// The state that the step leads to; `None` where it only moves a term.
    #[must_use]
    pub fn leads_to(self, key: Key) -> Option<Phrase> {
        let assignment = matches!(key, Key::Assignment(_));
        Some(match self {
            Step::Send => Phrase::RecommendationSent,
            Step::Control => Phrase::RecommendationControlled,
            Step::Reopen if assignment => Phrase::AssignmentControlled,
            Step::Reopen => Phrase::RecommendationControlled,
            Step::Release if assignment => Phrase::AssignmentReleased,
            Step::Release => Phrase::RecommendationReleased,
            Step::Sign => Phrase::DecisionSigned,
            Step::Execute => Phrase::DecisionInExecution,
            Step::Complete => Phrase::DecisionExecuted,
            Step::Cancel => Phrase::DecisionCancelled,
            Step::Done | Step::PartlyDone | Step::NotDone | Step::Prolong => return None,
        })
    }

    /// Whether the step asks for anything.
    #[must_use]
    pub fn asks(self, key: Key) -> bool {
        let assignment = matches!(key, Key::Assignment(_));
        match self {
            Step::Control | Step::Reopen | Step::Execute | Step::Complete => false,
            Step::NotDone => !assignment,
            _ => true,
        }
    }

    /// The command of the step; `None` where there is no such step.
    #[must_use]
    pub fn command(self, key: Key, seen: Seq, input: &Input) -> Option<Command> {
        let (text, on) = (input.text.clone(), input.date);
        Some(match key {
            Key::Recommendation(id) => Command::StepRecommendations {
                ids: vec![(id, seen)],
                step: self.of_recommendation(input)?,
            },
            Key::Decision(id) => Command::StepDecision {
                id,
                seen,
                step: match self {
                    Step::Sign => DecisionStep::Sign(input.document.clone()?),
                    Step::Execute => DecisionStep::Execute,
                    Step::Complete => DecisionStep::Complete,
                    Step::Cancel => DecisionStep::Cancel { by: text },
                    _ => return None,
                },
            },
            Key::Assignment(id) => Command::StepAssignment {
                id,
                seen,
                step: match self {
                    Step::Done => AssignmentStep::Done { on },
                    Step::NotDone => AssignmentStep::NotDone,
                    Step::Prolong => AssignmentStep::Prolong {
                        to: on,
                        ground: text,
                    },
                    Step::Release => AssignmentStep::Release { reason: text },
                    Step::Reopen => AssignmentStep::Reopen,
                    _ => return None,
                },
            },
            _ => return None,
        })
    }

    fn of_recommendation(self, input: &Input) -> Option<RecommendationStep> {
        let (text, on) = (input.text.clone(), input.date);
        let close = |outcome| RecommendationStep::Close { outcome, on };
        Some(match self {
            Step::Send => RecommendationStep::Send(Sent {
                number: input.number.clone(),
                date: on,
            }),
            Step::Control => RecommendationStep::Control,
            Step::Done => close(RecommendationState::Done),
            Step::PartlyDone => close(RecommendationState::PartlyDone),
            Step::NotDone => close(RecommendationState::NotDone),
            Step::Prolong => RecommendationStep::Prolong {
                to: on,
                ground: text,
            },
            Step::Release => RecommendationStep::Release { reason: text, on },
            Step::Reopen => RecommendationStep::Reopen,
            _ => return None,
        })
    }

    /// What would be refused whatever is typed: `Ok` if the step can be taken now.
    fn tried(self, app: &App, key: Key) -> Result<(), Refusal> {
        let state = app.state();
        let missing = || Refusal::Missing { key };
        let seen = state.stamp(key).ok_or_else(missing)?.rev;
        let today = app.now.today;
        // Dates that no term and no act can speak against.
        let (first, last) = (NaiveDate::MIN, NaiveDate::MAX);
        let date = match self {
            Step::Send | Step::Sign => first,
            Step::Prolong => last,
            _ => today,
        };
        let document = Document {
            kind: DocumentKind::Order,
            issuer: String::new(),
            level: DocumentLevel::Municipal,
            date: Some(first),
            number: "1".to_owned(),
            title: String::new(),
            redaction: None,
            status: DocumentStatus::InForce,
            link: String::new(),
        };
        let input = Input {
            date,
            number: "1".to_owned(),
            text: "а".to_owned(),
            document: Some(DocumentChoice::New(document)),
        };
        let command = self.command(key, seen, &input).ok_or_else(missing)?;
        decide(state, &Actor { user: app.user }, &command, app.now, RECKON).map(|_| ())
    }
}

/// The steps that can be taken now, in their order.
///
/// # Errors
/// If there is none: why the last one tried was refused.
pub fn possible(app: &App, key: Key) -> Result<Vec<Step>, Refusal> {
    let mut found = Vec::new();
    let mut why = Refusal::WrongState { key };
    for step in Step::all(key) {
        match step.tried(app, key) {
            Ok(()) => found.push(*step),
            Err(refusal @ Refusal::Denied { .. }) => why = refusal,
            Err(_) => {}
        }
    }
    if found.is_empty() {
        Err(why)
    } else {
        Ok(found)
    }
}

/// Whether a step can be taken now.
///
/// # Errors
/// Why not.
pub fn is_possible(app: &App, key: Key, step: Step) -> Result<(), Refusal> {
    if Step::all(key).contains(&step) {
        step.tried(app, key)
    } else {
        Err(Refusal::WrongState { key })
    }
}
