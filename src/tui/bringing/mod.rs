//! Bringing values out of the files that wait in the folder «загрузка»: which file, what it would change, which of it is taken.
//!
//! Owns the way from the list to the answer. Nothing is written before Enter on the page that shows it, and Esc there leaves all as it was.

mod draw;
mod folder;
mod names;
mod remembered;
mod renewing;
mod rows;
mod stays;

use std::collections::BTreeSet;

use crossterm::event::{KeyCode, KeyEvent};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::analysis::batch::{Batch, Brings, Meant, Names, Touched, Unknown};
use crate::args;
use crate::domain::alias::Means;
use crate::domain::ids::PeriodId;
use crate::domain::record::CommandId as Sent;
use crate::locale::Phrase;
use crate::service::link::{Answer, News};
use crate::tui::app::{App, Waiting};
use crate::tui::command::table::{CommandId, Group, Place};
use crate::tui::incoming::{Against, Came, Pace, Patience, Values};
use crate::tui::layer::{Outcome, Overlay};
use crate::tui::layout::layout;
use crate::tui::msg::Effect;
use crate::tui::status::Tone;
use crate::tui::widget::list::ListCursor;

pub use folder::{ask, listed};
pub use remembered::remembered;
use rows::Row;

/// So many values are held against the records apart: it takes longer than a key.
const APART: usize = 2_000;

/// Files on their way in.
#[derive(Debug)]
pub struct Bringing {
    files: Vec<String>,
    /// The period that is meant where they name none: what was chosen when they were read.
    period: Option<PeriodId>,
    got: Option<Got>,
    /// What is judged anew was changed by the person, in another window or on another page.
    by_self: bool,
    cursor: ListCursor,
    /// The command that was sent.
    sent: Option<Sent>,
    /// What long work for this page asks whether it is still wanted.
    patience: Patience,
    /// How far that is; none where nothing is under way.
    pace: Option<Pace>,
    /// What was touched since it began.
    missed: Touched,
    /// The answer about a name that this is done for.
    answering: Option<Answering>,
}

/// What to do once an answer about a name is in the values, and how it is left.
#[derive(Debug)]
enum Answering {
    /// It was given; whether the next name is asked about then.
    Given { onward: bool },
    /// It was taken back: of which name, and what was said with it.
    TakenBack(Unknown, Meant),
}

/// What was read, and what would come of it.
#[derive(Debug)]
struct Got {
    batch: Batch,
    names: Names,
    meant: Meant,
    /// What was said of names before each answer that was given here.
    before: Vec<(Unknown, Meant)>,
    brings: Brings,
    rows: Vec<Row>,
    /// Claims that were left aside by the program; a person may take them.
    asked: BTreeSet<usize>,
    /// Claims that are left aside.
    aside: BTreeSet<usize>,
    /// Names of which the person was told that somebody else has said another thing.
    contested: BTreeSet<Unknown>,
    /// The person was told that something is not taken, and may enter the rest.
    told: bool,
}

impl Got {
    /// How much of the files is not taken: values that are refused, names that nobody knows, faults.
    fn refused(&self) -> usize {
        let changes = self.rows.iter().filter_map(Row::taken).count();
        let faults = self.batch.files.iter().map(|it| it.faults.len());
        let others = changes + self.brings.same();
        self.brings.outcomes.len().saturating_sub(others) + faults.sum::<usize>()
    }
}

impl Got {
    /// The periods that the values are of.
    fn periods(&self) -> BTreeSet<PeriodId> {
        let all = self.batch.claims.iter().map(|it| it.period);
        all.filter(|it| it.0 > 0).collect()
    }

    /// A line that knows from another what is below its own goes with that one.
    fn leave_taught(&mut self) {
        let all = 0..self.batch.claims.len();
        let left =
            |it: &usize| (self.brings.teacher(*it)).is_some_and(|it| self.aside.contains(&it));
        let left: Vec<usize> = all.filter(left).collect();
        self.aside.extend(left);
    }
}

impl Bringing {
    /// Has these files read.
    fn of(app: &mut App, files: Vec<String>) -> Bringing {
        let names = Names::of(app.state(), app.monitoring.chosen.period);
        let against = Against {
            state: app.state().clone(),
            names,
        };
        let patience = Patience::default();
        app.emit(Effect::ReadValues {
            files: files.clone(),
            against: Box::new(against),
            awaited: patience.awaited(),
        });
        Bringing {
            files,
            period: app.monitoring.chosen.period,
            got: None,
            by_self: false,
            cursor: ListCursor::default(),
            sent: None,
            patience,
            pace: Some(Pace::Files(0, 1)),
            missed: Touched::nothing(),
            answering: None,
        }
    }

    fn len(&self) -> usize {
        self.got.as_ref().map_or(0, |it| it.rows.len())
    }

