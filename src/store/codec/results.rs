//! Stored form of results, corrections and objections: version 1.

use super::shape::{Bad, Day, Number, Stored, codes, stored, tagged};
use super::value::{CellV1, EntryV1};
use crate::domain::results::*;

stored! {
    Fraction => FractionV1 { top: i128, bottom: i128 }
    Results => ResultsV1 { edition: u32, organisations: u32, placed: u32, municipality: Option<ResultHeadV1> }
    ResultRow => ResultRowV1 {
        name: String, kind: u8, days: (Day, Day), tenures: Vec<TenureV1>, heads: Vec<ResultHeadV1>,
    }
    Tenure => TenureV1 { head: Option<(u32, u32, u8)>, from: Option<Day>, to: Option<Day> }
    ResultHead => ResultHeadV1 {
        person: Option<u32>, standing: StandingV1, directions: Vec<ResultDirectionV1>, overall: Option<FractionV1>, filled: u32,
        applicable: u32, complete: bool, level: Option<u8>, place: Option<u32>, cells: Vec<ResultCellV1>,
    }
    ResultDirection => ResultDirectionV1 { direction: u32, index: Option<FractionV1>, filled: u32, applicable: u32 }
    ResultCell => ResultCellV1 {
        indicator: u32, entry: EntryV1, figure: Option<FractionV1>, points: Option<FractionV1>, max: Number,
    }
    Correction => CorrectionV1 { was: EntryV1, reason: String, document: u32 }
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
