//! What a key does in the scoring editor: the way through the fields as in a sheet, whole rows, mending, steps back.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use super::ScoringEditor;
use super::areas;
use super::contents::{Contents, Method, Spot};
use super::reading::Reading;
use super::rows;
use crate::args;
use crate::domain::catalogue::NoteRule;
use crate::domain::scale::mend_of;
use crate::locale::Phrase;
use crate::tui::app::App;
use crate::tui::command::table::CommandId as Action;
use crate::tui::keys::show_sequence;
use crate::tui::layer::{Outcome, Overlay};
use crate::tui::status::Tone;
use crate::tui::theme::Role;
use crate::tui::widget::line_edit::LineEdit;

/// Rows of a page.
const PAGE: usize = 8;

impl ScoringEditor {
    /// A key as it came.
    pub(super) fn press(&mut self, key: KeyEvent, app: &mut App) -> Outcome {
        let control = key.modifiers.contains(KeyModifiers::CONTROL);
        let of_program = matches!(key.code, KeyCode::F(1 | 10))
            || (control && matches!(key.code, KeyCode::Char(_)));
        if self.pending.is_some() {
            return match key.code {
                KeyCode::Esc => self.leave(app),
                _ if of_program => Outcome::Pass,
                _ => Outcome::Used,
            };
        }
        if self.discarding {
            return match of_program {
                true => Outcome::Pass,
                false => self.key_in_discarding(key, app),
            };
        }
        if self.conflict.is_some() {
            return self.key_in_conflict(key, app);
        }
        let typed = key.modifiers & (KeyModifiers::CONTROL | KeyModifiers::ALT);
        match key.code {
            KeyCode::Esc => return self.leave(app),
            KeyCode::F(2) => return self.accept(app),
            KeyCode::F(4) => self.mend(app),
            KeyCode::Insert | KeyCode::F(8) => self.whole_row(key.code, app),
            KeyCode::Up | KeyCode::Down if control => self.whole_row(key.code, app),
            KeyCode::Backspace if self.is_on_blank_row() => self.whole_row(KeyCode::F(8), app),
            _ if self.moves(key) => {}
            _ if self.chooses(key, app) => {}
            _ if self.types(key, app) => {}
            // A letter that is nobody's here must not become a command.
            KeyCode::Char(_) if typed.is_empty() => {}
            _ => return Outcome::Pass,
        }
        self.tell(app);
        Outcome::Used
    }

