//! A form: fields one beneath another, and a button with a verb at the end.
//!
//! Tab and Shift+Tab go from field to field, and so do ↓ and ↑ at the edges of one; Enter in a field of one line goes on, Enter on
//! the button accepts. The form knows nothing of what it is for: its owner reads the fields by name and says what is wrong.

mod field;
mod lookup;
mod render;
mod table;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use crate::domain::text::{fold, retype_russian};
use crate::tui::widget::line_edit::LineEdit;

pub use field::{Field, Kind, Tick};
pub use lookup::{Candidate, Lookup};
pub use table::{Column, Table};

/// What a key did to a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Pressed {
    /// Something in it.
    Used,
    /// It is to be accepted.
    Accept,
    /// An action of it is to be done: its name.
    Action(String),
    /// It is to be left.
    Leave,
    /// Nothing: not a key of a form.
    Pass,
}

/// A form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Form {
    /// The fields, from top to bottom.
    pub fields: Vec<Field>,
    /// The verb on the button.
    pub button: String,
    /// The field under the cursor; the button comes after the last one.
    at: usize,
    /// The first line in sight.
    top: usize,
}

impl Form {
    /// A form with the cursor in its first field.
    #[must_use]
    pub fn new(fields: Vec<Field>, button: String) -> Form {
        let mut form = Form {
            fields,
            button,
            at: 0,
            top: 0,
        };
        if !form.stops_at(0) {
            form.go(1);
        }
        form
    }

    /// The name of the field under the cursor; `None` on the button.
    #[must_use]
    pub fn current(&self) -> Option<&str> {
        self.fields.get(self.at).map(|it| it.name.as_str())
    }

    /// The field of that name.
    #[must_use]
    pub fn field(&self, name: &str) -> Option<&Field> {
        self.fields.iter().find(|it| it.name == name)
    }

    /// The field of that name, to be changed.
    pub fn field_mut(&mut self, name: &str) -> Option<&mut Field> {
        self.fields.iter_mut().find(|it| it.name == name)
    }

    /// The text of a field, without spaces at its ends; empty where there is no such field.
    #[must_use]
    pub fn text(&self, name: &str) -> String {
        match self.field(name).map(|it| &it.kind) {
            Some(Kind::Line(edit)) => edit.text().trim().to_owned(),
            Some(Kind::Text(area)) => area.text().trim().to_owned(),
            Some(Kind::Hidden(text)) => text.clone(),
            _ => String::new(),
        }
    }

    /// Which word of a choice is chosen, counted from 0.
    #[must_use]
    pub fn choice(&self, name: &str) -> usize {
        match self.field(name).map(|it| &it.kind) {
            Some(Kind::Choice { at, .. }) => *at,
            _ => 0,
        }
    }

    /// The tokens of what was found, ticked or chosen.
    #[must_use]
    pub fn tokens(&self, name: &str) -> Vec<String> {
        match self.field(name).map(|it| &it.kind) {
            Some(Kind::Lookup(lookup)) => {
                lookup.chosen().iter().map(|it| it.token.clone()).collect()
            }
            Some(Kind::Ticks { items, .. }) => (items.iter())
                .filter(|it| it.on)
                .map(|it| it.token.clone())
                .collect(),
            Some(Kind::Choice { tokens, at, .. }) => tokens.get(*at).cloned().into_iter().collect(),
            _ => Vec::new(),
        }
    }

    /// Sets the contents of a field, as [`Field::export`] writes them.
    pub fn set(&mut self, name: &str, text: &str) {
        if let Some(field) = self.field_mut(name) {
            field.import(text);
        }
    }

    /// Offers other things in a choice: what was chosen stays, wherever it stands now.
    pub fn offer(&mut self, name: &str, offered: Vec<(String, String)>) {
        let chosen = self.tokens(name);
        if let Some(field) = self.field_mut(name)
            && let Kind::Choice {
                options,
                tokens,
                at,
                ..
            } = &mut field.kind
        {
            (*tokens, *options) = offered.into_iter().unzip();
            let found = tokens.iter().position(|it| chosen.contains(it));
            *at = found.unwrap_or(tokens.len());
        }
    }

    /// Suggests text for a line: what is typed there first replaces it.
    pub fn suggest(&mut self, name: &str, text: &str) {
        if let Some(Kind::Line(edit)) = self.field_mut(name).map(|it| &mut it.kind) {
            *edit = LineEdit::suggesting(text);
        }
    }

