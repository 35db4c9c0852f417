//! Facets of what is measured: settings, editions, directions, indicators, base quantities.

use super::{Facet, day, field, number, plain, silent};
use crate::domain::catalogue::{BaseQuantity, Direction, Edition, Indicator};
use crate::domain::people::Settings;
use crate::domain::record::Key;
use crate::domain::rule::Rule;
use crate::locale::narrator::Narrator;
use crate::locale::{Phrase, format};

impl Narrator<'_> {
    pub(super) fn settings(&self, it: &Settings) -> Vec<Facet> {
        let Settings { municipality, demo } = it;
        vec![
            field(Phrase::FieldMunicipality, municipality).headline(),
            field(Phrase::FieldDemo, self.yes(*demo)),
        ]
    }

    pub(super) fn edition(&self, it: &Edition) -> Vec<Facet> {
        let Edition {
            number: _,
            title,
            act,
            adopted,
            in_force,
            applies_from,
            state,
            levels,
            completeness,
            min_months,
            based_on,
        } = it;
        vec![
            self.text(Phrase::FieldTitle, title).headline(),
            plain(self.locale.word(state)),
            field(Phrase::FieldAct, self.paper(act)),
            field(Phrase::FieldAdopted, day(adopted)),
            field(Phrase::FieldInForce, day(in_force)),
            field(Phrase::FieldAppliesFrom, day(applies_from)),
            field(
                Phrase::FieldLevels,
                self.list(levels, |it| format!("≥ {} {}", number(&it.from), it.title)),
            ),
            field(
                Phrase::FieldCompleteness,
                format::percent(completeness.normalize()),
            ),
            field(Phrase::FieldMinMonths, min_months.to_string()),
            field(
                Phrase::FieldBasedOn,
                based_on
                    .map(|id| self.key(Key::Edition(id)))
                    .unwrap_or_default(),
            ),
        ]
    }

    pub(super) fn direction(&self, it: &Direction) -> Vec<Facet> {
        let Direction {
            code,
            title,
            short,
            weight,
            order,
            retired,
        } = it;
        vec![
            field(Phrase::FieldCode, code),
            self.text(Phrase::FieldTitle, title).headline(),
            field(Phrase::FieldShort, short),
            field(Phrase::FieldWeight, number(weight)),
            field(Phrase::FieldRetired, self.yes(*retired)),
            silent(Phrase::FieldOrder, order),
        ]
    }

    pub(super) fn indicator_facets(&self, it: &Indicator) -> Vec<Facet> {
        let Indicator {
            direction,
            code,
            title,
            short,
            unit,
            level,
            measure,
            scoring,
            weight,
            periodicity,
            roll_up,
            measured_on,
            bounds,
            decimals,
            better,
            source,
            method,
            responsible,
            note,
            evidence_required,
            kinds,
            na_reasons,
            wording,
            origin,
            origin_note,
            retired,
            order,
            jump,
            instruction,
        } = it;
        let rest = (
            (direction, level, periodicity, roll_up, measured_on, better),
            (kinds, na_reasons, wording, origin),
        );
        vec![
            field(Phrase::FieldCode, code),
            self.text(Phrase::FieldTitle, title).headline(),
            field(Phrase::FieldShort, short),
            field(Phrase::FieldUnit, unit),
            field(Phrase::FieldWeight, number(weight)),
            field(Phrase::FieldSource, source),
            field(Phrase::FieldRetired, self.yes(*retired)),
            silent(Phrase::FieldMeasure, measure),
            silent(Phrase::FieldScoring, scoring),
            field(Phrase::FieldBounds, self.bounded(bounds)).exactly(bounds),
            field(
                Phrase::FieldJump,
                jump.as_ref().map(number).unwrap_or_default(),
            ),
            self.text(Phrase::FieldInstruction, instruction),
            field(Phrase::IndicatorDecimals, decimals.to_string()),
            field(Phrase::ScaleNeeds, self.locale.word(note)),
            field(Phrase::ScaleEvidence, self.yes(*evidence_required)),
            self.text(Phrase::ScaleMethod, method),
            field(Phrase::ScaleResponsible, responsible),
            field(Phrase::FieldOriginNote, origin_note),
            silent(Phrase::FieldOrder, order),
            silent(Phrase::FieldDescription, &rest),
        ]
    }

    pub(super) fn rule(&self, it: &Rule) -> Vec<Facet> {
        let Rule {
            importance,
            threshold,
            instruction,
        } = it;
        vec![
            field(Phrase::FieldImportance, self.locale.word(importance)).headline(),
            field(
                Phrase::FieldThreshold,
                threshold.as_ref().map(number).unwrap_or_default(),
            ),
            self.text(Phrase::FieldInstruction, instruction),
        ]
    }

    pub(super) fn base_quantity(&self, it: &BaseQuantity) -> Vec<Facet> {
        let BaseQuantity {
            title,
            unit,
            whole,
            retired,
        } = it;
        vec![
            field(Phrase::FieldTitle, title).headline(),
            field(Phrase::FieldUnit, unit),
            field(Phrase::FieldWhole, self.yes(*whole)),
            field(Phrase::FieldRetired, self.yes(*retired)),
        ]
    }
}
