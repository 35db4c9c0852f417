//! Stored form of collections, version 1.

use super::shape::{Day, codes, stored, tagged};
use crate::domain::collection::*;

stored! {
    Collection => CollectionV1 { events: Vec<CollectionEventV1> }
    CollectionEvent => CollectionEventV1 { on: Day, deed: CollectionDeedV1 }
}

codes! {
    ReceiptForm { 1 = Paper, 2 = Letter, 3 = File }
}

tagged! {
    CollectionDeed => CollectionDeedV1 {
        1 = Requested(number: String) [CollectionDeed::Requested { number }],
        2 = Received(number: String, form: u8) [CollectionDeed::Received { number, form }],
        3 = Accepted() [CollectionDeed::Accepted],
        4 = Returned(reason: String, until: Option<Day>) [CollectionDeed::Returned { reason, until }],
        5 = Reminded(number: String) [CollectionDeed::Reminded { number }],
    }
}
