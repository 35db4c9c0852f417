//! Values come into memory when they are needed and go when there are too many: nobody can tell by what they say.

use std::sync::Arc;

use chrono::{Months, NaiveDate};
use smotr::domain::command::{Command, Seen};
use smotr::domain::ids::{IndicatorId, OrganisationId, PeriodId, Seq, Timestamp, UserId};
use smotr::domain::period::Period;
use smotr::domain::record::{CommandId, Key, Record};
use smotr::domain::state::{Recent, Shard, Stamp, Stamped, State};
use smotr::domain::value::{Cell, Subject, Value};
use smotr::service::link::Answer;
use smotr::store::disk::RealDisk;
use smotr::tui::mirror::Mirror;

use super::{count, counted, folder, hold_with, set_seen};
use crate::support::desk::{Person, is_same, start_small};
use crate::support::world::{CLOSED, COUNT, OPEN, SCHOOL_1, TEACHERS, cell, entry};

/// A shard of so many values.
fn shard(values: u32) -> Arc<Shard> {
    let stamp = Stamp {
        rev: Seq(1),
        by: UserId(1),
        at: Timestamp(0),
    };
    let mut shard = Shard::default();
    for n in 0..values {
        let body = Value::entered(entry("1"), UserId(1));
        let Cell {
            indicator, subject, ..
        } = at(1, n);
        shard.set(indicator, subject, Some(Stamped { body, stamp }));
    }
    Arc::new(shard)
}

fn at(period: u32, organisation: u32) -> Cell {
    Cell {
        period: PeriodId(period),
        indicator: IndicatorId(1),
        subject: Subject::Organisation(OrganisationId(organisation)),
    }
}

fn loaded(state: &State) -> Vec<u32> {
    state.loaded().map(|it| it.0).collect()
}

