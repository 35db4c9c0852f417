//! What is asked of values: cells to be set, what is said about one, its steps on the way to approval.

use serde::{Deserialize, Serialize};

use super::ids::{DocumentId, Seq};
use super::value::{Cell, Entry, Source};

/// What the person has seen under a key.
///
/// Invariant: absent is explicit, never revision 0; a check that takes «no revision» for «don't care» loses the first write.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Seen {
    /// There was no record.
    Absent,
    /// There was this revision.
    At(Seq),
}

/// One cell to be set.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SetValue {
    /// Which.
    pub cell: Cell,
    /// What the person has seen there.
    pub seen: Seen,
    /// What it becomes.
    pub entry: Entry,
    /// The note that goes with it; `None` keeps the one there is.
    pub note: Option<String>,
    /// Where the number comes from; `None` keeps what there is of an entry that stays, and of another one nothing.
    pub source: Option<Source>,
}

impl SetValue {
    /// Most cells that are set at once over a link: 700 organisations by 60 indicators are 42 000.
    pub const MOST: usize = 50_000;
}

/// What is said about a value, apart from its entry. `None` leaves a field as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ValueDetail {
    /// Note; empty clears it.
    pub note: Option<String>,
    /// Source; the inner `None` clears it.
    pub source: Option<Option<Source>>,
    /// Evidence; the inner `None` clears it.
    pub evidence: Option<Option<DocumentId>>,
    /// Follow-up flag.
    pub follow_up: Option<bool>,
    /// The organisation's own assessment; the inner `None` clears it.
    pub self_assessment: Option<Option<Entry>>,
}

/// A step of a value on its way to approval.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ValueStep {
    /// Сдать на проверку.
    Submit,
    /// Утвердить.
    Approve,
    /// Вернуть на доработку.
    Return {
        /// Why.
        reason: String,
    },
}
