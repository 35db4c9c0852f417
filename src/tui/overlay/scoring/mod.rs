//! The scoring editor: how an indicator of a working edition turns a value into points, typed as the act prints it.
//!
//! | room | what it owns |
//! |---|---|
//! | [`contents`] | what stands in the fields, for each way of scoring its own |
//! | [`rows`], `steps` | whole rows, and steps back and forth |
//! | [`reading`] | the scoring that is meant, and everything wrong with it |
//! | [`trial`], [`spread`] | a value that is tried; the real values of the shown period |
//! | `told` | all of that in words, made anew after each key |
//! | `keys`, `answer` | what a key does; what becomes of what was sent |
//! | `areas`, `draw` | where it all stands on the screen, and how it looks |
//!
//! Invariants: what is typed is never lost, nor is what is typed for another way of scoring while the editor is open; a published edition
//! is only looked at; drawing only puts down what was told.

mod answer;
mod areas;
pub mod contents;
mod draw;
mod keys;
pub mod reading;
pub mod rows;
pub mod spread;
mod steps;
mod told;
pub mod trial;

use crossterm::event::KeyEvent;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::args;
use crate::domain::catalogue::{EditionState, Indicator};
use crate::domain::decide::{Actor, Deed, allowed};
use crate::domain::ids::{EditionId, IndicatorId, PeriodId, Seq, Timestamp};
use crate::domain::record::{CommandId, Key};
use crate::locale::{Phrase, format};
use crate::service::link::{News, Unsaved};
use crate::tui::app::App;
use crate::tui::command::table::{CommandId as Action, Place};
use crate::tui::draft::SENT;
use crate::tui::edition::numbered;
use crate::tui::inline::conflict::Conflict;
use crate::tui::inline::purpose::SEEN;
use crate::tui::layer::{Outcome, Overlay};
use crate::tui::status::Tone;
use crate::tui::theme::Role;
use contents::{Contents, Spot};
use spread::Spread;
use steps::Steps;
use told::Told;

/// The editor.
#[derive(Debug)]
pub struct ScoringEditor {
    edition: EditionId,
    id: IndicatorId,
    /// The indicator as it was when it was seen last.
    base: Indicator,
    seen: Seq,
    /// What the record had at `seen`; `None` for input that came back, whose record has changed since.
    rested: Option<Vec<(String, String)>>,
    contents: Contents,
    spot: Spot,
    /// The column in which a run of Tabs began: Enter goes back to it.
    run: Option<usize>,
    steps: Steps,
    /// The first row in sight.
    top: usize,
    /// Why nothing can be changed here.
    read_only: Option<String>,
    touched: Timestamp,
    /// The command on its way.
    pending: Option<CommandId>,
    /// A command that had left when the editor was left, with what was typed then.
    left: Option<(CommandId, Vec<(String, String)>)>,
    /// What is to be said of the last thing done.
    said: Vec<(String, Role)>,
    conflict: Option<Conflict>,
    discarding: bool,
    spread: Spread,
    told: Told,
}

/// Where the unfinished input of an indicator belongs.
fn place_of(edition: EditionId, id: IndicatorId) -> String {
    format!("scoring {} {}", edition.0, id.0)
}

fn of_place(place: &str) -> Option<(EditionId, IndicatorId)> {
    let rest = place.strip_prefix("scoring ")?;
    let (edition, id) = rest.split_once(' ')?;
    let number = |it: &str| it.parse::<u32>().ok();
    Some((EditionId(number(edition)?), IndicatorId(number(id)?)))
}

/// Opens the editor of an indicator's scoring; unfinished input of it comes back. Whether there is such an indicator.
pub fn open(app: &mut App, edition: EditionId, id: IndicatorId) -> bool {
    match layer(app, edition, id) {
        Some(layer) => {
            app.open(layer);
            true
        }
        None => false,
    }
}

