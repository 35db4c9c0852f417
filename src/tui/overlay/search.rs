//! The search box over everything: people, organisations, indicators, documents, recommendations, decisions and commands.
//!
//! Owns the query and the cursor; what is found is the index's affair ([`Finder`]), where it leads that of `overlay::go`.

use std::ops::Range;

use crossterm::event::{KeyCode, KeyEvent};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::{card, go, objection};
use crate::args;
use crate::domain::ids::OrganisationId;
use crate::domain::record::{Key, Kind};
use crate::domain::text::clean;
use crate::locale::Phrase;
use crate::search::{Entry, Group, Query};
use crate::service::link::{JournalFilter, News};
use crate::tui::app::App;
use crate::tui::command::table::Place;
use crate::tui::find::{Finder, Found};
use crate::tui::layer::{Outcome, Overlay};
use crate::tui::overlay::page::Page;
use crate::tui::overlay::record::RecordPage;
use crate::tui::screen::journal::JournalScreen;
use crate::tui::screen::monitoring::walk;
use crate::tui::text;
use crate::tui::theme::Role;
use crate::tui::widget::chooser::{self, Chooser};
use crate::tui::widget::line_edit::LineEdit;
use crate::tui::widget::list::ListCursor;
use crate::tui::widget::paint;

/// Hits that are made ready at a time.
const MOST_HITS: usize = 60;

/// Opens the box.
pub fn open(app: &mut App) {
    Finder::ready(app);
    let mut search = SearchBox::default();
    search.look(app);
    app.open(Box::new(search));
}

/// A hit, ready to be drawn.
#[derive(Clone, Debug)]
struct Hit {
    found: Found,
    /// Its name in stretches; those that the query has matched are marked.
    name: Vec<(String, bool)>,
    /// What stands beside the name.
    beside: String,
    /// The part of the line that is kept for it, as a divisor.
    part: usize,
    /// What kind of thing it is, or its key for a command.
    kind: String,
}

#[derive(Debug, Default)]
struct SearchBox {
    edit: LineEdit,
    hits: Vec<Hit>,
    total: usize,
    cursor: ListCursor,
    /// What stands under the field while there are no hits.
    hint: Vec<String>,
}

impl SearchBox {
    fn look(&mut self, app: &App) {
        let typed = self.edit.text();
        let query = Query::new(&typed);
        let found = Finder::find(app, &typed, MOST_HITS);
        self.total = found.total;
        self.hits = (found.hits.iter())
            .filter_map(|it| hit(app, &query, it))
            .collect();
        self.cursor = ListCursor::default();
        self.hint = self.hints(app, &typed);
    }

    fn hints(&self, app: &App, typed: &str) -> Vec<String> {
        if !self.hits.is_empty() {
            return Vec::new();
        }
        if !typed.trim().is_empty() {
            return vec![app.say(Phrase::SearchNothing)];
        }
        let mut hint = Vec::new();
        if !app.finder.last.is_empty() {
            hint.push(app.say_with(Phrase::SearchLast, &args![query = app.finder.last.as_str()]));
        }
        hint.push(app.say(Phrase::SearchHint));
        hint
    }

    /// The box in the body of a screen of this size; as high as there are hits.
    fn area(&self, screen: Rect) -> Rect {
        let width = screen.width.saturating_sub(4).min(110);
        let lines = self.hits.len().max(6);
        let height = u16::try_from(lines + 3).unwrap_or(u16::MAX);
        let height = height.min(screen.height.saturating_sub(4)).max(5);
        Rect {
            x: screen.x + (screen.width - width) / 2,
            y: screen.y + 1.min(screen.height),
            width,
            height,
        }
        .intersection(screen)
    }

    fn rows(&self, app: &App) -> usize {
        let (columns, rows) = app.size;
        chooser::rows(self.area(Rect::new(0, 0, columns, rows)).height)
    }

    fn chooser(&self, screen: Rect) -> Chooser<'_> {
        Chooser {
            area: self.area(screen),
            query: &self.edit,
            cursor: self.cursor,
            len: self.hits.len(),
        }
    }

    /// The last query comes back into the empty field.
    fn again(&mut self, app: &App) {
        self.edit.set(&app.finder.last);
        self.look(app);
    }

    fn remember(&self, app: &mut App) {
        let typed = self.edit.text();
        if !typed.trim().is_empty() {
            app.finder.last = typed;
        }
    }
}

impl Overlay for SearchBox {
    fn place(&self) -> Place {
        Place::Text
    }

    fn takes_text(&self) -> bool {
        true
    }

