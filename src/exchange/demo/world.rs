//! What the demo rests on: catalogue, section 2.1, schools, people, periods. Made once; values are drawn over it.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};

use super::careers;
use super::dice::{Dice, day_of, earlier, later, working};
use super::lists::{Names, Texts};
use super::people::{self, People};
use super::{Batch, Options, affairs, editions, extra, slips};
use crate::domain::catalogue::Indicator;
use crate::domain::evidence::DocumentKind;
use crate::domain::ids::{
    DocumentId, EditionId, IndicatorId, OrganisationId, PROGRAM, PeriodId, Timestamp, UserId,
};
use crate::domain::people::{Organisation, Settings};
use crate::domain::period::{Period, PeriodKind, PeriodState};
use crate::domain::record::{Change, Key, Record};
use crate::exchange::toml::{Catalogue, Cycle, TomlError};

/// The year in which the last period begins.
pub(super) const LAST_YEAR: i32 = 2025;

/// Whoever makes the store; the users of the demo come after.
pub(super) const OWNER: UserId = UserId(1);

/// The edition of all periods.
pub(super) const EDITION: EditionId = EditionId(1);

/// A school with what decides its values.
#[derive(Clone, Debug)]
pub(super) struct School {
    pub(super) id: OrganisationId,
    pub(super) number: u32,
    pub(super) organisation: Organisation,
    /// Has classes 10 and 11.
    pub(super) senior: bool,
    /// Has pupils with disabilities.
    pub(super) inclusive: bool,
    /// How well it does, 0–1, in the middle of the years.
    pub(super) quality: f64,
    /// How that changes in a year.
    pub(super) trend: f64,
    /// Pupils.
    pub(super) pupils: u32,
    /// How far its current year is filled, in a thousand.
    pub(super) progress: u32,
    /// Who enters its values.
    pub(super) curator: UserId,
}

/// All that is made once.
pub(super) struct World {
    pub(super) options: Options,
    pub(super) catalogue: Catalogue,
    cycle: Cycle,
    pub(super) names: Names,
    pub(super) texts: Texts,
    pub(super) schools: Vec<School>,
    /// The school that was merged into another after the first year.
    former: Option<School>,
    pub(super) people: People,
    pub(super) periods: Vec<(PeriodId, Period)>,
}

impl World {
    pub(super) fn new(options: Options) -> Result<World, TomlError> {
        let mut catalogue = Catalogue::shipped()?;
        let cycle = Cycle::shipped(&catalogue.directions)?;
        let (names, texts) = (Names::shipped()?, Texts::shipped()?);
        extra::repeat_indicators(&mut catalogue, options.indicators);
        if options.affairs {
            slips::ask(&mut catalogue);
        }
        let periods = make_periods(options.years);
        if let Some((_, first)) = periods.first() {
            let edition = &mut catalogue.edition;
            // Adopted in the last days of August, for the school year that begins.
            edition.adopted = Some(working(earlier(first.from, 4)));
            edition.in_force = Some(first.from);
            edition.applies_from = Some(first.from);
        }
        let users = people::user_ids(&names);
        let all = make_schools(options, &names, &users);
        let (schools, mut former) = (all.0, all.1);
        if let (Some(it), Some((_, first))) = (&mut former, periods.first()) {
            affairs::merge(it, first.to, own_document(&cycle, 2));
        }
        let people = people::make(
            options,
            &names,
            &texts,
            (&schools, former.as_ref()),
            &periods,
        );
        Ok(World {
            options,
            catalogue,
            cycle,
            names,
            texts,
            schools,
            former,
            people,
            periods,
        })
    }

    /// The year in which section 2.1 is answered: that of the last period.
    fn round_year(&self) -> u16 {
        let last = self.periods.last().map(|(_, it)| it.to.year());
        last.and_then(|it| u16::try_from(it).ok()).unwrap_or(2000)
    }

    /// Everything that was there before the first value.
    pub(super) fn founding(&self, owner: Option<&str>) -> Batch {
        let settings = Settings {
            municipality: self.names.municipality.clone(),
            demo: true,
        };
        let mut records = vec![(Key::Settings, Record::Settings(settings))];
        records.extend(self.catalogue.records(EDITION));
        records.extend(self.cycle.records(self.round_year()));
        records.extend(self.people.records());
        records.extend(careers::records(self.options.seed, &self.people));
        let schools = self.schools.iter().chain(&self.former);
        records.extend(schools.map(|it| {
            (
                Key::Organisation(it.id),
                Record::Organisation(it.organisation.clone()),
            )
        }));
        records.extend(self.merging());
        records.extend(
            self.periods
                .iter()
                .map(|(id, it)| (Key::Period(*id), Record::Period(it.clone()))),
        );
        if let Some(account) = owner {
            records.push((Key::User(OWNER), Record::User(people::owner(account))));
        }
        let first = self
            .periods
            .first()
            .map_or_else(NaiveDate::default, |(_, it)| it.from);
        let changes = records
            .into_iter()
            .map(|(key, record)| Change {
                key,
                before: None,
                after: Some(record),
            })
            .collect();
        Batch {
            by: PROGRAM,
            at: moment(first, 0),
            changes,
        }
    }

