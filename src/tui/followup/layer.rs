//! A form in the lower part of the screen, under the value it is about: moving, keeping what is typed, sending, and what the answer does.
//!
//! What a form is for is its [`Purpose`]. Invariant: a refusal, a conflict, Esc or a closed window never loses what was typed.

use crossterm::event::{KeyCode, KeyEvent};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::conflict::Conflict;
use super::purpose::{Fault, Purpose};
use crate::args;
use crate::domain::ids::Timestamp;
use crate::domain::record::CommandId;
use crate::domain::refusal::Refusal;
use crate::locale::{Phrase, format};
use crate::service::link::{Answer, News, Unsaved};
use crate::tui::app::{App, Waiting};
use crate::tui::command::table::{CommandId as Action, Place};
use crate::tui::layer::{Outcome, Overlay};
use crate::tui::status::Tone;
use crate::tui::text;
use crate::tui::theme::Role;
use crate::tui::widget::form::{Form, Kind, Pressed};
use crate::tui::widget::paint;

/// The form on the screen.
#[derive(Debug)]
pub struct InlineForm {
    purpose: Box<dyn Purpose>,
    form: Form,
    /// The contents as they first were: what differs is unfinished input.
    pristine: Vec<(String, String)>,
    touched: Timestamp,
    pending: Option<CommandId>,
    /// What was wrong with it as a whole.
    said: String,
    conflict: Option<Conflict>,
}

/// Opens a form; unfinished input of its place comes back.
pub fn open(app: &mut App, purpose: impl Purpose + 'static) {
    let layer = layer(app, purpose);
    app.open(layer);
}

/// A form as a layer, for whoever replaces another layer by it.
#[must_use]
pub fn layer(app: &mut App, purpose: impl Purpose + 'static) -> Box<dyn Overlay> {
    let mut purpose: Box<dyn Purpose> = Box::new(purpose);
    let mut form = purpose.build(app);
    let pristine = form.export();
    let mut touched = app.now.at;
    if let Some(kept) = app.drafts.take(&purpose.place()) {
        purpose.prepare(&mut form, &kept.fields, app);
        form.import(&kept.fields);
        touched = kept.at;
        let when = chrono::DateTime::from_timestamp_millis(kept.at.0)
            .map(|it| format::date_time(it, app.offset))
            .unwrap_or_default();
        let sentence = app.say_with(Phrase::UnsavedRestored, &args![when]);
        app.status.tell(Tone::Plain, sentence);
    }
    purpose.renew(&mut form, app);
    let mut layer = InlineForm {
        purpose,
        form,
        pristine,
        touched,
        pending: None,
        said: String::new(),
        conflict: None,
    };
    layer.settle(app);
    Box::new(layer)
}

impl InlineForm {
    fn accept(&mut self, app: &mut App) -> Outcome {
        if self.pending.is_some() {
            return Outcome::Used;
        }
        self.said.clear();
        self.form.forget_faults();
        let asked = self
            .nothing_half_typed(app)
            .and_then(|()| self.purpose.command(&self.form, app));
        match asked {
            Ok(command) => self.pending = Some(app.send(command, Waiting::Form)),
            Err(fault) => self.form.fault(&fault.field, fault.sentence),
        }
        self.settle(app);
        Outcome::Used
    }

    /// A word typed to find something must have found it.
    fn nothing_half_typed(&mut self, app: &App) -> Result<(), Fault> {
        for field in &mut self.form.fields {
            let Kind::Lookup(lookup) = &mut field.kind else {
                continue;
            };
            if !lookup.query().text().trim().is_empty() {
                lookup.take();
            }
            if !lookup.query().text().trim().is_empty() {
                let sentence = app.say(Phrase::FormNothingFound);
                return Err(Fault::new(field.name.clone(), sentence));
            }
        }
        self.purpose.renew(&mut self.form, app);
        Ok(())
    }

    fn changed(&mut self, app: &App) -> Outcome {
        self.touched = app.now.at;
        self.said.clear();
        self.purpose.renew(&mut self.form, app);
        self.settle(app);
        Outcome::Used
    }

    fn leave(&mut self, app: &mut App) -> Outcome {
        if let Some(unsaved) = self.unsaved(app) {
            app.drafts.put(unsaved);
            let sentence = app.say(Phrase::FormKept);
            app.status.tell(Tone::Plain, sentence);
        }
        app.touch_input();
        Outcome::Close
    }

