//! Facets of the cycle: sections, rounds, requirements, citations, goals, notes of analysis, activities and reviews.

use super::{Facet, day, field, number, plain, silent};
use crate::domain::activity::{Activity, ActivityState, Measured, Review};
use crate::domain::cycle::{AnalysisNote, Goal, Round, RoundState, Section};
use crate::domain::evidence::{Citation, Requirement};
use crate::domain::ids::IndicatorId;
use crate::locale::narrator::Narrator;
use crate::locale::{Phrase, args, format};

impl Narrator<'_> {
    pub(super) fn section_facets(&self, it: &Section) -> Vec<Facet> {
        let Section {
            code,
            title,
            tracks,
            retired,
        } = it;
        vec![
            field(Phrase::FieldNumber, code),
            self.text(Phrase::FieldTitle, title).headline(),
            silent(Phrase::FieldDirections, tracks),
            field(Phrase::FieldRetired, self.yes(*retired)),
        ]
    }

    pub(super) fn round_facets(&self, it: &Round) -> Vec<Facet> {
        let Round {
            section: _,
            year,
            state,
            copied_from,
        } = it;
        let state = match state {
            RoundState::Open => self.locale.word(state),
            RoundState::Submitted { on, number } => {
                let sent = self.with(Phrase::RoundSent, &args![number, date = format::date(*on)]);
                self.state(state, &sent)
            }
        };
        vec![
            field(Phrase::FieldYear, year.to_string()),
            plain(state).headline(),
            silent(Phrase::FieldCopiedFrom, copied_from),
        ]
    }

    pub(super) fn requirement_facets(&self, it: &Requirement) -> Vec<Facet> {
        let Requirement {
            round,
            stage,
            track,
            text,
            order,
            max_points,
            points,
            asked,
            inapplicable,
        } = it;
        vec![
            self.text(Phrase::FieldText, text).headline(),
            silent(Phrase::FieldRound, round),
            field(Phrase::FieldStage, self.locale.word(stage)),
            silent(Phrase::FieldDirection, track),
            field(Phrase::FieldOrder, order.to_string()),
            field(Phrase::FieldMaxPoints, number(max_points)),
            field(
                Phrase::FieldPoints,
                points.as_ref().map(number).unwrap_or_default(),
            ),
            field(Phrase::FieldAsked, self.locale.word(asked)),
            self.text(Phrase::FieldInapplicable, inapplicable),
        ]
    }

    pub(super) fn citation(&self, it: &Citation) -> Vec<Facet> {
        let Citation {
            requirement,
            document,
            pages,
            note,
            order,
            retired,
            sent,
        } = it;
        vec![
            field(
                Phrase::FieldRequirement,
                self.requirement(*requirement).unwrap_or_default(),
            )
            .headline(),
            field(Phrase::FieldDocument, self.document(*document)),
            field(Phrase::FieldPages, pages),
            self.text(Phrase::FieldNote, note),
            field(Phrase::FieldOrder, order.to_string()),
            field(Phrase::FieldRetired, self.yes(*retired)),
            silent(Phrase::FieldAsSent, sent),
        ]
    }

    pub(super) fn goal(&self, it: &Goal) -> Vec<Facet> {
        let Goal {
            direction,
            text,
            grounds,
            targets,
            document,
            retired,
        } = it;
        vec![
            silent(Phrase::FieldDirection, direction),
            self.text(Phrase::FieldText, text).headline(),
            self.text(Phrase::FieldRelevance, grounds),
            silent(Phrase::FieldTargets, targets),
            field(Phrase::FieldDocument, self.paper(document)),
            field(Phrase::FieldRetired, self.yes(*retired)),
        ]
    }

    pub(super) fn analysis_note(&self, it: &AnalysisNote) -> Vec<Facet> {
        let AnalysisNote {
            direction,
            period,
            on,
            about,
            findings,
            causes,
            conclusions,
            document,
            retired,
        } = it;
        vec![
            silent(Phrase::FieldDirection, direction),
            field(Phrase::FieldPeriod, self.period(*period)),
            field(Phrase::FieldDate, format::date(*on)),
            silent(Phrase::FieldGround, about),
            self.text(Phrase::FieldFindings, findings).headline(),
            self.text(Phrase::FieldCauses, causes),
            self.text(Phrase::FieldConclusions, conclusions),
            field(Phrase::FieldDocument, self.paper(document)),
            field(Phrase::FieldRetired, self.yes(*retired)),
        ]
    }

    pub(super) fn activity_facets(&self, it: &Activity) -> Vec<Facet> {
        let Activity {
            kind,
            title,
            period,
            direction,
            from,
            to,
            state,
            participants,
            others,
            outcome,
            documents,
            notes,
            recommendations,
            about,
        } = it;
        let stands = match state {
            ActivityState::Planned | ActivityState::Held => self.locale.word(state),
            ActivityState::Cancelled { reason } => self.state(state, reason),
        };
        vec![
            self.text(Phrase::FieldTitle, title).headline(),
            field(Phrase::FieldKind, self.locale.word(kind)),
            field(Phrase::FieldPeriod, self.period(*period)),
            silent(Phrase::FieldDirection, direction),
            field(Phrase::FieldFrom, day(from)),
            field(Phrase::FieldTo, day(to)),
            plain(stands),
            silent(Phrase::FieldParticipants, participants),
            self.text(Phrase::FieldOthers, others),
            self.text(Phrase::FieldOutcome, outcome),
            silent(Phrase::FieldDocuments, documents),
            silent(Phrase::FieldNotes, notes),
            silent(Phrase::FieldRecommendations, recommendations),
            silent(Phrase::FieldGround, about),
        ]
    }

    pub(super) fn review(&self, it: &Review) -> Vec<Facet> {
        let Review {
            on,
            indicator,
            before,
            after,
            verdict,
            next,
            text,
            date,
            document,
        } = it;
        vec![
            silent(Phrase::FieldReviewOn, on),
            field(Phrase::FieldIndicator, self.latest_indicator(*indicator)),
            field(Phrase::FieldBefore, self.measured_in(before)),
            field(Phrase::FieldAfter, self.measured_in(after)),
            field(Phrase::FieldVerdict, self.locale.word(verdict)).headline(),
            field(Phrase::FieldNextStep, self.locale.word(next)),
            self.text(Phrase::FieldText, text),
            field(Phrase::FieldDate, format::date(*date)),
            field(Phrase::FieldDocument, self.paper(document)),
        ]
    }

    fn latest_indicator(&self, id: Option<IndicatorId>) -> String {
        let means = id.map(crate::domain::alias::Means::Indicator);
        means.map(|it| self.meaning(it)).unwrap_or_default()
    }

    /// «87,5 · 2025/26».
    fn measured_in(&self, it: &Option<Measured>) -> String {
        it.map_or_else(String::new, |Measured { period, number: it }| {
            format!("{} · {}", number(&it), self.period(period))
        })
    }
}
