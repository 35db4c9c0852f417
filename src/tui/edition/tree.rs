//! What is done to editions and to the tree of one by keys: adding, copying, moving, retiring and taking up again, removing.
//!
//! Nothing is asked before it is done: each is one step that is taken back by the key of undoing. Must not know how the tree looks.

use super::{direction, draft_of, edition_of, head, indicator, publishing, remarks, writable};
use crate::domain::command::Command;
use crate::domain::decide::Deed;
use crate::domain::ids::{EditionId, Seq};
use crate::domain::record::Key;
use crate::domain::refusal::Refusal;
use crate::domain::state::State;
use crate::locale::Phrase;
use crate::tui::app::{App, Waiting};
use crate::tui::command::hints;
use crate::tui::command::table::CommandId;
use crate::tui::inline::layer;
use crate::tui::rights::may;
use crate::tui::status::Tone;

/// Carries a command out that is about editions. `at` is the record under the cursor, `inside` the edition whose tree is shown: it stands in
/// where there is nothing under the cursor, but never to be taken out. Whether it was such a command.
pub fn command(app: &mut App, command: CommandId, at: Option<Key>, inside: Option<Key>) -> bool {
    let at = at.filter(|it| edition_of(*it).is_some());
    let whole = inside.filter(|_| !matches!(command, CommandId::Remove | CommandId::Retire));
    match (command, at.or(whole)) {
        (CommandId::Add, at) => add(app, at, inside),
        (_, None) => return false,
        (CommandId::Duplicate, Some(key)) => duplicate(app, key),
        (CommandId::MoveUp, Some(key)) => arrange(app, key, true),
        (CommandId::MoveDown, Some(key)) => arrange(app, key, false),
        (CommandId::Retire, Some(key)) => retire(app, key),
        (CommandId::Remove, Some(key)) => remove(app, key),
        (CommandId::Remarks, Some(key)) => remarks::open(app, key),
        (CommandId::PublishEdition, Some(key)) => publishing::open(app, key),
        _ => return false,
    }
    true
}

/// Something new where the cursor is: an edition among editions, a direction in an edition, an indicator in a direction.
fn add(app: &mut App, at: Option<Key>, inside: Option<Key>) {
    let Some(Key::Edition(edition)) = inside else {
        if may(app, &Deed::Administer) {
            let purpose = head::Heading::new(app, None);
            layer::open(app, purpose);
        }
        return;
    };
    if !writable(app, edition) {
        return;
    }
    let state = app.state();
    let direction = match at {
        Some(Key::Direction(_, id)) => Some(id),
        Some(Key::Indicator(_, id)) => {
            (state.indicators.get(&(edition, id))).map(|it| it.direction)
        }
        _ => None,
    };
    match direction.and_then(|it| indicator::Measuring::new(app, edition, it)) {
        Some(purpose) => layer::open(app, purpose),
        None => {
            let purpose = direction::Directing::new(app, edition);
            layer::open(app, purpose);
        }
    }
}

/// A new edition like this one, or a new indicator. Of what is published only the whole edition is copied, wherever in it the cursor is.
fn duplicate(app: &mut App, key: Key) {
    let key = match edition_of(key) {
        Some(id) if draft_of(app, key).is_none() => Key::Edition(id),
        _ => key,
    };
    match key {
        Key::Edition(id) => {
            if may(app, &Deed::Administer) {
                let purpose = head::Heading::new(app, Some(id));
                layer::open(app, purpose);
            }
        }
        Key::Indicator(edition, id) => {
            if writable(app, edition)
                && let Some(purpose) = indicator::Measuring::like(app, edition, id)
            {
                layer::open(app, purpose);
            }
        }
        _ => does_not_apply(app, CommandId::Duplicate),
    }
}

fn does_not_apply(app: &mut App, command: CommandId) {
    let what = app.say(command.title());
    let sentence = app.say_with(Phrase::DoesNotApplyHere, &crate::args![what = what]);
    app.status.tell(Tone::Warning, sentence);
}

fn rev(app: &App, key: Key) -> Seq {
    app.state().stamp(key).map(|it| it.rev).unwrap_or_default()
}

