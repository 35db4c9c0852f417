//! The parts of the card: heads, standing, directions through the periods, what is open, values. Lines only; order and keys are the card's.

use std::collections::BTreeMap;

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::card::in_office;
use super::page::{Line, paragraph};
use crate::analysis::exact::Exact;
use crate::analysis::measure::Figure;
use crate::analysis::points;
use crate::analysis::reader::Reader;
use crate::analysis::related::named;
use crate::analysis::roster::{Head, Staffed, Standing};
use crate::analysis::rows::meant_for;
use crate::analysis::scores::{PeriodScores, RowScore};
use crate::args;
use crate::domain::catalogue::{Indicator, SubjectKind};
use crate::domain::followup::{AssignmentState, Due, RecommendationState, due_now};
use crate::domain::ids::{OrganisationId, PeriodId, PersonId};
use crate::domain::number;
use crate::domain::people::AppointmentKind;
use crate::domain::record::Key;
use crate::domain::value::{Cell, Subject};
use crate::locale::Phrase;
use crate::tui::app::App;
use crate::tui::screen::monitoring::panes::{direction_ids, indicator_ids};
use crate::tui::show;
use crate::tui::text::{Align, fit};
use crate::tui::theme::Role;

/// Columns of a period, with the mark of a break before it.
const PERIOD: usize = 10;
/// Cells of a bar.
const BAR: usize = 8;
/// Columns of «5/6».
const SHARE: usize = 7;

/// The periods as columns.
#[derive(Debug)]
pub struct Columns {
    /// The oldest first.
    periods: Vec<PeriodId>,
    /// Whether something broke before each.
    broken: Vec<bool>,
    /// Columns of the name.
    name: usize,
}

impl Columns {
    /// The columns for these periods of an organisation.
    #[must_use]
    pub fn new(
        app: &App,
        scores: &BTreeMap<PeriodId, PeriodScores>,
        periods: &[PeriodId],
        organisation: OrganisationId,
        width: usize,
    ) -> Columns {
        let state = app.state();
        let head = |period: &PeriodId| {
            let to = state.periods.get(period)?.to;
            Some(
                scores
                    .get(period)?
                    .roster
                    .get(organisation)?
                    .head_on(to)
                    .person(),
            )
        };
        let breaks = |pair: &[PeriodId]| match pair {
            [then, now] => {
                let edition = state.edition_of(*then) != state.edition_of(*now);
                edition || matches!((head(then), head(now)), (Some(a), Some(b)) if a != b)
            }
            _ => false,
        };
        let broken = std::iter::once(false)
            .chain(periods.windows(2).map(breaks))
            .collect();
        let taken = periods.len() * PERIOD + 2 + BAR + SHARE;
        Columns {
            periods: periods.to_vec(),
            broken,
            name: width.saturating_sub(taken).clamp(12, 34),
        }
    }

    /// A row: a name, then a text per period with the marks of breaks.
    fn row(&self, app: &App, name: Line, texts: &[(String, Role)], width: usize) -> Line {
        let mut line = name;
        for ((text, role), broken) in texts.iter().zip(&self.broken) {
            let mark = if *broken {
                app.theme.glyphs.break_mark
            } else {
                " "
            };
            let room = width.saturating_sub(3);
            line = line.and(format!(" {mark} "), Role::Warning).and(
                fit(text, room, Align::Right, app.theme.glyphs.ellipsis),
                *role,
            );
        }
        line
    }
}

/// Everybody who headed the organisation in the period, with dates; whom the card is about stands out.
#[must_use]
pub fn heads(app: &App, staffed: &Staffed, person: Option<PersonId>, width: usize) -> Vec<Line> {
    let label = app.say(Phrase::CaptionHead);
    let label_width = crate::tui::text::width(&label) + 1;
    let mut lines = Vec::new();
    for (n, head) in staffed.heads.iter().rev().enumerate() {
        let name = match head {
            Head::Person { person, kind, .. } => {
                let name = full_name(app, *person);
                match kind {
                    AppointmentKind::Permanent => name,
                    kind => format!("{name}, {}", app.locale.word(kind)),
                }
            }
            Head::Vacancy { .. } => app.say(Phrase::Vacancy),
        };
        let dates = in_office(app, head);
        let text = if dates.is_empty() {
            name
        } else {
            format!("{name}, {dates}")
        };
        let role = if head.person() == person && person.is_some() {
            Role::Text
        } else {
            Role::Dim
        };
        let label = if n == 0 { label.as_str() } else { "" };
        lines.extend(paragraph(label, label_width, &text, role, width));
    }
    lines
}

