//! A form in the lower part of the screen, under the value it is about: moving, keeping what is typed, sending, and what the answer does.
//!
//! What a form is for is its [`Purpose`]. Invariants: a refusal, a conflict, Esc or a closed window never loses what was typed; what was
//! recorded is never offered again, also when the form was left before the answer came.

mod answer;
mod draw;
mod typed;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::conflict::Conflict;
use super::purpose::Purpose;
use crate::args;
use crate::domain::ids::{PeriodId, Seq, Timestamp};
use crate::domain::record::{CommandId, Key};
use crate::locale::{Phrase, format};
use crate::service::link::{News, Unsaved};
use crate::tui::app::{App, Waiting};
use crate::tui::brought::Brought;
use crate::tui::command::table::{CommandId as Action, Place};
use crate::tui::draft::{self, SENT};
use crate::tui::layer::{Outcome, Overlay};
use crate::tui::status::Tone;
use crate::tui::widget::form::{Form, Kind, Pressed};

/// The form on the screen.
#[derive(Debug)]
pub struct InlineForm {
    purpose: Box<dyn Purpose>,
    form: Form,
    /// Lines above the fields, as they were said last: what they tell may take long to find.
    about: Vec<String>,
    /// The contents as they first were: what differs is unfinished input.
    pristine: Vec<(String, String)>,
    touched: Timestamp,
    /// How far the store had come when the form was opened.
    opened: Seq,
    /// The command on its way: until its answer comes the form stands as it is.
    pending: Option<CommandId>,
    /// A command that had left when the form was left, with what was typed then: sent again unchanged it gets its first answer.
    left: Option<(CommandId, Vec<(String, String)>)>,
    /// What was wrong with it as a whole.
    said: String,
    conflict: Option<Conflict>,
    /// What somebody else has recorded since the form was opened, as it was said last: what they typed takes long to lay beside it.
    overtaken: Option<String>,
    /// Whether the person is asked to confirm that what is typed goes for good.
    discarding: bool,
}

/// Opens a form; unfinished input of its place comes back.
pub fn open(app: &mut App, purpose: impl Purpose + 'static) {
    let layer = layer(app, purpose);
    app.open(layer);
}

/// A form as a layer, for whoever replaces another layer by it.
#[must_use]
pub fn layer(app: &mut App, purpose: impl Purpose + 'static) -> Box<dyn Overlay> {
    boxed(app, Box::new(purpose))
}

/// The form of a purpose that somebody else has chosen.
#[must_use]
pub(in crate::tui) fn boxed(app: &mut App, purpose: Box<dyn Purpose>) -> Box<dyn Overlay> {
    Box::new(made(app, purpose))
}

/// The same with the cursor in a field.
#[must_use]
pub(in crate::tui) fn boxed_at(
    app: &mut App,
    purpose: Box<dyn Purpose>,
    field: Option<&str>,
) -> Box<dyn Overlay> {
    let mut layer = made(app, purpose);
    if let Some(field) = field {
        layer.form.focus(field);
        layer.settle(app);
    }
    Box::new(layer)
}

fn made(app: &mut App, purpose: Box<dyn Purpose>) -> InlineForm {
    let mut form = purpose.build(app);
    let pristine = form.export();
    let mut touched = app.now.at;
    let (mut pending, mut left) = (None, None);
    if let Some(kept) = app.drafts.take(&purpose.place()) {
        purpose.prepare(&mut form, &kept.fields, app);
        form.import(&kept.fields);
        touched = kept.at;
        if let Some(id) = sent_as(&kept.fields) {
            if app.waiting.contains_key(&id) {
                pending = Some(id);
            } else {
                left = Some((id, form.export()));
            }
        }
        let when = chrono::DateTime::from_timestamp_millis(kept.at.0)
            .map(|it| format::date_time(it, app.offset))
            .unwrap_or_default();
        let sentence = app.say_with(Phrase::UnsavedRestored, &args![when]);
        app.status.tell(Tone::Plain, sentence);
    }
    let mut layer = InlineForm {
        purpose,
        form,
        about: Vec::new(),
        pristine,
        touched,
        opened: app.mirror.confirmed().meta.seq,
        pending,
        left,
        said: String::new(),
        conflict: None,
        overtaken: None,
        discarding: false,
    };
    layer.purpose.ask(&layer.form, false, app);
    layer.renew(app);
    layer.settle(app);
    layer
}

