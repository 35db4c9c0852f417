//! The values of a period: drawn, with gaps, «н/п», «нет данных», percents alone, and every state on the way to approval.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::dice::{Dice, later, working};
use super::figures::Figures;
use super::people::days_in;
use super::profile::{Profile, Raw};
use super::world::{Diary, School, World, known_until};
use crate::analysis::exact::Exact;
use crate::analysis::measure::{Figure, How};
use crate::analysis::reader::of_entry;
use crate::domain::catalogue::{Indicator, Measure, Part, SubjectKind};
use crate::domain::ids::{IndicatorId, OrganisationId, PeriodId, PersonId, UserId};
use crate::domain::people::AppointmentKind;
use crate::domain::period::{BaseValue, Period, Reference};
use crate::domain::record::{Key, Record};
use crate::domain::value::{Cell, Entry, Subject, Value, ValueState};

/// Days from the first of September to the first of April, when collecting begins.
const COLLECTING: u32 = 212;

/// Indicators that are drawn by rules of their own.
const ATTESTATION: &str = "2.5";
const VACANCY: &str = "5.6";
pub(super) const EXPERT: &str = "1.4";
const SENIOR_ONLY: [&str; 2] = ["3.2", "3.3"];
/// A school and an indicator about which there is always something to tell.
pub(super) const TOLD: (OrganisationId, &str) = (OrganisationId(12), "6.2");
const INCLUSIVE_ONLY: [&str; 5] = ["4.1", "4.2", "4.3", "4.4", "4.6"];

/// A cell that was made, for recommendations and decisions.
pub(super) struct Made {
    pub(super) cell: Cell,
    pub(super) organisation: Option<OrganisationId>,
    /// What it comes to.
    pub(super) figure: Figure,
    /// How well the school does here, 0–1.
    pub(super) well: f64,
    pub(super) day: NaiveDate,
}

/// The first day of collecting.
pub(super) fn begins(period: &Period) -> NaiveDate {
    working(later(period.from, COLLECTING))
}

/// All values of a period, with base quantities and the region's figures, by day and author.
pub(super) fn of_period(world: &World, id: PeriodId, period: &Period) -> Diary {
    let mut diary = Diary::default();
    let begins = begins(period);
    let author = world.head();
    references(world, id, begins, author, &mut diary);
    for school in world.working(period) {
        let figures = Figures::of(world, school, id);
        for (base, number) in figures.all() {
            let key = Key::BaseValue(id, *base, school.id);
            diary.note(
                begins,
                school.curator,
                key,
                Record::BaseValue(BaseValue { number: *number }),
            );
        }
        let maker = Maker::of(world, (id, period), school);
        for (indicator_id, indicator) in &world.catalogue.indicators {
            maker.cells(*indicator_id, indicator, begins, &mut diary);
        }
    }
    municipality(world, id, period, begins, author, &mut diary);
    diary
}

/// What a cell came to in the end, where it has a value.
pub(super) fn value_of(world: &World, cell: Cell) -> Option<Value> {
    let (_, period) = world.periods.iter().find(|(id, _)| *id == cell.period)?;
    let school = (world.schools.iter()).find(|it| Subject::Organisation(it.id) == cell.subject)?;
    let mut indicators = world.catalogue.indicators.iter();
    let (id, indicator) = indicators.find(|(id, _)| *id == cell.indicator)?;
    let maker = Maker::of(world, (cell.period, period), school);
    let mut diary = Diary::default();
    maker.cells(*id, indicator, begins(period), &mut diary);
    match diary.last(Key::Value(cell))? {
        Record::Value(value) => Some(value.clone()),
        _ => None,
    }
}

/// The region's figure for every benchmark.
fn references(world: &World, id: PeriodId, day: NaiveDate, by: UserId, diary: &mut Diary) {
    for (indicator_id, indicator) in &world.catalogue.indicators {
        if let Measure::Benchmark { .. } = indicator.measure {
            let number = reference(world, id, *indicator_id);
            let source = "региональный ЦОКО, аналитика ВПР".to_owned();
            let record = Record::Reference(Reference { number, source });
            diary.note(day, by, Key::Reference(id, *indicator_id), record);
        }
    }
}

/// The region's figure for a benchmark.
fn reference(world: &World, id: PeriodId, indicator: IndicatorId) -> Decimal {
    let mut dice = world.dice(&[5, id.0.into(), indicator.0.into()]);
    Decimal::new(dice.whole(118, 149).into(), 1)
}

