//! Records as bytes: what went in comes out, bytes of any age can be read, and no bytes do harm.
//!
//! `fixtures/golden/records-v*.txt` have a line per example: the bytes in hex, and the record in words. Lines are only ever added
//! (`SMOTR_GOLDEN=add cargo test golden` adds to the last file what the enums have and the files have not): what was written once
//! is read for ever. `upgraded.txt` says as what the bytes are read today that are of a version which is no longer written.

use std::fmt::Write as _;
use std::path::PathBuf;

use proptest::prelude::*;
use smotr::domain::catalogue::BaseQuantity;
use smotr::domain::record::{Kind, Record};
use smotr::store::codec::{self, MAX_RECORD, decode, encode};

use crate::support::any::any_record;

/// Files of examples by the highest version of a record in them; the last is the one that grows.
const FILES: [&str; 3] = ["records-v1.txt", "records-v2.txt", "records-v3.txt"];

fn golden(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("fixtures/golden");
    folder.join(name)
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        write!(text, "{byte:02x}").unwrap();
        text
    })
}

fn unhex(text: &str) -> Vec<u8> {
    let digits: Vec<u8> = text
        .chars()
        .map(|it| it.to_digit(16).unwrap() as u8)
        .collect();
    digits
        .chunks(2)
        .map(|pair| pair[0] << 4 | pair[1])
        .collect()
}

/// In records of which kind, and behind which words, an enum is seen.
const SEEN: [(&str, Kind, &str); 49] = [
    ("Track", Kind::Requirement, "track: Some("),
    ("RoundState", Kind::Round, "state: "),
    ("ActivityKind", Kind::Activity, "kind: "),
    ("ActivityState", Kind::Activity, "state: "),
    ("ReviewOn", Kind::Review, "on: "),
    ("Verdict", Kind::Review, "verdict: "),
    ("NextStep", Kind::Review, "next: "),
    ("EditionState", Kind::Edition, "state: "),
    ("SubjectKind", Kind::Indicator, "level: "),
    ("Better", Kind::Indicator, "better: "),
    ("Periodicity", Kind::Indicator, "periodicity: "),
    ("RollUp", Kind::Indicator, "roll_up: "),
    ("NoteRule", Kind::Indicator, "note: "),
    ("Origin", Kind::Indicator, "origin: "),
    ("Measure", Kind::Indicator, "measure: "),
    ("Input", Kind::Indicator, "input: "),
    ("Scoring", Kind::Indicator, "scoring: "),
    ("OrganisationKind", Kind::Organisation, "kind: "),
    ("AppointmentKind", Kind::Appointment, "kind: "),
    ("Role", Kind::User, "roles: ["),
    ("PeriodKind", Kind::Period, "kind: "),
    ("PeriodState", Kind::Period, "state: "),
    ("Subject", Kind::Recommendation, "subject: "),
    ("Entry", Kind::Value, "entry: "),
    ("Source", Kind::Value, "source: Some("),
    ("ValueState", Kind::Value, "state: "),
    ("Due", Kind::Recommendation, "due: "),
    ("RecommendationState", Kind::Recommendation, "state: "),
    ("DecisionState", Kind::Decision, "state: "),
    ("Executor", Kind::Assignment, "executors: ["),
    ("AssignmentState", Kind::Assignment, "state: "),
    ("ReportOn", Kind::Report, "on: "),
    ("DocumentKind", Kind::Document, "kind: "),
    ("DocumentLevel", Kind::Document, "level: "),
    ("Stage", Kind::Requirement, "stage: "),
    ("DocumentStatus", Kind::Document, "status: "),
    (
        "FlagKind",
        Kind::Organisation,
        "flags: [OrganisationFlag { kind: ",
    ),
    ("PeriodDeed", Kind::Period, "deed: "),
    ("Standing", Kind::ResultRow, "standing: "),
    ("Lack", Kind::ResultRow, "lack: Some("),
    ("ResultFigure", Kind::ResultRow, "figure: "),
    ("ObjectionOutcome", Kind::Objection, "outcome: "),
    ("QualificationKind", Kind::Qualification, "kind: "),
    ("AttestationOutcome", Kind::Attestation, "outcome: "),
    ("CandidateOutcome", Kind::Candidate, "outcome: "),
    ("CollectionDeed", Kind::Collection, "deed: "),
    ("ReceiptForm", Kind::Collection, "form: "),
    ("Means", Kind::Alias, "means: "),
    ("Importance", Kind::Rule, "importance: "),
];

