//! What a period came to when it was closed (итоги периода), and what happened to it afterwards.
//!
//! Owns the shape of the snapshot; knows not how points and places are reckoned. Invariant: a snapshot is read as it was written, whatever
//! becomes of names, appointments and references later; only a re-scoring with its reason writes it anew.

use chrono::NaiveDate;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::ids::{
    AppointmentId, DirectionId, DocumentId, EditionId, IndicatorId, OrganisationId, PeriodId,
    PersonId,
};
use super::people::{AppointmentKind, OrganisationKind};
use super::record::{Key, Record};
use super::state::{Stamped, State};
use super::value::{Cell, Entry, Source, Subject};

/// An exact fraction as it is kept: an index or points, denominator above zero, in lowest terms.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fraction {
    /// Above the line.
    pub top: i128,
    /// Below it.
    pub bottom: i128,
}

/// What a closed period came to, as a whole (итоги периода). The rows lie beside it, one per organisation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Results {
    /// The edition by which it was scored.
    pub edition: EditionId,
    /// How many organisations have a row.
    pub organisations: u32,
    /// How many heads have a place.
    pub placed: u32,
    /// The municipality's own indicators, where the edition has any.
    pub municipality: Option<ResultHead>,
}

/// What a closed period came to for one organisation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ResultRow {
    /// Its name at the time.
    pub name: String,
    /// Its kind at the time.
    pub kind: OrganisationKind,
    /// The days of the period on which it worked.
    pub days: (NaiveDate, NaiveDate),
    /// Everybody who headed it, in order of time, vacancies included.
    pub tenures: Vec<Tenure>,
    /// The index of each head, in the order of the screen.
    pub heads: Vec<ResultHead>,
}

/// Somebody, or nobody, at the head of an organisation for some time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tenure {
    /// The person with the appointment and its footing; `None` for a vacancy.
    pub head: Option<(AppointmentId, PersonId, AppointmentKind)>,
    /// First day, where it is known.
    pub from: Option<NaiveDate>,
    /// Last day, inclusive.
    pub to: Option<NaiveDate>,
}

/// The index of a head, of a vacancy, or of the municipality.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ResultHead {
    /// The head; `None` at a vacancy and for the municipality.
    pub person: Option<PersonId>,
    /// Whether the index stands by itself.
    pub standing: Standing,
    /// The directions, in the order of the edition.
    pub directions: Vec<ResultDirection>,
    /// 0–100; `None` where nothing was filled.
    pub overall: Option<Fraction>,
    /// k of «k из n».
    pub filled: u32,
    /// n of «k из n».
    pub applicable: u32,
    /// Whether enough was filled for a level and a place.
    pub complete: bool,
    /// The level, by its place in the edition's list.
    pub level: Option<u8>,
    /// The place, from 1.
    pub place: Option<u32>,
    /// Every indicator that counted towards the head, in the order of the edition.
    pub cells: Vec<ResultCell>,
}

/// The index of one direction.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ResultDirection {
    /// The direction.
    pub direction: DirectionId,
    /// 0–100; `None` where nothing was filled.
    pub index: Option<Fraction>,
    /// k of «k из n».
    pub filled: u32,
    /// n of «k из n».
    pub applicable: u32,
}

/// One indicator of a head: what stood there and what it came to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ResultCell {
    /// The indicator.
    pub indicator: IndicatorId,
    /// What stood in the cell; `Empty` where nothing did or the figure is computed.
    pub entry: Entry,
    /// What it came to.
    pub figure: ResultFigure,
    /// Points; `None` where there was nothing to score.
    pub points: Option<Fraction>,
    /// Most points.
    pub max: Decimal,
    /// Why there is no figure, where something other than an empty cell is the reason.
    pub lack: Option<Lack>,
}

/// What a cell came to when the period was closed: of itself, of the sub-periods of a year, or of what it is computed from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ResultFigure {
    /// A number, in the indicator's unit.
    Number(Fraction),
    /// An option, counted from 0.
    Choice(u8),
    /// «н/п».
    NotApplicable,
    /// «нет данных».
    NoData,
    /// Cleared.
    Empty,
    /// Never entered.
    Absent,
    /// It would be computed, and could not be.
    Uncomputed,
    /// It was no number, and the program of the time kept no more of it than what had been typed.
    Untold {
        /// Whether it would have kept a standing reason: there was none then.
        no_reason: bool,
    },
}

/// Why a cell had no figure when the period was closed, though nobody had said so in the cell itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Lack {
    /// «н/п»: the organisation had a standing reason, in these words.
    Standing(String),
    /// The indicator from which it is computed had no number.
    Input(IndicatorId),
    /// There was no period of the kind before.
    PeriodBefore,
    /// The period before had no number.
    ValueBefore(PeriodId),
    /// The editions of the two periods defined the input in different ways.
    Redefined {
        /// Number of the edition then.
        before: u32,
        /// Number of the edition of the period.
        now: u32,
    },
    /// There was nothing to compare with.
    Reference,
    /// What it is compared with was 0.
    ReferenceIsZero,
}

