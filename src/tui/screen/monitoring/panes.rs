//! The three panes put together: what stands in which, what the filters leave of it, and why a pane is empty.
//!
//! Built when something changed, only painted when drawing. Must not know where on the screen it goes.

use super::Leader;
use super::lists::{direction_ids, directions, indicator_ids, indicators, leaders};
use super::rows::{indicator_rows, leader_rows};
use crate::args;
use crate::domain::text::fold;
use crate::locale::Phrase;
use crate::tui::app::App;
use crate::tui::command::hints;
use crate::tui::command::table::CommandId;
use crate::tui::{about, header, show};

pub use super::items::{DetailLine, ItemKey, ListItem, Panes, RowItem, Widths};

/// Builds all panes; what is chosen and no longer there is chosen anew.
pub fn build(app: &mut App) -> Panes {
    choose_existing(app);
    let header = header::text(app);
    let Some(period) = app.monitoring.chosen.period else {
        return Panes {
            header,
            titles: [
                Phrase::PaneDirections,
                Phrase::PaneIndicators,
                Phrase::PaneLeaders,
            ]
            .map(|it| app.say(it)),
            why_empty: [no_periods(app), String::new(), String::new()],
            ..Panes::default()
        };
    };
    let mut panes = Panes {
        header,
        detail: std::mem::take(&mut app.monitoring.panes.detail),
        ..Panes::default()
    };
    panes.detail_title = std::mem::take(&mut app.monitoring.panes.detail_title);
    panes.captions = captions(app);
    if app.monitoring.pivot {
        panes.titles = [
            Phrase::PaneLeaders,
            Phrase::PaneDirections,
            Phrase::PaneIndicators,
        ]
        .map(|it| app.say(it));
        panes.units = [Phrase::CaptionIndex, Phrase::CaptionIndex].map(|it| app.say(it));
        panes.first = leaders(app, period);
        panes.second = directions(app, period);
        panes.rows = indicator_rows(app, period);
        panes.about = about::about_leader(app);
    } else {
        panes.titles = [
            Phrase::PaneDirections,
            Phrase::PaneIndicators,
            Phrase::PaneLeaders,
        ]
        .map(|it| app.say(it));
        panes.units = [app.say(Phrase::CaptionIndex), String::new()];
        panes.feet = [
            show::direction_filling(app).unwrap_or_default(),
            String::new(),
        ];
        panes.first = directions(app, period);
        panes.second = indicators(app, period);
        panes.rows = leader_rows(app, period);
        panes.about = about::about_indicator(app, period);
    }
    let [first, second, rows] = &app.monitoring.filters;
    filter(&mut panes.first, first, |it| it.text.clone());
    filter(&mut panes.second, second, |it| it.text.clone());
    filter(&mut panes.rows, rows, |it| {
        format!("{} {}", it.name, it.head)
    });
    panes.widths = Widths::of(&panes.rows, &panes.captions);
    panes.why_empty = why_empty(app, &panes);
    panes
}

/// Leaves the items in whose text every word of a filter occurs. Nearly always there is none, and no text is folded for it.
fn filter<T>(items: &mut Vec<T>, filter: &str, text: impl Fn(&T) -> String) {
    let filter = fold(filter);
    let words: Vec<&str> = filter.split_whitespace().collect();
    if words.is_empty() {
        return;
    }
    items.retain(|it| {
        let text = fold(&text(it));
        words.iter().all(|word| text.contains(word))
    });
}

/// If what is chosen is gone, or nothing is, chooses the first there is.
fn choose_existing(app: &mut App) {
    let mut chosen = app.monitoring.chosen;
    let state = app.state();
    let Some(period) = chosen.period else { return };
    let Some(edition) = state.edition_of(period) else {
        return;
    };
    if chosen
        .direction
        .is_none_or(|it| !state.directions.contains_key(&(edition, it)))
    {
        chosen.direction = direction_ids(state, period).first().copied();
    }
    let of_direction = chosen
        .direction
        .map(|it| indicator_ids(state, period, it))
        .unwrap_or_default();
    if chosen
        .indicator
        .is_none_or(|it| !of_direction.contains(&it))
    {
        chosen.indicator = of_direction.first().copied();
    }
    if app.monitoring.pivot
        && let Some(derived) = &app.derived
        && let Some(period) = state.periods.get(&period)
    {
        // The list names whoever heads an organisation at the end of the period: it is their rows that stand beside it.
        let roster = derived.roster();
        let listed = chosen.leader.and_then(|it| roster.get(it.organisation?));
        if let Some(it) = listed.or_else(|| roster.organisations.first()) {
            chosen.leader = Some(Leader {
                organisation: Some(it.organisation),
                person: it.head_on(period.to).person(),
            });
        }
    }
    app.monitoring.chosen = chosen;
}

fn captions(app: &App) -> [String; 5] {
    let first = if app.monitoring.pivot {
        [Phrase::CaptionIndicator, Phrase::CaptionUnit]
    } else {
        [Phrase::CaptionOrganisation, Phrase::CaptionHead]
    };
    let [name, head] = first.map(|it| app.say(it));
    let [value, points, change] = [
        Phrase::CaptionValue,
        Phrase::CaptionPoints,
        Phrase::CaptionChange,
    ]
    .map(|it| app.say(it));
    [name, head, value, points, change]
}

/// Why panes are empty and what to press.
fn why_empty(app: &App, panes: &Panes) -> [String; 3] {
    let m = &app.monitoring;
    let say = |at: usize, empty: bool, why: String| match (
        empty,
        m.filters.get(at).is_some_and(|it| !it.is_empty()),
    ) {
        (false, _) => String::new(),
        (true, true) => app.say(Phrase::NothingFitsFilter),
        (true, false) => why,
    };
    let no_shard = (m.chosen.period).filter(|it| app.state().shard(*it).is_none());
    let rows = if let Some(period) = no_shard {
        app.say(if app.mirror.is_unreadable(period) {
            Phrase::ValuesUnreadable
        } else {
            Phrase::ValuesLoading
        })
    } else if app.state().organisations.is_empty() {
        no_organisations(app)
    } else if m.chosen.leader.is_none() && m.pivot {
        app.say(Phrase::ChooseLeader)
    } else {
        app.say(Phrase::NothingCollectedHere)
    };
    let first = if m.pivot {
        no_organisations(app)
    } else {
        app.say(Phrase::NoDirections)
    };
    let second = if m.pivot {
        app.say(Phrase::NoDirections)
    } else {
        app.say(Phrase::NoIndicators)
    };
    [
        say(0, panes.first.is_empty(), first),
        say(1, panes.second.is_empty(), second),
        say(2, panes.rows.is_empty(), rows),
    ]
}

fn no_organisations(app: &App) -> String {
    let command = hints::named(app, CommandId::AddOrganisation);
    app.say_with(Phrase::NoOrganisations, &args![command = command])
}

/// That there is no period yet, and what opens one.
#[must_use]
pub fn no_periods(app: &App) -> String {
    let command = hints::named(app, CommandId::AddPeriod);
    app.say_with(Phrase::NoPeriods, &args![command = command])
}
