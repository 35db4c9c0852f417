//! The filter of a list: one line on its lower edge. The list narrows as one types; Enter keeps the filter, Esc takes it away.

use crossterm::event::{KeyCode, KeyEvent};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::domain::text::retype_russian;
use crate::locale::Phrase;
use crate::search::{Entry, Group, Index, Query};
use crate::tui::app::App;
use crate::tui::command::table::Place;
use crate::tui::layer::{Outcome, Overlay};
use crate::tui::screen::Screen;
use crate::tui::screen::catalogue::{self, Catalogue};
use crate::tui::screen::monitoring::Monitoring;
use crate::tui::screen::monitoring::panes::ListItem;
use crate::tui::screen::monitoring::walk::{self, Step};
use crate::tui::screen::sheet::{self, SheetScreen};
use crate::tui::text;
use crate::tui::theme::Role;
use crate::tui::widget::line_edit::LineEdit;
use crate::tui::widget::{input, paint};

/// Which list narrows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Narrows {
    /// A pane of Мониторинг.
    Pane(usize),
    /// The rows of Ввод.
    Sheet,
    /// The list of Каталог.
    Catalogue,
}

/// Opens the filter of the list that has the keys, with what it is filtered by already.
pub fn open(app: &mut App) {
    let (narrows, typed) = match app.screen {
        Screen::Sheet => (Narrows::Sheet, Some(&app.sheet.filter)),
        Screen::Catalogue => {
            if app.catalogue.focus != catalogue::Pane::List {
                catalogue::walk::focus(app, catalogue::Pane::List);
            }
            (Narrows::Catalogue, Some(&app.catalogue.filter))
        }
        _ => {
            let Some(pane) = app.monitoring.focus.index() else {
                return;
            };
            (Narrows::Pane(pane), app.monitoring.filters.get(pane))
        }
    };
    let edit = LineEdit::new(typed.map_or("", String::as_str));
    app.open(Box::new(Filter { narrows, edit }));
}

#[derive(Debug)]
struct Filter {
    narrows: Narrows,
    edit: LineEdit,
}

impl Filter {
    /// Filters by what is typed; if nothing fits it, by what the same keys give in the Russian layout, should that fit.
    /// The list keeps its order; the cursor goes to what a search would find first.
    fn apply(&self, app: &mut App) {
        let typed = self.edit.text();
        let retyped = retype_russian(&typed);
        set(app, self.narrows, &typed);
        if retyped != typed && is_empty(app, self.narrows) {
            set(app, self.narrows, &retyped);
            if is_empty(app, self.narrows) {
                set(app, self.narrows, &typed);
            }
        }
        if let Some(at) = best(app, self.narrows) {
            step(app, self.narrows, Step::To(at));
        }
        chosen(app, self.narrows);
    }

    fn area(&self, app: &App) -> Option<Rect> {
        let pane = match self.narrows {
            Narrows::Pane(pane) => *app.monitoring.areas(app.size)?.panes.get(pane)?,
            Narrows::Catalogue => app.catalogue.areas(app.size)?.list,
            // On the rule below the rows.
            Narrows::Sheet => return sheet::draw::rule(app),
        };
        let y = pane.bottom().checked_sub(1)?;
        Some(Rect::new(pane.x + 1, y, pane.width.saturating_sub(2), 1))
    }

    fn label(&self, app: &App) -> String {
        format!("{}: ", app.say(Phrase::HintFilter))
    }
}

fn set(app: &mut App, narrows: Narrows, filter: &str) {
    let pane = match narrows {
        Narrows::Pane(pane) => pane,
        Narrows::Sheet => return SheetScreen::set_filter(app, filter),
        Narrows::Catalogue => return catalogue::walk::set_filter(app, filter),
    };
    if let Some(it) = app.monitoring.filters.get_mut(pane) {
        filter.clone_into(it);
    }
    Monitoring::rebuild(app);
}

fn step(app: &mut App, narrows: Narrows, step: Step) {
    match narrows {
        Narrows::Pane(_) => walk::step(app, step),
        Narrows::Sheet => sheet::walk::step(app, step),
        Narrows::Catalogue => catalogue::walk::step(app, step),
    }
}

/// What stands beside the list follows the row under its cursor.
fn chosen(app: &mut App, narrows: Narrows) {
    match narrows {
        Narrows::Pane(_) => Monitoring::row_chosen(app),
        Narrows::Sheet => Monitoring::follow_soon(app),
        Narrows::Catalogue => Catalogue::follow_soon(app),
    }
}

