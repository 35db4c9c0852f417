//! Where the panes of the catalogue are: a pure function of the size and of the pane that has the keys.
//!
//! From 110 columns on the three stand side by side; below, sections and list stand above the detail, which takes most of the height
//! while it has the keys.

use ratatui::layout::Rect;

use super::Pane;
use crate::tui::layout::layout;

/// Columns from which on the panes stand side by side.
const BESIDE: u16 = 110;
/// Columns from which on there is room for how many records a section has.
const COUNTED: u16 = 140;
/// Columns of the sections with how many records each has.
const SECTIONS: u16 = 23;
/// The same without the numbers.
const SECTIONS_NARROW: u16 = 19;
/// Rows of the lists, with their frames, while the detail below them has the keys.
const FOLDED: u16 = 9;

/// The panes with their frames.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Areas {
    /// The sections.
    pub sections: Rect,
    /// The list of the chosen one.
    pub list: Rect,
    /// The record under the cursor of the list.
    pub detail: Rect,
    /// Whether there is room for how many records a section has.
    pub counts: bool,
}

impl Areas {
    /// Rows for items in the list: without frame and captions.
    #[must_use]
    pub fn list_height(&self) -> usize {
        usize::from(self.list.height.saturating_sub(3)).max(1)
    }

    /// Columns for a row of the list: without frame and mark of the cursor.
    #[must_use]
    pub fn list_width(&self) -> u16 {
        self.list.width.saturating_sub(3)
    }

    /// Rows of the sections.
    #[must_use]
    pub fn sections_height(&self) -> usize {
        usize::from(self.sections.height.saturating_sub(2)).max(1)
    }

    /// Lines of the detail.
    #[must_use]
    pub fn detail_height(&self) -> usize {
        usize::from(self.detail.height.saturating_sub(2)).max(1)
    }

    /// Columns for a line of the detail.
    #[must_use]
    pub fn detail_width(&self) -> usize {
        usize::from(self.detail.width.saturating_sub(4))
    }
}

/// The panes in a window of this size; `None` if it is too small.
#[must_use]
pub fn areas(size: (u16, u16), focus: Pane) -> Option<Areas> {
    areas_of(size, focus, SECTIONS_NARROW, BESIDE)
}

/// The same with so many columns for the first pane where there is no room for more, side by side from so many columns on.
#[must_use]
pub fn areas_of(size: (u16, u16), focus: Pane, narrow: u16, beside: u16) -> Option<Areas> {
    let body = layout(size, false)?.body;
    if body.width >= beside {
        let counts = body.width >= COUNTED;
        let sections = if counts { SECTIONS } else { narrow };
        let rest = body.width - sections;
        // A short title beside its weight and a sum has to fit.
        let list = rest.div_ceil(2);
        let at = |x: u16, width: u16| Rect { x, width, ..body };
        return Some(Areas {
            sections: at(0, sections),
            list: at(sections, list),
            detail: at(sections + list, rest - list),
            counts,
        });
    }
    let top = if focus == Pane::Detail {
        FOLDED.min(body.height / 2)
    } else {
        body.height * 3 / 5
    };
    let upper = Rect {
        height: top,
        ..body
    };
    Some(Areas {
        sections: Rect {
            width: narrow,
            ..upper
        },
        list: Rect {
            x: narrow,
            width: body.width - narrow,
            ..upper
        },
        detail: Rect {
            y: body.y + top,
            height: body.height - top,
            ..body
        },
        counts: false,
    })
}
