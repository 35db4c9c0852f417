//! What follows from values, put straight into a small world: recommendations, decisions, assignments, reports.

use smotr::domain::catalogue::Indicator;
use smotr::domain::evidence::{Document, DocumentKind, DocumentLevel, DocumentStatus};
use smotr::domain::followup::*;
use smotr::domain::ids::*;
use smotr::domain::record::{Key, Record};
use smotr::domain::value::{Cell, Subject};

use super::measured::{Measured, bands, day, indicator, share};

/// A recommendation about a cell of organisation 1, sent on a day and due on another; an empty day is a draft without one.
pub fn recommendation(
    ground: Option<Cell>,
    organisation: u32,
    sent: &str,
    due: &str,
) -> Recommendation {
    Recommendation {
        addressees: vec![Addressee {
            organisation: OrganisationId(organisation),
            person: None,
        }],
        period: ground.map_or(PeriodId(3), |it| it.period),
        ground,
        text: "Провести стажировку".into(),
        expected: String::new(),
        due: if due.is_empty() {
            Due::Standing
        } else {
            Due::On(day(due))
        },
        prolongations: Vec::new(),
        state: if sent.is_empty() {
            RecommendationState::Draft
        } else {
            RecommendationState::Controlled
        },
        sent: (!sent.is_empty()).then(|| Sent {
            number: "12".into(),
            date: day(sent),
        }),
        closed_on: None,
    }
}

impl Measured {
    pub fn recommend(&mut self, id: u32, on: &str, it: Recommendation) {
        self.put_on(
            on,
            Key::Recommendation(RecommendationId(id)),
            Record::Recommendation(it),
        );
    }

    /// A decision signed by an order of that day.
    pub fn decide(&mut self, id: u32, on: &str, after: &[u32], grounds: &[Cell]) {
        self.put_on(
            on,
            Key::Document(DocumentId(id)),
            Record::Document(Document {
                kind: DocumentKind::Order,
                issuer: String::new(),
                level: DocumentLevel::Municipal,
                date: Some(day(on)),
                number: "259/1".into(),
                title: String::new(),
                redaction: None,
                status: DocumentStatus::InForce,
                link: String::new(),
            }),
        );
        self.put_on(
            on,
            Key::Decision(DecisionId(id)),
            Record::Decision(Decision {
                title: String::new(),
                period: PeriodId(3),
                grounds: grounds.to_vec(),
                recommendations: after.iter().map(|it| RecommendationId(*it)).collect(),
                reason: String::new(),
                document: Some(DocumentId(id)),
                control: String::new(),
                state: DecisionState::InExecution,
            }),
        );
    }

    /// An assignment to the head of an organisation; 0 is a post that names none.
    pub fn assign(&mut self, id: u32, decision: u32, organisation: u32, due: Due) {
        let executor = match organisation {
            0 => Executor::Post("методический отдел".into()),
            _ => Executor::Head(Addressee {
                organisation: OrganisationId(organisation),
                person: None,
            }),
        };
        self.put_on(
            "2026-06-01",
            Key::Assignment(AssignmentId(id)),
            Record::Assignment(Assignment {
                decision: DecisionId(decision),
                number: format!("2.{id}"),
                text: String::new(),
                executors: vec![executor],
                due,
                prolongations: Vec::new(),
                state: AssignmentState::Controlled,
            }),
        );
    }

    pub fn report(&mut self, id: u32, on: ReportOn, date: &str) {
        self.put_on(
            date,
            Key::Report(ReportId(id)),
            Record::Report(Report {
                on,
                executor: None,
                date: day(date),
                number: String::new(),
                text: "Сделано".into(),
                document: None,
            }),
        );
    }

    /// Changes the value of a cell in place.
    pub fn alter(&mut self, cell: Cell, change: impl FnOnce(&mut smotr::domain::value::Value)) {
        let mut value = self.state.value(cell).unwrap().body.clone();
        change(&mut value);
        self.put(Key::Value(cell), Record::Value(value));
    }
}

/// The municipality's cell.
pub fn of_municipality(period: u32, indicator: u32) -> Cell {
    Cell {
        period: PeriodId(period),
        indicator: IndicatorId(indicator),
        subject: Subject::Municipality,
    }
}

/// A share of the first direction, with a scale of four bands.
pub fn category() -> Indicator {
    indicator(
        1,
        share(),
        bands(&[("-", "0"), ("40", "1"), ("60", "2"), ("80", "3")]),
    )
}

/// Two schools with their heads, and [`category`].
pub fn world() -> Measured {
    let mut it = Measured::new();
    it.direction(1, 1);
    it.direction(2, 1);
    it.indicator(1, category());
    for id in 1..=2 {
        it.organisation(id, &format!("СШ № {id}"));
        it.head(id, id, 100 + id, "2020-01-01", "");
    }
    it
}
