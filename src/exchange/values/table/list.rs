//! A row for each value; what stands empty has none.

use std::collections::BTreeSet;

use chrono::DateTime;
use rust_decimal::Decimal;

use super::{Table, cell};
use crate::domain::catalogue::{Indicator, Measure};
use crate::domain::ids::Timestamp;
use crate::domain::value::Source;
use crate::exchange::values::titles::{
    AT, BY, CODE, COMPUTED, DENOMINATOR, DOCUMENT, ENTRY, HEAD, INDICATOR, LIST, NOTE, NUMERATOR,
    ORGANISATION, PERCENT, PERIOD, REASON, RESULT, SOURCE, STATE, STATES, Step,
};
use crate::exchange::workbook::table::word;
use crate::exchange::workbook::{CellText, ColumnOut, SheetOut};
use crate::locale::Narrator;

/// What is not published: whoever is named, whatever was said of them, and counts by which a school is known.
const WITHHELD: [&str; 9] = [
    HEAD,
    NUMERATOR,
    DENOMINATOR,
    REASON,
    NOTE,
    SOURCE,
    DOCUMENT,
    BY,
    AT,
];

const WIDTHS: [(&str, u16); 7] = [
    (ORGANISATION, 26),
    (HEAD, 30),
    (INDICATOR, 44),
    (REASON, 28),
    (NOTE, 40),
    (SOURCE, 28),
    (DOCUMENT, 36),
];

pub(super) fn sheet(table: &Table<'_>, name: String) -> SheetOut {
    let is_told = |title: &&str| !(table.extract.published && WITHHELD.contains(title));
    let titles: Vec<&str> = LIST.iter().map(|it| it.title).filter(is_told).collect();
    let columns = titles.iter().map(|title| {
        let width = WIDTHS.iter().find(|it| it.0 == *title);
        let column = ColumnOut::new(*title, width.map_or(13, |it| it.1));
        if *title == CODE {
            column.labels()
        } else {
            column
        }
    });
    let narrator = Narrator::new(&table.locale, table.state, table.offset);
    let narrator = narrator.in_period(table.extract.period);
    let (mut rows, mut told) = (Vec::new(), BTreeSet::new());
    for at in table.rows() {
        let Some(row) = table.grid.rows.get(at) else {
            continue;
        };
        let (organisation, head) = (table.organisation(row), table.head(row));
        for (column, of) in table.columns.iter().enumerate() {
            let Some(cell) = table.grid.cell(at, column) else {
                continue;
            };
            // Who heads two schools has each of their values once.
            if !told.insert(cell) {
                continue;
            }
            let said = cell::of(table, *of, cell);
            if said.is_nothing() {
                continue;
            }
            let line = Line {
                table,
                narrator: &narrator,
                whose: (&organisation, &head),
                period: &name,
                indicator: of.1,
                said,
            };
            rows.push(titles.iter().map(|it| line.cell(it)).collect());
        }
    }
    SheetOut {
        columns: columns.collect(),
        name,
        frozen: 1,
        rows,
    }
}

/// A row in the making.
struct Line<'l, 'a> {
    table: &'l Table<'a>,
    narrator: &'l Narrator<'l>,
    whose: (&'l str, &'l str),
    period: &'l str,
    indicator: &'a Indicator,
    said: cell::Said<'a>,
}

impl Line<'_, '_> {
    fn cell(&self, title: &str) -> CellText {
        let value = self.said.value;
        // A number of a paper and a name are compared and typed by hand: no spaces that only look like spaces.
        let plain = |text: String| CellText::text(text.replace('\u{a0}', " "));
        let is_percent = matches!(
            &self.indicator.measure,
            Measure::Ratio { factor, .. } if *factor == Decimal::ONE_HUNDRED
        );
        match title {
            ORGANISATION => CellText::text(self.whose.0),
            HEAD => CellText::text(self.whose.1),
            CODE => CellText::text(&self.indicator.code),
            INDICATOR => CellText::text(&self.indicator.title),
            PERIOD => CellText::text(self.period),
            ENTRY => self.said.entry.clone(),
            NUMERATOR => self.said.numerator.clone(),
            DENOMINATOR => self.said.denominator.clone(),
            PERCENT if is_percent => self.said.ratio.clone(),
            RESULT if !is_percent && self.said.ratio != CellText::Empty => self.said.ratio.clone(),
            RESULT => self.said.result.clone(),
            REASON => CellText::text(&self.said.reason),
            STATE => match value {
                Some(it) => CellText::text(word(&STATES, &Step::of(&it.state))),
                None if self.is_computed() => CellText::text(COMPUTED),
                None => CellText::Empty,
            },
            NOTE => CellText::text(value.map_or("", |it| it.note.as_str())),
            SOURCE => match value.and_then(|it| it.source.as_ref()) {
                Some(Source::Text(text)) => CellText::text(text),
                _ => CellText::Empty,
            },
            DOCUMENT => match value.and_then(|it| it.source.as_ref()) {
                Some(Source::Document(id)) => plain(self.narrator.document(*id)),
                _ => CellText::Empty,
            },
            BY => value.map_or(CellText::Empty, |it| {
                plain(self.narrator.user(it.entered_by))
            }),
            AT => value.map_or(CellText::Empty, |it| day(it.stamp.at, self.table.offset)),
            _ => CellText::Empty,
        }
    }

    fn is_computed(&self) -> bool {
        self.indicator.measure.computed_from().is_some() || self.said.result != CellText::Empty
    }
}

fn day(at: Timestamp, offset: chrono::FixedOffset) -> CellText {
    let at = DateTime::from_timestamp_millis(at.0);
    at.map_or(CellText::Empty, |it| {
        CellText::Date(it.with_timezone(&offset).date_naive())
    })
}
