//! What the results of a period tell of a cell: empty ≠ 0 ≠ «н/п» ≠ «нет данных», of itself and made of sub-periods, on the sheet and in
//! the export, while the period is open and when it is closed.

use smotr::analysis::measure::{Figure, figure};
use smotr::analysis::scores::PeriodScores;
use smotr::domain::catalogue::{Indicator, Periodicity, RollUp};
use smotr::domain::command::{
    Command, DocumentChoice, NewHead, PeriodStep, PersonChoice, Rebinding, SetValue,
};
use smotr::domain::ids::{IndicatorId, PeriodId, Timestamp};
use smotr::domain::people::{AppointmentKind, StandingReason};
use smotr::domain::period::{Period, PeriodKind};
use smotr::domain::record::{Key, Record};
use smotr::domain::refusal::Refusal;
use smotr::domain::results::{Fraction, ResultFigure};
use smotr::domain::state::{Stamp, State};
use smotr::domain::value::{Cell, Entry, Value};

use crate::evaluation::text;
use crate::support::world::*;

const QUARTERS: [(u32, &str, &str); 4] = [
    (11, "2025-09-01", "2025-11-30"),
    (12, "2025-12-01", "2026-02-28"),
    (13, "2026-03-01", "2026-05-31"),
    (14, "2026-06-01", "2026-08-31"),
];

fn put(state: &mut State, key: Key, record: Record) {
    let stamp = Stamp {
        rev: state.meta.seq,
        by: ORLOVA,
        at: Timestamp(1_779_537_000_000),
    };
    state.put(key, Some(record), stamp);
}

/// The open year has quarters, by which these indicators are told.
fn quarters(indicators: &[IndicatorId]) -> World {
    let World { mut state, commits } = World::new();
    for id in indicators {
        let it = Indicator {
            periodicity: Periodicity::Quarter,
            roll_up: RollUp::Sum,
            ..state.indicators[&(EDITION, *id)].body.clone()
        };
        put(
            &mut state,
            Key::Indicator(EDITION, *id),
            Record::Indicator(it),
        );
    }
    let year = state.periods[&OPEN].body.clone();
    for (id, from, to) in QUARTERS {
        let quarter = Period {
            name: format!("2025-{id}"),
            kind: PeriodKind::Quarter,
            from: date(from),
            to: date(to),
            ..year.clone()
        };
        state.load_shard(PeriodId(id), Default::default());
        put(
            &mut state,
            Key::Period(PeriodId(id)),
            Record::Period(quarter),
        );
    }
    World { state, commits }
}

/// Puts the same into every quarter.
fn each_quarter(world: &mut World, at: Cell, entry: &Entry) {
    for (id, ..) in QUARTERS {
        let period = PeriodId(id);
        let value = Record::Value(Value::entered(entry.clone(), ORLOVA));
        put(&mut world.state, Key::Value(Cell { period, ..at }), value);
    }
}

fn close(world: &mut World) {
    let close = Command::StepPeriod {
        id: OPEN,
        seen: rev(&world.state, Key::Period(OPEN)),
        step: PeriodStep::Close { unready: true },
    };
    world.act_as(GROMOV, close).unwrap();
}

/// What the sheet of the head of the second school says of the value of an indicator.
fn said(world: &World, id: IndicatorId) -> String {
    let sheet = text(&world.state, OPEN, SCHOOL_2, Some(ZIMIN));
    let code = &world.state.indicators[&(EDITION, id)].code;
    let mut lines = sheet
        .lines()
        .skip_while(|it| !it.starts_with(&format!("{code} ")));
    let value = lines.find_map(|it| it.trim().strip_prefix("значение"));
    value
        .unwrap_or_else(|| panic!("{code}:\n{sheet}"))
        .trim()
        .to_owned()
}

/// What stands in every quarter, what the sheet of the year says, and what its results tell.
#[test]
fn a_year_made_of_quarters_tells_which_state_it_is_in() {
    let absent = World::new();
    assert_eq!(said(&absent, COUNT), "не внесено");
    let reason = || "нет".to_owned();
    let cases = [
        (
            cell_of(CHOICE, ZIMIN),
            Entry::Choice(0),
            "да",
            ResultFigure::Choice(0),
        ),
        (
            cell(COUNT, SCHOOL_2),
            Entry::NotApplicable { reason: reason() },
            "н/п",
            ResultFigure::NotApplicable,
        ),
        (
            cell(COUNT, SCHOOL_2),
            Entry::NoData { reason: reason() },
            "нет данных",
            ResultFigure::NoData,
        ),
        (
            cell(COUNT, SCHOOL_2),
            entry("0"),
            "0\u{a0}ед.",
            ResultFigure::Number(Fraction { top: 0, bottom: 1 }),
        ),
        (
            cell(COUNT, SCHOOL_2),
            Entry::Empty,
            "не внесено",
            ResultFigure::Absent,
        ),
    ];
    for (at, entry, expected, figure) in cases {
        let mut world = quarters(&[CHOICE, COUNT]);
        each_quarter(&mut world, at, &entry);
        assert_eq!(said(&world, at.indicator), expected, "open");
        close(&mut world);
        assert_eq!(said(&world, at.indicator), expected, "closed");
        assert_eq!(world.state.result_cell(at).unwrap().figure, figure);
    }
}

