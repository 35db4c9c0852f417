//! Appointments one by one, organisations that close and merge, careers, names and base quantities: a rule a line.

use smotr::analysis::roster::{self, Head};
use smotr::domain::career::*;
use smotr::domain::catalogue::BaseQuantity;
use smotr::domain::command::*;
use smotr::domain::erasure::{Erasure, MARK};
use smotr::domain::evidence::*;
use smotr::domain::ids::*;
use smotr::domain::people::*;
use smotr::domain::record::{Commit, Key, Kind, Record};
use smotr::domain::refusal::{Field, Refusal};
use smotr::domain::staffing::*;
use smotr::domain::state::State;

use super::forms::kinds;
use super::organisations::school;
use crate::support::world::*;

/// «2026-01-12..» or «2026-01-12..2026-03-31».
fn term(person: PersonId, organisation: OrganisationId, days: &str) -> AppointmentDraft {
    let (from, to) = days.split_once("..").unwrap();
    AppointmentDraft {
        organisation,
        person: PersonChoice::Known(person),
        kind: AppointmentKind::Permanent,
        from: date(from),
        to: (!to.is_empty()).then(|| date(to)),
        act: None,
        contract_until: None,
        end_reason: String::new(),
    }
}

fn acting(person: PersonId, organisation: OrganisationId, days: &str) -> AppointmentDraft {
    AppointmentDraft {
        kind: AppointmentKind::Acting,
        ..term(person, organisation, days)
    }
}

fn appoint(world: &mut World, draft: AppointmentDraft) -> Result<Commit, Refusal> {
    world.act_as(SEROVA, Command::AddAppointment(draft))
}

fn change(world: &mut World, id: u32, draft: AppointmentDraft) -> Result<Commit, Refusal> {
    let id = AppointmentId(id);
    let seen = rev(&world.state, Key::Appointment(id));
    world.act(Command::EditAppointment { id, seen, draft })
}

fn remove(world: &mut World, id: u32) -> Result<Commit, Refusal> {
    let id = AppointmentId(id);
    let seen = rev(&world.state, Key::Appointment(id));
    world.act(Command::RemoveAppointment { id, seen })
}

/// Who is meant by a refusal for overlapping: the number of the other appointment.
fn met(done: Result<Commit, Refusal>) -> Option<u32> {
    match done {
        Err(Refusal::Overlapping { by, .. }) => Some(by.0),
        Ok(_) => None,
        Err(other) => panic!("{other:?}"),
    }
}

fn head(world: &World, organisation: OrganisationId, day: &str) -> Option<PersonId> {
    roster::head_on(&world.state, organisation, date(day)).and_then(|it| it.person())
}

#[test]
fn an_appointment_of_long_ago_is_refused_only_where_it_meets_another() {
    // ДС № 1: 4 is Яшина from 02.02.2015 to 30.11.2025. СШ № 1: 1 to 11.01.2026, 2 acting since. СШ № 2: 3 since 01.09.2021.
    for (draft, other) in [
        (term(ZIMIN, NURSERY, "2010-01-01..2015-02-01"), None),
        (term(ZIMIN, NURSERY, "2010-01-01..2015-02-02"), Some(4)),
        (term(ZIMIN, NURSERY, "2025-11-30.."), Some(4)),
        (term(ZIMIN, NURSERY, "2025-12-01.."), None),
        (term(ZIMIN, SCHOOL_1, "2026-02-01.."), Some(2)),
        (acting(ZIMIN, SCHOOL_1, "2026-02-01..2026-02-10"), Some(2)),
        (acting(YASHINA, SCHOOL_2, "2026-02-01..2026-02-10"), None),
        (acting(YASHINA, SCHOOL_2, "2021-09-01..2021-09-10"), Some(3)),
        (acting(ZIMIN, SCHOOL_2, "2026-02-01..2026-02-10"), Some(3)),
        (term(YASHINA, SCHOOL_2, "2026-02-01..2026-02-10"), Some(3)),
        // One person may head two organisations.
        (term(ZIMIN, SCHOOL_1, "2010-01-01..2012-01-01"), None),
    ] {
        let said = format!("{draft:?}");
        assert_eq!(met(appoint(&mut World::new(), draft)), other, "{said}");
    }
}

