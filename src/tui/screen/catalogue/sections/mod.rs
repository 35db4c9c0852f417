//! The sections of the catalogue, a file each, in the order of the screen.

mod base_quantities;
mod careers;
mod documents;
mod editions;
mod heads;
mod indicator;
mod organisations;
mod periods;
mod persons;
mod reserve;
mod rules;
mod tree;
mod users;

pub use editions::edition_under;

use super::section::Section;
use crate::domain::record::Key;

/// All sections, as they stand on the screen.
pub const ALL: [&dyn Section; 9] = [
    &editions::Editions,
    &periods::Periods,
    &organisations::Organisations,
    &persons::Persons,
    &reserve::Reserve,
    &documents::Documents,
    &base_quantities::BaseQuantities,
    &rules::Rules,
    &users::Users,
];

/// The section at a place of the table; the first one beyond its end.
#[must_use]
pub fn at(place: usize) -> &'static dyn Section {
    ALL.get(place).copied().unwrap_or(ALL[0])
}

/// Where a record is listed: the place of its section, and the record whose own list it stands in.
#[must_use]
pub fn of(key: Key) -> Option<(usize, Option<Key>)> {
    (ALL.iter().enumerate()).find_map(|(at, it)| {
        let within = it.within(key);
        (it.kind() == key.kind() || within.is_some()).then_some((at, within))
    })
}
