//! Which organisation or indicator a name of a file means: what looks alike comes first, then all the others.

use super::Got;
use crate::analysis::batch::Unknown;
use crate::args;
use crate::domain::alias::Means;
use crate::domain::ids::{IndicatorId, OrganisationId};
use crate::domain::text::collation_key;
use crate::locale::Phrase;
use crate::tui::app::App;
use crate::tui::layer::{Outcome, Overlay};
use crate::tui::overlay::picker::{Item, Picker};

/// The list of what a name may mean.
pub(super) fn which(app: &App, got: &Got, name: &Unknown) -> Box<dyn Overlay> {
    let narrator = app.narrator();
    let state = app.state();
    let (text, mut items): (&str, Vec<Item<Option<Means>>>) = match name {
        Unknown::Organisation(text) | Unknown::File(_, text) => {
            let mut ids = name.organisations(&got.names);
            let mut others: Vec<OrganisationId> = state.organisations.keys().copied().collect();
            others.retain(|it| !ids.contains(it));
            others.sort_by_key(|it| collation_key(&narrator.organisation(*it)));
            ids.extend(others);
            let item = |it: OrganisationId| Item {
                label: narrator.organisation(it),
                right: String::new(),
                value: Some(Means::Organisation(it)),
            };
            (text, ids.into_iter().map(item).collect())
        }
        Unknown::Indicator(period, text) => {
            let edition = state.edition_of(*period);
            let mut ids = name.indicators(&got.names);
            let all = edition
                .map(|it| state.indicators_of(it))
                .unwrap_or_default();
            let others: Vec<IndicatorId> = all.iter().map(|it| it.0).collect();
            let new = others.into_iter().filter(|it| !ids.contains(it));
            let new: Vec<IndicatorId> = new.collect();
            ids.extend(new);
            let item = |it: IndicatorId| Item {
                label: state
                    .indicator_in(*period, it)
                    .map_or_else(String::new, |it| format!("{} {}", it.code, it.short)),
                right: String::new(),
                value: Some(Means::Indicator(it)),
            };
            (text, ids.into_iter().map(item).collect())
        }
    };
    let title = match name {
        Unknown::File(..) => app.say_with(Phrase::IncomingWhose, &args![name = text]),
        _ => app.say_with(Phrase::IncomingWhich, &args![name = text]),
    };
    let name = name.clone();
    // Nothing stands chosen beforehand: an Enter too many must not lay a file's values on another school.
    let none = Item {
        label: app.say(Phrase::IncomingLeave),
        right: String::new(),
        value: None,
    };
    items.insert(0, none);
    let on_pick = move |app: &mut App, what: Option<Means>| {
        app.tell_meaning(&name, what);
        Outcome::Close
    };
    Box::new(Picker::new(title, items, 0, Box::new(on_pick)))
}