/// Opens the editor to which unfinished input of that place belongs. Whether it is one of these.
pub fn restore(app: &mut App, place: &str) -> bool {
    of_place(place).is_some_and(|(edition, id)| open(app, edition, id))
}

/// Whose unfinished input it is, and what was typed.
#[must_use]
pub fn unfinished(app: &App, kept: &Unsaved) -> Option<(String, String)> {
    let (edition, id) = of_place(&kept.place)?;
    let it = app.state().indicators.get(&(edition, id))?;
    let mut contents = Contents::of(it, &app.locale);
    contents.import(&kept.fields);
    let fields = contents.lines().into_iter().flatten().flatten();
    let typed: Vec<String> = fields
        .map(|it| it.text())
        .filter(|it| !it.is_empty())
        .collect();
    Some((title(app, edition, it), typed.join(" ")))
}

fn title(app: &App, edition: EditionId, it: &Indicator) -> String {
    let dot = app.theme.glyphs.dot;
    let edition = numbered(app, edition);
    let scale = app.say(Phrase::ScoringTitle);
    format!("{scale} {dot} {} {} {dot} {edition}", it.code, it.short)
}

/// The editor as a layer; `None` if there is no such indicator.
#[must_use]
pub fn layer(app: &mut App, edition: EditionId, id: IndicatorId) -> Option<Box<dyn Overlay>> {
    let record = app.mirror.confirmed().indicators.get(&(edition, id))?;
    let (base, seen) = (record.body.clone(), record.stamp.rev);
    let mut contents = Contents::of(&base, &app.locale);
    let (mut rested, mut rests_on) = (Some(contents.compared()), seen);
    let (mut touched, mut pending, mut left) = (app.now.at, None, None);
    let read_only = read_only(app, edition);
    if read_only.is_none()
        && let Some(kept) = app.drafts.take(&place_of(edition, id))
    {
        contents.import(&kept.fields);
        touched = kept.at;
        let of = |name: &str| kept.fields.iter().find(|it| it.0 == name).map(|it| &it.1);
        if let Some(then) = of(SEEN).and_then(|it| it.parse().ok()).map(Seq)
            && then != seen
        {
            (rested, rests_on) = (None, then);
        }
        if let Some(sent) = of(SENT).and_then(|it| it.parse().ok()).map(CommandId) {
            match app.waiting.contains_key(&sent) {
                true => pending = Some(sent),
                false => left = Some((sent, contents.export())),
            }
        }
        let when = chrono::DateTime::from_timestamp_millis(kept.at.0)
            .map(|it| format::date_time(it, app.offset))
            .unwrap_or_default();
        let sentence = app.say_with(Phrase::UnsavedRestored, &args![when]);
        app.status.tell(Tone::Plain, sentence);
    }
    let mut editor = ScoringEditor {
        edition,
        id,
        spread: Spread::default(),
        base,
        seen: rests_on,
        rested,
        contents,
        spot: Spot::Method,
        run: None,
        steps: Steps::default(),
        top: 0,
        read_only,
        touched,
        pending,
        left,
        said: Vec::new(),
        conflict: None,
        discarding: false,
        told: Told::default(),
    };
    let first = Spot::Cell { row: 0, column: 0 };
    editor.go(match editor.contents.field(first) {
        Some(_) => first,
        None => Spot::Trial,
    });
    editor.count(app);
    Some(Box::new(editor))
}

/// Why the scoring can only be looked at.
fn read_only(app: &App, edition: EditionId) -> Option<String> {
    let state = app.mirror.confirmed();
    let published =
        (state.editions.get(&edition)).is_some_and(|it| it.state == EditionState::Published);
    if published {
        return Some(app.say(Phrase::ScoringPublished));
    }
    let actor = Actor { user: app.user };
    let may = allowed(state, &actor, &Deed::Administer, app.now);
    may.err().map(|it| app.narrator().refusal(&it).to_string())
}

impl ScoringEditor {
    fn key_of(&self) -> Key {
        Key::Indicator(self.edition, self.id)
    }

