//! TOML files written for people: the catalogue, section 2.1, and what the demo is made of.
//!
//! Owns the formats and what is wrong with a file, as data with file, line and field.
//! Unknown fields are refused: a misspelt field that is silently skipped changes a scale without a word.
//! What is written here is read back equal; an exported catalogue and the one we ship have one format.

mod catalogue;
mod catalogue_write;
mod cycle;
mod error;
mod fields;
mod rules;
mod scoring;
mod write;

pub use catalogue::Catalogue;
pub(crate) use catalogue::in_order;
pub use cycle::Cycle;
pub use error::{Problem, TomlError, Wanted};
pub(crate) use fields::{Document as TomlDocument, Fields};

/// The catalogue that the program comes with.
pub const CATALOGUE: (&str, &str) = (
    "fixtures/catalogue.toml",
    include_str!("../../../fixtures/catalogue.toml"),
);

/// The acts and requirements of section 2.1 that the program comes with.
pub const CYCLE: (&str, &str) = (
    "fixtures/cycle.toml",
    include_str!("../../../fixtures/cycle.toml"),
);