#[test]
fn an_acting_head_counts_while_the_absent_one_is_away() {
    let mut world = World::new();
    appoint(
        &mut world,
        acting(YASHINA, SCHOOL_2, "2026-02-01..2026-02-28"),
    )
    .unwrap();
    let heads = ["2026-01-31", "2026-02-01", "2026-02-28", "2026-03-01"];
    let heads = heads.map(|day| head(&world, SCHOOL_2, day));
    assert_eq!(
        heads,
        [Some(ZIMIN), Some(YASHINA), Some(YASHINA), Some(ZIMIN)]
    );
    // Nobody is missing in between, and a second one does not stand in beside the first.
    let at = roster::staffed_in(&world.state, OPEN, SCHOOL_2);
    assert!(
        !at.unwrap()
            .heads
            .iter()
            .any(|it| matches!(it, Head::Vacancy { .. }))
    );
    assert_eq!(
        met(appoint(
            &mut world,
            acting(EREMIN, SCHOOL_2, "2026-02-28..")
        )),
        Some(5)
    );
    // Whoever comes for good comes when the acting one has gone.
    change(
        &mut world,
        3,
        term(ZIMIN, SCHOOL_2, "2021-09-01..2026-02-10"),
    )
    .unwrap();
    assert_eq!(
        met(appoint(&mut world, term(EREMIN, SCHOOL_2, "2026-02-11.."))),
        Some(5)
    );
    assert_eq!(
        met(appoint(&mut world, term(EREMIN, SCHOOL_2, "2026-03-01.."))),
        None
    );
}

#[test]
fn an_appointment_is_changed_with_all_its_fields() {
    let mut world = World::new();
    let draft = AppointmentDraft {
        act: Some(DocumentChoice::New(Document {
            kind: DocumentKind::Order,
            issuer: "Администрация".into(),
            level: DocumentLevel::Municipal,
            date: Some(date("2026-01-11")),
            number: "4-к".into(),
            title: String::new(),
            redaction: None,
            status: DocumentStatus::InForce,
            link: String::new(),
        })),
        contract_until: Some(date("2031-01-11")),
        end_reason: "перевод".into(),
        ..acting(DEMINA, SCHOOL_1, "2026-01-12..2026-03-01")
    };
    let commit = change(&mut world, 2, draft.clone()).unwrap();
    assert_eq!(kinds(&commit), [Kind::Document, Kind::Appointment]);
    let after = &world.state.appointments[&AppointmentId(2)];
    assert_eq!(
        (after.act, after.contract_until),
        (Some(DocumentId(3)), draft.contract_until)
    );
    assert_eq!(after.end_reason, "перевод");
    world.act(Command::Undo).unwrap();
    assert_eq!(world.state.appointments[&AppointmentId(2)].act, None);
}

#[test]
fn dates_of_an_appointment_are_in_order_and_within_those_of_the_organisation() {
    let mut world = World::new();
    let before = |field, given, earliest| Refusal::DateBefore {
        field,
        given: date(given),
        earliest: date(earliest),
    };
    let backwards = term(ZIMIN, NURSERY, "2026-02-01..2026-01-31");
    assert_eq!(
        appoint(&mut world, backwards).unwrap_err(),
        before(Field::To, "2026-01-31", "2026-02-01")
    );
    let short = AppointmentDraft {
        contract_until: Some(date("2026-01-31")),
        ..term(ZIMIN, NURSERY, "2026-02-01..")
    };
    assert_eq!(
        appoint(&mut world, short).unwrap_err(),
        before(Field::Contract, "2026-01-31", "2026-02-01")
    );
    let organisation = school(3);
    world
        .act(Command::AddOrganisation {
            organisation,
            head: None,
        })
        .unwrap();
    assert_eq!(
        appoint(&mut world, term(ZIMIN, OrganisationId(4), "2020-08-31..")).unwrap_err(),
        before(Field::From, "2020-08-31", "2020-09-01")
    );
}

#[test]
fn an_appointment_is_taken_out_only_where_nothing_rests_on_it() {
    // The results of a closed period, a value of the person in an open one, advice to the person here.
    let mut world = World::new();
    assert_eq!(
        remove(&mut world, 3),
        Err(Refusal::InUse {
            key: Key::Appointment(AppointmentId(3)),
            by: Key::Period(CLOSED)
        })
    );
    let mut world = World::new();
    world.set(cell_of(SCORE, DEMINA), entry("50")).unwrap();
    assert_eq!(
        remove(&mut world, 2),
        Err(Refusal::InUse {
            key: Key::Appointment(AppointmentId(2)),
            by: Key::Value(cell_of(SCORE, DEMINA)),
        })
    );
    let mut world = World::new();
    appoint(&mut world, term(ZIMIN, NURSERY, "2026-03-01..")).unwrap();
    remove(&mut world, 5).unwrap();
    assert_eq!(head(&world, NURSERY, "2026-04-01"), None);
    world.act(Command::Undo).unwrap();
    assert_eq!(head(&world, NURSERY, "2026-04-01"), Some(ZIMIN));
}

