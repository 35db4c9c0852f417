//! What goes down the line: our own way from a buffer of ratatui to the terminal.
//!
//! It keeps a picture of what the terminal shows and sends, in one write per frame, the shortest way that it knows to the next
//! picture: scrolled bands, compact SGR, few cursor moves. The same picture costs no bytes. It never asks the terminal
//! anything. Must not know what is drawn.

mod encode;
mod grid;
mod pen;
mod scroll;

use std::io::{self, Write};

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Size};

use encode::Line;
use grid::{Clusters, Grid};

/// Frames above this many bytes are bracketed as one update (`CSI ? 2026`), so that a slow line does not show halves of them.
const SYNCHRONIZED_ABOVE: usize = 1_024;
/// Differences below this many bytes are sent as they are: no scroll is shorter.
const SCROLL_ABOVE: usize = 120;
/// Scrolls that are worked out in full; estimates rank them.
const SCROLLS_TRIED: usize = 3;

/// A terminal behind any writer.
#[derive(Debug)]
pub struct TermBackend<W: Write> {
    out: W,
    size: Size,
    clusters: Clusters,
    /// What the terminal shows; `None`: not known, everything has to be painted.
    shown: Option<Grid>,
    /// Pen and cursor of the terminal after the last frame.
    line: Line,
    /// Whether the terminal shows its cursor; `None`: not known.
    visible: Option<bool>,
}

impl<W: Write> TermBackend<W> {
    /// A backend whose terminal is in an unknown state, of this size.
    pub fn new(out: W, size: Size) -> Self {
        Self {
            out,
            size,
            clusters: Clusters::default(),
            shown: None,
            line: Line::default(),
            visible: None,
        }
    }

    /// Takes note of the terminal's new size. The next frame is painted whole, for terminals keep different things.
    pub fn resize(&mut self, size: Size) {
        if size != self.size {
            self.size = size;
            self.repaint();
        }
    }

    /// Forgets what the terminal shows: after a suspend, on the person's demand, after somebody else wrote.
    pub fn repaint(&mut self) {
        self.shown = None;
        self.visible = None;
        self.line = Line::default();
    }

    /// The writer, for what is not a picture (the clipboard). What is written must leave cursor and pen as they are.
    pub fn writer_mut(&mut self) -> &mut W {
        &mut self.out
    }

    /// Shows a picture, with the cursor at a place or hidden. Bytes go out in one write, none if nothing changed.
    ///
    /// # Errors
    /// The writer's; the terminal's state is then taken as unknown. A terminal that takes no picture is gone, and this is often
    /// heard before the watchdog's event arrives: to be treated as that event, not as a fault of the program.
    pub fn show(&mut self, buffer: &Buffer, cursor: Option<Position>) -> io::Result<()> {
        let next = Grid::of(buffer, &mut self.clusters);
        let mut line = std::mem::take(&mut self.line);
        line.bytes.clear();

        let same_size = self
            .shown
            .as_ref()
            .is_some_and(|it| (it.width, it.height) == (next.width, next.height));
        let known = match self.shown.take() {
            Some(known) if same_size => known,
            _ => {
                line.start_over();
                Grid::blank(next.width, next.height)
            }
        };
        line = shortest(line, known, &next, &self.clusters);

        match cursor.filter(|it| it.x < next.width && it.y < next.height) {
            Some(place) => {
                line.go(place.x, place.y);
                self.set_visible(true, &mut line);
            }
            None => self.set_visible(false, &mut line),
        }
        if line.bytes.len() > SYNCHRONIZED_ABOVE {
            line.bytes.splice(0..0, *b"\x1b[?2026h");
            line.push(b"\x1b[?2026l");
        }
        if !line.bytes.is_empty() {
            let sent = self
                .out
                .write_all(&line.bytes)
                .and_then(|()| self.out.flush());
            if let Err(error) = sent {
                self.repaint();
                return Err(error);
            }
        }
        self.shown = Some(next);
        self.line = line;
        Ok(())
    }

    fn set_visible(&mut self, visible: bool, line: &mut Line) {
        if self.visible != Some(visible) {
            line.push(if visible { b"\x1b[?25h" } else { b"\x1b[?25l" });
            self.visible = Some(visible);
        }
    }
}

/// `line` with the shortest of: painting the difference, or scrolling a band and painting what then differs.
fn shortest(line: Line, known: Grid, next: &Grid, clusters: &Clusters) -> Line {
    let mut best = line.clone();
    best.paint(&known, next, clusters);
    if best.bytes.len() - line.bytes.len() <= SCROLL_ABOVE {
        return best;
    }
    for scroll in scroll::candidates(&known, next, SCROLLS_TRIED) {
        let mut moved = known.clone();
        moved.shift(scroll.top, scroll.bottom, scroll.by);
        let mut other = line.clone();
        other.scroll(scroll.top, scroll.bottom, scroll.by, next.height);
        other.paint(&moved, next, clusters);
        if other.bytes.len() < best.bytes.len() {
            best = other;
        }
    }
    best
}