/// What a person typed of kept input, in a line: the first field that has more than a new form has.
#[must_use]
pub(in crate::tui) fn typed_in(app: &App, purpose: &dyn Purpose, kept: &Unsaved) -> String {
    let mut form = purpose.build(app);
    purpose.prepare(&mut form, &kept.fields, app);
    let empty = form.clone();
    form.import(&kept.fields);
    let own = form.fields.iter().find_map(|it| {
        let text = match &it.kind {
            Kind::Lookup(lookup) if !lookup.query().is_empty() => lookup.query().text(),
            Kind::Line(_) | Kind::Text(_) => form.text(&it.name),
            _ => String::new(),
        };
        let was = empty.text(&it.name);
        (!text.is_empty() && text != was).then_some(text)
    });
    own.unwrap_or_default().replace('\n', " ")
}

/// The command under which kept input had left already.
fn sent_as(kept: &[(String, String)]) -> Option<CommandId> {
    let (_, id) = kept.iter().find(|(name, _)| name == SENT)?;
    id.parse().ok().map(CommandId)
}

impl InlineForm {
    /// Says everything anew that is said of what is typed, of what others have recorded, and of numbers.
    fn renew(&mut self, app: &App) {
        self.purpose.renew(&mut self.form, app);
        self.tell_what_is_not_found(app);
        self.about = self.purpose.about(app);
    }

    fn accept(&mut self, app: &mut App) -> Outcome {
        if self.pending.is_some() {
            return Outcome::Used;
        }
        self.said.clear();
        self.part_numbers(None);
        self.form.forget_faults();
        self.purpose.ask(&self.form, true, app);
        let asked = self
            .nothing_half_typed(app)
            .and_then(|()| self.purpose.command(&self.form, app));
        match asked {
            Ok(command) => {
                let fields = self.form.export();
                let again = self.left.take().filter(|(_, was)| *was == fields);
                let id = again.map_or_else(|| app.command_id(), |(id, _)| id);
                app.send_as(id, command, Waiting::Form);
                app.kept_until_done.insert(id, self.purpose.place());
                self.pending = Some(id);
            }
            Err(fault) => {
                if !self.form.fault(&fault.field, fault.sentence.clone()) {
                    self.said = fault.sentence;
                }
            }
        }
        self.settle(app);
        Outcome::Used
    }

    fn changed(&mut self, app: &mut App) -> Outcome {
        self.touched = app.now.at;
        let typing = self.form.current().map(str::to_owned);
        self.part_numbers(typing.as_deref());
        self.purpose.ask(&self.form, false, app);
        self.said.clear();
        self.renew(app);
        self.settle(app);
        Outcome::Used
    }

    /// What is typed goes only when that is confirmed; where nothing is typed there is nothing to ask.
    fn ask_to_discard(&mut self, app: &mut App) -> Outcome {
        if self.unsaved(app).is_none() {
            return Outcome::Close;
        }
        self.said.clear();
        self.discarding = true;
        self.settle(app);
        Outcome::Used
    }

    fn key_in_discarding(&mut self, key: KeyEvent, app: &mut App) -> Outcome {
        match key.code {
            KeyCode::Enter => {
                app.drafts.take(&self.purpose.place());
                app.touch_input();
                let sentence = app.say(Phrase::FormDiscarded);
                app.status.tell(Tone::Plain, sentence);
                return Outcome::Close;
            }
            KeyCode::Esc => {
                self.discarding = false;
                self.settle(app);
            }
            _ => {}
        }
        Outcome::Used
    }

    fn leave(&mut self, app: &mut App) -> Outcome {
        if let Some(unsaved) = self.unsaved(app) {
            app.drafts.put(unsaved);
            let sentence = match self.pending {
                Some(_) => app.say(Phrase::FormLeftWriting),
                None => draft::kept(app),
            };
            app.status.tell(Tone::Plain, sentence);
        }
        app.touch_input();
        Outcome::Close
    }
}

/// Help, leaving and drawing anew are to be had whatever a form waits for.
fn is_for_the_program(key: KeyEvent) -> bool {
    let control = key.modifiers.contains(KeyModifiers::CONTROL);
    matches!(key.code, KeyCode::F(1 | 10)) || (control && matches!(key.code, KeyCode::Char(_)))
}

