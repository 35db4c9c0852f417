//! What the demo's heads have learnt and passed, their contracts, and a small reserve.

use chrono::{Datelike, Months, NaiveDate};

use super::dice::{Dice, day_of, earlier, later, working};
use super::people::People;
use crate::domain::career::{
    Attestation, AttestationOutcome, Candidate, CandidateOutcome, Contract, Qualification,
    QualificationKind,
};
use crate::domain::ids::{AttestationId, CandidateId, ContractId, PersonId, QualificationId};
use crate::domain::people::Appointment;
use crate::domain::record::{Key, Record};

/// Programmes of further training: name, hours.
const PROGRAMMES: [(&str, u32); 4] = [
    ("Управление качеством образования", 72),
    ("Современный менеджмент в образовании", 108),
    ("Внутренняя система оценки качества образования", 36),
    ("Цифровая трансформация школы", 72),
];
const INSTITUTE: &str = "Институт развития образования";
const MANAGEMENT: &str = "Менеджмент в образовании";
const RESERVE: &str = "Школа резерва руководителей";

/// The day on which the demo is looked at.
fn today() -> NaiveDate {
    day_of(2026, 5, 23)
}

/// The records, drawn for those who are in office, and those of the reserve.
pub(super) fn records(seed: u64, people: &People) -> Vec<(Key, Record)> {
    let mut out = Vec::new();
    let mut numbers = (0..).map(|it: u32| it + 1);
    let in_office: Vec<&Appointment> = people.in_office(today()).collect();
    let mut known = std::collections::BTreeSet::new();
    for it in &in_office {
        // Who heads two organisations has learnt everything once.
        let is_new = known.insert(it.person);
        let mut dice = Dice::of(seed, &[7, it.person.0.into()]);
        let number = numbers.next().unwrap_or_default();
        let all = of_head(it, number, &mut dice);
        out.extend(
            all.into_iter()
                .filter(|(key, _)| is_new || matches!(key, Key::Contract(_))),
        );
    }
    out.extend(reserve(seed, people, &in_office));
    out
}

fn of_head(it: &Appointment, number: u32, dice: &mut Dice) -> Vec<(Key, Record)> {
    let mut out = Vec::new();
    let (title, hours) = dice.pick(&PROGRAMMES).copied().unwrap_or((MANAGEMENT, 250));
    let issued = working(dice.day(day_of(2022, 9, 1), 1_300));
    let course = Qualification {
        person: it.person,
        kind: QualificationKind::Course,
        title: title.to_owned(),
        institution: INSTITUTE.to_owned(),
        hours: Some(hours),
        issued,
        until: issued.with_year(issued.year() + 3),
        paper: format!("удостоверение № {}-{}", 6_700 + number, issued.year() % 100),
    };
    let retrained = working(later(earlier(it.from, 400), 30));
    let retraining = Qualification {
        kind: QualificationKind::Retraining,
        title: MANAGEMENT.to_owned(),
        hours: Some(250),
        issued: retrained,
        until: None,
        paper: format!("диплом № {}", 1_100 + number),
        ..course.clone()
    };
    for (n, it) in [course, retraining].into_iter().enumerate() {
        let id = QualificationId(number * 2 - 1 + u32::try_from(n).unwrap_or_default());
        out.push((Key::Qualification(id), Record::Qualification(it)));
    }
    // Whoever has been in office for longer than it holds has passed it again.
    let first = later(it.from, dice.whole(20, 300));
    let again = |it: &NaiveDate| it.checked_add_months(Months::new(60));
    let passed = std::iter::successors(Some(first), again).map(working);
    let held = passed.take_while(|it| *it < today()).last();
    let held = held.unwrap_or(working(first));
    if held < today() {
        let outcome = match dice.chance(850) {
            true => AttestationOutcome::Fit,
            false => AttestationOutcome::FitWithAdvice,
        };
        let attestation = Attestation {
            person: it.person,
            candidate: false,
            held,
            outcome,
            until: held.with_year(held.year() + 5),
            act: None,
        };
        out.push((
            Key::Attestation(AttestationId(number)),
            Record::Attestation(attestation),
        ));
    }
    let contract = Contract {
        person: it.person,
        organisation: it.organisation,
        number: format!("{}-р", 40 + number),
        from: it.from,
        until: it.contract_until,
    };
    out.push((
        Key::Contract(ContractId(number)),
        Record::Contract(contract),
    ));
    out
}

/// The reserve: candidates each guided by a head in office.
fn reserve(seed: u64, people: &People, heads: &[&Appointment]) -> Vec<(Key, Record)> {
    let mut dice = Dice::of(seed, &[8]);
    let mut out = Vec::new();
    for (n, person) in (1..).zip(people.candidates()) {
        let from = day_of(2023, 6, 20);
        let outcome = match n {
            3 => CandidateOutcome::Trained {
                on: day_of(2025, 12, 19),
            },
            5 => CandidateOutcome::Excluded {
                on: day_of(2026, 2, 2),
                reason: "личное заявление".to_owned(),
            },
            _ => CandidateOutcome::InReserve,
        };
        let mentor: Option<PersonId> = dice.pick(heads).map(|it| it.person);
        let candidate = Candidate {
            person: *person,
            post: "директор".to_owned(),
            organisation: match n % 2 {
                0 => dice.pick(heads).map(|it| it.organisation),
                _ => None,
            },
            ground: None,
            from,
            until: Some(match n {
                1 => day_of(2026, 6, 19),
                _ => day_of(2027, 6, 19),
            }),
            programme: RESERVE.to_owned(),
            mentor,
            outcome,
        };
        out.push((Key::Candidate(CandidateId(n)), Record::Candidate(candidate)));
    }
    out
}
