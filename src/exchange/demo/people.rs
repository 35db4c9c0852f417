//! Fictitious people: those who work with the store, and heads with their appointments, changes and vacancies.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::Options;
use super::affairs::AWAY;
use super::dice::{Dice, day_of, earlier, later, working};
use super::lists::{DemoUser, Names, Texts};
use super::world::School;
use crate::domain::ids::{AppointmentId, OrganisationId, PeriodId, PersonId, UserId};
use crate::domain::people::{Appointment, AppointmentKind, Person, Role, User};
use crate::domain::period::Period;
use crate::domain::record::{Key, Record};

/// The first number for a user of the demo; 1 is whoever makes the store.
const FIRST_USER: u32 = 2;

/// Numbers of schools where something is always the same, because examples and checks rest on it.
const VACANT: u32 = 15;
const CHANGED: u32 = 9;
const ACTING: u32 = 33;
const CONCURRENT: u32 = 41;

/// How many are in the reserve.
const CANDIDATES: usize = 6;

/// Persons, users and appointments.
#[derive(Default)]
pub(super) struct People {
    persons: Vec<(PersonId, Person)>,
    users: Vec<(UserId, User)>,
    appointments: Vec<(AppointmentId, Appointment)>,
    candidates: Vec<PersonId>,
}

impl People {
    pub(super) fn records(&self) -> impl Iterator<Item = (Key, Record)> + '_ {
        let persons = self
            .persons
            .iter()
            .map(|(id, it)| (Key::Person(*id), Record::Person(it.clone())));
        let users = self
            .users
            .iter()
            .map(|(id, it)| (Key::User(*id), Record::User(it.clone())));
        let appointments = self
            .appointments
            .iter()
            .map(|(id, it)| (Key::Appointment(*id), Record::Appointment(it.clone())));
        persons.chain(users).chain(appointments)
    }

    /// Appointments of those who are in office on a day.
    pub(super) fn in_office(&self, day: NaiveDate) -> impl Iterator<Item = &Appointment> {
        let all = self.appointments.iter().map(|it| &it.1);
        all.filter(move |it| it.covers(day))
    }

    /// Those who are in the reserve and head nothing.
    pub(super) fn candidates(&self) -> &[PersonId] {
        &self.candidates
    }

    /// Appointments of a school that touch a period, in order of time.
    pub(super) fn heads<'a>(
        &'a self,
        school: OrganisationId,
        period: &'a Period,
    ) -> impl Iterator<Item = &'a Appointment> + 'a {
        let from = self
            .appointments
            .partition_point(|(_, it)| it.organisation < school);
        self.appointments
            .iter()
            .skip(from)
            .map(|(_, it)| it)
            .take_while(move |it| it.organisation == school)
            .filter(|it| days_in(it, period.from, period.to) > 0)
    }

    /// Who heads a school on a day.
    pub(super) fn head_on(&self, school: OrganisationId, day: NaiveDate) -> Option<PersonId> {
        let from = self
            .appointments
            .partition_point(|(_, it)| it.organisation < school);
        let own = self.appointments.iter().skip(from).map(|(_, it)| it);
        own.take_while(|it| it.organisation == school)
            .find(|it| it.covers(day))
            .map(|it| it.person)
    }

    /// Everybody who works with the store.
    pub(super) fn users(&self) -> &[(UserId, User)] {
        &self.users
    }
}

/// Days of an appointment between two days, inclusive.
pub(super) fn days_in(it: &Appointment, from: NaiveDate, to: NaiveDate) -> i64 {
    let end = it.to.map_or(to, |end| end.min(to));
    ((end - it.from.max(from)).num_days() + 1).max(0)
}

/// Numbers of the users, in the order of the list.
pub(super) fn user_ids(names: &Names) -> Vec<UserId> {
    (FIRST_USER..)
        .zip(&names.users)
        .map(|(id, _)| UserId(id))
        .collect()
}

/// Whoever makes the store: may do everything.
pub(super) fn owner(account: &str) -> User {
    User {
        account: account.to_owned(),
        person: None,
        roles: Role::ALL.to_vec(),
        directions: Vec::new(),
        organisations: Vec::new(),
        retired: false,
        names: true,
    }
}

