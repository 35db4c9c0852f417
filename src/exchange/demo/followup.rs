//! What follows from the values of a period: recommendations in every state, with their reports; then decisions.

use chrono::NaiveDate;

use super::dice::{Dice, earlier, later, working};
use super::text::{advice, dated};
use super::values::{Made, TOLD};
use super::world::{Diary, Step, World, known_until};
use super::{cycle, cycle_reviews, decisions};
use crate::domain::followup::{
    Addressee, Due, Prolongation, Recommendation, RecommendationState, Report, ReportOn, Sent,
};
use crate::domain::ids::{
    DocumentId, OrganisationId, PROGRAM, PeriodId, RecommendationId, ReportId, UserId,
};
use crate::domain::period::Period;
use crate::domain::record::{Key, Record};
use crate::domain::value::{Cell, Subject};

/// What is being made for one period.
pub(super) struct Followup<'a> {
    pub(super) world: &'a World,
    pub(super) id: PeriodId,
    pub(super) period: &'a Period,
    /// Nothing is known after this day.
    pub(super) until: NaiveDate,
    pub(super) current: bool,
    /// Recommendations made, with the value they are about and the day they are noted.
    pub(super) recommended: Vec<(RecommendationId, Option<Cell>, NaiveDate)>,
    pub(super) dice: Dice,
    reports: u32,
}

/// Adds recommendations, decisions, assignments and reports to the diary of a period.
pub(super) fn of_period(
    world: &World,
    (id, period): (PeriodId, &Period),
    left: &mut cycle_reviews::Left,
    diary: &mut Diary,
) {
    let current = world.is_current(period);
    // What follows from a period ends before the next one's values begin.
    let until = if current {
        working(later(known_until(world, period), 9))
    } else {
        working(later(period.to, 205))
    };
    let mut it = Followup {
        world,
        id,
        period,
        until,
        current,
        recommended: Vec::new(),
        dice: world.dice(&[9, id.0.into()]),
        reports: 0,
    };
    let cells = std::mem::take(&mut diary.cells);
    it.recommendations(&cells, diary);
    it.general(diary);
    decisions::make(&mut it, &cells, diary);
    if world.options.affairs {
        cycle::make(&mut it, &cells, left, diary);
    }
}

impl<'a> Followup<'a> {
    /// A number of its own for the n-th record of a kind in this period; periods have room between them.
    pub(super) fn number(&self, n: usize) -> u32 {
        let room = self.world.options.organisations.saturating_mul(12).max(120);
        let n = u32::try_from(n).unwrap_or(u32::MAX);
        (self.id.0 - 1)
            .saturating_mul(room)
            .saturating_add(n)
            .saturating_add(1)
    }

    fn recommendations(&mut self, cells: &[Made], diary: &mut Diary) {
        let last_ground = earlier(self.until, 3);
        for made in cells {
            let Some(organisation) = made.organisation else {
                continue;
            };
            let found = self
                .world
                .catalogue
                .indicators
                .iter()
                .find(|(id, _)| *id == made.cell.indicator);
            let Some((_, indicator)) = found else {
                continue;
            };
            let told = (organisation, indicator.code.as_str()) == TOLD;
            if !told && (made.well > 0.32 || !self.dice.chance(260)) || made.day > last_ground {
                continue;
            }
            let Some(text) = advice(indicator, &made.figure) else {
                continue;
            };
            let expected = self.filled(&self.world.texts.expected, made.day, &indicator.short);
            let addressees = vec![self.addressee(organisation, made.cell.subject, made.day)];
            self.recommend(
                addressees,
                Some(made.cell),
                made.day,
                text,
                expected,
                told,
                diary,
            );
        }
    }

    /// Advice to heads as a whole, some of it to several at once.
    fn general(&mut self, diary: &mut Diary) {
        let day = working(earlier(known_until(self.world, self.period), 12));
        let schools = &self.world.schools;
        for school in schools.iter().filter(|it| it.number % 15 == 3) {
            let more = schools.iter().filter(|it| it.number == school.number + 8);
            let addressees: Vec<Addressee> = std::iter::once(school)
                .chain(more.filter(|_| self.dice.chance(500)))
                .map(|it| Addressee {
                    organisation: it.id,
                    person: self.world.people.head_on(it.id, day),
                })
                .collect();
            let text = self.general_text(day);
            self.recommend(addressees, None, day, text, String::new(), false, diary);
        }
    }

