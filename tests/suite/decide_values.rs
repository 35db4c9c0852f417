//! Entering values: what is taken, what is refused, and with which words as data.

use smotr::analysis::measure::is_collected;
use smotr::domain::command::{Command, Seen, SetValue, ValueDetail, ValueStep};
use smotr::domain::decide::collected;
use smotr::domain::ids::*;
use smotr::domain::people::{Role, User};
use smotr::domain::period::{Period, PeriodKind, PeriodState};
use smotr::domain::record::{Key, Record};
use smotr::domain::refusal::{Field, Refusal};
use smotr::domain::state::State;
use smotr::domain::value::*;

use super::support::world::*;

#[test]
fn an_entry_is_taken_where_it_fits() {
    for (cell, entry) in [
        (cell(RATIO, SCHOOL_1), ratio("21", "24")),
        (cell(RATIO, SCHOOL_2), Entry::Percent(number("87.5"))),
        (cell(COUNT, NURSERY), entry("3")),
        (cell(EXPERT, SCHOOL_1), entry("12")),
        (cell_of(CHOICE, DEMINA), Entry::Choice(1)),
        (cell_of(CHOICE, EREMIN), Entry::Choice(0)),
        (cell_of(SCORE, YASHINA), entry("0")),
        (cell(BENCHMARK, SCHOOL_1), entry("14.2")),
        (
            cell(COUNT, SCHOOL_1),
            Entry::NotApplicable {
                reason: "нет выпускников".into(),
            },
        ),
        (
            cell(COUNT, SCHOOL_2),
            Entry::NoData {
                reason: "журнал утрачен".into(),
            },
        ),
    ] {
        let mut world = World::new();
        world.set(cell, entry.clone()).unwrap();
        assert_eq!(world.value(cell), Some(Value::entered(entry, ORLOVA)));
    }
}

#[test]
fn an_entry_is_refused_where_it_does_not_fit() {
    let out = |given: &str, min: Option<i64>, max: Option<i64>| Refusal::OutOfRange {
        number: number(given),
        min: min.map(Into::into),
        max: max.map(Into::into),
    };
    let r = cell(RATIO, SCHOOL_1);
    let c = cell(COUNT, SCHOOL_1);
    let e = cell(EXPERT, SCHOOL_1);
    let choice = cell_of(CHOICE, DEMINA);
    let score = cell_of(SCORE, DEMINA);
    let control = "a\u{1b}[31m".to_owned();
    let cases = [
        (r, entry("5"), Refusal::WrongMeasure { cell: r }),
        (r, Entry::Choice(0), Refusal::WrongMeasure { cell: r }),
        (c, ratio("1", "2"), Refusal::WrongMeasure { cell: c }),
        (
            c,
            Entry::Percent(5.into()),
            Refusal::WrongMeasure { cell: c },
        ),
        (choice, entry("1"), Refusal::WrongMeasure { cell: choice }),
        (r, ratio("21", "0"), Refusal::ZeroDenominator),
        (
            r,
            ratio("21.5", "24"),
            Refusal::NotWhole {
                number: number("21.5"),
            },
        ),
        (
            c,
            entry("2.5"),
            Refusal::NotWhole {
                number: number("2.5"),
            },
        ),
        (c, entry("-1"), out("-1", Some(0), None)),
        (r, ratio("-1", "24"), out("-1", Some(0), None)),
        (r, ratio("1", "-24"), out("-24", Some(0), None)),
        (
            r,
            Entry::Percent(number("100.01")),
            out("100.01", Some(0), Some(100)),
        ),
        (score, entry("101"), out("101", Some(0), Some(100))),
        (e, entry("13"), out("13", Some(0), Some(12))),
        (e, entry("-1"), out("-1", Some(0), Some(12))),
        (
            r,
            ratio("25", "24"),
            Refusal::PartExceedsWhole {
                numerator: 25.into(),
                denominator: 24.into(),
            },
        ),
        (
            choice,
            Entry::Choice(2),
            Refusal::NoSuchOption { options: 2 },
        ),
        (
            r,
            Entry::NotApplicable { reason: " ".into() },
            Refusal::ReasonRequired,
        ),
        (
            r,
            Entry::NoData {
                reason: String::new(),
            },
            Refusal::ReasonRequired,
        ),
        (
            r,
            Entry::NoData { reason: control },
            Refusal::Unprintable {
                field: Field::Reason,
            },
        ),
        (
            r,
            Entry::NoData {
                reason: "я".repeat(2_001),
            },
            Refusal::TooLong {
                field: Field::Reason,
                max: 2_000,
                given: 2_001,
            },
        ),
        (e, entry("0"), Refusal::NoteRequired { cell: e }),
        (
            score,
            entry("1.0000000001"),
            Refusal::TooLong {
                field: Field::Number,
                max: 9,
                given: 10,
            },
        ),
        (
            c,
            entry("1000000000000000"),
            out(
                "1000000000000000",
                Some(-999_999_999_999_999),
                Some(999_999_999_999_999),
            ),
        ),
    ];
    for (cell, entry, refusal) in cases {
        let mut world = World::new();
        assert_eq!(
            world.set(cell, entry.clone()).err(),
            Some(refusal),
            "{entry:?}"
        );
    }
}

