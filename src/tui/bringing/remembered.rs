//! Names of files whose meaning is remembered: what each means, said anew or forgotten.

use super::{names, stays};
use crate::analysis::batch::{Names, Unknown};
use crate::args;
use crate::domain::alias::{Means, PutAlias};
use crate::domain::command::Command;
use crate::domain::ids::{AliasId, Seq};
use crate::domain::text::collation_key;
use crate::locale::Phrase;
use crate::tui::app::{App, Waiting};
use crate::tui::layer::Outcome;
use crate::tui::overlay::picker::{Item, Picker};
use crate::tui::status::Tone;

/// A name, and the revision that was seen.
type Shown = (AliasId, Seq);

/// The list: Enter says anew what a name means, Delete forgets it.
pub fn remembered(app: &mut App) {
    let items = listed(app);
    if items.is_empty() {
        let sentence = app.say(Phrase::RememberedNone);
        return app.status.tell(Tone::Plain, sentence);
    }
    let title = app.say(Phrase::RememberedNames);
    let forget = |app: &mut App, shown: Shown| {
        put(app, shown, None);
        Outcome::Used
    };
    let anew = |app: &App, here: Option<&Shown>| {
        let items = listed(app);
        let at = items
            .iter()
            .position(|it| Some(it.value.0) == here.map(|it| it.0));
        (items, at)
    };
    let list = Picker::new(title, items, 0, Box::new(which))
        .or_delete(Phrase::HintForget, Box::new(forget))
        .renewed(Box::new(anew));
    app.open(Box::new(list));
}

/// What each name means, the meaning first: a long name does not hide it.
fn listed(app: &App) -> Vec<Item<Shown>> {
    let narrator = app.narrator();
    let mut items: Vec<Item<Shown>> = (app.state().aliases.iter())
        .map(|(id, it)| {
            let means = narrator.meaning(it.means);
            Item {
                label: app.say_with(Phrase::RememberedName, &args![name = &it.text, means]),
                right: narrator.stamp(&it.stamp),
                value: (*id, it.stamp.rev),
            }
        })
        .collect();
    items.sort_by_key(|it| collation_key(&it.label));
    items
}

/// Asks what a name means instead.
fn which(app: &mut App, shown: Shown) -> Outcome {
    let Some(alias) = app.state().aliases.get(&shown.0).map(|it| it.body.clone()) else {
        return Outcome::Used;
    };
    let period = app.monitoring.chosen.period;
    let there = alias.means;
    let name = match (alias.means, period) {
        (Means::Indicator(_), Some(period)) => Unknown::Indicator(period, alias.text),
        _ => Unknown::Organisation(alias.text),
    };
    let choices = names::choices(app, &Names::of(app.state(), period), &name);
    // An Enter too many must not lay the next file's values on another school: it says again what is said already.
    let at = choices.iter().position(|it| it.1 == there).unwrap_or(0);
    let items = choices.into_iter().map(|(label, value)| Item {
        label,
        right: String::new(),
        value,
    });
    let title = app.say_with(Phrase::IncomingWhich, &args![name = name.text()]);
    let on_pick = move |app: &mut App, means: Means| {
        if means == there {
            return Outcome::Close;
        }
        // What came by it before is looked up while it is still known.
        let before = app.state().aliases.get(&shown.0).cloned();
        let before = before.and_then(|it| stays::list(app, &it));
        put(app, shown, Some(means));
        before.map_or(Outcome::Close, Outcome::Replace)
    };
    let list = Picker::new(title, items.collect(), at, Box::new(on_pick));
    Outcome::Open(Box::new(list))
}

/// Nobody's answer is changed that was given after the list was shown.
fn put(app: &mut App, (id, seen): Shown, means: Option<Means>) {
    let put = PutAlias { id, seen, means };
    app.send(Command::PutAlias(put), Waiting::Direct);
}
