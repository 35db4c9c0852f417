//! What stands around a table and holds for all of it: whose it is, and of which year, half or quarter.
//!
//! Owns looking above the titles, at the name of the sheet and at that of the file.

use crate::analysis::batch::{Named, Span, Whose, spans, years};
use crate::domain::ids::{OrganisationId, PeriodId};
use crate::domain::period::{Period, PeriodKind};
use crate::exchange::workbook::Address;
use crate::locale::Phrase;

use super::Reading;
use super::given::Cells;

/// Whose a table is that has no column for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Owner(Option<Named<OrganisationId>>);

impl Owner {
    /// By the text above the titles, the name of the sheet and that of the file, as far as they name one.
    ///
    /// # Errors
    /// The sentence where they name several.
    pub(super) fn of(cells: &Cells<'_>, header: usize) -> Result<Owner, String> {
        let names = cells.against.names;
        let stem = cells.file.rsplit_once('.').map_or(cells.file, |it| it.0);
        let above = texts(cells, 0..header);
        let mut owners: Vec<Named<OrganisationId>> = (above.iter())
            .chain([&cells.sheet.name, &stem.to_owned()])
            .flat_map(|it| names.organisations_in(it))
            .collect();
        // Only a file is called «12» for its school.
        if let named @ Named::Known(_) = names.organisation(stem) {
            owners.push(named);
        }
        owners.sort_by_key(Named::id);
        owners.dedup_by_key(|it| it.id());
        match owners.as_slice() {
            [] => Ok(Owner(None)),
            [one] => Ok(Owner(Some(one.clone()))),
            several => {
                let state = cells.against.state;
                let ids = several.iter().filter_map(Named::id);
                let called = ids.filter_map(|it| state.organisations.get(&it));
                let called: Vec<&str> = called.map(|it| it.name.as_str()).take(4).collect();
                let place = cells.sheet_place(None).say(cells.against.locale);
                let args = [("place", &*place), ("named", &called.join("; "))];
                Err(cells.say(Phrase::ValuesSeveralOwners, &args))
            }
        }
    }

    pub(super) fn whose(&self, head: Option<String>) -> Whose {
        match &self.0 {
            Some(organisation) => Whose::Organisation {
                organisation: organisation.clone(),
                head,
            },
            None => Whose::OfFile { head },
        }
    }
}

/// The sentence where a table says itself that it is of another year, half or quarter than the period: above its titles, by the name of
/// the sheet or of the file. Years count among the titles, too: «6.2 2024/25» is a column of another year.
pub(super) fn of_another(
    cells: &Cells<'_>,
    period: PeriodId,
    (header, last): (usize, usize),
) -> Option<String> {
    let around = [cells.sheet.name.clone(), cells.file.to_owned()];
    let titles = texts(cells, 0..last + 1);
    let above = texts(cells, 0..header);
    let (titles, above) = (titles.iter().chain(&around), above.iter().chain(&around));
    let own = cells.against.state.periods.get(&period)?;
    let place = cells.sheet_place(None).say(cells.against.locale);
    let named = other(own, titles, above)?;
    let args = [("place", &*place), ("named", &named), ("period", &own.name)];
    Some(cells.say(Phrase::ValuesOtherYear, &args))
}

/// The same of a file that has neither titles nor sheets.
pub(super) fn of_another_name(reading: &Reading<'_>, period: PeriodId) -> Option<String> {
    let own = reading.against.state.periods.get(&period)?;
    let file = &reading.file.name;
    let named = other(own, std::iter::once(file), std::iter::once(file))?;
    let args = [("place", &**file), ("named", &named), ("period", &own.name)];
    Some(reading.say(Phrase::ValuesOtherYear, &args))
}

/// The year, half or quarter that is named and is not the period's own.
fn other<'a>(
    own: &Period,
    titles: impl Iterator<Item = &'a String>,
    above: impl Iterator<Item = &'a String>,
) -> Option<String> {
    let mut named: Vec<String> = titles.flat_map(|it| years(it)).collect();
    named.sort();
    // Half-years and quarters are called by their year and more.
    let own_years = years(&own.name);
    let is_own = own_years.is_empty() || named.iter().any(|it| own_years.contains(it));
    if let Some(other) = named.into_iter().next().filter(|_| !is_own) {
        return Some(other);
    }
    let mut named: Vec<Span> = above.flat_map(|it| spans(it)).collect();
    named.sort_unstable();
    named.dedup();
    let first = named.first().filter(|_| Span::is_other(own, &named))?;
    let (ending, word) = match first.kind {
        PeriodKind::Quarter => ("й", "квартал"),
        _ => ("е", "полугодие"),
    };
    Some(format!("{}-{ending} {word}", first.number))
}

/// The texts of some rows.
fn texts(cells: &Cells<'_>, rows: std::ops::Range<usize>) -> Vec<String> {
    let texts = rows.flat_map(|row| {
        let width = cells.sheet.rows.get(row).map_or(0, Vec::len);
        (0..width).filter_map(move |column| cells.text(Address { row, column }))
    });
    texts.collect()
}
