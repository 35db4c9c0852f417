//! Commands about who works where, out of dice.

use smotr::domain::alias::{Alias, Means};
use smotr::domain::brought::BroughtFile;
use smotr::domain::career::*;
use smotr::domain::catalogue::BaseQuantity;
use smotr::domain::command::*;
use smotr::domain::ids::*;
use smotr::domain::people::*;
use smotr::domain::record::Key;
use smotr::domain::staffing::*;

use super::Dice;
use crate::support::world::*;

impl Dice<'_> {
    pub(super) fn staffing_command(&mut self) -> Command {
        let term = self.id(&self.state.appointments.clone(), AppointmentId(77));
        match self.roll(8) {
            0 => Command::AddAppointment(self.appointment()),
            1 => Command::EditAppointment {
                id: term,
                seen: self.rev(Key::Appointment(term)),
                draft: self.appointment(),
            },
            2 => Command::RemoveAppointment {
                id: term,
                seen: self.rev(Key::Appointment(term)),
            },
            3 => self.closing(),
            4 => {
                let id = self.of(&[EREMIN, DEMINA, PersonId(77)]);
                Command::EditPerson {
                    id,
                    seen: self.rev(Key::Person(id)),
                    person: Person {
                        surname: self.text(),
                        given: String::new(),
                        patronymic: String::new(),
                    },
                }
            }
            5 => {
                let key = Key::Candidate(self.id(&self.state.candidates.clone(), CandidateId(77)));
                let at = (self.roll(2) == 0).then(|| (key, self.rev(key)));
                let draft = (self.roll(4) > 0).then(|| self.career());
                Command::SetCareer { at, draft }
            }
            6 if self.roll(2) == 0 => {
                let name = Alias {
                    text: self.of(&["гимназия", "школа 2", ""]).into(),
                    means: Means::Organisation(self.of(&[SCHOOL_1, SCHOOL_2, NURSERY])),
                };
                let file = BroughtFile {
                    digest: [self.of(&[1, 2]); 16],
                    name: self.of(&["свод.csv", "СШ 12.xlsx", ""]).into(),
                    values: 1,
                    form: None,
                };
                let there = self.state.aliases.values().find(|it| it.text == name.text);
                let seen = match there {
                    Some(there) if self.roll(4) > 0 => Seen::At(there.stamp.rev),
                    _ => Seen::Absent,
                };
                Command::TakeIn(Intake {
                    values: self.put_right(SCHOOL_1),
                    names: vec![(seen, name)],
                    files: vec![file],
                    ..Intake::default()
                })
            }
            6 => Command::TakeIn(Intake {
                careers: vec![(None, self.career()), (None, self.career())],
                ..Intake::default()
            }),
            _ => {
                let id = self.id(&self.state.base_quantities.clone(), BaseQuantityId(77));
                let quantity = BaseQuantity {
                    title: self.of(&["Ставки", "Классы", ""]).into(),
                    unit: "чел.".into(),
                    whole: self.roll(2) == 0,
                    retired: self.roll(2) == 0,
                };
                match self.roll(2) {
                    0 => Command::AddBaseQuantity(quantity),
                    _ => Command::EditBaseQuantity {
                        id,
                        seen: self.rev(Key::BaseQuantity(id)),
                        quantity,
                    },
                }
            }
        }
    }

    fn appointment(&mut self) -> AppointmentDraft {
        let head = self.head();
        AppointmentDraft {
            organisation: self.id(&self.state.organisations.clone(), OrganisationId(77)),
            person: head.person,
            kind: head.kind,
            from: head.from,
            to: (self.roll(3) > 0).then(|| self.day()),
            act: (self.roll(3) == 0).then(|| self.choice()),
            contract_until: None,
            end_reason: self.text(),
        }
    }

    fn closing(&mut self) -> Command {
        let id = self.id(&self.state.organisations.clone(), OrganisationId(77));
        let heads: Vec<_> = self.state.appointments_of.of(id).collect();
        Command::CloseOrganisation {
            id,
            seen: self.rev(Key::Organisation(id)),
            organisation: Organisation {
                closed: (self.roll(6) > 0).then(|| self.day()),
                merged_into: (self.roll(2) == 0).then(|| self.of(&[SCHOOL_1, SCHOOL_2, NURSERY])),
                ..self.organisation()
            },
            closing: Closing {
                act: (self.roll(2) == 0).then(|| self.choice()),
                reason: self.text(),
                heads: (heads.into_iter())
                    .map(|it| (it, self.rev(Key::Appointment(it))))
                    .collect(),
            },
        }
    }

    fn career(&mut self) -> CareerDraft {
        CareerDraft {
            person: self.head().person,
            document: (self.roll(2) == 0).then(|| self.choice()),
            mentor: (self.roll(2) == 0).then(|| self.head().person),
            career: Career::Candidate(Candidate {
                person: EREMIN,
                post: "директор".into(),
                organisation: None,
                ground: None,
                from: self.day(),
                until: (self.roll(2) == 0).then(|| self.day()),
                programme: self.text(),
                mentor: None,
                outcome: CandidateOutcome::InReserve,
            }),
        }
    }
}
