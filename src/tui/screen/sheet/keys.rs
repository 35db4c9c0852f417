//! Keys that the keymap leaves to the sheet: what an entry begins with, pasted text, what Esc takes back.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use super::{SheetScreen, walk};
use crate::args;
use crate::locale::Phrase;
use crate::tui::app::App;
use crate::tui::command::hints;
use crate::tui::command::table::CommandId;
use crate::tui::entry;
use crate::tui::screen::monitoring::keys::begins_entry;
use crate::tui::status::Tone;

/// A key that the keymap does not know.
pub fn key(app: &mut App, key: KeyEvent) {
    let KeyCode::Char(c) = key.code else { return };
    let held = key
        .modifiers
        .intersects(KeyModifiers::CONTROL | KeyModifiers::ALT);
    if !held && begins_entry(c) {
        entry::begin(app, c);
    }
}

/// Pasted text.
pub fn paste(app: &mut App, text: &str) {
    entry::paste(app, text);
}

/// Esc: lets the block go, then takes the filter away, then leads back to what led here. It never leaves the sheet.
pub fn escape(app: &mut App) {
    if walk::unmark(app) {
        return;
    }
    if app.sheet.expanded {
        return SheetScreen::expand(app);
    }
    if !app.sheet.filter.is_empty() || app.sheet.narrow.is_some() {
        app.sheet.filter.clear();
        app.sheet.narrow = None;
        return SheetScreen::again(app);
    }
    if !app.back() {
        // One Esc too many must not take the sheet away from whoever is entering values.
        let command = hints::named(app, CommandId::ScreenMonitoring);
        let sentence = app.say_with(Phrase::GridStays, &args![command]);
        app.status.tell(Tone::Plain, sentence);
    }
}
