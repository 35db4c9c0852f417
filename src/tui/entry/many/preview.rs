//! The keys over a block that is being looked at: which rows are written, words for those that want them, Enter for all of it.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::answers;
use super::{Many, Row, What, draw, kept, told};
use crate::args;
use crate::domain::command::Command;
use crate::domain::ids::PeriodId;
use crate::domain::record::{Commit, Key, Kind};
use crate::domain::value::Subject;
use crate::locale::Phrase;
use crate::service::link::{Answer, News, Unsaved};
use crate::tui::app::{App, Waiting};
use crate::tui::command::hints;
use crate::tui::command::table::{CommandId, Place};
use crate::tui::layer::{Outcome, Overlay};
use crate::tui::status::Tone;

/// The layer; the block itself is what entering remembers, so that questions above it can answer into it.
#[derive(Debug)]
pub struct Preview;

/// Does something with the block that is shown.
pub(super) fn with<T: Default>(app: &mut App, f: impl FnOnce(&mut Many, &mut App) -> T) -> T {
    let Some(mut many) = app.entry.many.take() else {
        return T::default();
    };
    let done = f(&mut many, app);
    app.entry.many = Some(many);
    done
}

fn tell(app: &mut App, tone: Tone, sentence: String) {
    app.status.tell(tone, sentence);
}

/// Enter: says what is in the way, or writes.
fn enter(many: &mut Many, app: &mut App) -> Outcome {
    if many.sent.is_some() {
        return Outcome::Used;
    }
    let met = many.standing(app, Row::Met);
    let here = many.here();
    if let Some(at) = here.filter(|it| many.is_chosen(*it) && many.row(app, *it) == Row::Refused) {
        let why = told::row(app, many, at, true).map(|it| it.why);
        tell(app, Tone::Error, why.unwrap_or_default());
        return Outcome::Used;
    }
    // What a colleague has put there is asked about, and words are asked for, before anything is written.
    if let Some(first) = met.iter().find(|it| here == Some(**it)).or(met.first()) {
        many.go_to(app, *first);
        return answers::choose(app, many, *first, met.len());
    }
    let waits = many.standing(app, Row::Waits);
    if let Some(at) = here.filter(|it| waits.contains(it)) {
        return answers::explain(app, many, vec![at]);
    }
    if let Some(first) = waits.first() {
        many.go_to(app, *first);
        let (note, out) = (
            hints::key(app, CommandId::Note),
            hints::key(app, CommandId::StepChoice),
        );
        let n = waits.len();
        let sentence = app.say_with(Phrase::BlockWaitsFirst, &args![n, note, out]);
        tell(app, Tone::Warning, sentence);
        return Outcome::Used;
    }
    write(many, app)
}

fn write(many: &mut Many, app: &mut App) -> Outcome {
    // The rules may be others by now: a day has passed, a colleague has given a base quantity.
    many.judge(app);
    let sets = many.sets();
    if sets.is_empty() {
        let sentence = app.say(Phrase::BlockNothingChanges);
        tell(app, Tone::Warning, sentence);
        return Outcome::Used;
    }
    if sets.iter().any(|it| app.mirror.is_pending(it.cell)) {
        let sentence = app.say(Phrase::BlockStillSaving);
        tell(app, Tone::Warning, sentence);
        return Outcome::Used;
    }
    many.sent = Some(app.send(Command::SetValues(sets), Waiting::Form));
    Outcome::Used
}

/// It is written: what was refused stays as unfinished input of its cells.
fn written(app: &mut App, commit: &Commit) -> Outcome {
    let Some(many) = app.entry.many.take() else {
        return Outcome::Close;
    };
    let mut sentence = app.narrator().commit(commit);
    let (n, in_cells) = kept::refused(app, &many);
    if n > 0 {
        let left = app.say_with(
            match in_cells {
                true => Phrase::BlockRefusedKept,
                false => Phrase::BlockRefusedBlock,
            },
            &args![n],
        );
        sentence = format!("{sentence} {} {left}", app.theme.glyphs.dot);
    }
    kept::forget(app);
    let tone = if n > 0 { Tone::Warning } else { Tone::Good };
    tell(app, tone, sentence);
    Outcome::Close
}