impl Overlay for InlineForm {
    fn place(&self) -> Place {
        Place::Form
    }

    fn takes_text(&self) -> bool {
        true
    }

    fn keys(&self, app: &App) -> Vec<(String, String)> {
        self.all_keys(app)
    }

    fn key(&mut self, key: KeyEvent, app: &mut App) -> Outcome {
        if self.pending.is_some() {
            // What is typed now would be in no record.
            return match key.code {
                KeyCode::Esc => self.leave(app),
                _ if is_for_the_program(key) => Outcome::Pass,
                _ => Outcome::Used,
            };
        }
        if self.discarding {
            return match is_for_the_program(key) {
                true => Outcome::Pass,
                false => self.key_in_discarding(key, app),
            };
        }
        if self.conflict.is_some() {
            return self.key_in_conflict(key, app);
        }
        if key.code == KeyCode::F(2) {
            return self.accept(app);
        }
        if self.purpose.key(key, &mut self.form, app) {
            return self.changed(app);
        }
        match self.form.key(key) {
            Pressed::Used => self.changed(app),
            Pressed::Accept => self.accept(app),
            Pressed::Action(name) => {
                if let Some(layer) = self.purpose.opens(&name, &self.form, app) {
                    return Outcome::Open(layer);
                }
                self.purpose.act(&name, &mut self.form, app);
                self.changed(app)
            }
            Pressed::Leave => self.leave(app),
            Pressed::Pass => Outcome::Pass,
        }
    }

    fn command(&mut self, command: Action, app: &mut App) -> Outcome {
        match command {
            Action::Save if self.conflict.is_none() && !self.discarding => self.accept(app),
            Action::DropUnsaved if self.pending.is_none() => {
                self.conflict = None;
                self.ask_to_discard(app)
            }
            _ => Outcome::Pass,
        }
    }

    fn paste(&mut self, text: &str, app: &mut App) -> Outcome {
        if self.pending.is_some() || self.conflict.is_some() || self.discarding {
            return Outcome::Used;
        }
        self.form.paste(text);
        self.changed(app)
    }

    fn news(&mut self, news: &News, app: &mut App) -> Outcome {
        match news {
            News::Answer { id, answer } if self.pending == Some(*id) => self.answered(answer, app),
            // What is said beside the fields rests on what others have recorded, and on the numbers that were read since.
            News::Committed(_) | News::Shard { .. } | News::Unreadable(_) => {
                if self.pending.is_none() {
                    self.renew(app);
                }
                // What somebody else has recorded takes a line of the form.
                self.settle(app);
                Outcome::Used
            }
            news => {
                if self.purpose.hear(news) && self.pending.is_none() {
                    self.renew(app);
                    self.settle(app);
                }
                Outcome::Used
            }
        }
    }

    fn brought(&mut self, brought: &Brought, app: &mut App) {
        self.purpose.brought(brought, &mut self.form, app);
        self.renew(app);
        self.settle(app);
    }

    fn needs(&self, _: &App) -> Vec<PeriodId> {
        self.purpose.needs().into_iter().collect()
    }

    fn writes(&self, app: &App) -> Option<Key> {
        let first = || self.purpose.cells(app).first().copied().map(Key::Value);
        self.purpose.record().or_else(first)
    }

    fn unsaved(&self, _: &App) -> Option<Unsaved> {
        let mut fields = self.form.export();
        let left = self.left.as_ref().filter(|(_, was)| *was == fields);
        let sent = self.pending.or(left.map(|it| it.0));
        // What is sent is kept as it was sent.
        if sent.is_none() {
            let only_seen = self.purpose.only_seen(&self.form);
            for (name, kept) in &mut fields {
                let first = self.pristine.iter().find(|it| it.0 == *name);
                if let Some((_, first)) = first.filter(|_| only_seen.contains(&name.as_str())) {
                    kept.clone_from(first);
                }
            }
        }
        if fields == self.pristine {
            return None;
        }
        fields.extend(sent.map(|it| (SENT.to_owned(), it.0.to_string())));
        Some(Unsaved {
            place: self.purpose.place(),
            fields,
            at: self.touched,
        })
    }

    fn render(&self, app: &App, area: Rect, buf: &mut Buffer) {
        self.draw(app, area, buf);
    }

    fn cursor(&self, app: &App, area: Rect) -> Option<Position> {
        self.caret(app, area)
    }
}
