//! The catalogue: what is measured, of what, how often, and how it turns into points.
//!
//! Owns the shape of editions, directions and indicators; knows nothing of values that were measured.
//! Sources of the rules: design section 4; the scales of section 3 of the field's facts.

use chrono::NaiveDate;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::ids::{BaseQuantityId, DirectionId, DocumentId, EditionId, IndicatorId};
use super::number::Edge;
use super::people::OrganisationKind;
use super::period::PeriodKind;

/// A version of all directions and indicators (редакция каталога), with the act it rests on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edition {
    /// Number shown as «ред. 3».
    pub number: u32,
    /// Title, e.g. «Показатели эффективности руководителей».
    pub title: String,
    /// The act that approved it.
    pub act: Option<DocumentId>,
    /// Date of the act.
    pub adopted: Option<NaiveDate>,
    /// In force from this date.
    pub in_force: Option<NaiveDate>,
    /// Applies to periods that begin on this date or later.
    pub applies_from: Option<NaiveDate>,
    /// Draft or published; a published edition is never written again.
    pub state: EditionState,
    /// Bands of the index, from the highest down; the last one begins at 0.
    pub levels: Vec<IndexLevel>,
    /// Share of filled indicators, in percent, below which an index has neither level nor place.
    pub completeness: Decimal,
    /// Months in office within a period below which a head's index is «справочно».
    pub min_months: u32,
    /// The edition that this one was copied from.
    pub based_on: Option<EditionId>,
}

/// Whether an edition may still be changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum EditionState {
    /// Рабочая: may be changed, no period rests on it.
    Draft,
    /// Опубликована: for ever as it is.
    Published,
}

/// A level of the index: «высокий» from 80.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct IndexLevel {
    /// Lowest index of the level, 0–100, inclusive.
    pub from: Decimal,
    /// Its name.
    pub title: String,
}

/// One of the fields of monitoring (направление), as an edition words it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Direction {
    /// Code shown before the title: `6`.
    pub code: String,
    /// Full title.
    pub title: String,
    /// Title for narrow places, never cut on the screen.
    pub short: String,
    /// Weight in the overall index, > 0.
    pub weight: Decimal,
    /// Place among the directions; equal places go by code.
    pub order: u32,
    /// No longer part of the catalogue; nothing used is deleted.
    pub retired: bool,
}

/// What is measured (показатель), as an edition words it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Indicator {
    /// The direction it belongs to.
    pub direction: DirectionId,
    /// Code shown before the title: `6.2`. Decrees renumber codes; the id stays.
    pub code: String,
    /// Full title.
    pub title: String,
    /// Short title, never cut on the screen.
    pub short: String,
    /// Unit of the value: `%`, `ед.`, `чел.`, `п.п.`.
    pub unit: String,
    /// Whom a value describes.
    pub level: SubjectKind,
    /// How the number comes about.
    pub measure: Measure,
    /// How it turns into points.
    pub scoring: Scoring,
    /// Weight within the direction, > 0.
    pub weight: Decimal,
    /// How often it is collected.
    pub periodicity: Periodicity,
    /// How sub-periods become the year.
    pub roll_up: RollUp,
    /// Month and day on which it is measured; a value counts towards whoever headed the organisation then. None: the period's last day.
    pub measured_on: Option<(u32, u32)>,
    /// What a plausible value is.
    pub bounds: Bounds,
    /// Decimal places shown.
    pub decimals: u32,
    /// Which way is better.
    pub better: Better,
    /// Where the number comes from: «ОО-1».
    pub source: String,
    /// How it is computed, in words.
    pub method: String,
    /// Who answers for collecting it.
    pub responsible: String,
    /// When a note must be given.
    pub note: NoteRule,
    /// Whether a document must prove the value.
    pub evidence_required: bool,
    /// Kinds of organisation it applies to; empty means all.
    pub kinds: Vec<OrganisationKind>,
    /// Usual reasons for «н/п», offered by digit.
    pub na_reasons: Vec<String>,
    /// Wording for recommendations, by band.
    pub wording: Vec<Wording>,
    /// Where name and scale come from.
    pub origin: Origin,
    /// The source of name and scale, in words.
    pub origin_note: String,
    /// No longer collected; nothing used is deleted.
    pub retired: bool,
    /// Place within the direction; equal places go by code.
    pub order: u32,
    /// A figure that moved by more than this within a period, in its own unit, is worth a second look; `None`: never asked.
    pub jump: Option<Decimal>,
    /// What is to be done when a check finds something, for whoever enters; may be empty.
    pub instruction: String,
}

