//! The texts of a record that people have written, one by one, to be looked at or changed.
//!
//! Owns which fields these are. Not among them: names of persons and accounts, which are no texts but what records are about.

use super::activity::ActivityState;
use super::career::CandidateOutcome;
use super::catalogue::{Indicator, Input, Measure, Scoring};
use super::collection::CollectionDeed;
use super::cycle::RoundState;
use super::evidence::{Document, DocumentStatus};
use super::followup::{AssignmentState, DecisionState, Executor, RecommendationState};
use super::record::Record;
use super::results::{Lack, ResultHead};
use super::value::{Entry, Source, Value, ValueState};

/// What is done with each text.
type Each<'a> = dyn FnMut(&mut String) + 'a;

/// Calls `each` for every text of a record.
pub fn each_text(record: &mut Record, each: &mut Each<'_>) {
    match record {
        Record::Settings(it) => each(&mut it.municipality),
        Record::Edition(it) => {
            each(&mut it.title);
            (it.levels.iter_mut()).for_each(|it| each(&mut it.title));
        }
        Record::Direction(it) => all([&mut it.code, &mut it.title, &mut it.short], each),
        Record::Indicator(it) => of_indicator(it, each),
        Record::BaseQuantity(it) => all([&mut it.title, &mut it.unit], each),
        Record::Reference(it) => each(&mut it.source),
        Record::Organisation(it) => {
            all([&mut it.name, &mut it.full_name], each);
            (it.flags.iter_mut()).for_each(|it| each(&mut it.note));
            (it.standing.iter_mut()).for_each(|it| each(&mut it.reason));
        }
        Record::Appointment(it) => each(&mut it.end_reason),
        Record::Period(it) => {
            each(&mut it.name);
            (it.exceptions.iter_mut()).for_each(|it| each(&mut it.reason));
            (it.events.iter_mut()).for_each(|it| each(&mut it.reason));
        }
        Record::Value(it) => of_value(it, each),
        Record::Recommendation(it) => {
            each(&mut it.text);
            each(&mut it.expected);
            (it.prolongations.iter_mut()).for_each(|it| each(&mut it.ground));
            (it.sent.iter_mut()).for_each(|it| each(&mut it.number));
            if let RecommendationState::Released { reason } = &mut it.state {
                each(reason);
            }
        }
        Record::Decision(it) => {
            all([&mut it.title, &mut it.reason, &mut it.control], each);
            if let DecisionState::Cancelled { by } = &mut it.state {
                each(by);
            }
        }
        Record::Assignment(it) => {
            all([&mut it.number, &mut it.text], each);
            (it.prolongations.iter_mut()).for_each(|it| each(&mut it.ground));
            for executor in &mut it.executors {
                if let Executor::Post(post) = executor {
                    each(post);
                }
            }
            if let AssignmentState::Released { reason, .. } = &mut it.state {
                each(reason);
            }
        }
        Record::Report(it) => {
            all([&mut it.number, &mut it.text], each);
        }
        Record::Document(it) => of_document(it, each),
        Record::Requirement(it) => {
            all([&mut it.text, &mut it.inapplicable], each);
        }
        Record::Citation(it) => {
            all([&mut it.pages, &mut it.note], each);
            if let Some(it) = &mut it.sent {
                of_document(it, each);
            }
        }
        Record::Results(it) => it
            .municipality
            .iter_mut()
            .for_each(|it| of_outcome(it, each)),
        Record::ResultRow(it) => {
            each(&mut it.name);
            it.heads.iter_mut().for_each(|it| of_outcome(it, each));
        }
        Record::Correction(it) => {
            each(&mut it.reason);
            of_entry(&mut it.was, each);
            if let Some(Source::Text(text)) = &mut it.source {
                each(text);
            }
        }
        Record::Objection(it) => {
            all([&mut it.number, &mut it.substance], each);
            if let Some(answer) = &mut it.answer {
                all([&mut answer.number, &mut answer.text], each);
            }
        }
        Record::Qualification(it) => all([&mut it.title, &mut it.institution, &mut it.paper], each),
        Record::Contract(it) => each(&mut it.number),
        Record::Candidate(it) => {
            all([&mut it.post, &mut it.programme], each);
            if let CandidateOutcome::Excluded { reason, .. } = &mut it.outcome {
                each(reason);
            }
        }
        Record::Rule(it) => each(&mut it.instruction),
        Record::Confirmation(it) => each(&mut it.note),
        Record::Alias(it) => each(&mut it.text),
        Record::BroughtFile(it) => each(&mut it.name),
        Record::Section(it) => {
            all([&mut it.code, &mut it.title], each);
            (it.tracks.iter_mut()).for_each(|it| each(&mut it.title));
        }
        Record::Round(it) => {
            if let RoundState::Submitted { number, .. } = &mut it.state {
                each(number);
            }
        }
        Record::Goal(it) => all([&mut it.text, &mut it.grounds], each),
        Record::AnalysisNote(it) => all(
            [&mut it.findings, &mut it.causes, &mut it.conclusions],
            each,
        ),
        Record::Activity(it) => {
            all([&mut it.title, &mut it.others, &mut it.outcome], each);
            if let ActivityState::Cancelled { reason } = &mut it.state {
                each(reason);
            }
        }
        Record::Review(it) => each(&mut it.text),
        Record::Collection(it) => it.events.iter_mut().for_each(|it| match &mut it.deed {
            CollectionDeed::Requested { number }
            | CollectionDeed::Received { number, .. }
            | CollectionDeed::Reminded { number } => each(number),
            CollectionDeed::Returned { reason, .. } => each(reason),
            CollectionDeed::Accepted => {}
        }),
        Record::BaseValue(_)
        | Record::Person(_)
        | Record::User(_)
        | Record::Deputy(_)
        | Record::Attestation(_) => {}
    }
}

