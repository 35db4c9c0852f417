//! The register of base quantities: a row for each number that several indicators rest on.

use super::{Listing, TRUTH, choices, columns_out, listing, word};
use crate::domain::catalogue::BaseQuantity;
use crate::domain::state::State;
use crate::exchange::workbook::table::{Column, Row};
use crate::exchange::workbook::{Book, CellText, SheetOut};

const TITLE: &str = "Величина";
const UNIT: &str = "Единица";
const WHOLE: &str = "Только целые";
const RETIRED: &str = "Больше не ведётся";
pub(super) const KNOWN: &str = "Записана как";

/// The columns, in the order in which they are written.
pub const COLUMNS: [Column; 5] = [
    Column::needed(TITLE, &["Базовая величина", "Название"]),
    Column::needed(UNIT, &["Единица измерения"]),
    Column::free(WHOLE, &["Целое число", "Целые"]),
    Column::free(RETIRED, &["Снята с учёта"]),
    Column::free(KNOWN, &[]),
];

/// A quantity as a row has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// Its name.
    pub title: String,
    /// Its unit; empty leaves the one that is there.
    pub unit: String,
    /// Only whole numbers.
    pub whole: Option<bool>,
    /// No longer asked for.
    pub retired: Option<bool>,
    /// How it is called on record; empty where none is meant.
    pub known: String,
}

impl Listed {
    /// The quantity as it becomes, from what it is.
    #[must_use]
    pub fn over(&self, stands: Option<&BaseQuantity>) -> BaseQuantity {
        BaseQuantity {
            title: self.title.clone(),
            unit: match self.unit.as_str() {
                "" => stands.map(|it| it.unit.clone()).unwrap_or_default(),
                told => told.to_owned(),
            },
            whole: (self.whole.or(stands.map(|it| it.whole))).unwrap_or(true),
            retired: (self.retired.or(stands.map(|it| it.retired))).unwrap_or(false),
        }
    }
}

/// Reads the register out of a workbook.
#[must_use]
pub fn read(book: &Book) -> Listing<Listed> {
    listing(book, &COLUMNS, |row| {
        let title = row.needed(TITLE, Row::text);
        let unit = row.text(UNIT).unwrap_or_default();
        let whole = row.yes_no(WHOLE);
        let retired = row.yes_no(RETIRED);
        let known = row.text(KNOWN).unwrap_or_default();
        Some(Listed {
            title: title?,
            unit,
            whole,
            retired,
            known,
        })
    })
}

/// The register of a store, in its order.
#[must_use]
pub fn of(state: &State) -> Vec<Listed> {
    let listed = |it: &BaseQuantity| Listed {
        title: it.title.clone(),
        unit: it.unit.clone(),
        whole: Some(it.whole),
        retired: Some(it.retired),
        known: it.title.clone(),
    };
    (state.base_quantities.values())
        .map(|it| listed(&it.body))
        .collect()
}

/// The sheet of a register.
#[must_use]
pub fn sheet(register: &[Listed]) -> SheetOut {
    let truth =
        |it: Option<bool>| it.map_or(CellText::Empty, |it| CellText::text(word(&TRUTH, &it)));
    let cells = |it: &Listed| {
        vec![
            CellText::text(&it.title),
            CellText::text(&it.unit),
            truth(it.whole),
            truth(it.retired),
            CellText::text(&it.known),
        ]
    };
    let offered = [(WHOLE, choices(&TRUTH)), (RETIRED, choices(&TRUTH))];
    SheetOut {
        name: "Базовые величины".to_owned(),
        columns: columns_out(&COLUMNS, [44, 14, 14, 18, 44], &offered),
        frozen: 0,
        rows: register.iter().map(cells).collect(),
    }
}
