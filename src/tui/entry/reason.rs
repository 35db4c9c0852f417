//! The reason for «н/п» and «нет данных»: taken by digit from the indicator's list, the organisation's last one first.

use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::sync::Arc;

use super::accept::{Way, accept_entry};
use super::editor::place_of;
use crate::args;
use crate::domain::command::Seen;
use crate::domain::decide::explains;
use crate::domain::ids::OrganisationId;
use crate::domain::record::Key;
use crate::domain::value::{Cell, Entry, Subject};
use crate::locale::Phrase;
use crate::tui::app::App;
use crate::tui::layer::{Outcome, Overlay};
use crate::tui::overlay::ask::Ask;
use crate::tui::overlay::picker::{Item, Picker};
use crate::tui::status::Tone;

/// The word of «н/п» in the place of unfinished input.
const NOT_APPLICABLE: &str = "na";
/// The word of «нет данных» there.
const NO_DATA: &str = "nd";

/// What follows a reason that says something.
pub(super) type Give = Arc<dyn Fn(&mut App, String) -> Result<Outcome, String> + Send + Sync>;

/// What a reason is asked for.
pub(super) struct Asked {
    /// Whether it is «н/п», not «нет данных».
    pub not_applicable: bool,
    /// Reasons to choose from, the likeliest first.
    pub reasons: Vec<String>,
    /// What unfinished input of it is kept by: a cell, or a word for many.
    pub place: String,
    /// The record that it is about.
    pub about: Option<Key>,
    /// What follows.
    pub give: Give,
}

impl Asked {
    fn title(&self, app: &App) -> String {
        let what = app.say(match self.not_applicable {
            true => Phrase::CellNotApplicable,
            false => Phrase::CellNoData,
        });
        app.say_with(Phrase::EntryReasonTitle, &args![what])
    }

    /// The question: reasons by digit where there are any, else one's own.
    pub fn question(mut self, app: &mut App) -> Box<dyn Overlay> {
        let mut known = BTreeSet::new();
        self.reasons.retain(|it| known.insert(it.clone()));
        if self.reasons.is_empty() {
            return self.own(app);
        }
        let listed = |it: &String| Item {
            label: it.clone(),
            right: String::new(),
            value: Some(it.clone()),
        };
        let mut items: Vec<Item<Option<String>>> = self.reasons.iter().map(listed).collect();
        items.push(Item {
            label: app.say(Phrase::EntryReasonOwn),
            right: String::new(),
            value: None,
        });
        let title = self.title(app);
        let on_pick = move |app: &mut App, picked: Option<String>| match picked {
            Some(reason) => (self.give)(app, reason).unwrap_or_else(|fault| {
                app.status.tell(Tone::Error, fault);
                Outcome::Used
            }),
            None => Outcome::Replace(self.own(app)),
        };
        Box::new(Picker::new(title, items, 0, Box::new(on_pick)).by_digit())
    }

    /// A reason in one's own words.
    fn own(&self, app: &mut App) -> Box<dyn Overlay> {
        let question = app.say(Phrase::EntryReasonQuestion);
        let kind = match self.not_applicable {
            true => NOT_APPLICABLE,
            false => NO_DATA,
        };
        let keep_at = format!("reason {kind} {}", self.place);
        let give = Arc::clone(&self.give);
        let on_answer = move |app: &mut App, reason: String| {
            if reason.is_empty() {
                return Err(app.say(Phrase::EntryReasonQuestion));
            }
            if !explains(&reason) {
                return Err(app.say(Phrase::EntryNoLetters));
            }
            give(app, reason)
        };
        let title = self.title(app);
        let ask = Ask::new(app, title, question, "", keep_at, Box::new(on_answer));
        match self.about {
            Some(key) => Box::new(ask.about(key)),
            None => Box::new(ask),
        }
    }
}

/// Asks for the reason of an entry that has none yet.
#[must_use]
pub fn ask(app: &mut App, cell: Cell, entry: &Entry, way: Way, begun: Seen) -> Box<dyn Overlay> {
    let not_applicable = matches!(entry, Entry::NotApplicable { .. });
    let mut asked = of_cell(cell, not_applicable, way, begun);
    asked.reasons = reasons(app, &[cell], not_applicable);
    asked.question(app)
}

/// Reasons for these cells: those given last for their organisations, then those of their indicators.
pub(super) fn reasons(app: &App, cells: &[Cell], not_applicable: bool) -> Vec<String> {
    let last = (cells.iter()).filter_map(|it| app.entry.reasons.get(&organisation(*it)?).cloned());
    let state = app.state();
    let indicators: BTreeSet<_> = cells.iter().map(|it| (it.period, it.indicator)).collect();
    let mut listed: Vec<&String> = (indicators.into_iter())
        .filter(|_| not_applicable)
        .filter_map(|(period, id)| state.indicator_in(period, id))
        .flat_map(|it| &it.body.na_reasons)
        .collect();
    // What fits most of the indicators is likelier to be why none of them applies.
    let all = listed.clone();
    let times = |reason: &String| all.iter().filter(|it| **it == reason).count();
    listed.sort_by_key(|it| Reverse(times(it)));
    let listed = listed.into_iter().cloned();
    last.chain(listed).collect()
}

fn organisation(cell: Cell) -> Option<OrganisationId> {
    match cell.subject {
        Subject::Organisation(id) => Some(id),
        _ => None,
    }
}

/// The reason is offered first the next time for the organisations of these cells.
pub(super) fn remember(app: &mut App, cells: &[Cell], reason: &str) {
    for id in cells.iter().filter_map(|it| organisation(*it)) {
        app.entry.reasons.insert(id, reason.to_owned());
    }
}

/// «н/п» or «нет данных» with its reason.
pub(super) fn entry_of(not_applicable: bool, reason: String) -> Entry {
    match not_applicable {
        true => Entry::NotApplicable { reason },
        false => Entry::NoData { reason },
    }
}

/// The question to which a reason kept at `reason na …` or `reason nd …` belongs, by its first word.
pub(super) fn again(app: &mut App, cell: Cell, kind: &str) -> Box<dyn Overlay> {
    let begun = app.mirror.seen(Key::Value(cell));
    of_cell(cell, kind != NO_DATA, Way::Stay, begun).own(app)
}

fn of_cell(cell: Cell, not_applicable: bool, way: Way, begun: Seen) -> Asked {
    let give = move |app: &mut App, reason: String| {
        remember(app, &[cell], &reason);
        let entry = entry_of(not_applicable, reason);
        accept_entry(app, cell, entry, None, way, begun)
    };
    Asked {
        not_applicable,
        reasons: Vec::new(),
        place: place_of(cell),
        about: Some(Key::Value(cell)),
        give: Arc::new(give),
    }
}
