//! Entering values: what is taken, what is refused, and with which words as data.

use smotr::domain::command::{Command, Seen, SetValue};
use smotr::domain::record::{Key, Record};
use smotr::domain::refusal::{Field, Refusal};
use smotr::domain::value::*;

use super::cells::told;
use crate::support::world::*;

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
fn a_figure_just_beyond_a_bound_is_not_named_as_the_bound() {
    for (min, max, given, named) in [
        (0, 50, ratio("500001", "1000000"), "50.0001"),
        (0, 50, ratio("5001", "10000"), "50.01"),
        (0, 50, ratio("51", "100"), "51"),
        (20, 100, ratio("199999", "1000000"), "19.9999"),
    ] {
        let mut world = told(|record| {
            if let Record::Indicator(it) = record {
                it.bounds.hard_min = Some(min.into());
                it.bounds.hard_max = Some(max.into());
            }
        });
        let refused = Refusal::OutOfRange {
            number: number(named),
            min: Some(min.into()),
            max: Some(max.into()),
        };
        assert_eq!(world.set(cell(RATIO, SCHOOL_1), given), Err(refused));
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
            Refusal::TooManyDecimals {
                field: None,
                max: 9,
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

/// Two edits of one cell in one command: the last one counts, also for what else is known from it.
#[test]
fn of_two_edits_of_a_cell_the_last_one_counts() {
    let mut world = World::new();
    let at = cell(RATIO, SCHOOL_2);
    let edit = |entry| match set(&world.state, at, entry) {
        Command::SetValues(edits) => edits,
        _ => unreachable!(),
    };
    let edits = [edit(ratio("20", "24")), edit(ratio("20", "30"))].concat();
    world.act(Command::SetValues(edits)).unwrap();
    assert_eq!(world.value(at).unwrap().entry, ratio("20", "30"));
    let base = world.state.base_value(OPEN, TEACHERS, SCHOOL_2).unwrap();
    assert_eq!(base.number, number("30"));
}

#[test]
fn the_first_denominator_becomes_the_base_quantity_and_is_taken_back_with_it() {
    let mut world = World::new();
    let base = Key::BaseValue(OPEN, TEACHERS, SCHOOL_1);
    world.set(cell(RATIO, SCHOOL_1), ratio("21", "24")).unwrap();
    let known = world
        .state
        .base_value(OPEN, TEACHERS, SCHOOL_1)
        .unwrap()
        .number;
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
