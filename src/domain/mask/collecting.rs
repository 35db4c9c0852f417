//! What of the collecting is hidden: numbers of letters, by which they could be looked up, and words. Where it stands, and since when, stays.

use super::hide;
use crate::domain::collection::{Collection, CollectionDeed, CollectionEvent};

pub(super) fn collection(it: &mut Collection) {
    let Collection { events } = it;
    for CollectionEvent { on: _, deed } in events {
        match deed {
            CollectionDeed::Requested { number }
            | CollectionDeed::Received { number, form: _ }
            | CollectionDeed::Reminded { number } => hide(number),
            CollectionDeed::Returned { reason, until: _ } => hide(reason),
            CollectionDeed::Accepted => {}
        }
    }
}