#[test]
fn a_cell_is_refused_that_is_not_collected() {
    let in_closed = Cell {
        period: CLOSED,
        ..cell(RATIO, SCHOOL_1)
    };
    let nowhere = Cell {
        period: PeriodId(77),
        ..in_closed
    };
    let municipal = Cell {
        subject: Subject::Municipality,
        ..cell(RATIO, SCHOOL_1)
    };
    let unknown = IndicatorId(77);
    let cases = [
        (in_closed, Refusal::PeriodClosed { period: CLOSED }),
        (
            nowhere,
            Refusal::Missing {
                key: Key::Period(PeriodId(77)),
            },
        ),
        (
            cell(unknown, SCHOOL_1),
            Refusal::Missing {
                key: Key::Indicator(EDITION, unknown),
            },
        ),
        (
            cell(RATIO, OrganisationId(77)),
            Refusal::Missing {
                key: Key::Organisation(OrganisationId(77)),
            },
        ),
        (
            cell_of(SCORE, PersonId(77)),
            Refusal::Missing {
                key: Key::Person(PersonId(77)),
            },
        ),
        (municipal, Refusal::NotCollected { cell: municipal }),
        (
            cell(RETIRED, SCHOOL_1),
            Refusal::NotCollected {
                cell: cell(RETIRED, SCHOOL_1),
            },
        ),
        (
            cell(SCORE, SCHOOL_1),
            Refusal::NotCollected {
                cell: cell(SCORE, SCHOOL_1),
            },
        ),
        (
            cell(BENCHMARK, NURSERY),
            Refusal::NotCollected {
                cell: cell(BENCHMARK, NURSERY),
            },
        ),
        // Орлова heads no organisation.
        (
            cell_of(SCORE, PersonId(5)),
            Refusal::NotCollected {
                cell: cell_of(SCORE, PersonId(5)),
            },
        ),
        (
            cell_of(DELTA, DEMINA),
            Refusal::Computed {
                cell: cell_of(DELTA, DEMINA),
            },
        ),
    ];
    for (cell, refusal) in cases {
        let mut world = World::new();
        assert_eq!(world.set(cell, entry("1")).err(), Some(refusal), "{cell:?}");
    }
}

