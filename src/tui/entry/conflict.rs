//! Two people changed one cell: both values with author and time, and the person chooses. The loser's text is never dropped.

use crate::args;
use crate::domain::command::{Command, SetValue};
use crate::domain::decide::{Actor, decide};
use crate::domain::ids::Seq;
use crate::domain::record::Key;
use crate::domain::refusal::Refusal;
use crate::domain::state::Stamp;
use crate::domain::value::{Cell, Entry};
use crate::locale::Phrase;
use crate::tui::app::App;
use crate::tui::draft;
use crate::tui::layer::{Outcome, Overlay};
use crate::tui::mirror::Conflict;
use crate::tui::overlay::picker::{Item, Picker};
use crate::tui::screen::monitoring::Monitoring;
use crate::tui::status::Tone;

use super::accept;

/// What to do with a conflict.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Choice {
    Mine,
    Theirs,
    Note,
}

/// The question about a cell's conflict, if there is one.
#[must_use]
pub fn ask(app: &mut App, cell: Cell) -> Option<Box<dyn Overlay>> {
    let conflict = app.mirror.conflict(cell)?.clone();
    let said = |entry: &Entry| super::said(app, cell, entry);
    let mine = said(&conflict.mine.entry);
    let theirs = conflict
        .theirs
        .as_ref()
        .map_or_else(|| app.say(Phrase::CellAbsent), |it| said(&it.entry));
    let who = conflict
        .stamp
        .map_or_else(String::new, |it| app.narrator().stamp(&it));
    let own = app.narrator().stamp(&Stamp {
        rev: Seq(0),
        by: app.user,
        at: conflict.typed,
    });
    let title = app.say_with(
        Phrase::ConflictTitle,
        &args![what = app.narrator().cell(cell)],
    );
    let item = |phrase: Phrase, right: String, value: Choice| Item {
        label: app.say(phrase),
        right,
        value,
    };
    let items = vec![
        item(
            Phrase::ConflictTakeTheirs,
            app.say_with(
                Phrase::CellConflictTheirs,
                &args![value = theirs, who = who],
            ),
            Choice::Theirs,
        ),
        item(
            Phrase::ConflictTakeMine,
            app.say_with(Phrase::CellConflictMine, &args![value = mine, who = own]),
            Choice::Mine,
        ),
        item(Phrase::ConflictTakeNote, String::new(), Choice::Note),
    ];
    let on_pick = move |app: &mut App, choice: Choice| match chosen(app, cell, choice) {
        Ok(()) => Outcome::Close,
        Err(why) => {
            // Nothing is settled by what cannot be recorded.
            app.status.tell(Tone::Error, why);
            Outcome::Used
        }
    };
    Some(Box::new(
        Picker::new(title, items, 0, Box::new(on_pick)).by_digit(),
    ))
}

/// Does what was chosen.
///
/// # Errors
/// The sentence for the person, if the rules refuse it; the conflict stays.
fn chosen(app: &mut App, cell: Cell, choice: Choice) -> Result<(), String> {
    let Some(conflict) = app.mirror.conflict(cell).cloned() else {
        return Ok(());
    };
    let seen = app.mirror.seen(Key::Value(cell));
    let edit = match choice {
        Choice::Theirs => {
            app.mirror.settle(cell);
            Monitoring::renew(app, &[Key::Value(cell)]);
            super::keep(app, &conflict.mine);
            let sentence = draft::kept_beside_theirs(app);
            app.status.tell(Tone::Good, sentence);
            return Ok(());
        }
        Choice::Mine => SetValue {
            seen,
            ..conflict.mine.clone()
        },
        Choice::Note => SetValue {
            cell,
            seen,
            entry: (conflict.theirs.as_ref()).map_or(Entry::Empty, |it| it.entry.clone()),
            note: Some(note(app, cell, &conflict)),
            source: None,
        },
    };
    let actor = Actor { user: app.user };
    let command = Command::SetValues(vec![edit.clone()]);
    let refusal = decide(app.mirror.confirmed(), &actor, &command, app.now).err();
    // What meets yet another change is a conflict again, and says so by its answer.
    let refusal =
        refusal.filter(|it| !matches!(it, Refusal::Conflict { .. } | Refusal::NotLoaded { .. }));
    match refusal {
        None => {
            app.mirror.settle(cell);
            super::forget(app, cell);
            let id = accept::send(app, edit);
            if choice == Choice::Note {
                app.mirror.stands_for(id, conflict.mine);
            }
        }
        // They have put the same there meanwhile.
        Some(Refusal::NoChange) => {
            app.mirror.settle(cell);
            super::forget(app, cell);
            Monitoring::renew(app, &[Key::Value(cell)]);
        }
        Some(refusal) => return Err(app.narrator().refusal_of(cell, &refusal).to_string()),
    }
    Ok(())
}

/// Their note with what was typed here added: the value, and the note given with it.
fn note(app: &App, cell: Cell, conflict: &Conflict) -> String {
    // What is drawn does not break between a number and its unit; what is written may.
    let mine = super::said(app, cell, &conflict.mine.entry).replace('\u{a0}', " ");
    let added = app.say_with(Phrase::ConflictNote, &args![value = mine]);
    let theirs = conflict.theirs.as_ref().map(|it| it.note.as_str());
    let own = conflict.mine.note.as_deref();
    let parts = [theirs, Some(added.as_str()), own];
    let parts: Vec<&str> = parts
        .into_iter()
        .flatten()
        .filter(|it| !it.is_empty())
        .collect();
    parts.join(" ")
}
