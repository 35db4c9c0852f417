//! Organisations, the people who head them and the people who use the program.
//!
//! [`Person`] is the only record with a name in it; everything else names a person by id.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::ids::{DirectionId, DocumentId, IndicatorId, OrganisationId, PersonId, UserId};

/// An educational organisation (ОО).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Organisation {
    /// What it is.
    pub kind: OrganisationKind,
    /// Its number; unique within its kind.
    pub number: Option<u32>,
    /// Name as shown: «СШ № 12».
    pub name: String,
    /// Name as in papers: «МБОУ «Средняя школа № 12»».
    pub full_name: String,
    /// Works since.
    pub opened: Option<NaiveDate>,
    /// Closed on; nothing used is deleted.
    pub closed: Option<NaiveDate>,
    /// The act by which it was closed or merged.
    pub closed_by: Option<DocumentId>,
    /// Where it was merged into.
    pub merged_into: Option<OrganisationId>,
    /// What it is marked as, over time.
    pub flags: Vec<OrganisationFlag>,
    /// Reasons for «н/п» that hold without being typed.
    pub standing: Vec<StandingReason>,
}

/// An organisation is on a list for some time: low results, adverse conditions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrganisationFlag {
    /// Which list.
    pub kind: FlagKind,
    /// First day.
    pub from: NaiveDate,
    /// Last day, inclusive; `None` while it is on the list.
    pub to: Option<NaiveDate>,
    /// What it rests on, in words; may be empty.
    pub note: String,
}

/// Lists that organisations are on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum FlagKind {
    /// ШНОР: низкие образовательные результаты.
    LowResults,
    /// ШНСУ: неблагоприятные социальные условия.
    AdverseConditions,
    /// Anything else; the note says what.
    Other,
}

/// Why some indicators do not apply to an organisation for as long as it lasts: «нет 11 классов».
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StandingReason {
    /// The reason, as it stands in a cell.
    pub reason: String,
    /// The indicators.
    pub indicators: Vec<IndicatorId>,
    /// First day; `None` always so far.
    pub from: Option<NaiveDate>,
    /// Last day, inclusive; `None` while it lasts.
    pub to: Option<NaiveDate>,
}

impl Organisation {
    /// An organisation with nothing said beyond what it is and what it is called.
    #[must_use]
    pub fn new(
        kind: OrganisationKind,
        number: Option<u32>,
        name: String,
        full_name: String,
    ) -> Organisation {
        Organisation {
            kind,
            number,
            name,
            full_name,
            opened: None,
            closed: None,
            closed_by: None,
            merged_into: None,
            flags: Vec::new(),
            standing: Vec::new(),
        }
    }

    /// Why an indicator does not apply on a day, where a standing reason says so.
    #[must_use]
    pub fn standing_reason(&self, indicator: IndicatorId, day: NaiveDate) -> Option<&str> {
        let holds = |it: &&StandingReason| {
            it.indicators.contains(&indicator)
                && it.from.is_none_or(|from| from <= day)
                && it.to.is_none_or(|to| day <= to)
        };
        self.standing
            .iter()
            .find(holds)
            .map(|it| it.reason.as_str())
    }
}

/// Kind of an organisation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum OrganisationKind {
    /// Средняя школа.
    School,
    /// Гимназия.
    Gymnasium,
    /// Лицей.
    Lyceum,
    /// Детский сад.
    Kindergarten,
    /// Организация дополнительного образования.
    Additional,
    /// Anything else.
    Other,
    /// Основная школа: nine classes.
    Basic,
    /// Начальная школа: four classes.
    Primary,
    /// Школа-интернат.
    Boarding,
}

/// A person (лицо): the only record with a name.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Person {
    /// Фамилия.
    pub surname: String,
    /// Имя; may be empty.
    pub given: String,
    /// Отчество; may be empty.
    pub patronymic: String,
}

impl Person {
    /// What is left of a person whose data was erased on lawful demand: nobody else is without a surname.
    #[must_use]
    pub fn erased() -> Person {
        Person {
            surname: String::new(),
            given: String::new(),
            patronymic: String::new(),
        }
    }

