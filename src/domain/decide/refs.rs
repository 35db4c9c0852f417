//! What a record refers to. One list for two questions: does all that a loaded record names exist, and does anything
//! still name what is to be taken back.

mod named_by;

use crate::domain::activity::ReviewOn;
use crate::domain::alias::Means;
use crate::domain::catalogue::Measure;
use crate::domain::followup::{Addressee, Executor, ReportOn};
use crate::domain::ids::{EditionId, PROGRAM, PeriodId, UserId};
use crate::domain::period::{Period, PeriodDeed};
use crate::domain::record::{Key, Record};
use crate::domain::value::{Cell, Source, Subject, Value};

pub use named_by::named_by;

/// Calls `visit` with every key that the record under `key` refers to.
///
/// `edition_of` knows the editions of periods: a value means the indicator as its period's edition words it.
/// A cell that something is about is a place, which need not be filled: its value is not referred to.
pub fn each(
    key: Key,
    record: &Record,
    edition_of: impl Fn(PeriodId) -> Option<EditionId>,
    mut visit: impl FnMut(Key),
) {
    of_key(key, &edition_of, &mut visit);
    match record {
        Record::Settings(_)
        | Record::Direction(_)
        | Record::BaseQuantity(_)
        | Record::BaseValue(_)
        | Record::Reference(_)
        | Record::Person(_)
        | Record::Document(_)
        | Record::Rule(_)
        | Record::Confirmation(_) => {}
        Record::Organisation(it) => {
            it.closed_by
                .into_iter()
                .for_each(|id| visit(Key::Document(id)));
            it.merged_into
                .into_iter()
                .for_each(|id| visit(Key::Organisation(id)));
        }
        Record::Edition(it) => {
            it.act.into_iter().for_each(|id| visit(Key::Document(id)));
            it.based_on
                .into_iter()
                .for_each(|id| visit(Key::Edition(id)));
        }
        Record::Indicator(it) => {
            if let Key::Indicator(edition, _) = key {
                visit(Key::Direction(edition, it.direction));
                of_measure(&it.measure, edition, &mut visit);
            }
        }
        Record::Appointment(it) => {
            visit(Key::Person(it.person));
            visit(Key::Organisation(it.organisation));
            it.act.into_iter().for_each(|id| visit(Key::Document(id)));
        }
        Record::Period(it) => of_period(it, &mut visit),
        Record::Value(it) => of_value(it, &mut visit),
        Record::Recommendation(it) => {
            visit(Key::Period(it.period));
            it.addressees
                .iter()
                .for_each(|it| addressee(it, &mut visit));
            it.ground
                .into_iter()
                .for_each(|cell| of_cell(cell, &edition_of, &mut visit));
            it.prolongations
                .iter()
                .for_each(|it| user(it.by, &mut visit));
        }
        Record::Decision(it) => {
            visit(Key::Period(it.period));
            it.grounds
                .iter()
                .for_each(|cell| of_cell(*cell, &edition_of, &mut visit));
            it.recommendations
                .iter()
                .for_each(|id| visit(Key::Recommendation(*id)));
            it.document
                .into_iter()
                .for_each(|id| visit(Key::Document(id)));
        }
        Record::Assignment(it) => {
            visit(Key::Decision(it.decision));
            for executor in &it.executors {
                match executor {
                    Executor::Head(it) => addressee(it, &mut visit),
                    Executor::User(id) => user(*id, &mut visit),
                    Executor::Post(_) => {}
                    Executor::Group(ids) => ids.iter().for_each(|id| visit(Key::Organisation(*id))),
                }
            }
            it.prolongations
                .iter()
                .for_each(|it| user(it.by, &mut visit));
        }
        Record::Report(it) => {
            visit(match it.on {
                ReportOn::Assignment(id) => Key::Assignment(id),
                ReportOn::Recommendation(id) => Key::Recommendation(id),
            });
            it.document
                .into_iter()
                .for_each(|id| visit(Key::Document(id)));
        }
        Record::Requirement(it) => visit(Key::Round(it.round)),
        Record::Citation(it) => {
            visit(Key::Requirement(it.requirement));
            visit(Key::Document(it.document));
        }
        Record::User(it) => {
            it.person.into_iter().for_each(|id| visit(Key::Person(id)));
            (it.organisations.iter()).for_each(|id| visit(Key::Organisation(*id)));
        }
        Record::Deputy(it) => {
            [it.user, it.head, it.named_by]
                .into_iter()
                .for_each(|id| user(id, &mut visit));
        }
        Record::Results(it) => visit(Key::Edition(it.edition)),
        // Persons and appointments of the time stand there as numbers: what is reprinted rests on nothing.
        Record::ResultRow(_) => {}
        // Its place says it all.
        Record::Collection(_) => {}
        // Where its values went is told by the journal.
        Record::BroughtFile(it) => {
            if let Some(form) = it.form {
                visit(Key::Period(form.period));
                let of = form.organisation.into_iter();
                of.for_each(|id| visit(Key::Organisation(id)));
            }
        }
        // Directions are meant in whatever edition they stand.
        Record::Section(_) => {}
        Record::Round(it) => {
            visit(Key::Section(it.section));
            (it.copied_from.into_iter()).for_each(|id| visit(Key::Round(id)));
        }
        Record::Goal(it) => {
            (it.document.into_iter()).for_each(|id| visit(Key::Document(id)));
        }
        Record::AnalysisNote(it) => {
            visit(Key::Period(it.period));
            (it.about.iter()).for_each(|cell| of_cell(*cell, &edition_of, &mut visit));
            (it.document.into_iter()).for_each(|id| visit(Key::Document(id)));
        }
        Record::Activity(it) => {
            visit(Key::Period(it.period));
            (it.participants.iter()).for_each(|it| addressee(it, &mut visit));
            (it.documents.iter()).for_each(|id| visit(Key::Document(*id)));
            (it.notes.iter()).for_each(|id| visit(Key::AnalysisNote(*id)));
            (it.recommendations.iter()).for_each(|id| visit(Key::Recommendation(*id)));
            (it.about.iter()).for_each(|cell| of_cell(*cell, &edition_of, &mut visit));
        }
        Record::Review(it) => {
            visit(match it.on {
                ReviewOn::Activity(id) => Key::Activity(id),
                ReviewOn::Recommendation(id) => Key::Recommendation(id),
                ReviewOn::Decision(id) => Key::Decision(id),
            });
            for it in [it.before, it.after].into_iter().flatten() {
                visit(Key::Period(it.period));
            }
            (it.document.into_iter()).for_each(|id| visit(Key::Document(id)));
        }
        // An indicator is meant in whatever edition it stands.
        Record::Alias(it) => {
            if let Means::Organisation(id) = it.means {
                visit(Key::Organisation(id));
            }
        }
        Record::Correction(it) => {
            visit(Key::Document(it.document));
            if let Some(Source::Document(id)) = it.source {
                visit(Key::Document(id));
            }
        }
        Record::Objection(it) => {
            visit(Key::Period(it.period));
            visit(Key::Organisation(it.organisation));
            it.person.into_iter().for_each(|id| visit(Key::Person(id)));
            it.cell
                .into_iter()
                .for_each(|cell| of_cell(cell, &edition_of, &mut visit));
        }
        Record::Qualification(it) => visit(Key::Person(it.person)),
        Record::Attestation(it) => {
            visit(Key::Person(it.person));
            it.act.into_iter().for_each(|id| visit(Key::Document(id)));
        }
        Record::Contract(it) => {
            visit(Key::Person(it.person));
            visit(Key::Organisation(it.organisation));
        }
        Record::Candidate(it) => {
            visit(Key::Person(it.person));
            it.mentor.into_iter().for_each(|id| visit(Key::Person(id)));
            it.organisation
                .into_iter()
                .for_each(|id| visit(Key::Organisation(id)));
            it.ground
                .into_iter()
                .for_each(|id| visit(Key::Document(id)));
        }
    }
}

