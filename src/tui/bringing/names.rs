//! Which organisation or indicator a name of a file means: what looks alike comes first, then all the others.

use super::Got;
use crate::analysis::batch::{Names, Unknown};
use crate::args;
use crate::domain::alias::Means;
use crate::domain::ids::{IndicatorId, OrganisationId};
use crate::domain::text::collation_key;
use crate::locale::Phrase;
use crate::tui::app::App;
use crate::tui::layer::{Outcome, Overlay};
use crate::tui::overlay::picker::{Item, Picker};

/// What a name may mean, with its label: what looks alike comes first.
pub(super) fn choices(app: &App, names: &Names, name: &Unknown) -> Vec<(String, Means)> {
    let narrator = app.narrator();
    let state = app.state();
    match name {
        Unknown::Organisation(_) | Unknown::File(..) => {
            let mut ids = name.organisations(names);
            let mut others: Vec<OrganisationId> = state.organisations.keys().copied().collect();
            others.retain(|it| !ids.contains(it));
            others.sort_by_key(|it| collation_key(&narrator.organisation(*it)));
            ids.extend(others);
            let one = |it| (narrator.organisation(it), Means::Organisation(it));
            ids.into_iter().map(one).collect()
        }
        Unknown::Indicator(period, _) => {
            let edition = state.edition_of(*period);
            let mut ids = name.indicators(names);
            let all = edition
                .map(|it| state.indicators_of(it))
                .unwrap_or_default();
            let others = all.iter().map(|it| it.0).filter(|it| !ids.contains(it));
            let others: Vec<IndicatorId> = others.collect();
            ids.extend(others);
            let label = |it| {
                let indicator = state.indicator_in(*period, it);
                indicator.map_or_else(String::new, |it| format!("{} {}", it.code, it.short))
            };
            let one = |it| (label(it), Means::Indicator(it));
            ids.into_iter().map(one).collect()
        }
    }
}

/// The list of what a name may mean.
pub(super) fn which(app: &App, got: &Got, name: &Unknown) -> Box<dyn Overlay> {
    let text = name.text();
    let contested = got.brings.contested.get(name);
    let said_by = |means: Means| match contested {
        Some(it) if it.theirs == means => app.narrator().stamp(&it.by),
        Some(it) if it.mine == means => app.say(Phrase::IncomingOwnAnswer),
        _ => String::new(),
    };
    let mut items: Vec<Item<Option<Means>>> = choices(app, &got.names, name)
        .into_iter()
        .map(|(label, means)| Item {
            label,
            right: said_by(means),
            value: Some(means),
        })
        .collect();
    // What two persons have said comes first.
    items.sort_by_key(|it| it.right.is_empty());
    let title = match name {
        Unknown::File(..) => app.say_with(Phrase::IncomingWhose, &args![name = text]),
        _ => app.say_with(Phrase::IncomingWhich, &args![name = text]),
    };
    let name = name.clone();
    let there = got.brings.explained.get(&name).map(|it| it.means);
    // Nothing stands chosen beforehand: an Enter too many must not lay a file's values on another school.
    let none = Item {
        label: app.say(Phrase::IncomingLeave),
        right: String::new(),
        value: None,
    };
    items.insert(0, none);
    // But what it means already does: there the same Enter must not take that away.
    let at = (items.iter()).position(|it| it.value == there).unwrap_or(0);
    let on_pick = move |app: &mut App, what: Option<Means>| {
        if there.is_none() || what != there {
            app.tell_meaning(&name, what);
        }
        Outcome::Close
    };
    Box::new(Picker::new(title, items, at, Box::new(on_pick)))
}
