//! What a period comes to when it is closed: its scores as records, with every cell that counted towards them.
//!
//! Only makes the records; who may close a period, and what becomes of records that are there, are rules of the domain.

use rust_decimal::Decimal;

use super::measure::Figure;
use super::points;
use super::reader::{Reader, standing_reason};
use super::readiness;
use super::roster::{self, Head, Staffed};
use super::rows;
use super::scores::{PeriodScores, RowScore};
use crate::domain::catalogue::{Indicator, SubjectKind};
use crate::domain::ids::{IndicatorId, OrganisationId, PeriodId, PersonId};
use crate::domain::period::Period;
use crate::domain::record::{Key, Record};
use crate::domain::results::{
    Lack, Reckon, ResultCell, ResultFigure, ResultHead, ResultRow, Results, Tenure,
};
use crate::domain::state::State;
use crate::domain::value::{Cell, Entry, Subject};

/// The reckoning that the rules are given.
pub const RECKON: Reckon = Reckon {
    results: reckon,
    unready: |state, period| readiness::unready(state, period).len(),
    blocking: readiness::blocking,
};

/// The records of what a period comes to as its values are now: the whole first, then a row per organisation.
///
/// # Errors
/// The period whose values have a part in it and are not in memory.
pub fn reckon(state: &State, period: PeriodId) -> Result<Vec<(Key, Record)>, PeriodId> {
    let scores = PeriodScores::anew(state, period);
    if let Some(missing) = scores.lacking() {
        return Err(missing);
    }
    let Some(maker) = Maker::new(state, period, &scores) else {
        return Ok(Vec::new());
    };
    let whole = Results {
        edition: maker.span.edition,
        organisations: u32::try_from(scores.roster.organisations.len()).unwrap_or(u32::MAX),
        placed: u32::try_from(scores.placed()).unwrap_or(u32::MAX),
        municipality: (scores.municipality.as_ref())
            .map(|it| it.to_result(maker.cells(|indicator| maker.municipal(indicator)))),
    };
    let mut records = vec![(Key::Results(period), Record::Results(whole))];
    records.extend(scores.roster.organisations.iter().map(|it| {
        let key = Key::ResultRow(period, it.organisation);
        (key, Record::ResultRow(maker.row(it)))
    }));
    Ok(records)
}

/// What a period comes to for one organisation as its values are now, from scores at hand; `None` where it does not work in the period.
#[must_use]
pub fn row(state: &State, scores: &PeriodScores, id: OrganisationId) -> Option<ResultRow> {
    let maker = Maker::new(state, scores.period, scores)?;
    Some(maker.row(scores.roster.get(id)?))
}

/// What all rows of a period have in common.
struct Maker<'a> {
    state: &'a State,
    period: PeriodId,
    span: &'a Period,
    scores: &'a PeriodScores,
    reader: Reader<'a>,
    /// The indicators that are due, in the order of the edition.
    due: Vec<(IndicatorId, &'a Indicator)>,
}

impl<'a> Maker<'a> {
    fn new(state: &'a State, period: PeriodId, scores: &'a PeriodScores) -> Option<Maker<'a>> {
        let span = &state.periods.get(&period)?.body;
        Some(Maker {
            state,
            period,
            span,
            scores,
            reader: Reader::new(state, period)?,
            due: rows::due(state, span),
        })
    }

    fn row(&self, staffed: &Staffed) -> ResultRow {
        let heads = self.scores.rows_of(staffed.organisation);
        ResultRow {
            name: roster::name_in(self.state, self.period, staffed.organisation).to_owned(),
            kind: staffed.kind,
            days: staffed.days,
            tenures: staffed.heads.iter().map(tenure).collect(),
            heads: heads.map(|it| self.head(staffed, it)).collect(),
        }
    }

    fn head(&self, staffed: &Staffed, score: &RowScore) -> ResultHead {
        score.to_result(self.cells(|indicator| self.subject(staffed, score.person, indicator)))
    }

    /// Whose cell of an indicator counts towards a head of the organisation; none where it is another's.
    fn subject(
        &self,
        staffed: &Staffed,
        person: Option<PersonId>,
        indicator: &Indicator,
    ) -> Option<Subject> {
        if !rows::meant_for(indicator, staffed.kind) {
            return None;
        }
        match indicator.level {
            SubjectKind::Organisation => {
                let day = self.span.measuring_day(indicator.measured_on);
                let counts = staffed.head_on(day).person() == person;
                counts.then_some(Subject::Organisation(staffed.organisation))
            }
            SubjectKind::Person => person.map(Subject::Person),
            SubjectKind::Municipality => None,
        }
    }

    fn municipal(&self, indicator: &Indicator) -> Option<Subject> {
        (indicator.level == SubjectKind::Municipality).then_some(Subject::Municipality)
    }

    fn cells(&self, subject: impl Fn(&Indicator) -> Option<Subject>) -> Vec<ResultCell> {
        let cells = self.due.iter();
        let cells = cells.filter_map(|(id, it)| Some((*id, *it, subject(it)?)));
        cells
            .map(|(id, it, whom)| self.cell(id, it, whom))
            .collect()
    }

    fn cell(&self, id: IndicatorId, indicator: &Indicator, subject: Subject) -> ResultCell {
        let figure = self.reader.figure_of(id, indicator, subject);
        let at = Cell {
            period: self.period,
            indicator: id,
            subject,
        };
        let entered = self.state.value(at);
        let lack = match figure {
            Figure::Uncomputed(missing) => missing.lack(),
            Figure::NotApplicable => {
                let reason = standing_reason(self.state, at);
                reason.map(|it| Lack::Standing(it.to_owned()))
            }
            _ => None,
        };
        ResultCell {
            indicator: id,
            entry: entered.map_or(Entry::Empty, |it| it.entry.clone()),
            figure: kept(&figure),
            points: points::points(indicator, &figure, self.scores.best(id)).map(Into::into),
            max: points::max_points(&indicator.scoring).unwrap_or(Decimal::ZERO),
            lack,
        }
    }
}

/// What a cell comes to, as it is kept.
#[must_use]
pub fn kept(figure: &Figure) -> ResultFigure {
    match figure {
        Figure::Number { value, .. } => ResultFigure::Number((*value).into()),
        Figure::Choice(option) => ResultFigure::Choice(*option),
        Figure::NotApplicable => ResultFigure::NotApplicable,
        Figure::NoData => ResultFigure::NoData,
        Figure::Empty => ResultFigure::Empty,
        Figure::Absent | Figure::NotCollected => ResultFigure::Absent,
        // Nothing is kept while a part is not in memory; what is shown meanwhile is not there yet.
        Figure::Uncomputed(_) | Figure::NotLoaded => ResultFigure::Uncomputed,
    }
}

fn tenure(head: &Head) -> Tenure {
    let (from, to) = head.dates();
    let who = match head {
        Head::Person {
            appointment,
            person,
            kind,
            ..
        } => Some((*appointment, *person, *kind)),
        Head::Vacancy { .. } => None,
    };
    Tenure {
        head: who,
        from,
        to,
    }
}
