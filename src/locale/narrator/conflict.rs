//! What is said where somebody else was faster: whose record it is, what stands there now, who wrote it.

use super::{Narrator, Told};
use crate::domain::record::{Key, Record};
use crate::domain::state::Stamp;
use crate::domain::value::Entry;
use crate::locale::{Phrase, args};

impl Narrator<'_> {
    /// The record that somebody changed or took out meanwhile.
    pub(super) fn conflict(
        &self,
        key: Key,
        theirs: Option<&Record>,
        stamp: Option<&Stamp>,
    ) -> Told {
        let subject = self.key(key);
        let (Some(theirs), Some(stamp)) = (theirs, stamp) else {
            return self.fact(
                Phrase::RefusalConflictGone,
                &args![subject],
                Phrase::RefusalConflictGoneNext,
            );
        };
        let who = self.stamp(stamp);
        match (key, theirs) {
            (Key::Value(_), Record::Value(value)) if value.entry == Entry::Empty => self.fact(
                Phrase::RefusalConflictCleared,
                &args![subject, who],
                Phrase::RefusalConflictValueNext,
            ),
            (Key::Value(cell), Record::Value(value)) => self.fact(
                Phrase::RefusalConflictValue,
                &args![
                    subject,
                    value = self.locale.entry_in_full(
                        self.indicator_in(cell.period, cell.indicator).as_ref(),
                        &value.entry
                    ),
                    who
                ],
                Phrase::RefusalConflictValueNext,
            ),
            _ => self.fact(
                Phrase::RefusalConflictRecord,
                &args![subject, who],
                Phrase::RefusalConflictRecordNext,
            ),
        }
    }
}
