//! Whom and what a change is about: the filters of the journal («всё о СШ № 12», «всё по показателю 6.2»).
//!
//! Pure, and stable: what a change was about is read off the change itself. Only what names neither organisation nor indicator of its
//! own, a report of execution above all, is about what the record it belongs to says at the time: see [`of_others`].

use std::collections::BTreeSet;

use super::activity::ReviewOn;
use super::followup::{Addressee, Executor, Report, ReportOn};
use super::ids::{IndicatorId, OrganisationId, PersonId};
use super::record::{Key, Kind, Record};
use super::value::{Cell, Subject};

/// Something the journal can be filtered by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum About {
    /// An organisation: its values, what was recommended to its head, its appointments.
    Organisation(OrganisationId),
    /// A person: as a head, as an addressee, and the record itself.
    Person(PersonId),
    /// An indicator: its text, its values, what was written about them.
    Indicator(IndicatorId),
}

impl About {
    /// Five bytes, ordered by what it is and its id.
    #[must_use]
    pub fn to_bytes(self) -> [u8; 5] {
        let (tag, id) = match self {
            About::Organisation(id) => (1, id.0),
            About::Person(id) => (2, id.0),
            About::Indicator(id) => (3, id.0),
        };
        let [a, b, c, d] = id.to_be_bytes();
        [tag, a, b, c, d]
    }
}

/// Adds what the key alone says.
pub fn of_key(key: Key, out: &mut BTreeSet<About>) {
    match key {
        Key::Indicator(_, id) | Key::Reference(_, id) => {
            out.insert(About::Indicator(id));
        }
        Key::BaseValue(_, _, id) | Key::Organisation(id) => {
            out.insert(About::Organisation(id));
        }
        Key::Person(id) => {
            out.insert(About::Person(id));
        }
        Key::Value(cell) | Key::Correction(cell) | Key::Confirmation(cell, _) => of_cell(cell, out),
        Key::ResultRow(_, id) | Key::Collection(_, id) => {
            out.insert(About::Organisation(id));
        }
        _ => {}
    }
}

/// Whether records of this kind say more than their keys: see [`of_record`].
#[must_use]
pub fn is_in_record(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::Appointment
            | Kind::Recommendation
            | Kind::Decision
            | Kind::Assignment
            | Kind::Report
            | Kind::Objection
            | Kind::Qualification
            | Kind::Attestation
            | Kind::Contract
            | Kind::Candidate
            | Kind::Goal
            | Kind::AnalysisNote
            | Kind::Activity
            | Kind::Review
    )
}

/// Adds what the record says beyond its key.
pub fn of_record(record: &Record, out: &mut BTreeSet<About>) {
    match record {
        Record::Appointment(it) => {
            out.insert(About::Organisation(it.organisation));
            out.insert(About::Person(it.person));
        }
        Record::Recommendation(it) => {
            it.addressees
                .iter()
                .for_each(|addressee| of_addressee(addressee, out));
            it.ground.iter().for_each(|cell| of_cell(*cell, out));
        }
        Record::Decision(it) => it.grounds.iter().for_each(|cell| of_cell(*cell, out)),
        Record::Assignment(it) => {
            it.executors.iter().for_each(|one| of_executor(one, out));
        }
        Record::Objection(it) => {
            out.insert(About::Organisation(it.organisation));
            out.extend(it.person.map(About::Person));
            it.cell.iter().for_each(|cell| of_cell(*cell, out));
        }
        Record::Qualification(it) => {
            out.insert(About::Person(it.person));
        }
        Record::Attestation(it) => {
            out.insert(About::Person(it.person));
        }
        Record::Contract(it) => {
            out.insert(About::Person(it.person));
            out.insert(About::Organisation(it.organisation));
        }
        Record::Candidate(it) => {
            out.insert(About::Person(it.person));
            out.extend(it.organisation.map(About::Organisation));
            out.extend(it.mentor.map(About::Person));
        }
        Record::Goal(it) => {
            out.extend(it.targets.iter().map(|it| About::Indicator(it.indicator)));
        }
        Record::AnalysisNote(it) => it.about.iter().for_each(|cell| of_cell(*cell, out)),
        Record::Activity(it) => {
            (it.participants.iter()).for_each(|addressee| of_addressee(addressee, out));
            it.about.iter().for_each(|cell| of_cell(*cell, out));
        }
        Record::Review(it) => out.extend(it.indicator.map(About::Indicator)),
        _ => {}
    }
}

/// Whether a record is also about what others say: see [`of_others`].
#[must_use]
pub fn is_in_others(record: &Record) -> bool {
    matches!(
        record,
        Record::Report(_) | Record::Assignment(_) | Record::Review(_)
    )
}

/// Adds what a record is about through those it belongs to: a report is about the head that reports and the indicator of what was to be
/// done, an assignment about the indicators its decision rests on, a review about whom and what it judges. `look` finds a record as it is at the time.
///
/// # Errors
/// Those of `look`.
pub fn of_others<E>(
    record: &Record,
    mut look: impl FnMut(Key) -> Result<Option<Record>, E>,
    out: &mut BTreeSet<About>,
) -> Result<(), E> {
    if let Record::Review(review) = record {
        let on = match review.on {
            ReviewOn::Activity(id) => Key::Activity(id),
            ReviewOn::Recommendation(id) => Key::Recommendation(id),
            ReviewOn::Decision(id) => Key::Decision(id),
        };
        if let Some(found) = look(on)? {
            of_record(&found, out);
        }
    }
    let assignment = match record {
        Record::Assignment(it) => Some(it.clone()),
        Record::Report(report) => match report.on {
            ReportOn::Recommendation(id) => {
                if let Some(found) = look(Key::Recommendation(id))? {
                    of_record(&found, out);
                }
                None
            }
            ReportOn::Assignment(id) => match look(Key::Assignment(id))? {
                Some(Record::Assignment(it)) => {
                    of_executors(report, &it.executors, out);
                    Some(it)
                }
                _ => None,
            },
        },
        _ => None,
    };
    if let Some(it) = assignment
        && let Some(Record::Decision(decision)) = look(Key::Decision(it.decision))?
    {
        // Its grounds may name schools that this assignment is not for.
        let indicators = decision.grounds.iter().map(|it| it.indicator);
        out.extend(indicators.map(About::Indicator));
    }
    Ok(())
}

/// Of several executors the one that reports, all of them where the report does not say who.
fn of_executors(report: &Report, executors: &[Executor], out: &mut BTreeSet<About>) {
    match report
        .executor
        .and_then(|it| executors.get(usize::from(it)))
    {
        Some(one) => of_executor(one, out),
        None => executors.iter().for_each(|one| of_executor(one, out)),
    }
}

fn of_executor(executor: &Executor, out: &mut BTreeSet<About>) {
    match executor {
        Executor::Head(addressee) => of_addressee(addressee, out),
        Executor::Group(all) => out.extend(all.iter().map(|id| About::Organisation(*id))),
        Executor::User(_) | Executor::Post(_) => {}
    }
}

fn of_cell(cell: Cell, out: &mut BTreeSet<About>) {
    out.insert(About::Indicator(cell.indicator));
    match cell.subject {
        Subject::Organisation(id) => out.insert(About::Organisation(id)),
        Subject::Person(id) => out.insert(About::Person(id)),
        Subject::Municipality => false,
    };
}

fn of_addressee(addressee: &Addressee, out: &mut BTreeSet<About>) {
    out.insert(About::Organisation(addressee.organisation));
    out.extend(addressee.person.map(About::Person));
}
