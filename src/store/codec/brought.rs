//! Stored form of files whose values were brought in, version 1.

use super::shape::stored;
use crate::domain::brought::*;

stored! {
    BroughtFile => BroughtFileV1 { digest: [u8; 16], name: String, values: u32 }
}
