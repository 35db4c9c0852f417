//! A period from its first day to its results and beyond: each step with who may do it, why it is refused, and taken back.

use proptest::prelude::*;
use smotr::analysis::findings::PeriodFindings;
use smotr::analysis::readiness::{self, Unready};
use smotr::analysis::roster::Roster;
use smotr::analysis::scores::PeriodScores;
use smotr::domain::command::*;
use smotr::domain::ids::*;
use smotr::domain::people::Role;
use smotr::domain::period::{Exception, Period, PeriodDeed, PeriodKind, PeriodState};
use smotr::domain::record::{Key, Kind, Record};
use smotr::domain::refusal::{Field, Refusal};
use smotr::domain::value::{Entry, ValueState};

use super::forms::{before, empty, kinds};
use super::organisations::school;
use crate::support::dice::{thrown, throws};
use crate::support::world::*;

fn period(world: &World, id: PeriodId) -> Period {
    world.state.periods[&id].body.clone()
}

fn step(world: &World, id: PeriodId, step: PeriodStep) -> Command {
    let seen = rev(&world.state, Key::Period(id));
    Command::StepPeriod { id, seen, step }
}

fn close(world: &World) -> Command {
    step(world, OPEN, PeriodStep::Close { unready: true })
}

fn reopen(world: &World, reason: &str) -> Command {
    let reason = reason.to_owned();
    step(world, OPEN, PeriodStep::Reopen { reason })
}

fn edit(world: &World, id: PeriodId, change: impl FnOnce(&mut Period)) -> Command {
    let seen = rev(&world.state, Key::Period(id));
    let mut period = period(world, id);
    change(&mut period);
    Command::EditPeriod { id, seen, period }
}

/// Some values in the open period, and that period closed.
fn closed() -> World {
    let mut world = World::new();
    world.set(cell(RATIO, SCHOOL_1), ratio("18", "24")).unwrap();
    world.set(cell(RATIO, SCHOOL_2), ratio("10", "30")).unwrap();
    world.set(cell(COUNT, SCHOOL_1), entry("1")).unwrap();
    world.set(cell_of(SCORE, ZIMIN), entry("70")).unwrap();
    let command = close(&world);
    world.act_as(GROMOV, command).unwrap();
    world
}

fn correct(world: &World, entry: Entry) -> Command {
    let cell = cell(RATIO, SCHOOL_2);
    Command::CorrectValue {
        set: SetValue {
            cell,
            seen: seen(&world.state, Key::Value(cell)),
            entry,
            note: None,
            source: None,
        },
        reason: "ошибка в отчёте школы".into(),
        document: DocumentChoice::Known(ORDER),
    }
}

/// The edition of the world once more, under another number, with the scale of [`RATIO`] turned round.
fn with_new_edition(world: &mut World, from: &str) -> EditionId {
    let id = EditionId(9);
    let mut records = Vec::new();
    for key in world.state.keys() {
        let Some((record, _)) = world.state.record(key) else {
            continue;
        };
        match (key, record) {
            (Key::Edition(EDITION), Record::Edition(mut it)) => {
                it.number = 9;
                it.applies_from = Some(date(from));
                records.push((Key::Edition(id), Record::Edition(it)));
            }
            (Key::Direction(EDITION, direction), record) => {
                records.push((Key::Direction(id, direction), record));
            }
            (Key::Indicator(EDITION, indicator), Record::Indicator(mut it)) => {
                if let smotr::domain::catalogue::Scoring::Bands(bands) = &mut it.scoring
                    && indicator == RATIO
                {
                    let points: Vec<_> = bands.iter().rev().map(|it| it.points).collect();
                    (bands.iter_mut().zip(points)).for_each(|(band, it)| band.points = it);
                }
                records.push((Key::Indicator(id, indicator), Record::Indicator(it)));
            }
            _ => {}
        }
    }
    world.act_as(SEROVA, Command::Load(records)).unwrap();
    id
}

