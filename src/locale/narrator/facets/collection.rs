//! Facets of a collection: where it stands, and what happened last.

use super::{Facet, field, plain};
use crate::domain::collection::Collection;
use crate::locale::Phrase;
use crate::locale::narrator::Narrator;

impl Narrator<'_> {
    pub(super) fn collection(&self, it: &Collection) -> Vec<Facet> {
        let Collection { events } = it;
        let last = events.last().map(|it| self.collection_event(it));
        vec![
            plain(self.locale.word(&it.stage())),
            field(Phrase::FieldCollecting, last.unwrap_or_default())
                .exactly(events)
                .headline(),
        ]
    }
}
