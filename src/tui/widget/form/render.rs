//! How a form lies on the screen: one list of lines, for scrolling in `update` and for drawing.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::{Field, Form, Kind, Lookup, Table};
use crate::tui::text::{self, Align};
use crate::tui::theme::{Role, Theme};
use crate::tui::widget::line_edit::LineEdit;
use crate::tui::widget::paint;

/// Most columns of the labels.
const LABELS: usize = 20;
/// Columns that a field keeps beside what was understood.
const LEAST: usize = 14;
/// Rows that an empty text of many lines has.
const TEXT_ROWS: usize = 2;

/// A line of the form.
#[derive(Clone, Debug, Default)]
struct Line {
    /// Which field it is of; the button is after the last.
    field: usize,
    /// The label, in the field's first line.
    label: String,
    /// Text and look, from the column of values on, or from the left edge.
    parts: Vec<(String, Role)>,
    /// Whether the parts begin at the left edge.
    wide: bool,
    /// The column of the cursor, from the column of values on.
    cursor: Option<usize>,
    /// Whether the cursor is in this line, with or without a place in the text.
    here: bool,
}

impl Form {
    /// How many lines the form takes in so many columns.
    #[must_use]
    pub fn height(&self, columns: u16, theme: &Theme) -> u16 {
        u16::try_from(self.lines(usize::from(columns), theme).len()).unwrap_or(u16::MAX)
    }

    /// Tells the form the room it has, so that editors wrap and the cursor stays in sight.
    pub fn settle(&mut self, columns: u16, rows: u16, theme: &Theme) {
        let values = self.values(usize::from(columns));
        for field in &mut self.fields {
            if let Kind::Text(area) = &mut field.kind {
                area.set_width(values.saturating_sub(1));
            }
        }
        let lines = self.lines(usize::from(columns), theme);
        self.top = self.top_in(&lines, rows);
    }

    /// The first line in sight: the whole field under the cursor if it fits, and its line under the cursor in any case.
    fn top_in(&self, lines: &[Line], rows: u16) -> usize {
        let rows = usize::from(rows.max(1));
        let of_field = |it: &Line| it.field == self.at;
        let first = lines.iter().position(of_field).unwrap_or(0);
        let last = lines.iter().rposition(of_field).unwrap_or(first);
        let here = lines.iter().position(|it| it.here).unwrap_or(first);
        let top = self.top.min(lines.len().saturating_sub(rows));
        let top = top.max((last + 1).saturating_sub(rows)).min(first);
        top.max((here + 1).saturating_sub(rows)).min(here)
    }

    /// Draws the form.
    pub fn render(&self, area: Rect, theme: &Theme, buf: &mut Buffer) {
        let labels = u16::try_from(self.labels() + 2).unwrap_or(u16::MAX);
        let lines = self.lines(usize::from(area.width), theme);
        let top = self.top_in(&lines, area.height);
        let shown = lines.iter().skip(top);
        for (line, y) in shown.zip(area.y..area.bottom()) {
            let marker = if line.here { theme.glyphs.cursor } else { " " };
            paint::put(buf, area.x, y, 1, marker, theme.style(Role::Text));
            let room = area.width.saturating_sub(1);
            let label = theme.style(if line.here {
                Role::TitleFocused
            } else {
                Role::Label
            });
            paint::put(buf, area.x + 1, y, room.min(labels), &line.label, label);
            let mut x = area.x + if line.wide { 1 } else { labels };
            for (content, role) in &line.parts {
                let room = area.right().saturating_sub(x);
                x = paint::put(buf, x, y, room, content, theme.style(*role));
            }
        }
        let more = theme.style(Role::Dim);
        if top > 0 && area.height > 0 {
            let x = area.right().saturating_sub(1);
            paint::put(buf, x, area.y, 1, theme.glyphs.more_above, more);
        }
        if lines.len() > top + usize::from(area.height) && area.height > 0 {
            let x = area.right().saturating_sub(1);
            paint::put(buf, x, area.bottom() - 1, 1, theme.glyphs.more_below, more);
        }
    }

