//! What is typed on without a look at the screen, where something has come up that nobody waited for: it was meant for the next row, and
//! neither answers nor edits what stands here.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use crate::args;
use crate::domain::ids::Timestamp;
use crate::locale::Phrase;
use crate::tui::app::App;
use crate::tui::status::Tone;

/// Milliseconds without a key after which whoever types has seen what stands on the screen.
const PAUSE: i64 = 700;

/// Keys that come without a pause; over with the first one after a pause, or the first that is no text.
#[derive(Clone, Debug)]
pub struct TypedOn {
    last: Timestamp,
    typed: String,
}

impl TypedOn {
    /// From this moment on.
    pub fn now(app: &App) -> TypedOn {
        TypedOn {
            last: app.now.at,
            typed: String::new(),
        }
    }

    /// Whether a key was typed on so; then it is left out, which is said.
    pub fn takes(slot: &mut Option<TypedOn>, key: KeyEvent, app: &mut App) -> bool {
        let Some(it) = slot else {
            return false;
        };
        let pause = app.now.at.0.saturating_sub(it.last.0);
        it.last = app.now.at;
        let on = matches!(key.code, KeyCode::Char(_) | KeyCode::Enter | KeyCode::Tab);
        if pause >= PAUSE || !on || !key.modifiers.difference(KeyModifiers::SHIFT).is_empty() {
            *slot = None;
            return false;
        }
        if let KeyCode::Char(c) = key.code {
            it.typed.push(c);
        }
        let typed = it.typed.clone();
        if !typed.is_empty() {
            let sentence = app.say_with(Phrase::LeftOut, &args![typed]);
            app.status.tell(Tone::Warning, sentence);
        }
        true
    }
}
