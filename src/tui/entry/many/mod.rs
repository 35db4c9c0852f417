//! Many cells as one step: what would come of them is shown first, row by row; Enter writes all of it as one commit, which is taken back as one.
//!
//! Owns the block that is being looked at. A cell that a colleague changes meanwhile is asked about; nothing of theirs is written over by
//! accident. Knows the rules only by [`Proposal`], and not how rows are drawn.

mod answers;
mod draw;
pub mod fill;
pub mod gather;
pub mod heads;
pub mod kept;
mod laid;
pub mod marks;
mod named;
pub mod pasted;
pub mod preview;
mod told;

use std::collections::BTreeSet;

use crate::analysis::proposal::{Counts, Given, Line, Proposal, Proposed, Verdict};
use crate::domain::command::{Seen, SetValue};
use crate::domain::decide::Actor;
use crate::domain::record::{CommandId, Key};
use crate::domain::value::{Cell, Entry, ValueState};
use crate::locale::Phrase;
use crate::tui::app::App;
use crate::tui::layer::Overlay;
use crate::tui::widget::list::ListCursor;

/// What a block comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// It was pasted.
    Paste,
    /// The first row of the block, or the cell above, goes into those below.
    FillDown,
    /// What stood there in the period before.
    AsBefore,
    /// The last entry, into each cell.
    Repeat,
    /// Nothing is to stand there.
    Clear,
    /// «н/п».
    NotApplicable,
    /// «нет данных».
    NoData,
}

impl What {
    const ALL: [What; 7] = [
        What::Paste,
        What::FillDown,
        What::AsBefore,
        What::Repeat,
        What::Clear,
        What::NotApplicable,
        What::NoData,
    ];

    /// What it is called.
    fn title(self) -> Phrase {
        match self {
            What::Paste => Phrase::BlockPaste,
            What::FillDown => Phrase::BlockFillDown,
            What::AsBefore => Phrase::BlockAsBefore,
            What::Repeat => Phrase::BlockRepeat,
            What::Clear => Phrase::BlockClear,
            What::NotApplicable => Phrase::BlockNotApplicable,
            What::NoData => Phrase::BlockNoData,
        }
    }
}

/// What a block would have laid where nothing can be entered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Skipped {
    /// Where nothing is collected, or a personal indicator meets a vacancy.
    pub nothing: usize,
    /// Where the figure is computed.
    pub computed: usize,
    /// Empty texts: they change nothing.
    pub blank: usize,
    /// Beyond the last row or column.
    pub beyond: usize,
    /// In rows of a table that have no name.
    pub nameless: usize,
    /// Where an organisation had two heads, and the table does not say whose the value is.
    pub several: usize,
    /// Of a block that comes back: what found no room in what was kept.
    pub lost: usize,
}

/// The cells of a block and what is to stand in them.
#[derive(Clone, Debug, PartialEq)]
pub struct Gathered {
    /// What it comes from.
    pub what: What,
    /// Rows and columns that it takes.
    pub size: (usize, usize),
    /// The cells.
    pub cells: Vec<Proposed>,
    /// Places of those that are left as they are unless the person says otherwise.
    pub left_out: BTreeSet<usize>,
    /// What is no cell of it.
    pub skipped: Skipped,
    /// Whether its rows and its columns were found by names.
    pub by_names: [bool; 2],
    /// Names of rows and columns that nobody knows: their values are left out.
    pub unknown: Vec<String>,
    /// What was in each cell when the block was shown first, where it comes back; else it is shown now.
    pub begun: Vec<Seen>,
}

/// The block that is being looked at.
#[derive(Clone, Debug, PartialEq)]
pub struct Many {
    given: Gathered,
    /// Where it is kept as unfinished input.
    place: String,
    /// What was in each cell when it was shown.
    begun: Vec<Seen>,
    proposal: Proposal,
    /// Places of the cells in the order in which they are shown.
    order: Vec<usize>,
    cursor: ListCursor,
    /// How many of the cells are not kept as unfinished input: there are too many.
    unkept: usize,
    /// Under which it was sent, while nobody has answered.
    sent: Option<CommandId>,
}

