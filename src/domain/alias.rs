//! Names that files use, and what a person has said they mean: remembered for the next file.
//!
//! A name is kept as it is compared; how names are compared is the affair of whoever reads files.

use serde::{Deserialize, Serialize};

use super::ids::{AliasId, IndicatorId, OrganisationId, Seq};

/// A name that files use.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Alias {
    /// The name, as it is compared.
    pub text: String,
    /// What it means.
    pub means: Means,
}

/// A name of which it is said anew what it means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PutAlias {
    /// Which.
    pub id: AliasId,
    /// The revision seen.
    pub seen: Seq,
    /// What it means; none forgets it.
    pub means: Option<Means>,
}

/// What a name means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Means {
    /// This organisation.
    Organisation(OrganisationId),
    /// This indicator, in whatever edition.
    Indicator(IndicatorId),
}
