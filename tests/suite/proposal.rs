//! What entering many cells would do, before anything is written.

use std::slice;

use proptest::prelude::*;
use smotr::analysis::proposal::{Becomes, Counts, Given, Proposal, Proposed, Verdict, Wanted};
use smotr::domain::check::Warning;
use smotr::domain::command::{Command, ValueStep};
use smotr::domain::decide::Actor;
use smotr::domain::entry_text::EntryError;
use smotr::domain::ids::{IndicatorId, Seq};
use smotr::domain::record::{Cause, Change, CommandId, Commit, Key, Record};
use smotr::domain::refusal::Refusal;
use smotr::domain::state::State;
use smotr::domain::value::{Cell, Entry, Source, Value, ValueState};

use super::support::world::*;

fn typed(cell: Cell, text: &str) -> Proposed {
    Proposed {
        cell,
        given: Given::Text(text.to_owned()),
        note: None,
        source: None,
    }
}

fn noted(cell: Cell, text: &str, note: &str) -> Proposed {
    Proposed {
        note: Some(note.to_owned()),
        ..typed(cell, text)
    }
}

fn propose(state: &State, cells: &[Proposed]) -> Proposal {
    Proposal::of(state, Actor { user: ORLOVA }, now(state), cells)
}

fn verdicts(state: &State, cells: &[Proposed]) -> Vec<Verdict> {
    let lines = propose(state, cells).lines;
    lines.into_iter().map(|it| it.verdict).collect()
}

fn becomes(was: Option<Entry>, entry: Entry) -> Becomes {
    Becomes {
        was,
        entry,
        reopens: false,
        warnings: Vec::new(),
    }
}

/// What was loaded as it was is no change, whatever the rules say of it; anything else about it is.
#[test]
fn what_stands_there_is_never_refused() {
    let mut world = World::new();
    let (here, half) = (cell(COUNT, SCHOOL_1), Entry::Number("1.5".parse().unwrap()));
    let commit = Commit {
        seq: Seq(world.state.meta.seq.0 + 1),
        time: now(&world.state).at,
        actor: ORLOVA,
        command_id: CommandId(91),
        cause: Cause::Do,
        changes: vec![Change {
            key: Key::Value(here),
            before: None,
            after: Some(Record::Value(Value::entered(half.clone(), ORLOVA))),
        }],
    };
    world.state.apply(&commit);
    let same = Proposed {
        given: Given::Entry(half),
        ..typed(here, "")
    };
    assert_eq!(
        verdicts(&world.state, slice::from_ref(&same)),
        [Verdict::Same]
    );
    let noted = Proposed {
        note: Some("половина".to_owned()),
        ..same
    };
    let told = verdicts(&world.state, &[noted]);
    assert!(matches!(told[..], [Verdict::Refused(_)]), "{told:?}");
}

#[test]
fn each_cell_is_told_what_would_come_of_it() {
    let mut world = World::new();
    world.set(cell(COUNT, SCHOOL_1), entry("7")).unwrap();
    let there = cell(COUNT, SCHOOL_1);
    let expert = cell(EXPERT, SCHOOL_1);
    let computed = cell_of(DELTA, DEMINA);
    let retired = cell(RETIRED, SCHOOL_1);
    for (proposed, want) in [
        (typed(there, "7"), Verdict::Same),
        (typed(there, " 7 "), Verdict::Same),
        (
            typed(there, "8"),
            Verdict::Changes(becomes(Some(entry("7")), entry("8"))),
        ),
        (
            typed(there, "11"),
            Verdict::Changes(Becomes {
                warnings: vec![Warning::AboveUsual {
                    figure: 11.into(),
                    max: 10.into(),
                }],
                ..becomes(Some(entry("7")), entry("11"))
            }),
        ),
        (
            typed(cell(COUNT, SCHOOL_2), "8"),
            Verdict::Changes(becomes(None, entry("8"))),
        ),
        (
            typed(there, "семь"),
            verdict_of(world.state.clone(), there, "семь"),
        ),
        (
            typed(there, "7,5"),
            Verdict::Unread(EntryError::NotWhole(number("7.5"))),
        ),
        (
            typed(expert, "0"),
            Verdict::Waits(Wanted::Note, becomes(None, entry("0"))),
        ),
        (
            noted(expert, "0", "не проводилось"),
            Verdict::Changes(becomes(None, entry("0"))),
        ),
        (
            typed(expert, "н"),
            Verdict::Waits(
                Wanted::Reason,
                becomes(
                    None,
                    Entry::NotApplicable {
                        reason: String::new(),
                    },
                ),
            ),
        ),
        (
            typed(computed, "3"),
            Verdict::Refused(Refusal::Computed { cell: computed }),
        ),
        (
            typed(retired, "3"),
            Verdict::Refused(Refusal::NotCollected { cell: retired }),
        ),
        (typed(retired, " "), Verdict::Same),
        (
            typed(there, ""),
            Verdict::Changes(becomes(Some(entry("7")), Entry::Empty)),
        ),
    ] {
        let got = verdicts(&world.state, std::slice::from_ref(&proposed));
        assert_eq!(got, [want], "{proposed:?}");
    }
}

