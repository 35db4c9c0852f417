//! The screens below all layers. One is shown at a time.

pub mod attention;
pub mod catalogue;
pub mod cycle;
pub mod journal;
pub mod measures;
pub mod monitoring;
pub mod sheet;

use crossterm::event::KeyEvent;

use super::app::App;
use super::command::table::Place;

/// Which screen is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Screen {
    /// Мониторинг.
    Monitoring,
    /// Ввод.
    Sheet,
    /// Цикл.
    Cycle,
    /// Каталог.
    Catalogue,
    /// Журнал.
    Journal,
    /// Меры.
    Measures,
    /// Требует внимания.
    Attention,
}

impl Screen {
    /// Leads back to the screen of values from which the person came.
    pub fn home(app: &mut App) {
        match app.home {
            Screen::Sheet => sheet::SheetScreen::open(app),
            _ => app.screen = Screen::Monitoring,
        }
    }

    /// Where the person is when no layer is open.
    #[must_use]
    pub fn place(self, app: &App) -> Place {
        match self {
            Screen::Monitoring => app.monitoring.place(),
            Screen::Sheet => Place::Grid,
            Screen::Cycle => Place::Cycle,
            Screen::Catalogue => Place::Catalogue,
            Screen::Journal => Place::Journal,
            Screen::Measures => Place::Measures,
            Screen::Attention => Place::Attention,
        }
    }

    /// A key that the keymap does not know.
    pub fn key(self, app: &mut App, key: KeyEvent) {
        match self {
            Screen::Monitoring => monitoring::keys::key(app, key),
            Screen::Sheet => sheet::keys::key(app, key),
            Screen::Attention => attention::key(app, key),
            Screen::Measures | Screen::Cycle | Screen::Catalogue | Screen::Journal => {}
        }
    }

    /// Pasted text.
    pub fn paste(self, app: &mut App, text: &str) {
        match self {
            Screen::Monitoring => monitoring::keys::paste(app, text),
            Screen::Sheet => sheet::keys::paste(app, text),
            Screen::Measures
            | Screen::Cycle
            | Screen::Catalogue
            | Screen::Journal
            | Screen::Attention => {}
        }
    }
}
