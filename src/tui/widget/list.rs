//! The cursor of a list and the part of it that is in sight. Scroll is state; drawing never moves it.

/// Where a list stands: the item under the cursor and the first one in sight.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ListCursor {
    /// The item under the cursor.
    pub at: usize,
    /// The first item in sight.
    pub top: usize,
}

impl ListCursor {
    /// Puts the cursor on an item, as near as the list allows, and keeps it in sight of `height` rows.
    pub fn go(&mut self, to: usize, len: usize, height: usize) {
        self.at = to.min(len.saturating_sub(1));
        self.settle(len, height);
    }

    /// Moves the cursor by so many items.
    pub fn step(&mut self, by: isize, len: usize, height: usize) {
        self.go(self.at.saturating_add_signed(by), len, height);
    }

    /// Moves by pages that leave one row of the last page in sight.
    pub fn page(&mut self, pages: isize, len: usize, height: usize) {
        let rows = isize::try_from(height.saturating_sub(1).max(1)).unwrap_or(isize::MAX);
        let by = rows.saturating_mul(pages);
        self.top = self.top.saturating_add_signed(by);
        self.step(by, len, height);
    }

    /// Keeps cursor and sight within a list of this length and a pane of this height.
    pub fn settle(&mut self, len: usize, height: usize) {
        let height = height.max(1);
        self.at = self.at.min(len.saturating_sub(1));
        self.top = self.top.min(len.saturating_sub(height)).min(self.at);
        if self.at >= self.top.saturating_add(height) {
            self.top = (self.at + 1).saturating_sub(height);
        }
    }
}
