//! Stored form of results and corrections, version 2, and of objections, version 1.

use super::catalogue::older;
use super::shape::{Bad, Day, Number, Stored, codes, stored, tagged};
use super::value::{CellV1, EntryV1, SourceV1};
use crate::domain::results::*;

stored! {
    Fraction => FractionV1 { top: i128, bottom: i128 }
    Results => ResultsV2 { edition: u32, organisations: u32, placed: u32, municipality: Option<ResultHeadV2> }
    ResultRow => ResultRowV2 {
        name: String, kind: u8, days: (Day, Day), tenures: Vec<TenureV1>, heads: Vec<ResultHeadV2>,
    }
    Tenure => TenureV1 { head: Option<(u32, u32, u8)>, from: Option<Day>, to: Option<Day> }
    ResultHead => ResultHeadV2 {
        person: Option<u32>, standing: StandingV1, directions: Vec<ResultDirectionV1>, overall: Option<FractionV1>, filled: u32,
        applicable: u32, complete: bool, level: Option<u8>, place: Option<u32>, cells: Vec<ResultCellV2>,
    }
    ResultDirection => ResultDirectionV1 { direction: u32, index: Option<FractionV1>, filled: u32, applicable: u32 }
    ResultCell => ResultCellV2 {
        indicator: u32, entry: EntryV1, figure: Option<FractionV1>, points: Option<FractionV1>, max: Number, lack: Option<LackV2>,
    }
    Correction => CorrectionV2 { was: EntryV1, source: Option<SourceV1>, reason: String, document: u32 }
    Objection => ObjectionV1 {
        period: u32, organisation: u32, person: Option<u32>, cell: Option<CellV1>, received: Day, number: String, substance: String,
        due: Day, answer: Option<ObjectionAnswerV1>,
    }
    ObjectionAnswer => ObjectionAnswerV1 { on: Day, number: String, text: String, outcome: u8 }
}

codes! {
    ObjectionOutcome { 1 = Granted, 2 = PartlyGranted, 3 = Rejected }
}

tagged! {
    Standing => StandingV1 {
        1 = Full() [Standing::Full],
        2 = Short(months: u32) [Standing::Short { months }],
        3 = Acting() [Standing::Acting],
        4 = Vacancy() [Standing::Vacancy],
    }
}

tagged! {
    Lack => LackV2 {
        1 = Standing(reason: String) [Lack::Standing(reason)],
        2 = Input(indicator: u32) [Lack::Input(indicator)],
        3 = PeriodBefore() [Lack::PeriodBefore],
        4 = ValueBefore(period: u32) [Lack::ValueBefore(period)],
        5 = Redefined(before: u32, now: u32) [Lack::Redefined { before, now }],
        6 = Reference() [Lack::Reference],
        7 = ReferenceIsZero() [Lack::ReferenceIsZero],
    }
}

// In version 1 nothing was said of why there was no figure, nor of where a value that was put right had come from.
older! {
    ResultCellV1 => ResultCellV2 {
        indicator: u32, entry: EntryV1, figure: Option<FractionV1>, points: Option<FractionV1>, max: Number,
    } with { lack: None }
    CorrectionV1 => CorrectionV2 { was: EntryV1, reason: String, document: u32 } with { source: None }
}

/// The index of a head with its cells in version 1.
#[derive(Debug, serde::Deserialize)]
pub struct ResultHeadV1 {
    person: Option<u32>,
    standing: StandingV1,
    directions: Vec<ResultDirectionV1>,
    overall: Option<FractionV1>,
    filled: u32,
    applicable: u32,
    complete: bool,
    level: Option<u8>,
    place: Option<u32>,
    cells: Vec<ResultCellV1>,
}

impl From<ResultHeadV1> for ResultHeadV2 {
    fn from(it: ResultHeadV1) -> ResultHeadV2 {
        ResultHeadV2 {
            person: it.person,
            standing: it.standing,
            directions: it.directions,
            overall: it.overall,
            filled: it.filled,
            applicable: it.applicable,
            complete: it.complete,
            level: it.level,
            place: it.place,
            cells: it.cells.into_iter().map(Into::into).collect(),
        }
    }
}

/// A row of results in version 1.
#[derive(Debug, serde::Deserialize)]
pub struct ResultRowV1 {
    name: String,
    kind: u8,
    days: (Day, Day),
    tenures: Vec<TenureV1>,
    heads: Vec<ResultHeadV1>,
}

impl From<ResultRowV1> for ResultRowV2 {
    fn from(it: ResultRowV1) -> ResultRowV2 {
        ResultRowV2 {
            name: it.name,
            kind: it.kind,
            days: it.days,
            tenures: it.tenures,
            heads: it.heads.into_iter().map(Into::into).collect(),
        }
    }
}

/// Results as a whole in version 1.
#[derive(Debug, serde::Deserialize)]
pub struct ResultsV1 {
    edition: u32,
    organisations: u32,
    placed: u32,
    municipality: Option<ResultHeadV1>,
}

impl From<ResultsV1> for ResultsV2 {
    fn from(it: ResultsV1) -> ResultsV2 {
        ResultsV2 {
            edition: it.edition,
            organisations: it.organisations,
            placed: it.placed,
            municipality: it.municipality.map(Into::into),
        }
    }
}

/// Pairs and triples are stored one after the other.
impl<A: Stored, B: Stored> Stored for (A, B) {
    type Disk = (A::Disk, B::Disk);

    fn store(&self) -> Self::Disk {
        (self.0.store(), self.1.store())
    }

    fn load(disk: Self::Disk) -> Result<Self, Bad> {
        Ok((A::load(disk.0)?, B::load(disk.1)?))
    }
}

impl<A: Stored, B: Stored, C: Stored> Stored for (A, B, C) {
    type Disk = (A::Disk, B::Disk, C::Disk);

    fn store(&self) -> Self::Disk {
        (self.0.store(), self.1.store(), self.2.store())
    }

    fn load(disk: Self::Disk) -> Result<Self, Bad> {
        Ok((A::load(disk.0)?, B::load(disk.1)?, C::load(disk.2)?))
    }
}
