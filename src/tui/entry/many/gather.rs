//! What a block consists of: for each of its cells what is to stand there, by what is pasted, what stands above or before, what was typed last.
//!
//! Changes nothing. What is to stand in a cell is an entry where one is known exactly, else the text as it would be typed there.

use std::collections::BTreeSet;

use super::laid::Laid;
use super::{Gathered, Skipped, What, made};
use super::{heads, named, pasted};
use crate::analysis::batch::Names;
use crate::analysis::proposal::{Given, Proposed};
use crate::args;
use crate::domain::catalogue::Measure;
use crate::domain::cell_text;
use crate::domain::entry_text::read_mark;
use crate::domain::refusal::Refusal;
use crate::domain::value::{Cell, Entry};
use crate::locale::Phrase;
use crate::tui::app::App;
use crate::tui::entry::ground::{self, Under};
use crate::tui::entry::memory::Exact;
use crate::tui::layer::Overlay;
use crate::tui::status::Tone;

/// A block under way.
#[derive(Clone, Debug)]
pub struct Gathering {
    given: Gathered,
}

impl Gathering {
    /// Nothing yet, of a block of this size.
    pub fn new(what: What, size: (usize, usize)) -> Gathering {
        let given = Gathered {
            what,
            size,
            cells: Vec::new(),
            left_out: BTreeSet::new(),
            skipped: Skipped::default(),
            by_names: [false; 2],
            unknown: Vec::new(),
            begun: Vec::new(),
        };
        Gathering { given }
    }

    /// Its rows, its columns are found by names.
    pub fn by_names(&mut self, by_names: [bool; 2]) {
        self.given.by_names = by_names;
    }

    /// A row or a column has a name that nobody knows.
    pub fn unknown(&mut self, name: &str) {
        if !self.given.unknown.iter().any(|it| it == name) {
            self.given.unknown.push(name.to_owned());
        }
    }

    /// A value stands in a row without a name.
    pub fn nameless(&mut self) {
        self.given.skipped.nameless += 1;
    }

    /// A value may be of either of two heads.
    pub fn of_several_heads(&mut self) {
        self.given.skipped.several += 1;
    }

    /// It comes from something else than was thought at first.
    pub fn call(&mut self, what: What) {
        self.given.what = what;
    }

    /// The cell at a place of the block, if one can be entered there; else it is counted as skipped.
    pub fn cell(&mut self, app: &App, row: usize, column: usize) -> Option<Cell> {
        self.take(app, ground::under(app, row, column))
    }

    /// The cell that was found, if one can be entered there; else it is counted as skipped.
    pub fn take(&mut self, app: &App, under: Under) -> Option<Cell> {
        let skipped = &mut self.given.skipped;
        let cell = match under {
            Under::Cell(cell) => cell,
            Under::Nothing => {
                skipped.nothing += 1;
                return None;
            }
            Under::Beyond => {
                skipped.beyond += 1;
                return None;
            }
        };
        if is_computed(app, cell) {
            skipped.computed += 1;
            return None;
        }
        Some(cell)
    }

    /// Nothing is given for a place.
    pub fn blank(&mut self) {
        self.given.skipped.blank += 1;
    }

    /// What is to stand in a cell.
    pub fn put(&mut self, proposed: Proposed) {
        self.given.cells.push(proposed);
    }

    /// The cell that was put last is left as it is, unless the person says otherwise.
    pub fn leave_out(&mut self) {
        if let Some(last) = self.given.cells.len().checked_sub(1) {
            self.given.left_out.insert(last);
        }
    }

    /// Shows what would come of it.
    pub fn show(self, app: &mut App) {
        if let Some(layer) = self.made(app) {
            app.open(layer);
        }
    }

    /// The page that shows what would come of it; says so where it has no cell.
    pub fn made(self, app: &mut App) -> Option<Box<dyn Overlay>> {
        made(app, self.given)
    }
}

/// Whether nobody types the figure of a cell.
pub fn is_computed(app: &App, cell: Cell) -> bool {
    let indicator = app.state().indicator_in(cell.period, cell.indicator);
    indicator.is_some_and(|it| it.measure.computed_from().is_some())
}

/// What stands in a cell, if anything does.
pub fn there(app: &App, cell: Cell) -> Option<&Entry> {
    let value = app.state().value(cell)?;
    (value.entry != Entry::Empty).then_some(&value.entry)
}

