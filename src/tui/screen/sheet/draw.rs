//! Drawing the sheet. Changes nothing.
//!
//! The row under the cursor has a marker and one reversed cell, never a reversed row: that is what a slow line can carry. Nothing stands
//! beside the rows that would have to be written again when they scroll.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::column::BESIDE;
use super::layout::{Areas, END, areas};
use super::{Line, Spot, order, sign};
use crate::analysis::measure::Figure;
use crate::args;
use crate::locale::Phrase;
use crate::tui::app::App;
use crate::tui::entry::ground::Place;
use crate::tui::entry::source;
use crate::tui::text::{self, Align};
use crate::tui::theme::Role;
use crate::tui::widget::paint;
use crate::tui::{presence, show};

/// Draws the sheet.
pub fn render(app: &App, buf: &mut Buffer) {
    let sheet = &app.sheet;
    let Some(areas) = areas(sheet, app.size, sheet.top.column) else {
        return;
    };
    title(app, &areas, buf);
    head(app, &areas, buf);
    let rows = sheet.lines.iter().enumerate().skip(sheet.top.row);
    for ((row, line), y) in rows.zip(areas.rows.y..areas.rows.bottom()) {
        name(app, &areas, row, line, y, buf);
        for (column, x, width) in &areas.columns {
            let at = Spot {
                row,
                column: *column,
            };
            let area = Rect::new(*x, y, *width, 1);
            cell(app, at, area, buf);
        }
        end(app, &areas, line, y, buf);
    }
    told(app, &areas, buf);
}

/// What the sheet shows: the direction, its place among the others, the filter; on the right how many rows.
fn title(app: &App, areas: &Areas, buf: &mut Buffer) {
    let theme = &app.theme;
    let area = areas.title;
    let rows = app.say_with(Phrase::GridRows, &args![n = app.sheet.lines.len()]);
    let right = u16::try_from(text::width(&rows)).unwrap_or(0);
    let room = area.width.saturating_sub(right + 4);
    let said = paint_title(app);
    let said = text::cut(&said, usize::from(room), theme.glyphs.ellipsis);
    paint::put(
        buf,
        area.x + 1,
        area.y,
        room,
        &said,
        theme.style(Role::TitleFocused),
    );
    let x = area.right().saturating_sub(right + 1);
    paint::put(buf, x, area.y, right, &rows, theme.style(Role::Dim));
}

fn paint_title(app: &App) -> String {
    let state = app.state();
    let sheet = &app.sheet;
    let dot = app.theme.glyphs.dot;
    let direction = sheet
        .scope
        .and_then(|it| state.direction_in(it.period, it.direction?));
    let mut said = match direction {
        Some(it) => format!("{} {}", it.code, it.title),
        None => app.say(Phrase::GridAllDirections),
    };
    // What hides rows or moves them is said first: the direction may be cut.
    for it in order::said(app).into_iter().rev() {
        said = format!("{it} {dot} {said}");
    }
    if !sheet.filter.is_empty() {
        let quoted = app.say_with(Phrase::Quoted, &args![text = sheet.filter.as_str()]);
        said = format!("{quoted} {dot} {said}");
    }
    if sheet.mark.is_some_and(|it| it.held) {
        said = format!("{} {dot} {said}", app.say(Phrase::GridMarking));
    }
    said
}

/// The heads of the columns: code and short title, unit and bounds, how many are filled.
fn head(app: &App, areas: &Areas, buf: &mut Buffer) {
    let theme = &app.theme;
    let [first, second, third] = [0, 1, 2].map(|it| areas.head.y + it);
    let label = theme.style(Role::Label);
    let dim = theme.style(Role::Dim);
    paint::put(
        buf,
        areas.head.x + 1,
        first,
        areas.name,
        &app.say(Phrase::CaptionOrganisation),
        label,
    );
    let more = app.sheet.top.column > 0;
    if more {
        let x = areas.head.x + areas.name.saturating_sub(2);
        paint::put(buf, x, first, 1, theme.glyphs.more_left, dim);
    }
    for (at, x, width) in &areas.columns {
        let Some(column) = app.sheet.columns.get(*at) else {
            continue;
        };
        let room = usize::from(width.saturating_sub(1));
        let here = *at == app.sheet.at.column;
        let code = match room.saturating_sub(text::width(&column.code) + 1) {
            rest if rest >= 4 => format!("{} {}", column.code, column.short),
            _ => column.code.clone(),
        };
        // Numbers stand on the right of their column, under what says of what they are.
        let lines = [
            (
                first,
                code.as_str(),
                if here {
                    theme.style(Role::TitleFocused)
                } else {
                    label
                },
            ),
            (second, column.unit.as_str(), dim),
            (third, column.filled.as_str(), dim),
        ];
        for (y, said, style) in lines {
            let said = text::cut(said, room, theme.glyphs.ellipsis);
            let wide = u16::try_from(text::width(&said)).unwrap_or(*width);
            let start = x + width.saturating_sub(1 + wide);
            paint::put(buf, start, y, *width, &said, style);
        }
    }
    let filled = app.say(Phrase::GridFilled);
    let index = app.say(Phrase::CaptionIndex);
    paint::field(
        buf,
        areas.end,
        first,
        END,
        &filled,
        Align::Right,
        label,
        theme,
    );
    paint::field(
        buf,
        areas.end,
        second,
        END,
        &index,
        Align::Right,
        label,
        theme,
    );
    let last = areas
        .columns
        .last()
        .is_some_and(|it| it.0 + 1 < app.sheet.columns.len());
    if last {
        paint::put(buf, areas.end, third, 1, theme.glyphs.more_right, dim);
    }
}