fn of_period(it: &Period, visit: &mut impl FnMut(Key)) {
    visit(Key::Edition(it.edition));
    it.approved_by
        .into_iter()
        .for_each(|id| visit(Key::Document(id)));
    it.exceptions
        .iter()
        .for_each(|it| visit(Key::Organisation(it.organisation)));
    for event in &it.events {
        user(event.by, visit);
        event
            .act
            .into_iter()
            .for_each(|id| visit(Key::Document(id)));
        if let PeriodDeed::Moved { from } | PeriodDeed::Rescored { from } = event.deed {
            visit(Key::Edition(from));
        }
    }
}

/// What a value names, apart from its place.
pub(super) fn of_value(value: &Value, visit: &mut impl FnMut(Key)) {
    user(value.entered_by, visit);
    (value.evidence.into_iter()).for_each(|id| visit(Key::Document(id)));
    if let Some(Source::Document(id)) = value.source {
        visit(Key::Document(id));
    }
}

/// What the place of a record says by itself.
pub(super) fn of_key(
    key: Key,
    edition_of: &impl Fn(PeriodId) -> Option<EditionId>,
    visit: &mut impl FnMut(Key),
) {
    match key {
        Key::Direction(edition, _) | Key::Indicator(edition, _) | Key::Rule(edition, _) => {
            visit(Key::Edition(edition))
        }
        Key::BaseValue(period, base, organisation) => {
            visit(Key::Period(period));
            visit(Key::BaseQuantity(base));
            visit(Key::Organisation(organisation));
        }
        Key::Reference(period, indicator) => {
            visit(Key::Period(period));
            if let Some(edition) = edition_of(period) {
                visit(Key::Indicator(edition, indicator));
            }
        }
        Key::Value(cell) | Key::Correction(cell) | Key::Confirmation(cell, _) => {
            of_cell(cell, edition_of, visit)
        }
        Key::Results(period) => visit(Key::Period(period)),
        Key::ResultRow(period, organisation) | Key::Collection(period, organisation) => {
            visit(Key::Period(period));
            visit(Key::Organisation(organisation));
        }
        _ => {}
    }
}

