//! The export: every line is JSON with its kind, nothing is left out, states of a cell stay apart.

use std::collections::BTreeMap;
use std::io::{self, Write};

use rust_decimal::Decimal;
use serde_json::{Value as Json, json};
use smotr::domain::ids::*;
use smotr::domain::people::Deputy;
use smotr::domain::record::{Cause, Change, CommandId, Commit, Key, Kind, Record};
use smotr::domain::results::{Lack, ResultCell, ResultFigure, ResultHead, Results, Standing};
use smotr::domain::state::{Stamp, State};
use smotr::domain::value::{Cell, Entry, Subject, Value};
use smotr::exchange::demo::{Demo, Options};
use smotr::exchange::export::{Counts, Export, kinds};

fn lines(write: impl FnOnce(&mut Export<&mut Vec<u8>>)) -> (String, Counts) {
    let mut out = Vec::new();
    let mut export = Export::new(&mut out);
    write(&mut export);
    let counts = export.finish().unwrap();
    (String::from_utf8(out).unwrap(), counts)
}

fn parsed(text: &str) -> Vec<Json> {
    text.lines()
        .map(|it| serde_json::from_str(it).unwrap())
        .collect()
}

/// The demo as an export of its state and its journal.
fn demo() -> (String, Counts) {
    let demo = Demo::new(Options::DEMO).unwrap();
    let mut state = State::default();
    lines(|export| {
        for commit in demo.commits(Seq(1)) {
            state.apply(&commit);
        }
        export.state(&state).unwrap();
        for commit in demo.commits(Seq(1)) {
            export.commit(&commit).unwrap();
        }
    })
}

#[test]
fn the_demo_shows_its_counts() {
    let (text, counts) = demo();
    let mut found: BTreeMap<&str, u64> = BTreeMap::new();
    let known: Vec<&str> = kinds().collect();
    for line in text.lines() {
        let kind = line
            .strip_prefix("{\"kind\":\"")
            .and_then(|it| it.split('"').next())
            .unwrap();
        assert!(known.contains(&kind), "{kind}");
        *found.entry(kind).or_default() += 1;
    }
    assert_eq!(found, counts.iter().map(|(kind, n)| (*kind, *n)).collect());
    let exact = [
        ("settings", 1),
        ("direction", 18),
        ("indicator", 110),
        ("document", 15),
        ("requirement", 32),
        ("citation", 35),
        ("organisation", 61),
    ];
    for (kind, count) in exact {
        assert_eq!(counts.get(kind), Some(&count), "{kind}");
    }
    assert!(counts["commit"] > 300);
}

#[test]
fn records_come_in_the_order_of_kinds_and_ids_and_then_the_journal() {
    let (text, _) = demo();
    let order: Vec<&str> = kinds().collect();
    let place = |line: &Json| {
        order
            .iter()
            .position(|kind| line["kind"] == **kind)
            .unwrap()
    };
    let all = parsed(&text);
    assert!(
        all.windows(2)
            .all(|pair| place(&pair[0]) <= place(&pair[1]))
    );
    let ids: Vec<u64> = all
        .iter()
        .filter(|it| it["kind"] == "person")
        .map(|it| it["id"].as_u64().unwrap())
        .collect();
    assert!(ids.windows(2).all(|pair| pair[0] < pair[1]));
}

#[test]
fn every_kind_of_record_is_written() {
    let (_, counts) = demo();
    // In the demo nobody is away, and nothing was objected to.
    const NOT_IN_THE_DEMO: [Kind; 18] = [
        Kind::Deputy,
        Kind::Results,
        Kind::ResultRow,
        Kind::Correction,
        Kind::Objection,
        Kind::Qualification,
        Kind::Attestation,
        Kind::Contract,
        Kind::Candidate,
        Kind::Rule,
        Kind::Confirmation,
        Kind::Collection,
        Kind::Alias,
        Kind::BroughtFile,
        Kind::Goal,
        Kind::AnalysisNote,
        Kind::Activity,
        Kind::Review,
    ];
    for kind in (Kind::ALL.into_iter()).filter(|it| !NOT_IN_THE_DEMO.contains(it)) {
        assert!(counts.contains_key(kind.name()), "{}", kind.name());
    }
}

#[test]
fn who_stands_in_is_written_with_the_days() {
    let day = |text: &str| text.parse().unwrap();
    let deputy = Record::Deputy(Deputy {
        user: UserId(2),
        head: UserId(3),
        from: day("2026-08-01"),
        to: day("2026-08-14"),
        named_by: UserId(3),
    });
    let stamp = Stamp {
        rev: Seq(5),
        by: UserId(3),
        at: Timestamp(1_779_529_200_000),
    };
    let key = Key::Deputy(DeputyId(1));
    let (text, _) = lines(|export| export.record(key, &deputy, stamp).unwrap());
    let line = parsed(&text).remove(0);
    assert_eq!(line["user"], 2);
    assert_eq!(line["head"], 3);
    assert_eq!(
        (&line["from"], &line["to"]),
        (&json!("2026-08-01"), &json!("2026-08-14"))
    );
}

fn cell() -> Cell {
    Cell {
        period: PeriodId(3),
        indicator: IndicatorId(32),
        subject: Subject::Organisation(OrganisationId(12)),
    }
}

/// The line of a value with this entry.
fn line_of(entry: Entry) -> Json {
    let stamp = Stamp {
        rev: Seq(5),
        by: UserId(2),
        at: Timestamp(1_779_529_200_000),
    };
    let record = Record::Value(Value::entered(entry, UserId(2)));
    let (text, _) = lines(|export| export.record(Key::Value(cell()), &record, stamp).unwrap());
    parsed(&text).remove(0)
}

