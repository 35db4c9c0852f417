//! Two people changed one cell: both values with author and time, and the person chooses. The loser's text is never dropped.

use crossterm::event::KeyEvent;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::analysis::results::RECKON;
use crate::args;
use crate::domain::command::{Command, SetValue};
use crate::domain::decide::{Actor, decide};
use crate::domain::record::{Commit, Key};
use crate::domain::refusal::Refusal;
use crate::domain::value::{Cell, Entry};
use crate::locale::Phrase;
use crate::service::link::News;
use crate::tui::app::{App, Waiting};
use crate::tui::command::hints;
use crate::tui::command::table::{CommandId, Place};
use crate::tui::layer::{Outcome, Overlay};
use crate::tui::mirror::Conflict;
use crate::tui::overlay::picker::{Item, Picker};
use crate::tui::status::Tone;
use crate::tui::{draft, presence};

use super::typed_on::TypedOn;
use super::{accept, ground};

/// What to do with a conflict.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Choice {
    Mine,
    Theirs,
    Note,
}

/// The question about a cell's conflict, if there is one, for whoever has asked for it.
#[must_use]
pub fn ask(app: &mut App, cell: Cell) -> Option<Box<dyn Overlay>> {
    question(app, cell, None)
}

/// The same question where nobody has asked for it: what is typed on without a pause was meant for something else, and answers nothing.
#[must_use]
pub fn interrupt(app: &mut App, cell: Cell) -> Option<Box<dyn Overlay>> {
    let now = TypedOn::now(app);
    question(app, cell, Some(now))
}

fn question(app: &mut App, cell: Cell, typed_on: Option<TypedOn>) -> Option<Box<dyn Overlay>> {
    let list = list(app, cell)?;
    let question = Question {
        cell,
        list,
        typed_on,
    };
    Some(Box::new(question))
}

/// Nobody is asked about what is not in memory: it may be another by now.
fn list(app: &mut App, cell: Cell) -> Option<Picker<Choice>> {
    app.mirror.confirmed().shard(cell.period)?;
    let conflict = app.mirror.conflict(cell)?;
    let who = |user, at| {
        let (who, when) = (app.narrator().user(user), presence::moment(app, at));
        app.say_with(Phrase::WhoAndWhen, &args![who, when])
    };
    let theirs = match (&conflict.theirs, conflict.stamp) {
        (Some(it), Some(stamp)) => Item {
            label: app.say_with(
                Phrase::ConflictTakeTheirs,
                &args![who = who(stamp.by, stamp.at)],
            ),
            right: with_note(app, cell, &it.entry, &it.note),
            value: Choice::Theirs,
        },
        _ => Item {
            label: app.say(Phrase::ConflictTakeNothing),
            right: app.say(Phrase::CellAbsent),
            value: Choice::Theirs,
        },
    };
    let mine = Item {
        label: app.say_with(
            Phrase::ConflictTakeMine,
            &args![who = who(app.user, conflict.typed)],
        ),
        right: with_note(
            app,
            cell,
            &conflict.mine.entry,
            conflict.mine.note.as_deref().unwrap_or_default(),
        ),
        value: Choice::Mine,
    };
    // Beside nothing there is no note to write.
    let note = conflict.theirs.as_ref().map(|_| Item {
        label: app.say(Phrase::ConflictTakeNote),
        right: String::new(),
        value: Choice::Note,
    });
    let title = app.say_with(
        Phrase::ConflictTitle,
        &args![what = app.narrator().cell(cell)],
    );
    // What is chosen between is what stands in the question: what came later is asked about anew.
    let asked = app.mirror.seen(Key::Value(cell));
    let on_pick = move |app: &mut App, choice: Choice| {
        if app.mirror.confirmed().shard(cell.period).is_none() {
            let sentence = app.say(Phrase::ValuesLoading);
            app.status.tell(Tone::Warning, sentence);
            return Outcome::Used;
        }
        if asked != app.mirror.seen(Key::Value(cell)) {
            return interrupt(app, cell).map_or(Outcome::Close, Outcome::Replace);
        }
        match chosen(app, cell, choice) {
            Ok(()) => Outcome::Close,
            Err(why) => {
                // Nothing is settled by what cannot be recorded.
                app.status.tell(Tone::Error, why);
                Outcome::Used
            }
        }
    };
    let items = [theirs, mine].into_iter().chain(note).collect();
    Some(Picker::new(title, items, 0, Box::new(on_pick)).by_digit())
}