#[test]
fn undo_does_not_bring_back_who_would_stand_beside_somebody_else() {
    let mut world = World::new();
    appoint(&mut world, term(ZIMIN, NURSERY, "2026-03-01..")).unwrap();
    world.act_as(SEROVA, Command::Undo).unwrap();
    let other = Command::AddAppointment(term(EREMIN, NURSERY, "2026-02-01.."));
    world.act_as(ORLOVA, other).unwrap();
    let redone = world.act_as(SEROVA, Command::Redo);
    assert_eq!(met(redone), Some(6));
}

fn closing(state: &State, id: OrganisationId) -> Closing {
    Closing {
        act: Some(DocumentChoice::Known(ORDER)),
        reason: "реорганизация".into(),
        heads: (state.appointments_of.of(id))
            .map(|it| (it, rev(state, Key::Appointment(it))))
            .collect(),
    }
}

/// СШ № 1 merged into another organisation on a day.
fn merge(world: &mut World, into: OrganisationId, day: &str) -> Result<Commit, Refusal> {
    let organisation = Organisation {
        closed: Some(date(day)),
        merged_into: Some(into),
        ..world.state.organisations[&SCHOOL_1].body.clone()
    };
    let (seen, closing) = (
        rev(&world.state, Key::Organisation(SCHOOL_1)),
        closing(&world.state, SCHOOL_1),
    );
    world.act_as(
        SEROVA,
        Command::CloseOrganisation {
            id: SCHOOL_1,
            seen,
            organisation,
            closing,
        },
    )
}

#[test]
fn a_merged_organisation_closes_and_lets_its_head_go_and_keeps_its_values() {
    let mut world = World::new();
    world.set(cell(COUNT, SCHOOL_1), entry("1")).unwrap();
    let commit = merge(&mut world, SCHOOL_2, "2026-05-31").unwrap();
    assert_eq!(kinds(&commit), [Kind::Organisation, Kind::Appointment]);
    let closed = &world.state.organisations[&SCHOOL_1];
    assert_eq!(
        (closed.closed_by, closed.merged_into),
        (Some(ORDER), Some(SCHOOL_2))
    );
    let left = &world.state.appointments[&AppointmentId(2)];
    assert_eq!(
        (left.to, left.end_reason.as_str()),
        (Some(date("2026-05-31")), "реорганизация")
    );
    assert!(world.value(cell(COUNT, SCHOOL_1)).is_some());
    // On its last day it is still headed, and so are its values.
    assert_eq!(head(&world, SCHOOL_1, "2026-05-31"), Some(DEMINA));
    assert_eq!(
        roster::head_on(&world.state, SCHOOL_1, date("2026-06-01")),
        None
    );
    // Nobody is appointed to what is closed.
    assert_eq!(
        appoint(&mut world, term(ZIMIN, SCHOOL_1, "2026-06-01..")).unwrap_err(),
        Refusal::OrganisationClosed {
            organisation: SCHOOL_1,
            closed: date("2026-05-31")
        }
    );
    // By the other way in as little, and up to the last day no longer than that.
    let install = |from: &str| Command::Appoint {
        organisation: SCHOOL_1,
        head: Some(NewHead {
            person: PersonChoice::Known(ZIMIN),
            kind: AppointmentKind::Permanent,
            from: date(from),
            to: None,
            act: None,
        }),
        from: date(from),
        reason: String::new(),
        seen: in_office(&world.state, SCHOOL_1, from),
        absent: None,
    };
    let (late, in_time) = (install("2026-06-01"), install("2026-05-20"));
    assert_eq!(
        world.act_as(SEROVA, late).unwrap_err(),
        Refusal::OrganisationClosed {
            organisation: SCHOOL_1,
            closed: date("2026-05-31")
        }
    );
    let commit = world.act_as(SEROVA, in_time).unwrap();
    let Some(Record::Appointment(it)) = &commit.changes[1].after else {
        panic!("{commit:?}")
    };
    assert_eq!((it.person, it.to), (ZIMIN, Some(date("2026-05-31"))));
    world.act_as(SEROVA, Command::Undo).unwrap();
    // Taken back, everything is as it was.
    world.act_as(SEROVA, Command::Undo).unwrap();
    assert_eq!(world.state.organisations[&SCHOOL_1].closed, None);
    assert_eq!(world.state.appointments[&AppointmentId(2)].to, None);
}