#[test]
fn the_states_of_a_cell_stay_apart_and_numbers_are_exact() {
    let reason = || "нет 11 классов".to_owned();
    let number = |digits: &str| digits.parse::<Decimal>().unwrap();
    let cases = [
        (Entry::Empty, json!({"is": "empty"})),
        (
            Entry::Number(Decimal::ZERO),
            json!({"is": "number", "number": "0"}),
        ),
        (
            Entry::Number(number("79.960")),
            json!({"is": "number", "number": "79.96"}),
        ),
        (
            Entry::Ratio {
                numerator: number("21"),
                denominator: number("24"),
            },
            json!({"is": "ratio", "numerator": "21", "denominator": "24"}),
        ),
        (
            Entry::Percent(number("87.5")),
            json!({"is": "percent", "percent": "87.5"}),
        ),
        (Entry::Choice(1), json!({"is": "choice", "option": 1})),
        (
            Entry::NotApplicable { reason: reason() },
            json!({"is": "not_applicable", "reason": "нет 11 классов"}),
        ),
        (
            Entry::NoData { reason: reason() },
            json!({"is": "no_data", "reason": "нет 11 классов"}),
        ),
    ];
    for (entry, expected) in cases {
        assert_eq!(line_of(entry)["entry"], expected);
    }
}

/// In results as on the screen: «н/п» by a standing reason is no empty cell, and an empty one is not «н/п».
#[test]
fn a_standing_reason_stands_in_the_results_as_not_applicable() {
    let reason = "нет 11 классов";
    for (lack, expected) in [
        (
            Some(Lack::Standing(reason.into())),
            json!({"is": "not_applicable", "reason": reason}),
        ),
        (Some(Lack::PeriodBefore), json!({"is": "empty"})),
        (None, json!({"is": "empty"})),
    ] {
        let cell = ResultCell {
            indicator: IndicatorId(32),
            entry: Entry::Empty,
            figure: ResultFigure::NotApplicable,
            points: None,
            max: Decimal::ONE,
            lack,
        };
        let head = ResultHead {
            person: None,
            standing: Standing::Vacancy,
            directions: Vec::new(),
            overall: None,
            filled: 0,
            applicable: 0,
            complete: false,
            level: None,
            place: None,
            cells: vec![cell],
        };
        let results = Record::Results(Results {
            edition: EditionId(1),
            organisations: 0,
            placed: 0,
            municipality: Some(head),
        });
        let stamp = Stamp {
            rev: Seq(5),
            by: UserId(2),
            at: Timestamp(0),
        };
        let key = Key::Results(PeriodId(3));
        let (text, _) = lines(|export| export.record(key, &results, stamp).unwrap());
        let line = parsed(&text).remove(0);
        let cell = &line["municipality"]["cells"][0];
        assert_eq!(cell["entry"], expected, "{line}");
        assert_eq!(cell["figure"], json!({"is": "not_applicable"}), "{line}");
    }
}

#[test]
fn a_line_says_where_it_stands_and_who_wrote_it_when() {
    let line = line_of(Entry::Empty);
    let expected = json!({"kind": "value", "period": 3, "indicator": 32, "organisation": 12,
        "revision": 5, "by": 2, "at": "2026-05-23T09:40:00.000Z"});
    for (field, value) in expected.as_object().unwrap() {
        assert_eq!(line[field], *value, "{field}");
    }
}

#[test]
fn a_commit_tells_what_was_there_before() {
    let value = |n: i64| Record::Value(Value::entered(Entry::Number(n.into()), UserId(1)));
    let commit = Commit {
        seq: Seq(7),
        time: Timestamp(0),
        actor: UserId(1),
        command_id: CommandId(255),
        cause: Cause::Undo(Seq(6)),
        changes: vec![
            Change {
                key: Key::Value(cell()),
                before: Some(value(1)),
                after: Some(value(0)),
            },
            Change {
                key: Key::Settings,
                before: None,
                after: None,
            },
        ],
    };
    let (text, counts) = lines(|export| export.commit(&commit).unwrap());
    assert_eq!(counts, BTreeMap::from([("commit", 1)]));
    let line = parsed(&text).remove(0);
    assert_eq!((&line["cause"], &line["of"]), (&json!("undo"), &json!(6)));
    assert_eq!(line["command"], json!("000000000000000000000000000000ff"));
    assert_eq!(line["changes"][0]["record"], json!("value"));
    assert_eq!(line["changes"][0]["before"]["entry"]["number"], json!("1"));
    assert_eq!(line["changes"][0]["after"]["entry"]["number"], json!("0"));
    assert_eq!(
        line["changes"][1],
        json!({"record": "settings", "before": null, "after": null})
    );
}

#[test]
fn quotes_and_line_breaks_stay_inside_a_line() {
    let line = line_of(Entry::NoData {
        reason: "«нет»\n\"данных\"\\".to_owned(),
    });
    assert_eq!(line["entry"]["reason"], json!("«нет»\n\"данных\"\\"));
}

#[test]
fn whoever_stops_reading_ends_the_export() {
    struct Closed;
    impl Write for Closed {
        fn write(&mut self, _: &[u8]) -> io::Result<usize> {
            Err(io::ErrorKind::BrokenPipe.into())
        }
        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }
    let mut state = State::default();
    let demo = Demo::new(Options {
        organisations: 1,
        years: 1,
        ..Options::DEMO
    })
    .unwrap();
    demo.commits(Seq(1)).for_each(|it| state.apply(&it));
    let end = Export::new(Closed).state(&state);
    assert_eq!(end.unwrap_err().kind(), io::ErrorKind::BrokenPipe);
}
