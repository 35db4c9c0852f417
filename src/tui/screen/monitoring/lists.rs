//! The two lists on the left: directions, indicators, or the leaders when they come first.
//!
//! Owns the order of the catalogue as the panes show it; must not know which pane a list stands in.

use super::Leader;
use super::items::{ItemKey, ListItem};
use super::rows::head_text;
use crate::analysis::roster::Standing;
use crate::domain::ids::{DirectionId, IndicatorId, PeriodId};
use crate::domain::state::State;
use crate::tui::app::App;
use crate::tui::show;
use crate::tui::theme::Role;

/// Directions of the period's edition in their order.
#[must_use]
pub fn direction_ids(state: &State, period: PeriodId) -> Vec<DirectionId> {
    let Some(edition) = state.edition_of(period) else {
        return Vec::new();
    };
    (state.directions_of(edition).into_iter())
        .filter(|(_, it)| !it.retired)
        .map(|(id, _)| id)
        .collect()
}

/// Indicators of a direction in their order.
#[must_use]
pub fn indicator_ids(state: &State, period: PeriodId, direction: DirectionId) -> Vec<IndicatorId> {
    let Some(edition) = state.edition_of(period) else {
        return Vec::new();
    };
    (state.indicators_of(edition).into_iter())
        .filter(|(_, it)| it.direction == direction && !it.retired)
        .map(|(id, _)| id)
        .collect()
}

fn twice(text: String) -> [String; 2] {
    [text.clone(), text]
}

pub(super) fn directions(app: &App, period: PeriodId) -> Vec<ListItem> {
    let state = app.state();
    (direction_ids(state, period).into_iter())
        .filter_map(|id| {
            let direction = state.direction_in(period, id)?;
            Some(ListItem {
                key: ItemKey::Direction(id),
                code: direction.code.clone(),
                text: format!("{} {}", direction.code, direction.short),
                short: String::new(),
                right: twice(show::direction_figure(app, id)),
                tone: Role::Text,
            })
        })
        .collect()
}

pub(super) fn indicators(app: &App, period: PeriodId) -> Vec<ListItem> {
    let state = app.state();
    let Some(direction) = app.monitoring.chosen.direction else {
        return Vec::new();
    };
    (indicator_ids(state, period, direction).into_iter())
        .filter_map(|id| {
            let indicator = state.indicator_in(period, id)?;
            Some(ListItem {
                key: ItemKey::Indicator(id),
                code: indicator.code.clone(),
                text: format!("{} {}", indicator.code, indicator.short),
                short: String::new(),
                right: [indicator.unit.clone(), String::new()],
                tone: Role::Dim,
            })
        })
        .collect()
}

/// Leaders of the period, each organisation with whoever heads it at its end.
pub(super) fn leaders(app: &App, period: PeriodId) -> Vec<ListItem> {
    let state = app.state();
    let (Some(derived), Some(to)) = (&app.derived, state.periods.get(&period).map(|it| it.to))
    else {
        return Vec::new();
    };
    (derived.roster().organisations.iter())
        .filter_map(|staffed| {
            let organisation = state.organisations.get(&staffed.organisation)?;
            let head = staffed.head_on(to);
            let leader = Leader {
                organisation: Some(staffed.organisation),
                person: head.person(),
            };
            let (name, short, _) = head_text(app, Some(head), Standing::Full);
            let index = show::leader_figure(app, leader);
            Some(ListItem {
                key: ItemKey::Leader(leader),
                code: organisation
                    .number
                    .map(|it| it.to_string())
                    .unwrap_or_default(),
                text: format!("{}  {name}", organisation.name),
                short: format!("{}  {short}", organisation.name),
                right: [index.clone(), index],
                tone: Role::Text,
            })
        })
        .collect()
}
