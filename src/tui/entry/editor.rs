//! The editor of a cell, in its row: type, see what was understood, Enter goes down, Tab goes right.
//!
//! Takes text raw. What is refused stays in the editor with the reason under it; Esc leaves and keeps the input.

use crossterm::event::{KeyCode, KeyEvent};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::accept::{self, Way};
use super::typed_on::TypedOn;
use super::{explain, ground, many, source};
use crate::args;
use crate::domain::catalogue::Measure;
use crate::domain::command::Seen;
use crate::domain::record::{Commit, Key};
use crate::domain::value::Cell;
use crate::locale::{Phrase, format};
use crate::service::link::{News, Unsaved};
use crate::tui::app::App;
use crate::tui::command::table::{CommandId, Place};
use crate::tui::layer::{Outcome, Overlay};
use crate::tui::screen::Screen;
use crate::tui::text::{self, Align};
use crate::tui::theme::Role;
use crate::tui::widget::line_edit::LineEdit;
use crate::tui::widget::{input, paint};

/// The field's name in unfinished input.
const FIELD: &str = "entry";
/// Lines of what was understood, as far as there is room.
const MOST_LINES: usize = 5;

/// How arrows behave.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// Typed over: up and down accept and move.
    TypeOver,
    /// What was there is edited: arrows move in the text.
    Edit,
}

/// The editor.
#[derive(Debug)]
pub struct CellEditor {
    cell: Cell,
    line: LineEdit,
    /// What it opened with: input is what differs from it.
    opened: String,
    mode: Mode,
    /// What was in the cell when it opened.
    begun: Seen,
    /// What the line under the editor says, and how it looks.
    said: (String, Role),
    /// Until the first pause after a refusal: what comes at once was meant for the next cell.
    typed_on: Option<TypedOn>,
}

impl CellEditor {
    /// An editor of a cell with this text in it.
    #[must_use]
    pub fn new(app: &mut App, cell: Cell, text: &str, mode: Mode) -> CellEditor {
        let mut editor = CellEditor {
            cell,
            line: LineEdit::new(text),
            // A first character typed is input already.
            opened: if mode == Mode::Edit {
                text.to_owned()
            } else {
                String::new()
            },
            mode,
            begun: app.mirror.seen(Key::Value(cell)),
            said: (String::new(), Role::Dim),
            typed_on: None,
        };
        if mode == Mode::Edit
            && let Some(kept) = app.drafts.take(&place_of(cell))
            && let Some((_, typed)) = kept.fields.first()
        {
            // What comes back was set aside, it may have been wrong: what is typed first replaces it, it is not added to.
            editor.line = LineEdit::suggesting(typed);
            let at = chrono::DateTime::from_timestamp_millis(kept.at.0)
                .map_or_else(String::new, |it| format::date_time(it, app.offset));
            app.status.tell(
                crate::tui::status::Tone::Warning,
                app.say_with(Phrase::EntryRestored, &args![at = at]),
            );
        }
        if editor.holds_option(app) {
            // A whole option is one thing: it is read from its beginning, and what is typed over it replaces it.
            editor.line = LineEdit::suggesting(&editor.line.text());
        }
        editor.explain(app);
        editor
    }

    /// The same editor, whose first key replaces what stands in it, unless it is one that edits.
    #[must_use]
    pub fn selected(self) -> CellEditor {
        CellEditor {
            line: LineEdit::suggesting(&self.line.text()),
            ..self
        }
    }

    /// The editor of a cell whose text was refused after it had been sent: as if it had never been left.
    #[must_use]
    pub fn refused(app: &mut App, cell: Cell, text: &str, fault: String) -> CellEditor {
        app.drafts.take_all(&place_of(cell));
        app.touch_input();
        let mut editor = CellEditor {
            cell,
            line: LineEdit::new(text),
            opened: String::new(),
            mode: Mode::Edit,
            begun: app.mirror.seen(Key::Value(cell)),
            said: (String::new(), Role::Dim),
            typed_on: None,
        };
        editor.stand_refused(app, fault);
        editor
    }

    /// The text stays with the reason under it, as if selected: keys that edit go into it, a new value replaces it. But one that is typed
    /// on without a look at the screen was meant for the next cell, and is left out.
    fn stand_refused(&mut self, app: &App, fault: String) {
        self.line = LineEdit::suggesting(&self.line.text());
        self.said = (fault, Role::Error);
        self.typed_on = Some(TypedOn::now(app));
    }

    fn explain(&mut self, app: &App) {
        self.said = explain::line(app, self.cell, &self.line.text(), self.begun);
    }

    fn accept(&mut self, app: &mut App, way: Way) -> Outcome {
        match accept::accept(app, self.cell, &self.line.text(), way, self.begun) {
            Ok(outcome) => outcome,
            Err(fault) => {
                self.stand_refused(app, fault);
                Outcome::Used
            }
        }
    }

