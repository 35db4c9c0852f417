//! The cycle around the figures: goals, notes of analysis, measures of all six kinds with their participants, reviews of what was done the
//! year before. Some of it lacks its next link, as life has it.
//!
//! Each record has a day of its own: the journal tells it as one thing.

use chrono::{Datelike, NaiveDate};
use rust_decimal::Decimal;

use super::cycle_reviews::{Left, reviews};
use super::cycle_texts::{ANALYSIS, GOALS, MEASURES, Measure};
use super::dice::{earlier, later, working};
use super::followup::Followup;
use super::text::with_unit;
use super::values::{Made, TOLD};
use super::world::{Diary, World};
use crate::analysis::points::shown;
use crate::domain::activity::{Activity, ActivityKind, ActivityState};
use crate::domain::catalogue::Indicator;
use crate::domain::cycle::{AnalysisNote, Goal, Target};
use crate::domain::followup::{Addressee, DecisionState};
use crate::domain::ids::{
    ActivityId, DecisionId, DirectionId, GoalId, IndicatorId, NoteId, PeriodId, RecommendationId,
    UserId,
};
use crate::domain::record::{Key, Record};
use crate::domain::value::{Cell, Subject};

/// Values that a note names.
const NAMED: usize = 3;
/// The direction whose analysis has no conclusions yet.
const UNFINISHED: DirectionId = DirectionId(4);

/// Adds the cycle of a period to its diary.
pub(super) fn make(it: &mut Followup<'_>, cells: &[Made], left: &mut Left, diary: &mut Diary) {
    let is_first = left.period.is_none();
    if is_first {
        goals(it, diary);
    }
    let notes = notes(it, cells, diary);
    let mut now = Left {
        period: Some(it.id),
        told: told(it),
        executed: executed(it, diary),
        internship: None,
        notes: Vec::new(),
    };
    for (n, measure) in MEASURES.iter().enumerate() {
        // The second year saw no contest.
        let cancelled = measure.kind == ActivityKind::Contest && it.id == PeriodId(2);
        let id = self::measure(
            it,
            cells,
            (&notes, &left.notes),
            (n, measure, cancelled),
            diary,
        );
        if measure.kind == ActivityKind::Internship && !it.current {
            now.internship = Some(id);
        }
    }
    if !is_first {
        reviews(it, left, diary);
    }
    now.notes = notes;
    *left = now;
}

/// A note that was written.
pub(super) struct Noted {
    direction: DirectionId,
    id: NoteId,
    day: NaiveDate,
}

/// A working day that is nobody's yet, that day or before it.
pub(super) fn free(diary: &Diary, day: NaiveDate, by: UserId) -> NaiveDate {
    let mut day = back(day);
    while !diary.is_free(day, by) {
        day = back(earlier(day, 1));
    }
    day
}

/// The day itself, or the last working day before it.
fn back(day: NaiveDate) -> NaiveDate {
    let mut day = day;
    while working(day) != day {
        day = earlier(day, 1);
    }
    day
}

fn goals(it: &mut Followup<'_>, diary: &mut Diary) {
    let year = it.world.periods.last().map_or(2026, |(_, it)| it.to.year());
    let year = u16::try_from(year + 1).unwrap_or_default();
    for (n, goal) in (1..).zip(GOALS) {
        let targets = goal.targets.iter().filter_map(|(code, number)| {
            Some(Target {
                indicator: it.world.indicator(code)?.0,
                number: Decimal::from(*number),
                year,
            })
        });
        let record = Goal {
            direction: DirectionId(goal.direction),
            text: goal.text.to_owned(),
            grounds: goal.grounds.to_owned(),
            targets: targets.collect(),
            document: it.world.document("259/1"),
            retired: false,
        };
        let by = it.methodist();
        let day = free(diary, earlier(it.until, 60 + n), by);
        diary.note(day, by, Key::Goal(GoalId(n)), Record::Goal(record));
    }
}