/// Whether the period under the cursor takes values, and marked rows are in sight; else says why not.
pub fn may_begin(app: &mut App) -> bool {
    if ground::marks_are_elsewhere(app) {
        let sentence = app.say(Phrase::MarkedElsewhere);
        app.status.tell(Tone::Warning, sentence);
        return false;
    }
    let Some(id) = app.monitoring.chosen.period else {
        return false;
    };
    let period = app.state().periods.get(&id);
    if period.is_some_and(|it| it.state.takes_values()) {
        return true;
    }
    let refusal = Refusal::PeriodClosed { period: id };
    let sentence = app.narrator().refusal(&refusal).to_string();
    app.status.tell(Tone::Warning, sentence);
    false
}

/// Says that a block has no cell, and what stands in its way.
pub fn tell_nothing(app: &mut App, given: &Gathered) {
    let what = app.say(given.what.title());
    let mut said = vec![app.say_with(Phrase::BlockNothingHere, &args![what])];
    said.extend(super::told::unknown(app, &given.unknown));
    said.extend(super::told::skipped(app, given.skipped));
    let sentence = said.join(&format!(" {} ", app.theme.glyphs.dot));
    app.status.tell(Tone::Warning, sentence);
}

/// An entry of one cell as it is to stand in another: as it is where both are measured alike, else as it would be typed.
pub fn suited(app: &App, from: Cell, entry: &Entry, to: Cell) -> Given {
    let state = app.state();
    let measure = |it: Cell| (state.indicator_in(it.period, it.indicator)).map(|it| &it.measure);
    let alike = match (measure(from), measure(to)) {
        // Options are told by their words: another edition may have put them in another order.
        (Some(Measure::Choice { options }), Some(Measure::Choice { options: others })) => {
            options == others
        }
        (Some(one), Some(other)) => std::mem::discriminant(one) == std::mem::discriminant(other),
        _ => false,
    };
    match entry {
        Entry::NotApplicable { .. } | Entry::NoData { .. } => Given::Entry(entry.clone()),
        entry if alike => Given::Entry(entry.clone()),
        entry => Given::Text(super::super::typed(app, from, entry)),
    }
}

/// A block of texts. A table that says whose its rows or of what its columns are is laid by that; one of bare values is laid on one organisation after the other, from the cell under the cursor on; over a marked block that it fits into whole it is laid as often as it fits.
pub fn paste(app: &mut App, text: &str) {
    if !may_begin(app) {
        return;
    }
    let table = pasted::table(text);
    if let Some(period) = app.monitoring.chosen.period {
        let names = Names::of(app.state(), Some(period));
        let reads = |(row, column), text: &str| match ground::under(app, row, column) {
            Under::Cell(cell) => cell_text::read(app.state(), cell, text).is_ok(),
            Under::Nothing | Under::Beyond => read_mark(text).is_some(),
        };
        let heads = heads::of(app.state(), &names, period, &table, &reads);
        if !heads.are_none() {
            return named::paste(app, &table, &heads);
        }
    }
    let rows = table.len();
    let columns = table.iter().map(Vec::len).max().unwrap_or(0);
    let exact = app.entry.exact(text).cloned();
    let looks = |row, column| ground::under(app, row, column);
    let texts = table.iter().enumerate().flat_map(|(row, texts)| {
        let filled = texts.iter().enumerate().filter(|it| !it.1.is_empty());
        filled.map(move |it| (row, it.0))
    });
    let texts: Vec<(usize, usize)> = texts.collect();
    let laid = Laid::of(app, ((rows, columns), &texts), exact.is_some(), &looks);
    let (laid, size) = match laid {
        Ok(laid) => laid,
        Err(doubt) => {
            let sentence = app.say(doubt);
            return app.status.tell(Tone::Warning, sentence);
        }
    };
    let mut block = Gathering::new(What::Paste, size);
    for row in 0..size.0 {
        for column in 0..size.1 {
            let at = (row % rows, column % columns.max(1));
            let text = table.get(at.0).and_then(|it| it.get(at.1));
            let Some(text) = text.filter(|it| !it.is_empty()) else {
                block.blank();
                continue;
            };
            let under = laid.under(row, column, &|row, column| ground::under(app, row, column));
            let Some(cell) = block.take(app, under) else {
                continue;
            };
            let known = exact.as_ref().and_then(|it| it.at(at.0, at.1));
            let given = match known {
                Some((from, entry)) => suited(app, *from, entry, cell),
                None => Given::Text(text.clone()),
            };
            let source = crate::tui::entry::source::of(app, cell).cloned();
            block.put(Proposed {
                cell,
                given,
                note: None,
                source,
            });
        }
    }
    block.show(app);
}

/// What was copied last in this window, laid from the cell under the cursor on.
pub fn paste_copied(app: &mut App) {
    let Some(text) = app.entry.copied.as_ref().map(|it: &Exact| it.text.clone()) else {
        let sentence = app.say(Phrase::BlockNothingCopied);
        return app.status.tell(Tone::Warning, sentence);
    };
    super::super::paste(app, &text);
}
