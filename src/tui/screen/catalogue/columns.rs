//! How wide the columns of a list are: they are left out from the least telling on before a word is cut.
//!
//! Counted when the rows change or the window does, never in drawing.

use super::section::{Column, Row};
use crate::tui::text;

/// Columns between two columns.
pub const GAP: u16 = 2;
/// How far a row of a tree stands in for each step of depth.
pub const INDENT: u16 = 2;
/// Columns that are left to a name in any case.
const LEAST: u16 = 8;

/// Widths of the columns; 0 is left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Widths {
    /// Of the cells.
    pub cells: Vec<u16>,
    /// Of the state with its sign.
    pub state: u16,
}

impl Widths {
    /// The widths for these rows in so much room.
    #[must_use]
    pub fn of(columns: &[Column], captions: &[String], rows: &[Row], room: u16) -> Widths {
        let wide = |it: &str| u16::try_from(text::width(it)).unwrap_or(u16::MAX);
        let mut widths = Widths {
            cells: vec![0; columns.len()],
            state: 0,
        };
        for row in rows {
            let indents = [row.depth.saturating_mul(INDENT)].into_iter();
            let indents = indents.chain(std::iter::repeat(0));
            for ((width, cell), indent) in widths.cells.iter_mut().zip(&row.cells).zip(indents) {
                if !cell.is_empty() {
                    *width = (*width).max(wide(cell).saturating_add(indent));
                }
            }
            if let Some(state) = &row.state {
                widths.state = widths.state.max(wide(&state.word).saturating_add(2));
            }
        }
        for (width, caption) in widths.cells.iter_mut().zip(captions) {
            if *width > 0 {
                *width = (*width).max(wide(caption));
            }
        }
        widths.fit(columns, room);
        widths
    }

    fn total(&self) -> u16 {
        let all = self.cells.iter().chain([&self.state]);
        let shown: Vec<u16> = all.copied().filter(|it| *it > 0).collect();
        let gaps = u16::try_from(shown.len().saturating_sub(1)).unwrap_or(0) * GAP;
        shown.iter().fold(gaps, |sum, it| sum.saturating_add(*it))
    }

    fn fit(&mut self, columns: &[Column], room: u16) {
        let natural = self.cells.clone();
        // What is only good to know goes before a word is cut.
        self.drop_from(2, columns, room);
        self.shrink(columns, room);
        self.drop_from(1, columns, room);
        self.grow(&natural, room);
        // Rather a name that is cut than no name.
        let over = self.total().saturating_sub(room);
        if let Some(first) = self.cells.first_mut() {
            *first = first.saturating_sub(over).max(LEAST.min(*first));
        }
    }

    /// Leaves columns of this rank and above out, the highest first, until the rest has room.
    fn drop_from(&mut self, rank: u8, columns: &[Column], room: u16) {
        while self.total() > room {
            let last = (columns.iter().zip(&self.cells).enumerate())
                .filter(|(_, (column, width))| **width > 0 && column.rank >= rank)
                .max_by_key(|(at, (column, _))| (column.rank, *at));
            match last {
                Some((at, _)) => self.leave_out(at),
                None => break,
            }
        }
    }

    /// Gives back to what was cut the room of what was left out.
    fn grow(&mut self, natural: &[u16], room: u16) {
        for (at, natural) in natural.iter().enumerate() {
            let left = room.saturating_sub(self.total());
            if let Some(width) = self.cells.get_mut(at).filter(|it| **it > 0) {
                *width = width.saturating_add(left).min(*natural);
            }
        }
    }

    fn leave_out(&mut self, at: usize) {
        if let Some(width) = self.cells.get_mut(at) {
            *width = 0;
        }
    }

    /// Cuts what may be cut, by no more than is needed, the last column first.
    fn shrink(&mut self, columns: &[Column], room: u16) {
        for (at, column) in columns.iter().enumerate().rev() {
            let over = self.total().saturating_sub(room);
            if let (Some(least), Some(width)) = (column.least, self.cells.get_mut(at))
                && over > 0
                && *width > least
            {
                *width = width.saturating_sub(over).max(least);
            }
        }
    }
}