#[test]
fn a_year_comes_with_its_parts_in_one_commit() {
    let mut world = World::new();
    let part = |name: &str, kind, from: &str, to: &str| Period {
        name: name.into(),
        kind,
        from: date(from),
        to: date(to),
        deadline: None,
        state: PeriodState::Planned,
        ..period(&World::new(), OPEN)
    };
    let (year, half) = (PeriodKind::SchoolYear, PeriodKind::HalfYear);
    let all = vec![
        part("2026/27", year, "2026-09-01", "2027-08-31"),
        part("2026/27-1", half, "2026-09-01", "2026-12-31"),
        part("2026/27-2", half, "2027-01-01", "2027-08-31"),
    ];
    let commit = world.act(Command::AddPeriods(all.clone())).unwrap();
    assert_eq!(kinds(&commit), [Kind::Period; 3]);
    world.act(Command::Undo).unwrap();
    let refused = |change: fn(&mut Vec<Period>)| {
        let mut all = all.clone();
        change(&mut all);
        World::new().act(Command::AddPeriods(all)).unwrap_err()
    };
    let overlaps = |with: &str| Refusal::PeriodOverlaps { with: with.into() };
    assert_eq!(
        refused(|it| it[2].from = date("2026-12-31")),
        overlaps("2026/27-1")
    );
    // One inside another of its kind.
    assert_eq!(
        refused(|it| it[0].from = date("2026-08-01")),
        overlaps("2025/26")
    );
    let name = "2026/27-1".to_owned();
    assert_eq!(
        refused(|it| it[2].name = "2026/27-1".into()),
        Refusal::DuplicatePeriod { name }
    );
}

#[test]
fn what_is_said_of_a_period_is_changed() {
    let mut world = World::new();
    let exception = |id, until: &str| Exception {
        organisation: id,
        until: date(until),
        reason: "карантин".into(),
    };
    let gives_time = move |it: &mut Period| it.exceptions = vec![exception(SCHOOL_1, "2026-07-10")];
    let command = edit(&world, OPEN, gives_time);
    world.act_as(GROMOV, command).unwrap();
    world.act_as(GROMOV, Command::Undo).unwrap();
    let renamed = edit(&world, OPEN, |it| it.name = "2025-2026".into());
    let denied_to = |world: &World, user, command: &Command| {
        bare(world.clone().act_as(user, command.clone())).unwrap_err()
    };
    assert_eq!(
        denied_to(&world, GROMOV, &renamed),
        denied(Role::Administrator)
    );
    assert_eq!(
        denied_to(&world, BELOVA, &renamed),
        denied(Role::Administrator)
    );
    world.act_as(SEROVA, renamed).unwrap();
    type Change = Box<dyn FnOnce(&mut Period)>;
    let cases: Vec<(Change, Refusal)> = vec![
        (
            Box::new(move |it| it.exceptions = vec![exception(SCHOOL_1, "2026-06-25")]),
            before(Field::Exceptions, "2026-06-25", "2026-06-26"),
        ),
        (
            Box::new(move |it| it.exceptions = vec![exception(SCHOOL_1, "2026-07-01"); 2]),
            Refusal::Taken {
                key: Key::Organisation(SCHOOL_1),
            },
        ),
        (
            Box::new(move |it| {
                it.exceptions = vec![exception(SCHOOL_1, "2026-07-01")];
                it.exceptions[0].reason.clear();
            }),
            empty(Field::Reason),
        ),
        (
            Box::new(|it| it.state = PeriodState::Closed),
            Refusal::WrongState {
                key: Key::Period(OPEN),
            },
        ),
        (
            Box::new(|it| it.from = date("2025-08-31")),
            Refusal::PeriodOverlaps {
                with: "2024/25".into(),
            },
        ),
    ];
    for (change, refusal) in cases {
        let command = edit(&world, OPEN, change);
        assert_eq!(world.clone().act(command), Err(refusal));
    }
    let closed = edit(&world, CLOSED, |it| it.name = "прошлый".into());
    let period = CLOSED;
    assert_eq!(world.act(closed), Err(Refusal::PeriodClosed { period }));
    // Approved it is by an act that has a date and a number, and by a command that asks for them.
    for approved_by in [Some(ORDER), Some(LETTER)] {
        let act = edit(&world, CLOSED, |it| it.approved_by = approved_by);
        assert_eq!(
            world.act_as(GROMOV, act),
            Err(Refusal::PeriodClosed { period })
        );
    }
}