fn full_name(app: &App, person: PersonId) -> String {
    app.state().persons.get(&person).map_or_else(
        || app.narrator().person(person),
        |it| {
            [&it.surname, &it.given, &it.patronymic]
                .into_iter()
                .filter(|it| !it.is_empty())
                .map(String::as_str)
                .collect::<Vec<_>>()
                .join(" ")
        },
    )
}

/// The overall index with level and place, or why it has none.
#[must_use]
pub fn standing(
    app: &App,
    scores: &PeriodScores,
    organisation: OrganisationId,
    person: Option<PersonId>,
    width: usize,
) -> Vec<Line> {
    let Some(row) = scores.row(organisation, person) else {
        return Vec::new();
    };
    let label = app.say(Phrase::Index);
    let label_width = crate::tui::text::width(&app.say(Phrase::CaptionHead)) + 1;
    let mut said = Vec::new();
    said.push(row.overall.map_or_else(
        || app.theme.glyphs.none.to_owned(),
        |it| index(app, scores.period, it),
    ));
    if let Some(level) = level(app, scores.period, row) {
        said.push(level);
    }
    if let Some(place) = row.place {
        said.push(app.say_with(Phrase::PlaceOf, &args![place = place, n = scores.placed()]));
    }
    match row.standing {
        Standing::Full => {}
        Standing::Acting => said.push(app.say(Phrase::ForReferenceActing)),
        Standing::Short { months } => {
            said.push(app.say_with(Phrase::ForReferenceShort, &args![n = months]))
        }
        Standing::Vacancy => said.push(app.say(Phrase::ForReference)),
    }
    let share = app.say_with(Phrase::ShareOf, &args![k = row.filled, n = row.applicable]);
    said.push(if row.complete || row.standing != Standing::Full {
        app.say_with(Phrase::FilledShare, &args![share = share])
    } else {
        app.say_with(
            Phrase::LevelBelowCompleteness,
            &args![k = row.filled, n = row.applicable],
        )
    });
    let text = said.join(&format!(" {} ", app.theme.glyphs.dot));
    paragraph(&label, label_width, &text, Role::Text, width)
}

fn level(app: &App, period: PeriodId, row: &RowScore) -> Option<String> {
    let edition = app.state().edition_of(period)?;
    let levels = &app.state().editions.get(&edition)?.levels;
    Some(levels.get(row.level?)?.title.clone())
}

/// An index as it is shown: one decimal, never rounded across a level.
fn index(app: &App, period: PeriodId, value: Exact) -> String {
    let edition = app
        .state()
        .edition_of(period)
        .and_then(|it| app.state().editions.get(&it));
    let bounds: Vec<Decimal> =
        edition.map_or_else(Vec::new, |it| it.levels.iter().map(|it| it.from).collect());
    let shown = value.shown(&bounds, 1);
    number::format(shown, shown.scale().max(1))
}

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
        let to = state.periods.get(period)?.to;
        let last = || scores.roster.get(organisation)?.head_on(to).person();
        let whom = if *period == shown { person } else { last() };
        scores
            .row(organisation, whom)
            .or_else(|| scores.rows_of(organisation).last())
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
    let cell = |period: &PeriodId, value: Option<Exact>| match value {
        Some(value) => (index(app, *period, value), Role::Text),
        None => (app.theme.glyphs.none.to_owned(), Role::Dim),
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
        let of = |period: &PeriodId| {
            row(period).and_then(|it| it.directions.iter().find(|it| it.direction == id))
        };
        let texts: Vec<_> = (columns.periods.iter())
            .map(|it| cell(it, of(it).and_then(|it| it.index)))
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
        .map(|it| cell(it, row(it).and_then(|it| it.overall)))
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
    lines
}

