//! The lines of the page: what a file says of itself, names that nobody knows, and values that would change or are refused.

use std::collections::BTreeSet;

use super::{Got, stays};
use crate::analysis::batch::{Explained, Outcome, Unknown, remembered};
use crate::analysis::proposal::Verdict;
use crate::args;
use crate::locale::Phrase;
use crate::report::brings::Teller;
use crate::tui::app::App;
use crate::tui::theme::Role;

/// A line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Row {
    /// A name that nobody knows.
    Unknown(Unknown),
    /// A name that was taken for something: it can be said anew.
    Explained(Unknown, Explained),
    /// A claim; whether it would change something.
    Claim {
        /// Which.
        at: usize,
        /// Whether it would.
        changes: bool,
    },
    /// What is wrong with a file.
    Fault(String),
    /// What of a file is left aside.
    Note(String),
}

impl Row {
    /// Whether it is the same line, whatever has become of it since.
    pub(super) fn is_of(&self, other: &Row) -> bool {
        match (self, other) {
            (Row::Claim { at, .. }, Row::Claim { at: other, .. }) => at == other,
            (
                Row::Unknown(one) | Row::Explained(one, _),
                Row::Unknown(other) | Row::Explained(other, _),
            ) => one == other,
            (one, other) => one == other,
        }
    }

    /// The claim, if it can be taken.
    pub(super) fn taken(&self) -> Option<usize> {
        match self {
            Row::Claim { at, changes: true } => Some(*at),
            _ => None,
        }
    }
}

/// The lines: first what waits for an answer and what was answered, then what is refused, then what others have changed, then what changes,
/// at last what is left aside.
pub(super) fn of(app: &App, got: &Got) -> Vec<Row> {
    // As they stand in the files: whoever mends them goes from above down.
    let mut told = BTreeSet::new();
    let unknown = got.brings.outcomes.iter().filter_map(|it| match it {
        Outcome::Unknown(name) => Some(name),
        _ => None,
    });
    let unknown = unknown.filter(|it| told.insert(*it));
    let mut rows: Vec<Row> = unknown.cloned().map(Row::Unknown).collect();
    for (name, it) in &got.brings.explained {
        rows.push(Row::Explained(name.clone(), *it));
        // Of what means another thing now, what came of it before stays where it is.
        let before = remembered(app.state(), name).filter(|there| there.means != it.means);
        rows.extend(before.and_then(|it| stays::told(app, it)).map(Row::Note));
    }
    for (period, organisation, files) in got.batch.twice() {
        let whose = organisation.map_or_else(
            || app.say(Phrase::SubjectMunicipality),
            |it| app.narrator().organisation(it),
        );
        let (period, files) = (app.narrator().period(period), files.join("; "));
        let said = app.say_with(Phrase::BringsTwice, &args![whose, period, files]);
        rows.push(Row::Fault(said));
    }
    let files = &got.batch.files;
    let faults = files.iter().flat_map(|it| &it.faults);
    rows.extend(faults.cloned().map(Row::Fault));
    let (mut asked, mut changing) = (Vec::new(), Vec::new());
    for (at, outcome) in got.brings.outcomes.iter().enumerate() {
        match outcome {
            Outcome::Cell(_, Verdict::Same) | Outcome::Unknown(_) => {}
            Outcome::Since(..)
            | Outcome::PutRight(..)
            | Outcome::Meanwhile { .. }
            | Outcome::Poorer(..) => {
                asked.push(Row::Claim { at, changes: true });
            }
            Outcome::Cell(_, Verdict::Changes(_)) => {
                changing.push(Row::Claim { at, changes: true });
            }
            _ => rows.push(Row::Claim { at, changes: false }),
        }
    }
    rows.extend(asked);
    rows.extend(changing);
    let narrator = app.narrator();
    let before = files
        .iter()
        .filter_map(|it| narrator.brought_before(&it.name, it.digest));
    rows.extend(before.map(Row::Note));
    let notes = files.iter().flat_map(|it| &it.notes);
    rows.extend(notes.cloned().map(Row::Note));
    rows
}

/// The same for the list: the name of a file stands above it, where it is the only one.
pub(super) fn in_short(app: &App, got: &Got, row: &Row) -> (String, Role) {
    let (said, role) = told(app, got, row);
    match got.batch.files.as_slice() {
        [file] => (said.replace(&format!("{}, ", file.name), ""), role),
        _ => (said, role),
    }
}

/// What a line says, and how it looks.
pub(super) fn told(app: &App, got: &Got, row: &Row) -> (String, Role) {
    let narrator = app.narrator();
    let teller = Teller {
        locale: &app.locale,
        narrator: &narrator,
        batch: &got.batch,
        brings: &got.brings,
        names: &got.names,
    };
    match row {
        Row::Fault(said) => (said.clone(), Role::Warning),
        Row::Note(said) => (said.clone(), Role::Dim),
        Row::Explained(name, it) => (teller.explained(name, *it), Role::Text),
        Row::Unknown(name) => {
            let said = teller.unknown(name);
            // A table without a name has no cell that is to blame.
            let first = match name {
                Unknown::File(..) => None,
                _ => got.brings.first_under(name),
            };
            let claim = first.and_then(|at| got.batch.claims.get(at));
            let said = claim.map_or(said.clone(), |it| {
                format!("{} {} {said}", teller.place(it.spot), app.theme.glyphs.dot)
            });
            (said, Role::Warning)
        }
        Row::Claim { at, changes } => {
            let Some(told) = teller.claim(*at) else {
                return (String::new(), Role::Dim);
            };
            let (place, cell, said) = (&told.place, &told.cell, &told.said);
            match (changes, place.is_empty()) {
                // The cell first: where it stands in the file matters only where something is wrong.
                (true, _) => (
                    app.say_with(Phrase::IncomingLine, &args![cell, said, place]),
                    Role::Text,
                ),
                (false, true) => (told.said, Role::Warning),
                (false, false) => (
                    app.say_with(
                        Phrase::IncomingRefused,
                        &args![place, cell, given = &told.given, said],
                    ),
                    Role::Warning,
                ),
            }
        }
    }
}