#[test]
fn with_values_in_it_a_period_is_moved_to_another_edition() {
    let mut world = World::new();
    let other = with_new_edition(&mut world, "2025-09-01");
    world.set(cell(COUNT, SCHOOL_1), entry("1")).unwrap();
    let command = edit(&world, OPEN, |it| it.edition = other);
    assert_eq!(
        world.act(command),
        Err(Refusal::MoveInstead { period: OPEN })
    );
    let command = |world: &World, edition, reason: &str| {
        Command::MovePeriod(Rebinding {
            id: OPEN,
            seen: rev(&world.state, Key::Period(OPEN)),
            edition,
            reason: reason.into(),
            act: Some(DocumentChoice::New(order())),
        })
    };
    for (edition, reason, refusal) in [
        (EDITION, "приказ", Refusal::NoChange),
        (other, " ", empty(Field::Reason)),
        (
            DRAFT_EDITION,
            "приказ",
            Refusal::WrongState {
                key: Key::Edition(DRAFT_EDITION),
            },
        ),
    ] {
        let command = command(&world, edition, reason);
        assert_eq!(world.clone().act(command), Err(refusal));
    }
    let values = world.state.shard(OPEN).unwrap().len();
    let moving = command(&world, other, "новые шкалы");
    world.act_as(SEROVA, moving).unwrap();
    let now = period(&world, OPEN);
    assert_eq!(now.edition, other);
    assert_eq!(world.state.shard(OPEN).unwrap().len(), values);
    assert_eq!(now.events[0].deed, PeriodDeed::Moved { from: EDITION });
    assert!(now.events[0].act.is_some());
    // Whoever named the act takes it back with the move.
    world.act_as(SEROVA, Command::Undo).unwrap();
    assert_eq!(period(&world, OPEN).edition, EDITION);
    world.act_as(SEROVA, Command::Redo).unwrap();
}

#[test]
fn closing_writes_what_it_came_to_and_reopening_takes_it_out() {
    let mut world = closed();
    let approved = PeriodScores::of(&world.state, OPEN);
    assert_eq!(approved, PeriodScores::anew(&world.state, OPEN));
    assert_eq!(world.state.results[&OPEN].organisations, 3);
    assert_eq!(period(&world, OPEN).events[0].deed, PeriodDeed::Closed);
    for user in [ORLOVA, GROMOV] {
        let mut world = world.clone();
        let command = reopen(&world, "ошибка в данных");
        world.act_as(user, command).unwrap();
        assert!(world.state.results.is_empty());
        assert!(world.state.result_row(OPEN, SCHOOL_1).is_none());
        world.act_as(user, Command::Undo).unwrap();
        assert_eq!(PeriodScores::of(&world.state, OPEN), approved);
    }
    for user in [BELOVA, SEROVA, DOLIN] {
        let command = reopen(&world, "ошибка в данных");
        assert_eq!(
            bare(world.clone().act_as(user, command)),
            Err(denied(Role::Head))
        );
    }
    let command = reopen(&world, "");
    assert_eq!(world.act(command), Err(empty(Field::Reason)));
}

#[test]
fn a_closing_is_not_taken_back_but_opened_again_with_a_reason() {
    let mut world = closed();
    let stands = Err(Refusal::ClosingStands { period: OPEN });
    assert_eq!(world.act_as(GROMOV, Command::Undo), stands);
    assert_eq!(period(&world, OPEN).state, PeriodState::Closed);
    // What was opened again is closed as it was, and open once more; the closing itself stands in either way.
    let command = reopen(&world, "не все сдали");
    world.act_as(GROMOV, command).unwrap();
    world.act_as(GROMOV, Command::Undo).unwrap();
    assert_eq!(world.act_as(GROMOV, Command::Undo), stands);
    world.act_as(GROMOV, Command::Redo).unwrap();
    assert_eq!(period(&world, OPEN).state, PeriodState::Open);
    // What was put right in it goes back by itself.
    let mut world = closed();
    let command = correct(&world, ratio("20", "30"));
    world.act_as(GROMOV, command).unwrap();
    world.act_as(GROMOV, Command::Undo).unwrap();
    assert_eq!(world.act_as(GROMOV, Command::Undo), stands);
}

