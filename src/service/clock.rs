//! The only clock of the program. Everything else is told what time it is.

use chrono::{DateTime, FixedOffset, Local, Offset, Utc};

use crate::domain::ids::{Now, Timestamp};

/// Where an engine takes the time from. A test gives its own.
pub type Clock = fn() -> Now;

/// The moment, and the civil date where this machine stands.
#[must_use]
pub fn now() -> Now {
    of(Local::now())
}

/// This machine's offset from UTC, as it is now.
#[must_use]
pub fn offset() -> FixedOffset {
    Local::now().offset().fix()
}

fn of(moment: DateTime<Local>) -> Now {
    Now {
        at: Timestamp(moment.with_timezone(&Utc).timestamp_millis()),
        today: moment.date_naive(),
    }
}
