//! In which order the rows of the sheet stand, and which of them are shown: chosen from lists, held until somebody chooses otherwise.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

use super::sign::{self, Sign};
use super::{Figures, Line, SheetScreen};
use crate::analysis::exact::Exact;
use crate::analysis::grid::Grid;
use crate::analysis::measure::Figure;
use crate::args;
use crate::domain::ids::IndicatorId;
use crate::locale::Phrase;
use crate::tui::app::App;
use crate::tui::layer::Outcome;
use crate::tui::overlay::picker::{Item, Picker};
use crate::tui::screen::monitoring::Leader;
use crate::tui::show;

/// The order of the rows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// By the names of organisations.
    #[default]
    Name,
    /// By what stands in a column; rows without a figure last.
    Column {
        /// The column.
        indicator: IndicatorId,
        /// The largest first.
        falling: bool,
    },
    /// By how much of the row is filled, the emptiest first.
    Filled,
    /// By the index, the highest first.
    Index,
}

/// Which rows are shown beside those that the filter leaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Narrow {
    /// Those whose cell in a column stands like this.
    Sign(IndicatorId, Sign),
    /// Those in which not everything is filled.
    Incomplete,
}

impl Order {
    /// The column that it is about.
    #[must_use]
    pub fn column(self) -> Option<IndicatorId> {
        match self {
            Order::Column { indicator, .. } => Some(indicator),
            Order::Name | Order::Filled | Order::Index => None,
        }
    }
}

impl Narrow {
    /// The column that it is about.
    #[must_use]
    pub fn column(self) -> Option<IndicatorId> {
        match self {
            Narrow::Sign(id, _) => Some(id),
            Narrow::Incomplete => None,
        }
    }
}

/// What is chosen from the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Choice {
    Order(Order),
    Narrow(Option<Narrow>),
}

/// Lets the person choose the order of the rows and which of them are shown, one list after the other: by how the cells of this column
/// stand, each with how many there are.
pub fn choose(app: &mut App) {
    let mut items = orders(app);
    items.extend(narrowings(app));
    let held = |it: &Choice| match it {
        Choice::Order(order) => *order == app.sheet.order,
        Choice::Narrow(_) => false,
    };
    let at = items.iter().position(|it| held(&it.value)).unwrap_or(0);
    let on_pick = |app: &mut App, choice: Choice| {
        match choice {
            Choice::Order(order) => app.sheet.order = order,
            Choice::Narrow(narrow) => app.sheet.narrow = narrow,
        }
        SheetScreen::again(app);
        Outcome::Close
    };
    let title = app.say(Phrase::GridOrderTitle);
    let picker = Picker::new(title, items, at, Box::new(on_pick));
    // Digits are of codes here: they narrow, as letters do.
    app.open(Box::new(picker));
}

fn orders(app: &App) -> Vec<Item<Choice>> {
    let mut items = vec![(app.say(Phrase::GridByName), Order::Name)];
    if let Some(column) = app.sheet.columns.get(app.sheet.at.column) {
        let code = column.code.as_str();
        let indicator = column.indicator;
        for falling in [true, false] {
            let phrase = by(column.worded, falling);
            items.push((
                app.say_with(phrase, &args![code]),
                Order::Column { indicator, falling },
            ));
        }
    }
    items.push((app.say(Phrase::GridByFilled), Order::Filled));
    items.push((app.say(Phrase::GridByIndex), Order::Index));
    let item = |(label, order)| Item {
        label,
        right: String::new(),
        value: Choice::Order(order),
    };
    items.into_iter().map(item).collect()
}

/// Which way a column goes, in words: wordings stand in the order of the catalogue, not by size.
fn by(worded: bool, falling: bool) -> Phrase {
    match (worded, falling) {
        (false, true) => Phrase::GridByFalling,
        (false, false) => Phrase::GridByRising,
        (true, true) => Phrase::GridByLastOption,
        (true, false) => Phrase::GridByFirstOption,
    }
}

