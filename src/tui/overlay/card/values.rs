//! Every value through the last periods.

use rust_decimal::Decimal;

use super::columns::Columns;
use crate::analysis::measure::Figure;
use crate::analysis::points;
use crate::analysis::reader::Reader;
use crate::analysis::rows::meant_for;
use crate::analysis::scores::PeriodScores;
use crate::args;
use crate::domain::catalogue::{Indicator, SubjectKind};
use crate::domain::ids::{OrganisationId, PersonId};
use crate::domain::number;
use crate::domain::record::Key;
use crate::domain::value::{Cell, Subject};
use crate::locale::Phrase;
use crate::tui::app::App;
use crate::tui::overlay::page::Line;
use crate::tui::screen::monitoring::lists::{direction_ids, indicator_ids};
use crate::tui::show;
use crate::tui::text::{Align, fit};
use crate::tui::theme::Role;

/// Every value of the organisation and its head, direction after direction, through the last periods.
#[must_use]
pub fn values(
    app: &App,
    columns: &Columns,
    organisation: OrganisationId,
    person: Option<PersonId>,
    best: Option<&PeriodScores>,
    width: usize,
) -> Vec<Line> {
    let Some(shown) = columns.periods.last().copied() else {
        return Vec::new();
    };
    let state = app.state();
    let Some(kind) = state.organisations.get(&organisation).map(|it| it.kind) else {
        return Vec::new();
    };
    // Values are wider than indices: as many periods as leave the names room.
    let (value, score) = (if width >= 100 { 20 } else { 13 }, 12);
    let most = (width.saturating_sub(34 + score) / value).clamp(1, columns.periods.len());
    let from = columns.periods.len() - most;
    let last = Columns {
        periods: columns.periods.iter().skip(from).copied().collect(),
        broken: columns
            .broken
            .iter()
            .skip(from)
            .enumerate()
            .map(|(n, it)| *it && n > 0)
            .collect(),
        name: width.saturating_sub(most * value + score),
    };
    let dots = app.theme.glyphs.ellipsis;
    let readers: Vec<Option<Reader<'_>>> = last
        .periods
        .iter()
        .map(|it| Reader::new(state, *it))
        .collect();
    let names: Vec<(String, Role)> = (last.periods.iter())
        .map(|it| (app.narrator().period(*it), Role::Label))
        .collect();
    let caption = fit(&app.say(Phrase::CardValues), last.name, Align::Left, dots);
    let mut lines = vec![
        Line::default(),
        last.row(app, Line::new(caption, Role::Label), &names, value),
    ];
    for direction in direction_ids(state, shown) {
        for id in indicator_ids(state, shown, direction) {
            let Some(indicator) = state.indicator_in(shown, id) else {
                continue;
            };
            let subject = match (indicator.level, person) {
                (SubjectKind::Organisation, _) => Subject::Organisation(organisation),
                (SubjectKind::Person, Some(person)) => Subject::Person(person),
                _ => continue,
            };
            if !meant_for(indicator, kind) {
                continue;
            }
            let texts: Vec<(String, Role)> = (last.periods.iter().zip(&readers))
                .map(
                    |(period, reader)| match (reader, state.indicator_in(*period, id)) {
                        (Some(reader), Some(worded)) => {
                            let figure = reader.figure(id, subject);
                            let role = if figure.is_filled() {
                                Role::Text
                            } else {
                                Role::Dim
                            };
                            let told = short(app, worded, &figure);
                            let cell = Cell {
                                period: *period,
                                indicator: id,
                                subject,
                            };
                            let sign = app.theme.glyphs.corrected;
                            match state.corrected_since(cell) {
                                Some(_) => (format!("{sign} {told}"), role),
                                None => (told, role),
                            }
                        }
                        _ => (app.theme.glyphs.none.to_owned(), Role::Dim),
                    },
                )
                .collect();
            let figure = readers
                .last()
                .and_then(|it| it.as_ref())
                .map(|it| it.figure(id, subject));
            let points = figure
                .and_then(|it| points::points(indicator, &it, best.and_then(|best| best.best(id))));
            let most = points::max_points(&indicator.scoring);
            let share = match (points, most) {
                (Some(points), Some(most)) => app.say_with(
                    Phrase::ShareOf,
                    &args![
                        k = plain(points::shown_points(&indicator.scoring, points)),
                        n = plain(most)
                    ],
                ),
                _ => String::new(),
            };
            let low = matches!((points, most), (Some(points), Some(most)) if points.rounded(6) * Decimal::from(3) <= most);
            let name = format!("{} {}", indicator.code, indicator.short);
            let name = Line::new(fit(&name, last.name, Align::Left, dots), Role::Text);
            let line = last.row(app, name, &texts, value).and(
                fit(&share, score, Align::Right, dots),
                if low { Role::Warning } else { Role::Dim },
            );
            lines.push(line.opening(Key::Value(Cell {
                period: shown,
                indicator: id,
                subject,
            })));
        }
    }
    lines
}

/// A number without zeros behind it.
fn plain(number: Decimal) -> String {
    let number = number.normalize();
    number::format(number, number.scale())
}

/// A figure in ten columns: what was not computed is a dash, its reason stands in the definition.
fn short(app: &App, indicator: &Indicator, figure: &Figure) -> String {
    match figure {
        Figure::Uncomputed(_) => app.theme.glyphs.none.to_owned(),
        figure => show::figure(app, indicator, figure),
    }
}
