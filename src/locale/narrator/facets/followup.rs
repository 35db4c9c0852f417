//! Facets of values and of what follows from them.

use super::{Facet, day, field, plain};
use crate::domain::followup::{
    Assignment, AssignmentState, Decision, DecisionState, Recommendation, RecommendationState,
    Report,
};
use crate::domain::record::Key;
use crate::domain::value::{Cell, Value, ValueState};
use crate::locale::narrator::Narrator;
use crate::locale::{Phrase, args, format};

impl Narrator<'_> {
    pub(super) fn value(&self, key: Key, it: &Value) -> Vec<Facet> {
        let Value {
            entry,
            state,
            note,
            source,
            evidence,
            follow_up,
            self_assessment,
            entered_by: _,
        } = it;
        let cell = match key {
            Key::Value(cell) => Some(cell),
            _ => None,
        };
        let shown = |entry| {
            cell.map_or_else(
                || self.locale.entry(None, entry),
                |cell| self.entry(cell, entry),
            )
        };
        let returned = match state {
            ValueState::Returned { reason } => reason.as_str(),
            ValueState::Entered | ValueState::Submitted | ValueState::Approved => "",
        };
        let source = self.source(source.as_ref());
        vec![
            Facet {
                exact: format!("{entry:?}"),
                ..plain(shown(entry)).headline()
            },
            plain(self.state(state, returned)),
            self.text(Phrase::FieldNote, note).headline(),
            field(Phrase::FieldSource, source),
            field(Phrase::FieldEvidence, self.paper(evidence)),
            field(Phrase::FieldFollowUp, self.yes(*follow_up)),
            field(
                Phrase::FieldSelfAssessment,
                self_assessment.as_deref().map(shown).unwrap_or_default(),
            ),
        ]
    }

    pub(super) fn recommendation(&self, it: &Recommendation) -> Vec<Facet> {
        let Recommendation {
            addressees,
            period,
            ground,
            text,
            expected,
            due,
            prolongations,
            state,
            sent,
            closed_on,
        } = it;
        let released = match state {
            RecommendationState::Released { reason } => reason.as_str(),
            _ => "",
        };
        let sent = sent.as_ref().map(|it| {
            let number = (!it.number.is_empty())
                .then(|| self.with(Phrase::DocumentNumbered, &args![number = &it.number]));
            let date = self.with(Phrase::DocumentDated, &args![date = format::date(it.date)]);
            number
                .into_iter()
                .chain([date])
                .collect::<Vec<_>>()
                .join(" ")
        });
        vec![
            plain(self.state(state, released)),
            Facet {
                exact: format!("{due:?}{prolongations:?}"),
                ..plain(self.term(*due, prolongations)).headline()
            },
            self.text(Phrase::FieldText, text).headline(),
            self.text(Phrase::FieldExpected, expected),
            Facet {
                exact: format!("{addressees:?}"),
                ..field(Phrase::FieldAddressees, self.addressees(addressees))
            },
            field(Phrase::FieldSent, sent.unwrap_or_default()),
            field(Phrase::FieldClosedOn, day(closed_on)),
            field(
                Phrase::FieldGround,
                ground.map(|cell| self.cell(cell)).unwrap_or_default(),
            ),
            field(Phrase::FieldPeriod, self.period(*period)),
        ]
    }

    pub(super) fn decision_facets(&self, it: &Decision) -> Vec<Facet> {
        let Decision {
            title,
            period,
            grounds,
            recommendations,
            reason,
            document,
            control,
            state,
        } = it;
        let cancelled = match state {
            DecisionState::Cancelled { by } => by.as_str(),
            _ => "",
        };
        vec![
            plain(self.state(state, cancelled)),
            self.text(Phrase::FieldTitle, title).headline(),
            self.text(Phrase::FieldReason, reason),
            field(Phrase::FieldDocument, self.paper(document)),
            field(Phrase::FieldControl, control),
            Facet {
                exact: format!("{grounds:?}"),
                ..field(
                    Phrase::FieldGrounds,
                    self.list(grounds, |it: &Cell| self.cell(*it)),
                )
            },
            field(
                Phrase::FieldRecommendations,
                self.list(recommendations, |it| self.key(Key::Recommendation(*it))),
            ),
            field(Phrase::FieldPeriod, self.period(*period)),
        ]
    }

    pub(super) fn assignment_facets(&self, it: &Assignment) -> Vec<Facet> {
        let Assignment {
            decision,
            number,
            text,
            executors,
            due,
            prolongations,
            state,
        } = it;
        let carries = match state {
            AssignmentState::DoneInTime { on } | AssignmentState::DoneLate { on } => {
                format::date(*on)
            }
            AssignmentState::Released { reason, by: _ } => reason.clone(),
            AssignmentState::Controlled | AssignmentState::NotDone => String::new(),
        };
        vec![
            plain(self.state(state, &carries)),
            Facet {
                exact: format!("{due:?}{prolongations:?}"),
                ..plain(self.term(*due, prolongations)).headline()
            },
            self.text(Phrase::FieldText, text).headline(),
            field(
                Phrase::FieldExecutors,
                self.list(executors, |it| self.executor(it)),
            ),
            field(Phrase::FieldNumber, number),
            field(Phrase::KindDecision, self.decision(*decision)),
        ]
    }

    pub(super) fn report(&self, it: &Report) -> Vec<Facet> {
        let Report {
            on,
            executor,
            date,
            number,
            text,
            document,
        } = it;
        vec![
            plain(self.with(Phrase::DocumentDated, &args![date = format::date(*date)])).headline(),
            field(Phrase::FieldNumber, number),
            self.text(Phrase::FieldText, text).headline(),
            field(Phrase::FieldDocument, self.paper(document)),
            field(
                Phrase::FieldExecutor,
                executor
                    .map(|place| (u32::from(place) + 1).to_string())
                    .unwrap_or_default(),
            ),
            field(Phrase::FieldGround, self.report_on(*on)),
        ]
    }
}