#[test]
fn who_may_enter_where() {
    let denied = Some(Refusal::Denied {
        needs: Role::Methodist,
    });
    for (user, cell, refusal) in [
        (BELOVA, cell(COUNT, SCHOOL_2), None),
        (VETROV, cell(COUNT, SCHOOL_1), None),
        (VETROV, cell(COUNT, SCHOOL_2), denied.clone()),
        (VETROV, cell_of(SCORE, DEMINA), denied.clone()),
        (GROMOV, cell(COUNT, SCHOOL_1), denied.clone()),
        (SEROVA, cell(COUNT, SCHOOL_1), denied.clone()),
        (DOLIN, cell(COUNT, SCHOOL_1), denied.clone()),
        (UserId(77), cell(COUNT, SCHOOL_1), denied.clone()),
        (PROGRAM, cell(COUNT, SCHOOL_1), None),
    ] {
        let mut world = World::new();
        let command = set(&world.state, cell, entry("1"));
        assert_eq!(
            world.act_as(user, command).err(),
            refusal,
            "{user:?} {cell:?}"
        );
    }
}

#[test]
fn an_old_revision_is_a_conflict_that_carries_the_other_value() {
    let mut world = World::new();
    let cell = cell(COUNT, SCHOOL_1);
    let stale = set(&world.state, cell, entry("2"));
    let theirs = set(&world.state, cell, entry("3"));
    world.act_as(BELOVA, theirs).unwrap();
    let refusal = world.act(stale).unwrap_err();
    assert_eq!(
        refusal,
        Refusal::Conflict {
            key: Key::Value(cell),
            theirs: Some(Box::new(Record::Value(Value::entered(entry("3"), BELOVA)))),
            stamp: world.state.stamp(Key::Value(cell)),
        }
    );
}

#[test]
fn two_who_type_the_same_agree() {
    let mut world = World::new();
    let mine = set(&world.state, cell(COUNT, SCHOOL_1), entry("2"));
    let theirs = set(&world.state, cell(COUNT, SCHOOL_1), entry("2.0"));
    world.act_as(BELOVA, theirs).unwrap();
    assert_eq!(world.act(mine), Err(Refusal::NoChange));
}

#[test]
fn a_block_goes_in_whole_or_not_at_all_without_what_is_there_already() {
    let mut world = World::new();
    let one = |cell, entry| SetValue {
        cell,
        seen: Seen::Absent,
        entry,
        note: None,
        source: None,
    };
    let good = one(cell(COUNT, SCHOOL_1), entry("1"));
    let bad = one(cell(COUNT, SCHOOL_2), entry("1.5"));
    let refused = world.act(Command::SetValues(vec![good.clone(), bad]));
    assert_eq!(
        refused,
        Err(Refusal::NotWhole {
            number: number("1.5")
        })
    );
    assert_eq!(world.value(good.cell), None);

    let other = one(cell(COUNT, SCHOOL_2), entry("1"));
    world.act(Command::SetValues(vec![good.clone()])).unwrap();
    let both = world
        .act(Command::SetValues(vec![good, other.clone()]))
        .unwrap();
    let keys: Vec<Key> = both.changes.iter().map(|it| it.key).collect();
    assert_eq!(keys, [Key::Value(other.cell)]);
    assert_eq!(
        world.act(Command::SetValues(Vec::new())),
        Err(Refusal::NoChange)
    );
}

#[test]
fn the_first_denominator_becomes_the_base_quantity_and_is_taken_back_with_it() {
    let mut world = World::new();
    let base = Key::BaseValue(OPEN, TEACHERS, SCHOOL_1);
    world.set(cell(RATIO, SCHOOL_1), ratio("21", "24")).unwrap();
    let known = world.state.base_values[&(OPEN, TEACHERS, SCHOOL_1)].number;
    assert_eq!(known, 24.into());
    let again = world.set(cell(RATIO, SCHOOL_1), ratio("21", "25")).unwrap();
    assert_eq!(again.changes.len(), 1, "a known base quantity stays");
    world.act(Command::Undo).unwrap();
    world.act(Command::Undo).unwrap();
    assert_eq!(world.state.stamp(base), None);
    assert_eq!(world.value(cell(RATIO, SCHOOL_1)), None);
}

