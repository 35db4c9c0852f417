//! How the editor looks: the way of scoring, the table, what is wrong, and below it the real values, the tried value, the way the formula
//! points and the help of the field.

use ratatui::buffer::Buffer;
use ratatui::layout::Position;

use super::ScoringEditor;
use super::areas::{Areas, BEFORE, Columns, LABEL, Lower, NAME, finding_lines, short};
use super::contents::{Method, Spot};
use super::told::{self, Told};
use crate::args;
use crate::domain::record::Key;
use crate::domain::scale::Severity;
use crate::locale::Phrase;
use crate::tui::app::App;
use crate::tui::presence;
use crate::tui::text::{self, Align};
use crate::tui::theme::Role;
use crate::tui::widget::{input, paint};

impl ScoringEditor {
    /// Draws the editor.
    pub(super) fn draw(&self, app: &App, buf: &mut Buffer) {
        let theme = &app.theme;
        let Some(areas) = Areas::of(app, self) else {
            return;
        };
        paint::popup(buf, areas.frame, &self.told.title, theme);
        let keys = [Key::Indicator(self.edition, self.id)];
        let room = usize::from(areas.frame.width.saturating_sub(6));
        if let Some(beside) = presence::line_at(app, &keys, room) {
            paint::foot(buf, areas.frame, &beside, theme);
        }
        if let Some(conflict) = &self.conflict {
            return conflict.render(app, areas.inner, buf);
        }
        self.draw_way(app, &areas, buf);
        self.draw_captions(app, &areas, buf);
        self.draw_table(app, &areas, buf);
        self.draw_findings(app, &areas, buf);
        self.draw_lower(app, &areas, buf);
    }

    fn draw_way(&self, app: &App, areas: &Areas, buf: &mut Buffer) {
        let (theme, inner) = (&app.theme, areas.inner);
        let here = self.spot == Spot::Method;
        self.mark(app, here, inner.x, inner.y, buf);
        let label = app.say(Phrase::ScoringMethod);
        let style = theme.style(Role::Label);
        paint::put(buf, inner.x + 1, inner.y, NAME - 2, &label, style);
        let way = app.say(told::way(self.contents.method));
        let several = Method::fitting(&self.base).len() > 1 && self.read_only.is_none();
        let x = choice(app, &way, here, several, inner.x + NAME, inner.y, buf);
        let room = usize::from(inner.right().saturating_sub(x + 3));
        let about = text::cut(&self.told.about, room, theme.glyphs.ellipsis);
        let style = theme.style(Role::Dim);
        paint::put(buf, x + 2, inner.y, short(room), &about, style);
    }

    fn draw_captions(&self, app: &App, areas: &Areas, buf: &mut Buffer) {
        let (theme, inner) = (&app.theme, areas.inner);
        let columns = Columns::of(self.contents.method, inner.width);
        let left = match self.contents.method {
            Method::Bands => Phrase::ScoringValues,
            Method::Options => Phrase::ScoringOption,
            _ => return,
        };
        let count = match self.told.all {
            0 => None,
            _ => Some(Phrase::ScoringNow),
        };
        let all = [
            (Some(left), columns.left),
            (Some(Phrase::ScoringPoints), columns.points),
            (Some(Phrase::ScoringUnderstood), columns.understood),
            (count, columns.count),
        ];
        for (caption, (x, width)) in all {
            if let (Some(caption), true) = (caption, width > 0) {
                let caption = app.say(caption);
                let style = theme.style(Role::Label);
                let x = inner.x + x;
                paint::field(
                    buf,
                    x,
                    inner.y + 1,
                    width,
                    &caption,
                    Align::Left,
                    style,
                    theme,
                );
            }
        }
    }

