//! What every reader of a loaded record relies on: texts that can be shown, lists that end, numbers that can be reckoned with.

use rust_decimal::Decimal;

use crate::domain::activity::ActivityState;
use crate::domain::career::CandidateOutcome;
use crate::domain::catalogue::{Indicator, Input, Measure, Scoring};
use crate::domain::collection::CollectionDeed;
use crate::domain::cycle::RoundState;
use crate::domain::evidence::Document;
use crate::domain::followup::{AssignmentState, DecisionState, Executor, RecommendationState};
use crate::domain::people::Role;
use crate::domain::record::Record;
use crate::domain::refusal::{Field, Refusal};
use crate::domain::results::{Lack, ResultHead};
use crate::domain::value::{Entry, Source, Value, ValueState};

use super::entry::readable;
use super::terms::not_before;
use super::texts::{self, LONG_TEXT, MOST_ITEMS, at_most};

/// Most characters of all texts of one record; beyond it a record is a book.
const RECORD_TEXT: usize = 100_000;

/// Refuses a record that could not be shown or reckoned with.
pub(super) fn sound(record: &Record) -> Result<(), Refusal> {
    let mut all = 0;
    for (field, text) in texts_of(record) {
        texts::lines(field, text, LONG_TEXT)?;
        all += text.chars().count();
    }
    if all > RECORD_TEXT {
        return Err(Refusal::TooLong {
            field: Field::Text,
            max: RECORD_TEXT,
            given: all,
        });
    }
    for (field, given) in lists_of(record) {
        at_most(field, MOST_ITEMS, given)?;
    }
    numbers_of(record).into_iter().try_for_each(readable)?;
    match record {
        Record::Value(it) => {
            denominator(&it.entry)?;
            it.self_assessment.as_deref().map_or(Ok(()), denominator)
        }
        Record::Indicator(it) if it.decimals > Indicator::MOST_DECIMALS => {
            Err(Refusal::TooManyDecimals {
                field: Some(Field::Decimals),
                max: Indicator::MOST_DECIMALS as usize,
            })
        }
        Record::Rule(it) if it.threshold.is_some_and(|it| it <= Decimal::ZERO) => {
            let number = it.threshold.unwrap_or_default();
            Err(Refusal::OutOfRange {
                number,
                min: Some(Decimal::ZERO),
                max: None,
            })
        }
        Record::Period(it) => not_before(Field::To, Some(it.to), it.from),
        Record::Deputy(it) => not_before(Field::To, Some(it.to), it.from),
        Record::User(it) if texts::is_blank(&it.account) => {
            Err(Refusal::Empty { field: Field::Name })
        }
        Record::User(it) if it.roles.contains(&Role::Administrator) && !it.names => {
            Err(Refusal::AdministratorSeesNames)
        }
        _ => Ok(()),
    }
}

fn denominator(entry: &Entry) -> Result<(), Refusal> {
    match entry {
        Entry::Ratio { denominator, .. } if *denominator <= Decimal::ZERO => {
            Err(Refusal::ZeroDenominator)
        }
        _ => Ok(()),
    }
}