#[test]
fn what_was_used_longest_ago_goes_first_and_only_as_much_as_must() {
    type Case = (usize, &'static [u32], &'static [u32], &'static [u32]);
    let cases: [Case; 6] = [
        (40, &[1, 2, 3, 4], &[], &[1, 2, 3, 4]),
        (39, &[1, 2, 3, 4], &[], &[2, 3, 4]),
        (20, &[1, 2, 3, 4, 1], &[], &[1, 4]),
        // The last one used stays, and what is said to.
        (0, &[1, 2, 3, 4], &[2], &[2, 4]),
        (20, &[1, 2, 3, 4], &[1], &[1, 4]),
        // What nobody has used goes first.
        (30, &[2, 1], &[], &[1, 2, 4]),
    ];
    for (most, used, stays, left) in cases {
        let mut state = State::default();
        let mut recent = Recent::new(most);
        for period in 1..=4 {
            state.load_shard(PeriodId(period), shard(10));
        }
        for period in used {
            recent.used(PeriodId(*period));
        }
        recent.let_go(&mut state, |it| stays.contains(&it.0));
        assert_eq!(loaded(&state), left, "{most}, {used:?}, {stays:?}");
    }
}

#[test]
fn a_value_let_go_and_taken_again_is_the_same_and_undo_asks_for_it() {
    let dir = folder();
    let engine = start_small(Arc::new(RealDisk), dir.path());
    let mut orlova = Person::join(&engine, "orlova");
    let before = orlova.state.clone();
    orlova.done(count(&orlova, 4));
    let entered = orlova.state.clone();
    // Whoever comes gets what the engine has in memory.
    let in_memory = || loaded(&Person::join_only(&engine, "belova").state);
    assert_eq!(in_memory(), [OPEN.0]);
    orlova.shard(CLOSED);
    assert_eq!(in_memory(), [CLOSED.0], "one goes when another comes");

    let mut belova = Person::join_only(&engine, "belova");
    belova.shard(OPEN);
    assert_eq!(counted(&belova.state), Some(entry("4")));
    let key = Key::Value(cell(COUNT, SCHOOL_1));
    assert_eq!(belova.state.record(key), entered.record(key));
    // A command is decided on what is there, also when it must be read first.
    belova.shard(CLOSED);
    assert_eq!(in_memory(), [CLOSED.0]);
    let blind = set_seen(cell(COUNT, SCHOOL_1), Seen::Absent, "5");
    let conflict = belova.act(blind);
    assert!(format!("{conflict:?}").contains("Conflict"), "{conflict:?}");

    orlova.shard(CLOSED);
    assert_eq!(in_memory(), [CLOSED.0]);
    orlova.done(Command::Undo);
    assert_eq!(counted(&orlova.state), counted(&before));
    let mut again = Person::join_only(&engine, "belova");
    again.shard(OPEN);
    assert_eq!(counted(&again.state), counted(&before));
    assert!(is_same(&again.state, &orlova.state));
    engine.close().unwrap();
}

/// Two commands of one group, about two periods of which neither is in memory.
#[test]
fn a_group_takes_in_the_values_of_several_periods() {
    let dir = folder();
    let engine = start_small(Arc::new(RealDisk), dir.path());
    let mut orlova = Person::join(&engine, "orlova");
    let (next, number) = (PeriodId(3), cell(COUNT, SCHOOL_1));
    let (period, _) = orlova.state.record(Key::Period(OPEN)).unwrap();
    let Record::Period(period) = period else {
        unreachable!()
    };
    let later = |date: NaiveDate| date + Months::new(12);
    orlova.done(Command::AddPeriod(Period {
        name: "2026/27".into(),
        from: later(period.from),
        to: later(period.to),
        deadline: None,
        ..period
    }));
    engine.close().unwrap();

    let engine = start_small(Arc::new(RealDisk), dir.path());
    let mut orlova = Person::join_only(&engine, "orlova");
    let held = hold_with(&engine, CLOSED);
    let in_next = Cell {
        period: next,
        ..number
    };
    let ids = [number, in_next].map(|at| orlova.send(set_seen(at, Seen::Absent, "3")));
    drop(held);
    for id in ids {
        let answer = orlova.answer(id);
        assert!(matches!(answer, Answer::Done(_)), "{answer:?}");
    }
    for (period, at) in [(OPEN, number), (next, in_next)] {
        orlova.shard(period);
        assert_eq!(orlova.state.value(at).unwrap().body.entry, entry("3"));
    }
    engine.close().unwrap();
}

#[test]
fn the_interface_keeps_what_is_on_the_screen_and_what_is_on_its_way() {
    let large = shard(70_000);
    let mut mirror = Mirror::new(State::default(), UserId(1));
    let take = |mirror: &mut Mirror, period| {
        mirror.wants(PeriodId(period));
        assert!(mirror.load(PeriodId(period), Seq(0), Arc::clone(&large)));
    };
    take(&mut mirror, 3);
    let Command::SetValues(mut edits) = set_seen(at(3, 7), Seen::At(Seq(1)), "5") else {
        unreachable!()
    };
    let id = CommandId(1);
    assert!(
        mirror
            .edit(id, edits.remove(0), Default::default())
            .is_some()
    );
    mirror.show([PeriodId(1), PeriodId(2)]);
    for period in [1, 2, 4, 5] {
        take(&mut mirror, period);
    }
    assert_eq!(loaded(mirror.confirmed()), [1, 2, 3, 5]);
    assert_eq!(loaded(mirror.state()), [1, 2, 3, 5]);
    assert_eq!(mirror.state().value(at(3, 7)).unwrap().entry, entry("5"));
    mirror.done(id);
    assert!(mirror.wants(PeriodId(4)) && !mirror.wants(PeriodId(1)));
    take(&mut mirror, 4);
    assert_eq!(loaded(mirror.confirmed()), [1, 2, 4]);
}

#[test]
fn a_commit_of_base_quantities_uses_its_period() {
    let dir = folder();
    let engine = start_small(Arc::new(RealDisk), dir.path());
    let mut orlova = Person::join(&engine, "orlova");
    orlova.shard(CLOSED);
    let in_memory = || loaded(&Person::join_only(&engine, "belova").state);
    assert_eq!(in_memory(), [CLOSED.0]);
    orlova.done(Command::SetBase {
        period: OPEN,
        base: TEACHERS,
        organisation: SCHOOL_1,
        seen: Seen::Absent,
        number: Some(24.into()),
        values: Vec::new(),
    });
    assert_eq!(in_memory(), [OPEN.0], "the one used last stays");
    engine.close().unwrap();
}