    /// The next option of a choice, where nothing is typed but an option. Whoever types words needs the space among them.
    fn step_option(&mut self, app: &App) -> bool {
        if self.line.is_suggested() && !self.holds_option(app) {
            // What came back is added to, not stepped over.
            self.line.key(KeyCode::End.into());
        }
        if !self.line.is_empty() && !self.line.is_suggested() {
            return false;
        }
        let Some(indicator) = app
            .state()
            .indicator_in(self.cell.period, self.cell.indicator)
        else {
            return false;
        };
        let Measure::Choice { options } = &indicator.measure else {
            return false;
        };
        let typed = self.line.text();
        let at = options
            .iter()
            .position(|it| *it == typed)
            .map_or(0, |it| (it + 1) % options.len().max(1));
        if let Some(option) = options.get(at) {
            self.line = LineEdit::suggesting(option);
        }
        true
    }

    /// Whether the cell takes one of several options.
    fn holds_options(&self, app: &App) -> bool {
        let indicator = (app.state()).indicator_in(self.cell.period, self.cell.indicator);
        indicator.is_some_and(|it| matches!(it.measure, Measure::Choice { .. }))
    }

    /// Whether the text is just one of the options of a choice.
    fn holds_option(&self, app: &App) -> bool {
        let indicator = app
            .state()
            .indicator_in(self.cell.period, self.cell.indicator);
        let Some(Measure::Choice { options }) = indicator.map(|it| &it.measure) else {
            return false;
        };
        options.contains(&self.line.text())
    }
}

/// Where unfinished input of a cell belongs.
#[must_use]
pub fn place_of(cell: Cell) -> String {
    use crate::domain::value::Subject;
    let subject = match cell.subject {
        Subject::Organisation(id) => format!("organisation {}", id.0),
        Subject::Person(id) => format!("person {}", id.0),
        Subject::Municipality => "municipality".to_owned(),
    };
    format!("cell {} {} {subject}", cell.period.0, cell.indicator.0)
}

/// The cell that a place of unfinished input names; the other way round of [`place_of`].
#[must_use]
pub fn cell_of(place: &str) -> Option<Cell> {
    use crate::domain::ids::{IndicatorId, OrganisationId, PeriodId, PersonId};
    use crate::domain::value::Subject;
    let mut words = place.strip_prefix("cell ")?.split(' ');
    let period = PeriodId(words.next()?.parse().ok()?);
    let indicator = IndicatorId(words.next()?.parse().ok()?);
    let subject = match (words.next()?, words.next()) {
        ("organisation", Some(id)) => Subject::Organisation(OrganisationId(id.parse().ok()?)),
        ("person", Some(id)) => Subject::Person(PersonId(id.parse().ok()?)),
        ("municipality", None) => Subject::Municipality,
        _ => return None,
    };
    Some(Cell {
        period,
        indicator,
        subject,
    })
}

impl Overlay for CellEditor {
    fn place(&self) -> Place {
        Place::Text
    }

    fn takes_text(&self) -> bool {
        true
    }

    fn key(&mut self, key: KeyEvent, app: &mut App) -> Outcome {
        if TypedOn::takes(&mut self.typed_on, key, app) {
            return Outcome::Used;
        }
        match (key.code, self.mode) {
            (KeyCode::Esc, _) => {
                if let Some(unsaved) = self.unsaved(app) {
                    app.drafts.put(unsaved);
                }
                app.touch_input();
                return Outcome::Close;
            }
            (KeyCode::Enter, _) => return self.accept(app, Way::Down),
            (KeyCode::Tab, _) => return self.accept(app, Way::Right),
            (KeyCode::BackTab, _) => return self.accept(app, Way::Left),
            (KeyCode::Down, Mode::TypeOver) => return self.accept(app, Way::Below),
            (KeyCode::Up, Mode::TypeOver) => return self.accept(app, Way::Above),
            (KeyCode::F(2), _) => {
                self.mode = if self.mode == Mode::Edit {
                    Mode::TypeOver
                } else {
                    Mode::Edit
                };
                // Whoever edits what came back keeps it: End leaves the cursor where it is and makes it ordinary text.
                if self.line.is_suggested() {
                    self.line.key(KeyCode::End.into());
                }
                return Outcome::Used;
            }
            (KeyCode::Char(' '), _) if self.step_option(app) => {}
            _ if self.line.key(key) => {}
            _ => return Outcome::Pass,
        }
        self.explain(app);
        Outcome::Used
    }

    fn command(&mut self, command: CommandId, app: &mut App) -> Outcome {
        if command != CommandId::DropUnsaved {
            return Outcome::Pass;
        }
        app.drafts.take(&place_of(self.cell));
        app.touch_input();
        if self.unsaved(app).is_none() {
            return Outcome::Close;
        }
        // What stood there before is there again, to be replaced by what is typed next.
        self.line = LineEdit::suggesting(&self.opened);
        self.typed_on = None;
        self.explain(app);
        Outcome::Used
    }

