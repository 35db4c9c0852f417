//! Who is here: on which screen and at which record each window is. Numbers only; what they are called is the reader's affair.

use serde::{Deserialize, Serialize};

use crate::domain::ids::{Timestamp, UserId};
use crate::domain::record::Key;

/// A screen of the interface.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Room {
    /// Мониторинг.
    Monitoring,
    /// Журнал.
    Journal,
    /// Каталог.
    Catalogue,
    /// Ввод.
    Sheet,
    /// Цикл.
    Cycle,
    /// Меры.
    Measures,
}

/// Where a window is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Spot {
    /// The screen.
    pub room: Room,
    /// The record under the cursor, if there is one.
    pub key: Option<Key>,
    /// Whether something is being typed there.
    pub editing: bool,
}

/// Somebody else's window, or another of one's own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Present {
    /// Whose it is.
    pub user: UserId,
    /// Where it is.
    pub spot: Spot,
    /// Since when.
    pub since: Timestamp,
}
