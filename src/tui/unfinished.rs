//! The list of unfinished input: whose each is, what was typed and when; opened again where it belongs, or dropped for good.

use super::app::App;
use super::command::table::CommandId as Action;
use super::entry::unsaved as entry;
use super::followup;
use super::layer::Outcome;
use super::overlay::picker::{Item, Picker};
use super::overlay::scoring;
use super::status::Tone;
use crate::args;
use crate::locale::{Phrase, format};
use crate::service::link::{Slot, Unsaved};

/// Opens the unfinished input of the cell under the cursor; if it has none, lists all there is.
pub fn restore(app: &mut App) {
    if !entry::restore_here(app) {
        list(app, Phrase::EntryUnsavedTitle, |app, slot| {
            let place = slot.place.clone();
            app.drafts.pick(slot);
            reopen(app, &place);
            Outcome::Close
        });
    }
}

/// Opens the form, the editor or the question to which a place belongs, with what was typed.
pub fn reopen(app: &mut App, place: &str) {
    if !entry::restore(app, place) && !scoring::restore(app, place) {
        followup::restore(app, place);
    }
}

/// Lists unfinished input; what is picked is dropped for good.
pub fn drop_one(app: &mut App) {
    list(app, Phrase::UnsavedDropTitle, |app, slot| {
        app.drafts.take_slot(&slot);
        app.touch_input();
        let sentence = app.say(Phrase::EntryDropped);
        app.status.tell(Tone::Plain, sentence);
        Outcome::Close
    });
}

/// Says at the start that there is unfinished input, and which key lists it.
pub fn greet(app: &mut App) {
    if app.drafts.is_empty() {
        return;
    }
    let n = app.drafts.len();
    let sentence = match app.keymap.hint(Action::RestoreUnsaved, &app.locale) {
        Some(key) => app.say_with(Phrase::UnsavedAtStartKey, &args![n, key]),
        None => app.say_with(Phrase::UnsavedAtStart, &args![n]),
    };
    app.status.tell(Tone::Warning, sentence);
}

/// «6.2 · СШ № 12: 21/2»: whose the input is, and what was typed.
#[must_use]
pub fn label(app: &App, kept: &Unsaved) -> String {
    let first = || {
        let texts = kept.fields.iter().map(|(_, text)| text.as_str());
        let typed = texts.into_iter().find(|it| !it.is_empty());
        typed.unwrap_or_default().to_owned()
    };
    let (whose, typed) = match entry::whose(app, &kept.place) {
        Some(whose) => (whose, first()),
        None => scoring::unfinished(app, kept)
            .or_else(|| followup::unfinished(app, kept))
            .unwrap_or_else(|| (app.say(Phrase::UnsavedOfNobody), first())),
    };
    match typed.as_str() {
        "" => whose,
        _ => format!("{whose}: {typed}"),
    }
}

fn list(
    app: &mut App,
    title: Phrase,
    on_pick: impl FnMut(&mut App, Slot) -> Outcome + Send + 'static,
) {
    if app.drafts.is_empty() {
        let sentence = app.say(Phrase::EntryNoUnsaved);
        return app.status.tell(Tone::Plain, sentence);
    }
    let mut kept: Vec<(&Slot, &Unsaved)> = app.drafts.all().collect();
    kept.sort_by_key(|it| std::cmp::Reverse(it.1.at));
    let items: Vec<Item<Slot>> = (kept.into_iter())
        .map(|(slot, it)| {
            let at = chrono::DateTime::from_timestamp_millis(it.at.0)
                .map_or_else(String::new, |at| format::date_time(at, app.offset));
            Item {
                label: label(app, it),
                right: at,
                value: slot.clone(),
            }
        })
        .collect();
    let title = app.say(title);
    app.open(Box::new(Picker::new(title, items, 0, Box::new(on_pick))));
}
