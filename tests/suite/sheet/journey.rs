//! The heaviest day: direction 6 of the demo for 60 organisations, from paper, by keys alone.
//!
//! The figure to hold: keys = characters of the entry + 1; a choice = its digit + 1. Nobody looks at the screen between two values.

use std::sync::Arc;

use rust_decimal::Decimal;
use smotr::domain::bases::known_denominator;
use smotr::domain::catalogue::Measure;
use smotr::domain::cell_text;
use smotr::domain::check;
use smotr::domain::decide::{needs_note, takes};
use smotr::domain::ids::{Seq, Timestamp};
use smotr::domain::number::format_typed;
use smotr::domain::state::{Stamp, Stamped, State};
use smotr::domain::value::{Cell, Entry, Value};
use smotr::tui::screen::sheet::Spot;

use crate::support::demo;
use crate::support::stage::{Stage, parse};

/// A cell, what is typed into it, and what that is.
type Typed = (Cell, String, Entry);

/// The sheet of direction 6 with nothing in it.
fn empty() -> Stage {
    let mut full = demo::stage((120, 36));
    full.press_and_rest("6<F4>");
    let mut state: State = full.state.clone();
    let cells: Vec<Cell> = places(&full).into_iter().map(|it| it.1).collect();
    let period = cells[0].period;
    let mut shard = (*state.share_shard(period).unwrap()).clone();
    for cell in &cells {
        shard.set(cell.indicator, cell.subject, None);
    }
    state.load_shard(period, Arc::new(shard));
    let mut stage = Stage::new(state, demo::OWNER);
    stage.resize(120, 36).press_and_rest("6<F4><Ctrl+Home>");
    stage
}

/// The cells of the sheet that are entered, row after row.
fn places(stage: &Stage) -> Vec<(Spot, Cell)> {
    let sheet = &stage.app.sheet;
    let all = (0..sheet.lines.len()).flat_map(|row| {
        let columns = 0..sheet.columns.len();
        columns.map(move |column| Spot { row, column })
    });
    all.filter_map(|at| Some((at, sheet.cell_at(at)?)))
        .filter(|(_, it)| {
            let indicator = stage.state.indicator_in(it.period, it.indicator).unwrap();
            indicator.measure.computed_from().is_none()
        })
        .collect()
}

/// What a paper could say of a cell: the figure next to that of the year before that nobody would ask about.
fn on_paper(state: &State, cell: Cell) -> Typed {
    let indicator = state.indicator_in(cell.period, cell.indicator).unwrap();
    let texts: Vec<String> = match &indicator.measure {
        Measure::Choice { options } => (1..=options.len()).map(|it| it.to_string()).collect(),
        Measure::Ratio { .. } => {
            let whole = known_denominator(state, cell, indicator).unwrap_or(24.into());
            let most: u32 = whole.trunc().normalize().to_string().parse().unwrap();
            let mut parts: Vec<u32> = (0..=most * 13 / 10).collect();
            // A school is much as it was a year ago.
            let before = state.period_before(cell.period).unwrap();
            let was = state.value(Cell {
                period: before,
                ..cell
            });
            let was = match was.map(|it| &it.entry) {
                Some(Entry::Ratio {
                    numerator,
                    denominator,
                }) => *numerator / *denominator,
                _ => Decimal::new(9, 1),
            };
            parts.sort_by_key(|it| (Decimal::from(*it) / whole - was).abs());
            let whole = format_typed(whole);
            parts.iter().map(|it| format!("{it}/{whole}")).collect()
        }
        other => panic!("{other:?}: direction 6 has ratios and choices"),
    };
    let plain = |text: &String| {
        let entry = cell_text::read(state, cell, text).ok()?;
        let quiet = takes(indicator, cell, &entry).is_ok()
            && check::warnings(state, cell, &entry).is_empty()
            && !needs_note(indicator, &entry);
        quiet.then(|| (cell, text.clone(), entry))
    };
    let found = texts.iter().find_map(plain);
    found.unwrap_or_else(|| panic!("{cell:?}: {texts:?}"))
}

