//! The difference between two pictures as bytes: cursor moves, SGR, text, erasing. Only sequences that PuTTY, the Linux
//! console, xterm, VTE, Windows Terminal, tmux and screen all have; REP and left-right margins are not among them.

use super::grid::{Clusters, Grid, Slot};
use super::pen::Pen;

/// Bytes under way, with what the terminal will have as its pen and cursor after them.
#[derive(Debug, Clone, Default)]
pub(super) struct Line {
    pub(super) bytes: Vec<u8>,
    /// `None`: unknown.
    pub(super) pen: Option<Pen>,
    /// Column and row; `None`: unknown, or behind the last column, where terminals differ.
    pub(super) at: Option<(u16, u16)>,
}

impl Line {
    pub(super) fn push(&mut self, bytes: &[u8]) {
        self.bytes.extend_from_slice(bytes);
    }

    pub(super) fn turn(&mut self, pen: Pen) {
        pen.turn(self.pen, &mut self.bytes);
        self.pen = Some(pen);
    }

    /// Blanks everything and forgets margins: the state from which an unknown terminal is painted.
    pub(super) fn start_over(&mut self) {
        self.push(b"\x1b[r\x1b[m\x1b[H\x1b[2J");
        self.pen = Some(Pen::default());
        self.at = Some((0, 0));
    }

    /// Scrolls the rows `top..bottom` of a screen of `height` rows; `by` as in [`Grid::shift`].
    pub(super) fn scroll(&mut self, top: u16, bottom: u16, by: i32, height: u16) {
        // Terminals fill the rows that become free with the background of the pen.
        if self.pen.is_none_or(|it| !it.erases_clean()) {
            self.turn(Pen::default());
        }
        let margins = bottom < height;
        if margins {
            self.push(format!("\x1b[{};{bottom}r", top + 1).as_bytes());
            self.at = None;
        }
        self.go(0, top);
        // Deleting and inserting lines, not SU and SD: the Linux console and old screens have no others.
        let verb = if by > 0 { 'M' } else { 'L' };
        self.push(sequence(by.unsigned_abs(), verb).as_bytes());
        if margins {
            self.push(b"\x1b[r");
        }
        self.at = None;
    }

    /// Moves the cursor in the fewest bytes.
    pub(super) fn go(&mut self, x: u16, y: u16) {
        if self.at == Some((x, y)) {
            return;
        }
        let way = way(self.at, x, y);
        self.push(way.as_bytes());
        self.at = Some((x, y));
    }

    /// Paints the difference between two pictures of the same size.
    pub(super) fn paint(&mut self, from: &Grid, to: &Grid, clusters: &Clusters) {
        for y in 0..to.height {
            let (old, new) = (from.row(y), to.row(y));
            if old != new {
                self.paint_row(y, old, new, clusters);
            }
        }
    }

    fn paint_row(&mut self, y: u16, old: &[Slot], new: &[Slot], clusters: &Clusters) {
        let stale = stale(old, new);
        let mut x = 0;
        while let Some(start) = stale.iter().skip(x).position(|it| *it).map(|it| x + it) {
            if let Some(end) = self.erase(start, y, new, &stale) {
                x = end;
                continue;
            }
            let Some(slot) = new.get(start).copied() else {
                return;
            };
            self.approach(start, y, new, clusters);
            self.put(slot, start, y, new.len(), clusters);
            x = start + usize::from(slot.width()).max(1);
        }
    }

    /// Gets the cursor to a cell: by moving, or by writing once more what stands between, if that is shorter.
    fn approach(&mut self, x: usize, y: u16, row: &[Slot], clusters: &Clusters) {
        if let (Some((from, at_y)), Some(pen)) = (self.at, self.pen)
            && at_y == y
            && usize::from(from) < x
        {
            let between = row.get(usize::from(from)..x).unwrap_or(&[]);
            let suits = between.iter().all(|it| {
                it.width() == 0
                    || if it.is_space() {
                        pen.suits_blank(it.pen())
                    } else {
                        pen == it.pen()
                    }
            });
            let whole = between.first().is_some_and(|it| it.width() > 0);
            let cost: u32 = between.iter().map(|it| it.bytes()).sum();
            if suits && whole && cost as usize <= way(self.at, column(x), y).len() {
                for slot in between {
                    clusters.write_slot(*slot, &mut self.bytes);
                }
                self.at = Some((column(x), y));
                return;
            }
        }
        self.go(column(x), y);
    }