/// A value with the note that goes with it: «75,0 % (60 из 80) · «по акту»».
fn with_note(app: &App, cell: Cell, entry: &Entry, note: &str) -> String {
    let said = super::said(app, cell, entry);
    match note {
        "" => said,
        _ => {
            let note = app.say_with(Phrase::Quoted, &args![text = note.replace('\n', " ")]);
            format!("{said} {} {note}", app.theme.glyphs.dot)
        }
    }
}

/// The question on the screen: a list that is made anew when others go on.
#[derive(Debug)]
struct Question {
    cell: Cell,
    list: Picker<Choice>,
    /// Until the first pause, where nobody has asked for the question.
    typed_on: Option<TypedOn>,
}

impl Overlay for Question {
    fn place(&self) -> Place {
        self.list.place()
    }

    fn takes_text(&self) -> bool {
        self.list.takes_text()
    }

    fn key(&mut self, key: KeyEvent, app: &mut App) -> Outcome {
        match TypedOn::takes(&mut self.typed_on, key, app) {
            true => Outcome::Used,
            false => self.list.key(key, app),
        }
    }

    fn paste(&mut self, text: &str, app: &mut App) -> Outcome {
        self.list.paste(text, app)
    }

    fn news(&mut self, news: &News, app: &mut App) -> Outcome {
        let key = Key::Value(self.cell);
        let about = |commit: &Commit| commit.changes.iter().any(|it| it.key == key);
        let is_other = match news {
            News::Committed(commit) => about(commit),
            News::Shard { period, .. } => *period == self.cell.period,
            _ => false,
        };
        if !is_other || app.mirror.confirmed().shard(self.cell.period).is_none() {
            return Outcome::Used;
        }
        interrupt(app, self.cell).map_or(Outcome::Close, Outcome::Replace)
    }

    fn hints(&self, app: &App) -> Vec<(String, String)> {
        self.list.hints(app)
    }

    fn render(&self, app: &App, area: Rect, buf: &mut Buffer) {
        self.list.render(app, area, buf);
    }

    fn cursor(&self, app: &App, area: Rect) -> Option<Position> {
        self.list.cursor(app, area)
    }
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
            ground::renew(app, cell);
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
    let refusal = decide(app.mirror.confirmed(), &actor, &command, app.now, RECKON).err();
    // What meets yet another change is a conflict again, and says so by its answer.
    let refusal =
        refusal.filter(|it| !matches!(it, Refusal::Conflict { .. } | Refusal::NotLoaded { .. }));
    match refusal {
        None => {
            app.mirror.settle(cell);
            super::forget(app, cell);
            // A note is not seen in the cell: that it is there is told.
            let waiting = match choice {
                Choice::Note => Waiting::Direct,
                Choice::Mine | Choice::Theirs => Waiting::Cell,
            };
            let id = accept::send(app, edit, waiting);
            super::keep_uncertain(app, &conflict.mine);
            if choice == Choice::Note {
                app.mirror.stands_for(id, conflict.mine);
            }
        }
        // They have put the same there meanwhile.
        Some(Refusal::NoChange) => {
            app.mirror.settle(cell);
            super::forget(app, cell);
            ground::renew(app, cell);
        }
        Some(refusal) => return Err(app.narrator().refusal_of(cell, &refusal).to_string()),
    }
    Ok(())
}

/// Says that somebody was faster, and which key asks the question where it could not be asked at once.
pub fn tell_later(app: &mut App, refusal: &Refusal) {
    let fact = app.narrator().refusal(refusal).fact;
    let key = hints::key(app, CommandId::EditValue);
    let next = app.say_with(Phrase::ConflictChooseLater, &args![key]);
    app.status.tell(Tone::Error, format!("{fact} {next}"));
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