/// What describes the municipality as a whole.
fn municipality(
    world: &World,
    id: PeriodId,
    period: &Period,
    begins: NaiveDate,
    by: UserId,
    diary: &mut Diary,
) {
    let indicators = world.catalogue.indicators.iter();
    for (indicator_id, indicator) in
        indicators.filter(|(_, it)| it.level == SubjectKind::Municipality)
    {
        let mut dice = world.dice(&[6, id.0.into(), indicator_id.0.into()]);
        let well = dice.between(0.3, 0.8);
        let entry = entry_of(Profile::of(indicator).draw(well, None, false, &mut dice));
        let cell = Cell {
            period: id,
            indicator: *indicator_id,
            subject: Subject::Municipality,
        };
        let mut value = Value::entered(entry, by);
        if !world.is_current(period) {
            value.state = ValueState::Approved;
        }
        let day = dice.day(begins, 40);
        diary.cells.push(Made {
            cell,
            organisation: None,
            figure: of_entry(&value.entry, indicator),
            well,
            day,
        });
        diary.note(day, by, Key::Value(cell), Record::Value(value));
    }
}

pub(super) struct Maker<'a> {
    pub(super) world: &'a World,
    id: PeriodId,
    pub(super) period: &'a Period,
    school: &'a School,
    figures: Figures,
}

impl<'a> Maker<'a> {
    /// Of a school in a period.
    pub(super) fn of(
        world: &'a World,
        (id, period): (PeriodId, &'a Period),
        school: &'a School,
    ) -> Maker<'a> {
        Maker {
            world,
            id,
            period,
            school,
            figures: Figures::of(world, school, id),
        }
    }
}