/// What a pile of papers says, in the order in which they are typed in: nobody would ask about any of it at that moment.
fn papers(stage: &Stage, cells: &[(Spot, Cell)]) -> Vec<Typed> {
    let mut state = stage.state.clone();
    let mut all = Vec::new();
    for (_, cell) in cells {
        let typed = on_paper(&state, *cell);
        let mut shard = (*state.share_shard(cell.period).unwrap()).clone();
        let stamp = Stamp {
            rev: Seq(1),
            by: demo::OWNER,
            at: Timestamp(0),
        };
        let body = Value::entered(typed.2.clone(), demo::OWNER);
        let value = Some(Stamped { body, stamp });
        shard.set(cell.indicator, cell.subject, value);
        state.load_shard(cell.period, Arc::new(shard));
        all.push(typed);
    }
    all
}

fn assert_entered(stage: &Stage, typed: &[Typed]) {
    for (cell, text, entry) in typed {
        let there = stage.state.value(*cell).map(|it| &it.entry);
        assert_eq!(there, Some(entry), "{cell:?} «{text}»\n{}", stage.screen());
    }
    assert!(stage.app.drafts.is_empty());
    assert!(stage.app.layers().next().is_none(), "{}", stage.screen());
}

/// Types each entry with one more key, and nothing else.
fn enter(stage: &mut Stage, typed: &[Typed], key: &str) {
    let is_choice = |it: &&Typed| matches!(it.2, Entry::Choice(_));
    let choices = typed.iter().filter(is_choice).count();
    assert_eq!((typed.len() - choices, choices), (300, 60));
    let keys: String = typed.iter().map(|it| format!("{}{key}", it.1)).collect();
    let least: usize = typed.iter().map(|it| it.1.chars().count() + 1).sum();
    assert_eq!(parse(&keys).len(), least);
    stage.press(&keys).rest();
}

#[test]
fn column_by_column() {
    let mut stage = empty();
    let mut all = places(&stage);
    all.sort_by_key(|(at, _)| (at.column, at.row));
    let typed = papers(&stage, &all);
    enter(&mut stage, &typed, "⏎");
    assert_entered(&stage, &typed);
}

#[test]
fn row_by_row() {
    let mut stage = empty();
    let all = places(&stage);
    let typed = papers(&stage, &all);
    enter(&mut stage, &typed, "⇥");
    assert_entered(&stage, &typed);
}

#[test]
fn as_one_block_from_a_spreadsheet() {
    let mut stage = empty();
    let all = places(&stage);
    let typed = papers(&stage, &all);
    let row = |row: usize| {
        let text = |column: usize| {
            let here = all.iter().position(|it| it.0 == Spot { row, column });
            here.map_or("", |it| typed[it].1.as_str())
        };
        let columns = 0..stage.app.sheet.columns.len();
        columns.map(text).collect::<Vec<_>>().join("\t")
    };
    let rows: Vec<String> = (0..stage.app.sheet.lines.len()).map(row).collect();
    let text = rows.join("\n");
    stage
        .paste(&text)
        .expect("изменится: 360")
        .press("⏎")
        .rest();
    assert_entered(&stage, &typed);
    assert_eq!(stage.commits.len(), 1, "one step");
}

/// With a known base quantity the numerator is enough.
#[test]
fn a_numerator_alone() {
    let mut stage = empty();
    let all = places(&stage);
    let known = |cell: Cell| {
        let indicator = stage
            .state
            .indicator_in(cell.period, cell.indicator)
            .unwrap();
        known_denominator(&stage.state, cell, indicator).is_some()
    };
    let (at, cell) = *all.iter().find(|it| known(it.1)).unwrap();
    let (_, text, entry) = on_paper(&stage.state, cell);
    let numerator = text.split('/').next().unwrap().to_owned();
    stage.press(&"↓".repeat(at.row));
    stage
        .press(&"→".repeat(at.column))
        .press(&numerator)
        .press("⏎");
    assert_eq!(stage.state.value(cell).unwrap().entry, entry);
}