    /// The dice of a place.
    pub(super) fn dice(&self, place: &[u64]) -> Dice {
        Dice::of(self.options.seed, place)
    }

    /// The schools that worked in a period.
    pub(super) fn working<'a>(&'a self, period: &'a Period) -> impl Iterator<Item = &'a School> {
        let former = self.former.iter();
        let former = former.filter(|it| it.organisation.closed >= Some(period.to));
        self.schools.iter().chain(former)
    }

    /// A document of the demo's own, after those of section 2.1.
    pub(super) fn own_document(&self, n: u32) -> DocumentId {
        own_document(&self.cycle, n)
    }

    /// The act by which a school was merged into another.
    fn merging(&self) -> Option<(Key, Record)> {
        let closed = self.former.as_ref()?.organisation.closed?;
        let act = editions::paper(
            (DocumentKind::Resolution, "1187-адм"),
            working(earlier(closed, 70)),
            "О реорганизации школ № 14 и № 61",
        );
        Some((
            Key::Document(own_document(&self.cycle, 2)),
            Record::Document(act),
        ))
    }

    /// An indicator by code.
    pub(super) fn indicator(&self, code: &str) -> Option<(IndicatorId, &Indicator)> {
        let found = self
            .catalogue
            .indicators
            .iter()
            .find(|(_, it)| it.code == code);
        found.map(|(id, it)| (*id, it))
    }

    /// The head of department.
    pub(super) fn head(&self) -> UserId {
        self.people.users().last().map_or(PROGRAM, |(id, _)| *id)
    }

    /// A document of the register by number.
    pub(super) fn document(&self, number: &str) -> Option<DocumentId> {
        let found = self
            .cycle
            .documents
            .iter()
            .find(|(_, it)| it.number == number);
        found.map(|(id, _)| *id)
    }

    /// Whether the period is the current one: open, and in the middle of collecting unless the options say otherwise.
    pub(super) fn is_current(&self, period: &Period) -> bool {
        period.state.takes_values() && !self.options.filled
    }
}

fn own_document(cycle: &Cycle, n: u32) -> DocumentId {
    let last = cycle.documents.iter().map(|(id, _)| id.0).max();
    DocumentId(last.unwrap_or_default() + 1 + n)
}

/// A moment of a working day, so many minutes after nine by Moscow time.
pub(super) fn moment(day: NaiveDate, minutes: u32) -> Timestamp {
    let midnight = day
        .and_time(chrono::NaiveTime::MIN)
        .and_utc()
        .timestamp_millis();
    Timestamp(midnight + (6 * 60 + i64::from(minutes)) * 60_000)
}

fn make_periods(years: u32) -> Vec<(PeriodId, Period)> {
    let span = i32::try_from(years).unwrap_or(1);
    (1..)
        .zip(LAST_YEAR - span + 1..=LAST_YEAR)
        .map(|(id, year)| {
            let last = year == LAST_YEAR;
            let period = Period {
                name: format!("{year}/{:02}", (year + 1).rem_euclid(100)),
                kind: PeriodKind::SchoolYear,
                from: day_of(year, 9, 1),
                to: day_of(year + 1, 8, 31),
                deadline: Some(day_of(year + 1, 6, 25)),
                edition: EDITION,
                state: if last {
                    PeriodState::Open
                } else {
                    PeriodState::Closed
                },
                exceptions: Vec::new(),
                locks: false,
                approved_by: None,
                events: Vec::new(),
            };
            (PeriodId(id), period)
        })
        .collect()
}

