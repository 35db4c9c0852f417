//! The reason for «н/п» and «нет данных»: taken by digit from the indicator's list, the organisation's last one first.

use super::accept::{Way, accept_entry};
use super::editor::place_of;
use crate::args;
use crate::domain::command::Seen;
use crate::domain::decide::explains;
use crate::domain::record::Key;
use crate::domain::value::{Cell, Entry, Subject};
use crate::locale::Phrase;
use crate::tui::app::App;
use crate::tui::layer::{Outcome, Overlay};
use crate::tui::overlay::ask::Ask;
use crate::tui::overlay::picker::{Item, Picker};

/// The word of «н/п» in the place of unfinished input.
const NOT_APPLICABLE: &str = "na";
/// The word of «нет данных» there.
const NO_DATA: &str = "nd";

/// Asks for the reason of an entry that has none yet.
#[must_use]
pub fn ask(app: &mut App, cell: Cell, entry: &Entry, way: Way, begun: Seen) -> Box<dyn Overlay> {
    let state = app.state();
    let mut reasons: Vec<String> = Vec::new();
    if let Subject::Organisation(organisation) = cell.subject {
        reasons.extend(app.entry.reasons.get(&organisation).cloned());
    }
    let not_applicable = matches!(entry, Entry::NotApplicable { .. });
    if let Some(indicator) = state.indicator_in(cell.period, cell.indicator)
        && not_applicable
    {
        reasons.extend(indicator.na_reasons.iter().cloned());
    }
    let mut known = std::collections::BTreeSet::new();
    reasons.retain(|it| known.insert(it.clone()));
    let what = app.say(if not_applicable {
        Phrase::CellNotApplicable
    } else {
        Phrase::CellNoData
    });
    let title = app.say_with(Phrase::EntryReasonTitle, &args![what = what]);
    if reasons.is_empty() {
        return own(app, cell, entry.clone(), way, begun, title);
    }
    let mut items: Vec<Item<Option<String>>> = reasons
        .into_iter()
        .map(|it| Item {
            label: it.clone(),
            right: String::new(),
            value: Some(it),
        })
        .collect();
    items.push(Item {
        label: app.say(Phrase::EntryReasonOwn),
        right: String::new(),
        value: None,
    });
    let entry = entry.clone();
    let again = title.clone();
    let on_pick = move |app: &mut App, picked: Option<String>| match picked {
        Some(reason) => give(app, cell, &entry, reason, way, begun).unwrap_or_else(|fault| {
            app.status.tell(crate::tui::status::Tone::Error, fault);
            Outcome::Used
        }),
        None => Outcome::Replace(own(app, cell, entry.clone(), way, begun, again.clone())),
    };
    Box::new(Picker::new(title, items, 0, Box::new(on_pick)).by_digit())
}

/// The question to which a reason kept at `reason na …` or `reason nd …` belongs, by its first word.
pub(super) fn again(app: &mut App, cell: Cell, kind: &str) -> Box<dyn Overlay> {
    let reason = String::new();
    let (entry, what) = match kind {
        NO_DATA => (Entry::NoData { reason }, Phrase::CellNoData),
        _ => (Entry::NotApplicable { reason }, Phrase::CellNotApplicable),
    };
    let what = app.say(what);
    let title = app.say_with(Phrase::EntryReasonTitle, &args![what]);
    let begun = app.mirror.seen(Key::Value(cell));
    own(app, cell, entry, Way::Stay, begun, title)
}

/// A reason in one's own words.
fn own(
    app: &mut App,
    cell: Cell,
    entry: Entry,
    way: Way,
    begun: Seen,
    title: String,
) -> Box<dyn Overlay> {
    let question = app.say(Phrase::EntryReasonQuestion);
    let kind = match entry {
        Entry::NoData { .. } => NO_DATA,
        _ => NOT_APPLICABLE,
    };
    let keep_at = format!("reason {kind} {}", place_of(cell));
    let on_answer =
        move |app: &mut App, reason: String| give(app, cell, &entry, reason, way, begun);
    let ask = Ask::new(app, title, question, "", keep_at, Box::new(on_answer));
    Box::new(ask.about(Key::Value(cell)))
}

/// Accepts the entry with its reason; the reason is remembered for the organisation.
fn give(
    app: &mut App,
    cell: Cell,
    entry: &Entry,
    reason: String,
    way: Way,
    begun: Seen,
) -> Result<Outcome, String> {
    if reason.is_empty() {
        return Err(app.say(Phrase::EntryReasonQuestion));
    }
    if !explains(&reason) {
        return Err(app.say(Phrase::EntryNoLetters));
    }
    if let Subject::Organisation(organisation) = cell.subject {
        app.entry.reasons.insert(organisation, reason.clone());
    }
    let entry = match entry {
        Entry::NoData { .. } => Entry::NoData { reason },
        _ => Entry::NotApplicable { reason },
    };
    accept_entry(app, cell, entry, None, way, begun)
}
