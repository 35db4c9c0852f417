//! Rows × columns of a period: every cell of every indicator stands in one place.

use smotr::analysis::grid::Grid;
use smotr::analysis::roster::Roster;
use smotr::analysis::rows::rows_in;
use smotr::domain::catalogue::{Indicator, SubjectKind};
use smotr::domain::ids::{IndicatorId, PeriodId};

use crate::support::measured::*;

/// Indicator 1 is the organisation's, 2 the head's own, 3 the municipality's; СШ № 2 has had two heads, СШ № 10 is headed by nobody now.
fn world() -> Measured {
    let mut it = Measured::new();
    it.direction(1, 1);
    let plain = indicator(1, share(), bands(&[("-", "0"), ("50", "1")]));
    let of = |level| Indicator {
        level,
        ..plain.clone()
    };
    it.indicator(1, of(SubjectKind::Organisation));
    it.indicator(2, of(SubjectKind::Person));
    it.indicator(3, of(SubjectKind::Municipality));
    it.organisation(1, "СШ № 10");
    it.organisation(2, "СШ № 2");
    it.head(1, 1, 10, "2024-09-01", "2025-12-31");
    it.head(2, 2, 20, "2024-09-01", "2025-12-31");
    it.head(3, 2, 21, "2026-01-01", "");
    it
}

fn grid(it: &Measured, columns: &[u32]) -> Grid {
    let columns: Vec<_> = columns.iter().map(|it| IndicatorId(*it)).collect();
    Grid::of(&it.state, &Roster::of(&it.state, PeriodId(3)), &columns)
}

fn shape(grid: &Grid) -> Vec<(Option<u32>, Option<u32>, String)> {
    let cells = |row: usize| {
        let cell = |column| {
            if grid.cell(row, column).is_some() {
                "x"
            } else {
                "."
            }
        };
        (0..grid.columns.len()).map(cell).collect()
    };
    (grid.rows.iter().enumerate())
        .map(|(at, it)| {
            (
                it.organisation.map(|it| it.0),
                it.person().map(|it| it.0),
                cells(at),
            )
        })
        .collect()
}

#[test]
fn an_organisation_has_one_row_unless_its_heads_are_asked_themselves() {
    let it = world();
    assert_eq!(
        shape(&grid(&it, &[1])),
        [(Some(2), Some(21), "x".into()), (Some(1), None, "x".into())]
    );
    assert_eq!(
        shape(&grid(&it, &[1, 2, 3])),
        // Whoever answers for what is the school's own comes first: nearly all of its cells stand there.
        [
            (Some(2), Some(21), "xx.".into()),
            (Some(2), Some(20), ".x.".into()),
            (Some(1), None, "x..".into()),
            (Some(1), Some(10), ".x.".into()),
            (None, None, "..x".into()),
        ]
    );
}

#[test]
fn every_cell_stands_in_one_place_and_is_found_there() {
    let it = world();
    let grid = grid(&it, &[3, 1, 2]);
    let roster = Roster::of(&it.state, PeriodId(3));
    let mut cells: Vec<_> = (grid.columns.iter())
        .flat_map(|id| {
            let rows = rows_in(&it.state, &roster, *id).into_iter();
            rows.filter_map(|row| row.cell(PeriodId(3), *id))
        })
        .collect();
    let mut placed = Vec::new();
    for row in 0..grid.rows.len() {
        for column in 0..grid.columns.len() {
            if let Some(cell) = grid.cell(row, column) {
                assert_eq!(grid.find(cell), Some((row, column)));
                placed.push(cell);
            }
        }
    }
    cells.sort_unstable();
    placed.sort_unstable();
    assert_eq!(placed, cells);
}

/// Who heads two organisations stands in the row of each, with one cell for both.
#[test]
fn who_heads_two_organisations_has_one_cell_in_both_rows() {
    let mut it = world();
    it.organisation(4, "СШ № 30");
    it.head(4, 4, 21, "2024-09-01", "");
    let grid = grid(&it, &[2]);
    let of = |organisation: u32| {
        let row = grid.rows.iter().position(|it| {
            it.organisation.map(|it| it.0) == Some(organisation)
                && it.person().map(|it| it.0) == Some(21)
        });
        (row, row.and_then(|it| grid.cell(it, 0)))
    };
    let ((first, cell), (_, other)) = (of(2), of(4));
    assert!(cell.is_some());
    assert_eq!(cell, other);
    assert_eq!(grid.find(cell.unwrap()), first.map(|it| (it, 0)));
}
