//! On which rows of the screen those of a table are laid that does not say whose they are: on one organisation after the other, as Enter
//! goes, for whoever has a list has a line for each school. Of the two rows of a school with two heads the one takes the value in which it
//! stands.
//!
//! Decides nothing that is not plain: where a table fits both with those rows and without them, or a value may be of either head, it says so.

use std::collections::BTreeSet;

use crate::domain::ids::OrganisationId;
use crate::domain::value::Cell;
use crate::locale::Phrase;
use crate::tui::app::App;
use crate::tui::entry::ground::{self, Under};

/// What lies so many rows from the first one, in a column of the table.
pub type Looks<'a> = dyn Fn(usize, usize) -> Under + 'a;

/// Rows of the screen, by their distance from the first one, for each row of the table.
#[derive(Debug)]
pub struct Laid(Vec<Vec<usize>>);

impl Laid {
    /// How a table of so many rows and columns with these texts is laid, and what it takes of the screen: over a marked block that it fits
    /// into whole, as often as it fits. One row goes where it is laid, and what was copied here has the rows that are shown.
    ///
    /// # Errors
    /// Why it cannot be laid without being told whose its rows are.
    pub fn of(
        app: &App,
        ((rows, columns), texts): ((usize, usize), &[(usize, usize)]),
        is_of_here: bool,
        looks: &Looks<'_>,
    ) -> Result<(Laid, (usize, usize)), Phrase> {
        let marked = ground::marked(app).filter(|it| it.1 % columns.max(1) == 0);
        let fits = |down: usize| down > 0 && down.is_multiple_of(rows.max(1));
        if rows > 1 && !is_of_here {
            if let Some((down, across)) = marked
                && let Some(laid) = Laid::by_organisation(app, Some(down), across, looks)
                && fits(laid.0.len())
            {
                let size = (laid.0.len(), across);
                return laid.without_doubt(texts, looks).map(|it| (it, size));
            }
            if let Some(laid) = Laid::by_organisation(app, None, columns, looks) {
                let size = (rows, columns);
                return laid.without_doubt(texts, looks).map(|it| (it, size));
            }
        }
        let size = marked.filter(|it| fits(it.0)).unwrap_or((rows, columns));
        Ok((Laid::as_shown(size.0), size))
    }

    fn as_shown(rows: usize) -> Laid {
        Laid((0..rows).map(|it| vec![it]).collect())
    }

    /// The rows of an organisation for each of the table, from the first one on, of so many columns; of the marked ones only, where there
    /// are any. `None` where the screen does not go by organisations.
    fn by_organisation(
        app: &App,
        marked: Option<usize>,
        columns: usize,
        looks: &Looks<'_>,
    ) -> Option<Laid> {
        let mut all: Vec<(Option<OrganisationId>, Vec<usize>)> = Vec::new();
        let last = marked.unwrap_or(usize::MAX);
        for (row, whose) in ground::organisations(app)?.enumerate().take(last) {
            match all.iter_mut().find(|it| it.0 == whose) {
                Some((_, rows)) => rows.push(row),
                None => all.push((whose, vec![row])),
            }
        }
        let takes = |row: &usize| (0..columns).any(|it| matches!(looks(*row, it), Under::Cell(_)));
        // The rest of an organisation whose values stand above the first row.
        let above: BTreeSet<Option<OrganisationId>> = ground::organisations_above(app).collect();
        all.retain(|(whose, rows)| !above.contains(whose) || rows.iter().any(takes));
        Some(Laid(all.into_iter().map(|it| it.1).collect()))
    }

    fn cells(&self, row: usize, column: usize, looks: &Looks<'_>) -> BTreeSet<Cell> {
        let rows = self.0.get(row).into_iter().flatten();
        let cell = |it: &usize| match looks(*it, column) {
            Under::Cell(cell) => Some(cell),
            Under::Nothing | Under::Beyond => None,
        };
        rows.filter_map(cell).collect()
    }

    /// What lies under a text of the table.
    pub fn under(&self, row: usize, column: usize, looks: &Looks<'_>) -> Under {
        let Some(rows) = self.0.get(row) else {
            return Under::Beyond;
        };
        let first = self.cells(row, column, looks).first().copied();
        first.map_or_else(
            || {
                rows.first()
                    .map_or(Under::Beyond, |it| looks(*it, column).empty())
            },
            Under::Cell,
        )
    }

    /// By organisations, where that is plain; as shown, where the texts are too many for the organisations and each stands on a cell.
    fn without_doubt(self, texts: &[(usize, usize)], looks: &Looks<'_>) -> Result<Laid, Phrase> {
        let shown = |(row, column): &(usize, usize)| looks(*row, *column);
        let fits_as_shown = texts.iter().all(|it| matches!(shown(it), Under::Cell(_)));
        let last = texts.iter().map(|it| it.0).max().unwrap_or(0);
        if fits_as_shown && last >= self.0.len() {
            return Ok(Laid::as_shown(last + 1));
        }
        let many = |(row, column): &(usize, usize)| self.cells(*row, *column, looks).len() > 1;
        if texts.iter().any(many) {
            return Err(Phrase::BlockOfTwoHeads);
        }
        let is_moved = texts
            .iter()
            .any(|it| shown(it) != self.under(it.0, it.1, looks));
        match fits_as_shown && is_moved {
            true => Err(Phrase::BlockRowsUnclear),
            false => Ok(self),
        }
    }
}
