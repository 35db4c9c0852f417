//! Who headed which organisation in a period, vacancies included.
//!
//! Owns tenures and the order of organisations; knows no indicator and no value.

use chrono::{Datelike, Days, Months, NaiveDate};

use crate::domain::ids::{AppointmentId, OrganisationId, PeriodId, PersonId};
use crate::domain::people::{AppointmentKind, Organisation, OrganisationKind};
use crate::domain::period::{Period, PeriodState};
pub use crate::domain::results::Standing;
use crate::domain::results::{ResultCell, ResultRow, Tenure};
use crate::domain::state::{ResultRows, State};
use crate::domain::text::collation_key;
use crate::domain::value::Cell;

/// Who is at the head of an organisation, from–to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Head {
    /// A person, by an appointment. The dates are the appointment's own and may reach beyond the period.
    Person {
        /// The appointment.
        appointment: AppointmentId,
        /// Who.
        person: PersonId,
        /// On what footing.
        kind: AppointmentKind,
        /// First day.
        from: NaiveDate,
        /// Last day, inclusive; `None` while in office.
        to: Option<NaiveDate>,
    },
    /// «вакансия».
    Vacancy {
        /// First day without a head; `None` if there never was one.
        since: Option<NaiveDate>,
        /// Last day without a head; `None` while vacant.
        until: Option<NaiveDate>,
    },
}

impl Head {
    /// The person, if there is one.
    #[must_use]
    pub fn person(&self) -> Option<PersonId> {
        match self {
            Head::Person { person, .. } => Some(*person),
            Head::Vacancy { .. } => None,
        }
    }

    /// First and last day.
    #[must_use]
    pub fn dates(&self) -> (Option<NaiveDate>, Option<NaiveDate>) {
        match self {
            Head::Person { from, to, .. } => (Some(*from), *to),
            Head::Vacancy { since, until } => (*since, *until),
        }
    }

    /// Whether it is somebody acting from later than a day, with no last day: a decree for a while that has no end on record.
    fn is_acting_for_now(&self, first: NaiveDate) -> bool {
        matches!(
            self,
            Head::Person { kind: AppointmentKind::Acting, from, to: None, .. } if *from > first
        )
    }

    fn covers(&self, day: NaiveDate) -> bool {
        let (from, to) = self.dates();
        from.is_none_or(|from| from <= day) && to.is_none_or(|to| day <= to)
    }
}

/// An organisation that works in the period, with everybody who headed it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Staffed {
    /// The organisation.
    pub organisation: OrganisationId,
    /// Its kind.
    pub kind: OrganisationKind,
    /// The days of the period on which it works.
    pub days: (NaiveDate, NaiveDate),
    /// Its heads in the period in order of time, vacancies between them included; never empty.
    pub heads: Vec<Head>,
}

impl Staffed {
    /// Who heads it on a day; on a day outside of its own, on the nearest of them. Of two appointments the later one counts, but for an
    /// acting head who came after the first day and is to stay nobody knows how long: then it is the one who has not left.
    #[must_use]
    pub fn head_on(&self, day: NaiveDate) -> Head {
        let day = day.clamp(self.days.0, self.days.1);
        let in_office = || self.heads.iter().rev().filter(|it| it.covers(day));
        let for_now = |it: &&Head| it.is_acting_for_now(self.days.0);
        (in_office().find(|it| !for_now(it)))
            .or_else(|| in_office().next())
            .copied()
            .unwrap_or(Head::Vacancy {
                since: None,
                until: None,
            })
    }

    /// The persons who headed it, each once, in order of their first day.
    #[must_use]
    pub fn persons(&self) -> Vec<PersonId> {
        let mut persons = Vec::with_capacity(self.heads.len());
        for person in self.heads.iter().filter_map(Head::person) {
            if !persons.contains(&person) {
                persons.push(person);
            }
        }
        persons
    }

    /// The person's last appointment here in the period.
    #[must_use]
    pub fn last_head(&self, person: PersonId) -> Option<Head> {
        self.heads
            .iter()
            .rev()
            .find(|it| it.person() == Some(person))
            .copied()
    }

    /// How the index of this person (or of the vacancy) is to be taken.
    #[must_use]
    pub fn standing(&self, person: Option<PersonId>, min_months: u32) -> Standing {
        let Some(person) = person else {
            return Standing::Vacancy;
        };
        if let Some(Head::Person {
            kind: AppointmentKind::Acting,
            ..
        }) = self.last_head(person)
        {
            return Standing::Acting;
        }
        let months = self.months_in_office(person);
        if months < min_months {
            Standing::Short { months }
        } else {
            Standing::Full
        }
    }