    /// Whether the data was erased: a number is all that is left.
    #[must_use]
    pub fn is_erased(&self) -> bool {
        self.surname.is_empty() && self.given.is_empty() && self.patronymic.is_empty()
    }

    /// Surname, given name and patronymic, as far as they are known.
    #[must_use]
    pub fn full_name(&self) -> String {
        let parts = [&self.surname, &self.given, &self.patronymic];
        let known: Vec<&str> = (parts.into_iter().map(String::as_str))
            .filter(|it| !it.is_empty())
            .collect();
        known.join(" ")
    }
}

/// A person heads an organisation, from–to (назначение).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Appointment {
    /// Who.
    pub person: PersonId,
    /// What is headed.
    pub organisation: OrganisationId,
    /// On what footing.
    pub kind: AppointmentKind,
    /// First day.
    pub from: NaiveDate,
    /// Last day, inclusive; `None` while in office.
    pub to: Option<NaiveDate>,
    /// The act of appointment.
    pub act: Option<DocumentId>,
    /// End of the contract.
    pub contract_until: Option<NaiveDate>,
    /// Why it ended.
    pub end_reason: String,
}

impl Appointment {
    /// Whether the person is in office on that day.
    #[must_use]
    pub fn covers(&self, day: NaiveDate) -> bool {
        self.from <= day && self.to.is_none_or(|to| day <= to)
    }
}

/// On what footing an organisation is headed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum AppointmentKind {
    /// Постоянно.
    Permanent,
    /// Исполняющий обязанности.
    Acting,
    /// По совместительству.
    Concurrent,
}

/// Somebody who uses the program. Who it is comes from the kernel: the account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct User {
    /// Account of the operating system: `orlova`.
    pub account: String,
    /// The person behind the account.
    pub person: Option<PersonId>,
    /// What the user may do.
    pub roles: Vec<Role>,
    /// Directions of a methodist; empty means all.
    pub directions: Vec<DirectionId>,
    /// Organisations of a methodist; empty means all.
    pub organisations: Vec<OrganisationId>,
    /// No longer admitted.
    pub retired: bool,
    /// Sees names and free texts; masks of them otherwise.
    pub names: bool,
}

impl User {
    /// Whether somebody with these roles sees names unless something else is said: whoever works with the records does, whoever
    /// only looks on does not.
    #[must_use]
    pub fn sees_names(roles: &[Role]) -> bool {
        roles.iter().any(|it| *it != Role::Observer)
    }
}

/// What a user may do. A user has a set of roles.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Role {
    /// Наблюдатель: reads.
    Observer,
    /// Методист: enters and recommends.
    Methodist,
    /// Руководитель отдела: approves, decides, closes.
    Head,
    /// Администратор: catalogue, periods, users.
    Administrator,
}

impl Role {
    /// All roles, in rising order; the creator of a store has them all.
    pub const ALL: [Role; 4] = [
        Role::Observer,
        Role::Methodist,
        Role::Head,
        Role::Administrator,
    ];

    /// As it is typed on a command line.
    #[must_use]
    pub const fn typed(self) -> &'static str {
        match self {
            Role::Observer => "observer",
            Role::Methodist => "methodist",
            Role::Head => "head",
            Role::Administrator => "admin",
        }
    }
}

/// A user stands in for a head of department, from–to (замещение): with the head's rights besides their own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Deputy {
    /// Who stands in.
    pub user: UserId,
    /// For whom.
    pub head: UserId,
    /// First day.
    pub from: NaiveDate,
    /// Last day, inclusive.
    pub to: NaiveDate,
    /// Who named the deputy.
    pub named_by: UserId,
}

impl Deputy {
    /// Whether the deputy stands in on that day.
    #[must_use]
    pub fn covers(&self, day: NaiveDate) -> bool {
        self.from <= day && day <= self.to
    }
}

/// What holds for the whole store.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Settings {
    /// Name of the municipality, in the header and on papers.
    pub municipality: String,
    /// A demo store says «ДЕМО» on every screen and paper.
    pub demo: bool,
}