#[test]
fn what_is_not_ready_is_closed_only_by_saying_so() {
    let mut world = World::new();
    let careless = step(&world, OPEN, PeriodStep::Close { unready: false });
    let refused = world.act(careless).unwrap_err();
    assert!(matches!(refused, Refusal::Unready { things: 1.., .. }));
    let command = step(&world, OPEN, PeriodStep::Review);
    world.act_as(SEROVA, command).unwrap();
    let command = close(&world);
    assert_eq!(
        bare(world.clone().act_as(SEROVA, command.clone())),
        Err(denied(Role::Head))
    );
    world.act_as(GROMOV, command.clone()).unwrap();
    assert!(matches!(world.act(command), Err(Refusal::Conflict { .. })));
    let again = close(&world);
    let period = OPEN;
    assert_eq!(world.act(again), Err(Refusal::PeriodClosed { period }));
}

/// A rule of high importance keeps it open, whatever is said of the rest; a word about what it found is enough.
#[test]
fn what_a_rule_has_found_is_put_right_or_confirmed_before_closing() {
    let mut world = World::new();
    let c = cell(RATIO, SCHOOL_1);
    world.set(c, ratio("18", "24")).unwrap();
    world.teachers(SCHOOL_1, "25");
    let unconfirmed = Err(Refusal::Unconfirmed {
        period: OPEN,
        things: 1,
    });
    let command = close(&world);
    assert_eq!(world.act_as(GROMOV, command), unconfirmed);
    let why = |world: &World| {
        let lines = readiness::unready(&world.state, OPEN);
        lines.iter().find(|it| it.cell == c).map(|it| it.why)
    };
    assert_eq!(why(&world), Some(Unready::Found));
    let roster = Roster::of(&world.state, OPEN);
    let found = PeriodFindings::of(&world.state, &roster).get(c)[0].clone();
    let confirm = Command::Confirm(Confirm {
        found: vec![Found {
            cell: c,
            rule: found.rule,
            seen: Seen::Absent,
            mark: found.mark,
        }],
        note: "один педагог принят после 20.05".into(),
    });
    world.act(confirm).unwrap();
    assert_eq!(why(&world), Some(Unready::Entered));
    let command = close(&world);
    let mut confirmed = world.clone();
    confirmed.act_as(GROMOV, command).unwrap();
    // Another number is another finding.
    world.set(c, ratio("18", "26")).unwrap();
    let command = close(&world);
    assert_eq!(world.act_as(GROMOV, command), unconfirmed);
    world.set(c, ratio("18", "25")).unwrap();
    let command = close(&world);
    world.act_as(GROMOV, command).unwrap();
}

#[test]
fn results_do_not_come_back_over_other_values() {
    let mut world = closed();
    let command = reopen(&world, "не все сдали");
    world.act_as(GROMOV, command).unwrap();
    world.set(cell(RATIO, SCHOOL_2), ratio("20", "30")).unwrap();
    let refused = world.act_as(GROMOV, Command::Undo).unwrap_err();
    let key = Key::Value(cell(RATIO, SCHOOL_2));
    assert!(matches!(refused, Refusal::Conflict { key: of, .. } if of == key));
}

#[test]
fn a_closed_period_is_what_it_was_whatever_happens() {
    let mut world = closed();
    let approved = PeriodScores::of(&world.state, OPEN);
    let organisation = smotr::domain::people::Organisation {
        name: "Лицей № 200".into(),
        closed: Some(date("2025-10-01")),
        ..world.state.organisations[&SCHOOL_2].body.clone()
    };
    let renamed = closing(&world.state, SCHOOL_2, organisation);
    world.act(renamed).unwrap();
    world
        .act(Command::AddOrganisation {
            organisation: school(9),
            head: None,
        })
        .unwrap();
    assert_eq!(PeriodScores::of(&world.state, OPEN), approved);
    let mut renewed = approved.clone();
    renewed.renew(&world.state, [Key::Organisation(SCHOOL_2)]);
    assert_eq!(renewed, approved);
}