    fn key(&mut self, key: KeyEvent, app: &mut App) -> Outcome {
        let (len, height) = (self.hits.len(), self.rows(app));
        match key.code {
            KeyCode::Esc => {
                self.remember(app);
                return Outcome::Close;
            }
            KeyCode::Enter | KeyCode::Up if self.edit.is_empty() => self.again(app),
            KeyCode::Enter => {
                self.remember(app);
                let found = self.hits.get(self.cursor.at).map(|it| it.found);
                return found.map_or(Outcome::Used, |it| go_to(app, it));
            }
            KeyCode::Up => self.cursor.step(-1, len, height),
            KeyCode::Down => self.cursor.step(1, len, height),
            KeyCode::PageUp => self.cursor.page(-1, len, height),
            KeyCode::PageDown => self.cursor.page(1, len, height),
            _ if self.edit.key(key) => self.look(app),
            _ => return Outcome::Pass,
        }
        Outcome::Used
    }

    fn paste(&mut self, text: &str, app: &mut App) -> Outcome {
        self.edit.insert(text);
        self.look(app);
        Outcome::Used
    }

    fn news(&mut self, news: &News, app: &mut App) -> Outcome {
        if matches!(news, News::Committed(_) | News::Again(_)) {
            let at = self.cursor;
            self.look(app);
            self.cursor = at;
            self.cursor.settle(self.hits.len(), self.rows(app));
        }
        Outcome::Used
    }

    fn hints(&self, app: &App) -> Vec<(String, String)> {
        [
            ("Enter", Phrase::HintOpen),
            ("Esc", Phrase::HintClose),
            ("↑↓", Phrase::HintMove),
        ]
        .map(|(key, phrase)| (key.to_owned(), app.say(phrase)))
        .to_vec()
    }

    fn render(&self, app: &App, screen: Rect, buf: &mut Buffer) {
        let theme = &app.theme;
        let title = match self.total {
            0 => app.say(Phrase::SearchTitle),
            n => app.say_with(Phrase::SearchFound, &args![n = n]),
        };
        let item = |buf: &mut Buffer, n: usize, here: bool, row: Rect| {
            if let Some(hit) = self.hits.get(n) {
                draw_hit(app, hit, here, row, buf);
            }
        };
        let list = self.chooser(screen).render(buf, &title, theme, item);
        let room = usize::from(list.width.saturating_sub(2));
        let hint = self.hint.iter().flat_map(|it| text::wrap(it, room));
        for (line, y) in hint.zip(list.y..list.bottom()) {
            paint::put(
                buf,
                list.x + 1,
                y,
                list.width.saturating_sub(1),
                line,
                theme.style(Role::Dim),
            );
        }
    }

    fn cursor(&self, _: &App, screen: Rect) -> Option<Position> {
        Some(self.chooser(screen).cursor())
    }
}

/// A hit as a line: name with the matched letters marked, what stands beside it, its kind.
fn draw_hit(app: &App, hit: &Hit, here: bool, line: Rect, buf: &mut Buffer) {
    let theme = &app.theme;
    let dots = theme.glyphs.ellipsis;
    let kind = u16::try_from(text::width(&hit.kind)).unwrap_or(0);
    paint::put(
        buf,
        line.right().saturating_sub(kind),
        line.y,
        kind,
        &hit.kind,
        theme.style(Role::Dim),
    );
    let room = usize::from(line.width.saturating_sub(kind + 3));
    let beside = text::width(&hit.beside);
    let name: usize = hit.name.iter().map(|(it, _)| text::width(it)).sum();
    // The name goes first; what stands beside it has what is left, and its part of the line at least.
    let for_beside = if beside == 0 {
        0
    } else {
        beside.min((room / hit.part.max(1)).max(room.saturating_sub(name + 2))) + 2
    };
    // Cut as a whole, so that one name has its dots at most once and nothing behind them.
    let whole: String = hit.name.iter().map(|(part, _)| part.as_str()).collect();
    let shown = text::cut(&whole, room.saturating_sub(for_beside), dots);
    let mut rest = shown.as_ref();
    let mut x = line.x + 1;
    for (part, matched) in &hit.name {
        let (part, after) = match rest.strip_prefix(part.as_str()) {
            Some(after) => (part.as_str(), after),
            None => (rest, ""),
        };
        rest = after;
        let role = match (here, matched) {
            (_, true) => Role::Match,
            (true, false) => Role::CursorIdle,
            (false, false) => Role::Text,
        };
        x = paint::put(buf, x, line.y, line.width, part, theme.style(role));
    }
    if beside > 0 {
        let part = text::cut(&hit.beside, for_beside - 2, dots);
        paint::put(
            buf,
            x + 2,
            line.y,
            line.right().saturating_sub(x + 3 + kind),
            &part,
            theme.style(Role::Dim),
        );
    }
}

