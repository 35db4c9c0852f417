//! A page of text without frames, over the whole screen: to be selected with the mouse where a terminal has no clipboard of ours.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::{Clear, Widget};

use crate::tui::app::App;
use crate::tui::command::table::{CommandId, Group, Place};
use crate::tui::layer::{Outcome, Overlay};
use crate::tui::text;
use crate::tui::theme::Role;
use crate::tui::widget::paint;

/// The page.
#[derive(Debug)]
pub struct PlainPage {
    text: String,
    top: usize,
}

impl PlainPage {
    /// A page of this text.
    #[must_use]
    pub fn new(text: String) -> PlainPage {
        PlainPage { text, top: 0 }
    }

    fn lines(&self, width: u16) -> Vec<&str> {
        text::wrap(self.text.trim_end(), usize::from(width))
    }
}

impl Overlay for PlainPage {
    fn place(&self) -> Place {
        Place::Page
    }

    fn command(&mut self, command: CommandId, app: &mut App) -> Outcome {
        let height = usize::from(app.size.1).max(1);
        let most = self.lines(app.size.0).len().saturating_sub(height);
        self.top = match command {
            CommandId::Close | CommandId::PlainPage => return Outcome::Close,
            CommandId::Up => self.top.saturating_sub(1),
            CommandId::Down => self.top + 1,
            CommandId::PageUp => self.top.saturating_sub(height - 1),
            CommandId::PageDown => self.top + height - 1,
            CommandId::First => 0,
            CommandId::Last => most,
            it if it.group() == Group::Movement => self.top,
            _ => return Outcome::Pass,
        }
        .min(most);
        Outcome::Used
    }

    fn renew(&mut self, app: &mut App) {
        let height = usize::from(app.size.1).max(1);
        let most = self.lines(app.size.0).len().saturating_sub(height);
        self.top = self.top.min(most);
    }

    fn text(&self, _: &App) -> Option<String> {
        Some(self.text.clone())
    }

    fn render(&self, app: &App, area: Rect, buf: &mut Buffer) {
        let area = area.intersection(buf.area);
        Clear.render(area, buf);
        let lines = self.lines(area.width);
        for (line, y) in lines.into_iter().skip(self.top).zip(area.y..area.bottom()) {
            paint::put(
                buf,
                area.x,
                y,
                area.width,
                line,
                app.theme.style(Role::Text),
            );
        }
    }
}
