//! Forms written inline, under what they are about: the layer that holds one, what it is for, and what happens when the record was
//! changed meanwhile.
//!
//! Knows no kind of record: each form is a [`purpose::Purpose`] in the room of its subject.

pub mod conflict;
pub mod join;
pub mod layer;
pub mod purpose;
