//! The columns of the right-hand pane: how wide each is in the room there is, and their names.
//!
//! Knows the widths that the texts of the rows would like to have; must not draw a row.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::locale::Phrase;
use crate::tui::app::App;
use crate::tui::text::{self, Align};
use crate::tui::theme::Role;
use crate::tui::widget::paint;

/// Columns of a row of the right-hand pane.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Columns {
    /// Name of the organisation, or of the indicator.
    pub name: u16,
    /// Name of the head, or unit.
    pub head: u16,
    /// The value.
    pub value: u16,
    /// Points.
    pub points: u16,
    /// Change against the period before.
    pub change: u16,
    /// Signs: state, note, attention.
    pub signs: u16,
}

impl Columns {
    /// How wide each column is in a pane of so many columns inside its frame. Names of organisations are never cut while the value has room.
    #[must_use]
    pub fn of(width: u16, app: &App) -> Columns {
        let wanted = app.monitoring.panes.widths;
        let signs = 4;
        let value = wanted.value.min(if width >= 56 { 18 } else { 10 });
        let least_head = wanted.head.min(8);
        let taken = 1 + 2 + value + signs;
        let [long, short] = wanted.points.map(|it| it + 1);
        let for_change = wanted.change.max(5) + 1;
        let roomy = taken + long + for_change + wanted.name + wanted.head <= width;
        let points = if roomy { long } else { short };
        let rest = width.saturating_sub(taken + points);
        let change = if rest >= for_change + wanted.name + wanted.head.min(14) {
            for_change
        } else {
            0
        };
        let rest = rest - change;
        let name = wanted.name.min(rest.saturating_sub(least_head));
        Columns {
            name,
            head: rest.saturating_sub(name).min(wanted.head + 2),
            value,
            points,
            change,
            signs,
        }
    }

    /// Where the value begins, counted from the left edge inside the frame.
    #[must_use]
    pub fn value_x(&self) -> u16 {
        1 + self.name + 1 + self.head + 1
    }
}

/// Names of the columns.
pub fn captions(app: &App, inner: Rect, y: u16, columns: Columns, buf: &mut Buffer) {
    let theme = &app.theme;
    let style = theme.style(Role::Label);
    let [name, head, value, points, change] = &app.monitoring.panes.captions;
    // As in the rows: what stands on the left may reach into what stands free before the value.
    let value_width = u16::try_from(text::width(value)).unwrap_or(columns.value);
    let free = columns.head + columns.value.saturating_sub(value_width);
    let short = app.say(Phrase::CaptionHeadShort);
    let head = if text::width(head) > usize::from(free) {
        &short
    } else {
        head
    };
    let left = inner.x + 1;
    let value_x = inner.x + columns.value_x();
    let points_x = value_x + columns.value;
    for (x, width, caption, align) in [
        (left, columns.name, name, Align::Left),
        (left + columns.name + 1, free, head, Align::Left),
        (value_x, columns.value, value, Align::Right),
        (points_x, columns.points, points, Align::Right),
        (
            points_x + columns.points,
            columns.change,
            change,
            Align::Right,
        ),
    ] {
        let caption = text::cut(caption, usize::from(width), theme.glyphs.ellipsis);
        let start = match align {
            Align::Right => x + width - u16::try_from(text::width(&caption)).unwrap_or(width),
            _ => x,
        };
        paint::put(buf, start, y, width, &caption, style);
    }
}
