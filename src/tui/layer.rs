//! What lies above the screen. The top layer gets the key; a layer answers what became of it.
//!
//! There is no «previous focus»: focus is the top of the stack, and below all layers the focused pane of the screen.

use crossterm::event::KeyEvent;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::app::App;
use super::brought::Brought;
use super::command::table::{CommandId, Place};
use super::incoming::Values;
use crate::analysis::batch::Unknown;
use crate::domain::alias::Means;
use crate::domain::ids::PeriodId;
use crate::domain::record::Key;
use crate::service::link::{News, Unsaved};

/// What a layer did with something.
#[derive(Debug)]
pub enum Outcome {
    /// Took it and stays.
    Used,
    /// Did not take it: on to the keymap, or to the screen below.
    Pass,
    /// Is finished.
    Close,
    /// Opens another layer above itself.
    Open(Box<dyn Overlay>),
    /// Gives its place to another layer.
    Replace(Box<dyn Overlay>),
    /// Is finished, and a command follows.
    CloseAndRun(CommandId),
    /// Makes way, with the pages below, for what it has led to on the screen: Esc there leads back to it.
    Aside,
    /// Makes way as [`Outcome::Aside`], and a command follows.
    AsideAndRun(CommandId),
}

/// A layer: a box, an editor, a page. Scroll and selection are its own; drawing changes nothing.
pub trait Overlay: std::fmt::Debug + Send {
    /// Where the person is, for the keymap's hints and for which commands apply.
    fn place(&self) -> Place;

    /// Whether letters are text here. Then keys come to [`Overlay::key`] before the keymap.
    fn takes_text(&self) -> bool {
        false
    }

    /// A key as it came. Layers without text see only what the keymap does not know.
    fn key(&mut self, key: KeyEvent, app: &mut App) -> Outcome {
        let _ = (key, app);
        Outcome::Pass
    }

    /// A command of the keymap.
    fn command(&mut self, command: CommandId, app: &mut App) -> Outcome {
        let _ = (command, app);
        Outcome::Pass
    }

    /// Pasted text.
    fn paste(&mut self, text: &str, app: &mut App) -> Outcome {
        let _ = (text, app);
        Outcome::Pass
    }

    /// News of the engine, after the app has taken them in.
    fn news(&mut self, news: &News, app: &mut App) -> Outcome {
        let _ = (news, app);
        Outcome::Used
    }

    /// What came of a file that a layer has asked for.
    fn brought(&mut self, brought: &Brought, app: &mut App) {
        let _ = (brought, app);
    }

    /// What came of files of values that a layer has asked for.
    fn values(&mut self, values: &Values, app: &mut App) {
        let _ = (values, app);
    }

    /// A person has said what a name in a file means; none, that it is not known.
    fn means(&mut self, name: &Unknown, means: Option<Means>, app: &mut App) {
        let _ = (name, means, app);
    }

    /// Whether it goes when another page of files of values opens: what was read can be read again, and nothing was said on it.
    fn gives_way(&self) -> bool {
        false
    }

    /// Input that must not be lost when the window closes now.
    fn unsaved(&self, app: &App) -> Option<Unsaved> {
        let _ = app;
        None
    }

    /// The size of the window or the period changed: what depends on them is made ready anew.
    fn renew(&mut self, app: &mut App) {
        let _ = app;
    }

    /// Records that it shows in full, for the note of who has looked at what.
    fn shows(&self, app: &App) -> Vec<Key> {
        let _ = app;
        Vec::new()
    }

    /// Periods whose values it tells: they are asked for when it opens.
    fn needs(&self, app: &App) -> Vec<PeriodId> {
        let _ = app;
        Vec::new()
    }

    /// The record under the cursor, for commands that are about one: a report, the next state, a new term.
    fn under_cursor(&self) -> Option<Key> {
        None
    }

    /// The record that is written in it or about, for those who look at the same one: they are told who else writes there.
    fn writes(&self, app: &App) -> Option<Key> {
        let _ = app;
        None
    }

    /// What it shows, as plain text without frames; `None` if it has nothing to be copied.
    fn text(&self, app: &App) -> Option<String> {
        let _ = app;
        None
    }

    /// Its own keys that are in no keymap (Enter, Esc, Tab, arrows), each with a short word, for the bottom line.
    fn hints(&self, app: &App) -> Vec<(String, String)> {
        let _ = app;
        Vec::new()
    }

    /// The same in the words of help, and with those keys for which the bottom line has no room.
    fn keys(&self, app: &App) -> Vec<(String, String)> {
        self.hints(app)
    }

    /// Draws itself. `area` is the whole screen.
    fn render(&self, app: &App, area: Rect, buf: &mut Buffer);

    /// Where the terminal's cursor stands, if this layer takes text.
    fn cursor(&self, app: &App, area: Rect) -> Option<Position> {
        let _ = (app, area);
        None
    }
}