#[test]
fn expert_zero_is_taken_with_a_note_and_the_note_stays_needed() {
    let mut world = World::new();
    let cell = cell(EXPERT, SCHOOL_1);
    let with_note = |note: &str, seen| {
        Command::SetValues(vec![SetValue {
            cell,
            seen,
            entry: entry("0"),
            note: Some(note.into()),
            source: None,
        }])
    };
    world.act(with_note("программы нет", Seen::Absent)).unwrap();
    let seen = seen(&world.state, Key::Value(cell));
    assert_eq!(
        world.act(with_note("", seen)),
        Err(Refusal::NoteRequired { cell })
    );
}

#[test]
fn clearing_leaves_an_empty_record_and_clearing_nothing_changes_nothing() {
    let mut world = World::new();
    let cell = cell(COUNT, SCHOOL_1);
    assert_eq!(world.set(cell, Entry::Empty), Err(Refusal::NoChange));
    world.set(cell, entry("1")).unwrap();
    world.set(cell, Entry::Empty).unwrap();
    assert_eq!(
        world.value(cell),
        Some(Value::entered(Entry::Empty, ORLOVA))
    );
}

#[test]
fn what_is_entered_is_what_is_scored() {
    let mut world = World::new();
    let quarter = Period {
        name: "1 квартал".into(),
        kind: PeriodKind::Quarter,
        state: PeriodState::Open,
        ..world.state.periods[&OPEN].body.clone()
    };
    world.act(Command::AddPeriod(quarter)).unwrap();
    let indicators = world.state.indicators.keys().map(|(_, id)| *id);
    let subjects = (world.state.organisations.keys())
        .map(|id| Subject::Organisation(*id))
        .chain(world.state.persons.keys().map(|id| Subject::Person(*id)))
        .chain([Subject::Municipality]);
    let subjects: Vec<Subject> = subjects.collect();
    let mut seen_both = [false; 2];
    for indicator in indicators.chain([IndicatorId(77)]) {
        for period in [CLOSED, OPEN, PeriodId(3), PeriodId(77)] {
            for subject in &subjects {
                let cell = Cell {
                    period,
                    indicator,
                    subject: *subject,
                };
                let typed = match collected(&world.state, cell) {
                    Ok(_) | Err(Refusal::Computed { .. }) => true,
                    Err(_) => false,
                };
                assert_eq!(typed, is_collected(&world.state, cell), "{cell:?}");
                seen_both[usize::from(typed)] = true;
            }
        }
    }
    assert_eq!(seen_both, [true; 2]);
}

fn detail(world: &World, cell: Cell, detail: ValueDetail) -> Command {
    Command::DetailValue {
        cell,
        seen: seen(&world.state, Key::Value(cell)),
        detail,
    }
}

fn note(text: &str) -> ValueDetail {
    ValueDetail {
        note: Some(text.into()),
        ..ValueDetail::default()
    }
}

#[test]
fn what_is_said_about_a_value_stands_beside_it() {
    let mut world = World::new();
    let c = cell(COUNT, SCHOOL_1);
    let all = ValueDetail {
        note: Some("две жалобы\nотозваны".into()),
        source: Some(Some(Source::Text("вх. № 123 от 12.05.2026".into()))),
        evidence: Some(Some(LETTER)),
        follow_up: Some(true),
        self_assessment: Some(Some(entry("1.0"))),
    };
    let command = detail(&world, c, all.clone());
    world.act(command).unwrap();
    let value = world.value(c).unwrap();
    assert_eq!(
        value.entry,
        Entry::Empty,
        "a note may come before the number"
    );
    assert_eq!(value.self_assessment, Some(Box::new(entry("1"))));
    assert_eq!((value.evidence, value.follow_up), (Some(LETTER), true));
    let again = detail(&world, c, all);
    assert_eq!(world.act(again), Err(Refusal::NoChange));
    let cleared = detail(
        &world,
        c,
        ValueDetail {
            source: Some(None),
            evidence: Some(None),
            self_assessment: Some(None),
            ..note("")
        },
    );
    world.act(cleared).unwrap();
    let kept = Value {
        follow_up: true,
        ..Value::entered(Entry::Empty, ORLOVA)
    };
    assert_eq!(world.value(c), Some(kept));
}