    /// Whole months in office within the period. Odd days count only where there are several stretches: then thirty make a month.
    fn months_in_office(&self, person: PersonId) -> u32 {
        let stretches = self.stretches(person);
        let (mut months, mut odd_days) = (0_u32, 0_u32);
        for (from, to) in &stretches {
            let (whole, rest) = months_between(*from, *to);
            months = months.saturating_add(whole);
            odd_days = odd_days.saturating_add(rest);
        }
        match stretches.len() {
            0 | 1 => months,
            _ => months.saturating_add(odd_days / 30),
        }
    }

    /// Days in office within the period; appointments that follow on each other, as и. о. and then for good, are one stretch.
    fn stretches(&self, person: PersonId) -> Vec<(NaiveDate, NaiveDate)> {
        let mut stretches: Vec<(NaiveDate, NaiveDate)> = Vec::new();
        for head in self.heads.iter().filter(|it| it.person() == Some(person)) {
            let (from, to) = head.dates();
            let from = from.unwrap_or(self.days.0).max(self.days.0);
            let to = to.unwrap_or(self.days.1).min(self.days.1);
            match stretches.last_mut() {
                Some((_, end)) if from <= day_after(*end) => *end = to.max(*end),
                _ => stretches.push((from, to)),
            }
        }
        stretches
    }
}

/// Everybody who headed an organisation in a period, in the order of the organisations' names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Roster {
    /// The period.
    pub period: PeriodId,
    /// The organisations that work in it.
    pub organisations: Vec<Staffed>,
}

impl Roster {
    /// The roster of a period; empty if there is no such period.
    #[must_use]
    pub fn of(state: &State, period: PeriodId) -> Roster {
        let mut roster = Roster::unsorted(state, period);
        let name = |id| collation_key(name_in(state, period, id));
        (roster.organisations).sort_by_cached_key(|it| (name(it.organisation), it.organisation));
        roster
    }

    /// The same in no order that a person would look for, for sums.
    pub(super) fn unsorted(state: &State, period: PeriodId) -> Roster {
        if let Some(rows) = recorded(state, period) {
            let organisations = rows.iter().map(|(id, it)| as_recorded(*id, it)).collect();
            return Roster {
                period,
                organisations,
            };
        }
        let span = state.periods.get(&period);
        let organisations = (state.organisations.iter())
            .filter_map(|(id, it)| staffed(state, span?, *id, it))
            .collect();
        Roster {
            period,
            organisations,
        }
    }

    /// A roster of one organisation, for whoever looks at one; with none given, of no organisation at all.
    #[must_use]
    pub fn only(&self, organisation: Option<OrganisationId>) -> Roster {
        Roster {
            period: self.period,
            organisations: (organisation.and_then(|it| self.get(it)).cloned())
                .into_iter()
                .collect(),
        }
    }

    /// One organisation of the roster.
    #[must_use]
    pub fn get(&self, organisation: OrganisationId) -> Option<&Staffed> {
        self.organisations
            .iter()
            .find(|it| it.organisation == organisation)
    }
}

/// What a closed period came to, where it is read from that and no longer from what has become of schools and appointments since.
/// `None` for an open one, for one that was closed before results were kept, and while its values are not in memory.
#[must_use]
pub fn recorded(state: &State, period: PeriodId) -> Option<&ResultRows> {
    let closed = (state.periods.get(&period)).is_some_and(|it| it.state == PeriodState::Closed);
    let kept = closed && state.results.contains_key(&period);
    kept.then(|| state.shard(period))
        .flatten()
        .map(|it| it.results())
}

/// What a closed period says of a cell; `None` where it says nothing of it, and in a period that is not closed.
#[must_use]
pub fn recorded_cell(state: &State, cell: Cell) -> Option<&ResultCell> {
    recorded(state, cell.period)?;
    state.result_cell(cell)
}

/// The name of an organisation in a period: that of the time, where the period is closed.
#[must_use]
pub fn name_in(state: &State, period: PeriodId, id: OrganisationId) -> &str {
    let then = recorded(state, period).and_then(|it| it.get(&id));
    let now = || state.organisations.get(&id).map(|it| it.name.as_str());
    (then.map(|it| it.name.as_str()).or_else(now)).unwrap_or_default()
}

/// The organisation with its heads in a period; `None` if it does not work in it.
#[must_use]
pub fn staffed_in(state: &State, period: PeriodId, id: OrganisationId) -> Option<Staffed> {
    if let Some(rows) = recorded(state, period) {
        return rows.get(&id).map(|it| as_recorded(id, it));
    }
    let span = state.periods.get(&period)?;
    staffed(state, span, id, state.organisations.get(&id)?)
}

