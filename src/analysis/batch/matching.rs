//! What may come of a claim, and the names of files that are none of the store's.

use super::{Named, Names};
use crate::analysis::proposal::{Becomes, Verdict};
use crate::domain::ids::{IndicatorId, OrganisationId, PeriodId, PersonId};
use crate::domain::refusal::Refusal;
use crate::domain::state::Stamp;
use crate::domain::value::{Cell, Entry};

/// A name of a file that is none of the store's.
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
    /// The organisation has had several heads, these, and the file does not say which of them is described.
    WhichHead(Cell, Vec<PersonId>),
    /// The name fits several of its heads, these.
    Namesakes(Cell, String, Vec<PersonId>),
    /// Nobody of this name headed the organisation in the period.
    NotHead(Cell, String),
    /// The cell would change, and it was changed since the form was handed out, by whom and when: whoever takes it says so.
    Since(Cell, Becomes, Option<Stamp>),
    /// The cell would change, and it was changed since this file was brought for the first time: whoever takes it says so.
    PutRight(Cell, Becomes),
    /// The cell would change, and would be left with a percent where the parts are known: whoever takes it says so.
    Poorer(Cell, Becomes),
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
    /// The name as the file has it.
    #[must_use]
    pub fn text(&self) -> &str {
        match self {
            Unknown::Organisation(text) | Unknown::Indicator(_, text) | Unknown::File(_, text) => {
                text
            }
        }
    }

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
            Unknown::Indicator(period, name) => {
                let mut found = names.indicators_like(*period, name);
                // Whose code it begins with may be meant as well, and is offered first.
                let code = name.split_whitespace().next().unwrap_or_default();
                if let Named::Known(id) = names.indicator(*period, code) {
                    found.retain(|it| *it != id);
                    found.insert(0, id);
                }
                found
            }
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
