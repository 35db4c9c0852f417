//! A recommendation, a decision, an assignment or a report, read whole in the lower part of the screen; its steps are keys away.

use crossterm::event::{KeyCode, KeyEvent};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::executor;
use super::target;
use crate::args;
use crate::domain::followup::{
    Assignment, AssignmentState, Decision, DecisionState, Prolongation, Recommendation,
    RecommendationState, Report, ReportOn,
};
use crate::domain::ids::{AssignmentId, DecisionId, RecommendationId};
use crate::domain::record::{Key, Record};
use crate::locale::{Phrase, format};
use crate::tui::app::App;
use crate::tui::command::table::{CommandId, Place};
use crate::tui::layer::{Outcome, Overlay};
use crate::tui::text;
use crate::tui::theme::Role;
use crate::tui::widget::paint;

/// Two or three lines about a record: what is said in it, by when, where it stands.
#[must_use]
pub fn summary(app: &App, key: Key) -> Vec<String> {
    let narrator = app.narrator();
    let joined = |parts: Vec<String>| parts.join(" · ");
    let state = app.state();
    match key {
        Key::Recommendation(id) => (state.recommendations.get(&id).into_iter())
            .flat_map(|it| {
                let state = app.locale.word(&it.state);
                let term = narrator.term(it.due, &it.prolongations);
                [short(app, &it.text), joined(vec![term, state])]
            })
            .collect(),
        Key::Assignment(id) => (state.assignments.get(&id).into_iter())
            .flat_map(|it| {
                let state = app.locale.word(&it.state);
                let term = narrator.term(it.due, &it.prolongations);
                [short(app, &it.text), joined(vec![term, state])]
            })
            .collect(),
        Key::Decision(id) => (state.decisions.get(&id).into_iter())
            .map(|it| joined(vec![short(app, &it.title), app.locale.word(&it.state)]))
            .collect(),
        _ => Vec::new(),
    }
}

/// The first lines of a text, as much as two lines of the screen hold.
fn short(app: &App, content: &str) -> String {
    let room = usize::from(app.size.0.saturating_sub(4)).max(20) * 2 - 10;
    let flat = content.replace('\n', " ");
    text::cut(&flat, room, app.theme.glyphs.ellipsis).into_owned()
}

/// A record on a page.
#[derive(Clone, Debug)]
pub struct View {
    key: Key,
    top: usize,
}

impl View {
    /// The page of a record.
    #[must_use]
    pub fn new(key: Key) -> View {
        View { key, top: 0 }
    }

    fn lines(&self, app: &App, columns: usize) -> Vec<(String, Role)> {
        let mut page = Page::new(app, columns);
        let state = app.state();
        match self.key {
            Key::Recommendation(id) => {
                if let Some(it) = state.recommendations.get(&id) {
                    page.recommendation(id, it);
                }
            }
            Key::Decision(id) => {
                if let Some(it) = state.decisions.get(&id) {
                    page.decision(id, it);
                }
            }
            Key::Assignment(id) => {
                if let Some(it) = state.assignments.get(&id) {
                    page.assignment(id, it);
                    page.label(Phrase::FieldDocument, &app.narrator().decision(it.decision));
                }
            }
            Key::Report(id) => {
                if let Some(it) = state.reports.get(&id) {
                    page.label(Phrase::LabelReportOn, &app.narrator().report_on(it.on));
                    page.report(it);
                }
            }
            _ => {}
        }
        if page.lines.is_empty() {
            page.add(&app.say(Phrase::RecordGone), Role::Warning);
        } else if let Some(stamp) = state.stamp(self.key) {
            page.add(&app.narrator().stamp(&stamp), Role::Dim);
        }
        page.lines
    }

    fn area(&self, app: &App, screen: Rect) -> Rect {
        let lines = self.lines(app, usize::from(screen.width.saturating_sub(4)));
        let wanted = u16::try_from(lines.len() + 3).unwrap_or(u16::MAX);
        let height = wanted.min(screen.height.saturating_sub(5));
        Rect {
            x: screen.x,
            y: screen.y + screen.height.saturating_sub(height + 1),
            width: screen.width,
            height,
        }
    }

    fn scroll(&mut self, by: isize, app: &App) {
        let screen = Rect::new(0, 0, app.size.0, app.size.1);
        let rows = usize::from(self.area(app, screen).height.saturating_sub(3));
        let lines = self.lines(app, usize::from(screen.width.saturating_sub(4)));
        let last = lines.len().saturating_sub(rows);
        self.top = self.top.saturating_add_signed(by).min(last);
    }
}