fn as_recorded(id: OrganisationId, row: &ResultRow) -> Staffed {
    let head = |it: &Tenure| match it.head {
        Some((appointment, person, kind)) => Head::Person {
            appointment,
            person,
            kind,
            from: it.from.unwrap_or(row.days.0),
            to: it.to,
        },
        None => Head::Vacancy {
            since: it.from,
            until: it.to,
        },
    };
    Staffed {
        organisation: id,
        kind: row.kind,
        days: row.days,
        heads: row.tenures.iter().map(head).collect(),
    }
}

/// Of the periods of the same kind as the shown one and not after it, the latest in which a person headed an organisation; the shown one
/// itself where they did.
#[must_use]
pub fn last_period_of(
    state: &State,
    person: PersonId,
    organisation: OrganisationId,
    shown: PeriodId,
) -> Option<PeriodId> {
    let now = state.periods.get(&shown)?;
    (state.periods.iter())
        .filter(|(_, it)| it.kind == now.kind && it.to <= now.to)
        .filter(|(id, _)| {
            let staffed = staffed_in(state, **id, organisation);
            staffed.is_some_and(|it| it.last_head(person).is_some())
        })
        .max_by_key(|(_, it)| it.to)
        .map(|(id, _)| *id)
}

/// The same as appointments say today.
fn staffed(
    state: &State,
    period: &Period,
    id: OrganisationId,
    organisation: &Organisation,
) -> Option<Staffed> {
    staffed_on(state, (period.from, period.to), id, organisation)
}

/// Who heads an organisation on a day; `None` if it does not work then.
#[must_use]
pub fn head_on(state: &State, id: OrganisationId, day: NaiveDate) -> Option<Head> {
    let organisation = state.organisations.get(&id)?;
    let staffed = staffed_on(state, (day, day), id, organisation)?;
    Some(staffed.head_on(day))
}

fn staffed_on(
    state: &State,
    (from, to): (NaiveDate, NaiveDate),
    id: OrganisationId,
    organisation: &Organisation,
) -> Option<Staffed> {
    let days = (
        organisation.opened.map_or(from, |it| it.max(from)),
        organisation.closed.map_or(to, |it| it.min(to)),
    );
    if days.0 > days.1 {
        return None;
    }
    let mut appointed: Vec<Head> = Vec::new();
    let mut last_before = None;
    for (appointment, it) in state
        .appointments_of
        .of(id)
        .filter_map(|it| Some((it, state.appointments.get(&it)?)))
    {
        match it.to {
            Some(to) if to < days.0 => last_before = last_before.max(Some(to)),
            _ => appointed.push(Head::Person {
                appointment,
                person: it.person,
                kind: it.kind,
                from: it.from,
                to: it.to,
            }),
        }
    }
    appointed.sort_by_key(|it| it.dates().0);
    Some(Staffed {
        organisation: id,
        kind: organisation.kind,
        days,
        heads: with_vacancies(&appointed, last_before, days),
    })
}

/// Puts a vacancy in every gap, and leaves out who comes only after the last day.
fn with_vacancies(
    appointed: &[Head],
    last_before: Option<NaiveDate>,
    (first, last): (NaiveDate, NaiveDate),
) -> Vec<Head> {
    let mut heads = Vec::with_capacity(appointed.len() + 1);
    let since = last_before.map(day_after);
    // The first day that nobody covers yet; none once somebody is in office for good.
    let mut open = Some(first);
    for head in appointed {
        let (from, to) = head.dates();
        let from = from.unwrap_or(first);
        if let Some(day) = open.filter(|day| *day <= last && *day < from) {
            heads.push(Head::Vacancy {
                since: if day == first { since } else { Some(day) },
                until: from.pred_opt(),
            });
        }
        if from > last {
            return heads;
        }
        heads.push(*head);
        open = open.and_then(|day| to.map(|to| day_after(to).max(day)));
    }
    if let Some(day) = open.filter(|day| *day <= last) {
        heads.push(Head::Vacancy {
            since: if day == first { since } else { Some(day) },
            until: None,
        });
    }
    heads
}

fn day_after(day: NaiveDate) -> NaiveDate {
    day.checked_add_days(Days::new(1)).unwrap_or(day)
}

/// Whole months and odd days from a first to a last day, both inclusive.
fn months_between(from: NaiveDate, to: NaiveDate) -> (u32, u32) {
    let end = day_after(to);
    let apart =
        (end.year() - from.year()) * 12 + end.month0().cast_signed() - from.month0().cast_signed();
    let most = u32::try_from(apart).unwrap_or(0);
    let after = |months: u32| from.checked_add_months(Months::new(months));
    let months = match after(most) {
        Some(day) if day <= end => most,
        _ => most.saturating_sub(1),
    };
    let rest = after(months).map_or(0, |day| end.signed_duration_since(day).num_days());
    (months, u32::try_from(rest).unwrap_or(0))
}
