//! Reviews in the demo: what was done the year before, held against this year's numbers.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::cycle::{Noted, free};
use super::dice::earlier;
use super::followup::Followup;
use super::values::{self, TOLD};
use super::world::{Diary, World};
use crate::domain::activity::{Measured, NextStep, Review, ReviewOn, Verdict};
use crate::domain::ids::{
    ActivityId, DecisionId, IndicatorId, PeriodId, RecommendationId, ReviewId,
};
use crate::domain::number::round;
use crate::domain::record::{Key, Record};
use crate::domain::value::{Cell, Entry, Subject};

/// The number in which the effect of the year's internship is seen.
const SEEN_IN: &str = "2.3";

/// What one period leaves to be judged in the next.
#[derive(Default)]
pub(super) struct Left {
    pub(super) period: Option<PeriodId>,
    pub(super) internship: Option<ActivityId>,
    pub(super) told: Option<RecommendationId>,
    pub(super) executed: Option<DecisionId>,
    pub(super) notes: Vec<Noted>,
}

/// What was done the year before, held against this year's numbers.
pub(super) fn reviews(it: &mut Followup<'_>, left: &Left, diary: &mut Diary) {
    let Some(before) = left.period else {
        return;
    };
    let told = it.world.indicator(TOLD.1).map(|it| (it.0, it.1.decimals));
    let seen = it.world.indicator(SEEN_IN).map(|it| (it.0, it.1.decimals));
    let school = |world: &World, period, indicator, diary: &Diary| {
        let cell = Cell {
            period,
            indicator,
            subject: Subject::Organisation(TOLD.0),
        };
        share(entry(world, cell, diary)?)
    };
    let mut all = Vec::new();
    if let (Some(id), Some((indicator, decimals))) = (left.told, told) {
        let then = school(it.world, before, indicator, diary);
        let now = school(it.world, it.id, indicator, diary);
        let on = ReviewOn::Recommendation(id);
        all.push(judged(
            on,
            (indicator, decimals),
            (before, then),
            (it.id, now),
        ));
    }
    if let (Some(id), Some((indicator, decimals))) = (left.internship, seen) {
        let then = municipal(it.world, before, indicator, diary);
        let now = municipal(it.world, it.id, indicator, diary);
        let on = ReviewOn::Activity(id);
        all.push(judged(
            on,
            (indicator, decimals),
            (before, then),
            (it.id, now),
        ));
    }
    if let Some(id) = left.executed {
        all.push(Review {
            on: ReviewOn::Decision(id),
            indicator: None,
            before: None,
            after: None,
            verdict: Verdict::TooEarly,
            next: NextStep::Continue,
            text: "Поручения исполнены; результат будет виден по итогам следующего года."
                .to_owned(),
            date: it.until,
            document: None,
        });
    }
    for (n, review) in all.into_iter().enumerate() {
        let by = it.methodist();
        let day = free(diary, earlier(it.until, 2), by);
        let id = ReviewId(it.number(n));
        let review = Review {
            date: day,
            ..review
        };
        diary.note(day, by, Key::Review(id), Record::Review(review));
    }
}

/// A review by two numbers; too early where one of them is missing.
fn judged(
    on: ReviewOn,
    (indicator, decimals): (IndicatorId, u32),
    (then, before): (PeriodId, Option<Decimal>),
    (now, after): (PeriodId, Option<Decimal>),
) -> Review {
    let number = |period, it: Option<Decimal>| {
        let number = round(it?, decimals).normalize();
        Some(Measured { period, number })
    };
    let (before, after) = (number(then, before), number(now, after));
    let grown = before.zip(after).map(|(a, b)| b.number - a.number);
    let (verdict, next, text) = match grown {
        None => (
            Verdict::TooEarly,
            NextStep::Continue,
            "Значение этого года ещё не внесено.",
        ),
        Some(it) if it >= Decimal::from(3) => (
            Verdict::Effective,
            NextStep::Continue,
            "Показатель вырос, работа даёт результат.",
        ),
        Some(it) if it > Decimal::ZERO => (
            Verdict::Partly,
            NextStep::Adjust,
            "Рост есть, но меньше ожидаемого: сопровождение сделать индивидуальным.",
        ),
        Some(_) => (
            Verdict::Ineffective,
            NextStep::Adjust,
            "Показатель не вырос: выбрать другую форму и назначить наставника.",
        ),
    };
    Review {
        on,
        indicator: Some(indicator),
        before,
        after,
        verdict,
        next,
        text: text.to_owned(),
        date: NaiveDate::MIN,
        document: None,
    }
}

/// What stands in a cell: as this period's diary has it, else as it was made.
fn entry(world: &World, cell: Cell, diary: &Diary) -> Option<Entry> {
    match diary.last(Key::Value(cell)) {
        Some(Record::Value(it)) => Some(it.entry.clone()),
        Some(_) => None,
        None => values::value_of(world, cell).map(|it| it.entry),
    }
}

fn share(it: Entry) -> Option<Decimal> {
    match it {
        Entry::Ratio {
            numerator,
            denominator,
        } => (numerator * Decimal::ONE_HUNDRED).checked_div(denominator),
        Entry::Percent(it) => Some(it),
        _ => None,
    }
}

/// ΣA ÷ ΣB of all schools.
fn municipal(
    world: &World,
    period: PeriodId,
    indicator: IndicatorId,
    diary: &Diary,
) -> Option<Decimal> {
    let (mut above, mut below) = (Decimal::ZERO, Decimal::ZERO);
    for school in &world.schools {
        let cell = Cell {
            period,
            indicator,
            subject: Subject::Organisation(school.id),
        };
        if let Some(Entry::Ratio {
            numerator,
            denominator,
        }) = entry(world, cell, diary)
        {
            above += numerator;
            below += denominator;
        }
    }
    (above * Decimal::ONE_HUNDRED).checked_div(below)
}
