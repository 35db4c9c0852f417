//! What a section of the catalogue is: which records it lists, how a row of them reads, what is told of one, and which editors it has.
//!
//! A section is a file in `sections` and a line in its table. The screen knows no section by name, and a section knows nothing of panes.

use crate::domain::ids::PeriodId;
use crate::domain::record::{Key, Kind};
use crate::domain::text::fold;
use crate::locale::Phrase;
use crate::tui::app::App;
use crate::tui::command::table::CommandId;
use crate::tui::layer::Overlay;
use crate::tui::overlay::page::Line;
use crate::tui::text::Align;
use crate::tui::theme::Role;

/// A section of the catalogue. All of it is asked in `update`; drawing only puts down what was said.
pub trait Section: Sync {
    /// The kind of the records it lists: no other section lists them.
    fn kind(&self) -> Kind;

    /// Its name in the list of sections.
    fn title(&self) -> Phrase;

    /// How many records it lists.
    fn count(&self, app: &App) -> usize;

    /// Whether its rows may read otherwise after a change of a record of this kind.
    fn rests_on(&self, kind: Kind) -> bool;

    /// What its rows say. `inside` is the record whose own list is shown, where [`Section::leads_into`] says that it has one.
    fn columns(&self, inside: Option<Key>) -> &'static [Column];

    /// Its rows in order; see [`Section::columns`] for `inside`.
    fn rows(&self, app: &App, inside: Option<Key>) -> Vec<Row>;

    /// Everything about the record of a row.
    fn detail(&self, app: &App, key: Key, width: usize) -> Vec<Line>;

    /// What is said in place of rows where there are none, with the key that comes next.
    fn empty(&self, app: &App) -> String;

    /// Whether the record has a list of its own, which Enter opens.
    fn leads_into(&self, key: Key) -> bool {
        let _ = key;
        false
    }

    /// The record into whose list one has to go to see this one; `None` where it stands in the section's own list.
    fn within(&self, key: Key) -> Option<Key> {
        let _ = key;
        None
    }

    /// Periods whose values the detail of a record tells: they are asked for when the detail is entered.
    fn needs(&self, app: &App, key: Key) -> Vec<PeriodId> {
        let _ = (app, key);
        Vec::new()
    }

    /// Whether F2 opens an editor of this record.
    fn has_editor(&self, key: Key) -> bool {
        let _ = key;
        false
    }

    /// Whether a record with an editor is in a state that takes changes.
    fn takes_changes(&self, app: &App, key: Key) -> bool {
        let _ = (app, key);
        true
    }

    /// The editor of a record; `None` where the person may not change it, which was said.
    fn editor(&self, app: &mut App, key: Key) -> Option<Box<dyn Overlay>> {
        let _ = (app, key);
        None
    }

    /// What Enter on a line of a detail leads to, where that is not the record of the line: who was appointed, and not the appointment.
    fn opened(&self, app: &App, key: Key) -> Key {
        let _ = app;
        key
    }

    /// The command that adds a record: its key stands below the list.
    fn adds(&self) -> Option<CommandId> {
        None
    }

    /// What stands below the list in place of that key: what is to be said of the record whose list is shown, the longest first.
    fn foot(&self, app: &App, inside: Option<Key>) -> Vec<String> {
        let _ = (app, inside);
        Vec::new()
    }

    /// A command with the record under the cursor, before the program has it. Whether it was carried out.
    fn command(&self, app: &mut App, command: CommandId, at: Option<Key>) -> bool {
        let _ = (app, command, at);
        false
    }
}

/// A column of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Column {
    /// What stands above it.
    pub caption: Phrase,
    /// Which side it leans on.
    pub align: Align,
    /// Where there is no room, columns of the highest rank go first: from rank 2 on before a word is cut, of rank 1 after that. Those of
    /// rank 0 stay.
    pub rank: u8,
    /// Columns to which it may be cut; `None` is never.
    pub least: Option<u16>,
}

impl Column {
    /// A column of words.
    #[must_use]
    pub const fn words(caption: Phrase, rank: u8) -> Column {
        Column {
            caption,
            align: Align::Left,
            rank,
            least: None,
        }
    }

    /// A column of numbers.
    #[must_use]
    pub const fn numbers(caption: Phrase, rank: u8) -> Column {
        Column {
            align: Align::Right,
            ..Column::words(caption, rank)
        }
    }

    /// The column as one that may be cut.
    #[must_use]
    pub const fn cut_to(self, least: u16) -> Column {
        Column {
            least: Some(least),
            ..self
        }
    }
}

/// The state of a record: a sign and a word, so that the colour is never alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct State {
    /// The sign.
    pub sign: &'static str,
    /// The word.
    pub word: String,
    /// How both look.
    pub role: Role,
}

/// A row of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The record.
    pub key: Key,
    /// How deep it stands in a tree.
    pub depth: u16,
    /// What its columns say.
    pub cells: Vec<String>,
    /// Its state; `None` where nothing is to be said of it.
    pub state: Option<State>,
    /// No longer in use: it is dimmed, and its state says why.
    pub dim: bool,
}

impl Row {
    /// A row of a plain list.
    #[must_use]
    pub fn new(key: Key, cells: Vec<String>) -> Row {
        Row {
            key,
            depth: 0,
            cells,
            state: None,
            dim: false,
        }
    }

    /// The row with its state.
    #[must_use]
    pub fn in_state(mut self, sign: &'static str, word: String, role: Role) -> Row {
        self.state = Some(State { sign, word, role });
        self
    }

    /// The row as one of a record no longer in use.
    #[must_use]
    pub fn dimmed(self, dim: bool) -> Row {
        Row { dim, ..self }
    }

    /// The row as deep in a tree.
    #[must_use]
    pub fn at_depth(self, depth: u16) -> Row {
        Row { depth, ..self }
    }

    /// All that it says, in one line.
    #[must_use]
    pub fn text(&self, between: &str) -> String {
        let state = self.state.iter().map(|it| it.word.as_str());
        let cells = self.cells.iter().map(String::as_str).chain(state);
        let said: Vec<&str> = cells.filter(|it| !it.is_empty()).collect();
        said.join(between)
    }
}

/// Leaves the rows in which every word of a filter occurs, and those under which such rows stand.
pub fn filter(rows: &mut Vec<Row>, filter: &str) {
    let filter = fold(filter);
    let words: Vec<&str> = filter.split_whitespace().collect();
    if words.is_empty() {
        return;
    }
    let fits = |row: &Row| {
        let text = fold(&row.text(" "));
        words.iter().all(|word| text.contains(word))
    };
    // From the last row up: what a row stands under comes before it, and less deep.
    let mut wanted: Option<u16> = None;
    let mut kept: Vec<Row> = Vec::new();
    for row in rows.drain(..).rev() {
        let holds_wanted = wanted.is_some_and(|depth| row.depth < depth);
        if holds_wanted || fits(&row) {
            wanted = (row.depth > 0).then_some(row.depth);
            kept.push(row);
        }
    }
    kept.reverse();
    *rows = kept;
}