impl Indicator {
    /// Most decimal places.
    pub const MOST_DECIMALS: u32 = 6;

    /// Whether it is collected in a period of this length: a yearly one in a year only, a quarterly one in all.
    #[must_use]
    pub fn is_due(&self, period: PeriodKind) -> bool {
        let often_enough = match period {
            PeriodKind::SchoolYear | PeriodKind::CalendarYear => true,
            PeriodKind::HalfYear => self.periodicity != Periodicity::Year,
            PeriodKind::Quarter => matches!(
                self.periodicity,
                Periodicity::Quarter | Periodicity::AsItHappens
            ),
        };
        often_enough && !self.retired
    }

    /// Whether figures by the two wordings can be compared: the same thing is counted in the same way.
    /// Titles, weights and scales may differ.
    #[must_use]
    pub fn same_definition(&self, other: &Indicator) -> bool {
        self.measure == other.measure
            && self.unit == other.unit
            && self.level == other.level
            && self.method == other.method
    }
}

/// Whom a value describes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum SubjectKind {
    /// The organisation.
    Organisation,
    /// The head personally.
    Person,
    /// The municipality as a whole.
    Municipality,
}

/// How the number of an indicator comes about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Measure {
    /// One number is typed.
    Number {
        /// Only whole numbers: counts of people, complaints, days.
        whole: bool,
    },
    /// Numerator ÷ denominator × factor.
    Ratio {
        /// What is above the line.
        numerator: Part,
        /// What is below it.
        denominator: Part,
        /// 100 for percent, 1 for a plain ratio.
        factor: Decimal,
    },
    /// One of the options; yes/no is a choice of two.
    Choice {
        /// The options as shown, picked by digit from 1.
        options: Vec<String>,
    },
    /// Now minus the period before, in units of the input.
    Delta {
        /// What is compared.
        input: Input,
    },
    /// Own figure ÷ the period's `Reference`.
    Benchmark {
        /// What is compared.
        input: Input,
    },
}

impl Measure {
    /// Puts other numbers in place of those of the indicators and base quantities that it names.
    pub fn rename(
        &mut self,
        indicator: impl Fn(IndicatorId) -> IndicatorId,
        base: impl Fn(BaseQuantityId) -> BaseQuantityId,
    ) {
        match self {
            Measure::Ratio {
                numerator,
                denominator,
                ..
            } => {
                for part in [numerator, denominator] {
                    part.base = part.base.map(&base);
                }
            }
            Measure::Delta {
                input: Input::Indicator(id),
            }
            | Measure::Benchmark {
                input: Input::Indicator(id),
            } => *id = indicator(*id),
            Measure::Number { .. }
            | Measure::Choice { .. }
            | Measure::Delta { .. }
            | Measure::Benchmark { .. } => {}
        }
    }

    /// The input of a delta or benchmark that is another indicator: such cells are computed and hold no value.
    #[must_use]
    pub fn computed_from(&self) -> Option<IndicatorId> {
        match self {
            Measure::Delta {
                input: Input::Indicator(id),
            }
            | Measure::Benchmark {
                input: Input::Indicator(id),
            } => Some(*id),
            _ => None,
        }
    }
}

