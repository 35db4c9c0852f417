//! What entering remembers from one cell to the next: where a run of Tabs began, the last reasons, the source of the papers at hand.

use std::collections::BTreeMap;

use crate::domain::ids::{IndicatorId, OrganisationId, PeriodId};
use crate::domain::value::{Cell, Entry, Source};
use crate::tui::entry::many::Many;

/// Remembered while the window is open.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Memory {
    /// A run of Tabs: the indicator it began in, and the cell it has come to. Anywhere else it is over.
    pub run: Option<(IndicatorId, Cell)>,
    /// The last reason for «н/п» or «нет данных», by organisation; offered first.
    pub reasons: BTreeMap<OrganisationId, String>,
    /// «Источник ввода», attached to each value until changed.
    pub source: Option<Source>,
    /// What an organisation has sent for a period: attached to its own values, instead of the one above.
    pub papers: BTreeMap<(PeriodId, OrganisationId), Source>,
    /// Those that were set before, the last one first.
    pub sources: Vec<Source>,
    /// What was entered last, and where.
    pub last: Option<(Cell, Entry)>,
    /// How many values that had been handed in or approved were entered anew.
    pub reopened: usize,
    /// What was copied last in this window.
    pub copied: Option<Exact>,
    /// The block of cells that is being looked at before it is entered.
    pub many: Option<Many>,
}

/// A block as it was copied: the text that went to the terminal, and what it stands for.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Exact {
    /// The text.
    pub text: String,
    /// The cells with their entries, row after row; `None` where nothing is entered.
    pub cells: Vec<Vec<Option<(Cell, Entry)>>>,
}

impl Exact {
    /// The entry at a place.
    #[must_use]
    pub fn at(&self, row: usize, column: usize) -> Option<&(Cell, Entry)> {
        self.cells.get(row)?.get(column)?.as_ref()
    }
}

/// Sources that are remembered.
const MOST_SOURCES: usize = 5;

impl Memory {
    /// From now on values come from there, whoever they are of.
    pub fn comes_from(&mut self, source: Option<Source>) {
        if let Some(source) = &source {
            self.remember(source);
        }
        self.papers.clear();
        self.source = source;
    }

    /// From now on the values of this organisation in this period come from there; those of others from where they came.
    pub fn has_sent(&mut self, period: PeriodId, organisation: OrganisationId, source: Source) {
        self.remember(&source);
        self.papers.insert((period, organisation), source);
    }

    fn remember(&mut self, source: &Source) {
        self.sources.retain(|it| it != source);
        self.sources.insert(0, source.clone());
        self.sources.truncate(MOST_SOURCES);
    }

    /// What a text that is pasted stands for, if it is just what was copied last here: 21/24, where the text has the percent alone.
    #[must_use]
    pub fn exact(&self, text: &str) -> Option<&Exact> {
        let plain = |it: &str| {
            it.replace("\r\n", "\n")
                .replace('\r', "\n")
                .trim_end()
                .to_owned()
        };
        (self.copied.as_ref()).filter(|it| plain(&it.text) == plain(text))
    }

    /// Where Enter goes back to from this cell: the indicator in which the run of Tabs began.
    #[must_use]
    pub fn run_start(&self, cell: Cell) -> Option<IndicatorId> {
        self.run
            .filter(|(_, at)| *at == cell)
            .map(|(start, _)| start)
    }
}