    /// The way from field to field. Whether the key is one of it.
    fn moves(&mut self, key: KeyEvent) -> bool {
        let (rows, columns) = self.contents.size();
        let last = rows.saturating_sub(1);
        let run = self.run;
        let sideways = self.contents.field(self.spot);
        let whole = sideways.is_none_or(|it| it.is_suggested() || it.is_empty());
        let cell = |row: usize, column: usize| Spot::Cell {
            row: row.min(last),
            column: column.min(columns.saturating_sub(1)),
        };
        let below = match self.contents.method {
            Method::Direct => Spot::Note,
            _ => Spot::Trial,
        };
        let mut ran = None;
        let to = match (key.code, self.spot) {
            (KeyCode::Tab, Spot::Cell { row, column }) => {
                ran = Some(run.unwrap_or(column));
                // The table is not finished while its last row has something in it.
                if column + 1 == columns && self.grows_behind(row) {
                    self.run = ran;
                    return self.add_below(row, 0);
                }
                match (column + 1 < columns, row < last) {
                    (true, _) => cell(row, column + 1),
                    (false, true) => cell(row + 1, 0),
                    (false, false) => below,
                }
            }
            (KeyCode::BackTab, Spot::Cell { row, column }) => match (row, column) {
                (0, 0) => Spot::Method,
                (row, 0) => cell(row - 1, columns),
                (row, column) => cell(row, column - 1),
            },
            (KeyCode::Enter, Spot::Cell { row, column }) => {
                let column = run.unwrap_or(column);
                if self.grows_behind(row) {
                    self.run = None;
                    return self.add_below(row, column);
                }
                match row < last {
                    true => cell(row + 1, column),
                    false => below,
                }
            }
            (KeyCode::Up, Spot::Cell { row: 0, .. }) => Spot::Method,
            (KeyCode::Up, Spot::Cell { row, column }) => cell(row - 1, column),
            (KeyCode::Down, Spot::Cell { row, column }) => match row < last {
                true => cell(row + 1, column),
                false => below,
            },
            (KeyCode::PageUp, Spot::Cell { row, column }) => cell(row.saturating_sub(PAGE), column),
            (KeyCode::PageDown, Spot::Cell { row, column }) => cell(row + PAGE, column),
            (KeyCode::Left, Spot::Cell { row, column }) if whole => {
                cell(row, column.saturating_sub(1))
            }
            (KeyCode::Right, Spot::Cell { row, column }) if whole => cell(row, column + 1),
            (KeyCode::Tab | KeyCode::Down | KeyCode::Enter, Spot::Method) if rows > 0 => cell(0, 0),
            (KeyCode::Tab | KeyCode::Down | KeyCode::Enter, Spot::Method | Spot::Note) => {
                Spot::Trial
            }
            (KeyCode::Tab | KeyCode::Enter, Spot::Trial) => Spot::Method,
            (KeyCode::Down, Spot::Trial) => Spot::Trial,
            (KeyCode::BackTab | KeyCode::Up, Spot::Method) => match key.code {
                KeyCode::Up => Spot::Method,
                _ => Spot::Trial,
            },
            (KeyCode::BackTab | KeyCode::Up, Spot::Note) => cell(last, 0),
            (KeyCode::BackTab | KeyCode::Up, Spot::Trial) => match (below, rows) {
                (Spot::Note, _) => Spot::Note,
                (_, 0) => Spot::Method,
                _ => cell(last, 0),
            },
            // Typing does not end a run of Tabs.
            _ => return false,
        };
        self.run = ran;
        self.go(to);
        true
    }

    /// Whether the way on from a row leads to a new one: it is the last, and has something in it.
    fn grows_behind(&self, row: usize) -> bool {
        let lines = self.contents.lines().map_or(0, Vec::len);
        row + 1 == lines && !self.contents.is_blank(row) && self.read_only.is_none()
    }

    fn add_below(&mut self, row: usize, column: usize) -> bool {
        self.steps.note(&self.contents, self.spot);
        rows::insert(&mut self.contents, row + 1);
        self.go(Spot::Cell {
            row: row + 1,
            column,
        });
        true
    }

    fn is_on_blank_row(&self) -> bool {
        let Spot::Cell { row, .. } = self.spot else {
            return false;
        };
        self.contents.is_blank(row) && self.contents.size().0 > 1
    }

    /// ← → step through a choice. Whether the cursor is on one. A space, which a hand types without looking, changes no way of scoring.
    fn chooses(&mut self, key: KeyEvent, app: &mut App) -> bool {
        let back = match key.code {
            KeyCode::Left => true,
            KeyCode::Right => false,
            KeyCode::Char(' ') if self.spot == Spot::Note => false,
            _ => return false,
        };
        if !matches!(self.spot, Spot::Method | Spot::Note) {
            return false;
        }
        if self.may_not(app) {
            return true;
        }
        self.steps.note(&self.contents, self.spot);
        match self.spot {
            Spot::Note => self.contents.note = next(&NOTES, self.contents.note, back),
            _ => {
                let all = Method::fitting(&self.base);
                self.contents.method = next(&all, self.contents.method, back);
            }
        }
        self.touch(app);
        true
    }

