//! Stored form of the rules by which values are looked over, and of what was said of what they found.

use super::shape::{Number, codes, stored};
use crate::domain::rule::*;

stored! {
    Rule => RuleV1 { importance: u8, threshold: Option<Number>, instruction: String }
    Confirmation => ConfirmationV1 { note: String, mark: u64 }
}

codes! {
    Importance { 1 = High, 2 = Medium, 3 = Low, 4 = Off }
}