fn all<const N: usize>(texts: [&mut String; N], each: &mut Each<'_>) {
    texts.into_iter().for_each(each);
}

fn of_document(it: &mut Document, each: &mut Each<'_>) {
    all(
        [&mut it.issuer, &mut it.number, &mut it.title, &mut it.link],
        each,
    );
    if let DocumentStatus::Repealed { by, .. } = &mut it.status {
        each(by);
    }
}

fn of_entry(entry: &mut Entry, each: &mut Each<'_>) {
    if let Entry::NotApplicable { reason } | Entry::NoData { reason } = entry {
        each(reason);
    }
}

fn of_outcome(head: &mut ResultHead, each: &mut Each<'_>) {
    for it in &mut head.cells {
        of_entry(&mut it.entry, each);
        if let Some(Lack::Standing(reason)) = &mut it.lack {
            each(reason);
        }
    }
}

fn of_value(value: &mut Value, each: &mut Each<'_>) {
    each(&mut value.note);
    let assessed = value.self_assessment.as_deref_mut();
    for entry in std::iter::once(&mut value.entry).chain(assessed) {
        of_entry(entry, each);
    }
    if let Some(Source::Text(text)) = &mut value.source {
        each(text);
    }
    if let ValueState::Returned { reason } = &mut value.state {
        each(reason);
    }
}

fn of_indicator(it: &mut Indicator, each: &mut Each<'_>) {
    let lines = [&mut it.code, &mut it.title, &mut it.short, &mut it.unit];
    let more = [
        &mut it.source,
        &mut it.method,
        &mut it.responsible,
        &mut it.origin_note,
        &mut it.instruction,
    ];
    (lines.into_iter().chain(more)).for_each(&mut *each);
    it.na_reasons.iter_mut().for_each(&mut *each);
    (it.wording.iter_mut()).for_each(|it| each(&mut it.text));
    if let Scoring::Printed(lines) = &mut it.scoring {
        lines.iter_mut().for_each(|it| each(&mut it.values));
    }
    match &mut it.measure {
        Measure::Ratio {
            numerator,
            denominator,
            ..
        } => {
            each(&mut numerator.title);
            each(&mut denominator.title);
        }
        Measure::Choice { options } => options.iter_mut().for_each(each),
        Measure::Delta {
            input: Input::Own { title },
        }
        | Measure::Benchmark {
            input: Input::Own { title },
        } => each(title),
        Measure::Number { .. } | Measure::Delta { .. } | Measure::Benchmark { .. } => {}
    }
}