#[test]
fn what_is_said_about_a_value_is_refused() {
    let c = cell(COUNT, SCHOOL_1);
    let nothing = ValueDetail::default();
    let cases = [
        (nothing.clone(), Refusal::NoChange),
        (
            note("a\u{200b}"),
            Refusal::Unprintable { field: Field::Note },
        ),
        (
            note(&"я".repeat(2_001)),
            Refusal::TooLong {
                field: Field::Note,
                max: 2_000,
                given: 2_001,
            },
        ),
        (
            ValueDetail {
                source: Some(Some(Source::Text(" ".into()))),
                ..nothing.clone()
            },
            Refusal::Empty {
                field: Field::Source,
            },
        ),
        (
            ValueDetail {
                source: Some(Some(Source::Document(DocumentId(77)))),
                ..nothing.clone()
            },
            Refusal::Missing {
                key: Key::Document(DocumentId(77)),
            },
        ),
        (
            ValueDetail {
                evidence: Some(Some(DocumentId(77))),
                ..nothing.clone()
            },
            Refusal::Missing {
                key: Key::Document(DocumentId(77)),
            },
        ),
        (
            ValueDetail {
                self_assessment: Some(Some(ratio("1", "2"))),
                ..nothing
            },
            Refusal::WrongMeasure { cell: c },
        ),
    ];
    for (given, refusal) in cases {
        let mut world = World::new();
        let command = detail(&world, c, given);
        assert_eq!(world.act(command), Err(refusal));
    }
    let mut world = World::new();
    let stale = detail(&world, c, note("а"));
    world.set(c, entry("1")).unwrap();
    assert!(matches!(world.act(stale), Err(Refusal::Conflict { .. })));
    let mine = detail(&world, c, note("а"));
    let needs = Role::Methodist;
    assert_eq!(world.act_as(GROMOV, mine), Err(Refusal::Denied { needs }));
}

fn step_as(world: &mut World, user: UserId, cell: Cell, step: ValueStep) -> Result<(), Refusal> {
    let seen = rev(&world.state, Key::Value(cell));
    let cells = vec![(cell, seen)];
    world
        .act_as(user, Command::StepValues { cells, step })
        .map(|_| ())
}

fn send_back() -> ValueStep {
    ValueStep::Return {
        reason: "сверьте с ОО-1".into(),
    }
}

/// Every state × every step of a value: where it leads, or nowhere.
#[test]
fn the_way_of_a_value() {
    use ValueState as S;
    let returned = S::Returned {
        reason: "сверьте с ОО-1".into(),
    };
    let steps = [ValueStep::Submit, ValueStep::Approve, send_back()];
    let submit = (BELOVA, ValueStep::Submit);
    let table = [
        (vec![], [Some(S::Submitted), None, None]),
        (
            vec![submit.clone()],
            [None, Some(S::Approved), Some(returned.clone())],
        ),
        (
            vec![submit.clone(), (GROMOV, ValueStep::Approve)],
            [None, None, Some(returned)],
        ),
        (
            vec![submit, (GROMOV, send_back())],
            [Some(S::Submitted), None, None],
        ),
    ];
    let c = cell(COUNT, SCHOOL_1);
    for (way, wanted) in table {
        let mut start = World::new();
        let command = set(&start.state, c, entry("1"));
        start.act_as(BELOVA, command).unwrap();
        for (user, step) in way {
            step_as(&mut start, user, c, step).unwrap();
        }
        for (step, want) in steps.iter().zip(wanted) {
            let mut world = start.clone();
            let did = step_as(&mut world, ORLOVA, c, step.clone());
            match want {
                Some(state) => {
                    did.unwrap();
                    let value = world.value(c).unwrap();
                    assert_eq!((value.state, value.entered_by), (state, BELOVA), "{step:?}");
                }
                None => assert_eq!(
                    did,
                    Err(Refusal::WrongState { key: Key::Value(c) }),
                    "{step:?}"
                ),
            }
        }
    }
}