    fn answered(&mut self, answer: &Answer, app: &mut App) -> Outcome {
        match answer {
            Answer::Done(commit) => {
                let sentence = app.narrator().commit(commit);
                app.status.tell(Tone::Good, sentence);
                app.touch_input();
                return Outcome::Close;
            }
            Answer::Unknown => return Outcome::Used,
            Answer::Refused(refusal) => self.refused(refusal, app),
            Answer::NotWritten(_) => {
                self.said = app
                    .status
                    .message()
                    .map(|it| it.1.to_owned())
                    .unwrap_or_default();
            }
        }
        self.pending = None;
        // The sentence stands in the form, where it is not gone with the next key.
        app.status.forget();
        self.settle(app);
        Outcome::Used
    }

    fn refused(&mut self, refusal: &Refusal, app: &App) {
        let told = app.narrator().refusal(refusal).to_string();
        if let Refusal::Conflict {
            key,
            theirs: Some(theirs),
            stamp: Some(stamp),
        } = refusal
        {
            let versions = self.purpose.versions(theirs, &self.form, app);
            if !versions.is_empty() {
                let who = app.narrator().stamp(stamp);
                self.conflict = Some(Conflict::new(*key, who, versions, stamp.rev));
                return;
            }
        }
        let field = match refusal {
            Refusal::Empty { field }
            | Refusal::TooLong { field, .. }
            | Refusal::Unprintable { field }
            | Refusal::DateBefore { field, .. }
            | Refusal::DateAfter { field, .. } => self.purpose.field_of(*field),
            _ => None,
        };
        match field.filter(|it| self.form.field(it).is_some()) {
            Some(field) => self.form.fault(field, told),
            None => self.said = told,
        }
    }

    /// A key while two versions are shown.
    fn key_in_conflict(&mut self, key: KeyEvent, app: &mut App) -> Outcome {
        let Some(conflict) = &mut self.conflict else {
            return Outcome::Pass;
        };
        match key.code {
            KeyCode::Esc => self.conflict = None,
            KeyCode::Enter if conflict.mine => {
                let (key, seen) = (conflict.key, conflict.rev);
                self.conflict = None;
                self.purpose.rest_on(key, seen, &mut self.form);
                return self.accept(app);
            }
            KeyCode::Enter => {
                app.touch_input();
                let sentence = app.say(Phrase::ConflictTheirsStay);
                app.status.tell(Tone::Good, sentence);
                return Outcome::Close;
            }
            KeyCode::Char(_) if !key.modifiers.is_empty() => return Outcome::Pass,
            KeyCode::F(_) => return Outcome::Pass,
            KeyCode::Up | KeyCode::Down | KeyCode::Left | KeyCode::Right => {
                conflict.mine = !conflict.mine;
            }
            KeyCode::Tab | KeyCode::BackTab => conflict.mine = !conflict.mine,
            _ => {}
        }
        self.settle(app);
        Outcome::Used
    }

    /// Lines above the fields.
    fn about(&self, app: &App, columns: u16) -> Vec<String> {
        let columns = usize::from(columns.saturating_sub(1).max(1));
        let about = self.purpose.about(app);
        let wrapped = about.iter().flat_map(|it| text::wrap(it, columns));
        wrapped.map(str::to_owned).collect()
    }

    fn said(&self, columns: u16) -> Vec<&str> {
        if self.said.is_empty() {
            return Vec::new();
        }
        text::wrap(&self.said, usize::from(columns.saturating_sub(1).max(1)))
    }

    /// The frame: as tall as is needed, at the bottom, with the top of the screen left in sight.
    fn area(&self, app: &App, screen: Rect) -> Rect {
        let columns = screen.width.saturating_sub(2);
        let fixed = self.about(app, columns).len() + self.said(columns).len() + 1;
        let body = match &self.conflict {
            Some(conflict) => conflict.height(app, columns),
            None => self.form.height(columns, &app.theme),
        };
        let wanted = body
            .saturating_add(u16::try_from(fixed).unwrap_or(u16::MAX))
            .saturating_add(2);
        let above = if screen.height >= 24 { 5 } else { 3 };
        let most = screen.height.saturating_sub(1 + above);
        let height = wanted.min(most);
        Rect {
            x: screen.x,
            y: screen.y + screen.height.saturating_sub(height + 1),
            width: screen.width,
            height,
        }
    }