impl ResultCell {
    /// Whether it is known if a standing reason held for the cell: else it holds as it is said of the organisation today.
    #[must_use]
    pub fn tells_standing(&self) -> bool {
        !matches!(self.figure, ResultFigure::Untold { no_reason: false })
    }
}

impl State {
    /// What the results of a period say of a cell; `None` where they know nothing of it, or are not loaded.
    #[must_use]
    pub fn result_cell(&self, cell: Cell) -> Option<&ResultCell> {
        let of = |head: &'_ ResultHead| -> Option<usize> {
            (head.cells.iter()).position(|it| it.indicator == cell.indicator)
        };
        let found = |head: &'_ ResultHead| of(head).is_some();
        let head: &ResultHead = match cell.subject {
            Subject::Organisation(id) => {
                let row = self.result_row(cell.period, id)?;
                row.heads.iter().find(|it| found(it))?
            }
            Subject::Person(id) => {
                let rows = self.shard(cell.period)?.results().values();
                let mut heads = rows.flat_map(|it| it.heads.iter());
                heads.find(|it| it.person == Some(id) && found(it))?
            }
            Subject::Municipality => self.results.get(&cell.period)?.municipality.as_ref()?,
        };
        head.cells.get(of(head)?)
    }

    /// What was put right in a cell and its results do not know of; of a period scored anew they know of what came before.
    #[must_use]
    pub fn corrected_since(&self, cell: Cell) -> Option<&Stamped<Correction>> {
        // Hardly any cell has one, and the results of a person are sought in every row.
        let correction = self.corrections.get(&cell)?;
        let now = self.value(cell).map_or(&Entry::Empty, |it| &it.entry);
        let known = (self.result_cell(cell)).is_some_and(|it| it.entry == *now);
        (!known).then_some(correction)
    }

    /// What stands in a cell by the results in force, and where that came from: what was put right since leaves it as it was, until the
    /// period is scored anew and its results take it in.
    #[must_use]
    pub fn stood(&self, cell: Cell) -> (Entry, Option<Source>) {
        let recorded = self.result_cell(cell).map(|it| &it.entry);
        // The revisions of the records do not tell whether the results know of a correction: of a period scored anew only what came out
        // otherwise is written, and what is taken back is written last.
        let before = (self.corrections.get(&cell))
            .filter(|it| recorded.is_none_or(|recorded| *recorded == it.was));
        if let Some(before) = before {
            return (before.was.clone(), before.source.clone());
        }
        let present = self.value(cell);
        let entry = recorded.or_else(|| present.map(|it| &it.entry));
        let source = present.and_then(|it| it.source.clone());
        (entry.cloned().unwrap_or(Entry::Empty), source)
    }
}

/// The records of a period's results.
pub type Reckoned = Vec<(Key, Record)>;

/// How a period is reckoned: what the rules are given, since they know of no points. Both read the values of the period, and of those
/// before it that it is compared with.
#[derive(Clone, Copy, Debug)]
pub struct Reckon {
    /// The records of the period's results. An error is the period whose values are not in memory.
    pub results: fn(&State, PeriodId) -> Result<Reckoned, PeriodId>,
    /// How many things are not ready for it to be closed.
    pub unready: fn(&State, PeriodId) -> usize,
    /// How many findings keep it from being closed, whatever anybody says. An error is the period whose values are not in memory.
    pub blocking: fn(&State, PeriodId) -> Result<usize, PeriodId>,
}

/// Whether an index stands by itself or is given «справочно», without level and place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Standing {
    /// In office long enough.
    Full,
    /// In office for fewer months of the period than the edition asks for.
    Short {
        /// Whole months in office within the period.
        months: u32,
    },
    /// Acting (и. о.).
    Acting,
    /// Nobody is in office.
    Vacancy,
}

/// A value of a closed period was put right later (исправление): the period stays closed, and says «было … → стало …».
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Correction {
    /// What stood there by the results that were in force: those of the closing, or of the last scoring anew.
    pub was: Entry,
    /// What was said then of where it came from.
    pub source: Option<Source>,
    /// Why.
    pub reason: String,
    /// The document by which it was put right.
    pub document: DocumentId,
}

/// A head objects to a value or to a score (возражение).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Objection {
    /// The period it is about.
    pub period: PeriodId,
    /// The organisation whose head objects.
    pub organisation: OrganisationId,
    /// The head.
    pub person: Option<PersonId>,
    /// The value it is about; `None`: the results as a whole.
    pub cell: Option<Cell>,
    /// Day on which it came in.
    pub received: NaiveDate,
    /// Incoming number.
    pub number: String,
    /// What is objected to, and why.
    pub substance: String,
    /// By when it is to be answered.
    pub due: NaiveDate,
    /// What was answered.
    pub answer: Option<ObjectionAnswer>,
}

/// The answer to an objection.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ObjectionAnswer {
    /// When.
    pub on: NaiveDate,
    /// Outgoing number; may be empty.
    pub number: String,
    /// In words.
    pub text: String,
    /// What became of the objection.
    pub outcome: ObjectionOutcome,
}

/// What became of an objection.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum ObjectionOutcome {
    /// Удовлетворено.
    Granted,
    /// Удовлетворено частично.
    PartlyGranted,
    /// Отклонено.
    Rejected,
}
