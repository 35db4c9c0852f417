//! Which of several records a step, a report or a review is meant for: the selected one, the only one that fits, else a short list.

use super::{Layer, show, subject, tell};
use crate::args;
use crate::domain::record::Key;
use crate::locale::Phrase;
use crate::tui::app::App;
use crate::tui::layer::Outcome;
use crate::tui::overlay::picker::{Item, Picker};

/// Does something with the record that is meant: the selected one, the only one that fits, or the one picked from a list.
pub fn about(
    app: &mut App,
    question: Phrase,
    fits: impl Fn(&App, Key) -> bool,
    act: impl Fn(&mut App, Key) -> Layer + Send + 'static,
) {
    let only = subject::selected(app).or_else(|| {
        let found = subject::of_followed(app);
        (found.len() == 1).then(|| found.first().copied()).flatten()
    });
    let mut found = only.map_or_else(|| subject::of_followed(app), |it| vec![it]);
    if only.is_none() {
        found.retain(|it| fits(app, *it));
    }
    match found.as_slice() {
        [] => tell(app, subject::nothing(app)),
        [only] => {
            let layer = act(app, *only);
            show(app, layer);
        }
        _ => {
            let items = found.into_iter().map(|key| item(app, key)).collect();
            let title = app.say(question);
            let pick = Box::new(move |app: &mut App, key: Key| match act(app, key) {
                Some(layer) => Outcome::Replace(layer),
                None => Outcome::Close,
            });
            app.open(Box::new(Picker::new(title, items, 0, pick)));
        }
    }
}

/// A record in a list: what it is called, by when, where it stands.
fn item(app: &App, key: Key) -> Item<Key> {
    let narrator = app.narrator();
    let state = app.state();
    let (what, right) = match key {
        Key::Recommendation(id) => match state.recommendations.get(&id) {
            Some(it) => (it.text.clone(), app.locale.word(&it.state)),
            None => return bare(app, key),
        },
        Key::Assignment(id) => match state.assignments.get(&id) {
            Some(it) => (
                app.say_with(
                    Phrase::AssignmentItem,
                    &args![number = &it.number, text = &it.text],
                ),
                app.locale.word(&it.state),
            ),
            None => return bare(app, key),
        },
        Key::Decision(id) => match state.decisions.get(&id) {
            Some(it) => (
                format!("{} {}", narrator.decision(id), it.title),
                app.locale.word(&it.state),
            ),
            None => return bare(app, key),
        },
        Key::Activity(id) => match state.activities.get(&id) {
            Some(it) => (narrator.key(key), app.locale.word(&it.state)),
            None => return bare(app, key),
        },
        _ => return bare(app, key),
    };
    Item {
        label: what.replace('\n', " "),
        right,
        value: key,
    }
}

fn bare(app: &App, key: Key) -> Item<Key> {
    Item {
        label: app.narrator().key(key),
        right: String::new(),
        value: key,
    }
}