fn shows(record: &Record, kind: Kind, behind: &str, variant: &str) -> bool {
    let words = format!("{record:?}");
    let wanted = format!("{behind}{variant}");
    record.kind() == kind
        && words.match_indices(&wanted).any(|(at, _)| {
            let before = words[..at].chars().next_back();
            let after = words[at + wanted.len()..].chars().next();
            before.is_none_or(|it| !it.is_alphanumeric() && it != '_')
                && after.is_none_or(|it| !it.is_alphanumeric())
        })
}

fn lines_of(name: &str) -> Vec<(Vec<u8>, String)> {
    let text = std::fs::read_to_string(golden(name)).unwrap_or_default();
    let line = |line: &str| {
        line.split_once('\t')
            .map(|(bytes, words)| (unhex(bytes), words.to_owned()))
    };
    text.lines().map(|it| line(it).unwrap()).collect()
}

fn lines() -> Vec<(Vec<u8>, String)> {
    FILES.into_iter().flat_map(lines_of).collect()
}

/// Whether these are bytes as they are written today.
fn is_current(bytes: &[u8]) -> bool {
    let kind = Kind::from_number(bytes[1]).unwrap();
    bytes[0] == codec::version(kind)
}

#[test]
fn golden_bytes_are_read_and_written_again() {
    let mut lines = lines();
    lines.retain(|it| is_current(&it.0));
    assert!(lines.len() > 80, "the golden files are there");
    for (bytes, words) in lines {
        let record = decode(&bytes).unwrap_or_else(|bad| panic!("{words}: {bad}"));
        assert_eq!(format!("{record:?}"), words);
        assert_eq!(hex(&encode(&record).unwrap()), hex(&bytes), "{words}");
    }
}

#[test]
fn golden_bytes_of_old_versions_are_read_as_what_they_have_become() {
    let mut old = lines();
    old.retain(|it| !is_current(&it.0));
    assert!(!old.is_empty(), "there have been versions");
    let upgraded = lines_of("upgraded.txt");
    let mut added = String::new();
    for (bytes, before) in old {
        let record = decode(&bytes).unwrap_or_else(|bad| panic!("{before}: {bad}"));
        match upgraded.iter().find(|it| it.0 == bytes) {
            Some((_, words)) => assert_eq!(&format!("{record:?}"), words, "{before}"),
            None => writeln!(added, "{}\t{record:?}", hex(&bytes)).unwrap(),
        }
        let bytes = encode(&record).unwrap();
        assert!(is_current(&bytes), "{before}");
        assert_eq!(decode(&bytes).unwrap(), record);
    }
    if !added.is_empty() {
        assert!(may_add(), "nothing says what has become of:\n{added}");
        append("upgraded.txt", &added);
    }
}

fn may_add() -> bool {
    std::env::var("SMOTR_GOLDEN").is_ok_and(|it| it == "add")
}

fn append(name: &str, added: &str) {
    let before = std::fs::read_to_string(golden(name)).unwrap_or_default();
    std::fs::write(golden(name), before + added).unwrap();
}