    fn draw_table(&self, app: &App, areas: &Areas, buf: &mut Buffer) {
        let (theme, table) = (&app.theme, areas.table);
        let lines = text::wrap(
            &self.told.instead,
            usize::from(table.width.saturating_sub(2)),
        );
        if !self.told.instead.is_empty() {
            for (line, y) in lines.into_iter().zip(table.y..table.bottom()) {
                let style = theme.style(Role::Text);
                paint::put(buf, table.x + 1, y, table.width - 1, line, style);
            }
        }
        let shown = self.told.rows.iter().enumerate().skip(self.top);
        for ((row, _), y) in shown.zip(table.y..table.bottom()) {
            self.draw_row(app, areas, row, y, buf);
        }
        if self.contents.method == Method::Direct && table.bottom() < areas.lower.y {
            self.draw_note(app, areas, buf);
        }
        let style = theme.style(Role::Border);
        let x = areas.frame.right().saturating_sub(1);
        if self.top > 0 {
            paint::put(buf, x, table.y, 1, theme.glyphs.more_above, style);
        }
        if self.top + areas.table_rows() < self.told.rows.len() {
            paint::put(
                buf,
                x,
                table.bottom() - 1,
                1,
                theme.glyphs.more_below,
                style,
            );
        }
    }

    fn draw_row(&self, app: &App, areas: &Areas, row: usize, y: u16, buf: &mut Buffer) {
        let (theme, inner) = (&app.theme, areas.inner);
        let Some(told) = self.told.rows.get(row) else {
            return;
        };
        let columns = Columns::of(self.contents.method, inner.width);
        let here = matches!(self.spot, Spot::Cell { row: at, .. } if at == row);
        self.mark(app, here, inner.x, y, buf);
        if told.label.is_empty() {
            let style = theme.style(Role::Dim);
            paint::field(
                buf,
                inner.x + 1,
                y,
                2,
                &told.number,
                Align::Right,
                style,
                theme,
            );
            if let Some(severity) = told.flag {
                let (sign, _, role) = Told::word(app, severity);
                paint::put(buf, inner.x + 4, y, 1, sign, theme.style(role));
            }
        } else {
            let style = theme.style(Role::Label);
            paint::put(buf, inner.x + 2, y, BEFORE + LABEL - 3, &told.label, style);
        }
        for column in 0..self.contents.size().1 {
            let spot = Spot::Cell { row, column };
            self.draw_field(app, areas, spot, buf);
        }
        let role = match told.flag {
            Some(Severity::Fault) => Role::Error,
            _ => Role::Dim,
        };
        let (x, width) = columns.understood;
        if width > 0 {
            let (x, style) = (inner.x + x, theme.style(role));
            paint::field(
                buf,
                x,
                y,
                width,
                &told.understood,
                Align::Left,
                style,
                theme,
            );
        }
        if let (Some(count), true) = (told.count, self.told.all > 0) {
            self.draw_count(
                app,
                count,
                inner.x + columns.count.0,
                columns.count.1,
                y,
                buf,
            );
        }
    }

    /// «12 ████░░».
    fn draw_count(&self, app: &App, count: usize, x: u16, width: u16, y: u16, buf: &mut Buffer) {
        let (theme, glyphs) = (&app.theme, app.theme.glyphs);
        let number = count.to_string();
        let style = theme.style(Role::Text);
        paint::field(buf, x, y, 4, &number, Align::Right, style, theme);
        let room = usize::from(width.saturating_sub(5));
        let full = (count * room).div_ceil(self.told.all.max(1)).min(room);
        let bar = glyphs.bar_full.repeat(full);
        paint::put(buf, x + 5, y, short(room), &bar, theme.style(Role::Label));
    }

    fn draw_field(&self, app: &App, areas: &Areas, spot: Spot, buf: &mut Buffer) {
        let theme = &app.theme;
        let (Some(row), Some(field)) = (areas.field(self, spot), self.contents.field(spot)) else {
            return;
        };
        let plain = self.read_only.is_some() && spot != Spot::Trial;
        if self.spot == spot {
            return input::render(buf, row, field, theme);
        }
        // Of a field without the cursor the beginning is shown: «до 80 включительно» is no part of «свыше 60 до 80 включительно».
        let role = if plain { Role::Text } else { Role::Input };
        let style = theme.style(role);
        paint::field(
            buf,
            row.x,
            row.y,
            row.width,
            &field.text(),
            Align::Left,
            style,
            theme,
        );
    }

    fn draw_note(&self, app: &App, areas: &Areas, buf: &mut Buffer) {
        let (theme, inner, y) = (&app.theme, areas.inner, areas.table.y + 1);
        let here = self.spot == Spot::Note;
        self.mark(app, here, inner.x, y, buf);
        let label = app.say(Phrase::ScoringNote);
        let style = theme.style(Role::Label);
        paint::put(buf, inner.x + 2, y, BEFORE + LABEL - 3, &label, style);
        let word = app.locale.word(&self.contents.note);
        let several = self.read_only.is_none();
        choice(app, &word, here, several, inner.x + BEFORE + LABEL, y, buf);
    }