#[test]
fn a_value_is_put_right_and_the_period_stays_closed() {
    let mut world = closed();
    let approved = PeriodScores::of(&world.state, OPEN);
    for user in [BELOVA, SEROVA] {
        let command = correct(&world, ratio("20", "30"));
        assert_eq!(
            bare(world.clone().act_as(user, command)),
            Err(denied(Role::Head))
        );
    }
    let command = correct(&world, ratio("20", "30"));
    world.act_as(GROMOV, command).unwrap();
    let here = cell(RATIO, SCHOOL_2);
    assert_eq!(world.state.corrections[&here].was, ratio("10", "30"));
    let value = world.value(here).unwrap();
    assert_eq!(value.state, ValueState::Approved);
    assert_eq!(PeriodScores::of(&world.state, OPEN).rows, approved.rows);
    assert_ne!(PeriodScores::anew(&world.state, OPEN).rows, approved.rows);
    // A second time, what stood in the results is still what was.
    let command = correct(&world, ratio("25", "30"));
    world.act_as(GROMOV, command).unwrap();
    assert_eq!(world.state.corrections[&here].was, ratio("10", "30"));
    world.act_as(GROMOV, Command::Undo).unwrap();
    world.act_as(GROMOV, Command::Undo).unwrap();
    assert!(world.state.corrections.is_empty());
    assert_eq!(world.value(here).unwrap().entry, ratio("10", "30"));
    // Put right again it is as it was put right.
    world.act_as(GROMOV, Command::Redo).unwrap();
    assert_eq!(world.state.corrections[&here].was, ratio("10", "30"));
    assert_eq!(world.value(here).unwrap().entry, ratio("20", "30"));
    let other = World::new();
    let open = correct(&other, ratio("20", "30"));
    let period = OPEN;
    assert_eq!(other.clone().act(open), Err(Refusal::StillOpen { period }));
}

#[test]
fn a_closed_period_is_scored_anew_with_a_reason() {
    let mut world = closed();
    let approved = PeriodScores::of(&world.state, OPEN);
    let other = with_new_edition(&mut world, "2027-09-01");
    let command = |world: &World, edition| {
        Command::Rescore(Rebinding {
            id: OPEN,
            seen: rev(&world.state, Key::Period(OPEN)),
            edition,
            reason: "решение комиссии".into(),
            act: None,
        })
    };
    let same = command(&world, EDITION);
    assert_eq!(world.act(same), Err(Refusal::NoChange));
    let anew = command(&world, other);
    world.act_as(GROMOV, anew).unwrap();
    let deed = PeriodDeed::Rescored { from: EDITION };
    assert_eq!(period(&world, OPEN).events[1].deed, deed);
    assert_eq!(world.state.results[&OPEN].edition, other);
    assert_ne!(PeriodScores::of(&world.state, OPEN).rows, approved.rows);
    world.act_as(GROMOV, Command::Undo).unwrap();
    assert_eq!(PeriodScores::of(&world.state, OPEN).rows, approved.rows);
    // By its own edition, what was put right since is taken in.
    let right = correct(&world, ratio("20", "30"));
    world.act_as(GROMOV, right).unwrap();
    let same = command(&world, EDITION);
    world.act_as(GROMOV, same).unwrap();
    assert_eq!(
        PeriodScores::of(&world.state, OPEN).rows,
        PeriodScores::anew(&world.state, OPEN).rows
    );
}

#[test]
fn what_was_is_what_the_results_in_force_say() {
    let mut world = closed();
    let rescore = |world: &mut World| {
        let command = Command::Rescore(Rebinding {
            id: OPEN,
            seen: rev(&world.state, Key::Period(OPEN)),
            edition: EDITION,
            reason: "решение комиссии".into(),
            act: None,
        });
        world.act_as(GROMOV, command).unwrap();
    };
    let put = |world: &mut World, top| {
        let command = correct(world, ratio(top, "30"));
        world.act_as(GROMOV, command).unwrap();
        let here = cell(RATIO, SCHOOL_2);
        world.state.corrections[&here].was.clone()
    };
    assert_eq!(put(&mut world, "20"), ratio("10", "30"));
    rescore(&mut world);
    assert_eq!(put(&mut world, "25"), ratio("20", "30"));
    // Until they are reckoned again, the results say so however often it is put right, and back.
    assert_eq!(put(&mut world, "20"), ratio("20", "30"));
    assert_eq!(put(&mut world, "26"), ratio("20", "30"));
    rescore(&mut world);
    assert_eq!(put(&mut world, "10"), ratio("26", "30"));
    // Where the results came back that were in force before, what was is theirs again.
    let mut world = closed();
    put(&mut world, "20");
    rescore(&mut world);
    world.act_as(GROMOV, Command::Undo).unwrap();
    assert_eq!(put(&mut world, "25"), ratio("10", "30"));
}