    /// Reads the values of the period anew.
    fn count(&mut self, app: &App) {
        self.spread = Spread::of(app, self.id, &self.base);
        self.tell(app);
    }

    /// Says everything anew.
    fn tell(&mut self, app: &App) {
        self.told = Told::of(app, self);
        let room = areas::Areas::of(app, self).map_or(1, |it| it.table_rows());
        if let Spot::Cell { row, .. } = self.spot {
            self.top = self.top.min(row);
            if row >= self.top + room {
                self.top = row + 1 - room;
            }
        }
        let most = self.contents.size().0.saturating_sub(room);
        self.top = self.top.min(most);
    }

    /// Puts the cursor into a field, whose text is replaced by what is typed first.
    fn go(&mut self, spot: Spot) {
        if let Some(field) = self.contents.field_mut(self.spot) {
            field.set(&field.text());
        }
        self.spot = spot;
        self.steps.moved();
        if let Some(field) = self.contents.field_mut(spot) {
            *field = crate::tui::widget::line_edit::LineEdit::suggesting(&field.text());
        }
    }
}

impl Overlay for ScoringEditor {
    fn place(&self) -> Place {
        Place::Form
    }

    fn takes_text(&self) -> bool {
        true
    }

    fn key(&mut self, key: KeyEvent, app: &mut App) -> Outcome {
        self.press(key, app)
    }

    fn command(&mut self, command: Action, app: &mut App) -> Outcome {
        let busy = self.pending.is_some() || self.conflict.is_some() || self.discarding;
        match command {
            Action::Save if !busy => self.accept(app),
            Action::DropUnsaved if self.pending.is_none() => {
                self.conflict = None;
                self.ask_to_discard(app)
            }
            Action::Undo | Action::Redo if busy => Outcome::Used,
            Action::Undo => self.step(false, app),
            Action::Redo => self.step(true, app),
            _ => Outcome::Pass,
        }
    }

    fn paste(&mut self, text: &str, app: &mut App) -> Outcome {
        if self.pending.is_none() && self.conflict.is_none() && !self.discarding {
            self.take_pasted(text, app);
        }
        Outcome::Used
    }

    fn news(&mut self, news: &News, app: &mut App) -> Outcome {
        match news {
            News::Answer { id, answer } if self.pending == Some(*id) => self.answered(answer, app),
            News::Committed(_) | News::Shard { .. } => {
                self.count(app);
                Outcome::Used
            }
            _ => Outcome::Used,
        }
    }

    fn unsaved(&self, app: &App) -> Option<Unsaved> {
        let mut fields = self.contents.export();
        if self.read_only.is_some() || fields == Contents::of(&self.base, &app.locale).export() {
            return None;
        }
        let left = self.left.as_ref().filter(|(_, was)| *was == fields);
        let sent = self.pending.or(left.map(|it| it.0));
        fields.push((SEEN.to_owned(), self.seen.0.to_string()));
        fields.extend(sent.map(|it| (SENT.to_owned(), it.0.to_string())));
        Some(Unsaved {
            place: place_of(self.edition, self.id),
            fields,
            at: self.touched,
        })
    }

    fn renew(&mut self, app: &mut App) {
        self.count(app);
    }

    fn needs(&self, app: &App) -> Vec<PeriodId> {
        spread::period(app).map(|it| it.0).into_iter().collect()
    }

    fn writes(&self, _: &App) -> Option<Key> {
        Some(self.key_of())
    }

    fn text(&self, app: &App) -> Option<String> {
        Some(self.told.text(app, self))
    }

    fn hints(&self, app: &App) -> Vec<(String, String)> {
        self.key_hints(app)
    }

    fn render(&self, app: &App, _: Rect, buf: &mut Buffer) {
        self.draw(app, buf);
    }

    fn cursor(&self, app: &App, _: Rect) -> Option<Position> {
        self.caret(app)
    }
}