impl Overlay for View {
    fn place(&self) -> Place {
        Place::Detail
    }

    fn key(&mut self, key: KeyEvent, _: &mut App) -> Outcome {
        match key.code {
            KeyCode::Esc => Outcome::Close,
            _ => Outcome::Used,
        }
    }

    fn command(&mut self, command: CommandId, app: &mut App) -> Outcome {
        match command {
            CommandId::Close => return Outcome::Close,
            CommandId::Up => self.scroll(-1, app),
            CommandId::Down => self.scroll(1, app),
            CommandId::PageUp => self.scroll(-8, app),
            CommandId::PageDown => self.scroll(8, app),
            CommandId::First => self.scroll(-10_000, app),
            CommandId::Last => self.scroll(10_000, app),
            CommandId::Edit | CommandId::EditValue | CommandId::Open => super::edit(app, self.key),
            CommandId::Report => super::report_on(app, self.key),
            CommandId::NextState => super::steps_of(app, self.key),
            CommandId::Prolong => super::step_of(app, self.key, super::steps::Step::Prolong),
            CommandId::Release => super::step_of(app, self.key, super::steps::Step::Release),
            _ => return Outcome::Pass,
        }
        Outcome::Used
    }

    fn render(&self, app: &App, area: Rect, buf: &mut Buffer) {
        let theme = &app.theme;
        let frame = self.area(app, area);
        let inner = paint::popup(buf, frame, &app.narrator().key(self.key), theme);
        if inner.height == 0 || inner.width < 3 {
            return;
        }
        let lines = self.lines(app, usize::from(inner.width - 2));
        let bottom = inner.bottom() - 1;
        for ((line, role), y) in lines.iter().skip(self.top).zip(inner.y..bottom) {
            paint::put(
                buf,
                inner.x + 1,
                y,
                inner.width - 2,
                line,
                theme.style(*role),
            );
        }
        if lines.len() > self.top + usize::from(inner.height - 1) {
            let mark = theme.glyphs.more_below;
            paint::put(
                buf,
                inner.right() - 1,
                bottom,
                1,
                mark,
                theme.style(Role::Dim),
            );
        }
        let mut x = inner.x + 1;
        for command in [
            CommandId::Edit,
            CommandId::NextState,
            CommandId::Report,
            CommandId::Prolong,
            CommandId::Release,
            CommandId::Close,
        ] {
            let Some(key) = app.keymap.hint(command, &app.locale) else {
                continue;
            };
            let what = app.say(command.hint().unwrap_or(command.title()));
            let wide =
                u16::try_from(text::width(&key) + 1 + text::width(&what)).unwrap_or(u16::MAX);
            if x.saturating_add(wide) > inner.right() {
                continue;
            }
            let room = inner.right() - x;
            x = paint::put(buf, x, bottom, room, &key, theme.style(Role::Key)) + 1;
            x = paint::put(buf, x, bottom, room, &what, theme.style(Role::Dim)) + 2;
        }
    }
}

/// Lines of a page, as they are made.
struct Page<'a> {
    app: &'a App,
    columns: usize,
    lines: Vec<(String, Role)>,
}

