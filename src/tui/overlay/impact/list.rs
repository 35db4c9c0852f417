//! The heads whom an edition moves: «было → стало», by size, by name or by the new place.

use std::cmp::Reverse;

use crate::analysis::exact::Exact;
use crate::analysis::impact::{Impact, RowImpact, Step};
use crate::analysis::scores::{RowScore, shown_index};
use crate::args;
use crate::domain::catalogue::{IndexLevel, Indicator};
use crate::domain::ids::IndicatorId;
use crate::domain::number;
use crate::domain::record::Key;
use crate::locale::Phrase;
use crate::tui::app::App;
use crate::tui::overlay::{go, page::Line};
use crate::tui::text::{Align, fit};
use crate::tui::theme::Role;

/// In what order the heads stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// Whom it moves most, first.
    #[default]
    Change,
    /// As everywhere else.
    Name,
    /// By the place that they would have.
    Place,
}

impl Order {
    /// The next one.
    pub fn next(self) -> Order {
        match self {
            Order::Change => Order::Name,
            Order::Name => Order::Place,
            Order::Place => Order::Change,
        }
    }

    fn phrase(self) -> Phrase {
        match self {
            Order::Change => Phrase::OrderByChange,
            Order::Name => Phrase::OrderByName,
            Order::Place => Phrase::OrderByPlace,
        }
    }
}

/// The record of a line.
pub fn key(app: &App, row: &RowImpact) -> Option<Key> {
    go::key_of_head(app.state(), row.organisation, row.person)
}

/// Columns of a line.
struct Widths {
    organisation: usize,
    head: usize,
    level: usize,
    /// Columns of «k из n»; 0 where there is no room.
    share: usize,
    /// Columns of what moves the index most; 0 where there is no room.
    mover: usize,
}

/// «85,0 → 70,0».
const INDEX: usize = 14;
/// «−15,0».
const BY: usize = 8;
/// «12 → 7».
const PLACE: usize = 11;

impl Widths {
    fn of(width: usize) -> Widths {
        let rest = width.saturating_sub(INDEX + BY + PLACE);
        if rest >= 80 {
            return Widths {
                organisation: 13,
                head: 17,
                level: 26,
                share: 14,
                mover: rest - 71,
            };
        }
        let organisation = 10;
        let level = 14;
        Widths {
            organisation,
            head: rest.saturating_sub(organisation + level + 2).max(8),
            level,
            share: 0,
            mover: 0,
        }
    }
}

/// The list with its heading.
pub fn lines(app: &App, impact: &Impact, order: Order, width: usize) -> Vec<Line> {
    let mut rows: Vec<&RowImpact> = impact.changed().collect();
    match order {
        Order::Name => {}
        Order::Change => rows.sort_by_key(|it| Reverse(weight(it))),
        Order::Place => rows.sort_by_key(|it| {
            let place = it.after.as_ref().and_then(|it| it.place);
            place.unwrap_or(usize::MAX)
        }),
    }
    let (n, of) = (rows.len(), impact.rows.len());
    let heading = app.say_with(
        Phrase::ImpactList,
        &args![n, of, order = app.say(order.phrase())],
    );
    let mut lines = vec![Line::default(), Line::new(heading, Role::Label)];
    if rows.is_empty() {
        return Vec::new();
    }
    let widths = Widths::of(width);
    lines.push(captions(app, &widths));
    lines.extend(rows.into_iter().map(|it| line(app, impact, it, &widths)));
    lines
}

/// Whoever gets or loses an index or a level comes before those whose index only changes.
fn weight(row: &RowImpact) -> (bool, Exact, bool) {
    let index = |it: &Option<RowScore>| it.as_ref().and_then(|it| it.overall).is_some();
    let appears = index(&row.before) != index(&row.after);
    let by = row.by().map_or(Exact::ZERO, Exact::size);
    (appears, by, row.level != Step::Same)
}

fn captions(app: &App, widths: &Widths) -> Line {
    let dots = app.theme.glyphs.ellipsis;
    let caption = |phrase, columns, align| fit(&app.say(phrase), columns, align, dots);
    let mut text = caption(
        Phrase::CaptionOrganisation,
        widths.organisation,
        Align::Left,
    );
    text.push(' ');
    text.push_str(&caption(Phrase::CaptionHead, widths.head, Align::Left));
    text.push_str(&caption(Phrase::ImpactIndex, INDEX, Align::Right));
    text.push_str(&caption(Phrase::ImpactBy, BY, Align::Right));
    text.push(' ');
    text.push_str(&caption(Phrase::ImpactLevel, widths.level, Align::Left));
    text.push_str(&caption(Phrase::ImpactPlace, PLACE, Align::Right));
    text.push_str(&caption(Phrase::ImpactFilled, widths.share, Align::Right));
    if widths.mover > 0 {
        text.push_str("  ");
        text.push_str(&caption(
            Phrase::ImpactMover,
            widths.mover.saturating_sub(2),
            Align::Left,
        ));
    }
    Line::new(text, Role::Dim)
}

