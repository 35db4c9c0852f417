//! Leaving the program or a screen, and whether everything is saved: what is not sent yet is told before anybody goes.

use super::hints;
use super::table::CommandId;
use crate::args;
use crate::locale::Phrase;
use crate::service::link::JournalFilter;
use crate::tui::app::App;
use crate::tui::screen::journal::JournalScreen;
use crate::tui::screen::{
    Screen, catalogue, cycle, measures as measures_screen, monitoring, sheet,
};
use crate::tui::status::Tone;
use crate::tui::underway;

/// Leaves; where values wait for a link, only when asked again.
pub(super) fn quit(app: &mut App) {
    let key = hints::key(app, CommandId::Quit);
    if underway::asks_to_stay(app, &key) {
        return;
    }
    let n = app.mirror.waiting();
    if n == 0 || !app.is_unreached() || app.asked_to_leave {
        return app.quit();
    }
    app.asked_to_leave = true;
    let sentence = app.say_with(Phrase::LeaveUnsent, &args![n, key]);
    app.status.tell(Tone::Warning, sentence);
}

/// Ctrl+S: nothing is ever unsaved for longer than a moment; says how it stands.
pub(super) fn save(app: &mut App) {
    let open = app.layers().filter(|it| it.unsaved(app).is_some()).count();
    let drafts = app.drafts.len() + open;
    let waiting = app.mirror.waiting();
    if waiting > 0 && app.is_unreached() {
        let sentence = app.say_with(Phrase::SavedUnsent, &args![n = waiting]);
        return app.status.tell(Tone::Warning, sentence);
    }
    if drafts > 0 {
        let sentence = app.say_with(Phrase::SavedButUnsaved, &args![n = drafts]);
        app.status.tell(Tone::Warning, sentence);
    } else if app.waiting.is_empty() {
        said(app, Tone::Good, Phrase::AllSaved);
    } else {
        said(app, Tone::Plain, Phrase::Saving);
    }
}

fn said(app: &mut App, tone: Tone, phrase: Phrase) {
    let sentence = app.say(phrase);
    app.status.tell(tone, sentence);
}

/// Esc with nothing open: takes back filters and marks, then leads out of the journal or of the right-hand pane. It never leaves the program.
pub(super) fn close(app: &mut App) {
    match app.screen {
        Screen::Journal if app.journal.filter != JournalFilter::All => {
            JournalScreen::open(app, JournalFilter::All);
        }
        Screen::Journal | Screen::Attention => Screen::home(app),
        Screen::Sheet => sheet::keys::escape(app),
        Screen::Cycle => cycle::walk::escape(app),
        Screen::Catalogue => catalogue::walk::escape(app),
        Screen::Measures => measures_screen::walk::escape(app),
        Screen::Monitoring => monitoring::keys::escape(app),
    }
}
