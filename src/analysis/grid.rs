//! Rows × columns of a period: organisations with whoever headed them, under several indicators at once.
//!
//! Owns which row an indicator's cell stands in; knows no values and no order but that of the roster. The sheet, tables in files and
//! templates are laid out by it, so that a cell is at the same place everywhere.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::roster::{Head, Roster, Standing};
use super::rows::rows_in;
use crate::domain::ids::{IndicatorId, OrganisationId, PeriodId, PersonId};
use crate::domain::state::State;
use crate::domain::value::{Cell, Subject};

/// A row: an organisation with one of those who headed it; the municipality has one of its own, the last.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GridRow {
    /// The organisation; `None` in the municipality's row.
    pub organisation: Option<OrganisationId>,
    /// Who heads it; `None` in the municipality's row.
    pub head: Option<Head>,
    /// Whether the head's index stands by itself.
    pub standing: Standing,
    /// Whom each column describes; `None` where the indicator is not collected in this row, or meets a vacancy.
    subjects: Vec<Option<Subject>>,
}

impl GridRow {
    /// What places it among the rows of its organisation: whoever enters the school's values is not to begin with a head who has left.
    fn standing_behind(&self) -> (bool, bool, Reverse<Option<NaiveDate>>) {
        let is_own = |it: &Subject| matches!(it, Subject::Organisation(_));
        let mut subjects = self.subjects.iter().flatten();
        let first_day = self.head.and_then(|it| it.dates().0);
        (
            !subjects.clone().any(is_own),
            subjects.next().is_none(),
            Reverse(first_day),
        )
    }

    /// The head's person; `None` at a vacancy and in the municipality's row.
    #[must_use]
    pub fn person(&self) -> Option<PersonId> {
        self.head.and_then(|it| it.person())
    }
}

/// The cells of several indicators in a period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grid {
    /// The period.
    pub period: PeriodId,
    /// The indicators, in the order in which they were given.
    pub columns: Vec<IndicatorId>,
    /// The rows: organisations in the order of their names, within one whoever answers for what is the organisation's own, then the
    /// latest head, those in whose row nothing can stand last; the municipality after all.
    pub rows: Vec<GridRow>,
}

impl Grid {
    /// The cells of these indicators. An organisation has a second row only where an indicator among them is about its heads and there were
    /// two; what is the organisation's own stands in the row of the head towards whom it counts. Who heads two organisations has a row in each,
    /// and what is asked of the person is one cell that stands in both: entered in either, it is in the other.
    #[must_use]
    pub fn of(state: &State, roster: &Roster, columns: &[IndicatorId]) -> Grid {
        let place: BTreeMap<OrganisationId, usize> = (roster.organisations.iter().enumerate())
            .map(|(at, it)| (it.organisation, at))
            .collect();
        // One row for a person, whichever of their appointments a value counts by.
        let mut rows: BTreeMap<(usize, Option<PersonId>), GridRow> = BTreeMap::new();
        for (column, id) in columns.iter().enumerate() {
            for row in rows_in(state, roster, *id) {
                let at = row.organisation.and_then(|it| place.get(&it).copied());
                let person = row.head.and_then(|it| it.person());
                // The municipality comes after all organisations.
                let here = rows
                    .entry((at.unwrap_or(usize::MAX), person))
                    .or_insert_with(|| GridRow {
                        organisation: row.organisation,
                        head: row.head,
                        standing: row.standing,
                        subjects: vec![None; columns.len()],
                    });
                if let Some(subject) = here.subjects.get_mut(column) {
                    *subject = row.subject;
                }
            }
        }
        let mut rows: Vec<((usize, Option<PersonId>), GridRow)> = rows.into_iter().collect();
        rows.sort_by_key(|((at, _), row)| (*at, row.standing_behind()));
        Grid {
            period: roster.period,
            columns: columns.to_vec(),
            rows: rows.into_iter().map(|(_, row)| row).collect(),
        }
    }

    /// The cell at a place; `None` where nothing is collected there.
    #[must_use]
    pub fn cell(&self, row: usize, column: usize) -> Option<Cell> {
        Some(Cell {
            period: self.period,
            indicator: *self.columns.get(column)?,
            subject: (*self.rows.get(row)?.subjects.get(column)?)?,
        })
    }

    /// Where a cell stands: its row, the first of them, and its column.
    #[must_use]
    pub fn find(&self, cell: Cell) -> Option<(usize, usize)> {
        if cell.period != self.period {
            return None;
        }
        let column = self.columns.iter().position(|it| *it == cell.indicator)?;
        let in_row = |it: &GridRow| it.subjects.get(column) == Some(&Some(cell.subject));
        Some((self.rows.iter().position(in_row)?, column))
    }
}