    fn put(&mut self, slot: Slot, x: usize, y: u16, width: usize, clusters: &Clusters) {
        self.go(column(x), y);
        let pen = slot.pen();
        if !(slot.is_space() && self.pen.is_some_and(|it| it.suits_blank(pen))) {
            self.turn(pen);
        }
        clusters.write_slot(slot, &mut self.bytes);
        let next = x + usize::from(slot.width()).max(1);
        self.at = (next < width).then(|| (column(next), y));
    }

    /// Erases the blanks from `x` on, where that is shorter than writing them; says where it stopped.
    fn erase(&mut self, x: usize, y: u16, row: &[Slot], stale: &[bool]) -> Option<usize> {
        let blanks = row
            .iter()
            .skip(x)
            .take_while(|it| **it == Slot::BLANK)
            .count();
        let stretch = stale.get(x..x + blanks)?;
        let length = stretch.iter().rposition(|it| *it)? + 1;
        // Written, stale blanks cost a byte each, and gaps between them at most a move.
        let mut written = 0;
        let mut gap = 4;
        for stale in stretch.iter().take(length) {
            if *stale {
                (written, gap) = (written + 1, 0);
            } else if gap < 4 {
                (written, gap) = (written + 1, gap + 1);
            }
        }
        let to_the_end = x + blanks == row.len();
        let (verb, move_on) = if to_the_end {
            ("\x1b[K".to_owned(), 0)
        } else {
            let more = stale.iter().skip(x + length).any(|it| *it);
            (
                sequence(u32::from(column(length)), 'X'),
                if more { 4 } else { 0 },
            )
        };
        if written <= verb.len() + move_on {
            return None;
        }
        self.go(column(x), y);
        // Terminals with background-colour erase fill with the pen's background.
        if !self.pen.is_some_and(Pen::erases_clean) {
            self.turn(Pen::default());
        }
        self.push(verb.as_bytes());
        Some(x + length)
    }
}

impl Clusters {
    fn write_slot(&self, slot: Slot, out: &mut Vec<u8>) {
        if slot.width() > 0 {
            self.write(slot, out);
        }
    }
}

/// Which cells have to be written. A wide glyph is always written from its left half on.
fn stale(old: &[Slot], new: &[Slot]) -> Vec<bool> {
    let mut stale: Vec<bool> = old.iter().zip(new).map(|(was, is)| was != is).collect();
    for (x, slot) in new.iter().enumerate().skip(1) {
        if slot.width() == 0 && stale.get(x) == Some(&true) {
            stale.get_mut(x - 1).into_iter().for_each(|it| *it = true);
        }
    }
    stale
}

/// `CSI n verb`, with the 1 left out.
fn sequence(n: u32, verb: char) -> String {
    if n == 1 {
        format!("\x1b[{verb}")
    } else {
        format!("\x1b[{n}{verb}")
    }
}

/// The shortest way of the cursor from `at` to a place.
fn way(at: Option<(u16, u16)>, x: u16, y: u16) -> String {
    let absolute = match (x, y) {
        (0, 0) => "\x1b[H".to_owned(),
        (0, _) => format!("\x1b[{}H", y + 1),
        _ => format!("\x1b[{};{}H", y + 1, x + 1),
    };
    let Some((from_x, from_y)) = at else {
        return absolute;
    };
    let mut relative = match y.abs_diff(from_y) {
        0 => String::new(),
        // Output is raw, so that a line feed keeps the column; it cannot scroll, for `y` is on the screen.
        down @ 1..=3 if y > from_y => "\n".repeat(usize::from(down)),
        down if y > from_y => sequence(u32::from(down), 'B'),
        up => sequence(u32::from(up), 'A'),
    };
    relative.push_str(&sideways(from_x, x));
    if relative.len() < absolute.len() {
        relative
    } else {
        absolute
    }
}

fn sideways(from: u16, to: u16) -> String {
    if from == to {
        return String::new();
    }
    if to == 0 {
        return "\r".to_owned();
    }
    let column = sequence(u32::from(to) + 1, 'G');
    let steps = if to > from {
        sequence(u32::from(to - from), 'C')
    } else if from - to <= 4 {
        "\x08".repeat(usize::from(from - to))
    } else {
        sequence(u32::from(from - to), 'D')
    };
    if steps.len() <= column.len() {
        steps
    } else {
        column
    }
}

fn column(x: usize) -> u16 {
    u16::try_from(x).unwrap_or(u16::MAX)
}