    fn general_text(&mut self, day: NaiveDate) -> String {
        self.filled(&self.world.texts.general_advice, day, "")
    }

    /// One of the texts with its places filled.
    pub(super) fn filled(&mut self, texts: &[String], day: NaiveDate, indicator: &str) -> String {
        let text = self.dice.text(texts);
        dated(&text, day, &mut self.dice)
            .replace("{год}", &self.period.name)
            .replace("{показатель}", indicator)
    }

    /// The head of a school, or whom the value describes.
    pub(super) fn addressee(
        &self,
        organisation: OrganisationId,
        subject: Subject,
        day: NaiveDate,
    ) -> Addressee {
        let person = match subject {
            Subject::Person(person) => Some(person),
            _ => self.world.people.head_on(organisation, day),
        };
        Addressee {
            organisation,
            person,
        }
    }

    #[expect(clippy::too_many_arguments, reason = "the parts of one recommendation")]
    fn recommend(
        &mut self,
        addressees: Vec<Addressee>,
        ground: Option<Cell>,
        found: NaiveDate,
        text: String,
        expected: String,
        told: bool,
        diary: &mut Diary,
    ) {
        let made = self.dice.day(later(found, 2), 10).min(self.until);
        let state = match (told, self.current) {
            (true, true) => RecommendationState::Controlled,
            (true, false) => RecommendationState::Done,
            _ => self.state(self.recommended.len()),
        };
        let id = RecommendationId(self.number(self.recommended.len()));
        let sent = (state != RecommendationState::Draft).then(|| Sent {
            number: format!("15/{}", self.dice.whole(20, 640)),
            date: self.dice.day(later(made, 1), 4),
        });
        let sent_on = sent.as_ref().map_or(made, |it| it.date);
        let first_due = self.dice.day(later(sent_on, 45), 120);
        let due = match self.dice.whole(0, 19) {
            _ if told => Due::On(first_due),
            0 => Due::Standing,
            1 => Due::Quarterly(5),
            _ => Due::On(first_due),
        };
        let closed_on = (!state.is_open()).then(|| {
            let earliest = working(later(sent_on, 3));
            let around = self.dice.day(earlier(first_due, 25), 40);
            around.max(earliest).min(self.until)
        });
        let prolonged = sent.is_some() && due.date().is_some() && self.dice.chance(120);
        let prolongations = if prolonged {
            self.prolong(first_due)
        } else {
            Vec::new()
        };
        let last = Recommendation {
            addressees,
            period: self.id,
            ground,
            text,
            expected,
            due,
            prolongations,
            state: state.clone(),
            sent,
            closed_on,
        };
        let steps = self.steps(last, made, sent_on);
        let day = steps.last().map_or(made, |(day, ..)| *day);
        diary.story(Key::Recommendation(id), steps);
        self.recommended.push((id, ground, made));
        self.report_on(ReportOn::Recommendation(id), ground, &state, day, diary);
    }

    /// What happened to a recommendation: made, sent, prolonged, closed.
    fn steps(&mut self, last: Recommendation, made: NaiveDate, sent_on: NaiveDate) -> Vec<Step> {
        let by = self.methodist();
        let step = |day, it: &Recommendation| (day, by, Record::Recommendation(it.clone()));
        if self.world.options.filled {
            return vec![step(made, &last)];
        }
        let mut now = Recommendation {
            state: RecommendationState::Draft,
            sent: None,
            closed_on: None,
            prolongations: Vec::new(),
            ..last.clone()
        };
        let mut steps = vec![step(made, &now)];
        if last.sent.is_some() {
            now.sent.clone_from(&last.sent);
            now.state = match last.state {
                RecommendationState::Sent => RecommendationState::Sent,
                _ => RecommendationState::Controlled,
            };
            steps.push(step(sent_on, &now));
        }
        if let Some(prolongation) = last.prolongations.first() {
            now.prolongations.clone_from(&last.prolongations);
            steps.push(step(prolongation.on, &now));
        }
        if let Some(day) = last.closed_on {
            steps.push(step(day, &last));
        }
        steps
    }

