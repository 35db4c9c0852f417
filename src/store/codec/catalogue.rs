//! Stored form of the catalogue, and what its older versions become.

use rust_decimal::Decimal;

use super::shape::{Day, Number, Stored as _, codes, stored, tagged, tags};
use crate::domain::catalogue::*;
use crate::domain::number::Edge;

stored! {
    Edition => EditionV2 {
        number: u32, title: String, act: Option<u32>, adopted: Option<Day>, in_force: Option<Day>, applies_from: Option<Day>,
        state: u8, levels: Vec<IndexLevelV1>, completeness: Number, min_months: u32, based_on: Option<u32>,
    }
    IndexLevel => IndexLevelV1 { from: Number, title: String }
    Direction => DirectionV2 { code: String, title: String, short: String, weight: Number, order: u32, retired: bool }
    Indicator => IndicatorV3 {
        direction: u32, code: String, title: String, short: String, unit: String, level: u8, measure: MeasureV1,
        scoring: ScoringV2, weight: Number, periodicity: u8, roll_up: u8, measured_on: Option<(u32, u32)>, bounds: BoundsV1,
        decimals: u32, better: u8, source: String, method: String, responsible: String, note: u8, evidence_required: bool,
        kinds: Vec<u8>, na_reasons: Vec<String>, wording: Vec<WordingV1>, origin: u8, origin_note: String, retired: bool,
        order: u32, jump: Option<Number>, instruction: String,
    }
    Part => PartV1 { title: String, base: Option<u32>, whole: bool }
    Band => BandV2 { from: Option<EdgeV1>, points: Number }
    Edge => EdgeV1 { at: Number, above: bool }
    Bounds => BoundsV1 {
        hard_min: Option<Number>, hard_max: Option<Number>, soft_min: Option<Number>, soft_max: Option<Number>,
    }
    Wording => WordingV1 { points: Number, text: String }
    BaseQuantity => BaseQuantityV2 { title: String, unit: String, whole: bool, retired: bool }
    PrintedBand => PrintedBandV1 { values: String, points: Number }
}

codes! {
    EditionState { 1 = Draft, 2 = Published }
    SubjectKind { 1 = Organisation, 2 = Person, 3 = Municipality }
    Better { 1 = Higher, 2 = Lower }
    Periodicity { 1 = Year, 2 = HalfYear, 3 = Quarter, 4 = AsItHappens }
    RollUp { 1 = Sum, 2 = Last, 3 = Mean, 4 = FromParts }
    NoteRule { 1 = Free, 2 = AtZero, 3 = Always }
    Origin { 1 = Found, 2 = Adapted, 3 = Own }
}

tagged! {
    Measure => MeasureV1 {
        1 = Number(whole: bool) [Measure::Number { whole }],
        2 = Ratio(numerator: PartV1, denominator: PartV1, factor: Number)
            [Measure::Ratio { numerator, denominator, factor }],
        3 = Choice(options: Vec<String>) [Measure::Choice { options }],
        4 = Delta(input: InputV1) [Measure::Delta { input }],
        5 = Benchmark(input: InputV1) [Measure::Benchmark { input }],
    }
    Input => InputV1 {
        1 = Indicator(indicator: u32) [Input::Indicator(indicator)],
        2 = Own(title: String) [Input::Own { title }],
    }
    Scoring => ScoringV2 {
        1 = Bands(bands: Vec<BandV2>) [Scoring::Bands(bands)],
        2 = Options(points: Vec<Number>) [Scoring::Options(points)],
        3 = PerUnit(start: Number, points: Number, floor: Number, cap: Number)
            [Scoring::PerUnit { start, points, floor, cap }],
        4 = Direct(max: Number) [Scoring::Direct { max }],
        5 = Relative() [Scoring::Relative],
        6 = Printed(lines: Vec<PrintedBandV1>) [Scoring::Printed(lines)],
    }
}