fn narrowings(app: &App) -> Vec<Item<Choice>> {
    let figures = &app.sheet.figures;
    let rows = app.sheet.grid.iter().flat_map(|it| 0..it.rows.len());
    let incomplete = rows.filter(|row| !figures.filling(*row).is_whole()).count();
    let mut items = Vec::new();
    if app.sheet.narrow.is_some() {
        items.push((app.say(Phrase::GridAllRows), String::new(), None));
    }
    let some = Some(Narrow::Incomplete);
    items.push((
        app.say(Phrase::GridIncomplete),
        incomplete.to_string(),
        some,
    ));
    if let Some(column) = app.sheet.columns.get(app.sheet.at.column) {
        let mut counts: BTreeMap<Sign, usize> = BTreeMap::new();
        if let Some(grid) = &app.sheet.grid {
            for row in 0..grid.rows.len() {
                for sign in signs_in(app, grid, figures, row, app.sheet.at.column) {
                    *counts.entry(sign).or_default() += 1;
                }
            }
        }
        for (sign, n) in Sign::ALL
            .iter()
            .filter_map(|it| Some((*it, *counts.get(it)?)))
        {
            let (code, word) = (column.code.as_str(), app.say(sign.word()));
            let label = app.say_with(Phrase::GridOnlySign, &args![code, word]);
            let it = Narrow::Sign(column.indicator, sign);
            items.push((label, n.to_string(), Some(it)));
        }
    }
    let item = |(label, right, narrow)| Item {
        label,
        right,
        value: Choice::Narrow(narrow),
    };
    items.into_iter().map(item).collect()
}

/// What the title of the sheet says of the order and of what is left out; nothing where all rows stand by their names.
#[must_use]
pub fn said(app: &App) -> Vec<String> {
    let code = |id: IndicatorId| {
        let column = app.sheet.columns.iter().find(|it| it.indicator == id);
        column.map(|it| it.code.clone()).unwrap_or_default()
    };
    let narrow = app.sheet.narrow.map(|it| match it {
        Narrow::Incomplete => app.say(Phrase::GridIncomplete),
        Narrow::Sign(id, sign) => app.say_with(
            Phrase::GridOnlySign,
            &args![code = code(id), word = app.say(sign.word())],
        ),
    });
    let order = match app.sheet.order {
        Order::Name => None,
        Order::Column { indicator, falling } => {
            let column = app
                .sheet
                .columns
                .iter()
                .find(|it| it.indicator == indicator);
            let phrase = by(column.is_some_and(|it| it.worded), falling);
            Some(app.say_with(phrase, &args![code = code(indicator)]))
        }
        Order::Filled => Some(app.say(Phrase::GridByFilled)),
        Order::Index => Some(app.say(Phrase::GridByIndex)),
    };
    narrow.into_iter().chain(order).collect()
}

fn signs_in(
    app: &App,
    grid: &Grid,
    figures: &Figures,
    row: usize,
    column: usize,
) -> BTreeSet<Sign> {
    let id = grid.columns.get(column);
    let figure = id.map_or(&Figure::NotCollected, |id| figures.get(*id, row));
    sign::all(app, grid.cell(row, column), figure)
}

/// The index of a row: of the direction that is shown, or of all.
pub fn index(app: &App, leader: Leader) -> Option<Exact> {
    let row = show::leader_row(app, leader)?;
    let Some(direction) = app.sheet.direction(app) else {
        return row.overall;
    };
    let mut directions = row.directions.iter();
    directions.find(|it| it.direction == direction)?.index
}

/// Leaves the rows that are to be shown, in the order that is asked for.
pub fn arrange(app: &App, grid: &Grid, figures: &Figures, lines: &mut Vec<Line>) {
    match app.sheet.narrow {
        Some(Narrow::Sign(id, wanted)) => {
            if let Some(column) = grid.columns.iter().position(|it| *it == id) {
                lines.retain(|it| signs_in(app, grid, figures, it.row, column).contains(&wanted));
            }
        }
        Some(Narrow::Incomplete) => lines.retain(|it| !figures.filling(it.row).is_whole()),
        None => {}
    }
    match app.sheet.order {
        Order::Name => {}
        Order::Column { indicator, falling } => {
            lines.sort_by_cached_key(|it| Placed::of(figures.get(indicator, it.row), falling));
        }
        Order::Filled => {
            lines.sort_by_key(|it| std::cmp::Reverse(figures.filling(it.row).missing()));
        }
        Order::Index => lines.sort_by_cached_key(|it| Placed {
            figure: index(app, it.leader),
            falling: true,
        }),
    }
}

/// A figure by its place; whoever has none stands last, whichever way the others go.
#[derive(PartialEq, Eq)]
struct Placed {
    figure: Option<Exact>,
    falling: bool,
}

impl Placed {
    fn of(figure: &Figure, falling: bool) -> Placed {
        let figure = match figure {
            Figure::Choice(option) => Some(Exact::from(Decimal::from(*option))),
            figure => figure.number(),
        };
        Placed { figure, falling }
    }
}

impl PartialOrd for Placed {
    fn partial_cmp(&self, other: &Placed) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Placed {
    fn cmp(&self, other: &Placed) -> Ordering {
        match (self.figure, other.figure) {
            (Some(a), Some(b)) if self.falling => b.cmp(&a),
            (Some(a), Some(b)) => a.cmp(&b),
            (a, b) => b.is_some().cmp(&a.is_some()),
        }
    }
}