impl Maker<'_> {
    fn cells(&self, id: IndicatorId, indicator: &Indicator, begins: NaiveDate, diary: &mut Diary) {
        if indicator.measure.computed_from().is_some() {
            return;
        }
        match indicator.level {
            SubjectKind::Municipality => {}
            SubjectKind::Organisation => {
                self.cell(
                    id,
                    indicator,
                    Subject::Organisation(self.school.id),
                    begins,
                    diary,
                );
            }
            SubjectKind::Person => {
                let mut heads: Vec<PersonId> = Vec::new();
                for it in self.world.people.heads(self.school.id, self.period) {
                    // Who was there for a few weeks is not assessed; who heads two schools is assessed at the first.
                    let days = days_in(it, self.period.from, self.period.to);
                    let second = it.kind == AppointmentKind::Concurrent;
                    if days >= 60 && !second && !heads.contains(&it.person) {
                        heads.push(it.person);
                    }
                }
                for person in heads {
                    self.cell(id, indicator, Subject::Person(person), begins, diary);
                }
            }
        }
    }

    fn cell(
        &self,
        id: IndicatorId,
        indicator: &Indicator,
        subject: Subject,
        begins: NaiveDate,
        diary: &mut Diary,
    ) {
        let who = match subject {
            Subject::Person(person) => 1_000_000 + u64::from(person.0),
            _ => self.school.number.into(),
        };
        let mut dice = self.world.dice(&[7, who, id.0.into(), self.id.0.into()]);
        let present = match (
            self.world.is_current(self.period),
            self.world.options.filled,
        ) {
            (true, _) => self.school.progress,
            (false, true) => 1000,
            (false, false) => 990,
        };
        if !dice.chance(present) {
            return;
        }
        let well = self.well(id, who, &mut dice);
        let mut entry = self.entry(indicator, well, &mut dice);
        if self.world.is_current(self.period) && dice.chance(2) {
            entry = Entry::Empty;
        }
        let author = self.author(indicator);
        let day = self.day(indicator, begins, &mut dice);
        let value = self.value(indicator, entry, author, day, &mut dice);
        let cell = Cell {
            period: self.id,
            indicator: id,
            subject,
        };
        let figure = self.figure(id, indicator, &value.entry);
        diary.cells.push(Made {
            cell,
            organisation: Some(self.school.id),
            figure,
            well,
            day,
        });
        let steps = self.steps(value, day, &mut dice);
        diary.story(Key::Value(cell), steps);
    }

    /// What an entry comes to. A change to the year before is left to those who know that year.
    pub(super) fn figure(&self, id: IndicatorId, indicator: &Indicator, entry: &Entry) -> Figure {
        match (&indicator.measure, entry) {
            (Measure::Delta { .. }, _) => Figure::Absent,
            (Measure::Benchmark { .. }, Entry::Number(own)) => {
                let reference = reference(self.world, self.id, id);
                let own = Exact::from(*own);
                own.over(Exact::from(reference))
                    .map_or(Figure::Absent, |value| Figure::Number {
                        value,
                        how: How::Benchmark { own, reference },
                    })
            }
            _ => of_entry(entry, indicator),
        }
    }

    /// How well the school does with this indicator in this period: its quality, its trend, what it is good at, and luck.
    fn well(&self, id: IndicatorId, who: u64, dice: &mut Dice) -> f64 {
        if self.told(id) {
            // Grows from year to year, and there is still something to advise.
            return (0.52 + 0.06 * f64::from(self.id.0)).min(0.74);
        }
        let mut steady = self.world.dice(&[8, who, id.0.into()]);
        let middle = f64::from(self.world.options.years) / 2.0;
        let years = (f64::from(self.id.0) - middle).clamp(-3.0, 3.0);
        let well = self.school.quality
            + self.school.trend * years
            + steady.between(-0.22, 0.22)
            + dice.between(-0.06, 0.06);
        well.clamp(0.0, 1.0)
    }

    /// Whether this is the cell that examples tell of.
    fn told(&self, id: IndicatorId) -> bool {
        let found = self.world.indicator(TOLD.1);
        self.school.id == TOLD.0 && found.is_some_and(|(told, _)| told == id)
    }

    fn entry(&self, indicator: &Indicator, well: f64, dice: &mut Dice) -> Entry {
        if let Some(reason) = self.does_not_apply(indicator, dice) {
            return Entry::NotApplicable { reason };
        }
        let current = self.world.is_current(self.period);
        if !self.world.options.filled && dice.chance(if current { 25 } else { 12 }) {
            return Entry::NoData {
                reason: dice.text(&self.world.texts.no_data_reasons),
            };
        }
        if indicator.code == VACANCY {
            return Entry::Number(self.days_vacant().into());
        }
        let (base, open) = match &indicator.measure {
            Measure::Ratio { denominator, .. } => {
                (self.base(denominator), indicator.bounds.hard_max.is_none())
            }
            _ => (None, false),
        };
        let raw = Profile::of(indicator).draw(well, base, open, dice);
        match raw {
            Raw::Ratio {
                numerator,
                denominator,
            } if dice.chance(35) => {
                let share = numerator.checked_div(denominator).unwrap_or_default();
                Entry::Percent((share * Decimal::from(100)).round_dp(1).normalize())
            }
            Raw::Number(number) if indicator.code == EXPERT => {
                Entry::Number(number.min(Decimal::from(12)))
            }
            raw => entry_of(raw),
        }
    }

    fn base(&self, part: &Part) -> Option<Decimal> {
        self.figures
            .get(part.base?)
            .filter(|it| *it > Decimal::ZERO)
    }

    /// The reason why an indicator does not apply here, if it doesn't.
    fn does_not_apply(&self, indicator: &Indicator, dice: &mut Dice) -> Option<String> {
        let code = indicator.code.as_str();
        let first = || indicator.na_reasons.first().cloned();
        if SENIOR_ONLY.contains(&code) && !self.school.senior {
            return first();
        }
        if INCLUSIVE_ONLY.contains(&code) && !self.school.inclusive {
            return first();
        }
        // Attestation is due once in five years.
        if code == ATTESTATION && dice.chance(640) {
            return first();
        }
        if !self.world.options.filled && dice.chance(8) {
            return Some(dice.text(&indicator.na_reasons));
        }
        None
    }

    /// Days without a permanent head, as far as the period is known.
    fn days_vacant(&self) -> i64 {
        let until = known_until(self.world, self.period);
        let headed: i64 = self
            .world
            .people
            .heads(self.school.id, self.period)
            .filter(|it| it.kind != AppointmentKind::Acting)
            .map(|it| days_in(it, self.period.from, until))
            .sum();
        ((until - self.period.from).num_days() + 1 - headed).max(0)
    }

    /// Competences and the reserve are entered by the third user, the rest by the school's curator.
    fn author(&self, indicator: &Indicator) -> UserId {
        let third = self.world.people.users().get(2).map(|(id, _)| *id);
        match indicator.direction.0 {
            2 | 5 => third.unwrap_or(self.school.curator),
            _ => self.school.curator,
        }
    }

    /// A school hands in direction by direction; the current year is known until the beginning of June.
    fn day(&self, indicator: &Indicator, begins: NaiveDate, dice: &mut Dice) -> NaiveDate {
        let pace = self.school.number % 12 * 2 + indicator.direction.0 * 5;
        let day = working(later(begins, pace + dice.whole(0, 3)));
        day.min(working(known_until(self.world, self.period)))
    }
}

fn entry_of(raw: Raw) -> Entry {
    match raw {
        Raw::Number(number) => Entry::Number(number),
        Raw::Ratio {
            numerator,
            denominator,
        } => Entry::Ratio {
            numerator,
            denominator,
        },
        Raw::Choice(option) => Entry::Choice(option),
    }
}
