//! The line of the detail about a value that was put right after its period was closed: what stood there, what stands now, why, by what
//! document, by whom and when.

use super::flow;
use super::panes::DetailLine;
use crate::args;
use crate::domain::catalogue::Indicator;
use crate::domain::record::Key;
use crate::domain::value::{Cell, Entry};
use crate::locale::Phrase;
use crate::tui::app::App;
use crate::tui::theme::Role;

/// «исправлено: было 87,5 % → стало 90 %, ошибка в отчёте, приказ № 259, кто и когда»; Enter opens the document.
pub(super) fn line(app: &App, cell: Cell, indicator: &Indicator) -> Option<DetailLine> {
    let state = app.state();
    let correction = state.corrections.get(&cell)?;
    let now = state.value(cell).map_or(&Entry::Empty, |it| &it.entry);
    let short = [&correction.was, now].map(|it| app.locale.entry(Some(indicator), it));
    // Two shares that read alike are told apart by what they are made of.
    let [was, now] = if short[0] == short[1] {
        [&correction.was, now].map(|it| app.locale.entry_in_full(Some(indicator), it))
    } else {
        short
    };
    let narrator = app.narrator();
    let sign = app.theme.glyphs.corrected;
    let said = app.say_with(Phrase::CellCorrected, &args![was, now]);
    let document = narrator.document(correction.document);
    let stamp = flow::unbroken(&narrator.stamp(&correction.stamp));
    Some(DetailLine {
        parts: vec![
            (format!("{sign}\u{a0}{said}"), Role::Text),
            (format!(", {}", correction.reason), Role::Text),
            (format!(", {document}"), Role::Dim),
            (format!(", {stamp}"), Role::Dim),
        ],
        opens: Some(Key::Document(correction.document)),
        ..DetailLine::default()
    })
}
