//! What entering remembers from one cell to the next: where a run of Tabs began, the last reasons, the source of the papers at hand.

use std::collections::BTreeMap;

use crate::domain::ids::{IndicatorId, OrganisationId};
use crate::domain::value::{Cell, Source};

/// Remembered while the window is open.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Memory {
    /// A run of Tabs: the indicator it began in, and the cell it has come to. Anywhere else it is over.
    pub run: Option<(IndicatorId, Cell)>,
    /// The last reason for «н/п» or «нет данных», by organisation; offered first.
    pub reasons: BTreeMap<OrganisationId, String>,
    /// «Источник ввода», attached to each value until changed.
    pub source: Option<Source>,
}

impl Memory {
    /// Where Enter goes back to from this cell: the indicator in which the run of Tabs began.
    #[must_use]
    pub fn run_start(&self, cell: Cell) -> Option<IndicatorId> {
        self.run
            .filter(|(_, at)| *at == cell)
            .map(|(start, _)| start)
    }
}
