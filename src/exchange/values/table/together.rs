//! What the organisations of a matrix come to together, as the screen has it: a share of sums, a share of «да», a mean with the median.

use super::{Table, cell};
use crate::analysis::exact::Exact;
use crate::analysis::measure::Figure;
use crate::analysis::municipality::{MunicipalValue, municipal_in};
use crate::analysis::points;
use crate::args;
use crate::domain::catalogue::{Indicator, Measure};
use crate::domain::number;
use crate::exchange::values::titles::Held;
use crate::exchange::workbook::CellText;
use crate::locale::{Phrase, format};

/// What stands under a column. Nothing, where it would tell what is hidden above it.
pub(super) fn of(table: &Table<'_>, column: usize, held: Held) -> CellText {
    let Some((id, indicator)) = table.columns.get(column) else {
        return CellText::Empty;
    };
    let computed = indicator.measure.computed_from().is_some();
    // What is read back as an entry of a benchmark is the input of it.
    if held == Held::Result && !computed || hides(table, column) {
        return CellText::Empty;
    }
    let part = |it: Exact| CellText::Number(it.rounded(Exact::KEPT).normalize());
    match (municipal_in(table.state, &table.roster, *id).value, held) {
        (MunicipalValue::Ratio { numerator, .. }, Held::Numerator) => part(numerator),
        (MunicipalValue::Ratio { denominator, .. }, Held::Denominator) => part(denominator),
        (_, Held::Numerator | Held::Denominator) => CellText::Empty,
        (value, _) => said(table, indicator, &value),
    }
}

fn said(table: &Table<'_>, indicator: &Indicator, value: &MunicipalValue) -> CellText {
    let decimals = indicator.decimals;
    let shown = |it: Exact| CellText::Number(it.rounded(decimals));
    match value {
        MunicipalValue::Ratio { value, .. } | MunicipalValue::Change { value, .. } => shown(*value),
        MunicipalValue::Options { share, .. } => share.map_or(CellText::Empty, |it| {
            let percent = format::percent(it.rounded(1));
            CellText::text((table.locale).say_with(Phrase::ShareOfYes, &args![percent]))
        }),
        MunicipalValue::Numbers(spread) => spread.mean.map_or_else(
            || shown(spread.median),
            |mean| {
                let decimals = decimals.max(1);
                let mean = number::format(mean.rounded(decimals), decimals);
                let median = format::number(spread.median.rounded(decimals).normalize());
                let args = args![mean, median];
                CellText::text(table.locale.say_with(Phrase::MeanAndMedian, &args))
            },
        ),
        MunicipalValue::Own(figure) => own(indicator, figure),
        MunicipalValue::Nothing => CellText::Empty,
    }
}

/// The municipality's own.
fn own(indicator: &Indicator, figure: &Figure) -> CellText {
    if let (Figure::Choice(option), Measure::Choice { options }) = (figure, &indicator.measure) {
        let option = options.get(usize::from(*option));
        return CellText::text(option.map_or("", String::as_str));
    }
    let shown = figure.number().map(|it| points::shown(indicator, it));
    shown.map_or(CellText::Empty, CellText::Number)
}

/// Whether something in the column is hidden.
fn hides(table: &Table<'_>, column: usize) -> bool {
    table.extract.published
        && (0..table.grid.rows.len()).any(|at| cell::is_hidden(table, at, column))
}
