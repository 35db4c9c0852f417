//! Loading ready records, and taking that back.

use smotr::domain::command::*;
use smotr::domain::ids::*;
use smotr::domain::people::*;
use smotr::domain::period::{BaseValue, Reference};
use smotr::domain::record::{Key, Kind, Record};
use smotr::domain::refusal::{Field, Refusal};
use smotr::domain::state::State;
use smotr::domain::value::{Cell, Entry, Subject, Value, ValueState};

use super::organisations::school;
use crate::support::world::*;

#[test]
fn whoever_opens_an_empty_store_founds_it() {
    let mut state = State::default();
    do_as(&mut state, DOLIN, Command::Load(records())).unwrap();
    let more = vec![(
        Key::Organisation(OrganisationId(9)),
        Record::Organisation(school(9)),
    )];
    let needs = Role::Administrator;
    assert_eq!(
        bare(do_as(&mut state, DOLIN, Command::Load(more))),
        Err(denied(needs))
    );
}

#[test]
fn the_order_of_loaded_records_does_not_matter() {
    let mut backwards = records();
    backwards.reverse();
    let mut state = State::default();
    do_as(&mut state, PROGRAM, Command::Load(backwards)).unwrap();
    assert_eq!(state, World::new().state);
}

/// A number for a period that comes with it is there at once, as it would be after a replay.
#[test]
fn base_quantities_come_with_their_period() {
    let mut world = World::new();
    let new = PeriodId(3);
    let (period, _) = world.state.record(Key::Period(OPEN)).unwrap();
    let base = Key::BaseValue(new, TEACHERS, SCHOOL_1);
    let number = Record::BaseValue(BaseValue {
        number: number("24"),
    });
    let records = vec![(Key::Period(new), period), (base, number.clone())];
    world.act_as(SEROVA, Command::Load(records)).unwrap();
    let there = |world: &World| world.state.record(base).map(|(record, _)| record);
    assert_eq!(there(&world), Some(number.clone()));
    world.act_as(SEROVA, Command::Undo).unwrap();
    assert_eq!(there(&world), None);
    world.act_as(SEROVA, Command::Redo).unwrap();
    assert_eq!(there(&world), Some(number));
}

#[test]
fn loading_is_refused() {
    let organisation = Key::Organisation(OrganisationId(9));
    let record = Record::Organisation(school(9));
    let in_closed = Key::Value(Cell {
        period: CLOSED,
        indicator: COUNT,
        subject: Subject::Organisation(SCHOOL_2),
    });
    let base_in_closed = Key::BaseValue(CLOSED, TEACHERS, SCHOOL_2);
    let base = Record::BaseValue(BaseValue {
        number: number("24"),
    });
    // The one that the world comes with is taken.
    let reference_in_closed = Key::Reference(CLOSED, COUNT);
    let reference = Record::Reference(Reference {
        number: number("12"),
        source: "ФИС ОКО".into(),
    });
    let orphan = Key::Value(Cell {
        subject: Subject::Organisation(OrganisationId(77)),
        ..cell(COUNT, SCHOOL_2)
    });
    let value = |entry| Record::Value(Value::entered(entry, ORLOVA));
    let indicator = (
        Key::Indicator(EDITION, IndicatorId(10)),
        World::new()
            .state
            .record(Key::Indicator(EDITION, COUNT))
            .unwrap()
            .0,
    );
    let user = World::new().state.record(Key::User(ORLOVA)).unwrap().0;
    let taken = |key| Refusal::Taken { key };
    let last = Key::Organisation(OrganisationId(u32::MAX));
    let cases = [
        (
            vec![(Key::Person(PersonId(50)), record.clone())],
            Refusal::WrongKind {
                key: Key::Person(PersonId(50)),
            },
        ),
        (
            vec![(Key::Organisation(SCHOOL_1), record.clone())],
            taken(Key::Organisation(SCHOOL_1)),
        ),
        (
            vec![
                (organisation, record.clone()),
                (organisation, record.clone()),
            ],
            taken(organisation),
        ),
        (vec![(last, record.clone())], taken(last)),
        (vec![(Key::User(PROGRAM), user)], taken(Key::User(PROGRAM))),
        (
            vec![(in_closed, value(entry("1")))],
            Refusal::PeriodClosed { period: CLOSED },
        ),
        (
            vec![(base_in_closed, base)],
            Refusal::PeriodClosed { period: CLOSED },
        ),
        (
            vec![(reference_in_closed, reference)],
            Refusal::PeriodClosed { period: CLOSED },
        ),
        (
            vec![(orphan, value(entry("1")))],
            Refusal::Missing {
                key: Key::Organisation(OrganisationId(77)),
            },
        ),
        (
            vec![(Key::Value(cell(RATIO, SCHOOL_2)), value(ratio("1", "0")))],
            Refusal::ZeroDenominator,
        ),
        (vec![indicator], Refusal::EditionPublished),
        (
            vec![(
                organisation,
                Record::Organisation(Organisation {
                    name: "\u{7}".into(),
                    ..school(9)
                }),
            )],
            Refusal::Unprintable { field: Field::Name },
        ),
        (Vec::new(), Refusal::NoChange),
    ];
    for (records, refusal) in cases {
        assert_eq!(World::new().act(Command::Load(records)), Err(refusal));
    }
}

