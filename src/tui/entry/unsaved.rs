//! Unfinished input of cells and of the questions about them: whose it is, back where it was typed, dropped once it is carried out.

use super::editor::{Mode, cell_of, place_of};
use super::{detail, edit_or_choose, ground, many, reason, source};
use crate::domain::cell_text;
use crate::domain::rule::RuleKind;
use crate::domain::value::{Cell, Entry, ValueState};
use crate::locale::Phrase;
use crate::service::link::Slot;
use crate::tui::app::App;
use crate::tui::overlay::findings;
use crate::tui::screen::Screen;
use crate::tui::status::Tone;

/// What a place of entry stands for.
enum Of {
    Cell(Cell),
    Note(Cell),
    Return(Cell),
    Reason(Cell, String),
    Source,
    Block,
    /// A word about one finding, or about several.
    Finding(Option<(Cell, RuleKind)>),
}

fn of(place: &str) -> Option<Of> {
    if let Some(cell) = cell_of(place) {
        return Some(Of::Cell(cell));
    }
    if many::kept::is_block(place) || matches!(place, many::kept::NOTE | many::kept::TEXT) {
        return Some(Of::Block);
    }
    match place.split_once(' ') {
        None if place == source::PLACE => Some(Of::Source),
        None if place == findings::PLACE_OF_SEVERAL => Some(Of::Finding(None)),
        Some(("finding", _)) => findings::found_at(place).map(|it| Of::Finding(Some(it))),
        Some(("note", cell)) => cell_of(cell).map(Of::Note),
        Some(("return", cell)) => cell_of(cell).map(Of::Return),
        Some(("reason", rest)) => {
            let (kind, cell) = rest.split_once(' ')?;
            Some(Of::Reason(cell_of(cell)?, kind.to_owned()))
        }
        _ => None,
    }
}

/// Whose the input of a place is: «6.2 · СШ № 12», «Примечание · 6.2 · СШ № 12». `None` if it is none of entry.
#[must_use]
pub fn whose(app: &App, place: &str) -> Option<String> {
    let (what, cell) = match of(place)? {
        Of::Cell(cell) => return Some(app.narrator().cell(cell)),
        Of::Source => return Some(app.say(Phrase::CommandSource)),
        Of::Block => {
            let kept = app.drafts.get(place);
            let title = kept.and_then(|it| many::kept::title(app, it));
            return Some(title.unwrap_or_else(|| app.say(Phrase::BlockUnsaved)));
        }
        Of::Finding(None) => return Some(app.say(Phrase::CommandFindings)),
        Of::Finding(Some((cell, _))) => (Phrase::CommandFindings, cell),
        Of::Note(cell) => (Phrase::CommandNote, cell),
        Of::Return(cell) => (Phrase::CommandReturnValue, cell),
        Of::Reason(cell, _) => (Phrase::LabelReason, cell),
    };
    Some(format!("{} · {}", app.narrator().cell(cell), app.say(what)))
}

/// Opens the editor of the cell under the cursor over its unfinished input; `false` if it has none.
pub fn restore_here(app: &mut App) -> bool {
    // Never over a page or a journal that hides the cell.
    let in_sight =
        app.layers().next().is_none() && matches!(app.screen, Screen::Monitoring | Screen::Sheet);
    let cell = ground::cell(app).filter(|_| in_sight);
    let kept = cell.filter(|it| app.drafts.get(&place_of(*it)).is_some());
    if let Some(cell) = kept {
        edit_or_choose(app, cell, "", Mode::Edit);
    }
    kept.is_some()
}

/// Opens the editor or the question to which a place belongs, with the cursor on its cell; `false` if it is none of entry.
pub fn restore(app: &mut App, place: &str) -> bool {
    let Some(what) = of(place) else { return false };
    let cell = match &what {
        Of::Source => {
            source::open(app);
            return true;
        }
        Of::Block => {
            many::kept::restore(app, place);
            return true;
        }
        Of::Finding(found) => {
            findings::ask_again(app, *found);
            return true;
        }
        Of::Cell(cell) | Of::Note(cell) | Of::Return(cell) | Of::Reason(cell, _) => *cell,
    };
    app.close_all();
    if !ground::show(app, cell) {
        let sentence = app.say(Phrase::EntryCellGone);
        app.status.tell(Tone::Warning, sentence);
        return true;
    }
    match what {
        // A note or a reason that was asked for before the value was accepted: the value comes first and asks for it again.
        Of::Note(_) | Of::Reason(..) if restore_here(app) => {}
        Of::Cell(_) => edit_or_choose(app, cell, "", Mode::Edit),
        Of::Note(_) => detail::note(app),
        Of::Return(_) => detail::return_value(app),
        Of::Reason(_, kind) => {
            let question = reason::again(app, cell, &kind);
            app.open(question);
        }
        Of::Source | Of::Block | Of::Finding(_) => {}
    }
    true
}

/// Drops kept input that was carried out after it was kept: the cell holds just that, and everybody knows it.
pub fn forget_accepted(app: &mut App) {
    let state = app.mirror.confirmed();
    let accepted: Vec<Slot> = (app.drafts.all())
        .filter(|(_, it)| {
            let typed = it
                .fields
                .first()
                .map(|(_, text)| text.as_str())
                .unwrap_or_default();
            let value = |cell| state.value(cell);
            match of(&it.place) {
                Some(Of::Cell(cell)) => {
                    let entry = cell_text::read(state, cell, typed).ok();
                    entry.is_some() && entry.as_ref() == value(cell).map(|it| &it.entry)
                }
                Some(Of::Note(cell)) => value(cell).is_some_and(|it| it.note == typed),
                Some(Of::Return(cell)) => value(cell).is_some_and(
                    |it| matches!(&it.state, ValueState::Returned { reason, .. } if reason == typed),
                ),
                Some(Of::Reason(cell, _)) => value(cell).is_some_and(|it| {
                    matches!(&it.entry, Entry::NotApplicable { reason } | Entry::NoData { reason } if reason == typed)
                }),
                Some(Of::Finding(Some((cell, rule)))) => {
                    let said = state.confirmation(cell, rule);
                    said.is_some_and(|it| it.note == typed)
                }
                Some(Of::Source | Of::Block | Of::Finding(None)) | None => false,
            }
        })
        .map(|(slot, _)| slot.clone())
        .collect();
    for slot in accepted {
        app.drafts.take_slot(&slot);
    }
}
