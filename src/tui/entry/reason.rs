//! The reason for «н/п» and «нет данных»: taken by digit from the indicator's list, the organisation's last one first, or in one's own words.

use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::sync::Arc;

use super::accept::{Way, accept_entry};
use super::editor::place_of;
use crate::args;
use crate::domain::cell_text;
use crate::domain::command::Seen;
use crate::domain::decide::explains;
use crate::domain::entry_text::read_mark;
use crate::domain::ids::OrganisationId;
use crate::domain::record::Key;
use crate::domain::text::retype_russian;
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
/// Letters of a reason that is not asked back.
const LEAST_LETTERS: usize = 3;
/// The letter that asks for «н/п», with which its longer marks begin.
const LETTER: char = 'н';

/// What follows an entry that says why there is no value.
pub(super) type Give = Arc<dyn Fn(&mut App, Entry) -> Result<Outcome, String> + Send + Sync>;

/// What a reason is asked for.
pub(super) struct Asked {
    /// Whether it is «н/п», not «нет данных».
    pub not_applicable: bool,
    /// The cells that get it: their organisations and indicators know reasons to choose from.
    pub cells: Vec<Cell>,
    /// What unfinished input of it is kept by: a cell, or a word for many.
    pub place: String,
    /// The record that it is about.
    pub about: Option<Key>,
    /// What follows.
    pub give: Give,
}

/// What an answer in one's own words comes to.
enum Answer {
    /// An entry with its reason; or an option of a choice that begins with the letter which opened the question.
    Entry(Entry),
    /// It only says which of the two is meant: the rest of «н/п», or of «нд».
    Kind { not_applicable: bool },
}

impl Asked {
    fn title(&self, app: &App) -> String {
        let what = app.say(self.word());
        app.say_with(Phrase::EntryReasonTitle, &args![what])
    }

    fn word(&self) -> Phrase {
        match self.not_applicable {
            true => Phrase::CellNotApplicable,
            false => Phrase::CellNoData,
        }
    }

    /// The question: reasons by digit where there are any, letters begin one's own; else one's own at once.
    pub fn question(self, app: &mut App) -> Box<dyn Overlay> {
        let mut known = BTreeSet::new();
        let mut listed = reasons(app, &self.cells, self.not_applicable);
        listed.retain(|it| known.insert(it.clone()));
        let asked = Arc::new(self);
        if listed.is_empty() {
            return own(&asked, app, "");
        }
        let item = |label: String, value| Item {
            label,
            right: String::new(),
            value,
        };
        let mut items: Vec<Item<Option<String>>> = (listed.into_iter())
            .map(|it| item(it.clone(), Some(it)))
            .collect();
        items.push(item(app.say(Phrase::EntryReasonOwn), None));
        let title = asked.title(app);
        let typed = Arc::clone(&asked);
        let hint = asked.not_applicable.then(|| {
            let key = app.say(Phrase::KeyNoDataRest);
            (key, app.say(Phrase::CellNoData))
        });
        let on_pick = move |app: &mut App, picked: Option<String>| match picked {
            Some(reason) => {
                let entry = entry_of(asked.not_applicable, reason);
                (asked.give)(app, entry).unwrap_or_else(|fault| {
                    app.status.tell(Tone::Error, fault);
                    Outcome::Used
                })
            }
            None => Outcome::Replace(own(&asked, app, "")),
        };
        let on_text = move |app: &mut App, text: &str| Outcome::Replace(own(&typed, app, text));
        let picker = Picker::new(title, items, 0, Box::new(on_pick)).by_digit();
        Box::new(picker.or_text(Box::new(on_text)).hinted(hint))
    }

    /// What a text comes to. The letter that opened the question may have been the first of a mark: «н», then «д», is «нет данных».
    fn read(&self, app: &App, text: &str) -> Answer {
        let own = Answer::Entry(entry_of(self.not_applicable, text.to_owned()));
        if !self.not_applicable {
            return own;
        }
        let typed = format!("{LETTER}{text}");
        if let [cell] = self.cells.as_slice()
            && let Ok(option @ Entry::Choice(_)) = cell_text::read(app.state(), *cell, &typed)
        {
            return Answer::Entry(option);
        }
        let mark = || {
            read_mark(&typed).or_else(|| read_mark(&format!("{LETTER}{}", retype_russian(text))))
        };
        match mark() {
            Some(Entry::NoData { reason }) if reason.is_empty() => Answer::Kind {
                not_applicable: false,
            },
            Some(Entry::NotApplicable { reason }) if reason.is_empty() => Answer::Kind {
                not_applicable: true,
            },
            Some(entry) => Answer::Entry(entry),
            None => own,
        }
    }