    /// Where the cursor of the terminal stands.
    #[must_use]
    pub fn cursor(&self, area: Rect, theme: &Theme) -> Option<Position> {
        let lines = self.lines(usize::from(area.width), theme);
        let at = lines.iter().position(|it| it.cursor.is_some())?;
        let column = lines.get(at)?.cursor?;
        let top = self.top_in(&lines, area.height);
        let y = area.y + u16::try_from(at.checked_sub(top)?).ok()?;
        let x = area.x + u16::try_from(self.labels() + 2 + column).ok()?;
        (y < area.bottom()).then(|| Position::new(x.min(area.right().saturating_sub(1)), y))
    }

    /// Columns of the labels.
    fn labels(&self) -> usize {
        let shown = self.fields.iter().filter(|it| it.takes_cursor());
        shown
            .filter(|it| it.kind != Kind::Action)
            .map(|it| text::width(&it.label))
            .max()
            .unwrap_or(0)
            .min(LABELS)
    }

    /// Columns of the values.
    fn values(&self, columns: usize) -> usize {
        columns.saturating_sub(self.labels() + 2).max(1)
    }

    fn lines(&self, columns: usize, theme: &Theme) -> Vec<Line> {
        let values = self.values(columns);
        let mut out = Vec::new();
        for (at, field) in self.fields.iter().enumerate() {
            if !field.shown {
                continue;
            }
            let from = out.len();
            self.field_lines(field, at == self.at, values, theme, &mut out);
            for (remark, role) in [
                (&field.note, Role::Dim),
                (&field.remark, Role::Warning),
                (&field.error, Role::Error),
            ] {
                // What keeps the form from being accepted is said once.
                if !remark.is_empty() && (role == Role::Error || *remark != field.error) {
                    let wrapped = text::wrap(remark, values.saturating_sub(1));
                    out.extend(wrapped.into_iter().map(|it| plain(it, role)));
                }
            }
            for line in out.iter_mut().skip(from) {
                line.field = at;
            }
        }
        let here = self.at >= self.fields.len();
        out.push(Line {
            field: self.fields.len(),
            here,
            ..action(&self.button, here)
        });
        out
    }

    fn field_lines(
        &self,
        field: &Field,
        here: bool,
        values: usize,
        theme: &Theme,
        out: &mut Vec<Line>,
    ) {
        let label = text::cut(&field.label, LABELS, theme.glyphs.ellipsis).into_owned();
        let hint = text::width(&field.hint);
        // Beside what stands in one line, and beneath anything taller. A column stays free before the frame.
        let beside = field.leaves_room() && hint > 0 && hint + 3 + LEAST <= values;
        let first = out.len();
        let room = if beside { values - hint - 3 } else { values };
        match &field.kind {
            Kind::Hidden(_) => return,
            Kind::Heading => {
                let rule = theme.glyphs.border.horizontal_top;
                let columns = values + self.labels();
                let after = columns.saturating_sub(text::width(&field.label) + 4);
                let line = format!("{} {} {}", rule.repeat(2), field.label, rule.repeat(after));
                out.push(Line {
                    wide: true,
                    parts: vec![(line, Role::Border)],
                    ..Line::default()
                });
            }
            Kind::Action => out.push(Line {
                here,
                ..action(&field.label, here)
            }),
            Kind::Line(edit) => {
                let (column, parts) = line_parts(edit, here, room, theme.glyphs.ellipsis);
                out.push(Line {
                    label,
                    parts,
                    cursor: here.then_some(column),
                    here,
                    ..Line::default()
                });
            }
            Kind::Text(area) => text_lines(area, label, here, values, out),
            Kind::Choice { options, at, .. } => {
                out.push(Line {
                    label,
                    parts: choice_parts(options, *at, here, room, theme),
                    here,
                    ..Line::default()
                });
            }
            Kind::Lookup(lookup) => lookup_lines(lookup, label, here, room, theme, out),
            Kind::Table(table) => table_lines(table, label, here, values, theme, out),
            Kind::Ticks { items, at } => {
                for (n, item) in items.iter().enumerate() {
                    let under = here && n == *at;
                    let mark = if item.on { "[x] " } else { "[ ] " };
                    let role = if under { Role::Cursor } else { Role::Text };
                    let shown =
                        text::cut(&item.label, room.saturating_sub(4), theme.glyphs.ellipsis);
                    out.push(Line {
                        label: if n == 0 { label.clone() } else { String::new() },
                        parts: vec![(mark.to_owned(), Role::Text), (shown.into_owned(), role)],
                        here: under,
                        ..Line::default()
                    });
                }
            }
        }
        if hint > 0 {
            match out.get_mut(first).filter(|_| beside) {
                Some(line) => line.parts.push((format!("  {}", field.hint), Role::Dim)),
                None => {
                    let wrapped = text::wrap(&field.hint, values.saturating_sub(1));
                    out.extend(wrapped.into_iter().map(|it| plain(it, Role::Dim)));
                }
            }
        }
    }
}

