//! Nothing typed is lost: unfinished input is kept a moment after the last key, when its layer goes, and on leaving.

use super::App;
use crate::service::link::{Kept, Request};
use crate::tui::entry;
use crate::tui::layer::Overlay;
use crate::tui::msg::{Effect, Timer};

/// Milliseconds after the last key of an input until it is kept.
const KEEP_AFTER: u32 = 900;

/// Slots of one request: a link carries no more than so much at once.
const AT_ONCE: usize = 20;

impl App {
    /// Notes that unfinished input changed; it is kept soon.
    pub fn touch_input(&mut self) {
        // An armed timer is left alone: whoever types without a pause is kept up with, too.
        if !std::mem::replace(&mut self.keep_armed, true) {
            self.emit(Effect::Arm(Timer::KeepUnsaved, KEEP_AFTER));
        }
    }

    /// Leaves: what is typed is kept first.
    pub fn quit(&mut self) {
        self.close_all();
        entry::keep_waiting(self);
        self.keep_unsaved();
        self.emit(Effect::Quit);
    }

    pub(super) fn keep_input_of(&mut self, layer: &dyn Overlay) {
        if let Some(unsaved) = layer.unsaved(self) {
            self.drafts.put(unsaved);
            self.touch_input();
        }
    }

    pub(super) fn keep_unsaved(&mut self) {
        let open: Vec<_> = self
            .layers
            .iter()
            .filter_map(|it| it.unsaved(self))
            .collect();
        let mut words = self.drafts.to_keep(open, self.now.at);
        while !words.is_empty() {
            let rest = words.split_off(words.len().min(AT_ONCE));
            self.emit(Effect::Send(Request::KeepUnsaved(words)));
            words = rest;
        }
    }

    /// Unfinished input as the engine has it now. What another window took away while it is typed on here is handed over again.
    pub(super) fn hear_unsaved(&mut self, words: &[Kept]) {
        self.drafts.hear(words);
        if self.layers.iter().any(|it| it.takes_text()) {
            self.touch_input();
        }
    }
}