#[test]
fn what_was_cleared_is_not_what_was_never_entered() {
    let mut world = World::new();
    let at = cell(COUNT, SCHOOL_2);
    world.set(at, entry("1")).unwrap();
    world.set(at, Entry::Empty).unwrap();
    for _ in 0..2 {
        assert_eq!(said(&world, COUNT), "пусто");
        if world.state.results.get(&OPEN).is_none() {
            close(&mut world);
        }
    }
    let figure = world.state.result_cell(at).unwrap().figure;
    assert_eq!(figure, ResultFigure::Empty);
}

/// The results of a period as they are read from a store of format 3 or 4.
fn as_former(world: &mut World, no_reason: bool) {
    let rows: Vec<_> = (world.state.shard(OPEN).unwrap().results().iter())
        .map(|(id, it)| (*id, it.body.clone()))
        .collect();
    for (id, mut row) in rows {
        for it in row.heads.iter_mut().flat_map(|it| &mut it.cells) {
            if it.entry == Entry::Empty && !matches!(it.figure, ResultFigure::Number(_)) {
                it.figure = ResultFigure::Untold { no_reason };
                it.lack = None;
            }
        }
        put(
            &mut world.state,
            Key::ResultRow(OPEN, id),
            Record::ResultRow(row),
        );
    }
}

#[test]
fn what_a_former_program_did_not_tell_is_taken_from_what_stands_there() {
    let mut world = quarters(&[CHOICE]);
    each_quarter(&mut world, cell_of(CHOICE, ZIMIN), &Entry::Choice(0));
    close(&mut world);
    as_former(&mut world, true);
    assert_eq!(said(&world, CHOICE), "да");
    assert_eq!(said(&world, COUNT), "не внесено");
}

#[test]
fn what_was_put_right_later_is_no_figure_of_the_closing() {
    let mut world = World::new();
    close(&mut world);
    as_former(&mut world, true);
    assert_eq!(said(&world, DELTA), "не рассчитано");
    let right = [
        (cell(RATIO, SCHOOL_2), ratio("20", "24"), "не внесено"),
        // The other one is computed from it.
        (cell_of(SCORE, ZIMIN), entry("80"), "не внесено"),
        (cell_of(CHOICE, ZIMIN), Entry::Choice(0), "не внесено"),
    ];
    for (at, entry, expected) in right {
        let correct = Command::CorrectValue {
            set: SetValue {
                cell: at,
                seen: seen(&world.state, Key::Value(at)),
                entry,
                note: None,
                source: None,
            },
            reason: "ошибка в отчёте школы".into(),
            document: DocumentChoice::Known(ORDER),
        };
        world.act_as(GROMOV, correct).unwrap();
        assert_eq!(said(&world, at.indicator), expected);
    }
    assert_eq!(said(&world, DELTA), "не рассчитано");
}

#[test]
fn a_standing_reason_holds_where_a_former_program_told_nothing_of_it() {
    let mut world = World::new();
    let mut school = world.state.organisations[&SCHOOL_2].body.clone();
    school.standing = vec![StandingReason {
        reason: "нет 11 классов".into(),
        indicators: vec![RATIO],
        from: None,
        to: None,
    }];
    let key = Key::Organisation(SCHOOL_2);
    put(&mut world.state, key, Record::Organisation(school));
    world.set(cell_of(CHOICE, ZIMIN), Entry::Choice(0)).unwrap();
    close(&mut world);
    let looks = |world: &World| {
        let anew = PeriodScores::anew(&world.state, OPEN);
        let row = anew.last_row(SCHOOL_2).unwrap();
        let figure = figure(&world.state, cell(RATIO, SCHOOL_2));
        (figure, row.filled, row.applicable, said(world, RATIO))
    };
    let then = looks(&world);
    assert_eq!(then.0, Figure::NotApplicable);
    assert_eq!(then.3, "н/п · постоянно: нет 11 классов");
    as_former(&mut world, false);
    assert_eq!(looks(&world), then);
    // Scored anew, it stands in the results again.
    let rescore = Command::Rescore(Rebinding {
        id: OPEN,
        seen: rev(&world.state, Key::Period(OPEN)),
        edition: EDITION,
        reason: "заново".into(),
        act: None,
    });
    world.act(rescore).unwrap();
    let told = world.state.result_cell(cell(RATIO, SCHOOL_2)).unwrap();
    assert_eq!(told.figure, ResultFigure::NotApplicable);
    // Format 4 would have told of it.
    as_former(&mut world, true);
    assert_eq!(looks(&world).0, Figure::Absent);
}