/// The column of the cursor, and the line: read from its beginning until somebody writes in it.
fn line_parts(
    edit: &LineEdit,
    here: bool,
    room: usize,
    ellipsis: &str,
) -> (usize, Vec<(String, Role)>) {
    let columns = room.saturating_sub(1).max(1);
    if here && !edit.is_suggested() {
        let (shown, column) = edit.window(columns);
        let shown = text::fit(&shown, room, Align::Left, ellipsis);
        return (column, vec![(shown, Role::Input)]);
    }
    let all = edit.text();
    let shown = text::cut(&all, columns, ellipsis).into_owned();
    let column = text::width(&shown);
    let rest = " ".repeat(room.saturating_sub(column));
    let role = if here { Role::Cursor } else { Role::Input };
    (column, vec![(shown, role), (rest, Role::Input)])
}

/// The chosen word; under the cursor all words where they fit, the chosen one marked, else its place among them.
fn choice_parts(
    options: &[String],
    at: usize,
    here: bool,
    room: usize,
    theme: &Theme,
) -> Vec<(String, Role)> {
    let word = options.get(at).map_or("", String::as_str);
    let cut = |room| text::cut(word, room, theme.glyphs.ellipsis).into_owned();
    if !here {
        return vec![(cut(room), Role::Text)];
    }
    let wide: usize = options.iter().map(|it| text::width(it) + 2).sum();
    if wide > room {
        let place = format!("  {}/{}", at + 1, options.len());
        let room = room.saturating_sub(text::width(&place)).max(1);
        return vec![(cut(room), Role::Cursor), (place, Role::Dim)];
    }
    let mut parts = Vec::new();
    for (n, option) in options.iter().enumerate() {
        let (mark, role) = if n == at {
            (theme.glyphs.cursor, Role::Cursor)
        } else {
            (" ", Role::Text)
        };
        parts.push((mark.to_owned(), Role::Text));
        parts.push((option.clone(), role));
        parts.push((" ".to_owned(), Role::Text));
    }
    parts
}

fn plain(content: &str, role: Role) -> Line {
    Line {
        parts: vec![(content.to_owned(), role)],
        ..Line::default()
    }
}

fn action(verb: &str, here: bool) -> Line {
    let role = if here { Role::Button } else { Role::Text };
    Line {
        wide: true,
        parts: vec![(format!("[ {verb} ]"), role)],
        ..Line::default()
    }
}