    /// Typing in a field. Whether the key is one of a field.
    fn types(&mut self, key: KeyEvent, app: &mut App) -> bool {
        let spot = self.spot;
        let Some(field) = self.contents.field(spot) else {
            return false;
        };
        let mut changed = field.clone();
        if !changed.key(key) {
            return false;
        }
        if changed.text() != field.text() && spot != Spot::Trial {
            if self.may_not(app) {
                return true;
            }
            self.steps.note_typing(&self.contents, spot);
            self.touch(app);
        }
        if let Some(field) = self.contents.field_mut(spot) {
            *field = changed;
        }
        true
    }

    /// Adds, removes or moves the row under the cursor.
    fn whole_row(&mut self, key: KeyCode, app: &mut App) {
        let (Spot::Cell { row, column }, Some(_)) = (self.spot, self.contents.lines()) else {
            return;
        };
        if self.may_not(app) {
            return;
        }
        let mut contents = self.contents.clone();
        let to = match key {
            KeyCode::Insert => rows::insert(&mut contents, row),
            KeyCode::Up => rows::shift(&mut contents, row, column, true),
            KeyCode::Down => rows::shift(&mut contents, row, column, false),
            _ => rows::remove(&mut contents, row, column),
        };
        if let Some(to) = to {
            self.replace(contents, to, app);
        }
    }

    /// Puts something else in place of all that is typed, as one step.
    fn replace(&mut self, contents: Contents, to: Spot, app: &mut App) {
        self.steps.note(&self.contents, self.spot);
        self.contents = contents;
        self.spot = to;
        self.go(to);
        self.touch(app);
    }

    fn touch(&mut self, app: &App) {
        self.touched = app.now.at;
        self.said.clear();
    }

    /// Says why nothing can be changed here, if that is so.
    fn may_not(&mut self, app: &mut App) -> bool {
        let Some(why) = &self.read_only else {
            return false;
        };
        app.status.tell(Tone::Warning, why.clone());
        true
    }

    /// Pasted text: into the field, or into as many rows as it has lines.
    pub(super) fn take_pasted(&mut self, text: &str, app: &mut App) {
        let spot = self.spot;
        if spot != Spot::Trial && self.may_not(app) {
            return;
        }
        let table = rows::is_table(text) && self.contents.lines().is_some();
        match spot {
            Spot::Cell { row, column } if table => {
                let mut contents = self.contents.clone();
                match rows::paste(&mut contents, row, column, text) {
                    Some(to) => self.replace(contents, to, app),
                    None => {
                        self.said = vec![(app.say(Phrase::ScoringTooWide), Role::Warning)];
                    }
                }
            }
            _ => {
                if spot != Spot::Trial {
                    self.steps.note(&self.contents, spot);
                    self.touch(app);
                }
                if let Some(field) = self.contents.field_mut(spot) {
                    field.insert(text);
                }
            }
        }
        self.tell(app);
    }

    /// A step back or forth within the editor.
    pub(super) fn step(&mut self, forth: bool, app: &mut App) -> Outcome {
        let (contents, spot) = (&mut self.contents, &mut self.spot);
        let done = match forth {
            true => self.steps.forth(contents, spot),
            false => self.steps.back(contents, spot),
        };
        match done {
            true => {
                self.touch(app);
                self.go(self.spot);
            }
            false => {
                let phrase = match forth {
                    true => Phrase::ScoringNothingForth,
                    false => Phrase::ScoringNothingBack,
                };
                let sentence = app.say(phrase);
                app.status.tell(Tone::Plain, sentence);
            }
        }
        self.tell(app);
        Outcome::Used
    }