fn line(app: &App, impact: &Impact, row: &RowImpact, widths: &Widths) -> Line {
    let glyphs = app.theme.glyphs;
    let dots = glyphs.ellipsis;
    let narrator = app.narrator();
    let head = match row.person {
        Some(id) => narrator.person(id),
        None => app.say(Phrase::Vacancy),
    };
    let (was, would) = indices(app, impact, row);
    let index = match was == would {
        true => was,
        false => format!("{was} {} {would}", glyphs.arrow),
    };
    let by = match row.by() {
        Some(by) if by != Exact::ZERO => signed(by),
        _ => String::new(),
    };
    let role = step_role(row.level);
    let name = narrator.organisation(row.organisation);
    let mut line = Line::new(
        fit(&name, widths.organisation, Align::Left, dots),
        Role::Text,
    )
    .and(" ", Role::Text)
    .and(fit(&head, widths.head, Align::Left, dots), Role::Text)
    .and(fit(&index, INDEX, Align::Right, dots), Role::Text)
    .and(fit(&by, BY, Align::Right, dots), by_role(row))
    .and(" ", Role::Text)
    .and(
        fit(
            &level(app, impact, row, widths.level),
            widths.level,
            Align::Left,
            dots,
        ),
        role,
    )
    .and(fit(&places(app, row), PLACE, Align::Right, dots), Role::Dim);
    if widths.share > 0 {
        let share = shares(app, row);
        line = line.and(fit(&share, widths.share, Align::Right, dots), Role::Dim);
    }
    if widths.mover > 0 {
        let room = widths.mover.saturating_sub(2);
        let text = movers(app, impact, row, room);
        line = line.and(format!("  {text}"), Role::Dim);
    }
    match key(app, row) {
        Some(key) => line.opening(key),
        None => line,
    }
}

/// A change of an index with its sign: «+5,0», «−0,3».
pub fn signed(by: Exact) -> String {
    let by = by.rounded(1);
    let sign = if by > rust_decimal::Decimal::ZERO {
        "+"
    } else {
        ""
    };
    format!("{sign}{}", number::format(by, 1))
}

/// «1.4 −12,0  1.2 −3,1»: as many of the strongest as fit whole.
fn movers(app: &App, impact: &Impact, row: &RowImpact, room: usize) -> String {
    let mut text = String::new();
    for it in &row.moved {
        let code = worded(app, impact, it.indicator).map_or("", |it| it.code.as_str());
        let gap = if text.is_empty() { "" } else { "  " };
        let longer = format!("{text}{gap}{code} {}", signed(it.by));
        if crate::tui::text::width(&longer) > room {
            break;
        }
        text = longer;
    }
    text
}

fn worded<'a>(app: &'a App, impact: &Impact, id: IndicatorId) -> Option<&'a Indicator> {
    let state = app.state();
    let worded = |edition| state.indicators.get(&(edition, id)).map(|it| &it.body);
    [impact.to, impact.from].into_iter().find_map(worded)
}

/// The code of an indicator, and its short name where there is room: as the new edition words it, else as the one before.
pub fn indicator(app: &App, impact: &Impact, id: IndicatorId) -> String {
    worded(app, impact, id).map_or_else(String::new, |it| format!("{} {}", it.code, it.short))
}

/// The index before and after, neither rounded over a bound of its own levels.
pub fn indices(app: &App, impact: &Impact, row: &RowImpact) -> (String, String) {
    let (then, now) = impact.levels.bounds();
    let text = |levels: &[IndexLevel], row: &Option<RowScore>| {
        let index = row.as_ref().and_then(|it| it.overall);
        index.map_or_else(
            || app.theme.glyphs.none.to_owned(),
            |it| {
                let shown = shown_index(levels, it);
                number::format(shown, shown.scale().max(1))
            },
        )
    };
    (text(then, &row.before), text(now, &row.after))
}

/// The level as it would be with a sign for the way; with what it was, where there is room.
fn level(app: &App, impact: &Impact, row: &RowImpact, room: usize) -> String {
    let glyphs = app.theme.glyphs;
    let before = row.before.as_ref().and_then(|it| it.level);
    let after = row.after.as_ref().and_then(|it| it.level);
    let before = before.and_then(|it| impact.levels.title_before(it));
    let after = after.and_then(|it| impact.levels.title_after(it));
    let none = app.say(Phrase::ImpactNoLevel);
    let sign = match row.level {
        Step::Up | Step::Gained => glyphs.up,
        Step::Down | Step::Lost => glyphs.down,
        Step::Same => return after.unwrap_or_default().to_owned(),
    };
    let (before, after) = (before.unwrap_or(&none), after.unwrap_or(&none));
    let whole = format!("{sign} {before} {} {after}", glyphs.arrow);
    match crate::tui::text::width(&whole) <= room {
        true => whole,
        false => format!("{sign} {after}"),
    }
}

fn places(app: &App, row: &RowImpact) -> String {
    let place = |it: &Option<RowScore>| it.as_ref().and_then(|it| it.place);
    let text = |it: Option<usize>| {
        it.map_or_else(|| app.theme.glyphs.none.to_owned(), |it| it.to_string())
    };
    match (place(&row.before), place(&row.after)) {
        (None, None) => String::new(),
        (before, after) if before == after => text(after),
        (before, after) => format!(
            "{} {} {}",
            text(before),
            app.theme.glyphs.arrow,
            text(after)
        ),
    }
}

/// «11/34 → 11/33»: how many indicators are filled of those that apply.
fn shares(app: &App, row: &RowImpact) -> String {
    let share = |it: &Option<RowScore>| {
        it.as_ref().map_or_else(
            || app.theme.glyphs.none.to_owned(),
            |it| format!("{}/{}", it.filled, it.applicable),
        )
    };
    let (before, after) = (share(&row.before), share(&row.after));
    match before == after {
        true => after,
        false => format!("{before} {} {after}", app.theme.glyphs.arrow),
    }
}

fn step_role(step: Step) -> Role {
    match step {
        Step::Up | Step::Gained => Role::Good,
        Step::Down | Step::Lost => Role::Warning,
        Step::Same => Role::Dim,
    }
}

fn by_role(row: &RowImpact) -> Role {
    match row.by() {
        Some(by) if by > Exact::ZERO => Role::Good,
        Some(by) if by < Exact::ZERO => Role::Warning,
        _ => Role::Dim,
    }
}
