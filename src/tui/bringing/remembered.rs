//! Names of files whose meaning is remembered: what each means, said anew or forgotten.

use super::names;
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

/// The list: Enter says anew what a name means, Delete forgets it.
pub fn remembered(app: &mut App) {
    let narrator = app.narrator();
    let mut items: Vec<Item<(AliasId, Seq)>> = (app.state().aliases.iter())
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
    if items.is_empty() {
        let sentence = app.say(Phrase::RememberedNone);
        return app.status.tell(Tone::Plain, sentence);
    }
    let title = app.say(Phrase::RememberedNames);
    let forget = |app: &mut App, seen: (AliasId, Seq)| {
        put(app, seen, None);
        Outcome::Close
    };
    let hint = ("Delete".to_owned(), app.say(Phrase::HintForget));
    let list = Picker::new(title, items, 0, Box::new(which))
        .or_drop(Box::new(forget))
        .hinted(Some(hint));
    app.open(Box::new(list));
}

/// Asks what a name means instead.
fn which(app: &mut App, seen: (AliasId, Seq)) -> Outcome {
    let Some(alias) = app.state().aliases.get(&seen.0).map(|it| it.body.clone()) else {
        return Outcome::Close;
    };
    let period = app.monitoring.chosen.period;
    let name = match (alias.means, period) {
        (Means::Indicator(_), Some(period)) => Unknown::Indicator(period, alias.text),
        _ => Unknown::Organisation(alias.text),
    };
    let items = names::choices(app, &Names::of(app.state(), period), &name);
    let items = items.into_iter().map(|(label, value)| Item {
        label,
        right: String::new(),
        value,
    });
    let title = app.say_with(Phrase::IncomingWhich, &args![name = name.text()]);
    let on_pick = move |app: &mut App, means: Means| {
        put(app, seen, Some(means));
        Outcome::Close
    };
    let list = Picker::new(title, items.collect(), 0, Box::new(on_pick));
    Outcome::Replace(Box::new(list))
}

/// Nobody's answer is changed that was given after the list was shown.
fn put(app: &mut App, (id, seen): (AliasId, Seq), means: Option<Means>) {
    let put = PutAlias { id, seen, means };
    app.send(Command::PutAlias(put), Waiting::Direct);
}