/// Every text of a record, with the field that stands for it.
fn texts_of(record: &Record) -> Vec<(Field, &str)> {
    use Field::{
        Addressees, Control, Expected, Issuer, Name, Note, Number, Reason, Source, Surname, Text,
        Title,
    };
    match record {
        Record::Settings(it) => vec![(Name, &it.municipality)],
        Record::Edition(it) => (it.levels.iter().map(|it| (Title, it.title.as_str())))
            .chain([(Title, it.title.as_str())])
            .collect(),
        Record::Direction(it) => vec![(Number, &it.code), (Title, &it.title), (Title, &it.short)],
        Record::Indicator(it) => of_indicator(it),
        Record::BaseQuantity(it) => vec![(Title, &it.title), (Title, &it.unit)],
        Record::BaseValue(_) => Vec::new(),
        Record::Reference(it) => vec![(Source, &it.source)],
        Record::Organisation(it) => {
            let mut out: Vec<(Field, &str)> = vec![(Name, &it.name), (Name, &it.full_name)];
            out.extend(it.flags.iter().map(|it| (Note, it.note.as_str())));
            out.extend(it.standing.iter().map(|it| (Reason, it.reason.as_str())));
            out
        }
        Record::Person(it) => vec![
            (Surname, &it.surname),
            (Name, &it.given),
            (Name, &it.patronymic),
        ],
        Record::Appointment(it) => vec![(Reason, &it.end_reason)],
        Record::Period(it) => {
            let mut out: Vec<(Field, &str)> = vec![(Name, &it.name)];
            out.extend(it.exceptions.iter().map(|it| (Reason, it.reason.as_str())));
            out.extend(it.events.iter().map(|it| (Reason, it.reason.as_str())));
            out
        }
        Record::Value(it) => of_value(it),
        Record::Recommendation(it) => {
            let mut out: Vec<(Field, &str)> = vec![(Text, &it.text), (Expected, &it.expected)];
            out.extend(
                it.prolongations
                    .iter()
                    .map(|it| (Reason, it.ground.as_str())),
            );
            out.extend(it.sent.iter().map(|it| (Number, it.number.as_str())));
            if let RecommendationState::Released { reason } = &it.state {
                out.push((Reason, reason));
            }
            out
        }
        Record::Decision(it) => {
            let mut out: Vec<(Field, &str)> = vec![
                (Title, &it.title),
                (Reason, &it.reason),
                (Control, &it.control),
            ];
            if let DecisionState::Cancelled { by } = &it.state {
                out.push((Field::Document, by));
            }
            out
        }
        Record::Assignment(it) => {
            let mut out: Vec<(Field, &str)> = vec![(Number, &it.number), (Text, &it.text)];
            out.extend(
                it.prolongations
                    .iter()
                    .map(|it| (Reason, it.ground.as_str())),
            );
            out.extend(it.executors.iter().filter_map(|it| match it {
                Executor::Post(post) => Some((Field::Executors, post.as_str())),
                _ => None,
            }));
            if let AssignmentState::Released { reason, .. } = &it.state {
                out.push((Reason, reason));
            }
            out
        }
        Record::Report(it) => vec![(Number, &it.number), (Text, &it.text)],
        Record::Document(it) => of_document(it),
        Record::Requirement(it) => vec![(Text, &it.text), (Reason, &it.inapplicable)],
        Record::Citation(it) => (it.sent.iter().flat_map(|it| of_document(it)))
            .chain([(Number, it.pages.as_str()), (Note, it.note.as_str())])
            .collect(),
        Record::User(it) => vec![(Name, &it.account)],
        Record::Deputy(_) | Record::Attestation(_) => Vec::new(),
        Record::Rule(it) => vec![(Text, &it.instruction)],
        Record::Confirmation(it) => vec![(Note, &it.note)],
        Record::Alias(it) => vec![(Name, &it.text)],
        Record::BroughtFile(it) => vec![(Name, &it.name)],
        Record::Section(it) => (it.tracks.iter().map(|it| (Title, it.title.as_str())))
            .chain([(Number, it.code.as_str()), (Title, it.title.as_str())])
            .collect(),
        Record::Round(it) => match &it.state {
            RoundState::Submitted { number, .. } => vec![(Number, number)],
            RoundState::Open => Vec::new(),
        },
        Record::Goal(it) => vec![(Text, &it.text), (Reason, &it.grounds)],
        Record::AnalysisNote(it) => {
            vec![
                (Text, &it.findings),
                (Reason, &it.causes),
                (Text, &it.conclusions),
            ]
        }
        Record::Activity(it) => {
            let mut out: Vec<(Field, &str)> = vec![
                (Title, &it.title),
                (Addressees, &it.others),
                (Expected, &it.outcome),
            ];
            if let ActivityState::Cancelled { reason } = &it.state {
                out.push((Reason, reason));
            }
            out
        }
        Record::Review(it) => vec![(Text, &it.text)],
        Record::Results(it) => it.municipality.iter().flat_map(of_outcome).collect(),
        Record::ResultRow(it) => (it.heads.iter().flat_map(of_outcome))
            .chain([(Name, it.name.as_str())])
            .collect(),
        Record::Correction(it) => (of_entry(&it.was))
            .chain([(Reason, it.reason.as_str())])
            .chain(of_source(it.source.as_ref()))
            .collect(),
        Record::Objection(it) => {
            let mut out: Vec<(Field, &str)> = vec![(Number, &it.number), (Text, &it.substance)];
            if let Some(answer) = &it.answer {
                out.extend([
                    (Number, answer.number.as_str()),
                    (Text, answer.text.as_str()),
                ]);
            }
            out
        }
        Record::Collection(it) => (it.events.iter())
            .filter_map(|it| match &it.deed {
                CollectionDeed::Requested { number }
                | CollectionDeed::Received { number, .. }
                | CollectionDeed::Reminded { number } => Some((Number, number.as_str())),
                CollectionDeed::Returned { reason, .. } => Some((Reason, reason.as_str())),
                CollectionDeed::Accepted => None,
            })
            .collect(),
        Record::Qualification(it) => vec![
            (Title, &it.title),
            (Issuer, &it.institution),
            (Number, &it.paper),
        ],
        Record::Contract(it) => vec![(Number, &it.number)],
        Record::Candidate(it) => {
            let mut out: Vec<(Field, &str)> = vec![(Title, &it.post), (Text, &it.programme)];
            if let CandidateOutcome::Excluded { reason, .. } = &it.outcome {
                out.push((Reason, reason));
            }
            out
        }
    }
}

