//! When what was written day by day is old enough to go. Owns the doubt in the clock.
//!
//! A machine whose clock has lost its battery wakes in another year, and all that was ever written would be too old at once.

use chrono::{Days, NaiveDate};

/// Days in which nobody may have worked: what was written last is older than that for a holiday, or for a clock that is wrong.
const PAUSE: u32 = 31;

/// The first day of which anything is kept, if something is kept for so many days; none where nothing goes today. `last` is the last day
/// before today of which there is something: where that is older than all that is kept, what there is stays until there is more of these
/// days than of one.
#[must_use]
pub fn first_kept(today: NaiveDate, days: u32, last: Option<NaiveDate>) -> Option<NaiveDate> {
    let since = last.map_or(0, |it| (today - it).num_days());
    if since > i64::from(days.max(PAUSE)) {
        return None;
    }
    today.checked_sub_days(Days::new(days.saturating_sub(1).into()))
}