/// What is to be done before a row is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Row {
    /// A colleague was faster: the person chooses.
    Met,
    /// It cannot be written.
    Refused,
    /// Words are missing.
    Waits,
    /// It is written, though it is unusual.
    Unusual,
    /// It is written over a value.
    Over,
    /// It is written where nothing stood.
    New,
    /// It says what is there already.
    Same,
}

impl Many {
    fn new(app: &App, given: Gathered) -> Many {
        let now = || (given.cells.iter()).map(|it| app.mirror.seen(Key::Value(it.cell)));
        let begun = match given.begun.len() == given.cells.len() {
            true => given.begun.clone(),
            false => now().collect(),
        };
        let mut many = Many {
            given,
            place: kept::place_at(app),
            begun,
            proposal: Proposal::default(),
            order: Vec::new(),
            cursor: ListCursor::default(),
            unkept: 0,
            sent: None,
        };
        many.judge(app);
        many.take_marks(app);
        many.arrange(app);
        many.unkept = kept::beyond(app, &many);
        many
    }

    /// A value that was carried over from the period before loses the mark of it with the value.
    fn take_marks(&mut self, app: &App) {
        let mut any = false;
        for (proposed, line) in self.given.cells.iter_mut().zip(&self.proposal.lines) {
            if let (None, Verdict::Changes(it)) = (&proposed.note, &line.verdict) {
                proposed.note = fill::without_mark(app, proposed.cell, &it.entry);
                any |= proposed.note.is_some();
            }
        }
        if any {
            self.judge(app);
        }
    }

    /// What would come of the cells as things stand now.
    fn judge(&mut self, app: &App) {
        let actor = Actor { user: app.user };
        self.proposal = Proposal::of(app.mirror.confirmed(), actor, app.now, &self.given.cells);
    }

    /// What needs the person stands first, what changes nothing last; the cursor is on the first row that can be written.
    fn arrange(&mut self, app: &App) {
        let mut order: Vec<usize> = (0..self.given.cells.len()).collect();
        order.sort_by_key(|at| {
            // Within these the rows stand as on the sheet.
            let rank = match self.row(app, *at) {
                Row::Met => 0,
                Row::Refused => 1,
                Row::Waits => 2,
                Row::Unusual | Row::Over | Row::New => 3,
                Row::Same => 4,
            };
            (self.given.left_out.contains(at), rank)
        });
        self.order = order;
        let ready = |at: &usize| !matches!(self.row(app, *at), Row::Refused);
        let first = self.order.iter().position(ready).unwrap_or(0);
        let (len, height) = (self.order.len(), draw::height(app, self));
        self.cursor = ListCursor::default();
        self.cursor.go(first, len, height);
    }

    /// How a cell of the block stands.
    fn row(&self, app: &App, at: usize) -> Row {
        let (Some(proposed), Some(line)) = (self.given.cells.get(at), self.proposal.lines.get(at))
        else {
            return Row::Same;
        };
        let is_met = || {
            let begun = self.begun.get(at).copied().unwrap_or(Seen::Absent);
            app.mirror.rests_on(proposed.cell, begun) != app.mirror.seen(Key::Value(proposed.cell))
        };
        match &line.verdict {
            Verdict::Same => Row::Same,
            Verdict::Unread(_) | Verdict::Refused(_) | Verdict::Contradicts(_) => Row::Refused,
            _ if is_met() => Row::Met,
            Verdict::Waits(..) => Row::Waits,
            Verdict::Changes(it) if !it.warnings.is_empty() => Row::Unusual,
            Verdict::Changes(it) => match &it.was {
                None | Some(Entry::Empty) => Row::New,
                Some(_) => Row::Over,
            },
        }
    }

    /// The place of the cell under the cursor.
    fn here(&self) -> Option<usize> {
        self.order.get(self.cursor.at).copied()
    }

    fn is_chosen(&self, at: usize) -> bool {
        !self.given.left_out.contains(&at)
    }

    /// Those of the chosen cells that stand so, in the order in which they are shown.
    fn standing(&self, app: &App, row: Row) -> Vec<usize> {
        let all = self.order.iter().copied();
        all.filter(|it| self.is_chosen(*it) && self.row(app, *it) == row)
            .collect()
    }

    /// What is written now.
    fn sets(&self) -> Vec<SetValue> {
        self.proposal.sets(|at| self.is_chosen(at))
    }