/// Makes everybody.
pub(super) fn make(
    options: Options,
    names: &Names,
    texts: &Texts,
    (schools, former): (&[School], Option<&School>),
    periods: &[(PeriodId, Period)],
) -> People {
    let mut made = Maker {
        names,
        texts,
        people: People::default(),
        taken: BTreeSet::new(),
    };
    for (id, it) in user_ids(names).into_iter().zip(&names.users) {
        made.user(id, it);
    }
    for school in schools {
        let mut dice = Dice::of(options.seed, &[2, school.number.into()]);
        made.heads_of(school, periods, &mut dice);
    }
    let mut dice = Dice::of(options.seed, &[9]);
    for _ in 0..CANDIDATES {
        let person = made.somebody(&mut dice);
        made.people.candidates.push(person);
    }
    if let Some(school) = former {
        made.head_until_the_end(
            school,
            &mut Dice::of(options.seed, &[2, school.number.into()]),
        );
    }
    if let Some((_, last)) = periods.last()
        && let Some(school) = schools.iter().find(|it| it.number == AWAY)
        && options.affairs
    {
        made.somebody_for_the_absent(school, last, &mut Dice::of(options.seed, &[10]));
    }
    made.people
}

struct Maker<'a> {
    names: &'a Names,
    texts: &'a Texts,
    people: People,
    taken: BTreeSet<(String, String, String)>,
}

