//! What a pasted table says of itself: whose its rows are, by a column of names, and of what its columns are, by a row of codes or names.
//!
//! Pure. A table that says so is laid by what it says, whatever stands on the screen; one of bare values is laid where the cursor is. What is
//! not known is kept by its name: a value is never laid a row or a column beside where it belongs.

use crate::analysis::batch::{Named, Names};
use crate::domain::ids::{IndicatorId, OrganisationId, PeriodId};
use crate::domain::state::State;

/// Columns among the first of which names are looked for: a number of the line may stand before them.
const NAMES_WITHIN: usize = 3;

/// What a table says of its rows and columns.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Heads {
    /// The row and the column in which the values begin.
    pub first: (usize, usize),
    /// Whose the rows of values are; `None` where they do not say.
    pub rows: Option<Vec<Whose>>,
    /// Of what the columns of values are; `None` where they do not say.
    pub columns: Option<Vec<Named<IndicatorId>>>,
}

/// Whose a row is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Whose {
    /// Of an organisation.
    Organisation(OrganisationId),
    /// Of the municipality as a whole.
    Municipality,
    /// The name is not known; empty where there is none.
    Unknown(String),
}

/// Whether a text has words, or says that it is a number of something.
fn is_worded(text: &str) -> bool {
    text.chars().any(|it| it.is_alphabetic() || it == '№')
}

/// Reads what a table says of itself; `reads` knows whether a text would be a value of the cell that a place of the table lies on.
#[must_use]
pub fn of(
    state: &State,
    names: &Names,
    period: PeriodId,
    table: &[Vec<String>],
    reads: &dyn Fn((usize, usize), &str) -> bool,
) -> Heads {
    let text = |row: usize, column: usize| {
        let text = table.get(row).and_then(|it| it.get(column));
        text.map_or("", String::as_str)
    };
    let width = table.iter().map(Vec::len).max().unwrap_or(0);
    let is_known = |it: &str| names.is_municipality(it) || names.organisation(it).id().is_some();
    let is_name = |it: &str| is_worded(it) && is_known(it);
    // A code has a point, as it is printed; a number typed with a comma is a value.
    let indicator = |it: &str| names.indicator_titled(state, period, it);
    let is_indicator =
        |it: &str| (is_worded(it) || !it.contains(',')) && indicator(it).id().is_some();
    let filled = |column: usize| {
        let all = (0..table.len()).map(move |row| (row, text(row, column)));
        all.filter(|it| !it.1.is_empty())
    };
    let named = (0..width.min(NAMES_WITHIN)).find(|at| filled(*at).any(|it| is_name(it.1)));
    let beside = named.map_or(0, |it| it + 1);
    let head: Vec<(usize, &str)> = (beside..width)
        .map(|column| (column, text(0, column)))
        .filter(|it| !it.1.is_empty())
        .collect();
    let known = head.iter().filter(|it| is_indicator(it.1)).count();
    let in_words = head.iter().any(|it| is_worded(it.1) && is_indicator(it.1));
    // A row of values may have one that looks like a code.
    let no_values =
        (head.iter()).all(|it| is_indicator(it.1) || is_worded(it.1) && !reads((0, it.0), it.1));
    // What stands above the names says that they are names, and that the others are heads too.
    let corner = named.is_some_and(|at| !is_name(text(0, at)));
    let by_corner = corner && head.iter().all(|it| is_worded(it.1));
    let beside_words = known > 0 && width > 1 && (corner || is_worded(text(0, 0)));
    let has_head = table.len() > 1
        && !head.is_empty()
        && no_values
        && (known > 1 || in_words || by_corner || beside_words);
    let named = named.or_else(|| {
        // No head of an indicator stands above it, or nothing in it could be a value.
        let by_head = has_head && !is_indicator(text(0, 0));
        let is_no_value = |(row, it): (usize, &str)| is_worded(it) && !reads((row, 0), it);
        let by_texts = filled(0).next().is_some() && filled(0).all(is_no_value);
        (width > 1 && (by_head || by_texts)).then_some(0)
    });
    let first = (usize::from(has_head), named.map_or(0, |it| it + 1));
    let whose = |name: &str| match names.organisation(name) {
        _ if names.is_municipality(name) => Whose::Municipality,
        Named::Known(id) | Named::Remembered(id, _) => Whose::Organisation(id),
        Named::Unknown(name) => Whose::Unknown(name),
    };
    Heads {
        first,
        rows: named.map(|at| {
            (first.0..table.len())
                .map(|row| whose(text(row, at)))
                .collect()
        }),
        columns: has_head.then(|| {
            let all = first.1..width;
            all.map(|it| indicator(text(0, it))).collect()
        }),
    }
}

impl Heads {
    /// Whether the table says nothing of itself.
    #[must_use]
    pub fn are_none(&self) -> bool {
        self.rows.is_none() && self.columns.is_none()
    }
}