    /// Says beside a field what was understood.
    pub fn hint(&mut self, name: &str, hint: String) {
        if let Some(field) = self.field_mut(name) {
            field.hint = hint;
        }
    }

    /// Says beneath a field what is amiss with it as it is typed.
    pub fn remark(&mut self, name: &str, remark: String) {
        if let Some(field) = self.field_mut(name) {
            field.remark = remark;
        }
    }

    /// Shows a field or hides it; what is typed in it stays. From a field that is hidden the cursor goes on.
    pub fn show(&mut self, name: &str, shown: bool) {
        if let Some(field) = self.field_mut(name) {
            field.shown = shown;
        }
        if !self.stops_at(self.at) {
            self.go(1);
        }
    }

    /// Says beneath a field what is wrong with it and goes there. Whether there is such a field to go to.
    pub fn fault(&mut self, name: &str, sentence: String) -> bool {
        let found = self.focus(name);
        if let Some(field) = self.fields.get_mut(self.at).filter(|_| found) {
            field.error = sentence;
        }
        found
    }

    /// Puts the cursor into a field, where there is one that takes it: whether there is.
    pub fn focus(&mut self, name: &str) -> bool {
        let found = (self.fields.iter()).position(|it| it.name == name && it.takes_cursor());
        self.at = found.unwrap_or(self.at);
        found.is_some()
    }

    /// Puts the cursor on the button.
    pub fn focus_button(&mut self) {
        self.at = self.fields.len();
    }

    /// Puts fields in before the one of that name.
    pub fn insert_before(&mut self, name: &str, fields: Vec<Field>) {
        let at = (self.fields.iter().position(|it| it.name == name)).unwrap_or(self.fields.len());
        if self.at >= at {
            self.at += fields.len();
        }
        self.fields.splice(at..at, fields);
    }

    /// Takes the fields away whose names begin so. The cursor goes to what comes after them.
    pub fn remove(&mut self, prefix: &str) {
        let current = self.current().map(str::to_owned);
        let Some(first) = (self.fields.iter()).position(|it| it.name.starts_with(prefix)) else {
            return;
        };
        self.fields.retain(|it| !it.name.starts_with(prefix));
        self.at = match current {
            None => self.fields.len(),
            Some(name) => (self.fields.iter())
                .position(|it| it.name == name)
                .unwrap_or(first.min(self.fields.len())),
        };
        if !self.stops_at(self.at) {
            self.go(1);
        }
    }

    /// All contents, by name; what is typed and not yet taken into a field that looks things up comes under the name with `?`.
    #[must_use]
    pub fn export(&self) -> Vec<(String, String)> {
        let mut out = Vec::new();
        for field in &self.fields {
            if let Some(text) = field.export() {
                out.push((field.name.clone(), text));
            }
            if let Kind::Lookup(lookup) = &field.kind
                && !lookup.query().is_empty()
            {
                out.push((format!("{}?", field.name), lookup.query().text()));
            }
        }
        out
    }

    /// Puts contents back; names that the form has not are passed over.
    pub fn import(&mut self, kept: &[(String, String)]) {
        for (name, text) in kept {
            match name.strip_suffix('?') {
                Some(name) => {
                    if let Some(Kind::Lookup(lookup)) = self.field_mut(name).map(|it| &mut it.kind)
                    {
                        lookup.type_in(text);
                    }
                }
                None => self.set(name, text),
            }
        }
    }

    /// Forgets what was wrong.
    pub fn forget_faults(&mut self) {
        for field in &mut self.fields {
            field.error.clear();
        }
    }

    /// What a key does.
    pub fn key(&mut self, key: KeyEvent) -> Pressed {
        match key.code {
            KeyCode::Esc => return Pressed::Leave,
            KeyCode::BackTab => return self.go(-1),
            KeyCode::Tab if key.modifiers.contains(KeyModifiers::SHIFT) => return self.go(-1),
            KeyCode::Tab => return self.leave_field(1),
            _ => {}
        }
        if self.in_field(key) {
            if let Some(field) = self.fields.get_mut(self.at) {
                field.error.clear();
            }
            return Pressed::Used;
        }
        match key.code {
            KeyCode::Up => self.go(-1),
            KeyCode::Down => self.leave_field(1),
            KeyCode::Enter => match self.fields.get(self.at) {
                None => Pressed::Accept,
                Some(field) if field.kind == Kind::Action => Pressed::Action(field.name.clone()),
                Some(_) => self.leave_field(1),
            },
            // A letter on the button, or a sign in a choice, is nobody's: it must not become a command.
            KeyCode::Char(_)
                if !key
                    .modifiers
                    .intersects(KeyModifiers::CONTROL | KeyModifiers::ALT) =>
            {
                Pressed::Used
            }
            _ => Pressed::Pass,
        }
    }

