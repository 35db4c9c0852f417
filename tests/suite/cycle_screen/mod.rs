//! The screen Цикл: the matrix and its list, citing, moving and replacing, sections and rounds.

mod citing;
mod pictures;
mod rounds;
mod walking;

use crate::support::demo;
use crate::support::stage::Stage;

/// The screen on the demo store, which has the whole seed.
fn stage(size: (u16, u16)) -> Stage {
    let mut stage = demo::stage(size);
    stage.press_and_rest("<F7>");
    stage
}

/// The same as most people have it.
fn usual() -> Stage {
    stage((120, 36))
}