    /// What Enter would take, where it is not just the reason as it is typed.
    fn understood(&self, app: &App, text: &str) -> Option<String> {
        let entry = match self.read(app, text) {
            _ if text.is_empty() => return None,
            Answer::Kind { not_applicable } => entry_of(not_applicable, String::new()),
            Answer::Entry(entry) => entry,
        };
        let as_asked = match entry {
            Entry::NotApplicable { .. } => self.not_applicable,
            Entry::NoData { .. } => !self.not_applicable,
            _ => false,
        };
        let cell = self.cells.first().filter(|_| !as_asked)?;
        let what = super::said(app, *cell, &entry);
        Some(app.say_with(Phrase::EntryReasonTurns, &args![what]))
    }

    /// The same of «нет данных», or of «н/п».
    fn turned(&self, not_applicable: bool) -> Asked {
        Asked {
            not_applicable,
            cells: self.cells.clone(),
            place: self.place.clone(),
            about: self.about,
            give: Arc::clone(&self.give),
        }
    }
}

/// A reason in one's own words, begun with this text.
fn own(asked: &Arc<Asked>, app: &mut App, text: &str) -> Box<dyn Overlay> {
    let question = app.say(Phrase::EntryReasonQuestion);
    let kind = match asked.not_applicable {
        true => NOT_APPLICABLE,
        false => NO_DATA,
    };
    let keep_at = format!("reason {kind} {}", asked.place);
    let title = asked.title(app);
    let (answered, told) = (Arc::clone(asked), Arc::clone(asked));
    let mut asked_back: Option<String> = None;
    let on_answer = move |app: &mut App, text: String| {
        let entry = match answered.read(app, &text) {
            _ if text.is_empty() => return Err(app.say(Phrase::EntryReasonQuestion)),
            Answer::Kind { not_applicable } => {
                let other = answered.turned(not_applicable);
                return Ok(Outcome::Replace(other.question(app)));
            }
            Answer::Entry(entry) => entry,
        };
        if let Entry::NotApplicable { reason } | Entry::NoData { reason } = &entry {
            if !explains(reason) {
                return Err(app.say(Phrase::EntryNoLetters));
            }
            // Two letters are more likely the rest of something else: they are asked back once.
            let letters = reason.chars().filter(|it| it.is_alphabetic()).count();
            if letters < LEAST_LETTERS && asked_back.as_ref() != Some(reason) {
                asked_back = Some(reason.clone());
                return Err(app.say(Phrase::EntryReasonShort));
            }
        }
        (answered.give)(app, entry)
    };
    let ask = Ask::new(app, title, question, "", keep_at, Box::new(on_answer));
    let ask = if text.is_empty() {
        ask
    } else {
        ask.begun(text)
    };
    let ask = ask.telling(app, Box::new(move |app, text| told.understood(app, text)));
    match asked.about {
        Some(key) => Box::new(ask.about(key)),
        None => Box::new(ask),
    }
}

/// Asks for the reason of an entry that has none yet.
#[must_use]
pub fn ask(app: &mut App, cell: Cell, entry: &Entry, way: Way, begun: Seen) -> Box<dyn Overlay> {
    let not_applicable = matches!(entry, Entry::NotApplicable { .. });
    of_cell(cell, not_applicable, way, begun).question(app)
}

/// Reasons for these cells: those given last for their organisations, then those of their indicators.
fn reasons(app: &App, cells: &[Cell], not_applicable: bool) -> Vec<String> {
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
pub(super) fn remember(app: &mut App, cells: &[Cell], entry: &Entry) {
    let (Entry::NotApplicable { reason } | Entry::NoData { reason }) = entry else {
        return;
    };
    for id in cells.iter().filter_map(|it| organisation(*it)) {
        app.entry.reasons.insert(id, reason.clone());
    }
}

/// «н/п» or «нет данных» with its reason.
fn entry_of(not_applicable: bool, reason: String) -> Entry {
    match not_applicable {
        true => Entry::NotApplicable { reason },
        false => Entry::NoData { reason },
    }
}

/// The question to which a reason kept at `reason na …` or `reason nd …` belongs, by its first word.
pub(super) fn again(app: &mut App, cell: Cell, kind: &str) -> Box<dyn Overlay> {
    let begun = app.mirror.seen(Key::Value(cell));
    let asked = of_cell(cell, kind != NO_DATA, Way::Stay, begun);
    own(&Arc::new(asked), app, "")
}

fn of_cell(cell: Cell, not_applicable: bool, way: Way, begun: Seen) -> Asked {
    let give = move |app: &mut App, entry: Entry| {
        remember(app, &[cell], &entry);
        accept_entry(app, cell, entry, None, way, begun)
    };
    Asked {
        not_applicable,
        cells: vec![cell],
        place: place_of(cell),
        about: Some(Key::Value(cell)),
        give: Arc::new(give),
    }
}
