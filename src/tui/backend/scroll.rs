//! Finds rows that moved up or down together, so that the terminal can move them itself.
//!
//! A terminal moves whole rows only (left-right margins are not in PuTTY nor in xterm.js). Where panes stand
//! side by side and one of them scrolls, a band of rows pays if what has to be repaired beside it is cheaper than what is
//! saved; the best band is found by estimates, and the caller compares the real bytes.

use std::ops::Range;

use super::grid::{Grid, Slot};

/// Move the rows `top..bottom` by `by` (up, if positive).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Scroll {
    pub(super) top: u16,
    pub(super) bottom: u16,
    pub(super) by: i32,
}

/// What the sequences of a scroll cost.
const OVERHEAD: i64 = 20;
/// What a jump of the cursor costs.
const JUMP: i64 = 5;
/// A row that loses this much by moving need not be counted to its end.
const HOPELESS: i64 = 100;

/// The most promising scrolls, best first; at most `most`, each by another distance.
pub(super) fn candidates(from: &Grid, to: &Grid, most: usize) -> Vec<Scroll> {
    let up = Rows::new((0..to.height).map(|y| (from.row(y), to.row(y))), to.width);
    let down = Rows::new(
        (0..to.height).rev().map(|y| (from.row(y), to.row(y))),
        to.width,
    );
    let changed = |row: &i64| *row != 0;
    let (first, last) = (
        up.still.iter().position(changed),
        up.still.iter().rposition(changed),
    );
    // Nothing can have moved farther than from the first changed row to the last.
    let farthest = first.zip(last).map_or(0, |(first, last)| last - first);
    let mut found: Vec<(i64, Scroll)> = Vec::new();
    for by in 1..=farthest {
        let signed = i32::try_from(by).unwrap_or(i32::MAX);
        if let Some((gain, band)) = up.best_band(by) {
            found.extend(scroll(band.start, band.end, signed).map(|it| (gain, it)));
        }
        if let Some((gain, band)) = down.best_band(by) {
            let height = usize::from(to.height);
            found.extend(
                scroll(height - band.end, height - band.start, -signed).map(|it| (gain, it)),
            );
        }
    }
    found.sort_by_key(|it| -it.0);
    found.into_iter().take(most).map(|it| it.1).collect()
}

fn scroll(top: usize, bottom: usize, by: i32) -> Option<Scroll> {
    Some(Scroll {
        top: u16::try_from(top).ok()?,
        bottom: u16::try_from(bottom).ok()?,
        by,
    })
}

/// Old and new rows, in the order against which content moves: row 0 is where it leaves the screen. So that up and down are
/// one case.
struct Rows<'a> {
    old: Vec<&'a [Slot]>,
    new: Vec<&'a [Slot]>,
    /// The cost of each row if nothing moves.
    still: Vec<i64>,
    /// What is gained by each row, and all before it, if it is painted on a blank instead.
    entering: Vec<i64>,
}

impl<'a> Rows<'a> {
    fn new(rows: impl Iterator<Item = (&'a [Slot], &'a [Slot])>, width: u16) -> Self {
        let blank = vec![Slot::BLANK; usize::from(width)];
        let mut it = Self {
            old: Vec::new(),
            new: Vec::new(),
            still: Vec::new(),
            entering: vec![0],
        };
        let mut sum = 0;
        for (old, new) in rows {
            let still = cost(old, new, i64::MAX);
            sum += still - cost(&blank, new, i64::MAX);
            it.old.push(old);
            it.new.push(new);
            it.still.push(still);
            it.entering.push(sum);
        }
        it
    }

    /// The band that gains most if its rows move by `by`, with its gain.
    fn best_band(&self, by: usize) -> Option<(i64, Range<usize>)> {
        let mut best: Option<(i64, Range<usize>)> = None;
        let (mut gain, mut start) = (0, 0);
        let rows = self.old.iter().skip(by).zip(&self.new).zip(&self.still);
        let entering = self
            .entering
            .iter()
            .skip(1)
            .zip(self.entering.iter().skip(1 + by));
        for (index, (((old, new), still), (before, after))) in rows.zip(entering).enumerate() {
            // A band that has only lost so far is better begun here.
            if gain <= 0 {
                (gain, start) = (0, index);
            }
            gain += still - cost(old, new, still + HOPELESS);
            let total = gain + after - before - OVERHEAD;
            if total > 0 && best.as_ref().is_none_or(|it| total > it.0) {
                best = Some((total, start..index + 1 + by));
            }
        }
        best
    }
}

/// Roughly the bytes that turn one row into another; counting ends above `enough`.
fn cost(old: &[Slot], new: &[Slot], enough: i64) -> i64 {
    let mut total = 0;
    let mut same = i64::MAX;
    for (was, is) in old.iter().zip(new) {
        if was == is {
            same = same.saturating_add(1);
            continue;
        }
        total += i64::from(is.bytes()) + same.min(JUMP);
        same = 0;
        if total > enough {
            break;
        }
    }
    total
}
