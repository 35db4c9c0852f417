//! Where everything of the sheet is: a pure function of the size and of how wide rows and columns would like to be.

use ratatui::layout::Rect;

use super::{Names, SheetScreen, Spot};
use crate::tui::layout::{Areas as Screen, layout};

/// Lines of a column's head.
pub const HEAD: u16 = 3;
/// Columns at the end of a row: «36/36  100,0».
pub const END: u16 = 11;
/// Fewest columns of the frozen first column, its cursor mark included.
const LEAST_NAME: u16 = 24;

/// The parts of the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Areas {
    /// The line that says what the sheet shows.
    pub title: Rect,
    /// The heads of the columns.
    pub head: Rect,
    /// The rows.
    pub rows: Rect,
    /// The line above what is told of the cell.
    pub rule: Rect,
    /// What is told of the cell.
    pub told: Rect,
    /// How wide the frozen first column is, the mark of the cursor included.
    pub name: u16,
    /// How much of that is the organisation's name.
    pub organisation: u16,
    /// The columns in sight: which, where it begins, how wide it is.
    pub columns: Vec<(usize, u16, u16)>,
    /// Where the end of a row begins.
    pub end: u16,
}

impl Areas {
    /// The place of a cell on the screen; `None` out of sight.
    #[must_use]
    pub fn cell(&self, top: Spot, at: Spot) -> Option<Rect> {
        let y = u16::try_from(at.row.checked_sub(top.row)?).ok()?;
        let y = (self.rows.y + y < self.rows.bottom()).then_some(self.rows.y + y)?;
        let (_, x, width) = *self.columns.iter().find(|it| it.0 == at.column)?;
        Some(Rect::new(x, y, width, 1))
    }

    /// Rows in sight.
    #[must_use]
    pub fn height(&self) -> usize {
        usize::from(self.rows.height)
    }
}

/// The parts in a window of this size, with this column as the first in sight; `None` if it is too small.
#[must_use]
pub fn areas(sheet: &SheetScreen, size: (u16, u16), first: usize) -> Option<Areas> {
    let Screen { body, .. } = layout(size, false)?;
    let told = match sheet.expanded {
        true => body.height / 2,
        false => (body.height / 4).clamp(4, 8),
    };
    let title = Rect { height: 1, ..body };
    let head = Rect {
        y: title.bottom(),
        height: HEAD,
        ..body
    };
    let rows = Rect {
        y: head.bottom(),
        height: body.height.saturating_sub(1 + HEAD + told + 1),
        ..body
    };
    let rule = Rect {
        y: rows.bottom(),
        height: 1,
        ..body
    };
    let told = Rect {
        y: rule.bottom(),
        height: body.bottom().saturating_sub(rule.bottom()),
        ..body
    };
    let (organisation, name) = name_width(sheet, body.width);
    let room = body.width.saturating_sub(name + END);
    let wanted: u16 = sheet.columns.iter().map(|it| it.width).sum();
    // Where all have room what is left is theirs: a title says more than a code.
    let count = u16::try_from(sheet.columns.len()).unwrap_or(u16::MAX);
    let more = match wanted <= room {
        true => (room - wanted).checked_div(count).unwrap_or(0).min(8),
        false => 0,
    };
    let mut columns = Vec::new();
    let mut x = body.x + name;
    let end = body.x + name + room;
    for (at, column) in sheet.columns.iter().enumerate().skip(first) {
        let width = column.width + more;
        // The first one is shown in any case, as far as there is room.
        if x + width > end && !columns.is_empty() {
            break;
        }
        let width = width.min(end.saturating_sub(x));
        columns.push((at, x, width));
        x += width;
    }
    Some(Areas {
        title,
        head,
        rows,
        rule,
        told,
        name,
        organisation,
        end: columns.last().map_or(end, |it| it.1 + it.2),
        columns,
    })
}

/// How wide the name of the organisation is, and the whole first column: mark, name, head.
fn name_width(sheet: &SheetScreen, width: u16) -> (u16, u16) {
    let Names {
        organisation,
        head: long,
        head_short: short,
    } = sheet.names;
    let most = (width / 4).max(LEAST_NAME);
    let both = |head: u16| 1 + organisation.saturating_add(2).saturating_add(head) + 1;
    let whole = if both(long) <= most {
        both(long)
    } else {
        both(short)
    };
    let name = whole.clamp(LEAST_NAME.min(most), most);
    (organisation.min(name.saturating_sub(2)), name)
}
