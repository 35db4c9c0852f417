//! The sheets of a catalogue as a methodist opens them: titles and words in Russian, lists to choose from, codes that stay codes.

use rust_decimal::Decimal;

use super::measure::Refs;
use super::words::*;
use super::{edition, indicators, scale};
use crate::domain::catalogue::Indicator;
use crate::domain::ids::IndicatorId;
use crate::exchange::labels::{self, of_directions};
use crate::exchange::toml::Catalogue;
use crate::exchange::workbook::table::{Column, choices};
use crate::exchange::workbook::{CellText, ColumnOut, SheetOut};
use crate::locale::{Lang, Locale};

/// What stands on the sheet for people, a line each.
const HELP_TEXT: &str = include_str!("../../../fixtures/catalogue_book_help.txt");

/// The sheets of a catalogue; what is read of them is an equal one.
#[must_use]
pub fn sheets(catalogue: &Catalogue) -> Vec<SheetOut> {
    vec![
        edition::sheet(&catalogue.edition, catalogue.act.as_ref()),
        directions(catalogue),
        of_indicators(catalogue),
        scales(catalogue),
        wordings(catalogue),
        reasons(catalogue),
        bases(catalogue),
        levels(catalogue),
        super::rules::sheet(catalogue),
        help(),
    ]
}

/// Columns with the widths for them.
pub(super) fn columns<const N: usize>(
    columns: &[Column; N],
    width: impl Fn(&str) -> u16,
) -> Vec<ColumnOut> {
    (columns.iter())
        .map(|it| {
            let column = ColumnOut::new(it.title, width(it.title));
            let is_label =
                [CODE, INDICATOR, DIRECTION, INPUT, VALUE, MEASURED_ON, UNIT].contains(&it.title);
            let column = if is_label { column.labels() } else { column };
            column.choices(offered(it.title))
        })
        .collect()
}

/// What may stand in a column, where that is a list.
fn offered(title: &str) -> Vec<String> {
    match title {
        MEASURE => choices(&WAYS),
        SCALE => choices(&SORTS),
        BETTER => choices(&BETTERS),
        LEVEL => choices(&ABOUT),
        PERIODICITY => choices(&PERIODICITIES),
        ROLL_UP => choices(&ROLL_UPS),
        NOTE => choices(&NOTES),
        ORIGIN => choices(&ORIGINS),
        RULE => choices(&RULE_NAMES),
        IMPORTANCE => choices(&IMPORTANCES),
        WHOLE | NUMERATOR_WHOLE | DENOMINATOR_WHOLE | EVIDENCE | RETIRED => {
            ["да", "нет"].map(str::to_owned).into()
        }
        _ => Vec::new(),
    }
}

pub(super) fn number(it: Decimal) -> CellText {
    CellText::Number(it.normalize())
}

fn directions(catalogue: &Catalogue) -> SheetOut {
    let row = |(id, it): &(
        crate::domain::ids::DirectionId,
        crate::domain::catalogue::Direction,
    )| {
        vec![
            CellText::Number(id.0.into()),
            CellText::text(&it.code),
            CellText::text(&it.title),
            CellText::text(&it.short),
            number(it.weight),
            yes_no(it.retired),
        ]
    };
    SheetOut {
        name: DIRECTIONS.title.to_owned(),
        columns: columns(&DIRECTION_COLUMNS, |title| match title {
            TITLE => 60,
            SHORT => 24,
            _ => 12,
        }),
        frozen: 2,
        rows: catalogue.directions.iter().map(row).collect(),
    }
}

