//! A record with its stamp, and a table of them.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::ops::Deref;
use std::sync::Arc;

use crate::domain::ids::{Seq, Timestamp, UserId};

/// Who changed a record last, when, and in which commit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stamp {
    /// The commit: the record's revision.
    pub rev: Seq,
    /// The author.
    pub by: UserId,
    /// The moment.
    pub at: Timestamp,
}

/// A record with its stamp. Reads as the record itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stamped<T> {
    /// The record.
    pub body: T,
    /// Its stamp.
    pub stamp: Stamp,
}

impl<T> Deref for Stamped<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.body
    }
}

/// Records of one kind, in the order of their keys.
pub type Table<K, V> = Arc<BTreeMap<K, Stamped<V>>>;

/// Puts a record in a table or takes it out.
pub(super) fn set<K: Ord + Clone, V: Clone>(
    table: &mut Table<K, V>,
    key: K,
    body: Option<V>,
    stamp: Stamp,
) {
    let table = Arc::make_mut(table);
    match body {
        Some(body) => {
            table.insert(key, Stamped { body, stamp });
        }
        None => {
            table.remove(&key);
        }
    }
}
