//! A picture of the terminal, a number per cell, so that whole frames are compared as arrays of integers.
//!
//! Knows what may be in a cell; does not know how a picture gets to the terminal.

use std::collections::HashMap;

use ratatui::buffer::{Buffer, Cell, CellWidth};

use super::pen::Pen;
use crate::tui::text::is_drawable;

/// One cell: glyph, pen and width in one number; equal numbers look equal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Slot(u64);

/// The right half of a wide glyph is the glyph 0.
const CONTINUATION: u32 = 0;
/// Glyph numbers from here on stand for several characters in one cell.
const CLUSTERS: u32 = 0x11_0000;

impl Slot {
    pub(super) const BLANK: Self = Self::new(' ' as u32, 0, 1);
    const REST_OF_WIDE: Self = Self::new(CONTINUATION, 0, 0);

    const fn new(glyph: u32, pen: u32, width: u8) -> Self {
        Self((width as u64) << 56 | (pen as u64) << 32 | glyph as u64)
    }

    pub(super) const fn glyph(self) -> u32 {
        self.0 as u32
    }

    pub(super) const fn pen(self) -> Pen {
        Pen::unpack((self.0 >> 32) as u32 & 0xff_ffff)
    }

    /// 1 or 2; 0 for the right half of a wide glyph.
    pub(super) const fn width(self) -> u16 {
        (self.0 >> 56) as u16
    }

    pub(super) const fn is_space(self) -> bool {
        self.glyph() == ' ' as u32
    }

    /// Bytes of the glyph in UTF-8, roughly for clusters.
    pub(super) const fn bytes(self) -> u32 {
        match self.glyph() {
            CONTINUATION => 0,
            1..=0x7f => 1,
            0x80..=0x7ff => 2,
            0x800..=0xffff => 3,
            0x1_0000..CLUSTERS => 4,
            _ => 6,
        }
    }
}

/// Texts of several characters that stand in one cell (a letter with its marks). Grows with what the data holds: dozens.
#[derive(Debug, Default)]
pub(super) struct Clusters {
    numbers: HashMap<Box<str>, u32>,
    texts: Vec<Box<str>>,
}

impl Clusters {
    fn number(&mut self, text: &str) -> u32 {
        if let Some(known) = self.numbers.get(text) {
            return *known;
        }
        let number = CLUSTERS.saturating_add(u32::try_from(self.texts.len()).unwrap_or(u32::MAX));
        self.texts.push(text.into());
        self.numbers.insert(text.into(), number);
        number
    }

    /// Appends what is drawn for a slot.
    pub(super) fn write(&self, slot: Slot, out: &mut Vec<u8>) {
        let glyph = slot.glyph();
        if let Some(c) = char::from_u32(glyph) {
            out.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes());
        } else if let Some(text) = self.texts.get(glyph.wrapping_sub(CLUSTERS) as usize) {
            out.extend_from_slice(text.as_bytes());
        }
    }
}

/// A picture of `width` × `height` cells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Grid {
    pub(super) width: u16,
    pub(super) height: u16,
    slots: Vec<Slot>,
}

impl Grid {
    pub(super) fn blank(width: u16, height: u16) -> Self {
        Self {
            width,
            height,
            slots: vec![Slot::BLANK; usize::from(width) * usize::from(height)],
        }
    }

    /// The picture of a buffer.
    pub(super) fn of(buffer: &Buffer, clusters: &mut Clusters) -> Self {
        let mut grid = Self::blank(buffer.area.width, buffer.area.height);
        if grid.slots.is_empty() {
            return grid;
        }
        let cells = buffer.content.chunks_exact(usize::from(grid.width));
        for (slots, cells) in grid
            .slots
            .chunks_exact_mut(usize::from(grid.width))
            .zip(cells)
        {
            let mut room = cells.len();
            let mut hidden = false;
            for (slot, cell) in slots.iter_mut().zip(cells) {
                *slot = if hidden {
                    Slot::REST_OF_WIDE
                } else {
                    slot_of(cell, room, clusters)
                };
                hidden = slot.width() == 2;
                room -= 1;
            }
        }
        grid
    }

    pub(super) fn row(&self, y: u16) -> &[Slot] {
        let from = usize::from(y) * usize::from(self.width);
        self.slots
            .get(from..from + usize::from(self.width))
            .unwrap_or(&[])
    }

    /// Moves the rows `top..bottom` up by `by` (down, if negative), and blanks the rows that become free: what the terminal
    /// does with a scroll region.
    pub(super) fn shift(&mut self, top: u16, bottom: u16, by: i32) {
        let width = usize::from(self.width);
        let range = usize::from(top) * width..usize::from(bottom) * width;
        let Some(band) = self.slots.get_mut(range) else {
            return;
        };
        let moved = (by.unsigned_abs() as usize * width).min(band.len());
        let free = if by > 0 {
            band.rotate_left(moved);
            band.len() - moved..band.len()
        } else {
            band.rotate_right(moved);
            0..moved
        };
        if let Some(free) = band.get_mut(free) {
            free.fill(Slot::BLANK);
        }
    }
}

fn slot_of(cell: &Cell, room: usize, clusters: &mut Clusters) -> Slot {
    let pen = Pen::of(cell);
    let symbol = cell.symbol();
    // A no-break space keeps words together in a line that is long broken when it gets here; it costs a byte more, and
    // copied from the screen it is no number's friend.
    if matches!(symbol, " " | "\u{a0}" | "\u{202f}") {
        return Slot::new(' ' as u32, pen.on_blank().pack(), 1);
    }
    let mut chars = symbol.chars();
    let (first, more) = (chars.next(), chars.next().is_some());
    let harmless = symbol.chars().all(is_drawable);
    debug_assert!(
        harmless,
        "a cell holds a control or format character: {symbol:?}"
    );
    let Some(first) = first.filter(|_| harmless) else {
        return Slot::new(
            if symbol.is_empty() { ' ' } else { '?' } as u32,
            pen.pack(),
            1,
        );
    };
    match symbol.cell_width() {
        // A mark without a letter.
        0 => Slot::new(' ' as u32, pen.on_blank().pack(), 1),
        // Not in WGL4, and emulators disagree about it: the visible mark on the line is a question mark.
        1 if first == char::REPLACEMENT_CHARACTER && !more => Slot::new('?' as u32, pen.pack(), 1),
        width if usize::from(width) > room => Slot::new(' ' as u32, pen.on_blank().pack(), 1),
        width => {
            let glyph = if more {
                clusters.number(symbol)
            } else {
                first as u32
            };
            Slot::new(glyph, pen.pack(), if width == 1 { 1 } else { 2 })
        }
    }
}