/// A record of an older version and the fields that it has not yet; a field whose own type has changed says itself what becomes of it.
macro_rules! older {
    ($($old:ident => $new:ident { $($field:ident: $type:ty),* $(,)? } with { $($added:ident: $value:expr),* $(,)? })*) => {$(
        #[doc = concat!("What `", stringify!($new), "` was in an older version.")]
        #[derive(Debug, serde::Deserialize)]
        pub struct $old { $($field: $type),* }

        impl From<$old> for $new {
            fn from(old: $old) -> $new {
                let $old { $($field),* } = old;
                $new { $($added: $value,)* $($field: $field.into()),* }
            }
        }
    )*};
}
pub(super) use older;

older! {
    EditionV1 => EditionV2 {
        number: u32, title: String, act: Option<u32>, adopted: Option<Day>, in_force: Option<Day>, applies_from: Option<Day>,
        state: u8, levels: Vec<IndexLevelV1>, completeness: Number, min_months: u32,
    } with { based_on: None }
    DirectionV1 => DirectionV2 { code: String, title: String, short: String, weight: Number } with { order: 0, retired: false }
    BaseQuantityV1 => BaseQuantityV2 { title: String, unit: String, whole: bool } with { retired: false }
    // Percentages were asked about from 20 points on, whatever the indicator said.
    IndicatorV1 => IndicatorV3 {
        direction: u32, code: String, title: String, short: String, unit: String, level: u8, measure: MeasureV1,
        scoring: ScoringV1, weight: Number, periodicity: u8, roll_up: u8, measured_on: Option<(u32, u32)>, bounds: BoundsV1,
        decimals: u32, better: u8, source: String, method: String, responsible: String, note: u8, evidence_required: bool,
        kinds: Vec<u8>, na_reasons: Vec<String>, wording: Vec<WordingV1>, origin: u8, origin_note: String, retired: bool,
    } with { order: 0, jump: asked_about(&measure, &unit), instruction: String::new() }
    IndicatorV2 => IndicatorV3 {
        direction: u32, code: String, title: String, short: String, unit: String, level: u8, measure: MeasureV1,
        scoring: ScoringV1, weight: Number, periodicity: u8, roll_up: u8, measured_on: Option<(u32, u32)>, bounds: BoundsV1,
        decimals: u32, better: u8, source: String, method: String, responsible: String, note: u8, evidence_required: bool,
        kinds: Vec<u8>, na_reasons: Vec<String>, wording: Vec<WordingV1>, origin: u8, origin_note: String, retired: bool,
        order: u32, jump: Option<Number>, instruction: String,
    } with {}
}

tags! {
    ScoringV1 {
        1 = Bands(bands: Vec<BandV1>),
        2 = Options(points: Vec<Number>),
        3 = PerUnit(start: Number, points: Number, floor: Number, cap: Number),
        4 = Direct(max: Number),
        5 = Relative(),
        6 = Printed(lines: Vec<PrintedBandV1>),
    }
}

/// What `BandV2` was in the first two versions of an indicator: every band began at its bound.
#[derive(Debug, serde::Serialize, serde::Deserialize)]
pub struct BandV1 {
    from: Option<Number>,
    points: Number,
}

impl From<BandV1> for BandV2 {
    fn from(BandV1 { from, points }: BandV1) -> BandV2 {
        let from = from.map(|at| EdgeV1 { at, above: false });
        BandV2 { from, points }
    }
}

impl From<ScoringV1> for ScoringV2 {
    fn from(old: ScoringV1) -> ScoringV2 {
        match old {
            ScoringV1::Bands(it) => ScoringV2::Bands(it.into_iter().map(Into::into).collect()),
            ScoringV1::Options(it) => ScoringV2::Options(it),
            ScoringV1::PerUnit(start, points, floor, cap) => {
                ScoringV2::PerUnit(start, points, floor, cap)
            }
            ScoringV1::Direct(max) => ScoringV2::Direct(max),
            ScoringV1::Relative() => ScoringV2::Relative(),
            ScoringV1::Printed(it) => ScoringV2::Printed(it),
        }
    }
}

/// From which move on version 1 asked about a figure.
fn asked_about(measure: &MeasureV1, unit: &str) -> Option<Number> {
    let is_percentage = match measure {
        MeasureV1::Ratio(_, _, factor) => factor.is(Decimal::ONE_HUNDRED),
        MeasureV1::Number(_) => unit.trim_start().starts_with('%'),
        _ => false,
    };
    is_percentage.then(|| Decimal::from(20).store())
}
