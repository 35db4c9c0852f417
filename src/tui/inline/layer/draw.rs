//! How a form looks: the frame at the bottom of the screen, what stands above and beneath the fields, the keys.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::InlineForm;
use crate::args;
use crate::domain::command::Seen;
use crate::domain::record::Key;
use crate::locale::Phrase;
use crate::tui::app::App;
use crate::tui::command::table::CommandId as Action;
use crate::tui::inline::purpose;
use crate::tui::theme::Role;
use crate::tui::widget::paint;
use crate::tui::{presence, text};

/// Lines that tell what a field is for.
const HELP: usize = 2;

impl InlineForm {
    /// Lines above the fields.
    fn above(&self, columns: u16) -> Vec<String> {
        let columns = usize::from(columns.saturating_sub(1).max(1));
        let wrapped = self.about.iter().flat_map(|it| text::wrap(it, columns));
        wrapped.map(str::to_owned).collect()
    }

    /// Lines beneath the fields: what was wrong, and what somebody else has recorded meanwhile.
    fn said(&self, columns: u16) -> Vec<(String, Role)> {
        let columns = usize::from(columns.saturating_sub(1).max(1));
        let busy = self.pending.is_some() || self.conflict.is_some() || self.discarding;
        let overtaken = self.overtaken.as_deref().filter(|_| !busy);
        let said = [
            (self.said.as_str(), Role::Error),
            (overtaken.unwrap_or_default(), Role::Conflict),
        ];
        (said.into_iter())
            .filter(|it| !it.0.is_empty())
            .flat_map(|(said, role)| {
                let lines = text::wrap(said, columns);
                lines.into_iter().map(move |it| (it.to_owned(), role))
            })
            .collect()
    }

    /// Lines that tell what the field under the cursor is for: always as many, so that nothing moves with the cursor.
    fn help(&self, app: &App, columns: u16) -> Vec<String> {
        if self.conflict.is_some() {
            return Vec::new();
        }
        let columns = usize::from(columns.saturating_sub(2).max(1));
        let Some(help) = self.purpose.help(&self.form, app) else {
            return Vec::new();
        };
        let all = text::wrap(&help, columns);
        let (first, rest) = all.split_at(all.len().min(HELP - 1));
        let rest = rest.join(" ");
        let last = text::cut(&rest, columns, app.theme.glyphs.ellipsis);
        let mut lines: Vec<String> = first.iter().map(|it| (*it).to_owned()).collect();
        lines.push(last.into_owned());
        lines.resize(HELP, String::new());
        lines
    }

    /// What somebody else has recorded since the form was opened: what one does not know, one writes over or writes twice.
    fn meanwhile(&self, app: &App) -> Option<String> {
        if self.purpose.record().is_none() {
            return self.purpose.beside(self.opened, app);
        }
        self.form.field(purpose::SEEN)?;
        let (theirs, stamp) = self.purpose.stands_there(app)?;
        let seen = purpose::seen_or_absent(&self.form);
        // As the answer will have it: what differs in nothing that the form shows is recorded without a word.
        let differs = || !self.purpose.versions(&theirs, &self.form, app).is_empty();
        if seen == Seen::At(stamp.rev) || !differs() {
            return None;
        }
        let (who, time) = (
            app.narrator().user(stamp.by),
            presence::moment(app, stamp.at),
        );
        Some(app.say_with(Phrase::FormOvertaken, &args![who, time]))
    }

    /// Who else writes about the same, or looks at it.
    fn beside(&self, app: &App, room: u16) -> Option<String> {
        let keys = match self.purpose.record() {
            Some(key) => vec![key],
            None => self
                .purpose
                .cells(app)
                .into_iter()
                .map(Key::Value)
                .collect(),
        };
        presence::line_at(app, &keys, usize::from(room))
    }

    /// The frame: as tall as is needed, at the bottom, with the top of the screen left in sight.
    fn area(&self, app: &App, screen: Rect) -> Rect {
        let columns = screen.width.saturating_sub(2);
        let told = self.said(columns).len() + self.help(app, columns).len();
        let fixed = self.above(columns).len() + told + 1;
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
        let above = u16::try_from(self.above(inner.width).len()).unwrap_or(0);
        let told = self.said(inner.width).len() + self.help(app, inner.width).len();
        let below = u16::try_from(told + 1).unwrap_or(0);
        // The fields are what the form is for: the rest gives way to them.
        let above = above.min(inner.height.saturating_sub(below + 1));
        Rect {
            y: inner.y + above,
            height: inner.height.saturating_sub(above + below),
            ..inner
        }
    }

    /// Where the fields are on the screen as it is, or the two versions.
    pub(super) fn room(&self, app: &App) -> Rect {
        let screen = Rect::new(0, 0, app.size.0, app.size.1);
        self.body(app, self.area(app, screen))
    }

    /// Keeps the field with the cursor in sight.
    pub(super) fn settle(&mut self, app: &App) {
        self.overtaken = self.meanwhile(app);
        let body = self.room(app);
        self.form.settle(body.width, body.height, &app.theme);
    }