/// Whoever is in office on a day, as it was seen.
fn in_office(
    state: &smotr::domain::state::State,
    id: OrganisationId,
    day: &str,
) -> Vec<(AppointmentId, Seq)> {
    let all = (state.appointments_of.of(id)).map(|it| (it, &state.appointments[&it]));
    let found = all.filter(|(_, it)| it.covers(date(day)));
    found.map(|(id, it)| (id, it.stamp.rev)).collect()
}

#[test]
fn nothing_is_merged_into_itself_or_into_what_is_closed() {
    let mut world = World::new();
    let circle = |into| Err(Refusal::MergedInCircle { into });
    assert_eq!(merge(&mut world, SCHOOL_1, "2026-05-31"), circle(SCHOOL_1));
    let edit = |world: &mut World, id, closed, merged_into| {
        let organisation = Organisation {
            closed,
            merged_into,
            ..world.state.organisations[&id].body.clone()
        };
        let seen = rev(&world.state, Key::Organisation(id));
        world.act(Command::EditOrganisation {
            id,
            seen,
            organisation,
        })
    };
    let closed = Some(date("2026-06-30"));
    assert_eq!(
        edit(&mut world, NURSERY, None, Some(SCHOOL_2)),
        Err(Refusal::Empty {
            field: Field::Closed
        })
    );
    edit(&mut world, NURSERY, closed, None).unwrap();
    merge(&mut world, NURSERY, "2026-05-31").unwrap();
    assert_eq!(
        edit(&mut world, NURSERY, closed, Some(SCHOOL_1)),
        circle(SCHOOL_1)
    );
    let mut world = World::new();
    edit(&mut world, NURSERY, Some(date("2026-05-31")), None).unwrap();
    assert_eq!(
        merge(&mut world, NURSERY, "2026-05-31"),
        Err(Refusal::OrganisationClosed {
            organisation: NURSERY,
            closed: date("2026-05-31")
        })
    );
}

#[test]
fn a_register_is_held_against_what_it_makes_of_all_whatever_the_order_of_its_rows() {
    let row = |world: &World, id, closed: Option<&str>, merged_into| IntakeOrganisation {
        at: Some((id, rev(&world.state, Key::Organisation(id)))),
        organisation: Some(Organisation {
            closed: closed.map(date),
            merged_into,
            ..world.state.organisations[&id].body.clone()
        }),
        heads: Vec::new(),
        into: None,
    };
    let found = |world: &mut World, name: &str| {
        let mut organisation = world.state.organisations[&SCHOOL_1].body.clone();
        (organisation.name, organisation.number) = (name.into(), None);
        let head = None;
        let commit = world.act(Command::AddOrganisation { organisation, head });
        match commit.unwrap().changes[0].key {
            Key::Organisation(id) => id,
            other => panic!("{other:?}"),
        }
    };
    let mut world = World::new();
    let (a, b) = (found(&mut world, "А"), found(&mut world, "Б"));
    let take = |rows: [IntakeOrganisation; 2]| {
        let mut world = world.clone();
        let intake = Intake {
            organisations: rows.into(),
            ..Intake::default()
        };
        world.act(Command::TakeIn(intake)).map(drop)
    };
    let (first, last) = (Some("2026-05-01"), Some("2026-05-31"));
    for swapped in [false, true] {
        let rows = |mut rows: [IntakeOrganisation; 2]| {
            if swapped {
                rows.reverse();
            }
            rows
        };
        let each_other = [
            row(&world, a, last, Some(b)),
            row(&world, b, first, Some(a)),
        ];
        let circle = take(rows(each_other));
        assert!(
            matches!(circle, Err(Refusal::MergedInCircle { .. })),
            "{circle:?}"
        );
        let sooner = [row(&world, a, last, Some(b)), row(&world, b, first, None)];
        let organisation = b;
        let closed = date("2026-05-01");
        let refused = Refusal::OrganisationClosed {
            organisation,
            closed,
        };
        assert_eq!(take(rows(sooner)), Err(refused));
        let sound = [row(&world, a, first, Some(b)), row(&world, b, last, None)];
        assert_eq!(take(rows(sound)), Ok(()));
    }
}