    /// Pasted text.
    pub fn paste(&mut self, text: &str) {
        match self.fields.get_mut(self.at).map(|it| &mut it.kind) {
            Some(Kind::Line(edit)) => edit.insert(text),
            Some(Kind::Text(area)) => area.insert(text),
            Some(Kind::Lookup(lookup)) => lookup.insert(text),
            Some(Kind::Table(table)) => table.insert(text),
            _ => {}
        }
    }

    fn in_field(&mut self, key: KeyEvent) -> bool {
        let plain = !key
            .modifiers
            .intersects(KeyModifiers::CONTROL | KeyModifiers::ALT);
        match self.fields.get_mut(self.at).map(|it| &mut it.kind) {
            Some(Kind::Line(edit)) => edit.key(key),
            Some(Kind::Text(area)) => area.key(key),
            Some(Kind::Lookup(lookup)) => {
                let single = key.code == KeyCode::Enter && !lookup.query().is_empty();
                let used = lookup.key(key);
                if used && single && lookup.is_full() {
                    self.go(1);
                }
                used
            }
            Some(Kind::Choice {
                options, at, typed, ..
            }) => choose(options, at, typed, key, plain),
            Some(Kind::Ticks { items, at }) => tick(items, at, key),
            Some(Kind::Table(table)) => table.key(key),
            _ => false,
        }
    }

    /// Goes on; what is half typed into a field that looks things up is taken, where it can be only one.
    fn leave_field(&mut self, by: isize) -> Pressed {
        if let Some(Kind::Lookup(lookup)) = self.fields.get_mut(self.at).map(|it| &mut it.kind)
            && !lookup.query().is_empty()
        {
            lookup.take_if_clear(true);
        }
        self.go(by)
    }

    fn stops_at(&self, at: usize) -> bool {
        self.fields.get(at).is_none_or(Field::takes_cursor)
    }

    fn go(&mut self, by: isize) -> Pressed {
        let mut at = self.at;
        while let Some(next) = at
            .checked_add_signed(by)
            .filter(|it| *it <= self.fields.len())
        {
            at = next;
            if self.stops_at(at) {
                self.at = at;
                break;
            }
        }
        Pressed::Used
    }
}

/// ← → and Space step through the words; letters, in either layout, go to the word that begins with them.
fn choose(
    options: &[String],
    at: &mut usize,
    typed: &mut String,
    key: KeyEvent,
    plain: bool,
) -> bool {
    let len = options.len().max(1);
    match key.code {
        KeyCode::Left => *at = (*at + len - 1) % len,
        KeyCode::Right | KeyCode::Char(' ') => *at = (*at + 1).min(len) % len,
        KeyCode::Char(c) if plain => {
            let longer = format!("{typed}{c}");
            // A word that goes on; else a new one, looked for after the one chosen, so that a letter again means the next such word.
            let found = beginning(options, *at, &longer)
                .map(|it| (it, longer))
                .or_else(|| {
                    let first = c.to_string();
                    beginning(options, *at + 1, &first).map(|it| (it, first))
                });
            let Some((found, letters)) = found else {
                return false;
            };
            *at = found;
            *typed = letters;
            return true;
        }
        _ => return false,
    }
    typed.clear();
    true
}

/// The first word from a place on, and round, that begins so in either layout.
fn beginning(options: &[String], from: usize, typed: &str) -> Option<usize> {
    let len = options.len().max(1);
    let of = |typed: &str| {
        let typed = fold(typed);
        (0..len).map(|n| (from + n) % len).find(|it| {
            let word = options.get(*it);
            word.is_some_and(|it| fold(it).starts_with(&typed))
        })
    };
    of(typed).or_else(|| of(&retype_russian(typed)))
}

fn tick(items: &mut [Tick], at: &mut usize, key: KeyEvent) -> bool {
    match key.code {
        KeyCode::Up if *at > 0 => *at -= 1,
        KeyCode::Down if *at + 1 < items.len() => *at += 1,
        KeyCode::Char(' ') => {
            if let Some(item) = items.get_mut(*at) {
                item.on = !item.on;
            }
        }
        _ => return false,
    }
    true
}
