//! What a cell of the grid says in a table.

use rust_decimal::Decimal;

use super::Table;
use super::small::{FEW, Hidden, hidden};
use crate::analysis::exact::Exact;
use crate::analysis::measure::Figure;
use crate::analysis::points;
use crate::analysis::reader::standing_reason;
use crate::domain::catalogue::{Indicator, Measure};
use crate::domain::ids::IndicatorId;
use crate::domain::mask::HIDDEN;
use crate::domain::state::Stamped;
use crate::domain::value::{Cell, Entry, Value};
use crate::exchange::values::titles::{NO_DATA, NOT_APPLICABLE};
use crate::exchange::workbook::CellText;

/// What a cell says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Said<'a> {
    /// The value that was entered, if one was.
    pub(super) value: Option<&'a Stamped<Value>>,
    /// What was entered, where it is no ratio.
    pub(super) entry: CellText,
    pub(super) numerator: CellText,
    pub(super) denominator: CellText,
    /// What a ratio comes to.
    pub(super) ratio: CellText,
    /// What is computed, and not entered.
    pub(super) result: CellText,
    /// Why «н/п» or «нет данных».
    pub(super) reason: String,
}

impl Said<'_> {
    /// Whether nothing was entered, and nothing is computed.
    pub(super) fn is_nothing(&self) -> bool {
        self.value.is_none() && self.result == CellText::Empty
    }

    /// What was entered, in one cell.
    pub(super) fn entered_whole(&self) -> &CellText {
        match self.entry {
            CellText::Empty => &self.ratio,
            _ => &self.entry,
        }
    }
}

/// What a cell says.
pub(super) fn of<'a>(
    table: &Table<'a>,
    (id, indicator): (IndicatorId, &Indicator),
    cell: Cell,
) -> Said<'a> {
    let value = table.state.value(cell);
    let value = value.filter(|it| it.entry != Entry::Empty);
    let hidden = hidden(table, id, cell);
    let figure = table.reader.figure_of(id, indicator, cell.subject);
    let mut said = Said {
        value,
        ..Said::default()
    };
    let is_computed = matches!(
        indicator.measure,
        Measure::Delta { .. } | Measure::Benchmark { .. }
    );
    match value.map(|it| &it.entry) {
        Some(entry) => {
            said.entered(indicator, entry, hidden);
            if let Entry::Ratio { .. } = entry {
                said.ratio = number(indicator, &figure, hidden);
            }
        }
        None => said.computed(table, indicator, &figure, (cell, hidden)),
    }
    if is_computed && value.is_some() {
        said.result = number(indicator, &figure, hidden);
    }
    if table.extract.published {
        // Said of a head or of a school that is known by it.
        said.reason.clear();
    }
    said
}

impl Said<'_> {
    fn entered(&mut self, indicator: &Indicator, entry: &Entry, hidden: Hidden) {
        match entry {
            Entry::Number(_) if hidden.figure && !computes(indicator) => {
                self.entry = CellText::text(FEW);
            }
            Entry::Number(number) => self.entry = typed(indicator, *number),
            Entry::Percent(_) if hidden.figure => self.ratio = CellText::text(HIDDEN),
            Entry::Percent(percent) => self.ratio = typed(indicator, *percent),
            Entry::Ratio {
                numerator,
                denominator,
            } => {
                let part = |number: &Decimal, is_hidden| match is_hidden {
                    true => CellText::text(FEW),
                    false => CellText::Number(number.normalize()),
                };
                self.numerator = part(numerator, hidden.numerator);
                self.denominator = part(denominator, hidden.denominator);
            }
            Entry::Choice(option) => self.entry = choice(indicator, *option),
            Entry::NotApplicable { reason } => {
                self.entry = CellText::text(NOT_APPLICABLE);
                self.reason.clone_from(reason);
            }
            Entry::NoData { reason } => {
                self.entry = CellText::text(NO_DATA);
                self.reason.clone_from(reason);
            }
            Entry::Empty => {}
        }
    }

    /// Nothing was entered: what comes of other cells, of sub-periods or of a reason that holds for the organisation.
    fn computed(
        &mut self,
        table: &Table<'_>,
        indicator: &Indicator,
        figure: &Figure,
        (cell, hidden): (Cell, Hidden),
    ) {
        self.result = match figure {
            Figure::Choice(option) => choice(indicator, *option),
            Figure::NotApplicable => {
                let reason = standing_reason(table.state, cell);
                self.reason = reason.map_or_else(String::new, str::to_owned);
                CellText::text(NOT_APPLICABLE)
            }
            Figure::NoData => CellText::text(NO_DATA),
            figure => number(indicator, figure, hidden),
        };
    }
}

/// Whether anything of the cell at a place is hidden.
pub(super) fn is_hidden(table: &Table<'_>, row: usize, column: usize) -> bool {
    let of = table.columns.get(column);
    let cell = table.grid.cell(row, column);
    of.zip(cell).is_some_and(|((id, _), cell)| {
        let hidden = hidden(table, *id, cell);
        hidden.figure || hidden.numerator || hidden.denominator
    })
}

/// Whether what is typed is the input of something else.
fn computes(indicator: &Indicator) -> bool {
    matches!(
        indicator.measure,
        Measure::Delta { .. } | Measure::Benchmark { .. }
    )
}

/// A figure with the decimals that the screen gives it.
fn number(indicator: &Indicator, figure: &Figure, hidden: Hidden) -> CellText {
    let Some(value) = figure.number() else {
        return CellText::Empty;
    };
    if hidden.figure {
        let counts = matches!(indicator.measure, Measure::Number { .. });
        return CellText::text(if counts { FEW } else { HIDDEN });
    }
    with_decimals(indicator, points::shown(indicator, value))
}

/// A number as it was typed: with the indicator's decimals, or with more where it has them.
fn typed(indicator: &Indicator, number: Decimal) -> CellText {
    with_decimals(indicator, number.normalize())
}

fn with_decimals(indicator: &Indicator, mut number: Decimal) -> CellText {
    // A figure has more only where rounding would carry it over a threshold.
    let decimals = indicator.decimals.min(Exact::KEPT);
    if number.scale() < decimals {
        number.rescale(decimals);
    }
    CellText::Number(number)
}

fn choice(indicator: &Indicator, option: u8) -> CellText {
    match &indicator.measure {
        Measure::Choice { options } => {
            let option = options.get(usize::from(option));
            CellText::text(option.map_or("", String::as_str))
        }
        _ => CellText::Empty,
    }
}