fn of_document(it: &Document) -> Vec<(Field, &str)> {
    vec![
        (Field::Issuer, &it.issuer),
        (Field::Number, &it.number),
        (Field::Title, &it.title),
        (Field::Source, &it.link),
    ]
}

/// The reason that an entry gives, if it gives one.
fn of_entry(entry: &Entry) -> impl Iterator<Item = (Field, &str)> {
    let reason = match entry {
        Entry::NotApplicable { reason } | Entry::NoData { reason } => Some(reason.as_str()),
        _ => None,
    };
    reason.into_iter().map(|it| (Field::Reason, it))
}

fn of_outcome(head: &ResultHead) -> impl Iterator<Item = (Field, &str)> {
    head.cells.iter().flat_map(|it| {
        let standing = match &it.lack {
            Some(Lack::Standing(reason)) => Some((Field::Standing, reason.as_str())),
            _ => None,
        };
        of_entry(&it.entry).chain(standing)
    })
}

fn of_source(source: Option<&Source>) -> Option<(Field, &str)> {
    match source {
        Some(Source::Text(text)) => Some((Field::Source, text)),
        Some(Source::Document(_)) | None => None,
    }
}

fn of_value(value: &Value) -> Vec<(Field, &str)> {
    let mut out: Vec<(Field, &str)> = vec![(Field::Note, &value.note)];
    for entry in std::iter::once(&value.entry).chain(value.self_assessment.as_deref()) {
        out.extend(of_entry(entry));
    }
    out.extend(of_source(value.source.as_ref()));
    if let ValueState::Returned { reason } = &value.state {
        out.push((Field::Reason, reason));
    }
    out
}

fn of_indicator(it: &Indicator) -> Vec<(Field, &str)> {
    let mut out: Vec<(Field, &str)> = vec![
        (Field::Number, &it.code),
        (Field::Title, &it.title),
        (Field::Title, &it.short),
        (Field::Title, &it.unit),
        (Field::Source, &it.source),
        (Field::Text, &it.method),
        (Field::Name, &it.responsible),
        (Field::Source, &it.origin_note),
        (Field::Text, &it.instruction),
    ];
    out.extend(it.na_reasons.iter().map(|it| (Field::Reason, it.as_str())));
    out.extend(it.wording.iter().map(|it| (Field::Text, it.text.as_str())));
    if let Scoring::Printed(lines) = &it.scoring {
        out.extend(lines.iter().map(|it| (Field::Text, it.values.as_str())));
    }
    match &it.measure {
        Measure::Ratio {
            numerator,
            denominator,
            ..
        } => out.extend([numerator, denominator].map(|it| (Field::Title, it.title.as_str()))),
        Measure::Choice { options } => {
            out.extend(options.iter().map(|it| (Field::Title, it.as_str())));
        }
        Measure::Delta {
            input: Input::Own { title },
        }
        | Measure::Benchmark {
            input: Input::Own { title },
        } => out.push((Field::Title, title)),
        Measure::Number { .. } | Measure::Delta { .. } | Measure::Benchmark { .. } => {}
    }
    out
}