    /// States in turn first, so that each is there; then as life has it.
    fn state(&mut self, n: usize) -> RecommendationState {
        use RecommendationState::{Controlled, Done, Draft, NotDone, PartlyDone, Released, Sent};
        let reason = self.filled(&self.world.texts.release_reasons, self.until, "");
        let turn = [
            Draft,
            Sent,
            Controlled,
            Done,
            PartlyDone,
            NotDone,
            Released { reason },
        ];
        let drawn = match (self.current, self.dice.whole(0, 19)) {
            _ if n < turn.len() => n,
            (true, 0..=2) => 0,
            (true, 3..=6) => 1,
            (true, 7..=15) => 2,
            (true, 16..=18) => 3,
            (true, _) => 4,
            (false, 0) => 2,
            (false, 1..=12) => 3,
            (false, 13..=16) => 4,
            (false, 17..=18) => 5,
            (false, _) => 6,
        };
        turn.into_iter().nth(drawn).unwrap_or(Draft)
    }

    fn report_on(
        &mut self,
        on: ReportOn,
        ground: Option<Cell>,
        state: &RecommendationState,
        day: NaiveDate,
        diary: &mut Diary,
    ) {
        let texts = &self.world.texts;
        let texts = match state {
            RecommendationState::Done => self.done_texts(ground),
            RecommendationState::PartlyDone => &texts.reports_part,
            RecommendationState::Controlled if self.dice.chance(300) => &texts.reports_progress,
            _ => return,
        };
        let day = match state {
            RecommendationState::Controlled => self.dice.day(later(day, 5), 20).min(self.until),
            _ => day,
        };
        self.report(on, None, day, texts, diary);
    }

    /// What is reported as done: by the direction of the value, or what fits any.
    fn done_texts(&mut self, ground: Option<Cell>) -> &'a [String] {
        let rows = &self.world.texts.reports_done;
        let indicators = &self.world.catalogue.indicators;
        let found = indicators
            .iter()
            .find(|(id, _)| ground.is_some_and(|it| it.indicator == *id));
        let own = found.and_then(|(_, it)| rows.get((it.direction.0 as usize).checked_sub(1)?));
        let general = self.dice.chance(300);
        let row = own.filter(|_| !general).or(rows.last());
        row.map_or(&[], Vec::as_slice)
    }

    /// A report of that day.
    pub(super) fn report(
        &mut self,
        on: ReportOn,
        executor: Option<u8>,
        day: NaiveDate,
        texts: &[String],
        diary: &mut Diary,
    ) {
        let id = ReportId(self.number(self.reports as usize));
        self.reports += 1;
        let papers = [DocumentId(7), DocumentId(9)];
        let paper = self
            .dice
            .chance(150)
            .then(|| self.dice.pick(&papers).copied())
            .flatten();
        let report = Report {
            on,
            executor,
            date: day,
            number: format!("вх. № {}", self.dice.whole(30, 1900)),
            text: self.filled(texts, earlier(day, 2), ""),
            document: paper,
        };
        let by = self.methodist();
        diary.note(day, by, Key::Report(id), Record::Report(report));
    }

    /// One prolongation of a term.
    pub(super) fn prolong(&mut self, due: NaiveDate) -> Vec<Prolongation> {
        let on = working(earlier(due, 6)).min(self.until);
        let ground = self.filled(&self.world.texts.prolong_grounds, earlier(on, 1), "");
        vec![Prolongation {
            to: working(later(due, 45)),
            ground,
            by: self.world.head(),
            on,
        }]
    }

    /// One of those who enter and recommend.
    pub(super) fn methodist(&mut self) -> UserId {
        let users = self.world.people.users();
        self.dice
            .pick(users.get(..3).unwrap_or(users))
            .map_or(PROGRAM, |(id, _)| *id)
    }
}
