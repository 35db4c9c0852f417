//! Help: every command with its keys, first those that apply here.

use super::commands::Commands;
use crate::tui::app::App;

/// Opens help for where the person is.
pub fn open(app: &mut App) {
    let help = Commands::help(app, app.place());
    app.open(Box::new(help));
}
