//! Marked rows, and which rows an action is about. Must not know what the actions do.

use super::Monitoring;
use super::panes::RowItem;
use crate::domain::ids::{IndicatorId, OrganisationId};

/// What a marked row is about: where leaders stand in rows, their organisation, and the marks go with it from one indicator to another;
/// where indicators do, the indicator.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mark {
    /// Each row of an organisation.
    Organisation(OrganisationId),
    /// The row of an indicator.
    Indicator(IndicatorId),
}

impl Monitoring {
    /// What a mark on this row would be; `None` if it can't be marked.
    #[must_use]
    pub fn mark_of(&self, row: &RowItem) -> Option<Mark> {
        if self.pivot {
            Some(Mark::Indicator(row.indicator))
        } else {
            row.leader.organisation.map(Mark::Organisation)
        }
    }

    /// Whether a row is marked.
    #[must_use]
    pub fn is_marked(&self, row: &RowItem) -> bool {
        self.mark_of(row).is_some_and(|it| self.marks.contains(&it))
    }

    /// Rows an action is about: those marked, as far as they are shown; without marks the one under the cursor. While there are marks
    /// it is never the cursor's row: nobody meant that one.
    #[must_use]
    pub fn acted_on(&self) -> Vec<&RowItem> {
        if self.marks.is_empty() {
            return self.row().into_iter().collect();
        }
        (self.panes.rows.iter())
            .filter(|row| self.is_marked(row))
            .collect()
    }

    /// Whether there are marks, and none of their rows is shown.
    #[must_use]
    pub fn marks_are_elsewhere(&self) -> bool {
        !self.marks.is_empty() && !self.panes.rows.iter().any(|row| self.is_marked(row))
    }
}