#[test]
fn a_founding_is_taken_back_whole_and_loaded_again() {
    let mut world = World::new();
    let founded = world.state.clone();
    world.act_as(PROGRAM, Command::Undo).unwrap();
    assert_eq!(world.state.keys().count(), 0);
    world.act_as(PROGRAM, Command::Redo).unwrap();
    for key in founded.keys() {
        let body = |state: &State| state.record(key).map(|(record, _)| record);
        assert_eq!(body(&world.state), body(&founded));
    }
    assert_eq!(world.state.keys().count(), founded.keys().count());
}

#[test]
fn what_an_administrator_has_loaded_they_take_back() {
    let mut world = World::new();
    let key = Key::Value(cell(COUNT, SCHOOL_2));
    let records = vec![(key, Record::Value(Value::entered(entry("1"), SEROVA)))];
    world.act_as(SEROVA, Command::Load(records)).unwrap();
    world.act_as(SEROVA, Command::Undo).unwrap();
    assert_eq!(world.state.stamp(key), None);
    world.act_as(SEROVA, Command::Redo).unwrap();
}

/// No text of any kind of record slips past: one hidden character anywhere, and the record is refused.
#[test]
fn what_is_loaded_can_be_shown() {
    let dirty = "x\u{202e}";
    let spoilt = |kind: Kind, spoil: &dyn Fn(&mut Record)| {
        let mut records = records();
        let (_, record) = records
            .iter_mut()
            .find(|(key, _)| key.kind() == kind)
            .unwrap();
        spoil(record);
        let did = do_as(&mut State::default(), PROGRAM, Command::Load(records));
        assert!(
            matches!(did, Err(Refusal::Unprintable { .. })),
            "{kind:?}: {did:?}"
        );
    };
    macro_rules! each {
        ($($kind:ident . $($field:ident).+),* $(,)?) => {$(
            spoilt(Kind::$kind, &|it| if let Record::$kind(it) = it { it.$($field).+ = dirty.into() });
        )*};
    }
    each! {
        Settings.municipality, Edition.title, Direction.code, Direction.title, Direction.short,
        Indicator.code, Indicator.title, Indicator.short, Indicator.unit, Indicator.source, Indicator.method,
        Indicator.responsible, Indicator.origin_note, BaseQuantity.title, BaseQuantity.unit, Reference.source,
        Organisation.name, Organisation.full_name, Person.surname, Person.given, Person.patronymic,
        Appointment.end_reason, Period.name, Value.note, Document.issuer, Document.number, Document.title,
        Document.link, User.account,
    }
    spoilt(Kind::Indicator, &|it| {
        if let Record::Indicator(it) = it {
            it.na_reasons = vec![dirty.into()];
        }
    });
    spoilt(Kind::Value, &|it| {
        if let Record::Value(it) = it {
            it.state = ValueState::Returned {
                reason: dirty.into(),
            };
        }
    });
    spoilt(Kind::Value, &|it| {
        if let Record::Value(it) = it {
            it.self_assessment = Some(Box::new(Entry::NoData {
                reason: dirty.into(),
            }));
        }
    });
}
