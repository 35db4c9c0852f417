//! Where the areas of the screen are: a pure function of the size and of the area that has the keys.
//!
//! From 160 columns on matrix and detail stand on the left and the list on the right; from 100 on the list stands below the matrix with the
//! detail beside it; below that there is no detail, and in a low window the list takes all while it has the keys.

use ratatui::layout::Rect;

use super::Pane;
use crate::domain::evidence::Stage;
use crate::tui::layout::layout;

/// Columns from which on the list stands beside the matrix.
const BESIDE: u16 = 160;
/// Columns from which on there is room for a detail.
const DETAILED: u16 = 100;
/// Rows below which the list takes all while it has the keys.
const LOW: u16 = 30;
/// Columns of a stage's name.
pub const STAGE: u16 = 20;
/// Columns of how many requirements of a stage are proven.
pub const COUNT: u16 = 6;
/// Columns of the matrix that are told in full.
const WIDE_CELL: u16 = 14;
/// Columns of a cell that has room for its sign and its count.
const LEAST_CELL: u16 = 7;

/// The areas with their frames.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Areas {
    /// Stages × directions; `None` while the list takes all.
    pub matrix: Option<Rect>,
    /// The requirements.
    pub list: Rect,
    /// About what is under the cursor.
    pub detail: Option<Rect>,
}

impl Areas {
    /// Lines of the list.
    #[must_use]
    pub fn list_height(&self) -> usize {
        usize::from(self.list.height.saturating_sub(2)).max(1)
    }

    /// Columns of a line of the list: without frame and mark of the cursor.
    #[must_use]
    pub fn list_width(&self) -> usize {
        usize::from(self.list.width.saturating_sub(4))
    }

    /// Columns of a cell of the matrix, where there are so many.
    #[must_use]
    pub fn cell_width(&self, columns: usize) -> u16 {
        let room = self.cells_room();
        let columns = u16::try_from(columns).unwrap_or(u16::MAX).max(1);
        (room / columns).clamp(LEAST_CELL, WIDE_CELL)
    }

    /// How many of so many columns are in sight.
    #[must_use]
    pub fn columns_in_sight(&self, columns: usize) -> usize {
        let width = self.cell_width(columns).max(1);
        usize::from(self.cells_room() / width).clamp(1, columns.max(1))
    }

    fn cells_room(&self) -> u16 {
        let width = self.matrix.map_or(80, |it| it.width);
        width.saturating_sub(2 + 1 + STAGE + COUNT)
    }
}

/// Lines of the legend in so many columns.
#[must_use]
pub fn legend_lines(width: u16) -> u16 {
    if width >= 146 { 1 } else { 2 }
}

/// The areas in a window of this size; `None` if it is too small.
#[must_use]
pub fn areas(size: (u16, u16), focus: Pane) -> Option<Areas> {
    let body = layout(size, false)?.body;
    let stages = u16::try_from(Stage::ALL.len()).unwrap_or(0);
    let matrix_rows = |width: u16| stages + 1 + legend_lines(width) + 2;
    if body.width >= BESIDE {
        let width = (body.width * 11 / 20).max(100);
        let rows = matrix_rows(width).min(body.height);
        let matrix = Rect {
            width,
            height: rows,
            ..body
        };
        return Some(Areas {
            matrix: Some(matrix),
            list: Rect {
                x: body.x + width,
                width: body.width - width,
                ..body
            },
            detail: Some(Rect {
                y: body.y + rows,
                width,
                height: body.height - rows,
                ..body
            }),
        });
    }
    let low = body.height < LOW - 2;
    if low && focus == Pane::List {
        return Some(Areas {
            matrix: None,
            list: body,
            detail: None,
        });
    }
    let rows = matrix_rows(body.width).min(body.height.saturating_sub(4));
    let below = Rect {
        y: body.y + rows,
        height: body.height - rows,
        ..body
    };
    let matrix = Rect {
        height: rows,
        ..body
    };
    if body.width < DETAILED || low {
        return Some(Areas {
            matrix: Some(matrix),
            list: below,
            detail: None,
        });
    }
    let list = below.width * 3 / 5;
    Some(Areas {
        matrix: Some(matrix),
        list: Rect {
            width: list,
            ..below
        },
        detail: Some(Rect {
            x: below.x + list,
            width: below.width - list,
            ..below
        }),
    })
}
