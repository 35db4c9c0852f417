//! Two people changed one cell: both values with author and time, and the person chooses. The loser's text is never dropped.

use crate::args;
use crate::domain::command::SetValue;
use crate::domain::record::Key;
use crate::domain::value::{Cell, Entry};
use crate::locale::Phrase;
use crate::tui::app::App;
use crate::tui::draft;
use crate::tui::layer::{Outcome, Overlay};
use crate::tui::overlay::picker::{Item, Picker};
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
    let indicator = app.state().indicator_in(cell.period, cell.indicator);
    let said = |entry: &Entry| app.locale.entry(indicator.map(|it| &it.body), entry);
    let mine = said(&conflict.mine.entry);
    let theirs = conflict
        .theirs
        .as_ref()
        .map_or_else(|| app.say(Phrase::CellAbsent), |it| said(&it.entry));
    let who = conflict
        .stamp
        .map_or_else(String::new, |it| app.narrator().stamp(&it));
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
            app.say_with(Phrase::CellConflictMine, &args![value = mine.clone()]),
            Choice::Mine,
        ),
        item(Phrase::ConflictTakeNote, String::new(), Choice::Note),
    ];
    let on_pick = move |app: &mut App, choice: Choice| {
        let seen = app.mirror.seen(Key::Value(cell));
        let Some(conflict) = app.mirror.settle(cell) else {
            return Outcome::Close;
        };
        if choice != Choice::Theirs {
            super::forget(app, cell);
        }
        match choice {
            Choice::Mine => accept::send(
                app,
                SetValue {
                    seen,
                    ..conflict.mine
                },
            ),
            Choice::Theirs => {
                crate::tui::screen::monitoring::Monitoring::renew(app, &[Key::Value(cell)]);
                super::keep(app, &conflict.mine);
                let sentence = draft::kept_beside_theirs(app);
                app.status.tell(Tone::Good, sentence);
            }
            Choice::Note => {
                let entry = conflict
                    .theirs
                    .as_ref()
                    .map_or(Entry::Empty, |it| it.entry.clone());
                let added = app.say_with(Phrase::ConflictNote, &args![value = mine.clone()]);
                let note = match conflict
                    .theirs
                    .map(|it| it.note)
                    .filter(|it| !it.is_empty())
                {
                    Some(theirs) => format!("{theirs} {added}"),
                    None => added,
                };
                accept::send(
                    app,
                    SetValue {
                        cell,
                        seen,
                        entry,
                        note: Some(note),
                        source: None,
                    },
                );
            }
        }
        Outcome::Close
    };
    Some(Box::new(
        Picker::new(title, items, 0, Box::new(on_pick)).by_digit(),
    ))
}
