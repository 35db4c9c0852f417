//! The register of the numbers of base quantities: a row for each period, organisation and quantity.

use rust_decimal::Decimal;

use super::{Listing, ORGANISATION, columns_out, listing};
use crate::domain::state::State;
use crate::exchange::workbook::table::{Column, Row};
use crate::exchange::workbook::{Book, CellText, SheetOut};

pub(super) const PERIOD: &str = "Период";
pub(super) const QUANTITY: &str = "Величина";
const NUMBER: &str = "Число";

/// The columns, in the order in which they are written.
pub const COLUMNS: [Column; 4] = [
    Column::needed(PERIOD, &["Учебный год"]),
    Column::needed(ORGANISATION, &["Наименование", "Школа"]),
    Column::needed(QUANTITY, &["Базовая величина"]),
    Column::needed(NUMBER, &["Значение", "Количество"]),
];

/// A number with what it is of, as these are called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// The period.
    pub period: String,
    /// The organisation.
    pub organisation: String,
    /// The quantity.
    pub quantity: String,
    /// The number.
    pub number: Decimal,
}

/// Reads the register out of a workbook.
#[must_use]
pub fn read(book: &Book) -> Listing<Listed> {
    listing(book, &COLUMNS, |row| {
        let period = row.needed(PERIOD, Row::text);
        let organisation = row.needed(ORGANISATION, Row::text);
        let quantity = row.needed(QUANTITY, Row::text);
        let number = row.needed(NUMBER, Row::number);
        Some(Listed {
            period: period?,
            organisation: organisation?,
            quantity: quantity?,
            number: number?,
        })
    })
}

/// The register of a store, of the periods whose values are in memory.
#[must_use]
pub fn of(state: &State) -> Vec<Listed> {
    let mut out = Vec::new();
    for (id, period) in state.periods.iter() {
        let Some(shard) = state.shard(*id) else {
            continue;
        };
        for ((base, organisation), it) in shard.bases() {
            let quantity = state.base_quantities.get(base);
            let organisation = state.organisations.get(organisation);
            if let (Some(quantity), Some(organisation)) = (quantity, organisation) {
                out.push(Listed {
                    period: period.name.clone(),
                    organisation: organisation.name.clone(),
                    quantity: quantity.title.clone(),
                    number: it.number,
                });
            }
        }
    }
    out
}

/// The sheet of a register.
#[must_use]
pub fn sheet(register: &[Listed]) -> SheetOut {
    let cells = |it: &Listed| {
        vec![
            CellText::text(&it.period),
            CellText::text(&it.organisation),
            CellText::text(&it.quantity),
            CellText::Number(it.number),
        ]
    };
    SheetOut {
        name: "Числа базовых величин".to_owned(),
        columns: columns_out(&COLUMNS, [24, 24, 44, 12], &[]),
        frozen: 1,
        rows: register.iter().map(cells).collect(),
    }
}
