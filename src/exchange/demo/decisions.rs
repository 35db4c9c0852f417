//! Decisions of a period with their assignments and reports, in every state.

use chrono::NaiveDate;

use super::dice::{earlier, later, working};
use super::followup::Followup;
use super::lists::{AssignmentText, DecisionText, ExecutorKind};
use super::values::{Made, TOLD};
use super::world::Diary;
use crate::domain::command::AssignmentStep;
use crate::domain::followup::{
    Addressee, Assignment, AssignmentState, Decision, DecisionState, Due, Executor, ReportOn,
    due_now,
};
use crate::domain::ids::{AssignmentId, DecisionId, OrganisationId};
use crate::domain::record::{Key, Record};
use crate::domain::value::Subject;

/// At most so many values give ground for a decision.
const GROUNDS: usize = 5;

/// Adds the decisions of a period: each of the templates once for every sixty schools.
pub(super) fn make(it: &mut Followup<'_>, cells: &[Made], diary: &mut Diary) {
    let mut counted = Counted::default();
    let towns = it.world.options.organisations.div_ceil(60);
    for town in 0..towns {
        let own = |school: OrganisationId| (school.0 - 1) / 60 == town;
        for text in &it.world.texts.decisions {
            decision(it, text, cells, &own, &mut counted, diary);
        }
    }
}

#[derive(Default)]
struct Counted {
    decisions: usize,
    assignments: usize,
}

fn decision(
    it: &mut Followup<'_>,
    text: &DecisionText,
    cells: &[Made],
    own: &dyn Fn(OrganisationId) -> bool,
    counted: &mut Counted,
    diary: &mut Diary,
) {
    let about: Vec<_> = text
        .about
        .iter()
        .filter_map(|code| it.world.indicator(code))
        .collect();
    // What is known by then, the worst first.
    let known = earlier(it.until, 12);
    let mut grounds: Vec<&Made> = cells
        .iter()
        .filter(|made| made.figure.is_filled() && made.day <= known)
        .filter(|made| made.organisation.is_none_or(own))
        .filter(|made| about.iter().any(|(id, _)| *id == made.cell.indicator))
        .collect();
    grounds.sort_by(|a, b| a.well.total_cmp(&b.well).then(a.cell.cmp(&b.cell)));
    // Where an example is to be told it comes first.
    let told = it.world.indicator(TOLD.1).map(|(id, _)| id);
    grounds.sort_by_key(|made| {
        !(made.organisation == Some(TOLD.0) && Some(made.cell.indicator) == told)
    });
    grounds.truncate(GROUNDS);
    let Some(after) = grounds.iter().map(|made| made.day).max() else {
        return;
    };
    let cells: Vec<_> = grounds.iter().map(|made| made.cell).collect();
    // A decision comes after what it follows.
    let follows: Vec<_> = it
        .recommended
        .iter()
        .filter(|(_, ground, _)| ground.is_some_and(|it| cells.contains(&it)))
        .copied()
        .collect();
    let advised = follows
        .iter()
        .map(|(_, _, day)| *day)
        .max()
        .unwrap_or(after);
    let made_on = it
        .dice
        .day(later(after, 3), 9)
        .max(later(advised, 1))
        .min(it.until);
    let state = state(it, counted.decisions, made_on);
    let id = DecisionId(it.number(counted.decisions));
    counted.decisions += 1;
    let (methodist, head) = (it.methodist(), it.world.head());
    let decision = Decision {
        title: text.title.clone(),
        period: it.id,
        recommendations: follows.iter().map(|(id, _, _)| *id).collect(),
        grounds: cells,
        reason: text.reason.replace("{год}", &it.period.name),
        document: it.world.document(&text.document),
        control: it.dice.text(&it.world.texts.controls),
        state: DecisionState::InExecution,
    };
    let step = |day, by, it: Decision| (day, by, Record::Decision(it));
    let steps = match &state {
        DecisionState::Draft => {
            let draft = Decision {
                state: DecisionState::Draft,
                document: None,
                ..decision
            };
            vec![step(made_on, methodist, draft)]
        }
        DecisionState::Executed | DecisionState::Cancelled { .. } if !it.world.options.filled => {
            let days = if state == DecisionState::Executed {
                60
            } else {
                14
            };
            let closed = working(later(made_on, days)).min(it.until);
            let last = Decision {
                state: state.clone(),
                ..decision.clone()
            };
            vec![step(made_on, head, decision), step(closed, head, last)]
        }
        _ => vec![step(
            made_on,
            head,
            Decision {
                state: state.clone(),
                ..decision
            },
        )],
    };
    diary.story(Key::Decision(id), steps);
    let mut heads: Vec<Addressee> = Vec::new();
    for made in &grounds {
        let Some(organisation) = made.organisation else {
            continue;
        };
        if heads.iter().all(|head| head.organisation != organisation) {
            heads.push(it.addressee(organisation, Subject::Organisation(organisation), made_on));
        }
    }
    for (place, text) in (1..).zip(&text.assignments) {
        let assignment = Planned {
            id,
            place,
            text,
            heads: &heads,
            made_on,
            decision: &state,
        };
        assignment.make(it, counted, diary);
    }
}