#[test]
fn nobody_is_let_go_who_was_not_seen() {
    let mut world = World::new();
    let seen_before = closing(&world.state, SCHOOL_1);
    change(&mut world, 2, acting(ZIMIN, SCHOOL_1, "2026-01-12..")).unwrap();
    let organisation = Organisation {
        closed: Some(date("2026-05-31")),
        ..world.state.organisations[&SCHOOL_1].body.clone()
    };
    let seen = rev(&world.state, Key::Organisation(SCHOOL_1));
    let command = |closing| Command::CloseOrganisation {
        id: SCHOOL_1,
        seen,
        organisation: organisation.clone(),
        closing,
    };
    for heads in [seen_before.heads.clone(), Vec::new()] {
        let done = world.act(command(Closing {
            heads,
            ..seen_before.clone()
        }));
        assert!(matches!(done, Err(Refusal::Conflict { .. })), "{done:?}");
    }
    let heads = closing(&world.state, SCHOOL_1);
    world.act(command(heads)).unwrap();
}

#[test]
fn flags_and_standing_reasons_are_checked() {
    let flag = |kind, from: &str, to: Option<&str>, note: &str| OrganisationFlag {
        kind,
        from: date(from),
        to: to.map(date),
        note: note.into(),
    };
    let standing = |reason: &str, indicators: &[IndicatorId]| StandingReason {
        reason: reason.into(),
        indicators: indicators.to_vec(),
        from: None,
        to: None,
    };
    let with = |flags, standing| {
        let organisation = Organisation {
            flags,
            standing,
            ..school(3)
        };
        World::new().act(Command::AddOrganisation {
            organisation,
            head: None,
        })
    };
    with(
        vec![flag(
            FlagKind::LowResults,
            "2024-09-01",
            Some("2025-08-31"),
            "",
        )],
        vec![standing("нет 11 классов", &[RATIO, COUNT])],
    )
    .unwrap();
    let backwards = with(
        vec![flag(
            FlagKind::LowResults,
            "2024-09-01",
            Some("2024-08-31"),
            "",
        )],
        vec![],
    );
    assert!(matches!(
        backwards,
        Err(Refusal::DateBefore {
            field: Field::Flags,
            ..
        })
    ));
    let nameless = with(vec![flag(FlagKind::Other, "2024-09-01", None, "")], vec![]);
    assert_eq!(nameless, Err(Refusal::Empty { field: Field::Note }));
    let wordless = with(vec![], vec![standing("11", &[RATIO])]);
    assert_eq!(
        wordless,
        Err(Refusal::NoWords {
            field: Field::Standing
        })
    );
    let aimless = with(vec![], vec![standing("нет 11 классов", &[])]);
    assert_eq!(
        aimless,
        Err(Refusal::Empty {
            field: Field::Indicators
        })
    );
    let unknown = with(vec![], vec![standing("нет 11 классов", &[IndicatorId(99)])]);
    assert!(matches!(
        unknown,
        Err(Refusal::Missing {
            key: Key::Indicator(_, IndicatorId(99))
        })
    ));
}

fn course() -> CareerDraft {
    CareerDraft {
        person: PersonChoice::Known(EREMIN),
        document: None,
        mentor: None,
        career: Career::Qualification(Qualification {
            person: PersonId(0),
            kind: QualificationKind::Course,
            title: "Управление школой".into(),
            institution: "СОИРО".into(),
            hours: Some(72),
            issued: date("2025-03-01"),
            until: Some(date("2028-03-01")),
            paper: "удостоверение № 6727-18".into(),
        }),
    }
}

fn candidate() -> Candidate {
    Candidate {
        person: PersonId(0),
        post: "директор".into(),
        organisation: Some(SCHOOL_2),
        ground: None,
        from: date("2025-09-01"),
        until: Some(date("2028-08-31")),
        programme: "Школа резерва".into(),
        mentor: None,
        outcome: CandidateOutcome::InReserve,
    }
}

fn reserve(career: Candidate, mentor: Option<PersonId>) -> CareerDraft {
    CareerDraft {
        person: PersonChoice::New(Person {
            surname: "Щукина".into(),
            given: "Вера".into(),
            patronymic: String::new(),
        }),
        document: Some(DocumentChoice::Known(ORDER)),
        mentor: mentor.map(PersonChoice::Known),
        career: Career::Candidate(career),
    }
}

