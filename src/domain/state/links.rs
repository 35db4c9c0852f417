//! «Which B belong to this A»: the indexes that follow from the records.

use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::sync::Arc;

use crate::domain::ids::{
    AppointmentId, AssignmentId, CitationId, DecisionId, RecommendationId, ReportId,
};

/// Pairs that answer «which B belong to this A».
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound(
    serialize = "A: Serialize, B: Serialize",
    deserialize = "A: Ord + Deserialize<'de>, B: Ord + Deserialize<'de>"
))]
pub struct Links<A, B>(Arc<BTreeSet<(A, B)>>);

impl<A, B> Default for Links<A, B> {
    fn default() -> Self {
        Links(Arc::new(BTreeSet::new()))
    }
}

/// The lowest id there is; the lower end of a range of pairs.
pub trait Lowest {
    /// Its value.
    const LOWEST: Self;
}

macro_rules! lowest { ($($name:ident)*) => {$(impl Lowest for $name { const LOWEST: Self = $name(0); })*} }
lowest! { AppointmentId AssignmentId CitationId DecisionId RecommendationId ReportId }

impl<A: Ord + Copy, B: Ord + Copy + Lowest> Links<A, B> {
    /// All B of this A, in order.
    pub fn of(&self, a: A) -> impl Iterator<Item = B> + '_ {
        self.0
            .range((a, B::LOWEST)..)
            .take_while(move |(it, _)| *it == a)
            .map(|(_, b)| *b)
    }

    pub(super) fn set(&mut self, a: A, b: B, present: bool) {
        let set = Arc::make_mut(&mut self.0);
        if present {
            set.insert((a, b));
        } else {
            set.remove(&(a, b));
        }
    }
}