#[test]
fn a_change_of_what_was_handed_in_sets_it_back_to_entered() {
    let c = cell(COUNT, SCHOOL_1);
    let mut start = World::new();
    start.set(c, entry("1")).unwrap();
    step_as(&mut start, ORLOVA, c, ValueStep::Submit).unwrap();
    let mut approved = start.clone();
    step_as(&mut approved, GROMOV, c, ValueStep::Approve).unwrap();
    let mut returned = start.clone();
    step_as(&mut returned, GROMOV, c, send_back()).unwrap();
    let back = ValueState::Returned {
        reason: "сверьте с ОО-1".into(),
    };
    let mark = ValueDetail {
        follow_up: Some(true),
        ..ValueDetail::default()
    };
    let was = |world: &World| world.value(c).unwrap().state;
    for (world, after_entry, after_note) in [
        (&start, ValueState::Entered, ValueState::Entered),
        (&approved, ValueState::Entered, ValueState::Entered),
        (&returned, ValueState::Entered, back),
    ] {
        for (command, want) in [
            (set(&world.state, c, entry("2")), after_entry),
            (detail(world, c, note("сверено")), after_note),
            (detail(world, c, mark.clone()), was(world)),
        ] {
            let mut world = world.clone();
            world.act(command).unwrap();
            assert_eq!(was(&world), want);
        }
    }
}

#[test]
fn nobody_approves_their_own_where_two_can() {
    let c = cell(COUNT, SCHOOL_1);
    let mut world = World::new();
    world.set(c, entry("1")).unwrap();
    step_as(&mut world, ORLOVA, c, ValueStep::Submit).unwrap();
    assert_eq!(
        step_as(&mut world, ORLOVA, c, ValueStep::Approve),
        Err(Refusal::OwnEntry { cell: c })
    );
    step_as(&mut world.clone(), GROMOV, c, ValueStep::Approve).unwrap();

    // With one head of department there is nobody else; a second account of the same person is nobody else either.
    for change in [
        (|user: &mut User| user.retired = true) as fn(&mut User),
        |user| user.roles.clear(),
        |user| user.person = Some(PersonId(5)),
    ] {
        let mut records = records();
        for (key, record) in &mut records {
            if let (Key::User(GROMOV), Record::User(user)) = (key, record) {
                change(user);
            }
        }
        let mut state = State::default();
        do_as(&mut state, PROGRAM, Command::Load(records)).unwrap();
        let mut world = World {
            state,
            commits: Vec::new(),
        };
        world.set(c, entry("1")).unwrap();
        step_as(&mut world, ORLOVA, c, ValueStep::Submit).unwrap();
        step_as(&mut world, ORLOVA, c, ValueStep::Approve).unwrap();
    }
}