/// Something open: its term and what it says.
struct Open {
    key: Key,
    due: Due,
    name: String,
    state: String,
    text: String,
    draft: bool,
}

/// Open recommendations and assignments, overdue first.
#[must_use]
pub fn follow_ups(app: &App, organisation: OrganisationId, width: usize) -> Vec<Line> {
    let state = app.state();
    let narrator = app.narrator();
    let mut open: Vec<Open> = Vec::new();
    for id in state.recommendations_of.of(organisation) {
        let Some(it) = state
            .recommendations
            .get(&id)
            .filter(|it| it.state.is_open())
        else {
            continue;
        };
        let name = match it.ground {
            Some(cell) => app.say_with(
                Phrase::RecommendationAbout,
                &args![indicator = narrator.indicator(cell.period, cell.indicator)],
            ),
            None => app.say(Phrase::KindRecommendation),
        };
        open.push(Open {
            key: Key::Recommendation(id),
            due: due_now(it.due, &it.prolongations),
            name,
            state: app.locale.word(&it.state),
            text: it.text.clone(),
            draft: it.state == RecommendationState::Draft,
        });
    }
    for (id, it) in state.assignments.iter() {
        if it.state != AssignmentState::Controlled || !named(it).contains(&organisation) {
            continue;
        }
        open.push(Open {
            key: Key::Assignment(*id),
            due: due_now(it.due, &it.prolongations),
            name: app.say_with(
                Phrase::AssignmentNumbered,
                &args![number = it.number.as_str()],
            ),
            state: app.locale.word(&it.state),
            text: it.text.clone(),
            draft: false,
        });
    }
    let today = app.now.today;
    // A term that has passed comes first, and what has no date last.
    open.sort_by_key(|it| (it.due.date().is_none(), it.due.date(), it.key));
    let overdue = open
        .iter()
        .filter(|it| it.due.date().is_some_and(|date| date < today))
        .count();
    let title = match (open.len(), overdue) {
        (0, _) => app.say(Phrase::NothingOpen),
        (n, 0) => app.say_with(Phrase::OpenFollowUps, &args![n = n]),
        (n, overdue) => app.say_with(
            Phrase::OpenFollowUpsOverdue,
            &args![n = n, overdue = overdue],
        ),
    };
    let glyphs = app.theme.glyphs;
    let mut lines = vec![Line::default(), Line::new(title, Role::Label)];
    for it in open {
        let late = it.due.date().map_or(0, |date| (today - date).num_days());
        let (glyph, role, term) = if late > 0 {
            let late = app.say_with(Phrase::OverdueBy, &args![n = late]);
            (
                glyphs.warning,
                Role::Warning,
                format!("{} {} {late}", narrator.due(it.due), glyphs.dot),
            )
        } else {
            let glyph = if it.draft {
                glyphs.open
            } else {
                glyphs.running
            };
            (
                glyph,
                Role::Dim,
                format!("{} {} {}", narrator.due(it.due), glyphs.dot, it.state),
            )
        };
        let first = Line::new(format!("{glyph} "), role)
            .and(it.name, Role::Text)
            .and(format!("  {term}"), role);
        lines.push(first.opening(it.key));
        let text = it.text.split_whitespace().collect::<Vec<_>>().join(" ");
        let text = crate::tui::text::cut(&text, width.saturating_sub(2), glyphs.ellipsis);
        lines.push(Line::new("  ", Role::Text).and(text, Role::Dim));
    }
    lines
}

/// Every value of the organisation and its head, direction after direction, through the last periods.
#[must_use]
pub fn history(
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
    let (value, score) = (13, 12);
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
                            (short(app, worded, &figure), role)
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
                    &args![k = plain(points.rounded(1)), n = plain(most)],
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
