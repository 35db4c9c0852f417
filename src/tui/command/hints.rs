//! What the top and the bottom line say about keys: made from the registry and the keymap, never typed.

use super::table::CommandId;
use crate::tui::app::App;

/// The screens with their keys, for the top line: «F3 Мониторинг  F9 Журнал».
#[must_use]
pub fn screens(app: &App) -> String {
    [CommandId::ScreenMonitoring, CommandId::ScreenJournal]
        .into_iter()
        .filter_map(|it| {
            Some(format!(
                "{} {}",
                app.keymap.hint(it, &app.locale)?,
                app.say(it.hint().unwrap_or(it.title()))
            ))
        })
        .collect::<Vec<_>>()
        .join("  ")
}

/// Keys and short words for the bottom line, the most useful first: those that apply here and have a key.
#[must_use]
pub fn bottom(app: &App) -> Vec<(String, String)> {
    let place = app.place();
    CommandId::HINTED
        .iter()
        .filter(|it| it.applies_in(place))
        .filter_map(|it| Some((app.keymap.hint(*it, &app.locale)?, app.say(it.hint()?))))
        .collect()
}
