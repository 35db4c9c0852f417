//! The history of a cell: who changed it, when, from what to what; the latest first. Of what was put right in a closed period, why and by
//! what document: that stands in a record beside the value, whose history is asked for too and joined by commit.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::go;
use super::page::{Content, Line, Page, Told};
use super::scale;
use crate::args;
use crate::domain::ids::{DocumentId, Seq};
use crate::domain::record::{Cause, Change, Commit, Key, Record};
use crate::domain::value::Cell;
use crate::locale::Phrase;
use crate::service::link::{News, Request, Wanted};
use crate::tui::app::App;
use crate::tui::command::table::{CommandId, Place};
use crate::tui::layer::{Outcome, Overlay};
use crate::tui::msg::Effect;
use crate::tui::text;
use crate::tui::theme::Role;

/// Opens the history of the cell under the cursor.
pub fn open(app: &mut App) {
    match go::cell(app) {
        Some(cell) => {
            let page = of(app, cell);
            app.open(page);
        }
        None => go::nobody_here(app),
    }
}

/// The history of a cell. Asks the engine for its first page.
#[must_use]
pub fn of(app: &mut App, cell: Cell) -> Box<dyn Overlay> {
    let mut history = History {
        cell,
        commits: Vec::new(),
        more: false,
        asked: false,
        came: false,
        failed: false,
        corrections: BTreeMap::new(),
        reasons_failed: false,
    };
    history.ask(app);
    history.ask_corrections(app, None);
    Box::new(Page::new(history, app))
}

#[derive(Debug)]
struct History {
    cell: Cell,
    /// The latest first; only the changes of this cell are in them.
    commits: Vec<Arc<Commit>>,
    more: bool,
    asked: bool,
    came: bool,
    /// The page asked for last could not be read.
    failed: bool,
    /// What was put right after the closing, by its commit.
    corrections: BTreeMap<Seq, (String, DocumentId)>,
    /// Why something was put right could not be read: what is shown may be without it.
    reasons_failed: bool,
}

impl History {
    fn key(&self) -> Key {
        Key::Value(self.cell)
    }

    fn ask_corrections(&self, app: &mut App, before: Option<Seq>) {
        let key = Key::Correction(self.cell);
        app.emit(Effect::Send(Request::History { key, before }));
    }

    /// Takes in what a commit says of why the value was put right.
    fn join(&mut self, commit: &Commit) {
        for it in &commit.changes {
            if let (Key::Correction(cell), Some(Record::Correction(why))) = (it.key, &it.after)
                && cell == self.cell
            {
                let why = (why.reason.clone(), why.document);
                self.corrections.insert(commit.seq, why);
            }
        }
    }

    fn ask(&mut self, app: &mut App) {
        self.asked = true;
        app.emit(Effect::Send(Request::History {
            key: self.key(),
            before: self.commits.last().map(|it| it.seq),
        }));
    }
}

/// Where a value came from that was entered where nothing was before: of a later one the difference says it.
fn first_source(app: &App, change: &Change) -> Option<String> {
    let (None, Some(Record::Value(value))) = (&change.before, &change.after) else {
        return None;
    };
    let text = app.narrator().source(Some(value.source.as_ref()?));
    let field = app.say(Phrase::FieldSource);
    Some(app.say_with(Phrase::ChangeLabelled, &args![field, text]))
}

impl Content for History {
    fn place(&self) -> Place {
        Place::History
    }

