//! Why something of the cycle was not carried out.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::domain::ids::{CitationId, DocumentId, RoundId};

/// Why something of the cycle was not carried out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum CycleRefusal {
    /// The round was submitted: nothing of it is changed any more.
    Submitted {
        /// Which.
        round: RoundId,
        /// When.
        on: NaiveDate,
    },
    /// Another section has the number.
    DuplicateSection {
        /// The number.
        code: String,
    },
    /// The section has a round of the year.
    DuplicateRound {
        /// The year.
        year: u16,
    },
    /// The document is cited for the requirement already, with these pages.
    CitedAlready {
        /// By which citation.
        by: CitationId,
    },
    /// The document that is entered stands in the register.
    KnownAct {
        /// Which.
        document: DocumentId,
    },
    /// The requirement's direction is none of the section's, or its cycle leaves the stage out.
    NotAsked,
    /// A review of numbers names two periods, the second after the first.
    SamePeriod,
}
