//! The list of unfinished input: whose each is, what was typed and when; opened again where it belongs, or dropped for good.

use super::app::App;
use super::command::table::CommandId as Action;
use super::entry::unsaved as entry;
use super::followup;
use super::layer::{Outcome, Overlay};
use super::overlay::picker::{Item, Picker};
use super::overlay::scoring;
use super::status::Tone;
use crate::args;
use crate::locale::{Phrase, format};
use crate::service::link::{Slot, Unsaved};

/// Opens the unfinished input of the cell under the cursor; if it has none, lists all there is.
pub fn restore(app: &mut App) {
    if !entry::restore_here(app) {
        let picker = list(app, Phrase::EntryUnsavedTitle, None, |app, slot| {
            reopen_slot(app, slot);
            Outcome::Close
        });
        // What is thrown away is gone: Delete leads to where Enter does it.
        let on_drop = |app: &mut App, slot| {
            dropping(app, Some(&slot)).map_or(Outcome::Close, Outcome::Replace)
        };
        if let Some(picker) = picker {
            app.open(Box::new(picker.or_drop(Box::new(on_drop))));
        }
    }
}

/// Opens what one of the list belongs to, with what was typed.
pub fn reopen_slot(app: &mut App, slot: Slot) {
    let place = slot.place.clone();
    app.drafts.pick(slot);
    reopen(app, &place);
}

/// Opens the form, the editor or the question to which a place belongs, with what was typed.
pub fn reopen(app: &mut App, place: &str) {
    if !entry::restore(app, place) && !scoring::restore(app, place) {
        followup::restore(app, place);
    }
}

/// Lists unfinished input; what is picked is dropped for good.
pub fn drop_one(app: &mut App) {
    if let Some(layer) = dropping(app, None) {
        app.open(layer);
    }
}

/// The list from which unfinished input is dropped, with the cursor on this; it stays as long as there is more.
fn dropping(app: &mut App, at: Option<&Slot>) -> Option<Box<dyn Overlay>> {
    fn dropped(app: &mut App, slot: Slot) -> Outcome {
        let mut others = sorted(app).into_iter().map(|it| it.0.clone());
        // What took its place is what stood below it, or above the last one.
        let before = { others.by_ref() }.take_while(|it| *it != slot).last();
        let next = others.next().or(before);
        app.drafts.take_slot(&slot);
        app.touch_input();
        let sentence = app.say(Phrase::EntryDropped);
        app.status.tell(Tone::Plain, sentence);
        let rest = next.and_then(|it| dropping(app, Some(&it)));
        rest.map_or(Outcome::Close, Outcome::Replace)
    }
    let picker = list(app, Phrase::UnsavedDropTitle, at, dropped)?;
    Some(Box::new(picker.or_drop(Box::new(dropped))))
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

/// When it was typed.
#[must_use]
pub fn moment(app: &App, kept: &Unsaved) -> String {
    chrono::DateTime::from_timestamp_millis(kept.at.0)
        .map_or_else(String::new, |at| format::date_time(at, app.offset))
}

/// All unfinished input, the latest first.
#[must_use]
pub fn sorted(app: &App) -> Vec<(&Slot, &Unsaved)> {
    let mut kept: Vec<(&Slot, &Unsaved)> = app.drafts.all().collect();
    kept.sort_by_key(|it| std::cmp::Reverse(it.1.at));
    kept
}

/// A list of all unfinished input with the cursor on this, or says that there is none.
fn list(
    app: &mut App,
    title: Phrase,
    at: Option<&Slot>,
    on_pick: impl FnMut(&mut App, Slot) -> Outcome + Send + 'static,
) -> Option<Picker<Slot>> {
    if app.drafts.is_empty() {
        let sentence = app.say(Phrase::EntryNoUnsaved);
        app.status.tell(Tone::Plain, sentence);
        return None;
    }
    let items: Vec<Item<Slot>> = (sorted(app).into_iter())
        .map(|(slot, it)| Item {
            label: label(app, it),
            right: moment(app, it),
            value: slot.clone(),
        })
        .collect();
    let title = app.say(title);
    let at = (items.iter()).position(|it| Some(&it.value) == at);
    Some(Picker::new(
        title,
        items,
        at.unwrap_or(0),
        Box::new(on_pick),
    ))
}
