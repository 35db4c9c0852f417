//! The stack of layers: what opens, what closes, and in what order a layer's wish is granted.
//!
//! A layer is out of the stack while it works, so that it may change the stack itself. Must not know what any layer is for.

use super::App;
use crate::analysis::batch::Unknown;
use crate::domain::alias::Means;
use crate::domain::record::Key;
use crate::service::link::{News, Request};
use crate::tui::brought::Brought;
use crate::tui::incoming::Values;
use crate::tui::layer::{Outcome, Overlay};
use crate::tui::msg::Effect;

impl App {
    /// The layers, the lowest first.
    pub fn layers(&self) -> impl DoubleEndedIterator<Item = &dyn Overlay> {
        self.layers.iter().map(|it| &**it)
    }

    /// The record under the cursor of the top layer; `None` below all layers, or where the cursor is on no record.
    #[must_use]
    pub fn under_cursor(&self) -> Option<Key> {
        self.layers.last().and_then(|it| it.under_cursor())
    }

    /// Puts a layer above all others.
    pub fn open(&mut self, layer: Box<dyn Overlay>) {
        self.want_needs(&*layer);
        // It is shown from what is here already: nobody else would know.
        for key in layer.shows(self) {
            self.emit(Effect::Send(Request::Looked(key)));
        }
        if self.layers.is_empty() {
            self.layers_over = self.screen;
        }
        self.layers.push(layer);
    }

    /// Asks for the values that a layer tells, and keeps them while it may be looked at.
    fn want_needs(&mut self, layer: &dyn Overlay) {
        let needs = layer.needs(self);
        self.mirror.show_also(needs.iter().copied());
        for period in needs {
            self.want_shard(period);
        }
    }

    /// Takes pages of files of values away that another one takes the place of.
    pub fn close_what_gives_way(&mut self) {
        self.layers.retain(|it| !it.gives_way());
    }

    /// Takes all layers away, e.g. to show something on the screen itself. What was typed in them is kept.
    pub fn close_all(&mut self) {
        self.forget_aside();
        for layer in std::mem::take(&mut self.layers) {
            self.keep_input_of(&*layer);
        }
    }

    /// Lets the layers make ready anew what depends on the window's size and on the period.
    pub fn renew_layers(&mut self) {
        let mut layers = std::mem::take(&mut self.layers);
        for layer in &mut layers {
            self.want_needs(&**layer);
            layer.renew(self);
        }
        self.layers = layers;
    }

    /// Tells the layers what came of a file.
    pub(super) fn tell_brought(&mut self, brought: &Brought) {
        let mut layers = std::mem::take(&mut self.layers);
        for layer in &mut layers {
            layer.brought(brought, self);
        }
        self.layers = layers;
    }

    /// Tells the layers what came of files of values.
    pub(super) fn tell_values(&mut self, values: &Values) {
        let mut layers = std::mem::take(&mut self.layers);
        for layer in &mut layers {
            layer.values(values, self);
            self.want_needs(&**layer);
        }
        self.layers = layers;
    }

    /// Tells the layers what a name of a file means.
    pub fn tell_meaning(&mut self, name: &Unknown, means: Option<Means>) {
        let mut layers = std::mem::take(&mut self.layers);
        for layer in &mut layers {
            layer.means(name, means, self);
        }
        self.layers = layers;
    }

    /// Hands something to the top layer, which is out of the stack meanwhile.
    pub(super) fn with_top(
        &mut self,
        f: impl FnOnce(&mut Box<dyn Overlay>, &mut App) -> Outcome,
    ) -> (Outcome, usize) {
        let Some(mut top) = self.layers.pop() else {
            return (Outcome::Pass, 0);
        };
        let depth = self.layers.len();
        let outcome = f(&mut top, self);
        // A layer that closed everything below it stands alone now.
        let at = depth.min(self.layers.len());
        self.layers.insert(at, top);
        (outcome, at)
    }

    /// Does what the layer at a place asked for. What it has opened itself stays above.
    pub(super) fn settle(&mut self, outcome: Outcome, at: usize) {
        if at >= self.layers.len() {
            return;
        }
        let mut above = self.layers.split_off(at);
        let layer = above.remove(0);
        self.after(layer, outcome);
        self.layers.extend(above);
    }

    /// Does what a layer asked for, with the layer out of the stack. Whether it stays.
    fn after(&mut self, layer: Box<dyn Overlay>, outcome: Outcome) -> bool {
        match outcome {
            Outcome::Used | Outcome::Pass => {
                if layer.takes_text() {
                    self.touch_input();
                }
                self.layers.push(layer);
                true
            }
            Outcome::Open(next) => {
                self.layers.push(layer);
                self.open(next);
                true
            }
            Outcome::Close => false,
            Outcome::Replace(next) => {
                self.open(next);
                false
            }
            Outcome::CloseAndRun(action) => {
                self.run(action);
                false
            }
            Outcome::Aside => {
                if self.put_aside(layer) {
                    self.tell_way_back();
                }
                false
            }
            Outcome::AsideAndRun(action) => {
                self.put_aside(layer);
                self.run(action);
                false
            }
        }
    }

    /// Hands news to every layer, the lowest first, until one goes.
    pub(super) fn tell_layers(&mut self, news: &News) {
        for at in 0..self.layers.len() {
            let mut above = self.layers.split_off(at);
            if above.is_empty() {
                return;
            }
            let mut layer = above.remove(0);
            let outcome = layer.news(news, self);
            let stays = self.after(layer, outcome);
            self.layers.extend(above);
            if !stays {
                return;
            }
        }
    }
}