fn keep(world: &mut World, draft: CareerDraft) -> Result<Commit, Refusal> {
    world.act_as(
        GROMOV,
        Command::SetCareer {
            at: None,
            draft: Some(draft),
        },
    )
}

#[test]
fn a_career_is_kept_by_the_head_of_department_too() {
    let mut world = World::new();
    let commit = keep(&mut world, reserve(candidate(), Some(ZIMIN))).unwrap();
    assert_eq!(kinds(&commit), [Kind::Person, Kind::Candidate]);
    let kept = &world.state.candidates[&CandidateId(1)];
    assert_eq!(
        (kept.person, kept.ground, kept.mentor),
        (PersonId(11), Some(ORDER), Some(ZIMIN))
    );
    world.act_as(GROMOV, Command::Undo).unwrap();
    assert!(world.state.candidates.is_empty());
    world.act_as(GROMOV, Command::Redo).unwrap();
    keep(&mut world, course()).unwrap();
    let key = Key::Qualification(QualificationId(1));
    let at = Some((key, rev(&world.state, key)));
    // Changed as another kind it would no longer be what its key says.
    let other = Some(reserve(candidate(), None));
    assert_eq!(
        world.act(Command::SetCareer { at, draft: other }),
        Err(Refusal::WrongKind { key })
    );
    world
        .act_as(SEROVA, Command::SetCareer { at, draft: None })
        .unwrap();
    assert!(world.state.qualifications.is_empty());
    for user in [BELOVA, DOLIN] {
        let done = world.act_as(
            user,
            Command::SetCareer {
                at: None,
                draft: Some(course()),
            },
        );
        assert_eq!(bare(done), Err(denied(Role::Administrator)));
    }
}

#[test]
fn a_career_is_refused_whose_days_or_words_are_wrong() {
    let spoilt = |spoil: fn(&mut Qualification)| {
        let mut draft = course();
        if let Career::Qualification(it) = &mut draft.career {
            spoil(it);
        }
        keep(&mut World::new(), draft).unwrap_err()
    };
    assert_eq!(
        spoilt(|it| it.title.clear()),
        Refusal::Empty {
            field: Field::Title
        }
    );
    assert!(matches!(
        spoilt(|it| it.hours = Some(0)),
        Refusal::OutOfRange { .. }
    ));
    assert!(matches!(
        spoilt(|it| it.issued = date("2026-05-24")),
        Refusal::DateAfter { .. }
    ));
    assert!(matches!(
        spoilt(|it| it.until = Some(date("2025-02-28"))),
        Refusal::DateBefore {
            field: Field::Until,
            ..
        }
    ));
    let spoilt = |spoil: fn(&mut Candidate)| {
        let mut career = candidate();
        spoil(&mut career);
        keep(&mut World::new(), reserve(career, None)).unwrap_err()
    };
    assert_eq!(
        spoilt(|it| it.post = "1".into()),
        Refusal::NoWords { field: Field::Post }
    );
    assert!(matches!(
        spoilt(|it| it.outcome = CandidateOutcome::Trained {
            on: date("2025-08-31")
        }),
        Refusal::DateBefore { .. }
    ));
    assert_eq!(
        spoilt(|it| it.outcome = CandidateOutcome::Excluded {
            on: date("2026-01-01"),
            reason: String::new()
        }),
        Refusal::Empty {
            field: Field::Reason
        }
    );
    assert!(matches!(
        spoilt(|it| it.organisation = Some(OrganisationId(77))),
        Refusal::Missing { .. }
    ));
    let own = CareerDraft {
        person: PersonChoice::Known(ZIMIN),
        ..reserve(candidate(), Some(ZIMIN))
    };
    assert_eq!(keep(&mut World::new(), own), Err(Refusal::OwnMentor));
}

#[test]
fn a_name_is_put_right_by_the_administrator() {
    let mut world = World::new();
    let rename = |world: &World, surname: &str| Command::EditPerson {
        id: DEMINA,
        seen: rev(&world.state, Key::Person(DEMINA)),
        person: Person {
            surname: surname.into(),
            ..world.state.persons[&DEMINA].body.clone()
        },
    };
    let command = rename(&world, "Ковалёва");
    assert_eq!(
        bare(world.act_as(GROMOV, command.clone())),
        Err(denied(Role::Administrator))
    );
    world.act_as(SEROVA, command).unwrap();
    assert_eq!(world.state.persons[&DEMINA].surname, "Ковалёва");
    let nameless = rename(&world, "");
    assert_eq!(
        world.act(nameless),
        Err(Refusal::Empty {
            field: Field::Surname
        })
    );
}

