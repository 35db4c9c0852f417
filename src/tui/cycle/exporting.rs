//! The section of the shown round as a file: as what, is chosen; who writes it must not be known here.

use super::tell;
use crate::locale::Phrase;
use crate::tui::app::App;
use crate::tui::layer::Outcome;
use crate::tui::outgoing::{Page, Wanted};
use crate::tui::overlay::picker::{Item, Picker};
use crate::tui::underway;

/// As what a section is written, the most used first.
const PAGES: [(Phrase, Page); 4] = [
    (Phrase::SectionAsDocx, Page::Docx),
    (Phrase::SectionAsHtml, Page::Html),
    (Phrase::SectionAsText, Page::Text),
    (Phrase::SectionAsMarkdown, Page::Markdown),
];

/// Lets the person choose as what the section is written.
pub fn export(app: &mut App) {
    let Some(round) = app.cycle.round else {
        return tell(app, Phrase::NoRoundHere);
    };
    if underway::is_busy(app) {
        return;
    }
    let items = PAGES.map(|(phrase, page)| Item {
        label: app.say(phrase),
        right: String::new(),
        value: page,
    });
    let title = app.say(Phrase::SectionExport);
    let on_pick = Box::new(move |app: &mut App, page| {
        underway::begin(app, Wanted::Section { round, page });
        Outcome::Close
    });
    let picker = Picker::new(title, items.to_vec(), 0, on_pick);
    app.open(Box::new(picker.by_digit()));
}