#[test]
fn a_step_of_a_value_is_refused() {
    let c = cell(COUNT, SCHOOL_1);
    let mut world = World::new();
    let missing = Command::StepValues {
        cells: vec![(c, Seq(1))],
        step: ValueStep::Submit,
    };
    assert_eq!(
        world.act(missing),
        Err(Refusal::Missing { key: Key::Value(c) })
    );
    world.set(c, entry("1")).unwrap();
    world.set(c, Entry::Empty).unwrap();
    assert_eq!(
        step_as(&mut world, ORLOVA, c, ValueStep::Submit),
        Err(Refusal::NothingToSubmit { cell: c })
    );
    world.set(c, entry("1")).unwrap();
    let stale = Command::StepValues {
        cells: vec![(c, Seq(1))],
        step: ValueStep::Submit,
    };
    assert!(matches!(world.act(stale), Err(Refusal::Conflict { .. })));
    step_as(&mut world, ORLOVA, c, ValueStep::Submit).unwrap();
    let needs = Role::Head;
    for step in [ValueStep::Approve, send_back()] {
        assert_eq!(
            step_as(&mut world, BELOVA, c, step),
            Err(Refusal::Denied { needs })
        );
    }
    let silent = ValueStep::Return {
        reason: String::new(),
    };
    assert_eq!(
        step_as(&mut world, GROMOV, c, silent),
        Err(Refusal::Empty {
            field: Field::Reason
        })
    );

    // Expert points are proven by a document before they are handed in.
    let e = cell(EXPERT, SCHOOL_1);
    world.set(e, entry("7")).unwrap();
    assert_eq!(
        step_as(&mut world, ORLOVA, e, ValueStep::Submit),
        Err(Refusal::Empty {
            field: Field::Document
        })
    );
    let proof = ValueDetail {
        evidence: Some(Some(LETTER)),
        ..ValueDetail::default()
    };
    let command = detail(&world, e, proof);
    world.act(command).unwrap();
    step_as(&mut world, ORLOVA, e, ValueStep::Submit).unwrap();
}

#[test]
fn base_quantities_and_references() {
    let base = |world: &World, number: Option<i64>| Command::SetBase {
        period: OPEN,
        base: TEACHERS,
        organisation: SCHOOL_1,
        seen: seen(&world.state, Key::BaseValue(OPEN, TEACHERS, SCHOOL_1)),
        number: number.map(Into::into),
    };
    let reference = |world: &World, indicator, number: &str| Command::SetReference {
        period: OPEN,
        indicator,
        seen: seen(&world.state, Key::Reference(OPEN, indicator)),
        number: number.parse().unwrap(),
        source: "ФИС ОКО".into(),
    };
    let mut world = World::new();
    let fresh = world.clone();
    assert_eq!(world.act(base(&fresh, None)), Err(Refusal::NoChange));
    world.act_as(VETROV, base(&fresh, Some(24))).unwrap();
    let stale = world.act(base(&fresh, Some(25)));
    assert!(matches!(stale, Err(Refusal::Conflict { .. })));
    assert_eq!(world.act(base(&fresh, Some(24))), Err(Refusal::NoChange));
    let below = Refusal::OutOfRange {
        number: (-1).into(),
        min: Some(0.into()),
        max: None,
    };
    assert_eq!(world.act(base(&world.clone(), Some(-1))), Err(below));
    world.act(base(&world.clone(), None)).unwrap();

    world.act(reference(&fresh, BENCHMARK, "11.9")).unwrap();
    let region = Cell {
        subject: Subject::Municipality,
        ..cell(RATIO, SCHOOL_1)
    };
    for (user, command, refusal) in [
        (
            ORLOVA,
            reference(&world, BENCHMARK, "0"),
            Refusal::ZeroDenominator,
        ),
        (
            ORLOVA,
            reference(&world, RATIO, "5"),
            Refusal::WrongMeasure { cell: region },
        ),
        (
            VETROV,
            reference(&world, BENCHMARK, "5"),
            Refusal::Denied {
                needs: Role::Methodist,
            },
        ),
        (
            GROMOV,
            base(&world, Some(5)),
            Refusal::Denied {
                needs: Role::Methodist,
            },
        ),
    ] {
        assert_eq!(world.act_as(user, command), Err(refusal));
    }
    let closed = Command::SetBase {
        period: CLOSED,
        base: TEACHERS,
        organisation: SCHOOL_1,
        seen: Seen::Absent,
        number: None,
    };
    assert_eq!(
        world.act(closed),
        Err(Refusal::PeriodClosed { period: CLOSED })
    );
}
