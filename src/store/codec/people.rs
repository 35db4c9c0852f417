//! Stored form of organisations, people, users, periods and the settings, and what their version 1 becomes.

use super::catalogue::older;
use super::shape::{Day, Number, codes, stored, tagged};
use crate::domain::people::*;
use crate::domain::period::*;

stored! {
    Settings => SettingsV1 { municipality: String, demo: bool }
    Organisation => OrganisationV2 {
        kind: u8, number: Option<u32>, name: String, full_name: String, opened: Option<Day>, closed: Option<Day>,
        closed_by: Option<u32>, merged_into: Option<u32>, flags: Vec<OrganisationFlagV1>, standing: Vec<StandingReasonV1>,
    }
    OrganisationFlag => OrganisationFlagV1 { kind: u8, from: Day, to: Option<Day>, note: String }
    StandingReason => StandingReasonV1 { reason: String, indicators: Vec<u32>, from: Option<Day>, to: Option<Day> }
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
    Period => PeriodV2 {
        name: String, kind: u8, from: Day, to: Day, deadline: Option<Day>, locks: bool, edition: u32, state: u8,
        exceptions: Vec<ExceptionV1>, approved_by: Option<u32>, events: Vec<PeriodEventV1>,
    }
    Exception => ExceptionV1 { organisation: u32, until: Day, reason: String }
    PeriodEvent => PeriodEventV1 { deed: PeriodDeedV1, on: Day, by: u32, reason: String, act: Option<u32> }
    BaseValue => BaseValueV1 { number: Number }
    Reference => ReferenceV1 { number: Number, source: String }
}

codes! {
    OrganisationKind {
        1 = School, 2 = Gymnasium, 3 = Lyceum, 4 = Kindergarten, 5 = Additional, 6 = Other, 7 = Basic, 8 = Primary, 9 = Boarding,
    }
    AppointmentKind { 1 = Permanent, 2 = Acting, 3 = Concurrent }
    Role { 1 = Observer, 2 = Methodist, 3 = Head, 4 = Administrator }
    PeriodKind { 1 = SchoolYear, 2 = HalfYear, 3 = Quarter, 4 = CalendarYear }
    FlagKind { 1 = LowResults, 2 = AdverseConditions, 3 = Other }
    PeriodState { 1 = Planned, 2 = Open, 3 = Review, 4 = Closed }
}

tagged! {
    PeriodDeed => PeriodDeedV1 {
        1 = Opened() [PeriodDeed::Opened],
        2 = Reviewed() [PeriodDeed::Reviewed],
        3 = Closed() [PeriodDeed::Closed],
        4 = Reopened() [PeriodDeed::Reopened],
        5 = Moved(from: u32) [PeriodDeed::Moved { from }],
        6 = Rescored(from: u32) [PeriodDeed::Rescored { from }],
    }
}

// In version 1 everybody saw names; an organisation and a period had less to say.
older! {
    UserV1 => UserV2 {
        account: String, person: Option<u32>, roles: Vec<u8>, directions: Vec<u32>, organisations: Vec<u32>, retired: bool,
    } with { names: true }
    OrganisationV1 => OrganisationV2 {
        kind: u8, number: Option<u32>, name: String, full_name: String, opened: Option<Day>, closed: Option<Day>,
    } with { closed_by: None, merged_into: None, flags: Vec::new(), standing: Vec::new() }
    PeriodV1 => PeriodV2 {
        name: String, kind: u8, from: Day, to: Day, deadline: Option<Day>, edition: u32, state: u8,
    } with { locks: false, exceptions: Vec::new(), approved_by: None, events: Vec::new() }
}
