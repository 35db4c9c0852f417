//! Names that files use, and what a person has said they mean: remembered for the next file.
//!
//! A name is kept as it is compared; how names are compared is the affair of whoever reads files.

use serde::{Deserialize, Serialize};

use super::ids::{IndicatorId, OrganisationId};

/// A name that files use.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Alias {
    /// The name, as it is compared.
    pub text: String,
    /// What it means.
    pub means: Means,
}

/// What a name means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Means {
    /// This organisation.
    Organisation(OrganisationId),
    /// This indicator, in whatever edition.
    Indicator(IndicatorId),
}