/// Whether the record may be changed; says so where it may not, or where there is nothing of the kind to do with it.
fn takes(app: &mut App, key: Key, command: CommandId) -> bool {
    match (key, edition_of(key)) {
        (Key::Direction(..) | Key::Indicator(..), Some(edition)) => writable(app, edition),
        _ => {
            does_not_apply(app, command);
            false
        }
    }
}

/// The records among which one is moved, in their order.
fn siblings(state: &State, key: Key) -> Vec<Key> {
    match key {
        Key::Direction(edition, _) => (state.directions_of(edition).into_iter())
            .map(|(id, _)| Key::Direction(edition, id))
            .collect(),
        Key::Indicator(edition, id) => {
            let direction = state.indicators.get(&(edition, id)).map(|it| it.direction);
            (state.indicators_of(edition).into_iter())
                .filter(|(_, it)| Some(it.direction) == direction)
                .map(|(id, _)| Key::Indicator(edition, id))
                .collect()
        }
        _ => Vec::new(),
    }
}

/// One place up or down among its own.
fn arrange(app: &mut App, key: Key, up: bool) {
    let command = if up {
        CommandId::MoveUp
    } else {
        CommandId::MoveDown
    };
    if !takes(app, key, command) {
        return;
    }
    let all = siblings(app.state(), key);
    let Some(at) = all.iter().position(|it| *it == key) else {
        return;
    };
    let after = match (up, at) {
        (true, 0) => return tell(app, Phrase::AlreadyFirst),
        (true, 1) => None,
        (true, at) => all.get(at - 2).copied(),
        (false, at) if at + 1 >= all.len() => return tell(app, Phrase::AlreadyLast),
        (false, at) => all.get(at + 1).copied(),
    };
    let seen = rev(app, key);
    app.send(Command::ArrangeItem { key, seen, after }, Waiting::Direct);
}

fn tell(app: &mut App, phrase: Phrase) {
    let sentence = app.say(phrase);
    app.status.tell(Tone::Plain, sentence);
}

/// Retires what is collected, and takes up again what is retired.
fn retire(app: &mut App, key: Key) {
    if !takes(app, key, CommandId::Retire) {
        return;
    }
    let state = app.state();
    let retired = match key {
        Key::Direction(edition, id) => state.directions.get(&(edition, id)).map(|it| it.retired),
        Key::Indicator(edition, id) => state.indicators.get(&(edition, id)).map(|it| it.retired),
        _ => None,
    };
    let Some(retired) = retired else { return };
    let seen = rev(app, key);
    let command = Command::RetireItem {
        key,
        seen,
        retired: !retired,
    };
    app.send(command, Waiting::Direct);
}

/// Takes a working edition out, or what only it has; of what other editions have it is said that it is retired instead, and by which key.
fn remove(app: &mut App, key: Key) {
    let Some(edition) = edition_of(key) else {
        return;
    };
    if !writable(app, edition) {
        return;
    }
    if key == Key::Edition(edition) {
        let latest = app.state().latest_of(edition);
        let seen = latest.map(|(_, it)| it.rev).unwrap_or_default();
        app.send(Command::DropEdition { id: edition, seen }, Waiting::Direct);
        return;
    }
    if let Some(by) = elsewhere(app.state(), edition, key) {
        let refusal = Refusal::RetireInstead { key, by };
        let told = app.narrator().refusal(&refusal).to_string();
        let way = hints::named(app, CommandId::Retire);
        let sentence = format!("{told} {way}");
        return app.status.tell(Tone::Warning, sentence);
    }
    let seen = rev(app, key);
    app.send(Command::RemoveItem { key, seen }, Waiting::Direct);
}

/// The same record in another edition.
fn elsewhere(state: &State, edition: EditionId, key: Key) -> Option<Key> {
    match key {
        Key::Direction(_, id) => (state.directions.keys())
            .find(|it| it.1 == id && it.0 != edition)
            .map(|it| Key::Direction(it.0, it.1)),
        Key::Indicator(_, id) => (state.indicators.keys())
            .find(|it| it.1 == id && it.0 != edition)
            .map(|it| Key::Indicator(it.0, it.1)),
        _ => None,
    }
}