/// The frozen first column: the mark of the cursor, the organisation, its head.
fn name(app: &App, areas: &Areas, row: usize, line: &Line, y: u16, buf: &mut Buffer) {
    let theme = &app.theme;
    let x = areas.rows.x;
    if row == app.sheet.at.row {
        paint::put(buf, x, y, 1, theme.glyphs.cursor, theme.style(Role::Text));
    }
    let style = theme.style(Role::Text);
    paint::field(
        buf,
        x + 1,
        y,
        areas.organisation,
        &line.name,
        Align::Left,
        style,
        theme,
    );
    let room = areas.name.saturating_sub(1 + areas.organisation + 1 + 1);
    let head = match text::width(&line.head) <= usize::from(room) {
        true => &line.head,
        false => &line.head_short,
    };
    let style = theme.style(if line.dim { Role::Dim } else { Role::Text });
    paint::field(
        buf,
        x + 1 + areas.organisation + 1,
        y,
        room,
        head,
        Align::Left,
        style,
        theme,
    );
}

/// A cell: its value on the right of the column, its sign behind it, what asks for attention and who is there before it.
fn cell(app: &App, at: Spot, area: Rect, buf: &mut Buffer) {
    let theme = &app.theme;
    let sheet = &app.sheet;
    let cell = sheet.cell_at(at);
    let indicator = cell.and_then(|it| app.state().indicator_in(it.period, it.indicator));
    let figure = sheet.figure(at);
    let sign = sign::of(app, cell, figure);
    let alarm = cell.and_then(|it| sign::alarm(app, it));
    let value = match (cell, indicator) {
        (Some(cell), Some(indicator)) => show::cell_figure(app, indicator, cell, figure),
        _ => theme.glyphs.none.to_owned(),
    };
    // Words that would make a column of numbers wide are said in fewer letters.
    let value = match figure {
        Figure::Uncomputed(_) => app.say(Phrase::NotComputedShort),
        Figure::NoData => app.say(Phrase::GridNoDataShort),
        _ => value,
    };
    let room = usize::from(area.width.saturating_sub(BESIDE));
    let worded = sheet.columns.get(at.column).is_some_and(|it| it.worded);
    let value = match worded {
        true => text::cut_middle(&value, room, theme.glyphs.ellipsis),
        // A part of a number is another number.
        false if text::width(&value) > room && figure.is_filled() => "#".repeat(room).into(),
        false => text::cut(&value, room, theme.glyphs.ellipsis),
    };
    let wide = u16::try_from(text::width(&value)).unwrap_or(area.width);
    let x = area.right().saturating_sub(BESIDE + wide);
    let (first, last) = sheet.block();
    let marked = sheet.mark.is_some()
        && (first.row..=last.row).contains(&at.row)
        && (first.column..=last.column).contains(&at.column);
    let role = match (at == sheet.at, marked) {
        (true, _) => Role::Cursor,
        (false, true) => Role::CursorIdle,
        (false, false) => alarm.unwrap_or(sign).role(),
    };
    paint::put(buf, x, area.y, wide, &value, theme.style(role));
    // Where the value takes all of its column, it stands in the gap before it. Where a colleague is now comes before what they have done.
    let colleague = cell.is_some_and(|it| presence::at(app, it).is_some());
    let before = match colleague {
        true => Some((theme.glyphs.colleague, Role::Pending)),
        false => alarm.map(|it| (it.glyph(theme.glyphs), it.role())),
    };
    if let Some((glyph, role)) = before {
        paint::put(buf, x - 1, area.y, 1, glyph, theme.style(role));
    }
    // One look for all three costs a slow line the least.
    let role = alarm.unwrap_or(sign).role();
    let sign_x = area.right().saturating_sub(BESIDE);
    let glyph = sign.glyph(theme.glyphs);
    paint::put(buf, sign_x, area.y, 1, glyph, theme.style(role));
}

