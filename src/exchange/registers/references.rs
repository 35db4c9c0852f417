//! The register of what indicators are compared with: a row for each period and indicator that is measured beside a number from elsewhere.

use rust_decimal::Decimal;

use super::{Listing, columns_out, labelled, listing};
use crate::domain::catalogue::{Indicator, Measure};
use crate::domain::ids::{EditionId, IndicatorId};
use crate::domain::period::Reference;
use crate::domain::state::State;
use crate::exchange::registers::numbers::PERIOD;
use crate::exchange::workbook::table::{Column, Row};
use crate::exchange::workbook::{Book, CellText, SheetOut};

pub(super) const INDICATOR: &str = "Показатель";
const TITLE: &str = "Краткое название (для справки)";
const NUMBER: &str = "Справочная величина";
const SOURCE: &str = "Источник";

/// The columns, in the order in which they are written.
pub const COLUMNS: [Column; 5] = [
    Column::needed(PERIOD, &["Учебный год"]),
    Column::needed(INDICATOR, &["Код", "Код показателя"]),
    Column::free(TITLE, &["Краткое название"]),
    Column::needed(NUMBER, &["Число", "Значение"]),
    Column::free(SOURCE, &["Откуда"]),
];

/// A number as a row has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// The period, as it is called.
    pub period: String,
    /// The code of the indicator.
    pub code: String,
    /// Its short title, for whoever reads the table.
    pub title: String,
    /// The number.
    pub number: Decimal,
    /// Where it comes from; empty leaves what is there.
    pub source: String,
}

impl Listed {
    /// What it becomes, from what it is.
    #[must_use]
    pub fn over(&self, stands: Option<&Reference>) -> Reference {
        Reference {
            number: self.number.normalize(),
            source: match self.source.as_str() {
                "" => stands.map(|it| it.source.clone()).unwrap_or_default(),
                told => told.to_owned(),
            },
        }
    }
}

/// Reads the register out of a workbook.
#[must_use]
pub fn read(book: &Book) -> Listing<Listed> {
    listing(book, &COLUMNS, |row| {
        let period = row.needed(PERIOD, Row::text);
        let code = row.needed(INDICATOR, Row::label);
        let title = row.text(TITLE).unwrap_or_default();
        let number = row.needed(NUMBER, Row::positive);
        let source = row.text(SOURCE).unwrap_or_default();
        Some(Listed {
            period: period?,
            code: code?,
            title,
            number: number?,
            source,
        })
    })
}

/// The indicator of an edition that has this code and is compared with something: codes are of those in use.
#[must_use]
pub fn called(state: &State, edition: EditionId, code: &str) -> Option<IndicatorId> {
    let mut all = state.indicators_of(edition).into_iter();
    let is_meant = |it: &Indicator| {
        !it.retired && it.code == code && matches!(it.measure, Measure::Benchmark { .. })
    };
    all.find(|(_, it)| is_meant(it)).map(|it| it.0)
}

/// The register of a store, period by period.
#[must_use]
pub fn of(state: &State) -> Vec<Listed> {
    let listed = |(period, id): &(_, _), it: &Reference| {
        let period = state.periods.get(period)?;
        let indicator = state.indicators.get(&(period.edition, *id))?;
        called(state, period.edition, &indicator.code)
            .filter(|it| it == id)
            .map(|_| Listed {
                period: period.name.clone(),
                code: indicator.code.clone(),
                title: indicator.short.clone(),
                number: it.number,
                source: it.source.clone(),
            })
    };
    (state.references.iter())
        .filter_map(|(key, it)| listed(key, it))
        .collect()
}

/// The sheet of a register.
#[must_use]
pub fn sheet(register: &[Listed]) -> SheetOut {
    let cells = |it: &Listed| {
        vec![
            CellText::text(&it.period),
            CellText::text(&it.code),
            CellText::text(&it.title),
            CellText::Number(it.number),
            CellText::text(&it.source),
        ]
    };
    let columns = columns_out(&COLUMNS, [24, 14, 32, 22, 44], &[]);
    SheetOut {
        name: "Справочные величины".to_owned(),
        columns: labelled(columns, &[INDICATOR]),
        frozen: 2,
        rows: register.iter().map(cells).collect(),
    }
}