    /// Where the fields are, inside the frame.
    fn body(&self, app: &App, frame: Rect) -> Rect {
        let inner = Rect {
            x: frame.x + 1,
            y: frame.y + 1,
            width: frame.width.saturating_sub(2),
            height: frame.height.saturating_sub(2),
        };
        let above = u16::try_from(self.about(app, inner.width).len()).unwrap_or(0);
        let below = u16::try_from(self.said(inner.width).len() + 1).unwrap_or(0);
        // The fields are what the form is for: the rest gives way to them.
        let above = above.min(inner.height.saturating_sub(below + 1));
        Rect {
            y: inner.y + above,
            height: inner.height.saturating_sub(above + below),
            ..inner
        }
    }

    fn settle(&mut self, app: &App) {
        let screen = Rect::new(0, 0, app.size.0, app.size.1);
        let body = self.body(app, self.area(app, screen));
        self.form.settle(body.width, body.height, &app.theme);
    }

    /// The keys of the form, the most needed first.
    fn keys(&self, app: &App) -> Vec<(String, String)> {
        let say = |key: &str, what: Phrase| (key.to_owned(), app.say(what));
        if self.conflict.is_some() {
            return vec![
                say("Enter", Phrase::FormKeyConfirm),
                say("Tab", Phrase::FormKeyOther),
                say("Esc", Phrase::FormKeyBack),
            ];
        }
        let accept = match app.keymap.hint(Action::Save, &app.locale) {
            Some(key) if key != "F2" => format!("F2 {key}"),
            _ => "F2".to_owned(),
        };
        let mut keys = vec![(accept, app.say(Phrase::FormKeyAccept))];
        keys.extend(self.purpose.hints(&self.form, app));
        keys.push(say("Tab", Phrase::FormKeyNext));
        keys.push(say("Esc", Phrase::FormKeyLeave));
        keys
    }
}

impl Overlay for InlineForm {
    fn place(&self) -> Place {
        Place::Form
    }

    fn takes_text(&self) -> bool {
        true
    }

    fn key(&mut self, key: KeyEvent, app: &mut App) -> Outcome {
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
                self.purpose.act(&name, &mut self.form, app);
                self.changed(app)
            }
            Pressed::Leave => self.leave(app),
            Pressed::Pass => Outcome::Pass,
        }
    }

    fn command(&mut self, command: Action, app: &mut App) -> Outcome {
        match command {
            Action::Save if self.conflict.is_none() => self.accept(app),
            _ => Outcome::Pass,
        }
    }

    fn paste(&mut self, text: &str, app: &mut App) -> Outcome {
        self.form.paste(text);
        self.changed(app)
    }

    fn news(&mut self, news: &News, app: &mut App) -> Outcome {
        match news {
            News::Answer { id, answer } if self.pending == Some(*id) => self.answered(answer, app),
            _ => Outcome::Used,
        }
    }

    fn unsaved(&self, _: &App) -> Option<Unsaved> {
        let fields = self.form.export();
        (fields != self.pristine).then(|| Unsaved {
            place: self.purpose.place(),
            fields,
            at: self.touched,
        })
    }

    fn render(&self, app: &App, area: Rect, buf: &mut Buffer) {
        let theme = &app.theme;
        let frame = self.area(app, area);
        let inner = paint::popup(buf, frame, &self.purpose.title(app), theme);
        if inner.height == 0 || inner.width == 0 {
            return;
        }
        let body = self.body(app, frame);
        let about = self.about(app, inner.width);
        for (line, y) in about.iter().zip(inner.y..body.y) {
            paint::put(
                buf,
                inner.x + 1,
                y,
                inner.width - 1,
                line,
                theme.style(Role::Text),
            );
        }
        match &self.conflict {
            Some(conflict) => conflict.render(app, body, buf),
            None => self.form.render(body, theme, buf),
        }
        let said = self.said(inner.width);
        for (line, y) in said.iter().zip(body.bottom()..inner.bottom()) {
            paint::put(
                buf,
                inner.x + 1,
                y,
                inner.width - 1,
                line,
                theme.style(Role::Error),
            );
        }
        let y = inner.bottom() - 1;
        let mut x = inner.x + 1;
        for (key, what) in self.keys(app) {
            let wide =
                u16::try_from(text::width(&key) + 1 + text::width(&what)).unwrap_or(u16::MAX);
            if x.saturating_add(wide) > inner.right() {
                break;
            }
            let room = inner.right() - x;
            x = paint::put(buf, x, y, room, &key, theme.style(Role::Key)) + 1;
            x = paint::put(buf, x, y, room, &what, theme.style(Role::Dim)) + 2;
        }
    }

    fn cursor(&self, app: &App, area: Rect) -> Option<Position> {
        if self.conflict.is_some() {
            return None;
        }
        let body = self.body(app, self.area(app, area));
        self.form.cursor(body, &app.theme)
    }
}
