//! Stored form of results, version 3, of corrections, version 2, and of objections, version 1.

use super::catalogue::older;
use super::shape::{Bad, Day, Number, Stored, codes, stored, tagged};
use super::value::{CellV1, EntryV1, SourceV1};
use crate::domain::results::*;

stored! {
    Fraction => FractionV1 { top: i128, bottom: i128 }
    Results => ResultsV3 { edition: u32, organisations: u32, placed: u32, municipality: Option<ResultHeadV3> }
    ResultRow => ResultRowV3 {
        name: String, kind: u8, days: (Day, Day), tenures: Vec<TenureV1>, heads: Vec<ResultHeadV3>,
    }
    Tenure => TenureV1 { head: Option<(u32, u32, u8)>, from: Option<Day>, to: Option<Day> }
    ResultHead => ResultHeadV3 {
        person: Option<u32>, standing: StandingV1, directions: Vec<ResultDirectionV1>, overall: Option<FractionV1>, filled: u32,
        applicable: u32, complete: bool, level: Option<u8>, place: Option<u32>, cells: Vec<ResultCellV3>,
    }
    ResultDirection => ResultDirectionV1 { direction: u32, index: Option<FractionV1>, filled: u32, applicable: u32 }
    ResultCell => ResultCellV3 {
        indicator: u32, entry: EntryV1, figure: ResultFigureV3, points: Option<FractionV1>, max: Number, lack: Option<LackV2>,
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

tagged! {
    ResultFigure => ResultFigureV3 {
        1 = Number(number: FractionV1) [ResultFigure::Number(number)],
        2 = Choice(option: u8) [ResultFigure::Choice(option)],
        3 = NotApplicable() [ResultFigure::NotApplicable],
        4 = NoData() [ResultFigure::NoData],
        5 = Empty() [ResultFigure::Empty],
        6 = Absent() [ResultFigure::Absent],
        7 = Uncomputed() [ResultFigure::Uncomputed],
        8 = Untold(no_reason: bool) [ResultFigure::Untold { no_reason }],
    }
}

// In version 1 nothing was said of where a value that was put right had come from.
older! {
    CorrectionV1 => CorrectionV2 { was: EntryV1, reason: String, document: u32 } with { source: None }
}

/// A cell in version 1: nothing was said of why there was no number.
#[derive(Debug, serde::Deserialize)]
pub struct ResultCellV1 {
    indicator: u32,
    entry: EntryV1,
    figure: Option<FractionV1>,
    points: Option<FractionV1>,
    max: Number,
}

/// A cell in version 2: nothing was said of what it came to where that was no number.
#[derive(Debug, serde::Deserialize)]
pub struct ResultCellV2 {
    indicator: u32,
    entry: EntryV1,
    figure: Option<FractionV1>,
    points: Option<FractionV1>,
    max: Number,
    lack: Option<LackV2>,
}

impl From<ResultCellV1> for ResultCellV3 {
    fn from(it: ResultCellV1) -> ResultCellV3 {
        ResultCellV3 {
            indicator: it.indicator,
            figure: come_to(it.figure, &it.entry, None, false),
            entry: it.entry,
            points: it.points,
            max: it.max,
            lack: None,
        }
    }
}

impl From<ResultCellV2> for ResultCellV3 {
    fn from(it: ResultCellV2) -> ResultCellV3 {
        ResultCellV3 {
            indicator: it.indicator,
            figure: come_to(it.figure, &it.entry, it.lack.as_ref(), true),
            entry: it.entry,
            points: it.points,
            max: it.max,
            lack: it.lack,
        }
    }
}

/// What a cell came to, as far as a former version has said it.
fn come_to(
    number: Option<FractionV1>,
    entry: &EntryV1,
    lack: Option<&LackV2>,
    no_reason: bool,
) -> ResultFigureV3 {
    match (number, lack, entry) {
        (Some(number), ..) => ResultFigureV3::Number(number),
        (None, Some(LackV2::Standing(_)), _) => ResultFigureV3::NotApplicable(),
        (None, Some(_), _) => ResultFigureV3::Uncomputed(),
        (None, None, EntryV1::NotApplicable(_)) => ResultFigureV3::NotApplicable(),
        (None, None, EntryV1::NoData(_)) => ResultFigureV3::NoData(),
        (None, None, EntryV1::Choice(option)) => ResultFigureV3::Choice(*option),
        (None, None, _) => ResultFigureV3::Untold(no_reason),
    }
}

/// The index of a head in versions 1 and 2, which differ in its cells.
#[derive(Debug, serde::Deserialize)]
pub struct OlderHead<C> {
    person: Option<u32>,
    standing: StandingV1,
    directions: Vec<ResultDirectionV1>,
    overall: Option<FractionV1>,
    filled: u32,
    applicable: u32,
    complete: bool,
    level: Option<u8>,
    place: Option<u32>,
    cells: Vec<C>,
}

impl<C: Into<ResultCellV3>> From<OlderHead<C>> for ResultHeadV3 {
    fn from(it: OlderHead<C>) -> ResultHeadV3 {
        ResultHeadV3 {
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

/// A row of results in versions 1 and 2.
#[derive(Debug, serde::Deserialize)]
pub struct OlderRow<C> {
    name: String,
    kind: u8,
    days: (Day, Day),
    tenures: Vec<TenureV1>,
    heads: Vec<OlderHead<C>>,
}

impl<C: Into<ResultCellV3>> From<OlderRow<C>> for ResultRowV3 {
    fn from(it: OlderRow<C>) -> ResultRowV3 {
        ResultRowV3 {
            name: it.name,
            kind: it.kind,
            days: it.days,
            tenures: it.tenures,
            heads: it.heads.into_iter().map(Into::into).collect(),
        }
    }
}

/// Results as a whole in versions 1 and 2.
#[derive(Debug, serde::Deserialize)]
pub struct OlderResults<C> {
    edition: u32,
    organisations: u32,
    placed: u32,
    municipality: Option<OlderHead<C>>,
}

impl<C: Into<ResultCellV3>> From<OlderResults<C>> for ResultsV3 {
    fn from(it: OlderResults<C>) -> ResultsV3 {
        ResultsV3 {
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