    /// Puts right what only the printing leaves open, and says how it was and what nobody but a person can decide.
    fn mend(&mut self, app: &mut App) {
        if self.contents.method != Method::Bands || self.may_not(app) {
            return;
        }
        let reading = Reading::of(app, &self.base, &self.contents);
        let Some(table) = &reading.table else {
            return;
        };
        if let Some(unclear) = reading.by_hand() {
            let row = unclear
                .rows()
                .first()
                .and_then(|it| reading.places.get(*it));
            let column = usize::from(matches!(
                unclear,
                crate::domain::scale::Defect::NoPoints { .. }
            ));
            if let Some(row) = row {
                self.go(Spot::Cell { row: *row, column });
            }
            let defect = app.narrator().scale_defect(&unclear);
            let sentence = app.say_with(Phrase::ScoringMendFirst, &args![defect]);
            self.said = vec![(sentence, Role::Warning)];
            return;
        }
        let Some(fault) = reading.fault() else {
            self.said = vec![(app.say(Phrase::ScoringNothingToMend), Role::Good)];
            return;
        };
        let mended = mend_of(&self.base, table);
        if mended.is_empty() {
            let sentence = app.say_with(Phrase::ScoringMendNothing, &args![defect = fault]);
            self.said = vec![(sentence, Role::Warning)];
            return;
        }
        let arrow = app.theme.glyphs.arrow;
        let was: Vec<String> = (reading.places.iter())
            .filter_map(|row| self.contents.bands.get(*row))
            .map(|[left, right]| format!("{} {arrow} {}", left.text(), right.text()))
            .collect();
        let mut contents = self.contents.clone();
        for (row, interval) in mended {
            let place = reading.places.get(row);
            if let Some([left, _]) = place.and_then(|it| contents.bands.get_mut(*it)) {
                *left = LineEdit::new(&app.locale.interval(&interval));
            }
        }
        self.replace(contents, Spot::Cell { row: 0, column: 0 }, app);
        let dot = format!(" {} ", app.theme.glyphs.dot);
        let key = key_here(app, Action::Undo);
        let said = args![rows = was.join(&dot), key];
        self.said = vec![(app.say_with(Phrase::ScoringMended, &said), Role::Good)];
        if let Some(fault) = Reading::of(app, &self.base, &self.contents).fault() {
            let left = app.say_with(Phrase::ScoringMendLeft, &args![defect = fault]);
            self.said.push((left, Role::Warning));
        }
    }

    /// The keys of the editor, the most needed first.
    pub(super) fn key_hints(&self, app: &App) -> Vec<(String, String)> {
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
            return conflict.keys(app, areas::conflict_room(app));
        }
        if self.read_only.is_some() {
            return vec![
                say("Tab", Phrase::FormKeyNext),
                say("Esc", Phrase::ScoringKeyClose),
            ];
        }
        let mut keys = vec![say("F2", Phrase::FormKeyAccept)];
        if self.contents.method == Method::Bands {
            keys.push(say("F4", Phrase::ScoringKeyMend));
        }
        if matches!(self.spot, Spot::Method | Spot::Note) {
            keys.push(say("← →", Phrase::FormKeyOther));
        } else if self.contents.lines().is_some() {
            keys.push(say("Insert", Phrase::ScoringKeyAdd));
            keys.push(say("F8", Phrase::ScoringKeyRemove));
            keys.push(say("Ctrl+↑↓", Phrase::ScoringKeyMove));
        }
        keys.push(say("Tab", Phrase::FormKeyNext));
        keys.push(match self.unsaved(app) {
            Some(_) => say("Esc", Phrase::FormKeyLeave),
            None => say("Esc", Phrase::ScoringKeyClose),
        });
        keys
    }
}

/// A key of a command that is no text: letters are typed here.
fn key_here(app: &App, command: Action) -> String {
    let keys = app.keymap.keys_of(command);
    let found = (keys.iter()).find(|it| it.keys.iter().all(|key| key.typed().is_none()));
    found.map_or_else(String::new, |it| show_sequence(&it.keys, &app.locale))
}

const NOTES: [NoteRule; 3] = [NoteRule::AtZero, NoteRule::Always, NoteRule::Free];

/// The next of a few, round.
fn next<T: Copy + PartialEq>(all: &[T], now: T, back: bool) -> T {
    let len = all.len().max(1);
    let at = all.iter().position(|it| *it == now).unwrap_or(0);
    let to = (at + if back { len - 1 } else { 1 }) % len;
    all.get(to).copied().unwrap_or(now)
}