    /// How many of the chosen cells there are of each sort.
    fn counts(&self) -> Counts {
        let chosen = self.proposal.lines.iter().enumerate();
        let lines: Vec<Line> = chosen
            .filter(|(at, _)| self.is_chosen(*at))
            .map(|(_, it)| it.clone())
            .collect();
        Proposal { lines }.counts()
    }

    /// How many of the chosen cells that change were handed in or approved, and how many were returned.
    fn handed_in(&self, app: &App) -> (usize, usize) {
        let (mut reopened, mut returned) = (0, 0);
        let chosen = self
            .given
            .cells
            .iter()
            .zip(&self.proposal.lines)
            .enumerate();
        for (_, (proposed, line)) in chosen.filter(|(at, _)| self.is_chosen(*at)) {
            if let Verdict::Changes(it) | Verdict::Waits(_, it) = &line.verdict {
                let value = app.mirror.confirmed().value(proposed.cell);
                let is_returned =
                    value.is_some_and(|it| matches!(it.state, ValueState::Returned { .. }));
                reopened += usize::from(it.reopens);
                returned += usize::from(is_returned);
            }
        }
        (reopened, returned)
    }

    /// How many of the chosen cells that change have a value.
    fn over(&self) -> usize {
        let chosen = self.proposal.lines.iter().enumerate();
        let over = |line: &Line| match &line.verdict {
            Verdict::Changes(it) | Verdict::Waits(_, it) => {
                it.was.as_ref().is_some_and(Entry::is_filled)
            }
            _ => false,
        };
        chosen
            .filter(|(at, it)| self.is_chosen(*at) && over(it))
            .count()
    }

    fn cell(&self, at: usize) -> Option<Cell> {
        self.given.cells.get(at).map(|it| it.cell)
    }

    fn verdict(&self, at: usize) -> Option<&Verdict> {
        self.proposal.lines.get(at).map(|it| &it.verdict)
    }

    /// What is to stand there, as one would type it.
    fn typed(&self, app: &App, at: usize) -> String {
        let proposed = self.given.cells.get(at);
        proposed.map_or_else(String::new, |it| typed(app, it))
    }

    /// Gives a note to cells of the block.
    fn explain(&mut self, app: &App, cells: &[usize], note: &str) {
        for at in cells {
            if let Some(proposed) = self.given.cells.get_mut(*at) {
                proposed.note = Some(note.to_owned());
            }
        }
        self.unkept = kept::beyond(app, self);
        self.judge(app);
    }

    /// Puts an entry into cells of the block.
    fn put(&mut self, app: &App, cells: &[usize], entry: &Entry) {
        for at in cells {
            if let Some(proposed) = self.given.cells.get_mut(*at) {
                proposed.given = Given::Entry(entry.clone());
            }
        }
        self.judge(app);
    }

    /// Puts another text into a cell of the block, as if it had been pasted so; it is to be written.
    fn retype(&mut self, app: &App, at: usize, text: String) {
        if let Some(proposed) = self.given.cells.get_mut(at) {
            proposed.given = Given::Text(text);
        }
        self.given.left_out.remove(&at);
        self.judge(app);
    }

    /// The person has chosen for a cell: their own, or what a colleague has put there.
    fn choose(&mut self, app: &App, at: usize, mine: bool) {
        let Some(cell) = self.cell(at) else { return };
        if let Some(begun) = self.begun.get_mut(at) {
            *begun = app.mirror.seen(Key::Value(cell));
        }
        if !mine {
            self.given.left_out.insert(at);
        }
    }
}

/// What is to stand in a cell, as one would type it.
fn typed(app: &App, proposed: &Proposed) -> String {
    match &proposed.given {
        Given::Text(text) => text.clone(),
        Given::Entry(entry) => super::typed(app, proposed.cell, entry),
    }
}

/// The page of what would come of a block; says so where it has no cell.
fn made(app: &mut App, given: Gathered) -> Option<Box<dyn Overlay>> {
    if given.cells.is_empty() {
        gather::tell_nothing(app, &given);
        return None;
    }
    let many = Many::new(app, given);
    app.entry.many = Some(many);
    // It is unfinished input from its first moment on, whatever key comes next.
    app.touch_input();
    Some(Box::new(preview::Preview))
}