impl Many {
    fn step(&mut self, app: &App, command: CommandId) {
        let (len, height) = (self.order.len(), draw::height(app, self));
        match command {
            CommandId::Up => self.cursor.step(-1, len, height),
            CommandId::Down => self.cursor.step(1, len, height),
            CommandId::PageUp => self.cursor.page(-1, len, height),
            CommandId::PageDown => self.cursor.page(1, len, height),
            CommandId::First => self.cursor.go(0, len, height),
            CommandId::Last => self.cursor.go(len, len, height),
            _ => {}
        }
    }

    /// Puts the cursor on a cell.
    fn go_to(&mut self, app: &App, at: usize) {
        if let Some(n) = self.order.iter().position(|it| *it == at) {
            let (len, height) = (self.order.len(), draw::height(app, self));
            self.cursor.go(n, len, height);
        }
    }

    /// The row under the cursor is written, or not; the cursor goes on.
    fn toggle(&mut self, app: &App) {
        let Some(at) = self.here() else { return };
        if !self.given.left_out.remove(&at) {
            self.given.left_out.insert(at);
        }
        self.step(app, CommandId::Down);
    }

    /// All rows are written, or none where all were.
    fn toggle_all(&mut self) {
        match self.given.left_out.is_empty() {
            true => self.given.left_out = (0..self.given.cells.len()).collect(),
            false => self.given.left_out.clear(),
        }
    }

    /// To the next row that needs the person. Whether there is one.
    fn next_problem(&mut self, app: &App) -> bool {
        let len = self.order.len();
        let needs = |at: &usize| {
            let row = self.row(app, *at);
            self.is_chosen(*at)
                && matches!(row, Row::Met | Row::Refused | Row::Waits | Row::Unusual)
        };
        let after = (1..=len).map(|n| (self.cursor.at + n) % len);
        let found = { after }.find(|n| self.order.get(*n).is_some_and(needs));
        let height = draw::height(app, self);
        if let Some(n) = found {
            self.cursor.go(n, len, height);
        }
        found.is_some()
    }
}

impl Overlay for Preview {
    fn place(&self) -> Place {
        Place::Page
    }

    fn command(&mut self, command: CommandId, app: &mut App) -> Outcome {
        if app.entry.many.is_none() {
            return Outcome::Close;
        }
        match command {
            // Sent already: what comes of it is not known yet, and nothing of it may be let go.
            CommandId::Close if app.entry.many.as_ref().is_some_and(|it| it.sent.is_some()) => {
                let sentence = app.say(Phrase::Saving);
                tell(app, Tone::Plain, sentence);
                return Outcome::Used;
            }
            CommandId::Close => {
                app.entry.many = None;
                kept::forget(app);
                let sentence = app.say(Phrase::BlockLeft);
                tell(app, Tone::Plain, sentence);
                return Outcome::Close;
            }
            CommandId::Open => {
                let mut many = match app.entry.many.take() {
                    Some(many) => many,
                    None => return Outcome::Close,
                };
                let outcome = enter(&mut many, app);
                app.entry.many = Some(many);
                return outcome;
            }
            CommandId::Note => {
                let Some(many) = app.entry.many.take() else {
                    return Outcome::Close;
                };
                let outcome = note(&many, app);
                app.entry.many = Some(many);
                return outcome;
            }
            // Enter alone writes; a text is put right here.
            CommandId::Edit | CommandId::EditValue => {
                let Some(many) = app.entry.many.take() else {
                    return Outcome::Close;
                };
                let at = many.here().filter(|_| many.sent.is_none());
                let outcome = at.map_or(Outcome::Used, |at| answers::retype(app, &many, at));
                app.entry.many = Some(many);
                return outcome;
            }
            CommandId::StepChoice | CommandId::Mark => with(app, |it, app| it.toggle(app)),
            CommandId::MarkAll | CommandId::ClearMarks => with(app, |it, _| it.toggle_all()),
            CommandId::NextAttention => {
                if !with(app, |it, app| it.next_problem(app)) {
                    let sentence = app.say(Phrase::BlockNoProblem);
                    tell(app, Tone::Good, sentence);
                }
            }
            CommandId::Up
            | CommandId::Down
            | CommandId::PageUp
            | CommandId::PageDown
            | CommandId::First
            | CommandId::Last => with(app, |it, app| it.step(app, command)),
            _ => return Outcome::Pass,
        }
        app.touch_input();
        Outcome::Used
    }

