//! The journal keeps the promise, sled keeps the state. Knows records as bytes and keys, nothing of schools.
//!
//! [`Store`] is all that others need: a group of commits is durable when [`Store::append_group`] returns `Ok`; the derived state
//! (sled: records, history, answered commands) follows when there is time and is made again whenever it cannot be trusted.
//!
//! ```text
//! DIR/store.toml           which store this is, and its format
//! DIR/lock                 who has it open
//! DIR/clean                there after an orderly close
//! DIR/journal/NNNNNN.smj   the journal: the truth
//! DIR/torn/                what power cuts tore, kept
//! DIR/reserve              room for the day on which the disk is full
//! DIR/sled/                derived; may be deleted at any time
//! DIR/sled.bad-N/          derived once, not to be trusted, kept
//! DIR/archives/            automatic archives, what was erased, and which archives lie elsewhere
//! DIR/erasing              there while a person's data is being erased
//! ```

pub mod age;
pub mod archive;
mod change;
mod check;
pub mod codec;
mod derived;
pub mod disk;
pub mod erasure;
pub mod error;
mod format;
pub mod journal;
mod lock;
mod open;
pub mod place;
mod read;
mod reserve;
#[expect(
    clippy::module_inception,
    reason = "the store's own file; its parts are beside it"
)]
mod store;
mod verify;

pub use check::Checked;
pub use derived::{Distrust, Filter, Progress, is_guarded};
pub use error::{AppendError, Damage, StoreError};
pub use format::FORMAT;
pub use open::{OpenReport, Opening};
pub use read::{Line, MAX_CHANGES, MAX_PAGE};
pub use store::Store;
pub use verify::{Kept, Troubles, Verification};
