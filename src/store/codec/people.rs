//! Stored form of organisations, people, users, periods and the settings: version 1, a user version 2.

use super::shape::{Day, Number, codes, stored};
use crate::domain::people::*;
use crate::domain::period::*;

stored! {
    Settings => SettingsV1 { municipality: String, demo: bool }
    Organisation => OrganisationV1 {
        kind: u8, number: Option<u32>, name: String, full_name: String, opened: Option<Day>, closed: Option<Day>,
    }
    Person => PersonV1 { surname: String, given: String, patronymic: String }
    Appointment => AppointmentV1 {
        person: u32, organisation: u32, kind: u8, from: Day, to: Option<Day>, act: Option<u32>,
        contract_until: Option<Day>, end_reason: String,
    }
    User => UserV2 {
        account: String, person: Option<u32>, roles: Vec<u8>, directions: Vec<u32>, organisations: Vec<u32>, retired: bool,
        names: bool,
    }
    Deputy => DeputyV1 { user: u32, head: u32, from: Day, to: Day, named_by: u32 }
    Period => PeriodV1 { name: String, kind: u8, from: Day, to: Day, deadline: Option<Day>, edition: u32, state: u8 }
    BaseValue => BaseValueV1 { number: Number }
    Reference => ReferenceV1 { number: Number, source: String }
}

codes! {
    OrganisationKind { 1 = School, 2 = Gymnasium, 3 = Lyceum, 4 = Kindergarten, 5 = Additional, 6 = Other }
    AppointmentKind { 1 = Permanent, 2 = Acting, 3 = Concurrent }
    Role { 1 = Observer, 2 = Methodist, 3 = Head, 4 = Administrator }
    PeriodKind { 1 = SchoolYear, 2 = HalfYear, 3 = Quarter }
    PeriodState { 1 = Planned, 2 = Open, 3 = Review, 4 = Closed }
}

/// A user as version 1 had it, when everybody saw names.
#[derive(Debug, serde::Deserialize)]
pub struct UserV1 {
    account: String,
    person: Option<u32>,
    roles: Vec<u8>,
    directions: Vec<u32>,
    organisations: Vec<u32>,
    retired: bool,
}

impl From<UserV1> for UserV2 {
    fn from(old: UserV1) -> UserV2 {
        let UserV1 {
            account,
            person,
            roles,
            directions,
            organisations,
            retired,
        } = old;
        UserV2 {
            account,
            person,
            roles,
            directions,
            organisations,
            retired,
            names: true,
        }
    }
}