fn of_indicators(catalogue: &Catalogue) -> SheetOut {
    let refs = Refs {
        bases: &catalogue.base_quantities,
        directions: &of_directions(&catalogue.directions),
        indicators: &labels::of_indicators(&catalogue.indicators),
    };
    let row = |(id, it): &(IndicatorId, Indicator)| {
        let cell = |column: &Column| indicators::cell(column.title, (*id, it), &refs);
        INDICATOR_COLUMNS.iter().map(cell).collect()
    };
    SheetOut {
        name: INDICATORS.title.to_owned(),
        columns: columns(&INDICATOR_COLUMNS, |title| match title {
            TITLE | METHOD => 60,
            SOURCE | INSTRUCTION | ORIGIN_NOTE | NUMERATOR | DENOMINATOR => 36,
            SHORT | MEASURE | SCALE | KINDS | ORIGIN | OWN => 26,
            NUMERATOR_BASE | DENOMINATOR_BASE | RESPONSIBLE | ROLL_UP | PERIODICITY | NOTE => 20,
            _ => 12,
        }),
        frozen: 2,
        rows: catalogue.indicators.iter().map(row).collect(),
    }
}

/// A sheet of what indicators have several of, each line with its indicator's code and short title.
fn listed<const N: usize>(
    catalogue: &Catalogue,
    name: Name,
    of: &[Column; N],
    cells: impl Fn(&Indicator) -> Vec<Vec<CellText>>,
) -> SheetOut {
    let names = labels::of_indicators(&catalogue.indicators);
    let named = catalogue.indicators.iter().zip(names);
    let rows = named.flat_map(|((_, it), (_, name))| {
        cells(it).into_iter().map(move |cells| {
            let mut row = vec![CellText::text(&name), CellText::text(&it.short)];
            row.extend(cells);
            row
        })
    });
    SheetOut {
        name: name.title.to_owned(),
        columns: columns(of, |title| match title {
            FOR_READERS | VALUE => 32,
            ADVICE => 100,
            REASON => 60,
            _ => 12,
        }),
        frozen: 0,
        rows: rows.collect(),
    }
}

fn scales(catalogue: &Catalogue) -> SheetOut {
    let russian = Locale::new(Lang::Ru);
    listed(catalogue, SCALES, &SCALE_COLUMNS, |it| {
        (scale::lines(it, &russian).into_iter())
            .map(|(value, points)| {
                vec![
                    CellText::text(value),
                    points.map_or(CellText::Empty, number),
                ]
            })
            .collect()
    })
}

fn wordings(catalogue: &Catalogue) -> SheetOut {
    listed(catalogue, WORDINGS, &WORDING_COLUMNS, |it| {
        (it.wording.iter())
            .map(|it| vec![number(it.points), CellText::text(&it.text)])
            .collect()
    })
}

fn reasons(catalogue: &Catalogue) -> SheetOut {
    listed(catalogue, REASONS, &REASON_COLUMNS, |it| {
        (it.na_reasons.iter())
            .map(|it| vec![CellText::text(it)])
            .collect()
    })
}

fn bases(catalogue: &Catalogue) -> SheetOut {
    let rows = catalogue.base_quantities.iter().map(|(id, it)| {
        vec![
            CellText::Number(id.0.into()),
            CellText::text(&it.title),
            CellText::text(&it.unit),
            yes_no(it.whole),
            yes_no(it.retired),
        ]
    });
    SheetOut {
        name: BASES.title.to_owned(),
        columns: columns(&BASE_COLUMNS, |title| if title == TITLE { 60 } else { 14 }),
        frozen: 0,
        rows: rows.collect(),
    }
}

fn levels(catalogue: &Catalogue) -> SheetOut {
    let levels = catalogue.edition.levels.iter();
    let rows = levels.map(|it| vec![number(it.from), CellText::text(&it.title)]);
    SheetOut {
        name: LEVELS.title.to_owned(),
        columns: columns(&LEVEL_COLUMNS, |title| if title == FROM { 12 } else { 32 }),
        frozen: 0,
        rows: rows.collect(),
    }
}

fn help() -> SheetOut {
    let mut lines = HELP_TEXT.lines();
    let title = lines.next().unwrap_or_default();
    SheetOut {
        name: HELP.title.to_owned(),
        columns: vec![ColumnOut::new(title, 140).labels()],
        frozen: 0,
        rows: lines.map(|it| vec![CellText::text(it)]).collect(),
    }
}
