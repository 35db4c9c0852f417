//! The palette: every command by its name, for those that have no key and those whose key is forgotten.

use super::commands::Commands;
use crate::tui::app::App;

/// Opens the palette.
pub fn open(app: &mut App) {
    let palette = Commands::palette(app, app.place());
    app.open(Box::new(palette));
}
