//! The fields of a collection.

use super::json::Object;
use crate::domain::collection::{Collection, CollectionDeed, CollectionEvent};
use crate::exchange::names::Named;

pub(super) fn collection(out: &mut Object<'_>, it: &Collection) {
    let Collection { events } = it;
    out.objects("events", events, |out, it: &CollectionEvent| {
        let CollectionEvent { on, deed } = it;
        out.date("on", *on);
        match deed {
            CollectionDeed::Requested { number } => {
                out.text("deed", "requested");
                out.text("number", number);
            }
            CollectionDeed::Received { number, form } => {
                out.text("deed", "received");
                out.text("number", number);
                out.text("form", form.name());
            }
            CollectionDeed::Accepted => out.text("deed", "accepted"),
            CollectionDeed::Returned { reason, until } => {
                out.text("deed", "returned");
                out.text("reason", reason);
                out.date_opt("until", *until);
            }
            CollectionDeed::Reminded { number } => {
                out.text("deed", "reminded");
                out.text("number", number);
            }
        }
    });
}
