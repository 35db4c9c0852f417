//! The organisations of the small world, who heads them, and who uses the program.

use smotr::domain::ids::*;
use smotr::domain::people::*;
use smotr::domain::record::{Key, Record};

use super::*;

pub(super) fn people(out: &mut Vec<(Key, Record)>) {
    for (id, kind, number, name) in [
        (SCHOOL_1, OrganisationKind::School, 1, "СШ № 1"),
        (SCHOOL_2, OrganisationKind::School, 2, "СШ № 2"),
        (NURSERY, OrganisationKind::Kindergarten, 1, "ДС № 1"),
    ] {
        let organisation = Organisation {
            kind,
            number: Some(number),
            name: name.into(),
            full_name: format!("МБОУ «{name}»"),
            opened: None,
            closed: None,
            closed_by: None,
            merged_into: None,
            flags: Vec::new(),
            standing: Vec::new(),
        };
        out.push((Key::Organisation(id), Record::Organisation(organisation)));
    }
    for (id, surname, given, patronymic) in [
        (1, "Ерёмин", "Константин", "Львович"),
        (2, "Дёмина", "Ольга", "Петровна"),
        (3, "Зимин", "Виктор", "Викторович"),
        (4, "Яшина", "Инна", "Олеговна"),
        (5, "Орлова", "Нина", "Павловна"),
        (6, "Белова", "Анна", "Ивановна"),
        (7, "Ветров", "Глеб", "Ильич"),
        (8, "Громов", "Пётр", "Фомич"),
        (9, "Серова", "Юлия", "Юрьевна"),
        (10, "Долин", "Эдуард", "Кузьмич"),
    ] {
        let person = Person {
            surname: surname.into(),
            given: given.into(),
            patronymic: patronymic.into(),
        };
        out.push((Key::Person(PersonId(id)), Record::Person(person)));
    }
    for (id, person, organisation, kind, from, to) in [
        (
            1,
            EREMIN,
            SCHOOL_1,
            AppointmentKind::Permanent,
            "2019-08-15",
            Some("2026-01-11"),
        ),
        (
            2,
            DEMINA,
            SCHOOL_1,
            AppointmentKind::Acting,
            "2026-01-12",
            None,
        ),
        (
            3,
            ZIMIN,
            SCHOOL_2,
            AppointmentKind::Permanent,
            "2021-09-01",
            None,
        ),
        (
            4,
            YASHINA,
            NURSERY,
            AppointmentKind::Permanent,
            "2015-02-02",
            Some("2025-11-30"),
        ),
    ] {
        let appointment = Appointment {
            person,
            organisation,
            kind,
            from: date(from),
            to: to.map(date),
            act: None,
            contract_until: None,
            end_reason: String::new(),
        };
        out.push((
            Key::Appointment(AppointmentId(id)),
            Record::Appointment(appointment),
        ));
    }
    for (id, account, roles) in [
        (ORLOVA, "orlova", Role::ALL.to_vec()),
        (BELOVA, "belova", vec![Role::Methodist]),
        (VETROV, "vetrov", vec![Role::Methodist]),
        (GROMOV, "gromov", vec![Role::Head]),
        (SEROVA, "serova", vec![Role::Administrator]),
        (DOLIN, "dolin", vec![Role::Observer]),
    ] {
        let limited = id == VETROV;
        let user = User {
            account: account.into(),
            person: Some(PersonId(id.0 + 4)),
            roles,
            directions: if limited {
                vec![CONDITIONS]
            } else {
                Vec::new()
            },
            organisations: if limited { vec![SCHOOL_1] } else { Vec::new() },
            retired: false,
            names: true,
        };
        out.push((Key::User(id), Record::User(user)));
    }
}
