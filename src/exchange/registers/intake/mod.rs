//! What a register would bring to a store: for each row whether it is new, changes something, says what is there already, or cannot be
//! told whose it is; and the one change that all of them make.
//!
//! Persons are known by their full name, organisations by kind and number, else by name. What may mean two is refused: a guess would give
//! somebody another one's career.

mod careers;
mod lists;
mod organisations;

pub use careers::{of_careers, of_reserve};
pub use lists::{
    of_documents, of_marks, of_numbers, of_persons, of_quantities, of_references, of_standing,
};
pub use organisations::of_organisations;

use super::Places;
use crate::domain::command::PersonChoice;
use crate::domain::ids::{OrganisationId, PersonId};
use crate::domain::people::Person;
use crate::domain::staffing::{Intake, IntakeOrganisation};
use crate::domain::state::State;
use crate::domain::text::fold;
use crate::exchange::workbook::Address;

/// What becomes of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// It is new.
    New,
    /// It changes what is there.
    Changed,
    /// It is there already.
    Same,
    /// It cannot be told whose it is.
    Doubtful(Doubt),
}

/// Why it cannot be told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Doubt {
    /// Several persons are called so.
    SeveralPersons,
    /// Somebody of this surname is known by a longer name.
    PartOfName,
    /// No organisation is called so.
    NoOrganisation,
    /// The number is one organisation's, the name another one's.
    TwoOrganisations,
    /// Nobody is called as the mentor is.
    NoMentor,
    /// The same row stands in the file twice.
    Twice,
    /// No document is called so.
    NoDocument,
    /// Several documents are called so.
    SeveralDocuments,
    /// No edition knows one of the codes.
    NoIndicator,
    /// In the period no indicator of this code is compared with anything.
    NotCompared,
    /// No period is called so.
    NoPeriod,
    /// No base quantity is called so.
    NoQuantity,
    /// Nothing on record is called so.
    NoRecord,
    /// Organisations that the file brings are merged into each other.
    Circle,
    /// The file does not say the first day, and several standing reasons are worded so.
    SeveralReasons,
}

/// Why, and in which column that stands.
type Doubted = (Doubt, &'static str);

/// A row with what becomes of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Planned {
    /// Where it stands: of a row that is doubted the cell.
    pub at: Address,
    /// What it is about, as the file has it.
    pub what: String,
    /// What becomes of it.
    pub verdict: Verdict,
    /// What it brings by itself.
    pub intake: Intake,
    /// Of an organisation the cells of the terms of office that it brings, in their order.
    pub terms: Vec<Address>,
    /// Of an organisation that is merged into others of the file those others, bare: without them it cannot be tried.
    pub beside: Vec<IntakeOrganisation>,
    /// How many rows of the file tell of it.
    pub rows: usize,
}

impl Planned {
    fn of(
        (at, places): (Address, &Places),
        what: String,
        made: Result<(Verdict, Intake), Doubted>,
    ) -> Planned {
        let (at, verdict, intake) = match made {
            Ok((verdict, intake)) => (at, verdict, intake),
            Err((doubt, title)) => {
                let verdict = Verdict::Doubtful(doubt);
                (places.cell(at, title), verdict, Intake::default())
            }
        };
        Planned {
            at,
            what,
            verdict,
            intake,
            terms: Vec::new(),
            beside: Vec::new(),
            rows: 1,
        }
    }

    /// What it brings, with what it cannot do without.
    #[must_use]
    pub fn alone(&self) -> Intake {
        let mut all = self.intake.clone();
        all.organisations.splice(0..0, self.beside.iter().cloned());
        all
    }
}

/// All that rows bring, as one change.
#[must_use]
pub fn together(rows: &[Planned]) -> Intake {
    let mut all = Intake::default();
    for it in rows {
        all.extend(&it.intake);
    }
    all
}

fn person(state: &State, named: &Person) -> Result<PersonChoice, Doubt> {
    let full = fold(&named.full_name());
    let known = || state.persons.iter().filter(|(_, it)| !it.is_erased());
    match called_in_full(state, &full).as_slice() {
        [one] => return Ok(PersonChoice::Known(*one)),
        [] => {}
        _ => return Err(Doubt::SeveralPersons),
    }
    // «Ерёмин» beside «Ерёмин Константин Львович» may be the same or another.
    let part = known().any(|(_, it)| {
        let theirs = fold(&it.full_name());
        let longer = |long: &str, short: &str| {
            long.strip_prefix(short)
                .is_some_and(|it| it.starts_with(' '))
        };
        longer(&theirs, &full) || longer(&full, &theirs)
    });
    match part {
        true => Err(Doubt::PartOfName),
        false => Ok(PersonChoice::New(named.clone())),
    }
}

/// Everybody of a folded full name.
fn called_in_full(state: &State, full: &str) -> Vec<PersonId> {
    let all = state.persons.iter();
    all.filter(|(_, it)| !it.is_erased() && fold(&it.full_name()) == full)
        .map(|(id, _)| *id)
        .collect()
}

fn known(choice: &PersonChoice) -> Option<PersonId> {
    match choice {
        PersonChoice::Known(id) => Some(*id),
        PersonChoice::New(_) => None,
    }
}

/// The organisation that is called so, by its short or its full name.
fn called(state: &State, name: &str) -> Result<OrganisationId, Doubt> {
    let name = fold(name);
    let mut all = (state.organisations.iter())
        .filter(|(_, it)| fold(&it.name) == name || fold(&it.full_name) == name);
    match (all.next(), all.next()) {
        (Some((id, _)), None) => Ok(*id),
        (None, _) => Err(Doubt::NoOrganisation),
        _ => Err(Doubt::TwoOrganisations),
    }
}
