//! What a department has on its table besides figures: objections of heads, a value that was put right after its year was closed, a school
//! that was merged, a head who is away, and the marks of schools.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::dice::{day_of, later, working};
use super::editions::paper;
use super::values;
use super::world::{Diary, LAST_YEAR, School, World};
use crate::domain::evidence::DocumentKind;
use crate::domain::ids::{DocumentId, IndicatorId, ObjectionId, OrganisationId, PeriodId};
use crate::domain::people::{FlagKind, Organisation, OrganisationFlag, StandingReason};
use crate::domain::period::Period;
use crate::domain::record::{Key, Record};
use crate::domain::results::{Correction, Objection, ObjectionAnswer, ObjectionOutcome};
use crate::domain::value::{Cell, Entry, Subject, ValueState};

/// What the school that is no more was merged into.
const INTO: OrganisationId = OrganisationId(14);
/// The school whose head is away, so that somebody is acting beside.
pub(super) const AWAY: u32 = 60;
/// The indicators of the eleventh classes.
const SENIOR: [IndicatorId; 2] = [IndicatorId(14), IndicatorId(15)];

/// What schools are marked as, and why something does not apply to them.
pub(super) fn mark(number: u32, it: &mut Organisation) {
    let flag = |kind, from, to| OrganisationFlag {
        kind,
        from,
        to,
        note: "приказ управления образования".to_owned(),
    };
    let listed = day_of(LAST_YEAR - 1, 9, 2);
    match number {
        3 | 11 => it.flags.push(flag(FlagKind::LowResults, listed, None)),
        19 => {
            let until = Some(day_of(LAST_YEAR, 8, 29));
            it.flags.push(flag(FlagKind::LowResults, listed, until));
            let since = day_of(LAST_YEAR, 9, 1);
            it.flags
                .push(flag(FlagKind::AdverseConditions, since, None));
        }
        49 => it.standing.push(StandingReason {
            reason: "нет 11 классов".to_owned(),
            indicators: SENIOR.to_vec(),
            from: None,
            to: None,
        }),
        _ => {}
    }
}

/// The school that is no more, as of the last day of the first year.
pub(super) fn merge(school: &mut School, last: NaiveDate, act: DocumentId) {
    school.organisation.closed = Some(last);
    school.organisation.closed_by = Some(act);
    school.organisation.merged_into = Some(INTO);
}

/// Notes the objections to the results of the year before and to this year's figures, and what was put right.
pub(super) fn note(world: &World, id: PeriodId, diary: &mut Diary) {
    let before = PeriodId(id.0.saturating_sub(1));
    let past = world.periods.iter().find(|(it, _)| *it == before);
    if let Some((_, past)) = past {
        answered(world, (before, past), diary);
    }
    let open = objection(
        world,
        (id, 14, "6.3"),
        day_of(LAST_YEAR + 1, 5, 18),
        "Двое педагогов приняты в апреле, и по состоянию на май доля педагогов до 35 лет выше внесённой. Прошу уточнить день, на который берётся число.",
    );
    if let Some(it) = open {
        let (on, by) = (it.received, world.head());
        diary.note(
            on,
            by,
            Key::Objection(ObjectionId(3)),
            Record::Objection(it),
        );
    }
}

/// What came in after the results of a year: granted with a correction, and rejected.
fn answered(world: &World, past: (PeriodId, &Period), diary: &mut Diary) {
    // By the end of March everything that followed from that year is done, and its results are known.
    let received = working(later(past.1.to, 206));
    let granted = objection(
        world,
        (past.0, 5, "6.2"),
        received,
        "Не учтены педагоги, получившие категорию в июне: приказы Департамента от 25 июня приложены.",
    );
    let rejected = objection(
        world,
        (past.0, 22, "1.2"),
        later(received, 3),
        "Жалоба рассмотрена в пользу организации, прошу её не считать.",
    );
    if let Some(it) = granted {
        corrected(world, &it, later(received, 10), diary);
        let answer = ObjectionAnswer {
            on: later(received, 10),
            number: "02-11/871".to_owned(),
            text: "Сведения проверены, значение исправлено приказом.".to_owned(),
            outcome: ObjectionOutcome::Granted,
        };
        told(world, 1, it, answer, diary);
    }
    if let Some(it) = rejected {
        let answer = ObjectionAnswer {
            on: later(received, 14),
            number: "02-11/880".to_owned(),
            text: "Жалоба признана обоснованной частично; методика считает и такие.".to_owned(),
            outcome: ObjectionOutcome::Rejected,
        };
        told(world, 2, it, answer, diary);
    }
}

/// An objection as it came in, and as it was answered.
fn told(world: &World, n: u32, it: Objection, answer: ObjectionAnswer, diary: &mut Diary) {
    let (on, received) = (answer.on, it.received);
    let closed = Objection {
        answer: Some(answer),
        ..it.clone()
    };
    let by = world.head();
    diary.story(
        Key::Objection(ObjectionId(n)),
        vec![
            (received, by, Record::Objection(it)),
            (on, by, Record::Objection(closed)),
        ],
    );
}

fn objection(
    world: &World,
    (period, school, code): (PeriodId, u32, &str),
    received: NaiveDate,
    substance: &str,
) -> Option<Objection> {
    let organisation = OrganisationId(school);
    world.schools.iter().find(|it| it.id == organisation)?;
    let (indicator, _) = world.indicator(code)?;
    Some(Objection {
        period,
        organisation,
        person: world.people.head_on(organisation, received),
        cell: Some(Cell {
            period,
            indicator,
            subject: Subject::Organisation(organisation),
        }),
        received,
        number: (300 + school).to_string(),
        substance: substance.to_owned(),
        due: later(received, 30),
        answer: None,
    })
}

/// The value that an objection was right about, as it became.
fn corrected(world: &World, it: &Objection, on: NaiveDate, diary: &mut Diary) {
    let Some(cell) = it.cell else { return };
    let Some(before) = values::value_of(world, cell) else {
        return;
    };
    let Entry::Ratio {
        numerator,
        denominator,
    } = before.entry
    else {
        return;
    };
    let more = (numerator + Decimal::from(3)).min(denominator);
    if more == numerator {
        return;
    }
    let by = world.head();
    let document = world.own_document(1);
    let order = paper(
        (DocumentKind::Order, "398-од"),
        on,
        "Об исправлении итогов мониторинга",
    );
    let mut after = before.clone();
    after.entry = Entry::Ratio {
        numerator: more,
        denominator,
    };
    after.entered_by = by;
    after.state = ValueState::Approved;
    let (was, source) = (before.entry.clone(), before.source.clone());
    diary.note(on, by, Key::Document(document), Record::Document(order));
    diary.change(
        on,
        by,
        Key::Value(cell),
        (Record::Value(before), Record::Value(after)),
    );
    let correction = Correction {
        was,
        source,
        reason: "возражение руководителя: не учтены приказы от 25 июня".to_owned(),
        document,
    };
    diary.note(
        on,
        by,
        Key::Correction(cell),
        Record::Correction(correction),
    );
}