    fn periods(&self) -> BTreeSet<PeriodId> {
        self.got.as_ref().map_or_else(BTreeSet::new, Got::periods)
    }

    /// Takes the line under the cursor, or leaves it aside.
    fn toggle(&mut self, app: &mut App) {
        let Some(got) = &mut self.got else { return };
        if let Some(Row::Claim { at, changes: true }) = got.rows.get(self.cursor.at) {
            let teacher = got.brings.teacher(*at);
            // What is asked about is taken by itself, and not with another line.
            if teacher.is_some_and(|it| got.aside.contains(&it) && got.brings.is_asked(it)) {
                let sentence = app.say(Phrase::IncomingTaught);
                return app.status.tell(Tone::Warning, sentence);
            }
            if got.aside.remove(at) {
                // With the line from which it knows what is below its own.
                teacher.map(|it| got.aside.remove(&it));
            } else {
                got.aside.insert(*at);
            }
        }
        got.leave_taught();
    }

    /// Takes all lines, or none, where all are taken.
    fn toggle_all(&mut self) {
        let Some(got) = &mut self.got else { return };
        // All at once are only those that nothing speaks against, or those of which the same is asked as of the line under the cursor.
        let here = got.rows.get(self.cursor.at).and_then(Row::taken);
        let sort = |at: usize| got.brings.outcomes.get(at).map(std::mem::discriminant);
        let asked = here.filter(|it| got.brings.is_asked(*it)).map(sort);
        let ready = |it: &usize| match asked {
            Some(asked) => sort(*it) == asked,
            None => got.brings.is_ready(*it),
        };
        let all: BTreeSet<usize> = got.rows.iter().filter_map(Row::taken).collect();
        if all
            .iter()
            .filter(|it| ready(it))
            .any(|it| got.aside.contains(it))
        {
            got.aside.retain(|it| !ready(it));
        } else {
            let left = all.into_iter().filter(|it| asked.is_none() || ready(it));
            got.aside.extend(left);
        }
        got.leave_taught();
    }

    /// Takes back the last answer about a name. What was entered before is not this page's to take back.
    fn unsay(&mut self, app: &mut App) {
        let Some(got) = &mut self.got else { return };
        match got.before.pop() {
            Some((name, before)) => {
                let said = std::mem::replace(&mut got.meant, before);
                self.answer(app, &name, Answering::TakenBack(name.clone(), said));
            }
            None => {
                let sentence = app.say(Phrase::IncomingNoUndo);
                app.status.tell(Tone::Plain, sentence);
            }
        }
    }

    /// Enter: asks which name is meant, or enters what is taken.
    fn enter(&mut self, app: &mut App) -> Outcome {
        let Some(got) = &mut self.got else {
            return Outcome::Used;
        };
        if self.sent.is_some() || self.pace.is_some() {
            return Outcome::Used;
        }
        if let Some(Row::Unknown(name) | Row::Explained(name, _)) = got.rows.get(self.cursor.at) {
            return Outcome::Open(names::which(app, got, name));
        }
        let command = (got.brings).command(&got.batch, |it| !got.aside.contains(&it));
        let n = got.refused();
        // Whoever enters the rest is to know that it is only the rest.
        if command.is_some() && n > 0 && !got.told {
            got.told = true;
            let sentence = app.say_with(Phrase::IncomingOnlyRest, &args![n]);
            app.status.tell(Tone::Warning, sentence);
            return Outcome::Used;
        }
        match command {
            Some(command) => self.sent = Some(app.send(command, Waiting::Direct)),
            None => {
                let sentence = app.say(Phrase::IncomingNothing);
                app.status.tell(Tone::Plain, sentence);
            }
        }
        Outcome::Used
    }
}

/// Rows in sight.
fn height(app: &App) -> usize {
    layout(app.size, false).map_or(1, |it| {
        usize::from(it.body.height.saturating_sub(2 + draw::AROUND)).max(1)
    })
}

impl Overlay for Bringing {
    fn place(&self) -> Place {
        Place::Page
    }

    fn key(&mut self, key: KeyEvent, app: &mut App) -> Outcome {
        match key.code {
            // What is not in sight is not meant.
            KeyCode::Char(' ') | KeyCode::Tab if self.pace.is_some() => {}
            KeyCode::Char(' ') => self.toggle(app),
            KeyCode::Tab => self.toggle_all(),
            KeyCode::Enter => return self.enter(app),
            _ => return Outcome::Pass,
        }
        Outcome::Used
    }

