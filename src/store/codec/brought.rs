//! Stored form of files whose values were brought in, and what their version 1 becomes.

use super::catalogue::older;
use super::shape::stored;
use crate::domain::brought::*;

stored! {
    BroughtFile => BroughtFileV2 { digest: [u8; 16], name: String, values: u32, form: Option<FormOfV1> }
    FormOf => FormOfV1 { period: u32, organisation: Option<u32> }
}

// In version 1 nobody knew whose form a file was.
older! {
    BroughtFileV1 => BroughtFileV2 { digest: [u8; 16], name: String, values: u32 } with { form: None }
}
