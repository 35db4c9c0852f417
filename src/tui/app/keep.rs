//! Nothing typed is lost: unfinished input is kept a moment after the last key, when its layer goes, and on leaving.

use super::App;
use crate::service::link::Request;
use crate::tui::entry;
use crate::tui::layer::Overlay;
use crate::tui::msg::{Effect, Timer};

/// Milliseconds after the last key of an input until it is kept.
const KEEP_AFTER: u32 = 900;

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
        if let Some(all) = self.drafts.to_keep(open) {
            self.emit(Effect::Send(Request::KeepUnsaved(all)));
        }
    }
}