fn verdict_of(state: State, cell: Cell, text: &str) -> Verdict {
    let error = smotr::domain::cell_text::read(&state, cell, text).unwrap_err();
    Verdict::Unread(error)
}

#[test]
fn who_may_not_enter_is_refused_line_by_line() {
    let world = World::new();
    let cells = [typed(cell(COUNT, SCHOOL_1), "7")];
    let proposal = Proposal::of(
        &world.state,
        Actor { user: GROMOV },
        now(&world.state),
        &cells,
    );
    assert!(matches!(
        proposal.lines[0].verdict,
        Verdict::Refused(Refusal::Denied { .. })
    ));
    assert_eq!(proposal.command(|_| true), None);
}

#[test]
fn what_was_approved_is_said_to_be_opened_again() {
    let mut world = World::new();
    let there = cell(COUNT, SCHOOL_1);
    world.set(there, entry("7")).unwrap();
    let cells = vec![(there, rev(&world.state, Key::Value(there)))];
    let step = ValueStep::Submit;
    world.act(Command::StepValues { cells, step }).unwrap();
    assert_eq!(world.value(there).unwrap().state, ValueState::Submitted);
    let got = verdicts(&world.state, &[typed(there, "8")]);
    let want = Becomes {
        reopens: true,
        ..becomes(Some(entry("7")), entry("8"))
    };
    assert_eq!(got, [Verdict::Changes(want)]);
    assert_eq!(
        verdicts(&world.state, &[typed(there, "7")]),
        [Verdict::Same]
    );
}

/// The number of teachers of a kindergarten is known to nobody: a ratio of the same list brings it, before or after.
#[test]
fn a_numerator_alone_is_read_with_the_denominator_of_the_same_list() {
    let world = World::new();
    let here = cell(RATIO, NURSERY);
    let alone = [typed(here, "3")];
    assert_eq!(
        verdicts(&world.state, &alone),
        [Verdict::Unread(EntryError::DenominatorUnknown {
            numerator: 3.into()
        })]
    );
    // The same cell twice, and alike: once with both parts.
    for cells in [
        [typed(here, "3/4"), typed(here, "3")],
        [typed(here, "3"), typed(here, "3/4")],
    ] {
        let proposal = propose(&world.state, &cells);
        let sets = proposal.sets(|_| true);
        assert_eq!(sets.len(), 1, "{:?}", proposal.lines);
        assert_eq!(sets[0].entry, ratio("3", "4"));
    }
}

/// Another indicator with the same number below the line.
fn twin(world: &mut World) -> IndicatorId {
    let id = IndicatorId(90);
    let mut body = world.state.indicators[&(EDITION, RATIO)].body.clone();
    body.code = "1.9".into();
    let commit = Commit {
        seq: Seq(world.state.meta.seq.0 + 1),
        time: now(&world.state).at,
        actor: ORLOVA,
        command_id: CommandId(90),
        cause: Cause::Do,
        changes: vec![Change {
            key: Key::Indicator(EDITION, id),
            before: None,
            after: Some(Record::Indicator(body)),
        }],
    };
    world.state.apply(&commit);
    world.commits.push(commit);
    id
}

/// What is below the line comes from no line that is not entered itself: neither one that contradicts another nor one left aside.
#[test]
fn nothing_is_learnt_from_a_line_that_is_not_entered() {
    let mut world = World::new();
    let here = cell(RATIO, NURSERY);
    let other = cell(twin(&mut world), NURSERY);
    let unknown = Verdict::Unread(EntryError::DenominatorUnknown {
        numerator: 3.into(),
    });
    let refused = [
        typed(here, "12/40"),
        typed(here, "12/30"),
        typed(other, "3"),
    ];
    assert_eq!(verdicts(&world.state, &refused)[2], unknown);
    // A third line that is entered may still say it.
    let good = [typed(here, "12/40"), typed(other, "3")];
    let proposal = propose(&world.state, &good);
    assert_eq!(proposal.lines[1].taught_by, Some(0));
    let sets = |chosen: &[usize]| {
        let sets = proposal.sets(|it| chosen.contains(&it));
        sets.into_iter().map(|it| it.entry).collect::<Vec<_>>()
    };
    assert_eq!(sets(&[0, 1]), [ratio("12", "40"), ratio("3", "40")]);
    assert_eq!(sets(&[1]), []);
    assert_eq!(sets(&[0]), [ratio("12", "40")]);
    // Where the number is on record nobody is needed for it.
    world.set(here, ratio("12", "40")).unwrap();
    assert_eq!(
        propose(&world.state, &[typed(other, "3")]).lines[0].taught_by,
        None
    );
}