#[test]
fn the_head_of_a_closed_period_is_whoever_its_results_name() {
    let mut world = closed();
    let head = |world: &World| {
        let rows = smotr::analysis::rows::rows(&world.state, OPEN, RATIO);
        let row = rows.iter().find(|it| it.organisation == Some(SCHOOL_1));
        row.unwrap().head.unwrap().person()
    };
    assert_eq!(head(&world), Some(DEMINA));
    // By the rules of that time the value was another head's.
    let stands = world.state.result_row(OPEN, SCHOOL_1).unwrap();
    let (mut row, stamp) = (stands.body.clone(), stands.stamp);
    let cells: Vec<_> = row.heads.iter().map(|it| it.cells.clone()).collect();
    assert_eq!(cells.len(), 2);
    (row.heads.iter_mut().zip(cells.into_iter().rev())).for_each(|(head, it)| head.cells = it);
    let key = Key::ResultRow(OPEN, SCHOOL_1);
    (world.state).put(key, Some(Record::ResultRow(row)), stamp);
    assert_eq!(head(&world), Some(EREMIN));
}

#[test]
fn an_act_approves_the_results() {
    let mut world = closed();
    let command = |world: &World, act| Command::ApproveResults {
        id: OPEN,
        seen: rev(&world.state, Key::Period(OPEN)),
        act: DocumentChoice::Known(act),
    };
    let letter = command(&world, LETTER);
    assert_eq!(
        world.act(letter),
        Err(Refusal::IncompleteDocument { lacks: Field::Date })
    );
    let act = command(&world, ORDER);
    world.act_as(GROMOV, act).unwrap();
    assert_eq!(period(&world, OPEN).approved_by, Some(ORDER));
    world.act_as(GROMOV, Command::Undo).unwrap();
    assert_eq!(period(&world, OPEN).approved_by, None);
}

#[test]
fn after_a_deadline_that_locks_nothing_is_entered() {
    let mut world = World::new();
    let here = cell(COUNT, SCHOOL_1);
    let deadline = |it: &mut Period| it.deadline = Some(date("2026-05-22"));
    let command = edit(&world, OPEN, deadline);
    world.act(command).unwrap();
    world.set(here, entry("1")).unwrap();
    let command = edit(&world, OPEN, |it| it.locks = true);
    world.act(command).unwrap();
    let late = world.set(here, entry("2")).unwrap_err();
    let Refusal::DeadlinePassed {
        organisation,
        until,
        may,
        ..
    } = late
    else {
        panic!("{late:?}")
    };
    assert_eq!((organisation, until), (Some(SCHOOL_1), date("2026-05-22")));
    assert_eq!(may, who([ORLOVA, GROMOV, SEROVA]));
    let command = edit(&world, OPEN, |it| {
        it.exceptions.push(Exception {
            organisation: SCHOOL_1,
            until: date("2026-06-01"),
            reason: "карантин".into(),
        });
    });
    world.act_as(GROMOV, command).unwrap();
    world.set(here, entry("2")).unwrap();
    let person = cell_of(SCORE, EREMIN);
    world.set(person, entry("40")).unwrap();
    for cell in [cell(COUNT, SCHOOL_2), cell_of(SCORE, ZIMIN)] {
        let late = world.set(cell, entry("2")).unwrap_err();
        assert!(matches!(late, Refusal::DeadlinePassed { .. }));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    /// Whatever is asked for next: what is closed stays what it was, until it is opened again or scored anew.
    #[test]
    fn no_command_moves_a_closed_period(throws in throws(60)) {
        let mut world = closed();
        let mut approved = PeriodScores::of(&world.state, OPEN);
        let mut renewed = approved.clone();
        for throw in throws {
            let (user, command) = thrown(&world.state, throw);
            let Ok(commit) = world.act_as(user, command) else { continue };
            renewed.renew(&world.state, commit.changes.iter().map(|it| it.key));
            let now = PeriodScores::of(&world.state, OPEN);
            prop_assert_eq!(&renewed, &now);
            // Only closing and scoring anew write results, and only opening takes them out.
            let scored = commit.changes.iter().any(|it| it.key == Key::Results(OPEN)
                || matches!(it.key, Key::ResultRow(OPEN, _)));
            if period(&world, OPEN).state == PeriodState::Closed && !scored {
                prop_assert_eq!(now.rows.clone(), approved.rows);
                prop_assert_eq!(now.roster.clone(), approved.roster);
                prop_assert_eq!(now.municipality.clone(), approved.municipality);
            }
            approved = now;
        }
    }
}