    fn tell(&mut self, app: &App, width: usize) -> Told {
        let narrator = app.narrator();
        let title = app.say_with(
            Phrase::HistoryTitle,
            &args![cell = narrator.cell(self.cell)],
        );
        let mut lines = Vec::new();
        if self.commits.is_empty() {
            let phrase = if self.came {
                Phrase::HistoryEmpty
            } else if self.failed {
                Phrase::UnreadableHistory
            } else {
                Phrase::JournalLoading
            };
            lines.push(Line::new(app.say(phrase), Role::Dim));
        }
        if self.reasons_failed && !self.commits.is_empty() {
            let said = app.say(Phrase::UnreadableReasons);
            let said = text::wrap(&said, width).into_iter();
            lines.extend(said.map(|it| Line::new(it, Role::Warning)));
        }
        let (when_width, who_width) = (17, if width >= 90 { 20 } else { 14 });
        let room = width.saturating_sub(when_width + who_width).max(10);
        for commit in &self.commits {
            let when = narrator.moment(commit.time);
            let who = text::fit(
                &narrator.user(commit.actor),
                who_width - 1,
                text::Align::Left,
                app.theme.glyphs.ellipsis,
            );
            let said: Vec<String> = (commit.changes.iter())
                .filter(|it| it.key == self.key())
                .flat_map(|it| {
                    let source = first_source(app, it);
                    std::iter::once(narrator.difference(it)).chain(source)
                })
                .collect();
            let said = said.join("; ");
            let said = match self.corrections.get(&commit.seq) {
                Some((reason, document)) => app.say_with(
                    Phrase::HistoryCorrected,
                    &args![
                        what = said,
                        reason = reason.as_str(),
                        document = narrator.document(*document)
                    ],
                ),
                None => said,
            };
            let what = match commit.cause {
                Cause::Do => said,
                Cause::Undo(_) => app.say_with(Phrase::CommitUndone, &args![what = said]),
                Cause::Redo(_) => app.say_with(Phrase::CommitRedone, &args![what = said]),
                Cause::Import(_) => app.say_with(Phrase::CommitImported, &args![what = said]),
                Cause::Erase => app.say_with(Phrase::CommitErased, &args![what = said]),
            };
            let what = narrator.stood_in_for(commit, what);
            for (n, part) in text::wrap(&what, room).into_iter().enumerate() {
                let line = if n == 0 {
                    Line::new(
                        text::fit(&when, when_width, text::Align::Left, ""),
                        Role::Dim,
                    )
                    .and(format!("{who} "), Role::Text)
                } else {
                    Line::new(" ".repeat(when_width + who_width), Role::Text)
                };
                lines.push(line.and(part, Role::Text));
            }
        }
        if self.more {
            lines.push(Line::new(app.theme.glyphs.ellipsis, Role::Dim));
        }
        Told { title, lines }
    }

    fn command(&mut self, command: CommandId, _: Option<Key>, app: &mut App) -> Outcome {
        match command {
            CommandId::Scale => {
                Outcome::Replace(scale::of(app, self.cell.indicator, Some(self.cell)))
            }
            CommandId::CellHistory => Outcome::Used,
            _ => Outcome::Pass,
        }
    }

    fn news(&mut self, news: &News, app: &mut App) -> bool {
        let own = self.key();
        match news {
            News::History { key, commits, more } if *key == own && self.asked => {
                self.commits.extend(commits.iter().cloned());
                self.more = *more;
                self.asked = false;
                self.failed = false;
                self.came = true;
                true
            }
            News::History { key, commits, more } if *key == Key::Correction(self.cell) => {
                commits.iter().for_each(|it| self.join(it));
                self.reasons_failed = false;
                if let (true, Some(last)) = (*more, commits.last()) {
                    self.ask_corrections(app, Some(last.seq));
                }
                true
            }
            // Whoever asks for more asks again.
            News::Unreadable(Wanted::History(key)) if *key == own => {
                self.asked = false;
                self.failed = true;
                true
            }
            News::Unreadable(Wanted::History(key)) if *key == Key::Correction(self.cell) => {
                self.reasons_failed = true;
                true
            }
            // What is shown may say the name of somebody whose data was erased.
            News::Committed(commit) if commit.cause == Cause::Erase => {
                self.commits.clear();
                self.corrections.clear();
                self.came = false;
                self.ask(app);
                self.ask_corrections(app, None);
                true
            }
            // A page on its way holds the commit already if the engine made it before.
            News::Committed(commit)
                if self.came && commit.changes.iter().any(|it| it.key == own) =>
            {
                self.commits.insert(0, Arc::clone(commit));
                self.join(commit);
                true
            }
            _ => false,
        }
    }

    fn at_end(&mut self, app: &mut App) {
        if self.more && !self.asked {
            self.ask(app);
        }
    }
}
