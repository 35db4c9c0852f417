//! The fields of the form of an indicator: their names, what each is for, and which one a problem is about.

use super::wording;
use crate::domain::catalogue::{Indicator, Measure};
use crate::domain::soundness::{Part, Problem, Trouble};
use crate::locale::Phrase;

pub const CODE: &str = "code";
pub const TITLE: &str = "title";
pub const SHORT: &str = "short";
pub const DIRECTION: &str = "direction";
pub const LEVEL: &str = "level";
pub const WEIGHT: &str = "weight";
pub const MEASURE: &str = "measure";
pub const UNIT: &str = "unit";
pub const DECIMALS: &str = "decimals";
pub const BETTER: &str = "better";
pub const WHOLE: &str = "whole";
pub const ABOVE: &str = "above";
pub const ABOVE_BASE: &str = "above.base";
pub const ABOVE_WHOLE: &str = "above.whole";
pub const BELOW: &str = "below";
pub const BELOW_BASE: &str = "below.base";
pub const BELOW_WHOLE: &str = "below.whole";
pub const FACTOR: &str = "factor";
pub const OPTIONS: &str = "options";
pub const FROM: &str = "from";
pub const INPUT: &str = "input";
pub const OWN: &str = "own";
pub const METHOD: &str = "method";
pub const SCALE: &str = "scale";
pub const HARD_MIN: &str = "hard.min";
pub const HARD_MAX: &str = "hard.max";
pub const SOFT_MIN: &str = "soft.min";
pub const SOFT_MAX: &str = "soft.max";
pub const JUMP: &str = "jump";
pub const NOTE: &str = "note";
pub const EVIDENCE: &str = "evidence";
pub const INSTRUCTION: &str = "instruction";
pub const PERIODICITY: &str = "periodicity";
pub const ROLL_UP: &str = "roll-up";
pub const MEASURED_ON: &str = "measured-on";
pub const KINDS: &str = "kinds";
pub const REASONS: &str = "reasons";
pub const SOURCE: &str = "source";
pub const RESPONSIBLE: &str = "responsible";
pub const ORIGIN: &str = "origin";
pub const ORIGIN_NOTE: &str = "origin-note";

/// What each field is for, in words of the field.
const HELP: [(&str, Phrase); 39] = [
    (CODE, Phrase::HelpIndicatorCode),
    (TITLE, Phrase::HelpIndicatorTitle),
    (SHORT, Phrase::HelpIndicatorShort),
    (DIRECTION, Phrase::HelpIndicatorDirection),
    (LEVEL, Phrase::HelpIndicatorLevel),
    (WEIGHT, Phrase::HelpIndicatorWeight),
    (MEASURE, Phrase::HelpIndicatorMeasure),
    (UNIT, Phrase::HelpIndicatorUnit),
    (DECIMALS, Phrase::HelpIndicatorDecimals),
    (BETTER, Phrase::HelpIndicatorBetter),
    (WHOLE, Phrase::HelpIndicatorWhole),
    (ABOVE, Phrase::HelpIndicatorNumerator),
    (ABOVE_BASE, Phrase::HelpIndicatorBase),
    (ABOVE_WHOLE, Phrase::HelpIndicatorWhole),
    (BELOW, Phrase::HelpIndicatorDenominator),
    (BELOW_BASE, Phrase::HelpIndicatorBase),
    (BELOW_WHOLE, Phrase::HelpIndicatorWhole),
    (FACTOR, Phrase::HelpIndicatorFactor),
    (OPTIONS, Phrase::HelpIndicatorOptions),
    (FROM, Phrase::HelpIndicatorFrom),
    (INPUT, Phrase::HelpIndicatorInput),
    (OWN, Phrase::HelpIndicatorOwn),
    (METHOD, Phrase::HelpIndicatorMethod),
    (HARD_MIN, Phrase::HelpIndicatorHard),
    (HARD_MAX, Phrase::HelpIndicatorHard),
    (SOFT_MIN, Phrase::HelpIndicatorSoft),
    (SOFT_MAX, Phrase::HelpIndicatorSoft),
    (JUMP, Phrase::HelpIndicatorJump),
    (NOTE, Phrase::HelpIndicatorNote),
    (EVIDENCE, Phrase::HelpIndicatorEvidence),
    (INSTRUCTION, Phrase::HelpIndicatorInstruction),
    (PERIODICITY, Phrase::HelpIndicatorPeriodicity),
    (ROLL_UP, Phrase::HelpIndicatorRollUp),
    (MEASURED_ON, Phrase::HelpIndicatorMeasuredOn),
    (KINDS, Phrase::HelpIndicatorKinds),
    (REASONS, Phrase::HelpIndicatorReasons),
    (SOURCE, Phrase::HelpIndicatorSource),
    (RESPONSIBLE, Phrase::HelpIndicatorResponsible),
    (ORIGIN, Phrase::HelpIndicatorOrigin),
];

/// What the field under the cursor is for.
pub fn help(field: Option<&str>) -> Phrase {
    let Some(name) = field else {
        return Phrase::HelpFormButton;
    };
    let known = HELP.iter().find(|it| it.0 == name).map(|it| it.1);
    known.unwrap_or(match name {
        ORIGIN_NOTE => Phrase::HelpIndicatorOrigin,
        _ if name.ends_with(".points") => Phrase::HelpIndicatorWordingPoints,
        _ => Phrase::HelpIndicatorWordingText,
    })
}

/// The field that problems of a part stand at, where nothing more is known of them.
pub fn field_of(part: Part) -> Option<&'static str> {
    match part {
        Part::Code => Some(CODE),
        Part::Title => Some(TITLE),
        Part::Short => Some(SHORT),
        Part::Weight => Some(WEIGHT),
        Part::Direction => Some(DIRECTION),
        Part::Measure => Some(MEASURE),
        Part::Scoring => Some(BETTER),
        Part::Bounds => Some(HARD_MIN),
        Part::RollUp => Some(ROLL_UP),
        Part::Wording => Some(wording::FIRST),
        _ => None,
    }
}

/// The field beneath which a problem of an indicator is said.
pub fn field_for(problem: &Problem, it: &Indicator) -> Option<&'static str> {
    let bounds = &it.bounds;
    match (&problem.what, problem.part) {
        (Trouble::BoundsCrossed { min, max }, _) => {
            let is_soft = bounds.soft_min == Some(*min) && bounds.soft_max == Some(*max);
            Some(if is_soft { SOFT_MIN } else { HARD_MIN })
        }
        (Trouble::UsualOutside { bound }, _) => Some(match bounds.soft_min == Some(*bound) {
            true => SOFT_MIN,
            false => SOFT_MAX,
        }),
        (_, Part::Measure) => Some(match it.measure {
            Measure::Ratio { .. } => BELOW,
            Measure::Delta { .. } | Measure::Benchmark { .. } => INPUT,
            _ => MEASURE,
        }),
        (_, Part::Scoring) => Some(SCALE),
        (_, part) => field_of(part),
    }
}
