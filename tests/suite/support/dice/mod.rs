//! Commands out of dice: what somebody might ask for next, mostly sensible, now and then stale or wrong.

mod cycle;
mod forms;
mod periods;
mod staffing;

use proptest::prelude::*;
use smotr::domain::command::*;
use smotr::domain::followup::*;
use smotr::domain::ids::*;
use smotr::domain::people::*;
use smotr::domain::period::*;
use smotr::domain::record::{Key, Record};
use smotr::domain::state::State;
use smotr::domain::value::*;

use crate::support::world::*;

/// A throw: the seed of all that is picked for one command.
pub type Throw = u64;

/// Throws for a sequence of commands.
pub fn throws(most: usize) -> impl Strategy<Value = Vec<Throw>> {
    proptest::collection::vec(any::<Throw>(), 1..most)
}

/// Reads a throw.
struct Dice<'a> {
    state: &'a State,
    random: fastrand::Rng,
}

impl Dice<'_> {
    fn roll(&mut self, sides: usize) -> usize {
        self.random.usize(0..sides.max(1))
    }

    fn of<T: Clone>(&mut self, options: &[T]) -> T {
        options[self.roll(options.len())].clone()
    }

    /// One of the keys of a table, or now and then one that is not there.
    fn id<K: Copy + Ord, V>(&mut self, table: &std::collections::BTreeMap<K, V>, nowhere: K) -> K {
        let keys: Vec<K> = table.keys().copied().collect();
        if keys.is_empty() || self.roll(16) == 0 {
            nowhere
        } else {
            self.of(&keys)
        }
    }

    fn cell(&mut self) -> Cell {
        let indicator = self.of(&[
            RATIO, RATIO, COUNT, COUNT, EXPERT, CHOICE, SCORE, DELTA, BENCHMARK, MUNICIPAL, RETIRED,
        ]);
        let organisation = self.id(&self.state.organisations.clone(), OrganisationId(77));
        let person = self.of(&[EREMIN, DEMINA, ZIMIN, YASHINA]);
        let subject = match indicator {
            CHOICE | SCORE | DELTA => Subject::Person(person),
            MUNICIPAL => Subject::Municipality,
            _ => Subject::Organisation(organisation),
        };
        Cell {
            period: if self.roll(12) == 0 { CLOSED } else { OPEN },
            indicator,
            subject,
        }
    }

    fn entry(&mut self, indicator: IndicatorId) -> Entry {
        let n = self.roll(14) as i64;
        match (self.roll(9), indicator) {
            (0, _) => Entry::NotApplicable {
                reason: "нет классов".into(),
            },
            (1, _) => Entry::NoData {
                reason: "не передали".into(),
            },
            (2, _) => Entry::Empty,
            (3, RATIO | MUNICIPAL) => Entry::Percent((n * 8).into()),
            (_, RATIO | MUNICIPAL) => Entry::Ratio {
                numerator: n.into(),
                denominator: (n + self.roll(9) as i64).into(),
            },
            (_, CHOICE) => Entry::Choice(n as u8 % 3),
            _ => Entry::Number(n.into()),
        }
    }

    fn seen(&mut self, key: Key) -> Seen {
        match self.roll(12) {
            0 => Seen::Absent,
            1 => Seen::At(Seq(1)),
            _ => seen(self.state, key),
        }
    }

    /// Values that follow a base quantity, now and then.
    fn put_right(&mut self, organisation: OrganisationId) -> Vec<SetValue> {
        if self.roll(2) == 0 {
            return Vec::new();
        }
        let cell = cell(RATIO, organisation);
        let parts = [self.roll(30), self.roll(30)].map(|it| it.to_string());
        vec![SetValue {
            cell,
            seen: self.seen(Key::Value(cell)),
            entry: ratio(&parts[0], &parts[1]),
            note: None,
            source: None,
        }]
    }

    fn rev(&mut self, key: Key) -> Seq {
        match self.seen(key) {
            Seen::At(seq) => seq,
            Seen::Absent => Seq(1),
        }
    }

    fn text(&mut self) -> String {
        let text = match self.roll(20) {
            0 => "",
            1 => "с\u{7}ором",
            2..=9 => "Провести стажировку",
            _ => "Представить план",
        };
        text.into()
    }

    fn day(&mut self) -> chrono::NaiveDate {
        // Mostly between the order and today, so that one thing can follow another.
        let days = if self.roll(3) > 0 {
            19 + self.roll(4)
        } else {
            self.roll(60)
        };
        date("2026-05-01") + chrono::Days::new(days as u64)
    }

    fn due(&mut self) -> Due {
        match self.roll(6) {
            0 => Due::Standing,
            1 => Due::Quarterly(self.roll(30) as u32),
            2 => Due::Monthly(5),
            _ => Due::On(self.day()),
        }
    }

    fn command(&mut self) -> Command {
        match self.roll(27) {
            0..=5 => Command::SetValues(
                (0..1 + self.roll(3))
                    .map(|_| {
                        let cell = self.cell();
                        SetValue {
                            cell,
                            seen: self.seen(Key::Value(cell)),
                            entry: self.entry(cell.indicator),
                            note: (self.roll(2) == 0).then(|| self.text()),
                            source: None,
                        }
                    })
                    .collect(),
            ),
            6 => {
                let cell = self.cell();
                Command::DetailValue {
                    cell,
                    seen: self.seen(Key::Value(cell)),
                    detail: ValueDetail {
                        note: Some(self.text()),
                        evidence: Some(Some(
                            self.id(&self.state.documents.clone(), DocumentId(77)),
                        )),
                        follow_up: Some(self.roll(2) == 0),
                        ..ValueDetail::default()
                    },
                }
            }
            7 | 8 => {
                let shard = self.state.shard(OPEN).unwrap();
                let cells: Vec<Cell> = (shard.columns())
                    .flat_map(|(indicator, column)| {
                        column.keys().map(move |subject| Cell {
                            period: OPEN,
                            indicator,
                            subject: *subject,
                        })
                    })
                    .collect();
                let cell = if cells.is_empty() {
                    self.cell()
                } else {
                    self.of(&cells)
                };
                let step = self.of(&[
                    ValueStep::Submit,
                    ValueStep::Submit,
                    ValueStep::Approve,
                    ValueStep::Return {
                        reason: "проверьте".into(),
                    },
                ]);
                Command::StepValues {
                    cells: vec![(cell, self.rev(Key::Value(cell)))],
                    step,
                }
            }
            9 => {
                let organisation = self.of(&[SCHOOL_1, SCHOOL_2, NURSERY]);
                let seen = self.seen(Key::BaseValue(OPEN, TEACHERS, organisation));
                let number = (self.roll(3) > 0).then(|| (self.roll(40) as i64).into());
                Command::SetBase {
                    period: OPEN,
                    base: TEACHERS,
                    organisation,
                    seen,
                    number,
                    values: self.put_right(organisation),
                }
            }
            10 => Command::SetReference {
                period: OPEN,
                indicator: BENCHMARK,
                seen: self.seen(Key::Reference(OPEN, BENCHMARK)),
                reference: (self.roll(4) > 0).then(|| Reference {
                    number: (self.roll(20) as i64).into(),
                    source: "ФИС ОКО".into(),
                }),
            },
            11 | 12 => Command::Recommend(
                (0..1 + self.roll(2))
                    .map(|_| self.recommendation())
                    .collect(),
            ),
            13 => {
                let id = self.id(&self.state.recommendations.clone(), RecommendationId(77));
                Command::EditRecommendation {
                    id,
                    seen: self.rev(Key::Recommendation(id)),
                    draft: self.recommendation(),
                }
            }
            14 => {
                let id = self.id(&self.state.recommendations.clone(), RecommendationId(77));
                let (on, sent) = (
                    self.day(),
                    Sent {
                        number: "1".into(),
                        date: self.day(),
                    },
                );
                let step = self.of(&[
                    RecommendationStep::Send(sent),
                    RecommendationStep::Control,
                    RecommendationStep::Close {
                        outcome: RecommendationState::NotDone,
                        on,
                    },
                    RecommendationStep::Release {
                        reason: "снято".into(),
                        on,
                    },
                    RecommendationStep::Prolong {
                        to: on,
                        ground: "письмо".into(),
                    },
                    RecommendationStep::Reopen,
                ]);
                Command::StepRecommendations {
                    ids: vec![(id, self.rev(Key::Recommendation(id)))],
                    step,
                }
            }
            15 | 16 => Command::Decide(self.decision(false)),
            17 => {
                let id = self.id(&self.state.decisions.clone(), DecisionId(77));
                Command::EditDecision {
                    id,
                    seen: self.rev(Key::Decision(id)),
                    draft: self.decision(true),
                }
            }
            18 => {
                let id = self.id(&self.state.decisions.clone(), DecisionId(77));
                let choice = self.choice();
                let step = self.of(&[
                    DecisionStep::Sign(choice),
                    DecisionStep::Execute,
                    DecisionStep::Complete,
                    DecisionStep::Cancel {
                        by: "приказ № 1".into(),
                    },
                ]);
                Command::StepDecision {
                    id,
                    seen: self.rev(Key::Decision(id)),
                    step,
                }
            }
            19 => {
                let id = self.id(&self.state.assignments.clone(), AssignmentId(77));
                let on = self.day();
                let step = self.of(&[
                    AssignmentStep::Done { on },
                    AssignmentStep::NotDone,
                    AssignmentStep::Prolong {
                        to: on,
                        ground: "письмо".into(),
                    },
                    AssignmentStep::Release {
                        reason: "снято".into(),
                    },
                    AssignmentStep::Reopen,
                ]);
                Command::StepAssignment {
                    id,
                    seen: self.rev(Key::Assignment(id)),
                    step,
                }
            }
            20 => Command::Report(self.report(true)),
            21 => {
                let id = self.id(&self.state.reports.clone(), ReportId(77));
                Command::EditReport {
                    id,
                    seen: self.rev(Key::Report(id)),
                    draft: self.report(false),
                }
            }
            22 => match self.roll(2) {
                0 => Command::AddDocument(self.document()),
                _ => {
                    let id = self.id(&self.state.documents.clone(), DocumentId(77));
                    Command::EditDocument {
                        id,
                        seen: self.rev(Key::Document(id)),
                        document: self.document(),
                    }
                }
            },
            23 => self.organisation_command(),
            24 => match self.roll(6) {
                3.. => self.period_command(),
                0 => Command::AddPeriod(Period {
                    name: self.text(),
                    kind: PeriodKind::SchoolYear,
                    from: date("2026-09-01"),
                    to: date("2027-08-31"),
                    deadline: None,
                    edition: EDITION,
                    state: PeriodState::Open,
                    exceptions: Vec::new(),
                    locks: false,
                    approved_by: None,
                    events: Vec::new(),
                }),
                1 => Command::EditSettings {
                    seen: self.seen(Key::Settings),
                    settings: Settings {
                        municipality: self.text(),
                        demo: false,
                    },
                },
                _ => {
                    let key = Key::Organisation(OrganisationId(50 + self.roll(5) as u32));
                    Command::Load(vec![(key, Record::Organisation(self.organisation()))])
                }
            },
            25 => self.cycle_command(),
            _ => self.of(&[Command::Undo, Command::Undo, Command::Redo]),
        }
    }

    fn organisation_command(&mut self) -> Command {
        if self.roll(2) == 0 {
            return self.staffing_command();
        }
        let id = self.id(&self.state.organisations.clone(), OrganisationId(77));
        match self.roll(3) {
            0 => Command::AddOrganisation {
                organisation: self.organisation(),
                head: (self.roll(2) == 0).then(|| self.head()),
            },
            1 => Command::EditOrganisation {
                id,
                seen: self.rev(Key::Organisation(id)),
                organisation: self.organisation(),
            },
            _ => {
                let from = self.day();
                let present = (self.state.appointments_of.of(id))
                    .filter(|it| self.state.appointments[it].covers(from));
                let present: Vec<_> = present.collect();
                let seen = present.iter().copied();
                let seen = seen.map(|it| (it, self.rev(Key::Appointment(it))));
                let seen = seen.collect();
                Command::Appoint {
                    organisation: id,
                    head: (self.roll(3) > 0).then(|| self.head()),
                    from,
                    reason: String::new(),
                    seen,
                    absent: present.first().copied().filter(|_| self.roll(2) > 0),
                }
            }
        }
    }
}

/// What the throw asks for in this state, and who asks.
pub fn thrown(state: &State, throw: Throw) -> (UserId, Command) {
    let random = fastrand::Rng::with_seed(throw);
    let mut dice = Dice { state, random };
    let command = dice.command();
    let user = USERS[dice.roll(USERS.len())];
    (user, command)
}