/// The title is what files find a quantity by: it is one of the store once a register is taken in as a whole.
#[test]
fn titles_of_base_quantities_are_apart_once_all_is_written() {
    let mut world = World::new();
    let quantity = |title: &str| BaseQuantity {
        title: title.into(),
        unit: "чел.".into(),
        whole: true,
        retired: false,
    };
    let register = |all: Vec<(Option<(BaseQuantityId, Seq)>, BaseQuantity)>| {
        Command::TakeIn(Intake {
            quantities: all,
            ..Intake::default()
        })
    };
    let twins = register(vec![
        (None, quantity("Ученики")),
        (None, quantity("УЧЕНИКИ")),
    ]);
    let refused = world.act(twins);
    assert!(matches!(refused, Err(Refusal::Taken { .. })), "{refused:?}");
    let two = register(vec![(None, quantity("Ученики")), (None, quantity("Дети"))]);
    let added: Vec<Key> = (world.act(two).unwrap().changes.iter())
        .map(|it| it.key)
        .collect();
    let at = |world: &World, key: Key| match key {
        Key::BaseQuantity(id) => Some((id, rev(&world.state, key))),
        _ => panic!("{key:?}"),
    };
    let told = |world: &World, first: &str, second: &str| {
        register(vec![
            (at(world, added[0]), quantity(first)),
            (at(world, added[1]), quantity(second)),
        ])
    };
    let same = told(&world, "Классы", "классы");
    assert!(world.act(same).is_err());
    let key = added[1];
    let first_only = register(vec![(at(&world, added[0]), quantity("Дети"))]);
    assert_eq!(world.act(first_only), Err(Refusal::Taken { key }));
    // Two that exchange their names are told by one row each.
    let exchanged = told(&world, "Дети", "Ученики");
    world.act(exchanged).unwrap();
    world.act(Command::Undo).unwrap();
}

#[test]
fn a_base_quantity_is_one_of_its_name_and_stays_what_it_is() {
    let mut world = World::new();
    let quantity = |title: &str, whole| BaseQuantity {
        title: title.into(),
        unit: "чел.".into(),
        whole,
        retired: false,
    };
    world
        .act_as(SEROVA, Command::AddBaseQuantity(quantity("Ставки", false)))
        .unwrap();
    let id = world
        .state
        .base_quantities
        .keys()
        .next_back()
        .copied()
        .unwrap();
    let twice = Command::AddBaseQuantity(quantity("СТАВКИ", true));
    assert_eq!(
        world.act(twice),
        Err(Refusal::Taken {
            key: Key::BaseQuantity(id)
        })
    );
    let edit = |world: &mut World, id, quantity| {
        let seen = rev(&world.state, Key::BaseQuantity(id));
        world.act(Command::EditBaseQuantity { id, seen, quantity })
    };
    edit(&mut world, id, quantity("Ставки", true)).unwrap();
    let set = Command::SetBase {
        period: OPEN,
        base: id,
        organisation: SCHOOL_1,
        seen: Seen::Absent,
        number: Some(number("7")),
        values: Vec::new(),
    };
    world.act(set).unwrap();
    let used = Refusal::Fixed {
        field: Field::Whole,
        by: Key::BaseValue(OPEN, id, SCHOOL_1),
    };
    assert_eq!(edit(&mut world, id, quantity("Ставки", false)), Err(used));
    let retired = BaseQuantity {
        retired: true,
        ..quantity("Ставки педагогов", true)
    };
    edit(&mut world, id, retired).unwrap();
    let published = edit(&mut world, TEACHERS, quantity("Педагоги", false));
    assert!(
        matches!(
            published,
            Err(Refusal::Fixed {
                by: Key::Indicator(..),
                ..
            })
        ),
        "{published:?}"
    );
}

