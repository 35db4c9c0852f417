//! Overall index and directions through the periods.

use std::collections::BTreeMap;

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::columns::Columns;
use super::columns::{BAR, PERIOD, SHARE};
use crate::analysis::exact::Exact;
use crate::analysis::scores::{DirectionScore, PeriodScores, RowScore};
use crate::args;
use crate::domain::ids::{OrganisationId, PeriodId, PersonId};
use crate::domain::record::Key;
use crate::locale::Phrase;
use crate::report::standing::{if_approved, index};
use crate::tui::app::App;
use crate::tui::overlay::page::Line;
use crate::tui::screen::monitoring::lists::direction_ids;
use crate::tui::show::marked;
use crate::tui::text::{Align, fit};
use crate::tui::theme::Role;

fn bar(app: &App, value: Option<Exact>) -> String {
    let Some(value) = value.map(|it| it.rounded(2)) else {
        return " ".repeat(BAR);
    };
    let cells = (value * Decimal::from(BAR) / Decimal::ONE_HUNDRED)
        .round()
        .to_usize()
        .unwrap_or(0)
        .min(BAR);
    let glyphs = app.theme.glyphs;
    format!(
        "{}{}",
        glyphs.bar_full.repeat(cells),
        glyphs.bar_empty.repeat(BAR - cells)
    )
}
/// Overall index and directions through the periods.
#[must_use]
pub fn indices(
    app: &App,
    scores: &BTreeMap<PeriodId, PeriodScores>,
    columns: &Columns,
    organisation: OrganisationId,
    person: Option<PersonId>,
) -> Vec<Line> {
    let Some(shown) = columns.periods.last().copied() else {
        return Vec::new();
    };
    let state = app.state();
    let dots = app.theme.glyphs.ellipsis;
    // In earlier periods the organisation's index stands under whoever headed it last then.
    let row = |period: &PeriodId| {
        let scores = scores.get(period)?;
        let of_person = (*period == shown).then(|| scores.row(organisation, person));
        of_person
            .flatten()
            .or_else(|| scores.last_row(organisation))
    };
    let names: Vec<(String, Role)> = (columns.periods.iter())
        .map(|it| (app.narrator().period(*it), Role::Label))
        .collect();
    let caption = fit(
        &app.say(Phrase::CardIndices),
        columns.name,
        Align::Left,
        dots,
    );
    let mut lines = vec![
        Line::default(),
        columns.row(app, Line::new(caption, Role::Label), &names, PERIOD),
    ];
    // A closed period shows what was approved; where with what was put right since it is another index, that is marked.
    let right = |period: &PeriodId| app.scores.put_right(state, *period, row(period)?);
    let cell = |period: &PeriodId, value: Option<Exact>, now: Option<Option<Exact>>| {
        let (text, role) = match value {
            Some(value) => (index(state, *period, value), Role::Text),
            None => (app.theme.glyphs.none.to_owned(), Role::Dim),
        };
        (marked(app, text, value, now), role)
    };
    let tail = |line: Line, value: Option<Exact>, filled: u32, applicable: u32| {
        line.and("  ", Role::Text)
            .and(bar(app, value), Role::Text)
            .and(
                fit(&format!("{filled}/{applicable}"), SHARE, Align::Right, dots),
                Role::Dim,
            )
    };
    let Some(edition) = state.edition_of(shown) else {
        return lines;
    };
    for id in direction_ids(state, shown) {
        let Some(direction) = state.direction_in(shown, id) else {
            continue;
        };
        let in_row = |row: &'_ RowScore| -> Option<DirectionScore> {
            row.directions.iter().find(|it| it.direction == id).copied()
        };
        let of = |period: &PeriodId| row(period).and_then(in_row);
        let texts: Vec<_> = (columns.periods.iter())
            .map(|it| {
                let now = right(it).map(|it| in_row(it).and_then(|it| it.index));
                cell(it, of(it).and_then(|it| it.index), now)
            })
            .collect();
        let name = format!("{} {}", direction.code, direction.short);
        let line = columns.row(
            app,
            Line::new(fit(&name, columns.name, Align::Left, dots), Role::Text),
            &texts,
            PERIOD,
        );
        let now = of(&shown);
        let line = tail(
            line,
            now.and_then(|it| it.index),
            now.map_or(0, |it| it.filled),
            now.map_or(0, |it| it.applicable),
        );
        lines.push(line.opening(Key::Direction(edition, id)));
    }
    let texts: Vec<_> = (columns.periods.iter())
        .map(|it| {
            let now = right(it).map(|it| it.overall);
            cell(it, row(it).and_then(|it| it.overall), now)
        })
        .collect();
    let name = fit(
        &app.say(Phrase::OverallIndex),
        columns.name,
        Align::Left,
        dots,
    );
    let line = columns.row(app, Line::new(name, Role::Text), &texts, PERIOD);
    let now = row(&shown);
    lines.push(tail(
        line,
        now.and_then(|it| it.overall),
        now.map_or(0, |it| it.filled),
        now.map_or(0, |it| it.applicable),
    ));
    let earlier = columns.periods.iter().filter(|it| **it != shown);
    lines.extend(earlier.filter_map(|it| both(app, *it, row(it)?, right(it)?)));
    lines
}

/// «≠ 2024/25: по итогам 71,6 · с исправлениями 72,0», of a period before the shown one: of that one the card says it above.
fn both(app: &App, period: PeriodId, approved: &RowScore, right: &RowScore) -> Option<Line> {
    if approved.overall == right.overall {
        return None;
    }
    let glyphs = app.theme.glyphs;
    let say = |phrase, row: &RowScore| {
        let none = || glyphs.none.to_owned();
        let index = (row.overall).map_or_else(none, |it| index(app.state(), period, it));
        app.say_with(phrase, &args![index])
    };
    let closed = if_approved(
        app.state(),
        period,
        Phrase::IndexApproved,
        Phrase::IndexClosed,
    );
    let text = format!(
        "{} {}: {} {} {}",
        glyphs.corrected,
        app.narrator().period(period),
        say(closed, approved),
        glyphs.dot,
        say(Phrase::IndexCorrected, right)
    );
    Some(Line::new(text, Role::Dim))
}