fn hit(app: &App, query: &Query, found: &Found) -> Option<Hit> {
    let (entry, marks) = app.finder.entry(query, found)?;
    Some(Hit {
        found: *found,
        name: stretches(&clean(&entry.primary), &marks),
        beside: beside(app, entry),
        kind: kind(app, *found),
        // What is advised or decided is said of many in the same words: whom it is about tells them apart.
        part: match found {
            Found::Record(Key::Recommendation(_) | Key::Decision(_)) => 2,
            _ => 3,
        },
    })
}

/// A name cut at the places that were matched.
fn stretches(name: &str, marks: &[Range<usize>]) -> Vec<(String, bool)> {
    let mut out: Vec<(String, bool)> = Vec::new();
    for (at, c) in name.chars().enumerate() {
        let matched = marks.iter().any(|it| it.contains(&at));
        match out.last_mut() {
            Some((part, was)) if *was == matched => part.push(c),
            _ => out.push((c.to_string(), matched)),
        }
    }
    out
}

fn beside(app: &App, entry: &Entry<Found>) -> String {
    match (entry.group, entry.id) {
        (Group::Organisation, Found::Record(Key::Organisation(id))) => head_now(app, id),
        (Group::Person, Found::Record(Key::Person(id))) => {
            let former = app.narrator().former(id, app.now.today);
            former.unwrap_or_else(|| clean(&entry.secondary))
        }
        (_, Found::Record(key @ (Key::Recommendation(_) | Key::Decision(_)))) => {
            let dot = format!(" {} ", app.theme.glyphs.dot);
            clean(&app.narrator().brief(key).join(&dot))
        }
        (Group::Command | Group::Indicator | Group::Direction, _) => String::new(),
        _ => clean(&entry.secondary),
    }
}

/// Who heads an organisation today.
fn head_now(app: &App, organisation: OrganisationId) -> String {
    let state = app.state();
    let head = (state.appointments_of.of(organisation))
        .filter_map(|it| state.appointments.get(&it))
        .filter(|it| it.covers(app.now.today))
        .max_by_key(|it| it.from);
    match head {
        Some(it) => app.narrator().person(it.person),
        None => app.say(Phrase::Vacancy),
    }
}

fn kind(app: &App, found: Found) -> String {
    match found {
        Found::Command(id) => app
            .keymap
            .hint(id, &app.locale)
            .unwrap_or_else(|| app.say(Phrase::KindCommand)),
        Found::Record(Key::Person(id)) => match super::go::latest_organisation(app.state(), id) {
            Some(_) => app.say(Phrase::SubjectPerson),
            None => app.locale.word(&Kind::Person),
        },
        Found::Record(key) => app.locale.word(&key.kind()),
    }
}

/// Where Enter leads.
fn go_to(app: &mut App, found: Found) -> Outcome {
    let key = match found {
        Found::Command(action) => return Outcome::CloseAndRun(action),
        Found::Record(key) => key,
    };
    match key {
        Key::Organisation(id) => {
            // The screen below goes along: after Esc the school just found is under the cursor.
            walk::go_to_leader(app, id);
            Outcome::Replace(card::of(app, id, None))
        }
        Key::Person(id) => match go::latest_organisation(app.state(), id) {
            Some(organisation) => Outcome::Replace(card::of(app, organisation, Some(id))),
            None => {
                // Somebody who heads nothing: what they did in the program.
                let user = app
                    .state()
                    .users
                    .iter()
                    .find(|(_, it)| it.person == Some(id))
                    .map(|(id, _)| *id);
                let filter = user.map_or(JournalFilter::Person(id), JournalFilter::By);
                app.close_all();
                JournalScreen::open(app, filter);
                Outcome::Close
            }
        },
        Key::Recommendation(_)
        | Key::Decision(_)
        | Key::AnalysisNote(_)
        | Key::Activity(_)
        | Key::Review(_) => match go::chain_of(app, key) {
            Some(chain) => Outcome::Replace(chain),
            None => Outcome::Replace(Box::new(Page::new(RecordPage::new(key), app))),
        },
        Key::Objection(id) => match objection::open(app, id) {
            Outcome::Open(form) => Outcome::Replace(form),
            outcome => outcome,
        },
        Key::Direction(..) | Key::Indicator(..) | Key::Section(_) | Key::Requirement(_) => {
            go::open(app, key)
        }
        key => Outcome::Replace(Box::new(Page::new(RecordPage::new(key), app))),
    }
}