    fn command(&mut self, command: CommandId, app: &mut App) -> Outcome {
        let (len, height) = (self.len(), height(app));
        match command {
            CommandId::Close if self.leave_answer(app) => {}
            CommandId::Close => {
                if self.pace.is_some() {
                    let sentence = app.say(Phrase::IncomingStopped);
                    app.status.tell(Tone::Plain, sentence);
                }
                return Outcome::Close;
            }
            CommandId::Open => return self.enter(app),
            CommandId::StepChoice
            | CommandId::Mark
            | CommandId::NextPane
            | CommandId::MarkAll
            | CommandId::Undo
            | CommandId::Redo
                if self.pace.is_some() => {}
            // The keys of marks, and those that a keymap has for other things elsewhere.
            CommandId::StepChoice | CommandId::Mark => self.toggle(app),
            CommandId::NextPane | CommandId::MarkAll => self.toggle_all(),
            CommandId::Undo | CommandId::Redo => self.unsay(app),
            CommandId::Up => self.cursor.step(-1, len, height),
            CommandId::Down => self.cursor.step(1, len, height),
            CommandId::PageUp => self.cursor.page(-1, len, height),
            CommandId::PageDown => self.cursor.page(1, len, height),
            CommandId::First => self.cursor.go(0, len, height),
            CommandId::Last => self.cursor.go(len, len, height),
            it if it.group() == Group::Movement => {}
            _ => return Outcome::Pass,
        }
        Outcome::Used
    }

    fn news(&mut self, news: &News, app: &mut App) -> Outcome {
        let own = self.sent;
        match news {
            News::Answer { id, answer } if Some(*id) == own => match answer {
                Answer::Done(_) => return Outcome::Close,
                Answer::Unknown => {}
                // What is there now is told anew.
                Answer::Refused(_) | Answer::NotWritten(_) => {
                    self.sent = None;
                    self.renew_brings(app, Touched::All);
                }
            },
            News::Committed(commit) if own.is_none() => {
                self.by_self = commit.actor == app.user;
                self.renew_brings(app, Touched::by(commit));
                self.by_self = false;
            }
            // Every answer brings one of the periods that are needed here.
            News::Shard { .. } | News::Unreadable(_) | News::Again(_) if own.is_none() => {
                self.renew_brings(app, Touched::All);
            }
            _ => {}
        }
        Outcome::Used
    }

    fn values(&mut self, values: &Values, app: &mut App) {
        if self.pace.is_none() || values.awaited != self.patience.awaited() {
            return;
        }
        let batch = match &values.came {
            Came::Pace(pace) => {
                self.pace = Some(*pace);
                return;
            }
            Came::Brings(came) => {
                return self.weighed(app, came.as_deref().cloned());
            }
            Came::Batch(batch) => batch.clone(),
        };
        self.pace = None;
        self.got = Some(Got {
            batch,
            names: Names::of(app.state(), self.period),
            meant: Meant::default(),
            before: Vec::new(),
            brings: Brings::default(),
            rows: Vec::new(),
            asked: BTreeSet::new(),
            aside: BTreeSet::new(),
            contested: BTreeSet::new(),
            told: false,
        });
        self.renew_brings(app, Touched::All);
    }

    fn means(&mut self, name: &Unknown, means: Option<Means>, app: &mut App) {
        let Some(got) = &mut self.got else { return };
        let before = got.meant.clone();
        got.meant.say(app.mirror.confirmed(), name, means);
        if got.meant != before {
            got.before.push((name.clone(), before));
            let onward = means.is_some();
            self.answer(app, name, Answering::Given { onward });
        }
    }

    fn gives_way(&self) -> bool {
        self.sent.is_none() && (self.got.as_ref()).is_none_or(|it| it.before.is_empty())
    }

    fn renew(&mut self, app: &mut App) {
        self.cursor.settle(self.len(), height(app));
    }

    fn needs(&self, app: &App) -> Vec<PeriodId> {
        let own = self.periods();
        let before = own.iter().filter_map(|it| app.state().period_before(*it));
        own.iter().copied().chain(before).collect()
    }

    fn text(&self, app: &App) -> Option<String> {
        let got = self.got.as_ref()?;
        let lines = got.rows.iter().map(|it| rows::told(app, got, it).0);
        Some(lines.collect::<Vec<_>>().join("\n"))
    }

    fn hints(&self, app: &App) -> Vec<(String, String)> {
        let key = |key: &str, phrase| (key.to_owned(), app.say(phrase));
        let at = self.got.as_ref().and_then(|it| it.rows.get(self.cursor.at));
        let enter = match at {
            Some(Row::Unknown(_) | Row::Explained(..)) => Phrase::HintWhich,
            _ => Phrase::HintBring,
        };
        vec![
            key("Enter", enter),
            key("Пробел", Phrase::HintTake),
            key("Tab", Phrase::HintTakeAll),
        ]
    }

    fn render(&self, app: &App, _: Rect, buf: &mut Buffer) {
        let doing = match (self.pace, self.sent) {
            (Some(pace), _) => Some(draw::Doing::Pace(pace)),
            (None, Some(_)) => Some(draw::Doing::Writing),
            (None, None) => None,
        };
        let got = self.got.as_ref();
        draw::draw(app, (got, doing), (&self.files, self.cursor), buf);
    }
}