    fn news(&mut self, news: &News, app: &mut App) -> Outcome {
        let sent = app.entry.many.as_ref().and_then(|it| it.sent);
        match news {
            News::Answer { id, answer } if sent == Some(*id) => match answer {
                Answer::Done(commit) => return written(app, commit),
                // The same id is asked about again.
                Answer::Unknown => {}
                Answer::Refused(_) | Answer::NotWritten(_) => with(app, |it, app| {
                    it.sent = None;
                    it.judge(app);
                    it.arrange(app);
                }),
            },
            News::Committed(commit) => with(app, |it, app| {
                if it.sent.is_none() && it.rests_on(commit) {
                    it.judge(app);
                }
            }),
            News::Shard { .. } | News::Again(_) => with(app, |it, app| it.judge(app)),
            _ => {}
        }
        Outcome::Used
    }

    fn renew(&mut self, app: &mut App) {
        with(app, |it, app| {
            let (len, height) = (it.order.len(), draw::height(app, it));
            it.cursor.settle(len, height);
        });
    }

    fn needs(&self, app: &App) -> Vec<PeriodId> {
        let first = app.entry.many.as_ref().and_then(|it| it.cell(0));
        first.map(|it| it.period).into_iter().collect()
    }

    fn unsaved(&self, app: &App) -> Option<Unsaved> {
        let many = app.entry.many.as_ref()?;
        Some(kept::unsaved(app, many))
    }

    fn under_cursor(&self) -> Option<Key> {
        None
    }

    fn text(&self, app: &App) -> Option<String> {
        let many = app.entry.many.as_ref()?;
        let mut out = format!("{}\n\n", told::summary(app, many));
        for words in many
            .order
            .iter()
            .filter_map(|at| told::row(app, many, *at, true))
        {
            let line = [words.name, words.was, words.becomes, words.why].join("\t");
            out.push_str(line.trim_end());
            out.push('\n');
        }
        Some(out)
    }

    fn hints(&self, app: &App) -> Vec<(String, String)> {
        let key = |command| hints::key(app, command);
        let clears = (app.entry.many.as_ref()).is_some_and(|it| it.given.what == What::Clear);
        let verb = match clears {
            true => Phrase::BlockHintClear,
            false => Phrase::BlockHintWrite,
        };
        [
            ("Enter".to_owned(), verb),
            ("Esc".to_owned(), Phrase::BlockHintLeave),
            (key(CommandId::StepChoice), Phrase::BlockHintRow),
            (key(CommandId::NextAttention), Phrase::BlockHintNext),
            (key(CommandId::Edit), Phrase::BlockHintEdit),
            (key(CommandId::Note), Phrase::BlockHintNote),
            (key(CommandId::MarkAll), Phrase::BlockHintAll),
        ]
        .map(|(key, phrase)| (key, app.say(phrase)))
        .to_vec()
    }

    fn render(&self, app: &App, _: Rect, buf: &mut Buffer) {
        if let Some(many) = &app.entry.many {
            draw::render(app, many, buf);
        }
    }
}

/// Asks for words: for all rows that wait for some where the cursor is on one of them, else for its own row.
fn note(many: &Many, app: &mut App) -> Outcome {
    let waits = many.standing(app, Row::Waits);
    let Some(at) = many.here() else {
        return Outcome::Used;
    };
    let for_all = waits.contains(&at);
    match many.row(app, at) {
        Row::Refused | Row::Same => Outcome::Used,
        _ if for_all => answers::explain(app, many, waits),
        _ => answers::explain(app, many, vec![at]),
    }
}

impl Many {
    /// Whether a commit changes what would come of the block: a cell of it, a number that a cell of it is made of, or what decides whether
    /// and by whom it is entered.
    fn rests_on(&self, commit: &Commit) -> bool {
        let mut cells = self.given.cells.iter().map(|it| it.cell);
        commit.changes.iter().any(|it| match it.key {
            Key::Value(cell) => cells.clone().any(|it| it == cell),
            Key::BaseValue(period, _, organisation) => {
                let subject = Subject::Organisation(organisation);
                cells.any(|it| it.period == period && it.subject == subject)
            }
            key => matches!(
                key.kind(),
                Kind::Edition
                    | Kind::Direction
                    | Kind::Indicator
                    | Kind::Period
                    | Kind::Organisation
                    | Kind::Person
                    | Kind::Appointment
                    | Kind::User
                    | Kind::Settings
                    | Kind::Reference
            ),
        })
    }
}
