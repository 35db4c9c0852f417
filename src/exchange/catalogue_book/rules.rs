//! The sheet of rules: a line for each of which the edition says something else than the usual.

use super::reader::{Once, Reader, named, positive};
use super::words::*;
use super::write::{columns, number};
use crate::domain::rule::{Rule, RuleKind};
use crate::exchange::names::Named as _;
use crate::exchange::toml::Catalogue;
use crate::exchange::workbook::{CellText, SheetOut};

/// The rules of the sheet, by their numbers, each once.
pub(super) fn read(reader: &mut Reader<'_>) -> Vec<(RuleKind, Rule)> {
    let table = reader.table(RULES, &RULE_COLUMNS, false);
    let mut once = Once::default();
    let rows = reader.rows(table.as_ref(), |row| {
        let kind = row.needed(RULE, |row, title| named(row, title, &RULE_NAMES));
        once.check(row, RULE, kind.map(RuleKind::name));
        let importance = row.needed(IMPORTANCE, |row, title| named(row, title, &IMPORTANCES));
        let threshold = match row.cell(THRESHOLD) {
            CellText::Empty => kind.and_then(RuleKind::usual_threshold),
            _ => positive(row, THRESHOLD, false),
        };
        let instruction = row.lines(TO_DO).unwrap_or_default();
        let rule = Rule {
            importance: importance?,
            threshold,
            instruction,
        };
        Some((kind?, rule))
    });
    let mut rules: Vec<(RuleKind, Rule)> = rows.into_iter().map(|it| it.1).collect();
    rules.sort_by_key(|it| it.0);
    rules
}

/// The sheet of a catalogue's rules.
pub(super) fn sheet(catalogue: &Catalogue) -> SheetOut {
    let rows = catalogue.rules.iter().map(|(kind, it)| {
        vec![
            CellText::text(word(&RULE_NAMES, kind)),
            CellText::text(word(&IMPORTANCES, &it.importance)),
            it.threshold.map_or(CellText::Empty, number),
            CellText::text(&it.instruction),
        ]
    });
    SheetOut {
        name: RULES.title.to_owned(),
        columns: columns(&RULE_COLUMNS, |title| match title {
            TO_DO => 100,
            RULE => 44,
            _ => 14,
        }),
        frozen: 0,
        rows: rows.collect(),
    }
}