    fn paste(&mut self, text: &str, app: &mut App) -> Outcome {
        if many::pasted::is_block(&many::pasted::table(text)) {
            // Several cells are no text of one: what was typed here is set aside.
            if let Some(unsaved) = self.unsaved(app) {
                app.drafts.put(unsaved);
            }
            many::gather::paste(app, text);
            return Outcome::Close;
        }
        self.line.insert(text);
        self.explain(app);
        Outcome::Used
    }

    fn news(&mut self, news: &News, app: &mut App) -> Outcome {
        // What Enter will do is another thing from now on.
        let about =
            |commit: &Commit| (commit.changes.iter()).any(|it| it.key == Key::Value(self.cell));
        if matches!(news, News::Committed(commit) if about(commit)) {
            self.explain(app);
        }
        Outcome::Used
    }

    fn unsaved(&self, app: &App) -> Option<Unsaved> {
        let typed = self.line.text();
        (!typed.is_empty() && typed != self.opened).then(|| Unsaved {
            place: place_of(self.cell),
            fields: vec![(FIELD.to_owned(), self.line.text())],
            at: app.now.at,
        })
    }

    fn writes(&self, _: &App) -> Option<Key> {
        Some(Key::Value(self.cell))
    }

    fn hints(&self, app: &App) -> Vec<(String, String)> {
        let named = [
            ("Enter", Phrase::HintDown),
            ("Tab", Phrase::HintRight),
            ("Esc", Phrase::HintSetAside),
        ]
        .map(|(key, phrase)| (key.to_owned(), app.say(phrase)));
        let discard = (app.keymap.hint(CommandId::DropUnsaved, &app.locale))
            .map(|key| (key, app.say(Phrase::HintThrowAway)));
        named.into_iter().chain(discard).collect()
    }

    fn keys(&self, app: &App) -> Vec<(String, String)> {
        let choice = self
            .holds_options(app)
            .then_some((Phrase::KeySpace, Phrase::HelpCellSpace));
        let named = [
            ("Enter", Phrase::HelpCellEnter),
            ("Tab", Phrase::HelpCellTab),
            ("Shift+Tab", Phrase::HelpCellBackTab),
            ("Esc", Phrase::HelpCellEsc),
            ("F2", Phrase::HelpCellEdit),
        ]
        .map(|(key, phrase)| (key.to_owned(), app.say(phrase)));
        let discard = (app.keymap.hint(CommandId::DropUnsaved, &app.locale))
            .map(|key| (key, app.say(Phrase::HelpCellDiscard)));
        let spoken = choice
            .into_iter()
            .chain([
                (Phrase::KeyNotApplicable, Phrase::HelpCellNotApplicable),
                (Phrase::KeyNoData, Phrase::HelpCellNoData),
            ])
            .map(|(key, phrase)| (app.say(key), app.say(phrase)));
        named.into_iter().chain(discard).chain(spoken).collect()
    }

    fn render(&self, app: &App, _: Rect, buf: &mut Buffer) {
        let theme = &app.theme;
        let Some(ground::Place { input: field, room }) = ground::place(app) else {
            return;
        };
        input::render(buf, field, &self.line, theme);
        // What was understood stands under the row, or above it at the foot of the pane; a second line where the first is full.
        let width = usize::from(room.width.saturating_sub(2));
        let mut lines: Vec<&str> = text::wrap(&self.said.0, width);
        let most = MOST_LINES.min(usize::from(room.height.saturating_sub(1)).max(1));
        let cut = lines.len() > most;
        lines.truncate(most);
        let mut lines: Vec<(String, Role)> = (lines.into_iter())
            .map(|it| (it.to_owned(), self.said.1))
            .collect();
        if let Some((last, _)) = lines.last_mut().filter(|_| cut) {
            let goes_on = format!("{last} {}", theme.glyphs.ellipsis);
            *last = text::cut(&goes_on, width, theme.glyphs.ellipsis).into_owned();
        }
        // Nobody is to forget that values are given a source; the sheet has a line of its own for it.
        let source = source::shown(app).filter(|_| app.screen != Screen::Sheet);
        lines.extend(source.map(|it| {
            let cut = text::cut(&it, width, theme.glyphs.ellipsis).into_owned();
            (cut, Role::Warning)
        }));
        let count = u16::try_from(lines.len()).unwrap_or(1);
        let first = match room.y > field.y || field.y >= room.bottom() {
            // A place of its own.
            true => room.y,
            false if field.y + count < room.bottom() => field.y + 1,
            false => field.y.saturating_sub(count),
        };
        for ((line, role), y) in lines.into_iter().zip(first..) {
            paint::field(
                buf,
                room.x,
                y,
                room.width,
                &format!("  {line}"),
                Align::Left,
                theme.style(role),
                theme,
            );
        }
    }

    fn cursor(&self, app: &App, _: Rect) -> Option<Position> {
        Some(input::cursor(ground::place(app)?.input, &self.line))
    }
}
