//! Somebody changed the record meanwhile: both versions, one beneath the other, and the choice between them.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::purpose::Version;
use crate::args;
use crate::domain::ids::Seq;
use crate::domain::record::Key;
use crate::locale::Phrase;
use crate::tui::app::App;
use crate::tui::text;
use crate::tui::theme::Role;
use crate::tui::widget::paint;

/// Two versions of a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    /// Which record.
    pub key: Key,
    /// Who changed it, and when.
    pub who: String,
    /// What differs.
    pub versions: Vec<Version>,
    /// The revision that is there now.
    pub rev: Seq,
    /// Whether the cursor is on one's own version.
    pub mine: bool,
}

impl Conflict {
    /// Two versions, with the cursor on one's own.
    #[must_use]
    pub fn new(key: Key, who: String, versions: Vec<Version>, rev: Seq) -> Conflict {
        Conflict {
            key,
            who,
            versions,
            rev,
            mine: true,
        }
    }

    /// Lines that it takes.
    #[must_use]
    pub fn height(&self, app: &App, columns: u16) -> u16 {
        u16::try_from(self.lines(app, columns).len() + 2).unwrap_or(u16::MAX)
    }

    fn lines(&self, app: &App, columns: u16) -> Vec<(String, Role)> {
        let columns = usize::from(columns.saturating_sub(4).max(1));
        let mut out = vec![(
            app.say_with(Phrase::ConflictTheirs, &args![who = &self.who]),
            Role::Conflict,
        )];
        let said = |label: &str, text: &str| match text {
            "" => format!("{label}: {}", app.say(Phrase::CellEmpty)),
            _ => format!("{label}: {text}"),
        };
        let add = |out: &mut Vec<(String, Role)>, content: String| {
            let wrapped = text::wrap(&content, columns);
            out.extend(
                wrapped
                    .into_iter()
                    .map(|it| (format!("  {it}"), Role::Text)),
            );
        };
        for (label, theirs, _) in &self.versions {
            add(&mut out, said(label, theirs));
        }
        out.push((app.say(Phrase::ConflictMine), Role::Conflict));
        for (label, _, mine) in &self.versions {
            add(&mut out, said(label, mine));
        }
        out
    }

    /// Draws both and the two verbs.
    pub fn render(&self, app: &App, area: Rect, buf: &mut Buffer) {
        let theme = &app.theme;
        let lines = self.lines(app, area.width);
        let verbs = area.bottom().saturating_sub(2).max(area.y);
        for ((line, role), y) in lines.iter().zip(area.y..verbs) {
            paint::put(
                buf,
                area.x + 1,
                y,
                area.width.saturating_sub(1),
                line,
                theme.style(*role),
            );
        }
        let verb = |phrase: Phrase| format!("[ {} ]", app.say(phrase));
        for (n, (phrase, here)) in [
            (Phrase::ConflictWriteMine, self.mine),
            (Phrase::ConflictKeepTheirs, !self.mine),
        ]
        .into_iter()
        .enumerate()
        {
            let y = verbs + u16::try_from(n).unwrap_or(0);
            if y >= area.bottom() {
                return;
            }
            let role = if here { Role::Button } else { Role::Text };
            let marker = if here { theme.glyphs.cursor } else { " " };
            paint::put(buf, area.x, y, 1, marker, theme.style(Role::Text));
            let room = area.width.saturating_sub(1);
            paint::put(buf, area.x + 1, y, room, &verb(phrase), theme.style(role));
        }
    }
}
