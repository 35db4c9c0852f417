//! The rows on the right: the leaders under an indicator, or the indicators of a leader.
//!
//! Owns what a row says and which signs it bears; must not know what is marked or under the cursor.

use super::Leader;
use super::items::RowItem;
use super::lists::indicator_ids;
use crate::analysis::dynamics::Changes;
use crate::analysis::measure::Figure;
use crate::analysis::reader::Reader;
use crate::analysis::roster::{Head, Standing};
use crate::analysis::rows::{self, Row};
use crate::args;
use crate::domain::ids::{IndicatorId, PeriodId};
use crate::domain::mask;
use crate::locale::{Phrase, format};
use crate::tui::app::App;
use crate::tui::show;
use crate::tui::theme::Role;

/// Rows of the chosen indicator.
pub(super) fn leader_rows(app: &App, period: PeriodId) -> Vec<RowItem> {
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
    let changes = Changes::of(state, period, indicator);
    (rows::rows_in(state, derived.roster(), indicator).iter())
        .map(|row| {
            let name = row
                .organisation
                .and_then(|it| state.organisations.get(&it))
                .map(|it| it.name.clone());
            let (head, head_short, head_tone) = head_text(app, row.head, row.standing);
            let mut item = cell_item(app, (&reader, changes.as_ref()), row, indicator);
            item.name = name.unwrap_or_else(|| app.say(Phrase::Municipality));
            (item.head, item.head_short, item.head_tone) = (head, head_short, head_tone);
            item
        })
        .collect()
}

/// Rows of the chosen leader: the indicators of the chosen direction.
pub(super) fn indicator_rows(app: &App, period: PeriodId) -> Vec<RowItem> {
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
            let changes = Changes::of(state, period, id);
            let mut item = cell_item(app, (&reader, changes.as_ref()), row, id);
            item.name = format!("{} {}", indicator.code, indicator.short);
            item.head.clone_from(&indicator.unit);
            item.head_short.clone_from(&indicator.unit);
            item.head_tone = Role::Dim;
            Some(item)
        })
        .collect()
}

/// Value, points and signs of a row.
fn cell_item(
    app: &App,
    (reader, changes): (&Reader<'_>, Option<&Changes<'_>>),
    row: &Row,
    id: IndicatorId,
) -> RowItem {
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
        value_short: None,
        worded: false,
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
    item.value = show::cell_figure(app, indicator, cell, &figure);
    item.value_short =
        matches!(figure, Figure::Uncomputed(_)).then(|| app.say(Phrase::NotComputedShort));
    item.worded = matches!(figure, Figure::Choice(_));
    item.value_tone = show::figure_tone(app, cell, &figure);
    let best = app.derived.as_ref().and_then(|it| it.best(id));
    item.points = show::points_both(app, indicator, &figure, best);
    (item.change, item.change_tone) =
        show::change(changes.and_then(|it| it.get(cell.subject)), indicator);
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
#[must_use]
pub fn head_text(app: &App, head: Option<Head>, standing: Standing) -> (String, String, Role) {
    let narrator = app.narrator();
    match head {
        None => (String::new(), String::new(), Role::Text),
        Some(Head::Person { person, .. }) => {
            let name = narrator.person(person);
            let surname = (app.state().persons.get(&person))
                .filter(|it| !it.is_erased())
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
                    let since = match mask::is_masked(app.state()) {
                        true => narrator.day_in_office(it),
                        false => format::date_short(it),
                    };
                    app.say_with(Phrase::VacancySince, &args![date = since])
                },
            );
            (long, short, Role::Dim)
        }
    }
}