/// Notes of the directions that are measured, by their numbers.
fn notes(it: &mut Followup<'_>, cells: &[Made], diary: &mut Diary) -> Vec<Noted> {
    let mut made = Vec::new();
    for (n, analysis) in ANALYSIS.iter().enumerate() {
        let direction = DirectionId(analysis.direction);
        let by = it.methodist();
        let day = free(diary, earlier(it.until, 10), by);
        let (about, findings) = findings(it.world, direction, cells, day);
        let unfinished = it.current && direction == UNFINISHED;
        let note = AnalysisNote {
            direction,
            period: it.id,
            on: day,
            about,
            findings,
            causes: analysis.causes.to_owned(),
            conclusions: if unfinished {
                String::new()
            } else {
                analysis.conclusions.to_owned()
            },
            document: None,
            retired: false,
        };
        let id = NoteId(it.number(n));
        diary.note(day, by, Key::AnalysisNote(id), Record::AnalysisNote(note));
        made.push(Noted { direction, id, day });
    }
    made
}

/// The lowest values of a direction that are known by a day, and what they say.
fn findings(
    world: &World,
    direction: DirectionId,
    cells: &[Made],
    day: NaiveDate,
) -> (Vec<Cell>, String) {
    let of = |id: IndicatorId| {
        let mut all = world.catalogue.indicators.iter();
        let found = all.find(|(it, _)| *it == id).map(|(_, it)| it);
        found.filter(|it| it.direction == direction)
    };
    let known = cells
        .iter()
        .filter(|it| it.day < day && it.organisation.is_some());
    let mut known: Vec<(&Made, &Indicator)> = known
        .filter_map(|it| Some((it, of(it.cell.indicator)?)))
        .filter(|(it, _)| it.figure.number().is_some())
        .collect();
    let all = known.len();
    let low = known.iter().filter(|(it, _)| it.well < LOW).count();
    let is_told = |it: &Made, indicator: &Indicator| {
        it.organisation == Some(TOLD.0) && indicator.code == TOLD.1
    };
    // Where an example is to be told it comes first.
    known.sort_by(|a, b| {
        let told = is_told(b.0, b.1).cmp(&is_told(a.0, a.1));
        told.then(a.0.well.total_cmp(&b.0.well))
            .then(a.0.cell.cmp(&b.0.cell))
    });
    known.truncate(NAMED);
    let said = known.iter().filter_map(|(it, indicator)| {
        let school = world
            .schools
            .iter()
            .find(|school| Some(school.id) == it.organisation)?;
        let number = with_unit(shown(indicator, it.figure.number()?), &indicator.unit);
        let (name, code) = (&school.organisation.name, &indicator.code);
        Some(format!("{name} — {code} {}, {number}", indicator.short))
    });
    let said: Vec<String> = said.collect();
    if known.is_empty() {
        let text = "Значения этого направления собираются по муниципалитету в целом; по внесённым видно, что резерв пополняется медленнее, чем открываются вакансии.";
        return (Vec::new(), text.to_owned());
    }
    let text = format!(
        "Значений: {all}, из них низких: {low}. Ниже других: {}.",
        said.join("; ")
    );
    (known.iter().map(|(it, _)| it.cell).collect(), text)
}

/// How well a school does where its value counts as low.
const LOW: f64 = 0.32;

/// Heads whose schools do worst by an indicator, with the values; the example first.
fn worst(it: &Followup<'_>, cells: &[Made], code: &str, day: NaiveDate) -> Vec<(Cell, Addressee)> {
    let Some((indicator, _)) = it.world.indicator(code) else {
        return Vec::new();
    };
    let mut found: Vec<&Made> = (cells.iter())
        .filter(|it| it.cell.indicator == indicator && it.day < day && it.organisation.is_some())
        .collect();
    found.sort_by(|a, b| {
        let told = |it: &Made| it.organisation == Some(TOLD.0) && code == TOLD.1;
        told(b)
            .cmp(&told(a))
            .then(a.well.total_cmp(&b.well))
            .then(a.cell.cmp(&b.cell))
    });
    let heads = found.into_iter().filter_map(|made| {
        let whom = it.addressee(made.organisation?, made.cell.subject, day);
        Some((made.cell, whom))
    });
    heads.take(4).collect()
}