#[test]
fn two_lines_of_one_cell_are_both_refused_unless_they_agree() {
    let world = World::new();
    let here = cell(COUNT, SCHOOL_1);
    let other = cell(COUNT, SCHOOL_2);
    let cells = [
        typed(here, "7"),
        typed(other, "5"),
        typed(here, "8"),
        typed(here, "7"),
        typed(other, " 5"),
    ];
    let proposal = propose(&world.state, &cells);
    let verdicts: Vec<_> = proposal.lines.iter().map(|it| it.verdict.clone()).collect();
    let changes = Verdict::Changes(becomes(None, entry("5")));
    assert_eq!(
        verdicts,
        [
            Verdict::Contradicts(2),
            changes.clone(),
            Verdict::Contradicts(0),
            Verdict::Contradicts(0),
            changes,
        ]
    );
    let sets = proposal.sets(|_| true);
    assert_eq!(sets.iter().map(|it| it.cell).collect::<Vec<_>>(), [other]);
}

#[test]
fn the_chosen_lines_are_one_command_that_is_taken_back_as_one() {
    let mut world = World::new();
    let (one, other) = (cell(COUNT, SCHOOL_1), cell(COUNT, SCHOOL_2));
    let source = Some(Source::Text("вх. № 123 от 12.05.2026".to_owned()));
    let cells = [one, other, cell(EXPERT, SCHOOL_1)].map(|cell| Proposed {
        source: source.clone(),
        ..typed(cell, "5")
    });
    let proposal = propose(&world.state, &cells);
    assert_eq!(
        proposal.counts(),
        Counts {
            changes: 3,
            ..Counts::default()
        }
    );
    let command = proposal.command(|at| at < 2).unwrap();
    world.act(command.clone()).unwrap();
    assert_eq!(world.value(one).unwrap().entry, entry("5"));
    assert_eq!(world.value(other).unwrap().source, source);
    assert_eq!(world.value(cell(EXPERT, SCHOOL_1)), None);
    // Somebody was faster: the command knows what it has seen.
    let stale = world.act(command);
    assert_eq!(stale, Err(Refusal::NoChange));
    world.act(Command::Undo).unwrap();
    assert_eq!(world.value(one), None);
}

fn some_text() -> impl Strategy<Value = String> {
    prop_oneof![
        "[0-9]{1,2}",
        "[0-9]{1,2}/[0-9]{1,2}",
        "[0-9]{1,2},[0-9]%",
        Just("н".to_owned()),
        Just("н/п: ремонт".to_owned()),
        Just(String::new()),
        "[а-я ]{0,4}",
    ]
}

proptest! {
    /// What is said before is what happens: the command is taken whole, changes as many cells as were told, and once it is done the
    /// same list changes nothing.
    #[test]
    fn a_proposal_keeps_its_word(
        texts in prop::collection::vec(
            (prop::sample::select(vec![RATIO, COUNT, EXPERT, BENCHMARK]),
             prop::sample::select(vec![SCHOOL_1, SCHOOL_2, NURSERY]),
             some_text()),
            0..24,
        ),
    ) {
        let mut world = World::new();
        world.set(cell(COUNT, SCHOOL_1), entry("7")).unwrap();
        let cells: Vec<_> = texts.iter().map(|(indicator, school, text)| {
            typed(cell(*indicator, *school), text)
        }).collect();
        let proposal = propose(&world.state, &cells);
        let counts = proposal.counts();
        prop_assert_eq!(counts.same + counts.changes + counts.waits + counts.refused, cells.len());
        let sets = proposal.sets(|_| true);
        let Some(command) = proposal.command(|_| true) else {
            prop_assert_eq!(counts.changes, 0);
            return Ok(());
        };
        let done = world.act(command).unwrap();
        let changed = done.changes.iter().filter(|it| matches!(it.key, Key::Value(_))).count();
        prop_assert_eq!(changed, sets.len());
        let again = propose(&world.state, &cells);
        for (line, before) in again.lines.iter().zip(&proposal.lines) {
            if matches!(before.verdict, Verdict::Changes(_)) {
                prop_assert_eq!(&line.verdict, &Verdict::Same);
            }
        }
        prop_assert_eq!(again.command(|at| matches!(proposal.lines[at].verdict, Verdict::Changes(_))), None);
    }
}