    /// All keys of the form, as help tells them.
    pub(super) fn all_keys(&self, app: &App) -> Vec<(String, String)> {
        let busy = self.pending.is_some() || self.discarding || self.conflict.is_some();
        let mut keys = self.foot(app);
        if !busy {
            let more = [
                ("Enter".to_owned(), Phrase::FormHelpEnter),
                ("Shift+Tab".to_owned(), Phrase::FormHelpBack),
                (app.say(Phrase::KeyUpDown), Phrase::FormHelpFields),
                (app.say(Phrase::KeyLeftRightSpace), Phrase::FormHelpChoice),
            ];
            keys.extend(more.map(|(key, phrase)| (key, app.say(phrase))));
        }
        keys
    }

    /// The keys of the form that stand at its foot, the most needed first.
    fn foot(&self, app: &App) -> Vec<(String, String)> {
        let say = |key: &str, what: Phrase| (key.to_owned(), app.say(what));
        if self.pending.is_some() {
            return vec![say("Esc", Phrase::FormKeyLeave)];
        }
        if self.discarding {
            return vec![
                say("Enter", Phrase::FormKeyDiscard),
                say("Esc", Phrase::FormKeyBack),
            ];
        }
        if let Some(conflict) = &self.conflict {
            return conflict.keys(app, self.room(app));
        }
        let accept = match app.keymap.hint(Action::Save, &app.locale) {
            Some(key) if key != "F2" => format!("F2 {key}"),
            _ => "F2".to_owned(),
        };
        let mut keys = vec![(accept, app.say(Phrase::FormKeyAccept))];
        keys.extend(self.purpose.hints(&self.form, app));
        keys.push(say("Tab", Phrase::FormKeyNext));
        keys.push(say("Esc", Phrase::FormKeyLeave));
        if !self.is_as_it_began()
            && let Some(key) = app.keymap.hint(Action::DropUnsaved, &app.locale)
        {
            keys.push((key, app.say(Phrase::FormKeyDiscard)));
        }
        keys
    }

    /// Draws the frame, the lines above the fields, the fields, what was wrong, the keys.
    pub(super) fn draw(&self, app: &App, area: Rect, buf: &mut Buffer) {
        let theme = &app.theme;
        let frame = self.area(app, area);
        let inner = paint::popup(buf, frame, &self.purpose.title(app), theme);
        if inner.height == 0 || inner.width == 0 {
            return;
        }
        let body = self.body(app, frame);
        let about = self.above(inner.width);
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
        let help = self.help(app, inner.width).into_iter();
        let told = help.map(|it| (it, Role::Dim)).chain(said);
        for ((line, role), y) in told.zip(body.bottom()..inner.bottom()) {
            let style = theme.style(role);
            paint::put(buf, inner.x + 1, y, inner.width - 1, &line, style);
        }
        if let Some(beside) = self.beside(app, frame.width.saturating_sub(6)) {
            paint::foot(buf, frame, &beside, theme);
        }
        let y = inner.bottom() - 1;
        let mut x = inner.x + 1;
        let stands = match (self.pending.is_some(), self.discarding) {
            (true, _) => Some((Phrase::FormWriting, Role::Text)),
            (_, true) => Some((Phrase::FormDiscardQuestion, Role::Warning)),
            _ => None,
        };
        if let Some((phrase, role)) = stands {
            let room = inner.right() - x;
            x = paint::put(buf, x, y, room, &app.say(phrase), theme.style(role)) + 2;
        }
        let keys = fitting(self.foot(app), usize::from(inner.right().saturating_sub(x)));
        for (key, what) in keys {
            let room = inner.right().saturating_sub(x);
            x = paint::put(buf, x, y, room, &key, theme.style(Role::Key)) + 1;
            x = paint::put(buf, x, y, room, &what, theme.style(Role::Dim)) + 2;
        }
    }

    /// Where the terminal's cursor stands.
    pub(super) fn caret(&self, app: &App, area: Rect) -> Option<Position> {
        if self.conflict.is_some() || self.pending.is_some() || self.discarding {
            return None;
        }
        let body = self.body(app, self.area(app, area));
        self.form.cursor(body, &app.theme)
    }
}

/// The keys that have room. Recording stands first and stays, and so does Esc: a form that cannot be left is a trap. The others give way
/// from the end.
fn fitting(mut keys: Vec<(String, String)>, room: usize) -> Vec<(String, String)> {
    let wide = |it: &(String, String)| text::width(&it.0) + 1 + text::width(&it.1);
    let whole = |keys: &[(String, String)]| -> usize {
        let between = 2 * keys.len().saturating_sub(1);
        keys.iter().map(wide).sum::<usize>() + between
    };
    while whole(&keys) > room {
        let stays = |at: usize, it: &(String, String)| at == 0 || it.0 == "Esc";
        let gives_way = (keys.iter().enumerate()).rfind(|(at, it)| !stays(*at, it));
        let at = gives_way.map_or(keys.len().saturating_sub(1), |it| it.0);
        if at >= keys.len() {
            break;
        }
        keys.remove(at);
    }
    keys
}
