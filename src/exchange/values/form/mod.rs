//! The workbook that a school fills in: a sheet that says what is asked and how to answer, a sheet for each direction, and the hidden
//! stamp by which it is known again.
//!
//! Owns what is asked of whom and what stands there already; how it looks is the writer's affair. Pure.

mod rules;
mod sheet;
mod title;

use std::collections::BTreeSet;

use crate::analysis::grid::Grid;
use crate::analysis::reader::Reader;
use crate::analysis::roster::Roster;
use crate::analysis::rows::{self, Homes};
use crate::domain::catalogue::Indicator;
use crate::domain::ids::{DirectionId, IndicatorId, OrganisationId, PeriodId, PersonId, StoreMark};
use crate::domain::period::Period;
use crate::domain::state::State;
use crate::domain::value::{Cell, Subject};
use crate::exchange::values::stamp::{SHEET, Stamp};
use crate::exchange::values::titles::{FIRST, MUNICIPALITY};
use crate::exchange::workbook::{CellText, FormOut, Look, Slot, sheet_names};

/// Forms of a period; what they have in common is found once.
#[derive(Debug)]
pub struct Forms<'a> {
    state: &'a State,
    store: StoreMark,
    period: (PeriodId, &'a Period),
    grid: Grid,
    homes: Homes,
    columns: Vec<&'a Indicator>,
    reader: Reader<'a>,
}

/// A form of one organisation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Form {
    /// Its sheets, ready to be written.
    pub sheets: Vec<FormOut>,
    /// How many cells it asks for.
    pub asked: usize,
}

/// A cell that a form tells of.
struct Line<'a> {
    id: IndicatorId,
    indicator: &'a Indicator,
    cell: Cell,
}

impl<'a> Forms<'a> {
    /// The forms of a period whose values, and those of the period before, are in memory, of one direction or of all; `None` where there is
    /// no such period.
    #[must_use]
    pub fn of(
        state: &'a State,
        store: StoreMark,
        period: PeriodId,
        direction: Option<DirectionId>,
    ) -> Option<Forms<'a>> {
        let span = &state.periods.get(&period)?.body;
        let mut due = rows::due(state, span);
        due.retain(|(_, it)| direction.is_none_or(|of| it.direction == of));
        let roster = Roster::of(state, period);
        let (ids, columns): (Vec<IndicatorId>, Vec<&Indicator>) = due.into_iter().unzip();
        Some(Forms {
            state,
            store,
            period: (period, span),
            grid: Grid::of(state, &roster, &ids),
            homes: Homes::of(&roster),
            columns,
            reader: Reader::new(state, period)?,
        })
    }

    /// The organisations of which anything is asked, in the order of their names.
    #[must_use]
    pub fn organisations(&self) -> Vec<OrganisationId> {
        let mut told = BTreeSet::new();
        let all = self.grid.rows.iter().filter_map(|it| it.organisation);
        all.filter(|it| told.insert(*it)).collect()
    }

    /// Those whom a form of an organisation names: its heads, where something is asked about them.
    #[must_use]
    pub fn people(&self, organisation: Option<OrganisationId>) -> Vec<PersonId> {
        let lines = self.lines(organisation).into_iter();
        let mut people: Vec<PersonId> = lines
            .filter_map(|it| match it.cell.subject {
                Subject::Person(id) => Some(id),
                Subject::Organisation(_) | Subject::Municipality => None,
            })
            .collect();
        people.sort_unstable();
        people.dedup();
        people
    }

    /// The form of an organisation, or of the municipality itself; `None` where nothing is asked of it.
    #[must_use]
    pub fn form(&self, organisation: Option<OrganisationId>) -> Option<Form> {
        let of = match organisation {
            Some(id) => Some(&self.state.organisations.get(&id)?.body),
            None => None,
        };
        let called = of.map_or_else(|| self.municipality(), |it| it.name.clone());
        let lines = self.lines(organisation);
        let edition = self.period.1.edition;
        let directions: Vec<(DirectionId, Vec<&Line<'_>>)> = (self.state.directions_of(edition))
            .into_iter()
            .map(|(id, _)| {
                (
                    id,
                    lines
                        .iter()
                        .filter(|it| it.indicator.direction == id)
                        .collect(),
                )
            })
            .filter(|(_, lines): &(_, Vec<_>)| !lines.is_empty())
            .collect();
        let titles: Vec<_> = (directions.iter())
            .filter_map(|(id, _)| self.state.directions.get(&(edition, *id)))
            .collect();
        let wanted: Vec<String> = (titles.iter())
            .map(|it| format!("{} {}", it.code, it.short))
            .collect();
        let names = sheet_names(&wanted, &[FIRST, SHEET]);
        let mut stamp = Stamp {
            store: self.store,
            period: self.period.0,
            period_name: self.period.1.name.clone(),
            organisation,
            organisation_name: called.clone(),
            rows: Vec::new(),
        };
        let mut sheets = Vec::with_capacity(directions.len());
        for (((_, lines), name), direction) in directions.iter().zip(&names).zip(&titles) {
            let heading = [
                format!("{}. {}", direction.code, direction.title),
                format!("{called} · {}", self.period.1.name),
            ];
            let (sheet, rows) = sheet::of(self, name, &heading, lines);
            sheets.push(sheet);
            stamp.rows.extend(rows);
        }
        if stamp.rows.is_empty() {
            return None;
        }
        let asked = stamp.rows.len();
        let counts: Vec<(String, usize)> = (names.into_iter())
            .map(|name| {
                let n = stamp.rows.iter().filter(|it| it.sheet == name).count();
                (name, n)
            })
            .collect();
        let named = match of.map(|it| it.full_name.as_str()) {
            None | Some("") => &called,
            Some(full) => full,
        };
        let first = title::of(self, (organisation, named), &counts);
        let all = std::iter::once(first).chain(sheets).chain([hidden(&stamp)]);
        Some(Form {
            sheets: all.collect(),
            asked,
        })
    }

    /// What the municipality is called.
    fn municipality(&self) -> String {
        let settings = self.state.settings.as_ref();
        let own = settings.map(|it| it.municipality.clone());
        own.filter(|it| !it.is_empty())
            .unwrap_or_else(|| MUNICIPALITY.to_owned())
    }

    /// The cells of an organisation or of the municipality, indicator by indicator.
    fn lines(&self, organisation: Option<OrganisationId>) -> Vec<Line<'a>> {
        let rows: Vec<usize> = (self.grid.rows.iter().enumerate())
            .filter(|(_, it)| it.organisation == organisation)
            .map(|(at, _)| at)
            .collect();
        let mut lines = Vec::new();
        for (column, (id, indicator)) in self.grid.columns.iter().zip(&self.columns).enumerate() {
            let mut told: Vec<Subject> = Vec::new();
            for cell in rows.iter().filter_map(|row| self.grid.cell(*row, column)) {
                // Who heads two schools is asked once, where their own values stand.
                let home = self.homes.home(indicator, cell.subject);
                if home == organisation && !told.contains(&cell.subject) {
                    told.push(cell.subject);
                    lines.push(Line {
                        id: *id,
                        indicator,
                        cell,
                    });
                }
            }
        }
        lines
    }
}

/// The sheet of the stamp.
fn hidden(stamp: &Stamp) -> FormOut {
    let slot = |cell: CellText| Slot {
        cell,
        look: Look::Label,
        rule: None,
    };
    FormOut {
        name: SHEET.to_owned(),
        hidden: true,
        rows: (stamp.cells().into_iter())
            .map(|row| row.into_iter().map(slot).collect())
            .collect(),
        ..FormOut::default()
    }
}
