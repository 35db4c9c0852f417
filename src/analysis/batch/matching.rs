//! What may come of a claim, and what a person says of names that nobody knows.

use std::collections::BTreeMap;

use super::{Named, Names, plain};
use crate::analysis::proposal::{Becomes, Verdict};
use crate::domain::alias::Means;
use crate::domain::ids::{IndicatorId, OrganisationId, PeriodId, PersonId};
use crate::domain::refusal::Refusal;
use crate::domain::state::Stamp;
use crate::domain::value::{Cell, Entry};

/// What a person has said of names that the store has not: by the name as it is compared; none where it means nothing, whatever was said
/// of it before.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Meant {
    /// Organisations.
    pub organisations: BTreeMap<String, Option<OrganisationId>>,
    /// Indicators.
    pub indicators: BTreeMap<String, Option<IndicatorId>>,
    /// Whose the table of a file is that names nobody, by the file's place in the batch. Not kept: the next file called «форма» is another's.
    pub files: BTreeMap<usize, OrganisationId>,
    /// Whose such a table is in any other file.
    pub organisation: Option<OrganisationId>,
}

impl Meant {
    /// Takes a name for what it means, or for nothing.
    pub fn say(&mut self, name: &Unknown, means: Option<Means>) {
        match (name, means) {
            (Unknown::Organisation(text), Some(Means::Organisation(id))) => {
                self.organisations.insert(plain(text), Some(id));
            }
            (Unknown::Organisation(text), _) => {
                self.organisations.insert(plain(text), None);
            }
            (Unknown::File(file, _), Some(Means::Organisation(id))) => {
                self.files.insert(*file, id);
            }
            (Unknown::File(file, _), _) => {
                self.files.remove(file);
            }
            (Unknown::Indicator(_, text), Some(Means::Indicator(id))) => {
                self.indicators.insert(plain(text), Some(id));
            }
            (Unknown::Indicator(_, text), _) => {
                self.indicators.insert(plain(text), None);
            }
        }
    }

    /// Whether something was said of a name.
    pub(super) fn says(&self, name: &Unknown) -> bool {
        match name {
            Unknown::Organisation(text) => self.organisations.contains_key(&plain(text)),
            Unknown::Indicator(_, text) => self.indicators.contains_key(&plain(text)),
            Unknown::File(file, _) => self.files.contains_key(file),
        }
    }

    /// What a name of an organisation stands for.
    pub(super) fn of_organisation(&self, it: &Named<OrganisationId>) -> Option<OrganisationId> {
        stands_for(&self.organisations, it)
    }

    /// What a name of an indicator stands for.
    pub(super) fn of_indicator(&self, it: &Named<IndicatorId>) -> Option<IndicatorId> {
        stands_for(&self.indicators, it)
    }
}

/// What is said now counts before what was said earlier; a name without letters and figures stands for nothing, whatever was said of it.
fn stands_for<T: Copy>(said: &BTreeMap<String, Option<T>>, it: &Named<T>) -> Option<T> {
    match it {
        Named::Known(id) => Some(*id),
        Named::Remembered(id, name) => match said.get(&plain(name)) {
            Some(now) => *now,
            None => Some(*id),
        },
        Named::Unknown(name) => {
            let name = plain(name);
            let now = said.get(&name).copied().flatten();
            now.filter(|_| !name.is_empty())
        }
    }
}

/// What a name of a file that is none of the store's has been taken for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Explained {
    /// For what.
    pub means: Means,
    /// Whether that was said before, and not now.
    pub remembered: bool,
}

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
    /// The cell would change, and it was changed since the form was handed out: whoever takes it says so.
    Since(Cell, Becomes),
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
