//! All registers by one door: which there are, how each is written, and what a file of one would bring.

use std::collections::BTreeSet;

use super::intake::{self, Planned};
use super::{
    Listing, Places, careers, documents, marks, numbers, organisations, persons, quantities,
    references, reserve, standing,
};
use crate::domain::ids::PersonId;
use crate::domain::state::State;
use crate::exchange::workbook::table::Fault;
use crate::exchange::workbook::{Book, SheetOut};

/// A register.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Register {
    /// Organisations with those who head them.
    Organisations,
    /// Marks of organisations over time.
    Marks,
    /// Standing reasons of organisations.
    Standing,
    /// Names.
    Persons,
    /// Qualifications, attestations, contracts.
    Careers,
    /// The managerial reserve.
    Reserve,
    /// Documents.
    Documents,
    /// Base quantities.
    Quantities,
    /// Their numbers.
    Numbers,
    /// What indicators are compared with.
    References,
}

/// What a file would bring, and what is wrong with it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    /// Its rows with what becomes of each.
    pub rows: Vec<Planned>,
    /// What is wrong, from top to bottom.
    pub faults: Vec<Fault>,
    /// Columns that are not read.
    pub unknown: Vec<Fault>,
    /// Where its columns stand.
    pub places: Places,
}

impl Register {
    /// All of them, as they are typed.
    pub const ALL: [(&'static str, Register); 10] = [
        ("organisations", Register::Organisations),
        ("marks", Register::Marks),
        ("standing", Register::Standing),
        ("persons", Register::Persons),
        ("careers", Register::Careers),
        ("reserve", Register::Reserve),
        ("documents", Register::Documents),
        ("quantities", Register::Quantities),
        ("numbers", Register::Numbers),
        ("references", Register::References),
    ];

    /// Whether it tells of what is kept by period: the values of all periods have to be in memory then.
    #[must_use]
    pub fn is_of_periods(self) -> bool {
        self == Register::Numbers
    }

    /// The register of a store as a sheet.
    #[must_use]
    pub fn sheet(self, state: &State) -> SheetOut {
        match self {
            Register::Organisations => organisations::sheet(&organisations::of(state)),
            Register::Marks => marks::sheet(&marks::of(state)),
            Register::Standing => standing::sheet(&standing::of(state)),
            Register::Persons => persons::sheet(&persons::of(state)),
            Register::Careers => careers::sheet(&careers::of(state)),
            Register::Reserve => reserve::sheet(&reserve::of(state)),
            Register::Documents => documents::sheet(&documents::of(state)),
            Register::Quantities => quantities::sheet(&quantities::of(state)),
            Register::Numbers => numbers::sheet(&numbers::of(state)),
            Register::References => references::sheet(&references::of(state)),
        }
    }

    /// Whose names are in it: whoever takes it out has seen them all.
    #[must_use]
    pub fn people(self, state: &State) -> BTreeSet<PersonId> {
        match self {
            Register::Organisations => state.appointments.values().map(|it| it.person).collect(),
            Register::Persons => state.persons.keys().copied().collect(),
            Register::Careers => (state.qualifications.values().map(|it| it.person))
                .chain(state.attestations.values().map(|it| it.person))
                .chain(state.contracts.values().map(|it| it.person))
                .collect(),
            Register::Reserve => state.candidates.values().map(|it| it.person).collect(),
            Register::Marks
            | Register::Standing
            | Register::Documents
            | Register::Quantities
            | Register::Numbers
            | Register::References => BTreeSet::new(),
        }
    }

    /// What a file of this register would bring to a store.
    #[must_use]
    pub fn plan(self, state: &State, book: &Book) -> Plan {
        match self {
            Register::Organisations => {
                let read = organisations::read(book);
                Plan {
                    rows: intake::of_organisations(state, &read),
                    faults: read.faults,
                    unknown: read.unknown,
                    places: read.places,
                }
            }
            Register::Marks => planned(state, marks::read(book), intake::of_marks),
            Register::Standing => planned(state, standing::read(book), intake::of_standing),
            Register::Persons => planned(state, persons::read(book), intake::of_persons),
            Register::Careers => planned(state, careers::read(book), intake::of_careers),
            Register::Reserve => planned(state, reserve::read(book), intake::of_reserve),
            Register::Documents => planned(state, documents::read(book), intake::of_documents),
            Register::Quantities => planned(state, quantities::read(book), intake::of_quantities),
            Register::Numbers => planned(state, numbers::read(book), intake::of_numbers),
            Register::References => planned(state, references::read(book), intake::of_references),
        }
    }
}

fn planned<T>(
    state: &State,
    read: Listing<T>,
    of: impl Fn(&State, &Listing<T>) -> Vec<Planned>,
) -> Plan {
    Plan {
        rows: of(state, &read),
        faults: read.faults,
        unknown: read.unknown,
        places: read.places,
    }
}
