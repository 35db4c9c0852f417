//! Unfinished input of cells: back into its editor, or dropped on purpose.

use super::editor::{CellEditor, Mode, cell_of, place_of};
use super::explain;
use crate::locale::{Phrase, format};
use crate::tui::app::App;
use crate::tui::followup;
use crate::tui::layer::Outcome;
use crate::tui::overlay::picker::{Item, Picker};
use crate::tui::screen::Screen;
use crate::tui::screen::monitoring::walk;
use crate::tui::status::Tone;

/// Opens the unfinished input of the cell under the cursor; if it has none, lists all there is.
pub fn restore_unsaved(app: &mut App) {
    if let Some(cell) = app.monitoring.cell()
        && app.drafts.get(&place_of(cell)).is_some()
    {
        let editor = CellEditor::new(app, cell, "", Mode::Edit);
        return app.open(Box::new(editor));
    }
    list(app, |app, place| {
        let Some(cell) = cell_of(&place) else {
            followup::restore(app, &place);
            return Outcome::Close;
        };
        app.screen = Screen::Monitoring;
        walk::go_to_cell(app, cell);
        if app.monitoring.cell() != Some(cell) {
            let sentence = app.say(Phrase::EntryCellGone);
            app.status.tell(Tone::Warning, sentence);
            return Outcome::Close;
        }
        Outcome::Replace(Box::new(CellEditor::new(app, cell, "", Mode::Edit)))
    });
}

/// Drops kept input that was carried out after it was kept: the cell holds just that.
pub fn forget_accepted(app: &mut App) {
    let state = app.mirror.state();
    let accepted: Vec<String> = (app.drafts.all())
        .filter(|it| {
            let typed = it
                .fields
                .first()
                .map(|(_, text)| text.as_str())
                .unwrap_or_default();
            cell_of(&it.place).is_some_and(|cell| {
                let entry = explain::read(state, cell, typed).ok();
                entry.is_some() && entry.as_ref() == state.value(cell).map(|it| &it.entry)
            })
        })
        .map(|it| it.place.clone())
        .collect();
    for place in accepted {
        app.drafts.take(&place);
    }
}

/// Lists unfinished input; what is picked is dropped for good.
pub fn drop_unsaved(app: &mut App) {
    list(app, |app, place| {
        app.drafts.take(&place);
        app.touch_input();
        let sentence = app.say(Phrase::EntryDropped);
        app.status.tell(Tone::Plain, sentence);
        Outcome::Close
    });
}

/// Lists all unfinished input to pick from.
fn list(app: &mut App, on_pick: impl FnMut(&mut App, String) -> Outcome + Send + 'static) {
    if app.drafts.is_empty() {
        let sentence = app.say(Phrase::EntryNoUnsaved);
        return app.status.tell(Tone::Plain, sentence);
    }
    let items: Vec<Item<String>> = (app.drafts.all())
        .map(|it| {
            let texts = || it.fields.iter().map(|(_, text)| text.as_str());
            let (whose, typed) = match cell_of(&it.place) {
                Some(cell) => (app.narrator().cell(cell), texts().find(|it| !it.is_empty())),
                // A form also keeps choices, ticks and revisions: a word of it tells more.
                None => (
                    followup::name_of(app, &it.place),
                    texts().find(|it| has_a_word(it)),
                ),
            };
            let typed = typed.unwrap_or_default().replace('\n', " ");
            let at = chrono::DateTime::from_timestamp_millis(it.at.0)
                .map_or_else(String::new, |at| format::date_time(at, app.offset));
            Item {
                label: if typed.is_empty() {
                    whose
                } else {
                    format!("{whose}: {typed}")
                },
                right: at,
                value: it.place.clone(),
            }
        })
        .collect();
    let title = app.say(Phrase::EntryUnsavedTitle);
    app.open(Box::new(Picker::new(title, items, 0, Box::new(on_pick))));
}

/// Whether two letters beyond ASCII follow on one another: what a form keeps for itself is ASCII.
fn has_a_word(text: &str) -> bool {
    let is_letter = |c: char| c.is_alphabetic() && !c.is_ascii();
    text.split(|c| !is_letter(c))
        .any(|it| it.chars().count() >= 2)
}
