//! Keys that came in one read: a paste without brackets, or a slow line that delivers what was typed ahead.
//!
//! Invariant: what was typed after a refused key is not carried out as commands. Whoever types «21/24 нд» into a cell that takes
//! nothing meant a value, and never saw that its letters would act.

use crossterm::event::{KeyCode, KeyEvent};

use super::App;
use crate::args;
use crate::locale::Phrase;
use crate::tui::status::Tone;

/// What is known of the read whose keys are coming.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Together {
    /// Whether its last key is still to come.
    under_way: bool,
    /// Whether one of its keys was refused.
    refused: bool,
    /// The characters left out since.
    left_out: String,
}

impl Together {
    /// The first key of a read is about to come.
    pub(super) fn begin(&mut self) {
        *self = Together {
            under_way: true,
            ..Together::default()
        };
    }

    /// Whether a key is left out because one before it was refused. Notes what was left out.
    pub(super) fn leaves_out(&mut self, key: KeyEvent) -> bool {
        if self.refused
            && let KeyCode::Char(c) = key.code
        {
            self.left_out.push(c);
        }
        self.refused
    }

    /// A key was carried out, and this was said of it.
    pub(super) fn said(&mut self, tone: Option<Tone>) {
        self.refused = self.under_way && matches!(tone, Some(Tone::Warning | Tone::Error));
    }
}

impl App {
    /// The last key of a read has come: says what was left out, after what was said of the refused one.
    pub(super) fn told_together(&mut self) {
        let left_out = std::mem::take(&mut self.together).left_out;
        if left_out.is_empty() {
            return;
        }
        let left_out = self.say_with(Phrase::LeftOut, &args![typed = left_out]);
        let sentence = match self.status.message() {
            Some((_, refusal)) => format!("{refusal} {left_out}"),
            None => left_out,
        };
        self.status.tell(Tone::Warning, sentence);
    }
}
