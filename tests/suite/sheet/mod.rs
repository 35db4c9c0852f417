//! The screen Ввод: rows and columns of cells, entering over them, marked blocks.

mod along;
mod block_looks;
mod blocks;
mod colleagues;
mod counted;
mod filling;
mod journey;
mod laid;
mod looks;
mod named_blocks;
mod order;
mod sources;
mod walking;

use crate::support::stage::Stage;

/// Types a value and accepts it, also where it is asked about.
fn enter(stage: &mut Stage, text: &str) {
    stage.press(text).press("⏎");
    if stage.app.layers().next().is_some() {
        stage.press("⏎");
    }
    stage.rest();
}
