//! Values that files bring: what a file says, before anything is asked of the store; and what entering it would come to.
//!
//! The reading of files is another room's affair: what comes from there is plain, each value with the place where it stands. So whoever
//! shows it needs to know no format, and can ask again as often as the person says that a name is meant.

mod answers;
mod brings;
mod brought;
mod coded;
mod given;
mod grounds;
mod matching;
mod names;
mod places;
mod span;
mod stays;
mod taken;
mod touched;

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

use crate::domain::command::Seen;
use crate::domain::ids::{IndicatorId, OrganisationId, PeriodId};
use crate::domain::number::format_typed;
use crate::domain::value::Subject;

pub use answers::{Contested, Explained, Meant, remembered};
pub use brings::Brings;
pub use coded::{Alike, Mismatch, is_name_of};
pub use given::counts_whole;
pub use matching::{Outcome, Unknown};
pub use names::{Named, Names, is_named, is_named_in_full, plain, years};
pub use span::{Span, spans};
pub use stays::stays;
pub use touched::Touched;

/// What files say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Batch {
    /// The files, in the order in which they were read.
    pub files: Vec<File>,
    /// Their values, in the order in which they stand.
    pub claims: Vec<Claim>,
}

/// A file that was read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct File {
    /// Its name.
    pub name: String,
    /// The first 16 bytes of its SHA-256.
    pub digest: [u8; 16],
    /// Its sheets, by their names.
    pub sheets: Vec<String>,
    /// Of a form that was handed out: for whom.
    pub form_of: Option<(PeriodId, Option<OrganisationId>)>,
    /// What of it is not read and why, a sentence each.
    pub faults: Vec<String>,
    /// What of it is left aside without harm, a sentence each.
    pub notes: Vec<String>,
}

/// Where a value stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Spot {
    /// Which of the files.
    pub file: usize,
    /// Which of its sheets.
    pub sheet: usize,
    /// The row, from 0.
    pub row: usize,
    /// The column, from 0; none where the file has lines and no columns.
    pub column: Option<usize>,
}

/// What a file says of a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    /// Where it stands.
    pub spot: Spot,
    /// The period.
    pub period: PeriodId,
    /// The indicator.
    pub indicator: Named<IndicatorId>,
    /// Whom it is about.
    pub whose: Whose,
    /// What is to stand in the cell.
    pub told: Told,
    /// The note that goes with it.
    pub note: Option<String>,
    /// Where the number comes from.
    pub source: Option<String>,
    /// Of a form: what stood in the cell when it was handed out, by its revision.
    pub handed_out: Option<Seen>,
}

/// Whom a file speaks of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Whose {
    /// By its number in the store: a form says so.
    Subject(Subject),
    /// The municipality as a whole.
    Municipality,
    /// An organisation, and where a person is described, its head by this name, if one is given.
    Organisation {
        /// Which.
        organisation: Named<OrganisationId>,
        /// Who heads it.
        head: Option<String>,
    },
    /// The one organisation whose file it is: nothing in the file says which.
    OfFile {
        /// Who heads it.
        head: Option<String>,
    },
}

/// What a file says of a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Told {
    /// As it would be typed; a number is none of these.
    Text(String),
    /// A number; of a ratio in a column of percents, the percent.
    Number {
        /// The number.
        number: Decimal,
        /// Whether the column says that it holds percents.
        percents: bool,
    },
    /// The percent of a ratio.
    Percent(Decimal),
    /// The parts of a ratio, each as it would be typed; what is below may be known.
    Parts {
        /// Above the line.
        numerator: String,
        /// Below it.
        denominator: Option<String>,
        /// What stands beside the parts for the whole.
        beside: Option<Beside>,
    },
    /// What is below the line of a ratio and nothing above it: a form that was not filled in has it where it is known; anything else is the
    /// sentence.
    Below {
        /// As it would be typed.
        denominator: String,
        /// What is wrong with it, where it is not what is known.
        said: String,
    },
    /// Nothing that could stand in a cell: why, in a sentence with its place.
    Wrong(String),
}

impl Told {
    /// As it would be typed; of what is wrong, its sentence.
    #[must_use]
    pub fn as_typed(&self) -> String {
        match self {
            Told::Text(text) | Told::Wrong(text) => text.clone(),
            Told::Below { denominator, .. } => denominator.clone(),
            Told::Number { number, .. } => format_typed(*number),
            Told::Percent(percent) => format!("{} %", format_typed(*percent)),
            Told::Parts {
                numerator,
                denominator,
                ..
            } => match denominator {
                Some(denominator) => format!("{numerator}/{denominator}"),
                None => numerator.clone(),
            },
        }
    }
}

/// A figure that stands beside the parts of a ratio: it is what they come to, or the file says two things.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Beside {
    /// The figure.
    pub number: Decimal,
    /// What is wrong where it is not: the sentence.
    pub said: String,
}

impl Batch {
    /// What tells this batch from others in the journal: of one file its digest, of several all of them together.
    #[must_use]
    pub fn digest(&self) -> [u8; 16] {
        let mut all = [0; 16];
        // What was not read has none.
        let read = self.files.iter().filter(|it| it.digest != [0; 16]);
        for (n, it) in read.enumerate() {
            // Turned by their place, so that two files alike do not make nothing.
            for (at, byte) in it.digest.iter().enumerate() {
                if let Some(of) = all.get_mut((at + n) % 16) {
                    *of ^= byte;
                }
            }
        }
        all
    }

    /// Forms that came twice: of whom, and in which files.
    #[must_use]
    pub fn twice(&self) -> Vec<(PeriodId, Option<OrganisationId>, Vec<&str>)> {
        let mut of: BTreeMap<_, Vec<&str>> = BTreeMap::new();
        for file in &self.files {
            if let Some(whose) = file.form_of {
                of.entry(whose).or_default().push(&file.name);
            }
        }
        of.into_iter()
            .filter(|(_, files)| files.len() > 1)
            .map(|((period, whose), files)| (period, whose, files))
            .collect()
    }

    /// The names in it that are none of the store's.
    #[must_use]
    pub fn spellings(&self) -> BTreeSet<Unknown> {
        let all = self.claims.iter();
        all.flat_map(|it| taken::spellings(self, it)).collect()
    }

    /// The file that a spot is in, and its sheet.
    #[must_use]
    pub fn place(&self, spot: Spot) -> (&str, &str) {
        let file = self.files.get(spot.file);
        let sheet = file.and_then(|it| it.sheets.get(spot.sheet));
        (
            file.map_or("", |it| it.name.as_str()),
            sheet.map_or("", String::as_str),
        )
    }
}