/// The schools, and the one that was merged into another where there is a year in which it worked.
fn make_schools(
    options: Options,
    names: &Names,
    users: &[UserId],
) -> (Vec<School>, Option<School>) {
    let former = options.affairs
        && options.years > 1
        && options.organisations == Options::DEMO.organisations;
    let last = options.organisations + u32::from(former);
    let mut all: Vec<School> = (1..=last)
        .filter_map(|number| {
            let mut dice = Dice::of(options.seed, &[1, number.into()]);
            // Kinds repeat after sixty.
            let place = (number - 1) % 60 + 1;
            let kind = names
                .kinds
                .iter()
                .find(|it| it.numbers.contains(&place))
                .or(names.kinds.first())?;
            let of_number = |text: &str| text.replace("{номер}", &number.to_string());
            let (quality, trend) = match number % 8 {
                // Schools in difficulty, strong ones, and the rest.
                3 => (dice.between(0.12, 0.32), dice.between(-0.05, 0.06)),
                0 | 4 => (dice.between(0.78, 0.95), dice.between(-0.01, 0.04)),
                _ => (dice.between(0.45, 0.78), dice.between(-0.04, 0.07)),
            };
            let progress = match number % 10 {
                9 => 0,
                8 => dice.whole(150, 400),
                7 => dice.whole(400, 700),
                _ => dice.whole(640, 960),
            };
            let pupils = dice.whole(180, 1250);
            let opened = day_of(1950 + i32::try_from(dice.whole(0, 60)).unwrap_or(0), 9, 1);
            let mut organisation = Organisation {
                opened: Some(opened),
                ..Organisation::new(
                    kind.kind,
                    Some(number),
                    of_number(&kind.name),
                    of_number(&kind.full_name),
                )
            };
            if options.affairs {
                affairs::mark(number, &mut organisation);
            }
            let methodists = users.get(..2).unwrap_or(users);
            let turn = number as usize % methodists.len().max(1);
            Some(School {
                id: OrganisationId(number),
                number,
                organisation,
                senior: kind.senior,
                inclusive: number % 20 != 6,
                quality,
                trend,
                pupils: if kind.senior { pupils } else { pupils / 2 },
                progress,
                curator: methodists.get(turn).copied().unwrap_or(PROGRAM),
            })
        })
        .collect();
    let former = former.then(|| all.pop()).flatten();
    (all, former)
}

/// What happened to a record: on which day, by whom, what it became.
pub(super) type Step = (NaiveDate, UserId, Record);

/// Changes of a period, gathered by day and author.
#[derive(Default)]
pub(super) struct Diary {
    days: BTreeMap<(NaiveDate, UserId), Vec<Change>>,
    /// The cells made, for what follows from them.
    pub(super) cells: Vec<super::values::Made>,
}

impl Diary {
    /// Notes a new record.
    pub(super) fn note(&mut self, day: NaiveDate, by: UserId, key: Key, record: Record) {
        let change = Change {
            key,
            before: None,
            after: Some(record),
        };
        self.days.entry((day, by)).or_default().push(change);
    }

    /// Whether nothing of somebody's is noted on a day.
    pub(super) fn is_free(&self, day: NaiveDate, by: UserId) -> bool {
        !self.days.contains_key(&(day, by))
    }

    /// Notes new records.
    pub(super) fn take(&mut self, day: NaiveDate, by: UserId, records: Vec<(Key, Record)>) {
        for (key, record) in records {
            self.note(day, by, key, record);
        }
    }

    /// Notes that a record became another.
    pub(super) fn change(
        &mut self,
        day: NaiveDate,
        by: UserId,
        key: Key,
        (before, after): (Record, Record),
    ) {
        let change = Change {
            key,
            before: Some(before),
            after: Some(after),
        };
        self.days.entry((day, by)).or_default().push(change);
    }

    /// The record under a key as it was left.
    pub(super) fn last(&self, key: Key) -> Option<&Record> {
        let mut all = self.days.values().flatten();
        let last = all.rfind(|it| it.key == key)?;
        last.after.as_ref()
    }

    /// Takes back all that happened to a record; when that began, and by whom.
    pub(super) fn forget(&mut self, key: Key) -> Option<(NaiveDate, UserId)> {
        let mut first = None;
        for (at, changes) in &mut self.days {
            let before = changes.len();
            changes.retain(|it| it.key != key);
            if changes.len() < before {
                first = first.or(Some(*at));
            }
        }
        self.days.retain(|_, changes| !changes.is_empty());
        first
    }

    /// Notes all that happened to a record. Steps are a day apart at least, so that who is first is clear.
    pub(super) fn story(&mut self, key: Key, steps: Vec<Step>) {
        let mut before: Option<(NaiveDate, Record)> = None;
        for (day, by, record) in steps {
            let day = before
                .as_ref()
                .map_or(day, |(last, _)| day.max(later(*last, 1)));
            let change = Change {
                key,
                before: before.map(|(_, record)| record),
                after: Some(record.clone()),
            };
            self.days.entry((day, by)).or_default().push(change);
            before = Some((day, record));
        }
    }

    /// The batches, in the order of time.
    pub(super) fn into_batches(self) -> impl Iterator<Item = Batch> {
        self.days.into_iter().map(|((day, by), changes)| {
            // Users take turns over the day, so that batches of one day are in order.
            let minutes = by.0 * 67 + day.day() * 7 % 60;
            Batch {
                by,
                at: moment(day, minutes),
                changes,
            }
        })
    }
}

/// The last day of which anything is known in a period: its end, or a day of June in the current one.
pub(super) fn known_until(world: &World, period: &Period) -> NaiveDate {
    if world.is_current(period) {
        later(period.from, 277)
    } else {
        period.to
    }
}
