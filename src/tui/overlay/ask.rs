//! One question with one line of text: a note, a reason, a source. Enter accepts, Esc leaves and keeps what was typed; emptied and left,
//! it keeps nothing.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::args;
use crate::domain::record::Key;
use crate::locale::{Phrase, format};
use crate::service::link::Unsaved;
use crate::tui::app::App;
use crate::tui::command::table::Place;
use crate::tui::layer::{Outcome, Overlay};
use crate::tui::theme::Role;
use crate::tui::widget::line_edit::LineEdit;
use crate::tui::widget::{input, paint};
use crate::tui::{presence, text};

/// What follows an answer. `Err` is said under the line, which stays open.
pub type OnAnswer = Box<dyn FnMut(&mut App, String) -> Result<Outcome, String> + Send>;

/// What follows a digit typed into the empty line.
pub type OnDigit = Box<dyn FnMut(&mut App, char) -> Outcome + Send>;

/// What is told under the line of what stands in it.
pub type Telling = Box<dyn Fn(&App, &str) -> Option<String> + Send>;

/// The field's name in unfinished input.
const FIELD: &str = "text";

/// Columns of a question where the window is much wider.
const WIDEST: u16 = 76;

/// A question.
pub struct Ask {
    title: String,
    /// What is asked and why, above the line.
    question: String,
    line: LineEdit,
    /// What it opened with: input is what differs from it.
    opened: String,
    /// Where unfinished input belongs.
    keep_at: String,
    /// The record that the answer is about.
    about: Option<Key>,
    /// That what stands in the line was left unfinished, from when it is, and how it is dropped.
    returned: Option<String>,
    /// What was left unfinished before, where something else was typed at once.
    waiting: Option<String>,
    /// What is wrong with the answer.
    fault: Option<String>,
    on_answer: OnAnswer,
    /// What a digit in the empty line does: whoever types without looking has gone on to the next value.
    on_digit: Option<OnDigit>,
    /// What is told of the text.
    telling: Option<Telling>,
    /// What it says of the text that stands there.
    told: Option<String>,
}

impl std::fmt::Debug for Ask {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Ask")
            .field("title", &self.title)
            .field("line", &self.line)
            .finish_non_exhaustive()
    }
}

impl Ask {
    /// A question over what there is already. Input left unfinished in the same place comes back.
    #[must_use]
    pub fn new(
        app: &mut App,
        title: String,
        question: String,
        text: &str,
        keep_at: String,
        on_answer: OnAnswer,
    ) -> Ask {
        let kept = app.drafts.take(&keep_at);
        let returned = kept.as_ref().map(|it| {
            let at = chrono::DateTime::from_timestamp_millis(it.at.0)
                .map_or_else(String::new, |at| format::date_time(at, app.offset));
            app.say_with(Phrase::AskRestored, &args![at = at])
        });
        let kept = kept.and_then(|it| it.fields.into_iter().next());
        let line = LineEdit::new(kept.as_ref().map_or(text, |(_, kept)| kept));
        Ask {
            title,
            question,
            line,
            opened: text.to_owned(),
            keep_at,
            about: None,
            returned,
            waiting: None,
            fault: None,
            on_answer,
            on_digit: None,
            telling: None,
            told: None,
        }
    }

    /// The same question, in which this has been typed already. What was left unfinished waits behind it: left again, both are kept.
    #[must_use]
    pub fn begun(self, text: &str) -> Ask {
        let mut line = LineEdit::default();
        line.insert(text);
        let waiting = (self.returned.is_some()).then(|| self.line.text());
        Ask {
            line,
            waiting,
            returned: None,
            ..self
        }
    }

    /// The same question, telling under the line how its text is understood.
    #[must_use]
    pub fn telling(self, app: &App, telling: Telling) -> Ask {
        let mut ask = Ask {
            telling: Some(telling),
            ..self
        };
        ask.tell(app);
        ask
    }

    fn tell(&mut self, app: &App) {
        let text = self.line.text();
        let telling = self.telling.as_ref();
        self.told = telling.and_then(|it| it(app, text.trim()));
    }

    /// The same question, in which a digit typed first is no answer.
    #[must_use]
    pub fn digits_go_on(self, on_digit: OnDigit) -> Ask {
        Ask {
            on_digit: Some(on_digit),
            ..self
        }
    }

    /// The same question, its frame telling who else is at the record that the answer is about.
    #[must_use]
    pub fn about(self, key: Key) -> Ask {
        Ask {
            about: Some(key),
            ..self
        }
    }

    fn area(&self, screen: Rect) -> Rect {
        // Nothing of the panes peeps out beside it: a column of theirs there reads as a marker of its own.
        let width = if screen.width < WIDEST + 8 {
            screen.width
        } else {
            WIDEST
        };
        let inside = usize::from(width.saturating_sub(4));
        let lines = text::wrap(&self.question, inside).len();
        let below: usize = (self.below())
            .map(|(it, _)| text::wrap(it, inside).len())
            .sum();
        let height = u16::try_from(lines + below + 3).unwrap_or(u16::MAX);
        paint::centred(screen, width, height)
    }