#[test]
fn a_closing_is_done_again_only_while_it_comes_to_the_same() {
    let mut world = quarters(&[COUNT]);
    let at = |id| Cell {
        period: PeriodId(id),
        ..cell(COUNT, SCHOOL_2)
    };
    each_quarter(&mut world, at(11), &entry("0"));
    close(&mut world);
    // Nobody takes back a closing; a store may hold one that was, when that went.
    let stands = world.act_as(GROMOV, Command::Undo);
    assert_eq!(stands, Err(Refusal::ClosingStands { period: OPEN }));
    world.take_back(GROMOV);
    let open = world.clone();
    world.act_as(GROMOV, Command::Redo).unwrap();
    assert!(world.state.results.contains_key(&OPEN));
    let refused = Err(Refusal::ResultsDiffer {
        period: OPEN,
        closed: false,
    });

    let mut world = open.clone();
    let other = set(&world.state, at(12), entry("4"));
    world.act_as(BELOVA, other).unwrap();
    let redone = world.act_as(GROMOV, Command::Redo);
    assert_eq!(redone.map(|_| ()), refused);

    // Another head, whom the results do not know.
    let mut world = open;
    another_head(&mut world);
    let redone = world.act_as(GROMOV, Command::Redo);
    assert_eq!(redone.map(|_| ()), refused);
    close(&mut world);
}

/// The second school is headed by somebody else from the middle of the period on.
fn another_head(world: &mut World) -> Key {
    let id = *(world.state.appointments.iter())
        .find(|(_, it)| it.person == ZIMIN)
        .unwrap()
        .0;
    let appoint = Command::Appoint {
        organisation: SCHOOL_2,
        head: Some(NewHead {
            person: PersonChoice::Known(YASHINA),
            kind: AppointmentKind::Permanent,
            from: date("2026-02-01"),
            to: None,
            act: None,
        }),
        from: date("2026-02-01"),
        reason: "уволен".into(),
        seen: vec![(id, rev(&world.state, Key::Appointment(id)))],
        absent: None,
    };
    world.act_as(SEROVA, appoint).unwrap();
    Key::Appointment(id)
}

#[test]
fn a_scoring_is_done_again_only_while_it_comes_to_the_same() {
    let mut world = quarters(&[COUNT]);
    let at = |id| Cell {
        period: PeriodId(id),
        ..cell(COUNT, SCHOOL_2)
    };
    each_quarter(&mut world, at(11), &entry("0"));
    close(&mut world);
    let put = |world: &mut World, number| {
        let other = set(&world.state, at(12), entry(number));
        world.act_as(BELOVA, other).unwrap();
    };
    put(&mut world, "4");
    let rescore = Command::Rescore(Rebinding {
        id: OPEN,
        seen: rev(&world.state, Key::Period(OPEN)),
        edition: EDITION,
        reason: "учтён квартал".into(),
        act: None,
    });
    world.act_as(GROMOV, rescore).unwrap();
    world.act_as(GROMOV, Command::Undo).unwrap();
    let mut same = world.clone();
    same.act_as(GROMOV, Command::Redo).unwrap();
    put(&mut world, "8");
    let redone = world.act_as(GROMOV, Command::Redo);
    let refused = Refusal::ResultsDiffer {
        period: OPEN,
        closed: true,
    };
    assert_eq!(redone.map(|_| ()), Err(refused));
}

#[test]
fn results_come_back_only_while_what_they_are_made_of_is_as_it_was() {
    let mut world = quarters(&[COUNT]);
    let at = Cell {
        period: PeriodId(12),
        ..cell(COUNT, SCHOOL_2)
    };
    each_quarter(&mut world, at, &entry("0"));
    close(&mut world);
    // What was changed before it was opened again left the results as they are.
    let other = set(&world.state, at, entry("1"));
    world.act_as(BELOVA, other).unwrap();
    let reopen = Command::StepPeriod {
        id: OPEN,
        seen: rev(&world.state, Key::Period(OPEN)),
        step: PeriodStep::Reopen {
            reason: "по возражению".into(),
        },
    };
    world.act_as(GROMOV, reopen).unwrap();
    world.clone().act_as(GROMOV, Command::Undo).unwrap();
    let refused = |mut world: World, by: Key| {
        let back = world.act_as(GROMOV, Command::Undo);
        assert!(
            matches!(&back, Err(Refusal::Conflict { key, .. }) if *key == by),
            "{by:?}: {back:?}"
        );
    };
    let mut headed = world.clone();
    let by = another_head(&mut headed);
    refused(headed, by);
    let other = set(&world.state, at, entry("4"));
    world.act_as(BELOVA, other).unwrap();
    refused(world.clone(), Key::Value(at));
    // Back to what the results say.
    let other = set(&world.state, at, entry("0"));
    world.act_as(BELOVA, other).unwrap();
    world.act_as(GROMOV, Command::Undo).unwrap();
}
