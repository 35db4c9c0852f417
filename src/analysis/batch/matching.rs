//! What may come of a claim, and what a person says of names that nobody knows.

use std::collections::BTreeMap;

use super::Names;
use crate::analysis::proposal::{Becomes, Verdict};
use crate::domain::ids::{IndicatorId, OrganisationId, PeriodId};
use crate::domain::refusal::Refusal;
use crate::domain::state::Stamp;
use crate::domain::value::{Cell, Entry};

/// What a person has said of names that nobody knew: by the name as it is compared.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Meant {
    /// Organisations.
    pub organisations: BTreeMap<String, OrganisationId>,
    /// Indicators.
    pub indicators: BTreeMap<String, IndicatorId>,
    /// Whose the table of a file is that names nobody, by the file's place in the batch. Not kept: the next file called «форма» is another's.
    pub files: BTreeMap<usize, OrganisationId>,
    /// Whose such a table is in any other file.
    pub organisation: Option<OrganisationId>,
}

/// A name that nobody knows.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unknown {
    /// Of an organisation.
    Organisation(String),
    /// Of an indicator of a period.
    Indicator(PeriodId, String),
    /// A table of one organisation does not say of which: its file by its place in the batch, and by its name.
    File(usize, String),
}

/// What comes of a claim.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    /// The file says nothing that could be used: the sentence.
    Wrong(String),
    /// A name is not known.
    Unknown(Unknown),
    /// The organisation has had several heads, and the file does not say which of them is described.
    WhichHead(Cell),
    /// Nobody of this name headed the organisation in the period.
    NotHead(Cell, String),
    /// The cell would change, and it was changed since the form was handed out: whoever takes it says so.
    Since(Cell, Becomes),
    /// The cell would change, and it was changed since this file was brought for the first time: whoever takes it says so.
    PutRight(Cell, Becomes),
    /// The cell would change, and somebody changed it while it was looked at: whoever takes it writes over that on purpose.
    Meanwhile {
        /// Which.
        cell: Cell,
        /// What it becomes, and what is there now.
        becomes: Becomes,
        /// What was there when it was first shown.
        first: Option<Entry>,
        /// Who changed it and when; none where the value is gone.
        by: Option<Stamp>,
    },
    /// The cell, and what would come of it.
    Cell(Cell, Verdict),
}

impl Unknown {
    /// What it looks like: organisations or indicators, the likeliest first.
    #[must_use]
    pub fn organisations(&self, names: &Names) -> Vec<OrganisationId> {
        match self {
            Unknown::Organisation(name) | Unknown::File(_, name) => names.organisations_like(name),
            Unknown::Indicator(..) => Vec::new(),
        }
    }

    /// The same of an indicator.
    #[must_use]
    pub fn indicators(&self, names: &Names) -> Vec<IndicatorId> {
        match self {
            Unknown::Organisation(_) | Unknown::File(..) => Vec::new(),
            Unknown::Indicator(period, name) => names.indicators_like(*period, name),
        }
    }
}

impl Outcome {
    /// What the rules refuse it for, where they do.
    #[must_use]
    pub fn refusal(&self) -> Option<&Refusal> {
        match self {
            Outcome::Cell(_, Verdict::Refused(refusal)) => Some(refusal),
            _ => None,
        }
    }
}
