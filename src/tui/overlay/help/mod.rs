//! Help: every command with its keys, first those that apply here, and what the signs on the screen mean.

mod legend;
pub(super) mod lines;
mod way;

use super::commands::Commands;
use crate::tui::app::App;

pub use legend::legend;
pub use way::way;

/// Opens help for where the person is.
pub fn open(app: &mut App) {
    let help = Commands::help(app, app.place());
    app.open(Box::new(help));
}