/// States in turn first, so that each is there; later ones are at work now, or done where the year is over.
fn state(it: &mut Followup<'_>, n: usize, made_on: NaiveDate) -> DecisionState {
    use DecisionState::{Cancelled, Draft, Executed, InExecution, Signed};
    let by = it.filled(
        &it.world.texts.cancelled_by,
        later(made_on, 14).min(it.until),
        "",
    );
    let turn = if it.current {
        [InExecution, Signed, Draft, Executed, Cancelled { by }]
    } else {
        [Executed, InExecution, Executed, Cancelled { by }, Executed]
    };
    let rest = if it.current { InExecution } else { Executed };
    turn.into_iter().nth(n).unwrap_or(rest)
}

struct Planned<'a> {
    id: DecisionId,
    place: u32,
    text: &'a AssignmentText,
    heads: &'a [Addressee],
    made_on: NaiveDate,
    decision: &'a DecisionState,
}

impl Planned<'_> {
    fn make(&self, it: &mut Followup<'_>, counted: &mut Counted, diary: &mut Diary) {
        let executors = self.executors(it);
        if executors.is_empty() {
            return;
        }
        let id = AssignmentId(it.number(counted.assignments));
        let number = if self.place == 1 {
            "1".to_owned()
        } else {
            format!("2.{}", self.place - 1)
        };
        let due_on = it.dice.day(later(self.made_on, 30), 100);
        let due = match it.dice.whole(0, 11) {
            0 => Due::Quarterly(5),
            1 => Due::Monthly(10),
            2 => Due::Standing,
            _ => Due::On(due_on),
        };
        let alive = *self.decision != DecisionState::Draft;
        let prolonged = alive && due.date().is_some() && it.dice.chance(180);
        let prolongations = if prolonged {
            it.prolong(due_on)
        } else {
            Vec::new()
        };
        let mut prolongations = prolongations;
        let in_force = due_now(due, &prolongations).date().unwrap_or(due_on);
        let mut state = self.state(it, counted.assignments, in_force);
        if let AssignmentState::DoneInTime { on } = state
            && prolongations.iter().any(|it| on <= it.on)
        {
            // Done before anybody asked for more time.
            prolongations.clear();
            state = AssignmentStep::done_state(due, on);
        }
        counted.assignments += 1;
        let closed = match &state {
            AssignmentState::DoneInTime { on } | AssignmentState::DoneLate { on } => Some(*on),
            AssignmentState::Controlled => None,
            _ => Some(working(later(self.made_on, 40)).min(it.until)),
        };
        let day = closed.unwrap_or(self.made_on);
        let reporters = if executors.len() > 1 {
            executors.len()
        } else {
            0
        };
        let assignment = Assignment {
            decision: self.id,
            number,
            text: self.text.text.clone(),
            executors,
            due,
            prolongations,
            state: state.clone(),
        };
        let head = it.world.head();
        let first = Assignment {
            state: AssignmentState::Controlled,
            ..assignment.clone()
        };
        let steps = match closed {
            Some(closed) if !it.world.options.filled => vec![
                (self.made_on, head, Record::Assignment(first)),
                (closed, head, Record::Assignment(assignment)),
            ],
            _ => vec![(self.made_on, head, Record::Assignment(assignment))],
        };
        diary.story(Key::Assignment(id), steps);
        self.reports(it, id, &state, day, reporters, diary);
    }

    fn executors(&self, it: &mut Followup<'_>) -> Vec<Executor> {
        match self.text.executor {
            ExecutorKind::Heads => self
                .heads
                .iter()
                .take(3)
                .cloned()
                .map(Executor::Head)
                .collect(),
            ExecutorKind::Group if self.heads.is_empty() => Vec::new(),
            ExecutorKind::Group => {
                vec![Executor::Group(
                    self.heads.iter().map(|head| head.organisation).collect(),
                )]
            }
            ExecutorKind::Post => vec![Executor::Post(self.text.post.clone())],
            ExecutorKind::User => vec![Executor::User(it.methodist())],
        }
    }

    /// What became of it. Done must lie between the decision and the last day known.
    fn state(&self, it: &mut Followup<'_>, n: usize, due: NaiveDate) -> AssignmentState {
        use AssignmentState::{Controlled, DoneInTime, DoneLate, NotDone, Released};
        let span = u32::try_from((due.min(it.until) - self.made_on).num_days()).unwrap_or(9);
        let in_time = it
            .dice
            .day(later(self.made_on, 9), span.saturating_sub(12))
            .min(it.until);
        let late = working(later(due, it.dice.whole(3, 24)));
        let reason = it.filled(&it.world.texts.release_reasons, self.made_on, "");
        let released = Released {
            reason,
            by: it.world.head(),
        };
        let done = |on: NaiveDate| {
            if on > due {
                DoneLate { on }
            } else {
                DoneInTime { on }
            }
        };
        match (self.decision, n % 7, it.current) {
            (DecisionState::Draft, ..) => Controlled,
            (DecisionState::Cancelled { .. }, ..) => released,
            (DecisionState::Executed, 3, _) if late <= it.until => done(late),
            (DecisionState::Executed, 5, _) => NotDone,
            (DecisionState::Executed, ..) => done(in_time),
            (_, 0 | 4, true) => done(in_time),
            (_, 6, true) => released,
            (_, _, true) => Controlled,
            (_, 1, false) if late <= it.until => done(late),
            (_, 2, false) => Controlled,
            (..) => done(in_time),
        }
    }

    fn reports(
        &self,
        it: &mut Followup<'_>,
        id: AssignmentId,
        state: &AssignmentState,
        day: NaiveDate,
        reporters: usize,
        diary: &mut Diary,
    ) {
        let texts = match state {
            AssignmentState::DoneInTime { .. } | AssignmentState::DoneLate { .. } => {
                std::slice::from_ref(&self.text.report)
            }
            AssignmentState::Controlled
                if *self.decision != DecisionState::Draft && it.dice.chance(350) =>
            {
                &it.world.texts.reports_progress
            }
            _ => return,
        };
        let day = match state {
            AssignmentState::Controlled => it.dice.day(later(day, 4), 12).min(it.until),
            _ => day,
        };
        let on = ReportOn::Assignment(id);
        if reporters == 0 {
            it.report(on, None, day, texts, diary);
        }
        // The last report is that of the day on which it was done.
        let executors = 0..u8::try_from(reporters).unwrap_or(u8::MAX);
        for (executor, left) in executors.clone().zip(executors.rev()) {
            let own = earlier(day, u32::from(left) * 2).max(later(self.made_on, 1));
            it.report(on, Some(executor), own.min(day), texts, diary);
        }
    }
}