/// The end of a row: how much is filled of what is to be entered in it, and the index.
fn end(app: &App, areas: &Areas, line: &Line, y: u16, buf: &mut Buffer) {
    let theme = &app.theme;
    let index = order::index(app, line.leader);
    let index = index.map_or_else(String::new, |it| show::index_text(app, it));
    let filling = app.sheet.figures.filling(line.row);
    // Of whom nothing is asked, nothing is wanting.
    let said = match filling.due {
        0 => theme.glyphs.none.to_owned(),
        due => format!("{}/{due}", filling.entered),
    };
    let style = theme.style(Role::Text);
    paint::field(buf, areas.end, y, 5, &said, Align::Right, style, theme);
    paint::field(buf, areas.end + 5, y, 6, &index, Align::Right, style, theme);
}

/// What is told of the cell, below a rule with its title.
fn told(app: &App, areas: &Areas, buf: &mut Buffer) {
    let theme = &app.theme;
    let line = theme
        .glyphs
        .border
        .horizontal_top
        .repeat(usize::from(areas.rule.width));
    let style = theme.style(Role::Border);
    paint::put(
        buf,
        areas.rule.x,
        areas.rule.y,
        areas.rule.width,
        &line,
        style,
    );
    let told = &app.sheet.told;
    // Where the values that are entered come from, as long as it is set: nobody is to forget that it is.
    let source = source::shown(app).map(|said| {
        let most = usize::from(areas.rule.width / 2);
        format!(" {} ", text::cut(&said, most, theme.glyphs.ellipsis))
    });
    let beside = source.as_deref().map_or(0, text::width);
    let beside = u16::try_from(beside).unwrap_or(0);
    if let Some(source) = source {
        let x = areas.rule.right().saturating_sub(beside + 1);
        let style = theme.style(Role::Warning);
        paint::put(buf, x, areas.rule.y, beside, &source, style);
    }
    if !told.title.is_empty() {
        let title = text::cut(
            &told.title,
            usize::from(areas.rule.width.saturating_sub(6 + beside)),
            theme.glyphs.ellipsis,
        );
        let style = theme.style(Role::Title);
        paint::put(
            buf,
            areas.rule.x + 1,
            areas.rule.y,
            areas.rule.width,
            &format!(" {title} "),
            style,
        );
    }
    for (line, y) in told.lines.iter().zip(areas.told.y..areas.told.bottom()) {
        let mut x = areas.told.x + 1;
        for (part, role) in &line.parts {
            let room = areas.told.right().saturating_sub(x);
            let part = text::cut(part, usize::from(room), theme.glyphs.ellipsis);
            x = paint::put(buf, x, y, room, &part, theme.style(*role));
        }
    }
}

/// Columns that an editor takes at least: a ratio of thousands fits without scrolling.
const INPUT: u16 = 14;

/// Where the editor of the cell under the cursor stands: over its cell and, where that is narrow, over as many whole ones beside it as it
/// needs: a part of a number that peeps out beside what is typed reads as another number. It speaks below the rule.
#[must_use]
pub fn place(app: &App) -> Option<Place> {
    let sheet = &app.sheet;
    let areas = areas(sheet, app.size, sheet.top.column)?;
    let cell = areas.cell(sheet.top, sheet.at)?;
    let (mut x, mut end) = (cell.x, cell.right());
    let at = areas
        .columns
        .iter()
        .position(|it| it.0 == sheet.at.column)?;
    let (before, after) = areas.columns.split_at_checked(at)?;
    for (_, _, width) in after.iter().skip(1).take_while(|it| it.1 - x < INPUT) {
        end += width;
    }
    for (_, start, _) in before.iter().rev() {
        if end - x >= INPUT {
            break;
        }
        x = *start;
    }
    let input = Rect {
        x,
        width: (end - x).saturating_sub(1),
        ..cell
    };
    Some(Place {
        input,
        room: areas.told,
    })
}

/// The line between the rows and what is told of the cell: where a filter is typed.
#[must_use]
pub fn rule(app: &App) -> Option<Rect> {
    Some(areas(&app.sheet, app.size, app.sheet.top.column)?.rule)
}