fn measure(
    it: &mut Followup<'_>,
    cells: &[Made],
    (notes, before): (&[Noted], &[Noted]),
    (n, measure, cancelled): (usize, &Measure, bool),
    diary: &mut Diary,
) -> ActivityId {
    let id = ActivityId(it.number(n));
    let by = it.methodist();
    let day = |before: u32| back(earlier(it.until, before));
    // What the year's numbers have led to comes last; in the current year some of it is yet to be.
    let coming = it.current && measure.coming.is_some();
    let (from, to) = match measure.coming.filter(|_| coming) {
        Some(after) => (working(later(it.until, after)), None),
        None => {
            let from = day(measure.before);
            let last = later(from, measure.days.saturating_sub(1));
            (from, (measure.days > 1).then_some(last))
        }
    };
    let planned_on = free(diary, earlier(it.until, measure.before + 1), by);
    let found = match measure.about {
        Some(code) => worst(it, cells, code, planned_on),
        None => Vec::new(),
    };
    let about: Vec<Cell> = found.iter().map(|it| it.0).collect();
    let follows = it.recommended.iter().filter(|(_, ground, made)| {
        *made < planned_on && ground.is_some_and(|it| about.contains(&it))
    });
    let recommendations = follows.map(|it| it.0).collect();
    // What was begun before the analysis of this year follows from that of the year before.
    let follows_note = |all: &[Noted]| {
        let mut all = all.iter();
        let found =
            all.find(|it| it.day < planned_on && it.direction == DirectionId(measure.direction));
        found.map(|it| it.id)
    };
    let of_direction = follows_note(notes).or_else(|| follows_note(before));
    let planned = Activity {
        kind: measure.kind,
        title: measure.title.replace("{год}", &it.period.name),
        period: it.id,
        direction: Some(DirectionId(measure.direction)),
        from: Some(from),
        to,
        state: ActivityState::Planned,
        participants: found.into_iter().map(|it| it.1).collect(),
        others: measure.others.to_owned(),
        outcome: String::new(),
        documents: Vec::new(),
        notes: of_direction.into_iter().collect(),
        recommendations,
        about,
    };
    let step = |day, record: &Activity| (day, by, Record::Activity(record.clone()));
    let mut steps = vec![step(planned_on, &planned)];
    if !coming {
        let ended = to.unwrap_or(from);
        let state = match cancelled {
            true => ActivityState::Cancelled {
                reason: "заявок не поступило".to_owned(),
            },
            false => ActivityState::Held,
        };
        let outcome = match cancelled {
            true => String::new(),
            false => measure.outcome.to_owned(),
        };
        let held_on = free(diary, later(ended, 1).min(it.until), by);
        let held_on = held_on.max(later(planned_on, 1)).max(from);
        steps.push(step(
            held_on,
            &Activity {
                state,
                outcome,
                ..planned
            },
        ));
    }
    diary.story(Key::Activity(id), steps);
    id
}

/// The recommendation of the example.
fn told(it: &Followup<'_>) -> Option<RecommendationId> {
    let (indicator, _) = it.world.indicator(TOLD.1)?;
    let cell = Cell {
        period: it.id,
        indicator,
        subject: Subject::Organisation(TOLD.0),
    };
    let mut all = it.recommended.iter();
    all.find(|(_, ground, _)| *ground == Some(cell))
        .map(|it| it.0)
}

/// The first decision of the period that was executed.
fn executed(it: &Followup<'_>, diary: &Diary) -> Option<DecisionId> {
    let mut all = (0..6).map(|n| DecisionId(it.number(n)));
    all.find(|id| match diary.last(Key::Decision(*id)) {
        Some(Record::Decision(it)) => it.state == DecisionState::Executed,
        _ => false,
    })
}