/// How long the lists of a record are.
fn lists_of(record: &Record) -> Vec<(Field, usize)> {
    match record {
        Record::Recommendation(it) => vec![
            (Field::Addressees, it.addressees.len()),
            (Field::Due, it.prolongations.len()),
        ],
        Record::Decision(it) => vec![
            (Field::Ground, it.grounds.len()),
            (Field::Ground, it.recommendations.len()),
        ],
        Record::Assignment(it) => (it.executors.iter())
            .map(|it| match it {
                Executor::Group(ids) => ids.len(),
                _ => 1,
            })
            .chain([it.executors.len()])
            .map(|given| (Field::Executors, given))
            .collect(),
        Record::Organisation(it) => (it.standing.iter())
            .map(|it| it.indicators.len())
            .chain([it.flags.len(), it.standing.len()])
            .map(|given| (Field::Reason, given))
            .collect(),
        Record::Period(it) => vec![
            (Field::Addressees, it.exceptions.len()),
            (Field::Reason, it.events.len()),
        ],
        Record::Collection(it) => vec![(Field::Date, it.events.len())],
        Record::Section(it) => vec![(Field::Directions, it.tracks.len())],
        Record::Goal(it) => vec![(Field::Indicators, it.targets.len())],
        Record::AnalysisNote(it) => vec![(Field::Ground, it.about.len())],
        Record::Activity(it) => vec![
            (Field::Addressees, it.participants.len()),
            (Field::Document, it.documents.len()),
            (Field::Ground, it.notes.len()),
            (Field::Ground, it.recommendations.len()),
            (Field::Ground, it.about.len()),
        ],
        Record::Edition(it) => vec![(Field::Levels, it.levels.len())],
        Record::Indicator(it) => {
            let scale = match &it.scoring {
                Scoring::Bands(bands) => bands.len(),
                Scoring::Options(points) => points.len(),
                Scoring::Printed(lines) => lines.len(),
                Scoring::PerUnit { .. } | Scoring::Direct { .. } | Scoring::Relative => 0,
            };
            let options = match &it.measure {
                Measure::Choice { options } => options.len(),
                _ => 0,
            };
            vec![
                (Field::Scale, scale),
                (Field::Options, options),
                (Field::Reason, it.na_reasons.len()),
                (Field::Text, it.wording.len()),
                (Field::Kinds, it.kinds.len()),
            ]
        }
        _ => Vec::new(),
    }
}

/// The numbers of the catalogue, which are added up and compared. Those of the cells are looked at as they are entered.
fn numbers_of(record: &Record) -> Vec<Decimal> {
    match record {
        Record::Edition(it) => (it.levels.iter().map(|it| it.from))
            .chain([it.completeness])
            .collect(),
        Record::Direction(it) => vec![it.weight],
        Record::Rule(it) => it.threshold.into_iter().collect(),
        Record::Requirement(it) => (it.points.into_iter()).chain([it.max_points]).collect(),
        Record::Goal(it) => it.targets.iter().map(|it| it.number).collect(),
        Record::Review(it) => [it.before, it.after]
            .into_iter()
            .flatten()
            .map(|it| it.number)
            .collect(),
        Record::Indicator(it) => {
            let factor = match &it.measure {
                Measure::Ratio { factor, .. } => Some(*factor),
                _ => None,
            };
            let bounds = &it.bounds;
            let ends = [
                bounds.hard_min,
                bounds.hard_max,
                bounds.soft_min,
                bounds.soft_max,
            ];
            let mut out = vec![it.weight];
            out.extend(ends.into_iter().chain([factor, it.jump]).flatten());
            out.extend(it.wording.iter().map(|it| it.points));
            out.extend(of_scale(&it.scoring));
            out
        }
        _ => Vec::new(),
    }
}

fn of_scale(scoring: &Scoring) -> Vec<Decimal> {
    match scoring {
        Scoring::Bands(bands) => (bands.iter())
            .flat_map(|it| it.from.map(|edge| edge.at).into_iter().chain([it.points]))
            .collect(),
        Scoring::Options(points) => points.clone(),
        Scoring::PerUnit {
            start,
            points,
            floor,
            cap,
        } => vec![*start, *points, *floor, *cap],
        Scoring::Direct { max } => vec![*max],
        Scoring::Relative => Vec::new(),
        Scoring::Printed(lines) => lines.iter().map(|it| it.points).collect(),
    }
}