#[test]
fn a_register_is_taken_in_as_one_commit() {
    let mut world = World::new();
    let person = || {
        PersonChoice::New(Person {
            surname: "Щукина".into(),
            given: "Вера".into(),
            patronymic: String::new(),
        })
    };
    let head = |from: &str| {
        let head = IntakeHead {
            person: person(),
            kind: AppointmentKind::Permanent,
            from: date(from),
            to: None,
            end_reason: String::new(),
            act: None,
            contract_until: None,
        };
        (None, head)
    };
    let left = IntakeHead {
        person: PersonChoice::Known(ZIMIN),
        to: Some(date("2026-03-31")),
        ..head("2021-09-01").1
    };
    let intake = Intake {
        file: [7; 16],
        organisations: vec![
            IntakeOrganisation {
                into: None,
                at: None,
                organisation: Some(school(3)),
                heads: vec![head("2024-09-01")],
            },
            IntakeOrganisation {
                into: None,
                at: Some((SCHOOL_2, rev(&world.state, Key::Organisation(SCHOOL_2)))),
                organisation: None,
                // Who comes stands before who leaves: it is the whole that counts.
                heads: vec![
                    head("2026-04-01"),
                    (
                        Some((
                            AppointmentId(3),
                            rev(&world.state, Key::Appointment(AppointmentId(3))),
                        )),
                        left,
                    ),
                ],
            },
        ],
        careers: vec![(
            None,
            CareerDraft {
                person: person(),
                ..course()
            },
        )],
        ..Intake::default()
    };
    let commit = world.act_as(SEROVA, Command::TakeIn(intake)).unwrap();
    assert_eq!(
        world.state.persons.len(),
        11,
        "somebody named alike is one person"
    );
    assert_eq!(commit.changes.len(), 6);
    assert_eq!(
        head_of(&world, OrganisationId(4)),
        head_of(&world, SCHOOL_2)
    );
    world.act_as(SEROVA, Command::Undo).unwrap();
    assert_eq!(world.state.organisations.len(), 3);
}

fn head_of(world: &World, id: OrganisationId) -> Option<PersonId> {
    head(world, id, "2026-05-01")
}

#[test]
fn an_erased_career_says_nothing_any_more() {
    let mut world = World::new();
    keep(&mut world, course()).unwrap();
    let mine = |draft: CareerDraft| CareerDraft {
        person: PersonChoice::Known(EREMIN),
        ..draft
    };
    let excluded = CandidateOutcome::Excluded {
        on: date("2026-01-01"),
        reason: "отказ".into(),
    };
    keep(
        &mut world,
        mine(reserve(
            Candidate {
                outcome: excluded,
                ..candidate()
            },
            Some(ZIMIN),
        )),
    )
    .unwrap();
    keep(
        &mut world,
        mine(CareerDraft {
            career: Career::Contract(Contract {
                person: PersonId(0),
                organisation: SCHOOL_1,
                number: "17-к".into(),
                from: date("2019-08-15"),
                until: None,
            }),
            ..course()
        }),
    )
    .unwrap();
    keep(
        &mut world,
        mine(CareerDraft {
            document: Some(DocumentChoice::Known(ORDER)),
            career: Career::Attestation(Attestation {
                person: PersonId(0),
                candidate: false,
                held: date("2024-02-01"),
                outcome: AttestationOutcome::Fit,
                until: None,
                act: None,
            }),
            ..course()
        }),
    )
    .unwrap();
    let erasure = Erasure::new(EREMIN, &world.state.persons[&EREMIN], []);
    let keys = [
        Key::Qualification(QualificationId(1)),
        Key::Candidate(CandidateId(1)),
        Key::Contract(ContractId(1)),
        Key::Attestation(AttestationId(1)),
    ];
    let left = keys.map(|key| {
        let (record, _) = world.state.record(key).unwrap();
        let left = erasure.without(key, &record).unwrap();
        assert_eq!(
            erasure.without(key, &left),
            None,
            "nothing is left to erase"
        );
        left
    });
    let said = format!("{left:?}");
    for word in [
        "Управление",
        "СОИРО",
        "72",
        "6727",
        "директор",
        "Школа резерва",
        "отказ",
        "17-к",
    ] {
        assert!(!said.contains(word), "{word}: {said}");
    }
    assert!(said.contains(MARK));
    assert!(matches!(&left[3], Record::Attestation(it) if it.act.is_none()));
    // Somebody else's is left alone.
    let other = Erasure::new(DEMINA, &world.state.persons[&DEMINA], []);
    for key in keys {
        assert_eq!(
            other.without(key, &world.state.record(key).unwrap().0),
            None
        );
    }
}
