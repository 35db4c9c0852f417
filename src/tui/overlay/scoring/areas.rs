//! Where the parts of the editor are: a pure function of the window and of what is told. What there is no room for gives way from the
//! least needed on: the help of the field, the real values, then the rest.

use ratatui::layout::Rect;

use super::ScoringEditor;
use super::contents::{Method, Spot};
use super::told::Told;
use crate::domain::scale::Severity;
use crate::tui::app::App;
use crate::tui::layout::layout;
use crate::tui::text;
use crate::tui::theme::Role;

/// Marker, number and sign before a row.
pub(super) const BEFORE: u16 = 6;
/// Columns of the points.
const POINTS: u16 = 7;
/// Columns between two columns.
const GAP: u16 = 2;
/// Columns of a name before a field.
pub(super) const LABEL: u16 = 22;
/// Columns of the name before the choice of the way, and before the tried value.
pub(super) const NAME: u16 = 17;

/// A line of the lower part.
#[derive(Clone, Debug)]
pub(super) enum Lower {
    /// The value that is tried.
    Trial,
    /// Words.
    Text(String, Role),
}

/// The parts of the editor.
#[derive(Clone, Debug)]
pub(super) struct Areas {
    /// With the frame.
    pub frame: Rect,
    /// Inside it.
    pub inner: Rect,
    /// The rows.
    pub table: Rect,
    /// What is wrong.
    pub findings: Rect,
    /// The lower part.
    pub lower: Rect,
    /// Its lines.
    pub lines: Vec<Lower>,
}

/// Where fields stand in a row.
#[derive(Clone, Copy, Debug)]
pub(super) struct Columns {
    /// The values or the option.
    pub left: (u16, u16),
    /// The points.
    pub points: (u16, u16),
    /// What was understood.
    pub understood: (u16, u16),
    /// How many values.
    pub count: (u16, u16),
}

/// Where two versions are shown.
pub(super) fn conflict_room(app: &App) -> Rect {
    inside(layout(app.size, false).map_or_else(Rect::default, |it| it.body))
}

fn inside(frame: Rect) -> Rect {
    Rect {
        x: frame.x + 1,
        y: frame.y + 1,
        width: frame.width.saturating_sub(2),
        height: frame.height.saturating_sub(2),
    }
}

/// As columns or rows of a screen.
pub(super) fn short(n: usize) -> u16 {
    u16::try_from(n).unwrap_or(u16::MAX)
}

impl Areas {
    /// The parts in a window of this size.
    pub fn of(app: &App, editor: &ScoringEditor) -> Option<Areas> {
        let frame = layout(app.size, false)?.body;
        let inner = inside(frame);
        let width = usize::from(inner.width.saturating_sub(2));
        let told = &editor.told;
        let rows = short(told.rows.len());
        let found = finding_lines(app, told, &[], width);
        let found = short(found.len()).max(1);
        let room = inner.height.saturating_sub(2);
        let least = rows.clamp(1, 3) + found.min(2);
        let lines = lower(told, width, room.saturating_sub(least));
        let rest = room.saturating_sub(short(lines.len()));
        let table = match rows {
            0 => short(text::wrap(&told.instead, width).len()).min(rest),
            _ => rows.min(rest.saturating_sub(found).max(rest / 2).max(rest.min(3))),
        };
        let table = Rect {
            y: inner.y + 2,
            height: table,
            ..inner
        };
        let lower = short(lines.len()).min(room);
        Some(Areas {
            frame,
            inner,
            table,
            findings: Rect {
                y: table.bottom(),
                height: rest.saturating_sub(table.height),
                ..inner
            },
            lower: Rect {
                y: inner.bottom().saturating_sub(lower),
                height: lower,
                ..inner
            },
            lines,
        })
    }

    /// Rows of the table in sight.
    pub fn table_rows(&self) -> usize {
        usize::from(self.table.height.max(1))
    }

