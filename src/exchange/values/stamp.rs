//! The hidden sheet of a workbook that was handed out: of which store, for which period and organisation, and which row is which cell.
//!
//! Owns its layout, whose words are for ever: a workbook comes back months later. Must not know what is done with what comes back. What it
//! says is taken as a hint: anybody can change it, so whoever reads it holds it against the store.

use rust_decimal::Decimal;

use crate::domain::ids::{IndicatorId, OrganisationId, PeriodId, PersonId, Seq, StoreMark};
use crate::domain::value::Subject;
use crate::exchange::workbook::{Address, Book, CellText, Sheet};

/// The name of the sheet.
pub const SHEET: &str = "smotr";
/// The layout that is written.
pub const LAYOUT: u32 = 1;

/// Titles of the rows, in the order of a row.
const TITLES: [&str; 8] = [
    "sheet",
    "row",
    "code",
    "indicator",
    "subject",
    "id",
    "revision",
    "below",
];

/// What the hidden sheet says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stamp {
    /// Which store it came from.
    pub store: StoreMark,
    /// The period.
    pub period: PeriodId,
    /// The period's name, for sentences about a file of another store.
    pub period_name: String,
    /// For whom it was made; `None` for the municipality's own.
    pub organisation: Option<OrganisationId>,
    /// The organisation's name, likewise.
    pub organisation_name: String,
    /// Which row is which cell.
    pub rows: Vec<StampRow>,
}

/// A row of a sheet that stands for a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StampRow {
    /// The sheet, by its name.
    pub sheet: String,
    /// The row, from 0.
    pub row: usize,
    /// The code that stands in it: somebody may have moved it.
    pub code: String,
    /// The indicator.
    pub indicator: IndicatorId,
    /// Whom the value describes.
    pub subject: Subject,
    /// The revision of the value that was written into it; `None` where there was none.
    pub seen: Option<Seq>,
    /// What was written below the line, because it is known; with nothing above it that says nothing.
    pub below: Option<Decimal>,
}

/// Why a hidden sheet says nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StampError {
    /// A later program has written it.
    Layout {
        /// Its layout.
        theirs: u32,
    },
    /// Somebody has changed it: the row of the sheet, from 0.
    Damaged {
        /// The row.
        row: usize,
    },
}

impl Stamp {
    /// The rows of the hidden sheet.
    #[must_use]
    pub fn cells(&self) -> Vec<Vec<CellText>> {
        let named = |name: &str, value: &str| vec![CellText::text(name), CellText::text(value)];
        let id = |name: &str, id: Option<u32>, called: &str| {
            let id = id.map_or_else(String::new, |it| it.to_string());
            vec![
                CellText::text(name),
                CellText::text(id),
                CellText::text(called),
            ]
        };
        let organisation = self.organisation.map(|it| it.0);
        let mut rows = vec![
            named("layout", &LAYOUT.to_string()),
            named("store", &self.store.to_string()),
            id("period", Some(self.period.0), &self.period_name),
            id("organisation", organisation, &self.organisation_name),
            TITLES.into_iter().map(CellText::text).collect(),
        ];
        rows.extend(self.rows.iter().map(|it| {
            let (kind, id) = subject(it.subject);
            let seen = it.seen.map_or_else(String::new, |it| it.0.to_string());
            // Texts only: a spreadsheet keeps them as they are, whatever its settings.
            let row = (it.row + 1).to_string();
            let below = it
                .below
                .map_or_else(String::new, |it| it.normalize().to_string());
            [
                &it.sheet,
                &row,
                &it.code,
                &it.indicator.0.to_string(),
                kind,
                &id,
                &seen,
                &below,
            ]
            .map(|it: &str| CellText::text(it))
            .to_vec()
        }));
        rows
    }

    /// What a workbook says of itself; `None` where it was not handed out by this program.
    ///
    /// # Errors
    /// [`StampError`].
    pub fn read(book: &Book) -> Option<Result<Stamp, StampError>> {
        let sheet = book.sheet(SHEET)?;
        (text(sheet, 0, 0) == "layout").then(|| of_sheet(sheet))
    }
}

fn of_sheet(sheet: &Sheet) -> Result<Stamp, StampError> {
    let damaged = |row| move || StampError::Damaged { row };
    let theirs: u32 = number(sheet, 0, 1).ok_or_else(damaged(0))?;
    if theirs > LAYOUT {
        return Err(StampError::Layout { theirs });
    }
    for (row, name) in ["layout", "store", "period", "organisation", TITLES[0]]
        .into_iter()
        .enumerate()
    {
        if text(sheet, row, 0) != name {
            return Err(StampError::Damaged { row });
        }
    }
    let store = u64::from_str_radix(&text(sheet, 1, 1), 16).map_err(|_| damaged(1)())?;
    let organisation = match text(sheet, 3, 1).as_str() {
        "" => None,
        id => Some(OrganisationId(id.parse().map_err(|_| damaged(3)())?)),
    };
    let first = 5;
    let rows = (first..sheet.rows.len()).map(|row| of_row(sheet, row).ok_or_else(damaged(row)));
    Ok(Stamp {
        store: StoreMark(store),
        period: PeriodId(number(sheet, 2, 1).ok_or_else(damaged(2))?),
        period_name: text(sheet, 2, 2),
        organisation,
        organisation_name: text(sheet, 3, 2),
        rows: rows.collect::<Result<_, _>>()?,
    })
}

fn of_row(sheet: &Sheet, row: usize) -> Option<StampRow> {
    let id = || number(sheet, row, 5);
    Some(StampRow {
        sheet: text(sheet, row, 0),
        row: number::<usize>(sheet, row, 1)?.checked_sub(1)?,
        code: text(sheet, row, 2),
        indicator: IndicatorId(number(sheet, row, 3)?),
        subject: match text(sheet, row, 4).as_str() {
            "organisation" => Subject::Organisation(OrganisationId(id()?)),
            "person" => Subject::Person(PersonId(id()?)),
            "municipality" => Subject::Municipality,
            _ => return None,
        },
        seen: match text(sheet, row, 6).as_str() {
            "" => None,
            seen => Some(Seq(seen.parse().ok()?)),
        },
        // What was handed out before this column was does not have it.
        below: text(sheet, row, 7).parse().ok(),
    })
}

fn subject(of: Subject) -> (&'static str, String) {
    match of {
        Subject::Organisation(id) => ("organisation", id.0.to_string()),
        Subject::Person(id) => ("person", id.0.to_string()),
        Subject::Municipality => ("municipality", String::new()),
    }
}

fn text(sheet: &Sheet, row: usize, column: usize) -> String {
    let cell = sheet.at(Address { row, column });
    cell.to_string().trim().to_owned()
}

fn number<T: std::str::FromStr>(sheet: &Sheet, row: usize, column: usize) -> Option<T> {
    text(sheet, row, column).parse().ok()
}
