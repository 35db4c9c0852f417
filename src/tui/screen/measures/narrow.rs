//! What the lists are narrowed to: a direction, a kind of measures, where a record stands, one's own, what hangs; chosen from one list.

use super::MeasuresScreen;
use crate::analysis::measures::{Narrow, Standing};
use crate::domain::activity::ActivityKind;
use crate::locale::Phrase;
use crate::tui::app::App;
use crate::tui::layer::Outcome;
use crate::tui::overlay::picker::{Item, Picker};
use crate::tui::screen::monitoring::lists::direction_ids;

/// Lets the person choose. What is chosen already is let go by choosing it again.
pub fn choose(app: &mut App) {
    let now = app.measures.narrow;
    let mut items = Vec::new();
    let mut add = |app: &App, label: String, of: Phrase, value: Narrow| {
        items.push(Item {
            label,
            right: app.say(of),
            value,
        });
    };
    if !now.is_empty() {
        let label = app.say(Phrase::NarrowNothing);
        add(app, label, Phrase::NarrowAll, Narrow::default());
    }
    let hanging = Narrow {
        hanging: !now.hanging,
        ..now
    };
    add(
        app,
        app.say(Phrase::NarrowHanging),
        Phrase::NarrowLinks,
        hanging,
    );
    let mine = Narrow {
        mine: !now.mine,
        ..now
    };
    add(app, app.say(Phrase::NarrowMine), Phrase::NarrowWhose, mine);
    let period = app.monitoring.chosen.period;
    let directions = period.map(|it| direction_ids(app.state(), it));
    for id in directions.unwrap_or_default() {
        let value = Narrow {
            direction: toggled(now.direction, id),
            ..now
        };
        let label = app.narrator().direction_latest(id);
        add(app, label, Phrase::LabelDirection, value);
    }
    for kind in ActivityKind::ALL {
        let value = Narrow {
            kind: toggled(now.kind, kind),
            ..now
        };
        add(
            app,
            app.locale.word(&kind),
            Phrase::LabelActivityKind,
            value,
        );
    }
    for standing in Standing::ALL {
        let value = Narrow {
            standing: toggled(now.standing, standing),
            ..now
        };
        add(app, app.say(word(standing)), Phrase::LabelState, value);
    }
    let title = app.say(Phrase::NarrowTitle);
    let pick = Box::new(|app: &mut App, narrow: Narrow| {
        set(app, narrow);
        Outcome::Close
    });
    app.open(Box::new(Picker::new(title, items, 0, pick)));
}

fn toggled<T: PartialEq>(now: Option<T>, chosen: T) -> Option<T> {
    match now {
        Some(now) if now == chosen => None,
        _ => Some(chosen),
    }
}

/// Narrows the lists.
pub fn set(app: &mut App, narrow: Narrow) {
    app.measures.narrow = narrow;
    MeasuresScreen::rebuild(app);
    MeasuresScreen::follow(app);
}

fn word(standing: Standing) -> Phrase {
    match standing {
        Standing::Planned => Phrase::StandingPlanned,
        Standing::UnderWay => Phrase::StandingUnderWay,
        Standing::Done => Phrase::StandingDone,
        Standing::Dropped => Phrase::StandingDropped,
    }
}

/// What the lists are narrowed to, in words; nothing where they are not.
#[must_use]
pub fn told(app: &App) -> Vec<String> {
    let it = app.measures.narrow;
    let hanging = it.hanging.then(|| app.say(Phrase::NarrowHanging));
    let mine = it.mine.then(|| app.say(Phrase::NarrowMine));
    let direction = it.direction.map(|it| app.narrator().direction_latest(it));
    let kind = it.kind.map(|it| app.locale.word(&it));
    let standing = it.standing.map(|it| app.say(word(it)));
    let all = [direction, kind, standing, mine, hanging];
    all.into_iter().flatten().collect()
}
