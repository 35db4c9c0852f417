//! The lines of an archive, to and from text. Owns the field names, which are for ever.
//!
//! Bytes are in hexadecimal. `before` and `after` are there for people: what counts are `salt` and `bytes`, and `digest` where they are gone.

use serde::{Deserialize, Serialize};

use crate::store::change::change_of;
use crate::store::error::StoreError;
use crate::store::journal::{Cause, Digest, Entry, Head, Item, Payload};

/// The first line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Header {
    /// Says what this is.
    pub smotr_archive: u32,
    /// The store's name for itself.
    pub store: String,
    /// When the store was made, in milliseconds since 1970.
    pub created: i64,
    /// The last commit.
    pub seq: u64,
    /// The program's version.
    pub program: String,
}

/// The last line.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Trailer {
    /// Commits.
    pub commits: u64,
    /// Entries: a large commit has several.
    pub entries: u64,
    /// Changes.
    pub changes: u64,
    /// Changes whose contents were erased.
    pub redacted: u64,
    /// Digest of the last frame.
    pub chain: String,
    /// The sha256 of all lines before this one.
    pub sha256: String,
}

/// An entry.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct EntryLine {
    seq: u64,
    part: u32,
    parts: u32,
    time: i64,
    actor: u32,
    command: String,
    cause: String,
    /// Undone or repeated commit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    of: Option<u64>,
    /// First half of the sha256 of an imported file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    import: Option<String>,
    changes: Vec<ChangeLine>,
    /// On the last entry of a frame: its digest.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub chain: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct ChangeLine {
    label: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    key: Option<serde_json::Value>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    before: Option<serde_json::Value>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    after: Option<serde_json::Value>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    salt: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    bytes: Option<String>,
    digest: String,
}

/// An entry with bytes of its own.
#[derive(Debug, Clone)]
pub(super) struct Owned {
    head: Head,
    items: Vec<(Vec<u8>, OwnedPayload)>,
}

#[derive(Debug, Clone)]
enum OwnedPayload {
    Kept([u8; 16], Vec<u8>),
    Redacted(Digest),
}

impl Owned {
    pub fn entry(&self) -> Entry<'_> {
        let mut items = Vec::with_capacity(self.items.len());
        for (label, it) in &self.items {
            let payload = match it {
                OwnedPayload::Kept(salt, bytes) => Payload::Kept { salt: *salt, bytes },
                OwnedPayload::Redacted(digest) => Payload::Redacted(*digest),
            };
            items.push(Item { label, payload });
        }
        Entry {
            head: self.head,
            items,
        }
    }
}

/// The line of an entry; `chain` is there when it is the last of its frame.
pub(super) fn line_of(entry: &Entry<'_>, chain: Option<&Digest>) -> Result<EntryLine, StoreError> {
    let head = &entry.head;
    let (cause, of, import) = match head.cause {
        Cause::Do => ("do", None, None),
        Cause::Undo(seq) => ("undo", Some(seq), None),
        Cause::Redo(seq) => ("redo", Some(seq), None),
        Cause::Import(digest) => ("import", None, Some(hex(&digest))),
        Cause::Erase => ("erase", None, None),
    };
    let mut changes = Vec::with_capacity(entry.items.len());
    for item in &entry.items {
        let (salt, bytes) = match &item.payload {
            Payload::Kept { salt, bytes } => (Some(hex(salt)), Some(hex(bytes))),
            Payload::Redacted(_) => (None, None),
        };
        let change = change_of(item)?;
        // Readable where it can be said in JSON; what counts are the bytes.
        let record = |it| serde_json::to_value(it).ok();
        changes.push(ChangeLine {
            label: hex(item.label),
            key: serde_json::to_value(change.key).ok(),
            before: change.before.and_then(record),
            after: change.after.and_then(record),
            salt,
            bytes,
            digest: hex(&item.payload.digest()),
        });
    }
    Ok(EntryLine {
        seq: head.seq,
        part: head.part,
        parts: head.parts,
        time: head.time,
        actor: head.actor,
        command: format!("{:032x}", head.command_id),
        cause: cause.to_owned(),
        of,
        import,
        changes,
        chain: chain.map(|it| hex(it.as_slice())),
    })
}

impl EntryLine {
    /// The entry that the line says; `None` when it says none.
    pub fn owned(&self) -> Option<Owned> {
        let cause = match (self.cause.as_str(), self.of, &self.import) {
            ("do", None, None) => Cause::Do,
            ("undo", Some(seq), None) => Cause::Undo(seq),
            ("redo", Some(seq), None) => Cause::Redo(seq),
            ("import", None, Some(digest)) => Cause::Import(array(digest)?),
            ("erase", None, None) => Cause::Erase,
            _ => return None,
        };
        let mut items = Vec::with_capacity(self.changes.len());
        for change in &self.changes {
            let digest: Digest = array(&change.digest)?;
            let payload = match (&change.salt, &change.bytes) {
                (Some(salt), Some(bytes)) => OwnedPayload::Kept(array(salt)?, unhex(bytes)?),
                (None, None) => OwnedPayload::Redacted(digest),
                _ => return None,
            };
            if let OwnedPayload::Kept(salt, bytes) = &payload
                && (Payload::Kept { salt: *salt, bytes }).digest() != digest
            {
                return None;
            }
            items.push((unhex(&change.label)?, payload));
        }
        let head = Head {
            seq: self.seq,
            part: self.part,
            parts: self.parts,
            time: self.time,
            actor: self.actor,
            command_id: u128::from_be_bytes(array(&self.command)?),
            cause,
        };
        Some(Owned { head, items })
    }
}

/// Bytes in hexadecimal.
pub(super) fn hex(bytes: &[u8]) -> String {
    const DIGITS: [char; 16] = [
        '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f',
    ];
    let digit = |it: u8| DIGITS.get(usize::from(it)).copied().unwrap_or_default();
    let mut text = String::with_capacity(bytes.len() * 2);
    for byte in bytes {
        text.push(digit(byte >> 4));
        text.push(digit(byte & 15));
    }
    text
}

fn unhex(text: &str) -> Option<Vec<u8>> {
    let digit = |it: u8| match it {
        b'0'..=b'9' => Some(it - b'0'),
        b'a'..=b'f' => Some(it - b'a' + 10),
        _ => None,
    };
    let (pairs, rest) = text.as_bytes().as_chunks::<2>();
    let bytes = pairs
        .iter()
        .map(|[a, b]| Some(digit(*a)? << 4 | digit(*b)?));
    rest.is_empty().then(|| bytes.collect())?
}

/// A store's name for itself, of its hexadecimal digits.
pub(super) fn unhex_id(text: &str) -> Option<[u8; 16]> {
    array(text)
}

fn array<const N: usize>(text: &str) -> Option<[u8; N]> {
    unhex(text)?.try_into().ok()
}
