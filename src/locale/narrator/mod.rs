//! The program speaking of records: what a record is called, what a commit did, why a command was refused.
//!
//! Needs the state for names and an offset for times of day; reads neither clock nor time zone.

mod brief;
mod bulk;
mod collecting;
mod commit;
mod conflict;
mod cycle;
mod deed;
mod facets;
mod fields;
mod finding;
mod names;
mod period;
mod refusal;
mod rights;
mod row;
mod scale;
mod soundness;
mod staffing;
mod warning;

pub use fields::FieldChange;
pub use finding::{threshold, to_do};
pub use row::CommitRow;

use chrono::{DateTime, FixedOffset, NaiveDate};

use super::{Args, Locale, Phrase, args, format};
use crate::domain::brought;
use crate::domain::evidence::Document;
use crate::domain::ids::{PeriodId, Timestamp};
use crate::domain::mask;
use crate::domain::record::{Change, Key, Record};
use crate::domain::state::{Stamp, State};

/// What happened, and what to do next: every refusal and every error is told in these two.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// What happened, one sentence.
    pub fact: String,
    /// What to do next, one sentence.
    pub next: String,
}

impl std::fmt::Display for Told {
    /// Both in one line.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} {}", self.fact, self.next)
    }
}

/// Speaks of records by their names.
#[derive(Debug, Clone, Copy)]
pub struct Narrator<'a> {
    locale: &'a Locale,
    names: &'a State,
    offset: FixedOffset,
    shown: Option<PeriodId>,
    /// Records of the commit being told: what it added or took back is found here, not in the state.
    changes: &'a [Change],
}

impl<'a> Narrator<'a> {
    /// A narrator that takes names from `names` and tells times at `offset` from UTC.
    pub fn new(locale: &'a Locale, names: &'a State, offset: FixedOffset) -> Self {
        Self {
            locale,
            names,
            offset,
            shown: None,
            changes: &[],
        }
    }

    /// The same, knowing the names of what these changes make.
    #[must_use]
    pub fn among(self, changes: &'a [Change]) -> Self {
        Narrator { changes, ..self }
    }

    /// Leaves this period unsaid: it stands in the header. Cells of other periods name theirs.
    #[must_use]
    pub fn in_period(self, shown: PeriodId) -> Self {
        Self {
            shown: Some(shown),
            ..self
        }
    }

    /// «23.05.2026 12:40».
    pub fn moment(&self, at: Timestamp) -> String {
        DateTime::from_timestamp_millis(at.0)
            .map_or_else(|| at.0.to_string(), |at| format::date_time(at, self.offset))
    }

    /// The day of a moment: «14.04.2026».
    pub fn day(&self, at: Timestamp) -> String {
        DateTime::from_timestamp_millis(at.0).map_or_else(
            || at.0.to_string(),
            |at| format::date(at.with_timezone(&self.offset).date_naive()),
        )
    }

    /// «внесён 01.05.2026, Орлова А. П.», of a file.
    #[must_use]
    pub fn brought(&self, stamp: &Stamp) -> String {
        let (day, by) = (self.day(stamp.at), self.user(stamp.by));
        self.with(Phrase::FileBrought, &args![day, by])
    }

    /// Of a file that was brought in before: when and by whom, and what that means for what it says again.
    #[must_use]
    pub fn brought_before(&self, file: &str, digest: [u8; 16]) -> Option<String> {
        let brought = self.brought(&brought::last(self.names, digest)?);
        Some(self.with(Phrase::BringsBefore, &args![file, brought]))
    }

    /// A day of opening, of taking or leaving office: «14.04.2026»; where masks stand for names, «04.2026», or the year alone outside of
    /// all periods.
    pub fn day_in_office(&self, day: NaiveDate) -> String {
        match mask::is_masked(self.names) {
            true => self.roughly(day),
            false => format::date(day),
        }
    }

    /// The day of a document, as exactly as its requisites are told.
    pub fn day_of_document(&self, it: &Document) -> Option<String> {
        let day = it.date?;
        Some(match mask::is_hidden(it) {
            true => self.roughly(day),
            false => format::date(day),
        })
    }

    fn roughly(&self, day: NaiveDate) -> String {
        let mut periods = self.names.periods.values();
        match periods.any(|it| it.from <= day && day <= it.to) {
            true => format::month(day),
            false => format::year(day),
        }
    }

    fn say(&self, phrase: Phrase) -> String {
        self.locale.say(phrase)
    }

    fn with(&self, phrase: Phrase, args: &Args<'_>) -> String {
        self.locale.say_with(phrase, args)
    }

    /// The record under a key: as the commit being told has it, else as the state has it.
    fn record(&self, key: Key) -> Option<Record> {
        let told = self.changes.iter().find(|change| change.key == key);
        told.and_then(|change| change.after.clone().or_else(|| change.before.clone()))
            .or_else(|| self.names.record(key).map(|(record, _)| record))
    }
}