impl Maker<'_> {
    fn user(&mut self, id: UserId, it: &DemoUser) {
        let person = self.add(Person {
            surname: it.surname.clone(),
            given: it.given.clone(),
            patronymic: it.patronymic.clone(),
        });
        let user = User {
            account: it.account.clone(),
            person: Some(person),
            roles: it.roles.clone(),
            directions: Vec::new(),
            organisations: Vec::new(),
            retired: false,
            names: true,
        };
        self.people.users.push((id, user));
    }

    fn add(&mut self, person: Person) -> PersonId {
        let id = PersonId(count(self.people.persons.len()));
        self.taken.insert((
            person.surname.clone(),
            person.given.clone(),
            person.patronymic.clone(),
        ));
        self.people.persons.push((id, person));
        id
    }

    /// Somebody whom nobody else is called like.
    fn somebody(&mut self, dice: &mut Dice) -> PersonId {
        let mut person = self.draw(dice);
        for _ in 0..20 {
            let name = (
                person.surname.clone(),
                person.given.clone(),
                person.patronymic.clone(),
            );
            if !self.taken.contains(&name) {
                break;
            }
            person = self.draw(dice);
        }
        self.add(person)
    }

    fn draw(&self, dice: &mut Dice) -> Person {
        // Three heads of four are women.
        let woman = dice.chance(750);
        let form = |it: &super::lists::Pair| {
            if woman {
                it.female.clone()
            } else {
                it.male.clone()
            }
        };
        Person {
            surname: dice
                .pick(&self.names.surnames)
                .map(form)
                .unwrap_or_default(),
            given: dice.text(if woman {
                &self.names.female
            } else {
                &self.names.male
            }),
            patronymic: dice
                .pick(&self.names.patronymics)
                .map(form)
                .unwrap_or_default(),
        }
    }

    fn appoint(
        &mut self,
        school: &School,
        person: PersonId,
        kind: AppointmentKind,
        from: NaiveDate,
        contract_until: Option<NaiveDate>,
    ) {
        let id = AppointmentId(count(self.people.appointments.len()));
        let appointment = Appointment {
            person,
            organisation: school.id,
            kind,
            from,
            to: None,
            act: None,
            contract_until,
            end_reason: String::new(),
        };
        self.people.appointments.push((id, appointment));
    }

    /// Whoever heads a school that is no more leaves with its last day.
    fn head_until_the_end(&mut self, school: &School, dice: &mut Dice) {
        let Some(closed) = school.organisation.closed else {
            return;
        };
        let person = self.somebody(dice);
        let since = working(earlier(closed, dice.whole(900, 4000)));
        self.appoint(school, person, AppointmentKind::Permanent, since, None);
        self.ends(closed, "реорганизация".to_owned());
    }

    /// The head is away since March, and somebody is acting.
    fn somebody_for_the_absent(&mut self, school: &School, last: &Period, dice: &mut Dice) {
        let person = self.somebody(dice);
        let from = working(later(last.from, 182));
        self.appoint(school, person, AppointmentKind::Acting, from, None);
        // Appointments stand by school.
        self.people
            .appointments
            .sort_by_key(|(id, it)| (it.organisation, *id));
    }

    /// The appointment in force ends on that day.
    fn ends(&mut self, on: NaiveDate, reason: String) {
        if let Some((_, last)) = self.people.appointments.last_mut() {
            last.to = Some(on);
            last.end_reason = reason;
        }
    }

    fn heads_of(&mut self, school: &School, periods: &[(PeriodId, Period)], dice: &mut Dice) {
        let start = periods
            .first()
            .map_or_else(NaiveDate::default, |(_, it)| it.from);
        let named = self
            .names
            .heads
            .iter()
            .find(|it| it.organisation == school.number);
        let person = match named {
            Some(it) => self.add(Person {
                surname: it.surname.clone(),
                given: it.given.clone(),
                patronymic: it.patronymic.clone(),
            }),
            None => self.somebody(dice),
        };
        let since = working(earlier(start, dice.whole(200, 4000)));
        let contract = day_of(2026 + i32::try_from(dice.whole(0, 4)).unwrap_or(0), 8, 31);
        self.appoint(
            school,
            person,
            AppointmentKind::Permanent,
            since,
            Some(contract),
        );
        if named.is_some() {
            return;
        }
        let special = [VACANT, CHANGED, ACTING, CONCURRENT].contains(&school.number);
        for (_, period) in periods {
            let last = period.state.takes_values();
            if special {
                if last {
                    self.last_year_of(school, period, dice);
                }
            } else if dice.chance(70) {
                self.summer_change(school, period, dice);
            } else if dice.chance(60) {
                self.change_through_acting(school, later(period.from, dice.whole(40, 170)), dice);
            }
        }
    }

    /// A new head from the first of September, or the days after.
    fn summer_change(&mut self, school: &School, period: &Period, dice: &mut Dice) {
        let from = later(period.from, dice.whole(0, 20));
        let reason = dice.text(&self.texts.end_reasons);
        self.ends(earlier(from, 1), reason);
        let person = self.somebody(dice);
        self.appoint(
            school,
            person,
            AppointmentKind::Permanent,
            from,
            Some(later(from, 5 * 365)),
        );
    }

    /// The head leaves in the middle of the year; somebody acts; then there is a new head.
    fn change_through_acting(&mut self, school: &School, last_day: NaiveDate, dice: &mut Dice) {
        let reason = dice.text(&self.texts.end_reasons);
        self.ends(last_day, reason);
        let person = self.somebody(dice);
        let from = later(last_day, 1);
        self.appoint(school, person, AppointmentKind::Acting, from, None);
        let until = later(from, dice.whole(30, 90));
        self.ends(until, String::new());
        // Often the one who acted stays.
        let person = if dice.chance(400) {
            person
        } else {
            self.somebody(dice)
        };
        let from = later(until, 1);
        self.appoint(
            school,
            person,
            AppointmentKind::Permanent,
            from,
            Some(later(from, 5 * 365)),
        );
    }

    fn last_year_of(&mut self, school: &School, period: &Period, dice: &mut Dice) {
        let reason = dice.text(&self.texts.end_reasons);
        // The period begins on the first of September: 133 days to the twelfth of January.
        match school.number {
            VACANT => self.ends(later(period.from, 132), reason),
            CHANGED => self.change_through_acting(school, later(period.from, 75), dice),
            ACTING => {
                self.ends(later(period.from, 153), reason);
                let person = self.somebody(dice);
                let from = later(period.from, 154);
                self.appoint(school, person, AppointmentKind::Acting, from, None);
            }
            _ => {
                // Headed by the head of the school before it.
                self.ends(earlier(period.from, 1), reason);
                let neighbour = OrganisationId(school.number - 1);
                let person = self.people.head_on(neighbour, later(period.from, 200));
                let person = person.unwrap_or_else(|| self.somebody(dice));
                self.appoint(
                    school,
                    person,
                    AppointmentKind::Concurrent,
                    period.from,
                    None,
                );
            }
        }
    }
}

/// The number of the next record, from 1.
fn count(made: usize) -> u32 {
    u32::try_from(made).unwrap_or(u32::MAX).saturating_add(1)
}
