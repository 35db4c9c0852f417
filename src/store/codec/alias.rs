//! Stored form of names that files use, version 1.

use super::shape::{stored, tagged};
use crate::domain::alias::*;

stored! {
    Alias => AliasV1 { text: String, means: MeansV1 }
}

tagged! {
    Means => MeansV1 {
        1 = Organisation(id: u32) [Means::Organisation(id)],
        2 = Indicator(id: u32) [Means::Indicator(id)],
    }
}
