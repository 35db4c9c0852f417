//! What somebody might do with a period as a whole.

use smotr::domain::collection::*;
use smotr::domain::command::*;
use smotr::domain::ids::*;
use smotr::domain::period::{Exception, Period};
use smotr::domain::record::Key;
use smotr::domain::results::{Objection, ObjectionAnswer, ObjectionOutcome};
use smotr::domain::rule::{Importance, Rule, RuleKind};

use super::Dice;
use crate::support::world::*;

impl Dice<'_> {
    pub(super) fn period_command(&mut self) -> Command {
        let id = self.id(&self.state.periods.clone(), PeriodId(77));
        let seen = self.rev(Key::Period(id));
        let edition = self.of(&[EDITION, EDITION, DRAFT_EDITION]);
        let act = (self.roll(2) == 0).then_some(DocumentChoice::Known(ORDER));
        let reason = self.text();
        match self.roll(15) {
            13 | 14 => self.confirmation(),
            0 => self.edit_period(id, seen),
            1 => Command::MovePeriod(Rebinding {
                id,
                seen,
                edition,
                reason,
                act,
            }),
            2 => Command::Rescore(Rebinding {
                id,
                seen,
                edition,
                reason,
                act,
            }),
            3 => Command::ApproveResults {
                id,
                seen,
                act: DocumentChoice::Known(self.of(&[ORDER, ORDER, LETTER])),
            },
            4 | 5 => self.correction(reason),
            9 | 10 => self.objection_command(),
            11 | 12 => self.collect(),
            _ => Command::StepPeriod {
                id,
                seen,
                step: match self.roll(6) {
                    0 => PeriodStep::Open,
                    1 => PeriodStep::Review,
                    2 => PeriodStep::Reopen { reason },
                    it => PeriodStep::Close { unready: it < 5 },
                },
            },
        }
    }

    fn edit_period(&mut self, id: PeriodId, seen: Seq) -> Command {
        let known = self.state.periods.get(&id).map(|it| it.body.clone());
        let mut period: Period = known.unwrap_or_else(|| self.state.periods[&OPEN].body.clone());
        match self.roll(4) {
            0 => period.name = self.text(),
            1 => period.locks = !period.locks,
            2 => period.deadline = None,
            _ => period.exceptions.push(Exception {
                organisation: SCHOOL_1,
                until: date("2026-07-10"),
                reason: self.text(),
            }),
        }
        Command::EditPeriod { id, seen, period }
    }

    fn objection_command(&mut self) -> Command {
        let cell = self.cell();
        let id = self.id(&self.state.objections.clone(), ObjectionId(77));
        let seen = self.rev(Key::Objection(id));
        let objection = Objection {
            period: OPEN,
            organisation: self.of(&[SCHOOL_1, SCHOOL_2]),
            person: None,
            cell: (self.roll(2) == 0).then_some(cell),
            received: date("2026-05-12"),
            number: self.of(&["415", "12-к", ""]).into(),
            substance: self.text(),
            due: date("2026-05-22"),
            answer: None,
        };
        match self.roll(4) {
            0 => Command::EditObjection {
                id,
                seen,
                objection,
            },
            1 => Command::AnswerObjection {
                id,
                seen,
                answer: ObjectionAnswer {
                    on: date("2026-05-20"),
                    number: String::new(),
                    text: self.text(),
                    outcome: ObjectionOutcome::Rejected,
                },
            },
            _ => Command::AddObjection(objection),
        }
    }

    fn confirmation(&mut self) -> Command {
        let cell = self.cell();
        let rule = self.of(&[RuleKind::Jump, RuleKind::Outlier]);
        let key = Key::Confirmation(cell, rule);
        match self.roll(4) {
            0 => Command::Unconfirm(vec![(cell, rule, self.rev(key))]),
            1 => Command::PutRule(PutRule {
                edition: self.of(&[EDITION, DRAFT_EDITION, DRAFT_EDITION]),
                kind: rule,
                seen: self.seen(Key::Rule(DRAFT_EDITION, rule)),
                rule: Rule {
                    importance: self.of(&Importance::ALL),
                    threshold: Some(self.roll(4).into()),
                    instruction: self.text(),
                },
            }),
            _ => Command::Confirm(Confirm {
                found: vec![Found {
                    cell,
                    rule,
                    seen: self.seen(key),
                    mark: 1,
                }],
                note: self.text(),
            }),
        }
    }

    fn collect(&mut self) -> Command {
        let all = [SCHOOL_1, SCHOOL_2, NURSERY];
        let first = self.roll(3);
        let chosen = &all[first..=first + self.roll(3 - first)];
        let organisations = (chosen.iter())
            .map(|id| (*id, self.seen(Key::Collection(OPEN, *id))))
            .collect();
        let number = "415".to_owned();
        let deed = match self.roll(6) {
            0 => CollectionDeed::Requested { number },
            1 | 2 => CollectionDeed::Received {
                number,
                form: ReceiptForm::File,
            },
            3 => CollectionDeed::Accepted,
            4 => CollectionDeed::Reminded { number },
            _ => CollectionDeed::Returned {
                reason: self.text(),
                until: None,
            },
        };
        let event = CollectionEvent {
            on: self.day(),
            deed,
        };
        let step = match self.roll(6) {
            0 => CollectionStep::TakeBack(event),
            _ => CollectionStep::Note(event),
        };
        Command::Collect(Collecting {
            period: OPEN,
            organisations,
            step,
        })
    }

    fn correction(&mut self, reason: String) -> Command {
        let cell = self.cell();
        Command::CorrectValue {
            set: SetValue {
                cell,
                seen: self.seen(Key::Value(cell)),
                entry: self.entry(cell.indicator),
                note: None,
                source: None,
            },
            reason,
            document: DocumentChoice::Known(ORDER),
        }
    }
}
