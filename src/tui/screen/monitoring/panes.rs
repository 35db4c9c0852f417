//! What the three panes show, made ready as text: built when something changed, only painted when drawing.
//!
//! Knows what is chosen and what the analysis says; must not know where on the screen it goes.

use crate::analysis::measure::Figure;
use crate::analysis::reader::Reader;
use crate::analysis::roster::{Head, Standing};
use crate::analysis::rows::{self, Row};
use crate::args;
use crate::domain::ids::{DirectionId, IndicatorId, PeriodId};
use crate::domain::state::State;
use crate::domain::text::fold;
use crate::domain::value::ValueState;
use crate::locale::Phrase;
use crate::tui::app::App;
use crate::tui::theme::Role;
use crate::tui::{about, show};

use super::Leader;

pub use super::items::{DetailLine, ItemKey, ListItem, Panes, RowItem, Wanted, Widths};

/// Builds all panes; what is chosen and no longer there is chosen anew.
pub fn build(app: &mut App) -> Panes {
    choose_existing(app);
    let header = show::header(app);
    let Some(period) = app.monitoring.chosen.period else {
        return Panes {
            header,
            titles: [
                Phrase::PaneDirections,
                Phrase::PaneIndicators,
                Phrase::PaneLeaders,
            ]
            .map(|it| app.say(it)),
            why_empty: [app.say(Phrase::NoPeriods), String::new(), String::new()],
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
        panes.first = directions(app, period);
        panes.second = indicators(app, period);
        panes.rows = leader_rows(app, period);
        panes.about = about::about_indicator(app, period);
    }
    let filters = &app.monitoring.filters;
    panes.first.retain(|it| fits(&filters[0], &it.text));
    panes.second.retain(|it| fits(&filters[1], &it.text));
    panes
        .rows
        .retain(|it| fits(&filters[2], &format!("{} {}", it.name, it.head)));
    panes.widths = Widths::of(&panes.rows, &panes.captions);
    panes.why_empty = why_empty(app, &panes);
    panes
}

/// Whether every word of a filter occurs in a text.
fn fits(filter: &str, text: &str) -> bool {
    let text = fold(text);
    fold(filter)
        .split_whitespace()
        .all(|word| text.contains(word))
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
        && chosen.leader.is_none()
        && let Some(derived) = &app.derived
        && let Some(first) = derived.roster().organisations.first()
        && let Some(period) = state.periods.get(&period)
    {
        chosen.leader = Some(Leader {
            organisation: Some(first.organisation),
            person: first.head_on(period.to).person(),
        });
    }
    app.monitoring.chosen = chosen;
}

/// Directions of the period's edition by code.
#[must_use]
pub fn direction_ids(state: &State, period: PeriodId) -> Vec<DirectionId> {
    let Some(edition) = state.edition_of(period) else {
        return Vec::new();
    };
    let mut found: Vec<_> = state
        .directions
        .iter()
        .filter(|((it, _), _)| *it == edition)
        .collect();
    found.sort_by_key(|(_, it)| crate::domain::text::collation_key(&it.code));
    found.into_iter().map(|((_, id), _)| *id).collect()
}

/// Indicators of a direction by code.
#[must_use]
pub fn indicator_ids(state: &State, period: PeriodId, direction: DirectionId) -> Vec<IndicatorId> {
    let Some(edition) = state.edition_of(period) else {
        return Vec::new();
    };
    let mut found: Vec<_> = (state.indicators.iter())
        .filter(|((it, _), indicator)| {
            *it == edition && indicator.direction == direction && !indicator.retired
        })
        .collect();
    found.sort_by_key(|(_, it)| crate::domain::text::collation_key(&it.code));
    found.into_iter().map(|((_, id), _)| *id).collect()
}

fn directions(app: &App, period: PeriodId) -> Vec<ListItem> {
    let state = app.state();
    (direction_ids(state, period).into_iter())
        .filter_map(|id| {
            let direction = state.direction_in(period, id)?;
            Some(ListItem {
                key: ItemKey::Direction(id),
                code: direction.code.clone(),
                text: format!("{} {}", direction.code, direction.short),
                short: String::new(),
                right: show::direction_figure(app, id),
                tone: Role::Text,
            })
        })
        .collect()
}

fn indicators(app: &App, period: PeriodId) -> Vec<ListItem> {
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
fn leaders(app: &App, period: PeriodId) -> Vec<ListItem> {
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

/// Rows of the chosen indicator.
fn leader_rows(app: &App, period: PeriodId) -> Vec<RowItem> {
    let state = app.state();
    let Some(indicator) = app.monitoring.chosen.indicator else {
        return Vec::new();
    };
    let Some(reader) = Reader::new(state, period) else {
        return Vec::new();
    };
    let Some(derived) = &app.derived else {
        return Vec::new();
    };
    (rows::rows_in(state, derived.roster(), indicator).iter())
        .map(|row| {
            let name = row
                .organisation
                .and_then(|it| state.organisations.get(&it))
                .map(|it| it.name.clone());
            let (head, head_short, head_tone) = head_text(app, row.head, row.standing);
            let mut item = cell_item(app, &reader, row, indicator);
            item.name = name.unwrap_or_else(|| app.say(Phrase::Municipality));
            (item.head, item.head_short, item.head_tone) = (head, head_short, head_tone);
            item
        })
        .collect()
}

/// Rows of the chosen leader: the indicators of the chosen direction.
fn indicator_rows(app: &App, period: PeriodId) -> Vec<RowItem> {
    let state = app.state();
    let (Some(leader), Some(direction)) = (
        app.monitoring.chosen.leader,
        app.monitoring.chosen.direction,
    ) else {
        return Vec::new();
    };
    let Some(reader) = Reader::new(state, period) else {
        return Vec::new();
    };
    let Some(derived) = &app.derived else {
        return Vec::new();
    };
    let roster = derived.roster().only(leader.organisation);
    (indicator_ids(state, period, direction).into_iter())
        .filter_map(|id| {
            let indicator = state.indicator_in(period, id)?;
            let rows = rows::rows_in(state, &roster, id);
            let row = (rows.iter())
                .find(|it| {
                    it.organisation == leader.organisation
                        && it.head.and_then(|it| it.person()) == leader.person
                })
                .or_else(|| {
                    rows.iter()
                        .find(|it| it.organisation == leader.organisation)
                })?;
            let mut item = cell_item(app, &reader, row, id);
            item.name = format!("{} {}", indicator.code, indicator.short);
            item.head.clone_from(&indicator.unit);
            item.head_short.clone_from(&indicator.unit);
            item.head_tone = Role::Dim;
            Some(item)
        })
        .collect()
}

/// Value, points and signs of a row.
fn cell_item(app: &App, reader: &Reader<'_>, row: &Row, id: IndicatorId) -> RowItem {
    let state = app.state();
    let period = reader.period();
    let cell = row.cell(period, id);
    let leader = Leader {
        organisation: row.organisation,
        person: row.head.and_then(|it| it.person()),
    };
    let mut item = RowItem {
        leader,
        indicator: id,
        cell,
        name: String::new(),
        head: String::new(),
        head_short: String::new(),
        head_tone: Role::Text,
        value: app.theme.glyphs.none.to_owned(),
        value_tone: Role::Dim,
        points: Default::default(),
        change: String::new(),
        change_tone: Role::Dim,
        signs: String::new(),
        enterable: false,
        waits_for_entry: false,
        attention: false,
    };
    let (Some(cell), Some(indicator)) = (cell, state.indicator_in(period, id)) else {
        return item;
    };
    let figure = reader.figure(id, cell.subject);
    item.value = show::figure(app, indicator, &figure);
    item.value_tone = show::figure_tone(app, cell, &figure);
    let best = app.derived.as_ref().and_then(|it| it.best(id));
    item.points = show::points_both(app, indicator, &figure, best);
    (item.change, item.change_tone) = show::change(app, cell, indicator);
    let open = state
        .periods
        .get(&period)
        .is_some_and(|it| it.state.takes_values());
    item.enterable = open && indicator.measure.computed_from().is_none();
    item.waits_for_entry = item.enterable
        && matches!(figure, Figure::Absent | Figure::Empty)
        && state
            .value(cell)
            .is_none_or(|it| super::walk::is_blank(Some(&it.entry)));
    item.attention = (app.derived.as_ref()).is_some_and(|it| !it.concerns(cell).is_empty());
    item.signs = show::signs(app, cell, item.attention);
    item
}

/// A head's name, the same in fewer columns, and how it looks.
fn head_text(app: &App, head: Option<Head>, standing: Standing) -> (String, String, Role) {
    let narrator = app.narrator();
    match head {
        None => (String::new(), String::new(), Role::Text),
        Some(Head::Person { person, .. }) => {
            let name = narrator.person(person);
            let surname = (app.state().persons.get(&person))
                .map_or_else(|| name.clone(), |it| it.surname.clone());
            let acting =
                |name: String| app.say_with(Phrase::ActingHead, &args![name = name.as_str()]);
            match standing {
                Standing::Acting => (acting(name), acting(surname), Role::Dim),
                _ => (name, surname, Role::Text),
            }
        }
        Some(Head::Vacancy { since, .. }) => {
            let short = app.say(Phrase::Vacancy);
            let long = since.map_or_else(
                || short.clone(),
                |it| {
                    let since = crate::locale::format::date_short(it);
                    app.say_with(Phrase::VacancySince, &args![date = since])
                },
            );
            (long, short, Role::Dim)
        }
    }
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
    let say = |at: usize, empty: bool, phrase: Phrase| match (
        empty,
        m.filters.get(at).is_some_and(|it| !it.is_empty()),
    ) {
        (false, _) => String::new(),
        (true, true) => app.say(Phrase::NothingFitsFilter),
        (true, false) => app.say(phrase),
    };
    let no_shard = m
        .chosen
        .period
        .is_some_and(|it| app.state().shard(it).is_none());
    let rows = if no_shard {
        Phrase::ValuesLoading
    } else if app.state().organisations.is_empty() {
        Phrase::NoOrganisations
    } else if m.chosen.leader.is_none() && m.pivot {
        Phrase::ChooseLeader
    } else {
        Phrase::NothingCollectedHere
    };
    let first = if m.pivot {
        Phrase::NoOrganisations
    } else {
        Phrase::NoDirections
    };
    let second = if m.pivot {
        Phrase::NoDirections
    } else {
        Phrase::NoIndicators
    };
    [
        say(0, panes.first.is_empty(), first),
        say(1, panes.second.is_empty(), second),
        say(2, panes.rows.is_empty(), rows),
    ]
}

/// The indicators that have a wanted cell: those after the chosen one, then those before it, and the chosen one last.
#[must_use]
pub fn next_indicators_with(app: &App, wanted: Wanted) -> Vec<IndicatorId> {
    let state = app.state();
    let (Some(period), Some(derived)) = (app.monitoring.chosen.period, &app.derived) else {
        return Vec::new();
    };
    let all: Vec<IndicatorId> = direction_ids(state, period)
        .into_iter()
        .flat_map(|it| indicator_ids(state, period, it))
        .collect();
    let chosen = app.monitoring.chosen.indicator;
    let from = (all.iter().position(|it| Some(*it) == chosen)).map_or(0, |it| it + 1);
    let (before, after) = all.split_at(from);
    (after.iter().chain(before).copied())
        .filter(|id| match wanted {
            Wanted::Empty => {
                let filling = derived.filling.indicator(*id);
                filling.entered < filling.due
            }
            Wanted::Attention => derived.attention.count(*id) > 0,
        })
        .collect()
}

/// Whether a value is on its way to approval or through it; a change sets it back.
#[must_use]
pub fn is_beyond_entry(state: &ValueState) -> bool {
    matches!(state, ValueState::Submitted | ValueState::Approved)
}