    /// Where the field of a row is, and of the tried value.
    pub fn field(&self, editor: &ScoringEditor, spot: Spot) -> Option<Rect> {
        let line = |x: u16, y: u16, width: u16| Rect {
            x: self.inner.x + x,
            y,
            width: width.min(self.inner.width.saturating_sub(x)),
            height: 1,
        };
        match spot {
            Spot::Cell { row, column } => {
                let y = self.table.y + short(row.checked_sub(editor.top)?);
                let columns = Columns::of(editor.contents.method, self.inner.width);
                let (x, width) = match column {
                    0 => columns.left,
                    _ => columns.points,
                };
                (y < self.table.bottom()).then(|| line(x, y, width))
            }
            Spot::Trial => {
                let at = (self.lines.iter()).position(|it| matches!(it, Lower::Trial))?;
                Some(line(NAME, self.lower.y + short(at), 14))
            }
            Spot::Note => Some(line(BEFORE + LABEL, self.table.y + 1, 30)),
            Spot::Method => Some(line(NAME, self.inner.y, 26)),
        }
    }
}

impl Columns {
    /// The columns of a way of scoring in so much room.
    pub fn of(method: Method, width: u16) -> Columns {
        let one_after = |from: u16, width: u16| from + width + GAP;
        match method {
            Method::PerUnit | Method::Direct | Method::Relative => {
                let left = (BEFORE + LABEL, 14);
                let understood = one_after(left.0, left.1);
                Columns {
                    left,
                    points: (0, 0),
                    understood: (understood, width.saturating_sub(understood + 1)),
                    count: (0, 0),
                }
            }
            Method::Bands | Method::Options => {
                let rest = width.saturating_sub(BEFORE + POINTS + 3 * GAP + 1);
                let count = (rest / 5).clamp(5, 36);
                let left = match method {
                    Method::Bands => (rest / 3).clamp(10, 34),
                    _ => rest.saturating_sub(count).min(50),
                };
                let points = one_after(BEFORE, left);
                let understood = one_after(points, POINTS);
                let wide = match method {
                    Method::Bands => rest.saturating_sub(left + count),
                    _ => 0,
                };
                let at = match wide {
                    0 => understood,
                    _ => one_after(understood, wide),
                };
                Columns {
                    left: (BEFORE, left),
                    points: (points, POINTS),
                    understood: (understood, wide),
                    count: (at, count),
                }
            }
        }
    }
}

/// The lines of the lower part that have room: first the help of the field goes, then the real values, then the rest from its end.
fn lower(told: &Told, width: usize, room: u16) -> Vec<Lower> {
    let wrapped = |lines: &[(String, Role)], most: usize| -> Vec<Lower> {
        (lines.iter())
            .flat_map(|(line, role)| {
                let pieces = text::wrap(line, width).into_iter();
                pieces.map(|it| Lower::Text(it.to_owned(), *role))
            })
            .take(most)
            .collect()
    };
    let help = [(told.help.clone(), Role::Dim)];
    let attempts = [
        [4, 3, 2],
        [2, 3, 1],
        [1, 2, 1],
        [1, 1, 0],
        [0, 1, 0],
        [0, 0, 0],
    ];
    let mut out = Vec::new();
    for [spread, pointing, helping] in attempts {
        out = wrapped(&told.spread, spread);
        out.push(Lower::Trial);
        out.extend(wrapped(&told.pointing, pointing));
        out.extend(wrapped(&told.said, 4));
        out.extend(wrapped(&help, helping));
        if out.len() <= usize::from(room) {
            break;
        }
    }
    out
}

/// What is wrong, wrapped; that of the given rows first.
pub(super) fn finding_lines(
    app: &App,
    told: &Told,
    first: &[usize],
    width: usize,
) -> Vec<(String, Role)> {
    let mut all: Vec<&(Severity, String, Vec<usize>)> = told.findings.iter().collect();
    all.sort_by_key(|it| !it.2.iter().any(|row| first.contains(row)));
    (all.into_iter())
        .flat_map(|(severity, sentence, _)| {
            let (sign, word, role) = Told::word(app, *severity);
            let line = format!("{sign} {word}: {sentence}");
            let pieces: Vec<(String, Role)> = text::wrap(&line, width.saturating_sub(2))
                .into_iter()
                .enumerate()
                .map(|(n, it)| {
                    let indent = if n == 0 { "" } else { "  " };
                    (format!("{indent}{it}"), role)
                })
                .collect();
            pieces
        })
        .collect()
}
