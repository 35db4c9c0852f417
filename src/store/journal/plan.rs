//! How a group becomes frames: small commits together, the parts of a large one each in a frame of its own.
//! Owns the limits of items and the division; writes nothing.

use super::entry::{self, Entry, Head, Item, Payload};
use super::frame;
use crate::store::error::AppendError;

/// Most bytes of one item (its label and contents): what is longer belongs into chunks, made above.
pub const MAX_ITEM: usize = frame::PART - 4096;

/// Divides a group into frames: at most [`frame::MAX_ENTRIES`] entries and about [`frame::PART`] bytes in each, every part of
/// a large commit in a frame of its own.
pub(super) fn frames<'a>(
    next_seq: u64,
    commits: &[Entry<'a>],
) -> Result<Vec<Vec<Entry<'a>>>, AppendError> {
    let mut frames: Vec<Vec<Entry<'a>>> = Vec::new();
    let mut open: (Vec<Entry<'a>>, usize) = (Vec::new(), 0);
    for (index, commit) in commits.iter().enumerate() {
        if commit.head.seq != next_seq + index as u64 || commit.head.parts != 1 {
            return Err(AppendError::Limits(
                "commits must be whole and numbered without gaps",
            ));
        }
        if commit
            .items
            .iter()
            .any(|item| item.label.len() > entry::MAX_LABEL || item_len(item) > MAX_ITEM)
        {
            return Err(AppendError::Limits("an item is too long"));
        }
        let size = commit.items.iter().map(item_len).sum::<usize>();
        let closes =
            size > frame::PART || open.1 + size > frame::PART || open.0.len() >= frame::MAX_ENTRIES;
        if closes && !open.0.is_empty() {
            frames.push(std::mem::take(&mut open.0));
            open.1 = 0;
        }
        if size > frame::PART {
            frames.extend(divide(commit).into_iter().map(|part| vec![part]));
        } else {
            open.0.push(commit.clone());
            open.1 += size;
        }
    }
    if !open.0.is_empty() {
        frames.push(open.0);
    }
    Ok(frames)
}

fn item_len(item: &Item<'_>) -> usize {
    let contents = match &item.payload {
        Payload::Kept { bytes, .. } => bytes.len(),
        Payload::Redacted(digest) => digest.len(),
    };
    entry::ITEM_OVERHEAD + item.label.len() + contents
}

/// Divides a large commit into parts of at most [`frame::PART`] bytes.
fn divide<'a>(commit: &Entry<'a>) -> Vec<Entry<'a>> {
    let mut parts: Vec<Vec<Item<'a>>> = Vec::new();
    let mut room = 0;
    for item in &commit.items {
        let size = item_len(item);
        match parts.last_mut() {
            Some(part) if size <= room => {
                part.push(item.clone());
                room -= size;
            }
            _ => {
                parts.push(vec![item.clone()]);
                room = frame::PART.saturating_sub(size);
            }
        }
    }
    let count = parts.len() as u32;
    let entry = |(part, items)| Entry {
        head: Head {
            part,
            parts: count,
            ..commit.head
        },
        items,
    };
    (0..count).zip(parts).map(entry).collect()
}