fn of_cell(
    cell: Cell,
    edition_of: &impl Fn(PeriodId) -> Option<EditionId>,
    visit: &mut impl FnMut(Key),
) {
    visit(Key::Period(cell.period));
    if let Some(edition) = edition_of(cell.period) {
        visit(Key::Indicator(edition, cell.indicator));
    }
    match cell.subject {
        Subject::Organisation(id) => visit(Key::Organisation(id)),
        Subject::Person(id) => visit(Key::Person(id)),
        Subject::Municipality => {}
    }
}

fn of_measure(measure: &Measure, edition: EditionId, visit: &mut impl FnMut(Key)) {
    match measure {
        Measure::Ratio {
            numerator,
            denominator,
            ..
        } => [numerator, denominator]
            .into_iter()
            .filter_map(|it| it.base)
            .for_each(|id| visit(Key::BaseQuantity(id))),
        Measure::Delta { .. } | Measure::Benchmark { .. } => {
            if let Some(id) = measure.computed_from() {
                visit(Key::Indicator(edition, id));
            }
        }
        Measure::Number { .. } | Measure::Choice { .. } => {}
    }
}

fn addressee(it: &Addressee, visit: &mut impl FnMut(Key)) {
    visit(Key::Organisation(it.organisation));
    it.person.into_iter().for_each(|id| visit(Key::Person(id)));
}

fn user(id: UserId, visit: &mut impl FnMut(Key)) {
    if id != PROGRAM {
        visit(Key::User(id));
    }
}