#[test]
fn golden_files_have_every_kind_and_every_variant() {
    let mut records: Vec<Record> = lines()
        .iter()
        .filter(|(bytes, _)| is_current(bytes))
        .map(|(bytes, _)| decode(bytes).unwrap())
        .collect();
    let mut wanted: Vec<(Kind, &str, &str)> =
        Kind::ALL.iter().map(|kind| (*kind, "", "")).collect();
    for (of, variants) in codec::variants() {
        let (_, kind, behind) = SEEN
            .iter()
            .find(|(it, ..)| *it == of)
            .unwrap_or_else(|| panic!("{of}: where?"));
        wanted.extend(variants.iter().map(|variant| (*kind, *behind, *variant)));
    }
    let is_there = |records: &[Record], (kind, behind, variant): (Kind, &str, &str)| {
        records
            .iter()
            .any(|it| it.kind() == kind && (variant.is_empty() || shows(it, kind, behind, variant)))
    };
    let mut added = String::new();
    for example in wanted {
        if is_there(&records, example) {
            continue;
        }
        assert!(may_add(), "no example of {example:?}");
        let mut seeds =
            (0..10_000).map(|seed| any_record(example.0, &mut fastrand::Rng::with_seed(seed)));
        let found = seeds
            .find(|it| is_there(std::slice::from_ref(it), example))
            .unwrap();
        writeln!(added, "{}\t{found:?}", hex(&encode(&found).unwrap())).unwrap();
        records.push(found);
    }
    if !added.is_empty() {
        append(FILES.last().unwrap(), &added);
    }
}

#[test]
fn a_small_value_is_small() {
    let value = smotr::domain::value::Value::entered(
        smotr::domain::value::Entry::Ratio {
            numerator: 21.into(),
            denominator: 24.into(),
        },
        smotr::domain::ids::UserId(3),
    );
    assert_eq!(
        hex(&encode(&Record::Value(value)).unwrap()),
        "010c032a0030000100000000".to_owned() + "0003"
    );
}

#[test]
fn what_is_too_long_is_refused() {
    let record = |len| {
        Record::BaseQuantity(BaseQuantity {
            title: "я".repeat(len),
            unit: String::new(),
            whole: true,
            retired: false,
        })
    };
    assert!(encode(&record(MAX_RECORD / 2 - 10)).is_ok());
    assert!(encode(&record(MAX_RECORD / 2)).is_err());
}

#[test]
fn bytes_of_another_version_or_kind_are_refused() {
    let bytes = encode(&any_record(Kind::Person, &mut fastrand::Rng::with_seed(1))).unwrap();
    for (at, byte) in [(0, 0), (0, 2), (0, 0xFF), (1, 0), (1, 99)] {
        let mut other = bytes.clone();
        other[at] = byte;
        assert!(decode(&other).is_err(), "byte {at} = {byte}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn every_record_comes_back(seed: u64) {
        let mut rng = fastrand::Rng::with_seed(seed);
        for kind in Kind::ALL {
            let record = any_record(kind, &mut rng);
            let bytes = encode(&record).unwrap();
            prop_assert_eq!(&decode(&bytes).unwrap(), &record);
            let longer = [bytes.as_slice(), &[0]].concat();
            prop_assert!(decode(&longer).is_err(), "a byte too many");
            prop_assert!(decode(&bytes[..bytes.len() - 1]).is_err(), "a byte too few");
        }
    }

    #[test]
    fn any_bytes_are_read_or_refused(kind in 1u8..=21, version in 1u8..=2, bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        let _ = decode(&bytes);
        let _ = decode(&[&[version, kind], bytes.as_slice()].concat());
    }

    #[test]
    fn a_changed_byte_is_read_or_refused(seed: u64, at: prop::sample::Index, byte: u8) {
        let mut rng = fastrand::Rng::with_seed(seed);
        for kind in Kind::ALL {
            let mut bytes = encode(&any_record(kind, &mut rng)).unwrap();
            let at = at.index(bytes.len());
            bytes[at] = byte;
            if let Ok(record) = decode(&bytes) {
                prop_assert!(encode(&record).is_ok());
            }
        }
    }
}

#[test]
fn a_fraction_of_any_size_comes_back() {
    use smotr::domain::ids::EditionId;
    use smotr::domain::results::{Fraction, ResultHead, Results, Standing};
    let head = ResultHead {
        person: None,
        standing: Standing::Full,
        directions: Vec::new(),
        overall: Some(Fraction {
            top: i128::MIN,
            bottom: i128::MAX,
        }),
        filled: 0,
        applicable: 0,
        complete: false,
        level: None,
        place: None,
        cells: Vec::new(),
    };
    let record = Record::Results(Results {
        edition: EditionId(1),
        organisations: 0,
        placed: 0,
        municipality: Some(head),
    });
    assert_eq!(decode(&encode(&record).unwrap()).unwrap(), record);
}