    fn draw_findings(&self, app: &App, areas: &Areas, buf: &mut Buffer) {
        let (theme, area) = (&app.theme, areas.findings);
        // The note stands in the first line below the only field.
        let skip = u16::from(self.contents.method == Method::Direct);
        let (y, height) = (area.y + skip, usize::from(area.height.saturating_sub(skip)));
        let width = usize::from(area.width.saturating_sub(2));
        if self.told.findings.is_empty() {
            if height > 0 {
                let line = format!("{} {}", theme.glyphs.done, app.say(Phrase::ScoringClean));
                let style = theme.style(Role::Good);
                paint::put(buf, area.x + 1, y, area.width - 1, &line, style);
            }
            return;
        }
        let mut lines = finding_lines(app, &self.told, &[], width);
        if lines.len() > height {
            let here = match self.spot {
                Spot::Cell { row, .. } => vec![row],
                _ => Vec::new(),
            };
            lines = finding_lines(app, &self.told, &here, width);
            lines.truncate(height.saturating_sub(1));
            let shown = (lines.iter()).filter(|it| !it.0.starts_with(' ')).count();
            let n = self.told.findings.len().saturating_sub(shown);
            lines.push((app.say_with(Phrase::ScoringMore, &args![n]), Role::Dim));
        }
        for ((line, role), y) in lines.iter().zip(y..area.bottom()) {
            paint::put(buf, area.x + 1, y, area.width - 1, line, theme.style(*role));
        }
    }

    fn draw_lower(&self, app: &App, areas: &Areas, buf: &mut Buffer) {
        let (theme, area) = (&app.theme, areas.lower);
        for (line, y) in areas.lines.iter().zip(area.y..area.bottom()) {
            match line {
                Lower::Text(line, role) => {
                    let style = theme.style(*role);
                    paint::put(buf, area.x + 1, y, area.width - 1, line, style);
                }
                Lower::Trial => {
                    self.mark(app, self.spot == Spot::Trial, area.x, y, buf);
                    let label = app.say(Phrase::ScoringTrial);
                    let style = theme.style(Role::Label);
                    paint::put(buf, area.x + 1, y, NAME - 2, &label, style);
                    self.draw_field(app, areas, Spot::Trial, buf);
                    let x = area.x + NAME + 16;
                    let room = area.right().saturating_sub(x + 1);
                    if let Some((told, role)) = &self.told.trial {
                        let told = text::cut(told, usize::from(room), theme.glyphs.ellipsis);
                        paint::put(buf, x, y, room, &told, theme.style(*role));
                    }
                }
            }
        }
    }

    fn mark(&self, app: &App, here: bool, x: u16, y: u16, buf: &mut Buffer) {
        if here {
            let style = app.theme.style(Role::Text);
            paint::put(buf, x, y, 1, app.theme.glyphs.cursor, style);
        }
    }

    /// Where the terminal's cursor stands.
    pub(super) fn caret(&self, app: &App) -> Option<Position> {
        if self.conflict.is_some() || self.pending.is_some() || self.discarding {
            return None;
        }
        let field = self.contents.field(self.spot)?;
        let row = Areas::of(app, self)?.field(self, self.spot)?;
        Some(input::cursor(row, field))
    }
}

/// A choice of words: the one chosen, between signs that it can be changed. Gives the column behind it.
fn choice(
    app: &App,
    word: &str,
    here: bool,
    several: bool,
    x: u16,
    y: u16,
    buf: &mut Buffer,
) -> u16 {
    let style = |role| app.theme.style(role);
    let room = short(text::width(word));
    if !several {
        return paint::put(buf, x, y, room, word, style(Role::Text));
    }
    paint::put(buf, x, y, 1, "<", style(Role::Dim));
    let role = if here { Role::Cursor } else { Role::Text };
    let end = paint::put(buf, x + 2, y, room, word, style(role));
    paint::put(buf, end + 1, y, 1, ">", style(Role::Dim))
}
