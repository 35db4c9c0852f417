//! Stored form of what is kept beside the records: id counters and undo stacks, version 1.

use super::shape::Bad;
use super::{read, write};
use crate::domain::ids::Seq;
use crate::domain::record::Kind;
use crate::domain::state::UndoStack;

/// The version of both.
const VERSION: u8 = 1;

/// Kind bytes of things that are not records.
const COUNTERS: u8 = 0xF0;
const UNDO: u8 = 0xF1;

/// Bytes of the highest ids ever handed out, by kind.
pub fn encode_counters(last_ids: impl Iterator<Item = (Kind, u32)>) -> Result<Vec<u8>, Bad> {
    let pairs: Vec<(u8, u32)> = last_ids.map(|(kind, id)| (kind as u8, id)).collect();
    write(VERSION, COUNTERS, &pairs)
}

/// Reads what [`encode_counters`] wrote.
pub fn decode_counters(bytes: &[u8]) -> Result<Vec<(Kind, u32)>, Bad> {
    let pairs: Vec<(u8, u32)> = read(payload(bytes, COUNTERS)?)?;
    let kind = |number| Kind::from_number(number).ok_or_else(|| Bad(format!("no kind {number}")));
    pairs
        .into_iter()
        .map(|(number, id)| Ok((kind(number)?, id)))
        .collect()
}

/// Bytes of one user's undo stack.
pub fn encode_undo(stack: &UndoStack) -> Result<Vec<u8>, Bad> {
    let numbers = |seqs: &[Seq]| seqs.iter().map(|seq| seq.0).collect::<Vec<u64>>();
    write(VERSION, UNDO, &(numbers(&stack.undo), numbers(&stack.redo)))
}

/// Reads what [`encode_undo`] wrote.
pub fn decode_undo(bytes: &[u8]) -> Result<UndoStack, Bad> {
    let (undo, redo): (Vec<u64>, Vec<u64>) = read(payload(bytes, UNDO)?)?;
    let seqs = |numbers: Vec<u64>| numbers.into_iter().map(Seq).collect();
    Ok(UndoStack {
        undo: seqs(undo),
        redo: seqs(redo),
    })
}

fn payload(bytes: &[u8], kind: u8) -> Result<&[u8], Bad> {
    match bytes.split_first_chunk() {
        Some(([VERSION, found], payload)) if *found == kind => Ok(payload),
        _ => Err(Bad("not what should be here".into())),
    }
}