impl<'a> Page<'a> {
    fn new(app: &'a App, columns: usize) -> Page<'a> {
        Page {
            app,
            columns: columns.max(1),
            lines: Vec::new(),
        }
    }

    fn add(&mut self, content: &str, role: Role) {
        let wrapped = text::wrap(content, self.columns);
        self.lines
            .extend(wrapped.into_iter().map(|it| (it.to_owned(), role)));
    }

    fn label(&mut self, label: Phrase, content: &str) {
        if !content.is_empty() {
            let line = format!("{}: {content}", self.app.say(label));
            self.add(&line, Role::Text);
        }
    }

    fn prolongations(&mut self, all: &[Prolongation]) {
        for it in all {
            let narrator = self.app.narrator();
            let line = self.app.say_with(
                Phrase::ProlongedLine,
                &args![
                    date = format::date(it.to),
                    ground = &it.ground,
                    who = narrator.user(it.by),
                    on = format::date(it.on)
                ],
            );
            self.add(&line, Role::Dim);
        }
    }

    fn recommendation(&mut self, id: RecommendationId, it: &Recommendation) {
        let narrator = self.app.narrator();
        if let Some(cell) = it.ground {
            self.add(&target::about(self.app, cell), Role::Dim);
        }
        let whom: Vec<_> = (it.addressees.iter())
            .map(|it| target::addressee(self.app, it))
            .collect();
        self.label(Phrase::LabelWhom, &whom.join("; "));
        self.add(&it.text, Role::Text);
        self.label(Phrase::LabelExpected, &it.expected);
        self.label(Phrase::LabelDue, &narrator.term(it.due, &it.prolongations));
        self.prolongations(&it.prolongations);
        let mut state = self.app.locale.word(&it.state);
        if let RecommendationState::Released { reason } = &it.state {
            state = format!("{state}: {reason}");
        }
        if let Some(on) = it.closed_on {
            state = format!("{state}, {}", format::date(on));
        }
        self.label(Phrase::LabelState, &state);
        if let Some(sent) = &it.sent {
            let sent = self.app.say_with(
                Phrase::SentLine,
                &args![number = &sent.number, date = format::date(sent.date)],
            );
            self.add(&sent, Role::Text);
        }
        self.reports(ReportOn::Recommendation(id));
    }

    fn decision(&mut self, id: DecisionId, it: &Decision) {
        let narrator = self.app.narrator();
        self.add(&it.title, Role::TitleFocused);
        self.label(Phrase::LabelReason, &it.reason);
        if let Some(id) = it.document {
            self.label(Phrase::LabelAct, &narrator.document(id));
        }
        self.label(Phrase::LabelControl, &it.control);
        let mut state = self.app.locale.word(&it.state);
        if let DecisionState::Cancelled { by } = &it.state {
            state = format!("{state}: {by}");
        }
        self.label(Phrase::LabelState, &state);
        for id in &it.recommendations {
            self.label(Phrase::LabelAfter, &narrator.key(Key::Recommendation(*id)));
        }
        let all = &self.app.state().assignments;
        let of = self.app.state().assignments_of.of(id);
        let mut found: Vec<_> = of.filter_map(|id| Some((id, all.get(&id)?))).collect();
        found.sort_by_key(|(_, it)| crate::domain::text::collation_key(&it.number));
        for (id, it) in found {
            self.assignment(id, it);
        }
    }

    fn assignment(&mut self, id: AssignmentId, it: &Assignment) {
        let narrator = self.app.narrator();
        self.add(&format!("{}. {}", it.number, it.text), Role::Text);
        let who: Vec<_> = (it.executors.iter())
            .map(|it| executor::candidate(self.app, it).label)
            .collect();
        let mut state = self.app.locale.word(&it.state);
        match &it.state {
            AssignmentState::DoneInTime { on } | AssignmentState::DoneLate { on } => {
                state = format!("{state}, {}", format::date(*on));
            }
            AssignmentState::Released { reason, by } => {
                state = format!("{state}: {reason} ({})", narrator.user(*by));
            }
            AssignmentState::Controlled | AssignmentState::NotDone => {}
        }
        let term = narrator.term(it.due, &it.prolongations);
        self.add(
            &format!("   {} · {term} · {state}", who.join("; ")),
            Role::Dim,
        );
        self.prolongations(&it.prolongations);
        self.reports(ReportOn::Assignment(id));
    }

    fn reports(&mut self, on: ReportOn) {
        let all = &self.app.state().reports;
        let found: Vec<_> = self.app.state().reports_on.of(on).collect();
        for it in found.into_iter().filter_map(|id| all.get(&id)) {
            self.report(it);
        }
    }

    fn report(&mut self, it: &Report) {
        let line = if it.number.is_empty() {
            let date = format::date(it.date);
            self.app
                .say_with(Phrase::ReportLine, &args![date, text = &it.text])
        } else {
            self.app.say_with(
                Phrase::ReportLineNumbered,
                &args![
                    date = format::date(it.date),
                    number = &it.number,
                    text = &it.text
                ],
            )
        };
        self.add(&line, Role::Text);
        if let Some(id) = it.document {
            self.label(Phrase::LabelDocument, &self.app.narrator().document(id));
        }
    }
}

/// Whether there is such a record.
#[must_use]
pub fn exists(app: &App, key: Key) -> bool {
    matches!(
        app.state().record(key),
        Some((
            Record::Recommendation(_)
                | Record::Decision(_)
                | Record::Assignment(_)
                | Record::Report(_),
            _
        ))
    )
}