/// One side of a ratio.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    /// What is counted: «имеют категорию».
    pub title: String,
    /// The base quantity it is, if it is one.
    pub base: Option<BaseQuantityId>,
    /// Only whole numbers: `21.24` is then read as 21/24.
    pub whole: bool,
}

/// What a delta or a benchmark is computed from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Input {
    /// The value of another indicator, of the same subject and period.
    Indicator(IndicatorId),
    /// A number typed into this indicator's own cell.
    Own {
        /// What is typed: «качество знаний, %».
        title: String,
    },
}

/// From a value to points.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Scoring {
    /// Bands in rising order, without gaps: each holds from its edge up to the next one's.
    Bands(Vec<Band>),
    /// Points of each option, in the order of the options.
    Options(Vec<Decimal>),
    /// `start + points × value`, kept within floor and cap; cap > 0. Negative points exist.
    PerUnit {
        /// Points at 0.
        start: Decimal,
        /// Points added per unit of the value; negative for penalties.
        points: Decimal,
        /// Fewest points.
        floor: Decimal,
        /// Most points.
        cap: Decimal,
    },
    /// The typed number is the points; 0 needs a note.
    Direct {
        /// Most points.
        max: Decimal,
    },
    /// The best value of the period is 100, others relative to it.
    Relative,
    /// A scale as an act prints it, whose lines do not make bands yet: it has gaps, overlaps, or what cannot be read. Only in a draft.
    Printed(Vec<PrintedBand>),
}

impl Scoring {
    /// Where the bands of a scale begin: what a shown figure must not be rounded across.
    #[must_use]
    pub fn edges(&self) -> Vec<Edge> {
        match self {
            Scoring::Bands(bands) => bands.iter().filter_map(|it| it.from).collect(),
            _ => Vec::new(),
        }
    }
}

/// A line of a scale as an act prints it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PrintedBand {
    /// The values: «40–59», «свыше 80».
    pub values: String,
    /// Points for them.
    pub points: Decimal,
}

/// A band of a scale.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Band {
    /// Where it begins; `None` is without bound.
    pub from: Option<Edge>,
    /// Points for a value in the band.
    pub points: Decimal,
}

/// What values are possible (hard) and plausible (soft). `None`: without bound.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bounds {
    /// Below it a value is refused.
    pub hard_min: Option<Decimal>,
    /// Above it a value is refused.
    pub hard_max: Option<Decimal>,
    /// Below it a value is accepted with a warning.
    pub soft_min: Option<Decimal>,
    /// Above it a value is accepted with a warning.
    pub soft_max: Option<Decimal>,
}

/// Which way an indicator improves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Better {
    /// More is better.
    Higher,
    /// Less is better.
    Lower,
}

/// How often an indicator is collected.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Periodicity {
    /// Once a school year.
    Year,
    /// Twice a year.
    HalfYear,
    /// Every quarter.
    Quarter,
    /// When it happens.
    AsItHappens,
}

/// How values of sub-periods become the year's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum RollUp {
    /// Added up.
    Sum,
    /// The last one counts.
    Last,
    /// Their mean.
    Mean,
    /// Σ numerators ÷ Σ denominators.
    FromParts,
}

/// When a value needs a note.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum NoteRule {
    /// Never.
    Free,
    /// When the number is 0: expert points.
    AtZero,
    /// Always.
    Always,
}

/// Where an indicator's name and scale come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Origin {
    /// Found in a published source.
    Found,
    /// Found and adapted.
    Adapted,
    /// Of our own making.
    Own,
}

/// Ready words for a recommendation when a value reaches these points or fewer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wording {
    /// Offered where the value has at most these points.
    pub points: Decimal,
    /// The words, with {значение}, {порог}, {не хватает}.
    pub text: String,
}

/// A number used by several indicators (базовая величина): «педагоги всего».
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BaseQuantity {
    /// Its name.
    pub title: String,
    /// Its unit.
    pub unit: String,
    /// Only whole numbers.
    pub whole: bool,
    /// No longer asked for; nothing used is deleted.
    pub retired: bool,
}