/// The place of the item that a search for the filter's words ranks first; `None` without words.
fn best(app: &App, narrows: Narrows) -> Option<usize> {
    let rows = &app.catalogue.rows;
    if narrows == Narrows::Sheet {
        let lines = app.sheet.lines.iter();
        let names = lines.map(|it| (it.name.clone(), it.head.clone()));
        return first_hit(names.collect(), &app.sheet.filter);
    }
    let Narrows::Pane(pane) = narrows else {
        let names = rows.iter().map(|it| (it.text(" "), String::new()));
        return first_hit(names.collect(), &app.catalogue.filter);
    };
    let filter = app.monitoring.filters.get(pane)?;
    let panes = &app.monitoring.panes;
    let listed = |items: &[ListItem]| -> Vec<(String, String)> {
        (items.iter())
            .map(|it| (it.text.clone(), String::new()))
            .collect()
    };
    let names = match pane {
        0 => listed(&panes.first),
        1 => listed(&panes.second),
        _ => (panes.rows.iter())
            .map(|it| (it.name.clone(), it.head.clone()))
            .collect(),
    };
    first_hit(names, filter)
}

/// The place of the name that a search would find first.
fn first_hit(names: Vec<(String, String)>, filter: &str) -> Option<usize> {
    let entries = names.into_iter().zip(0..).map(|(name, at)| Entry {
        id: at,
        group: Group::Organisation,
        primary: name.0,
        secondary: name.1,
        order: at,
    });
    let found = Index::build(entries).find(&Query::new(filter), 1);
    found.hits.first().and_then(|it| usize::try_from(*it).ok())
}

fn is_empty(app: &App, narrows: Narrows) -> bool {
    let pane = match narrows {
        Narrows::Pane(pane) => pane,
        Narrows::Sheet => return app.sheet.lines.is_empty(),
        Narrows::Catalogue => return app.catalogue.rows.is_empty(),
    };
    let panes = &app.monitoring.panes;
    match pane {
        0 => panes.first.is_empty(),
        1 => panes.second.is_empty(),
        _ => panes.rows.is_empty(),
    }
}

impl Overlay for Filter {
    fn place(&self) -> Place {
        Place::Text
    }

    fn takes_text(&self) -> bool {
        true
    }

    fn key(&mut self, key: KeyEvent, app: &mut App) -> Outcome {
        match key.code {
            KeyCode::Esc => {
                set(app, self.narrows, "");
                chosen(app, self.narrows);
                return Outcome::Close;
            }
            KeyCode::Enter => return Outcome::Close,
            KeyCode::Up => step(app, self.narrows, Step::By(-1)),
            KeyCode::Down => step(app, self.narrows, Step::By(1)),
            KeyCode::PageUp => step(app, self.narrows, Step::Page(-1)),
            KeyCode::PageDown => step(app, self.narrows, Step::Page(1)),
            _ if self.edit.key(key) => self.apply(app),
            _ => return Outcome::Pass,
        }
        Outcome::Used
    }

    fn paste(&mut self, text: &str, app: &mut App) -> Outcome {
        self.edit.insert(text);
        self.apply(app);
        Outcome::Used
    }

    fn hints(&self, app: &App) -> Vec<(String, String)> {
        [
            ("Enter", Phrase::HintKeep),
            ("Esc", Phrase::HintDrop),
            ("↑↓", Phrase::HintMove),
        ]
        .map(|(key, phrase)| (key.to_owned(), app.say(phrase)))
        .to_vec()
    }

    fn render(&self, app: &App, _: Rect, buf: &mut Buffer) {
        let Some(area) = self.area(app) else { return };
        let theme = &app.theme;
        let label = self.label(app);
        let x = paint::put(
            buf,
            area.x,
            area.y,
            area.width,
            &label,
            theme.style(Role::Label),
        );
        input::render(buf, behind(area, x), &self.edit, theme);
    }

    fn cursor(&self, app: &App, _: Rect) -> Option<Position> {
        let area = self.area(app)?;
        let label = u16::try_from(text::width(&self.label(app))).unwrap_or(0);
        let x = area.x.saturating_add(label).min(area.right());
        Some(input::cursor(behind(area, x), &self.edit))
    }
}

/// What of a row is left from this column on.
fn behind(row: Rect, x: u16) -> Rect {
    Rect {
        x,
        width: row.right().saturating_sub(x),
        ..row
    }
}
