//! Where everything is: one pure function of the size, for `update` and for drawing.
//!
//! Byte budgets shape it. Three panes stand side by side in boxes of full height, so that a row of the screen differs from the
//! next one in as few cells as can be, and the right-hand pane begins with lines that do not scroll beside the short lists.

use ratatui::layout::Rect;

/// The smallest window in which the screens are drawn.
pub const MIN_SIZE: (u16, u16) = (60, 16);

/// Lines at the top of the right-hand pane that do not scroll, the names of its columns among them, where panes stand side by side.
///
/// As many as the lists beside have rows: a row of the list that stands beside another list's text costs 60 bytes at each scroll.
/// A longer list keeps to this height while the right-hand pane has the keys.
const HEAD_BESIDE: u16 = 6;

/// The same where the lists stand one above the other.
const HEAD_ABOVE: u16 = 3;

/// The parts of the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Areas {
    /// The top line.
    pub header: Rect,
    /// All between the top and the bottom line.
    pub body: Rect,
    /// The bottom line.
    pub hints: Rect,
    /// The three panes of Мониторинг, from left to right, with their frames.
    pub panes: [Rect; 3],
    /// The detail below, with its frame.
    pub detail: Rect,
    /// Lines of the right-hand pane that do not scroll.
    pub head: u16,
}

impl Areas {
    /// Lines of the detail inside its frame.
    #[must_use]
    pub fn detail_height(&self) -> usize {
        usize::from(self.detail.height.saturating_sub(2))
    }

    /// Whether the head of the right-hand pane is as high as the lists beside it are long, as a rule.
    #[must_use]
    pub fn head_beside(&self) -> bool {
        self.head == HEAD_BESIDE
    }

    /// Rows for items in a pane, without frame and without the lines that do not scroll.
    #[must_use]
    pub fn pane_height(&self, pane: usize) -> usize {
        let lines = self
            .panes
            .get(pane)
            .map_or(0, |it| it.height.saturating_sub(2));
        let head = if pane == 2 { self.head } else { 0 };
        usize::from(lines.saturating_sub(head))
    }
}

/// The parts of a screen of this size; `None` if it is too small.
///
/// From 110 columns on the panes stand side by side; below, the two lists stand one above the other.
#[must_use]
pub fn layout(size: (u16, u16), expanded: bool) -> Option<Areas> {
    layout_turned(size, expanded, false)
}

/// The same with the panes turned round: the list of leaders, now the first, needs the wider pane.
#[must_use]
pub fn layout_turned(size: (u16, u16), expanded: bool, turned: bool) -> Option<Areas> {
    let (columns, rows) = size;
    if columns < MIN_SIZE.0 || rows < MIN_SIZE.1 {
        return None;
    }
    let header = Rect::new(0, 0, columns, 1);
    let hints = Rect::new(0, rows - 1, columns, 1);
    let body = Rect::new(0, 1, columns, rows - 2);
    let detail_rows = if expanded {
        body.height.saturating_sub(6)
    } else {
        detail_rows(body.height)
    };
    let top = body.height - detail_rows;
    let detail = Rect::new(0, body.y + top, columns, detail_rows);
    let beside = columns >= 110;
    let panes = if beside {
        let (directions, indicators) = (24.max(columns / 6).min(34), 36.max(columns / 5).min(44));
        let (first, second) = if turned {
            (indicators, directions)
        } else {
            (directions, indicators)
        };
        [
            Rect::new(0, body.y, first, top),
            Rect::new(first, body.y, second, top),
            Rect::new(first + second, body.y, columns - first - second, top),
        ]
    } else {
        let left = (columns * 3 / 7).clamp(24, 34);
        let upper = top / 2;
        [
            Rect::new(0, body.y, left, upper),
            Rect::new(0, body.y + upper, left, top - upper),
            Rect::new(left, body.y, columns - left, top),
        ]
    };
    let lines = top.saturating_sub(2);
    let head = if beside && lines >= 2 * HEAD_BESIDE {
        HEAD_BESIDE
    } else {
        HEAD_ABOVE
    };
    Some(Areas {
        header,
        body,
        hints,
        panes,
        detail,
        head: head.min(lines.saturating_sub(1)),
    })
}

/// Rows of the detail with its frame: a third of the body, between 6 and 12.
fn detail_rows(body: u16) -> u16 {
    (body * 3 / 10).clamp(6, 12)
}