fn text_lines(
    area: &super::super::text_area::TextArea,
    label: String,
    here: bool,
    values: usize,
    out: &mut Vec<Line>,
) {
    let mut area = area.clone();
    area.set_width(values.saturating_sub(1));
    let (row, column) = area.cursor();
    let lines = area.lines();
    let rows = lines.len().max(if here { TEXT_ROWS } else { 1 });
    for n in 0..rows {
        let shown = lines.get(n).copied().unwrap_or("");
        let shown = text::fit(
            shown.trim_end_matches(' '),
            values.saturating_sub(1),
            Align::Left,
            "",
        );
        let under = here && n == row;
        out.push(Line {
            label: if n == 0 { label.clone() } else { String::new() },
            parts: vec![(shown, Role::Input)],
            cursor: under.then_some(column),
            here: under,
            ..Line::default()
        });
    }
}

fn lookup_lines(
    lookup: &Lookup,
    label: String,
    here: bool,
    room: usize,
    theme: &Theme,
    out: &mut Vec<Line>,
) {
    let ellipsis = theme.glyphs.ellipsis;
    let mut label = label;
    for it in lookup.chosen() {
        let shown = text::cut(&it.label, room, ellipsis).into_owned();
        out.push(Line {
            label: std::mem::take(&mut label),
            ..plain(&shown, Role::Text)
        });
    }
    let query = lookup.query();
    let typing = here || !query.is_empty() || lookup.chosen().is_empty();
    if !typing {
        return;
    }
    let (shown, column) = query.window(room.saturating_sub(1).max(1));
    let line = Line {
        label: std::mem::take(&mut label),
        parts: vec![(text::fit(&shown, room, Align::Left, ellipsis), Role::Input)],
        cursor: here.then_some(column),
        here,
        ..Line::default()
    };
    out.push(line);
    if !here {
        return;
    }
    let (found, at) = lookup.found();
    for (n, it) in found.into_iter().enumerate() {
        let under = n == at;
        let mark = if under { theme.glyphs.cursor } else { " " };
        let role = if under { Role::Cursor } else { Role::Text };
        let more = text::width(&it.more).min(room / 3);
        let name = room.saturating_sub(more + 4).max(1);
        let shown = text::cut(&it.label, name, ellipsis).into_owned();
        let more = text::cut(&it.more, more, ellipsis).into_owned();
        out.push(Line {
            parts: vec![
                (format!("{mark} "), Role::Text),
                (shown, role),
                (format!("  {more}"), Role::Dim),
            ],
            ..Line::default()
        });
    }
}

/// The captions, and a line for each row. The last column takes what the others leave.
fn table_lines(
    table: &Table,
    label: String,
    here: bool,
    values: usize,
    theme: &Theme,
    out: &mut Vec<Line>,
) {
    let ellipsis = theme.glyphs.ellipsis;
    let last = table.columns().len().saturating_sub(1);
    let fixed: usize = (table.columns().iter().take(last))
        .map(|it| it.width + 1)
        .sum();
    let wide = |n: usize, width: usize| match n == last {
        true => values.saturating_sub(fixed + 1).max(1),
        false => width,
    };
    let captions = (table.columns().iter().enumerate())
        .map(|(n, it)| {
            let caption = text::fit(&it.caption, wide(n, it.width), Align::Left, ellipsis);
            (format!("{caption} "), Role::Label)
        })
        .collect();
    out.push(Line {
        label,
        parts: captions,
        ..Line::default()
    });
    let (row_at, column_at) = table.at();
    let blank = table.cells().len().saturating_sub(1);
    for (n, row) in table.cells().iter().enumerate() {
        // The blank row is for whoever writes.
        if n == blank && !here && n > 0 {
            continue;
        }
        let mut line = Line::default();
        let mut left = 0;
        for ((column, cell), it) in row.iter().enumerate().zip(table.columns()) {
            let room = wide(column, it.width);
            let under = here && n == row_at && column == column_at;
            let (at, parts) = line_parts(cell, under, room, ellipsis);
            if under {
                line.here = true;
                line.cursor = Some(left + at);
            }
            line.parts.extend(parts);
            line.parts.push((" ".to_owned(), Role::Text));
            left += room + 1;
        }
        out.push(line);
    }
}
