//! One cell: what was measured, and what is said about it.
//!
//! Invariant: empty ≠ 0 ≠ «н/п» ≠ «нет данных». A cell without a record is absent; a cleared one is a record with [`Entry::Empty`].

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::ids::{DocumentId, IndicatorId, OrganisationId, PeriodId, PersonId, UserId};

/// Whom a value describes (объект мониторинга).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Subject {
    /// An organisation.
    Organisation(OrganisationId),
    /// The head personally.
    Person(PersonId),
    /// The municipality as a whole.
    Municipality,
}

/// Where a value stands: the coordinates of a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Cell {
    /// Period.
    pub period: PeriodId,
    /// Indicator.
    pub indicator: IndicatorId,
    /// Whom it describes.
    pub subject: Subject,
}

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Entry {
    /// Cleared: «пусто».
    Empty,
    /// A number, in the indicator's unit; expert points too.
    Number(Decimal),
    /// Both parts of a ratio.
    Ratio {
        /// Above the line.
        numerator: Decimal,
        /// Below it, never 0.
        denominator: Decimal,
    },
    /// A ratio of which only the percent is known («без состава»); left out of ΣA ÷ ΣB.
    Percent(Decimal),
    /// An option, counted from 0.
    Choice(u8),
    /// «н/п»: does not apply here; leaves both sums of an index.
    NotApplicable {
        /// Why.
        reason: String,
    },
    /// «нет данных»: applies, but nobody knows.
    NoData {
        /// Why.
        reason: String,
    },
}

impl Entry {
    /// Whether there is something to score.
    #[must_use]
    pub fn is_filled(&self) -> bool {
        matches!(
            self,
            Entry::Number(_) | Entry::Ratio { .. } | Entry::Percent(_) | Entry::Choice(_)
        )
    }
}

/// One cell with all that is said about it (значение). Author, time and revision are the record's stamp.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Value {
    /// What was measured.
    pub entry: Entry,
    /// Where it stands on its way to approval.
    pub state: ValueState,
    /// Примечание; may be empty.
    pub note: String,
    /// «Источник ввода»: «вх. № 123 от 12.05.2026».
    pub source: Option<Source>,
    /// The document that proves it.
    pub evidence: Option<DocumentId>,
    /// Marked to come back to.
    pub follow_up: bool,
    /// What the organisation says of itself, where it is asked.
    pub self_assessment: Option<Box<Entry>>,
    /// Who typed the entry; nobody approves what they entered.
    pub entered_by: UserId,
}

impl Value {
    /// A value just typed.
    #[must_use]
    pub fn entered(entry: Entry, by: UserId) -> Value {
        Value {
            entry,
            state: ValueState::Entered,
            note: String::new(),
            source: None,
            evidence: None,
            follow_up: false,
            self_assessment: None,
            entered_by: by,
        }
    }
}

/// Where the number came from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Source {
    /// Short text.
    Text(String),
    /// A document of the register.
    Document(DocumentId),
}

/// A value's way: введено → на проверке → утверждено; or back «на доработку».
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ValueState {
    /// Введено.
    Entered,
    /// На проверке.
    Submitted,
    /// Утверждено.
    Approved,
    /// Возвращено на доработку.
    Returned {
        /// Why.
        reason: String,
    },
}
