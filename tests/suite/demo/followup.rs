//! What follows from values: every state, documents, reports, texts.

use std::collections::BTreeSet;

use super::demo;
use smotr::domain::followup::{AssignmentState, DecisionState, Due, RecommendationState, ReportOn};
use smotr::domain::people::AppointmentKind;
use smotr::domain::record::Record;
use smotr::domain::value::{Entry, ValueState};

#[test]
fn every_state_is_there() {
    let (records, _) = demo();
    let mut found = BTreeSet::new();
    for (_, record) in &records {
        let name = match record {
            Record::Value(it) => {
                found.insert(match it.entry {
                    Entry::Empty => "empty",
                    Entry::Number(_) => "number",
                    Entry::Ratio { .. } => "ratio",
                    Entry::Percent(_) => "percent",
                    Entry::Choice(_) => "choice",
                    Entry::NotApplicable { .. } => "not applicable",
                    Entry::NoData { .. } => "no data",
                });
                match it.state {
                    ValueState::Entered => "entered",
                    ValueState::Submitted => "submitted",
                    ValueState::Approved => "approved",
                    ValueState::Returned { .. } => "returned",
                }
            }
            Record::Recommendation(it) => match it.state {
                RecommendationState::Draft => "r draft",
                RecommendationState::Sent => "r sent",
                RecommendationState::Controlled => "r controlled",
                RecommendationState::Done => "r done",
                RecommendationState::PartlyDone => "r partly",
                RecommendationState::NotDone => "r not done",
                RecommendationState::Released { .. } => "r released",
            },
            Record::Decision(it) => match it.state {
                DecisionState::Draft => "d draft",
                DecisionState::Signed => "d signed",
                DecisionState::InExecution => "d in execution",
                DecisionState::Executed => "d executed",
                DecisionState::Cancelled { .. } => "d cancelled",
            },
            Record::Assignment(it) => {
                found.insert(match it.due {
                    Due::On(_) => "due on",
                    Due::Quarterly(_) => "due quarterly",
                    Due::Monthly(_) => "due monthly",
                    Due::Standing => "due standing",
                });
                if !it.prolongations.is_empty() {
                    found.insert("prolonged");
                }
                match it.state {
                    AssignmentState::Controlled => "a controlled",
                    AssignmentState::DoneInTime { .. } => "a in time",
                    AssignmentState::DoneLate { .. } => "a late",
                    AssignmentState::NotDone => "a not done",
                    AssignmentState::Released { .. } => "a released",
                }
            }
            Record::Appointment(it) => match it.kind {
                AppointmentKind::Permanent => "permanent",
                AppointmentKind::Acting => "acting",
                AppointmentKind::Concurrent => "concurrent",
            },
            _ => continue,
        };
        found.insert(name);
    }
    assert_eq!(found.len(), 7 + 4 + 7 + 5 + 5 + 5 + 3, "{found:?}");
}

#[test]
fn what_is_done_lies_between_the_decision_and_its_report() {
    let (_, state) = demo();
    for (id, it) in state.assignments.iter() {
        if let AssignmentState::DoneInTime { on } | AssignmentState::DoneLate { on } = it.state {
            let reports: Vec<_> = state.reports_on.of(ReportOn::Assignment(*id)).collect();
            assert!(!reports.is_empty(), "{id:?}");
            let last = reports
                .iter()
                .map(|report| state.reports[report].date)
                .max();
            assert_eq!(last, Some(on), "{id:?}");
        }
    }
}

#[test]
fn a_signed_decision_has_a_document_with_date_and_number() {
    let (_, state) = demo();
    for (id, it) in state.decisions.iter() {
        let document = it.document.map(|id| &state.documents[&id].body);
        assert_eq!(
            document.is_none(),
            it.state == DecisionState::Draft,
            "{id:?}"
        );
        assert!(
            document.is_none_or(|it| it.date.is_some() && !it.number.is_empty()),
            "{id:?}"
        );
    }
}

#[test]
fn texts_have_no_open_places_and_nothing_that_a_screen_cannot_show() {
    let (records, _) = demo();
    for (key, record) in &records {
        let text = format!("{record:?}").replace("\\u{a0}", " ");
        let advice = matches!(record, Record::Indicator(_));
        if !advice {
            for place in [
                "{дата}",
                "{номер}",
                "{год}",
                "{доля}",
                "{показатель}",
                "{ОО}",
                "{значение}",
            ] {
                assert!(!text.contains(place), "{key:?}: {text}");
            }
        }
        // Debug escapes what is a control character.
        assert!(
            !text.contains("\\u{") && !text.contains("\\n"),
            "{key:?}: {text}"
        );
    }
    let words = |record: &Record| match record {
        Record::Recommendation(it) => Some(it.text.clone()),
        Record::Report(it) => Some(it.text.clone()),
        _ => None,
    };
    let different: BTreeSet<String> = records.iter().filter_map(|(_, it)| words(it)).collect();
    assert!(different.len() > 80, "{}", different.len());
    for text in different {
        assert!(text.ends_with('.') && !text.contains(".."), "{text}");
    }
}
