//! Every field of an edition, a direction or an indicator in words, so that two of them can be laid side by side: «Шкала: … → …».
//!
//! Every record is taken apart without `..`: a new field asks here how it reads. Where it stands on a screen is not known here.

use rust_decimal::Decimal;

use super::Narrator;
use crate::domain::catalogue::{Bounds, Direction, Edition, Indicator, Input, Measure, Part};
use crate::domain::ids::EditionId;
use crate::domain::record::{Key, Record};
use crate::domain::rule::Rule;
use crate::locale::{NBSP, Phrase, args, format};

/// A field that is different: its name, what stood there, what stands there now. Either may be empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldChange {
    /// Which.
    pub field: Phrase,
    /// What stood there.
    pub before: String,
    /// What stands there now.
    pub after: String,
}

type Fields = Vec<(Phrase, String)>;

impl Narrator<'_> {
    /// The fields that differ between a record in one edition and the same in another, in the order of the form.
    #[must_use]
    pub fn compared(
        &self,
        before: (EditionId, &Record),
        after: (EditionId, &Record),
    ) -> Vec<FieldChange> {
        let (old, new) = (self.fields(before), self.fields(after));
        let pairs = old.into_iter().zip(new);
        pairs
            .filter(|((_, before), (_, after))| before != after)
            .map(|((field, before), (_, after))| FieldChange {
                field,
                before,
                after,
            })
            .collect()
    }

    /// The same fields for every record of a kind; none for what is no part of an edition.
    fn fields(&self, (edition, record): (EditionId, &Record)) -> Fields {
        match record {
            Record::Edition(it) => self.fields_of_edition(it),
            Record::Direction(it) => self.fields_of_direction(it),
            Record::Indicator(it) => self.fields_of_indicator(edition, it),
            Record::Rule(it) => self.fields_of_rule(it),
            _ => Vec::new(),
        }
    }

    fn fields_of_rule(&self, it: &Rule) -> Fields {
        let Rule {
            importance,
            threshold,
            instruction,
        } = it;
        vec![
            (Phrase::FieldImportance, self.locale.word(importance)),
            (
                Phrase::FieldThreshold,
                threshold.as_ref().map(number).unwrap_or_default(),
            ),
            (Phrase::FieldInstruction, instruction.clone()),
        ]
    }

    fn fields_of_edition(&self, it: &Edition) -> Fields {
        let Edition {
            // What always differs is not told.
            number: _,
            state: _,
            based_on: _,
            title,
            act,
            adopted,
            in_force,
            applies_from,
            levels,
            completeness,
            min_months,
        } = it;
        let day = |it: &Option<_>| it.map(format::date).unwrap_or_default();
        let levels = levels.iter().map(|it| {
            let from = number(&it.from);
            self.with(Phrase::LevelFrom, &args![title = it.title.as_str(), from])
        });
        vec![
            (Phrase::FieldTitle, title.clone()),
            (
                Phrase::FieldAct,
                act.map(|it| self.document(it)).unwrap_or_default(),
            ),
            (Phrase::FieldAdopted, day(adopted)),
            (Phrase::FieldInForce, day(in_force)),
            (Phrase::FieldAppliesFrom, day(applies_from)),
            (Phrase::FieldLevels, levels.collect::<Vec<_>>().join(", ")),
            (
                Phrase::FieldCompleteness,
                format::percent(completeness.normalize()),
            ),
            (Phrase::FieldMinMonths, min_months.to_string()),
        ]
    }

    fn fields_of_direction(&self, it: &Direction) -> Fields {
        let Direction {
            code,
            title,
            short,
            weight,
            order,
            retired,
        } = it;
        vec![
            (Phrase::FieldCode, code.clone()),
            (Phrase::FieldTitle, title.clone()),
            (Phrase::FieldShort, short.clone()),
            (Phrase::FieldWeight, number(weight)),
            (Phrase::FieldOrder, order.to_string()),
            (Phrase::FieldRetired, self.truth(*retired)),
        ]
    }

    fn fields_of_indicator(&self, edition: EditionId, it: &Indicator) -> Fields {
        let Indicator {
            direction,
            code,
            title,
            short,
            unit,
            level,
            measure,
            scoring: _,
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
        let locale = self.locale;
        let direction = match self.names.directions.get(&(edition, *direction)) {
            Some(it) => format!("{} {}", it.code, it.short),
            None => self.key(Key::Direction(edition, *direction)),
        };
        let kinds: Vec<String> = kinds.iter().map(|it| locale.word(it)).collect();
        let wording = wording.iter().map(|it| {
            let upto = self.with(Phrase::WordingUpTo, &args![n = it.points.normalize()]);
            format!("{upto}: {}", it.text)
        });
        let measured = measured_on.map(|(month, day)| format!("{day:02}.{month:02}"));
        let scale = match it.scoring {
            crate::domain::catalogue::Scoring::Printed(ref lines) => {
                let printed = locale.word(&it.scoring);
                match lines.is_empty() {
                    true => printed,
                    false => format!("{printed}: {}", locale.steps(it).join(" · ")),
                }
            }
            _ => locale.steps(it).join(" · "),
        };
        vec![
            (Phrase::FieldCode, code.clone()),
            (Phrase::FieldTitle, title.clone()),
            (Phrase::FieldShort, short.clone()),
            (Phrase::FieldDirection, direction),
            (Phrase::IndicatorAbout, locale.word(level)),
            (Phrase::ScaleMeasure, self.measured(edition, measure)),
            (Phrase::FieldUnit, unit.clone()),
            (Phrase::FieldBetter, locale.word(better)),
            (Phrase::FieldScoring, scale),
            (Phrase::FieldWeight, number(weight)),
            (Phrase::ScaleCollected, locale.word(periodicity)),
            (Phrase::FieldMeasuredOn, measured.unwrap_or_default()),
            (Phrase::IndicatorRollUp, locale.word(roll_up)),
            (Phrase::FieldBounds, self.bounded(bounds)),
            (Phrase::IndicatorDecimals, decimals.to_string()),
            (
                Phrase::FieldJump,
                jump.as_ref().map(number).unwrap_or_default(),
            ),
            (Phrase::ScaleMethod, method.clone()),
            (Phrase::FieldSource, source.clone()),
            (Phrase::ScaleResponsible, responsible.clone()),
            (Phrase::ScaleNeeds, locale.word(note)),
            (Phrase::ScaleEvidence, self.truth(*evidence_required)),
            (Phrase::FieldOrganisations, kinds.join(", ")),
            (Phrase::ScaleReasons, na_reasons.join("; ")),
            (
                Phrase::IndicatorWording,
                wording.collect::<Vec<_>>().join("; "),
            ),
            (Phrase::FieldInstruction, instruction.clone()),
            (Phrase::ScaleOrigin, locale.word(origin)),
            (Phrase::FieldOriginNote, origin_note.clone()),
            (Phrase::FieldOrder, order.to_string()),
            (Phrase::FieldRetired, self.truth(*retired)),
        ]
    }

    fn measured(&self, edition: EditionId, measure: &Measure) -> String {
        let word = self.locale.word(measure);
        let part = |it: &Part| match it.base {
            // The same words may be another quantity.
            Some(id) => format!("{} ({})", it.title, self.key(Key::BaseQuantity(id))),
            None if it.whole => it.title.clone(),
            None => self.with(Phrase::FieldPartAny, &args![title = it.title.as_str()]),
        };
        match measure {
            Measure::Number { whole: true } => self.with(Phrase::FieldWholeNumber, &args![word]),
            Measure::Number { whole: false } => word,
            Measure::Ratio {
                numerator,
                denominator,
                factor,
            } => {
                let formula = args![
                    above = part(numerator),
                    below = part(denominator),
                    factor = number(factor)
                ];
                format!("{word}: {}", self.with(Phrase::ScaleRatio, &formula))
            }
            Measure::Choice { options } => format!("{word}: {}", options.join(", ")),
            Measure::Delta { input } | Measure::Benchmark { input } => match input {
                Input::Own { title } => format!("{word}: {title}"),
                Input::Indicator(id) => {
                    let found = self.names.indicators.get(&(edition, *id));
                    let name = found.map_or_else(
                        || self.key(Key::Indicator(edition, *id)),
                        |it| format!("{} {}", it.code, it.short),
                    );
                    format!("{word}: {name}")
                }
            },
        }
    }

    pub(super) fn bounded(&self, bounds: &Bounds) -> String {
        let Bounds {
            hard_min,
            hard_max,
            soft_min,
            soft_max,
        } = bounds;
        let said = |from: &Option<Decimal>, to: &Option<Decimal>, phrase| {
            let range = match (from, to) {
                (None, None) => return None,
                (Some(from), Some(to)) => format!("{}–{}", number(from), number(to)),
                (Some(from), None) => format!("≥{NBSP}{}", number(from)),
                (None, Some(to)) => format!("≤{NBSP}{}", number(to)),
            };
            Some(self.with(phrase, &args![range]))
        };
        let hard = said(hard_min, hard_max, Phrase::BoundsHard);
        let soft = said(soft_min, soft_max, Phrase::BoundsSoft);
        hard.into_iter().chain(soft).collect::<Vec<_>>().join("; ")
    }

    fn truth(&self, it: bool) -> String {
        self.say(if it { Phrase::Yes } else { Phrase::No })
    }
}

fn number(it: &Decimal) -> String {
    format::number(it.normalize())
}