    /// What stands under the line, and how it looks.
    fn below(&self) -> impl Iterator<Item = (&str, Role)> {
        let fault = self.fault.as_deref().map(|it| (it, Role::Error));
        let returned = self.returned.as_deref().map(|it| (it, Role::Warning));
        let told = self.told.as_deref().map(|it| (it, Role::Good));
        fault.into_iter().chain(told).chain(returned)
    }
}

fn is_plain(key: KeyEvent) -> bool {
    !(key.modifiers).intersects(KeyModifiers::CONTROL | KeyModifiers::ALT)
}

impl Overlay for Ask {
    fn place(&self) -> Place {
        Place::Text
    }

    fn takes_text(&self) -> bool {
        true
    }

    fn key(&mut self, key: KeyEvent, app: &mut App) -> Outcome {
        match key.code {
            KeyCode::Esc => {
                if let Some(unsaved) = self.unsaved(app) {
                    app.drafts.put(unsaved);
                }
                app.touch_input();
                return Outcome::Close;
            }
            KeyCode::Enter | KeyCode::F(2) => {
                let text = self.line.text().trim().to_owned();
                let has_words = text.chars().any(char::is_alphabetic);
                match (self.on_answer)(app, text) {
                    // Another question in its place is no answer to this one.
                    Ok(outcome @ Outcome::Replace(_)) => {
                        self.line = LineEdit::default();
                        if let Some(waiting) = self.unsaved(app) {
                            app.drafts.put(waiting);
                        }
                        return outcome;
                    }
                    Ok(outcome) => return outcome,
                    Err(fault) => self.fault = Some(fault),
                }
                // Figures that were meant for other cells are no beginning of an explanation.
                if !has_words {
                    self.line = LineEdit::suggesting(&self.line.text());
                }
            }
            KeyCode::Char(c) if c.is_ascii_digit() && self.line.is_empty() && is_plain(key) => {
                match self.on_digit.as_mut() {
                    Some(on_digit) => return on_digit(app, c),
                    None => {
                        self.line.key(key);
                    }
                }
            }
            _ if self.line.key(key) => {
                self.fault = None;
                self.tell(app);
            }
            _ => return Outcome::Pass,
        }
        Outcome::Used
    }

    fn paste(&mut self, text: &str, app: &mut App) -> Outcome {
        // What is pasted is the rest of an answer.
        if self.line.is_suggested() {
            self.line.key(KeyCode::End.into());
        }
        self.line.insert(text);
        self.fault = None;
        self.tell(app);
        Outcome::Used
    }

    fn unsaved(&self, app: &App) -> Option<Unsaved> {
        let typed = self.line.text();
        let typed = Some(typed).filter(|it| !it.is_empty() && *it != self.opened);
        let all: Vec<String> = self.waiting.iter().cloned().chain(typed).collect();
        (!all.is_empty()).then(|| Unsaved {
            place: self.keep_at.clone(),
            fields: vec![(FIELD.to_owned(), all.join("; "))],
            at: app.now.at,
        })
    }

    fn writes(&self, _: &App) -> Option<Key> {
        self.about
    }

    fn hints(&self, app: &App) -> Vec<(String, String)> {
        [("Enter", Phrase::HintAccept), ("Esc", Phrase::HintSetAside)]
            .map(|(key, phrase)| (key.to_owned(), app.say(phrase)))
            .to_vec()
    }

    fn render(&self, app: &App, area: Rect, buf: &mut Buffer) {
        let theme = &app.theme;
        let frame = self.area(area);
        let inner = paint::popup(buf, frame, &self.title, theme);
        let room = usize::from(frame.width.saturating_sub(6));
        if let Some(here) = (self.about).and_then(|it| presence::line_at(app, &[it], room)) {
            paint::foot(buf, frame, &here, theme);
        }
        let width = inner.width.saturating_sub(2);
        let mut y = inner.y;
        for line in text::wrap(&self.question, usize::from(width)) {
            if y + 1 < inner.bottom() {
                paint::put(buf, inner.x + 1, y, width, line, theme.style(Role::Dim));
                y += 1;
            }
        }
        if y < inner.bottom() {
            let row = Rect::new(inner.x + 1, y, width, 1);
            input::render(buf, row, &self.line, theme);
        }
        let below = self.below().flat_map(|(it, role)| {
            let lines = text::wrap(it, usize::from(width));
            lines.into_iter().map(move |line| (line, role))
        });
        for ((line, role), y) in below.zip(y + 1..inner.bottom()) {
            paint::put(buf, inner.x + 1, y, width, line, theme.style(role));
        }
    }

    fn cursor(&self, _: &App, area: Rect) -> Option<Position> {
        let area = self.area(area);
        let width = area.width.saturating_sub(4);
        let lines = text::wrap(&self.question, usize::from(width)).len();
        let y = area.y + 1 + u16::try_from(lines).unwrap_or(0);
        let row = Rect::new(area.x + 2, y, width, 1);
        (y < area.bottom()).then(|| input::cursor(row, &self.line))
    }
}
